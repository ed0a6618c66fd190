//! The headline, dek and byline among the page's lines, by what the page states of them.
//!
//! A page's `<title>` carries its outlet, its `og:title` may be another wording for networks; what a
//! reader sees is the `<h1>`. What is stated and not shown is told to the caller, who adds it.

use super::body::{Page, ends_sentence};
use super::parts::{self, Dek};
use super::{bylines, outlet, stamps};
use crate::model::{BlockKind, Date, FurnitureKind};
use crate::read::dates::{self, Of};
use crate::read::draft::Meta;

/// Words of a line that is more than a date with what belongs to it.
const LONGEST_STAMP: usize = 24;

/// What the page states and does not show.
#[derive(Default)]
pub struct Unseen {
    pub headline: Option<String>,
    pub byline: Option<String>,
}

/// Marks headline, dek and byline in `kinds`, and takes the outlet's name off the title in `meta`.
pub fn mark(page: &Page<'_>, kinds: &mut [BlockKind], meta: &mut Meta) -> Unseen {
    let story = (0..kinds.len())
        .find(|it| page.is_story(*it) && kinds[*it] == BlockKind::Prose)
        .unwrap_or(kinds.len());
    let mut unseen = Unseen::default();
    let headline = headline(page, meta, story).or_else(|| {
        // Old pages have neither a title nor a heading, only large letters.
        let untitled = meta.headline.is_none();
        (0..story).find(|it| untitled && is_title(page, kinds, *it))
    });
    let title = meta.headline.take();
    meta.headline = title.as_deref().map(|it| without_outlet(it, meta));
    if let Some(at) = headline {
        let beside =
            title.and_then(|it| Some(outlet::after(&it, &page.lines[at].text)?.to_owned()));
        let words = plain(&page.lines[at].text);
        for (other, kind) in kinds.iter_mut().enumerate() {
            if plain(&page.lines[other].text) == words {
                *kind = BlockKind::Furniture(FurnitureKind::Duplicate);
            }
        }
        kinds[at] = BlockKind::Headline;
        meta.outlet = meta.outlet.take().or(beside);
        meta.headline = Some(page.lines[at].text.clone());
    } else {
        unseen.headline.clone_from(&meta.headline);
    }
    let start = headline.filter(|it| *it < story).map_or(0, |it| it + 1);
    // The first prose may be the dek if other prose is left.
    let end = story + usize::from((story + 1..kinds.len()).any(|it| page.is_story(it)));
    if let Some(at) = (start..end).find(|it| is_dek(page, kinds, *it, start, story)) {
        kinds[at] = BlockKind::Dek;
    }
    meta.published = published(page, kinds, meta, start, story);
    match bylines::find(page, kinds, meta.byline.as_deref(), start, story) {
        Some(at) => kinds[at] = BlockKind::Byline,
        None => unseen.byline.clone_from(&meta.byline),
    }
    unseen
}

/// Lines around the headline in which a dek, a date or a byline is looked for.
pub const NEAR: usize = 4;

/// Lines from `start` to `end` without those that are far from both.
pub fn below(start: usize, end: usize) -> impl Iterator<Item = usize> {
    const FAR: usize = 40;
    (start..end).filter(move |it| *it < start + FAR || *it + FAR > end)
}

/// The stated day, else the shown one, else that of the address. Pages state it in universal time
/// and show it in their own: of two days beside each other the shown one is what readers saw.
fn published(
    page: &Page<'_>,
    kinds: &mut [BlockKind],
    meta: &Meta,
    start: usize,
    story: usize,
) -> Option<Date> {
    let in_address = meta.address.as_deref().and_then(dates::in_address);
    let stated = meta.published.or(in_address);
    let below = below(start, (story + 1).min(kinds.len()));
    let above = (start.saturating_sub(NEAR)..start).rev();
    let free = |it: &usize| {
        let caption = BlockKind::Furniture(FurnitureKind::Caption);
        let short = page.lines[*it].n_words() < LONGEST_STAMP;
        short && kinds[*it] != BlockKind::Headline && kinds[*it] != caption
    };
    let beside = |it: Date| {
        stated.is_none_or(|stated| dates::n_days(it).abs_diff(dates::n_days(stated)) <= 1)
    };
    // Nothing is changed before it is published.
    let fits =
        |it: Date, of| beside(it) && (of != Of::Change || stated.is_none_or(|stated| it < stated));
    let shown = below.chain(above).filter(free).flat_map(|at| {
        let dates = stamps::dates(page, at, stated).into_iter();
        dates.map(move |(date, of)| (at, date, of))
    });
    let best = shown
        .filter(|it| fits(it.1, it.2))
        .min_by_key(|it| it.2)
        .map(|it| (it.0, it.1));
    if let Some((at, date)) = best {
        let furniture = matches!(kinds[at], BlockKind::Furniture(_));
        if furniture || page.weights[at] == 0.0 {
            kinds[at] = BlockKind::Furniture(FurnitureKind::Timestamp);
        }
        return Some(date);
    }
    in_address.filter(|it| beside(*it)).or(stated)
}

/// The line that is the headline: an `<h1>` like the title, any line that is the title, an `<h1>`
/// that is a part of it, an `<h1>`.
fn headline(page: &Page<'_>, meta: &Meta, story: usize) -> Option<usize> {
    let heads = |at: &usize| page.dom.name(page.lines[*at].block) == "h1";
    let nearest = |fits: &dyn Fn(&usize) -> bool| {
        let mut before = (0..story).rev();
        let mut after = story..page.lines.len();
        before
            .find(|it| fits(it))
            .or_else(|| after.find(|it| fits(it)))
    };
    // A short heading may be the outlet's name as well.
    let host = meta.address.as_deref().map(outlet::host);
    let is_outlet = |it: &&str| {
        meta.outlet
            .as_deref()
            .is_some_and(|name| outlet::same(it, name))
            || host.as_deref().is_some_and(|host| outlet::fits(it, host))
    };
    let parts = meta.headline.iter().flat_map(|it| outlet::parts(it));
    let title_parts: Vec<String> = parts.filter(|it| !is_outlet(it)).map(plain).collect();
    let title = meta.headline.as_deref().map(plain);
    let title = title.filter(|it| !it.is_empty());
    let like = |at: &usize| {
        let words = plain(&page.lines[*at].text);
        title.as_deref().is_some_and(|title| {
            words == title || words.len() > 14 && (title.contains(&words) || words.contains(title))
        })
    };
    let is_title = |at: &usize| {
        let words = plain(&page.lines[*at].text);
        let most = title.as_deref().is_some_and(|title| {
            words == title
                || words.len() * 2 > title.len() && words.len() > 20 && title.starts_with(&words)
        });
        most && !page.is_story(*at)
    };
    let is_part = |at: &usize| {
        let words = plain(&page.lines[*at].text);
        heads(at) && title_parts.contains(&words)
    };
    let shown = |at: &usize| heads(at) && page.lines[*at].n_words() > 2;
    nearest(&|it| heads(it) && like(it))
        .or_else(|| nearest(&is_title))
        .or_else(|| nearest(&is_part))
        .or_else(|| (0..story).rev().find(shown))
}

fn is_title(page: &Page<'_>, kinds: &[BlockKind], at: usize) -> bool {
    let line = &page.lines[at];
    let free = matches!(kinds[at], BlockKind::Prose | BlockKind::Subhead);
    free && (2..=26).contains(&line.n_words()) && !ends_sentence(&line.text)
}

/// Letters and digits alone, in lower case, single spaces between words.
pub fn plain(text: &str) -> String {
    let mut res = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_alphanumeric() {
            res.extend(letter.to_lowercase());
        } else if letter.is_whitespace() && !res.is_empty() && !res.ends_with(' ') {
            res.push(' ');
        }
    }
    res.truncate(res.trim_end().len());
    res
}

/// `Wall fails | Harbor News` without its last part, where that is the outlet or as short as one.
fn without_outlet(title: &str, meta: &Meta) -> String {
    for mark in [" | ", " — ", " – ", " - ", " :: ", " » "] {
        let Some((first, last)) = title.rsplit_once(mark) else {
            continue;
        };
        let outlet = meta.outlet.as_deref().map(plain).unwrap_or_default();
        let host = meta.address.as_deref().map(plain).unwrap_or_default();
        let name = plain(last).replace(' ', "");
        let known = !name.is_empty() && (outlet.replace(' ', "") == name || host.contains(&name));
        let short = last.split_whitespace().count() <= 4 && first.split_whitespace().count() >= 4;
        if known || short && mark != " - " {
            return first.trim().to_owned();
        }
    }
    title.to_owned()
}

/// The line under the headline that sums the article up.
fn is_dek(page: &Page<'_>, kinds: &[BlockKind], at: usize, start: usize, story: usize) -> bool {
    let line = &page.lines[at];
    if !(5..=80).contains(&line.n_words()) || line.linked_share() > 0.3 {
        return false;
    }
    let around = std::iter::once(line.block).chain(page.dom.ancestors(line.block).take(2));
    let said = around.filter_map(|it| parts::dek(page.dom, it)).max();
    let near = start > 0 && at < start + NEAR;
    let under_headline = start > 0 && at == start && page.dom.name(line.block) == "h2";
    match kinds[at] {
        BlockKind::Headline | BlockKind::Furniture(FurnitureKind::Caption) => false,
        _ if said == Some(Dek::Surely) && near => true,
        BlockKind::Prose | BlockKind::Subhead | BlockKind::Furniture(FurnitureKind::Other) => {
            at < story && (said.is_some() || under_headline)
        }
        _ => false,
    }
}

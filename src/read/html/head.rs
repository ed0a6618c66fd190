//! The headline, dek and byline among the page's lines, by what the page states of them.
//!
//! A page's `<title>` carries its outlet, its `og:title` may be another wording for networks; what a
//! reader sees is the `<h1>`. What is stated and not shown is told to the caller, who adds it.

use std::sync::LazyLock;

use regex::Regex;

use super::body::{Page, ends_sentence};
use super::{parts, stamps};
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
    let headline = headline(page, meta.headline.as_deref(), story).or_else(|| {
        // Old pages have neither a title nor a heading, only large letters.
        let untitled = meta.headline.is_none();
        (0..story).find(|it| untitled && is_title(page, kinds, *it))
    });
    meta.headline = meta.headline.take().map(|it| without_outlet(&it, meta));
    if let Some(at) = headline {
        let words = plain(&page.lines[at].text);
        for (other, kind) in kinds.iter_mut().enumerate() {
            if plain(&page.lines[other].text) == words {
                *kind = BlockKind::Furniture(FurnitureKind::Duplicate);
            }
        }
        kinds[at] = BlockKind::Headline;
        meta.headline = Some(page.lines[at].text.clone());
    } else {
        unseen.headline.clone_from(&meta.headline);
    }
    let start = headline.filter(|it| *it < story).map_or(0, |it| it + 1);
    if let Some(at) = (start..story).find(|it| is_dek(page, kinds, *it, start)) {
        kinds[at] = BlockKind::Dek;
    }
    meta.published = published(page, kinds, meta, start, story);
    match byline(page, kinds, meta.byline.as_deref(), start, story) {
        Some(at) => kinds[at] = BlockKind::Byline,
        None => unseen.byline.clone_from(&meta.byline),
    }
    unseen
}

/// Lines above the headline in which a date or a byline is looked for.
const ABOVE: usize = 4;

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
    let below = start..(story + 1).min(kinds.len());
    let above = (start.saturating_sub(ABOVE)..start).rev();
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

/// The line that is the headline: an `<h1>` like the title, any line that is the title, an `<h1>`.
fn headline(page: &Page<'_>, title: Option<&str>, story: usize) -> Option<usize> {
    let heads = |at: &usize| page.dom.name(page.lines[*at].block) == "h1";
    let nearest = |fits: &dyn Fn(&usize) -> bool| {
        let mut before = (0..story).rev();
        let mut after = story..page.lines.len();
        before
            .find(|it| fits(it))
            .or_else(|| after.find(|it| fits(it)))
    };
    let title = title.map(plain).filter(|it| !it.is_empty());
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
    let shown = |at: &usize| heads(at) && page.lines[*at].n_words() > 2;
    nearest(&|it| heads(it) && like(it))
        .or_else(|| nearest(&is_title))
        .or_else(|| (0..story).rev().find(shown))
}

fn is_title(page: &Page<'_>, kinds: &[BlockKind], at: usize) -> bool {
    let line = &page.lines[at];
    let free = matches!(kinds[at], BlockKind::Prose | BlockKind::Subhead);
    free && (2..=26).contains(&line.n_words()) && !ends_sentence(&line.text)
}

/// Letters and digits alone, in lower case, single spaces between words.
fn plain(text: &str) -> String {
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
fn is_dek(page: &Page<'_>, kinds: &[BlockKind], at: usize, start: usize) -> bool {
    let line = &page.lines[at];
    let free = matches!(
        kinds[at],
        BlockKind::Prose | BlockKind::Subhead | BlockKind::Furniture(FurnitureKind::Other)
    );
    let size = (5..=80).contains(&line.n_words());
    let around = std::iter::once(line.block).chain(page.dom.ancestors(line.block).take(2));
    let said = around.into_iter().any(|it| parts::is_dek(page.dom, it));
    let under_headline = at == start && start > 0 && page.dom.name(line.block) == "h2";
    free && size && line.linked_share() < 0.3 && (said || under_headline)
}

fn byline(
    page: &Page<'_>,
    kinds: &[BlockKind],
    stated: Option<&str>,
    start: usize,
    story: usize,
) -> Option<usize> {
    static BY: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"^(?i:by|von|par|por|di)\s+\p{Lu}").expect("a valid pattern"));
    let end = (story + 3).min(kinds.len());
    let free = |at: &usize| {
        let prose = matches!(kinds[*at], BlockKind::Prose | BlockKind::Subhead);
        let caption = BlockKind::Furniture(FurnitureKind::Caption);
        let furniture = matches!(kinds[*at], BlockKind::Furniture(_)) && kinds[*at] != caption;
        let short = page.lines[*at].n_words() <= 16;
        short && (furniture || prose && page.weights[*at] == 0.0)
    };
    let first_name = stated
        .and_then(|it| it.split([',', ';', '|']).next())
        .map(|it| plain(it.trim_start_matches("By ").trim_start_matches("by ")))
        .filter(|it| it.len() > 3);
    let names = |at: &usize| {
        let name = first_name.as_deref();
        name.is_some_and(|it| plain(&page.lines[*at].text).contains(it))
    };
    let says_by = |at: &usize| {
        let line = &page.lines[*at];
        BY.is_match(&line.text) && !ends_sentence(&line.text)
    };
    (start..end)
        .find(|it| free(it) && names(it))
        .or_else(|| (start..end).find(|it| free(it) && says_by(it)))
}

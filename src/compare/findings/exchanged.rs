//! Quoted words for which another outlet quotes other words.
//!
//! ```text
//! coast   “… fair rules for the harbor and free choice of a berth.”
//! north   “… fair rules for the harbor and self-rule.”          exchanged
//! south   “… fair rule for the harbors, free choice of berths.” the same words
//! ```

use std::collections::BTreeSet;

use super::Material;
use crate::compare::strands::tokens_in;
use crate::model::{
    ArticleIdx, Edit, EditKind, Place, QuotationKind, Span, Token, TokenKind, Utterance, Witness,
};

/// Words that both witnesses have in common at least, small ones among them.
pub const MIN_EQUAL: usize = 5;
/// Share of the shorter quotation's words of meaning, in percent.
const MOSTLY_PERCENT: usize = 60;
/// Words in a row that a saying, a law or a motto may have: two people may both say them.
const SAYING: usize = 6;
/// Words in a row that a report in other words hardly has.
const COPIED: usize = 5;
/// First letters from which two words may be one in two forms or spellings.
const STEM: usize = 4;

/// What a change of wording is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exchange {
    /// Words of meaning against other words of meaning, in quotations otherwise alike.
    OtherWords,
    /// More words against each other than are shared: each outlet quotes another sentence that
    /// stood beside what both have.
    OtherSentence,
    No,
}

pub fn exchange(material: &Material<'_>, utterance: &Utterance, edit: &Edit) -> Exchange {
    let (base, witness) = (
        &utterance.witnesses[edit.from],
        &utterance.witnesses[edit.to],
    );
    let is_replaced = edit.from_span.is_some() && edit.to_span.is_some();
    if edit.kind != EditKind::Wording || !is_replaced || base.reported || witness.reported {
        return Exchange::No;
    }
    let all = [words(material, base.place), words(material, witness.place)];
    let (gone, new) = n_changed(material, utterance, edit);
    let is_shared = |it: &&String| all[1].iter().any(|other| are_alike(it, other));
    let n_shared = all[0].iter().filter(is_shared).count();
    let n_exchanged = gone.max(new);
    if gone > 0 && new > 0 && are_otherwise_one(material, utterance, edit) {
        Exchange::OtherWords
    } else if n_exchanged > 1 && n_shared <= n_exchanged {
        Exchange::OtherSentence
    } else {
        Exchange::No
    }
}

/// Most words beside those of the edit are the same.
pub fn are_otherwise_one(material: &Material<'_>, utterance: &Utterance, edit: &Edit) -> bool {
    let sides = [(edit.from, edit.from_span), (edit.to, edit.to_span)].map(|(at, span)| {
        let whole = utterance.witnesses[at].place;
        (whole, span.map(|span| Place { span, ..whole }))
    });
    let (gone, new) = n_changed(material, utterance, edit);
    let n_against = if both_begin(utterance, edit) {
        let n_words = sides.map(|(_, it)| it.map_or(0, |it| keys(material, it).len()));
        2 * n_words[0].max(n_words[1])
    } else {
        gone.max(new)
    };
    let n_equal = n_equal(material, sides[0].0, sides[1].0);
    n_equal >= MIN_EQUAL && n_equal > 2 * n_against
}

/// Each begins with words of its own, perhaps another sentence.
pub fn both_begin(utterance: &Utterance, edit: &Edit) -> bool {
    let starts = |at: usize, span: Option<Span>| {
        span.is_some_and(|span| span.start() == utterance.witnesses[at].place.span.start())
    };
    starts(edit.from, edit.from_span) && starts(edit.to, edit.to_span)
}

/// Words of meaning, titles left out, that the edit takes from the base and that it brings, which
/// the other witness has nowhere.
pub fn n_changed(material: &Material<'_>, utterance: &Utterance, edit: &Edit) -> (usize, usize) {
    let n_new = |at: usize, span: Option<Span>, other: usize| {
        let [place, other] = [at, other].map(|it| utterance.witnesses[it].place);
        let in_other = words(material, other);
        let found = span.map(|span| words(material, Place { span, ..place }));
        // `one-in-three`
        let counts = |it: &str| {
            it.split('-')
                .any(|it| material.lexicons.number(it).is_some())
        };
        let is_new = |it: &&String| {
            !in_other.iter().any(|other| are_alike(it, other))
                && material.lexicons.title(it).is_none()
                && !counts(it)
        };
        found.iter().flatten().filter(is_new).count()
    };
    (
        n_new(edit.from, edit.from_span, edit.to),
        n_new(edit.to, edit.to_span, edit.from),
    )
}

/// Most of the shorter one's words of meaning stand in the other.
pub fn are_mostly_one(material: &Material<'_>, a: Place, b: Place) -> bool {
    let (a, b) = (words(material, a), words(material, b));
    if a.len() <= b.len() {
        holds_most(&b, &a)
    } else {
        holds_most(&a, &b)
    }
}

fn holds_most(whole: &BTreeSet<String>, part: &BTreeSet<String>) -> bool {
    let is_shared = |it: &&String| whole.iter().any(|other| are_alike(it, other));
    100 * part.iter().filter(is_shared).count() >= MOSTLY_PERCENT * part.len()
}

/// Another quotation of the speaker in the outlet has most of the words that this one lacks.
pub fn is_quoted_apart(material: &Material<'_>, cut: Place, witness: &Witness) -> bool {
    let cut = words(material, cut);
    let article = witness.place.article;
    let quotations = material.story.annotations(article).quotations.iter();
    let mut others = quotations.enumerate().filter(|(at, it)| {
        let is_marked = matches!(it.kind, QuotationKind::Direct | QuotationKind::Mixed);
        let speakers = material.speakers.of(article, *at);
        let is_own =
            speakers.is_empty() || witness.speaker.is_some_and(|it| speakers.contains(&it));
        is_marked && is_own && *at != witness.quotation
    });
    others.any(|(_, it)| {
        let span = it.span;
        holds_most(&words(material, Place { article, span }), &cut)
    })
}

/// Words of `a` that `b` has as well.
pub fn n_equal(material: &Material<'_>, a: Place, b: Place) -> usize {
    let (a, b) = (keys(material, a), keys(material, b));
    a.iter().filter(|it| b.contains(it)).count()
}

/// More words in a row than a saying has, or all of the shorter; what both quote in their turn is
/// neither's.
pub fn share_a_run(material: &Material<'_>, a: Place, b: Place) -> bool {
    share(&own_keys(material, a), &own_keys(material, b), SAYING)
}

/// The report holds a mark of quotation and words of the quotation: it is no telling in a
/// writer's own words.
pub fn is_copied(material: &Material<'_>, quotation: Place, report: Place) -> bool {
    let words = material.story.words(report);
    let is_marked = words
        .split_whitespace()
        .any(|it| it.starts_with(['\'', '‘', '"', '“']));
    let (quoted, told) = (keys(material, quotation), keys(material, report));
    is_marked && share(&quoted, &told, COPIED)
}

fn share(a: &[u64], b: &[u64], least: usize) -> bool {
    let wanted = least.min(a.len()).min(b.len());
    wanted > 0
        && a.windows(wanted)
            .any(|it| b.windows(wanted).any(|other| it == other))
}

/// The article that reports a quotation also has its words, as many in a row as no report has.
pub fn stands_beside(material: &Material<'_>, quotation: Place, report: Place) -> bool {
    let wanted = keys(material, quotation);
    let tokens = material.story.annotations(report.article).tokens.iter();
    let elsewhere = tokens.filter(|it| is_word(it) && !it.span.overlaps(report.span));
    let all: Vec<u64> = elsewhere.map(|it| it.key).collect();
    share(&wanted, &all, SAYING + 1)
}

/// The article has these words somewhere, in a row.
pub fn stands_in(material: &Material<'_>, place: Place, article: ArticleIdx) -> bool {
    let wanted = keys(material, place);
    let tokens = material.story.annotations(article).tokens.iter();
    let all: Vec<u64> = tokens.filter(is_word).map(|it| it.key).collect();
    wanted.len() > 1 && all.windows(wanted.len()).any(|it| it == wanted)
}

/// All its words, as they are compared.
fn keys(material: &Material<'_>, place: Place) -> Vec<u64> {
    let tokens = &material.story.annotations(place.article).tokens;
    let words = tokens_in(tokens, place.span).iter().filter(is_word);
    words.map(|it| it.key).collect()
}

/// The same without what stands between inner marks: a motto, a title.
fn own_keys(material: &Material<'_>, place: Place) -> Vec<u64> {
    let text = &material.story.article(place.article).text;
    let tokens = &material.story.annotations(place.article).tokens;
    let mut is_inside = false;
    let mut end = place.span.start();
    let mut res = Vec::new();
    for token in tokens_in(tokens, place.span).iter().filter(is_word) {
        let between = text.get(end..token.span.start()).unwrap_or_default();
        is_inside = match between.rfind(['‘', '“', '’', '”', '\'', '"']) {
            Some(at) => opens(between, at),
            None => is_inside,
        };
        if !is_inside {
            res.push(token.key);
        }
        end = token.span.end();
    }
    res
}

/// The mark stands at the word after it.
fn opens(between: &str, at: usize) -> bool {
    let rest = between[at..].chars().skip(1);
    rest.count() == 0 && (at > 0 || between.starts_with(['‘', '“']))
}

fn is_word(token: &&Token) -> bool {
    matches!(token.kind, TokenKind::Word | TokenKind::Number)
}

/// Content words of a place, in small letters.
pub fn words(material: &Material<'_>, place: Place) -> BTreeSet<String> {
    let text = &material.story.article(place.article).text;
    let tokens = &material.story.annotations(place.article).tokens;
    let tells = |it: &&Token| it.content && it.kind == TokenKind::Word && !it.bracketed;
    let found = tokens_in(tokens, place.span).iter().filter(tells);
    found.map(|it| it.span.of(text).to_lowercase()).collect()
}

/// One word in two forms or spellings (`tram`, `trams`; `pedal`, `paedal`), or a part of the other.
fn are_alike(one: &str, other: &str) -> bool {
    let common = |a: &mut dyn Iterator<Item = char>, b: &mut dyn Iterator<Item = char>| {
        a.zip(b).take_while(|(a, b)| a == b).count()
    };
    let first = common(&mut one.chars(), &mut other.chars());
    let last = common(&mut one.chars().rev(), &mut other.chars().rev());
    let longest = one.chars().count().max(other.chars().count());
    let bare = |it: &str| it.replace(['-', '’', '\''], "");
    let (one, other) = (bare(one), bare(other));
    first >= STEM
        || 3 * (first + last) >= 2 * longest
        || one.contains(&other)
        || other.contains(&one)
}

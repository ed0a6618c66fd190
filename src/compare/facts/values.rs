//! Whether two values of one slot agree, refine one another or differ; else they do not compare.

use std::collections::BTreeSet;

use super::Material;
use super::keys;
use crate::compare::strands::tokens_in;
use crate::model::{ArticleIdx, Circumstance, CircumstanceKind, Span, Time, TimeBound, Verdict};

/// A circumstance of one article.
pub type Told<'c> = (ArticleIdx, &'c Circumstance);

/// Two circumstances of one kind.
pub fn of_circumstances(material: &Material<'_>, a: Told<'_>, b: Told<'_>) -> Option<Verdict> {
    match (a.1.kind, a.1.time, b.1.time) {
        (CircumstanceKind::Time, Some(one), Some(other)) => {
            if has_value(one) || has_value(other) {
                of_times(one, other)
            } else {
                same_words(material, a, b).then_some(Verdict::Agrees)
            }
        }
        (CircumstanceKind::Place, ..) => of_places(material, a, b),
        _ => of_words(material, a, b),
    }
}

/// Fields that both have decide; one that has more fields is more precise.
pub fn of_times(a: Time, b: Time) -> Option<Verdict> {
    if !has_value(a) || !has_value(b) {
        return None;
    }
    if a.bound != b.bound {
        return None;
    }
    let pairs = [
        (a.year, b.year),
        (a.month.map(i32::from), b.month.map(i32::from)),
        (a.day.map(i32::from), b.day.map(i32::from)),
        (a.minute.map(i32::from), b.minute.map(i32::from)),
    ];
    let weekdays = (a.weekday.map(i32::from), b.weekday.map(i32::from));
    let known = |it: &(Option<i32>, Option<i32>)| it.0.is_some() && it.1.is_some();
    // A resolved day says more than the name of the day.
    let has_days = known(&pairs[2]);
    let compared: Vec<_> = pairs
        .iter()
        .chain((!has_days).then_some(&weekdays))
        .filter(|it| known(it))
        .collect();
    if compared.is_empty() {
        return None;
    }
    if compared.iter().any(|it| it.0 != it.1) {
        return Some(Verdict::Differs);
    }
    // `Thursday` beside a Thursday whose date is known.
    let same_weekday = !has_days && known(&weekdays);
    Some(if same_weekday || pairs.iter().all(|it| it.0 == it.1) {
        Verdict::Agrees
    } else {
        Verdict::Refines
    })
}

/// One day of two years, or two years since when one state lasts: hardly two events.
pub fn is_slip(a: Time, b: Time) -> bool {
    let has_day = a.month.is_some() && a.day.is_some();
    let same_day = has_day && (a.month, a.day) == (b.month, b.day);
    let lasts = a.bound == TimeBound::Since && a.month.is_none() && b.month.is_none();
    let years = a.year.is_some() && b.year.is_some() && a.year != b.year;
    years && a.bound == b.bound && (same_day || lasts)
}

pub fn has_value(time: Time) -> bool {
    time.year.is_some() || time.month.is_some() || time.weekday.is_some() || time.minute.is_some()
}

/// Equal names agree, more names refine; a place in its state refines.
fn of_places(material: &Material<'_>, a: Told<'_>, b: Told<'_>) -> Option<Verdict> {
    let names = |it: Told<'_>| keys::names(material.story, material.lexicons, it.0, it.1.inner);
    let (one, other) = (names(a), names(b));
    if same_words(material, a, b) {
        return Some(Verdict::Agrees);
    }
    if one.is_empty() || other.is_empty() {
        return None;
    }
    if one == other {
        return Some(Verdict::Agrees);
    }
    if one.is_subset(&other) || other.is_subset(&one) {
        return Some(Verdict::Refines);
    }
    let is_name = |it: Told<'_>| {
        let text = &material.story.article(it.0).text;
        let words = it.1.inner.of(text);
        words
            .split_whitespace()
            .all(|it| it.starts_with(|c: char| c.is_uppercase() || !c.is_alphabetic()))
    };
    // `in Halvane` and `in the port town` may be one.
    let both_names = is_name(a) && is_name(b);
    if !both_names || !one.is_disjoint(&other) {
        return None;
    }
    let words = |it: Told<'_>| it.1.inner.of(&material.story.article(it.0).text);
    let (one, other) = (words(a), words(b));
    let is_nested = holds(material, one, other) || holds(material, other, one);
    Some(if is_nested {
        Verdict::Refines
    } else {
        Verdict::Differs
    })
}

/// Most bytes between a place and the one that holds it.
const CLOSE_BY: usize = 16;

/// An article says that one lies in the other: `Kelden, north Halvane`, `Kelden in Halvane`.
fn holds(material: &Material<'_>, inner: &str, outer: &str) -> bool {
    material.story.indices().any(|article| {
        let text = &material.story.article(article).text;
        text.match_indices(inner).any(|(at, _)| {
            let rest = &text[at + inner.len()..];
            let between = rest.find(outer).map(|it| &rest[..it]);
            between.is_some_and(|it| {
                it.len() <= CLOSE_BY && (it.starts_with(", ") || it == " in ") && !it.contains('.')
            })
        })
    })
}

/// What both share of the words with meaning.
fn of_words(material: &Material<'_>, a: Told<'_>, b: Told<'_>) -> Option<Verdict> {
    let (one, other) = (
        lemmas(material, a.0, a.1.inner),
        lemmas(material, b.0, b.1.inner),
    );
    if one.is_empty() || other.is_empty() {
        return None;
    }
    if one == other {
        return Some(Verdict::Agrees);
    }
    let shared = one.intersection(&other).count();
    (shared == one.len() || shared == other.len()).then_some(Verdict::Refines)
}

fn same_words(material: &Material<'_>, a: Told<'_>, b: Told<'_>) -> bool {
    let one = lemmas(material, a.0, a.1.inner);
    !one.is_empty() && one == lemmas(material, b.0, b.1.inner)
}

/// Keys of the words that carry meaning.
fn lemmas(material: &Material<'_>, article: ArticleIdx, span: Span) -> BTreeSet<u64> {
    lemmas_but(material, article, span, &[])
}

/// Keys of the words that carry meaning, outside some stretches.
pub fn lemmas_but(
    material: &Material<'_>,
    article: ArticleIdx,
    span: Span,
    without: &[Span],
) -> BTreeSet<u64> {
    tokens_in(&material.story.annotations(article).tokens, span)
        .iter()
        .filter(|it| it.content && !without.iter().any(|span| span.covers(it.span)))
        .map(|it| it.lemma)
        .collect()
}

//! Counts of the same thing, side by side: one slot is a unit and what happens to it.
//!
//! Unit and predicate must both be known and equal, subjects may be unknown on one side: 300 piles
//! *ordered* and dozens *inspected* never meet. Of two outlets the best-fitting pair decides. Counts
//! that are far apart count different things, a part and its whole. Two counts that exclude one
//! another differ only where something shows that they are of one event: aligned words, the leads,
//! or the same subject by name; else they are two counts.

use std::collections::{BTreeMap, BTreeSet};

use super::Material;
use super::keys::{Key, Match};
use super::labels;
use super::sites::{Site, Sites};
use crate::compare::likeness::{self, Statement};
use crate::compare::strands::tokens_in;
use crate::lexicon::Tag;
use crate::model::{
    ArticleIdx, FactCell, FactKind, FactRow, Phrase, Place, Quantity, Span, Story, Verdict,
};

/// A count this many times another is of another thing.
const FAR_APART: f64 = 4.0;
/// Two figures from which on both count are one if the greater is at most this many times the
/// other, as `more than 50` and `over 51`; of a few each one counts.
const CLOSE: f64 = 1.2;
const FEW: f64 = 20.0;
/// Numbers from here on are rounded.
const ROUNDED_FROM: f64 = 1_000.0;
/// So many of its last unit make a number exact: three figures.
const EXACT: f64 = 100.0;
/// Words that two sentences share that may tell one event; with nearly the same number.
const MIN_ALIKE: usize = 3;
const MIN_CLOSE: usize = 2;
const RULE: &str = "Counts of one unit with one verb; who does it is equal or unknown.";

const RULE_VAGUE: &str = "Words for a number without a figure, in aligned words.";

/// One count of an article.
pub struct Count<'a> {
    pub article: ArticleIdx,
    pub quantity: &'a Quantity,
    subject: Key,
    site: Site,
    /// What the sentence tells.
    statement: Statement,
    /// Years in the sentence before that of the article.
    years: BTreeSet<i32>,
}

/// Quantity rows in the order of their first cells.
pub fn rows(material: &Material<'_>) -> Vec<FactRow> {
    let sites = Sites::new(material);
    let mut slots: BTreeMap<(&str, &str), Vec<Count<'_>>> = BTreeMap::new();
    for article in material.story.indices() {
        for quantity in &material.story.annotations(article).quantities {
            let words = quantity.span.of(&material.story.article(article).text);
            let is_age = words.contains("-year-old");
            if let (Some(unit), Some(predicate)) = (&quantity.unit, &quantity.predicate)
                && !quantity.declined
                && !is_age
            {
                let sentence = sentence(material.story, article, quantity.span);
                let subject = quantity.subject.map(|span| Phrase { span, head: span });
                slots
                    .entry((unit.as_str(), predicate.as_str()))
                    .or_default()
                    .push(Count {
                        article,
                        quantity,
                        subject: subject.map_or_else(Key::default, |it| {
                            Key::new(material.story, material.lexicons, article, it)
                        }),
                        site: sites.of(Place {
                            article,
                            span: quantity.span,
                        }),
                        statement: Statement::new(
                            material.story,
                            material.lexicons,
                            article,
                            &[sentence],
                        ),
                        years: years(material.story, article, sentence),
                    });
            }
        }
    }
    let acts: Vec<BTreeSet<&str>> = material
        .story
        .indices()
        .map(|it| acts(material, it))
        .collect();
    let mut res: Vec<FactRow> = Vec::new();
    for ((unit, predicate), counts) in slots {
        for group in groups(material, counts) {
            let mut rows = row(material, unit, predicate, &group);
            for row in rows.iter_mut().filter(|it| it.cells.len() > 1) {
                // Who tells of the act may count it by other words.
                let telling = material
                    .story
                    .indices()
                    .filter(|it| acts[it.0].contains(predicate));
                row.open = telling.filter(|it| !row.may_tell(*it)).collect();
            }
            res.extend(rows);
        }
    }
    res.extend(vague(material, &sites));
    res.sort_by_key(|it| it.cells.first().map(|cell| (cell.article, cell.spans[0])));
    res
}

/// The classes of acts that an article has words for.
fn acts<'a>(material: &Material<'a>, article: ArticleIdx) -> BTreeSet<&'a str> {
    let text = &material.story.article(article).text;
    let lexicons = material.lexicons;
    let tokens = material.story.annotations(article).tokens.iter();
    tokens
        .filter(|it| it.content)
        .flat_map(|it| {
            let lower = it.span.of(text).to_lowercase();
            [Tag::Verb, Tag::Noun].map(|tag| lexicons.lemma(&lower, tag))
        })
        .filter_map(|it| lexicons.listed_predicate(&it))
        .collect()
}

/// `a small number` in aligned words: what is counted may stand in the words around it.
fn vague(material: &Material<'_>, sites: &Sites) -> Vec<FactRow> {
    let mut res: Vec<(Site, FactRow)> = Vec::new();
    for article in material.story.indices() {
        for quantity in &material.story.annotations(article).quantities {
            let span = quantity.span;
            let words = material.story.words(Place { article, span });
            let is_number = words.to_lowercase().contains("number");
            if interval(quantity).is_some() || quantity.declined || !is_number {
                continue;
            }
            // The counted noun may stand outside the shared words.
            let tokens = &material.story.annotations(article).tokens;
            let Some(first) = tokens_in(tokens, span).first() else {
                continue;
            };
            let site = sites.of(Place {
                article,
                span: first.span,
            });
            let cell = FactCell {
                article,
                spans: vec![span],
            };
            match res.iter_mut().find(|it| it.0.is_aligned_with(&site)) {
                Some((_, row)) if row.cells.iter().all(|it| it.article != article) => {
                    row.cells.push(cell);
                }
                Some(_) => {}
                None => {
                    let row = FactRow {
                        kind: FactKind::Quantity,
                        label: material.story.words(Place { article, span }).to_owned(),
                        verdict: Verdict::Agrees,
                        cells: vec![cell],
                        nearest: Vec::new(),
                        open: Vec::new(),
                        rule: RULE_VAGUE,
                    };
                    res.push((site, row));
                }
            }
        }
    }
    let rows = res.into_iter().map(|it| it.1);
    rows.filter(|it| it.cells.len() > 1).collect()
}

/// Counts that can be of one thing, in story order; each stands in the first group that it fits.
fn groups<'a>(material: &Material<'_>, counts: Vec<Count<'a>>) -> Vec<Vec<Count<'a>>> {
    let mut res: Vec<Vec<Count<'a>>> = Vec::new();
    for count in counts {
        let fits = |group: &&mut Vec<Count<'a>>| {
            let others = || group.iter().filter(|it| it.article != count.article);
            let same_subject = group
                .iter()
                .all(|it| it.subject.matches(&count.subject) != Match::Other);
            let compares = others().all(|it| {
                let mut same_outlet = others().filter(|other| other.article == it.article);
                same_outlet.any(|it| compared(material, it, &count).is_some())
            });
            // Of one outlet another value is another count.
            let agrees = group
                .iter()
                .filter(|it| it.article == count.article)
                .all(|it| {
                    let found = compared(material, it, &count);
                    matches!(found, Some(Verdict::Agrees | Verdict::Refines))
                });
            same_subject && compares && agrees
        };
        match res.iter_mut().find(fits) {
            Some(group) => group.push(count),
            None => res.push(vec![count]),
        }
    }
    res
}

fn row(
    material: &Material<'_>,
    unit: &str,
    predicate: &str,
    counts: &[Count<'_>],
) -> Option<FactRow> {
    let mut cells: Vec<FactCell> = Vec::new();
    for count in counts {
        match cells.iter_mut().find(|it| it.article == count.article) {
            Some(cell) => cell.spans.push(count.quantity.span),
            None => cells.push(FactCell {
                article: count.article,
                spans: vec![count.quantity.span],
            }),
        }
    }
    let is_single = cells.len() == 1;
    if is_single && !is_telling(material, predicate, counts[0].quantity) {
        return None;
    }
    let mut verdict = if is_single {
        Verdict::OnlyOne
    } else {
        Verdict::Agrees
    };
    for (at, one) in cells.iter().enumerate() {
        for other in &cells[at + 1..] {
            let of = |article| counts.iter().filter(move |it| it.article == article);
            let best = of(one.article)
                .flat_map(|a| of(other.article).filter_map(|b| compared(material, a, b)))
                .min();
            verdict = verdict.max(best?);
        }
    }
    Some(FactRow {
        kind: FactKind::Quantity,
        label: labels::label(material.story, material.lexicons, unit, predicate, counts),
        verdict,
        cells,
        nearest: Vec::new(),
        open: Vec::new(),
        rule: RULE,
    })
}

/// A real count with a verb that reports count by.
fn is_telling(material: &Material<'_>, predicate: &str, quantity: &Quantity) -> bool {
    let listed = material.lexicons.is_listed_predicate(predicate);
    listed && quantity.low.or(quantity.high).is_some_and(|it| it > 1.0)
}

/// `None` if the counts cannot be of one thing, or nothing shows that they are.
fn compared(material: &Material<'_>, a: &Count<'_>, b: &Count<'_>) -> Option<Verdict> {
    // What one tells of an earlier year the other does not.
    if a.years != b.years {
        return None;
    }
    let (Some(one), Some(two)) = (interval(a.quantity), interval(b.quantity)) else {
        // `a number of`: no rival of a figure.
        return (interval(a.quantity) == interval(b.quantity)).then_some(Verdict::Agrees);
    };
    let found = of_intervals(one, two)?;
    let story = material.story;
    let is_part = is_partitive(story, a) || is_partitive(story, b);
    let is_named = a.subject.matches(&b.subject) == Match::Same && !a.subject.names.is_empty();
    let is_one_event =
        a.site.is_aligned_with(&b.site) || a.site.is_lead && b.site.is_lead || is_named;
    let alike = || likeness::likeness(material.counts, &a.statement, &b.statement).n_shared;
    match found {
        Verdict::Differs => !is_part && is_one_event,
        Verdict::Refines => {
            // `dozens`, or nearly the same number: unit and verb are much of what is told.
            let is_word = |it: &Quantity| it.hedge.is_none() && it.high.is_none();
            let (least, most) = bounds(one, two);
            let is_close = most <= CLOSE * least || is_word(a.quantity) || is_word(b.quantity);
            is_one_event || alike() >= if is_close { MIN_CLOSE } else { MIN_ALIKE }
        }
        Verdict::Agrees | Verdict::OnlyOne => true,
    }
    .then_some(found)
}

/// The sentence around a count, or the count alone.
pub fn sentence(story: &Story, article: ArticleIdx, span: Span) -> Span {
    let mut sentences = story.annotations(article).sentences.iter();
    sentences
        .find(|it| it.covers(span))
        .copied()
        .unwrap_or(span)
}

/// Years that stand in a sentence as figures and are over when the article is published.
fn years(story: &Story, article: ArticleIdx, sentence: Span) -> BTreeSet<i32> {
    let text = &story.article(article).text;
    let published = story.article(article).published.map(|it| it.date.year);
    tokens_in(&story.annotations(article).tokens, sentence)
        .iter()
        .filter_map(|it| it.span.of(text).parse().ok())
        .filter(|it| (1900..published.unwrap_or(2100)).contains(it))
        .collect()
}

/// `None`: so far apart that they count different things.
pub fn of_intervals(a: (f64, f64), b: (f64, f64)) -> Option<Verdict> {
    if a == b {
        return Some(Verdict::Agrees);
    }
    // `at least two` and `more than 30` fit in logic, and count two things.
    let (least, most) = bounds(a, b);
    if most > FAR_APART * least.max(1.0) {
        return None;
    }
    // `at least five` beside `at least seven`: the outlets count to other numbers.
    let both_open = a.1.is_infinite() && b.1.is_infinite();
    let close = if least < FEW { 1.0 } else { CLOSE };
    if both_open && most > close * least {
        return Some(Verdict::Differs);
    }
    // `roughly $141 million` and `$139 million` are told too exactly to be one.
    let (one, other) = ((a.0 + a.1) / 2.0, (b.0 + b.1) / 2.0);
    let is_rounded = is_rounded(one, other);
    let is_exact = [one, other].iter().all(|it| it / unit(*it) >= EXACT);
    if a.0 <= b.1 && b.0 <= a.1 && (is_rounded || !is_exact) {
        return Some(Verdict::Refines);
    }
    // `over 21` beside 21: one says where the other begins.
    let is_open = a.1.max(b.1).is_infinite();
    let gap = if a.1 < b.0 { b.0 - a.1 } else { a.0 - b.1 };
    Some(if is_rounded || is_open && gap <= 1.0 {
        Verdict::Refines
    } else {
        Verdict::Differs
    })
}

/// The lesser and the greater of the numbers that are named.
fn bounds(a: (f64, f64), b: (f64, f64)) -> (f64, f64) {
    let bound = |(low, high): (f64, f64)| if high.is_finite() { high } else { low };
    (bound(a).min(bound(b)), bound(a).max(bound(b)))
}

/// `$3.1 billion` beside `$3,119,000,000`: the one is the other, rounded.
fn is_rounded(a: f64, b: f64) -> bool {
    (a - b).abs() <= unit(a).max(unit(b)) / 2.0 && a.min(b) >= ROUNDED_FROM
}

/// The power of ten that a great number is a multiple of; of a small or open one itself.
fn unit(number: f64) -> f64 {
    let mut res = if number < ROUNDED_FROM || number.is_infinite() {
        return number;
    } else {
        1.0
    };
    while number % (res * 10.0) < 0.5 {
        res *= 10.0;
    }
    res
}

/// The least and the most it can be; `None`: vague.
pub fn interval(quantity: &Quantity) -> Option<(f64, f64)> {
    let is_vague = quantity.low.is_none() && quantity.high.is_none();
    (!is_vague).then(|| {
        let low = quantity.low.unwrap_or(0.0);
        (low, quantity.high.unwrap_or(f64::INFINITY))
    })
}

/// `14 of the workers`: a part of a whole that is counted elsewhere.
fn is_partitive(story: &Story, count: &Count<'_>) -> bool {
    let span: Span = count.quantity.span;
    let words = span.of(&story.article(count.article).text).to_lowercase();
    [" of the ", " of those ", " of them", " of our ", " of its "]
        .iter()
        .any(|it| words.contains(it))
}

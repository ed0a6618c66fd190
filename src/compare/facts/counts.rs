//! Counts of the same thing, side by side: one slot is a unit and what happens to it.
//!
//! Unit and predicate must both be known and equal, subjects may be unknown on one side: 300 piles
//! *ordered* and dozens *inspected* never meet. Of two outlets the best-fitting pair decides. Counts
//! that are far apart count different things, a part and its whole. Two counts that exclude one
//! another differ only where something shows that they are of one event: aligned words, the leads,
//! or the same subject by name; else they are two counts.

use std::collections::{BTreeMap, BTreeSet};

use super::Material;
use super::keys::{self, Key, Match};
use super::labels;
use super::ranges::{self, CLOSE, FEW};
use super::sites::{Site, Sites};
use super::vague;
use crate::compare::likeness::{self, Statement};
use crate::compare::strands::tokens_in;
use crate::lexicon::Tag;
use crate::model::{
    ArticleIdx, FactCell, FactKind, FactRow, Phrase, Place, Quantity, Span, Story, Verdict,
};

/// From here on a number is one of many.
const SEVERAL: f64 = 10.0;
/// Words that two sentences share that may tell one event; with nearly the same number.
const MIN_ALIKE: usize = 3;
const MIN_CLOSE: usize = 2;
/// Weight of the words that two sentences share, each at most 1, from which on they tell one thing.
pub const MUCH_ALIKE: f32 = 2.4;
const RULE: &str = "Counts of one unit with one verb; who does it is equal or unknown.";

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
    /// The article has no other number of the unit.
    is_only: bool,
    /// Other counts of the sentence: unit and range.
    beside: Vec<(&'a str, (f64, f64))>,
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
                        is_only: is_only(material.story, article, quantity),
                        beside: beside(material.story, article, sentence, quantity),
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
    let mut found: Vec<(&str, &str, Vec<Count<'_>>)> = Vec::new();
    for ((unit, predicate), counts) in slots {
        for group in groups(material, counts) {
            let same = |it: &&mut (&str, &str, Vec<Count<'_>>)| {
                it.1 == predicate && it.0 != unit && are_one(&it.2, &group)
            };
            match found.iter_mut().find(same) {
                Some(it) => it.2.extend(group),
                None => found.push((unit, predicate, group)),
            }
        }
    }
    for (unit, predicate, mut group) in found {
        group.sort_by_key(|it| (it.article, it.quantity.span));
        {
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
    res.extend(vague::rows(material, &sites));
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

/// One act of the leads whose numbers some outlet gives by both words: `four civilians`, `four
/// people`.
fn are_one(a: &[Count<'_>], b: &[Count<'_>]) -> bool {
    let pairs = || {
        a.iter()
            .flat_map(|one| b.iter().map(move |other| (one, other)))
    };
    let range = |it: &Count<'_>| ranges::interval(it.quantity);
    let in_leads = pairs().all(|(one, other)| one.site.is_lead && other.site.is_lead);
    let is_told_by_both =
        || pairs().any(|(one, other)| one.article == other.article && range(one) == range(other));
    let fits = || {
        pairs().all(|(one, other)| {
            let ranges = range(one).zip(range(other));
            ranges.is_some_and(|(a, b)| ranges::of_intervals(a, b).is_some())
        })
    };
    in_leads && is_told_by_both() && fits()
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
    let (Some(one), Some(two)) = (ranges::interval(a.quantity), ranges::interval(b.quantity))
    else {
        // `a number of`: no rival of a figure.
        return (ranges::interval(a.quantity) == ranges::interval(b.quantity))
            .then_some(Verdict::Agrees);
    };
    let found = ranges::of_intervals(one, two)?;
    let story = material.story;
    let is_part = is_partitive(story, a) || is_partitive(story, b);
    let is_named = a.subject.matches(&b.subject) == Match::Same && !a.subject.names.is_empty();
    let is_one_event =
        a.site.is_aligned_with(&b.site) || a.site.is_lead && b.site.is_lead || is_named;
    let alike = || likeness::likeness(material.counts, &a.statement, &b.statement).n_shared;
    match found {
        Verdict::Differs => !is_part && (is_one_event || tell_one_thing(material, a, b)),
        Verdict::Refines => {
            // `dozens`, or nearly the same number: unit and verb are much of what is told.
            let is_word = |it: &Quantity| it.hedge.is_none() && it.high.is_none();
            let (least, most) = ranges::bounds(one, two);
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

fn is_only(story: &Story, article: ArticleIdx, own: &Quantity) -> bool {
    let mut all = story.annotations(article).quantities.iter();
    all.all(|it| it.unit != own.unit || ranges::interval(it) == ranges::interval(own))
}

/// The other counts of a sentence.
fn beside<'a>(
    story: &'a Story,
    article: ArticleIdx,
    sentence: Span,
    own: &Quantity,
) -> Vec<(&'a str, (f64, f64))> {
    let all = story.annotations(article).quantities.iter();
    let others = all.filter(|it| sentence.covers(it.span) && it.span != own.span);
    others
        .filter_map(|it| Some((it.unit.as_deref()?, ranges::interval(it)?)))
        .collect()
}

/// Both sentences have another count of one thing, of more than a few; or much the same words,
/// a name among them; or each article counts such things once, and many, and one in its lead.
fn tell_one_thing(material: &Material<'_>, a: &Count<'_>, b: &Count<'_>) -> bool {
    let is_many = |it: &(&str, (f64, f64))| it.1.0 >= FEW;
    let has_common = a
        .beside
        .iter()
        .any(|it| is_many(it) && b.beside.contains(it));
    let found = likeness::likeness(material.counts, &a.statement, &b.statement);
    let is_told = has_common && found.n_shared >= MIN_ALIKE || found.weight >= MUCH_ALIKE;
    let is_only = [a, b]
        .iter()
        .all(|it| it.is_only && ranges::interval(it.quantity).is_some_and(|it| it.0 >= SEVERAL));
    let in_lead = a.site.is_lead || b.site.is_lead;
    is_told && share_name(material, &a.statement, &b.statement)
        || is_only && in_lead && found.n_shared >= MIN_CLOSE
}

/// Two stretches have a name in common.
pub fn share_name(material: &Material<'_>, a: &Statement, b: &Statement) -> bool {
    let names = |it: &Statement| {
        keys::names(
            material.story,
            material.lexicons,
            it.place.article,
            it.place.span,
        )
    };
    !names(a).is_disjoint(&names(b))
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

/// `14 of the workers`, `14 from Ostrel`: a part of a whole that is counted elsewhere.
fn is_partitive(story: &Story, count: &Count<'_>) -> bool {
    let text = &story.article(count.article).text;
    let span: Span = count.quantity.span;
    let words = span.of(text).to_lowercase();
    let is_bare = !words.contains(' ') && text[span.end()..].starts_with(" from ");
    let of = [" of the ", " of those ", " of them", " of our ", " of its "];
    is_bare || of.iter().any(|it| words.contains(it))
}

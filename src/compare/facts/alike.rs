//! Counts of one thing that stand in like words, whatever the verb.
//!
//! ```text
//! coast   a $7,940 weekend at the Skarne Bay Sailing School
//! north   spent $7,490 on the Skarne Bay Sailing School        one thing: 7,940, 7,490
//! ```
//! The words around both must be much the same, a name among them, and neither outlet has the
//! other's number: else they are two counts.

use std::collections::{BTreeMap, BTreeSet};

use super::Material;
use super::counts;
use super::ranges;
use crate::compare::likeness::{self, Statement};
use crate::compare::strands::tokens_in;
use crate::lexicon::Tag;
use crate::model::{
    ArticleIdx, FactCell, FactKind, FactRow, Place, Quantity, Span, Token, Verdict,
};

/// So many times as much is another sum.
const FAR: f64 = 1.3;
/// Words of the sentence on each side of a count that tell what it is of.
const REACH: usize = 12;
/// Counts of one unit beyond which it is too common to tell anything.
const MOST_OF_UNIT: usize = 200;
const RULE: &str = "Counts of one unit in words that are much the same, with a name among them; \
                    neither outlet has the other’s number.";

struct Count<'a> {
    place: Place,
    quantity: &'a Quantity,
    range: (f64, f64),
    around: Statement,
}

/// Rows of counts that differ and that `known` does not compare.
pub fn rows(material: &Material<'_>, known: &[FactRow]) -> Vec<FactRow> {
    let mut units: BTreeMap<&str, Vec<Count<'_>>> = BTreeMap::new();
    for article in material.story.indices() {
        for quantity in &material.story.annotations(article).quantities {
            let place = Place {
                article,
                span: quantity.span,
            };
            if let (Some(unit), Some(range)) = (&quantity.unit, ranges::interval(quantity))
                && counts_something(material, place)
            {
                units.entry(unit).or_default().push(Count {
                    place,
                    quantity,
                    range,
                    around: around(material, place),
                });
            }
        }
    }
    let shared = known.iter().filter(|it| it.cells.len() > 1);
    let taken: BTreeSet<Place> = shared.flat_map(FactRow::places).collect();
    let mut res = Vec::new();
    for counts in units.values().filter(|it| it.len() <= MOST_OF_UNIT) {
        let free: Vec<&Count<'_>> = counts
            .iter()
            .filter(|it| !taken.contains(&it.place))
            .collect();
        let pairs = free.iter().enumerate().flat_map(|(at, a)| {
            let others = free[at + 1..].iter().map(move |b| (*a, *b));
            others.filter_map(|(a, b)| Some((likeness(material, counts, a, b)?, a, b)))
        });
        // The likest first: each count stands in one row.
        let mut pairs: Vec<(f32, &Count<'_>, &Count<'_>)> = pairs.collect();
        pairs.sort_by(|a, b| b.0.total_cmp(&a.0));
        let mut used: BTreeSet<Place> = BTreeSet::new();
        for (_, a, b) in pairs {
            if !used.contains(&a.place) && !used.contains(&b.place) {
                used.extend([a.place, b.place]);
                res.push(row(material, a, b));
            }
        }
    }
    res
}

/// Money, or several things: not an age, nor a number that stands before its noun as a name does
/// (`a model 300 pen`).
fn counts_something(material: &Material<'_>, place: Place) -> bool {
    let words = material.story.words(place);
    let last = words.split_whitespace().next_back().unwrap_or_default();
    let noun = last.to_lowercase();
    let is_money = words.contains(['$', '£', '€', '¥']);
    is_money || material.lexicons.lemma(&noun, Tag::Noun) != noun && !words.contains("-year-old")
}

/// Weight of the words that both share; `None`: nothing shows that they are one, or they agree.
fn likeness(
    material: &Material<'_>,
    counts: &[Count<'_>],
    a: &Count<'_>,
    b: &Count<'_>,
) -> Option<f32> {
    let acts = a
        .quantity
        .predicate
        .as_deref()
        .zip(b.quantity.predicate.as_deref());
    let is_listed = |it: &str| material.lexicons.is_listed_predicate(it);
    let other_acts = acts.is_some_and(|(a, b)| a != b && is_listed(a) && is_listed(b));
    let differs = ranges::of_intervals(a.range, b.range) == Some(Verdict::Differs);
    if a.place.article == b.place.article || other_acts || !differs || tells(counts, a, b) {
        return None;
    }
    let (least, most) = ranges::bounds(a.range, b.range);
    let found = likeness::likeness(material.counts, &a.around, &b.around);
    let is_alike = most <= FAR * least
        && found.weight >= counts::MUCH_ALIKE
        && counts::share_name(material, &a.around, &b.around);
    is_alike.then_some(found.weight)
}

fn row(material: &Material<'_>, a: &Count<'_>, b: &Count<'_>) -> FactRow {
    let cell = |it: &Count<'_>| FactCell {
        article: it.place.article,
        spans: vec![it.place.span],
    };
    FactRow {
        kind: FactKind::Quantity,
        label: shared_words(material, &a.around, &b.around)
            .or(a.quantity.unit.as_deref())
            .unwrap_or_default()
            .to_owned(),
        verdict: Verdict::Differs,
        cells: vec![cell(a), cell(b)],
        nearest: Vec::new(),
        open: Vec::new(),
        rule: RULE,
    }
}

/// The longest run of words with meaning in one stretch that the other has too.
pub fn shared_words<'a>(material: &Material<'a>, a: &Statement, b: &Statement) -> Option<&'a str> {
    let story = material.story;
    let text = &story.article(a.place.article).text;
    let tokens = tokens_in(&story.annotations(a.place.article).tokens, a.place.span);
    let shared = |it: &Token| it.content && b.lemmas.contains(&it.lemma);
    let mut best: &[Token] = &[];
    let mut at = 0;
    while at < tokens.len() {
        let run = tokens[at..].iter().take_while(|it| shared(it)).count();
        if run > best.len() {
            best = &tokens[at..at + run];
        }
        at += run.max(1);
    }
    let (first, last) = (best.first()?, best.last()?);
    Some(first.span.to(last.span).of(text))
}

/// One of the outlets has the other's number too.
fn tells(counts: &[Count<'_>], a: &Count<'_>, b: &Count<'_>) -> bool {
    let has = |article: ArticleIdx, range: (f64, f64)| {
        let mut own = counts.iter().filter(|it| it.place.article == article);
        own.any(|it| it.range == range)
    };
    has(a.place.article, b.range) || has(b.place.article, a.range)
}

/// The words of the sentence around a value, without its own.
pub fn around(material: &Material<'_>, place: Place) -> Statement {
    let sentence = counts::sentence(material.story, place.article, place.span);
    let tokens = tokens_in(&material.story.annotations(place.article).tokens, sentence);
    let before = tokens.partition_point(|it| it.span.start() < place.span.start());
    let after = tokens.partition_point(|it| it.span.start() < place.span.end());
    let stretch = |from: usize, to: usize| -> Option<Span> {
        let tokens = tokens.get(from..to)?;
        Some(tokens.first()?.span.to(tokens.last()?.span))
    };
    let spans = [
        stretch(before.saturating_sub(REACH), before),
        stretch(after, tokens.len().min(after + REACH)),
    ];
    let spans: Vec<Span> = spans.into_iter().flatten().collect();
    let (story, lexicons) = (material.story, material.lexicons);
    Statement::new(story, lexicons, place.article, &spans)
}

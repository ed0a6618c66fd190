//! Counts that stand in two lists of the same things, whatever the verb.
//!
//! ```text
//! coast   eight fire boats and four rescue rafts are at the quay
//! north   eight fire boats, five sea rescue rafts and 22 nurses were sent     rescue rafts: 4, 5
//! ```
//! Two sentences are such lists if one count of theirs is equal. Another count of both is compared
//! if its things are called by two words that both have.

use std::collections::{BTreeMap, BTreeSet};

use super::Material;
use super::counts;
use super::ranges;
use crate::compare::strands::tokens_in;
use crate::model::{
    ArticleIdx, FactCell, FactKind, FactRow, Place, Quantity, Span, TokenKind, Verdict,
};

const RULE: &str =
    "Counts of things of one name in two sentences that have another count in common.";

/// Words of a name that both must have.
const MIN_NAME: usize = 2;

#[derive(Clone)]
struct Count<'a> {
    quantity: &'a Quantity,
    range: (f64, f64),
    /// Lemmas of what is counted.
    name: BTreeSet<u64>,
}

/// A count that stands beside others in its sentence.
struct Listed<'a> {
    place: Place,
    own: Count<'a>,
    beside: Vec<Count<'a>>,
}

/// Counts of a sentence beyond which it is a table.
const MOST_OF_SENTENCE: usize = 20;
/// Counts of one unit beyond which it is too common to tell anything.
const MOST_OF_UNIT: usize = 200;

/// Rows that `known` does not have.
pub fn rows(material: &Material<'_>, known: &[FactRow]) -> Vec<FactRow> {
    let shared = known.iter().filter(|it| it.cells.len() > 1);
    let mut taken: BTreeSet<Place> = shared.flat_map(FactRow::places).collect();
    let mut units: BTreeMap<&str, Vec<Listed<'_>>> = BTreeMap::new();
    for article in material.story.indices() {
        for it in listed(material, article) {
            let unit = it.own.quantity.unit.as_deref().unwrap_or_default();
            units.entry(unit).or_default().push(it);
        }
    }
    let mut res: Vec<FactRow> = Vec::new();
    for list in units.values().filter(|it| it.len() <= MOST_OF_UNIT) {
        for (at, first) in list.iter().enumerate() {
            let mut told = vec![first];
            let mut verdict = Verdict::Agrees;
            for other in &list[at + 1..] {
                let is_new = told
                    .iter()
                    .all(|it| it.place.article != other.place.article);
                let is_free = !taken.contains(&first.place) && !taken.contains(&other.place);
                if is_new
                    && is_free
                    && let Some(found) = compared(first, other)
                {
                    verdict = verdict.max(found);
                    told.push(other);
                }
            }
            if told.len() > 1 {
                taken.extend(told.iter().map(|it| it.place));
                res.push(row(material, verdict, &told));
            }
        }
    }
    res
}

/// Counts of sentences that have several.
fn listed<'a>(material: &Material<'a>, article: ArticleIdx) -> Vec<Listed<'a>> {
    let annotations = material.story.annotations(article);
    let mut sentences: BTreeMap<Span, Vec<Count<'a>>> = BTreeMap::new();
    for quantity in &annotations.quantities {
        let place = Place {
            article,
            span: quantity.span,
        };
        // Money, shares and ages are of too many things.
        let words = material.story.words(place);
        let is_plain = words.starts_with(char::is_alphanumeric) && !words.contains(['%', '-']);
        let range = ranges::interval(quantity).filter(|_| is_plain && quantity.unit.is_some());
        if let Some(range) = range {
            let sentence = counts::sentence(material.story, article, quantity.span);
            let name = name(material, place);
            sentences.entry(sentence).or_default().push(Count {
                quantity,
                range,
                name,
            });
        }
    }
    let is_list = |it: &Vec<Count<'_>>| (2..=MOST_OF_SENTENCE).contains(&it.len());
    let several = sentences.into_values().filter(is_list);
    several
        .flat_map(|counts| {
            let each = 0..counts.len();
            each.map(move |at| {
                let mut beside = counts.clone();
                let own = beside.remove(at);
                Listed {
                    place: Place {
                        article,
                        span: own.quantity.span,
                    },
                    own,
                    beside,
                }
            })
        })
        .collect()
}

/// Lemmas of what is counted, without the number.
fn name(material: &Material<'_>, place: Place) -> BTreeSet<u64> {
    let text = &material.story.article(place.article).text;
    let tokens = &material.story.annotations(place.article).tokens;
    tokens_in(tokens, place.span)
        .iter()
        .filter(|it| {
            let lower = it.span.of(text).to_lowercase();
            let is_number =
                it.kind == TokenKind::Number || material.lexicons.number(&lower).is_some();
            it.content && !is_number
        })
        .map(|it| it.lemma)
        .collect()
}

/// What is counted, in the outlet's words, without the number.
fn named(material: &Material<'_>, place: Place) -> String {
    let words = material.story.words(place).split_whitespace();
    let is_number = |it: &&str| {
        it.starts_with(|c: char| c.is_ascii_digit())
            || material.lexicons.number(&it.to_lowercase()).is_some()
    };
    words.skip_while(is_number).collect::<Vec<_>>().join(" ")
}

/// `None`: not of one name, or not in lists of the same things.
fn compared(a: &Listed<'_>, b: &Listed<'_>) -> Option<Verdict> {
    let has_common = || {
        a.beside.iter().any(|one| {
            b.beside.iter().any(|two| {
                one.quantity.unit == two.quantity.unit
                    && one.range == two.range
                    && !one.name.is_disjoint(&two.name)
            })
        })
    };
    let n_shared = a.own.name.intersection(&b.own.name).count();
    (n_shared >= MIN_NAME && has_common())
        .then(|| ranges::of_intervals(a.own.range, b.own.range))?
}

fn row(material: &Material<'_>, verdict: Verdict, told: &[&Listed<'_>]) -> FactRow {
    FactRow {
        kind: FactKind::Quantity,
        label: named(material, told[0].place),
        verdict,
        cells: told
            .iter()
            .map(|it| FactCell {
                article: it.place.article,
                spans: vec![it.place.span],
            })
            .collect(),
        open: Vec::new(),
        nearest: Vec::new(),
        rule: RULE,
    }
}

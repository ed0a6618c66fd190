//! Counts of the same thing, side by side: one slot is a unit and what happens to it.
//!
//! Unit and predicate must both be known and equal, subjects may be unknown on one side: 300 piles
//! *ordered* and dozens *inspected* never meet. Of two outlets the best-fitting pair decides. Counts
//! that are far apart count different things, a part and its whole, and make no difference.

use std::collections::BTreeMap;

use super::labels;
use crate::lexicon::Lexicons;
use crate::model::{ArticleIdx, FactCell, FactKind, FactRow, Quantity, Span, Story, Verdict};

/// A count this many times another is of another thing.
const FAR_APART: f64 = 4.0;
const RULE: &str = "Counts of one unit with one verb; who does it is equal or unknown.";

/// Quantity rows in the order of their first cells.
pub fn rows(story: &Story, lexicons: &Lexicons) -> Vec<FactRow> {
    let mut slots: BTreeMap<(String, String), Vec<(ArticleIdx, &Quantity)>> = BTreeMap::new();
    for article in story.indices() {
        for quantity in &story.annotations(article).quantities {
            if let (Some(unit), Some(predicate)) = (&quantity.unit, &quantity.predicate)
                && !quantity.declined
            {
                slots
                    .entry((unit.clone(), predicate.clone()))
                    .or_default()
                    .push((article, quantity));
            }
        }
    }
    let mut res: Vec<FactRow> = Vec::new();
    for ((unit, predicate), mut counts) in slots {
        while !counts.is_empty() {
            let (first, rest): (Vec<_>, Vec<_>) = {
                let head = counts[0].1;
                let head_article = counts[0].0;
                counts.into_iter().partition(|(article, it)| {
                    same_subject(story, (head_article, head), (*article, it))
                })
            };
            counts = rest;
            res.extend(row(story, lexicons, &unit, &predicate, &first));
        }
    }
    res.sort_by_key(|it| it.cells.first().map(|cell| (cell.article, cell.spans[0])));
    res
}

fn same_subject(story: &Story, a: (ArticleIdx, &Quantity), b: (ArticleIdx, &Quantity)) -> bool {
    let head = |(article, quantity): (ArticleIdx, &Quantity)| {
        let words = quantity.subject?.of(&story.article(article).text);
        let last = words.split_whitespace().next_back()?.to_lowercase();
        let pronoun = matches!(
            last.as_str(),
            "he" | "she" | "it" | "they" | "we" | "who" | "which" | "that"
        );
        (!pronoun).then_some(last)
    };
    match (head(a), head(b)) {
        (Some(a), Some(b)) => a == b,
        (None, _) | (_, None) => true,
    }
}

fn row(
    story: &Story,
    lexicons: &Lexicons,
    unit: &str,
    predicate: &str,
    counts: &[(ArticleIdx, &Quantity)],
) -> Option<FactRow> {
    let mut cells: Vec<FactCell> = Vec::new();
    for (article, quantity) in counts {
        match cells.iter_mut().find(|it| it.article == *article) {
            Some(cell) => cell.spans.push(quantity.span),
            None => cells.push(FactCell {
                article: *article,
                spans: vec![quantity.span],
            }),
        }
    }
    let single = cells.len() == 1;
    if single && !is_telling(lexicons, predicate, counts[0].1) {
        return None;
    }
    let mut verdict = if single {
        Verdict::OnlyOne
    } else {
        Verdict::Agrees
    };
    for (at, one) in cells.iter().enumerate() {
        for other in &cells[at + 1..] {
            let best = counts
                .iter()
                .filter(|it| it.0 == one.article)
                .flat_map(|a| {
                    counts
                        .iter()
                        .filter(|it| it.0 == other.article)
                        .map(|b| compared(story, *a, *b))
                })
                .min()
                .flatten();
            // Far apart: no row of one thing.
            verdict = verdict.max(best?);
        }
    }
    Some(FactRow {
        kind: FactKind::Quantity,
        label: labels::label(story, lexicons, unit, predicate, counts),
        verdict,
        cells,
        rule: RULE,
    })
}

/// A real count with a verb that reports count by.
fn is_telling(lexicons: &Lexicons, predicate: &str, quantity: &Quantity) -> bool {
    let listed = lexicons.is_listed_predicate(predicate);
    listed && quantity.low.or(quantity.high).is_some_and(|it| it > 1.0)
}

/// `None` if the counts cannot be of one thing.
fn compared(
    story: &Story,
    (article, a): (ArticleIdx, &Quantity),
    (other, b): (ArticleIdx, &Quantity),
) -> Option<Verdict> {
    let interval = |it: &Quantity| (it.low.unwrap_or(0.0), it.high.unwrap_or(f64::INFINITY));
    let vague = |it: &Quantity| it.low.is_none() && it.high.is_none();
    let ((a_low, a_high), (b_low, b_high)) = (interval(a), interval(b));
    if vague(a) || vague(b) {
        let both = vague(a) && vague(b);
        return Some(if both {
            Verdict::Agrees
        } else {
            Verdict::Refines
        });
    }
    if (a_low, a_high) == (b_low, b_high) {
        return Some(Verdict::Agrees);
    }
    if a_low <= b_high && b_low <= a_high {
        return Some(Verdict::Refines);
    }
    let (small, large) = if a_high < b_low {
        (a_high, b_low)
    } else {
        (b_high, a_low)
    };
    // `over 21` beside 21: one says where the other begins.
    let is_open = a_high.max(b_high).is_infinite();
    if is_open && large - small <= 1.0 {
        return Some(Verdict::Refines);
    }
    let is_part = is_partitive(story, article, a.span) || is_partitive(story, other, b.span);
    (large <= FAR_APART * small.max(1.0) && !is_part).then_some(Verdict::Differs)
}

/// `14 of the workers`: a part of a whole that is counted elsewhere.
fn is_partitive(story: &Story, article: ArticleIdx, span: Span) -> bool {
    let words = span.of(&story.article(article).text).to_lowercase();
    [" of the ", " of those ", " of them", " of our ", " of its "]
        .iter()
        .any(|it| words.contains(it))
}

//! Counts of one slot that differ, refine one another, or stand in one outlet only.

use super::{FACT, Material, in_context, places, score};
use crate::model::{
    Confidence, FactCell, FactKind, FactRow, Finding, FindingKind, Place, Presence, Quantity,
    Story, Subject, Verdict,
};

/// A row that a reader should see.
pub fn finding(material: &Material<'_>, idx: usize, row: &FactRow) -> Option<(f32, Finding)> {
    let has_others = material.outlets.count(material.story.indices()) > 1;
    // Who said it and what a party answers have findings of their own; what a person is called is
    // no difference of fact.
    let is_told_elsewhere = matches!(row.kind, FactKind::Attribution | FactKind::Response);
    if is_told_elsewhere {
        return None;
    }
    let is_count = row.kind == FactKind::Quantity;
    let (substance, alert) = match row.verdict {
        Verdict::Differs => (1.2, true),
        // Each outlet tells of others who did it.
        Verdict::Refines if is_count || row.kind == FactKind::Actor => (0.6, false),
        Verdict::Refines => return None,
        Verdict::OnlyOne if !has_others || !row.open.is_empty() => return None,
        Verdict::OnlyOne if stands_elsewhere(material.story, row) => return None,
        Verdict::OnlyOne => (0.35, false),
        Verdict::Agrees => return None,
    };
    let values: Vec<Value> = row.cells.iter().map(|it| value(material, it)).collect();
    let usual = values
        .iter()
        .max_by_key(|it| values.iter().filter(|other| other == it).count());
    let presence = material.presence(|article| {
        if row.open.contains(&article) {
            return Some(Presence::Open);
        }
        let at = row.cells.iter().position(|it| it.article == article)?;
        Some(if row.verdict == Verdict::OnlyOne {
            Presence::OnlyHere
        } else if row.verdict == Verdict::Differs || usual != values.get(at) {
            Presence::Differs
        } else {
            Presence::Same
        })
    });
    let shown: Vec<Place> = places(row.cells.iter().flat_map(|cell| {
        cell.spans.iter().map(|span| Place {
            article: cell.article,
            span: *span,
        })
    }));
    let words: Vec<String> = row
        .cells
        .iter()
        .filter_map(|cell| {
            let span = *cell.spans.first()?;
            Some(material.quoted(Place {
                article: cell.article,
                span,
            }))
        })
        .collect();
    // `seven` and `7` are one.
    let mut distinct: Vec<&str> = Vec::new();
    for (at, shown) in words.iter().enumerate() {
        if words.len() != values.len() || !values[..at].contains(&values[at]) {
            distinct.push(shown);
        }
    }
    distinct.sort_unstable();
    distinct.dedup();
    let title = match row.verdict {
        Verdict::OnlyOne => format!(
            "Only in {}: {}",
            material.outlet(row.cells[0].article),
            only(material, row).unwrap_or_else(|| words[0].clone())
        ),
        Verdict::Differs | Verdict::Refines | Verdict::Agrees => {
            format!("{}: {}", row.label, distinct.join(" or "))
        }
    };
    let finding = Finding {
        kind: if row.verdict == Verdict::OnlyOne {
            FindingKind::OnlyHere
        } else {
            FindingKind::Fact
        },
        title,
        places: shown,
        subject: Subject::Fact(idx),
        presence,
        alert,
        confidence: Confidence::Likely,
        rule: row.rule.to_owned(),
    };
    Some((score(FACT, substance, &finding.presence), finding))
}

/// Words around what only one has: a bare number tells nobody anything.
const SHOWN: usize = 14;

/// The number in its sentence.
fn only(material: &Material<'_>, row: &FactRow) -> Option<String> {
    let cell = row.cells.first()?;
    let span = *cell.spans.first()?;
    let mut sentences = material.story.annotations(cell.article).sentences.iter();
    let sentence = *sentences.find(|it| it.covers(span))?;
    let whole = Place {
        article: cell.article,
        span: sentence,
    };
    let shown = in_context(material.story, whole, span, SHOWN);
    Some(material.first_words(shown, SHOWN))
}

/// A number's range, or words in lower case.
#[derive(PartialEq)]
enum Value {
    Range(Option<f64>, Option<f64>),
    Words(String),
}

fn value(material: &Material<'_>, cell: &FactCell) -> Value {
    let quantities = &material.story.annotations(cell.article).quantities;
    let counted = quantities.iter().find(|it| cell.spans.contains(&it.span));
    match (counted, cell.spans.first()) {
        (Some(it), _) => Value::Range(it.low, it.high),
        (None, Some(span)) => {
            let article = cell.article;
            let words = material.story.words(Place {
                article,
                span: *span,
            });
            Value::Words(words.to_lowercase())
        }
        (None, None) => Value::Words(String::new()),
    }
}

/// Another article has the same number of the same, with whatever verb: then nobody is told that
/// only this one has it. Nor where there is no other.
fn stands_elsewhere(story: &Story, row: &FactRow) -> bool {
    let Some(cell) = row.cells.first() else {
        return true;
    };
    let of = |article| story.annotations(article).quantities.iter();
    let mut own = of(cell.article).filter(|it| cell.spans.contains(&it.span));
    let Some(quantity) = own.next() else {
        return false;
    };
    let same = |it: &Quantity| {
        let unit = it.unit == quantity.unit || it.unit.is_none();
        // `up to 140 boats` has the number of `140 boats`.
        let bound = it.high.is_some() && it.high == quantity.high;
        unit && (bound || (it.low, it.high) == (quantity.low, quantity.high))
    };
    let mut others = story.indices().filter(|it| *it != cell.article).peekable();
    others.peek().is_none() || others.any(|it| of(it).any(same))
}

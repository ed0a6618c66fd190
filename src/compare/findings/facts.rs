//! Facts of one slot that differ, or of which one is more exact. A number that one outlet alone has
//! is seen in its row: of nineteen such findings readers called two right.

use super::{FACT, Material, places, score};
use crate::model::{
    Confidence, FactCell, FactKind, FactRow, Finding, FindingKind, Place, Presence, Subject,
    Verdict,
};

/// A row that a reader should see.
pub fn finding(material: &Material<'_>, idx: usize, row: &FactRow) -> Option<(f32, Finding)> {
    // Who said it and what a party answers have findings of their own; what a person is called is
    // no difference of fact.
    let is_told_elsewhere = matches!(row.kind, FactKind::Attribution | FactKind::Response);
    if is_told_elsewhere {
        return None;
    }
    let (substance, alert) = match row.verdict {
        Verdict::Differs => (1.2, true),
        // Each outlet tells of others who did it. A number within another is seen in its row.
        Verdict::Refines if row.kind == FactKind::Actor => (0.6, false),
        Verdict::Refines | Verdict::OnlyOne | Verdict::Agrees => return None,
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
        Some(
            if row.verdict == Verdict::Differs || usual != values.get(at) {
                Presence::Differs
            } else {
                Presence::Same
            },
        )
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
    let finding = Finding {
        kind: FindingKind::Fact,
        title: format!("{}: {}", row.label, distinct.join(" or ")),
        places: shown,
        subject: Subject::Fact(idx),
        presence,
        alert,
        confidence: Confidence::Likely,
        rule: row.rule.to_owned(),
    };
    Some((score(FACT, substance, &finding.presence), finding))
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

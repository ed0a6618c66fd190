//! Facts of one slot that differ, or of which one is more exact. A number that one outlet alone has
//! is seen in its row: of nineteen such findings readers called two right.

use super::{FACT, Material, places, score};
use crate::model::{
    Confidence, FactCell, FactKind, FactRow, Finding, FindingKind, Place, Presence, Quantity,
    Subject, Verdict,
};

/// A row that a reader should see.
pub fn finding(material: &Material<'_>, idx: usize, row: &FactRow) -> Option<(f32, Finding)> {
    // Who said it and what a party answers have findings of their own; what a person is called is
    // no difference of fact.
    let is_told_elsewhere = matches!(row.kind, FactKind::Attribution | FactKind::Response);
    if is_told_elsewhere {
        return None;
    }
    let toll = toll(material, row);
    let (substance, alert) = match row.verdict {
        Verdict::Differs if is_weighty(material, row) => (1.2, true),
        Verdict::Differs => (0.6, false),
        Verdict::Refines if toll.is_some() => (1.1, true),
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
    let title = match toll {
        Some((least, most)) if row.verdict == Verdict::Refines => format!(
            "{}: from {} to {}",
            row.label,
            material.quoted(least),
            material.quoted(most)
        ),
        _ => format!("{}: {}", row.label, distinct.join(" or ")),
    };
    let finding = Finding {
        kind: FindingKind::Fact,
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

/// Sentences of the prose that belong to the lead.
const LEAD: usize = 3;
/// The greatest number is so many times the least: outlets tell of another toll, though all say
/// `at least`.
const FAR: f64 = 1.25;
/// Of a few each one more is told in its turn.
const FEW: f64 = 10.0;

/// Of people or money, or a matter of some outlet's headline or lead; not a detail of how many
/// boats came.
fn is_weighty(material: &Material<'_>, row: &FactRow) -> bool {
    row.kind != FactKind::Quantity
        || row.places().any(|place| {
            let words = material.story.words(place);
            let quantity = quantity(material, place);
            let article = material.story.article(place.article);
            let sentences = &material.story.annotations(place.article).sentences;
            let heads = article.headline().into_iter().chain(article.dek());
            let mut lead = heads.chain(sentences.iter().take(LEAD).copied());
            quantity.is_some_and(|it| counts_people(material, it))
                || words.contains(['$', '£', '€', '¥'])
                || lead.any(|it| it.covers(place.span))
        })
}

fn counts_people(material: &Material<'_>, quantity: &Quantity) -> bool {
    let act = quantity.predicate.as_deref().unwrap_or_default();
    quantity.unit.as_deref() == Some("person") || material.lexicons.counts_people(act)
}

fn quantity<'a>(material: &Material<'a>, place: Place) -> Option<&'a Quantity> {
    let mut all = material.story.annotations(place.article).quantities.iter();
    all.find(|it| it.span == place.span)
}

/// The least and the greatest number of people killed, hurt or driven out, if they lie far apart.
fn toll(material: &Material<'_>, row: &FactRow) -> Option<(Place, Place)> {
    let counted = row.places().filter_map(|place| {
        let quantity = quantity(material, place)?;
        let act = quantity.predicate.as_deref()?;
        // `dozens` is no number.
        let is_figure = quantity.high.is_some() || quantity.hedge.is_some();
        let number = quantity.high.or(quantity.low)?;
        (material.lexicons.counts_people(act) && is_figure).then_some((number, place))
    });
    let mut counted: Vec<(f64, Place)> = counted.collect();
    counted.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let (least, most) = (counted.first()?, counted.last()?);
    (least.0 >= FEW && most.0 >= FAR * least.0).then_some((least.1, most.1))
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

//! Numbers of one thing on its way through several hands: bought, received, deployed.
//!
//! ```text
//! coast   Kelden ordered about 1,000 barges.      north   Kelden has received dozens of barges.
//! ```
//! They seem to contradict one another, and do not.

use std::collections::{BTreeMap, BTreeSet};

use super::{FACT, Material, places, score};
use crate::model::{
    ArticleIdx, Confidence, FactKind, FactRow, Finding, FindingKind, Place, Presence, Quantity,
    Subject,
};

const SUBSTANCE: f32 = 0.55;

pub fn findings(material: &Material<'_>) -> Vec<(f32, Finding)> {
    let mut things: BTreeMap<&str, Vec<(&FactRow, &str)>> = BTreeMap::new();
    for row in material
        .facts
        .iter()
        .filter(|it| it.kind == FactKind::Quantity)
    {
        if let Some(quantity) = row.places().next().and_then(|it| counted(material, it))
            && let (Some(unit), Some(act)) = (&quantity.unit, &quantity.predicate)
            && material.lexicons.passes_on(act)
        {
            things
                .entry(unit.as_str())
                .or_default()
                .push((row, act.as_str()));
        }
    }
    let all = things.values().filter_map(|it| finding(material, it));
    all.collect()
}

fn counted<'a>(material: &Material<'a>, place: Place) -> Option<&'a Quantity> {
    let mut quantities = material.story.annotations(place.article).quantities.iter();
    quantities.find(|it| it.span == place.span)
}

fn finding(material: &Material<'_>, rows: &[(&FactRow, &str)]) -> Option<(f32, Finding)> {
    let acts: BTreeSet<&str> = rows.iter().map(|it| it.1).collect();
    let articles = rows
        .iter()
        .flat_map(|it| it.0.cells.iter().map(|it| it.article));
    let articles: BTreeSet<ArticleIdx> = articles.collect();
    let tells_all = |article: &ArticleIdx| {
        let mut rows = rows.iter();
        rows.all(|it| it.0.cells.iter().any(|it| it.article == *article))
    };
    // Who reads any of the outlets reads it all.
    if acts.len() < 2 || articles.len() < 2 || articles.iter().all(tells_all) {
        return None;
    }
    let shown = rows.iter().filter_map(|it| {
        let words = material.quoted(it.0.places().next()?);
        Some(format!("{} {words}", it.0.label))
    });
    let title = format!(
        "Numbers of different acts: {}",
        shown.collect::<Vec<_>>().join(", ")
    );
    let presence = material.presence(|it| articles.contains(&it).then_some(Presence::Same));
    let finding = Finding {
        kind: FindingKind::Fact,
        title,
        places: places(rows.iter().flat_map(|it| it.0.places())),
        subject: Subject::Places,
        presence,
        alert: false,
        confidence: Confidence::Likely,
        rule: "Numbers of one unit with several verbs: one may hold beside the other.".to_owned(),
    };
    Some((score(FACT, SUBSTANCE, &finding.presence), finding))
}

//! Many outlets, one speaker: what looks found out several times was said once.

use std::collections::BTreeSet;

use super::{Material, ORIGIN, places, score};
use crate::model::{
    ArticleIdx, Confidence, Finding, FindingKind, Origin, OriginKind, Place, Presence, Subject,
};

/// Fewest outlets that make it worth a line of its own.
const MIN_OUTLETS: usize = 3;
/// Fewest quotations that they share of it.
const MIN_SHARED: usize = 2;
/// Most findings of this kind.
const MOST: usize = 2;

/// The origins whose words most outlets quote.
pub fn findings(material: &Material<'_>) -> Vec<(f32, Finding)> {
    let speakers = material
        .origins
        .iter()
        .filter(|it| it.kind == OriginKind::Speaker && it.occasion.is_some());
    let mut found: Vec<(f32, Finding)> = speakers.filter_map(|it| finding(material, it)).collect();
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    found.truncate(MOST);
    found
}

fn finding(material: &Material<'_>, origin: &Origin) -> Option<(f32, Finding)> {
    let story = material.story;
    let shared = origin.utterances.iter().map(|it| &material.utterances[*it]);
    let carriers: BTreeSet<ArticleIdx> = shared
        .flat_map(|it| it.witnesses.iter().map(|it| it.place.article))
        .collect();
    let named = origin.outlets.iter().filter(|it| carriers.contains(&it.0));
    let named: Vec<Place> = named
        .map(|(article, span)| Place {
            article: *article,
            span: *span,
        })
        .collect();
    if named.len() < MIN_OUTLETS || origin.utterances.len() < MIN_SHARED {
        return None;
    }
    let finding = Finding {
        kind: FindingKind::Origin,
        title: format!(
            "One source: {}, {} quotations that two or more of {} outlets share",
            story.words(origin.name),
            origin.utterances.len(),
            named.len()
        ),
        places: places(named.iter().copied()),
        subject: Subject::Places,
        presence: material.presence(|article| {
            let has = named.iter().any(|it| it.article == article);
            has.then_some(Presence::Same)
        }),
        alert: false,
        confidence: Confidence::Likely,
        rule: "Several outlets carry words of one speaker: it is one source, not several, on \
               whatever occasions it spoke. Who took it from whom is not known."
            .to_owned(),
    };
    Some((score(ORIGIN, 1.0, &finding.presence), finding))
}

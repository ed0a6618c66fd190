//! Many outlets, one speaker: what looks found out several times was said once.

use super::{Material, ORIGIN, places, score};
use crate::model::{Confidence, Finding, FindingKind, OriginKind, Place, Presence, Subject};

/// Fewest outlets that make it worth a line of its own.
const MIN_OUTLETS: usize = 3;
/// Fewest quotations that they share of it.
const MIN_SHARED: usize = 2;
/// Most findings of this kind.
const MOST: usize = 2;

/// The origins behind most outlets.
pub fn findings(material: &Material<'_>) -> Vec<(f32, Finding)> {
    let story = material.story;
    let behind_many = material.origins.iter().filter(|it| {
        it.kind == OriginKind::Speaker
            && it.occasion.is_some()
            && it.outlets.len() >= MIN_OUTLETS
            && it.utterances.len() >= MIN_SHARED
    });
    behind_many
        .take(MOST)
        .map(|it| {
            let has = |article| it.outlets.iter().any(|outlet| outlet.0 == article);
            let finding = Finding {
                kind: FindingKind::Origin,
                title: format!(
                    "One speaker behind {} of {} outlets: {}",
                    it.outlets.len(),
                    story.articles.len(),
                    story.words(it.name)
                ),
                places: places(it.outlets.iter().map(|(article, span)| Place {
                    article: *article,
                    span: *span,
                })),
                subject: Subject::Places,
                presence: material.presence(|it| has(it).then_some(Presence::Same)),
                alert: false,
                confidence: Confidence::Likely,
                rule: "The outlets quote the same words of one speaker, or name one occasion of \
                       speaking. What all of them carry may have been said once. Who copied whom \
                       is not known."
                    .to_owned(),
            };
            (score(ORIGIN, 1.0, &finding.presence), finding)
        })
        .collect()
}

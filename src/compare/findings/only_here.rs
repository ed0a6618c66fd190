//! The sentences of each outlet that hold most of what no other has.

use super::{Material, ONLY_HERE, places, score};
use crate::model::{Confidence, Finding, FindingKind, Place, Presence, Subject};

/// Words of a sentence that a title shows: all of most, for a cut sentence lost what it told in ten
/// of forty-nine that an editor read.
const SHOWN: usize = 60;

/// One finding for each of them, the first of each outlet before the second of any.
pub fn findings(material: &Material<'_>) -> Vec<(f32, Finding)> {
    let mut res = Vec::new();
    for (article, summary) in material.story.indices().zip(material.summaries) {
        for (rank, span) in summary.only_here.iter().enumerate() {
            let place = Place {
                article,
                span: *span,
            };
            let presence = material.presence(|it| (it == article).then_some(Presence::OnlyHere));
            let finding = Finding {
                kind: FindingKind::OnlyHere,
                title: format!(
                    "Only in {}: {}",
                    material.outlet(article),
                    material.first_words(place, SHOWN)
                ),
                places: places([place]),
                subject: Subject::Places,
                presence,
                alert: false,
                confidence: Confidence::Possible,
                rule:
                    "About half of the words in this sentence stand in none of the other articles, \
                       nor does another of its numbers. They may tell it in other words."
                        .to_owned(),
            };
            let weight = 1.0 - 0.1 * f32::from(u8::try_from(rank).unwrap_or(u8::MAX));
            res.push((score(ONLY_HERE, weight, &finding.presence), finding));
        }
    }
    res.retain(|it| !it.1.places.is_empty());
    res
}

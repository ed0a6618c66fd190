//! Many outlets, one speaker: what looks found out several times was said once.

use std::collections::BTreeMap;

use super::{Material, ORIGIN, opening, places, score};
use crate::model::{
    ArticleIdx, Confidence, Finding, FindingKind, Origin, OriginKind, Place, Presence, Span,
    Subject,
};

/// Fewest outlets that make it worth a line of its own.
const MIN_OUTLETS: usize = 3;
/// Fewest quotations that they share of it.
const MIN_SHARED: usize = 2;
/// What tells the occasion stands so near the words, in bytes, that it is theirs.
const NEAR: usize = 300;
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

/// By the words of it that most outlets carry: who reads them sees that it is one source.
fn finding(material: &Material<'_>, origin: &Origin) -> Option<(f32, Finding)> {
    let is_its = |it: &usize| material.speakers.list[*it].name == origin.name;
    let shared = origin.utterances.iter().map(|it| &material.utterances[*it]);
    let shared = shared.filter(|it| it.speakers.iter().all(is_its));
    let carried = shared.map(|it| {
        let mut of: BTreeMap<ArticleIdx, Place> = BTreeMap::new();
        for witness in &it.witnesses {
            of.entry(witness.place.article).or_insert(witness.place);
        }
        (of, it.witnesses[it.base].place)
    });
    let (carriers, base) =
        carried.max_by_key(|it| (it.0.len(), it.1.span.len(), std::cmp::Reverse(it.1)))?;
    if carriers.len() < MIN_OUTLETS || origin.utterances.len() < MIN_SHARED {
        return None;
    }
    let finding = Finding {
        kind: FindingKind::Origin,
        title: format!(
            "One source in {}: {}, {}",
            material.outlets(carriers.keys().copied()),
            material.story.words(origin.name),
            material.quoted(base)
        ),
        places: places(carriers.values().flat_map(|it| {
            let occasion = origin.outlets.iter().filter(|of| beside(**of, *it));
            let occasion = occasion.map(|of| Place { span: of.1, ..*it });
            occasion.chain([opening(material.story, *it)])
        })),
        subject: Subject::Places,
        presence: material
            .presence(|article| carriers.contains_key(&article).then_some(Presence::Same)),
        alert: false,
        confidence: Confidence::Likely,
        rule:
            "Several outlets carry words of one speaker: it is one source, not several. Who took \
               it from whom is not known."
                .to_owned(),
    };
    Some((score(ORIGIN, 1.0, &finding.presence), finding))
}

/// An outlet’s words for the occasion stand beside what it quotes.
fn beside((article, span): (ArticleIdx, Span), words: Place) -> bool {
    let last_start = span.start().max(words.span.start());
    let between = last_start.saturating_sub(span.end().min(words.span.end()));
    article == words.article && between < NEAR
}

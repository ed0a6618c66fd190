//! What one outlet marks as not verified, or limits, beside outlets whose openings tell it flatly.
//!
//! ```text
//! north   The leak in the wall has not been independently verified.
//! coast   Sea wall springs a leak                                     the headline has no doubt
//! ```

use std::collections::BTreeSet;

use super::statements::{self, Told};
use super::{EVIDENCE, Material, places, score};
use crate::compare::focus;
use crate::compare::likeness::{self, Statement};
use crate::model::{
    ArticleIdx, Confidence, Evidence, EvidenceKind, Finding, FindingKind, Place, Presence, Span,
    Subject, Voice,
};

/// Lemmas that the doubt and a flat sentence must share: with names among them, and without.
const MIN_SHARED: usize = 3;
const MIN_COMMON: usize = 2;
/// Share of what is doubted, by weight, that a flat sentence must have.
const MIN_OF_DOUBT: f32 = 0.15;
/// Outlets that must tell it flatly.
const MIN_FLAT: usize = 2;
/// Most findings of this kind.
const MOST: usize = 2;
/// Words of the doubt that a title shows.
const MOST_SHOWN: usize = 16;

pub fn findings(material: &Material<'_>) -> Vec<(f32, Finding)> {
    let doubts = statements::told(material, |place, it| {
        let doubts = matches!(it.kind, EvidenceKind::Unverified | EvidenceKind::Hedge);
        doubts && it.voice == Voice::Writer && is_negative(material, place.article, it)
    });
    let mut res: Vec<(f32, Finding)> = doubts
        .iter()
        .filter_map(|it| finding(material, it, doubts.as_slice()))
        .collect();
    res.sort_by(|a, b| b.0.total_cmp(&a.0));
    // One outlet's doubt, however often it repeats it.
    let mut seen = BTreeSet::new();
    res.retain(|it| seen.insert(it.1.presence.clone()));
    res.truncate(MOST);
    res
}

/// `did not appear that`, `unconfirmed`; what `may not be` is no doubt of what is told.
fn is_negative(material: &Material<'_>, article: ArticleIdx, evidence: &Evidence) -> bool {
    let words = evidence.cue.of(&material.story.article(article).text);
    let mut words = words.split_whitespace().map(str::to_lowercase);
    let is_modal = |it: &String| matches!(it.as_str(), "may" | "might" | "could" | "can");
    let is_possible =
        evidence.kind == EvidenceKind::Hedge && words.clone().next().as_ref().is_some_and(is_modal);
    !is_possible
        && words.any(|lower| {
            material.lexicons.is_negation(&lower.replace('’', "'")) || lower.starts_with("un")
        })
}

fn finding(material: &Material<'_>, doubt: &Told, doubts: &[Told]) -> Option<(f32, Finding)> {
    let article = doubt.place.article;
    let flat: Vec<Place> = material
        .story
        .indices()
        .filter(|it| *it != article && !doubts.iter().any(|told| told.place.article == *it))
        .filter_map(|it| told_flatly(material, it, doubt))
        .collect();
    if flat.len() < MIN_FLAT {
        return None;
    }
    let outlets: BTreeSet<ArticleIdx> = flat.iter().map(|it| it.article).collect();
    let kind = material.story.annotations(article).evidence.iter();
    let is_unverified = kind
        .filter(|it| it.span == doubt.place.span)
        .any(|it| it.kind == EvidenceKind::Unverified);
    let finding = Finding {
        kind: FindingKind::Evidence,
        title: format!(
            "{} in {}, told without that doubt in {}: {}",
            material.first_words(doubt.place, MOST_SHOWN),
            material.outlet(article),
            material.outlets(outlets.iter().copied()),
            material.quoted(*flat.first()?)
        ),
        places: places(std::iter::once(doubt.place).chain(flat.iter().copied())),
        subject: Subject::Places,
        presence: material.presence(|it| {
            if it == article {
                Some(Presence::Differs)
            } else {
                outlets.contains(&it).then_some(Presence::Same)
            }
        }),
        alert: is_unverified,
        confidence: if is_unverified {
            Confidence::Likely
        } else {
            Confidence::Possible
        },
        rule: "One outlet says that this is not verified, or does not seem so. The headlines and \
               first sentences of the others share its words and have no such doubt; they may name \
               a source for it."
            .to_owned(),
    };
    Some((score(EVIDENCE, 1.1, &finding.presence), finding))
}

/// The sentence of the opening that tells the doubted thing best, unless it doubts too.
fn told_flatly(material: &Material<'_>, article: ArticleIdx, doubt: &Told) -> Option<Place> {
    let evidence = &material.story.annotations(article).evidence;
    let is_doubted = |span: Span| {
        evidence.iter().any(|it| {
            let doubts = !matches!(
                it.kind,
                EvidenceKind::AssertsEvidence | EvidenceKind::CounterAccusation
            );
            doubts && it.span.overlaps(span)
        })
    };
    let openings = focus::opening(material.story, article).into_iter();
    let told = openings.filter(|it| !is_doubted(*it)).filter_map(|span| {
        let told = Statement::new(material.story, material.lexicons, article, &[span]);
        let found = likeness::likeness(material.counts, &doubt.about, &told);
        let enough = (found.n_shared >= MIN_SHARED || found.n_common >= MIN_COMMON)
            && found.of_a >= MIN_OF_DOUBT;
        enough.then_some((found.of_a, Place { article, span }))
    });
    let best = told.reduce(|best, it| if it.0 > best.0 { it } else { best });
    best.map(|it| it.1)
}

//! What is said to be known, beside what another outlet says of the same claim.

use super::statements::{self, Told};
use super::{EVIDENCE, Material, places, score};
use crate::lexicon::Tag;
use crate::model::{
    Confidence, EvidenceKind, Finding, FindingKind, Place, Presence, Subject, Voice,
};

/// Lemmas that a confirmed and an assessed claim must share: with names among them, and without.
const MIN_SHARED_CLAIM: usize = 3;
const MIN_COMMON_CLAIM: usize = 2;
/// The same for evidence that is said to be there and evidence that was not given.
const MIN_SHARED_EVIDENCE: usize = 2;

fn names_evidence(material: &Material<'_>, place: Place) -> bool {
    let words = material.story.words(place).to_lowercase();
    words.contains("evidence") || words.contains("proof")
}

fn is_negated(material: &Material<'_>, place: Place) -> bool {
    let words = material.story.words(place).to_lowercase().replace('’', "'");
    let mut words = words.split(|it: char| !it.is_alphanumeric() && it != '\'');
    words.any(|it| material.lexicons.is_negation(it))
}

/// `has evidence`, `there is abundant proof`, `evidence that`.
fn is_told_to_be(material: &Material<'_>, place: Place) -> bool {
    const NEAR: usize = 4;
    let lower = material.story.words(place).to_lowercase();
    let words: Vec<&str> = lower
        .split(|it: char| !it.is_alphanumeric() && it != '’' && it != '\'')
        .filter(|it| !it.is_empty())
        .collect();
    let is_evidence = |it: &&str| it.starts_with("evidence") || it.starts_with("proof");
    words.iter().position(is_evidence).is_none_or(|at| {
        let verbal = |it: &&str| {
            let verb = material.lexicons.lemma(it, Tag::Verb);
            matches!(
                verb.as_str(),
                "be" | "cite"
                    | "find"
                    | "gather"
                    | "give"
                    | "have"
                    | "hold"
                    | "present"
                    | "provide"
                    | "see"
                    | "show"
                    | "there's"
            )
        };
        words.get(at + 1) == Some(&"that") || words[at.saturating_sub(NEAR)..at].iter().any(verbal)
    })
}

/// There is evidence, here; none was given, there.
pub fn against_none(material: &Material<'_>) -> Option<(f32, Finding)> {
    let of_kind = |kind: EvidenceKind| {
        statements::told(material, |place, it| {
            it.kind == kind && names_evidence(material, place)
        })
    };
    let mut asserted = of_kind(EvidenceKind::AssertsEvidence);
    // `they say no evidence had been found`, `a preview of findings or evidence`
    asserted.retain(|it| !is_negated(material, it.place) && is_told_to_be(material, it.place));
    let none = of_kind(EvidenceKind::NoEvidenceGiven);
    let (asserted, none) = statements::meeting(&asserted, &none, |a, b| {
        statements::shared(material, a, b).0 >= MIN_SHARED_EVIDENCE
    });
    let lead = asserted.first()?.place;
    let answer = none
        .iter()
        .find(|it| it.place.article != lead.article)?
        .place;
    let title = format!(
        "Evidence: {}, {}",
        material.quoted(lead),
        material.quoted(answer)
    );
    let finding = Finding {
        kind: FindingKind::Evidence,
        title,
        places: places(asserted.iter().chain(&none).map(|it| it.place)),
        subject: Subject::Places,
        presence: sides(material, &asserted, &none),
        alert: true,
        confidence: Confidence::Likely,
        rule: "Some outlets say that there is evidence, another that none was given, of matters \
               that share words. Having evidence and showing it are two claims."
            .to_owned(),
    };
    Some((score(EVIDENCE, 1.3, &finding.presence), finding))
}

/// The writer's verb is `confirm` in some outlets, the quoted one `assess` in others, of one claim.
pub fn confirmed_or_assessed(material: &Material<'_>) -> Option<(f32, Finding)> {
    let confirmed = statements::told(material, |place, it| {
        it.kind == EvidenceKind::AssertsEvidence
            && it.voice == Voice::Writer
            && (material.story.words(place).to_lowercase()).contains("confirm")
    });
    let assessed = statements::told(material, |place, it| {
        let cue = it.cue.of(&material.story.article(place.article).text);
        let weighs = |word: &str| {
            let lemma = material.lexicons.lemma(&word.to_lowercase(), Tag::Verb);
            matches!(
                lemma.as_str(),
                "assess" | "assessment" | "judge" | "conclude"
            )
        };
        let is_assessed = cue.split_whitespace().any(weighs);
        it.kind == EvidenceKind::Assessment && it.voice == Voice::Quoted && is_assessed
    });
    let (confirmed, assessed) = statements::meeting(&confirmed, &assessed, |a, b| {
        let (shared, common) = statements::shared(material, a, b);
        shared >= MIN_SHARED_CLAIM && common > 0 || common >= MIN_COMMON_CLAIM
    });
    if confirmed.is_empty() {
        return None;
    }
    let finding = Finding {
        kind: FindingKind::Evidence,
        title: format!(
            "“Confirmed” by the writer in {}, an assessment in quotations of {}",
            statements::n_articles(&confirmed),
            statements::n_articles(&assessed)
        ),
        places: places(confirmed.iter().chain(&assessed).map(|it| it.place)),
        subject: Subject::Places,
        presence: sides(material, &assessed, &confirmed),
        alert: true,
        confidence: Confidence::Likely,
        rule: "A writer’s own verb is stronger than the word that others quote of a claim that \
               shares its words. Read both."
            .to_owned(),
    };
    Some((score(EVIDENCE, 1.2, &finding.presence), finding))
}

/// Which articles are on the one side, and which on the other.
pub fn sides(material: &Material<'_>, one: &[&Told], other: &[&Told]) -> Vec<Presence> {
    material.presence(|article| {
        let of = |list: &[&Told]| list.iter().any(|it| it.place.article == article);
        if of(other) {
            Some(Presence::Differs)
        } else {
            of(one).then_some(Presence::Same)
        }
    })
}

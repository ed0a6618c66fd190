//! Denials side by side, and silence in one outlet beside an answer in another.

use super::evidence::sides;
use super::statements::{self, Told};
use super::{Material, RESPONSE, places, score};
use crate::model::{Confidence, EvidenceKind, Finding, FindingKind, Subject, Voice};

/// Lemmas that two denials must share to be of one matter.
const MIN_SHARED_DENIAL: usize = 2;
/// Lemmas that an answer and a silence must share, unless they share a name.
const MIN_SHARED_ANSWER: usize = 2;

pub fn findings(material: &Material<'_>) -> Vec<(f32, Finding)> {
    let denials = statements::of_kind(material, EvidenceKind::Denial);
    let silences = statements::of_kind(material, EvidenceKind::NoResponse);
    let counters = statements::told(material, |_, it| {
        it.kind == EvidenceKind::CounterAccusation && it.voice == Voice::Writer
    });
    let (shared, _) = statements::meeting(&denials, &denials, |a, b| {
        statements::shared(material, a, b).0 >= MIN_SHARED_DENIAL
    });
    let n_outlets = statements::n_articles(&shared);
    let mut res = Vec::new();
    if n_outlets > 1 {
        res.push(finding(
            material,
            format!("The denial, in {n_outlets} outlets’ words"),
            [&shared, &[]],
            "Statements that something is denied, of matters that share words, as each outlet \
             words them.",
        ));
    }
    // A denial answers where a name is shared; that somebody is accused, only of the same matter.
    let (denied, silent) = statements::meeting(&denials, &silences, |a, b| {
        let (shared, common) = statements::shared(material, a, b);
        shared >= MIN_SHARED_ANSWER || shared > common
    });
    let (countered, unmoved) = statements::meeting(&counters, &silences, |a, b| {
        statements::shared(material, a, b).0 >= MIN_SHARED_ANSWER
    });
    let mut answers: Vec<&Told> = denied.into_iter().chain(countered).collect();
    // What tells of the same matter as an answer is one of them.
    let more: Vec<&Told> = denials
        .iter()
        .chain(&counters)
        .filter(|told| !answers.iter().any(|it| it.place == told.place))
        .filter(|told| {
            let mut answers = answers.iter();
            answers.any(|it| statements::shared(material, it, told).0 >= MIN_SHARED_DENIAL)
        })
        .collect();
    answers.extend(more);
    let silences: Vec<&Told> = silent.into_iter().chain(unmoved).collect();
    if let Some(silence) = silences.first() {
        res.push(finding(
            material,
            format!(
                "An answer in {}, in {} {}",
                statements::n_articles(&answers),
                material.outlet(silence.place.article),
                material.quoted(silence.place)
            ),
            [&answers, &silences],
            "One outlet reports no response, another a denial or counter-accusation. Party, matter \
             and hour may differ: read both.",
        ));
    }
    res
}

fn finding(
    material: &Material<'_>,
    title: String,
    [one, other]: [&[&Told]; 2],
    rule: &str,
) -> (f32, Finding) {
    let finding = Finding {
        kind: FindingKind::Response,
        title,
        places: places(one.iter().chain(other).map(|it| it.place)),
        subject: Subject::Places,
        presence: sides(material, one, other),
        alert: false,
        confidence: Confidence::Possible,
        rule: rule.to_owned(),
    };
    (score(RESPONSE, 1.1, &finding.presence), finding)
}

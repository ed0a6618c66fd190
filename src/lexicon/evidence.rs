//! Cues of statements about evidence.

use super::{Lexicons, lines};
use crate::model::EvidenceKind;

/// One step of a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// One of these words, as written or by lemma.
    Word(Vec<&'static str>),
    /// Up to so many words of any kind.
    Skip(usize),
}

/// A row of `evidence.tsv`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvidenceCue {
    pub kind: EvidenceKind,
    /// A negation before it would turn it round.
    pub unless_negated: bool,
    pub steps: Vec<Step>,
}

pub(super) fn english() -> Vec<EvidenceCue> {
    lines(include_str!("../../assets/lexicons/en/evidence.tsv"))
        .filter_map(|it| it.split_once('\t'))
        .filter_map(|(kind, pattern)| cue(kind, pattern))
        .collect()
}

fn cue(kind: &str, pattern: &'static str) -> Option<EvidenceCue> {
    let unless_negated = pattern.starts_with('!');
    let steps = pattern
        .trim_start_matches('!')
        .split(' ')
        .map(|it| match it.strip_prefix("..") {
            Some(n) => n.parse().ok().map(Step::Skip),
            None => Some(Step::Word(it.split('|').collect())),
        })
        .collect::<Option<_>>()?;
    let kind = match kind {
        "asserts_evidence" => EvidenceKind::AssertsEvidence,
        "no_evidence_given" => EvidenceKind::NoEvidenceGiven,
        "assessment" => EvidenceKind::Assessment,
        "credible_information" => EvidenceKind::CredibleInformation,
        "hedge" => EvidenceKind::Hedge,
        "denial" => EvidenceKind::Denial,
        "counter_accusation" => EvidenceKind::CounterAccusation,
        "no_response" => EvidenceKind::NoResponse,
        "unverified" => EvidenceKind::Unverified,
        _ => return None,
    };
    Some(EvidenceCue {
        kind,
        unless_negated,
        steps,
    })
}

impl Lexicons {
    /// Cues in the order in which they are tried.
    pub fn evidence_cues(&self) -> &[EvidenceCue] {
        &self.evidence
    }
}

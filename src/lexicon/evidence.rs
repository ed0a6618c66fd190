//! Cues of statements about evidence.

use super::{Lexicons, Lists, lines};
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
    /// `None`: what the pattern catches is no statement.
    pub kind: Option<EvidenceKind>,
    /// A negation before it would turn it round.
    pub unless_negated: bool,
    pub steps: Vec<Step>,
}

pub(super) fn new(lists: &Lists) -> Vec<EvidenceCue> {
    lines(lists.of("evidence"))
        .filter_map(|it| it.split_once('\t'))
        .filter_map(|(kind, pattern)| cue(kind, pattern))
        .collect()
}

pub(super) fn cue(kind: &str, pattern: &'static str) -> Option<EvidenceCue> {
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
        "asserts_evidence" => Some(EvidenceKind::AssertsEvidence),
        "no_evidence_given" => Some(EvidenceKind::NoEvidenceGiven),
        "assessment" => Some(EvidenceKind::Assessment),
        "credible_information" => Some(EvidenceKind::CredibleInformation),
        "hedge" => Some(EvidenceKind::Hedge),
        "denial" => Some(EvidenceKind::Denial),
        "counter_accusation" => Some(EvidenceKind::CounterAccusation),
        "no_response" => Some(EvidenceKind::NoResponse),
        "unverified" => Some(EvidenceKind::Unverified),
        "none" => None,
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

//! The layers of marks: what is lit in the texts, and how findings are sorted in the list.

use super::icons;
use crate::model::{EvidenceKind, FindingKind};

/// A row of the legend: at once layer of marks, filter of the list, and count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layer {
    Shared,
    Attribution,
    Edits,
    Facts,
    Evidence,
    Wording,
}

impl Layer {
    pub const ALL: [Self; 6] = [
        Self::Shared,
        Self::Attribution,
        Self::Edits,
        Self::Facts,
        Self::Evidence,
        Self::Wording,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::Shared => "Shared quotations",
            Self::Attribution => "Attributed differently",
            Self::Edits => "Edited quotations",
            Self::Facts => "Facts and numbers",
            Self::Evidence => "Evidence",
            Self::Wording => "Wording",
        }
    }

    pub fn icon(self) -> &'static str {
        match self {
            Self::Shared => icons::QUOTES,
            Self::Attribution => icons::USER_SWITCH,
            Self::Edits => icons::PENCIL_SIMPLE,
            Self::Facts => icons::HASH,
            Self::Evidence => icons::SEAL_QUESTION,
            Self::Wording => icons::TEXT_AA,
        }
    }

    /// The layer that a finding belongs to.
    pub fn of(kind: FindingKind) -> Self {
        match kind {
            FindingKind::Attribution => Self::Attribution,
            FindingKind::Edit => Self::Edits,
            FindingKind::Naming => Self::Wording,
            FindingKind::Fact | FindingKind::OnlyHere | FindingKind::Origin => Self::Facts,
            FindingKind::Evidence | FindingKind::Response => Self::Evidence,
        }
    }
}

/// One or two words for a statement about evidence.
pub fn evidence_name(kind: EvidenceKind) -> &'static str {
    match kind {
        EvidenceKind::AssertsEvidence => "asserts",
        EvidenceKind::NoEvidenceGiven => "none given",
        EvidenceKind::Assessment => "assessment",
        EvidenceKind::CredibleInformation => "information",
        EvidenceKind::Hedge => "hedge",
        EvidenceKind::Denial => "denial",
        EvidenceKind::CounterAccusation => "accusation",
        EvidenceKind::NoResponse => "no response",
        EvidenceKind::Unverified => "unverified",
    }
}

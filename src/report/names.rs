//! Ids, and the words of the schema for what the model calls otherwise.

use crate::model::{
    ArticleIdx, Attribution, Confidence, Correction, EditKind, EvidenceKind, FactKind, FindingKind,
    FurnitureKind, OutletBasis, QuotationKind, Unsourced, Verdict, Voice, WordingCategory,
};

pub fn article_id(idx: ArticleIdx) -> String {
    format!("A{}", idx.0 + 1)
}

pub fn utterance_id(idx: usize) -> String {
    format!("U{}", idx + 1)
}

pub fn fact_id(idx: usize) -> String {
    format!("F{}", idx + 1)
}

pub fn finding_id(idx: usize) -> String {
    format!("N{}", idx + 1)
}

/// Of a finding that the reader rejected.
pub fn rejected_id(idx: usize) -> String {
    format!("R{}", idx + 1)
}

pub fn attribution(attribution: Attribution) -> &'static str {
    match attribution {
        Attribution::Agrees => "agrees",
        Attribution::Differs => "differs",
        Attribution::Unattributed | Attribution::Open => "unattributed",
    }
}

pub fn unsourced(unsourced: Unsourced) -> &'static str {
    match unsourced {
        Unsourced::NoCue => "no-cue",
        Unsourced::NoSubject => "no-subject",
        Unsourced::NoAntecedent => "no-antecedent",
        Unsourced::TwoCandidates => "two-candidates",
    }
}

pub fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Certain => "certain",
        Confidence::Likely => "likely",
        Confidence::Possible => "possible",
    }
}

pub fn fact_kind(kind: FactKind) -> &'static str {
    match kind {
        FactKind::Quantity => "quantity",
        FactKind::Time => "time",
        FactKind::Place => "place",
        FactKind::Actor => "actor",
        FactKind::Title => "title",
        FactKind::Attribution => "attribution",
        FactKind::Response => "response",
        FactKind::Other => "other",
    }
}

pub fn quotation_kind(kind: QuotationKind) -> &'static str {
    match kind {
        QuotationKind::Direct => "direct",
        QuotationKind::Mixed => "mixed",
        QuotationKind::Scare => "scare",
        QuotationKind::Reported => "reported",
    }
}

pub fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Differs => "differs",
        Verdict::Refines => "refines",
        Verdict::Agrees => "agrees",
        Verdict::OnlyOne => "only-one",
    }
}

pub fn basis(basis: OutletBasis) -> &'static str {
    match basis {
        OutletBasis::Dateline => "dateline",
        OutletBasis::Meta => "meta",
        OutletBasis::Credit => "credit",
        OutletBasis::User => "user",
        OutletBasis::FileName => "file-name",
    }
}

pub fn correction(correction: Correction) -> &'static str {
    match correction {
        Correction::Outlet => "outlet",
        Correction::Date => "date",
        Correction::Headline => "headline",
        Correction::Furniture => "furniture",
    }
}

pub fn furniture(kind: FurnitureKind) -> &'static str {
    match kind {
        FurnitureKind::Caption => "caption",
        FurnitureKind::Credit => "credit",
        FurnitureKind::Navigation => "navigation",
        FurnitureKind::Bio => "bio",
        FurnitureKind::Related => "related",
        FurnitureKind::Duplicate => "duplicate",
        FurnitureKind::Dateline => "dateline",
        FurnitureKind::Timestamp => "timestamp",
        FurnitureKind::Other => "other",
    }
}

pub fn edit_kind(kind: EditKind) -> &'static str {
    match kind {
        EditKind::Bracket => "bracket",
        EditKind::Ellipsis => "ellipsis",
        EditKind::Cut => "cut",
        EditKind::Extension => "extension",
        EditKind::Splice => "splice",
        EditKind::Split => "split",
        EditKind::Moved => "moved",
        EditKind::Wording => "wording",
    }
}

pub fn evidence_kind(kind: EvidenceKind) -> &'static str {
    match kind {
        EvidenceKind::AssertsEvidence => "asserts_evidence",
        EvidenceKind::NoEvidenceGiven => "no_evidence_given",
        EvidenceKind::Assessment => "assessment",
        EvidenceKind::CredibleInformation => "credible_information",
        EvidenceKind::Hedge => "hedge",
        EvidenceKind::Denial => "denial",
        EvidenceKind::CounterAccusation => "counter_accusation",
        EvidenceKind::NoResponse => "no_response",
        EvidenceKind::Unverified => "unverified",
    }
}

pub fn finding_kind(kind: FindingKind) -> &'static str {
    match kind {
        FindingKind::Attribution => "attribution",
        FindingKind::Edit => "edit",
        FindingKind::Fact => "fact",
        FindingKind::Evidence => "evidence",
        FindingKind::Response => "response",
        FindingKind::Naming => "naming",
        FindingKind::OnlyHere => "only-here",
        FindingKind::Origin => "origin",
    }
}

pub fn voice(voice: Voice) -> &'static str {
    match voice {
        Voice::Writer => "writer",
        Voice::Quoted => "quoted",
    }
}

pub fn wording_category(category: WordingCategory) -> &'static str {
    match category {
        WordingCategory::ReportingVerb => "reporting verb",
        WordingCategory::LoadedVerb => "loaded verb",
        WordingCategory::LoadedAdjective => "loaded adjective",
        WordingCategory::LoadedNoun => "loaded noun",
        WordingCategory::Label => "label",
        WordingCategory::Intensifier => "intensifier",
        WordingCategory::Euphemism => "euphemism",
        WordingCategory::Judgment => "judgment",
    }
}

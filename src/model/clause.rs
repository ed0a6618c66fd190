//! What one verb says, and of whom.

use super::{Span, Voice};

/// One verb with those who take part in it and what stands beside it.
#[derive(Clone, Debug, PartialEq)]
pub struct Clause {
    /// From the first of its words to the last.
    pub span: Span,
    /// The verb with its auxiliaries: `has not been sold`.
    pub verb: Span,
    /// Lemma of the verb; of an act told by a noun (`imposed a ban`) the noun's.
    pub predicate: String,
    pub negated: bool,
    pub modality: Modality,
    /// Who does it, `by …` in the passive; `None`: not said.
    pub agent: Option<Phrase>,
    /// What it is done to, the subject of a passive.
    pub patient: Option<Phrase>,
    /// In reading order.
    pub circumstances: Vec<Circumstance>,
    pub voice: Voice,
    /// Index of the quotation or report in whose content it stands.
    pub under: Option<usize>,
}

impl Clause {
    /// The circumstances of one kind, in reading order.
    pub fn of_kind(&self, kind: CircumstanceKind) -> impl Iterator<Item = &Circumstance> {
        self.circumstances.iter().filter(move |it| it.kind == kind)
    }
}

/// Whether it happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Modality {
    Done,
    /// Will happen, is planned or wanted.
    Planned,
    /// May happen, may have happened.
    Possible,
    /// Should happen.
    Asked,
}

/// A noun with what belongs to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phrase {
    pub span: Span,
    /// The noun itself: `drones` in `dozens of new drones`.
    pub head: Span,
}

/// When, where, why or how.
#[derive(Clone, Debug, PartialEq)]
pub struct Circumstance {
    pub kind: CircumstanceKind,
    /// With its preposition.
    pub span: Span,
    /// Without it.
    pub inner: Span,
    /// Of a time, as far as the text fixes it.
    pub time: Option<Time>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CircumstanceKind {
    Time,
    Place,
    Cause,
    Purpose,
    /// `with`, `via`, `using`.
    Means,
    /// `from`: where it comes from, who gave it.
    Origin,
    /// `to`, `for`: who gets it.
    Recipient,
    /// `against`, `on`, `over`: whom it concerns.
    Target,
    /// `under`, `of` and what else tells no role.
    Other,
}

/// A time, as far as the text and the article's date fix it; no field: a vague one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Time {
    pub year: Option<i32>,
    pub month: Option<u8>,
    pub day: Option<u8>,
    /// Monday is 0.
    pub weekday: Option<u8>,
    /// Minutes after midnight.
    pub minute: Option<u16>,
    pub bound: TimeBound,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TimeBound {
    #[default]
    At,
    Since,
    Until,
    Before,
    After,
}

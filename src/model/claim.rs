//! What the outlets say of how sure one thing is.

use super::{ArticleIdx, Place, Span};

/// One claim with the statements that speak of it: whether there is evidence, whether it is denied,
/// whether anybody answered.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// Words that tell what the statements are about.
    pub about: Place,
    /// In story order; outlets without a cell have no match.
    pub cells: Vec<ClaimCell>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct ClaimCell {
    pub article: ArticleIdx,
    /// In reading order.
    pub stances: Vec<Stance>,
}

/// One statement on a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stance {
    /// Index into the article's evidence statements.
    pub evidence: usize,
    /// The day or month that its sentence names.
    pub when: Option<Span>,
}

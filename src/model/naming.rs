//! How each outlet names one thing.

use super::{ArticleIdx, Span};

/// One thing that several outlets name, not all with the same words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Naming {
    /// The class of the lexicon, or the name that most have.
    pub concept: String,
    /// In story order; outlets that do not name it have none.
    pub cells: Vec<NamingCell>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamingCell {
    pub article: ArticleIdx,
    /// The names where they stand, in reading order.
    pub spans: Vec<Span>,
}

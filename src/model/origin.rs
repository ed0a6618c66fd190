//! Where what several outlets carry was first said.

use super::{ArticleIdx, Place, Span};

/// One original source that stands behind outlets: a speaker on an occasion, an agency, another
/// paper. Outlets that share one did not find the same thing out twice; who copied whom is not
/// known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    pub kind: OriginKind,
    pub name: Place,
    /// The words that tell the occasion (`told reporters`), where an outlet has them.
    pub occasion: Option<Place>,
    /// One for each outlet, in story order: the words that show it.
    pub outlets: Vec<(ArticleIdx, Span)>,
    /// Indices into the shared utterances that come from it, ascending.
    pub utterances: Vec<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum OriginKind {
    /// Somebody said it.
    Speaker,
    /// An agency is credited.
    Agency,
    /// Another medium is said to have reported it.
    Report,
}

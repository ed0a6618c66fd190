//! Articles that are mostly one text.

use super::{ArticleIdx, Place, Span};

/// Two articles that have most of their words in common, in the same order.
#[derive(Clone, Debug, PartialEq)]
pub struct Duplicate {
    pub kind: DuplicateKind,
    /// The earlier one where the dates tell it, else by the order of the story.
    pub from: ArticleIdx,
    pub to: ArticleIdx,
    /// Share of the word groups of the shorter one that the other has too, 0 to 1.
    pub shared: f32,
    /// What stands in one and not in the other, in reading order.
    pub changes: Vec<Change>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DuplicateKind {
    /// One article that is here twice.
    Same,
    /// Two versions of one outlet's article.
    Revision,
    /// One text that two outlets carry.
    Carried,
}

impl Duplicate {
    /// The words that stand in one of the two and not in the other.
    pub fn places(&self) -> impl Iterator<Item = Place> {
        self.changes.iter().flat_map(|it| {
            let from = it.from_span.map(|span| (self.from, span));
            let to = it.to_span.map(|span| (self.to, span));
            let both = [from, to].into_iter().flatten();
            both.map(|(article, span)| Place { article, span })
        })
    }
}

impl DuplicateKind {
    /// The two articles speak as one outlet.
    pub fn is_one_outlet(self) -> bool {
        match self {
            Self::Same | Self::Revision => true,
            Self::Carried => false,
        }
    }
}

/// Words that one article has in place of the other's. Not both are `None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// In the article that the duplicate is `from`.
    pub from_span: Option<Span>,
    pub to_span: Option<Span>,
}

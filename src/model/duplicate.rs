//! Articles that are mostly one text: versions of one, or one that two outlets carry.

use std::sync::Arc;

use super::{Annotations, Article, ArticleIdx, Place, Span};

/// One text that two outlets carry.
#[derive(Clone, Debug, PartialEq)]
pub struct Duplicate {
    /// The earlier one where the dates tell it, else by the order of the story.
    pub from: ArticleIdx,
    pub to: ArticleIdx,
    /// Share of the word groups of the shorter one that the other has too, 0 to 1.
    pub shared: f32,
    /// What stands in one and not in the other, in reading order.
    pub changes: Vec<Change>,
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

/// Words that one article has in place of the other's. Not both are `None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// In the article that it is a change `from`.
    pub from_span: Option<Span>,
    pub to_span: Option<Span>,
}

/// An earlier version of an article of the story, or the same text again. It is not compared with
/// other outlets: the last version speaks for its outlet.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    pub article: Arc<Article>,
    pub annotations: Arc<Annotations>,
    /// The last version.
    pub of: ArticleIdx,
    /// Share of the word groups of the shorter one that the other has too, 0 to 1.
    pub shared: f32,
    /// From this version to the last one, in reading order; none if all words are the same.
    pub changes: Vec<Change>,
}

//! The articles on one event, and how a place in them is named.

use std::path::Path;
use std::sync::Arc;

use super::{Annotations, Article, Span, Version};

/// Position of an article in its [`Story`], in canonical order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArticleIdx(pub usize);

/// Some words of one article of the story.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    pub article: ArticleIdx,
    pub span: Span,
}

/// The articles on one event, in canonical order (file name, then key), each with its annotations.
#[derive(Clone, Debug, Default)]
pub struct Story {
    pub articles: Vec<(Arc<Article>, Arc<Annotations>)>,
    /// Earlier versions of them, which are not compared: by article, the oldest first.
    pub versions: Vec<Version>,
}

impl Story {
    pub fn indices(&self) -> impl Iterator<Item = ArticleIdx> + use<> {
        (0..self.articles.len()).map(ArticleIdx)
    }

    /// # Panics
    /// If `idx` is not of this story.
    pub fn article(&self, idx: ArticleIdx) -> &Article {
        &self.articles[idx.0].0
    }

    /// # Panics
    /// If `idx` is not of this story.
    pub fn annotations(&self, idx: ArticleIdx) -> &Annotations {
        &self.articles[idx.0].1
    }

    /// The words at `place`.
    pub fn words(&self, place: Place) -> &str {
        place.span.of(&self.article(place.article).text)
    }
}

/// Each outlet's name; of several articles with one name, with the file or a number.
pub fn outlet_names(articles: &[&Article]) -> Vec<String> {
    let stem = |it: &Article| {
        let stem = Path::new(&it.file).file_stem().unwrap_or_default();
        stem.to_string_lossy().into_owned()
    };
    let told = |at: usize| {
        let name = &articles[at].outlet.name;
        let same: Vec<usize> = (0..articles.len())
            .filter(|it| articles[*it].outlet.name == *name)
            .collect();
        let own = stem(articles[at]);
        let is_alone = same
            .iter()
            .all(|it| *it == at || stem(articles[*it]) != own);
        match same.iter().position(|it| *it == at) {
            _ if same.len() == 1 => name.clone(),
            _ if is_alone && own != *name => format!("{name} · {own}"),
            None | Some(0) => name.clone(),
            Some(nth) => format!("{name} {}", nth + 1),
        }
    };
    (0..articles.len()).map(told).collect()
}

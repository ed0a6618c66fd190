//! Regions of the screen, one a file. A view reads the context and pushes commands.

pub mod card;
pub mod columns;
pub mod findings;
pub mod outlets;
pub mod overlays;
pub mod strips;
pub mod toolbar;
pub mod welcome;

use std::cell::RefCell;

use super::layout::Layouts;
use super::state::State;
use super::theme::Theme;
use crate::model::ArticleIdx;

/// What views read.
pub struct ViewContext<'a> {
    pub state: &'a State,
    pub theme: &'static Theme,
    pub layouts: &'a RefCell<Layouts>,
    /// Articles as they stand side by side.
    pub order: &'a [ArticleIdx],
    /// By article: three letters for its outlet.
    pub codes: &'a [String],
    /// Left edge and width of each column, in the order of `order`.
    pub columns: &'a [(f32, f32)],
    /// The comparison that runs.
    pub busy: Option<Busy>,
    pub list_folded: bool,
}

/// A comparison that runs.
pub struct Busy {
    /// Steps done, of how many.
    pub done: usize,
    pub total: usize,
    /// How long the reader has been waiting.
    pub secs: f64,
}

impl ViewContext<'_> {
    pub fn outlet(&self, article: ArticleIdx) -> &str {
        &self.state.story.article(article).outlet.name
    }

    pub fn text(&self, article: ArticleIdx) -> &str {
        &self.state.story.article(article).text
    }

    /// Number of the article in the order of adding: its mark.
    pub fn nth(&self, article: ArticleIdx) -> usize {
        self.order.iter().position(|it| *it == article).unwrap_or(0)
    }
}

/// The first words of a text, for an accessible name.
pub fn first_words(text: &str) -> String {
    text.split_whitespace()
        .take(8)
        .collect::<Vec<_>>()
        .join(" ")
}

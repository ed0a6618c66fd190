//! Regions of the screen, one a file. A view reads the context and pushes commands.

pub mod annotated;
pub mod card;
pub mod columns;
pub mod findings;
pub mod grid;
pub mod help;
pub mod outlets;
pub mod overlays;
pub mod palette;
pub mod question;
pub mod search;
pub mod sideways;
pub mod sources;
pub mod strips;
pub mod toolbar;
pub mod welcome;

use std::cell::RefCell;

use super::actions::Position;
use super::layout::Layouts;
use super::slots::{Slot, What};
use super::state::State;
use super::theme::Theme;
use crate::model::ArticleIdx;

/// What views read.
pub struct ViewContext<'a> {
    pub state: &'a State,
    pub theme: &'static Theme,
    pub layouts: &'a RefCell<Layouts>,
    /// All articles, in the order of the columns.
    pub all: &'a [ArticleIdx],
    /// Those that are shown.
    pub order: &'a [ArticleIdx],
    /// Where the articles stand in this view, heads and columns alike.
    pub slots: &'a [Slot],
    /// The comparison that runs.
    pub busy: Option<Busy>,
    pub list_folded: bool,
    /// Height of the view, without heads and card.
    pub height: f32,
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
    /// The outlet's name, told apart from others of the same name.
    pub fn outlet(&self, article: ArticleIdx) -> &str {
        &self.state.derived.names[article.0]
    }

    /// The article has a column.
    pub fn is_open(&self, article: ArticleIdx) -> bool {
        self.slots.iter().any(|it| it.what == What::Column(article))
    }

    /// How an article stands among the others.
    pub fn position(&self, article: ArticleIdx) -> Position {
        let choices = &self.state.choices;
        let key = self.state.story.article(article).key;
        let at = self.all.iter().position(|it| *it == article);
        Position {
            article: key,
            at: at.unwrap_or(0),
            n_articles: self.all.len(),
            n_shown: self.order.len(),
            is_pinned: choices.pinned.contains(&key),
            is_alone: choices.solo == Some(key),
        }
    }

    pub fn text(&self, article: ArticleIdx) -> &str {
        &self.state.story.article(article).text
    }

    pub fn code(&self, article: ArticleIdx) -> &str {
        &self.state.derived.codes[article.0]
    }

    /// Which mark is the article's.
    pub fn mark(&self, article: ArticleIdx) -> usize {
        let key = self.state.story.article(article).key;
        self.state.marks.get(&key).copied().unwrap_or(0)
    }
}

//! What the reader chose to see, and how. Nothing here is a result.

use std::collections::{BTreeMap, BTreeSet};

use super::command::View;
use super::layer::Layer;
use super::theme::Look;
use crate::model::{ArticleKey, Span};

/// What the reader chose to see, and how.
pub struct Choices {
    pub view: View,
    /// The reader chose the view; until then it is that of the number of articles.
    pub view_chosen: bool,
    pub look: Look,
    pub filter: Option<Layer>,
    pub search: String,
    pub hidden_layers: Vec<Layer>,
    /// Whether the evidence card is a line; unless the reader says, by the view.
    pub card_folded: Option<bool>,
    /// Whether the findings list is a rail; unless the reader says, by the window's width.
    pub list_folded: Option<bool>,
    pub hidden: BTreeSet<ArticleKey>,
    pub solo: Option<ArticleKey>,
    pub pinned: BTreeSet<ArticleKey>,
    /// Columns opened by hand, the last first.
    pub opened: Vec<ArticleKey>,
    pub reference: Option<ArticleKey>,
    /// Rows of the grid in which this article differs come first.
    pub grid_sort: Option<ArticleKey>,
    /// Articles that have the same in every row of the grid share a column.
    pub grouped: bool,
    /// Rows of the Outlets view show all that each outlet has.
    pub rows_whole: bool,
    /// Articles whose furniture is shown, not folded to a line.
    pub open_furniture: BTreeSet<ArticleKey>,
    /// By article: the earlier version of it that its column shows.
    pub versions: BTreeMap<ArticleKey, ArticleKey>,
    /// Paragraphs that all articles share are folded to a line each.
    pub shared_folded: bool,
    /// Only findings in this part of an article are listed.
    pub brush: Option<(ArticleKey, Span)>,
    /// What the reader rejected stands below the findings.
    pub shows_rejected: bool,
    /// Height of the evidence card, if the reader dragged it.
    pub card_height: Option<f32>,
    /// Each column scrolls by itself.
    pub free_scroll: bool,
    /// Titles of findings stay hidden until they are revealed.
    pub teaching: bool,
    pub revealed: BTreeSet<usize>,
    pub presenting: bool,
    /// Steps from the normal size of the articles' words, and of everything.
    pub reading_steps: i32,
    pub window_steps: i32,
}

impl Default for Choices {
    /// Quiet: two layers are marked in the texts until the reader asks for more.
    fn default() -> Self {
        Self {
            view: View::default(),
            view_chosen: false,
            look: Look::default(),
            filter: None,
            search: String::new(),
            hidden_layers: vec![Layer::Edits, Layer::Facts, Layer::Evidence, Layer::Wording],
            card_folded: None,
            list_folded: None,
            hidden: BTreeSet::new(),
            solo: None,
            pinned: BTreeSet::new(),
            opened: Vec::new(),
            reference: None,
            grid_sort: None,
            grouped: false,
            rows_whole: false,
            open_furniture: BTreeSet::new(),
            versions: BTreeMap::new(),
            shared_folded: false,
            brush: None,
            shows_rejected: false,
            card_height: None,
            free_scroll: false,
            teaching: false,
            revealed: BTreeSet::new(),
            presenting: false,
            reading_steps: 0,
            window_steps: 0,
        }
    }
}

impl Choices {
    /// How much larger than drawn the articles' words are.
    pub fn reading_zoom(&self) -> f32 {
        let presenting = if self.presenting { 1.16 } else { 1.0 };
        presenting * 1.1_f32.powi(self.reading_steps)
    }

    /// How much larger than drawn everything is.
    pub fn window_zoom(&self) -> f32 {
        let presenting = if self.presenting { 1.23 } else { 1.0 };
        presenting * 1.1_f32.powi(self.window_steps)
    }

    pub fn shows(&self, layer: Layer) -> bool {
        !self.hidden_layers.contains(&layer)
    }

    pub fn toggle_layer(&mut self, layer: Layer) {
        if self.shows(layer) {
            self.hidden_layers.push(layer);
        } else {
            self.hidden_layers.retain(|it| *it != layer);
        }
    }
}

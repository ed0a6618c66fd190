//! Brings words into view, whatever view and column they are in.

use eframe::egui;

use super::App;
use super::regions::{Regions, labels};
use crate::gui::command::View;
use crate::gui::slots::{Slot, What};
use crate::model::{ArticleKey, BlockKind, Place, Presence};

impl App {
    /// Shows words: in the reference if they are its, else in their column. Folded page furniture
    /// that holds them opens.
    pub(super) fn show(&mut self, place: Place) {
        let key = self.state.story.article(place.article).key;
        let is_reference = self.state.reference() == Some(place.article);
        if !(self.state.choices.view == View::Annotated && is_reference) {
            self.state.choices.view = View::Columns;
        }
        self.state.choices.hidden.remove(&key);
        self.state.choices.versions.remove(&key);
        self.open_column(key);
        let blocks = self.state.story.article(place.article).blocks.iter();
        let mut furniture = blocks.filter(|it| matches!(it.kind, BlockKind::Furniture(_)));
        if furniture.any(|it| it.span.overlaps(place.span)) {
            self.state.choices.open_furniture.insert(key);
        }
        self.state.shown = vec![place];
        self.show_wanted.push(place);
    }

    /// Sets the columns level and scrolls to what was asked for, once they are laid out.
    pub(super) fn bring_into_view(&mut self, ctx: &egui::Context) {
        let is_level_wanted = self.level_wanted && self.busy_since.is_none();
        if is_level_wanted {
            self.level_wanted = false;
            self.scroller
                .bring_level(ctx, &mut self.state, &self.layouts);
        }
        let selected = self.state.selected_places();
        for place in std::mem::take(&mut self.show_wanted) {
            // The column of the selection stands level, not where this one of its places is.
            let is_selected = selected.iter().any(|it| it.article == place.article);
            if !(is_level_wanted && is_selected) {
                self.scroller
                    .show(ctx, &mut self.state, &self.layouts, place);
            }
        }
    }

    /// Where the words of a new selection stand out of sight, to the left or right, scrolls there.
    pub(super) fn bring_sideways(&mut self, regions: &Regions, slots: &[Slot]) -> bool {
        let is_wanted = self.state.selection_moved && self.state.choices.view == View::Grid;
        let Some(presence) = self.state.selected_presence().filter(|_| is_wanted) else {
            return false;
        };
        let left = regions.view.left() + labels(View::Grid);
        let has_words = |it: &&Slot| match it.what {
            What::Column(article) => presence[article.0] != Presence::NoMatch,
            What::Spine(_) | What::Bundle(_) => false,
        };
        let is_seen = |it: &Slot| it.left >= left && it.left + it.width <= regions.view.right();
        let mut told = slots.iter().filter(has_words);
        let Some(first) = told.clone().next().filter(|_| !told.any(is_seen)) else {
            return false;
        };
        self.state.columns_scroll += first.left - left;
        true
    }

    /// Lights what two outlets that carry one text do not share.
    pub(super) fn show_duplicate(&mut self, idx: usize) {
        let Some(duplicate) = self.state.comparison.duplicates.get(idx).cloned() else {
            return;
        };
        let places: Vec<Place> = duplicate.places().collect();
        self.select(None);
        for article in [duplicate.from, duplicate.to] {
            let key = self.state.story.article(article).key;
            self.state.choices.hidden.remove(&key);
            self.open_column(key);
            let first = places.iter().find(|it| it.article == article);
            if let Some(first) = first {
                self.show(*first);
            }
        }
        self.state.choices.view = View::Columns;
        self.state.shown = places;
    }

    /// Lights the words of an article that an earlier version of it did not have.
    pub(super) fn show_changes(&mut self, version: usize) {
        let Some(version) = self.state.story.versions.get(version) else {
            return;
        };
        let article = version.of;
        let changes = version.changes.iter();
        let spans = changes.filter_map(|it| it.to_span);
        let places: Vec<Place> = spans.map(|span| Place { article, span }).collect();
        self.select(None);
        if let Some(first) = places.first() {
            self.show(*first);
        }
        self.state.choices.view = View::Columns;
        self.state.shown = places;
    }

    pub(super) fn open_column(&mut self, key: ArticleKey) {
        let opened = &mut self.state.choices.opened;
        opened.retain(|it| *it != key);
        opened.insert(0, key);
    }
}

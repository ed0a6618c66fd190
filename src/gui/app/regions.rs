//! Where the parts of the window stand, and the articles in the view.

use eframe::egui::{Rect, vec2};

use crate::gui::command::View;
use crate::gui::slots::{self, Slot, What, Wish};
use crate::gui::state::State;
use crate::gui::theme::size;
use crate::gui::views::{grid, outlets, sources};
use crate::model::ArticleIdx;

/// Where the parts of the window stand.
pub struct Regions {
    pub toolbar: Rect,
    /// The bar that finds words, while it is open.
    pub find: Rect,
    pub list: Rect,
    pub list_folded: bool,
    pub band: Rect,
    pub view: Rect,
    pub card: Rect,
    pub card_folded: bool,
}

impl Regions {
    pub fn new(window: Rect, state: &State) -> Self {
        let choices = &state.choices;
        let toolbar = window.with_max_y(window.top() + size::TOOLBAR);
        let below = window.with_min_y(toolbar.bottom());
        let find_height = state.find.as_ref().map_or(0.0, |_| size::FIND);
        let (find, below) = below.split_top_bottom_at_y(below.top() + find_height);
        let is_wide = window.width() >= size::WIDE && below.height() >= size::TALL;
        let has_list = matches!(choices.view, View::Columns | View::Annotated);
        let narrow = window.width() < size::NARROW || choices.presenting;
        let list_folded = choices.list_folded.unwrap_or(narrow);
        let list_width = match (has_list, list_folded) {
            (false, _) => 0.0,
            (true, true) => size::RAIL,
            (true, false) if is_wide => size::FINDINGS_WIDE,
            (true, false) => size::FINDINGS,
        };
        // Where the view tells the same, the card is a line until it is asked for.
        let tells_itself = !matches!(choices.view, View::Columns | View::Grid);
        let card_folded = choices.card_folded.unwrap_or(tells_itself && !is_wide);
        let has_selection = state.selection.is_some();
        let (middle, card) = if is_wide && has_selection && !card_folded {
            below.split_left_right_at_x(below.right() - size::CARD_DOCKED)
        } else if has_selection && !card_folded {
            let most = window.height()
                * if choices.card_height.is_some() {
                    0.5
                } else {
                    0.45
                };
            let wanted = choices.card_height.unwrap_or(size::CARD);
            let height = wanted.max(size::CARD_MIN).min(most);
            below.split_top_bottom_at_y(below.bottom() - height)
        } else {
            below.split_top_bottom_at_y(below.bottom() - size::CARD_FOLDED)
        };
        let (list, rest) = middle.split_left_right_at_x(window.left() + list_width);
        let (band, view) = rest.split_top_bottom_at_y(rest.top() + size::STRIP_BAND);
        Self {
            toolbar,
            find,
            list,
            list_folded,
            band,
            view,
            card,
            card_folded,
        }
    }

    /// Heads and view alone, on a page of their own.
    pub fn of_view(page: Rect) -> Self {
        let (band, view) = page.split_top_bottom_at_y(page.top() + size::STRIP_BAND);
        let nothing = Rect::from_min_size(page.min, vec2(0.0, 0.0));
        Self {
            toolbar: nothing,
            find: nothing,
            list: nothing,
            list_folded: true,
            band,
            view,
            card: nothing,
            card_folded: true,
        }
    }

    /// Where not all articles have a place in the row, the names of those that have stand over the
    /// view. They and the view.
    pub fn names_and_view(&self, slots: &[Slot]) -> (Rect, Rect) {
        let is_bundled = slots.iter().any(|it| matches!(it.what, What::Bundle(_)));
        let height = if is_bundled { size::NAMES } else { 0.0 };
        self.view.split_top_bottom_at_y(self.view.top() + height)
    }

    /// Where the articles stand in the view that is shown.
    pub fn slots(&self, state: &mut State, order: &[ArticleIdx]) -> Vec<Slot> {
        let view = state.choices.view;
        let room = self.view.with_min_x(self.view.left() + labels(view));
        if view == View::Columns {
            let choices = &state.choices;
            let selected = state.selected_places();
            let presence = state.selected_presence();
            let wishes: Vec<Wish> = order
                .iter()
                .map(|article| {
                    let key = state.story.article(*article).key;
                    Wish {
                        article: *article,
                        pinned: choices.pinned.contains(&key),
                        opened: choices.opened.iter().position(|it| *it == key),
                        selected: selected.iter().any(|it| it.article == *article),
                        stands_out: presence.is_some_and(|it| it[article.0].stands_out()),
                    }
                })
                .collect();
            return slots::slots(room.left(), room.width(), choices.reading_zoom(), &wishes);
        }
        let least = match view {
            View::Columns => size::COLUMN_MIN,
            View::Outlets => size::OUTLET_MIN,
            View::Grid => 180.0,
            View::Annotated | View::Sources => 20.0,
        };
        let groups: Vec<Vec<ArticleIdx>> = if view == View::Grid {
            state.groups(order)
        } else {
            order.iter().map(|it| vec![*it]).collect()
        };
        let n = groups.len().max(1) as f32;
        let most = size::COLUMN_MAX * state.choices.reading_zoom();
        let width = (room.width() / n).max(least).min(most).floor();
        let most = (width * n - room.width()).max(0.0);
        state.columns_scroll = state.columns_scroll.clamp(0.0, most);
        let left = room.left() - state.columns_scroll;
        let slot = |(nth, group): (usize, &Vec<ArticleIdx>)| Slot {
            what: What::Column(group[0]),
            left: left + width * nth as f32,
            width,
            more: group.len() - 1,
        };
        groups.iter().enumerate().map(slot).collect()
    }
}

/// Width of what stands left of the articles in a view.
pub fn labels(view: View) -> f32 {
    match view {
        View::Columns | View::Annotated => 0.0,
        View::Grid => grid::LABELS,
        View::Outlets => outlets::LABELS,
        View::Sources => sources::HEADS,
    }
}

#[cfg(test)]
mod tests {
    use eframe::egui::Pos2;

    use super::*;
    use crate::gui::state::Selection;

    #[test]
    fn the_card_takes_a_side_only_while_something_is_selected() {
        let window = Rect::from_min_size(Pos2::ZERO, vec2(2560.0, 1440.0));
        let mut state = State::default();
        let regions = Regions::new(window, &state);
        assert_eq!(regions.view.right(), window.right());
        assert_eq!(regions.card.height(), size::CARD_FOLDED);
        state.selection = Some(Selection::Utterance(0));
        let regions = Regions::new(window, &state);
        assert_eq!(regions.card.width(), size::CARD_DOCKED);
        assert_eq!(regions.view.right(), regions.card.left());
    }
}

//! Moves the columns: level at a selection, together when one is scrolled, gliding.

use std::cell::RefCell;
use std::collections::BTreeMap;

use eframe::egui;

use super::layout::Layouts;
use super::level::{self, Anchor};
use super::state::State;
use crate::model::{ArticleIdx, ArticleKey, Place, Span};

/// Space above the first line of a column, in points.
pub const TOP: f32 = 12.0;
/// Seconds that a glide takes.
const GLIDE: f64 = 0.18;
/// A glide of more screens than this is a jump.
const MOST_SCREENS: f32 = 1.2;
/// Share of the height, from above, at which the selected words stand.
const LEVEL: f32 = 0.28;
/// Share of the height that may stay empty under the end of an article.
const EMPTY_BELOW: f32 = 0.65;

/// What the scrolling needs to remember from frame to frame.
#[derive(Default)]
pub struct Scroller {
    /// Height of the columns in the last frame.
    pub height: f32,
    /// Height at which the selected words stand in all columns.
    level: Option<f32>,
    glides: BTreeMap<ArticleKey, Glide>,
    /// Nothing glides: for pictures.
    pub still: bool,
}

struct Glide {
    from: f32,
    to: f32,
    start: f64,
}

impl Scroller {
    /// Moves what glides. Returns whether another frame is needed.
    pub fn advance(&mut self, state: &mut State, now: f64) -> bool {
        self.glides.retain(|article, glide| {
            let share = (((now - glide.start) / GLIDE) as f32).clamp(0.0, 1.0);
            let eased = 1.0 - (1.0 - share).powi(3);
            let at = glide.from + (glide.to - glide.from) * eased;
            state.scroll.insert(*article, at);
            share < 1.0
        });
        !self.glides.is_empty()
    }

    /// Sets the selected words of all columns at one height.
    pub fn bring_level(
        &mut self,
        ctx: &egui::Context,
        state: &mut State,
        layouts: &RefCell<Layouts>,
    ) {
        let layouts = layouts.borrow();
        let tops: Vec<(ArticleKey, f32, f32)> = state
            .selected_places()
            .into_iter()
            .filter_map(|place| {
                let article = state.story.article(place.article);
                let layout = layouts.last(article.key)?;
                let (top, _) = layout.extent(&article.text, place.span)?;
                Some((article.key, top + TOP, layout.height()))
            })
            .collect();
        // Words near the head of an article cannot stand lower than they do there.
        let wanted = self.height * LEVEL;
        let level = tops.iter().map(|it| it.1).fold(wanted, f32::min);
        self.level = Some(level);
        for (key, top, height) in tops {
            self.glide(ctx, state, key, (top - level).clamp(0.0, self.most(height)));
        }
    }

    /// Brings words of one column into view; the others stay.
    pub fn show(
        &mut self,
        ctx: &egui::Context,
        state: &mut State,
        layouts: &RefCell<Layouts>,
        place: Place,
    ) {
        let article = state.story.article(place.article);
        let key = article.key;
        let Some(layout) = layouts.borrow().last(key) else {
            return;
        };
        let Some((top, bottom)) = layout.extent(&article.text, place.span) else {
            return;
        };
        let now = state.scroll.get(&key).copied().unwrap_or(0.0);
        let visible = top > now && bottom < now + self.height - TOP;
        if !visible {
            let to = top + TOP - self.height * LEVEL;
            self.glide(ctx, state, key, to.clamp(0.0, self.most(layout.height())));
        }
    }

    /// Scrolls one column by some points; unless `alone`, the others keep beside it.
    pub fn scroll(
        &mut self,
        state: &mut State,
        layouts: &RefCell<Layouts>,
        idx: ArticleIdx,
        by: f32,
        alone: bool,
    ) {
        let key = state.story.article(idx).key;
        let from = state.scroll.get(&key).copied().unwrap_or(0.0);
        self.scroll_to(state, layouts, idx, from + by, alone);
    }

    /// Scrolls one column to a height; unless `alone`, the others keep beside it.
    pub fn scroll_to(
        &mut self,
        state: &mut State,
        layouts: &RefCell<Layouts>,
        idx: ArticleIdx,
        to: f32,
        alone: bool,
    ) {
        let layouts = layouts.borrow();
        let key = state.story.article(idx).key;
        let Some(layout) = layouts.last(key) else {
            return;
        };
        let most = self.most(layout.height());
        let to = to.clamp(0.0, most);
        self.glides.clear();
        state.scroll.insert(key, to);
        if alone {
            return;
        }
        for other in state
            .story
            .indices()
            .filter(|it| *it != idx)
            .collect::<Vec<_>>()
        {
            let other_key = state.story.article(other).key;
            let Some(other_layout) = layouts.last(other_key) else {
                continue;
            };
            let other_most = self.most(other_layout.height());
            let anchors = self.anchors(state, &layouts, idx, other, (most, other_most));
            let beside = level::beside(&anchors, to).clamp(0.0, other_most);
            state.scroll.insert(other_key, beside);
        }
    }

    /// Pairs of scroll positions at which shared words of both columns stand level, with the two
    /// ends of both.
    fn anchors(
        &self,
        state: &State,
        layouts: &Layouts,
        a: ArticleIdx,
        b: ArticleIdx,
        ends: Anchor,
    ) -> Vec<Anchor> {
        let level = self.level.unwrap_or(self.height * LEVEL);
        let position = |idx: ArticleIdx, span: Span| {
            let article = state.story.article(idx);
            let (top, _) = layouts.last(article.key)?.extent(&article.text, span)?;
            Some(top + TOP - level)
        };
        let mut kept = None;
        let mut pairs = Vec::new();
        for (at, utterance) in state.comparison.utterances.iter().enumerate() {
            let place = |idx| {
                utterance
                    .witnesses
                    .iter()
                    .find(|it| it.place.article == idx)
            };
            let (Some(in_a), Some(in_b)) = (place(a), place(b)) else {
                continue;
            };
            let (Some(in_a), Some(in_b)) =
                (position(a, in_a.place.span), position(b, in_b.place.span))
            else {
                continue;
            };
            let pair = (in_a, in_b);
            if in_a > 0.0 && in_b > 0.0 && in_a < ends.0 && in_b < ends.1 {
                pairs.push(pair);
                if state.selected_utterance() == Some(at) {
                    kept = Some(pair);
                }
            }
        }
        let mut res = level::ascending(pairs, kept);
        res.insert(0, (0.0, 0.0));
        res.push(ends);
        res
    }

    fn most(&self, layout_height: f32) -> f32 {
        (layout_height + TOP - self.height * (1.0 - EMPTY_BELOW)).max(0.0)
    }

    fn glide(&mut self, ctx: &egui::Context, state: &mut State, article: ArticleKey, to: f32) {
        let from = state.scroll.get(&article).copied().unwrap_or(0.0);
        if self.still || (to - from).abs() > MOST_SCREENS * self.height {
            self.glides.remove(&article);
            state.scroll.insert(article, to);
        } else {
            let start = ctx.input(|it| it.time);
            self.glides.insert(article, Glide { from, to, start });
        }
        ctx.request_repaint();
    }
}

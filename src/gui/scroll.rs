//! Moves the columns: level at a selection, together when one is scrolled, gliding.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use eframe::egui;

use super::command::View;
use super::layout::{Layout, Layouts};
use super::level::{self, Anchor};
use super::state::State;
use crate::model::{ArticleIdx, ArticleKey, Place, Span};

/// Space above the first line of a column, in points.
pub const TOP: f32 = 12.0;
/// Seconds that a glide takes.
const GLIDE: f64 = 0.18;
/// A glide of more screens than this is a jump.
const MOST_SCREENS: f32 = 1.2;
/// How much faster than the column that is scrolled another may follow.
const MOST_SPEED: f32 = 2.2;
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
    /// What stood at the top of each column in the last frame.
    tops: BTreeMap<ArticleKey, Top>,
    /// Nothing glides: for pictures.
    pub still: bool,
}

struct Top {
    layout: Arc<Layout>,
    paragraph: Span,
    /// Points that the paragraph has been scrolled beyond the edge.
    offset: f32,
    scroll: f32,
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
        let tops = tops(state, &layouts.borrow());
        // Words near the head of an article cannot stand lower than they do there.
        let wanted = self.height * LEVEL;
        let level = tops.iter().map(|it| it.1).fold(wanted, f32::min);
        self.level = Some(level);
        let near = near_tops(state, &layouts.borrow());
        for (key, top, height) in tops.into_iter().chain(near) {
            self.glide(ctx, state, key, (top - level).clamp(0.0, self.most(height)));
        }
    }

    /// The same where whole articles are drawn: their heads stand lower for it.
    pub fn level_whole(&self, state: &mut State, layouts: &RefCell<Layouts>) {
        let tops = tops(state, &layouts.borrow());
        let lowest = tops.iter().map(|it| it.1).fold(0.0, f32::max);
        for (key, top, _) in tops {
            state.scroll.insert(key, top - lowest);
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

    /// Scrolls one column by some points; unless `alone`, the others keep beside it. None moves so
    /// fast that its words cannot be followed: what lags behind catches up.
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
        let others = self.scroll_to(state, layouts, idx, from + by);
        if alone {
            return;
        }
        for (other, to) in others {
            let now = state.scroll.get(&other).copied().unwrap_or(0.0);
            let most = by.abs() * MOST_SPEED;
            state
                .scroll
                .insert(other, now + (to - now).clamp(-most, most));
        }
    }

    /// Scrolls all columns beside a height of one.
    pub fn scroll_all_to(
        &mut self,
        state: &mut State,
        layouts: &RefCell<Layouts>,
        idx: ArticleIdx,
        to: f32,
    ) {
        let others = self.scroll_to(state, layouts, idx, to);
        state.scroll.extend(others);
    }

    /// Scrolls one column, and tells where the others would stand beside it.
    fn scroll_to(
        &mut self,
        state: &mut State,
        layouts: &RefCell<Layouts>,
        idx: ArticleIdx,
        to: f32,
    ) -> Vec<(ArticleKey, f32)> {
        let layouts = layouts.borrow();
        let key = state.story.article(idx).key;
        let Some(layout) = layouts.last(key) else {
            return Vec::new();
        };
        let most = self.most(layout.height());
        let to = to.clamp(0.0, most);
        self.glides.clear();
        state.scroll.insert(key, to);
        let mut res = Vec::new();
        for other in state.story.indices().filter(|it| *it != idx) {
            let other_key = state.story.article(other).key;
            let Some(other_layout) = layouts.last(other_key) else {
                continue;
            };
            let other_most = self.most(other_layout.height());
            let anchors = self.anchors(state, &layouts, idx, other, (most, other_most));
            let beside = level::beside(&anchors, to).clamp(0.0, other_most);
            res.push((other_key, beside));
        }
        res
    }

    /// Keeps the words at the top of each column where they are when the column is set anew:
    /// wider, narrower, in another size. Returns whether one was.
    pub fn keep_places(
        &mut self,
        state: &mut State,
        layouts: &RefCell<Layouts>,
        shown: &[ArticleIdx],
    ) -> bool {
        let layouts = layouts.borrow();
        let mut any = false;
        for idx in shown {
            let article = state.story.article(*idx);
            let Some(layout) = layouts.last(article.key) else {
                continue;
            };
            let now = state.scroll.get(&article.key).copied().unwrap_or(0.0);
            let kept = self.tops.get(&article.key);
            if let Some(top) = kept.filter(|it| !Arc::ptr_eq(&it.layout, &layout)) {
                any = true;
                let place = layout.extent(&article.text, top.paragraph);
                let to = place.map_or(now, |(height, _)| height + top.offset);
                let to = to.clamp(0.0, self.most(layout.height()));
                state.scroll.insert(article.key, to);
            }
            let now = state.scroll.get(&article.key).copied().unwrap_or(0.0);
            let same = self
                .tops
                .get(&article.key)
                .is_some_and(|it| it.scroll == now && Arc::ptr_eq(&it.layout, &layout));
            if !same {
                let mut paragraphs = layout.paragraphs();
                let first = paragraphs.next();
                let last = paragraphs.take_while(|it| it.1 <= now).last().or(first);
                if let Some((paragraph, height)) = last {
                    let top = Top {
                        layout,
                        paragraph,
                        offset: now - height,
                        scroll: now,
                    };
                    self.tops.insert(article.key, top);
                }
            }
        }
        any
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
        for passage in &state.comparison.passages {
            let place = |idx| passage.members.iter().find(|it| it.article == idx);
            if let (Some(in_a), Some(in_b)) = (place(a), place(b))
                && let (Some(in_a), Some(in_b)) = (position(a, in_a.span), position(b, in_b.span))
                && in_a > 0.0
                && in_b > 0.0
                && in_a < ends.0
                && in_b < ends.1
            {
                pairs.push((in_a, in_b));
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

/// Of each column with selected words: how far down they stand, and how high it is.
fn tops(state: &State, layouts: &Layouts) -> Vec<(ArticleKey, f32, f32)> {
    let places = state.selected_places().into_iter();
    places.filter_map(|it| top(state, layouts, it)).collect()
}

/// The same of each column without selected words that has what stands around them elsewhere, and
/// of the reference in any case.
fn near_tops(state: &State, layouts: &Layouts) -> Vec<(ArticleKey, f32, f32)> {
    let is_annotated = state.choices.view == View::Annotated;
    let reference = state.reference().filter(|_| is_annotated);
    let near = |article: ArticleIdx| {
        let near = state.nearest_in(article)?;
        let is_wanted = near.beside.is_some() || reference == Some(article);
        let span = near.span;
        is_wanted.then_some(Place { article, span })
    };
    let places = state.visible().into_iter().filter_map(near);
    places.filter_map(|it| top(state, layouts, it)).collect()
}

fn top(state: &State, layouts: &Layouts, place: Place) -> Option<(ArticleKey, f32, f32)> {
    let article = state.story.article(place.article);
    let layout = layouts.last(article.key)?;
    let (top, _) = layout.extent(&article.text, place.span)?;
    Some((article.key, top + TOP, layout.height()))
}

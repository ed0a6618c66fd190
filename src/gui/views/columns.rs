//! The articles side by side, each as a column of set text, with what they share marked in it.

use eframe::egui::{
    Color32, CursorIcon, Id, Label, Painter, Rect, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo,
    pos2, vec2,
};

use std::collections::BTreeMap;

use super::{ViewContext, first_words};
use crate::gui::command::Command;
use crate::gui::layer::Layer;
use crate::gui::layout::Layout;
use crate::gui::theme::size;
use crate::gui::variants::Reading;
use crate::gui::widgets::{lines, ribbon};
use crate::model::{ArticleIdx, Attribution, Place, Span};

/// Space above the first line of a column.
pub const TOP: f32 = 12.0;

/// Left edge and width of each of `n` columns in `rect`: equal shares, as wide as is good to read.
/// One article alone stands in the middle.
pub fn places(rect: Rect, n: usize, scroll: f32) -> Vec<(f32, f32)> {
    let width = width(rect.width(), n);
    let left = if n == 1 {
        rect.center().x - width / 2.0
    } else {
        rect.left()
    };
    let scroll = scroll.min(most_scroll(rect.width(), n));
    (0..n)
        .map(|it| (left + it as f32 * width - scroll, width))
        .collect()
}

/// How far a row of columns that is wider than its room can be scrolled.
pub fn most_scroll(room: f32, n: usize) -> f32 {
    (width(room, n) * n as f32 - room).max(0.0)
}

fn width(room: f32, n: usize) -> f32 {
    let share = room / n.max(1) as f32;
    share.clamp(size::COLUMN_MIN, size::COLUMN_MAX).floor()
}

pub fn columns_ui(cx: &ViewContext<'_>, ui: &mut Ui, rect: Rect, commands: &mut Vec<Command>) {
    let theme = cx.theme;
    ui.painter().rect_filled(rect, 0.0, theme.paper);
    let mut child = ui.new_child(UiBuilder::new().max_rect(rect));
    child.set_clip_rect(rect.intersect(ui.clip_rect()));
    let mut blocks: Vec<Option<(f32, f32, f32, f32, bool)>> = Vec::new();
    for (article, (x, width)) in cx.order.iter().zip(cx.columns) {
        let column = Rect::from_min_size(pos2(*x, rect.top()), vec2(*width, rect.height()));
        let visible = column.intersects(rect);
        blocks.push(
            visible
                .then(|| column_ui(cx, &mut child, column, *article, commands))
                .flatten(),
        );
        if visible {
            child.painter().vline(
                column.right() - 0.5,
                column.y_range(),
                Stroke::new(1.0, theme.line),
            );
        }
    }
    // Only between neighbors, and only in the gutter: no line ever crosses a word.
    for pair in blocks.windows(2) {
        if let [
            Some((_, right, top, bottom, reported)),
            Some((left, _, next_top, next_bottom, next_reported)),
        ] = pair
        {
            let (from, to) = (
                (*right, *top, *bottom),
                (*left - 2.0, *next_top, *next_bottom),
            );
            let strength = if *reported || *next_reported {
                0.06
            } else {
                0.18
            };
            ribbon::fill(child.painter(), from, to, theme.ribbon(strength));
            ribbon::edges(child.painter(), from, to, theme.quote);
            for (x, top, bottom) in [from, to] {
                child
                    .painter()
                    .vline(x, top..=bottom, Stroke::new(1.0, theme.quote));
            }
        }
    }
    let by = ui.input(|it| it.smooth_scroll_delta());
    if by.x != 0.0 && ui.rect_contains_pointer(rect) {
        commands.push(Command::ScrollColumns(-by.x));
    }
    scroll_bar(cx, ui, rect, commands);
}

/// A bar at the foot of columns that are wider together than their room.
fn scroll_bar(cx: &ViewContext<'_>, ui: &mut Ui, rect: Rect, commands: &mut Vec<Command>) {
    const THICK: f32 = 8.0;
    let n = cx.order.len();
    let most = most_scroll(rect.width(), n);
    if most <= 0.0 {
        return;
    }
    let track = rect.with_min_y(rect.bottom() - THICK);
    let share = rect.width() / (rect.width() + most);
    let left = track.left() + track.width() * share * cx.state.columns_scroll / rect.width();
    let bar = Rect::from_min_size(pos2(left, track.top()), vec2(track.width() * share, THICK));
    let id = ui.scope_id().with("columns scroll bar");
    let response = ui.interact(track, id, Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::labeled(Role::ScrollBar, true, "Scroll the columns"));
    let color = if response.hovered() || response.dragged() {
        cx.theme.ink3
    } else {
        cx.theme.control_line
    };
    ui.painter().rect_filled(bar.shrink(2.0), 2.0, color);
    if response.dragged() {
        commands.push(Command::ScrollColumns(response.drag_delta().x / share));
    }
}

/// One column. Returns left, right, top and bottom of the selected block, and whether it is only
/// reported.
fn column_ui(
    cx: &ViewContext<'_>,
    ui: &mut Ui,
    column: Rect,
    idx: ArticleIdx,
    commands: &mut Vec<Command>,
) -> Option<(f32, f32, f32, f32, bool)> {
    let article = cx.state.story.article(idx);
    let inner = column.shrink2(vec2(size::COLUMN_INSET, 0.0));
    let layout = cx
        .layouts
        .borrow_mut()
        .get(ui.ctx(), cx.theme, article, inner.width());
    let scroll = cx.state.scroll.get(&article.key).copied().unwrap_or(0.0);
    let origin = pos2(inner.left(), column.top() + TOP - scroll);
    if ui.rect_contains_pointer(column.intersect(ui.clip_rect())) {
        let by = ui.input(|it| it.smooth_scroll_delta().y);
        if by != 0.0 {
            let alone = ui.input(|it| it.modifiers.alt);
            commands.push(Command::Scroll {
                article: idx,
                by: -by,
                alone,
            });
        }
    }
    let set = Set {
        cx,
        idx,
        layout: &layout,
        origin,
    };
    let selected = set.paint_grounds(ui);
    let mut text_ui = ui.new_child(
        UiBuilder::new()
            .id_salt(("column", article.key.0))
            .max_rect(Rect::from_min_size(
                origin,
                vec2(inner.width(), layout.height()),
            )),
    );
    text_ui.add(Label::new(std::sync::Arc::clone(&layout.galley)).selectable(true));
    set.paint_lines(ui);
    set.sense_quotations(ui, commands);
    let (top, bottom, reported) = selected?;
    Some((inner.left(), inner.right(), top, bottom, reported))
}

/// A column's set text, where it stands.
struct Set<'a> {
    cx: &'a ViewContext<'a>,
    idx: ArticleIdx,
    layout: &'a Layout,
    origin: eframe::egui::Pos2,
}

impl Set<'_> {
    fn rows(&self, span: Span) -> Vec<Rect> {
        let text = self.cx.text(self.idx);
        self.layout
            .rects(text, span)
            .into_iter()
            .map(|it| it.translate(self.origin.to_vec2()))
            .collect()
    }

    fn is_mine(&self, place: Place) -> bool {
        place.article == self.idx
    }

    /// Tints of what is selected, under the text. Returns height and kind of the selected block.
    fn paint_grounds(&self, ui: &Ui) -> Option<(f32, f32, bool)> {
        let theme = self.cx.theme;
        let state = self.cx.state;
        let painter = ui.painter();
        let fill = |rows: &[Rect], color: Color32| {
            for row in rows {
                painter.rect_filled(row.expand2(vec2(1.0, 0.0)), 0.0, color);
            }
        };
        let mut block: Option<(f32, f32, bool)> = None;
        if let Some(selected) = state.selected_utterance() {
            let utterance = &state.comparison.utterances[selected];
            for witness in utterance
                .witnesses
                .iter()
                .filter(|it| self.is_mine(it.place))
            {
                let rows = self.rows(witness.place.span);
                if !witness.reported {
                    fill(&rows, theme.quote_tint);
                }
                if let (Some(first), Some(last)) = (rows.first(), rows.last())
                    && block.is_none()
                {
                    block = Some((first.top(), last.bottom(), witness.reported));
                }
            }
            for (_, reading) in self.readings_here(selected) {
                if let Reading::Variant(span) = reading {
                    fill(&self.rows(span), theme.edit_tint);
                }
            }
        }
        if let Some(finding) = state.selected_finding() {
            let layer = Layer::of(finding.kind);
            let tint = theme.tint(layer);
            let edit = layer == Layer::Edits;
            for place in finding
                .places
                .iter()
                .filter(|it| self.is_mine(**it) && !edit)
            {
                fill(&self.rows(place.span), tint);
            }
        }
        block
    }

    /// Lines of the layers, over the text's ground and under nothing.
    fn paint_lines(&self, ui: &Ui) {
        let theme = self.cx.theme;
        let state = self.cx.state;
        let painter = ui.painter();
        let selected = state.selected_utterance();
        for (at, utterance) in state.comparison.utterances.iter().enumerate() {
            let is_selected = selected == Some(at);
            for witness in utterance
                .witnesses
                .iter()
                .filter(|it| self.is_mine(it.place))
            {
                let color = if is_selected {
                    theme.quote
                } else {
                    theme.quote_faint
                };
                if witness.reported && is_selected {
                    lines::reported(painter, &self.rows(witness.place.span), theme.quote);
                } else if !witness.reported && (state.shows(Layer::Shared) || is_selected) {
                    lines::under(
                        painter,
                        &self.rows(witness.place.span),
                        Layer::Shared,
                        color,
                    );
                }
                if utterance.attribution == Attribution::Differs
                    && (state.shows(Layer::Attribution) || is_selected)
                {
                    let quotation =
                        &state.story.annotations(self.idx).quotations[witness.quotation];
                    for mention in quotation.sources.iter().filter_map(|it| it.mention) {
                        lines::under(
                            painter,
                            &self.rows(mention),
                            Layer::Attribution,
                            theme.attribution,
                        );
                    }
                }
            }
            if is_selected || state.shows(Layer::Edits) {
                self.paint_edits(painter, at);
            }
        }
        for finding in &state.comparison.findings {
            let layer = Layer::of(finding.kind);
            let picked = state
                .selected_finding()
                .is_some_and(|it| std::ptr::eq(it, finding));
            let wanted =
                matches!(layer, Layer::Facts | Layer::Evidence) && (state.shows(layer) || picked);
            if wanted {
                for place in finding.places.iter().filter(|it| self.is_mine(**it)) {
                    lines::under(painter, &self.rows(place.span), layer, theme.hue(layer));
                }
            }
        }
    }

    /// Dots under the words that others do not have, a caret where others have words.
    fn paint_edits(&self, painter: &Painter, utterance: usize) {
        let hue = self.cx.theme.edit;
        let mut last: BTreeMap<usize, Span> = BTreeMap::new();
        for (witness, reading) in self.readings_here(utterance) {
            match reading {
                Reading::Common(span) => {
                    last.insert(witness, span);
                }
                Reading::Variant(span) => {
                    last.insert(witness, span);
                    lines::under(painter, &self.rows(span), Layer::Edits, hue);
                }
                Reading::Lacking => {
                    let before = last.get(&witness).map(|it| self.rows(*it));
                    if let Some(row) = before.as_ref().and_then(|it| it.last()) {
                        let at = row.right_bottom() + vec2(1.0, -4.0);
                        lines::caret(painter, at, hue);
                    }
                }
                Reading::Nothing => {}
            }
        }
    }

    /// What the witnesses of an utterance in this column have at each point, left to right.
    fn readings_here(&self, utterance: usize) -> impl Iterator<Item = (usize, Reading)> {
        let witnesses = &self.cx.state.comparison.utterances[utterance].witnesses;
        let columns = self.cx.state.readings[utterance].iter();
        columns
            .flat_map(|it| it.iter().copied().enumerate())
            .filter(|(witness, _)| self.is_mine(witnesses[*witness].place))
    }

    /// Each shared quotation can be clicked, and found by its name.
    fn sense_quotations(&self, ui: &mut Ui, commands: &mut Vec<Command>) {
        let clip = ui.clip_rect();
        for (at, utterance) in self.cx.state.comparison.utterances.iter().enumerate() {
            for (nth, witness) in utterance.witnesses.iter().enumerate() {
                if !self.is_mine(witness.place) {
                    continue;
                }
                let rows = self.rows(witness.place.span);
                let words = self.cx.state.story.words(witness.place);
                let name = format!(
                    "Shared quotation, {}: {}",
                    self.cx.outlet(self.idx),
                    first_words(words)
                );
                for (row_nth, row) in rows.iter().enumerate() {
                    if !row.intersects(clip) {
                        continue;
                    }
                    let id = Id::unique(("witness", at, nth, row_nth, self.idx.0));
                    let response = ui
                        .interact(*row, id, Sense::click())
                        .on_hover_cursor(CursorIcon::PointingHand);
                    if row_nth == 0 {
                        response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &name));
                    }
                    if response.clicked() {
                        commands.push(Command::SelectUtterance(at));
                    }
                }
            }
        }
    }
}

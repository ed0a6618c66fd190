//! The band of column heads: each article as one line, with what it shares and where we are.
//!
//! Where some articles have no column, the band shows the lines of all in one row, and the heads of
//! the columns that are open stand below it.

mod head;
mod menu;
mod strip;

use eframe::egui::{Align2, Color32, Rect, Stroke, Ui, UiBuilder, pos2, vec2};

use super::ViewContext;
use crate::gui::command::Command;
use crate::gui::slots::{Slot, What};
use crate::gui::theme::Face;
use crate::gui::widgets::button::label_at;
use crate::gui::widgets::outlet_mark;
use crate::model::ArticleIdx;
use head::{NARROW, Part, head_ui};

/// `labels` is the width at the left that the heads leave free, wherever they are scrolled.
pub fn strips_ui(
    cx: &ViewContext<'_>,
    ui: &mut Ui,
    rect: Rect,
    labels: f32,
    commands: &mut Vec<Command>,
) {
    ground(cx, ui, rect, cx.theme.chrome);
    let heads = rect.with_min_x(rect.left() + labels);
    row_ui(cx, ui, rect, heads, Part::Whole, commands);
}

/// The lines of all articles in a row.
pub fn overview_ui(cx: &ViewContext<'_>, ui: &mut Ui, rect: Rect, commands: &mut Vec<Command>) {
    ground(cx, ui, rect, cx.theme.chrome);
    let mut child = ui.new_child(UiBuilder::new().id_salt("overview").max_rect(rect));
    child.set_clip_rect(rect.intersect(ui.clip_rect()));
    let width = (rect.width() / cx.order.len().max(1) as f32).floor();
    let size = vec2(width.min(NARROW - 1.0), rect.height() - 1.0);
    for (nth, article) in cx.order.iter().enumerate() {
        let left = rect.left() + size.x * nth as f32;
        let head = Rect::from_min_size(pos2(left, rect.top()), size);
        head_ui(cx, &mut child, head, *article, Part::Line, commands);
    }
}

/// The names over the open columns, where their lines stand in the row of all.
pub fn names_ui(cx: &ViewContext<'_>, ui: &mut Ui, rect: Rect, commands: &mut Vec<Command>) {
    ground(cx, ui, rect, cx.theme.paper);
    row_ui(cx, ui, rect, rect, Part::Name, commands);
}

/// How many articles more the column of this one stands for.
fn more(slots: &[Slot], idx: ArticleIdx) -> usize {
    let slot = slots.iter().find(|it| it.what == What::Column(idx));
    slot.map_or(0, |it| it.more)
}

fn ground(cx: &ViewContext<'_>, ui: &Ui, rect: Rect, color: Color32) {
    let painter = ui.painter().with_clip_rect(rect);
    painter.rect_filled(rect, 0.0, color);
    let line = Stroke::new(1.0, cx.theme.line2);
    painter.hline(rect.x_range(), rect.bottom() - 0.5, line);
}

/// What stands over each slot; `heads` is where it may be seen.
fn row_ui(
    cx: &ViewContext<'_>,
    ui: &mut Ui,
    rect: Rect,
    heads: Rect,
    part: Part,
    commands: &mut Vec<Command>,
) {
    let theme = cx.theme;
    let mut child = ui.new_child(UiBuilder::new().max_rect(rect));
    child.set_clip_rect(heads.intersect(ui.clip_rect()));
    for slot in cx.slots {
        let size = vec2(slot.width, rect.height() - 1.0);
        let head = Rect::from_min_size(pos2(slot.left, rect.top()), size);
        if !head.intersects(heads) {
            continue;
        }
        let mark = head.center_top() + vec2(0.0, part.middle());
        match &slot.what {
            What::Column(article) => head_ui(cx, &mut child, head, *article, part, commands),
            What::Spine(article) => {
                child.painter().rect_filled(head, 0.0, theme.chrome);
                outlet_mark::paint(child.painter(), theme, mark, cx.mark(*article));
            }
            What::Bundle(articles) => {
                child.painter().rect_filled(head, 0.0, theme.chrome);
                let count = format!("+{}", articles.len());
                let middle = Align2::CENTER_CENTER;
                label_at(&child, mark, middle, &count, Face::CAPTION, theme.ink3);
            }
        }
    }
}

//! Who is heard in which outlet, and in which order the outlets tell what they share.

mod heard;
mod order;
mod origins;

use eframe::egui::{Align2, Rect, ScrollArea, Ui, UiBuilder, pos2, vec2};

use super::ViewContext;
use crate::gui::command::Command;
use crate::gui::theme::{Face, size};
use crate::gui::widgets::button::label_at;
use crate::gui::widgets::outlet_mark;
use crate::model::ArticleIdx;

/// Left and right margin of the page.
const MARGIN: f32 = 40.0;
/// Left of the heads, whose marks stand over the page's left edge.
pub const HEADS: f32 = MARGIN - size::COLUMN_INSET;
/// Under this width the two parts stand one under the other.
const STACKED: f32 = 1300.0;
/// And with more outlets than this.
const SIDE_BY_SIDE: usize = 10;

pub fn sources_ui(cx: &ViewContext<'_>, ui: &mut Ui, rect: Rect, commands: &mut Vec<Command>) {
    ui.painter().rect_filled(rect, 0.0, cx.theme.paper);
    let mut child = ui.new_child(UiBuilder::new().max_rect(rect));
    child.set_clip_rect(rect.intersect(ui.clip_rect()));
    ScrollArea::vertical()
        .id_salt("sources")
        .auto_shrink(false)
        .show(&mut child, |ui| {
            let width = rect.width() - 2.0 * MARGIN;
            let top = ui.cursor().top() + 20.0;
            let left = rect.left() + MARGIN;
            let stacked = rect.width() < STACKED || cx.order.len() > SIDE_BY_SIDE;
            let part = if stacked { width } else { (width - 60.0) / 2.0 };
            let heard = Rect::from_min_size(pos2(left, top), vec2(part, 0.0));
            let height = heard::heard_ui(cx, ui, heard, commands);
            let at = if stacked {
                pos2(left, top + height + 40.0)
            } else {
                pos2(left + part + 60.0, top)
            };
            let order = Rect::from_min_size(at, vec2(part, 0.0));
            let order_height = order::order_ui(cx, ui, order, commands);
            let bottom = (at.y + order_height).max(top + height);
            let table = Rect::from_min_size(pos2(left, bottom + 36.0), vec2(width, 0.0));
            let table_height = origins::origins_ui(cx, ui, table, commands);
            ui.set_height(bottom - top + table_height + 110.0);
        });
}

/// A title in serif with what it counts in sans. Returns where the part goes on.
fn title(cx: &ViewContext<'_>, ui: &Ui, area: Rect, words: &str, note: &str) -> f32 {
    let at = area.left_top() + vec2(0.0, 12.0);
    let width = label_at(
        ui,
        at,
        Align2::LEFT_CENTER,
        words,
        Face::SECTION,
        cx.theme.ink,
    )
    .x;
    let at = at + vec2(width + 14.0, 1.0);
    label_at(ui, at, Align2::LEFT_CENTER, note, Face::UI, cx.theme.ink2);
    area.top() + 50.0
}

/// Codes and marks of the outlets over the middle of their columns.
fn outlet_heads(cx: &ViewContext<'_>, ui: &Ui, outlets: &[ArticleIdx], xs: &[f32], y: f32) {
    for (article, x) in outlets.iter().zip(xs) {
        let at = pos2(*x, y);
        label_at(
            ui,
            at,
            Align2::CENTER_CENTER,
            cx.code(*article),
            Face::CODE,
            cx.theme.ink,
        );
        outlet_mark::paint(
            ui.painter(),
            cx.theme,
            at + vec2(0.0, 17.0),
            cx.mark(*article),
        );
    }
}

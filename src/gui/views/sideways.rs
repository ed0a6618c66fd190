//! Scrolls to the right what is wider than the window.

use eframe::egui::{Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::ViewContext;
use crate::gui::command::Command;

const THICK: f32 = 8.0;

/// A bar at the foot of `view` if its articles need more than the room right of `left`.
pub fn sideways_ui(
    cx: &ViewContext<'_>,
    ui: &mut Ui,
    view: Rect,
    left: f32,
    commands: &mut Vec<Command>,
) {
    let end = cx.slots.last().map_or(0.0, |it| it.left + it.width);
    let start = cx.slots.first().map_or(0.0, |it| it.left);
    let room = view.right() - left;
    let total = end - start;
    if total <= room + 1.0 {
        return;
    }
    let by = ui.input(|it| it.smooth_scroll_delta().x);
    if by != 0.0 && ui.rect_contains_pointer(view) {
        commands.push(Command::ScrollColumns(-by));
    }
    let share = room / total;
    let track = Rect::from_min_max(pos2(left, view.bottom() - THICK), view.max);
    let from = left + (left - start) * share;
    let bar = Rect::from_min_size(pos2(from, track.top()), vec2(room * share, THICK));
    let id = ui.scope_id().with("sideways");
    let response = ui.interact(track, id, Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::labeled(Role::ScrollBar, true, "Scroll the outlets"));
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

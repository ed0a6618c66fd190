//! The empty window: what Crossread does, and the ways in.

use eframe::egui::{
    Align, Align2, CursorIcon, Layout, Rect, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2,
    vec2,
};

use super::ViewContext;
use crate::gui::actions;
use crate::gui::command::Command;
use crate::gui::icons;
use crate::gui::state::LeftBehind;
use crate::gui::theme::Face;
use crate::gui::widgets::button::{Button, Weight, focus_ring, label_at};
use crate::gui::widgets::{ribbon, text};

pub fn welcome_ui(cx: &ViewContext<'_>, ui: &mut Ui, rect: Rect, commands: &mut Vec<Command>) {
    let theme = cx.theme;
    let margin = ((rect.width() - 1300.0) / 2.0).max(48.0);
    let left = rect.left() + margin;
    let width = (rect.width() - 2.0 * margin).min(620.0);
    let mut y = rect.top() + (rect.height() * 0.11).max(24.0);
    let title = text::wrapped(
        ui,
        "Read several outlets on one event, side by side",
        Face::DISPLAY,
        theme.ink,
        width,
        0,
    );
    let title_height = title.size().y;
    ui.painter().galley(pos2(left, y), title, theme.ink);
    y += title_height + 14.0;
    let lead = text::wrapped(
        ui,
        "Drop two or more articles here. Crossread finds the words they share, sets them level, \
         and shows where speakers, quotations, numbers and evidence differ.",
        Face::LEAD,
        theme.ink2,
        width,
        0,
    );
    let lead_height = lead.size().y;
    ui.painter().galley(pos2(left, y), lead, theme.ink2);
    y += lead_height + 22.0;
    let buttons = Rect::from_min_size(pos2(left, y), vec2(rect.width() - 2.0 * margin, 34.0));
    let mut child = ui.new_child(
        UiBuilder::new()
            .max_rect(buttons)
            .layout(Layout::left_to_right(Align::Center)),
    );
    child.spacing_mut().item_spacing.x = 10.0;
    let primary = Button {
        icon: None,
        label: "Open articles",
        key: &actions::keys(ui.ctx(), &Command::ShowOpenDialog),
        weight: Weight::Primary,
        name: "Open articles",
    };
    if child.add(primary).clicked() {
        commands.push(Command::ShowOpenDialog);
    }
    for (icon, label, command) in [
        (icons::CLIPBOARD, "Paste text", Command::AskForPaste),
        (icons::FOLDER_OPEN, "Open folder", Command::ShowFolderDialog),
    ] {
        let key = actions::keys(ui.ctx(), &command);
        let plain = Button {
            icon: Some(icon),
            label,
            key: &key,
            weight: Weight::Plain,
            name: label,
        };
        if child.add(plain).clicked() {
            commands.push(command);
        }
    }
    let sample = Button {
        icon: None,
        label: "Try the sample story",
        key: "",
        weight: Weight::Link,
        name: "Try the sample story",
    };
    if child.add(sample).clicked() {
        commands.push(Command::OpenSample);
    }
    y += 34.0 + 18.0;
    let note = text::wrapped(
        ui,
        "Saved web pages, PDF, DOCX, text and more. Everything stays on this computer.",
        Face::CAPTION,
        theme.ink3,
        width,
        0,
    );
    ui.painter().galley(pos2(left, y), note, theme.ink3);
    let right = rect.right() - margin;
    y += 22.0;
    for (nth, left_behind) in cx.state.left_behind.iter().enumerate().take(3) {
        let row = Rect::from_min_size(pos2(left, y), vec2(width, 30.0));
        left_behind_ui(cx, ui, row, nth, left_behind, commands);
        y += 32.0;
    }
    if !cx.state.recent.is_empty() && right - left > width + 380.0 {
        let top = rect.top() + (rect.height() * 0.11).max(24.0);
        let area = Rect::from_min_max(pos2(right - 340.0, top), pos2(right, rect.bottom()));
        recent_ui(cx, ui, area, commands);
    }
    let picture = Rect::from_min_max(
        pos2(left, y + 70.0),
        pos2(rect.right() - margin, rect.bottom()),
    );
    illustration(cx, ui, picture);
}

/// A set that was left unsaved, with what can be done about it.
fn left_behind_ui(
    cx: &ViewContext<'_>,
    ui: &mut Ui,
    row: Rect,
    nth: usize,
    set: &LeftBehind,
    commands: &mut Vec<Command>,
) {
    let ago = match set.secs {
        None => String::new(),
        Some(secs @ 0..=119) => format!(" {secs} seconds ago"),
        Some(secs @ 120..=7199) => format!(" {} minutes ago", secs / 60),
        Some(secs @ 7200..=172_799) => format!(" {} hours ago", secs / 3600),
        Some(secs) => format!(" {} days ago", secs / 86_400),
    };
    let layout = Layout::left_to_right(Align::Center);
    let mut child = ui.new_child(UiBuilder::new().max_rect(row).layout(layout));
    let words = format!("{}, left unsaved{ago}", set.name);
    let room = row.width() - 160.0;
    let galley = text::wrapped(ui, &words, Face::UI, cx.theme.ink, room, 1);
    child.label(galley);
    for (label, command) in [
        ("Restore", Command::Recover(nth)),
        ("Discard", Command::Discard(nth)),
    ] {
        let button = Button {
            icon: None,
            label,
            key: "",
            weight: Weight::Link,
            name: label,
        };
        if child.add(button).clicked() {
            commands.push(command);
        }
    }
}

/// Sets that were open before.
fn recent_ui(cx: &ViewContext<'_>, ui: &mut Ui, area: Rect, commands: &mut Vec<Command>) {
    const ROW: f32 = 40.0;
    let theme = cx.theme;
    let at = area.left_top() + vec2(0.0, 14.0);
    label_at(
        ui,
        at,
        Align2::LEFT_CENTER,
        "Recent sets",
        Face::UI_STRONG,
        theme.ink,
    );
    let mut y = area.top() + 32.0;
    let line = Stroke::new(1.0, theme.line);
    ui.painter()
        .hline(area.x_range(), y, Stroke::new(1.0, theme.line2));
    for (nth, recent) in cx.state.recent.iter().enumerate() {
        let row = Rect::from_min_size(pos2(area.left(), y), vec2(area.width(), ROW));
        y += ROW;
        let response = ui.interact(row, ui.scope_id().with(("recent", nth)), Sense::click());
        let name = format!("Open the set {}", recent.name());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        let response = response.on_hover_cursor(CursorIcon::PointingHand);
        if response.hovered() {
            ui.painter().rect_filled(row, 0.0, theme.hover);
        }
        if response.has_focus() {
            focus_ring(ui, row);
        }
        let name = recent.name();
        let galley = text::wrapped(
            ui,
            &name,
            Face::UI_STRONG,
            theme.ink,
            row.width() - 110.0,
            1,
        );
        let at = pos2(row.left(), row.center().y - galley.size().y / 2.0);
        ui.painter().galley(at, galley, theme.ink);
        let count = match recent.paths.len() {
            1 => "1 file or folder".to_owned(),
            n => format!("{n} files"),
        };
        label_at(
            ui,
            row.right_center(),
            Align2::RIGHT_CENTER,
            &count,
            Face::UI,
            theme.ink2,
        );
        ui.painter().hline(row.x_range(), row.bottom(), line);
        if response.clicked() {
            commands.push(Command::OpenRecent(nth));
        }
    }
}

/// Five columns of gray bars with one blue sentence: the product in a picture.
fn illustration(cx: &ViewContext<'_>, ui: &Ui, rect: Rect) {
    const COLUMNS: usize = 5;
    const ROW: f32 = 12.0;
    let theme = cx.theme;
    let painter = ui.painter().with_clip_rect(rect);
    let gap = 30.0;
    let width = (rect.width() - gap * (COLUMNS - 1) as f32) / COLUMNS as f32;
    if width < 60.0 || rect.height() < 100.0 {
        return;
    }
    let mut blocks: Vec<(f32, f32, f32)> = Vec::new();
    for column in 0..COLUMNS {
        let x = rect.left() + column as f32 * (width + gap);
        let bar = |y: f32, share: f32, color, thick: f32| {
            let bar = Rect::from_min_size(pos2(x, y), vec2(width * share, thick));
            painter.rect_filled(bar, 2.0, color);
        };
        bar(rect.top(), 0.42, theme.line2, 6.0);
        bar(rect.top() + 24.0, 1.0, theme.line2, 8.0);
        bar(
            rect.top() + 38.0,
            0.5 + 0.1 * column as f32,
            theme.line2,
            8.0,
        );
        let level = rect.top() + 210.0;
        let blue = 4 + column % 2;
        for row in 0..60 {
            let y = rect.top() + 72.0 + row as f32 * ROW;
            // Lines of uneven length, the same on every machine.
            let share = 1.0 - ((row * 7 + column * 5) % 11) as f32 * 0.025;
            let last = (row + column * 2) % 7 == 6;
            let in_blue = y >= level && y < level + blue as f32 * ROW;
            let fade = 1.0 - ((y - rect.top()) / 520.0).clamp(0.0, 0.8);
            if in_blue {
                let color = if column == 3 {
                    theme.quote_faint
                } else {
                    theme.quote
                };
                let end = y + ROW >= level + blue as f32 * ROW;
                bar(y, if end { 0.6 } else { share }, color, 4.0);
            } else {
                bar(
                    y,
                    if last { 0.45 } else { share },
                    theme.line.gamma_multiply(fade),
                    4.0,
                );
            }
        }
        blocks.push((x, level - 3.0, level + blue as f32 * ROW));
    }
    for pair in blocks.windows(2) {
        let ((x, top, bottom), (next, next_top, next_bottom)) = (pair[0], pair[1]);
        ribbon::fill(
            &painter,
            (x + width + 5.0, top, bottom),
            (next - 5.0, next_top, next_bottom),
            theme.ribbon(0.18),
        );
    }
}

//! The bar on top: the set, adding, the views, find, pictures, the theme, all commands.

use std::ops::RangeInclusive;

use eframe::egui::{
    Align, Align2, Layout, Popup, Rect, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo,
    pos2, vec2,
};

use super::{Busy, ViewContext};
use crate::gui::actions;
use crate::gui::command::{Command, View};
use crate::gui::icons;
use crate::gui::theme::{Face, Look, Theme, size};
use crate::gui::widgets::button::{self, Button, Weight, focus_ring, label_at};
use crate::gui::widgets::text;

/// Width of a button that is an icon alone.
const ICON: f32 = 28.0;
/// Width of the field that finds words, with the space right of it.
const FIELD: f32 = 216.0;
/// Under this width the views are icons.
const NARROW: f32 = 1240.0;

pub fn toolbar_ui(cx: &ViewContext<'_>, ui: &mut Ui, rect: Rect, commands: &mut Vec<Command>) {
    let theme = cx.theme;
    ui.painter().rect_filled(rect, 0.0, theme.chrome);
    let line = Stroke::new(1.0, theme.line2);
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 0.5, line);
    let is_empty = cx.state.story.articles.is_empty();
    let name_right = name_ui(cx, ui, rect);
    let mut taken = name_right;
    if !is_empty {
        let left = rect.with_min_x(name_right + 14.0);
        taken = row(ui, left, Layout::left_to_right(Align::Center), |ui| {
            adding(cx, ui, commands);
            teaching(cx, ui, commands);
        });
    }
    let (icon, name) = match cx.state.choices.look.next() {
        Look::Light => (icons::SUN, "Light theme"),
        Look::Dark => (icons::MOON, "Dark theme"),
        Look::Contrast => (icons::CIRCLE_HALF, "High contrast"),
    };
    let keys_of = |command: &Command| actions::keys(ui.ctx(), command);
    let find_keys = keys_of(&Command::StartFind);
    let find = format!("Find in all articles, {find_keys}");
    let palette = format!("All commands, {}", keys_of(&Command::OpenPalette));
    let is_wide = rect.width() >= size::NARROW;
    let field = if is_wide && !is_empty { FIELD } else { 0.0 };
    let mut icons = vec![
        (icon, name, Command::NextLook),
        (icons::COMMAND, palette.as_str(), Command::OpenPalette),
    ];
    if !is_empty && !is_wide {
        icons.insert(0, (icons::MAGNIFYING_GLASS, &find, Command::StartFind));
    }
    let n_icons = icons.len() + usize::from(!is_empty);
    let width = field + n_icons as f32 * (ICON + 4.0) + 8.0;
    let right = rect.with_min_x(rect.right() - width);
    if !is_empty {
        views(cx, ui, rect, taken + 8.0..=right.left(), commands);
    }
    row(ui, right, Layout::left_to_right(Align::Center), |ui| {
        if field > 0.0 {
            let area = Rect::from_min_size(right.min, vec2(FIELD - 8.0, right.height()));
            field_ui(cx, ui, area, &find_keys, commands);
            ui.add_space(FIELD);
        }
        if !is_empty {
            sharing(ui, commands);
        }
        for (icon, name, command) in icons {
            if ui.add(button::icon(icon, name)).clicked() {
                commands.push(command);
            }
        }
    });
    if let Some(busy) = &cx.busy {
        progress_ui(busy, ui, rect);
    }
}

/// What looks like the field that a click on it opens.
fn field_ui(cx: &ViewContext<'_>, ui: &Ui, area: Rect, keys: &str, commands: &mut Vec<Command>) {
    let theme = cx.theme;
    let area = Rect::from_center_size(area.center(), vec2(area.width(), size::CONTROL));
    let response = ui.interact(area, ui.scope_id().with("find"), Sense::click());
    let name = format!("Find in all articles, {keys}");
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let ground = if response.hovered() {
        theme.hover
    } else {
        theme.raised
    };
    let edge = Stroke::new(1.0, theme.control_line);
    ui.painter()
        .rect(area, 6.0, ground, edge, StrokeKind::Inside);
    let left = Align2::LEFT_CENTER;
    let at = area.left_center();
    label_at(
        ui,
        at + vec2(8.0, 0.0),
        left,
        icons::MAGNIFYING_GLASS,
        Face::ICON,
        theme.ink2,
    );
    let words = match cx.state.story.articles.len() {
        1 => "Find in this article".to_owned(),
        n => format!("Find in {n} articles"),
    };
    label_at(ui, at + vec2(32.0, 0.0), left, &words, Face::UI, theme.ink3);
    let at = area.right_center() - vec2(10.0, 0.0);
    label_at(ui, at, Align2::RIGHT_CENTER, keys, Face::MICRO, theme.ink3);
    if response.has_focus() {
        focus_ring(ui, area);
    }
    if response.clicked() {
        commands.push(Command::StartFind);
    }
}

/// Pictures and reports.
fn sharing(ui: &mut Ui, commands: &mut Vec<Command>) {
    let response = ui.add(button::icon(icons::EXPORT, "Share"));
    Popup::menu(&response).show(|ui| {
        for action in actions::all() {
            if action.group == actions::SHARE {
                let keys = action.shortcut.map(|it| ui.ctx().format_shortcut(&it));
                let button = eframe::egui::Button::new(action.name);
                let button = button.shortcut_text(keys.unwrap_or_default());
                if ui.add(button).clicked() {
                    commands.push(action.command);
                }
            }
        }
    });
}

fn adding(cx: &ViewContext<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    let add = Button {
        icon: Some(icons::PLUS),
        label: "Add",
        key: "",
        weight: Weight::Quiet,
        name: "Add articles",
    };
    let response = ui.add(add);
    Popup::menu(&response).show(|ui| {
        for (name, command) in [
            ("Open articles…", Command::ShowOpenDialog),
            ("Open a folder…", Command::ShowFolderDialog),
            ("Paste text as an article", Command::AskForPaste),
        ] {
            let keys = actions::keys(ui.ctx(), &command);
            let button = eframe::egui::Button::new(name).shortcut_text(keys);
            if ui.add(button).clicked() {
                commands.push(command);
            }
        }
    });
    let n_hidden = cx.all.len() - cx.order.len();
    if n_hidden > 0 {
        let label = format!("{n_hidden} hidden");
        let show = Button {
            icon: Some(icons::EYE_SLASH),
            label: &label,
            key: "A",
            weight: Weight::Quiet,
            name: "Show all articles",
        };
        if ui.add(show).clicked() {
            commands.push(Command::ShowAllArticles);
        }
    }
}

fn teaching(cx: &ViewContext<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    let choices = &cx.state.choices;
    if choices.teaching {
        let all = cx.state.comparison.findings.len();
        let n = choices.revealed.len();
        let label = if ui.ctx().content_rect().width() < NARROW {
            format!("{n} of {all}")
        } else {
            format!("Teaching: {n} of {all} revealed")
        };
        let end = Button {
            icon: Some(icons::EYE_SLASH),
            label: &label,
            key: "T",
            weight: Weight::Quiet,
            name: "End teaching mode",
        };
        if ui.add(end).clicked() {
            commands.push(Command::ToggleTeaching);
        }
    }
}

/// A line that fills. The old comparison stays below.
fn progress_ui(busy: &Busy, ui: &Ui, rect: Rect) {
    let theme = Theme::of(ui);
    let share = busy.done as f32 / busy.total.max(1) as f32;
    let line = Rect::from_min_size(
        pos2(rect.left(), rect.bottom() - 2.0),
        vec2(rect.width() * share.clamp(0.02, 1.0), 2.0),
    );
    ui.painter().rect_filled(line, 0.0, theme.accent);
}

/// What the set is called, and how many articles it has. Returns where that ends.
fn name_ui(cx: &ViewContext<'_>, ui: &Ui, rect: Rect) -> f32 {
    let count = match cx.state.story.articles.len() {
        0 => "No articles yet".to_owned(),
        1 => "1 article".to_owned(),
        n => format!("{n} articles"),
    };
    let theme = cx.theme;
    let left = rect.left() + size::PANEL_PADDING;
    let part = |x: f32, words: &str, face: Face, color| {
        let room = rect.width() * 0.14;
        let galley = text::wrapped(ui, words, face, color, room, 1);
        let right = x + galley.size().x;
        let at = pos2(x, rect.center().y - galley.size().y / 2.0);
        ui.painter().galley(at, galley, color);
        right
    };
    if cx.state.set_name.is_empty() {
        return part(left, &count, Face::UI_STRONG, theme.ink);
    }
    let name = &cx.state.set_name;
    let right = part(left, name, Face::UI_STRONG, theme.ink);
    let area = rect.with_min_x(left).with_max_x(right);
    let response = ui.interact(area, ui.scope_id().with("set"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("Set {name}")));
    if rect.width() < NARROW {
        return right;
    }
    part(right + 8.0, &count, Face::UI, theme.ink3)
}

/// Puts `contents` in a row. Returns where they end.
fn row(ui: &mut Ui, rect: Rect, layout: Layout, contents: impl FnOnce(&mut Ui)) -> f32 {
    let mut child = ui.new_child(UiBuilder::new().max_rect(rect).layout(layout));
    child.spacing_mut().item_spacing.x = 4.0;
    contents(&mut child);
    child.min_rect().right()
}

/// In the middle if they can stand there, within `room` in any case.
fn views(
    cx: &ViewContext<'_>,
    ui: &mut Ui,
    rect: Rect,
    room: RangeInclusive<f32>,
    commands: &mut Vec<Command>,
) {
    let narrow = rect.width() < NARROW;
    let width = if narrow { 306.0 } else { 412.0 };
    let middle = rect.center().x - width / 2.0;
    let left = middle.min(room.end() - width).max(*room.start());
    let groove = Rect::from_min_size(pos2(left, rect.center().y - 15.0), vec2(width, 30.0));
    ui.painter().rect_filled(groove, 8.0, cx.theme.sunken);
    row(
        ui,
        groove.shrink(1.0),
        Layout::left_to_right(Align::Center),
        |ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            for (nth, view) in View::ALL.into_iter().enumerate() {
                let chosen = cx.state.choices.view == view;
                let icon = match view {
                    View::Columns => icons::TEXT_COLUMNS,
                    View::Annotated => icons::ARTICLE,
                    View::Grid => icons::TABLE,
                    View::Outlets => icons::CARDS_THREE,
                    View::Sources => icons::USERS_THREE,
                };
                let label = if narrow && !chosen { "" } else { view.name() };
                let name = format!("{} view", view.name());
                let button = Button {
                    icon: narrow.then_some(icon),
                    label,
                    key: &(nth + 1).to_string(),
                    weight: if chosen {
                        Weight::Chosen
                    } else {
                        Weight::Quiet
                    },
                    name: &name,
                };
                if ui.add(button).clicked() {
                    commands.push(Command::ShowView(view));
                }
            }
        },
    );
}

//! The bar on top: the set, adding, the views, pictures, the theme.

use eframe::egui::{Align, Align2, Layout, Rect, Stroke, StrokeKind, Ui, UiBuilder, pos2, vec2};

use super::{Busy, ViewContext};
use crate::gui::command::{Command, View};
use crate::gui::icons;
use crate::gui::theme::{Face, Theme, size};
use crate::gui::widgets::button::{self, Button, Weight};

pub fn toolbar_ui(cx: &ViewContext<'_>, ui: &mut Ui, rect: Rect, commands: &mut Vec<Command>) {
    let theme = cx.theme;
    ui.painter().rect_filled(rect, 0.0, theme.chrome);
    ui.painter().hline(
        rect.x_range(),
        rect.bottom() - 0.5,
        Stroke::new(1.0, theme.line2),
    );
    let set = match cx.state.story.articles.len() {
        0 => "No articles yet".to_owned(),
        1 => "1 article".to_owned(),
        n => format!("{n} articles"),
    };
    let name_at = pos2(rect.left() + size::PANEL_PADDING, rect.center().y);
    let width = button::label_at(
        ui,
        name_at,
        Align2::LEFT_CENTER,
        &set,
        Face::UI_STRONG,
        theme.ink,
    )
    .x;
    let left = Rect::from_min_max(pos2(name_at.x + width + 14.0, rect.top()), rect.max);
    row(ui, left, Layout::left_to_right(Align::Center), |ui| {
        for (icon, label, name, command) in [
            (icons::PLUS, "Add", "Add articles", Command::ShowOpenDialog),
            (
                icons::FOLDER_OPEN,
                "",
                "Add a folder",
                Command::ShowFolderDialog,
            ),
            (
                icons::CLIPBOARD,
                "",
                "Paste text as an article, Ctrl V",
                Command::AskForPaste,
            ),
        ] {
            let button = Button {
                icon: Some(icon),
                label,
                key: "",
                weight: Weight::Quiet,
                name,
            };
            if !cx.state.story.articles.is_empty() && ui.add(button).clicked() {
                commands.push(command);
            }
        }
    });
    if !cx.state.story.articles.is_empty() {
        views(cx, ui, rect, commands);
    }
    row(
        ui,
        rect.shrink2(vec2(10.0, 0.0)),
        Layout::right_to_left(Align::Center),
        |ui| {
            let (icon, name) = if cx.state.dark {
                (icons::SUN, "Light theme")
            } else {
                (icons::MOON, "Dark theme")
            };
            if ui.add(button::icon(icon, name)).clicked() {
                commands.push(Command::ToggleTheme);
            }
            if !cx.state.story.articles.is_empty()
                && ui
                    .add(button::icon(
                        icons::EXPORT,
                        "Save a picture of the window, F12 into the pictures folder",
                    ))
                    .clicked()
            {
                commands.push(Command::SavePictureAs);
            }
        },
    );
    if let Some(busy) = &cx.busy {
        progress_ui(busy, ui, rect, commands);
    }
}

/// Seconds before a running comparison is told in words.
const PATIENCE: f64 = 0.2;

/// A line that fills and, if it takes long, words and a way out. The old comparison stays below.
fn progress_ui(busy: &Busy, ui: &mut Ui, rect: Rect, commands: &mut Vec<Command>) {
    let theme = Theme::of(ui);
    let share = busy.done as f32 / busy.total.max(1) as f32;
    let line = Rect::from_min_size(
        pos2(rect.left(), rect.bottom() - 2.0),
        vec2(rect.width() * share.clamp(0.02, 1.0), 2.0),
    );
    ui.painter().rect_filled(line, 0.0, theme.accent);
    if busy.secs < PATIENCE {
        return;
    }
    let area = Rect::from_center_size(
        pos2(rect.center().x, rect.bottom() + 22.0),
        vec2(300.0, 36.0),
    );
    ui.painter().rect(
        area,
        8.0,
        theme.raised,
        Stroke::new(1.0, theme.line2),
        StrokeKind::Inside,
    );
    let text = match busy.total {
        0 => "Reading".to_owned(),
        total => format!("Comparing, {} of {total}", busy.done),
    };
    let at = pos2(area.left() + 14.0, area.center().y);
    button::label_at(ui, at, Align2::LEFT_CENTER, &text, Face::UI, theme.ink);
    row(
        ui,
        area.shrink(4.0),
        Layout::right_to_left(Align::Center),
        |ui| {
            let cancel = Button {
                icon: None,
                label: "Cancel",
                key: "",
                weight: Weight::Quiet,
                name: "Cancel the comparison",
            };
            if ui.add(cancel).clicked() {
                commands.push(Command::Cancel);
            }
        },
    );
}

fn row(ui: &mut Ui, rect: Rect, layout: Layout, contents: impl FnOnce(&mut Ui)) {
    let mut child = ui.new_child(UiBuilder::new().max_rect(rect).layout(layout));
    child.spacing_mut().item_spacing.x = 4.0;
    contents(&mut child);
}

fn views(cx: &ViewContext<'_>, ui: &mut Ui, rect: Rect, commands: &mut Vec<Command>) {
    let groove = Rect::from_center_size(rect.center(), vec2(212.0, 30.0));
    ui.painter().rect_filled(groove, 8.0, cx.theme.sunken);
    row(
        ui,
        groove.shrink(1.0),
        Layout::left_to_right(Align::Center),
        |ui| {
            for (view, icon, label, key, name) in [
                (
                    View::Columns,
                    icons::TEXT_COLUMNS,
                    "Columns",
                    "1",
                    "Columns view",
                ),
                (
                    View::Outlets,
                    icons::CARDS_THREE,
                    "Outlets",
                    "4",
                    "Outlets view",
                ),
            ] {
                let weight = if cx.state.view == view {
                    Weight::Chosen
                } else {
                    Weight::Quiet
                };
                let button = Button {
                    icon: Some(icon),
                    label,
                    key,
                    weight,
                    name,
                };
                if ui.add(button).clicked() {
                    commands.push(Command::ShowView(view));
                }
            }
        },
    );
}

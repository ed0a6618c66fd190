//! The bar that finds words in all articles.

use eframe::egui::{
    Align, Key, Layout, Rect, RichText, Role, Stroke, TextEdit, Ui, UiBuilder, WidgetInfo, vec2,
};

use super::ViewContext;
use crate::gui::command::Command;
use crate::gui::find::Find;
use crate::gui::icons;
use crate::gui::theme::{Face, size};
use crate::gui::widgets::button::{self, Button, Weight};

/// Width of the field.
const FIELD: f32 = 260.0;

/// The bar takes a row of its own: it covers no word.
pub fn search_ui(cx: &ViewContext<'_>, ui: &mut Ui, bar: Rect, commands: &mut Vec<Command>) {
    if let Some(find) = &cx.state.find {
        bar_ui(cx, ui, bar, find, commands);
    }
}

fn bar_ui(cx: &ViewContext<'_>, ui: &mut Ui, bar: Rect, find: &Find, commands: &mut Vec<Command>) {
    let theme = cx.theme;
    ui.painter().rect_filled(bar, 0.0, theme.chrome);
    let line = Stroke::new(1.0, theme.line2);
    ui.painter().hline(bar.x_range(), bar.bottom() - 0.5, line);
    let builder = UiBuilder::new()
        .max_rect(bar.shrink2(vec2(size::PANEL_PADDING, 4.0)))
        .layout(Layout::left_to_right(Align::Center));
    let mut row = ui.new_child(builder);
    let mut query = find.query.clone();
    let field = TextEdit::singleline(&mut query)
        .desired_width(FIELD)
        .hint_text("Find in all articles");
    let response = row.add(field);
    response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, "Find in all articles"));
    if query != find.query {
        commands.push(Command::EditFind(query));
    }
    // The field keeps the keyboard: Enter goes on, Shift Enter back.
    if response.lost_focus() && row.input(|it| it.key_pressed(Key::Enter)) {
        let back = row.input(|it| it.modifiers.shift);
        commands.push(Command::StepFind(if back { -1 } else { 1 }));
        response.request_focus();
    } else if cx.state.find_opened {
        response.request_focus();
    }
    let weight = if find.is_pattern {
        Weight::Chosen
    } else {
        Weight::Quiet
    };
    let pattern = Button {
        icon: None,
        label: ".*",
        key: "",
        weight,
        name: "Regular expression",
    };
    if row.add(pattern).clicked() {
        commands.push(Command::TogglePattern);
    }
    for (icon, name, command) in [
        (icons::CARET_UP, "Previous hit", Command::StepFind(-1)),
        (icons::CARET_DOWN, "Next hit", Command::StepFind(1)),
        (icons::X, "Close find", Command::CloseFind),
    ] {
        if row.add(button::icon(icon, name)).clicked() {
            commands.push(command);
        }
    }
    let told = match (&find.error, find.query.is_empty()) {
        (Some(error), _) => error.clone(),
        (None, true) => "Words in any case, in text and page furniture".to_owned(),
        (None, false) if find.hits.is_empty() => "No match found".to_owned(),
        (None, false) => {
            let at = find
                .at
                .map_or_else(String::new, |it| format!("{} of ", it + 1));
            let counts = cx.order.iter().filter_map(|it| {
                let n = find.count(*it);
                (n > 0).then(|| format!("{} {n}", cx.code(*it)))
            });
            let counts: Vec<String> = counts.collect();
            format!("{at}{} hits: {}", find.hits.len(), counts.join(", "))
        }
    };
    let told = RichText::new(told)
        .font(Face::CAPTION.font())
        .color(theme.ink2);
    row.add_space(8.0);
    row.add(eframe::egui::Label::new(told).truncate());
}

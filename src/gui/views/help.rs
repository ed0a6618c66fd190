//! The page that lists all keys and tells what the signs mean.

use eframe::egui::{
    Align2, Key, KeyboardShortcut, Modifiers, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind,
    Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::ViewContext;
use crate::gui::actions;
use crate::gui::command::Command;
use crate::gui::icons;
use crate::gui::layer::Layer;
use crate::gui::theme::Face;
use crate::gui::widgets::button::{self, label_at};
use crate::gui::widgets::overlay::overlay;
use crate::gui::widgets::{lines, sign};
use crate::model::Presence;

/// What no key and no command does.
const HABITS: [&str; 4] = [
    "On a column head: H hides, S shows it alone, P pins, R makes it the reference; drag it to \
     move it; its menu has the same and more.",
    "Alt while scrolling leaves the other columns where they are.",
    "A click on an article’s line at the top goes there; a drag along it lists only the findings \
     of that part.",
    "A double click on a shared quotation folds what all articles share.",
];

/// The system's own.
const COPY: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::C);

pub fn help_ui(cx: &ViewContext<'_>, ui: &Ui, window: Rect, commands: &mut Vec<Command>) {
    if cx.state.help {
        overlay(ui, "help", window, |ui| page_ui(cx, ui, window, commands));
    }
}

fn page_ui(cx: &ViewContext<'_>, ui: &mut Ui, window: Rect, commands: &mut Vec<Command>) {
    let theme = cx.theme;
    let outside = ui.interact(window, ui.scope_id().with("help"), Sense::click());
    ui.painter().rect_filled(window, 0.0, theme.scrim());
    let size = vec2(
        820.0_f32.min(window.width() - 60.0),
        window.height() - 120.0,
    );
    let area = Rect::from_center_size(window.center(), size);
    let painter = ui.painter();
    painter.add(theme.shadow().as_shape(area, 10.0));
    let edge = Stroke::new(1.0, theme.line2);
    painter.rect(area, 10.0, theme.raised, edge, StrokeKind::Inside);
    // A click on the page itself does not close it.
    ui.interact(area, ui.scope_id().with("page"), Sense::click());
    let at = area.left_top() + vec2(28.0, 34.0);
    label_at(
        ui,
        at,
        Align2::LEFT_CENTER,
        "Keys and signs",
        Face::SHEET_TITLE,
        theme.ink,
    );
    let body = area.shrink2(vec2(28.0, 24.0)).with_min_y(area.top() + 64.0);
    let mut child = ui.new_child(UiBuilder::new().max_rect(body));
    child.set_clip_rect(body.expand2(vec2(4.0, 0.0)));
    ScrollArea::vertical()
        .id_salt("help")
        .auto_shrink(false)
        .show(&mut child, |ui| {
            keys_ui(cx, ui);
            signs_ui(cx, ui);
        });
    let close = Rect::from_center_size(area.right_top() + vec2(-32.0, 34.0), vec2(28.0, 28.0));
    let closed = ui.put(close, button::icon(icons::X, "Close  Esc"));
    if outside.clicked() || closed.clicked() {
        commands.push(Command::ToggleHelp);
    }
}

fn head_ui(cx: &ViewContext<'_>, ui: &mut Ui, words: &str) {
    ui.add_space(10.0);
    let (row, _) = ui.allocate_exact_size(vec2(ui.available_width(), 26.0), Sense::hover());
    let at = row.left_center();
    label_at(
        ui,
        at,
        Align2::LEFT_CENTER,
        words,
        Face::UI_STRONG,
        cx.theme.ink2,
    );
    let line = Stroke::new(1.0, cx.theme.line);
    ui.painter().hline(row.x_range(), row.bottom(), line);
}

/// A row, named for screen readers. Returns where it stands.
fn row_ui(ui: &mut Ui, name: &str) -> Rect {
    let size = vec2(ui.available_width(), 24.0);
    let (row, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, name));
    row
}

fn keys_ui(cx: &ViewContext<'_>, ui: &mut Ui) {
    let theme = cx.theme;
    let mut group = "";
    for action in actions::all() {
        if action.group != group {
            group = action.group;
            head_ui(cx, ui, group);
        }
        let Some(shortcut) = action.shortcut else {
            continue;
        };
        let keys = ui
            .ctx()
            .format_shortcut(&shortcut)
            .replace("Questionmark", "?");
        let row = row_ui(ui, &format!("{}: {keys}", action.name));
        let align = Align2::LEFT_CENTER;
        label_at(
            ui,
            row.left_center(),
            align,
            &action.name,
            Face::UI,
            theme.ink,
        );
        let at = pos2(row.left() + 360.0, row.center().y);
        label_at(ui, at, align, &keys, Face::UI_MEDIUM, theme.ink2);
    }
    ui.add_space(10.0);
    for note in HABITS {
        ui.label(note);
    }
    let copy = ui.ctx().format_shortcut(&COPY);
    ui.label(format!(
        "{copy} copies marked words; with Shift it copies them with outlet, paragraph and file."
    ));
}

/// What lines in the text and signs in lists stand for.
fn signs_ui(cx: &ViewContext<'_>, ui: &mut Ui) {
    let theme = cx.theme;
    head_ui(cx, ui, "Lines under words");
    for layer in Layer::ALL {
        let row = row_ui(ui, layer.name());
        let at = row.left_center();
        let align = Align2::LEFT_CENTER;
        let size = label_at(ui, at, align, layer.name(), Face::UI, theme.ink);
        let words = Rect::from_min_size(at - vec2(0.0, size.y / 2.0 - 3.0), size);
        lines::under(ui.painter(), &[words], layer, theme.hue(layer));
    }
    head_ui(cx, ui, "Signs, one for each outlet");
    for presence in [
        Presence::Same,
        Presence::Edited,
        Presence::OtherSpeaker,
        Presence::Reported,
        Presence::Differs,
        Presence::OnlyHere,
        Presence::Open,
        Presence::NoMatch,
    ] {
        let name = sign::name(presence);
        let row = row_ui(ui, name);
        let at = row.left_center() + vec2(8.0, 0.0);
        sign::paint(ui.painter(), theme, at, presence, theme.attribution);
        let at = row.left_center() + vec2(24.0, 0.0);
        label_at(ui, at, Align2::LEFT_CENTER, name, Face::UI, theme.ink);
    }
    let row = row_ui(ui, "Ticks over a line: findings to look at");
    let words = "Ticks over an article’s line at the top are findings to look at; ‸ in the text: \
                 here others have words";
    label_at(
        ui,
        row.left_center(),
        Align2::LEFT_CENTER,
        words,
        Face::UI,
        theme.ink,
    );
}

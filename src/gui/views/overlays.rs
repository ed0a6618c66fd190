//! What lies over the window: files that are being dragged in, a comparison that takes long,
//! problems, a line that tells what happened.

use std::path::Path;

use eframe::egui::{
    Align, Align2, HoveredFile, Label, Layout, Rect, RichText, Role, Stroke, StrokeKind, Ui,
    UiBuilder, WidgetInfo, pos2, vec2,
};

use super::{Busy, ViewContext};
use crate::gui::command::Command;
use crate::gui::icons;
use crate::gui::state::Toast;
use crate::gui::theme::{Face, size};
use crate::gui::widgets::button::{self, Button, Weight, label_at};
use crate::gui::widgets::overlay::overlay;
use crate::gui::widgets::text;

/// Problems, what happened, and what will happen when dragged files are let go.
pub fn overlays_ui(cx: &ViewContext<'_>, ui: &Ui, window: Rect, commands: &mut Vec<Command>) {
    if let Some(busy) = &cx.busy {
        busy_ui(cx, ui, window, busy, commands);
    }
    if !cx.state.problems.is_empty() {
        problems_ui(cx, ui, window, commands);
    }
    if let Some(toast) = &cx.state.toast {
        toast_ui(cx, ui, window, toast, commands);
    }
    let names: Vec<String> = ui.input(|it| {
        let hovered = it.raw.hovered_files.iter();
        let name = |it: &HoveredFile| it.path.as_deref().map_or_else(String::new, name_of);
        hovered.map(name).collect()
    });
    if !names.is_empty() {
        overlay(ui, "drop", window, |ui| drop_ui(cx, ui, window, &names));
    }
}

fn name_of(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

/// A panel that floats: raised, with the one shadow.
fn float(cx: &ViewContext<'_>, ui: &Ui, rect: Rect) {
    let painter = ui.painter();
    painter.add(cx.theme.shadow().as_shape(rect, 10.0));
    painter.rect(
        rect,
        10.0,
        cx.theme.raised,
        Stroke::new(1.0, cx.theme.line2),
        StrokeKind::Inside,
    );
}

/// Seconds before a running comparison is told in words.
const PATIENCE: f64 = 0.2;

/// How far the comparison is, and a key that stops it, once it takes long.
fn busy_ui(cx: &ViewContext<'_>, ui: &Ui, window: Rect, busy: &Busy, commands: &mut Vec<Command>) {
    if busy.secs < PATIENCE {
        ui.ctx().request_repaint_after_secs(PATIENCE as f32);
        return;
    }
    let center = pos2(window.center().x, window.top() + size::TOOLBAR + 24.0);
    let area = Rect::from_center_size(center, vec2(300.0, 36.0));
    overlay(ui, "busy", area, |ui| {
        float(cx, ui, area);
        let text = match busy.total {
            0 => "Reading".to_owned(),
            total => format!("Comparing, {} of {total}", busy.done),
        };
        let at = pos2(area.left() + 14.0, area.center().y);
        label_at(ui, at, Align2::LEFT_CENTER, &text, Face::UI, cx.theme.ink);
        let layout = Layout::right_to_left(Align::Center);
        let builder = UiBuilder::new().max_rect(area.shrink(4.0)).layout(layout);
        let cancel = Button {
            icon: None,
            label: "Cancel",
            key: "",
            weight: Weight::Quiet,
            name: "Cancel the comparison",
        };
        if ui.new_child(builder).add(cancel).clicked() {
            commands.push(Command::Cancel);
        }
    });
}

const PROBLEM_ROWS: usize = 6;

fn problems_ui(cx: &ViewContext<'_>, ui: &Ui, window: Rect, commands: &mut Vec<Command>) {
    let theme = cx.theme;
    let problems = &cx.state.problems;
    let width = (window.width() - 32.0).min(560.0);
    let rows: Vec<_> = problems
        .iter()
        .take(PROBLEM_ROWS)
        .map(|it| {
            let name = name_of(Path::new(&it.file));
            let words = format!("{name}  {}", it.message);
            (words, it.file.as_str())
        })
        .collect();
    let galleys: Vec<_> = rows
        .iter()
        .map(|it| text::wrapped(ui, &it.0, Face::UI, theme.ink, width - 66.0, 2))
        .collect();
    let more = problems.len() - rows.len();
    let body: f32 = galleys.iter().map(|it| it.size().y + 8.0).sum();
    let foot = if more > 0 { 24.0 } else { 0.0 };
    let rect = Rect::from_min_size(
        pos2(
            (window.right() - width - 24.0).max(window.left() + 16.0),
            window.top() + size::TOOLBAR + size::STRIP_BAND + 10.0,
        ),
        vec2(width, 44.0 + body + foot + 8.0),
    );
    overlay(ui, "problems", rect, |ui| {
        float(cx, ui, rect);
        let head = match problems.len() {
            1 => "One problem".to_owned(),
            n => format!("{n} problems"),
        };
        let at = rect.left_top() + vec2(16.0, 22.0);
        label_at(
            ui,
            at,
            Align2::LEFT_CENTER,
            &head,
            Face::UI_STRONG,
            theme.ink,
        );
        let mut y = rect.top() + 44.0;
        for ((words, file), galley) in rows.iter().zip(galleys) {
            let at = pos2(rect.left() + 24.0, y + Face::UI.line / 2.0);
            label_at(
                ui,
                at,
                Align2::CENTER_CENTER,
                icons::WARNING_CIRCLE,
                Face::ICON,
                theme.edit,
            );
            let area = Rect::from_min_size(pos2(rect.left() + 42.0, y), galley.size());
            y += galley.size().y + 8.0;
            let row = ui.put(area, Label::new(galley).selectable(true));
            row.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("Problem: {words}")));
            row.on_hover_text(*file);
        }
        if more > 0 {
            let at = pos2(rect.left() + 42.0, y + 8.0);
            label_at(
                ui,
                at,
                Align2::LEFT_CENTER,
                &format!("and {more} more"),
                Face::CAPTION,
                theme.ink3,
            );
        }
        let close = Rect::from_min_size(
            pos2(rect.right() - 38.0, rect.top() + 8.0),
            vec2(28.0, 28.0),
        );
        if ui
            .put(close, button::icon(icons::X, "Close the list of problems"))
            .clicked()
        {
            commands.push(Command::DismissProblems);
        }
    });
}

fn toast_ui(
    cx: &ViewContext<'_>,
    ui: &Ui,
    window: Rect,
    toast: &Toast,
    commands: &mut Vec<Command>,
) {
    const UNDO: f32 = 62.0;
    let (color, width) = (cx.theme.ink, window.width() * 0.7);
    let galley = text::wrapped(ui, &toast.text, Face::UI_MEDIUM, color, width, 2);
    let undo = if toast.can_undo { UNDO } else { 0.0 };
    let size = galley.size() + vec2(32.0 + undo, 20.0);
    let center = pos2(window.center().x, window.bottom() - 24.0 - size.y / 2.0);
    let rect = Rect::from_center_size(center, size);
    overlay(ui, "toast", rect, |ui| {
        float(cx, ui, rect);
        let inner = rect.shrink2(vec2(16.0, 0.0));
        let builder = UiBuilder::new()
            .max_rect(inner)
            .layout(Layout::left_to_right(Align::Center));
        let mut row = ui.new_child(builder);
        row.add(Label::new(galley).selectable(true));
        let undo = Button {
            icon: None,
            label: "Undo",
            key: "",
            weight: Weight::Link,
            name: "Undo",
        };
        if toast.can_undo && row.add(undo).clicked() {
            commands.push(Command::Undo);
        }
    });
}

const DROP_ROWS: usize = 8;

/// Names what will happen before the files are let go.
fn drop_ui(cx: &ViewContext<'_>, ui: &mut Ui, window: Rect, names: &[String]) {
    let theme = cx.theme;
    ui.painter().rect_filled(window, 0.0, theme.scrim());
    ui.painter().rect_stroke(
        window.shrink(14.0),
        12.0,
        Stroke::new(2.0, theme.accent),
        StrokeKind::Inside,
    );
    let shown = names.len().min(DROP_ROWS);
    let more = names.len() - shown;
    let height = 132.0 + 36.0 * shown as f32 + if more > 0 { 30.0 } else { 0.0 };
    let rect = Rect::from_center_size(window.center(), vec2(540.0, height));
    float(cx, ui, rect);
    let title = match names.len() {
        1 => "Add one article".to_owned(),
        n => format!("Add {n} articles"),
    };
    let before = cx.state.articles.len();
    let note = match before {
        0 => "Two or more articles can be compared".to_owned(),
        n => format!("{n} here stay, and all are compared together"),
    };
    for (words, face, color, y) in [
        (title, Face::SHEET_TITLE, theme.ink, 50.0),
        (note, Face::UI, theme.ink2, 84.0),
    ] {
        let label =
            Label::new(RichText::new(words).font(face.font()).color(color)).selectable(false);
        let area = Rect::from_center_size(
            pos2(rect.center().x, rect.top() + y),
            vec2(480.0, face.line),
        );
        ui.put(area, label);
    }
    let mut y = rect.top() + 112.0;
    for name in &names[..shown] {
        let row = Rect::from_min_size(pos2(rect.left() + 32.0, y), vec2(rect.width() - 64.0, 36.0));
        ui.painter()
            .hline(row.x_range(), row.top(), Stroke::new(1.0, theme.line));
        let (icon, kind, readable) = kind_of(name);
        let color = if readable { theme.ink } else { theme.ink3 };
        label_at(
            ui,
            row.left_center() + vec2(8.0, 0.0),
            Align2::CENTER_CENTER,
            icon,
            Face::ICON,
            color,
        );
        let face = if readable { Face::UI_STRONG } else { Face::UI };
        let galley = text::wrapped(ui, name, face, color, 280.0, 1);
        let at = pos2(row.left() + 26.0, row.center().y - galley.size().y / 2.0);
        ui.painter().galley(at, galley, color);
        label_at(
            ui,
            row.right_center(),
            Align2::RIGHT_CENTER,
            kind,
            Face::UI,
            theme.ink2,
        );
        y += 36.0;
    }
    if more > 0 {
        let at = pos2(rect.left() + 58.0, y + 14.0);
        label_at(
            ui,
            at,
            Align2::LEFT_CENTER,
            &format!("and {more} more"),
            Face::UI,
            theme.ink2,
        );
    }
}

/// Icon and kind of a file by its name alone: nothing is opened before it is let go.
fn kind_of(name: &str) -> (&'static str, &'static str, bool) {
    let ending = Path::new(name)
        .extension()
        .map(|it| it.to_string_lossy().to_lowercase());
    match ending.as_deref() {
        None => (icons::FOLDER_OPEN, "folder or text", true),
        Some("txt" | "text") => (icons::FILE_TEXT, "plain text", true),
        Some("md" | "markdown") => (icons::FILE_TEXT, "Markdown", true),
        Some("html" | "htm" | "xhtml" | "mht" | "mhtml") => (icons::FILE_TEXT, "web page", true),
        Some("pdf") => (icons::FILE_TEXT, "PDF", true),
        Some("docx" | "odt") => (icons::FILE_TEXT, "document", true),
        Some("eml") => (icons::FILE_TEXT, "e-mail", true),
        Some("json" | "jsonl") => (icons::FILE_TEXT, "JSON", true),
        Some("zip") => (icons::FOLDER_OPEN, "archive of articles", true),
        Some(_) => (icons::WARNING_CIRCLE, "read if it is text", false),
    }
}

//! The command palette: everything that can be done, by its name.

use eframe::egui::{
    Align2, Key, Rect, Role, Sense, Stroke, StrokeKind, TextEdit, Ui, WidgetInfo, pos2, vec2,
};

use super::ViewContext;
use crate::gui::actions::{self, Needs};
use crate::gui::command::{Command, Ruling};
use crate::gui::state::{Palette, Selection};
use crate::gui::theme::Face;
use crate::gui::widgets::button::label_at;
use crate::gui::widgets::overlay::overlay;
use crate::gui::widgets::text;
use crate::model::Judgment;

const WIDTH: f32 = 560.0;
const ROW: f32 = 30.0;
const MOST_ROWS: usize = 12;

/// Something that the palette offers.
struct Entry {
    name: String,
    note: String,
    command: Command,
}

/// Actions, findings, outlets: what holds all words of the query.
fn entries(cx: &ViewContext<'_>, ui: &Ui, query: &str) -> Vec<Entry> {
    let has = match (cx.state.selection, cx.all.is_empty()) {
        (_, true) => Needs::Nothing,
        (None, false) => Needs::Articles,
        (Some(_), false) => Needs::Selection,
    };
    let actions = actions::all().into_iter();
    let mut res: Vec<Entry> = actions
        .filter(|it| it.needs() <= has)
        .map(|it| Entry {
            note: it
                .shortcut
                .map_or_else(String::new, |it| ui.ctx().format_shortcut(&it)),
            name: it.name.into_owned(),
            command: it.command,
        })
        .collect();
    if let Some(Selection::Finding(idx)) = cx.state.selection {
        let judged = match cx.state.is_accepted(idx) {
            true => ("Leave this finding open again", Judgment::Open),
            false => ("Keep this finding: it is right", Judgment::Accepted),
        };
        let rejected = ("Reject this finding: it is not right", Judgment::Rejected);
        res.extend([judged, rejected].map(|(name, judgment)| Entry {
            name: name.to_owned(),
            note: String::new(),
            command: Command::Decide(Ruling::Judge(idx, judgment)),
        }));
    }
    for article in cx.all {
        let outlet = cx.outlet(*article);
        let actions = actions::on_article(cx.position(*article)).into_iter();
        let possible = actions.filter(|it| it.1);
        res.extend(possible.map(|(name, _, command)| Entry {
            name: format!("{name}: {outlet}", name = name.trim_end_matches('…')),
            note: String::new(),
            command,
        }));
    }
    if !cx.state.choices.teaching {
        for (idx, finding) in cx.state.comparison.findings.iter().enumerate() {
            res.push(Entry {
                name: finding.title.clone(),
                note: format!("finding {}", idx + 1),
                command: Command::SelectFinding(idx),
            });
        }
    }
    let query = query.to_lowercase();
    let words: Vec<&str> = query.split_whitespace().collect();
    res.retain(|it| {
        let name = it.name.to_lowercase();
        words.iter().all(|word| name.contains(word))
    });
    res
}

pub fn palette_ui(cx: &ViewContext<'_>, ui: &Ui, window: Rect, commands: &mut Vec<Command>) {
    if let Some(palette) = &cx.state.palette {
        overlay(ui, "palette", window, |ui| {
            list_ui(cx, ui, window, palette, commands);
        });
    }
}

fn list_ui(
    cx: &ViewContext<'_>,
    ui: &mut Ui,
    window: Rect,
    palette: &Palette,
    commands: &mut Vec<Command>,
) {
    let theme = cx.theme;
    let entries = entries(cx, ui, &palette.query);
    let at = palette.at.min(entries.len().saturating_sub(1));
    let first = (at + 1).saturating_sub(MOST_ROWS);
    let n_rows = entries.len().clamp(1, MOST_ROWS);
    let area = Rect::from_min_size(
        pos2(window.center().x - WIDTH / 2.0, window.top() + 90.0),
        vec2(WIDTH, 56.0 + ROW * n_rows as f32),
    );
    let outside = ui.interact(window, ui.scope_id().with("palette"), Sense::click());
    float(cx, ui, area);
    let mut query = palette.query.clone();
    let field = Rect::from_min_size(area.min + vec2(12.0, 12.0), vec2(WIDTH - 24.0, 28.0));
    let edit = TextEdit::singleline(&mut query)
        .font(Face::UI.font())
        .align(Align2::LEFT_CENTER)
        .hint_text("A command, an outlet, a finding");
    let response = ui.put(field, edit);
    response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, "Command palette"));
    if query != palette.query {
        commands.push(Command::EditPalette(query));
    }
    let pressed = |key: Key| ui.input(|it| it.key_pressed(key));
    if pressed(Key::ArrowDown) && at + 1 < entries.len() {
        commands.push(Command::StepPalette(1));
    } else if pressed(Key::ArrowUp) {
        commands.push(Command::StepPalette(-1));
    } else if pressed(Key::Enter) {
        commands.push(Command::ClosePalette);
        commands.extend(entries.get(at).map(|it| it.command.clone()));
    }
    if !response.has_focus() {
        response.request_focus();
    }
    let mut y = area.top() + 48.0;
    for (nth, entry) in entries.iter().enumerate().skip(first).take(MOST_ROWS) {
        let row = Rect::from_min_size(pos2(area.left(), y), vec2(WIDTH, ROW));
        y += ROW;
        let id = ui.scope_id().with(("palette", nth));
        let response = ui.interact(row.shrink2(vec2(6.0, 0.0)), id, Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::MenuItem, true, &entry.name));
        if nth == at {
            let ground = row.shrink2(vec2(6.0, 0.0));
            ui.painter().rect_filled(ground, 6.0, theme.row_selected);
        } else if response.hovered() {
            let ground = row.shrink2(vec2(6.0, 0.0));
            ui.painter().rect_filled(ground, 6.0, theme.hover);
        }
        let name = text::wrapped(ui, &entry.name, Face::UI, theme.ink, WIDTH - 150.0, 1);
        let at = pos2(row.left() + 18.0, row.center().y - name.size().y / 2.0);
        ui.painter().galley(at, name, theme.ink);
        let at = pos2(row.right() - 18.0, row.center().y);
        label_at(
            ui,
            at,
            Align2::RIGHT_CENTER,
            &entry.note,
            Face::CAPTION,
            theme.ink3,
        );
        if response.clicked() {
            commands.push(Command::ClosePalette);
            commands.push(entry.command.clone());
        }
    }
    if entries.is_empty() {
        let at = pos2(area.left() + 18.0, y + ROW / 2.0);
        label_at(
            ui,
            at,
            Align2::LEFT_CENTER,
            "Nothing is called so",
            Face::UI,
            theme.ink3,
        );
    }
    if outside.clicked() {
        commands.push(Command::ClosePalette);
    }
}

fn float(cx: &ViewContext<'_>, ui: &Ui, area: Rect) {
    let painter = ui.painter();
    painter.add(cx.theme.shadow().as_shape(area, 10.0));
    let edge = Stroke::new(1.0, cx.theme.line2);
    painter.rect(area, 10.0, cx.theme.raised, edge, StrokeKind::Inside);
}

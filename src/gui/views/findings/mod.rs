//! The list at the left: legend, layers and filters in one, then the findings by rank.

mod legend;

use eframe::egui::{
    Align2, Color32, Rect, Role, ScrollArea, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::{ViewContext, first_words};
use crate::gui::command::Command;
use crate::gui::layer::{Layer, kind_name};
use crate::gui::state::Selection;
use crate::gui::theme::{Face, Theme, size};
use crate::gui::widgets::button::{focus_ring, label_at};
use crate::gui::widgets::{sign, text};
use crate::model::{Finding, Presence};

pub fn findings_ui(cx: &ViewContext<'_>, ui: &mut Ui, rect: Rect, commands: &mut Vec<Command>) {
    if cx.list_folded {
        return legend::rail_ui(cx, ui, rect, commands);
    }
    let theme = cx.theme;
    ui.painter().rect_filled(rect, 0.0, theme.chrome);
    ui.painter().vline(
        rect.right() - 0.5,
        rect.y_range(),
        Stroke::new(1.0, theme.line2),
    );
    let left = rect.left() + size::PANEL_PADDING;
    let n_shown = match cx.state.filter {
        Some(Layer::Shared) => cx.state.count(Layer::Shared),
        _ => cx.state.filtered().count(),
    };
    let head = pos2(left, rect.top() + 22.0);
    let width = label_at(
        ui,
        head,
        Align2::LEFT_CENTER,
        "Findings",
        Face::UI_STRONG,
        theme.ink,
    )
    .x;
    label_at(
        ui,
        head + vec2(width + 8.0, 0.0),
        Align2::LEFT_CENTER,
        &n_shown.to_string(),
        Face::UI,
        theme.ink3,
    );
    label_at(
        ui,
        pos2(rect.right() - 12.0, head.y),
        Align2::RIGHT_CENTER,
        "p / n",
        Face::CAPTION,
        theme.ink3,
    );
    let mut y = rect.top() + 40.0;
    for layer in Layer::ALL {
        let row = Rect::from_min_size(
            pos2(rect.left(), y),
            vec2(rect.width() - 1.0, size::LEGEND_ROW),
        );
        legend::row_ui(cx, ui, row, layer, commands);
        y += size::LEGEND_ROW;
    }
    y += 8.0;
    ui.painter()
        .hline(rect.x_range(), y, Stroke::new(1.0, theme.line2));
    let list = Rect::from_min_max(
        pos2(rect.left(), y + 1.0),
        pos2(rect.right() - 1.0, rect.bottom()),
    );
    let mut child = ui.new_child(UiBuilder::new().max_rect(list));
    child.spacing_mut().item_spacing.y = 0.0;
    ScrollArea::vertical()
        .id_salt("findings")
        .auto_shrink(false)
        .show(&mut child, |ui| {
            if cx.state.filter == Some(Layer::Shared) {
                for idx in 0..cx.state.comparison.utterances.len() {
                    utterance_row(cx, ui, idx, commands);
                }
            } else {
                for (idx, finding) in cx.state.filtered() {
                    finding_row(cx, ui, idx, finding, commands);
                }
            }
            if n_shown == 0 {
                let note = if cx.state.articles.len() < 2 {
                    "Nothing shared yet. Add a second article"
                } else {
                    "No findings of this type in the articles shown"
                };
                let galley = text::wrapped(ui, note, Face::UI, theme.ink3, list.width() - 32.0, 0);
                ui.painter()
                    .galley(list.min + vec2(16.0, 16.0), galley, theme.ink3);
            }
        });
}

fn finding_row(
    cx: &ViewContext<'_>,
    ui: &mut Ui,
    idx: usize,
    finding: &Finding,
    commands: &mut Vec<Command>,
) {
    let presence: Vec<Presence> = cx.order.iter().map(|it| finding.presence[it.0]).collect();
    let row = Row {
        title: &finding.title,
        kind: kind_name(finding.kind),
        layer: Layer::of(finding.kind),
        alert: finding.alert,
        presence: &presence,
        selected: cx.state.selection == Some(Selection::Finding(idx)),
        name: format!("Finding {}: {}", idx + 1, finding.title),
    };
    if row_ui(cx, ui, ("finding", idx), &row) {
        commands.push(Command::SelectFinding(idx));
    }
}

fn utterance_row(cx: &ViewContext<'_>, ui: &mut Ui, idx: usize, commands: &mut Vec<Command>) {
    let utterance = &cx.state.comparison.utterances[idx];
    let base = utterance.witnesses[utterance.base].place;
    let title = format!(
        "“{} ›”",
        first_words(cx.state.story.words(base)).trim_matches(['“', '"', '”'])
    );
    let presence: Vec<Presence> = cx
        .order
        .iter()
        .map(|article| {
            let witness = utterance
                .witnesses
                .iter()
                .position(|it| it.place.article == *article);
            match witness {
                None => Presence::NoMatch,
                Some(at) if utterance.witnesses[at].reported => Presence::Reported,
                Some(at) if utterance.edits.iter().any(|it| it.to == at) => Presence::Edited,
                Some(_) => Presence::Same,
            }
        })
        .collect();
    let row = Row {
        title: &title,
        kind: "Shared",
        layer: Layer::Shared,
        alert: false,
        presence: &presence,
        selected: cx.state.selection == Some(Selection::Utterance(idx)),
        name: format!("Shared quotation {}: {title}", idx + 1),
    };
    if row_ui(cx, ui, ("utterance", idx), &row) {
        commands.push(Command::SelectUtterance(idx));
    }
}

struct Row<'a> {
    title: &'a str,
    kind: &'a str,
    layer: Layer,
    alert: bool,
    /// In the order of the columns.
    presence: &'a [Presence],
    selected: bool,
    name: String,
}

/// Signs that a row has room for; more outlets become counts.
const MOST_SIGNS: usize = 8;

fn row_ui(cx: &ViewContext<'_>, ui: &mut Ui, id: (&str, usize), row: &Row<'_>) -> bool {
    let theme = cx.theme;
    let width = ui.available_width();
    let face = if row.alert {
        Face::UI_STRONG
    } else {
        Face::UI_MEDIUM
    };
    let title = text::wrapped(ui, row.title, face, theme.ink, width - 30.0, 3);
    let height = title.size().y + 44.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    let response = response.on_hover_cursor(eframe::egui::CursorIcon::PointingHand);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, row.selected, &row.name));
    ui.push_id(id, |_| ());
    if row.selected
        && !ui.clip_rect().contains_rect(rect)
        && response.ctx.input(|it| {
            it.key_pressed(eframe::egui::Key::N) || it.key_pressed(eframe::egui::Key::P)
        })
    {
        response.scroll_to_me(None);
    }
    if ui.is_rect_visible(rect) {
        let ground = match (row.selected, response.hovered()) {
            (true, _) => theme.row_selected,
            (false, true) => theme.hover,
            (false, false) => Color32::TRANSPARENT,
        };
        ui.painter().rect_filled(rect, 0.0, ground);
        if row.selected {
            let bar = Rect::from_min_size(rect.min, vec2(3.0, height));
            ui.painter().rect_filled(bar, 0.0, theme.accent);
        }
        if response.has_focus() {
            focus_ring(ui, rect);
        }
        let title_height = title.size().y;
        ui.painter()
            .galley(rect.min + vec2(16.0, 11.0), title, theme.ink);
        let y = rect.top() + 11.0 + title_height + 13.0;
        let hue = theme.hue(row.layer);
        label_at(
            ui,
            pos2(rect.left() + 16.0, y),
            Align2::LEFT_CENTER,
            row.layer.icon(),
            Face::ICON,
            hue,
        );
        label_at(
            ui,
            pos2(rect.left() + 38.0, y),
            Align2::LEFT_CENTER,
            row.kind,
            Face::CAPTION,
            theme.ink3,
        );
        signs(ui, theme, pos2(rect.right() - 14.0, y), row.presence, hue);
        ui.painter().hline(
            rect.x_range(),
            rect.bottom() - 0.5,
            Stroke::new(1.0, theme.line),
        );
    }
    let signs: Vec<String> = cx
        .order
        .iter()
        .zip(row.presence)
        .map(|(article, it)| format!("{}: {}", cx.outlet(*article), sign::name(*it)))
        .collect();
    response.on_hover_text(signs.join("\n")).clicked()
}

/// Presence signs, right-aligned; counts by sign where there are too many outlets.
fn signs(ui: &Ui, theme: &Theme, right: eframe::egui::Pos2, presence: &[Presence], hue: Color32) {
    const STEP: f32 = sign::SIDE + 4.5;
    if presence.len() <= MOST_SIGNS {
        for (at, it) in presence.iter().rev().enumerate() {
            let center = right - vec2(sign::SIDE / 2.0 + STEP * at as f32, 0.0);
            sign::paint(ui.painter(), theme, center, *it, hue);
        }
        return;
    }
    let mut counts: Vec<(Presence, usize)> = Vec::new();
    for it in presence {
        match counts.iter_mut().find(|known| known.0 == *it) {
            Some(known) => known.1 += 1,
            None => counts.push((*it, 1)),
        }
    }
    counts.sort_by_key(|it| std::cmp::Reverse(it.0));
    let mut x = right.x;
    for (it, n) in counts {
        let size = label_at(
            ui,
            pos2(x, right.y),
            Align2::RIGHT_CENTER,
            &n.to_string(),
            Face::MICRO,
            theme.ink2,
        );
        x -= size.x + sign::SIDE / 2.0 + 3.0;
        sign::paint(ui.painter(), theme, pos2(x, right.y), it, hue);
        x -= sign::SIDE / 2.0 + 7.0;
    }
}

//! Findings and shared quotations down, outlets across: one verbatim cell and one sign each.

mod cell;

use eframe::egui::{
    Align, Align2, Color32, CursorIcon, Rect, Role, ScrollArea, Sense, Stroke, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};

use super::ViewContext;
use crate::gui::command::Command;
use crate::gui::layer::Layer;
use crate::gui::slots::What;
use crate::gui::state::Selection;
use crate::gui::theme::{Face, size};
use crate::gui::widgets::button::{focus_ring, label_at};
use crate::gui::widgets::text::first_words;
use crate::gui::widgets::{sign, text};
use crate::model::{ArticleIdx, FactRow, Finding, Presence, Subject, Verdict};

/// Width of the first column, which stays while the others scroll.
pub const LABELS: f32 = 292.0;
const HEAD: f32 = 40.0;
const ROW: f32 = 72.0;

/// A line of the grid.
#[derive(Clone, Copy)]
enum Line {
    Head {
        layer: Layer,
        n_findings: usize,
        n_others: usize,
    },
    Row(Selection),
}

impl Line {
    fn height(self) -> f32 {
        match self {
            Self::Head { .. } => HEAD,
            Self::Row(_) => ROW,
        }
    }
}

pub fn grid_ui(cx: &ViewContext<'_>, ui: &mut Ui, rect: Rect, commands: &mut Vec<Command>) {
    ui.painter().rect_filled(rect, 0.0, cx.theme.paper);
    let lines = lines(cx);
    let total: f32 = lines.iter().map(|it| it.height()).sum();
    let mut child = ui.new_child(UiBuilder::new().max_rect(rect));
    child.set_clip_rect(rect.intersect(ui.clip_rect()));
    if lines.is_empty() {
        let note = "No findings of this type in the articles shown";
        let at = rect.left_top() + vec2(size::PANEL_PADDING, 30.0);
        label_at(ui, at, Align2::LEFT_CENTER, note, Face::UI, cx.theme.ink3);
    }
    ScrollArea::vertical()
        .id_salt("grid")
        .auto_shrink(false)
        .show_viewport(&mut child, |ui, viewport| {
            ui.set_height(total);
            let top = ui.max_rect().top();
            let mut y = 0.0;
            for line in lines {
                let height = line.height();
                let is_selected = matches!(line, Line::Row(it) if cx.state.selection == Some(it));
                let area =
                    Rect::from_min_size(pos2(rect.left(), top + y), vec2(rect.width(), height));
                if is_selected && cx.state.selection_moved && !rect.contains_rect(area) {
                    ui.scroll_to_rect(area, Some(Align::Center));
                }
                if y + height >= viewport.top() && y <= viewport.bottom() {
                    match line {
                        Line::Head {
                            layer,
                            n_findings,
                            n_others,
                        } => head_ui(cx, ui, area, layer, counted(layer, n_findings, n_others)),
                        Line::Row(row) => row_ui(cx, ui, area, row, commands),
                    }
                }
                y += height;
            }
        });
}

/// Left of the heads: how many findings there are, and a filter for each layer.
pub fn corner_ui(cx: &ViewContext<'_>, ui: &mut Ui, band: Rect, commands: &mut Vec<Command>) {
    let theme = cx.theme;
    let corner = band.with_max_x(band.left() + LABELS - 1.0);
    ui.painter()
        .rect_filled(corner.with_max_y(corner.bottom() - 1.0), 0.0, theme.chrome);
    let at = corner.left_top() + vec2(size::PANEL_PADDING, 17.0);
    let align = Align2::LEFT_CENTER;
    let width = label_at(ui, at, align, "Findings", Face::UI_STRONG, theme.ink).x;
    let count = cx.state.filtered().count().to_string();
    label_at(
        ui,
        at + vec2(width + 8.0, 0.0),
        align,
        &count,
        Face::UI,
        theme.ink3,
    );
    let mut x = at.x;
    for (layer, count) in Layer::ALL.into_iter().zip(cx.state.counts()) {
        let center = corner.top() + 42.0;
        let chosen = cx.state.choices.filter == Some(layer);
        let count = count.to_string();
        let hue = theme.hue(layer);
        let width = 24.0 + 7.5 * count.len() as f32;
        let area = Rect::from_min_size(pos2(x - 4.0, center - 11.0), vec2(width + 4.0, 22.0));
        let id = ui.scope_id().with(("corner", layer.name()));
        let response = ui.interact(area, id, Sense::click());
        let name = format!("Filter: {}", layer.name());
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, chosen, &name));
        if chosen || response.hovered() {
            let ground = if chosen {
                theme.row_selected
            } else {
                theme.hover
            };
            ui.painter().rect_filled(area, 4.0, ground);
        }
        label_at(ui, pos2(x, center), align, layer.icon(), Face::ICON, hue);
        label_at(
            ui,
            pos2(x + 20.0, center),
            align,
            &count,
            Face::UI,
            theme.ink2,
        );
        x += width + 4.0;
        if response.on_hover_text(layer.name()).clicked() {
            commands.push(Command::Filter((!chosen).then_some(layer)));
        }
    }
}

/// Findings by layer, then the shared quotations about which there is no finding.
fn lines(cx: &ViewContext<'_>) -> Vec<Line> {
    let layers = [
        Layer::Attribution,
        Layer::Edits,
        Layer::Evidence,
        Layer::Facts,
        Layer::Wording,
    ];
    let mut res = Vec::new();
    for layer in layers {
        let findings = cx.state.filtered();
        let mut rows: Vec<(usize, &Finding)> = findings
            .filter(|(_, it)| Layer::of(it.kind) == layer)
            .collect();
        if let Some(article) = sorted_by(cx) {
            rows.sort_by_key(|(_, it)| !it.presence[article.0].stands_out());
        }
        let mut rows: Vec<Line> = rows
            .into_iter()
            .map(|(idx, _)| Line::Row(Selection::Finding(idx)))
            .collect();
        let n_findings = rows.len();
        if layer == Layer::Facts {
            rows.extend(facts(cx).map(|it| Line::Row(Selection::Fact(it))));
        }
        if !rows.is_empty() {
            let n_others = rows.len() - n_findings;
            res.push(Line::Head {
                layer,
                n_findings,
                n_others,
            });
            res.extend(rows);
        }
    }
    let choices = &cx.state.choices;
    let wanted = choices.filter.is_none_or(|it| it == Layer::Shared);
    if wanted {
        let findings = &cx.state.comparison.findings;
        let has_finding = |idx: usize| {
            let subject = Subject::Utterance(idx);
            findings.iter().any(|it| it.subject == subject)
        };
        let rows: Vec<Line> = cx
            .state
            .listed_utterances()
            .filter(|it| choices.filter.is_some() || !has_finding(*it))
            .map(|it| Line::Row(Selection::Utterance(it)))
            .collect();
        if !rows.is_empty() {
            res.push(Line::Head {
                layer: Layer::Shared,
                n_findings: 0,
                n_others: rows.len(),
            });
            res.extend(rows);
        }
    }
    res
}

/// Fact rows about which there is no finding, those that differ first. Rows of one outlet only
/// where facts are asked for.
fn facts(cx: &ViewContext<'_>) -> impl Iterator<Item = usize> {
    let choices = &cx.state.choices;
    let comparison = &cx.state.comparison;
    let is_told = |idx: usize| {
        let subject = Subject::Fact(idx);
        comparison.findings.iter().any(|it| it.subject == subject)
    };
    let search = choices.search.to_lowercase();
    let is_wanted = |row: &FactRow| {
        let asked = choices.filter == Some(Layer::Facts) || row.verdict != Verdict::OnlyOne;
        asked && choices.brush.is_none() && row.label.to_lowercase().contains(&search)
    };
    let rows = comparison.facts.iter().enumerate();
    let filtered = choices.filter.is_none_or(|it| it == Layer::Facts);
    let mut res: Vec<usize> = rows
        .filter(|(idx, row)| filtered && is_wanted(row) && !is_told(*idx))
        .map(|it| it.0)
        .collect();
    res.sort_by_key(|it| std::cmp::Reverse(comparison.facts[*it].verdict));
    res.into_iter()
}

/// The article whose differences come first.
fn sorted_by(cx: &ViewContext<'_>) -> Option<ArticleIdx> {
    let key = cx.state.choices.grid_sort?;
    let mut all = cx.all.iter().copied();
    all.find(|it| cx.state.story.article(*it).key == key)
}

/// How many rows stand below a head: findings as the legend counts them, then what is no finding.
fn counted(layer: Layer, n_findings: usize, n_others: usize) -> String {
    match (layer, n_findings, n_others) {
        (_, n, 0) => n.to_string(),
        (Layer::Facts, 0, n) => format!("no finding, {n} other rows"),
        (Layer::Facts, n, more) => format!("{n}, and {more} other rows"),
        (_, _, n) => n.to_string(),
    }
}

fn head_ui(cx: &ViewContext<'_>, ui: &Ui, area: Rect, layer: Layer, count: String) {
    let theme = cx.theme;
    let y = area.bottom() - 14.0;
    let left = area.left() + size::PANEL_PADDING;
    let hue = theme.hue(layer);
    let align = Align2::LEFT_CENTER;
    label_at(ui, pos2(left, y), align, layer.icon(), Face::ICON, hue);
    let at = pos2(left + 24.0, y);
    let width = label_at(ui, at, align, layer.name(), Face::UI_MEDIUM, hue).x;
    let at = at + vec2(width + 8.0, 0.0);
    label_at(ui, at, align, &count, Face::UI, theme.ink3);
    let line = Stroke::new(1.0, theme.line2);
    ui.painter()
        .hline(area.x_range(), area.bottom() - 0.5, line);
}

/// What an article has of a row.
fn presence(cx: &ViewContext<'_>, row: Selection, article: ArticleIdx) -> Presence {
    let of_row = cx.state.presence(row);
    of_row.map_or(Presence::NoMatch, |it| it[article.0])
}

fn row_ui(
    cx: &ViewContext<'_>,
    ui: &mut Ui,
    area: Rect,
    row: Selection,
    commands: &mut Vec<Command>,
) {
    let theme = cx.theme;
    let is_selected = cx.state.selection == Some(row);
    let (title, layer, name, select) = match row {
        Selection::Finding(idx) => {
            let finding = &cx.state.comparison.findings[idx];
            let choices = &cx.state.choices;
            let is_hidden = choices.teaching && !choices.revealed.contains(&idx);
            let (title, select) = if is_hidden {
                ("Reveal".to_owned(), Command::Reveal(idx))
            } else {
                (finding.title.clone(), Command::SelectFinding(idx))
            };
            let name = format!("Row, finding {}: {title}", idx + 1);
            (title, Layer::of(finding.kind), name, select)
        }
        Selection::Fact(idx) => {
            let title = cx.state.comparison.facts[idx].label.clone();
            let name = format!("Row, fact {}: {title}", idx + 1);
            (title, Layer::Facts, name, Command::SelectFact(idx))
        }
        Selection::Utterance(idx) => {
            let utterance = &cx.state.comparison.utterances[idx];
            let words = cx
                .state
                .story
                .words(utterance.witnesses[utterance.base].place);
            let title = format!("“{}” ›", first_words(words).trim_matches(['“', '"', '”']));
            let name = format!("Row, shared quotation {}: {title}", idx + 1);
            (title, Layer::Shared, name, Command::SelectUtterance(idx))
        }
    };
    let id = ui.scope_id().with(("row", &name));
    let label = area.with_max_x(area.left() + LABELS);
    let response = ui.interact(label, id, Sense::click());
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_selected, &name));
    if response.clicked() {
        commands.push(select);
    }
    let ground = match (is_selected, response.hovered()) {
        (true, _) => theme.row_selected,
        (false, true) => theme.hover,
        (false, false) => Color32::TRANSPARENT,
    };
    ui.painter().rect_filled(area, 0.0, ground);
    let clip = ui.clip_rect();
    let cells_clip = clip.with_min_x(clip.left() + LABELS);
    let mut cells = ui.new_child(UiBuilder::new().max_rect(area).id_salt(&name));
    cells.set_clip_rect(cells_clip);
    for slot in cx.slots {
        let What::Column(article) = slot.what else {
            continue;
        };
        let cell = area
            .with_min_x(slot.left)
            .with_max_x(slot.left + slot.width);
        if cell.intersects(cells_clip) {
            cell::cell_ui(cx, &mut cells, cell, row, layer, article, commands);
        }
    }
    if is_selected {
        let bar = area.with_max_x(area.left() + 3.0);
        ui.painter().rect_filled(bar, 0.0, theme.accent);
    }
    let width = LABELS - size::PANEL_PADDING - 18.0;
    // Of many outlets, most stand out of sight: counts tell what they have.
    let is_counted = cx.order.len() > sign::MOST;
    let n_rows = if is_counted { 2 } else { 3 };
    let galley = text::wrapped(ui, &title, Face::UI_STRONG, theme.ink, width, n_rows);
    let at = area.left_top() + vec2(size::PANEL_PADDING, 9.0);
    ui.painter().galley(at, galley, theme.ink);
    if is_counted {
        let presence = cx.order.iter().map(|it| presence(cx, row, *it));
        let at = pos2(label.right() - 16.0, area.bottom() - 14.0);
        sign::row(ui, at, &presence.collect::<Vec<_>>(), theme.hue(layer));
    }
    if response.has_focus() {
        focus_ring(ui, label);
    }
    let painter = ui.painter();
    painter.hline(
        area.x_range(),
        area.bottom() - 0.5,
        Stroke::new(1.0, theme.line),
    );
    // The one upright line: it divides what stays from what scrolls.
    painter.vline(
        label.right() - 0.5,
        area.y_range(),
        Stroke::new(1.0, theme.line),
    );
}

//! One article as a critical edition: its text, and in the margin what the others have.

mod notes;

use std::sync::Arc;

use eframe::egui::{
    CursorIcon, Rect, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::ViewContext;
use crate::gui::command::Command;
use crate::gui::derived::Shared;
use crate::gui::layout::{Layout, Setting, Style};
use crate::gui::marked::Marked;
use crate::gui::scroll::TOP;
use crate::gui::theme::{Face, Theme};
use crate::gui::widgets::button::focus_ring;
use crate::gui::widgets::text;
use crate::model::ArticleIdx;
use notes::{Note, Says};

/// Widths from left to right: signs, text, gap, notes.
const SIGNS: f32 = 92.0;
const TEXT: f32 = 600.0;
const GAP: f32 = 48.0;
const NOTES_MIN: f32 = 320.0;
/// Between two notes, and between their sigla and their words.
const NOTE_GAP: f32 = 14.0;
const SIGLA: f32 = 126.0;
const LINE: f32 = 20.0;
/// A note that falls further below its words than this is cut to one line.
const FAR: f32 = 200.0;

pub fn annotated_ui(cx: &ViewContext<'_>, ui: &mut Ui, rect: Rect, commands: &mut Vec<Command>) {
    let theme = cx.theme;
    ui.painter().rect_filled(rect, 0.0, theme.paper);
    let Some(idx) = cx.state.reference() else {
        return;
    };
    let article = cx.state.story.article(idx);
    let room = rect.width() - SIGNS - GAP - NOTES_MIN - 24.0;
    let width = TEXT.min(room).max(280.0);
    let setting = Setting {
        style: Style::Reference,
        width,
        zoom: cx.state.choices.reading_zoom(),
        furniture_open: cx.state.choices.open_furniture.contains(&article.key),
        folded: cx.state.folded(idx),
    };
    let mut layouts = cx.layouts.borrow_mut();
    let layout = layouts.get(ui.ctx(), theme, article, setting);
    drop(layouts);
    let scroll = cx.state.scroll.get(&article.key).copied().unwrap_or(0.0);
    let origin = pos2(rect.left() + SIGNS, rect.top() + TOP + 16.0 - scroll);
    if ui.rect_contains_pointer(rect) {
        let by = ui.input(|it| it.smooth_scroll_delta().y);
        if by != 0.0 {
            commands.push(Command::Scroll {
                article: idx,
                by: -by,
                alone: true,
            });
        }
    }
    let mut child = ui.new_child(UiBuilder::new().max_rect(rect));
    child.set_clip_rect(rect.intersect(ui.clip_rect()));
    let marked = Marked {
        state: cx.state,
        theme,
        idx,
        layout: &layout,
        origin,
        all_layers: !cx.state.choices.teaching,
    };
    marked.paint_grounds(&child);
    let area = Rect::from_min_size(origin, vec2(width, layout.height()));
    let builder = UiBuilder::new()
        .id_salt(("reference", article.key.0))
        .max_rect(area);
    let mut text_ui = child.new_child(builder);
    marked.text_ui(&mut text_ui, commands);
    marked.paint_lines(child.painter());
    marked.sense(&mut child, commands);
    signs_ui(cx, &child, &layout, idx, origin);
    if cx.state.choices.teaching {
        return;
    }
    let margin = rect.with_min_x(origin.x + width + GAP);
    let margin = margin.with_max_x(rect.right() - 24.0);
    margin_ui(cx, &mut child, &marked, margin, commands);
}

/// Left of each paragraph, one cell for each other outlet: filled for the same words, hollow for
/// the same matter, a dash where no match was found.
fn signs_ui(
    cx: &ViewContext<'_>,
    ui: &Ui,
    layout: &Layout,
    idx: ArticleIdx,
    origin: eframe::egui::Pos2,
) {
    const STEP: f32 = 9.0;
    const MOST: usize = 7;
    let others: Vec<ArticleIdx> = cx.order.iter().copied().filter(|it| *it != idx).collect();
    if others.is_empty() || others.len() > MOST {
        return;
    }
    let clip = ui.clip_rect();
    let shared = cx.state.derived.paragraphs(idx);
    for (paragraph, top) in layout.paragraphs() {
        let y = origin.y + top + 13.0;
        if y < clip.top() - 20.0 || y > clip.bottom() {
            continue;
        }
        let Some(shared) = shared.iter().find(|it| it.span == paragraph) else {
            continue;
        };
        for (nth, other) in others.iter().enumerate() {
            let x = origin.x - 58.0 + STEP * nth as f32;
            let cell = Rect::from_center_size(pos2(x, y), vec2(5.5, 9.0));
            match shared.shared[other.0] {
                Shared::Words => {
                    ui.painter().rect_filled(cell, 0.0, cx.theme.ink2);
                }
                Shared::Matter => {
                    let stroke = Stroke::new(1.0, cx.theme.ink2);
                    ui.painter()
                        .rect_stroke(cell, 0.0, stroke, StrokeKind::Inside);
                }
                Shared::Nothing => {
                    let stroke = Stroke::new(1.0, cx.theme.disabled);
                    ui.painter().hline(x - 2.5..=x + 2.5, y, stroke);
                }
            }
        }
    }
}

/// The notes, each as near to its words as the one above lets it.
fn margin_ui(
    cx: &ViewContext<'_>,
    ui: &mut Ui,
    marked: &Marked<'_>,
    margin: Rect,
    commands: &mut Vec<Command>,
) {
    let theme = cx.theme;
    let clip = ui.clip_rect();
    let mut free = f32::MIN;
    for (nth, note) in notes::notes(cx, marked.idx).into_iter().enumerate() {
        let rows = marked.rows(note.anchor);
        let Some(first) = rows.first().filter(|_| !note.lines.is_empty()) else {
            continue;
        };
        let wanted = first.top() + 2.0;
        let top = wanted.max(free);
        let mut note = note;
        if top - wanted > FAR && !note.selected {
            note.lines.truncate(1);
        }
        let height = height(ui, &note, margin.width());
        free = top + height + NOTE_GAP;
        if top > clip.bottom() || top + height < clip.top() {
            continue;
        }
        let hue = theme.hue(note.layer);
        // An elbow leads from the words to their note.
        let last = rows.first().map_or(*first, |it| *it);
        let from = pos2(last.right() + 4.0, first.bottom() - 3.0);
        let bend = pos2(margin.left() - 30.0, from.y);
        let to = pos2(margin.left() - 4.0, top + 10.0);
        let line = Stroke::new(1.0, hue.gamma_multiply(0.6));
        ui.painter().line(vec![from, bend, to], line);
        let area = Rect::from_min_size(pos2(margin.left(), top), vec2(margin.width(), height));
        let id = ui.scope_id().with(("note", nth));
        let response = ui.interact(area, id, Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Note, true, &note.name));
        let response = response.on_hover_cursor(CursorIcon::PointingHand);
        if note.selected {
            ui.painter()
                .rect_filled(area.expand2(vec2(0.0, 4.0)), 0.0, theme.row_selected);
        } else if response.hovered() {
            ui.painter()
                .rect_filled(area.expand2(vec2(0.0, 4.0)), 0.0, theme.hover);
        }
        let bar = Stroke::new(if note.selected { 3.0 } else { 2.0 }, hue);
        ui.painter().vline(area.left(), area.y_range(), bar);
        if response.has_focus() {
            focus_ring(ui, area);
        }
        if response.clicked() {
            commands.push(note.command.clone());
        }
        note_ui(theme, ui, &note, area);
    }
}

fn height(ui: &Ui, note: &Note, width: f32) -> f32 {
    let lines = note.lines.iter().map(|line| galley_height(ui, line, width));
    lines.sum::<f32>() + 2.0
}

fn galley_height(ui: &Ui, line: &notes::Line, width: f32) -> f32 {
    let theme = Theme::of(ui);
    words(ui, theme, line, width).size().y.max(LINE)
}

fn words(ui: &Ui, theme: &Theme, line: &notes::Line, width: f32) -> Arc<eframe::egui::Galley> {
    let width = width - SIGLA - 16.0;
    match &line.says {
        Says::Theirs(words) => text::wrapped(ui, words, Face::CELL, theme.ink, width, 3),
        Says::Ours(words) => text::wrapped(ui, words, Face::UI, theme.ink2, width, 3),
        Says::NoMatch => text::wrapped(ui, "no match found", Face::UI, theme.ink3, width, 1),
    }
}

fn note_ui(theme: &'static Theme, ui: &Ui, note: &Note, area: Rect) {
    let mut y = area.top() + 1.0;
    for line in &note.lines {
        let color = match line.says {
            Says::Theirs(_) | Says::Ours(_) => theme.ink,
            Says::NoMatch => theme.ink3,
        };
        let at = pos2(area.left() + 14.0, y + LINE / 2.0);
        let sigla = text::wrapped(
            ui,
            &line.sigla.join("  "),
            Face::CODE,
            color,
            SIGLA - 6.0,
            1,
        );
        let sigla_at = at - vec2(0.0, sigla.size().y / 2.0);
        ui.painter().galley(sigla_at, sigla, color);
        let galley = words(ui, theme, line, area.width());
        let height = galley.size().y.max(LINE);
        let at = pos2(area.left() + 14.0 + SIGLA, y);
        ui.painter().galley(at, galley, color);
        y += height;
    }
}

//! One article as a critical edition: its text, and in the margin what the others have.

mod changes;
mod notes;

use std::sync::Arc;

use eframe::egui::text::LayoutJob;
use eframe::egui::{
    CursorIcon, Galley, Rect, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2,
    vec2,
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
use notes::{Note, Part, Says};

/// Widths from left to right: signs, text, gap, notes.
const SIGNS: f32 = 92.0;
const TEXT: f32 = 600.0;
/// 75 characters.
const TEXT_MAX: f32 = 680.0;
const GAP: f32 = 48.0;
const NOTES_MIN: f32 = 320.0;
const NOTES_MAX: f32 = 640.0;
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
    let zoom = cx.state.choices.reading_zoom();
    let room = rect.width() - SIGNS - GAP - 24.0;
    let text = (room - NOTES_MAX).clamp(TEXT, TEXT_MAX) * zoom.max(1.0);
    let width = text.min(room - NOTES_MIN).max(280.0);
    // What is left over stands at both sides.
    let spare = (room - width - NOTES_MAX).max(0.0) / 2.0;
    let left = rect.left() + SIGNS + spare.floor();
    let setting = Setting {
        style: Style::Reference,
        width,
        zoom,
        furniture_open: cx.state.choices.open_furniture.contains(&article.key),
        folded: cx.state.folded(idx),
    };
    let mut layouts = cx.layouts.borrow_mut();
    let layout = layouts.get(ui.ctx(), theme, article, setting);
    drop(layouts);
    let scroll = cx.state.scroll.get(&article.key).copied().unwrap_or(0.0);
    let origin = pos2(left, rect.top() + TOP + 16.0 - scroll);
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
    let right = (margin.left() + NOTES_MAX).min(rect.right() - 24.0);
    let margin = margin.with_max_x(right);
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

/// A note and where it stands.
struct Placed {
    note: Note,
    /// The first row of its words.
    words: Rect,
    top: f32,
    height: f32,
}

/// The notes, each as near to its words as the one above lets it; the selected one beside them,
/// those above it out of its way.
fn placed(ui: &Ui, marked: &Marked<'_>, notes: Vec<Note>, width: f32) -> Vec<Placed> {
    let mut res: Vec<Placed> = Vec::new();
    let mut free = f32::MIN;
    for mut note in notes {
        let rows = marked.rows(note.anchor);
        let Some(words) = rows.first().filter(|_| !note.lines.is_empty()) else {
            continue;
        };
        let wanted = words.top() + 2.0;
        let top = if note.selected {
            wanted
        } else {
            wanted.max(free)
        };
        if top - wanted > FAR {
            note.lines.truncate(1);
        }
        let height = height(ui, &note, width);
        free = top + height + NOTE_GAP;
        res.push(Placed {
            note,
            words: *words,
            top,
            height,
        });
    }
    for at in (1..res.len()).rev() {
        let most = res[at].top - NOTE_GAP - res[at - 1].height;
        res[at - 1].top = res[at - 1].top.min(most);
    }
    res
}

fn margin_ui(
    cx: &ViewContext<'_>,
    ui: &mut Ui,
    marked: &Marked<'_>,
    margin: Rect,
    commands: &mut Vec<Command>,
) {
    let theme = cx.theme;
    let clip = ui.clip_rect();
    let notes = notes::notes(cx, marked.idx);
    let placed = placed(ui, marked, notes, margin.width());
    for (nth, placed) in placed.iter().enumerate() {
        let Placed {
            note,
            words,
            top,
            height,
        } = placed;
        if *top > clip.bottom() || top + height < clip.top() {
            continue;
        }
        let hue = theme.hue(note.layer);
        let area = Rect::from_min_size(pos2(margin.left(), *top), vec2(margin.width(), *height));
        let id = ui.scope_id().with(("note", nth));
        let response = ui.interact(area, id, Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Note, true, &note.name));
        let response = response.on_hover_cursor(CursorIcon::PointingHand);
        let is_lit = note.selected || response.hovered() || response.has_focus();
        // An elbow leads from the words to their note; a long one only where it is asked for.
        if is_lit || (top - words.top()).abs() < FAR {
            let from = pos2(words.right() + 4.0, words.bottom() - 3.0);
            let bend = pos2(margin.left() - 30.0, from.y);
            let to = pos2(margin.left() - 4.0, top + 10.0);
            let strength = if is_lit { 1.0 } else { 0.4 };
            let line = Stroke::new(1.0, hue.gamma_multiply(strength));
            ui.painter().line(vec![from, bend, to], line);
        }
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
        note_ui(theme, ui, note, area);
    }
}

fn height(ui: &Ui, note: &Note, width: f32) -> f32 {
    let theme = Theme::of(ui);
    let title = title(ui, theme, note, width).map_or(0.0, |it| it.size().y + 4.0);
    let lines = note.lines.iter();
    let heights = lines.map(|it| words(ui, theme, it, width).size().y.max(LINE));
    title + heights.sum::<f32>() + 2.0
}

fn title(ui: &Ui, theme: &Theme, note: &Note, width: f32) -> Option<Arc<Galley>> {
    let title = note.title.as_deref()?;
    let hue = theme.hue(note.layer);
    Some(text::wrapped(
        ui,
        title,
        Face::UI_MEDIUM,
        hue,
        width - 28.0,
        2,
    ))
}

fn words(ui: &Ui, theme: &Theme, line: &notes::Line, width: f32) -> Arc<Galley> {
    let width = width - SIGLA - 16.0;
    let Says::Statement(parts) = &line.says else {
        return text::wrapped(ui, "no match found", Face::UI, theme.ink3, width, 1);
    };
    let mut job = LayoutJob::default();
    for part in parts {
        match part {
            Part::Theirs(words) => job.append(words, 0.0, Face::CELL.format(theme.ink)),
            Part::Ours(words) => job.append(words, 0.0, Face::UI.format(theme.ink2)),
        }
    }
    text::set(ui, job, width, 3)
}

/// The codes of who has this; of many the first, and how many more.
fn sigla(line: &notes::Line) -> String {
    const MOST: usize = 4;
    match line.sigla.len() {
        n if n > MOST => format!("{}  +{}", line.sigla[..MOST - 1].join("  "), n + 1 - MOST),
        _ => line.sigla.join("  "),
    }
}

fn note_ui(theme: &'static Theme, ui: &Ui, note: &Note, area: Rect) {
    let left = area.left() + 14.0;
    let mut y = area.top() + 1.0;
    if let Some(title) = title(ui, theme, note, area.width()) {
        let height = title.size().y + 4.0;
        ui.painter().galley(pos2(left, y), title, theme.ink);
        y += height;
    }
    for line in &note.lines {
        let color = match line.says {
            Says::Statement(_) => theme.ink,
            Says::NoMatch => theme.ink3,
        };
        let sigla = text::wrapped(ui, &sigla(line), Face::CODE, color, SIGLA - 6.0, 1);
        let at = pos2(left, y + (LINE - Face::CODE.line) / 2.0);
        ui.painter().galley(at, sigla, color);
        let galley = words(ui, theme, line, area.width());
        let height = galley.size().y.max(LINE);
        ui.painter().galley(pos2(left + SIGLA, y), galley, color);
        y += height;
    }
}

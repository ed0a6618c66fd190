//! The margin of the reference: its notes, each beside its words as far as there is room.

use std::sync::Arc;

use eframe::egui::text::LayoutJob;
use eframe::egui::{
    CursorIcon, Galley, Rect, Role, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2,
};

use super::notes::{self, Leads, Note, Part, Says};
use crate::gui::command::Command;
use crate::gui::marked::Marked;
use crate::gui::state::Selection;
use crate::gui::theme::{Face, Theme};
use crate::gui::views::ViewContext;
use crate::gui::widgets::button::focus_ring;
use crate::gui::widgets::text;
use crate::model::ArticleIdx;

/// Between two notes, and between their sigla and their words.
const NOTE_GAP: f32 = 14.0;
const SIGLA: f32 = 126.0;
const LINE: f32 = 20.0;
/// A note that falls further below its words than this is cut to one line.
const FAR: f32 = 200.0;

/// A note and where it stands.
struct Placed<'a> {
    note: &'a Note,
    /// How many of its lines are shown.
    n_lines: usize,
    /// The first row of its words.
    words: Rect,
    top: f32,
    height: f32,
}

/// The notes, each as near to its words as the one above lets it; the selected one beside them,
/// those above it out of its way.
fn placed<'a>(ui: &Ui, marked: &Marked<'_>, notes: &'a [Note], width: f32) -> Vec<Placed<'a>> {
    let mut res: Vec<Placed<'_>> = Vec::new();
    let mut free = f32::MIN;
    for note in notes {
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
        let n_lines = if top - wanted > FAR {
            1
        } else {
            note.lines.len()
        };
        let height = height(ui, note, n_lines, width);
        free = top + height + NOTE_GAP;
        res.push(Placed {
            note,
            n_lines,
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

/// Draws the notes on the reference beside its words.
pub fn margin_ui(
    cx: &ViewContext<'_>,
    ui: &mut Ui,
    marked: &Marked<'_>,
    margin: Rect,
    commands: &mut Vec<Command>,
) {
    let theme = cx.theme;
    let clip = ui.clip_rect();
    let notes = kept(cx, ui, marked.idx);
    let placed = placed(ui, marked, &notes, margin.width());
    for (nth, placed) in placed.iter().enumerate() {
        let Placed {
            note,
            n_lines,
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
            match note.leads {
                Leads::There => {
                    ui.painter().line(vec![from, bend, to], line);
                }
                Leads::Near => {
                    let dashes = Shape::dashed_line(&[from, bend, to], line, 4.0, 3.0);
                    ui.painter().extend(dashes);
                }
                Leads::Nowhere => {}
            }
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
        note_ui(theme, ui, note, *n_lines, area);
    }
}

/// What the notes are made of: they stay until this changes.
#[derive(PartialEq)]
struct Basis {
    landed: u64,
    idx: ArticleIdx,
    order: Vec<ArticleIdx>,
    selection: Option<Selection>,
}

/// The notes of the last frame, or new ones.
fn kept(cx: &ViewContext<'_>, ui: &Ui, idx: ArticleIdx) -> Arc<Vec<Note>> {
    type Kept = Arc<(Basis, Arc<Vec<Note>>)>;
    let basis = Basis {
        landed: cx.state.landed,
        idx,
        order: cx.order.to_vec(),
        selection: cx.state.selection,
    };
    let id = ui.scope_id().with("notes");
    let kept: Option<Kept> = ui.data(|it| it.get_temp(id));
    if let Some(kept) = kept.filter(|it| it.0 == basis) {
        return Arc::clone(&kept.1);
    }
    let notes = Arc::new(notes::notes(cx, idx));
    let kept: Kept = Arc::new((basis, Arc::clone(&notes)));
    ui.data_mut(|it| it.insert_temp(id, kept));
    notes
}

fn height(ui: &Ui, note: &Note, n_lines: usize, width: f32) -> f32 {
    let theme = Theme::of(ui);
    let title = title(ui, theme, note, width).map_or(0.0, |it| it.size().y + 4.0);
    let lines = (0..n_lines).map(|it| words(ui, theme, note, it, n_lines, width));
    let heights = lines.map(|it| it.size().y.max(LINE));
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

/// A line's words; the last that is shown tells how many are not.
fn words(
    ui: &Ui,
    theme: &Theme,
    note: &Note,
    nth: usize,
    n_lines: usize,
    width: f32,
) -> Arc<Galley> {
    let ours = |job: &mut LayoutJob, words: &str, color| {
        job.append(words, 0.0, Face::UI.format(color));
    };
    let mut job = LayoutJob::default();
    match &note.lines[nth].says {
        Says::NoMatch => ours(&mut job, "no match found", theme.ink3),
        Says::Statement(parts) => {
            for part in parts {
                match part {
                    Part::Theirs(words) => job.append(words, 0.0, Face::CELL.format(theme.ink)),
                    Part::Ours(words) => ours(&mut job, words, theme.ink2),
                }
            }
        }
    }
    let more = note.lines.len() - n_lines;
    if more > 0 && nth + 1 == n_lines {
        ours(&mut job, &format!("   +{more} ›"), theme.ink3);
    }
    text::set(ui, job, width - SIGLA - 26.0, 3)
}

/// The codes of who has this; of many the first, and how many more.
fn sigla(line: &notes::Line) -> String {
    const MOST: usize = 4;
    match line.sigla.len() {
        n if n > MOST => format!("{}  +{}", line.sigla[..MOST - 1].join("  "), n + 1 - MOST),
        _ => line.sigla.join("  "),
    }
}

fn note_ui(theme: &'static Theme, ui: &Ui, note: &Note, n_lines: usize, area: Rect) {
    let left = area.left() + 14.0;
    let mut y = area.top() + 1.0;
    if let Some(title) = title(ui, theme, note, area.width()) {
        let height = title.size().y + 4.0;
        ui.painter().galley(pos2(left, y), title, theme.ink);
        y += height;
    }
    for (nth, line) in note.lines[..n_lines].iter().enumerate() {
        let color = match line.says {
            Says::Statement(_) => theme.ink,
            Says::NoMatch => theme.ink3,
        };
        let sigla = text::wrapped(ui, &sigla(line), Face::CODE, color, SIGLA - 6.0, 1);
        let at = pos2(left, y + (LINE - Face::CODE.line) / 2.0);
        ui.painter().galley(at, sigla, color);
        let galley = words(ui, theme, note, nth, n_lines, area.width());
        let height = galley.size().y.max(LINE);
        ui.painter().galley(pos2(left + SIGLA, y), galley, color);
        y += height;
    }
}

//! The outlets beside one another: each row asks one question of all of them.
//!
//! Everything in serif is verbatim: a summary is the outlet's own sentences, chosen, never written.

mod emphasis;
mod entry;
mod quoted;
mod stances;

use std::collections::BTreeSet;

use eframe::egui::{
    Align2, Rect, Role, ScrollArea, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::ViewContext;
use crate::gui::command::Command;
use crate::gui::layer;
use crate::gui::slots::What;
use crate::gui::theme::{Face, size};
use crate::gui::widgets::button::label_at;
use crate::gui::widgets::text;
use crate::model::{ArticleIdx, Presence, Voice};
use entry::{Cell, Entry, GAP, Lead, entry_ui, height, or_dash};

/// Width of the labels left of the columns.
pub const LABELS: f32 = 150.0;
/// Left edge of a statement, right of its kind.
const KIND: f32 = 82.0;
/// Most loaded words of an outlet.
const MOST_WORDINGS: usize = 6;
/// With more outlets than this, a row is as high as most of them need.
const FEW: usize = 5;

pub fn outlets_ui(cx: &ViewContext<'_>, ui: &mut Ui, rect: Rect, commands: &mut Vec<Command>) {
    ui.painter().rect_filled(rect, 0.0, cx.theme.paper);
    let mut child = ui.new_child(UiBuilder::new().max_rect(rect));
    child.set_clip_rect(rect.intersect(ui.clip_rect()));
    ScrollArea::vertical()
        .id_salt("outlets")
        .auto_shrink(false)
        .show(&mut child, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for question in Question::BEFORE_CLAIMS {
                row_ui(cx, ui, question, commands);
            }
            for claim in stances::shown(&cx.state.comparison.claims) {
                row_ui(cx, ui, Question::Claim(claim), commands);
            }
            for question in Question::AFTER_CLAIMS {
                row_ui(cx, ui, question, commands);
            }
            ui.add_space(40.0);
        });
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Question {
    Headline,
    Summary,
    Evidence,
    /// What is said of how sure one claim is, by its index.
    Claim(usize),
    OpensWith,
    HowEarly,
    Quoted,
    OwnWords,
    OnlyHere,
    NoMatch,
}

impl Question {
    const BEFORE_CLAIMS: [Self; 2] = [Self::Headline, Self::Summary];
    const AFTER_CLAIMS: [Self; 7] = [
        Self::Evidence,
        Self::OpensWith,
        Self::HowEarly,
        Self::Quoted,
        Self::OwnWords,
        Self::OnlyHere,
        Self::NoMatch,
    ];

    fn label(self) -> (&'static str, &'static str) {
        match self {
            Self::Headline => ("Headline", ""),
            Self::Summary => ("Summary", "its own sentences"),
            Self::Evidence => ("Evidence", "what is said to be known"),
            Self::Claim(_) => ("How sure it is", ""),
            Self::OpensWith => (
                "Opens with",
                "names of headline and lead, the most used first",
            ),
            Self::HowEarly => ("How early", "how much stands before what others have too"),
            Self::Quoted => (
                "Who is quoted",
                "words in quotation marks; hollow: reported",
            ),
            Self::OwnWords => ("In its own words", "loaded words outside quotations"),
            Self::OnlyHere => ("Only here", "no match found elsewhere"),
            Self::NoMatch => ("No match found", "two or more others have it"),
        }
    }
}

fn row_ui(cx: &ViewContext<'_>, ui: &mut Ui, question: Question, commands: &mut Vec<Command>) {
    let theme = cx.theme;
    let columns: Vec<_> = cx
        .slots
        .iter()
        .filter_map(|slot| match slot.what {
            What::Column(article) => Some((article, slot.left, slot.width)),
            What::Spine(_) | What::Bundle(_) => None,
        })
        .collect();
    let cells: Vec<Vec<Entry>> = columns
        .iter()
        .map(|(article, _, width)| {
            let width = width - 2.0 * size::COLUMN_INSET;
            entries(cx, ui, question, *article, width)
        })
        .collect();
    let (label, note) = question.label();
    let width = LABELS - 30.0;
    let note = match question {
        Question::Claim(claim) => stances::about(cx, ui, claim, width),
        _ => text::wrapped(ui, note, Face::CAPTION, theme.ink3, width, 0),
    };
    let label_height = note.size().y + 20.0;
    let room = room(&cells).max(label_height);
    let cells: Vec<Vec<Entry>> = cells
        .into_iter()
        .zip(&columns)
        .map(|(entries, (article, _, width))| {
            let width = width - 2.0 * size::COLUMN_INSET;
            cell(cx, ui, *article, width).folded(entries, room)
        })
        .collect();
    let tallest = cells
        .iter()
        .map(|it| height(it))
        .fold(label_height, f32::max);
    let (row, _) =
        ui.allocate_exact_size(vec2(ui.available_width(), tallest + 24.0), Sense::hover());
    ui.painter().hline(
        row.x_range(),
        row.bottom() - 0.5,
        Stroke::new(1.0, theme.line),
    );
    let clip = ui.clip_rect();
    let salt = ("outlets", question);
    let mut child = ui.new_child(UiBuilder::new().id_salt(salt).max_rect(row));
    child.set_clip_rect(clip.with_min_x(clip.left() + LABELS));
    for (nth, (cell, (_, x, width))) in cells.into_iter().zip(columns).enumerate() {
        let mut y = row.top() + 12.0;
        for (at, entry) in cell.into_iter().enumerate() {
            let left = x + size::COLUMN_INSET;
            let room = width - 2.0 * size::COLUMN_INSET;
            let area = Rect::from_min_size(pos2(left, y), vec2(room, entry.galley.size().y));
            y += entry.galley.size().y + GAP;
            let id = child.scope_id().with((nth, at));
            entry_ui(cx, &mut child, area, entry, id, commands);
        }
    }
    let area = row.with_max_x(row.left() + LABELS);
    let response = ui.interact(area, child.scope_id().with("label"), Sense::hover());
    let said = format!("{label}: {}", note.text());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
    let at = row.left_top() + vec2(size::PANEL_PADDING, 21.0);
    label_at(
        ui,
        at,
        Align2::LEFT_CENTER,
        label,
        Face::UI_STRONG,
        theme.ink,
    );
    let at = row.left_top() + vec2(size::PANEL_PADDING, 32.0);
    ui.painter().galley(at, note, theme.ink3);
}

/// The height of a row: of many outlets, what three quarters of them need, so that one that has
/// much to say leaves no gap in the others.
fn room(cells: &[Vec<Entry>]) -> f32 {
    let mut heights: Vec<f32> = cells.iter().map(|it| height(it)).collect();
    heights.sort_by(f32::total_cmp);
    let at = if heights.len() > FEW {
        heights.len() * 3 / 4
    } else {
        heights.len().saturating_sub(1)
    };
    heights.get(at).copied().unwrap_or(0.0)
}

fn cell<'a>(cx: &'a ViewContext<'a>, ui: &'a Ui, idx: ArticleIdx, width: f32) -> Cell<'a> {
    Cell { cx, ui, idx, width }
}

fn entries(
    cx: &ViewContext<'_>,
    ui: &Ui,
    question: Question,
    idx: ArticleIdx,
    width: f32,
) -> Vec<Entry> {
    let theme = cx.theme;
    let cell = cell(cx, ui, idx, width);
    let article = cx.state.story.article(idx);
    let summary = &cx.state.comparison.summaries[idx.0];
    match question {
        Question::Headline => vec![match article.headline() {
            Some(span) => cell.verbatim(span, Face::COLUMN_HEAD, theme.ink, Lead::Nothing, 0.0),
            None => cell.ours("No headline in this file"),
        }],
        Question::Summary => {
            let sentences = summary.sentences.iter();
            sentences
                .map(|it| cell.verbatim(*it, Face::CELL, theme.ink2, Lead::Nothing, 0.0))
                .collect()
        }
        Question::Evidence => {
            let statements = &cx.state.story.annotations(idx).evidence;
            let told = stances::told(&cell);
            let others = summary.evidence.iter().filter(|it| !told.contains(it));
            let shown = others.filter_map(|it| statements.get(*it));
            let entries = shown.map(|it| {
                let lead = Lead::Words(layer::evidence_name(it.kind).to_owned(), theme.evidence);
                cell.verbatim(it.span, Face::CELL, theme.ink, lead, KIND)
            });
            or_dash(&cell, entries.collect())
        }
        Question::Claim(claim) => or_dash(&cell, stances::entries(&cell, claim)),
        Question::OpensWith => or_dash(&cell, emphasis::opens_with(&cell)),
        Question::HowEarly => or_dash(&cell, emphasis::how_early(&cell)),
        Question::Quoted => quoted::entries(&cell),
        Question::OwnWords => {
            let wording = cx.state.story.annotations(idx).wording.iter();
            let own = wording.filter(|it| it.voice == Voice::Writer);
            let mut told = BTreeSet::new();
            let new = own.filter(|it| told.insert(it.span.of(&article.text).to_lowercase()));
            let entries = new
                .take(MOST_WORDINGS)
                .map(|it| cell.verbatim(it.span, Face::CELL, theme.ink, Lead::Nothing, 0.0));
            or_dash(&cell, entries.collect())
        }
        Question::OnlyHere => {
            let spans = summary.only_here.iter();
            let entries = spans.map(|it| {
                cell.verbatim(
                    *it,
                    Face::CELL,
                    theme.ink,
                    Lead::Sign(Presence::OnlyHere),
                    18.0,
                )
            });
            or_dash(&cell, entries.collect())
        }
        Question::NoMatch => {
            let entries = summary.no_match.iter().map(|it| cell.utterance(*it));
            or_dash(&cell, entries.collect())
        }
    }
}

//! The outlets beside one another: each row asks one question of all of them.
//!
//! Everything in serif is verbatim: a summary is the outlet's own sentences, chosen, never written.

mod emphasis;
mod quoted;
mod stances;

use std::sync::Arc;

use eframe::egui::{
    Align2, Color32, CursorIcon, Galley, Id, Rect, Role, ScrollArea, Sense, Stroke, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};

use super::ViewContext;
use crate::gui::command::{Command, View};
use crate::gui::layer;
use crate::gui::slots::What;
use crate::gui::theme::{Face, size};
use crate::gui::widgets::button::{focus_ring, label_at};
use crate::gui::widgets::text::first_words;
use crate::gui::widgets::{sign, text};
use crate::model::{ArticleIdx, Place, Presence, Span, Voice};
use quoted::Bar;

/// Width of the labels left of the columns.
pub const LABELS: f32 = 150.0;
/// Left edge of a statement, right of its kind.
const KIND: f32 = 82.0;
/// Most loaded words of an outlet.
const MOST_WORDINGS: usize = 6;

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
            Self::Evidence => ("Evidence", "what is said to be known, of other things"),
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

/// One line or paragraph of a cell.
struct Entry {
    galley: Arc<Galley>,
    color: Color32,
    /// Points from the cell's left edge.
    indent: f32,
    /// What stands in the indent.
    lead: Lead,
    /// What a click does, with its accessible name.
    link: Option<(Vec<Command>, String)>,
}

enum Lead {
    Nothing,
    Sign(Presence),
    Words(String, Color32),
    /// Bars right of the words, and their number.
    Bar(Bar),
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

const GAP: f32 = 6.0;

fn height(entries: &[Entry]) -> f32 {
    entries.iter().map(|it| it.galley.size().y + GAP).sum()
}

fn entry_ui(
    cx: &ViewContext<'_>,
    ui: &mut Ui,
    area: Rect,
    entry: Entry,
    id: Id,
    commands: &mut Vec<Command>,
) {
    let theme = cx.theme;
    let first_line = pos2(area.left(), area.top() + 10.0);
    match entry.lead {
        Lead::Nothing => {}
        Lead::Sign(presence) => {
            let center = first_line + vec2(sign::SIDE / 2.0, 0.0);
            sign::paint(ui.painter(), theme, center, presence, theme.fact);
        }
        Lead::Words(words, color) => {
            let left = Align2::LEFT_CENTER;
            label_at(ui, first_line, left, &words, Face::CAPTION, color);
        }
        Lead::Bar(bar) => quoted::bar_ui(cx, ui, area, &bar),
    }
    let words = area.with_min_x(area.left() + entry.indent);
    if let Some((command, name)) = entry.link {
        let response = ui
            .interact(words, id, Sense::click())
            .on_hover_cursor(CursorIcon::PointingHand);
        response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &name));
        if response.hovered() {
            ui.painter()
                .rect_filled(words.expand2(vec2(4.0, 2.0)), 4.0, theme.hover);
        }
        if response.has_focus() {
            focus_ring(ui, words.expand2(vec2(4.0, 2.0)));
        }
        if response.clicked() {
            commands.extend(command);
        }
    }
    ui.painter().galley(words.min, entry.galley, entry.color);
}

fn entries(
    cx: &ViewContext<'_>,
    ui: &Ui,
    question: Question,
    idx: ArticleIdx,
    width: f32,
) -> Vec<Entry> {
    let theme = cx.theme;
    let cell = Cell { cx, ui, idx, width };
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
            let entries = own
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

fn or_dash(cell: &Cell<'_>, entries: Vec<Entry>) -> Vec<Entry> {
    if entries.is_empty() {
        vec![cell.ours("–")]
    } else {
        entries
    }
}

/// What an outlet has in a row.
struct Cell<'a> {
    cx: &'a ViewContext<'a>,
    ui: &'a Ui,
    idx: ArticleIdx,
    width: f32,
}

impl Cell<'_> {
    /// Words of the article, one click from their place.
    fn verbatim(&self, span: Span, face: Face, color: Color32, lead: Lead, indent: f32) -> Entry {
        let words = span.of(self.cx.text(self.idx));
        let flat = words.replace(['\n', '\r'], " ");
        let place = Place {
            article: self.idx,
            span,
        };
        let name = format!("{}: {}", self.cx.outlet(self.idx), first_words(words));
        Entry {
            galley: text::wrapped(self.ui, &flat, face, color, self.width - indent, 0),
            color,
            indent,
            lead,
            link: Some((vec![Command::ShowPlace(place)], name)),
        }
    }

    /// The first words of a shared quotation as they stand here; a click selects it.
    fn opening(&self, at: usize, span: Span, lead: Lead, indent: f32) -> Entry {
        const MOST_WORDS: usize = 6;
        let words = span.of(self.cx.text(self.idx)).split_whitespace();
        let words: Vec<&str> = words.take(MOST_WORDS).collect();
        let words = format!("“{}” ›", words.join(" "));
        let color = self.cx.theme.ink;
        Entry {
            galley: text::wrapped(self.ui, &words, Face::CELL, color, self.width - indent, 1),
            color,
            indent,
            lead,
            link: Some((
                vec![Command::SelectUtterance(at)],
                format!("{} has {words}", self.cx.outlet(self.idx)),
            )),
        }
    }

    /// A shared quotation that has no match here; a click selects it.
    fn utterance(&self, at: usize) -> Entry {
        let utterance = &self.cx.state.comparison.utterances[at];
        let words = self
            .cx
            .state
            .story
            .words(utterance.witnesses[utterance.base].place);
        let words = format!(
            "“{}”",
            words.split_whitespace().collect::<Vec<_>>().join(" ")
        );
        let color = self.cx.theme.ink2;
        Entry {
            galley: text::wrapped(self.ui, &words, Face::CELL, color, self.width - 18.0, 2),
            color,
            indent: 18.0,
            lead: Lead::Sign(Presence::NoMatch),
            link: Some((
                vec![
                    Command::SelectUtterance(at),
                    Command::ShowView(View::Columns),
                ],
                format!("No match found: {words}"),
            )),
        }
    }

    /// What Crossread says.
    fn ours(&self, words: &str) -> Entry {
        let color = self.cx.theme.ink3;
        Entry {
            galley: text::wrapped(self.ui, words, Face::CAPTION, color, self.width, 0),
            color,
            indent: 0.0,
            lead: Lead::Nothing,
            link: None,
        }
    }
}

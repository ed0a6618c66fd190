//! What an outlet has in a row: lines and paragraphs, each with what a click on it does.

use std::sync::Arc;

use eframe::egui::{
    Align2, Color32, CursorIcon, Galley, Id, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2,
};

use super::quoted::{self, Bar};
use crate::gui::command::{Command, View};
use crate::gui::theme::Face;
use crate::gui::views::ViewContext;
use crate::gui::widgets::button::{focus_ring, label_at};
use crate::gui::widgets::text::first_words;
use crate::gui::widgets::{sign, text};
use crate::model::{ArticleIdx, Place, Presence, Span};

/// One line or paragraph of a cell.
pub struct Entry {
    pub galley: Arc<Galley>,
    pub color: Color32,
    /// Points from the cell's left edge.
    pub indent: f32,
    /// What stands in the indent.
    pub lead: Lead,
    /// What a click does, with its accessible name.
    pub link: Option<(Vec<Command>, String)>,
}

/// What stands left of an entry's words.
pub enum Lead {
    Nothing,
    Sign(Presence),
    Words(String, Color32),
    /// Bars right of the words, and their number.
    Bar(Bar),
}

pub const GAP: f32 = 6.0;

pub fn height(entries: &[Entry]) -> f32 {
    entries.iter().map(|it| it.galley.size().y + GAP).sum()
}

pub fn entry_ui(
    cx: &ViewContext<'_>,
    ui: &mut Ui,
    area: Rect,
    entry: Entry,
    id: Id,
    commands: &mut Vec<Command>,
) {
    let theme = cx.theme;
    let first_line = pos2(area.left(), area.top() + 10.0);
    let mut number = String::new();
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
        Lead::Bar(bar) => {
            number = bar.said();
            quoted::bar_ui(cx, ui, area, &bar);
        }
    }
    let words = area.with_min_x(area.left() + entry.indent);
    let Some((command, name)) = entry.link else {
        let response = ui.interact(words, id, Sense::hover());
        let said = format!("{}{}", entry.galley.text(), number);
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
        ui.painter().galley(words.min, entry.galley, entry.color);
        return;
    };
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
    ui.painter().galley(words.min, entry.galley, entry.color);
}

/// A dash where there is nothing.
pub fn or_dash(cell: &Cell<'_>, entries: Vec<Entry>) -> Vec<Entry> {
    if entries.is_empty() {
        vec![cell.ours("–")]
    } else {
        entries
    }
}

/// What an outlet has in a row.
pub struct Cell<'a> {
    pub cx: &'a ViewContext<'a>,
    pub ui: &'a Ui,
    pub idx: ArticleIdx,
    pub width: f32,
}

impl Cell<'_> {
    /// As many of the entries as fit into `room`, the first in any case, and a link to the others.
    pub fn folded(&self, mut entries: Vec<Entry>, room: f32) -> Vec<Entry> {
        if height(&entries) <= room {
            return entries;
        }
        let link = Face::CAPTION.line + GAP;
        let mut taken = 0.0;
        let fitting = entries.iter().take_while(|it| {
            taken += it.galley.size().y + GAP;
            taken + link <= room
        });
        let n_shown = fitting.count().max(1);
        let more = entries.len() - n_shown;
        if more == 0 {
            return entries;
        }
        if self.cx.state.choices.rows_whole {
            entries.push(self.fold("fewer"));
        } else {
            entries.truncate(n_shown);
            entries.push(self.fold(&format!("and {more} more")));
        }
        entries
    }

    /// Opens or folds what rows leave out.
    fn fold(&self, words: &str) -> Entry {
        let name = format!("{}: {words}", self.cx.outlet(self.idx));
        Entry {
            link: Some((vec![Command::ToggleRows], name)),
            ..self.said(words, self.cx.theme.accent)
        }
    }

    /// Words of the article, one click from their place.
    pub fn verbatim(
        &self,
        span: Span,
        face: Face,
        color: Color32,
        lead: Lead,
        indent: f32,
    ) -> Entry {
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
    pub fn opening(&self, at: usize, span: Span, lead: Lead, indent: f32) -> Entry {
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
    pub fn utterance(&self, at: usize) -> Entry {
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
    pub fn ours(&self, words: &str) -> Entry {
        self.said(words, self.cx.theme.ink3)
    }

    fn said(&self, words: &str, color: Color32) -> Entry {
        Entry {
            galley: text::wrapped(self.ui, words, Face::CAPTION, color, self.width, 0),
            color,
            indent: 0.0,
            lead: Lead::Nothing,
            link: None,
        }
    }
}

//! Who is quoted: one bar a speaker, on one scale and one line in all columns.

use eframe::egui::{Align2, Rect, Stroke, StrokeKind, Ui, pos2, vec2};

use super::entry::{Cell, Entry, Lead};
use crate::gui::theme::Face;
use crate::gui::views::ViewContext;
use crate::gui::widgets::button::label_at;
use crate::gui::widgets::text;
use crate::model::Room;

/// Most speakers of a bar chart.
const MOST_SPEAKERS: usize = 6;
/// Width of the names left of the bars, and of the numbers right of them.
const NAMES: f32 = 108.0;
const NUMBERS: f32 = 34.0;

/// Words in quotation marks and words reported, as shares of the most that any has.
pub struct Bar {
    quoted: f32,
    reported: f32,
    number: String,
}

impl Bar {
    /// As a screen reader goes on after the name.
    pub fn said(&self) -> String {
        match (self.quoted > 0.0, self.reported > 0.0) {
            (true, true) => format!(": {} words quoted, others reported", self.number),
            (true, false) => format!(": {} words quoted", self.number),
            (false, true) => ": only reported".to_owned(),
            (false, false) => ": no match found".to_owned(),
        }
    }
}

/// One bar for each of the story's most quoted speakers, and what share of the words is quoted.
pub fn entries(cell: &Cell<'_>) -> Vec<Entry> {
    let cx = cell.cx;
    let comparison = &cx.state.comparison;
    let speakers = comparison.speakers.iter().enumerate();
    let heard: Vec<_> = speakers
        .filter(|(_, it)| it.quoted_words.iter().sum::<usize>() > 0)
        .take(MOST_SPEAKERS)
        .collect();
    let room = |article: usize, speaker: usize| {
        let emphasis = comparison.emphasis.get(article);
        let mut rooms = emphasis.into_iter().flat_map(|it| &it.room);
        let found = rooms.find(|it| it.speaker == speaker);
        found.map_or((0, 0), |it: &Room| (it.quoted, it.reported))
    };
    let articles = 0..comparison.emphasis.len();
    let sums = articles.flat_map(|article| {
        let rooms = heard.iter().map(move |(idx, _)| room(article, *idx));
        rooms.map(|it| it.0 + it.1)
    });
    let most = sums.max().unwrap_or(0).max(1) as f32;
    let bars = heard.iter().map(|(idx, speaker)| {
        let (quoted, reported) = room(cell.idx.0, *idx);
        let color = if quoted + reported > 0 {
            cx.theme.ink
        } else {
            cx.theme.ink3
        };
        let number = match (quoted, reported) {
            (0, 0) => "–".to_owned(),
            (0, reported) => format!("({reported})"),
            (quoted, _) => quoted.to_string(),
        };
        let name = cx.state.story.words(speaker.name);
        Entry {
            galley: text::wrapped(cell.ui, name, Face::CAPTION, color, NAMES - 8.0, 1),
            color,
            indent: 0.0,
            lead: Lead::Bar(Bar {
                quoted: quoted as f32 / most,
                reported: reported as f32 / most,
                number,
            }),
            link: None,
        }
    });
    let mut res: Vec<Entry> = bars.collect();
    let speakers = comparison.speakers.iter();
    let quoted = speakers.map(|it| it.quoted_words.get(cell.idx.0).copied().unwrap_or(0));
    let n_words = cx.state.derived.n_words[cell.idx.0];
    let total = format!("{} of {n_words} words are quoted", quoted.sum::<usize>());
    res.push(cell.ours(&total));
    res
}

/// Filled: quoted. Hollow, after it: reported.
pub fn bar_ui(cx: &ViewContext<'_>, ui: &Ui, area: Rect, bar: &Bar) {
    const HEIGHT: f32 = 7.0;
    let theme = cx.theme;
    let at = area.right_center();
    let right = Align2::RIGHT_CENTER;
    label_at(ui, at, right, &bar.number, Face::CAPTION, theme.ink2);
    let room = area.width() - NAMES - NUMBERS;
    let start = pos2(area.left() + NAMES, area.center().y - HEIGHT / 2.0);
    let part = |from: f32, share: f32| {
        let size = vec2((room * share).max(2.0), HEIGHT);
        Rect::from_min_size(start + vec2(from, 0.0), size)
    };
    if bar.quoted > 0.0 {
        let filled = part(0.0, bar.quoted);
        ui.painter().rect_filled(filled, 0.0, theme.ink2);
    }
    if bar.reported > 0.0 {
        let hollow = part(room * bar.quoted, bar.reported);
        let edge = Stroke::new(1.0, theme.ink2);
        ui.painter()
            .rect_stroke(hollow, 0.0, edge, StrokeKind::Inside);
    }
}

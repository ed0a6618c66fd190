//! Who is quoted: one bar a speaker, on one scale and one line in all columns.

use super::{Cell, Entry, Lead, NAMES, or_dash};
use crate::gui::theme::Face;
use crate::gui::widgets::text;

/// Most speakers of a bar chart.
const MOST_SPEAKERS: usize = 6;

/// One bar for each of the story's most quoted speakers.
pub fn entries(cell: &Cell<'_>) -> Vec<Entry> {
    let cx = cell.cx;
    let speakers = cx.state.comparison.speakers.iter();
    let quoted: Vec<_> = speakers
        .filter(|it| it.quoted_words.iter().sum::<usize>() > 0)
        .take(MOST_SPEAKERS)
        .collect();
    let most = quoted
        .iter()
        .flat_map(|it| it.quoted_words.iter())
        .max()
        .copied()
        .unwrap_or(0);
    let entries = quoted.iter().map(|speaker| {
        let words = speaker.quoted_words.get(cell.idx.0).copied().unwrap_or(0);
        let color = if words > 0 {
            cx.theme.ink
        } else {
            cx.theme.ink3
        };
        let number = if words > 0 {
            words.to_string()
        } else {
            "–".to_owned()
        };
        let name = cx.state.story.words(speaker.name);
        Entry {
            galley: text::wrapped(cell.ui, name, Face::CAPTION, color, NAMES - 8.0, 1),
            color,
            indent: 0.0,
            lead: Lead::Bar(words as f32 / most.max(1) as f32, number),
            link: None,
        }
    });
    or_dash(cell, entries.collect())
}

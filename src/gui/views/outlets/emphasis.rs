//! What an outlet puts first: the names it opens with, and how early it comes to what others have.

use super::entry::{Cell, Entry, Lead};
use crate::gui::theme::Face;

/// Most names, and most shared quotations, of an outlet.
const MOST_NAMES: usize = 4;
const MOST_SHARED: usize = 5;
/// Left edge of the words, right of the percentages.
const INDENT: f32 = 44.0;

/// Names and things of headline and lead.
pub fn opens_with(cell: &Cell<'_>) -> Vec<Entry> {
    let theme = cell.cx.theme;
    let spans = &cell.cx.state.comparison.emphasis[cell.idx.0].opens_with;
    let shown = spans.iter().take(MOST_NAMES);
    shown
        .map(|it| cell.verbatim(*it, Face::CELL, theme.ink, Lead::Nothing, 0.0))
        .collect()
}

/// Shared quotations, each with the share of the article that stands before it.
pub fn how_early(cell: &Cell<'_>) -> Vec<Entry> {
    let cx = cell.cx;
    let reached = cx.state.comparison.emphasis[cell.idx.0].order.iter();
    let entries = reached.filter_map(|it| {
        let witnesses = &cx.state.comparison.utterances[it.utterance].witnesses;
        let mine = witnesses.iter().find(|it| it.place.article == cell.idx)?;
        let lead = Lead::Words(format!("{} %", it.percent), cx.theme.ink2);
        Some(cell.opening(it.utterance, mine.place.span, lead, INDENT))
    });
    entries.take(MOST_SHARED).collect()
}

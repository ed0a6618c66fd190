//! What each outlet says of how sure one claim is.

use std::sync::Arc;

use eframe::egui::{Galley, Ui};

use super::entry::{Cell, Entry, Lead};
use crate::gui::layer;
use crate::gui::theme::Face;
use crate::gui::views::ViewContext;
use crate::gui::widgets::text;
use crate::model::{Claim, Evidence};

/// Most claims that are shown, those of most outlets first.
const MOST_CLAIMS: usize = 4;

/// The claims of which two outlets or more speak.
pub fn shown(claims: &[Claim]) -> impl Iterator<Item = usize> {
    let shared = claims.iter().enumerate().filter(|it| it.1.cells.len() > 1);
    shared.map(|it| it.0).take(MOST_CLAIMS)
}

/// The outlet's evidence statements that stand in the rows of claims.
pub fn told(cell: &Cell<'_>) -> Vec<usize> {
    let claims = &cell.cx.state.comparison.claims;
    let cells = shown(claims).flat_map(|it| &claims[it].cells);
    let mine = cells.filter(|it| it.article == cell.idx);
    mine.flat_map(|it| it.stances.iter().map(|it| it.evidence))
        .collect()
}

/// The words that tell what a claim is about.
pub fn about(cx: &ViewContext<'_>, ui: &Ui, claim: usize, width: f32) -> Arc<Galley> {
    let words = cx
        .state
        .story
        .words(cx.state.comparison.claims[claim].about);
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    text::wrapped(ui, &words, Face::SMALL_PRINT, cx.theme.ink2, width, 5)
}

/// The outlet's statements on a claim.
pub fn entries(cell: &Cell<'_>, claim: usize) -> Vec<Entry> {
    let cx = cell.cx;
    let cells = &cx.state.comparison.claims[claim].cells;
    let statements = &cx.state.story.annotations(cell.idx).evidence;
    let mine = cells.iter().filter(|it| it.article == cell.idx);
    let stances = mine.flat_map(|it| &it.stances);
    let told = stances.filter_map(|it| statements.get(it.evidence));
    let told: Vec<&Evidence> = told.collect();
    // A clause that stands in another of the same kind says nothing more.
    let is_part = |it: &Evidence| {
        let mut others = told.iter().filter(|other| other.kind == it.kind);
        others.any(|other| {
            let (a, b) = (it.span, other.span);
            a != b && b.start() <= a.start() && a.end() <= b.end()
        })
    };
    let entry = |it: &Evidence| {
        let name = layer::evidence_name(it.kind).to_owned();
        let lead = Lead::Words(name, cx.theme.evidence);
        cell.verbatim(it.span, Face::CELL, cx.theme.ink, lead, super::KIND)
    };
    let shown = told.iter().filter(|it| !is_part(it));
    shown.map(|it| entry(it)).collect()
}

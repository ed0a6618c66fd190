//! What the reader rejected and noted.

use super::page::Page;
use crate::model::{Noted, Place};
use crate::report::edition::Edition;
use crate::report::names::{finding_id, rejected_id, utterance_id};
use crate::report::phrases;

pub fn write(edition: &Edition<'_>, page: &mut Page) {
    let rejected = &edition.comparison.rejected;
    if !rejected.is_empty() {
        page.section("Rejected by the reader", rejected.len());
        for (idx, finding) in rejected.iter().enumerate() {
            page.labeled(0, &rejected_id(idx), 4, &finding.title);
            page.text(6, &phrases::kind_and_reach(edition, finding));
        }
    }
    let notes = &edition.comparison.notes;
    if notes.is_empty() {
        return;
    }
    page.section("Notes of the reader", notes.len());
    for note in notes {
        page.text(0, &on(edition, note.on));
        let tags = note.tags.iter().map(|it| format!("#{it}"));
        let tags: Vec<String> = tags.collect();
        for line in [note.text.as_str(), &tags.join(" ")] {
            if !line.is_empty() {
                page.text(2, line);
            }
        }
    }
}

/// What a note is beside.
fn on(edition: &Edition<'_>, on: Noted) -> String {
    let comparison = edition.comparison;
    let cited = |place: Place| format!("{} {}", edition.label(place.article), edition.cited(place));
    match on {
        Noted::Article(idx) => edition.label(idx).to_owned(),
        Noted::Quotation(article, at) => cited(Place {
            article,
            span: edition.story.annotations(article).quotations[at].span,
        }),
        Noted::Words(place) => cited(place),
        Noted::Utterance(idx) => utterance_id(idx),
        Noted::Finding(idx) => format!("{}: {}", finding_id(idx), comparison.findings[idx].title),
        Noted::Rejected(idx) => format!("{}: {}", rejected_id(idx), comparison.rejected[idx].title),
    }
}

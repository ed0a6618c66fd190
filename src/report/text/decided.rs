//! What the reader rejected and noted.

use super::page::Page;
use crate::report::edition::Edition;
use crate::report::names::rejected_id;
use crate::report::{noted, phrases};

pub fn write(edition: &Edition<'_>, page: &mut Page) {
    let rejected = &edition.comparison.rejected;
    if !rejected.is_empty() {
        page.section(noted::REJECTED, rejected.len());
        for (idx, finding) in rejected.iter().enumerate() {
            page.labeled(0, &rejected_id(idx), 4, &finding.title);
            page.text(6, &phrases::kind_and_reach(edition, finding));
        }
    }
    let notes = &edition.comparison.notes;
    if notes.is_empty() {
        return;
    }
    page.section(noted::NOTES, notes.len());
    for note in notes {
        page.text(0, &noted::on(edition, note.on));
        for line in [note.text.as_str(), &noted::tags(note)] {
            if !line.is_empty() {
                page.text(2, line);
            }
        }
    }
}

//! Narration that several outlets share: what they copy, and what they tell in their own words.

use super::page::Page;
use crate::report::edition::Edition;
use crate::report::phrases;

const INDENT: usize = 5;

pub fn write(edition: &Edition<'_>, page: &mut Page) {
    let passages = &edition.comparison.passages;
    if passages.is_empty() {
        return;
    }
    page.section("Shared narration", passages.len());
    page.text(
        0,
        "Sentences outside quotations that tell the same; who copied from whom is not known.",
    );
    for (passage, number) in passages.iter().zip(1..) {
        page.blank();
        let kind = phrases::passage(passage.kind);
        page.labeled(0, &format!("P{number}"), INDENT - 2, kind);
        for place in &passage.members {
            let label = edition.label(place.article);
            page.labeled(INDENT, label, edition.label_width, &edition.cited(*place));
        }
    }
}

//! Articles that are mostly one text, with what stands in one alone.

use super::page::Page;
use crate::report::duplicates;
use crate::report::edition::Edition;

const INDENT: usize = 5;

pub fn write(edition: &Edition<'_>, page: &mut Page) {
    let found = duplicates::all(edition);
    if found.is_empty() {
        return;
    }
    page.section(duplicates::HEAD, found.len());
    for (one_text, number) in found.iter().zip(1..) {
        page.blank();
        page.labeled(0, &format!("D{number}"), INDENT - 2, &one_text.title);
        for change in &one_text.changes {
            page.text(INDENT, &change.told());
        }
    }
}

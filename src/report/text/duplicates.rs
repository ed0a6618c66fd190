//! Articles that are mostly one text, with what stands in one alone.

use super::page::Page;
use crate::report::duplicates;
use crate::report::edition::Edition;

const INDENT: usize = 5;

pub fn write(edition: &Edition<'_>, page: &mut Page) {
    let found = &edition.comparison.duplicates;
    if found.is_empty() {
        return;
    }
    page.section(duplicates::HEAD, found.len());
    for (duplicate, number) in found.iter().zip(1..) {
        page.blank();
        let title = duplicates::title(edition, duplicate);
        page.labeled(0, &format!("D{number}"), INDENT - 2, &title);
        for change in &duplicate.changes {
            page.text(INDENT, &duplicates::change(edition, duplicate, change));
        }
    }
}

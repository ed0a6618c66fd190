//! How each outlet names what several name.

use super::page::Page;
use crate::report::edition::Edition;
use crate::report::phrases;

const INDENT: usize = 2;

pub fn write(edition: &Edition<'_>, page: &mut Page) {
    let rows = &edition.comparison.naming;
    if rows.is_empty() {
        return;
    }
    page.section("Names of one thing", rows.len());
    page.text(0, phrases::NAMING);
    for row in rows {
        page.blank();
        page.text(0, &row.concept);
        for cell in &row.cells {
            let article = cell.article;
            let names = edition.all_cited(article, &cell.spans);
            page.labeled(INDENT, edition.label(article), edition.label_width, &names);
        }
    }
}

//! One slot a row, what each outlet has in it; those that differ first. An outlet without a match
//! shows the sentence that comes nearest.

use super::page::Page;
use super::rules::Rules;
use crate::model::FactRow;
use crate::report::edition::Edition;
use crate::report::phrases;

const INDENT: usize = 5;

pub fn write(edition: &Edition<'_>, page: &mut Page) {
    let facts = &edition.comparison.facts;
    if facts.is_empty() {
        return;
    }
    page.section("Facts", facts.len());
    let mut rules = Rules::default();
    for (number, row) in phrases::facts_by_verdict(edition.comparison) {
        page.blank();
        let name = format!("F{number}");
        write_row(edition, &name, row, page);
        rules.write(row.rule, &name, INDENT, page);
    }
}

fn write_row(edition: &Edition<'_>, name: &str, row: &FactRow, page: &mut Page) {
    let head = phrases::fact(edition, row);
    page.labeled(0, name, INDENT - 2, &head);
    for cell in &row.cells {
        let article = cell.article;
        let words = edition.all_cited(article, &cell.spans);
        page.labeled(INDENT, edition.label(article), edition.label_width, &words);
    }
    for place in &row.nearest {
        let label = edition.label(place.article);
        let (words, paragraph) = (edition.opening(*place), edition.paragraph(*place));
        let words = format!("nearest: {words}\u{a0}{paragraph}");
        page.labeled(INDENT, label, edition.label_width, &words);
    }
}

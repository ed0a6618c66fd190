//! One slot a row, what each outlet has in it; those that differ first.

use super::page::Page;
use super::rules::Rules;
use crate::model::{FactRow, Place};
use crate::report::edition::Edition;
use crate::report::phrases;

const INDENT: usize = 5;

pub fn write(edition: &Edition<'_>, page: &mut Page) {
    let facts = &edition.comparison.facts;
    if facts.is_empty() {
        return;
    }
    page.section("Facts", facts.len());
    let mut rows: Vec<(usize, &FactRow)> = facts.iter().enumerate().collect();
    rows.sort_by_key(|it| std::cmp::Reverse(it.1.verdict));
    let mut rules = Rules::default();
    for (idx, row) in rows {
        page.blank();
        let name = format!("F{}", idx + 1);
        write_row(edition, &name, row, page);
        rules.write(row.rule, &name, INDENT, page);
    }
}

fn write_row(edition: &Edition<'_>, name: &str, row: &FactRow, page: &mut Page) {
    let head = phrases::fact(edition, row);
    page.labeled(0, name, INDENT - 2, &head);
    for cell in &row.cells {
        let article = cell.article;
        let spans = cell.spans.iter();
        let words: Vec<String> = spans
            .map(|span| {
                edition.cited(Place {
                    article,
                    span: *span,
                })
            })
            .collect();
        let label = edition.label(article);
        page.labeled(INDENT, label, edition.label_width, &words.join(", "));
    }
}

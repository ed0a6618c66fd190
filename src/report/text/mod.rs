//! The form that a person reads in a terminal, and the golden form of the tests.
//!
//! Deterministic, 100 columns wide, without colors. What stands in quotation marks is the outlet's
//! own, letter by letter; everything else is ours. Nothing is shown without its paragraph.

mod articles;
mod claims;
mod decided;
mod duplicates;
mod evidence;
mod facts;
mod findings;
mod naming;
mod origins;
mod outlets;
mod page;
mod passages;
mod quotations;
mod rules;
mod wording;

use self::page::{Page, columns, cut};
use super::edition::Edition;
use super::phrases;
use crate::model::{Comparison, Problem, Story};

/// Longest label of an outlet, in columns.
const LONGEST_LABEL: usize = 20;

const LEGEND: &str =
    "Quotation marks hold the outlet’s own words; ¶ counts its paragraphs of prose; › is our cut.";

/// A line as a terminal may show it: signs for what would move the cursor or turn the line around.
pub fn visible(line: &str) -> String {
    line.chars().map(page::visible).collect()
}

/// The whole comparison.
pub fn comparison(story: &Story, comparison: &Comparison, problems: &[Problem]) -> String {
    let edition = Edition::new(story, comparison);
    let edition = edition.labeled(|it| cut(it, LONGEST_LABEL), columns);
    let mut page = Page::default();
    page.text(0, &format!("Crossread: {}", phrases::title(&edition)));
    if !story.articles.is_empty() {
        page.text(0, LEGEND);
        articles::write(&edition, &mut page);
        duplicates::write(&edition, &mut page);
    }
    if story.articles.len() > 1 {
        findings::write(&edition, &mut page);
    } else if let Some(article) = story.indices().next() {
        quotations::write_single(&edition, article, &mut page);
    }
    quotations::write(&edition, &mut page);
    passages::write(&edition, &mut page);
    facts::write(&edition, &mut page);
    claims::write(&edition, &mut page);
    evidence::write(&edition, &mut page);
    wording::write(&edition, &mut page);
    naming::write(&edition, &mut page);
    origins::write(&edition, &mut page);
    outlets::write(&edition, &mut page);
    decided::write(&edition, &mut page);
    write_problems(problems, &mut page);
    page.finish()
}

fn write_problems(problems: &[Problem], page: &mut Page) {
    if problems.is_empty() {
        return;
    }
    page.section("Files left out", problems.len());
    for problem in problems {
        page.text(0, &problem.file);
        page.text(2, &problem.message);
    }
}

//! The form that a person reads in a terminal, and the golden form of the tests.
//!
//! Deterministic, 100 columns wide, without colors. What stands in quotation marks is the outlet's
//! own, letter by letter; everything else is ours. Nothing is shown without its paragraph.

mod articles;
mod edition;
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

use self::edition::{Edition, counted};
use self::page::Page;
use crate::model::{Comparison, Problem, Story};

const LEGEND: &str =
    "Quotation marks hold the outlet’s own words; ¶ counts its paragraphs of prose; › is our cut.";

/// The whole comparison.
pub fn comparison(story: &Story, comparison: &Comparison, problems: &[Problem]) -> String {
    let edition = Edition::new(story, comparison);
    let mut page = Page::default();
    page.text(0, &title(&edition));
    if !story.articles.is_empty() {
        page.text(0, LEGEND);
        articles::write(&edition, &mut page);
    }
    if story.articles.len() > 1 {
        findings::write(&edition, &mut page);
    } else if let Some(article) = story.indices().next() {
        quotations::write_single(&edition, article, &mut page);
    }
    quotations::write(&edition, &mut page);
    passages::write(&edition, &mut page);
    facts::write(&edition, &mut page);
    evidence::write(&edition, &mut page);
    wording::write(&edition, &mut page);
    naming::write(&edition, &mut page);
    origins::write(&edition, &mut page);
    outlets::write(&edition, &mut page);
    write_problems(problems, &mut page);
    page.finish()
}

fn title(edition: &Edition<'_>) -> String {
    let comparison = edition.comparison;
    let alerts = match comparison.findings.iter().filter(|it| it.alert).count() {
        0 => "none of them a difference to look at".to_owned(),
        1 => "1 of them a difference to look at".to_owned(),
        n => format!("{n} of them differences to look at"),
    };
    match edition.story.articles.len() {
        0 => "Crossread: no article to compare".to_owned(),
        1 => "Crossread: 1 article. Nothing shared yet. Add a second article.".to_owned(),
        n => format!(
            "Crossread: {}, {}, {}, {alerts}",
            counted(n, "article"),
            counted(comparison.utterances.len(), "shared quotation"),
            counted(comparison.findings.len(), "finding"),
        ),
    }
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

//! One web page that needs nothing else: no script, no font, no picture from elsewhere.
//!
//! Serif is what an outlet printed, sans is what Crossread says. Each mark has a line style or a
//! sign beside its color; findings lead to their words in the articles, and those back.

mod decided;
mod findings;
pub mod frame;
mod marks;
mod outlets;
mod tables;
mod texts;
mod witnesses;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use self::frame::{at, drawings, who};
use self::marks::Marks;
use super::about;
use super::duplicates::{self, Changed};
use super::edition::Edition;
use super::noted;
use super::phrases;
use crate::model::{Comparison, Problem, Story};

pub const STYLE: &str = include_str!("../../../assets/report/page.css");

/// Outlets that the page's title names.
const MOST_NAMED: usize = 5;

/// The whole comparison, and the articles in full.
pub fn comparison(story: &Story, comparison: &Comparison, problems: &[Problem]) -> String {
    let edition = Edition::new(story, comparison);
    let marks = Marks::new(&edition);
    let body = html! {
        a.skip href="#findings" { "Skip to the findings" }
        (drawings())
        (head(&edition))
        (contents(&edition))
        main {
            (one_text(&edition, &marks))
            (findings::section(&edition, &marks))
            (witnesses::section(&edition, &marks))
            (tables::facts(&edition, &marks))
            (tables::evidence(&edition, &marks))
            (tables::passages(&edition, &marks))
            (tables::naming(&edition, &marks))
            (tables::wording(&edition, &marks))
            (tables::sources(&edition))
            (tables::origins(&edition, &marks))
            (outlets::section(&edition, &marks))
            (decided::rejected(&edition, &marks))
            (decided::notes(&edition, &marks))
            (left_out(problems))
            (texts::section(&edition, &marks))
        }
        footer {
            p {
                "Quotation marks hold the outlets’ own words; ¶ counts an article’s paragraphs of "
                "prose; › is our cut. What has no match was looked for and not found; it may be "
                "there in other words."
            }
            p { "Made by Crossread " (env!("CARGO_PKG_VERSION")) ", which tells what differs and does not judge it." }
        }
    };
    page(&names(&edition), &body)
}

/// A whole page with our style.
pub fn page(title: &str, body: &Markup) -> String {
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="generator" content={ "Crossread " (env!("CARGO_PKG_VERSION")) };
                title { (title) " · Crossread" }
                style { (PreEscaped(STYLE)) }
            }
            body { (body) }
        }
    };
    page.into_string() + "\n"
}

/// `Coast Wire, Kelden Post and 3 more`.
fn names(edition: &Edition<'_>) -> String {
    let labels: Vec<&str> = edition
        .story
        .indices()
        .map(|it| edition.label(it))
        .collect();
    match labels.get(MOST_NAMED..) {
        None | Some([]) if labels.is_empty() => "No article".to_owned(),
        None | Some([]) => labels.join(", "),
        Some(more) => format!(
            "{} and {} more",
            labels[..MOST_NAMED].join(", "),
            more.len()
        ),
    }
}

fn head(edition: &Edition<'_>) -> Markup {
    html! {
        header.top {
            p.brand { "Crossread" }
            h1 { (names(edition)) }
            p.lead { (phrases::title(edition)) }
            @if !edition.story.articles.is_empty() {
                table {
                    thead {
                        tr {
                            @for column in ["Outlet", "Headline", "Published", "Words"] {
                                th scope="col" { (column) }
                            }
                        }
                    }
                    tbody {
                        @for idx in edition.story.indices() {
                            @let article = edition.story.article(idx);
                            @let headline = article.headline().map(|it| it.of(&article.text));
                            tr {
                                th scope="row" { (who(edition, idx)) }
                                td {
                                    a href={ "#a" (idx.0 + 1) } {
                                        @match headline {
                                            Some(words) => span.words { (words) }
                                            None => { "no headline in this file" }
                                        }
                                    }
                                    @if let Some(not_run) = about::not_run(edition, idx) {
                                        p.by { (not_run) }
                                    }
                                }
                                td.number {
                                    @match article.published {
                                        Some(it) => time datetime=(it.date) { (it.date) }
                                        None => { "no date" }
                                    }
                                }
                                td.number { (edition.n_words(idx)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn contents(edition: &Edition<'_>) -> Markup {
    let comparison = edition.comparison;
    let n_evidence = phrases::evidence_of_all(edition.story).len();
    let sections = [
        (
            "duplicates",
            duplicates::HEAD,
            duplicates::all(edition).len(),
        ),
        ("findings", "Findings", comparison.findings.len()),
        (
            "utterances",
            "Shared quotations",
            comparison.utterances.len(),
        ),
        ("facts", "Facts", comparison.facts.len()),
        ("evidence", "Evidence", n_evidence),
        ("passages", "Shared narration", comparison.passages.len()),
        ("naming", "Names of one thing", comparison.naming.len()),
        ("sources", "Sources", comparison.speakers.len()),
        ("origins", "Origins", comparison.origins.len()),
        ("outlets", "Each outlet", comparison.summaries.len()),
        ("rejected", noted::REJECTED, comparison.rejected.len()),
        ("notes", noted::NOTES, comparison.notes.len()),
        (
            "articles",
            "The articles in full",
            edition.story.articles.len(),
        ),
    ];
    let alerts = comparison.findings.iter().zip(1..).filter(|it| it.0.alert);
    html! {
        nav aria-label="Contents" {
            ul {
                @for (id, name, n) in sections.iter().filter(|it| it.2 > 0) {
                    li { a href={ "#" (id) } { (name) } " " span.count { (n) } }
                }
            }
            @if comparison.findings.iter().any(|it| it.alert) {
                p { "Differences to look at" }
                ol {
                    @for (finding, rank) in alerts {
                        li value=(rank) { a href={ "#N" (rank) } { (finding.title) } }
                    }
                }
            }
        }
    }
}

fn one_text(edition: &Edition<'_>, marks: &Marks) -> Markup {
    let found = duplicates::all(edition);
    if found.is_empty() {
        return html! {};
    }
    html! {
        section #duplicates aria-labelledby="duplicates-head" {
            h2 #duplicates-head { (duplicates::HEAD) " " span.count { (found.len()) } }
            @for one_text in &found {
                article.entry {
                    h3 { (one_text.title) }
                    ul.plain {
                        @for change in &one_text.changes { li { (changed(edition, marks, change)) } }
                    }
                }
            }
        }
    }
}

fn changed(edition: &Edition<'_>, marks: &Marks, change: &Changed) -> Markup {
    html! {
        @match (&change.old, &change.new) {
            (Some(old), Some(new)) => { ins.words { (new) } " for " del.words { (old) } }
            (Some(old), None) => { "without " del.words { (old) } }
            (None, Some(new)) => { "also " ins.words { (new) } }
            (None, None) => {}
        }
        " "
        @match change.place {
            Some(place) => (at(edition, marks, place)),
            None => span.at { (change.at) },
        }
    }
}

fn left_out(problems: &[Problem]) -> Markup {
    if problems.is_empty() {
        return html! {};
    }
    html! {
        section aria-labelledby="left-out-head" {
            h2 #left-out-head { "Files left out " span.count { (problems.len()) } }
            ul.plain {
                @for problem in problems { li { (problem.file) ": " (problem.message) } }
            }
        }
    }
}

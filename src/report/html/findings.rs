//! What to read first, by rank, each with the words that prove it and the rule that made it.

use std::collections::HashMap;

use maud::{Markup, html};

use super::frame::{cited, signs, who};
use super::marks::{Layer, Marks};
use crate::model::{Finding, Subject};
use crate::report::edition::Edition;
use crate::report::phrases;

pub fn section(edition: &Edition<'_>, marks: &Marks) -> Markup {
    let findings = &edition.comparison.findings;
    if edition.story.articles.len() < 2 {
        return html! {};
    }
    // Each rule in full where it is first needed.
    let mut first_of: HashMap<&str, usize> = HashMap::new();
    html! {
        section #findings aria-labelledby="findings-head" {
            h2 #findings-head { "Findings " span.count { (findings.len()) } }
            @if findings.is_empty() {
                p.note { "No findings in these articles" }
            } @else {
                p.note {
                    "A bar at the left marks a difference to look at; the others complete, refine "
                    "or reword. A paragraph’s number leads to the words in their article."
                }
            }
            @for (finding, rank) in findings.iter().zip(1..) {
                @let first = *first_of.entry(&finding.rule).or_insert(rank);
                (one(edition, marks, finding, rank, first))
            }
        }
    }
}

fn one(
    edition: &Edition<'_>,
    marks: &Marks,
    finding: &Finding,
    rank: usize,
    first_of_rule: usize,
) -> Markup {
    let layer = Layer::of(finding.kind).class();
    html! {
        article.entry.alert[finding.alert] .(layer) id={ "N" (rank) } {
            div.kind {
                span.rank { (rank) } " " b { (finding.kind.name()) }
                @if finding.alert { " · a difference to look at" }
                " · " (phrases::confidence(finding))
                @if phrases::is_accepted(edition, finding) { " · " (phrases::ACCEPTED) }
                @match finding.subject {
                    Subject::Utterance(idx) => { " · " (reference("U", idx)) }
                    Subject::Fact(idx) => { " · " (reference("F", idx)) }
                    Subject::Places => {}
                }
                (signs(edition, &finding.presence))
            }
            h3 { (finding.title) }
            @if let Some(words) = phrases::said_words(edition, finding) { p.note { (words) } }
            ul.witnesses {
                @for places in finding.places.chunk_by(|one, next| one.article == next.article) {
                    li {
                        (who(edition, places[0].article))
                        div { @for place in places { p { (cited(edition, marks, *place)) } } }
                    }
                }
            }
            @if let Some(without) = phrases::reach(edition, finding) { p.without { (without) } }
            p.rule {
                @if first_of_rule == rank { "Rule: " (finding.rule) }
                @else { "Rule as in " a href={ "#N" (first_of_rule) } { (first_of_rule) } }
            }
        }
    }
}

fn reference(letter: &str, idx: usize) -> Markup {
    let id = format!("{letter}{}", idx + 1);
    html! { a href={ "#" (id) } { (id) } }
}

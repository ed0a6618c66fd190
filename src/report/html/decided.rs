//! What the reader rejected and noted.

use maud::{Markup, html};

use super::frame::{cited, who};
use super::marks::Marks;
use crate::model::{Note, Noted};
use crate::report::edition::Edition;
use crate::report::names::{finding_id, rejected_id, utterance_id};
use crate::report::noted;

pub fn rejected(edition: &Edition<'_>, marks: &Marks) -> Markup {
    let rejected = &edition.comparison.rejected;
    if rejected.is_empty() {
        return html! {};
    }
    html! {
        section #rejected aria-labelledby="rejected-head" {
            h2 #rejected-head { (noted::REJECTED) " " span.count { (rejected.len()) } }
            @for (idx, finding) in rejected.iter().enumerate() {
                article.entry id=(rejected_id(idx)) {
                    div.kind { span.rank { (rejected_id(idx)) } " " b { (finding.kind.name()) } }
                    h3 { (finding.title) }
                    ul.witnesses {
                        @for place in &finding.places {
                            li {
                                (who(edition, place.article))
                                p { (cited(edition, marks, *place)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

pub fn notes(edition: &Edition<'_>, marks: &Marks) -> Markup {
    let notes = &edition.comparison.notes;
    if notes.is_empty() {
        return html! {};
    }
    html! {
        section #notes aria-labelledby="notes-head" {
            h2 #notes-head { (noted::NOTES) " " span.count { (notes.len()) } }
            @for note in notes { (one(edition, marks, note)) }
        }
    }
}

fn one(edition: &Edition<'_>, marks: &Marks, note: &Note) -> Markup {
    let tags = noted::tags(note);
    let target = match note.on {
        Noted::Article(idx) => Some(format!("a{}", idx.0 + 1)),
        Noted::Utterance(idx) => Some(utterance_id(idx)),
        Noted::Finding(idx) => Some(finding_id(idx)),
        Noted::Rejected(idx) => Some(rejected_id(idx)),
        Noted::Quotation(..) | Noted::Words(_) => None,
    };
    html! {
        article.entry {
            @match (noted::place(edition, note.on), target) {
                (Some(place), _) => p {
                    (who(edition, place.article)) " " (cited(edition, marks, place))
                },
                (None, Some(target)) => h3 {
                    a href={ "#" (target) } { (noted::on(edition, note.on)) }
                },
                (None, None) => {}
            }
            @for line in note.text.lines() { p { (line) } }
            @if !tags.is_empty() { p.note { (tags) } }
        }
    }
}

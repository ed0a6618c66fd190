//! Each outlet by itself: its own sentences, what only it has, what it has no match for.

use maud::{Markup, html};

use super::frame::{cited, outlet_mark};
use super::marks::Marks;
use crate::model::{ArticleIdx, Place, Span, Summary};
use crate::report::edition::Edition;

pub fn section(edition: &Edition<'_>, marks: &Marks) -> Markup {
    let summaries = &edition.comparison.summaries;
    if summaries.is_empty() {
        return html! {};
    }
    html! {
        section #outlets aria-labelledby="outlets-head" {
            h2 #outlets-head { "Each outlet " span.count { (summaries.len()) } }
            p.note { "Sentences of the outlets, chosen by us, not written by us." }
            @for (article, summary) in edition.story.indices().zip(summaries) {
                (one(edition, marks, article, summary))
            }
        }
    }
}

fn one(edition: &Edition<'_>, marks: &Marks, article: ArticleIdx, summary: &Summary) -> Markup {
    let words = summary.distinctive.iter();
    html! {
        article.entry {
            h3 {
                (outlet_mark(article))
                a href={ "#a" (article.0 + 1) } { (edition.label(article)) }
            }
            (sentences(edition, marks, article, "Summary", &summary.sentences))
            (sentences(edition, marks, article, "Only here", &summary.only_here))
            @if !summary.distinctive.is_empty() {
                h4 { "Words that set it apart" }
                p {
                    @for (nth, (span, n)) in words.enumerate() {
                        @if nth > 0 { ", " }
                        span.words { (edition.opening(Place { article, span: *span })) }
                        "\u{a0}× " (n)
                    }
                }
            }
            @if !summary.no_match.is_empty() {
                h4 { "No match found here for" }
                ul.plain {
                    @for idx in &summary.no_match {
                        @let utterance = &edition.comparison.utterances[*idx];
                        @let base = utterance.witnesses[utterance.base].place;
                        li {
                            a href={ "#U" (idx + 1) } { "U" (idx + 1) } " "
                            span.words { (edition.opening(base)) }
                        }
                    }
                }
            }
        }
    }
}

fn sentences(
    edition: &Edition<'_>,
    marks: &Marks,
    article: ArticleIdx,
    name: &str,
    spans: &[Span],
) -> Markup {
    if spans.is_empty() {
        return html! {};
    }
    html! {
        h4 { (name) }
        ul.plain {
            @for span in spans { li { (cited(edition, marks, Place { article, span: *span })) } }
        }
    }
}

//! What is counted, known, named and said, a row for each outlet.

use maud::{Markup, html};

use super::frame::{cited, who};
use super::marks::Marks;
use crate::model::{ArticleIdx, Place, Span, Verdict};
use crate::report::edition::Edition;
use crate::report::phrases::{self, EVIDENCE_GROUPS};

/// Of the cell's width, in percent; beside it stands the number.
const LONGEST_BAR: usize = 55;

/// A section with its head, its number of rows, a note and a table; nothing without rows.
fn section(
    id: &str,
    head: &str,
    n_rows: usize,
    note: &str,
    columns: &[&str],
    rows: &Markup,
) -> Markup {
    if n_rows == 0 {
        return html! {};
    }
    html! {
        section id=(id) aria-labelledby={ (id) "-head" } {
            h2 id={ (id) "-head" } { (head) " " span.count { (n_rows) } }
            @if !note.is_empty() { p.note { (note) } }
            table aria-labelledby={ (id) "-head" } {
                thead { tr { @for column in columns { th scope="col" { (column) } } } }
                (rows)
            }
        }
    }
}

/// The line over the rows of one thing.
fn head(id: Option<&str>, class: &str, columns: usize, title: &Markup) -> Markup {
    html! {
        tr.head .(class) id=[id] { th scope="rowgroup" colspan=(columns) { (title) } }
    }
}

fn row(edition: &Edition<'_>, article: ArticleIdx, words: &Markup) -> Markup {
    html! { tr { th scope="row" { (who(edition, article)) } td { (words) } } }
}

fn all_cited(edition: &Edition<'_>, marks: &Marks, article: ArticleIdx, spans: &[Span]) -> Markup {
    html! {
        @for (nth, span) in spans.iter().enumerate() {
            @if nth > 0 { ", " }
            (cited(edition, marks, Place { article, span: *span }))
        }
    }
}

pub fn facts(edition: &Edition<'_>, marks: &Marks) -> Markup {
    let facts = phrases::facts_by_verdict(edition.comparison);
    let rows = html! {
        @for (number, fact) in &facts {
            @let id = format!("F{number}");
            @let class = match fact.verdict {
                Verdict::Differs => "fact differs",
                Verdict::Refines | Verdict::Agrees | Verdict::OnlyOne => "fact",
            };
            tbody {
                (head(Some(&id), class, 2, &html! {
                    span.rank { (id) } " " (phrases::fact(edition, fact))
                }))
                @for cell in &fact.cells {
                    (row(edition, cell.article, &all_cited(edition, marks, cell.article, &cell.spans)))
                }
            }
        }
    };
    let note = "One slot a head, what each outlet has in it; those that differ first.";
    section(
        "facts",
        "Facts",
        facts.len(),
        note,
        &["Outlet", "Words"],
        &rows,
    )
}

pub fn evidence(edition: &Edition<'_>, marks: &Marks) -> Markup {
    let statements = phrases::evidence_of_all(edition.story);
    let rows = html! {
        @for (name, kinds) in EVIDENCE_GROUPS {
            @if statements.iter().any(|it| kinds.contains(&it.1.kind)) {
                tbody {
                    (head(None, "evidence", 3, &html! { (name) }))
                    @for kind in kinds {
                        @for (article, it) in statements.iter().filter(|it| it.1.kind == *kind) {
                            tr {
                                th scope="row" { (who(edition, *article)) }
                                td.what { (phrases::evidence(*kind)) }
                                td {
                                    (cited(edition, marks, Place { article: *article, span: it.span }))
                                    @if let Some(quoted) = phrases::quoted_from(edition, *article, it) {
                                        span.by { " · " (quoted) }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    };
    let columns = ["Outlet", "Kind", "Words"];
    section(
        "evidence",
        "Statements about evidence",
        statements.len(),
        "",
        &columns,
        &rows,
    )
}

pub fn passages(edition: &Edition<'_>, marks: &Marks) -> Markup {
    let passages = &edition.comparison.passages;
    let rows = html! {
        @for (passage, number) in passages.iter().zip(1..) {
            @let id = format!("P{number}");
            tbody {
                (head(Some(&id), "quote", 2, &html! {
                    span.rank { (id) } " " (phrases::passage(passage.kind))
                }))
                @for place in &passage.members {
                    (row(edition, place.article, &cited(edition, marks, *place)))
                }
            }
        }
    };
    let note =
        "Sentences outside quotations that tell the same; who copied from whom is not known.";
    section(
        "passages",
        "Shared narration",
        passages.len(),
        note,
        &["Outlet", "Words"],
        &rows,
    )
}

pub fn naming(edition: &Edition<'_>, marks: &Marks) -> Markup {
    let things = &edition.comparison.naming;
    let rows = html! {
        @for thing in things {
            tbody {
                (head(None, "wording", 2, &html! { (thing.concept) }))
                @for cell in &thing.cells {
                    (row(edition, cell.article, &all_cited(edition, marks, cell.article, &cell.spans)))
                }
            }
        }
    };
    let note = phrases::NAMING;
    section(
        "naming",
        "Names of one thing",
        things.len(),
        note,
        &["Outlet", "Names"],
        &rows,
    )
}

pub fn wording(edition: &Edition<'_>, marks: &Marks) -> Markup {
    let own = edition
        .story
        .indices()
        .flat_map(|it| phrases::own_wording(edition.story, it));
    let n_words = own.map(|it| it.1.len()).sum();
    let rows = html! {
        @for article in edition.story.indices() {
            @let kinds = phrases::own_wording(edition.story, article);
            @if !kinds.is_empty() {
                tbody {
                    (head(None, "wording", 2, &who(edition, article)))
                    @for (name, spans) in kinds {
                        tr {
                            th.what scope="row" { (name) }
                            td { (all_cited(edition, marks, article, &spans)) }
                        }
                    }
                }
            }
        }
    };
    let note = "Words of a list of ours that take a side, in the outlet’s own voice.";
    section(
        "wording",
        "Loaded wording",
        n_words,
        note,
        &["Kind", "Words"],
        &rows,
    )
}

pub fn sources(edition: &Edition<'_>) -> Markup {
    let speakers = &edition.comparison.speakers;
    let words = speakers.iter().flat_map(|it| &it.quoted_words);
    let most = words.max().copied().unwrap_or_default().max(1);
    let rows = html! {
        tbody {
            @for speaker in speakers {
                @let heard = phrases::heard(edition.story, speaker);
                @for (nth, (article, n_words, told)) in heard.iter().enumerate() {
                    tr.first[nth == 0] {
                        @if nth == 0 {
                            th scope="rowgroup" rowspan=(heard.len()) {
                                span.words { (edition.story.words(speaker.name)) }
                            }
                        }
                        th scope="row" { (who(edition, *article)) }
                        td.heard {
                            @if *n_words > 0 {
                                span.bar style={ "width:" (n_words * LONGEST_BAR / most) "%" } {}
                            }
                            span.by { (told) }
                        }
                    }
                }
            }
        }
    };
    let note = "Who is quoted where; the bars are words in quotation marks, on one scale.";
    let columns = ["Source", "Outlet", "Words"];
    section("sources", "Sources", speakers.len(), note, &columns, &rows)
}

pub fn origins(edition: &Edition<'_>, marks: &Marks) -> Markup {
    let origins = &edition.comparison.origins;
    let rows = html! {
        @for (origin, number) in origins.iter().zip(1..) {
            @let id = format!("O{number}");
            tbody {
                (head(Some(&id), "fact", 2, &html! {
                    span.rank { (id) } " " (phrases::origin(edition, origin))
                }))
                @for (article, span) in &origin.outlets {
                    @let place = Place { article: *article, span: *span };
                    (row(edition, *article, &cited(edition, marks, place)))
                }
            }
        }
    };
    let columns = ["Outlet", "Words that show it"];
    section(
        "origins",
        "Origins",
        origins.len(),
        phrases::ORIGINS,
        &columns,
        &rows,
    )
}

//! One thing said, in all its witnesses: the fullest first, in the others their edits lit.

use maud::{Markup, html};

use super::frame::{at, who};
use super::marks::Marks;
use crate::model::{Attribution, Edit, EditKind, Span, Utterance};
use crate::report::edition::Edition;
use crate::report::phrases;

pub fn section(edition: &Edition<'_>, marks: &Marks) -> Markup {
    let utterances = &edition.comparison.utterances;
    if utterances.is_empty() {
        return html! {};
    }
    html! {
        section #utterances aria-labelledby="utterances-head" {
            h2 #utterances-head { "Shared quotations " span.count { (utterances.len()) } }
            p.note {
                "The fullest witness stands first. In the others, a letter behind lit words, or "
                "behind a caret where they have none, leads to what differs."
            }
            @for (utterance, number) in utterances.iter().zip(1..) {
                (one(edition, marks, utterance, number))
            }
        }
    }
}

fn one(edition: &Edition<'_>, marks: &Marks, utterance: &Utterance, number: usize) -> Markup {
    let layer = match utterance.attribution {
        Attribution::Differs => "attribution",
        Attribution::Agrees | Attribution::Unattributed | Attribution::Open => "quote",
    };
    let others = (0..utterance.witnesses.len()).filter(|it| *it != utterance.base);
    let base = utterance.witnesses[utterance.base].place;
    html! {
        article.entry id={ "U" (number) } {
            p class={ "kind " (layer) } {
                span.rank { "U" (number) } " " (phrases::attribution(edition, utterance))
            }
            h3 { (edition.opening(base)) }
            ul.witnesses {
                @for nth in std::iter::once(utterance.base).chain(others) {
                    (witness(edition, marks, utterance, nth))
                }
            }
        }
    }
}

fn witness(edition: &Edition<'_>, marks: &Marks, utterance: &Utterance, nth: usize) -> Markup {
    let witness = &utterance.witnesses[nth];
    let edits: Vec<&Edit> = utterance.edits.iter().filter(|it| it.to == nth).collect();
    let said_by = phrases::said_by(edition, witness.place.article, witness.quotation);
    let language = edition
        .story
        .article(witness.place.article)
        .language
        .as_deref();
    html! {
        li.reported[witness.reported] {
            (who(edition, witness.place.article))
            div.said {
                p.words lang=[language] dir="auto" {
                    "“" (lit(edition, utterance, nth)) "” " (at(edition, marks, witness.place))
                }
                p.by {
                    (said_by)
                    @if witness.reported { " · told in the outlet’s words" }
                    @if nth == utterance.base { " · the fullest" }
                }
                @if !edits.is_empty() {
                    ul.edits {
                        @for (nth, edit) in edits.iter().enumerate() {
                            li {
                                @if is_lit(utterance, edit) {
                                    span.letter { (letter(nth)) } " "
                                }
                                (phrases::edit(edition, utterance, edit))
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The words are of the witness; what was moved may stand outside it.
fn is_lit(utterance: &Utterance, edit: &Edit) -> bool {
    let place = utterance.witnesses[edit.to].place;
    edit.to_span.is_none_or(|it| place.span.covers(it))
}

/// Words of a witness that differ, or a place where it has none.
struct Lit {
    span: Span,
    class: &'static str,
    letter: Option<char>,
}

fn lit(edition: &Edition<'_>, utterance: &Utterance, nth: usize) -> Markup {
    let place = utterance.witnesses[nth].place;
    let text = &edition.story.article(place.article).text;
    let mut lit = lit_words(text, utterance, nth);
    lit.retain(|it| place.span.covers(it.span));
    lit.sort_by_key(|it| it.span);
    let mut from = place.span.start();
    // Of two that overlap, the second begins where the first ends.
    let pieces = lit.into_iter().map(|it| {
        let start = it.span.start().max(from);
        let before = &text[from..start];
        let words = text.get(start..it.span.end()).unwrap_or_default();
        from = start + words.len();
        html! {
            (before)
            @if it.span.is_empty() {
                span.caret aria-hidden="true" { "‸" }
            } @else if !words.is_empty() {
                span class={ "lit " (it.class) } { (words) }
            }
            @if let Some(letter) = it.letter { sup.letter { (letter) } }
        }
    });
    let pieces: Vec<Markup> = pieces.collect();
    html! {
        @for piece in &pieces { (piece) }
        (&text[from..place.span.end()])
    }
}

fn lit_words(text: &str, utterance: &Utterance, nth: usize) -> Vec<Lit> {
    if nth == utterance.base {
        let theirs = utterance.edits.iter().filter_map(|it| it.from_span);
        let lit = |span| Lit {
            span,
            class: "base",
            letter: None,
        };
        return theirs.map(lit).collect();
    }
    let edits = utterance.edits.iter().filter(|it| it.to == nth);
    let lit = edits.enumerate().filter_map(|(number, edit)| {
        let span = match edit.to_span {
            Some(span) => phrases::with_brackets(text, span),
            None => gap(text, utterance, edit)?,
        };
        Some(Lit {
            span,
            class: class(edit.kind),
            letter: Some(letter(number)),
        })
    });
    lit.collect()
}

/// Where the witness would have the words that it does not have.
fn gap(text: &str, utterance: &Utterance, edit: &Edit) -> Option<Span> {
    let from = edit.from_span?;
    let has_them = |it: &&crate::model::CollationColumn| {
        it.cells[edit.from].is_some_and(|it| it.overlaps(from))
    };
    let columns = utterance.collation.iter();
    let before = columns.take_while(|it| !has_them(it));
    let last = before.filter_map(|it| it.cells[edit.to]).last();
    let start = utterance.witnesses[edit.to].place.span.start();
    let at = last.map_or(start, Span::end);
    Span::new(text, at..at)
}

fn class(kind: EditKind) -> &'static str {
    match kind {
        EditKind::Bracket => "bracket",
        EditKind::Ellipsis => "ellipsis",
        EditKind::Cut => "cut",
        EditKind::Extension => "extension",
        EditKind::Splice => "splice",
        EditKind::Split => "split",
        EditKind::Moved => "moved",
        EditKind::Wording => "changed",
    }
}

fn letter(nth: usize) -> char {
    let letters = 'a'..='z';
    letters.clone().nth(nth % letters.count()).unwrap_or('a')
}

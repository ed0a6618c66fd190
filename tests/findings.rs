//! What is found between small invented articles, case by case.

mod common;
#[path = "common/texts.rs"]
mod texts;

use common::compared;
use crossread::model::{EditKind, FindingKind, Span};
use texts::inputs;

/// A cut that takes an editor's bracket with it is a cut.
#[test]
fn a_cut_sentence_with_a_bracket_in_it_is_a_cut() {
    let (story, comparison) = compared(&inputs(&[
        (
            "coast.txt",
            "“The old wall was never meant to hold back a [spring] tide. So we simply have to build a higher one next year,” Mayor Ada Ruiz said.",
        ),
        (
            "north.txt",
            "“So we simply have to build a higher one next year,” Ada Ruiz told reporters.",
        ),
        (
            "south.txt",
            "“The old wall was never meant to hold back a tide. So we simply have to build a higher one next year,” Ada Ruiz said on Monday.",
        ),
    ]));
    let utterance = &comparison.utterances[0];
    let edits: Vec<(EditKind, Option<&str>)> = utterance
        .edits
        .iter()
        .map(|it| {
            let text = &story
                .article(utterance.witnesses[it.from].place.article)
                .text;
            (it.kind, it.from_span.map(|span: Span| span.of(text)))
        })
        .collect();
    let gone = "The old wall was never meant to hold back a [spring] tide";
    assert_eq!(
        edits,
        [
            (EditKind::Cut, Some(gone)),
            (EditKind::Bracket, Some("spring"))
        ]
    );
}

/// Statements that name no evidence do not take the place of the one that does.
#[test]
fn evidence_is_found_behind_confirmations() {
    let (story, comparison) = compared(&inputs(&[
        (
            "coast.txt",
            "The port confirmed the leak. The city confirmed that the gate is shut. The mayor said there is evidence that the wall was damaged on purpose.",
        ),
        (
            "north.txt",
            "The mayor said that the wall was damaged. The mayor did not provide direct evidence for this claim.",
        ),
    ]));
    let finding = comparison
        .findings
        .iter()
        .find(|it| it.kind == FindingKind::Evidence)
        .expect("one says there is evidence, the other that none was given");
    let words: Vec<&str> = finding.places.iter().map(|it| story.words(*it)).collect();
    assert_eq!(words.len(), 2, "{words:?}");
    assert!(words[0].contains("there is evidence"), "{words:?}");
    assert!(
        words[1].contains("did not provide direct evidence"),
        "{words:?}"
    );
}

#[test]
fn quotation_marks_in_a_title_are_balanced() {
    let (_, comparison) = compared(&inputs(&[
        (
            "coast.txt",
            "He said the port had received “dozens” of barges. The sea was calm at dawn.",
        ),
        ("north.txt", "Rain fell on the harbor."),
    ]));
    for finding in &comparison.findings {
        let n = |mark: char| finding.title.matches(mark).count();
        assert_eq!(n('“'), n('”'), "{}", finding.title);
    }
}

/// An article that tells a sentence twice, once without its opening, has moved nothing.
#[test]
fn words_of_the_base_are_not_moved() {
    let (_, comparison) = compared(&inputs(&[(
        "coast.txt",
        "“In the last few days we saw that the wall will not hold the spring tide,” Ada Ruiz said.\n\n“We saw that the wall will not hold the spring tide,” Ada Ruiz told reporters.",
    )]));
    let kinds: Vec<EditKind> = comparison.utterances[0]
        .edits
        .iter()
        .map(|it| it.kind)
        .collect();
    assert_eq!(kinds, [EditKind::Cut]);
}

/// A count ends with its paragraph.
#[test]
fn a_count_does_not_go_on_in_the_next_paragraph() {
    let (story, _) = compared(&inputs(&[(
        "coast.txt",
        "The port received dozens\n\nof hundreds of barges it had asked for.",
    )]));
    let article = story.indices().next().expect("one article");
    for quantity in &story.annotations(article).quantities {
        let words = quantity.span.of(&story.article(article).text);
        assert!(!words.contains('\n'), "{words}");
    }
}

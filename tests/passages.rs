//! Which narration tells the same, in invented articles.

mod common;
#[path = "common/texts.rs"]
mod texts;

use common::compared;
use crossread::model::PassageKind;
use texts::inputs;

#[track_caller]
fn check(coast: &str, north: &str, expected: Option<PassageKind>) {
    let (story, comparison) = compared(&inputs(&[("coast.txt", coast), ("north.txt", north)]));
    let found: Vec<PassageKind> = comparison.passages.iter().map(|it| it.kind).collect();
    assert_eq!(found, Vec::from_iter(expected));
    for passage in &comparison.passages {
        let words: Vec<&str> = passage.members.iter().map(|it| story.words(*it)).collect();
        assert_eq!(words.len(), 2, "{words:?}");
    }
}

const RESCUE: &str = "Lifeboats rescued sixty passengers from the stern deck before the ferry sank on Tuesday night.";

#[test]
fn the_same_in_other_words_is_a_paraphrase() {
    check(
        RESCUE,
        "On Tuesday night sixty passengers were rescued by lifeboats from the deck of the sinking ferry.",
        Some(PassageKind::Paraphrase),
    );
}

#[test]
fn most_of_the_same_words_are_reused() {
    check(
        RESCUE,
        "Lifeboats rescued sixty passengers from the stern deck before the ferry sank, police say.",
        Some(PassageKind::Reused),
    );
}

#[test]
fn a_negation_keeps_two_apart() {
    check(
        RESCUE,
        "Lifeboats never rescued sixty passengers from the stern deck before the ferry sank on Tuesday night.",
        None,
    );
}

#[test]
fn a_word_of_opposite_sense_keeps_two_apart() {
    check(
        "The price of bread in the harbor town rose sharply over the whole winter.",
        "The price of bread in the harbor town fell sharply over the whole winter.",
        None,
    );
}

#[test]
fn another_number_keeps_two_apart() {
    check(
        RESCUE,
        "Lifeboats rescued ninety passengers from the stern deck before the ferry sank on Tuesday night.",
        None,
    );
}

#[test]
fn exchanged_parts_keep_two_apart() {
    check(
        "The engineer Maria Ruiz accused the minister Peter Pell of neglecting the old sea wall.",
        "The minister Peter Pell accused the engineer Maria Ruiz of neglecting the old sea wall.",
        None,
    );
}

#[test]
fn the_same_topic_is_not_the_same_statement() {
    check(
        RESCUE,
        "The ferry carries four hundred passengers to the island on every Tuesday night in summer.",
        None,
    );
}

#[test]
fn what_is_quoted_is_no_narration() {
    check(
        "“Lifeboats rescued sixty passengers from the stern deck before the ferry sank,” Maria Ruiz said.",
        "“Lifeboats rescued sixty passengers from the stern deck before the ferry sank,” Maria Ruiz said.",
        None,
    );
}

#[test]
fn a_headline_stands_beside_what_it_sums_up() {
    check(
        "Lifeboats rescue sixty passengers\n\nBy Maria Ruiz\n\nRain fell on the harbor.",
        "Lifeboats rescued sixty passengers from the deck of the old ferry on Tuesday night.",
        Some(PassageKind::Paraphrase),
    );
}

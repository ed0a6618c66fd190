//! Each kind of edit, once where it is and once where it only seems to be, in invented quotations.

mod common;
#[path = "common/texts.rs"]
mod texts;

use common::compared;
use crossread::model::{ArticleIdx, Comparison, Edit, EditKind, Place, Span, Story};
use texts::inputs;

/// What `north` does to the words that `coast` has, as `kind: words -> words flags`.
fn edits(coast: &str, north: &str) -> Vec<String> {
    let of = |words: &str, day: &str| format!("{words} Mayor Maria Ruiz said on {day}.");
    let (coast, north) = (of(coast, "Monday"), of(north, "Tuesday"));
    let (story, comparison) = compared(&inputs(&[("coast.txt", &coast), ("north.txt", &north)]));
    let utterances = comparison.utterances.iter();
    utterances
        .flat_map(|utterance| {
            let story = &story;
            utterance.edits.iter().map(move |edit| {
                let article = |it: usize| utterance.witnesses[it].place.article;
                shown(story, edit, article(edit.from), article(edit.to))
            })
        })
        .collect()
}

fn shown(story: &Story, edit: &Edit, from: ArticleIdx, to: ArticleIdx) -> String {
    let words = |article: ArticleIdx, span: Option<Span>| {
        span.map_or("", |span| story.words(Place { article, span }))
    };
    let flags = [
        (edit.marked, " marked"),
        (edit.flags.hedge, " hedge"),
        (edit.flags.recapitalised, " recapitalised"),
        (edit.flags.sentence_boundary, " sentence"),
    ];
    let flags = flags.into_iter().filter(|it| it.0).map(|it| it.1);
    format!(
        "{:?}: {} -> {}{}",
        edit.kind,
        words(from, edit.from_span),
        words(to, edit.to_span),
        flags.collect::<String>()
    )
}

#[track_caller]
fn check(coast: &str, north: &str, expected: &[&str]) {
    assert_eq!(edits(coast, north), expected);
}

#[test]
fn case_marks_contractions_and_spelling_are_no_edit() {
    check(
        "“We're sure that the harbour wall won't hold; we need a café, and 1,000 pumps,”",
        "\"We are sure that the harbor wall will not hold, we need a cafe and 1000 pumps.\"",
        &[],
    );
}

#[test]
fn an_s_that_stands_for_is_is_no_edit() {
    check(
        "“But the weather’s looking good and the harbor is quiet,”",
        "“But the weather is looking good and the harbor’s quiet,”",
        &[],
    );
}

#[test]
fn an_editors_word_is_a_bracket() {
    check(
        "“We watched the barges crossing the sandbank all of last night,”",
        "“We watched the [vessels] crossing the sandbank all of last night,”",
        &["Bracket: barges -> vessels marked"],
    );
}

#[test]
fn an_inserted_explanation_is_a_bracket() {
    check(
        "“We watched the tugs [small boats] crossing the sandbank all of last night,”",
        "“We watched the tugs crossing the sandbank all of last night,”",
        &["Bracket: small boats ->  marked"],
    );
    check(
        "“We watched the tugs (small boats) crossing the sandbank all of last night,”",
        "“We watched the tugs crossing the sandbank all of last night,”",
        &["Bracket: small boats ->  marked"],
    );
}

#[test]
fn small_words_beside_a_bracket_are_an_edit_of_their_own() {
    check(
        "“We watched the barges and used them to cross the sandbank last night,”",
        "“We watched the [vessels], used them to cross the sandbank last night,”",
        &["Bracket: barges -> vessels marked", "Wording: and -> "],
    );
}

#[test]
fn a_word_without_brackets_is_wording() {
    check(
        "“We watched the barges crossing the sandbank all of last night,”",
        "“We watched the vessels crossing the sandbank all of last night,”",
        &["Wording: barges -> vessels"],
    );
}

#[test]
fn a_marked_gap_is_an_ellipsis() {
    check(
        "“The pumps failed at nine, the alarm was silent and the old wall gave way before dawn,”",
        "“The pumps failed at nine … and the old wall gave way before dawn,”",
        &["Ellipsis: the alarm was silent ->  marked"],
    );
}

#[test]
fn an_unmarked_gap_is_no_ellipsis() {
    check(
        "“The pumps failed at nine, the alarm was silent and the old wall gave way before dawn,”",
        "“The pumps failed at nine, and the old wall gave way before dawn,”",
        &["Wording: the alarm was silent -> "],
    );
}

#[test]
fn a_later_start_and_a_sooner_end_are_cuts() {
    check(
        "“For a whole week the pumps failed at nine and the old wall gave way before dawn,”",
        "“the pumps failed at nine and the old wall gave way,”",
        &["Cut: For a whole week -> ", "Cut: before dawn -> "],
    );
}

#[test]
fn a_start_in_mid_sentence_with_a_capital_is_flagged() {
    check(
        "“For a whole week the pumps failed at nine and the old wall gave way,”",
        "“The pumps failed at nine and the old wall gave way,”",
        &["Cut: For a whole week ->  recapitalised"],
    );
    check(
        "“For a whole week the pumps failed at nine and the old wall gave way,”",
        "“the pumps failed at nine and the old wall gave way,”",
        &["Cut: For a whole week -> "],
    );
}

#[test]
fn what_only_another_outlet_has_at_the_end_is_an_extension() {
    check(
        "“The pumps failed at nine on that [long] night and [then] the old wall gave way,”",
        "“The pumps failed at nine on that night and the old wall gave way by dawn,”",
        &[
            "Bracket:  -> long marked",
            "Bracket:  -> then marked",
            "Cut: by dawn -> ",
        ],
    );
    let (_, comparison) = extension();
    let kinds: Vec<EditKind> = comparison.utterances[0]
        .edits
        .iter()
        .map(|it| it.kind)
        .collect();
    assert_eq!(kinds, [EditKind::Cut, EditKind::Extension]);
}

/// The base lacks an end that the shorter witness has.
fn extension() -> (Story, Comparison) {
    compared(&inputs(&[
        (
            "coast.txt",
            "“For a whole long week the pumps failed at nine and the old wall gave way,” Mayor Maria Ruiz said.",
        ),
        (
            "north.txt",
            "“the pumps failed at nine and the old wall gave way before dawn,” Mayor Maria Ruiz said.",
        ),
    ]))
}

#[test]
fn the_fullest_text_takes_from_each_what_the_base_lacks() {
    let (story, comparison) = extension();
    let fullest = comparison.utterances[0].fullest.iter();
    let words: Vec<(usize, &str)> = fullest.map(|it| (it.article.0, story.words(*it))).collect();
    assert_eq!(
        words,
        [
            (
                0,
                "For a whole long week the pumps failed at nine and the old wall gave way,"
            ),
            (1, "before dawn")
        ]
    );
}

#[test]
fn the_fullest_text_has_the_words_behind_a_bracket() {
    let (story, comparison) = compared(&inputs(&[
        (
            "coast.txt",
            "“We watched the [vessels] crossing the sandbank until it was nearly dawn,” Mayor Maria Ruiz said.",
        ),
        (
            "north.txt",
            "“We watched the barges crossing the sandbank,” Mayor Maria Ruiz said.",
        ),
    ]));
    let fullest = comparison.utterances[0].fullest.iter();
    let words: Vec<&str> = fullest.map(|it| story.words(*it)).collect();
    assert_eq!(
        words,
        [
            "We watched the",
            "barges",
            "crossing the sandbank until it was nearly dawn,"
        ]
    );
}

#[test]
fn a_sentence_gone_between_two_is_a_splice() {
    check(
        "“The pumps failed before nine. Nobody in town had slept. The old wall gave way at dawn,”",
        "“The pumps failed before nine. The old wall gave way at dawn,”",
        &["Splice: Nobody in town had slept ->  sentence"],
    );
}

#[test]
fn two_sentences_made_one_and_one_made_two() {
    check(
        "“The pumps failed before nine. And the old wall gave way at dawn,”",
        "“The pumps failed before nine and the old wall gave way at dawn,”",
        &["Splice: nine. And -> nine and sentence"],
    );
    check(
        "“The pumps failed before nine and the old wall gave way at dawn,”",
        "“The pumps failed before nine. And the old wall gave way at dawn,”",
        &["Split: nine and -> nine. And sentence"],
    );
}

/// Where the same words stand on both sides of a gap, it is where the outlet shows that it cut.
#[test]
fn a_gap_lies_where_it_is_shown() {
    check(
        "“We asked for pumps in March. We asked for stone in May. We asked for pilots all summer,”",
        "“We asked for pumps in March … We asked for pilots all summer,”",
        &["Ellipsis: We asked for stone in May ->  marked"],
    );
}

#[test]
fn a_sentences_end_beside_an_ellipsis_is_no_split() {
    check(
        "“The pumps failed before nine. The old wall gave way at dawn,”",
        "“The pumps failed before nine … The old wall gave way at dawn,”",
        &[],
    );
}

#[test]
fn a_time_in_another_sentence_has_moved() {
    check(
        "“No order to shut the gate came from us after nine that evening. Nobody had touched the controls of it,”",
        "“No order to shut the gate came from us. After nine that evening nobody had touched the controls of it,”",
        &["Moved: after nine that evening -> After nine that evening sentence"],
    );
}

#[test]
fn a_time_in_the_same_sentence_has_moved_within_it() {
    check(
        "“On Tuesday night the pumps failed and the old wall gave way before dawn,”",
        "“The pumps failed and the old wall gave way before dawn on Tuesday night,”",
        &["Moved: On Tuesday night -> on Tuesday night"],
    );
}

#[test]
fn other_words_at_the_other_end_have_not_moved() {
    check(
        "“On Tuesday night the pumps failed and the old wall gave way before dawn,”",
        "“The pumps failed and the old wall gave way before dawn in the rain,”",
        &[
            "Cut: On Tuesday night ->  recapitalised",
            "Extension:  -> in the rain",
        ],
    );
}

#[test]
fn a_hedge_that_governs_what_stays_is_flagged() {
    check(
        "“We assess that somebody signed in and ordered the gate to close,”",
        "“Somebody signed in and ordered the gate to close,”",
        &["Cut: We assess that ->  hedge recapitalised"],
    );
}

#[test]
fn a_hedge_far_from_what_stays_is_not_flagged() {
    check(
        "“Perhaps the rain of that long week was to blame for it all, but somebody signed in and ordered the gate to close,”",
        "“Somebody signed in and ordered the gate to close,”",
        &["Cut: Perhaps the rain of that long week was to blame for it all, but ->  recapitalised"],
    );
}

#[test]
fn a_repeated_word_does_not_hide_a_cut() {
    check(
        "“He pushed the gate, he tried to hold the old wall with both of his hands,”",
        "“He tried to hold the old wall with both of his hands,”",
        &["Cut: He pushed the gate ->  recapitalised"],
    );
}

/// The words are all there, with `she said` between two of the sentences.
#[test]
fn a_quotation_that_is_interrupted_is_not_cut() {
    check(
        "“They pushed the gate. They tried to hold the old wall with both of their hands. They shouted for help all night,”",
        "“They pushed the gate,” Maria Ruiz said. “They tried to hold the old wall with both of their hands. They shouted for help all night,”",
        &[],
    );
}

/// So is one sentence that goes on after `she said`, whichever part is held against the whole.
#[test]
fn a_sentence_that_is_interrupted_has_not_moved() {
    let whole = "“If the gate had been locked at nine, nobody could have signed in at that desk,”";
    let parts = [
        "“If the gate had been locked at nine,” Maria Ruiz said, “nobody could have signed in at that desk.”",
        "“If the gate had been locked at nine, nobody could,” Maria Ruiz told the town’s own inquiry, “have signed in at that desk.”",
    ];
    for it in parts {
        check(whole, it, &[]);
    }
}

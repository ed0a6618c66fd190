//! What is one utterance and what only looks like it, case by case, in invented articles.

mod common;
#[path = "common/texts.rs"]
mod texts;

use common::compared;
use crossread::model::{Attribution, Comparison, Story};
use texts::inputs;

/// The witnesses of each utterance as `file: words`, reported ones as `file~ words`.
fn told(story: &Story, comparison: &Comparison) -> Vec<Vec<String>> {
    let witness = |it: &crossread::model::Witness| {
        let file = story
            .article(it.place.article)
            .file
            .trim_end_matches(".txt");
        let sign = if it.reported { '~' } else { ':' };
        format!("{file}{sign} {}", story.words(it.place))
    };
    let utterances = comparison.utterances.iter();
    utterances
        .map(|it| it.witnesses.iter().map(witness).collect())
        .collect()
}

#[track_caller]
fn check(coast: &str, north: &str, expected: &[&[&str]]) {
    let (story, comparison) = compared(&inputs(&[("coast.txt", coast), ("north.txt", north)]));
    assert_eq!(told(&story, &comparison), expected);
}

#[track_caller]
fn check_attribution(articles: &[(&str, &str)], expected: Attribution) {
    let (story, comparison) = compared(&inputs(articles));
    let [utterance] = comparison.utterances.as_slice() else {
        panic!("{:#?}", told(&story, &comparison));
    };
    assert_eq!(utterance.attribution, expected, "{:?}", utterance.witnesses);
}

const BARGES: &str = "“The port has received dozens of these barges so far and will likely take more shipments in spring,” Mayor Maria Ruiz said.";

#[test]
fn a_word_in_marks_joins_the_sentence_that_its_clause_tells() {
    check(
        BARGES,
        "Maria Ruiz said the port had received “dozens” of barges so far and would take more shipments in spring.",
        &[&[
            "coast: The port has received dozens of these barges so far and will likely take more shipments in spring,",
            "north: dozens",
        ]],
    );
}

/// Each is found in the other, and is a witness once.
#[test]
fn two_fragments_are_one_utterance_of_two_witnesses() {
    check(
        "Maria Ruiz said the storm had done “massive damage” to the gate of the harbor.",
        "The storm did “massive damage” to the harbor gate, Maria Ruiz said.",
        &[&["coast: massive damage", "north: massive damage"]],
    );
}

#[test]
fn fragments_of_one_sentence_are_one_utterance() {
    let (story, comparison) = compared(&inputs(&[
        (
            "coast.txt",
            "The ferry was in a “sharp curve” when it tipped over, Maria Ruiz said.",
        ),
        (
            "north.txt",
            "The ferry was in a “sharp curve” when it tipped over, Maria Ruiz said.",
        ),
        (
            "south.txt",
            "The ferry was in a “sharp curve with a limit of two knots” when it tipped over, Maria Ruiz said.",
        ),
        (
            "west.txt",
            "The ferry was in a “sharp curve” when it tipped over, Maria Ruiz said.",
        ),
    ]));
    let told = told(&story, &comparison);
    assert_eq!(told.len(), 1, "{told:#?}");
    assert_eq!(told[0].len(), 4, "{told:#?}");
}

#[test]
fn a_word_in_marks_with_another_predicate_stays_apart() {
    check(
        BARGES,
        "Maria Ruiz said “dozens” of sailors had left the town.",
        &[],
    );
}

#[test]
fn the_title_of_a_work_is_no_utterance() {
    check(
        "“I wept when I saw ‘The Long Groan’ again,” Pat Low said of the film.",
        "Pat Low played the captain in “The Long Groan” and was proud of it.",
        &[],
    );
}

#[test]
fn reported_speech_that_tells_the_same_is_a_weak_witness() {
    check(
        "“We will publish the log of the gate as soon as the police return it,” Helena Low said.",
        "Helena Low promised reporters on Monday. She said that the log of the gate would be published when the police return it.",
        &[&[
            "coast: We will publish the log of the gate as soon as the police return it,",
            "north~ She said that the log of the gate would be published when the police return it",
        ]],
    );
}

#[test]
fn reported_speech_that_denies_or_negates_it_is_none() {
    let quoted =
        "“We will publish the log of the gate as soon as the police return it,” Helena Low said.";
    check(
        quoted,
        "Helena Low denied that the log of the gate would be published when the police return it.",
        &[],
    );
    check(
        quoted,
        "Helena Low said that the log of the gate would not be published when the police return it.",
        &[],
    );
}

#[test]
fn reported_speech_with_another_number_is_none() {
    check(
        "“The wall will cost the town 40 million crowns this winter,” Helena Low said.",
        "Helena Low said that the wall would cost the town 90 million crowns this winter.",
        &[],
    );
}

/// An embedded post has the words without marks; whoever is named in them reports nothing.
#[test]
fn the_same_words_without_marks_are_no_report() {
    check(
        "“We were warned by the ministry that bad water had been found in the old main line,” Maria Ruiz said.",
        "We were warned by the ministry that bad water had been found in the old main line.",
        &[],
    );
}

#[test]
fn a_short_sentence_of_one_speaker_is_one_utterance() {
    check(
        "“It has always been leaking. We must keep the gate shut all night,” Maria Ruiz said.",
        "“It has always been leaking,” Maria Ruiz said.",
        &[&[
            "coast: It has always been leaking",
            "north: It has always been leaking,",
        ]],
    );
    check(
        "“It has always been leaking. We must keep the gate shut all night,” Maria Ruiz said.",
        "“It has always been leaking,” Peter Pell said.",
        &[],
    );
}

#[test]
fn a_few_words_with_others_between_them_are_no_utterance() {
    check(
        "The skippers, Maria Ruiz said, “are warned by the harbor about how to use that discretion.”",
        "“The buyers are warned by the rules the harbor posts,” Maria Ruiz said.",
        &[],
    );
}

/// Five words in a row, but of two sentences that tell other things.
#[test]
fn a_phrase_of_two_long_sentences_is_no_link() {
    check(
        "“We remain deeply worried about the safety and health of the sailors who are still missing in the northern ice,” the union said.",
        "“Our ministry will go on to keep the safety and health of the miners in its charge a matter of daily concern to us all.” That was all.",
        &[],
    );
}

#[test]
fn the_halves_of_one_quotation_are_no_repetition() {
    check(
        "“They told us it would keep the sea out,” said Nell Garrow. “Nobody told us it would keep us out as well.”",
        "Rain fell on the harbor.",
        &[],
    );
}

#[test]
fn a_dek_that_repeats_the_body_is_one_utterance() {
    check(
        "“Nobody told us that the wall would keep us out,” Nell Garrow said on Monday.\n\nRain fell. “Nobody told us that the wall would keep us out,” Nell Garrow said.",
        "Rain fell on the harbor.",
        &[&[
            "coast: Nobody told us that the wall would keep us out,",
            "coast: Nobody told us that the wall would keep us out,",
        ]],
    );
}

#[test]
fn a_phrase_that_two_people_share_is_no_utterance() {
    check(
        "“We were told by the ministry that bad water had been found and the two pumps were taken off the main line,” Maria Ruiz said.",
        "“The old pumps were taken off the main line because a child had fallen into the shaft last winter,” Peter Pell said.",
        &[],
    );
}

const LIST: &str = "“We gave the police a list of eleven names,”";

#[test]
fn two_people_with_the_same_words_differ() {
    check_attribution(
        &[
            ("coast.txt", &format!("{LIST} Maria Ruiz said.")),
            ("north.txt", &format!("{LIST} Peter Pell said.")),
        ],
        Attribution::Differs,
    );
}

#[test]
fn a_spokeswoman_and_the_one_she_speaks_for_agree() {
    check_attribution(
        &[
            ("coast.txt", &format!("{LIST} Peter Pell said.")),
            (
                "north.txt",
                &format!("{LIST} said Maria Ruiz, a spokeswoman for Peter Pell."),
            ),
        ],
        Attribution::Agrees,
    );
}

#[test]
fn a_lawyer_speaks_for_no_one_else() {
    let quoted = format!("{LIST} Peter Pell said.");
    let against = format!("{LIST} said Maria Ruiz, a lawyer for a woman accusing Peter Pell.");
    check_attribution(
        &[("coast.txt", &quoted), ("north.txt", &against)],
        Attribution::Differs,
    );
    // Of two who were named, nothing tells whose lawyer it is.
    let open = format!("Agnes Low accused Peter Pell. {LIST} her lawyer Maria Ruiz said.");
    check_attribution(
        &[("coast.txt", &quoted), ("north.txt", &open)],
        Attribution::Open,
    );
}

#[test]
fn a_short_given_name_is_the_same_person() {
    check_attribution(
        &[
            ("coast.txt", &format!("{LIST} Dick Pell said.")),
            ("north.txt", &format!("{LIST} Richard Pell said.")),
        ],
        Attribution::Agrees,
    );
}

/// Two of one surname may be one person under a name that was read wrongly.
#[test]
fn a_lone_surname_is_of_the_one_who_is_named_most() {
    let full = format!(
        "Karl Pell came. Karl Pell spoke. Karl Pell left. Karl Pell slept. {LIST} Mary Pell said."
    );
    check_attribution(
        &[
            ("coast.txt", &full),
            ("north.txt", &format!("{LIST} Mr. Pell said.")),
        ],
        Attribution::Open,
    );
}

#[test]
fn a_body_and_its_spokesman_agree() {
    check_attribution(
        &[
            ("coast.txt", &format!("{LIST} the Harbor Ministry said.")),
            (
                "north.txt",
                &format!("{LIST} Harbor Ministry spokesman Peter Pell said."),
            ),
        ],
        Attribution::Agrees,
    );
}

/// One pronoun may be resolved wrongly; two outlets that agree are no chance.
#[test]
fn a_pronoun_alone_makes_no_difference_but_two_do() {
    let he = "Peter Pell stood at the gate on Monday. “We gave the police a list of eleven names,” he said.";
    let named = format!("{LIST} Maria Ruiz said.");
    check_attribution(
        &[("coast.txt", he), ("north.txt", &named)],
        Attribution::Open,
    );
    check_attribution(
        &[("coast.txt", he), ("north.txt", &named), ("south.txt", he)],
        Attribution::Differs,
    );
}

#[test]
fn a_representative_of_somebody_named_before_agrees_with_him() {
    check_attribution(
        &[
            ("coast.txt", &format!("{LIST} Peter Pell said.")),
            (
                "north.txt",
                &format!("Rain fell on Peter Pell. {LIST} his representative Maria Ruiz said."),
            ),
        ],
        Attribution::Agrees,
    );
}

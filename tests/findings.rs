//! What is found between small invented articles, case by case.

mod common;
#[path = "common/texts.rs"]
mod texts;

use common::compared;
use crossread::model::{Attribution, Comparison, EditKind, FindingKind, Presence, Span, Verdict};
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
            "The mayor said that the wall was damaged. The mayor did not give any evidence of this claim.",
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
    assert!(words[1].contains("did not give any evidence"), "{words:?}");
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

fn edit_findings(comparison: &Comparison) -> Vec<(&str, bool)> {
    let findings = comparison.findings.iter();
    findings
        .filter(|it| it.kind == FindingKind::Edit)
        .map(|it| (it.title.as_str(), it.alert))
        .collect()
}

fn n_edits(coast: &str, north: &str) -> usize {
    let (_, comparison) = compared(&inputs(&[("coast.txt", coast), ("north.txt", north)]));
    edit_findings(&comparison).len()
}

/// An outlet that quotes three words in its own sentence has cut nothing.
#[test]
fn a_fragment_is_no_cut() {
    let (_, comparison) = compared(&inputs(&[
        (
            "coast.txt",
            "“We assess that somebody signed in with an old maintenance password,” Maria Ruiz said.",
        ),
        (
            "north.txt",
            "Maria Ruiz said that somebody had used an “old maintenance password” to sign in.",
        ),
    ]));
    assert!(edit_findings(&comparison).is_empty());
}

/// Two quotations of one sentence that do not agree on its words: no cut explains it. An alert where
/// they do not agree on a number, a name, or on yes and no.
#[test]
fn other_words_in_a_quotation_are_told() {
    let coast = "“This is the end of fair rules for the harbor, of free passage and of free choice,” Maria Ruiz said.";
    let title = |north: &str| {
        let (_, comparison) = compared(&inputs(&[("coast.txt", coast), ("north.txt", north)]));
        let mut found = comparison.findings.iter();
        let found = found.find(|it| it.kind == FindingKind::Edit)?;
        Some((found.title.clone(), found.alert))
    };
    let other = "“This is the end of fair rules for the harbor, of free passage and of self-rule,” Maria Ruiz said.";
    let (told, is_alert) = title(other).expect("two words against another");
    assert!(
        told.contains("free choice") && told.contains("self-rule") && !is_alert,
        "{told}"
    );
    let alarms = |one: &str, other: &str| {
        let of = |it: &str| {
            format!(
                "The port met. “We are sure that {it} before the gate was shut that evening,” Maria Ruiz said."
            )
        };
        let (_, comparison) = compared(&inputs(&[
            ("coast.txt", &of(one)),
            ("north.txt", &of(other)),
        ]));
        comparison
            .findings
            .iter()
            .any(|it| it.kind == FindingKind::Edit && it.alert)
    };
    assert!(alarms(
        "12 boats had left the harbor",
        "14 boats had left the harbor"
    ));
    assert!(alarms(
        "Kelden had sent its pilots home",
        "Skarne had sent its pilots home"
    ));
    assert!(alarms(
        "they wanted to accept the old offer",
        "they wanted to reject the old offer"
    ));
    assert!(!alarms(
        "they wanted to approach the old offer",
        "they wanted to consider the old offer"
    ));
    for same in [
        // Another form, another spelling.
        "“This is the end of fair rules for the harbour, of free passages and of free choices,” Maria Ruiz said.",
        // Each begins with another sentence.
        "“Sincere thanks to all who worked for fair rules for the harbor, of free passage and of free choice,” Maria Ruiz said.",
        // Each quotes another sentence that stood beside what both have.
        "“Nobody asked the pilots, the crews or the people who sleep beside that old gate, of free passage and of free choice,” Maria Ruiz said.",
    ] {
        assert_eq!(title(same), None, "{same}");
    }
}

/// The edit findings of what two outlets quote of one speaker, alerts marked.
fn edited(coast: &str, north: &str) -> Vec<String> {
    let of = |words: &str| format!("The port met on Tuesday. {words} Maria Ruiz said.");
    let (coast, north) = (of(coast), of(north));
    let (_, comparison) = compared(&inputs(&[("coast.txt", &coast), ("north.txt", &north)]));
    let found = edit_findings(&comparison).into_iter();
    found
        .map(|(title, alert)| format!("{}{title}", if alert { "! " } else { "" }))
        .collect()
}

#[test]
fn a_negation_more_turns_a_quotation_round() {
    assert_eq!(
        edited(
            "“The night crew could have opened the small gate by hand,”",
            "“the night crew couldn’t have opened the small gate,”",
        ),
        [
            "! coast “The night crew could have opened the small gate by hand”; north “the night crew couldn’t have opened the small gate”"
        ]
    );
}

#[test]
fn words_gone_or_added_inside_a_quotation_without_a_mark_are_told() {
    // What limits a statement is gone.
    assert_eq!(
        edited(
            "“Mending these old pumps was, in most cases, throwing good money into the sea,”",
            "“mending these old pumps was throwing good money into the sea,”",
        ),
        [
            "! coast “Mending these old pumps was, in most cases, throwing good money into”; north without “in most cases”"
        ]
    );
    assert_eq!(
        edited(
            "“The pilots were asked after a drunken quarrel on the quay to bring the barge through the gate,”",
            "“The pilots were asked to bring the barge through the gate,”",
        ),
        [
            "! coast “pilots were asked after a drunken quarrel on the quay to bring”; north without “after a drunken quarrel on the quay”"
        ]
    );
    assert_eq!(
        edited(
            "“No harbor in the north has a pilot who knows this sandbank as she does,”",
            "“No harbor in the north has a sober pilot who knows this sandbank as she does,”",
        ),
        [
            "north “harbor in the north has a sober pilot who knows this sandbank”; coast without “sober”"
        ]
    );
    // A title and a small word are none.
    for same in [
        "“No harbor in the north has a pilot who knows the sandbank as she does,”",
        "“No Harbor in the North has a pilot who knows this sandbank as she does,”",
    ] {
        assert!(
            edited(
                "“No harbor in the north has a pilot who knows this sandbank as she does,”",
                same
            )
            .is_empty()
        );
    }
}

/// An outlet that breaks a quotation in two has both halves.
#[test]
fn what_is_quoted_apart_is_not_cut() {
    let coast = "“We closed the upper sluice before dusk, because the old timber had swollen shut in the frost,” Maria Ruiz said.";
    let told = |north: &str| n_edits(coast, north);
    let short = "“We closed the upper sluice before dusk,” Maria Ruiz said.";
    assert_eq!(told(short), 1);
    let apart =
        "Maria Ruiz said: “The old timber was swollen shut by the frost.” The night was long.";
    assert_eq!(told(&format!("{short} {apart}")), 0);
    let other = apart.replace("Maria Ruiz", "Tomas Reik");
    assert_eq!(told(&format!("{short} {other}")), 1);
}

/// What ends a quotation early may be what limits it.
#[test]
fn an_exception_that_is_cut_is_an_alarm() {
    let coast = |rest: &str| {
        format!("“The small gate stays shut this winter{rest},” Maria Ruiz said. It rained.")
    };
    let alarms = |rest: &str, north: &str| {
        let (_, comparison) = compared(&inputs(&[
            ("coast.txt", &coast(rest)),
            ("north.txt", north),
        ]));
        edit_findings(&comparison).iter().any(|it| it.1)
    };
    let short = "“The small gate stays shut this winter,” Maria Ruiz said.";
    assert!(alarms(" until divers have mended its iron hinges", short));
    assert!(alarms(", unless a pilot asks for the key", short));
    assert!(alarms(
        " with a second crew that sleeps beside the old machines",
        short
    ));
    // Where it stands, and another statement.
    assert!(!alarms(" at the old harbor", short));
    assert!(!alarms(
        " and nobody on the quay has asked about its hinges",
        short
    ));
    // The outlet tells it in its own words.
    let told = format!("{short} Divers are to mend the iron hinges first.");
    assert!(!alarms(" until divers have mended its iron hinges", &told));
    // A short sentence of its own, but not a few words of somebody else’s.
    let base = "“Pilots stay ashore, but if a crew asks for one by radio he may leave the harbor,” Maria Ruiz said.";
    let told = |north: &str| {
        let (_, comparison) = compared(&inputs(&[("coast.txt", base), ("north.txt", north)]));
        edit_findings(&comparison).iter().any(|it| it.1)
    };
    assert!(told("It rained. “Pilots stay ashore,” Maria Ruiz said."));
    assert!(!told(
        "Maria Ruiz said that “pilots stay ashore” in winter."
    ));
}

/// What the speaker asks for, or what his `but` is set against.
#[test]
fn a_demand_that_is_cut_and_a_but_left_alone_are_alarms() {
    let first = "“The old timber of the gate was never meant for such a tide.";
    let alarms = |coast: &str, north: &str| {
        let of = |words: &str| format!("The port met on Tuesday. {words} Maria Ruiz said.");
        let (_, comparison) = compared(&inputs(&[
            ("coast.txt", &of(coast)),
            ("east.txt", &of(coast).replace("Tuesday", "Monday")),
            ("north.txt", &of(north)),
        ]));
        edit_findings(&comparison).iter().any(|it| it.1)
    };
    let whole = |rest: &str| format!("{first} {rest},”");
    let must = whole("The council must buy an iron wall at once");
    assert!(alarms(&must, &format!("{first}”")));
    let saw = whole("Many of the pilots saw a similar wall at Skarne");
    assert!(!alarms(&saw, &format!("{first}”")));
    let second = "But the crew never asked anybody for a better one";
    assert!(alarms(&whole(second), &format!("“{second},”")));
    let second = "The crew never asked anybody for a better one";
    assert!(!alarms(&whole(second), &format!("“{second},”")));
}

/// The next sentence of the speaker takes back what another outlet leaves standing.
#[test]
fn a_quotation_that_ends_before_the_but_is_an_alarm() {
    let coast = "“Nobody asked us to shut the gate on that evening,” Maria Ruiz said. “But the radio of the control room had been broken since noon.”";
    let told = |north: &str| {
        let (_, comparison) = compared(&inputs(&[("coast.txt", coast), ("north.txt", north)]));
        let findings = edit_findings(&comparison).into_iter();
        findings
            .map(|(title, alert)| (title.to_owned(), alert))
            .collect::<Vec<_>>()
    };
    let short = "“Nobody asked us to shut the gate on that evening,” Maria Ruiz said.";
    let title = "north’s quotation ends before “But the radio of the control room had” ›";
    assert_eq!(told(short), [(title.to_owned(), true)]);
    for rest in [
        "“But the radio of the control room had been broken since noon.”",
        "The radio in the control room broke at noon.",
    ] {
        assert_eq!(told(&format!("{short} {rest}")), [], "{rest}");
    }
}

/// A writer who quotes the words behind a doubt and has none himself.
#[test]
fn a_doubt_left_out_before_a_few_quoted_words_is_an_alarm() {
    let coast = "“First signs suggest that the wall had been leaking for more than a month,” Maria Ruiz said.";
    let told = |north: &str| {
        let (_, comparison) = compared(&inputs(&[("coast.txt", coast), ("north.txt", north)]));
        let findings = edit_findings(&comparison).into_iter();
        findings
            .map(|(title, alert)| (title.to_owned(), alert))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        told("Maria Ruiz said the wall had “been leaking for more than a month”."),
        [(
            "north quotes “been leaking for more than a month” without “First signs suggest that the wall had”"
                .to_owned(),
            true
        )]
    );
    for flat in [
        "Maria Ruiz said the wall may have “been leaking for more than a month”.",
        "Maria Ruiz suggested the wall had “been leaking for more than a month”.",
    ] {
        assert_eq!(told(flat), [], "{flat}");
    }
}

/// `can` of the one is `must` of the other.
#[test]
fn another_modal_is_an_alarm() {
    let alarms = |one: &str, other: &str| {
        let of = |it: &str| format!("“You {it} to read the log of the gate by yourselves,”");
        let found = edited(&of(one), &of(other));
        found.iter().any(|it| it.starts_with('!'))
    };
    assert!(alarms("will be able", "will have"));
    assert!(!alarms("will be able", "shall be able"));
    assert!(!alarms("will have", "would have"));
}

/// The same told twice, or to two who asked, was not cut by either.
#[test]
fn two_tellings_are_no_edit() {
    let base = "“When the bells began I was shutting the upper gate, and I did not see the barge before it struck the wall,”";
    let told = |coast: &str, north: &str| {
        let (coast, north) = (
            format!("{base} Maria Ruiz told {coast}."),
            format!(
                "“I did not see the barge before it struck the wall,” Maria Ruiz told {north}."
            ),
        );
        n_edits(&coast, &north)
    };
    assert_eq!(told("Radio Kelden", "the Skarne Post"), 0);
    assert_eq!(told("Radio Kelden", "Radio Kelden on Tuesday"), 1);
    assert_eq!(told("Radio Kelden", "reporters"), 1);
    assert_eq!(
        edited(
            "“Then I heard pilots shouting and then the big engines of the lifeboat starting up,”",
            "“I heard a huge bang at noon, then heard shouting, then the engines of the lifeboat started,”",
        ),
        Vec::<String>::new()
    );
}

/// Nobody mishears a letter.
#[test]
fn a_word_more_in_a_letter_is_an_alarm() {
    let alarms = |how: &str, more: &str| {
        let of = |words: &str| {
            format!(
                "Maria Ruiz wrote {how} that the port “paid no attention to {words} of the old gate before the flood”."
            )
        };
        let (_, comparison) = compared(&inputs(&[
            ("coast.txt", &of("warnings")),
            ("north.txt", &of(&format!("{more} warnings"))),
        ]));
        edit_findings(&comparison).iter().any(|it| it.1)
    };
    assert!(alarms("in an email", "police"));
    assert!(!alarms("in an email", "Skarne"));
    assert!(!alarms("at noon", "police"));
}

#[test]
fn a_statement_beside_another_is_cut_without_alarm() {
    let base = |joint: &str| {
        format!(
            "“The old pumps were not running that night {joint} the wall had never been built to last,”"
        )
    };
    let alarms = |joint: &str| {
        let found = edited(&base(joint), "“The wall had never been built to last,”");
        found.iter().any(|it| it.starts_with('!'))
    };
    assert!(!alarms("and"));
    assert!(!alarms("and that is why I think"));
    assert!(alarms("or"));
    assert!(alarms("unless"));
}

/// A written statement and a speech may hold one half of a sentence in common.
#[test]
fn a_quotation_that_goes_on_otherwise_has_cut_nothing() {
    let base = "“We will never forget how the village fed the crews of three wrecked barges. Nobody asked for money,”";
    assert_eq!(
        edited(
            base,
            "“We will never forget how the village fed the crews. The bakery burned its own benches that night,”"
        ),
        Vec::<String>::new()
    );
    assert_eq!(
        edited(
            base,
            "“We will never forget how the village fed the crews,”"
        )
        .len(),
        1
    );
}

/// Words that moved from one utterance to the next are one thing to look at.
#[test]
fn a_move_is_told_once() {
    let (_, comparison) = compared(&inputs(&[
        (
            "coast.txt",
            "“No order to shut the gate came from our own control room after nine that evening,” Maria Ruiz said. “Nobody on duty had touched the old controls of it.”",
        ),
        (
            "north.txt",
            "“No order to shut the gate came from our own control room,” Maria Ruiz said. “After nine that evening nobody on duty had touched the old controls of it.”",
        ),
    ]));
    let alerts: Vec<_> = edit_findings(&comparison)
        .into_iter()
        .filter(|it| it.1)
        .collect();
    assert_eq!(
        alerts,
        [(
            "north has “After nine that evening” in another sentence",
            true
        )]
    );
}

#[test]
fn a_full_stop_for_a_comma_is_no_finding() {
    let (_, comparison) = compared(&inputs(&[
        (
            "coast.txt",
            "“There was no bang, there was a long iron groan in the dark,” Maria Ruiz said.",
        ),
        (
            "north.txt",
            "“There was no bang. There was a long iron groan in the dark,” Maria Ruiz said.",
        ),
    ]));
    assert_eq!(comparison.utterances.len(), 1);
    assert!(edit_findings(&comparison).is_empty());
}

#[test]
fn what_another_outlet_tells_in_other_words_is_not_only_here() {
    let (story, comparison) = compared(&inputs(&[
        (
            "coast.txt",
            "The ferry was late. Lifeboats rescued sixty passengers from the stern deck before the vessel sank on Tuesday.",
        ),
        (
            "north.txt",
            "The harbor is old. On Tuesday sixty passengers were rescued by lifeboats from the deck of the sinking vessel.",
        ),
    ]));
    assert_eq!(comparison.passages.len(), 1);
    for (article, summary) in story.indices().zip(&comparison.summaries) {
        let text = &story.article(article).text;
        let words: Vec<&str> = summary.only_here.iter().map(|it| it.of(text)).collect();
        assert!(!words.iter().any(|it| it.contains("sixty")), "{words:?}");
    }
}

/// Two people may both name a law, a saying or a motto.
#[test]
fn a_motto_in_two_mouths_is_not_attributed_differently() {
    let (_, comparison) = compared(&inputs(&[
        (
            "coast.txt",
            "“The council has spent a week on reaffirming a motto that nobody doubted, which is In Tides We Trust,” Maria Ruiz said.",
        ),
        (
            "north.txt",
            "“You had a vote reaffirming that In Tides We Trust is the motto,” Tomas Reik said.",
        ),
    ]));
    let findings = comparison.findings.iter();
    let alerts: Vec<&str> = findings
        .filter(|it| it.alert)
        .map(|it| it.title.as_str())
        .collect();
    assert!(alerts.is_empty(), "{alerts:?}");
}

#[test]
fn a_name_spelled_in_two_ways_is_told() {
    let found = |coast: &str, north: &str| -> Vec<String> {
        let (_, comparison) = compared(&inputs(&[("coast.txt", coast), ("north.txt", north)]));
        let findings = comparison.findings.iter();
        findings
            .filter(|it| it.kind == FindingKind::Naming)
            .map(|it| it.title.clone())
            .collect()
    };
    assert_eq!(
        found(
            "A barge burned in Kettleston Row on Tuesday.",
            "The barge of Kettlestone Row was lost. Nobody in Kettlestone Row was hurt.",
        ),
        ["Spelled differently: “Kettleston Row” in coast, “Kettlestone Row” in north"]
    );
    // Both are words: some two of their sentences tell of one thing.
    assert_eq!(
        found(
            "Friends of the Humane Harbor met. The Humane Harbor wants quiet tugs, slow ferries and clean quays.",
            "The Human Harbor asked for quiet tugs, slow ferries and clean quays.",
        ),
        ["Spelled differently: “Humane Harbor” in coast, “Human Harbor” in north"]
    );
    for (coast, north) in [
        // Another form of a word, and spelling as elsewhere.
        (
            "It lies off the Halvane Coast.",
            "It lies off the Halvanes Coast.",
        ),
        (
            "He met the Skarne Labour Council.",
            "He met the Skarne Labor Council.",
        ),
        // Two words of the language, of two things.
        (
            "He slept in the Old Place.",
            "She rules from the Old Palace.",
        ),
        // An outlet that has both.
        (
            "In Kettleston Row and in Kettlestone Row it burned.",
            "It burned in Kettleston Row.",
        ),
    ] {
        assert_eq!(found(coast, north), Vec::<String>::new(), "{coast}");
    }
}

/// Two people may both say a phrase; half of a long sentence or all of a short one is another matter.
#[test]
fn a_phrase_in_two_mouths_is_not_one_quotation() {
    let n_shared = |coast: &str, north: &str| {
        let coast = format!("{coast} Maria Ruiz said.");
        let north = format!("{north} Tomas Reik said.");
        let (_, comparison) = compared(&inputs(&[("coast.txt", &coast), ("north.txt", &north)]));
        comparison.utterances.len()
    };
    assert_eq!(
        n_shared(
            "“After such a winter everybody here would rather be safe than sorry,”",
            "“With a new gate Kelden would rather be safe than sorry,”",
        ),
        0
    );
    let whole = "“We never left the gate, and we never will,”";
    assert_eq!(n_shared(whole, whole), 1);
}

/// Who reads it alone does not know who `he` is, or what `that` was.
#[test]
fn a_sentence_that_points_back_is_not_only_here() {
    let only_here = |told: &str| {
        let coast = format!("The ferry was late. The ferry was cold. {told}");
        let (_, comparison) = compared(&inputs(&[
            ("coast.txt", &coast),
            (
                "north.txt",
                "The ferry was late on a calm sea. The ferry was full.",
            ),
        ]));
        comparison.summaries[0].only_here.len()
    };
    assert_eq!(
        only_here("Frozen wages paid for the paper lanterns of the ferry."),
        1
    );
    for told in [
        "They blamed the frozen wages and the paper lanterns of the ferry.",
        "This hurt the pilots of the ferry most, whose frozen wages paid for paper lanterns.",
        "At dusk he told a drunken crowd that frozen wages paid for the ferry’s paper lanterns.",
        "“Frozen wages paid for the paper lanterns on every ferry that a drunken crew sank.”",
        "The remark was about frozen wages that paid for the paper lanterns of the ferry.",
        "Later frozen wages paid for the paper lanterns of the ferry.",
        "For the ferry, that’s frozen wages and paper lanterns until a drunken spring.",
        "Two other ferries paid for paper lanterns with frozen wages, which hurt the pilots most.",
        "Frozen wages paid for those drunken lanterns, and the pilots of the ferry for these chains.",
        "A similar lantern of the ferry was bought with frozen wages and pawned by drunken pilots.",
        "Frozen wages paid for the paper lanterns, and drunken pilots on the ferry did the same.",
        "Drunken pilots of the ferry bought lanterns with frozen wages for the following passengers.",
        "The first of those paid for the paper lanterns of the ferry with frozen wages.",
    ] {
        assert_eq!(only_here(told), 0, "{told}");
    }
}

#[test]
fn a_slot_is_named_in_the_outlets_words() {
    let (_, comparison) = compared(&inputs(&[
        ("coast.txt", "Lifeboats rescued 61 passengers at dawn."),
        (
            "north.txt",
            "At dawn 72 passengers were rescued by lifeboats.",
        ),
    ]));
    let labels: Vec<&str> = comparison
        .facts
        .iter()
        .map(|it| it.label.as_str())
        .collect();
    assert_eq!(labels, ["passengers rescued"]);
}

/// `more than 21` begins where 21 ends.
#[test]
fn a_bound_beside_its_number_does_not_differ() {
    let (_, comparison) = compared(&inputs(&[
        ("coast.txt", "Lifeboats rescued more than 21 passengers."),
        ("north.txt", "Lifeboats rescued 21 passengers."),
    ]));
    let verdicts: Vec<Verdict> = comparison.facts.iter().map(|it| it.verdict).collect();
    assert_eq!(verdicts, [Verdict::Refines]);
}

fn confirmed(north: &str) -> bool {
    let (_, comparison) = compared(&inputs(&[
        (
            "coast.txt",
            "Officials confirmed that the storm gate had been closed by an intruder.",
        ),
        ("north.txt", north),
    ]));
    let mut findings = comparison.findings.iter();
    findings.any(|it| it.title.starts_with("“Confirmed”"))
}

#[test]
fn confirmed_stands_beside_assessed_only_of_one_claim() {
    assert!(confirmed(
        "“We assess that an intruder closed the storm gate on Tuesday,” Maria Ruiz said."
    ));
    assert!(!confirmed(
        "“We assess that the price of bread will rise before winter,” Maria Ruiz said."
    ));
}

/// A name may have been read wrongly in one article: nothing is said of another person.
#[test]
fn the_same_surname_is_no_other_person() {
    let words = "“We gave the police a long list of eleven names,”";
    let (_, comparison) = compared(&inputs(&[
        ("coast.txt", &format!("{words} Maria Ruiz said.")),
        ("north.txt", &format!("{words} Peter Ruiz said.")),
    ]));
    assert_eq!(comparison.utterances[0].attribution, Attribution::Open);
}

/// The fuller words stand beside the clause that reports them.
#[test]
fn what_is_told_in_other_words_stands_beside_the_quotation() {
    let quoted =
        "“We will publish the log of the gate as soon as the police return it,” Maria Ruiz said.";
    let told = |north: &str| {
        let (_, comparison) = compared(&inputs(&[("coast.txt", quoted), ("north.txt", north)]));
        comparison.findings.iter().any(|it| {
            let title = it.title.as_str();
            title.starts_with("north tells in its own words what coast quotes") && !it.alert
        })
    };
    assert!(told(
        "Maria Ruiz said that the log of the gate would be published when the police return it."
    ));
    assert!(!told(
        "Maria Ruiz said that the price of bread would rise when the ferry is back."
    ));
}

/// The one who is named by one outlet of three is the other speaker, whichever text is fullest.
#[test]
fn the_smaller_number_is_the_other_speaker() {
    let said = |who: &str| {
        format!("“The gate was shut at nine and nobody told the boats outside,” {who} said.")
    };
    let fullest = "“The gate was shut at nine and nobody told the boats outside, not one of them,” \
                   Tom Oster said.";
    let (_, comparison) = compared(&inputs(&[
        ("coast.txt", &said("Ada Ruiz")),
        ("north.txt", &said("Ada Ruiz")),
        ("south.txt", fullest),
    ]));
    let finding = comparison
        .findings
        .iter()
        .find(|it| it.kind == FindingKind::Attribution)
        .expect("two speakers");
    assert_eq!(
        finding.presence,
        [Presence::Same, Presence::Same, Presence::OtherSpeaker]
    );
    assert!(
        finding.title.ends_with("Ruiz in 2, Oster in 1"),
        "{}",
        finding.title
    );
}

/// The way in which somebody spoke is nobody who spoke, and a month can be a surname.
#[test]
fn who_spoke_is_neither_the_telephone_nor_the_month() {
    let (story, comparison) = compared(&inputs(&[(
        "coast.txt",
        "“We are closed for the winter and nobody told us why,” the company said by telephone.\n\n\
         “The street will be lit again by the spring,” said Theresa May, the mayor of Fennick, by \
         phone on Wednesday.",
    )]));
    let names: Vec<&str> = comparison
        .speakers
        .iter()
        .map(|it| story.words(it.name))
        .collect();
    assert!(names.contains(&"the company"), "{names:?}");
    assert!(names.contains(&"Theresa May"), "{names:?}");
    assert_eq!(names.len(), 2, "{names:?}");
}

/// Bought, received, deployed: numbers that seem to contradict one another.
#[test]
fn numbers_of_different_acts_stand_together() {
    let told = |north: &str| {
        let coast = "Kelden has received dozens of barges.";
        let (_, comparison) = compared(&inputs(&[("coast.txt", coast), ("north.txt", north)]));
        let found = comparison.findings.into_iter();
        found
            .filter(|it| it.title.starts_with("Numbers of different acts"))
            .map(|it| (it.title, it.alert))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        told("Kelden bought about 1,000 barges."),
        [(
            "Numbers of different acts: barges received “dozens of barges”, barges bought “about \
             1,000 barges”"
                .to_owned(),
            false
        )]
    );
    assert!(told("Kelden received about 40 barges.").is_empty());
    assert!(told("Kelden bought about 1,000 lamps.").is_empty());
}

/// Each outlet tells of others who acted.
#[test]
fn those_who_act_in_one_outlet_alone_are_shown() {
    let (_, comparison) = compared(&inputs(&[
        (
            "coast.txt",
            "Britain and Norway on Monday imposed sanctions on Skarne Lines.",
        ),
        (
            "north.txt",
            "Norway on Monday announced sanctions on Skarne Lines.",
        ),
    ]));
    let mut findings = comparison.findings.iter();
    let found = findings.find(|it| it.kind == FindingKind::Fact);
    assert!(found.is_some_and(|it| !it.alert && it.places.len() == 2));
}

/// Two articles of one outlet are told apart by their files.
#[test]
fn a_title_tells_two_articles_of_one_outlet_apart() {
    let of = |text: &str| format!("---\noutlet: Coast Wire\n---\n{text}");
    let monday = of(
        "“This is the end of fair rules for the harbor, of free passage and of self-rule,” Maria Ruiz said.",
    );
    let tuesday = of("Divers sawed the iron rudder off a barge by torchlight, and nobody slept.");
    let (_, comparison) = compared(&inputs(&[
        ("monday.txt", &monday),
        ("tuesday.txt", &tuesday),
        (
            "north.txt",
            "“This is the end of fair rules for the harbor, of free passage and of free choice,” Maria Ruiz said.",
        ),
    ]));
    let mut titles = comparison.findings.iter().map(|it| it.title.as_str());
    assert!(
        titles.any(|it| it.contains("Coast Wire · monday")),
        "{:?}",
        comparison.findings
    );
}

/// A quotation that ends early is no cut where the outlet has its end in another place.
#[test]
fn what_stands_elsewhere_in_the_article_is_not_cut() {
    let found = |rest: &str| {
        let north = format!(
            "“We had warned the council of that old gate in spring,” Maria Ruiz said. {rest}"
        );
        let (_, comparison) = compared(&inputs(&[
            (
                "coast.txt",
                "“We had warned the council of that old gate in spring, and nobody ever wrote back to any of the pilots,” Maria Ruiz said.",
            ),
            ("north.txt", &north),
        ]));
        edit_findings(&comparison).len()
    };
    assert_eq!(found("It rained."), 1);
    assert_eq!(
        found("The letter ended so: and nobody ever wrote back to any of the pilots."),
        0
    );
}

/// A number of one thing that goes from hand to hand: each may hold beside the other.
#[test]
fn numbers_of_things_ordered_and_received_are_told_apart() {
    let (_, comparison) = compared(&inputs(&[
        (
            "coast.txt",
            "Kelden has ordered 400 barges from Skarne Works, the mayor said.",
        ),
        (
            "north.txt",
            "Kelden has received 30 barges so far, an engineer said.",
        ),
    ]));
    let facts = comparison.findings.iter();
    let facts: Vec<(&str, bool)> = facts
        .filter(|it| it.kind == FindingKind::Fact)
        .map(|it| (it.title.as_str(), it.alert))
        .collect();
    let title =
        "Numbers of different acts: barges ordered “400 barges”, barges received “30 barges”";
    assert_eq!(facts, [(title, false)]);
}

/// The stored text ends in the middle of a quotation: the outlet cut nothing.
#[test]
fn a_text_that_breaks_off_has_cut_nothing() {
    let coast = "“Nobody wants to be known as the town that sold its own lighthouse, or to sleep beside a dark cliff,” Maria Ruiz said.";
    let n_told = |north: &str| n_edits(coast, north);
    let cut = "Maria Ruiz said: “Nobody wants to … sleep beside a dark cliff.” The council met again at noon.";
    assert_eq!(n_told(cut), 1);
    let broken = "The council met at noon. Maria Ruiz said: “Nobody wants to be known as the town that sold its own lighthouse, or to…";
    assert_eq!(n_told(broken), 0);
}

/// What the speaker says he once said is not what he says now.
#[test]
fn a_promise_told_in_a_quotation_is_no_claim() {
    let differs = |coast: &str| {
        let north = "Tomas Reik said that the harbor road was not open in March.";
        let (_, comparison) = compared(&inputs(&[("coast.txt", coast), ("north.txt", north)]));
        let mut facts = comparison.facts.iter();
        facts.any(|it| it.verdict == Verdict::Differs)
    };
    assert!(differs(
        "“The harbor road was open in March,” Maria Ruiz said."
    ));
    assert!(!differs(
        "“I promised them the harbor road was open in March,” Maria Ruiz said."
    ));
}

/// Who has both verbs of the same words takes no stand.
#[test]
fn an_outlet_with_both_verbs_is_on_no_side() {
    let words = "“the old timber of the sluice had swollen shut in the frost,”";
    let coast = format!("Maria Ruiz claimed {words} and left.");
    let n_told = |north: &str| {
        let (_, comparison) = compared(&inputs(&[("coast.txt", &coast), ("north.txt", north)]));
        let findings = comparison.findings.iter();
        findings
            .filter(|it| it.kind == FindingKind::Evidence && it.title.contains("same words"))
            .count()
    };
    let said = format!("Maria Ruiz said {words} and left.");
    assert_eq!(n_told(&said), 0);
    let confirmed = format!("Maria Ruiz confirmed {words} and left.");
    assert_eq!(n_told(&confirmed), 1);
    let both = format!("{confirmed}\n\nMaria Ruiz claimed {words} again.");
    assert_eq!(n_told(&both), 0);
}

/// Two lists of the same people: who is in one alone, and named nowhere in the other's text.
#[test]
fn who_is_named_in_one_of_two_lists_is_shown() {
    let titles = |north: &str| -> Vec<String> {
        let coast = "Letters\n\nThe letters went to Mayor Ada Ruiz, Tomas Reik, the harbor master, and Peter Berg.\n";
        let north = format!("Post\n\n{north}\n");
        let (_, comparison) = compared(&inputs(&[("coast.txt", coast), ("north.txt", &north)]));
        let findings = comparison
            .findings
            .iter()
            .filter(|it| it.kind == FindingKind::Fact);
        findings.map(|it| it.title.clone()).collect()
    };
    assert_eq!(
        titles("The letters reached Tomas Reik, Mayor Ada Ruiz and Anna Marr, a pilot."),
        ["Who is named with Ada Ruiz, Tomas Reik: “Peter Berg” in coast; “Anna Marr” in north"]
    );
    for north in [
        // Further down both are named.
        "The letters reached Tomas Reik, Mayor Ada Ruiz and Anna Marr. Peter Berg got one. Anna Marr met Ada Ruiz.",
        // No list: what they did stands between them.
        "Tomas Reik wrote to Ada Ruiz, and she told Anna Marr.",
    ] {
        let found = titles(north);
        assert!(
            found.iter().all(|it| !it.contains("Anna Marr")),
            "{found:?}"
        );
    }
}

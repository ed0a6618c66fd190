//! What stands behind several outlets, on small stories of ours.

mod common;
#[path = "common/texts.rs"]
mod texts;

use crossread::model::{FindingKind, OriginKind};

use common::compared;
use texts::inputs;

/// Each origin as `kind: name | outlets`.
#[track_caller]
fn check(files: &[(&str, &str)], wanted: &[&str]) {
    let (story, comparison) = compared(&inputs(files));
    let found: Vec<String> = comparison
        .origins
        .iter()
        .map(|it| {
            let kind = match it.kind {
                OriginKind::Speaker => "speaker",
                OriginKind::Agency => "agency",
                OriginKind::Report => "report",
            };
            let shown: Vec<&str> = it
                .outlets
                .iter()
                .map(|(article, span)| span.of(&story.article(*article).text))
                .collect();
            format!("{kind}: {} | {}", story.words(it.name), shown.join(" | "))
        })
        .collect();
    assert_eq!(found, wanted);
}

#[test]
fn one_briefing_behind_two_outlets_is_one_origin() {
    check(
        &[
            (
                "coast.txt",
                "Harbor opens\n\nThe port opened its gate on Monday after a long winter.\n\n\
                 “The wall has held all through the winter,” Ada Ruiz told reporters on Monday.\n",
            ),
            (
                "north.txt",
                "Gate is open\n\nAfter a long winter the gate of the port stands open again.\n\n\
                 “We are glad that boats come back,” Ada Ruiz said at a news conference.\n",
            ),
        ],
        &["speaker: Ada Ruiz | told reporters | news conference"],
    );
}

/// A headline quotes without telling whom.
#[test]
fn a_headline_does_not_show_who_spoke() {
    check(
        &[
            (
                "coast.txt",
                "Ruiz pressed over ‘sleepy’ crew on the gate\n\nAda Ruiz met the port on Monday.\n\n                 The gate is open. “The wall has held all through the winter,” Ada Ruiz said.\n",
            ),
            (
                "north.txt",
                "Gate is open\n\nAfter a long winter the gate of the port stands open again.\n\n                 “The wall has held all through the winter,” Ada Ruiz said at a news conference.\n",
            ),
        ],
        &["speaker: Ada Ruiz | Ada Ruiz said | news conference"],
    );
}

#[test]
fn a_briefing_and_an_interview_are_two_origins_of_one_outlet_each() {
    check(
        &[
            (
                "coast.txt",
                "Harbor opens\n\nThe port opened its gate on Monday after a long winter.\n\n\
                 “The wall has held all through the winter,” Ada Ruiz told reporters on Monday.\n",
            ),
            (
                "north.txt",
                "Gate is open\n\nAfter a long winter the gate of the port stands open again.\n\n\
                 “We are glad that boats come back,” Ada Ruiz said in an interview.\n",
            ),
        ],
        &[],
    );
}

#[test]
fn the_same_words_are_of_one_occasion_whatever_it_is_called() {
    check(
        &[
            (
                "coast.txt",
                "Harbor opens\n\nThe port opened its gate on Monday after a long winter.\n\n\
                 “The old wall has held all through the winter storms,” Ada Ruiz said in a \
                 statement.\n",
            ),
            (
                "north.txt",
                "Gate is open\n\nAfter a long winter the gate of the port stands open again.\n\n\
                 “The old wall has held all through the winter storms,” Ada Ruiz said.\n",
            ),
        ],
        &["speaker: Ada Ruiz | statement | Ada Ruiz said"],
    );
}

#[test]
fn a_credited_agency_is_an_origin_and_a_cited_paper_is_one() {
    check(
        &[
            (
                "coast.txt",
                "Harbor opens\n\nThe port opened its gate on Monday after a long winter.\n\n\
                 The Halvane Times reported that the wall leaks.\n\n\
                 Reuters contributed to this report.\n",
            ),
            (
                "north.txt",
                "Gate is open\n\nAfter a long winter the gate of the port stands open again.\n\n\
                 The leak was first reported by the Halvane Times.\n",
            ),
        ],
        &[
            "agency: Reuters | Reuters",
            "report: The Halvane Times | The Halvane Times | the Halvane Times",
        ],
    );
}

#[test]
fn the_same_words_on_two_kinds_of_occasion_are_no_finding() {
    let told = |lead: &str, venue: &str| {
        format!(
            "Gate\n\n{lead}\n\n“The old wall has held all through the winter storms,” Ada Ruiz \
             {venue}. “We never closed the outer gate at all this year,” Ada Ruiz said.\n"
        )
    };
    let files = [
        (
            "a.txt",
            told("The port opened its gate.", "said in a statement"),
        ),
        (
            "b.txt",
            told("Boats came back on Monday.", "told reporters"),
        ),
        (
            "c.txt",
            told("A long winter is over.", "said in an interview"),
        ),
    ];
    let (_, comparison) = compared(&inputs(&files.each_ref().map(|it| (it.0, it.1.as_str()))));
    assert_eq!(comparison.origins.len(), 1);
    assert_eq!(comparison.origins[0].occasion, None);
    let kinds = comparison.findings.iter().map(|it| it.kind);
    assert!(!kinds.into_iter().any(|it| it == FindingKind::Origin));
}

#[test]
fn one_briefing_behind_three_outlets_is_a_finding() {
    let told = |lead: &str, venue: &str| {
        format!(
            "Gate\n\n{lead}\n\n“The old wall has held all through the winter storms,” Ada Ruiz \
             {venue}. “We never closed the outer gate at all this year,” Ada Ruiz said.\n"
        )
    };
    let files = [
        (
            "a.txt",
            told("The port opened its gate.", "said at a briefing"),
        ),
        (
            "b.txt",
            told("Boats came back on Monday.", "told reporters"),
        ),
        ("c.txt", told("A long winter is over.", "said")),
    ];
    let (_, comparison) = compared(&inputs(&files.each_ref().map(|it| (it.0, it.1.as_str()))));
    let found = comparison
        .findings
        .iter()
        .filter(|it| it.kind == FindingKind::Origin);
    assert_eq!(found.count(), 1);
}

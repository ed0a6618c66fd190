//! How outlets name one thing, on small stories of ours.

mod common;
#[path = "common/texts.rs"]
mod texts;

use crossread::model::FindingKind;

use common::compared;
use texts::inputs;

/// Each row as `concept: names | names`, and whether a finding tells it.
#[track_caller]
fn check(files: &[(&str, &str)], wanted: &[&str], n_findings: usize) {
    let (story, comparison) = compared(&inputs(files));
    let found: Vec<String> = comparison
        .naming
        .iter()
        .map(|row| {
            let cells: Vec<String> = row
                .cells
                .iter()
                .map(|cell| {
                    let text = &story.article(cell.article).text;
                    let names: Vec<&str> = cell.spans.iter().map(|it| it.of(text)).collect();
                    names.join(", ")
                })
                .collect();
            format!("{}: {}", row.concept, cells.join(" | "))
        })
        .collect();
    assert_eq!(found, wanted);
    let findings = comparison.findings.iter();
    let n = findings.filter(|it| it.kind == FindingKind::Naming).count();
    assert_eq!(n, n_findings);
}

#[test]
fn names_beside_one_modifier_are_one_thing() {
    check(
        &[
            (
                "coast.txt",
                "Help for Skarne\n\nSkarnian troops came over the water on Monday night.\n",
            ),
            (
                "north.txt",
                "Visitors in Halvane\n\nThe mayor met Skarnian trainers in the old harbor.\n",
            ),
        ],
        &["soldiers: Skarnian troops | Skarnian trainers"],
        1,
    );
}

#[test]
fn names_beside_other_modifiers_are_two_things() {
    check(
        &[
            (
                "coast.txt",
                "Help for Skarne\n\nSkarnian troops came over the water on Monday night.\n",
            ),
            (
                "north.txt",
                "Visitors in Halvane\n\nThe mayor met Drennick trainers in the old harbor.\n",
            ),
        ],
        &[],
        0,
    );
}

#[test]
fn an_editors_word_and_the_speakers_name_one_thing_and_imply_nothing() {
    check(
        &[
            (
                "coast.txt",
                "Boats\n\n“We have seen that the port uses [drones] to watch the outer wall by \
                 night,” Ada Ruiz said.\n",
            ),
            (
                "north.txt",
                "Gate\n\n“We have seen that the port uses UAVs to watch the outer wall by night,” \
                 Ada Ruiz said.\n",
            ),
        ],
        &["drone: drones | UAVs"],
        0,
    );
}

#[test]
fn an_outlet_that_has_both_words_is_on_no_side() {
    check(
        &[
            (
                "coast.txt",
                "Help for Skarne\n\nSkarnian troops came on Monday. The Skarnian trainers slept \
                 in the hall.\n",
            ),
            (
                "north.txt",
                "Visitors in Halvane\n\nThe mayor met Skarnian trainers in the old harbor.\n",
            ),
        ],
        &["soldiers: Skarnian troops, Skarnian trainers | Skarnian trainers"],
        0,
    );
}

#[test]
fn a_person_is_no_concept() {
    check(
        &[
            (
                "coast.txt",
                "Gate\n\nAda Strike said that the wall holds.\n",
            ),
            (
                "north.txt",
                "Gate\n\nAda Attack said that the gate holds.\n",
            ),
        ],
        &[],
        0,
    );
}

#[test]
fn the_death_of_one_person_is_one_thing() {
    let one = |coast: &str, north: &str, rows: &[&str], n: usize| {
        check(&[("coast.txt", coast), ("north.txt", north)], rows, n);
    };
    let died = "Rain fell.\n\nThe town spoke of the death of Maria Ruiz on Monday.\n";
    one(
        died,
        "Wind rose.\n\nMaria Ruiz was killed in the old harbor.\n",
        &["death: death | killed"],
        1,
    );
    one(
        died,
        "Wind rose.\n\nPat Low was killed in the old harbor.\n",
        &[],
        0,
    );
}

#[test]
fn land_is_named_by_how_it_is_held() {
    check(
        &[
            (
                "coast.txt",
                "Boats wait\n\nThe boats came from Skarne-occupied islands in the bay.\n",
            ),
            (
                "north.txt",
                "Ships sail\n\nSkarne annexed the three islands twelve years ago.\n",
            ),
            (
                "south.txt",
                "Wind rises\n\nHalvane-controlled islands lie to the south.\n",
            ),
        ],
        &["hold on land: Skarne-occupied | annexed"],
        1,
    );
}

//! Fact rows over invented stories: what is one slot, how its values stand, and what is no row.

mod common;
#[path = "common/texts.rs"]
mod texts;

use common::compared;
use crossread::model::{Comparison, FactKind, FactRow, Story, Verdict};
use texts::inputs;

/// Two outlets, `coast` and `north`.
fn of(coast: &str, north: &str) -> (Story, Comparison) {
    compared(&inputs(&[("coast.txt", coast), ("north.txt", north)]))
}

/// Each row as `kind verdict: cell | cell`.
fn shown(story: &Story, rows: &[FactRow]) -> Vec<String> {
    rows.iter()
        .map(|row| {
            let cells: Vec<String> = row
                .cells
                .iter()
                .map(|cell| {
                    let text = &story.article(cell.article).text;
                    let words: Vec<&str> = cell.spans.iter().map(|it| it.of(text)).collect();
                    words.join(", ")
                })
                .collect();
            format!("{:?} {:?}: {}", row.kind, row.verdict, cells.join(" | "))
        })
        .collect()
}

#[track_caller]
fn check(coast: &str, north: &str, wanted: &[&str]) {
    let (story, comparison) = of(coast, north);
    assert_eq!(shown(&story, &comparison.facts), wanted);
}

#[track_caller]
fn check_has(coast: &str, north: &str, wanted: &str) {
    let (story, comparison) = of(coast, north);
    let rows = shown(&story, &comparison.facts);
    assert!(rows.iter().any(|it| it == wanted), "{rows:#?}");
}

/// Nothing is said of two outlets.
#[track_caller]
fn check_none(coast: &str, north: &str) {
    let (story, comparison) = of(coast, north);
    let shared: Vec<FactRow> = comparison
        .facts
        .into_iter()
        .filter(|it| it.cells.len() > 1)
        .collect();
    assert_eq!(shown(&story, &shared), Vec::<String>::new());
}

#[test]
fn one_act_of_the_same_two_is_one_slot() {
    check_has(
        "Skarne Lines bought the Halvane ferry.",
        "The Halvane ferry was acquired by Skarne Lines.",
        "Other Agrees: Skarne Lines bought the Halvane ferry | The Halvane ferry was acquired by Skarne Lines",
    );
}

#[test]
fn other_acts_and_modality_are_other_slots() {
    let bought = "Skarne Lines bought the Halvane ferry.";
    check_none(bought, "Skarne Lines repaired the Halvane ferry.");
    check_none(bought, "Skarne Lines will buy the Halvane ferry.");
    check_none(bought, "The Halvane ferry bought Skarne Lines.");
}

#[test]
fn one_shared_word_is_no_event() {
    check_none(
        "Fishermen of Kelden bought nets at a fair.",
        "Skarne Lines bought the Halvane ferry.",
    );
}

#[test]
fn times_agree_refine_or_differ() {
    let told = |time: &str| {
        format!("“We saw that Skarne Lines repaired the ferry {time},” Ada Ruiz said.")
    };
    check_has(
        &told("in March 2029"),
        &told("in March 2029"),
        "Time Agrees: in March 2029 | in March 2029",
    );
    check_has(
        &told("on 9 March 2029"),
        &told("in March 2029"),
        "Time Refines: on 9 March 2029 | in March 2029",
    );
    check_has(
        &told("in March 2029"),
        &told("in April 2029"),
        "Time Differs: in March 2029 | in April 2029",
    );
}

/// Since when a state lasts, and the year of one day: two of them are no two events.
#[test]
fn a_slip_of_the_year_differs() {
    check_has(
        "Skarne Lines has owned the Halvane ferry since 2018.",
        "The crew is tired. Since 2019 Skarne Lines has owned the Halvane ferry.",
        "Time Differs: since 2018 | Since 2019",
    );
    check_has(
        "Lifeboats rescued the pilots of the Halcyon on June 3, 2027.",
        "The pilots had been rescued on June 3, 2028.",
        "Time Differs: on June 3, 2027 | on June 3, 2028",
    );
    // Two other years are two events.
    check_none(
        "Lifeboats rescued the pilots of the Halcyon on June 3, 2027.",
        "The pilots had been rescued on May 9, 2028.",
    );
}

/// `since July` of a warning and `in July` of a pledge.
#[test]
fn times_of_other_acts_and_other_bounds_do_not_meet() {
    check_none(
        "Since July, Halvane has warned of the flood.",
        "Halvane in July pledged two barges.",
    );
    let told = |time: &str| {
        format!("“We saw that Skarne Lines repaired the ferry {time},” Ada Ruiz said.")
    };
    let (story, comparison) = of(&told("since 2029"), &told("in 2031"));
    let rows = shown(&story, &comparison.facts);
    assert!(rows.iter().all(|it| !it.starts_with("Time")), "{rows:#?}");
}

#[test]
fn places_agree_refine_or_make_no_row() {
    let told = |place: &str| {
        format!("“We saw that Skarne Lines repaired the ferry {place},” Ada Ruiz said.")
    };
    check_has(
        &told("in Halvane"),
        &told("in Halvane"),
        "Place Agrees: in Halvane | in Halvane",
    );
    check_has(
        &told("in Kelden"),
        &told("in Halvane"),
        "Place Differs: in Kelden | in Halvane",
    );
}

#[test]
fn who_acts_is_compared_with_those_who_act_together() {
    check_has(
        "Britain and Norway on Monday imposed sanctions on Skarne Lines.",
        "Norway on Monday announced sanctions on Skarne Lines.",
        "Actor Refines: Britain and Norway on Monday imposed sanctions on Skarne Lines | Norway on Monday announced sanctions on Skarne Lines",
    );
}

#[test]
fn soldiers_are_no_civilians() {
    check_has(
        "The fleet sailed to attack Norwegian forces.",
        "The fleet sailed to target Norwegian cities.",
        "Other Differs: The fleet sailed to attack Norwegian forces | The fleet sailed to target Norwegian cities",
    );
}

#[test]
fn a_longer_title_is_no_other_title() {
    check_has(
        "Gen. Ada Ruiz waved.",
        "General Ada Ruiz waved.",
        "Title Agrees: Gen. | General",
    );
    check_has(
        "Harbor police chief Ada Ruiz waved.",
        "Police chief Ada Ruiz waved.",
        "Title Agrees: Harbor police chief | Police chief",
    );
    check_has(
        "Captain Ada Ruiz waved.",
        "Colonel Ada Ruiz waved.",
        "Title Differs: Captain | Colonel",
    );
    check_none("Poet Ada Ruiz waved.", "Mayor Ada Ruiz waved.");
}

#[test]
fn ages_differ_by_a_year() {
    check_has(
        "Ada Ruiz, 41, waved.",
        "41-year-old Ada Ruiz waved.",
        "Quantity Agrees: Ada Ruiz, 41 | 41-year-old Ada Ruiz",
    );
    check_has(
        "Ada Ruiz, 41, waved.",
        "Ada Ruiz, 42, waved.",
        "Quantity Differs: Ada Ruiz, 41 | Ada Ruiz, 42",
    );
}

#[test]
fn credits_that_differ_are_a_row() {
    let words = "“We can say that the ferry left its lane in thick fog on Monday,”";
    check_has(
        &format!("{words} Ada Ruiz told reporters."),
        &format!("{words} Tomas Reik said."),
        "Attribution Differs: Ada Ruiz told | Tomas Reik said",
    );
}

#[test]
fn a_denial_and_silence_of_one_party_differ() {
    check_has(
        "Norvik denied that the radar was off.",
        "Norvik did not respond to a request for comment.",
        "Response Differs: Norvik denied that the radar was off | Norvik did not respond to a request for comment",
    );
    check_none(
        "Norvik denied that the radar was off.",
        "Kelden did not respond to a request for comment.",
    );
}

/// Numbers of one unit and two acts: bought and received.
#[test]
fn counts_of_two_acts_do_not_meet() {
    check(
        "Halvane purchased about 1,000 barges.",
        "Halvane has received dozens of barges.",
        &[
            "Quantity OnlyOne: about 1,000 barges",
            "Quantity OnlyOne: dozens of barges",
        ],
    );
}

/// The names that outlets choose for a thing are one unit.
#[test]
fn names_of_one_thing_are_one_unit() {
    check(
        "Halvane has received dozens of UAVs.",
        "Halvane has received dozens of unmanned aerial vehicles.",
        &["Quantity Agrees: dozens of UAVs | dozens of unmanned aerial vehicles"],
    );
}

/// Further down nothing shows that two counts are of one event.
#[test]
fn counts_differ_only_where_they_are_of_one_event() {
    let filler = "The sea was calm. The quay was empty. The lamps were lit.";
    check_none(
        &format!("{filler} Lifeboats rescued 61 sailors."),
        &format!("{filler} Lifeboats rescued 72 sailors."),
    );
    check(
        "Lifeboats rescued 61 sailors.",
        "Lifeboats rescued 72 sailors.",
        &["Quantity Differs: 61 sailors | 72 sailors"],
    );
}

#[test]
fn numbers_that_count_nothing_are_no_facts() {
    let (story, comparison) = of(
        "Halvane signed resolution 2231 with a model 300 pen.",
        "Halvane signed resolution 2232 with a model 400 pen.",
    );
    let rows = shown(&story, &comparison.facts);
    assert!(
        rows.iter().all(|it| !it.starts_with("Quantity")),
        "{rows:#?}"
    );
}

/// An outlet without a value shows the sentence that comes nearest.
#[test]
fn what_is_missing_is_shown_with_the_nearest_sentence() {
    let (story, comparison) = compared(&inputs(&[
        ("coast.txt", "Skarne Lines bought the Halvane ferry."),
        ("north.txt", "Skarne Lines acquired the Halvane ferry."),
        ("south.txt", "It rained. The Halvane ferry is old."),
    ]));
    let row = comparison
        .facts
        .iter()
        .find(|it| it.kind == FactKind::Other)
        .expect("a row");
    assert_eq!(row.verdict, Verdict::Agrees);
    let nearest: Vec<&str> = row.nearest.iter().map(|it| story.words(*it)).collect();
    assert_eq!(nearest, ["The Halvane ferry is old."]);
}

/// The row whose label begins so.
#[track_caller]
fn row<'c>(comparison: &'c Comparison, label: &str) -> &'c FactRow {
    let mut rows = comparison.facts.iter();
    let found = rows.find(|it| it.label.starts_with(label));
    found.unwrap_or_else(|| panic!("no {label}: {:#?}", comparison.facts))
}

/// Who may tell it in other words is not told to have no match.
#[test]
fn what_comes_near_is_left_open() {
    let (_, comparison) = compared(&inputs(&[
        ("coast.txt", "Skarne Lines bought the Halvane ferry."),
        ("north.txt", "Skarne Lines acquired the Halvane ferry."),
        (
            "south.txt",
            "It rained. The Halvane ferry is a Skarne boat now.",
        ),
        ("west.txt", "It rained. The ferry is old."),
    ]));
    let row = row(&comparison, "Skarne Lines");
    let open: Vec<usize> = row.open.iter().map(|it| it.0).collect();
    assert_eq!(open, [2]);
}

#[test]
fn tolls_that_outlets_count_to_differ() {
    let (story, comparison) = compared(&inputs(&[
        (
            "coast.txt",
            "At least seven people were killed when a ferry sank off Kelden.",
        ),
        (
            "north.txt",
            "At least five people are dead after a ferry sank off Kelden.",
        ),
        (
            "south.txt",
            "A ferry sank off Kelden and many died. It rained.",
        ),
    ]));
    let row = row(&comparison, "people");
    assert_eq!(row.verdict, Verdict::Differs);
    let words = shown(&story, std::slice::from_ref(row));
    assert_eq!(
        words,
        ["Quantity Differs: At least seven people | At least five people"]
    );
    // It tells of the dead, without a number.
    assert_eq!(row.open.len(), 1);
}

#[test]
fn great_numbers_from_which_on_both_count_are_one() {
    check_has(
        "More than 51 people were injured when a ferry sank off Kelden.",
        "Over 50 people were injured when a ferry sank off Kelden.",
        "Quantity Refines: More than 51 people | Over 50 people",
    );
    check_has(
        "Skarne Lines paid $43,885,310 in tax.",
        "Skarne Lines paid $43.9 million in tax.",
        "Quantity Refines: $43,885,310 | $43.9 million",
    );
    check_has(
        "Skarne Lines paid roughly $141 million in tax.",
        "Skarne Lines paid $139 million in tax.",
        "Quantity Differs: roughly $141 million | $139 million",
    );
}

/// The dead of an earlier accident.
#[test]
fn counts_of_another_year_do_not_meet() {
    check_none(
        "Seven people were killed when a ferry sank off Kelden on Monday.",
        "It is the worst accident since 2004, when seven people were killed.",
    );
}

#[test]
fn words_for_a_number_are_no_rival_of_a_figure() {
    check_none(
        "Over 50 people were injured.",
        "A number of people were injured.",
    );
}

/// One is more exact only if it has a number, a date, a name or a title more.
#[test]
fn other_words_for_the_same_refine_nothing() {
    check_has(
        "Skarne Lines sank its Halvane ferry.",
        "The Halvane company Skarne Lines sank its old Halvane ferry.",
        "Other Agrees: Skarne Lines sank its Halvane ferry | The Halvane company Skarne Lines sank its old Halvane ferry",
    );
    check_has(
        "“We saw that Skarne Lines repaired 40 ferries,” Ada Ruiz said.",
        "“We saw that Skarne Lines repaired ferries,” Ada Ruiz said.",
        "Other Refines: Skarne Lines repaired 40 ferries | Skarne Lines repaired ferries",
    );
    check_has(
        "Film producer Ada Ruiz waved.",
        "Harbor producer Ada Ruiz waved.",
        "Title Agrees: Film producer | Harbor producer",
    );
}

/// One agent and one day, and two things that were done.
#[test]
fn two_things_done_on_one_day_are_two_events() {
    check_none(
        "Ada Ruiz on Friday published a statement from her doctor, who finds her in good health \
         and fit to sail.",
        "Ada Ruiz on Friday published her most recent two years of accounts, showing that Skarne \
         Lines pays for the barges.",
    );
}

#[test]
fn a_title_that_begins_with_somebody_else_is_none() {
    check_none(
        "A rift with Reik worried Norwegian president Ada Ruiz. Tomas Reik left.",
        "Poet Ada Ruiz waved.",
    );
}

/// Who is named without a title may have one that was not seen.
#[test]
fn a_title_is_not_missed_where_the_person_is_named() {
    let (_, comparison) = compared(&inputs(&[
        ("coast.txt", "Harbor chief Ada Ruiz waved."),
        ("north.txt", "Chief Ada Ruiz waved."),
        ("south.txt", "Ruiz waved to the boats."),
        ("west.txt", "Nobody waved to the boats."),
    ]));
    let row = row(&comparison, "title");
    assert_eq!(row.verdict, Verdict::Agrees);
    let open: Vec<usize> = row.open.iter().map(|it| it.0).collect();
    assert_eq!(open, [2]);
}

#[test]
fn a_place_in_another_is_no_difference() {
    let told = |place: &str| {
        format!("“We saw that Skarne Lines repaired the ferry in {place},” Ada Ruiz said.")
    };
    check_has(
        &told("Kelden"),
        &format!("{} It lies off Kelden, west Halvane.", told("Halvane")),
        "Place Refines: in Kelden | in Halvane",
    );
}

/// What somebody decided or claimed is no credit of a lead.
#[test]
fn leads_credit_those_who_say_something() {
    let credits = |coast: &str, north: &str| {
        let (story, comparison) = of(coast, north);
        let rows: Vec<FactRow> = comparison.facts;
        let rows = rows
            .into_iter()
            .filter(|it| it.kind == FactKind::Attribution);
        shown(&story, &rows.collect::<Vec<_>>())
    };
    assert_eq!(
        credits(
            "The ferry sank off Kelden in fog, police said.",
            "The ferry sank off Kelden in fog, Norvik police said.",
        ),
        ["Attribution Refines: police said | Norvik police said"]
    );
    assert!(
        credits(
            "The ferry sank off Kelden in fog as its captain planned to leave.",
            "The ferry sank off Kelden in fog, police said.",
        )
        .is_empty()
    );
}

/// Why it was done belongs to the act.
#[test]
fn an_act_is_shown_with_its_reason() {
    check_has(
        "Norway on Monday imposed sanctions on Skarne Lines over its oil leak.",
        "In response to the leak, Norway on Monday announced sanctions on Skarne Lines.",
        "Other Agrees: Norway on Monday imposed sanctions on Skarne Lines over its oil leak | In response to the leak, Norway on Monday announced sanctions on Skarne Lines",
    );
}

#[test]
fn what_is_said_of_itself_is_no_fact() {
    check_none(
        "“A brass lantern is a brass lantern,” Ada Ruiz said.",
        "Tomas Reik said that the brass lantern was not a brass lantern.",
    );
}

#[test]
fn what_one_says_and_another_denies_differs() {
    check_has(
        "The Kelden storm gate is not out of order, an engineer said.",
        "The storm gate is out of order and will be closed.",
        "Other Differs: The Kelden storm gate is not out of order | The storm gate is out of order",
    );
    check_has(
        "Skarne Lines bought the Halvane ferry.",
        "Skarne Lines did not buy the Halvane ferry.",
        "Other Differs: Skarne Lines bought the Halvane ferry | Skarne Lines did not buy the Halvane ferry",
    );
    let told = |coast: &str, north: &str| {
        let (_, comparison) = of(coast, north);
        let mut rows = comparison.facts.iter();
        rows.any(|it| it.verdict == Verdict::Differs)
    };
    assert!(!told(
        "The Kelden storm gate is no longer out of order.",
        "The Kelden storm gate is out of order."
    ));
    assert!(!told(
        "The Kelden storm gate is not just a wall of steel.",
        "The Kelden storm gate is a wall of steel."
    ));
    assert!(!told(
        "The Halvane storm gate is not out of order.",
        "The Kelden storm gate is out of order."
    ));
    assert!(!told(
        "The Kelden storm gate is not out of order.",
        "The Kelden storm gate is out of paint in the bolts and hinges."
    ));
}

/// Beside the name, or beside what the next sentence calls the person.
#[test]
fn homes_agree_or_differ() {
    let coast = "Ada Ruiz, 41, from Kelden, saw the fire.";
    check_has(
        coast,
        "Ada Ruiz, from Kelden, saw the fire.",
        "Place Agrees: Kelden | Kelden",
    );
    check_has(
        coast,
        "Ada Ruiz saw the fire. The mother, from Halvane, said it was hot.",
        "Place Differs: Kelden | Halvane",
    );
    let (story, comparison) = of(
        coast,
        "Ada Ruiz and Tomas Reik saw the fire. The mother, from Halvane, said it was hot.",
    );
    let rows = shown(&story, &comparison.facts);
    assert!(rows.iter().all(|it| !it.contains("Halvane")), "{rows:#?}");
}

/// The crews stand in two lists of which another count is one.
#[test]
fn counts_in_lists_of_the_same_things_are_compared() {
    check_has(
        "Eight fire boats and four rescue rafts are at the quay.",
        "The port sent eight fire boats, five sea rescue rafts and 22 nurses.",
        "Quantity Differs: four rescue rafts | five sea rescue rafts",
    );
    check_none(
        "Eight fire boats and four rescue rafts are at the quay.",
        "The port sent nine fire boats, five sea rescue rafts and 22 nurses.",
    );
    check_none(
        "Eight fire boats and four rescue rafts are at the quay.",
        "The port sent eight fire boats, five rubber rafts and 22 nurses.",
    );
}

/// The amounts differ by a figure, and nothing else in the words around them.
#[test]
fn counts_in_like_words_with_a_name_are_compared() {
    let coast = "It rained. The clerk paid $7,940.20 to the Skarne Bay Sailing School in Kelden.";
    check_has(
        coast,
        "A fee of $7,490.20 was paid. The clerk spent $7,490.20 at the Skarne Bay Sailing School.",
        "Quantity Differs: $7,940.20 | $7,490.20",
    );
    // Who has both numbers counts two things.
    let (story, comparison) = of(
        coast,
        "The clerk spent $7,490.20 at the Skarne Bay Sailing School, and $7,940.20 on boats.",
    );
    let rows = shown(&story, &comparison.facts);
    assert!(rows.iter().all(|it| !it.contains("Differs")), "{rows:#?}");
}

/// Both sentences have the dead; the homeless beside them are one count.
#[test]
fn counts_beside_a_common_count_are_of_one_event() {
    check_has(
        "It rained. The Kelden flood killed more than 4,000 people and displaced 610,000 people in the valley.",
        "It snowed. More than 4,000 lives were lost and 820,000 people displaced in the Kelden flood.",
        "Quantity Differs: 610,000 people | 820,000 people",
    );
}

/// The verb of the clause that says which steps are counted.
#[test]
fn the_verb_of_a_relative_clause_takes_the_count() {
    check_has(
        "The port has a plan with 41 safety steps that the harbor master will take.",
        "The harbor master spoke of 37 safety steps he could take.",
        "Quantity Differs: 41 safety steps | 37 safety steps",
    );
    check_has(
        "Six people, including two nurses and a cook, were injured in the fire.",
        "The fire injured four people at the port.",
        "Quantity Differs: Six people | four people",
    );
}

#[test]
fn days_beside_one_act_in_like_words_are_compared() {
    check_has(
        "It rained. Ada Ruiz told the Skarne Herald in an interview published on Saturday.",
        "It snowed. Ada Ruiz told the Skarne Herald in an article published on Sunday.",
        "Time Differs: on Saturday | on Sunday",
    );
}

/// One outlet calls them both civilians and people.
#[test]
fn people_and_what_kind_they_are_is_one_count() {
    let (story, comparison) = compared(&inputs(&[
        (
            "coast.txt",
            "Bomb kills at least six civilians in Kelden.\n",
        ),
        ("north.txt", "Bomb kills four people in Kelden.\n"),
        (
            "south.txt",
            "Bomb in Kelden\n\nA bomb killed four civilians in Kelden. At least two people died.\n",
        ),
        (
            "west.txt",
            "At least two people died when a bomb went off in Kelden.\n",
        ),
    ]));
    let rows = shown(&story, &comparison.facts);
    let deaths: Vec<&String> = rows
        .iter()
        .filter(|it| it.starts_with("Quantity Differs"))
        .collect();
    assert_eq!(deaths.len(), 1, "{rows:#?}");
}

/// Two sounds in like words; who has both names tells of two places.
#[test]
fn places_of_one_kind_in_like_words_are_compared() {
    let coast = "The crane barge waits in the Norrvik Sound.";
    check_has(
        coast,
        "It snowed. The port keeps its crane barge waiting in the Skarne Sound.",
        "Place Differs: in the Norrvik Sound | in the Skarne Sound",
    );
    let (story, comparison) = of(
        coast,
        "The crane barge waits in the Skarne Sound. The ferry lies in the Norrvik Sound.",
    );
    let rows = shown(&story, &comparison.facts);
    assert!(rows.iter().all(|it| !it.contains("Differs")), "{rows:#?}");
}

/// One whom the openings tell of by one noun, or who is named in full.
#[test]
fn ages_that_differ_are_a_row() {
    let coast = "A 9-year-old girl slipped off the quay. Ada Ruiz, 42, pulled him out.";
    let north =
        "The slip of an eight-year-old girl shook the port. “It was cold,” said Ada Ruiz, 43.";
    check_has(
        coast,
        north,
        "Quantity Differs: 9-year-old girl | eight-year-old girl",
    );
    let two = "An 8-year-old girl and a 9-year-old girl slipped off the quay. It was cold.";
    let (story, comparison) = of(coast, two);
    let rows = shown(&story, &comparison.facts);
    assert!(rows.iter().all(|it| !it.contains("Differs")), "{rows:#?}");
}

//! Who says how sure it is, who denies and who is silent: small invented stories.

mod common;
#[path = "common/texts.rs"]
mod texts;

use crossread::model::{ArticleIdx, Comparison, FindingKind, Story};

use common::compared;
use texts::inputs;

fn told(files: &[(&str, &str)]) -> (Story, Comparison) {
    compared(&inputs(files))
}

/// Titles of the findings of that kind, with `!` before an alert.
fn titles(files: &[(&str, &str)], kind: FindingKind) -> Vec<String> {
    let (_, comparison) = told(files);
    let findings = comparison.findings.iter().filter(|it| it.kind == kind);
    findings
        .map(|it| format!("{}{}", if it.alert { "! " } else { "" }, it.title))
        .collect()
}

const SILENT: (&str, &str) = (
    "coast.txt",
    "Gate shut\n\nThe gate shut on Monday. Tidewright did not respond to a request for comment.\n",
);

#[test]
fn silence_and_an_answer_are_of_one_party() {
    let other = "Gate fails\n\nThe gate shut. Tidewright denied that its staff had the password.\n";
    assert_eq!(
        titles(&[SILENT, ("north.txt", other)], FindingKind::Response),
        ["! No answer from “Tidewright” in coast, words of Tidewright in north"]
    );
}

#[test]
fn the_answer_of_another_party_is_none() {
    let other =
        "Gate fails\n\nThe gate shut. Skarne Lines denied that its staff had the password.\n";
    let found = titles(&[SILENT, ("north.txt", other)], FindingKind::Response);
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn an_outlet_with_the_words_of_a_party_is_not_silent_about_it() {
    let both = "Gate shut\n\n“We handed the password back,” Pat Low of Tidewright said. Pat Low did not respond to a request for more.\n";
    let other = "Gate fails\n\n“We handed the password back,” said Pat Low on Monday.\n";
    let found = titles(
        &[("coast.txt", both), ("north.txt", other)],
        FindingKind::Response,
    );
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn a_denial_that_an_outlet_lacks_is_to_be_looked_at() {
    let denied =
        "Gate shut\n\nTidewright denied that its staff sold the gate password to Skarne.\n";
    let again = "Gate fails\n\nThe staff of Tidewright sold no gate password to Skarne, it said. Tidewright denied the gate password was sold to Skarne.\n";
    let flat = "Password sold\n\nStaff of Tidewright sold the gate password to Skarne last year.\n";
    let files = [
        ("coast.txt", denied),
        ("north.txt", again),
        ("south.txt", flat),
    ];
    let found = titles(&files, FindingKind::Response);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        found[0].starts_with("! Denied in coast and north"),
        "{found:?}"
    );
    assert!(found[0].ends_with("no denial found in south"), "{found:?}");
    let apart = (
        "south.txt",
        "Bread dearer\n\nThe bakers raised the price of bread.\n",
    );
    let found = titles(&[files[0], files[1], apart], FindingKind::Response);
    assert!(found.iter().all(|it| !it.starts_with('!')), "{found:?}");
}

#[test]
fn what_is_not_verified_stands_beside_flat_openings() {
    let doubted =
        "Sea wall\n\nThe town met. The leak in the sea wall has not been independently verified.\n";
    let files = [
        ("coast.txt", doubted),
        ("north.txt", "Sea wall springs a leak\n\nWater came.\n"),
        ("south.txt", "A leak in the sea wall\n\nPeople fled.\n"),
    ];
    let found = titles(&files, FindingKind::Evidence);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("! “The leak in the sea wall has not"));
    // One outlet that tells it flatly may have reason to.
    assert!(titles(&files[..2], FindingKind::Evidence).is_empty());
}

#[test]
fn what_may_not_be_is_no_doubt_of_what_is_told() {
    let modal = "Sea wall\n\nThe town met. The leak in the sea wall may not be old.\n";
    let files = [
        ("coast.txt", modal),
        ("north.txt", "Sea wall springs a leak\n\nWater came.\n"),
        ("south.txt", "A leak in the sea wall\n\nPeople fled.\n"),
    ];
    assert!(titles(&files, FindingKind::Evidence).is_empty());
    let seems = modal.replace("may not be old", "does not appear to be old");
    assert_eq!(
        titles(
            &[("coast.txt", seems.as_str()), files[1], files[2]],
            FindingKind::Evidence
        )
        .len(),
        1
    );
}

#[test]
fn verbs_two_steps_apart_before_the_same_words_are_to_be_looked_at() {
    let words = "“We had three letters about the gate and we answered none of them”";
    let with = |lead: &str| format!("Letters\n\n{words}, Maria Ruiz {lead}.\n");
    let found = |one: &str, other: &str| {
        let (one, other) = (with(one), with(other));
        let files = [("coast.txt", one.as_str()), ("north.txt", other.as_str())];
        titles(&files, FindingKind::Evidence)
    };
    assert!(found("said", "told reporters").is_empty());
    assert!(found("said", "admitted").is_empty());
    let claimed = found("claimed", "admitted");
    assert!(
        claimed[0].starts_with("! “claimed” in coast"),
        "{claimed:?}"
    );
}

#[test]
fn a_report_without_the_hedge_of_the_quotation_is_to_be_looked_at() {
    let quoted = "Alarm\n\n“We think that the alarm was switched off weeks before the crossing,” Maria Ruiz said.\n";
    let found = |report: &str| {
        titles(
            &[("coast.txt", quoted), ("north.txt", report)],
            FindingKind::Edit,
        )
    };
    let flat = found(
        "Horn\n\nMaria Ruiz said that the alarm was switched off weeks before the crossing.\n",
    );
    assert!(
        flat[0].starts_with("! north tells without its doubt"),
        "{flat:?}"
    );
    let hedged = found(
        "Horn\n\nMaria Ruiz said that the alarm was probably switched off weeks before the crossing.\n",
    );
    assert!(
        hedged[0].starts_with("north tells in its own words"),
        "{hedged:?}"
    );
}

#[test]
fn a_cut_that_drops_a_but_is_to_be_looked_at() {
    let full = "Horn\n\n“He pushed the door and he shouted at the two of us for an hour. But he never once raised a hand against anybody,” Maria Ruiz said.\n";
    let again = full.replace("said.", "told the town council.");
    let cut = "Horn\n\n“He pushed the door and he shouted at the two of us for an hour,” Maria Ruiz said.\n";
    let found = titles(
        &[
            ("coast.txt", full),
            ("north.txt", cut),
            ("south.txt", &again),
        ],
        FindingKind::Edit,
    );
    assert!(
        found[0].starts_with("! north’s quotation ends before “But he never"),
        "{found:?}"
    );
}

#[test]
fn a_claim_has_a_row_over_outlets() {
    let (story, comparison) = told(&[
        (
            "coast.txt",
            "Gate\n\nThe government has evidence that a stranger closed the harbor gate on Tuesday.\n",
        ),
        (
            "north.txt",
            "Gate\n\n“We assess that a stranger closed the harbor gate,” Maria Ruiz said.\n",
        ),
        (
            "south.txt",
            "Bread\n\nThere is no evidence that bread is dearer.\n",
        ),
    ]);
    assert_eq!(comparison.claims.len(), 1);
    let cells: Vec<(usize, usize)> = comparison.claims[0]
        .cells
        .iter()
        .map(|it| (it.article.0, it.stances.len()))
        .collect();
    assert_eq!(cells, [(0, 1), (1, 1)]);
    let first = &comparison.claims[0].cells[0];
    let text = &story.article(first.article).text;
    assert_eq!(first.stances[0].when.map(|it| it.of(text)), Some("Tuesday"));
}

#[test]
fn emphasis_tells_the_order_and_the_room_of_each_outlet() {
    let ruiz =
        "“We had three letters about the gate and we answered none of them,” Maria Ruiz said.";
    let low = "“Nobody on this coast has ever seen a gate move as fast as that,” Pat Low said.";
    let first = format!("Gate\n\n{ruiz}\n\n{low}\n");
    let second = format!("Gate\n\nThe gate is old.\n\n{low}\n\n{ruiz}\n");
    let (story, comparison) = told(&[("coast.txt", &first), ("north.txt", &second)]);
    let order = |at: usize| {
        let reached = comparison.emphasis[at].order.iter();
        reached.map(|it| it.utterance).collect::<Vec<usize>>()
    };
    let mut reversed = order(1);
    reversed.reverse();
    assert_eq!(order(0), reversed);
    assert!(comparison.emphasis[0].order[0].percent < 3);
    assert!(comparison.emphasis[1].order[0].percent > 5);
    let room = &comparison.emphasis[0].room[0];
    let name = story.words(comparison.speakers[room.speaker].name);
    assert_eq!((name, room.quoted, room.reported), ("Pat Low", 14, 0));
}

#[test]
fn only_here_is_of_the_story_and_stands_nowhere_else() {
    let one = "Storm gate shuts on ferry\n\nThe storm gate shut on the ferry on Monday.\n\nRain fell all day long.\n\nTugs towed the ferry from the storm gate to the coal quay before sunrise with long chains.\n\nGet stories like these in your inbox with recipes and puzzles from the storm gate.\n\nThe ferry weighs 1,204 tons and carries mail, timber and sheep.\n";
    let other = "Ferry caught in storm gate\n\nThe ferry was caught in the storm gate. The vessel of 1,204 tons was late.\n";
    let (story, comparison) = told(&[("coast.txt", one), ("north.txt", other)]);
    let text = &story.article(ArticleIdx(0)).text;
    let found: Vec<&str> = comparison.summaries[0]
        .only_here
        .iter()
        .map(|it| it.of(text))
        .collect();
    assert_eq!(
        found,
        [
            "Tugs towed the ferry from the storm gate to the coal quay before sunrise with long chains."
        ]
    );
}

#[test]
fn a_charge_without_the_denial_of_the_one_it_names_is_to_be_looked_at() {
    let denied = (
        "coast.txt",
        "Audit opens\n\nAn inquiry looks at Mr. Tomas Reik. Reik has denied the allegations.\n",
    );
    let found = |other: &str| titles(&[denied, ("north.txt", other)], FindingKind::Response);
    assert_eq!(
        found("Audit opens\n\nTomas Reik faces several allegations of fraud over the gate.\n"),
        ["! Denied in coast: “Reik has denied the allegations”; no denial found in north"]
    );
    // An answer in any words, the silence of the party, another party, or no charge at all.
    for other in [
        "Tomas Reik faces allegations of fraud. “I never took a crown,” Reik said.",
        "Tomas Reik faces allegations of fraud. He is innocent, his lawyer said: Reik disputes them.",
        "Tomas Reik faces allegations of fraud. Reik did not respond to a request for comment.",
        "Ada Ruiz faces allegations of fraud over the gate.",
        "Reik accused the port of fraud over the gate.",
        "Tomas Reik opened the gate.",
    ] {
        let other = format!("Audit opens\n\n{other}\n");
        assert!(
            found(&other).iter().all(|it| !it.starts_with("! Denied")),
            "{other}"
        );
    }
}

#[test]
fn who_was_asked_and_is_not_heard_is_silent() {
    let asked = "Gate shut\n\nTidewright has been contacted for comment on the gate. Tidewright rules say that gates stay open.\n";
    let other = "Gate fails\n\n“The gate failed at noon,” Tidewright said in a letter.\n";
    assert_eq!(
        titles(
            &[("coast.txt", asked), ("north.txt", other)],
            FindingKind::Response
        ),
        ["! No answer from “Tidewright” in coast, words of Tidewright in north"]
    );
}

/// A house whose people speak of many things was asked about one.
#[test]
fn silence_on_one_matter_is_not_broken_by_words_on_another() {
    let silent = "Gate\n\nThe storm gate closed on the ferry. Tidewright did not respond to a request for comment on why the alarm was rewired.\n";
    let n_told = |said: &str| {
        let heard = format!(
            "Gate\n\nThe storm gate closed. {said}, said Pat Low, a Tidewright spokeswoman.\n"
        );
        let files = [("coast.txt", silent), ("north.txt", heard.as_str())];
        titles(&files, FindingKind::Response).len()
    };
    assert_eq!(n_told("“Nobody rewired the alarm,”"), 1);
    assert_eq!(n_told("“We thank the tugs for their work,”"), 0);
}

/// A word for evidence is no word that there is some.
#[test]
fn evidence_is_told_to_be_there() {
    let none = "Gate\n\nThe Harbor Board found no evidence that the storm gate alarm was rewired by Tidewright.\n";
    let n_told = |other: &str| {
        let files = [("coast.txt", none), ("north.txt", other)];
        let found = titles(&files, FindingKind::Evidence);
        found.iter().filter(|it| it.contains("Evidence:")).count()
    };
    assert_eq!(
        n_told(
            "Gate\n\nPolice have evidence that the storm gate alarm was rewired by Tidewright, they said.\n"
        ),
        1
    );
    assert_eq!(
        n_told(
            "Gate\n\nThey called it corrupt and evidence of a storm gate alarm rewired by Tidewright.\n"
        ),
        0
    );
    assert_eq!(
        n_told(
            "Gate\n\nPolice have no evidence that the storm gate alarm was rewired by Tidewright, they said.\n"
        ),
        0
    );
}

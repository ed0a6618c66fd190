//! Articles that are mostly one text, on small stories of ours.

mod common;
#[path = "common/texts.rs"]
mod texts;

use crossread::model::{Comparison, Duplicate, DuplicateKind, FactKind, Story, Verdict};

use common::compared;
use texts::inputs;

const WALL: &str = "The wall at Kelden held all night, the port said on Monday. Lifeboats rescued 12 \
    sailors from the basin before the tide turned. “We never left the gate, and we never will,” Ada \
    Ruiz said. The harbor office ordered new piles for the whole length of the wall in the spring.\n";

/// `kind: earlier > later`, each by its file name without ending.
#[track_caller]
fn check(files: &[(&str, &str)], wanted: &[&str]) -> (Story, Comparison) {
    let (story, comparison) = compared(&inputs(files));
    let name = |it: crossread::model::ArticleIdx| story.article(it).file.replace(".txt", "");
    let told = |it: &Duplicate| {
        let kind = match it.kind {
            DuplicateKind::Same => "same",
            DuplicateKind::Revision => "revision",
            DuplicateKind::Carried => "carried",
        };
        format!("{kind}: {} > {}", name(it.from), name(it.to))
    };
    let found: Vec<String> = comparison.duplicates.iter().map(told).collect();
    assert_eq!(found, wanted);
    (story, comparison)
}

fn of(outlet: &str, date: &str, text: &str) -> String {
    format!("outlet: {outlet}\ndate: {date}\n\n{text}")
}

#[test]
fn one_article_under_two_names_is_the_same_twice() {
    let spaced = format!("  {}\n\n", WALL.replace(". L", ".\n\nL"));
    let (_, comparison) = check(&[("a.txt", WALL), ("b.txt", &spaced)], &["same: a > b"]);
    assert!(comparison.duplicates[0].changes.is_empty());
    assert_eq!(comparison.duplicates[0].shared, 1.0);
    assert!(comparison.passages.is_empty());
    assert!(
        comparison
            .facts
            .iter()
            .all(|it| it.verdict == Verdict::OnlyOne)
    );
}

#[test]
fn one_text_that_two_outlets_carry_is_told() {
    let coast = of("Coast Wire", "2031-04-09", WALL);
    let north = of("North Post", "2031-04-09", WALL);
    let (_, comparison) = check(&[("a.txt", &coast), ("b.txt", &north)], &["carried: a > b"]);
    assert!(!comparison.passages.is_empty(), "two outlets tell it");
    // The outlets are not known, and the words are not all the same.
    let other = WALL.replace("whole", "full");
    check(&[("a.txt", WALL), ("b.txt", &other)], &["carried: a > b"]);
}

#[test]
fn two_versions_of_one_outlet_are_a_revision_with_its_changes() {
    let old = of("Coast Wire", "2031-04-09", WALL);
    let new = WALL
        .replace("12 sailors", "14 sailors")
        .replace(" in the spring", "");
    let new = of(
        "Coast Wire",
        "2031-04-10",
        &format!("{new}\nNobody was hurt.\n"),
    );
    for names in [["a.txt", "b.txt"], ["b.txt", "a.txt"]] {
        let wanted = format!("revision: {} > {}", &names[0][..1], &names[1][..1]);
        let (story, comparison) = check(&[(names[0], &old), (names[1], &new)], &[&wanted]);
        let duplicate = &comparison.duplicates[0];
        let changes: Vec<[&str; 2]> = duplicate
            .changes
            .iter()
            .map(|it| {
                let words = |article, span: Option<crossread::model::Span>| {
                    let text: &str = &story.article(article).text;
                    span.map_or("", |it| it.of(text))
                };
                [
                    words(duplicate.from, it.from_span),
                    words(duplicate.to, it.to_span),
                ]
            })
            .collect();
        assert_eq!(
            changes,
            [["12", "14"], ["in the spring", "Nobody was hurt"]]
        );
        assert!(comparison.passages.is_empty());
    }
}

/// What the outlets say of each count.
fn counts(comparison: &Comparison) -> Vec<Verdict> {
    let counts = comparison
        .facts
        .iter()
        .filter(|it| it.kind == FactKind::Quantity);
    counts.map(|it| it.verdict).collect()
}

#[test]
fn versions_do_not_agree_as_two_outlets() {
    let old = of("Coast Wire", "2031-04-09", WALL);
    let new = of(
        "Coast Wire",
        "2031-04-10",
        &WALL.replace(" in the spring", ""),
    );
    let north = of(
        "North Post",
        "2031-04-10",
        "Lifeboats rescued 12 sailors, and the town slept.\n\nA baker gave bread to everybody on the quay.\n",
    );
    let files = [("a.txt", old.as_str()), ("b.txt", &new), ("c.txt", &north)];
    let (_, comparison) = check(&files, &["revision: a > b"]);
    assert_eq!(counts(&comparison), [Verdict::Agrees]);
    let no_match = comparison.summaries.iter().map(|it| it.no_match.len());
    assert_eq!(no_match.sum::<usize>(), 0, "no two others quote it");
    let (_, comparison) = check(&files[..2], &["revision: a > b"]);
    assert_eq!(counts(&comparison), [Verdict::OnlyOne]);
    assert!(
        comparison.findings.is_empty(),
        "one outlet stands against nobody"
    );
}

#[test]
fn what_two_versions_have_is_only_in_their_outlet() {
    let own = "Three weavers hung paper lanterns from the wall at Kelden and sang old songs until \
        breakfast.";
    let text = format!("{WALL}\n{own}\n");
    let old = of("Coast Wire", "2031-04-09", &text);
    let new = of(
        "Coast Wire",
        "2031-04-10",
        &text.replace(" in the spring", ""),
    );
    let north = of(
        "North Post",
        "2031-04-10",
        "The wall at Kelden held. Lifeboats rescued 12 sailors before the tide turned. The port \
         said so on Monday.\n",
    );
    let (story, comparison) = check(
        &[("a.txt", &old), ("b.txt", &new), ("c.txt", &north)],
        &["revision: a > b"],
    );
    let own_of = |idx: usize| {
        let text = &story.articles[idx].0.text;
        let spans = comparison.summaries[idx].only_here.iter();
        spans.map(|it| it.of(text)).any(|it| it == own)
    };
    assert_eq!([own_of(0), own_of(1)], [false, true]);
}

#[test]
fn articles_that_share_quotations_or_little_text_are_no_duplicates() {
    let north = "“We never left the gate, and we never will,” Ada Ruiz told reporters in the town \
        hall. Her office had slept for two hours since the storm came over the bar and took the \
        roofs of nine houses in the lower town, where the water stood knee-deep until noon.\n";
    check(&[("a.txt", WALL), ("b.txt", north)], &[]);
    check(
        &[("a.txt", "The wall held."), ("b.txt", "The wall held.")],
        &[],
    );
}

#[test]
fn each_of_many_copies_is_told_once() {
    let texts: Vec<String> = (0..5)
        .map(|it| of(&format!("Post {it}"), "2031-04-09", WALL))
        .collect();
    let names = ["a.txt", "b.txt", "c.txt", "d.txt", "e.txt"];
    let files: Vec<(&str, &str)> = names
        .iter()
        .copied()
        .zip(texts.iter().map(String::as_str))
        .collect();
    check(
        &files,
        &[
            "carried: a > b",
            "carried: a > c",
            "carried: a > d",
            "carried: a > e",
        ],
    );
}

//! Articles that are mostly one text, on small stories of ours.

mod common;
#[path = "common/texts.rs"]
mod texts;

use std::sync::atomic::AtomicBool;

use crossread::anchor;
use crossread::model::{
    ArticleIdx, Change, Comparison, Decision, FactKind, Judgment, Noted, Standing, Story, Target,
    Verdict,
};
use crossread::pipeline::{self, Cache, Watch};
use crossread::report::{self, Contents, Format, Material};

use common::compared;
use texts::inputs;

const WALL: &str = "The wall at Kelden held all night, the port said on Monday. Lifeboats rescued 12 \
    sailors from the basin before the tide turned. “We never left the gate, and we never will,” Ada \
    Ruiz said. The harbor office ordered new piles for the whole length of the wall in the spring.\n";

/// `carried: earlier > later` of two articles, `version: earlier > last` of one; each by its file name
/// without ending.
#[track_caller]
fn check(files: &[(&str, &str)], wanted: &[&str]) -> (Story, Comparison) {
    let (story, comparison) = compared(&inputs(files));
    let stem = |file: &str| file.replace(".txt", "");
    let name = |it: ArticleIdx| stem(&story.article(it).file);
    let carried = comparison.duplicates.iter();
    let carried = carried.map(|it| format!("carried: {} > {}", name(it.from), name(it.to)));
    let versions = story.versions.iter();
    let versions =
        versions.map(|it| format!("version: {} > {}", stem(&it.article.file), name(it.of)));
    let found: Vec<String> = versions.chain(carried).collect();
    assert_eq!(found, wanted);
    assert_eq!(comparison.summaries.len(), story.articles.len());
    (story, comparison)
}

/// The words of each change, those of the earlier text first.
fn words<'a>(changes: &[Change], [from, to]: [&'a str; 2]) -> Vec<[&'a str; 2]> {
    let told = changes.iter().map(|it| {
        [
            it.from_span.map_or("", |span| span.of(from)),
            it.to_span.map_or("", |span| span.of(to)),
        ]
    });
    told.collect()
}

fn of(outlet: &str, date: &str, text: &str) -> String {
    format!("outlet: {outlet}\ndate: {date}\n\n{text}")
}

#[test]
fn one_article_under_two_names_counts_once() {
    let spaced = format!("  {}\n\n", WALL.replace(". L", ".\n\nL"));
    let (story, comparison) = check(&[("a.txt", WALL), ("b.txt", &spaced)], &["version: a > b"]);
    assert!(story.versions[0].changes.is_empty());
    assert_eq!(story.versions[0].shared, 1.0);
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
fn two_versions_of_one_outlet_are_one_article_with_its_changes() {
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
        let wanted = format!("version: {} > {}", &names[0][..1], &names[1][..1]);
        let (story, comparison) = check(&[(names[0], &old), (names[1], &new)], &[&wanted]);
        let version = &story.versions[0];
        let texts = [&version.article.text, &story.article(version.of).text];
        let changes = words(&version.changes, texts.map(String::as_str));
        assert_eq!(
            changes,
            [["12", "14"], ["in the spring", "Nobody was hurt"]]
        );
        assert!(comparison.passages.is_empty());
    }
}

#[test]
fn of_many_versions_the_last_speaks_and_a_new_headline_is_a_change() {
    let version = |day: &str, head: &str, text: &str| {
        of("Coast Wire", day, &format!("headline: {head}\n\n{text}"))
            .replace("\n\nheadline", "\nheadline")
    };
    let first = version("2031-04-09", "Wall holds at Kelden", WALL);
    let second = version("2031-04-10", "Wall fails at Kelden", WALL);
    let third = version(
        "2031-04-11",
        "Wall fails at Kelden",
        &WALL.replace("12", "14"),
    );
    let north = of("North Post", "2031-04-10", WALL);
    let (story, _) = check(
        &[
            ("a.txt", &second),
            ("b.txt", &north),
            ("c.txt", &third),
            ("d.txt", &first),
        ],
        &["version: d > c", "version: a > c", "carried: b > c"],
    );
    let changes = story.versions.iter().map(|it| {
        let texts = [&it.article.text, &story.article(it.of).text];
        words(&it.changes, texts.map(String::as_str))
    });
    assert_eq!(
        changes.collect::<Vec<_>>(),
        [vec![["holds", "fails"], ["12", "14"]], vec![["12", "14"]]]
    );
}

/// The first and the last share little, each most of the one between: one article all the same.
#[test]
fn versions_are_held_together_by_one_between_them() {
    let parts = [
        "Snow fell on the hop fields above Kelden before anybody had brought in the poles.",
        "Two carters left their wagons at the ford and walked home over the frozen stream.",
        "The miller’s geese were found alive under the bridge after three nights of frost.",
        "A bell that had not rung since the flood was heard from the drowned chapel at noon.",
        "Skarne sent candles, blankets and a choir that nobody had asked for on Thursday.",
        "By evening the road was open and the first post coach came through with oranges.",
    ];
    let text = |it: &[&str]| it.join(" ");
    let old = of("Coast Wire", "2031-04-09", &text(&parts[..3]));
    let last = of("Coast Wire", "2031-04-11", &text(&parts[3..]));
    let between = of("Coast Wire", "2031-04-10", &text(&parts));
    check(
        &[("a.txt", &old), ("b.txt", &last), ("c.txt", &between)],
        &["version: a > b", "version: c > b"],
    );
}

#[test]
fn words_that_two_rewritten_stretches_share_do_not_part_them() {
    let old = of("Coast Wire", "2031-04-09", WALL);
    let new = WALL.replace(
        "before the tide turned",
        "while the whole tide still ran out",
    );
    let new = of("Coast Wire", "2031-04-10", &new);
    let (story, _) = check(&[("a.txt", &old), ("b.txt", &new)], &["version: a > b"]);
    let texts = [&story.versions[0].article.text, &story.articles[0].0.text];
    assert_eq!(
        words(&story.versions[0].changes, texts.map(String::as_str)),
        [[
            "before the tide turned",
            "while the whole tide still ran out"
        ]]
    );
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
    let (_, comparison) = check(&files, &["version: a > b"]);
    assert_eq!(counts(&comparison), [Verdict::Agrees]);
    let no_match = comparison.summaries.iter().map(|it| it.no_match.len());
    assert_eq!(no_match.sum::<usize>(), 0, "no two others quote it");
    let (_, comparison) = check(&files[..2], &["version: a > b"]);
    assert_eq!(counts(&comparison), [Verdict::OnlyOne]);
    assert!(
        comparison.findings.is_empty(),
        "one outlet stands against nobody"
    );
}

#[test]
fn what_two_versions_have_is_only_in_their_outlet() {
    let text = format!(
        "{WALL}\nWeavers hung lanterns from the wall and sang until a brass band came down the stairs with hot bread for breakfast.\n"
    );
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
        &["version: a > b"],
    );
    let text = &story.articles[0].0.text;
    let only_here = comparison.summaries[0].only_here.iter();
    assert_eq!(
        only_here.map(|it| it.of(text)).collect::<Vec<_>>(),
        [
            "Weavers hung lanterns from the wall and sang until a brass band came down the stairs with hot bread for breakfast."
        ]
    );
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

#[test]
fn reports_show_what_changed_since_an_earlier_version() {
    let old = of("Coast Wire", "2031-04-09", WALL);
    let new = WALL.replace("12 sailors", "14 sailors");
    let new = of(
        "Coast Wire",
        "2031-04-10",
        &format!("Nobody was hurt.\n\n{new}"),
    );
    let new = new.replace(" in the spring", "");
    let (story, comparison) = check(&[("a.txt", &old), ("b.txt", &new)], &["version: a > b"]);
    let title = "Coast Wire: a.txt of 2031-04-09 is an earlier version of b.txt of 2031-04-10";
    let page = |format| {
        let material = Material {
            story: &story,
            comparison: &comparison,
            problems: &[],
        };
        match report::contents(format, &material, None) {
            Contents::Page(page) => page,
            Contents::Pages(_) => panic!("one page"),
        }
    };
    for page in [page(Format::Text), page(Format::Markdown)] {
        let page = page.split_whitespace().collect::<Vec<_>>().join(" ");
        for words in [
            title,
            "also “Nobody was hurt” ¶ 1",
            "“14” for “12” ¶ 2",
            "without “in the spring” ¶ 1 of the earlier version",
        ] {
            assert!(page.contains(words), "{words}\n{page}");
        }
    }
    let html = page(Format::Html);
    for words in [
        title,
        "<ins class=\"words\">“14”</ins> for <del class=\"words\">“12”</del>",
        "without <del class=\"words\">“in the spring”</del>",
    ] {
        assert!(html.contains(words), "{words}");
    }
    let page: serde_json::Value = serde_json::from_str(&page(Format::Json)).expect("JSON");
    let version = &page["versions"][0];
    assert_eq!(version["of"], "A1");
    let words = |text: &serde_json::Value, span: &serde_json::Value| -> String {
        let at = |nth: usize| span[nth].as_u64().and_then(|it| usize::try_from(it).ok());
        let [start, end] = [0, 1].map(|nth| at(nth).expect("an offset"));
        let letters = text.as_str().expect("a text").chars();
        letters.skip(start).take(end - start).collect()
    };
    let change = &version["changes"][1];
    assert_eq!(words(&version["text"], &change["from_span"]), "12");
    assert_eq!(
        words(&page["articles"][0]["text"], &change["to_span"]),
        "14"
    );
}

#[test]
fn what_was_decided_on_an_earlier_version_moves_on_to_the_last() {
    let old = of("Coast Wire", "2031-04-09", WALL);
    let new = old
        .replace("04-09", "04-10")
        .replace("12 sailors", "14 sailors");
    let north = of(
        "North Post",
        "2031-04-09",
        "“We never left the gate, and we never will,” Bo Lind said.",
    );
    let watch = Watch {
        progress: &|_| {},
        cancel: &AtomicBool::new(false),
    };
    let compared = |files: &[(&str, &str)], decisions: &[Decision]| {
        let (articles, _) = pipeline::read(&inputs(files), &[]);
        let cache = Cache::default();
        pipeline::compare(&articles, decisions, &cache, &watch).expect("nobody cancels")
    };
    let before = [("a.txt", old.as_str()), ("c.txt", &north)];
    let (story, comparison) = compared(&before, &[]);
    let article = anchor::article(story.article(ArticleIdx(0)));
    let decisions = [
        Decision::RenameOutlet {
            article: article.clone(),
            name: "Coast Wire".to_owned(),
        },
        Decision::JudgeFinding {
            finding: anchor::finding(&story, &comparison.findings[0]),
            judgment: Judgment::Rejected,
        },
        Decision::Note {
            on: Target::Article(article),
            text: "ask again".to_owned(),
        },
    ];
    let after = [before[0], ("b.txt", &new), before[1]];
    let (story, comparison) = compared(&after, &decisions);
    assert_eq!(story.versions.len(), 1);
    assert_eq!(comparison.standings, [Standing::Applied; 3]);
    assert_eq!(comparison.rejected.len(), 1);
    assert_eq!(comparison.notes[0].on, Noted::Article(ArticleIdx(0)));
}

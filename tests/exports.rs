//! The reports in all their forms, on stories of ours.
//!
//! Beside its text in `tests/golden` stands one small story in the other forms.
//! `CROSSREAD_BLESS=1 cargo test --test exports` writes them anew: read the diff.

mod common;

use std::fs;
use std::path::{Path, PathBuf};

use crossread::model::{Comparison, Story};
use crossread::pipeline::{self, Input};
use crossread::report::{self, Contents, Format, Material};

use common::compared;

/// In this order in its table.
const TABLES: [&str; 5] = [
    "quotations.csv",
    "utterances.csv",
    "facts.csv",
    "evidence.csv",
    "findings.csv",
];

fn pages(format: Format, story: &Story, comparison: &Comparison) -> Vec<(String, String)> {
    let material = Material {
        story,
        comparison,
        problems: &[],
    };
    match report::contents(format, &material, None) {
        Contents::Page(page) => vec![(format!("ferry.{}", format.ending()), page)],
        Contents::Pages(pages) => pages
            .into_iter()
            .map(|(name, page)| (format!("ferry-{name}"), page))
            .collect(),
    }
}

#[test]
fn a_small_story_reads_as_it_did() {
    let (story, comparison) = compared(&[Input::Path(PathBuf::from("tests/golden/ferry"))]);
    let folder = Path::new("tests/golden");
    for format in [Format::Markdown, Format::Csv] {
        for (name, page) in pages(format, &story, &comparison) {
            check(&folder.join(name), &page);
        }
    }
}

#[track_caller]
fn check(golden: &Path, page: &str) {
    if std::env::var_os("CROSSREAD_BLESS").is_some_and(|it| it == "1") {
        fs::write(golden, page).expect("a golden file is written");
    }
    let line_ends = |it: &str| it.replace("\r\n", "\n");
    let expected = line_ends(&fs::read_to_string(golden).unwrap_or_default());
    let page = line_ends(page);
    for (number, (now, then)) in page.lines().zip(expected.lines()).enumerate() {
        assert_eq!(now, then, "{}, line {}", golden.display(), number + 1);
    }
    assert_eq!(page, expected, "{}", golden.display());
}

#[test]
fn tables_hold_one_row_for_each_place() {
    let (story, comparison) = compared(&pipeline::sample());
    let tables = pages(Format::Csv, &story, &comparison);
    let names = tables.iter().map(|it| it.0.trim_start_matches("ferry-"));
    let names: Vec<&str> = names.collect();
    assert_eq!(names, TABLES);
    let annotations = story.articles.iter().map(|it| &it.1);
    let n_evidence = annotations.clone().map(|it| it.evidence.len()).sum();
    let cells = comparison.facts.iter().flat_map(|it| &it.cells);
    let utterances = comparison.utterances.iter();
    let findings = comparison.findings.iter();
    let expected: [usize; 5] = [
        annotations.map(|it| it.quotations.len()).sum(),
        utterances.map(|it| it.witnesses.len()).sum(),
        cells.map(|it| it.spans.len()).sum(),
        n_evidence,
        findings.map(|it| it.places.len()).sum(),
    ];
    for ((name, table), n_rows) in tables.iter().zip(expected) {
        assert!(n_rows > 3, "{name}");
        let table = table.strip_prefix('\u{feff}').expect("the mark");
        let mut reader = csv::Reader::from_reader(table.as_bytes());
        let columns = reader.headers().expect("a head").clone();
        let at = |column: &str| columns.iter().position(|it| it == column);
        let [article, start, end, words] =
            ["article", "start", "end", "words"].map(|it| at(it).expect("a column"));
        let mut n_found = 0;
        for row in reader.records() {
            let row = row.expect("as many cells as the head has");
            n_found += 1;
            let number: usize = row[article][1..].parse().expect("a number");
            let text = &story.articles[number - 1].0.text;
            let [start, end] = [start, end].map(|it| row[it].parse::<usize>().expect("a number"));
            let found: String = text.chars().skip(start).take(end - start).collect();
            assert_eq!(row[words].trim_start_matches('\''), found, "{name}");
        }
        assert_eq!(n_found, n_rows, "{name}");
    }
}

#[test]
fn a_report_of_no_article_says_so() {
    for format in [Format::Text, Format::Markdown] {
        let pages = pages(format, &Story::default(), &Comparison::default());
        assert!(
            pages[0].1.contains("no article to compare"),
            "{}",
            pages[0].1
        );
    }
}

//! Small stories of ours, and the report that a person reads of each.
//!
//! A folder in `tests/golden` is a story; the file beside it with the same name is its report.
//! `CROSSREAD_BLESS=1 cargo test --test golden` writes the reports anew: read the diff.

mod common;
#[path = "common/texts.rs"]
mod texts;

use std::fs;
use std::path::{Path, PathBuf};

use crossread::pipeline::{self, Input};
use crossread::report;

use common::compared;
use texts::inputs;

/// Relative, so that the reports name the same paths on every machine.
const FOLDER: &str = "tests/golden";

#[test]
fn stories_read_as_they_did() {
    let entries = fs::read_dir(FOLDER).expect("the folder of the golden files");
    let mut stories: Vec<PathBuf> = entries
        .map(|it| it.expect("an entry").path())
        .filter(|it| it.is_dir())
        .collect();
    stories.sort();
    assert!(!stories.is_empty());
    for story in stories {
        check(&[Input::Path(story.clone())], &story.with_extension("txt"));
    }
}

#[test]
fn the_sample_reads_as_it_did() {
    check(&pipeline::sample(), &Path::new(FOLDER).join("sample.txt"));
}

#[test]
fn no_article_reads_well() {
    check(&[], &Path::new(FOLDER).join("nothing.txt"));
}

#[test]
fn two_articles_of_one_outlet_are_told_apart() {
    let (story, comparison) = compared(&inputs(&[
        (
            "monday.txt",
            "KELDEN (Coast Wire) -- The ferry lies on the bank.",
        ),
        (
            "tuesday.txt",
            "KELDEN (Coast Wire) -- The ferry floats again.",
        ),
    ]));
    let report = report::text::comparison(&story, &comparison, &[]);
    assert!(report.contains("\nCoast Wire 1  no headline"), "{report}");
    assert!(report.contains("\nCoast Wire 2  no headline"), "{report}");
}

#[track_caller]
fn check(inputs: &[Input], golden: &Path) {
    let (story, comparison) = compared(inputs);
    let mut problems = pipeline::read(inputs, &[]).1;
    for problem in &mut problems {
        problem.file = problem.file.replace('\\', "/");
    }
    let report = report::text::comparison(&story, &comparison, &problems);
    if std::env::var_os("CROSSREAD_BLESS").is_some_and(|it| it == "1") {
        fs::write(golden, &report).expect("a golden file is written");
    }
    let expected = fs::read_to_string(golden)
        .unwrap_or_default()
        .replace("\r\n", "\n");
    for (number, (now, then)) in report.lines().zip(expected.lines()).enumerate() {
        assert_eq!(now, then, "{}, line {}", golden.display(), number + 1);
    }
    assert_eq!(report, expected, "{}", golden.display());
}

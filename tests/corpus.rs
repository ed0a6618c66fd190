//! Real articles, which are not ours to ship: read where `CROSSREAD_SHARED` names their folder.
//!
//! Without it each test says that it is skipped, and passes.

mod common;
#[path = "common/laws.rs"]
mod laws;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crossread::model::{Comparison, Place, Story};
use crossread::pipeline::Input;
use crossread::report;

use common::compared;

/// What the first issue asks of the five articles (acceptance, 2).
const AT_LEAST: [&str; 15] = [
    "articles=5",
    "headlines_right=5",
    "dates_right=5",
    "outlets_right=5",
    "bylines_right=4",
    "furniture_F1=0.80",
    "quote_exact_F1=0.92",
    "speaker_accuracy=0.75",
    "reported_F1=0.30",
    "link_recall=0.70",
    "link_precision=0.90",
    "attribution_conflicts_found=1",
    "quantity_F1=0.55",
    "evidence_core_R=0.35",
    "hard_in_top_60=6",
];
const AT_MOST: [&str; 4] = [
    "not_verbatim=0",
    "negative_pairs_linked=0",
    "false_conflicts=0",
    "traps_sprung=0",
];

#[test]
fn ten_orders_of_the_five_articles_give_the_same() {
    let Some(mut files) = five_articles() else {
        return;
    };
    let expected = told(&files);
    assert!(expected.len() > 40, "{expected:?}");
    for _ in 0..5 {
        files.rotate_left(1);
        assert_eq!(told(&files), expected, "{files:?}");
        files.reverse();
        assert_eq!(told(&files), expected, "{files:?}");
        files.reverse();
    }
}

#[test]
fn every_story_keeps_the_laws() {
    let Some(shared) = shared() else { return };
    let mut folders = vec![shared.join("corpus/crimea-drones")];
    folders.extend(entries(&shared.join("corpus/news")));
    assert!(folders.len() > 10);
    for folder in folders {
        let mut files = entries(&folder);
        let (story, comparison) = comparison(&files);
        assert_eq!(story.articles.len(), files.len(), "{}", folder.display());
        let broken = laws::broken(&story, &comparison);
        assert!(
            broken.is_empty(),
            "{}:\n{}",
            folder.display(),
            broken.join("\n")
        );
        files.reverse();
        assert_eq!(
            told(&files),
            words(&story, &comparison),
            "{}",
            folder.display()
        );
        for file in &files {
            let (alone, comparison) = self::comparison(std::slice::from_ref(file));
            let broken = laws::broken(&alone, &comparison);
            assert!(
                broken.is_empty(),
                "{}:\n{}",
                file.display(),
                broken.join("\n")
            );
        }
    }
}

#[test]
fn no_evidence_stands_beside_evidence_and_dozens_beside_no_purchase() {
    let Some(files) = five_articles() else { return };
    let (story, comparison) = comparison(&files);
    let of_words = |words: &[&str]| {
        let mut alerts = comparison.findings.iter().filter(|it| it.alert);
        alerts.any(|it| {
            let places: Vec<&str> = it.places.iter().map(|it| story.words(*it)).collect();
            words
                .iter()
                .all(|wanted| places.iter().any(|it| it.contains(wanted)))
        })
    };
    assert!(of_words(&["direct evidence", "has evidence"]));
    assert!(!of_words(&["dozens", "1,000"]));
    assert_eq!(comparison.summaries.len(), 5);
    assert!(
        comparison
            .summaries
            .iter()
            .all(|it| !it.sentences.is_empty())
    );
}

#[test]
fn the_five_articles_reach_the_score() {
    let Some(files) = five_articles() else { return };
    let Some(shared) = shared() else { return };
    let (story, comparison) = comparison(&files);
    let json = report::json::comparison(&story, &comparison, &[]);
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("crimea-drones.json");
    fs::write(&path, json).expect("a report for the scorer");
    let scored = Command::new("python3")
        .arg(shared.join("score/score_gold.py"))
        .arg(&path)
        .arg("--min")
        .args(AT_LEAST)
        .arg("--max")
        .args(AT_MOST)
        .output();
    let Ok(scored) = scored else {
        eprintln!("skipped: there is no python3");
        return;
    };
    let printed = String::from_utf8_lossy(&scored.stdout).into_owned();
    let errors = String::from_utf8_lossy(&scored.stderr);
    assert!(scored.status.success(), "{printed}\n{errors}");
}

fn shared() -> Option<PathBuf> {
    let shared = std::env::var_os("CROSSREAD_SHARED").filter(|it| !it.is_empty());
    if shared.is_none() {
        eprintln!("skipped: CROSSREAD_SHARED names no folder of real articles");
    }
    shared.map(PathBuf::from)
}

fn five_articles() -> Option<Vec<PathBuf>> {
    let files = entries(&shared()?.join("corpus/crimea-drones"));
    assert_eq!(files.len(), 5);
    Some(files)
}

/// What a folder holds, by name.
fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|it| panic!("{}: {it}", folder.display()));
    let mut res: Vec<PathBuf> = entries.map(|it| it.expect("an entry").path()).collect();
    res.sort();
    res
}

fn comparison(files: &[PathBuf]) -> (Story, Comparison) {
    let inputs: Vec<Input> = files.iter().cloned().map(Input::Path).collect();
    compared(&inputs)
}

fn told(files: &[PathBuf]) -> Vec<String> {
    let (story, comparison) = comparison(files);
    words(&story, &comparison)
}

/// Findings, utterances and facts by file and words, without ids and offsets.
fn words(story: &Story, comparison: &Comparison) -> Vec<String> {
    let words = |place: Place| (&story.article(place.article).file, story.words(place));
    let findings = comparison.findings.iter().map(|it| {
        let places: Vec<_> = it.places.iter().map(|it| words(*it)).collect();
        format!("{:?} {} {} {places:?}", it.kind, it.alert, it.title)
    });
    let utterances = comparison.utterances.iter().map(|it| {
        let witnesses: Vec<_> = it.witnesses.iter().map(|it| words(it.place)).collect();
        format!("{:?} {witnesses:?} {:?}", it.attribution, it.edits)
    });
    let facts = comparison.facts.iter().map(|row| {
        let cells = row.cells.iter().flat_map(|cell| {
            let article = cell.article;
            let spans = cell.spans.iter();
            spans.map(move |span| {
                words(Place {
                    article,
                    span: *span,
                })
            })
        });
        let cells: Vec<_> = cells.collect();
        format!("{:?} {} {cells:?}", row.verdict, row.label)
    });
    findings.chain(utterances).chain(facts).collect()
}

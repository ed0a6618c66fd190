//! The invariants of `ARCHITECTURE.md`, checked over `src` as text.
//!
//! Each law is a function from a file to what is against it there, and is tried on a bad and a
//! good line too. What a law lets through stands beside it as a list with reasons.

#![expect(
    clippy::unwrap_used,
    reason = "a law that cannot read its file must fail"
)]

#[path = "house/imports.rs"]
mod imports;
#[path = "house/scan.rs"]
mod scan;

use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::{fs, iter};

use scan::File;

/// From a file to the lines that are against the law, with what is wrong.
type Law = fn(&File) -> Vec<(usize, String)>;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// The steps that must give the same for the same text.
const PURE: [&str; 5] = ["model", "anchor", "lexicon", "annotate", "compare"];

/// Most lines of a file, its tests not counted.
const LONGEST: usize = 400;

/// Files that are longer today, with the length that they may not pass; to be split.
const LONGER: [(&str, usize); 0] = [];

/// The table of `ARCHITECTURE.md`.
static TABLE: LazyLock<Vec<imports::Row>> = LazyLock::new(|| {
    let page = fs::read_to_string(Path::new(ROOT).join("ARCHITECTURE.md")).unwrap();
    imports::table(&page)
});

/// Every module of the crate.
static MODULES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let sources = sources();
    sources.iter().map(|it| it.module().to_owned()).collect()
});

/// Re-exports outside `model/mod.rs`.
const REEXPORTS: [(&str, &str); 5] = [
    (
        "annotate/mod.rs",
        "`annotate::corrected()` reads as a sentence",
    ),
    ("annotate/words.rs", "a word and its tag are met together"),
    ("lexicon/mod.rs", "what its look-ups return"),
    ("project/mod.rs", "`project::lines()` reads as a sentence"),
    ("read/mod.rs", "`read::sample()` reads as a sentence"),
];

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|it| it.unwrap().path());
    let mut res: Vec<PathBuf> = entries
        .flat_map(|it| {
            if it.is_dir() {
                files_below(&it)
            } else {
                vec![it]
            }
        })
        .collect();
    res.sort();
    res
}

fn sources() -> Vec<File> {
    let folder = Path::new(ROOT).join("src");
    let paths = files_below(&folder).into_iter();
    paths
        .filter(|it| it.extension().is_some_and(|it| it == "rs"))
        .map(|path| {
            let below = path.strip_prefix(&folder).unwrap();
            let parts: Vec<_> = below.iter().map(|it| it.to_str().unwrap()).collect();
            let text = fs::read_to_string(&path).unwrap().replace("\r\n", "\n");
            File::new(&parts.join("/"), &text)
        })
        .collect()
}

fn told<'a>(file: &'a File, found: Vec<(usize, String)>) -> impl Iterator<Item = String> + 'a {
    let line = move |(line, what)| format!("src/{}:{line}: {what}", file.path);
    found.into_iter().map(line)
}

/// No file under `src` is against the law.
#[track_caller]
fn holds(law: Law) {
    let sources = sources();
    assert!(sources.len() > 40, "too few files were read");
    let against: Vec<String> = sources.iter().flat_map(|it| told(it, law(it))).collect();
    assert!(against.is_empty(), "\n{}", against.join("\n"));
}

/// `text` as the file `path` is against the law.
#[track_caller]
fn breaks(law: Law, path: &str, text: &str) {
    assert!(!law(&File::new(path, text)).is_empty(), "passes: {text}");
}

/// `text` as the file `path` is within the law.
#[track_caller]
fn keeps(law: Law, path: &str, text: &str) {
    let file = File::new(path, text);
    let against: Vec<String> = told(&file, law(&file)).collect();
    assert!(against.is_empty(), "{}", against.join("\n"));
}

/// Every line that uses one of `starts` (`std::fs`), unless the file is in one of `allowed`.
fn only_in(allowed: &[&str], file: &File, starts: &[&str]) -> Vec<(usize, String)> {
    if allowed.iter().any(|it| file.is_in(it)) {
        return Vec::new();
    }
    let found = starts.iter().flat_map(|start| {
        let lines = file.lines_using(start).into_iter();
        lines.map(move |line| (line, format!("{start} has no place here")))
    });
    found.collect()
}

/// The same for whole words anywhere in the code.
fn word_only_in(allowed: &[&str], file: &File, words: &[&str]) -> Vec<(usize, String)> {
    if allowed.iter().any(|it| file.is_in(it)) {
        return Vec::new();
    }
    let found = words.iter().flat_map(|word| {
        let lines = file.lines_with(word).into_iter();
        lines.map(move |line| (line, format!("{word} has no place here")))
    });
    found.collect()
}

fn is_pure(file: &File) -> bool {
    PURE.iter().any(|it| file.is_in(it))
}

#[test]
fn imports_follow_the_table() {
    let law: Law = |file| imports::against(&TABLE, &MODULES, file);
    assert!(TABLE.len() > 10, "the table of ARCHITECTURE.md is not read");
    breaks(law, "model/span.rs", "use crate::lexicon::Lexicons;");
    breaks(law, "annotate/cues.rs", "use crate::compare;");
    breaks(law, "annotate/cues.rs", "super::super::read::files(path)");
    breaks(law, "pipeline.rs", "use crate::{compare, report::json};");
    breaks(law, "gui/views/card.rs", "use super::columns::ribbon;");
    breaks(law, "gui/views/card.rs", "use crate::gui::worker::Job;");
    breaks(law, "gui/widgets/sign.rs", "use crate::gui::state::State;");
    breaks(law, "attic/old.rs", "//! In no row.");
    keeps(law, "annotate/cues.rs", "use super::words::Word;");
    keeps(
        law,
        "gui/views/card.rs",
        "use super::{ViewContext, first_words};",
    );
    keeps(law, "pipeline.rs", "use crate::{annotate, compare, read};");
    keeps(law, "main.rs", "use crossread::cli;");
    holds(law);
}

#[test]
fn egui_stays_in_the_window() {
    let law: Law = |file| word_only_in(&["gui"], file, &["egui", "eframe", "rfd"]);
    breaks(law, "report/html.rs", "use eframe::egui::Color32;");
    keeps(
        law,
        "report/html.rs",
        "// egui is elsewhere\nlet title = \"egui\";",
    );
    keeps(law, "gui/app.rs", "use eframe::egui;");
    holds(law);
}

#[test]
fn pure_steps_see_no_file_clock_thread_or_chance() {
    let law: Law = |file| {
        if !is_pure(file) {
            return Vec::new();
        }
        let names = ["Instant", "SystemTime", "thread_rng", "RandomState"];
        let mut res = word_only_in(&[], file, &names);
        let starts = [
            "std::fs",
            "std::time",
            "std::thread",
            "std::env",
            "std::net",
            "std::process",
            "std::io",
            "rand",
            "rayon",
        ];
        res.extend(only_in(&[], file, &starts));
        res
    };
    breaks(law, "model/span.rs", "use std::{fmt, fs};");
    breaks(
        law,
        "compare/facts.rs",
        "let now = std::time::Instant::now();",
    );
    breaks(law, "annotate/cues.rs", "use rayon::prelude::*;");
    keeps(law, "compare/facts.rs", "use std::collections::BTreeMap;");
    keeps(law, "read/mod.rs", "let bytes = std::fs::read(path);");
    holds(law);
}

#[test]
fn only_some_places_touch_files() {
    let law: Law = |file| {
        let allowed = [
            "read",
            "cli",
            "project",
            "report/save",
            "gui/picture",
            "gui/worker",
        ];
        only_in(&allowed, file, &["std::fs"])
    };
    breaks(law, "pipeline.rs", "std::fs::write(path, text)");
    breaks(law, "gui/views/card.rs", "use std::fs::File;");
    breaks(law, "report/html.rs", "std::fs::write(path, text)");
    keeps(law, "read/mod.rs", "std::fs::read(path)");
    holds(law);
}

#[test]
fn threads_stay_in_worker_and_pipeline() {
    let law: Law = |file| {
        let mut res = only_in(&["gui/worker"], file, &["std::thread", "thread"]);
        res.extend(only_in(&["pipeline"], file, &["rayon"]));
        res
    };
    breaks(law, "gui/app.rs", "use std::thread;");
    breaks(law, "gui/app.rs", "thread::spawn(run);");
    breaks(law, "gui/worker.rs", "use rayon::prelude::*;");
    keeps(law, "gui/worker.rs", "use std::thread;");
    keeps(law, "pipeline.rs", "use rayon::prelude::*;");
    holds(law);
}

#[test]
fn annotate_and_compare_cannot_fail() {
    let law: Law = |file| {
        let is_step = file.is_in("annotate") || file.is_in("compare");
        let words = ["Result", "panic", "unreachable", "unimplemented"];
        if is_step {
            word_only_in(&[], file, &words)
        } else {
            Vec::new()
        }
    };
    breaks(
        law,
        "compare/facts.rs",
        "pub fn rows() -> Result<(), Error> {",
    );
    breaks(law, "annotate/cues.rs", "_ => unreachable!(),");
    keeps(
        law,
        "annotate/cues.rs",
        "/// No `Result`.\nfn f() -> Option<u8> {",
    );
    holds(law);
}

#[test]
fn serialized_shapes_live_in_report_and_project() {
    let law: Law = |file| {
        let words = ["serde", "serde_json", "Serialize", "Deserialize"];
        // Articles in JSON are read as values, without shapes of our own.
        let mut res = word_only_in(&["report/json", "project", "read/json"], file, &words);
        if file.is_in("read/json") {
            res.extend(word_only_in(&[], file, &["Serialize", "Deserialize"]));
        }
        res
    };
    breaks(law, "model/span.rs", "#[derive(Debug, serde::Serialize)]");
    breaks(law, "gui/state.rs", "use serde::Deserialize;");
    breaks(law, "read/json.rs", "#[derive(serde::Deserialize)]");
    keeps(law, "report/json.rs", "use serde::Serialize;");
    keeps(law, "read/json.rs", "use serde_json::Value;");
    holds(law);
}

#[test]
fn anyhow_stays_in_the_command_line() {
    let law: Law = |file| word_only_in(&["cli"], file, &["anyhow"]);
    breaks(
        law,
        "read/mod.rs",
        "pub fn article() -> anyhow::Result<Article> {",
    );
    keeps(law, "cli.rs", "use anyhow::Context as _;");
    holds(law);
}

#[test]
fn colors_are_made_in_the_theme() {
    // The painter turns what egui painted into pixels; it chooses no color.
    let law: Law = |file| {
        if file.is_in("gui/theme") || file.is_in("gui/picture") {
            return Vec::new();
        }
        let makes = |path: &[String]| {
            let mut pairs = path.windows(2);
            pairs.any(|it| it[0] == "Color32" && it[1].starts_with("from_"))
        };
        let found = file.paths.iter().filter(|(_, path)| makes(path));
        found
            .map(|(line, _)| (*line, "colors come from the theme".to_owned()))
            .collect()
    };
    breaks(
        law,
        "gui/views/card.rs",
        "let red = egui::Color32::from_rgb(1, 2, 3);",
    );
    breaks(
        law,
        "gui/views/card.rs",
        "let gray = Color32::from_gray(9);",
    );
    keeps(law, "gui/views/card.rs", "let none = Color32::TRANSPARENT;");
    keeps(law, "gui/theme.rs", "Color32::from_rgb(1, 2, 3)");
    holds(law);
}

#[test]
fn views_and_widgets_change_no_state() {
    let law: Law = |file| {
        if !file.is_in("gui/views") && !file.is_in("gui/widgets") {
            return Vec::new();
        }
        let lines = file.code.lines().zip(1..);
        let found = lines.filter(|(line, _)| line.contains("&mut State"));
        found
            .map(|(_, at)| (at, "push a `Command` instead".to_owned()))
            .collect()
    };
    breaks(law, "gui/views/card.rs", "fn card_ui(state: &mut State) {");
    keeps(
        law,
        "gui/views/card.rs",
        "fn card_ui(commands: &mut Vec<Command>) {",
    );
    holds(law);
}

#[test]
fn only_the_model_reexports() {
    let law: Law = |file| {
        let allowed = iter::once("model/mod.rs").chain(REEXPORTS.map(|it| it.0));
        if allowed.into_iter().any(|it| it == file.path) {
            return Vec::new();
        }
        let lines = file.code.lines().zip(1..);
        let found = lines.filter(|(line, _)| line.trim_start().starts_with("pub use "));
        found
            .map(|(_, at)| (at, "import from where it lives".to_owned()))
            .collect()
    };
    breaks(law, "report/mod.rs", "pub use json::comparison;");
    keeps(law, "model/mod.rs", "pub use span::Span;");
    keeps(law, "report/mod.rs", "pub mod json;");
    holds(law);
}

#[test]
fn every_file_says_what_it_is() {
    let law: Law = |file| {
        let begins = ["//! ", "#![doc = include_str!"];
        if begins.iter().any(|it| file.text.starts_with(it)) {
            return Vec::new();
        }
        vec![(1, "begins without `//!`".to_owned())]
    };
    breaks(law, "read/html.rs", "use std::fs;\n\n//! Too late.");
    keeps(law, "read/html.rs", "//! Web pages.\n\nuse std::fs;");
    holds(law);
}

#[test]
fn every_todo_names_its_issue() {
    let law: Law = |file| {
        let open = |line: &str| {
            let after = line.split("TODO").nth(1);
            let names_issue = |it: &str| {
                let number = it.strip_prefix("(#").and_then(|it| it.split_once("):"));
                number.is_some_and(|it| it.0.parse::<u32>().is_ok())
            };
            after.is_some_and(|it| !names_issue(it)) || line.contains("FIXME")
        };
        let lines = file.text.lines().zip(1..);
        let found = lines.filter(|(line, _)| open(line));
        found
            .map(|(_, at)| (at, "write `TODO(#12): …`".to_owned()))
            .collect()
    };
    breaks(law, "read/html.rs", "// TODO: frames");
    breaks(law, "read/html.rs", "// TODO(me): frames");
    keeps(law, "read/html.rs", "// TODO(#12): frames");
    holds(law);
}

/// Crossread tells what differs, never why or who is to blame.
#[test]
fn no_shown_word_accuses() {
    let law: Law = |file| {
        let accuses = |text: &str| {
            let text = text.to_lowercase();
            let words = ["omitted", "omits", "omission", "misattribut"];
            words.into_iter().find(|it| text.contains(it))
        };
        let strings = file.strings.iter();
        let found = strings.filter_map(|(line, text)| Some((*line, accuses(text)?)));
        found
            .map(|(line, word)| (line, format!("“{word}”: say “no match found” or “differs”")))
            .collect()
    };
    breaks(
        law,
        "compare/findings.rs",
        r#"let title = "Omitted by the Wire";"#,
    );
    breaks(
        law,
        "report/text.rs",
        r##"let title = r#"misattributed"#;"##,
    );
    keeps(
        law,
        "report/text.rs",
        r#"// omitted
        let title = "no match found";"#,
    );
    holds(law);
}

#[test]
fn files_stay_short() {
    let law: Law = |file| {
        let longer = LONGER.iter().find(|it| it.0 == file.path);
        let longest = longer.map_or(LONGEST, |it| it.1);
        let lines = file.code.lines().count();
        if lines <= longest {
            return Vec::new();
        }
        let what = format!("{lines} lines without tests, {longest} at most: split it");
        vec![(lines, what)]
    };
    let tests = format!("\n#[cfg(test)]\nmod tests {{\n{}}}\n", "\n".repeat(500));
    breaks(law, "read/html.rs", &"\n".repeat(401));
    keeps(law, "read/html.rs", &tests);
    holds(law);
}

#[test]
fn exceptions_are_needed() {
    for (path, _) in LONGER {
        let text = fs::read_to_string(Path::new(ROOT).join("src").join(path)).unwrap();
        let lines = File::new(path, &text).code.lines().count();
        assert!(
            lines > LONGEST,
            "{path} has {lines} lines: take it off LONGER"
        );
    }
    for (path, _) in REEXPORTS {
        let text = fs::read_to_string(Path::new(ROOT).join("src").join(path)).unwrap();
        assert!(text.contains("\npub use "), "take {path} off REEXPORTS");
    }
}

#[test]
fn tests_stand_at_the_foot() {
    let law: Law = |file| {
        let tests = file.text.split("\n#[cfg(test)]\nmod tests {").nth(1);
        let after = tests.and_then(|it| it.split_once("\n}\n")).map(|it| it.1);
        if after.is_none_or(str::is_empty) {
            return Vec::new();
        }
        vec![(
            1,
            "code after the tests is not seen by these laws".to_owned(),
        )]
    };
    let text = "fn a() {}\n\n#[cfg(test)]\nmod tests {\n    fn b() {}\n}\n";
    breaks(law, "read/html.rs", &format!("{text}fn late() {{}}\n"));
    keeps(law, "read/html.rs", text);
    holds(law);
}

#[test]
fn no_test_is_left_out() {
    let sleep = ["thread::", "sleep"].concat();
    let left_out = [
        ["#[", "ignore"].concat(),
        ["#[", "should_panic"].concat(),
        sleep,
    ];
    for folder in ["src", "tests"] {
        for path in files_below(&Path::new(ROOT).join(folder)) {
            let Ok(text) = fs::read_to_string(&path) else {
                continue;
            };
            for word in &left_out {
                assert!(!text.contains(word), "{}: {word}", path.display());
            }
        }
    }
}

/// "Written by us" (then the licence is ours), or where from and under which licence.
fn tells_origin(first_line: &str) -> bool {
    let licences = ["MIT", "Apache-2.0", "BSD", "CC0", "CC BY", "public domain"];
    let foreign = first_line.contains("From ") && licences.iter().any(|it| first_line.contains(it));
    first_line.starts_with("# ") && (foreign || first_line.contains("Written by us"))
}

#[test]
fn word_lists_tell_their_origin() {
    assert!(!tells_origin("said\tq"));
    assert!(!tells_origin("# Verbs. From a dictionary."));
    assert!(tells_origin("# Verbs. From the package verbs 1.0 (MIT)."));
    let lists = files_below(&Path::new(ROOT).join("assets/lexicons"));
    assert!(!lists.is_empty());
    for path in lists {
        let text = fs::read_to_string(&path).unwrap();
        let first = text.lines().next().unwrap_or_default();
        assert!(tells_origin(first), "{}: {first}", path.display());
    }
}

#[test]
fn scan_reads_groups_strings_and_letters() {
    let text = "use crate::{model::{self, Span as S}, read};\nlet a = '\"'; // \"std::fs\"\n\
                let b = \"x \\\" std::fs\"; std::mem::take(b)";
    let file = File::new("read/mod.rs", text);
    let paths: Vec<String> = file.paths.iter().map(|it| it.1.join("::")).collect();
    assert_eq!(
        paths,
        [
            "crate::model",
            "crate::model::Span",
            "crate::read",
            "std::mem::take"
        ]
    );
    assert_eq!(file.strings, [(3, "\"x \\\" std::fs\"".to_owned())]);
}

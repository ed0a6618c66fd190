//! A set's file: what is saved comes back, and what is damaged comes back as far as it can.

#[path = "common/texts.rs"]
mod texts;

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use crossread::anchor;
use crossread::model::{
    Anchor, Article, ArticleKey, Date, Decision, FindingAnchor, FindingKind, FurnitureKind,
    Judgment, Log, QuotationKind, Span, Target,
};
use crossread::pipeline::{self, Cache, Watch};
use crossread::project::autosave::{self, Autosave};
use crossread::project::{self, Project, ProjectError};
use crossread::report;
use texts::inputs;

const TEXTS: [(&str, &str); 3] = [
    (
        "north.txt",
        "The lock gate stood open\n\n“We opened the gate at noon – all of it,” harbor master Josef \
         Brandt said.\n\nShops in the old street sold candles.\n",
    ),
    (
        "coast.html",
        "<html><head><title>Pumps had failed</title><meta property='og:site_name' content='Coast'>\
         <meta property='article:published_time' content='2031-04-09'></head><body><h1>Pumps had \
         failed</h1><p>“We opened the gate at noon – all of it,” Mayor Ada Ruiz said after the \
         flood in the lower town.</p><p>Nobody was hurt, and the railway runs again.</p></body></html>",
    ),
    (
        "daily.txt",
        "Ferry was under way\n\nThe ferry was under way, Ruiz said. 海😀 né\u{301}e “\u{1}”\\\"\n",
    ),
];

/// A folder of its own, gone when the test is.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let name = format!("crossread-{name}-{}", std::process::id());
        let path = std::env::temp_dir().join(name);
        fs::remove_dir_all(&path).ok();
        fs::create_dir_all(&path).expect("a folder for the test");
        Self(path)
    }

    fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).ok();
    }
}

fn read(texts: &[(&str, &str)]) -> Vec<Arc<Article>> {
    pipeline::read(&inputs(texts), &[]).0
}

fn on(article: &Article, exact: &str) -> Anchor {
    let at = article.text.find(exact).expect("in the text");
    let span = Span::new(&article.text, at..at + exact.len()).expect("whole letters");
    anchor::words(&anchor::article(article), &article.text, span)
}

/// One decision of every kind; two are undone.
fn log(articles: &[Arc<Article>]) -> Log {
    let named = |file: &str| articles.iter().find(|it| it.file == file).expect("a file");
    let (north, coast) = (named("north.txt"), named("coast.html"));
    let said = "We opened the gate at noon – all of it,";
    let (here, there) = (on(north, said), on(coast, said));
    let finding = FindingAnchor {
        kind: FindingKind::OnlyHere,
        places: vec![here.clone(), there.clone()],
    };
    let candles = on(north, "sold candles");
    let date = Date {
        year: 2031,
        month: 4,
        day: 9,
    };
    let mut log = Log::default();
    let decisions = [
        Decision::JudgeFinding {
            finding: finding.clone(),
            judgment: Judgment::Rejected,
        },
        Decision::SetSources {
            quotation: there.clone(),
            sources: vec![on(coast, "Ada Ruiz")],
        },
        Decision::SetQuotation {
            quotation: here.clone(),
            bounds: on(north, "all of it"),
            kind: QuotationKind::Scare,
        },
        Decision::NoQuotation {
            quotation: there.clone(),
        },
        Decision::MergeUtterances {
            one: here.clone(),
            other: there.clone(),
        },
        Decision::SplitUtterance {
            witnesses: vec![here.clone()],
        },
        Decision::SetFurniture {
            words: candles.clone(),
            kind: Some(FurnitureKind::Related),
        },
        Decision::SetFurniture {
            words: candles.clone(),
            kind: None,
        },
        Decision::RenameOutlet {
            article: anchor::article(north),
            name: "The “North”".to_owned(),
        },
        Decision::SetDate {
            article: anchor::article(north),
            date: Some(date),
        },
        Decision::SetDate {
            article: anchor::article(coast),
            date: None,
        },
        Decision::SetHeadline {
            words: candles.clone(),
        },
        Decision::MergePeople {
            one: on(north, "Josef"),
            other: on(coast, "Ada Ruiz"),
        },
        Decision::Note {
            on: Target::Finding(finding),
            text: "two\nlines".to_owned(),
        },
        Decision::Note {
            on: Target::Utterance(vec![here.clone(), there]),
            text: String::new(),
        },
        Decision::Tag {
            on: Target::Quotation(here),
            tag: "a".to_owned(),
        },
        Decision::Untag {
            on: Target::Article(anchor::article(north)),
            tag: "b".to_owned(),
        },
        Decision::Tag {
            on: Target::Words(candles),
            tag: "c".to_owned(),
        },
    ];
    for (at, decision) in (1_933_439_405..).zip(decisions) {
        log.decide(decision, at);
    }
    log.undo();
    log.undo();
    log
}

fn sample() -> Project {
    let articles = read(&TEXTS);
    assert_eq!(articles.len(), TEXTS.len());
    let view = [("view", "Grid"), ("scroll", "3.5\n\"")];
    let view = view.map(|(key, value)| (key.to_owned(), value.to_owned()));
    Project {
        log: log(&articles),
        articles,
        view: view.into(),
    }
}

fn printed(project: &Project) -> String {
    printed_with(project, &Cache::default())
}

fn printed_with(project: &Project, cache: &Cache) -> String {
    let watch = Watch {
        progress: &|_| {},
        cancel: &AtomicBool::new(false),
    };
    let decisions = project.log.decisions();
    let found = pipeline::compare(&project.articles, &decisions, cache, &watch);
    let (story, comparison) = found.expect("nobody cancels");
    report::json::comparison(&story, &comparison, &[])
}

#[test]
fn one_key_with_two_texts_is_annotated_twice() {
    let cache = Cache::default();
    let project = sample();
    let before = printed_with(&project, &cache);
    let mut other = project.clone();
    let article = Arc::make_mut(&mut other.articles[0]);
    article.text = "海".repeat(article.text.len() / "海".len() + 1);
    let span = Span::new(&article.text, 0..article.text.len()).expect("all of it");
    article.blocks.truncate(1);
    article.blocks[0].span = span;
    assert_eq!(printed_with(&other, &cache), printed(&other));
    assert_eq!(printed_with(&project, &cache), before);
}

#[test]
fn what_is_saved_comes_back_letter_by_letter() {
    let folder = Folder::new("round-trip");
    let (one, other) = (folder.file("one.crossread"), folder.file("other.crossread"));
    let project = sample();
    project::save(&project, &one).expect("saved");
    let loaded = project::load(&one).expect("loaded");
    assert_eq!(loaded.losses, [""; 0]);
    assert_eq!(loaded.project, project);
    project::save(&loaded.project, &other).expect("saved");
    assert_eq!(
        fs::read(&one).expect("a file"),
        fs::read(&other).expect("a file")
    );
    assert_eq!(printed(&loaded.project), printed(&project));
}

#[test]
fn an_empty_set_is_a_set() {
    let folder = Folder::new("empty");
    let path = folder.file("set.crossread");
    project::save(&Project::default(), &path).expect("saved");
    let loaded = project::load(&path).expect("loaded");
    assert_eq!(
        (loaded.project, loaded.losses.len()),
        (Project::default(), 0)
    );
}

#[test]
fn the_file_may_be_set_otherwise() {
    let folder = Folder::new("pretty");
    let path = folder.file("set.crossread");
    let project = sample();
    project::save(&project, &path).expect("saved");
    let text = fs::read_to_string(&path).expect("UTF-8");
    let value: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    fs::write(&path, serde_json::to_string_pretty(&value).expect("JSON")).expect("written");
    let loaded = project::load(&path).expect("loaded");
    assert_eq!(loaded.losses, [""; 0]);
    assert_eq!(loaded.project, project);
}

#[test]
fn a_newer_set_and_another_file_are_refused() {
    let folder = Folder::new("refused");
    let path = folder.file("set.crossread");
    project::save(&sample(), &path).expect("saved");
    let text = fs::read_to_string(&path).expect("UTF-8");
    fs::write(
        &path,
        text.replace("crossread-project/1", "crossread-project/2"),
    )
    .expect("written");
    let told = |path: &Path| project::load(path).expect_err("refused").to_string();
    assert!(
        told(&path)
            .starts_with("a newer Crossread made this set (format 2, this one reads up to 1): ")
    );
    for format in ["0", "1.5", "", "one"] {
        let format = format!("crossread-project/{format}");
        fs::write(&path, text.replace("crossread-project/1", &format)).expect("written");
        assert!(
            told(&path).starts_with("this file is no set of Crossread: "),
            "{format}"
        );
    }
    for text in [
        "",
        "{}",
        "News of the day",
        "[1, 2]",
        "{\"format\": \"other/1\"}",
    ] {
        fs::write(&path, text).expect("written");
        assert!(
            told(&path).starts_with("this file is no set of Crossread: "),
            "{text}"
        );
    }
    assert!(told(&folder.file("none")).starts_with("the set cannot be opened: "));
}

/// The sample's file, damaged, and what is loaded from it.
fn damaged(folder: &Folder, damage: impl FnOnce(Vec<u8>) -> Vec<u8>) -> project::Loaded {
    let path = folder.file("set.crossread");
    project::save(&sample(), &path).expect("saved");
    let bytes = damage(fs::read(&path).expect("a file"));
    fs::write(&path, bytes).expect("written");
    project::load(&path).expect("recovered")
}

fn files(project: &Project) -> Vec<&str> {
    project.articles.iter().map(|it| it.file.as_str()).collect()
}

#[test]
fn a_file_that_was_cut_short_gives_what_is_left() {
    let folder = Folder::new("cut");
    let cut = damaged(&folder, |bytes| {
        let text = String::from_utf8(bytes).expect("UTF-8");
        let at = text.find("sold candles").expect("in the first article");
        let second = text[at..].find("\"daily.txt\"").expect("the third article");
        text.as_bytes()[..at + second].to_vec()
    });
    assert_eq!(files(&cut.project), ["north.txt", "coast.html"]);
    assert_eq!(cut.project.articles[..], sample().articles[..2]);
    assert_eq!(
        cut.losses,
        [
            "daily.txt is lost",
            "16 of 16 decisions are lost",
            "2 of 2 undone decisions are lost",
            "how the window was set is lost",
        ]
    );
}

#[test]
fn one_bad_article_leaves_the_others() {
    let folder = Folder::new("bad-article");
    let broken = damaged(&folder, |bytes| {
        let text = String::from_utf8(bytes).expect("UTF-8");
        let key = "\"file\":\"coast.html\"";
        assert_eq!(
            text.matches(key).count() - 1,
            text.matches(&format!("{key},\"sketch\"")).count()
        );
        text.replacen(
            "\"file\":\"coast.html\",\"outlet\"",
            "\"file\":\"coast.html,\"outlet\"",
            1,
        )
        .into_bytes()
    });
    assert_eq!(files(&broken.project), ["north.txt", "daily.txt"]);
    assert_eq!(broken.losses, ["coast.html is lost"]);
    assert_eq!(broken.project.log, sample().log);
    assert_eq!(broken.project.view, sample().view);
}

#[test]
fn a_changed_article_is_told_and_a_changed_decision_lost() {
    let folder = Folder::new("changed");
    let changed = damaged(&folder, |bytes| {
        let text = String::from_utf8(bytes).expect("UTF-8");
        let text = text.replacen("Shops in the old", "Ships in the old", 1);
        text.replacen("The “North”", "The “South”", 1).into_bytes()
    });
    assert_eq!(files(&changed.project), files(&sample()));
    assert_eq!(
        changed.losses,
        [
            "north.txt is not as it was saved: compare it with the original",
            "1 of 16 decisions are lost",
        ]
    );
    // The original may be opened beside it: it has another text.
    let keys = changed.project.articles.iter().map(|it| it.key);
    let known: Vec<ArticleKey> = keys.collect();
    let (original, problems) = pipeline::read(&inputs(&TEXTS[..1]), &known);
    assert_eq!((original.len(), problems.len()), (1, 0));
}

#[test]
fn the_version_before_is_kept_and_offered() {
    let folder = Folder::new("backup");
    let path = folder.file("set.crossread");
    let mut project = sample();
    project::save(&project, &path).expect("saved");
    assert!(!project::backup(&path).exists());
    let first = project.clone();
    project.log.redo();
    for _ in 0..2 {
        // The second time there is nothing new, and the version before stays.
        project::save(&project, &path).expect("saved");
        let before = project::load(&project::backup(&path)).expect("the version before");
        assert_eq!(before.project, first);
    }
    assert_eq!(project::load(&path).expect("loaded").backup, None);
    fs::write(&path, "{\n\"format\":\"crossread-project/1\",\n").expect("written");
    let error = project::load(&path).expect_err("nothing is left");
    assert!(
        error.to_string().contains("the version before it is"),
        "{error}"
    );
    assert!(matches!(
        error,
        ProjectError::Damaged {
            backup: Some(_),
            ..
        }
    ));
    let names = fs::read_dir(&folder.0).expect("a folder").count();
    assert_eq!(names, 2, "no part of a file is left");
}

/// The version before may be the last good one, and another's file is not ours to replace.
#[test]
fn only_a_whole_set_is_replaced() {
    let folder = Folder::new("whole");
    let path = folder.file("set.crossread");
    let project = sample();
    project::save(&Project::default(), &path).expect("saved");
    project::save(&project, &path).expect("saved");
    let text = fs::read_to_string(&path).expect("UTF-8");
    let before = fs::read(project::backup(&path)).expect("a backup");
    for (there, why) in [
        (text[..text.len() / 2].to_owned(), "is damaged and stays"),
        (
            text.replacen("Shops in the old", "Ships in the old", 1),
            "is damaged and stays",
        ),
        (
            text.replacen("project/1", "project/2", 1),
            "a newer Crossread",
        ),
        ("My notes.".to_owned(), "is no set and stays"),
        (String::new(), "is no set and stays"),
    ] {
        fs::write(&path, &there).expect("written");
        let error = project::save(&project, &path).expect_err("refused");
        let cause = std::error::Error::source(&error).expect("a cause");
        assert!(cause.to_string().contains(why), "{cause}");
        assert_eq!(fs::read_to_string(&path).expect("UTF-8"), there);
        assert_eq!(fs::read(project::backup(&path)).expect("a backup"), before);
        let set = path.display().to_string();
        let (_, told, code) = run(&["save", &set, "-o", &set]);
        assert!(code == Some(2) || code == Some(1), "{told}");
        assert_eq!(fs::read_to_string(&path).expect("UTF-8"), there);
    }
}

/// The sample's file with its rows changed and their checksums right.
fn forged(folder: &Folder, change: impl FnOnce(&mut serde_json::Value)) -> Vec<String> {
    let path = folder.file("forged.crossread");
    project::save(&sample(), &path).expect("saved");
    let text = fs::read_to_string(&path).expect("UTF-8");
    let mut page: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    change(&mut page);
    fs::write(&path, page.to_string()).expect("written");
    let losses = project::load(&path).expect("loaded").losses;
    fs::remove_file(&path).expect("removed");
    losses
}

#[test]
fn what_is_lost_is_counted_by_what_is_there() {
    let folder = Folder::new("counts");
    let losses = forged(&folder, |page| {
        page["contents"]["decisions"] = 1.into();
        page["decisions"][0]["checksum"] = "0".into();
        page["decisions"][1] = 7.into();
    });
    assert_eq!(losses, ["2 articles or decisions cannot be read"]);
    let losses = forged(&folder, |page| {
        page["contents"]["decisions"] = 1_000_000.into();
    });
    let told = "the file says that it holds 1000000 decisions, 16 are there";
    assert_eq!(losses, [told]);
    let losses = forged(&folder, |page| {
        page["decisions"][0]["checksum"] = "0".into();
    });
    assert_eq!(losses, ["1 of 16 decisions are lost"]);
}

#[test]
fn a_mark_of_the_encoding_is_no_damage() {
    let folder = Folder::new("mark");
    let path = folder.file("set.crossread");
    project::save(&sample(), &path).expect("saved");
    let text = fs::read_to_string(&path).expect("UTF-8");
    fs::write(&path, format!("\u{feff}{text}")).expect("written");
    let loaded = project::load(&path).expect("loaded");
    assert_eq!((loaded.project, loaded.losses), (sample(), Vec::new()));
}

#[test]
fn a_decision_on_a_place_beyond_all_texts_is_lost() {
    let mut project = sample();
    let far = Anchor {
        start: usize::MAX,
        ..on(&project.articles[0], "sold candles")
    };
    project.log = Log::default();
    let decision = Decision::SetHeadline { words: far };
    project.log.decide(decision, 0);
    printed(&project);
}

#[test]
fn a_set_that_cannot_be_written_says_so() {
    let folder = Folder::new("unwritable");
    let path = folder.file("none").join("set.crossread");
    let error = project::save(&sample(), &path).expect_err("no such folder");
    assert!(error.to_string().starts_with("the set cannot be saved: "));
    // Who protects a file does not want it replaced, though the folder would allow it.
    let path = folder.file("protected.crossread");
    project::save(&Project::default(), &path).expect("saved");
    let kept = fs::read(&path).expect("a file");
    let mut permissions = fs::metadata(&path).expect("a file").permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).expect("protected");
    let error = project::save(&sample(), &path).expect_err("protected");
    let cause = std::error::Error::source(&error).map(ToString::to_string);
    assert_eq!(cause.as_deref(), Some("it is write-protected"));
    assert_eq!(fs::read(&path).expect("a file"), kept);
}

#[test]
fn a_window_that_died_leaves_its_set_and_a_living_one_keeps_it() {
    let folder = Folder::new("windows");
    let (one, other) = (Autosave::begin(&folder.0), Autosave::begin(&folder.0));
    let (one, other) = (one.expect("begun"), other.expect("begun"));
    let project = sample();
    let saved_as = folder.file("SET.crossread");
    one.save(&project, Some(&saved_as)).expect("saved");
    other.save(&Project::default(), None).expect("saved");
    assert_eq!(autosave::recoverable(&folder.0).len(), 0);
    drop(one);
    let found = autosave::recoverable(&folder.0);
    assert_eq!(found.len(), 1);
    // While one window is offered it, no other is.
    assert_eq!(autosave::recoverable(&folder.0).len(), 0);
    let loaded = found[0].load().expect("loaded");
    assert_eq!((loaded.project, loaded.saved_as), (project, Some(saved_as)));
    drop(found);
    for found in autosave::recoverable(&folder.0) {
        found.discard();
    }
    other.end();
    // One that saved nothing leaves nothing to recover.
    drop(Autosave::begin(&folder.0).expect("begun"));
    assert_eq!(autosave::recoverable(&folder.0).len(), 0);
    assert_eq!(fs::read_dir(&folder.0).expect("a folder").count(), 0);
}

/// Tells [`saves_until_killed`] that it is the child, and where to save.
const CHILD: &str = "CROSSREAD_TEST_SAVES_IN";

/// The child of the test below: decides and saves until it is killed, and tells what is saved.
#[test]
fn saves_until_killed() {
    let Some(folder) = std::env::var_os(CHILD).map(PathBuf::from) else {
        return;
    };
    let mut project = sample();
    let article = anchor::article(&project.articles[0]);
    let autosave = Autosave::begin(&folder.join("auto")).expect("begun");
    let path = folder.join("set.crossread");
    for number in 0_i64.. {
        let (article, name) = (article.clone(), number.to_string());
        let decision = Decision::RenameOutlet { article, name };
        project.log.decide(decision, number);
        autosave.save(&project, Some(&path)).expect("saved");
        project::save(&project, &path).expect("saved");
        println!("saved {number}");
        std::io::stdout().flush().expect("told");
    }
}

#[test]
fn whoever_is_killed_at_any_moment_has_what_was_saved() {
    let mut chance = 2031_u64;
    for round in 0..8 {
        let folder = Folder::new(&format!("killed-{round}"));
        let mut child = Command::new(std::env::current_exe().expect("this test"))
            .args(["--exact", "saves_until_killed", "--nocapture"])
            .env(CHILD, &folder.0)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("started");
        let out = BufReader::new(child.stdout.take().expect("piped"));
        let mut told = out.lines().map_while(Result::ok);
        let number = |line: String| {
            let (_, number) = line.rsplit_once("saved ")?;
            number.parse::<i64>().ok()
        };
        chance = chance
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        let n_lines = usize::try_from(chance >> 60).expect("small") + 1;
        let mut saved: Vec<i64> = told.by_ref().filter_map(number).take(n_lines).collect();
        let moment = Duration::from_micros((chance >> 40) % 6_000);
        let start = Instant::now();
        while start.elapsed() < moment {
            std::hint::spin_loop();
        }
        // SIGKILL where there is one.
        child.kill().expect("killed");
        child.wait().expect("gone");
        saved.extend(told.filter_map(number));
        let last = *saved.last().expect("saved once");
        let has = |loaded: &project::Loaded| {
            assert_eq!(loaded.losses, [""; 0]);
            assert_eq!(loaded.project.articles, sample().articles);
            let entry = loaded.project.log.done().last().expect("a decision");
            assert!(
                (last..=last + 1).contains(&entry.at),
                "{} for {last}",
                entry.at
            );
        };
        has(&project::load(&folder.file("set.crossread")).expect("loaded"));
        let found = autosave::recoverable(&folder.file("auto"));
        assert_eq!(found.len(), 1);
        has(&found[0].load().expect("loaded"));
    }
}

/// Of two hundred articles of a thousand words.
#[test]
fn a_large_set_is_saved_at_once() {
    let folder = Folder::new("large");
    let sentences = [
        "The port was closed for two days, and “nobody knows why,” Mayor Ada Ruiz said.",
        "About 40 families slept in the school on the hill until the water was gone.",
        "Divers searched the basin with lamps – and found a cable of no ship in this port.",
    ];
    let text = sentences.join(" ") + "\n\n";
    let n_words = text.split_whitespace().count();
    let text = "Flood\n\n".to_owned() + &text.repeat(1_000 / n_words + 1);
    let read = read(&[("0.txt", &text)]);
    let articles = (0..200).map(|number| {
        let mut article = Article::clone(&read[0]);
        article.key = ArticleKey(number);
        Arc::new(article)
    });
    let articles = articles.collect();
    let mut project = Project {
        articles,
        ..Project::default()
    };
    let path = folder.file("set.crossread");
    let mut longest = Duration::ZERO;
    for number in 0..5 {
        let article = anchor::article(&project.articles[0]);
        let name = format!("{number}");
        project
            .log
            .decide(Decision::RenameOutlet { article, name }, number);
        let start = Instant::now();
        project::save(&project, &path).expect("saved");
        longest = longest.max(start.elapsed());
    }
    let bytes = fs::metadata(&path).expect("a file").len();
    println!("{bytes} bytes saved in {longest:?}");
    // Without optimizing it says nothing.
    assert!(
        cfg!(debug_assertions) || longest < Duration::from_millis(300),
        "{longest:?}"
    );
    let loaded = project::load(&path).expect("loaded");
    assert_eq!(loaded.project, project);
}

/// What the command line prints, on both streams, and its code.
fn run(arguments: &[&str]) -> (String, String, Option<i32>) {
    let output = Command::new(env!("CARGO_BIN_EXE_crossread"))
        .args(arguments)
        .output()
        .expect("started");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (
        text(output.stdout),
        text(output.stderr),
        output.status.code(),
    )
}

#[test]
fn the_command_line_makes_and_compares_sets() {
    let folder = Folder::new("command-line");
    let path = |name: &str| folder.file(name).display().to_string();
    let files: Vec<String> = TEXTS.iter().map(|it| path(it.0)).collect();
    for (text, file) in TEXTS.iter().zip(&files) {
        fs::write(file, text.1).expect("written");
    }
    let [north, coast, daily] = files.as_slice() else {
        panic!("three files")
    };
    let set = path("SET.crossread");
    assert_eq!(
        run(&["save", north, coast, "-o", &set]),
        (String::new(), String::new(), Some(0))
    );
    let of_files = run(&["compare", "--format", "json", north, coast, daily]);
    let of_set = run(&["compare", "--format", "json", daily, &set]);
    assert_eq!(of_files, of_set);
    // What is in the set already is told.
    let (_, told, _) = run(&["compare", &set, north]);
    assert!(
        told.contains("north.txt: already here, same text"),
        "{told}"
    );
    // A set takes more articles and keeps its decisions.
    project::save(&sample(), Path::new(&set)).expect("saved");
    fs::write(
        daily,
        "Another day\n\nNothing happened on that day, Ruiz said.\n",
    )
    .expect("written");
    assert_eq!(run(&["save", &set, daily, "-o", &set]).2, Some(0));
    let loaded = project::load(Path::new(&set)).expect("loaded");
    assert_eq!(loaded.project.articles.len(), 4);
    assert_eq!(
        (loaded.project.log, loaded.project.view),
        (sample().log, sample().view)
    );
    let (_, told, code) = run(&["save", north, "-o", &path("set.json")]);
    assert!(
        told.contains("name a file that ends in .crossread: "),
        "{told}"
    );
    assert_eq!(code, Some(2));
}

#[test]
fn the_log_is_printed() {
    let folder = Folder::new("log");
    let set = folder.file("SET.crossread").display().to_string();
    let mut project = sample();
    // One article is gone: what is about it waits.
    project.articles.remove(1);
    project::save(&project, Path::new(&set)).expect("saved");
    let (text, told, code) = run(&["decisions", &set]);
    assert_eq!((told.as_str(), code), ("", Some(0)));
    let renamed = "2031-04-08T18:30:13Z  Outlet renamed · north.txt · The “North”\n";
    assert!(text.contains(renamed), "{text}");
    let waits = "Date set · coast.html · unknown\n                      waits: its article is not in the set\n";
    assert!(text.contains(waits), "{text}");
    let (jsonl, ..) = run(&["decisions", &set, "--format", "jsonl"]);
    let lines: Vec<serde_json::Value> = jsonl
        .lines()
        .map(|it| serde_json::from_str(it).expect("JSON"))
        .collect();
    assert_eq!(lines.len(), project.log.done().len());
    assert_eq!(lines[8]["at"], "2031-04-08T18:30:13Z");
    assert_eq!(lines[8]["what"], "rename-outlet");
    assert_eq!(lines[8]["standing"], "applied");
    assert_eq!(lines[10]["standing"], "not here");
    let (csv, ..) = run(&["decisions", &set, "--format", "csv"]);
    assert!(
        csv.contains("Outlet renamed,north.txt,,The “North”,applied\r\n"),
        "{csv}"
    );
    let (_, told, _) = run(&["compare", &set]);
    assert!(
        told.contains(": waits: its article is not in the set"),
        "{told}"
    );
}

#[test]
fn a_damaged_set_is_told_and_the_rest_compared() {
    let folder = Folder::new("damaged-set");
    let path = folder.file("SET.crossread");
    let set = path.display().to_string();
    project::save(&sample(), &path).expect("saved");
    let text = fs::read_to_string(&path).expect("UTF-8");
    fs::write(&path, text.replacen("\"outlet\":{", "\"outlet\":[", 1)).expect("written");
    let (text, told, code) = run(&["compare", &set]);
    assert!(text.starts_with("Crossread: 2 articles"), "{text}");
    assert!(
        told.contains("SET.crossread: north.txt is lost\n"),
        "{told}"
    );
    assert_eq!(code, Some(0));
    let newer = "{\"format\":\"crossread-project/9\"}";
    fs::write(&path, newer).expect("written");
    let (_, told, code) = run(&["compare", &set]);
    let wanted =
        "SET.crossread: a newer Crossread made this set (format 9, this one reads up to 1)\n";
    assert!(told.contains(wanted), "{told}");
    assert_eq!(code, Some(1));
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 64,
        rng_seed: RngSeed::Fixed(2031),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    /// Whatever happens to a file, what comes back is whole or told to be not.
    #[test]
    fn any_damage_is_survived(
        cut in prop::option::of(0.0..1.0_f64),
        flips in prop::collection::vec((0.0..1.0_f64, 0..8_u32), 0..6),
        seed in any::<u32>(),
    ) {
        let folder = Folder::new(&format!("any-{seed}"));
        let path = folder.file("set.crossread");
        let project = sample();
        project::save(&project, &path).expect("saved");
        let mut bytes = fs::read(&path).expect("a file");
        let whole = bytes.clone();
        let at = |share: f64, len: usize| ((len as f64) * share) as usize;
        for (share, bit) in flips {
            let place = at(share, bytes.len());
            bytes[place] ^= 1 << bit;
        }
        if let Some(share) = cut {
            bytes.truncate(at(share, bytes.len()));
        }
        fs::write(&path, &bytes).expect("written");
        if let Ok(loaded) = project::load(&path) {
            let is_told = !loaded.losses.is_empty();
            let is_same = loaded.project == project;
            prop_assert!(is_told || is_same || bytes == whole, "a loss that is not told");
            for entry in loaded.project.log.done() {
                prop_assert!(project.log.done().contains(entry), "a decision nobody took");
            }
            printed(&loaded.project);
        }
    }
}

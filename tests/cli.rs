//! The command line from outside: what it prints where, and with which code it leaves.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

const COAST: &str = "Wall holds at Kelden\n\nThe wall held all night, the port said on Monday. “We never left the gate, and we never will,” Ada Ruiz said.\n";
const NORTH: &str =
    "“We never left the gate, and we never will,” Ada Ruiz told reporters. Rain went on.\n";

/// A folder of its own for each test, emptied before.
struct Folder(PathBuf);

impl Folder {
    fn new(test: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR"))
            .join("cli")
            .join(test);
        fs::remove_dir_all(&path).ok();
        fs::create_dir_all(&path).expect("a new folder");
        Self(path)
    }

    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().expect("in the folder")).expect("a new folder");
        fs::write(&path, bytes).expect("a new file");
        path.display().to_string()
    }

    fn path(&self, name: &str) -> String {
        self.0.join(name).display().to_string()
    }
}

/// What a run printed, and its code.
struct Run {
    code: i32,
    stdout: String,
    stderr: String,
}

impl Run {
    #[track_caller]
    fn json(&self) -> Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|it| panic!("{it}\n{}", self.stdout))
    }
}

#[track_caller]
fn run(arguments: &[&str]) -> Run {
    let Output {
        status,
        stdout,
        stderr,
    } = Command::new(env!("CARGO_BIN_EXE_crossread"))
        .args(arguments)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .expect("the program starts");
    Run {
        code: status.code().expect("no signal ends it"),
        stdout: String::from_utf8(stdout).expect("UTF-8"),
        stderr: String::from_utf8(stderr).expect("UTF-8"),
    }
}

#[test]
fn help_and_version_are_results() {
    let help = run(&["--help"]);
    assert_eq!(help.code, 0);
    for word in ["compare", "read", "--sample"] {
        assert!(help.stdout.contains(word), "{}", help.stdout);
    }
    assert_eq!(help.stderr, "");
    let version = run(&["--version"]);
    assert_eq!(version.code, 0);
    assert_eq!(
        version.stdout,
        format!("crossread {}\n", env!("CARGO_PKG_VERSION"))
    );
}

#[test]
fn wrong_usage_leaves_with_two() {
    for arguments in [
        &["compare"][..],
        &["read"],
        &["compare", "--format", "pdf", "a.txt"],
        &["compare", "--sample", "a.txt"],
        &["compare", "a.txt", "--unknown"],
    ] {
        let res = run(arguments);
        assert_eq!(res.code, 2, "{arguments:?}: {}", res.stderr);
        assert_eq!(res.stdout, "", "{arguments:?}");
        assert!(res.stderr.contains("--help"), "{}", res.stderr);
    }
}

#[test]
fn text_is_printed_when_no_format_is_said() {
    let folder = Folder::new("text");
    let files = [
        folder.file("coast.txt", COAST),
        folder.file("north.txt", NORTH),
    ];
    let res = run(&["compare", &files[0], &files[1]]);
    assert_eq!((res.code, res.stderr.as_str()), (0, ""));
    assert!(
        res.stdout
            .starts_with("Crossread: 2 articles, 1 shared quotation, "),
        "{}",
        res.stdout
    );
    let said = run(&["compare", "--format", "text", &files[0], &files[1]]);
    assert_eq!(res.stdout, said.stdout);
    assert!(res.stdout.lines().all(|it| it.chars().count() <= 100));
}

#[test]
fn the_order_of_the_files_changes_nothing() {
    let folder = Folder::new("order");
    let coast = folder.file("coast.txt", COAST);
    let north = folder.file("north.txt", NORTH);
    let (missing, lost) = (folder.path("missing.txt"), folder.path("lost.txt"));
    for format in ["text", "json"] {
        let one = run(&[
            "compare", "--format", format, &coast, &lost, &north, &missing,
        ]);
        let other = run(&[
            "compare", "--format", format, &missing, &north, &coast, &lost,
        ]);
        assert_eq!(one.stdout, other.stdout);
    }
}

#[test]
fn json_holds_articles_and_what_they_share() {
    let folder = Folder::new("json");
    let coast = folder.file("coast.txt", COAST);
    let north = folder.file("north.txt", NORTH);
    let res = run(&["compare", &coast, &north, "--format", "json"]);
    assert_eq!((res.code, res.stderr.as_str()), (0, ""));
    let json = res.json();
    assert_eq!(json["schema"], "crossread/1");
    assert_eq!(json["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!(json["articles"][0]["text"], COAST);
    assert_eq!(json["articles"][1]["text"], NORTH);
    assert_eq!(json["utterances"].as_array().map(Vec::len), Some(1));
    assert_eq!(json["utterances"][0]["attribution"], "agrees");
}

#[test]
fn the_result_goes_where_it_is_sent() {
    let folder = Folder::new("output");
    let coast = folder.file("coast.txt", COAST);
    let printed = run(&["compare", &coast]);
    for option in ["-o", "--output"] {
        let out = folder.path("report.txt");
        let res = run(&["compare", &coast, option, &out]);
        assert_eq!(
            (res.code, res.stdout.as_str(), res.stderr.as_str()),
            (0, "", "")
        );
        let written = fs::read_to_string(&out).expect("the report");
        assert_eq!(written, printed.stdout);
    }
}

#[test]
fn an_output_that_cannot_be_written_is_named() {
    let folder = Folder::new("broken_output");
    let coast = folder.file("coast.txt", COAST);
    let out = folder.path("no_such_folder/report.txt");
    for command in ["compare", "read"] {
        let res = run(&[command, &coast, "-o", &out]);
        assert_eq!((res.code, res.stdout.as_str()), (2, ""));
        let message = format!("crossread: cannot write {out}: ");
        assert!(res.stderr.starts_with(&message), "{}", res.stderr);
    }
}

#[test]
fn an_output_is_no_folder_no_article_and_not_protected() {
    let folder = Folder::new("output_refused");
    let coast = folder.file("coast.txt", COAST);
    let locked = folder.file("locked.report", "Mine.");
    let mut permissions = fs::metadata(&locked).expect("the file").permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&locked, permissions).expect("its owner may");
    let here = folder.path("");
    let again = folder.path("./coast.txt");
    for (output, message) in [
        (&here, "this is a folder, name a file in it"),
        (&again, "this was opened and stays as it is"),
        (&locked, "it is write-protected"),
    ] {
        for files in [&coast, &here] {
            let res = run(&["compare", files, "-o", output]);
            assert_eq!((res.code, res.stdout.as_str()), (2, ""));
            assert!(res.stderr.contains(message), "{}", res.stderr);
        }
    }
    assert_eq!(fs::read_to_string(&coast).expect("it is there"), COAST);
    assert_eq!(fs::read_to_string(&locked).expect("it is there"), "Mine.");
}

#[test]
fn a_report_replaces_the_one_before_and_leaves_nothing_else() {
    let folder = Folder::new("replaced");
    let coast = folder.file("in/coast.txt", COAST);
    let out = folder.file("out/report.md", "old".repeat(10_000));
    let res = run(&["compare", &coast, "--format", "markdown", "-o", &out]);
    assert_eq!(res.code, 0, "{}", res.stderr);
    let written = fs::read_to_string(&out).expect("the report");
    assert!(written.starts_with("# 1 article"), "{written}");
    let entries = fs::read_dir(folder.path("out")).expect("the folder");
    assert_eq!(entries.count(), 1);
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_and_a_device_a_device() {
    let folder = Folder::new("links");
    let coast = folder.file("coast.txt", COAST);
    let out = folder.file("report.txt", "old");
    let link = folder.path("link.txt");
    std::os::unix::fs::symlink(&out, &link).expect("a new link");
    assert_eq!(run(&["compare", &coast, "-o", &link]).code, 0);
    assert!(fs::symlink_metadata(&link).expect("the link").is_symlink());
    let written = fs::read_to_string(&out).expect("the report");
    assert!(written.starts_with("Crossread: "), "{written}");
    assert_eq!(run(&["compare", &coast, "-o", "/dev/null"]).code, 0);
    assert!(!fs::metadata("/dev/null").expect("it is there").is_file());
}

#[test]
fn tables_go_into_a_folder_or_an_archive() {
    let folder = Folder::new("tables");
    let coast = folder.file("coast.txt", COAST);
    let res = run(&["compare", &coast, "--format", "csv"]);
    assert_eq!((res.code, res.stdout.as_str()), (2, ""));
    assert!(res.stderr.contains("name a folder"), "{}", res.stderr);
    let taken = folder.file("taken", "Mine.");
    let res = run(&["compare", &coast, "--format", "csv", "-o", &taken]);
    assert_eq!(res.code, 2);
    assert!(res.stderr.contains("need a folder"), "{}", res.stderr);
    let out = folder.path("tables");
    let zip = folder.path("tables.ZIP");
    for output in [&out, &out, &zip] {
        let res = run(&["compare", &coast, "--format", "csv", "-o", output]);
        assert_eq!((res.code, res.stderr.as_str()), (0, ""));
    }
    let file = fs::File::open(&zip).expect("the archive");
    let mut archive = zip::ZipArchive::new(file).expect("an archive");
    assert_eq!(archive.len(), 5);
    let mut quotations = String::new();
    let mut entry = archive.by_name("quotations.csv").expect("a table");
    std::io::Read::read_to_string(&mut entry, &mut quotations).expect("text");
    let written = fs::read_to_string(Path::new(&out).join("quotations.csv"));
    assert_eq!(written.expect("a table"), quotations);
}

#[test]
fn a_table_takes_no_place_of_an_article_and_all_are_written_or_none() {
    let folder = Folder::new("tables_refused");
    let article = folder.file("in/evidence.csv", COAST);
    let out = folder.path("in");
    let res = run(&["compare", &article, "--format", "csv", "-o", &out]);
    assert_eq!(res.code, 2);
    assert!(res.stderr.contains("stays as it is"), "{}", res.stderr);
    assert_eq!(fs::read_to_string(&article).expect("the article"), COAST);
    // The last table cannot be written: its place is a folder.
    let coast = folder.file("coast.txt", COAST);
    folder.file("out/findings.csv/x", "");
    let out = folder.path("out");
    let res = run(&["compare", &coast, "--format", "csv", "-o", &out]);
    assert_eq!(res.code, 2);
    assert_eq!(fs::read_dir(&out).expect("the folder").count(), 1);
}

/// What is beside each table before it is put in its place goes when one fails.
#[cfg(unix)]
#[test]
fn tables_that_fail_leave_nothing() {
    let folder = Folder::new("tables_failed");
    let coast = folder.file("coast.txt", COAST);
    let out = folder.path("out");
    fs::create_dir_all(&out).expect("a new folder");
    std::os::unix::fs::symlink("/dev/full", Path::new(&out).join("findings.csv")).expect("a link");
    let res = run(&["compare", &coast, "--format", "csv", "-o", &out]);
    assert_eq!(res.code, 2, "{}", res.stderr);
    assert_eq!(fs::read_dir(&out).expect("the folder").count(), 1);
}

#[cfg(unix)]
#[test]
fn nothing_in_a_name_or_a_text_moves_the_cursor() {
    let folder = Folder::new("escapes");
    let odd = "a\u{1b}[31mb\u{7}\u{202e}c\u{9b}";
    let coast = folder.file(&format!("{odd}.txt"), COAST.replace("Ada", odd));
    let blank = folder.file(&format!("{odd}blank.txt"), "");
    let set = folder.path("SET.crossread");
    assert_eq!(run(&["save", &coast, "-q", "-o", &set]).code, 0);
    let none = folder.path(&format!("{odd}.crossread"));
    for arguments in [
        &["compare", &coast, &blank][..],
        &["decisions", &set],
        &["decisions", &none],
        &["compare", &coast, "-o", &folder.path(&format!("{odd}/x"))],
    ] {
        let res = run(arguments);
        for text in [&res.stdout, &res.stderr] {
            let mut odd = text.chars().filter(|it| it.is_control() && *it != '\n');
            assert_eq!(odd.next(), None, "{text}");
            assert!(!text.contains('\u{202e}'), "{text}");
        }
    }
}

#[test]
fn quiet_says_nothing_of_files_left_out() {
    let folder = Folder::new("quiet");
    let coast = folder.file("coast.txt", COAST);
    let lost = folder.path("lost.txt");
    for command in ["compare", "read"] {
        let res = run(&[command, "-q", &coast, &lost]);
        assert_eq!((res.code, res.stderr.as_str()), (0, ""));
        assert!(res.stdout.contains("lost.txt"), "{}", res.stdout);
    }
}

#[test]
fn shells_learn_the_arguments() {
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let res = run(&["completions", shell]);
        assert_eq!((res.code, res.stderr.as_str()), (0, ""));
        for word in ["compare", "format", "quiet"] {
            assert!(res.stdout.contains(word), "{shell}: {word}");
        }
    }
}

#[test]
fn a_file_that_cannot_be_read_is_named_and_the_others_are_compared() {
    let folder = Folder::new("problems");
    let huge = folder.file("huge.txt", "");
    let huge_file = fs::File::options().write(true).open(&huge);
    let huge_file = huge_file.expect("the file just made");
    huge_file
        .set_len(20 * 1024 * 1024 + 1)
        .expect("a sparse file");
    let bad = [
        (
            folder.file("binary.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0"),
            "is no text",
        ),
        (folder.file("blank.txt", ""), "is empty"),
        (huge, "larger than 20 MB"),
        (folder.path("missing.txt"), "cannot be opened"),
        (folder.file("rules.txt", "* * *\n\n---\n"), "holds no words"),
    ];
    let coast = folder.file("coast.txt", COAST);
    let north = folder.file("north.txt", NORTH);
    let mut arguments = vec!["compare", "--format", "json", &coast];
    arguments.extend(bad.iter().map(|it| it.0.as_str()));
    arguments.push(&north);
    let res = run(&arguments);
    assert_eq!(res.code, 0);
    let json = res.json();
    let problems = json["problems"].as_array().expect("a list");
    assert_eq!(problems.len(), bad.len());
    for ((file, message), problem) in bad.iter().zip(problems) {
        assert_eq!(problem["file"], file.as_str());
        let told = problem["message"].as_str().expect("words");
        assert!(told.contains(message), "{told}");
        let line = format!("crossread: {file}: {told}\n");
        assert!(res.stderr.contains(&line), "{}", res.stderr);
    }
    assert_eq!(json["utterances"].as_array().map(Vec::len), Some(1));
    let text = run(&["compare", &coast, &bad[1].0]);
    assert!(text.stdout.contains("Files left out"), "{}", text.stdout);
    assert!(text.stdout.contains("the file is empty"), "{}", text.stdout);
}

/// A device has no end, and a pipe waits for who writes into it.
#[cfg(unix)]
#[test]
fn a_device_or_a_pipe_is_no_file() {
    let folder = Folder::new("pipe");
    let pipe = folder.path("pipe.txt");
    let made = Command::new("mkfifo").arg(&pipe).status();
    assert!(made.expect("mkfifo starts").success());
    let set = folder.path("pipe.crossread");
    let made = Command::new("mkfifo").arg(&set).status();
    assert!(made.expect("mkfifo starts").success());
    for input in ["/dev/zero", &pipe, &set, &folder.path("")] {
        let res = run(&["read", input]);
        assert_eq!(res.code, 1);
        assert!(res.stderr.contains("not a file"), "{}", res.stderr);
    }
}

/// Who may do everything opens it.
#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_opened_is_told() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = Folder::new("closed");
    folder.file("coast.txt", COAST);
    folder.file("deep/closed/north.txt", NORTH);
    let closed = folder.path("deep/closed");
    let set = |mode| fs::set_permissions(&closed, fs::Permissions::from_mode(mode));
    set(0o000).expect("its owner may");
    let is_closed = fs::read_dir(&closed).is_err();
    let runs = [&closed, &folder.path("")].map(|it| run(&["read", it]));
    set(0o755).expect("its owner may");
    for res in runs.iter().filter(|_| is_closed) {
        let told = format!("{closed}: the folder cannot be opened: Permission denied");
        assert!(res.stderr.contains(&told), "{}", res.stderr);
    }
}

#[test]
fn a_set_is_known_by_what_it_holds() {
    let folder = Folder::new("sets");
    let coast = folder.file("coast.txt", COAST);
    let set = folder.path("SET.crossread");
    assert_eq!(run(&["save", &coast, "-o", &set]).code, 0);
    let bytes = fs::read(&set).expect("the set");
    let expected = run(&["compare", &set, "--format", "json"]).stdout;
    for name in ["SET.crossread~", "SET.json", "SET"] {
        let other = folder.file(name, &bytes);
        let res = run(&["compare", &other, "--format", "json"]);
        assert_eq!(
            (res.stdout.as_str(), res.stderr.as_str()),
            (expected.as_str(), "")
        );
    }
    let res = run(&["compare", &folder.path(""), "--format", "json"]);
    assert_eq!(res.json()["articles"].as_array().map(Vec::len), Some(1));
    for name in ["SET.crossread", "SET.json"] {
        let told = format!("{}: this is a saved set", folder.path(name));
        assert!(res.stderr.contains(&told), "{}", res.stderr);
    }
}

#[test]
fn what_is_told_many_times_of_a_file_is_told_once() {
    let folder = Folder::new("parts");
    let parts = vec!["Wall holds at Kelden.\n"; 20].join("\n===\n\n");
    let file = folder.file("parts.txt", parts);
    let res = run(&["read", &file]);
    let told = format!("crossread: {file}: already here, same text (");
    assert!(res.stderr.starts_with(&told), "{}", res.stderr);
    assert!(res.stderr.ends_with(" times)\n"), "{}", res.stderr);
    assert_eq!(res.stderr.lines().count(), 1, "{}", res.stderr);
}

#[test]
fn nothing_to_read_leaves_with_one_and_still_tells_why() {
    let folder = Folder::new("nothing");
    let blank = folder.file("blank.txt", "");
    for command in ["compare", "read"] {
        let res = run(&[command, &blank, "--format", "json"]);
        assert_eq!(res.code, 1);
        let json = res.json();
        assert_eq!(json["schema"], "crossread/1");
        assert_eq!(json["articles"], Value::Array(Vec::new()));
        assert_eq!(json["problems"][0]["file"], blank.as_str());
        assert!(res.stderr.contains(&blank));
    }
    let res = run(&["compare", &blank]);
    assert_eq!(res.code, 1);
    assert!(res.stdout.starts_with("Crossread: no article to compare\n"));
}

#[test]
fn a_folder_stands_for_its_texts() {
    let folder = Folder::new("folder");
    folder.file("coast.txt", COAST);
    folder.file("deep/north.md", NORTH);
    folder.file("picture.png", b"\x89PNG\r\n");
    folder.file(".hidden/other.txt", "The hidden one.");
    let res = run(&["compare", &folder.path(""), "--format", "json"]);
    assert_eq!((res.code, res.stderr.as_str()), (0, ""));
    let json = res.json();
    let files: Vec<&Value> = json["articles"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|it| &it["file"])
        .collect();
    assert_eq!(files, ["coast.txt", "north.md"]);
    let empty = Folder::new("folder_without_texts");
    let res = run(&["compare", &empty.path("")]);
    assert_eq!(res.code, 1);
    assert!(
        res.stderr.contains("the folder holds no articles"),
        "{}",
        res.stderr
    );
}

#[test]
fn one_article_alone_is_enough() {
    let folder = Folder::new("alone");
    let coast = folder.file("coast.txt", COAST);
    let res = run(&["compare", &coast]);
    assert_eq!((res.code, res.stderr.as_str()), (0, ""));
    let first = "Crossread: 1 article. Nothing shared yet. Add a second article.\n";
    assert!(res.stdout.starts_with(first), "{}", res.stdout);
    let json = run(&["compare", &coast, "--format", "json"]).json();
    assert_eq!(json["summaries"].as_array().map(Vec::len), Some(1));
}

#[test]
fn the_same_file_twice_is_told() {
    let folder = Folder::new("twice");
    let coast = folder.file("coast.txt", COAST);
    let res = run(&["compare", &coast, &coast, "--format", "json"]);
    assert_eq!(res.code, 0);
    assert_eq!(
        res.stderr,
        format!("crossread: {coast}: already here, same text\n")
    );
    assert_eq!(res.json()["articles"].as_array().map(Vec::len), Some(1));
}

#[test]
fn reading_gives_articles_alone() {
    let folder = Folder::new("read");
    let coast = folder.file("coast.txt", COAST);
    let res = run(&["read", &coast, "--format", "json"]);
    assert_eq!((res.code, res.stderr.as_str()), (0, ""));
    let json = res.json();
    let mut names: Vec<&String> = json.as_object().expect("an object").keys().collect();
    names.sort();
    assert_eq!(names, ["articles", "problems", "schema", "version"]);
    assert_eq!(
        json["articles"][0]["headline"]["text"],
        "Wall holds at Kelden"
    );
    assert_eq!(run(&["read", &coast]).stdout, res.stdout);
}

#[test]
fn a_single_sentence_is_an_article() {
    let folder = Folder::new("sentence");
    for text in ["The wall holds.", "Wall holds at Kelden", "# Wall holds\n"] {
        let file = folder.file("sentence.txt", text);
        let res = run(&["read", &file]);
        assert_eq!(res.code, 0, "{}", res.stderr);
        let article = &res.json()["articles"][0];
        assert_eq!(article["headline"], Value::Null, "{text}");
        assert_eq!(
            article["sentences"].as_array().map(Vec::len),
            Some(1),
            "{text}"
        );
        assert_eq!(article["outlet"]["basis"], "file-name");
    }
}

#[test]
fn no_encoding_changes_the_text() {
    let text = "Kelden’s café shut\r\n\r\n“It is\u{a0}déjà vu — again,” said Zoë\u{202f}Ruiz. A ton costs £5\u{a0}000.\r\n";
    let utf_16_le: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let utf_16_be: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    // No thin space in Windows-1252.
    let old = text.replace('\u{202f}', " ");
    let (windows_1252, _, lossy) = encoding_rs::WINDOWS_1252.encode(&old);
    assert!(!lossy);
    let folder = Folder::new("encodings");
    for (name, bytes, expected) in [
        ("utf-8.txt", text.as_bytes().to_vec(), text),
        (
            "utf-8-mark.txt",
            [b"\xef\xbb\xbf", text.as_bytes()].concat(),
            text,
        ),
        (
            "utf-16-le.txt",
            [&b"\xff\xfe"[..], &utf_16_le].concat(),
            text,
        ),
        (
            "utf-16-be.txt",
            [&b"\xfe\xff"[..], &utf_16_be].concat(),
            text,
        ),
        ("windows-1252.txt", windows_1252.to_vec(), old.as_str()),
    ] {
        let file = folder.file(name, bytes);
        let res = run(&["read", &file]);
        assert_eq!(res.code, 0, "{name}: {}", res.stderr);
        assert_eq!(res.json()["articles"][0]["text"], expected, "{name}");
    }
}

#[test]
fn the_sample_needs_no_file() {
    let res = run(&["compare", "--sample"]);
    assert_eq!((res.code, res.stderr.as_str()), (0, ""));
    assert!(
        res.stdout.starts_with("Crossread: 5 articles, "),
        "{}",
        res.stdout
    );
}

/// Elsewhere a window needs no variable to be there.
#[cfg(any(target_os = "linux", not(feature = "gui")))]
#[test]
fn without_a_display_the_comparison_is_printed() {
    let res = run(&["--sample"]);
    assert_eq!(res.code, 0);
    assert!(
        res.stderr.contains("here is the comparison"),
        "{}",
        res.stderr
    );
    assert_eq!(res.stdout, run(&["compare", "--sample"]).stdout);
    let res = run(&[]);
    assert_eq!((res.code, res.stdout.as_str()), (2, ""));
    assert!(res.stderr.contains("crossread --help"), "{}", res.stderr);
}

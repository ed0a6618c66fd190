//! Word lists of a second language, added as files, on a small story of ours.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

const NORTH: &str = "Die Mauer von Kelden hat die ganze Nacht gehalten. „Wir haben das Tor nie verlassen, \
    und wir werden es nie verlassen“, sagte Bürgermeisterin Ada Ruiz am Montag vor Journalisten. Laut \
    Bo Lind sank niemand. Im Hafen lagen drei Boote, und der Regen hörte erst am Nachmittag auf.\n";
const SOUTH: &str = "In Kelden ist es still geworden. Die Hafenmeisterin erklärte am Abend: „Wir haben \
    das Tor nie verlassen.“ Später kamen die Menschen mit Brot und Lampen auf die Mauer zurück, und \
    niemand wollte schlafen.\n";

const LISTS: [(&str, &str); 6] = [
    (
        "tags",
        "# Word and part of speech.\nam\tADP\ndas\tDET\ndie\tDET\nerklärte\tVERB\nhaben\tAUX\nmontag\tPROPN\n\
         nie\tADV\nsagte\tVERB\nund\tCCONJ\nverlassen\tVERB\nvon\tADP\nvor\tADP\nwir\tPRON\n",
    ),
    ("lemmas", "erklärte\tv\terklären\nsagte\tv\tsagen\n"),
    (
        "reporting_verbs",
        "erklären\tqs\tneutral\nsagen\tqs\tneutral\n",
    ),
    ("titles", "bürgermeisterin\tf\n"),
    ("roles", "hafenmeisterin\tf\n"),
    ("given_names", "ada\tf\nbo\tm\n"),
];

/// An empty folder of the test's own.
fn folder(test: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("lexicons")
        .join(test);
    fs::remove_dir_all(&path).ok();
    fs::create_dir_all(&path).expect("a new folder");
    path
}

fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().expect("in a folder")).expect("a folder");
    fs::write(path, text).expect("a file");
}

fn crossread(arguments: &[&Path]) -> (bool, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_crossread"))
        .args(["compare", "--format", "json", "--lexicons"])
        .args(arguments)
        .output()
        .expect("the program starts");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    (
        output.status.success(),
        text(output.stdout),
        text(output.stderr),
    )
}

#[test]
fn sources_of_a_second_language_are_found_by_lists_alone() {
    let folder = folder("german");
    let (lists, articles) = (folder.join("lists"), folder.join("articles"));
    for (name, text) in LISTS {
        write(&lists.join("de").join(format!("{name}.tsv")), text);
    }
    write(&articles.join("north.txt"), NORTH);
    write(&articles.join("south.txt"), SOUTH);
    let (is_done, page, told) = crossread(&[&lists, &articles]);
    assert!(is_done, "{told}");
    let page: Value = serde_json::from_str(&page).expect("JSON");
    for article in page["articles"].as_array().expect("articles") {
        assert_eq!(article["language"], "de");
        assert_eq!(article["only_marks"], false);
    }
    let said = page["quotations"].as_array().expect("quotations").iter();
    let said = said.map(|it| (&it["source"]["name"], &it["cue"]["text"]));
    let said: Vec<(&Value, &Value)> = said.collect();
    assert_eq!(said[0], (&"Ada Ruiz".into(), &"sagte".into()), "{said:?}");
    assert_eq!(
        said[1],
        (&"Die Hafenmeisterin".into(), &"erklärte".into()),
        "{said:?}"
    );
    let shared = page["utterances"].as_array().expect("utterances");
    assert_eq!(shared.len(), 1);
    // Without its lists the language is read by its marks alone.
    let other = folder.join("other");
    write(&other.join("fr").join("tags.tsv"), "dit\tVERB\n");
    let (is_done, page, told) = crossread(&[&other, &articles]);
    assert!(is_done, "{told}");
    let page: Value = serde_json::from_str(&page).expect("JSON");
    assert_eq!(page["articles"][0]["only_marks"], true);
}

#[test]
fn what_is_wrong_with_a_list_is_told_with_its_file_and_line() {
    let folder = folder("wrong");
    let article = folder.join("north.txt");
    write(&article, NORTH);
    for (file, text, told) in [
        (
            "a/de/tags.tsv",
            "sagte\tVERB\nsagen\tVRB\n",
            "line 2 is “sagen VRB”, and a line of this list is: Word and most likely part of speech",
        ),
        ("b/de/tag.tsv", "", "there are abbreviations, acts, "),
        ("c/de/hedges.tsv", "wohl\n", "a language needs tags.tsv"),
        (
            "d/german/tags.tsv",
            "",
            "name the folder by the two letters of its language",
        ),
        ("e/en/tags.tsv", "", "the English lists are built in"),
        ("f/tags.tsv", "", "a language is a folder"),
    ] {
        let path = folder.join(file);
        write(&path, text);
        let lists = folder.join(&file[..1]);
        let (is_done, page, error) = crossread(&[&lists, &article]);
        assert!(!is_done && page.is_empty(), "{file}: {page}");
        assert!(error.contains(told), "{file}: {error}");
        assert!(
            error.contains(&*lists.to_string_lossy()) && error.lines().count() == 1,
            "{error}"
        );
    }
}

//! The reports in all their forms, on stories of ours.
//!
//! Beside its text in `tests/golden` stands one small story in the other forms.
//! `CROSSREAD_BLESS=1 cargo test --test exports` writes them anew: read the diff.

mod common;
#[path = "common/texts.rs"]
mod texts;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use crossread::model::{Comparison, Story};
use crossread::pipeline::{self, Input};
use crossread::report::{self, Contents, Format, Material};

use common::compared;
use regex::Regex;
use texts::inputs;

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

fn worksheet(story: &Story, comparison: &Comparison, name: &str) -> String {
    let material = Material {
        story,
        comparison,
        problems: &[],
    };
    match report::contents(Format::Worksheet, &material, Some(Path::new(name))) {
        Contents::Page(page) => page,
        Contents::Pages(_) => panic!("a worksheet is one page"),
    }
}

#[test]
fn a_small_story_reads_as_it_did() {
    let (story, comparison) = compared(&[Input::Path(PathBuf::from("tests/golden/ferry"))]);
    let folder = Path::new("tests/golden");
    let formats = [
        Format::Html,
        Format::Markdown,
        Format::Csv,
        Format::Annotations,
    ];
    for format in formats {
        for (name, page) in pages(format, &story, &comparison) {
            check(&folder.join(name), &page);
        }
    }
    for name in ["ferry-worksheet.md", "ferry-worksheet.html"] {
        check(&folder.join(name), &worksheet(&story, &comparison, name));
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
    for format in [Format::Text, Format::Html, Format::Markdown] {
        let pages = pages(format, &Story::default(), &Comparison::default());
        assert!(
            pages[0].1.contains("no article to compare"),
            "{}",
            pages[0].1
        );
    }
}

fn page(inputs: &[Input]) -> (Story, Comparison, String) {
    let (story, comparison) = compared(inputs);
    let page = pages(Format::Html, &story, &comparison).remove(0).1;
    (story, comparison, page)
}

/// All matches of the first group.
fn found<'a>(pattern: &str, page: &'a str) -> Vec<&'a str> {
    let pattern = Regex::new(pattern).expect("a pattern");
    let groups = pattern.captures_iter(page);
    groups
        .filter_map(|it| it.get(1))
        .map(|it| it.as_str())
        .collect()
}

#[test]
fn every_link_of_the_page_leads_somewhere_in_it() {
    let (_, comparison, page) = page(&pipeline::sample());
    let ids = found(r#" id="([^"]*)""#, &page);
    let known: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), known.len(), "an id is there twice");
    let links = found(r##" href="#([^"]*)""##, &page);
    assert!(links.len() > 200);
    for link in links {
        assert!(known.contains(link), "{link}");
    }
    // From a finding to its words, and back.
    for (finding, rank) in comparison.findings.iter().zip(1..) {
        let places: BTreeSet<_> = finding.places.iter().collect();
        let back = found(
            &format!("<a class=\"ref [a-z]*\" (href=\"#N{rank}\")"),
            &page,
        )
        .len();
        assert_eq!(back, places.len(), "{rank}. {}", finding.title);
    }
}

#[test]
fn the_page_needs_nothing_from_elsewhere() {
    let (_, _, page) = page(&pipeline::sample());
    for word in [
        "<script", "<link", "<img", "@import", "url(", "http:", "https:",
    ] {
        assert!(!page.contains(word), "{word}");
    }
}

#[test]
fn the_page_holds_the_articles_letter_by_letter() {
    let (story, _, page) = page(&pipeline::sample());
    let numbers = Regex::new(r#"<a class="ref[^>]*>[^<]*</a>|<span class="number[^>]*>\d*</span>"#);
    let bare = numbers.expect("a pattern").replace_all(&page, "");
    let tags = Regex::new("<[^>]*>").expect("a pattern");
    let end = Regex::new("</(p|h4|h5|blockquote)>").expect("a pattern");
    for (number, (article, _)) in (1..).zip(&story.articles) {
        for (nth, block) in (1..).zip(&article.blocks) {
            let start = format!(" id=\"a{number}-{nth}\" dir=\"auto\">");
            let (_, rest) = bare.split_once(start.as_str()).expect("the block");
            let words = tags.replace_all(end.split(rest).next().expect("its end"), "");
            let words = words.replace("&lt;", "<").replace("&gt;", ">");
            let words = words.replace("&quot;", "\"").replace("&amp;", "&");
            assert_eq!(words, block.span.of(&article.text));
        }
    }
}

#[test]
fn no_word_of_an_article_is_markup() {
    let evil = "<script>alert(1)</script> & \"Ruiz\"";
    let text = format!(
        "outlet: {evil}\nurl: javascript:alert(1)\n\n{evil} held\n\n“We never left the {evil} gate, and \
         we never will,” Ada Ruiz said on Monday.\n"
    );
    let (story, comparison) = compared(&inputs(&[("a<b>.txt", &text), ("b'.txt", &text)]));
    for format in Format::ALL {
        for (name, page) in pages(format, &story, &comparison) {
            assert!(!page.is_empty(), "{name}");
            if matches!(format, Format::Html | Format::Markdown) {
                assert!(!page.contains("<script"), "{name}");
                assert!(!page.contains("href=\"javascript"), "{name}");
            }
        }
    }
}

/// The colors of a block of the style sheet, by name.
fn colors(block: &str) -> BTreeMap<&str, u32> {
    let color = Regex::new(r"--(\w+): #([0-9A-F]{6});").expect("a pattern");
    let colors = color.captures_iter(block).map(|it| {
        let (_, [name, hex]) = it.extract();
        (name, u32::from_str_radix(hex, 16).expect("six digits"))
    });
    colors.collect()
}

/// As WCAG 2 has it.
fn contrast(one: u32, other: u32) -> f64 {
    let luminance = |color: u32| {
        let [_, red, green, blue] = color.to_be_bytes().map(|it| {
            let it = f64::from(it) / 255.0;
            if it <= 0.04045 {
                it / 12.92
            } else {
                ((it + 0.055) / 1.055).powf(2.4)
            }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    };
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn the_page_has_the_colors_of_the_window_and_can_be_read() {
    let style = fs::read_to_string("assets/report/page.css").expect("the style sheet");
    let palettes = fs::read_to_string("src/gui/theme/palettes.rs").expect("the themes");
    let (light, rest) = style
        .split_once("@media (prefers-color-scheme: dark)")
        .expect("dark");
    let (dark, rest) = rest.split_once("/* Page */").expect("the page");
    let (_, print) = rest.split_once("@media print").expect("print");
    for (block, theme) in [(light, "LIGHT"), (dark, "DARK")] {
        let (_, theme) = palettes
            .split_once(&format!("static {theme}"))
            .expect("the theme");
        let theme = theme.split("};").next().expect("its end");
        let hex = |it: &str| u32::from_str_radix(it, 16).expect("six digits");
        let outlets = theme.split_once("outlets").expect("the outlets").1;
        let outlets: Vec<u32> = found("0x([0-9A-F]{6})", outlets)
            .into_iter()
            .map(hex)
            .collect();
        for (name, color) in colors(block) {
            let of_window = match name
                .strip_prefix('o')
                .and_then(|it| it.parse::<usize>().ok())
            {
                Some(number) => outlets[number - 1],
                None => hex(found(&format!(r"\b{name}: rgb\(0x([0-9A-F]{{6}})"), theme)[0]),
            };
            assert_eq!(color, of_window, "{name}");
        }
    }
    let printed: BTreeMap<&str, u32> = colors(light).into_iter().chain(colors(print)).collect();
    for colors in [colors(light), colors(dark), printed] {
        for name in [
            "ink",
            "ink2",
            "ink3",
            "accent",
            "quote",
            "attribution",
            "edit",
            "fact",
            "evidence",
        ] {
            assert!(contrast(colors[name], colors["paper"]) >= 4.5, "{name}");
            if let Some(tint) = colors.get(format!("{name}_tint").as_str()) {
                assert!(contrast(colors["ink"], *tint) >= 4.5, "{name}");
            }
        }
    }
}

#[test]
fn annotations_quote_what_they_point_at() {
    let text = "url: https://coast.example/wall\n\nThe wall held\n\n“Né, we never left the gate, and \
                we never will,” Ada Ruiz said. 😀 She spoke at the gate.\n";
    let other = "“We never left the gate, and we never will,” Mara Pike said. Nobody else did.\n";
    let (story, comparison) = compared(&inputs(&[("a.txt", text), ("b.txt", other)]));
    let page = pages(Format::Annotations, &story, &comparison).remove(0).1;
    let json: serde_json::Value = serde_json::from_str(&page).expect("JSON");
    assert_eq!(json["@context"], "http://www.w3.org/ns/anno.jsonld");
    assert_eq!(json["total"], comparison.findings.len());
    let items = json["first"]["items"].as_array().expect("a list");
    assert!(!items.is_empty());
    for (item, finding) in items.iter().zip(&comparison.findings) {
        assert_eq!(item["body"][1]["value"], finding.title.as_str());
        let targets = item["target"].as_array().expect("a list");
        assert_eq!(targets.len(), finding.places.len());
        for (target, place) in targets.iter().zip(&finding.places) {
            let article = story.article(place.article);
            let source = target["source"]["id"].as_str().expect("an address");
            match article.address.as_deref() {
                Some(address) => assert_eq!(source, address),
                None => assert!(source.starts_with("urn:crossread:article:"), "{source}"),
            }
            let [quote, position] = [&target["selector"][0], &target["selector"][1]];
            let around = ["prefix", "exact", "suffix"].map(|it| quote[it].as_str().expect("words"));
            assert_eq!(article.text.matches(&around.concat()).count(), 1);
            let [start, end] = ["start", "end"].map(|it| position[it].as_u64().expect("a number"));
            let letters = article.text.chars().skip(start as usize);
            let letters: String = letters.take((end - start) as usize).collect();
            assert_eq!(letters, around[1]);
            assert_eq!(letters, story.words(*place));
        }
    }
}

#[test]
fn a_worksheet_gives_no_answer_before_its_last_page() {
    let (story, comparison) = compared(&pipeline::sample());
    for name in ["sheet.md", "sheet.html"] {
        let page = worksheet(&story, &comparison, name);
        let (asked, answered) = page.split_once("Answers").expect("the answers");
        for finding in &comparison.findings[..12] {
            let rule = &finding.rule;
            assert!(!asked.contains(rule), "{rule}");
            assert!(answered.contains(rule), "{rule}");
        }
        for (article, _) in &story.articles {
            let last = article.paragraphs().last().expect("a paragraph");
            let words: Vec<&str> = last.of(&article.text).split('"').collect();
            assert!(asked.contains(words[0]), "{}", article.file);
        }
        assert!(
            !asked.contains("Follow us on all channels"),
            "page furniture"
        );
    }
}

//! The built-in story gives the same utterances in whatever format its articles come.

#![expect(
    clippy::unwrap_used,
    reason = "a file that cannot be made must fail the test"
)]

mod common;

use std::fs;
use std::io::{Cursor, Write as _};
use std::path::Path;

use common::compared;
use crossread::model::{Article, BlockKind};
use crossread::pipeline::{self, Input};
use crossread::read;
use zip::write::SimpleFileOptions;

/// The words of each utterance's witnesses, without the names of the files.
fn utterances(inputs: &[Input]) -> Vec<Vec<String>> {
    let (story, comparison) = compared(inputs);
    assert_eq!(story.articles.len(), inputs.len());
    let words = |it: &crossread::model::Utterance| {
        let witnesses = it.witnesses.iter();
        witnesses
            .map(|it| story.words(it.place).to_owned())
            .collect()
    };
    let mut res: Vec<Vec<String>> = comparison.utterances.iter().map(words).collect();
    for witnesses in &mut res {
        witnesses.sort();
    }
    res.sort();
    res
}

/// An article as the bytes of a file.
type Maker = fn(&Article) -> Vec<u8>;

fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;")
}

fn page(article: &Article) -> Vec<u8> {
    let block = |it: &crossread::model::Block| {
        let words = escaped(it.span.of(&article.text));
        match it.kind {
            BlockKind::Headline => format!("<h1>{words}</h1>"),
            BlockKind::Byline => format!("<div class=\"byline\">{words}</div>"),
            BlockKind::Furniture(_) => format!("<div class=\"related\">{words}</div>"),
            BlockKind::Dek => format!("<p class=\"dek\">{words}</p>"),
            BlockKind::Prose | BlockKind::Subhead | BlockKind::ListItem | BlockKind::Quote => {
                format!("<p>{words}</p>")
            }
        }
    };
    let blocks: String = article.blocks.iter().map(block).collect();
    format!("<!doctype html><meta charset=utf-8><nav><a href=/>Home</a></nav><article>{blocks}</article>")
        .into_bytes()
}

fn message(article: &Article) -> Vec<u8> {
    let page = String::from_utf8(page(article)).unwrap();
    let mut encoded = String::new();
    for byte in page.bytes() {
        match byte {
            b' '..=b'<' | b'>'..=b'~' => encoded.push(char::from(byte)),
            byte => encoded.push_str(&format!("={byte:02X}")),
        }
        if encoded.len() - encoded.rfind('\n').unwrap_or(0) > 70 {
            encoded.push_str("=\r\n");
        }
    }
    format!(
        "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n\
         --b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
         {encoded}\r\n--b--\r\n"
    )
    .into_bytes()
}

fn document(article: &Article) -> Vec<u8> {
    let paragraph = |line: &str| format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", escaped(line));
    let paragraphs: String = article.text.lines().map(paragraph).collect();
    let xml = format!("<w:document><w:body>{paragraphs}</w:body></w:document>");
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    archive
        .start_file("word/document.xml", SimpleFileOptions::default())
        .unwrap();
    archive.write_all(xml.as_bytes()).unwrap();
    archive.finish().unwrap().into_inner()
}

#[test]
fn every_format_gives_the_same_utterances() {
    let expected = utterances(&pipeline::sample());
    assert!(expected.len() > 5);
    let formats: [(&str, Maker); 3] = [("html", page), ("mhtml", message), ("docx", document)];
    for (ending, made) in formats {
        let name = format!("crossread-formats-{}-{ending}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        fs::create_dir_all(&folder).unwrap();
        let inputs: Vec<Input> = read::sample()
            .iter()
            .map(|(name, text)| {
                let article = read::text(name, (*text).to_owned()).unwrap();
                let path = folder.join(name.replace("txt", ending));
                fs::write(&path, made(&article)).unwrap();
                Input::Path(path)
            })
            .collect();
        let found = utterances(&inputs);
        fs::remove_dir_all(&folder).ok();
        assert_eq!(found, expected, "{ending}");
    }
}

/// By LibreOffice and Chromium, see `tests/fixtures/README.md`.
#[test]
fn files_that_other_programs_wrote_give_the_same_utterances() {
    let expected = utterances(&pipeline::sample());
    let mut endings = vec!["html", "mhtml", "docx"];
    if cfg!(feature = "pdf") {
        endings.push("pdf");
    }
    for ending in endings {
        let folder = Path::new("tests/fixtures").join(ending);
        let inputs: Vec<Input> = read::files(&folder).into_iter().map(Input::Path).collect();
        assert_eq!(inputs.len(), 5);
        assert_eq!(utterances(&inputs), expected, "{ending}");
    }
}

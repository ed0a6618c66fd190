//! Word-processor files: DOCX and ODT, both a zip of XML.
//!
//! Only what a reading needs is taken: paragraphs with their style, title, language. When a file
//! was made is not when its article was published, so no date is taken.

use std::io::Cursor;
use std::path::Path;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::archive;
use super::draft::{Draft, Meta};
use super::error::ReadError;
use crate::model::BlockKind;

/// The article of a zip that is a document; `None` if it is another zip.
pub fn draft(path: &Path, bytes: &[u8]) -> Option<Result<Draft, ReadError>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let owned = || path.to_owned();
    let holds = |archive: &ZipArchive<_>, name| archive.index_for_name(name).is_some();
    let word = holds(&archive, "word/document.xml");
    let open = holds(&archive, "content.xml") && holds(&archive, "META-INF/manifest.xml");
    if !word && !open {
        return None;
    }
    let manifest = archive::part(&mut archive, "META-INF/manifest.xml").unwrap_or_default();
    if manifest.contains("encryption-data") {
        return Some(Err(ReadError::Protected { path: owned() }));
    }
    let (text, meta) = if word {
        ("word/document.xml", "docProps/core.xml")
    } else {
        ("content.xml", "meta.xml")
    };
    let meta = archive::part(&mut archive, meta).map(|it| described(&it));
    let paragraphs = archive::part(&mut archive, text).and_then(|it| paragraphs(&it));
    Some(match paragraphs {
        Some(paragraphs) => Ok(Draft::of_paragraphs(paragraphs, meta.unwrap_or_default())),
        None => Err(ReadError::Damaged { path: owned() }),
    })
}

/// The paragraphs of either format, with the kind that their style gives; `None` if the XML breaks
/// off before any text.
fn paragraphs(xml: &str) -> Option<Vec<(Option<BlockKind>, String)>> {
    let mut reader = Reader::from_str(xml);
    let mut res: Vec<(Option<BlockKind>, String)> = Vec::new();
    let mut text = String::new();
    let mut kind = None;
    let mut in_list = 0_usize;
    let mut n_left_out = 0_usize;
    let mut n_titles = 0;
    loop {
        match reader.read_event() {
            Ok(Event::Eof) => return Some(res),
            Err(_) => return (!res.is_empty()).then_some(res),
            Ok(Event::Start(tag)) => match tag.local_name().as_ref() {
                "del" | "instrText" | "tracked-changes" | "annotation" | "note" => {
                    n_left_out += 1;
                }
                "list-item" => in_list += 1,
                "h" => kind = Some(BlockKind::Subhead),
                "p" if in_list > 0 => kind = Some(BlockKind::ListItem),
                _ => {}
            },
            Ok(Event::Empty(tag)) => match tag.local_name().as_ref() {
                "pStyle" => kind = of_style(&value(&tag, "val")),
                "numPr" | "numId" => kind = kind.or(Some(BlockKind::ListItem)),
                "tab" | "br" | "cr" | "line-break" | "s" => text.push(' '),
                "noBreakHyphen" => text.push('-'),
                _ => {}
            },
            Ok(Event::Text(words)) if n_left_out == 0 => {
                text.push_str(&words);
            }
            Ok(Event::GeneralRef(name)) if n_left_out == 0 => {
                let letter = name.resolve_char_ref().ok().flatten();
                match (letter, name.as_ref()) {
                    (Some(letter), _) => text.push(letter),
                    (None, "amp") => text.push('&'),
                    (None, "lt") => text.push('<'),
                    (None, "gt") => text.push('>'),
                    (None, "quot") => text.push('"'),
                    (None, "apos") => text.push('\''),
                    (None, _) => {}
                }
            }
            Ok(Event::End(tag)) => match tag.local_name().as_ref() {
                "del" | "instrText" | "tracked-changes" | "annotation" | "note" => {
                    n_left_out = n_left_out.saturating_sub(1);
                }
                "list-item" => in_list = in_list.saturating_sub(1),
                "p" | "h" => {
                    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
                    text.clear();
                    if !words.is_empty() {
                        let title = matches!(kind, Some(BlockKind::Subhead | BlockKind::Headline));
                        n_titles += usize::from(title);
                        let first = title && n_titles == 1 && res.len() < 3;
                        res.push((
                            if first {
                                Some(BlockKind::Headline)
                            } else {
                                kind
                            },
                            words,
                        ));
                    }
                    kind = None;
                }
                _ => {}
            },
            Ok(_) => {}
        }
    }
}

fn of_style(style: &str) -> Option<BlockKind> {
    let style = style.to_lowercase();
    let starts = |names: &[&str]| names.iter().any(|it| style.starts_with(it));
    match () {
        () if starts(&["heading", "title", "berschrift", "überschrift", "titre"]) => {
            Some(BlockKind::Subhead)
        }
        () if starts(&["subtitle"]) => Some(BlockKind::Dek),
        () if starts(&["list"]) => Some(BlockKind::ListItem),
        () if starts(&["quote", "intensequote"]) => Some(BlockKind::Quote),
        () => None,
    }
}

fn value(tag: &BytesStart<'_>, name: &str) -> String {
    let mut all = tag.attributes().flatten();
    all.find(|it| it.key.local_name().as_ref() == name)
        .map(|it| it.value.into_owned())
        .unwrap_or_default()
}

/// The language that the document's description names.
fn described(xml: &str) -> Meta {
    let language = xml
        .split_once("<dc:language>")
        .and_then(|it| it.1.get(..2))
        .filter(|it| it.chars().all(|it| it.is_ascii_alphabetic()));
    Meta {
        language: language.map(str::to_lowercase),
        ..Meta::default()
    }
}

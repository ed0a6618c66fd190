//! Bytes to [`Article`]s. The only file reading in the core.
//!
//! Each format has a reader that gives drafts: a text, its blocks, and what the file states of
//! itself. Here the format is told, and outlet, date and language are settled for all alike.

mod archive;
mod blocks;
mod dates;
mod decode;
mod draft;
mod error;
mod format;
mod furniture;
mod html;
mod json;
mod language;
pub mod lexicons;
mod mail;
mod office;
mod parts;
#[cfg(feature = "pdf")]
mod pdf;
mod sample;

use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

pub use error::ReadError;
pub use sample::sample;

use crate::model::{
    Article, ArticleKey, Block, BlockKind, FurnitureKind, Outlet, OutletBasis, Published, Span,
};
use draft::{Draft, Meta};
use format::Format;

/// Largest file that is read, in bytes.
const LARGEST: u64 = 20 * 1024 * 1024;
/// Longest text of one article, in bytes. A book would take minutes.
const LONGEST: usize = 1024 * 1024;

/// What a file holds, each with its place: one article, several, or why there is none.
pub type Found = Vec<Result<Article, ReadError>>;

/// Reads one file; an archive or a long text may hold several articles.
pub fn articles(path: &Path) -> Found {
    let found = match bytes(path) {
        Ok(bytes) => of_bytes(path, &bytes),
        Err(error) => return vec![Err(error)],
    };
    found
        .into_iter()
        .map(|it| it.map(|(file, draft)| settled(&file, draft)))
        .collect()
}

/// What a file holds. A pipe or a device may never end, or wait for ever.
fn bytes(path: &Path) -> Result<Vec<u8>, ReadError> {
    let owned = || path.to_owned();
    let unreadable = |source| ReadError::Unreadable {
        path: owned(),
        source,
    };
    let there = std::fs::metadata(path).map_err(unreadable)?;
    if there.is_dir() {
        return match std::fs::read_dir(path) {
            Ok(_) => Err(ReadError::EmptyFolder { path: owned() }),
            Err(source) => Err(ReadError::ClosedFolder {
                path: owned(),
                source,
            }),
        };
    }
    if !there.is_file() {
        return Err(ReadError::NoFile { path: owned() });
    }
    let mut res = Vec::new();
    File::open(path)
        .and_then(|file| file.take(LARGEST + 1).read_to_end(&mut res))
        .map_err(unreadable)?;
    Ok(res)
}

/// The file holds a saved set, whatever its name.
pub fn is_set(path: &Path) -> bool {
    let is_file = std::fs::metadata(path).is_ok_and(|it| it.is_file());
    is_file
        && File::open(path).is_ok_and(|file| {
            let mut start = Vec::new();
            file.take(format::START as u64)
                .read_to_end(&mut start)
                .is_ok()
                && format::holds_set(&start)
        })
}

/// Reads what was pasted: text, a piece of a page, several articles. `name` stands for a file name.
pub fn pasted(name: &str, text: &str) -> Found {
    let path = Path::new(name);
    if format::is_address(text) {
        return vec![Err(ReadError::WebAddress {
            path: path.to_owned(),
        })];
    }
    let drafts = match format::of_words(text) {
        Format::Page => vec![html::draft(text)],
        Format::Text if format::is_markup(text) => vec![html::draft(text)],
        Format::Text | Format::Mail | Format::Json | Format::Pdf | Format::Zip => of_text(text),
    };
    let found = with_words(path, drafts).into_iter();
    found.map(|it| it.map(|it| settled(name, it))).collect()
}

/// Reads text that is one article and already decoded, such as one of the sample.
///
/// # Errors
/// If it holds no words.
pub fn text(name: &str, text: String) -> Result<Article, ReadError> {
    let draft = Draft::plain(text, Meta::default());
    if draft.blocks.is_empty() {
        return Err(ReadError::NoText {
            path: PathBuf::from(name),
        });
    }
    Ok(settled(name, draft))
}

/// Endings of the files that are read, without the dot.
pub fn endings() -> &'static [&'static str] {
    &format::ENDINGS
}

/// The articles in a folder and its subfolders, by path, and the sets, to tell of them. A file
/// stands for itself, and so does a folder that cannot be opened.
pub fn files(path: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(path) else {
        return vec![path.to_owned()];
    };
    let mut entries: Vec<PathBuf> = entries.filter_map(|it| Some(it.ok()?.path())).collect();
    entries.sort();
    let mut res = Vec::new();
    for entry in entries {
        let name = entry
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let hidden = name.starts_with('.');
        if entry.is_dir() && !hidden && !entry.is_symlink() {
            res.extend(files(&entry));
        } else if !entry.is_dir() && (format::is_read(&name) || format::is_set(&name)) {
            res.push(entry);
        }
    }
    res
}

/// The drafts of a file, with the name of the file that each is in.
fn of_bytes(path: &Path, bytes: &[u8]) -> Vec<Result<(String, Draft), ReadError>> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let owned = || path.to_owned();
    let drafts = match (bytes, format::of(&name, bytes)) {
        _ if bytes.len() as u64 > LARGEST => Err(ReadError::TooLarge { path: owned() }),
        ([], _) => Err(ReadError::Empty { path: owned() }),
        _ if format::is_set(&name) || format::holds_set(bytes) => {
            Err(ReadError::Set { path: owned() })
        }
        (_, Format::Zip) => match office::draft(path, bytes) {
            Some(draft) => draft.map(|it| vec![it]),
            None => return archive::files(path, bytes, of_bytes),
        },
        #[cfg(feature = "pdf")]
        (_, Format::Pdf) => pdf::draft(path, bytes).map(|it| vec![it]),
        #[cfg(not(feature = "pdf"))]
        (_, Format::Pdf) => Err(ReadError::NoPdf { path: owned() }),
        (_, Format::Page) => decode::page(bytes)
            .map(|it| vec![html::draft(&it)])
            .ok_or_else(|| ReadError::Binary { path: owned() }),
        (_, Format::Mail) => mail::draft(path, bytes).map(|it| vec![it]),
        (_, Format::Json) => match decode::decode(bytes) {
            Some(text) => json::drafts(&text).ok_or_else(|| ReadError::Damaged { path: owned() }),
            None => Err(ReadError::Binary { path: owned() }),
        },
        (_, Format::Text) => decode::decode(bytes)
            .map(|it| of_text(&it))
            .ok_or_else(|| ReadError::Binary { path: owned() }),
    };
    match drafts {
        Ok(drafts) => with_words(path, drafts)
            .into_iter()
            .map(|it| it.map(|draft| (name.to_string(), draft)))
            .collect(),
        Err(error) => vec![Err(error)],
    }
}

fn of_text(text: &str) -> Vec<Draft> {
    let parts = parts::parts(text);
    parts
        .into_iter()
        .map(|(meta, body)| draft::stated(meta, body))
        .collect()
}

/// The drafts that hold words, an error for each that is too long; one error if there are none.
fn with_words(path: &Path, drafts: Vec<Draft>) -> Vec<Result<Draft, ReadError>> {
    let mut res: Vec<_> = drafts
        .into_iter()
        .filter(|it| !it.blocks.is_empty())
        .map(|it| match it.text.len() {
            0..=LONGEST => Ok(it),
            _ => Err(ReadError::TooLong {
                path: path.to_owned(),
            }),
        })
        .collect();
    if res.is_empty() {
        res.push(Err(ReadError::NoText {
            path: path.to_owned(),
        }));
    }
    res
}

fn settled(file: &str, draft: Draft) -> Article {
    let Draft {
        text,
        blocks,
        agency,
        meta,
    } = draft;
    let prose = blocks.iter().filter(|it| it.kind.is_prose());
    let language = language::of(prose.map(|it| it.span.of(&text)));
    Article {
        key: key(file, &text),
        file: file.to_owned(),
        outlet: outlet(file, &text, agency, &meta),
        published: published(&text, &blocks, &meta),
        modified: meta.modified,
        language: language.or(meta.language),
        address: meta.address,
        blocks,
        text,
    }
}

fn key(name: &str, text: &str) -> ArticleKey {
    // FNV-1a, 64 bits, with a byte between that no text has.
    let bytes = name.bytes().chain([0xff]).chain(text.bytes());
    ArticleKey(bytes.fold(0xcbf2_9ce4_8422_2325, |res, byte| {
        (res ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    }))
}

/// What the file states; else the agency of the dateline; else the file's name, said to be only that.
fn outlet(file: &str, text: &str, agency: Option<Span>, meta: &Meta) -> Outlet {
    if let Some(name) = &meta.outlet {
        return Outlet {
            name: name.clone(),
            span: None,
            basis: OutletBasis::Meta,
        };
    }
    if let Some(span) = agency {
        return Outlet {
            name: span.of(text).to_owned(),
            span: Some(span),
            basis: OutletBasis::Dateline,
        };
    }
    let stem = Path::new(file)
        .file_stem()
        .map_or_else(|| file.into(), |it| it.to_string_lossy());
    Outlet {
        name: stem.into_owned(),
        span: None,
        basis: OutletBasis::FileName,
    }
}

/// What the file states; else a line that is a time stamp, or the dateline; a date in a caption is
/// another one.
fn published(text: &str, blocks: &[Block], meta: &Meta) -> Option<Published> {
    let day = meta.published;
    let shown = blocks
        .iter()
        .filter(|it| {
            matches!(
                it.kind,
                BlockKind::Furniture(FurnitureKind::Timestamp | FurnitureKind::Dateline)
            )
        })
        .filter_map(|it| dates::date_in(text, it.span, day))
        .min_by_key(|it| it.0)
        .map(|it| it.1);
    shown.or(day.map(|date| Published { date, span: None }))
}

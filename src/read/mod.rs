//! Bytes to an [`Article`]. The only file reading in the core.

mod blocks;
mod dates;
mod decode;
mod furniture;
mod sample;

use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

pub use sample::sample;

use crate::model::{
    Article, ArticleKey, Block, BlockKind, FurnitureKind, Outlet, OutletBasis, Published, Span,
};

/// Why a file gave no article.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    #[error("the file cannot be opened: {path}")]
    Unreadable {
        path: PathBuf,
        #[source]
        source: std::io::Error,
    },
    #[error("the file is larger than 20 MB, more than any article: {path}")]
    TooLarge { path: PathBuf },
    #[error("the file is empty: {path}")]
    Empty { path: PathBuf },
    #[error("the file is no text; save the article as plain text: {path}")]
    Binary { path: PathBuf },
    #[error("the file holds no words: {path}")]
    NoText { path: PathBuf },
}

/// Largest file that is read, in bytes.
const LARGEST: u64 = 20 * 1024 * 1024;

/// Reads one file.
///
/// # Errors
/// If the file cannot be opened, is empty, binary or too large, or holds no words.
pub fn article(path: &Path) -> Result<Article, ReadError> {
    let unreadable = |source| ReadError::Unreadable {
        path: path.to_owned(),
        source,
    };
    let mut bytes = Vec::new();
    // A pipe or a device tells no length beforehand and may never end.
    File::open(path)
        .and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes))
        .map_err(unreadable)?;
    if bytes.len() as u64 > LARGEST {
        return Err(ReadError::TooLarge {
            path: path.to_owned(),
        });
    }
    if bytes.is_empty() {
        return Err(ReadError::Empty {
            path: path.to_owned(),
        });
    }
    let Some(decoded) = decode::decode(&bytes) else {
        return Err(ReadError::Binary {
            path: path.to_owned(),
        });
    };
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    text(&name, decoded).map_err(|_| ReadError::NoText {
        path: path.to_owned(),
    })
}

/// Reads text that is already decoded: pasted, or the sample. `name` stands for the file name.
///
/// # Errors
/// If it holds no words.
pub fn text(name: &str, text: String) -> Result<Article, ReadError> {
    let (blocks, agency) = blocks::blocks(&text);
    if blocks.is_empty() {
        return Err(ReadError::NoText {
            path: PathBuf::from(name),
        });
    }
    Ok(Article {
        key: key(name, &text),
        file: name.to_owned(),
        outlet: outlet(name, &text, agency),
        published: published(&text, &blocks),
        blocks,
        text,
    })
}

/// The articles in a folder and its subfolders, by path; a file stands for itself.
pub fn files(path: &Path) -> Vec<PathBuf> {
    const ENDINGS: [&str; 4] = ["txt", "md", "markdown", "text"];
    if !path.is_dir() {
        return vec![path.to_owned()];
    }
    let mut entries: Vec<PathBuf> = std::fs::read_dir(path)
        .into_iter()
        .flatten()
        .filter_map(|it| Some(it.ok()?.path()))
        .collect();
    entries.sort();
    let mut res = Vec::new();
    for entry in entries {
        let hidden = entry
            .file_name()
            .is_some_and(|it| it.to_string_lossy().starts_with('.'));
        let link = entry.is_symlink();
        if entry.is_dir() && !hidden && !link {
            res.extend(files(&entry));
        } else if entry.extension().is_some_and(|ending| {
            ENDINGS.contains(&ending.to_string_lossy().to_lowercase().as_str())
        }) {
            res.push(entry);
        }
    }
    res
}

fn key(name: &str, text: &str) -> ArticleKey {
    // FNV-1a, 64 bits, with a byte between that no text has.
    let bytes = name.bytes().chain([0xff]).chain(text.bytes());
    ArticleKey(bytes.fold(0xcbf2_9ce4_8422_2325, |res, byte| {
        (res ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    }))
}

/// The agency of the dateline; else the file's name, said to be only that.
fn outlet(name: &str, text: &str, agency: Option<Span>) -> Outlet {
    if let Some(span) = agency {
        return Outlet {
            name: span.of(text).to_owned(),
            span: Some(span),
            basis: OutletBasis::Dateline,
        };
    }
    let stem = Path::new(name)
        .file_stem()
        .map_or_else(|| name.into(), |it| it.to_string_lossy());
    Outlet {
        name: stem.into_owned(),
        span: None,
        basis: OutletBasis::FileName,
    }
}

/// From a line that is a time stamp, or the dateline; a date in a caption is another one.
fn published(text: &str, blocks: &[Block]) -> Option<Published> {
    blocks
        .iter()
        .filter(|it| {
            matches!(
                it.kind,
                BlockKind::Furniture(FurnitureKind::Timestamp | FurnitureKind::Dateline)
            )
        })
        .find_map(|it| dates::date_in(text, it.span))
}

//! The word lists of other languages, from a folder of the reader's (`docs/languages.md`).
//!
//! ```text
//! lexicons/de/tags.tsv               sagte → VERB
//! lexicons/de/reporting_verbs.tsv    sagen → q, neutral
//! ```
//! What cannot be read is an error, not a problem beside the articles: with half of a language the
//! comparison would tell less than it seems to.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::lexicon::{Lists, Misread, is_list, names};

/// The list that no language can do without: words with their parts of speech.
const NEEDED: &str = "tags";

/// Why the lists of a language cannot be used, and what to do.
#[derive(Debug, thiserror::Error)]
pub enum LexiconError {
    #[error("the folder of word lists cannot be opened: {path}")]
    Closed {
        path: PathBuf,
        #[source]
        source: std::io::Error,
    },
    #[error("a language is a folder with its two letters as name (de/tags.tsv); none is in {path}")]
    NoLanguage { path: PathBuf },
    #[error("name the folder by the two letters of its language (de, fr, uk): {path}")]
    Name { path: PathBuf },
    #[error("the English lists are built in and cannot be replaced: {path}")]
    English { path: PathBuf },
    #[error("a language needs {NEEDED}.tsv, each word with its part of speech: {path}")]
    NoTags { path: PathBuf },
    #[error("the list cannot be read, or is not UTF-8: {path}")]
    Unreadable {
        path: PathBuf,
        #[source]
        source: std::io::Error,
    },
    #[error("there is no list of this name; there are {}: {path}", known())]
    Unknown { path: PathBuf },
    #[error(
        "line {} is “{}”, and a line of this list is: {} {path}",
        misread.line,
        misread.words,
        misread.expected
    )]
    Line { path: PathBuf, misread: Misread },
}

fn known() -> String {
    names().collect::<Vec<_>>().join(", ")
}

/// The lists of each language in `folder`, by its code.
///
/// # Errors
/// If a folder or list is not what it has to be.
pub fn languages(folder: &Path) -> Result<BTreeMap<String, Lists>, LexiconError> {
    let mut res = BTreeMap::new();
    for path in entries(folder)?.into_iter().filter(|it| it.is_dir()) {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let is_code = name.len() == 2 && name.chars().all(|it| it.is_ascii_lowercase());
        match &*name {
            _ if name.starts_with('.') => {}
            "en" => return Err(LexiconError::English { path }),
            _ if !is_code => return Err(LexiconError::Name { path }),
            code => {
                res.insert(code.to_owned(), lists(&path)?);
            }
        }
    }
    if res.is_empty() {
        let path = folder.to_owned();
        return Err(LexiconError::NoLanguage { path });
    }
    Ok(res)
}

fn lists(folder: &Path) -> Result<Lists, LexiconError> {
    let mut res = Lists::default();
    for path in entries(folder)? {
        if path.extension().is_none_or(|it| it != "tsv") {
            continue;
        }
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        if !is_list(&name) {
            return Err(LexiconError::Unknown { path });
        }
        let text = match fs::read_to_string(&path) {
            Ok(text) => text.trim_start_matches('\u{feff}').to_owned(),
            Err(source) => return Err(LexiconError::Unreadable { path, source }),
        };
        if let Err(misread) = res.add(&name, text) {
            return Err(LexiconError::Line { path, misread });
        }
    }
    if res.of(NEEDED).is_empty() {
        let path = folder.to_owned();
        return Err(LexiconError::NoTags { path });
    }
    Ok(res)
}

/// What is in a folder, by name.
fn entries(folder: &Path) -> Result<Vec<PathBuf>, LexiconError> {
    let closed = |source| LexiconError::Closed {
        path: folder.to_owned(),
        source,
    };
    let entries = fs::read_dir(folder).map_err(closed)?;
    let mut res: Vec<PathBuf> = entries.filter_map(|it| Some(it.ok()?.path())).collect();
    res.sort();
    Ok(res)
}

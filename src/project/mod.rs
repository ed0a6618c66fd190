//! The saved set: articles, decisions, what the window shows. `docs/project-file.md` describes it.
//!
//! ```text
//! project::save(&project, path)?          the file is the old one or the new one, never half of one
//! let loaded = project::load(path)?       loaded.project, and loaded.losses: what is gone, in sentences
//! project::backup(path)                   where the version before the last is
//! autosave::Autosave::begin(folder)?      .save(&project, saved_as)? every few seconds, .end() at the end
//! autosave::recoverable(folder)           what windows that died left behind; .load()?, then .discard()
//! ```
//! A set holds the articles as they were read, not the files: it opens anywhere, gives the same
//! results letter by letter, and the anchors of its decisions stay valid when reading gets better.
//! What the reader corrected is not worked into them; it is replayed.

pub mod autosave;
mod decisions;
mod disk;
mod log;
mod page;
mod recovery;
mod shapes;

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::model::{Article, Log};

pub use log::lines;

/// Ending of a set's file, without the dot.
pub const ENDING: &str = "crossread";

/// Everything that a set's file holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Project {
    /// As they were read, in the order of the columns.
    pub articles: Vec<Arc<Article>>,
    pub log: Log,
    /// What the window shows and how, in its own words.
    pub view: BTreeMap<String, String>,
}

/// What a file gave.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Loaded {
    pub project: Project,
    /// What is damaged or gone, a sentence each; none of a whole file.
    pub losses: Vec<String>,
    /// Of an autosaved file, the set that it is of.
    pub saved_as: Option<PathBuf>,
    /// The version before, if something is lost and it is there.
    pub backup: Option<PathBuf>,
}

/// Why a set's file cannot be opened or written.
#[derive(Debug, thiserror::Error)]
pub enum ProjectError {
    #[error("the set cannot be opened: {}", path.display())]
    Unreadable {
        path: PathBuf,
        #[source]
        source: io::Error,
    },
    #[error("this file is no set of Crossread: {}", path.display())]
    Foreign { path: PathBuf },
    #[error(
        "a newer Crossread made this set (format {found}, this one reads up to {}): {}",
        page::VERSION,
        path.display()
    )]
    Newer { path: PathBuf, found: u32 },
    #[error("nothing in this set can be read any more{}: {}", told(backup.as_deref()), path.display())]
    Damaged {
        path: PathBuf,
        backup: Option<PathBuf>,
    },
    #[error("the set cannot be saved: {}", path.display())]
    Unwritable {
        path: PathBuf,
        #[source]
        source: io::Error,
    },
}

fn told(backup: Option<&Path>) -> String {
    backup.map_or_else(String::new, |it| {
        format!("; the version before it is {}", it.display())
    })
}

/// Opens a set; of a damaged one what can be read.
///
/// # Errors
/// If the file cannot be read, is no set, is a newer one's, or nothing in it can be recovered.
pub fn load(path: &Path) -> Result<Loaded, ProjectError> {
    let bytes = disk::read(path).map_err(|source| ProjectError::Unreadable {
        path: path.to_owned(),
        source,
    })?;
    let before = Some(backup(path)).filter(|it| it.is_file());
    match page::read(&bytes) {
        Ok(mut loaded) => {
            loaded.backup = before.filter(|_| !loaded.losses.is_empty());
            Ok(loaded)
        }
        Err(page::Unread::Foreign) => Err(ProjectError::Foreign {
            path: path.to_owned(),
        }),
        Err(page::Unread::Newer(found)) => Err(ProjectError::Newer {
            path: path.to_owned(),
            found,
        }),
        Err(page::Unread::Damaged) => Err(ProjectError::Damaged {
            path: path.to_owned(),
            backup: before,
        }),
    }
}

/// Saves a set. What was there stays as [`backup`]; if it is the same already, nothing happens.
///
/// # Errors
/// If the file cannot be written, or what is there is not a whole set: the backup may be the last
/// good version of it. Then both are as they were.
pub fn save(project: &Project, path: &Path) -> Result<(), ProjectError> {
    let page = page::write(project, None);
    may_replace(path)
        .and_then(|()| disk::replace(path, page.as_bytes(), Some(&backup(path))))
        .map_err(|source| ProjectError::Unwritable {
            path: path.to_owned(),
            source,
        })
}

fn may_replace(path: &Path) -> io::Result<()> {
    let why = match load(path) {
        Ok(loaded) if loaded.losses.is_empty() => return Ok(()),
        Ok(_) | Err(ProjectError::Damaged { .. }) => {
            "the set that is there is damaged and stays as it is"
        }
        Err(ProjectError::Newer { .. }) => {
            "a newer Crossread made the set that is there, and it stays as it is"
        }
        Err(ProjectError::Foreign { .. }) => "what is there is no set and stays as it is",
        Err(ProjectError::Unreadable { source, .. } | ProjectError::Unwritable { source, .. }) => {
            return match source.kind() {
                io::ErrorKind::NotFound => Ok(()),
                _ => Err(source),
            };
        }
    };
    Err(io::Error::other(format!("{why}; name another file")))
}

/// Where the version before the last is kept: `SET.crossread~`.
pub fn backup(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push("~");
    PathBuf::from(name)
}

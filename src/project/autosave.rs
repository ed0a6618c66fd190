//! Keeps a window's set while it is worked on, so that a crash loses seconds.
//!
//! ```text
//! folder/   4711-0.crossread   what the window of process 4711 had when it saved last
//!           4711-0.lock        held by that window; the system lets go of it when the process dies
//! ```
//! Two windows keep to their own, and none takes what a living one has: a lock, not a process
//! number, tells who lives. The caller gives the folder and the time.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::{ENDING, Loaded, Project, ProjectError, disk, load, page};

const LOCK: &str = "lock";

/// A change is saved this long after the last save; it is lost if the window dies before.
pub const EVERY_SECS: f64 = 5.0;

/// One window's file. Dropped without [`Autosave::end`] it stays, as after a crash.
#[derive(Debug)]
pub struct Autosave {
    file: PathBuf,
    lock_path: PathBuf,
    /// Held for as long as the window lives.
    lock: File,
}

impl Autosave {
    /// Takes a new file in `folder`, which is made if it is not there.
    ///
    /// # Errors
    /// If the folder cannot be written.
    pub fn begin(folder: &Path) -> io::Result<Self> {
        fs::create_dir_all(folder)?;
        let mut number = 0_u32;
        loop {
            let name = format!("{}-{number}", std::process::id());
            let lock_path = folder.join(format!("{name}.{LOCK}"));
            let file = folder.join(format!("{name}.{ENDING}"));
            number += 1;
            // The file of a process of the same number that died waits to be recovered.
            if file.exists() {
                continue;
            }
            let new = OpenOptions::new()
                .write(true)
                .create_new(true)
                .open(&lock_path);
            let lock = match new {
                Ok(lock) => lock,
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => continue,
                Err(error) => return Err(error),
            };
            // Whoever tidied up in between had it for a moment.
            if lock.try_lock().is_ok() && lock_path.exists() {
                return Ok(Self {
                    file,
                    lock_path,
                    lock,
                });
            }
        }
    }

    /// Saves the set. `saved_as` is the file that the reader knows it by.
    ///
    /// # Errors
    /// If the file cannot be written. Then it is as it was.
    pub fn save(&self, project: &Project, saved_as: Option<&Path>) -> Result<(), ProjectError> {
        let page = page::write(project, saved_as);
        disk::replace(&self.file, page.as_bytes(), None).map_err(|source| {
            ProjectError::Unwritable {
                path: self.file.clone(),
                source,
            }
        })
    }

    /// Nothing is to be recovered: all is saved, or the reader does not want it.
    pub fn end(self) {
        removed(&self.file, &self.lock_path, self.lock);
    }
}

/// What a window that died left behind; while it is held no other window is offered it.
#[derive(Debug)]
pub struct Recoverable {
    file: PathBuf,
    lock_path: PathBuf,
    lock: File,
    pub saved_at: Option<SystemTime>,
}

impl Recoverable {
    /// The set, and the file that the reader knew it by.
    ///
    /// # Errors
    /// As [`load`].
    pub fn load(&self) -> Result<Loaded, ProjectError> {
        load(&self.file)
    }

    /// It was recovered into a window that keeps its own, or is not wanted.
    pub fn discard(self) {
        removed(&self.file, &self.lock_path, self.lock);
    }
}

fn removed(file: &Path, lock_path: &Path, lock: File) {
    fs::remove_file(file).ok();
    fs::remove_file(lock_path).ok();
    drop(lock);
}

/// What windows that died left behind, the last saved first. Tidies up what holds nothing.
pub fn recoverable(folder: &Path) -> Vec<Recoverable> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let mut names: Vec<PathBuf> = entries
        .filter_map(|it| Some(it.ok()?.path()))
        .filter(|it| it.extension().is_some_and(|it| it == ENDING || it == LOCK))
        .map(|it| it.with_extension(""))
        .collect();
    names.sort();
    names.dedup();
    let mut res: Vec<Recoverable> = names
        .into_iter()
        .filter_map(|it| left_behind(&it))
        .collect();
    res.sort_by(|a, b| (b.saved_at, &b.file).cmp(&(a.saved_at, &a.file)));
    res
}

fn left_behind(name: &Path) -> Option<Recoverable> {
    let (file, lock_path) = (name.with_extension(ENDING), name.with_extension(LOCK));
    let mut options = OpenOptions::new();
    let lock = options
        .write(true)
        .create(true)
        .truncate(false)
        .open(&lock_path)
        .ok()?;
    lock.try_lock().ok()?;
    if !file.exists() {
        removed(&file, &lock_path, lock);
        return None;
    }
    let saved_at = fs::metadata(&file).and_then(|it| it.modified()).ok();
    Some(Recoverable {
        file,
        lock_path,
        lock,
        saved_at,
    })
}

/// When to save: a change waits until [`EVERY_SECS`] have gone since the last save. Times are
/// seconds of any clock that does not go back.
#[derive(Clone, Copy, Debug, Default)]
pub struct Pace {
    changed: bool,
    saved_at: Option<f64>,
}

impl Pace {
    pub fn change(&mut self) {
        self.changed = true;
    }

    /// A change is not saved yet.
    pub fn is_waiting(&self) -> bool {
        self.changed
    }

    /// Whether to save now; it counts as done then. Ask at least once a second.
    pub fn is_due(&mut self, now: f64) -> bool {
        let rested = self.saved_at.is_none_or(|it| now - it >= EVERY_SECS);
        let due = self.changed && rested;
        if due {
            self.changed = false;
            self.saved_at = Some(now);
        }
        due
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Nobody waits for longer than ten seconds, whenever the change comes.
    #[test]
    fn a_change_is_saved_within_ten_seconds() {
        for offset in 0..120 {
            let mut pace = Pace::default();
            let mut changed_at: Option<f64> = None;
            for tick in 0..100 {
                let now = f64::from(tick);
                if tick % 7 == 3 || tick == offset {
                    pace.change();
                    changed_at.get_or_insert(now);
                }
                if pace.is_due(now) {
                    changed_at = None;
                }
                assert!(changed_at.is_none_or(|it| now - it < 10.0 - 1.0));
            }
        }
    }

    #[test]
    fn nothing_is_saved_without_a_change() {
        let mut pace = Pace::default();
        assert!(!pace.is_due(100.0));
        pace.change();
        assert!(pace.is_due(100.0));
        assert!(!pace.is_due(200.0));
    }
}

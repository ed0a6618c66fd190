//! Puts a report where it is wanted: whole or not at all, so that no half of one takes the place of
//! what was there.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Cursor, Write as _};
use std::path::{Path, PathBuf};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{Contents, Format, csv};

/// Why a report could not be written.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    #[error("this is a folder, name a file in it: {}", path.display())]
    Folder { path: PathBuf },
    #[error("several tables need a folder, or a file that ends in .zip: {}", path.display())]
    File { path: PathBuf },
    #[error("cannot write {}: there is no folder {}", path.display(), folder.display())]
    NoFolder { path: PathBuf, folder: PathBuf },
    #[error("cannot write {}: it is write-protected", path.display())]
    Protected { path: PathBuf },
    #[error("cannot write {}", path.display())]
    Io {
        path: PathBuf,
        #[source]
        source: io::Error,
    },
}

/// The files that a report in this form is written to.
pub fn files(format: Format, path: &Path) -> Vec<PathBuf> {
    if format == Format::Csv && !is_zip(path) {
        csv::FILES.iter().map(|it| path.join(it)).collect()
    } else {
        vec![path.to_owned()]
    }
}

pub fn contents(contents: &Contents, path: &Path) -> Result<(), SaveError> {
    let failed = |source| SaveError::Io {
        path: path.to_owned(),
        source,
    };
    match contents {
        Contents::Page(page) => file(page.as_bytes(), path),
        Contents::Pages(pages) if is_zip(path) => {
            let bytes = zipped(pages).map_err(failed)?;
            file(&bytes, path)
        }
        Contents::Pages(_) if path.is_file() => Err(SaveError::File {
            path: path.to_owned(),
        }),
        Contents::Pages(pages) => {
            fs::create_dir_all(path).map_err(failed)?;
            let pages = pages.iter();
            let files: Vec<_> = pages
                .map(|(name, page)| (path.join(name), page.as_bytes()))
                .collect();
            write(&files)
        }
    }
}

fn is_zip(path: &Path) -> bool {
    let ending = path.extension();
    ending.is_some_and(|it| it.eq_ignore_ascii_case("zip"))
}

fn zipped(pages: &[(&str, String)]) -> io::Result<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, page) in pages {
        archive.start_file(*name, SimpleFileOptions::default())?;
        archive.write_all(page.as_bytes())?;
    }
    Ok(archive.finish()?.into_inner())
}

/// Writes one file, whole or not at all, over nothing that is protected.
pub fn file(bytes: &[u8], path: &Path) -> Result<(), SaveError> {
    write(&[(path.to_owned(), bytes)])
}

/// All files or none: each is on the disk beside its place before the first is put there.
fn write(files: &[(PathBuf, &[u8])]) -> Result<(), SaveError> {
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |source| SaveError::Io { path, source }
    };
    files.iter().try_for_each(|(path, _)| check(path))?;
    let parts: Vec<Part> = files.iter().map(|it| Part::new(&it.0)).collect();
    let written = files
        .iter()
        .zip(&parts)
        .try_for_each(|((path, bytes), it)| it.write(bytes).map_err(failed(path)));
    let res = written.and_then(|()| {
        let mut all = files.iter().zip(&parts);
        all.try_for_each(|((path, _), it)| it.put().map_err(failed(path)))
    });
    if res.is_err() {
        parts.iter().for_each(Part::remove);
    }
    res
}

fn check(path: &Path) -> Result<(), SaveError> {
    if path.is_dir() {
        return Err(SaveError::Folder {
            path: path.to_owned(),
        });
    }
    let folder = path.parent().filter(|it| !it.as_os_str().is_empty());
    if let Some(folder) = folder.filter(|it| !it.exists()) {
        return Err(SaveError::NoFolder {
            path: path.to_owned(),
            folder: folder.to_owned(),
        });
    }
    if fs::metadata(path).is_ok_and(|it| it.permissions().readonly()) {
        return Err(SaveError::Protected {
            path: path.to_owned(),
        });
    }
    Ok(())
}

/// A file that is written beside its place; a device or a pipe takes what it is given and stays.
struct Part {
    /// What a link points at, not the link.
    path: PathBuf,
    /// `None` of a device.
    part: Option<PathBuf>,
}

impl Part {
    fn new(path: &Path) -> Self {
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let is_device = path.exists() && !path.is_file();
        let mut name = OsString::from(".");
        name.push(path.file_name().unwrap_or_default());
        name.push(format!(".{}.part", std::process::id()));
        let part = (!is_device).then(|| path.with_file_name(name));
        Self { path, part }
    }

    fn write(&self, bytes: &[u8]) -> io::Result<()> {
        let Some(part) = &self.part else {
            return fs::write(&self.path, bytes);
        };
        let mut file = File::create(part)?;
        file.write_all(bytes)?;
        file.sync_all()
    }

    fn put(&self) -> io::Result<()> {
        let mut part = self.part.iter();
        part.try_for_each(|it| fs::rename(it, &self.path))
    }

    fn remove(&self) {
        self.part.iter().for_each(|it| {
            fs::remove_file(it).ok();
        });
    }
}

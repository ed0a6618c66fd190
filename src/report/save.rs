//! Puts a report where it is wanted: whole or not at all, so that no half of one takes the place of
//! what was there.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Cursor, Write as _};
use std::path::{Path, PathBuf};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::Contents;

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

pub fn contents(contents: &Contents, path: &Path) -> Result<(), SaveError> {
    let is_zip = path
        .extension()
        .is_some_and(|it| it.eq_ignore_ascii_case("zip"));
    match contents {
        Contents::Page(page) => file(page.as_bytes(), path),
        Contents::Pages(pages) if is_zip => {
            let bytes = zipped(pages).map_err(|source| SaveError::Io {
                path: path.to_owned(),
                source,
            })?;
            file(&bytes, path)
        }
        Contents::Pages(_) if path.is_file() => Err(SaveError::File {
            path: path.to_owned(),
        }),
        Contents::Pages(pages) => {
            fs::create_dir_all(path).map_err(|source| SaveError::Io {
                path: path.to_owned(),
                source,
            })?;
            pages
                .iter()
                .try_for_each(|(name, page)| file(page.as_bytes(), &path.join(name)))
        }
    }
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
    replace(bytes, path).map_err(|source| SaveError::Io {
        path: path.to_owned(),
        source,
    })
}

fn replace(bytes: &[u8], path: &Path) -> io::Result<()> {
    // What a link points at is written, not the link.
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    if path.exists() && !path.is_file() {
        // A device or a pipe takes what it is given and stays.
        return fs::write(&path, bytes);
    }
    let mut name = OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(format!(".{}.part", std::process::id()));
    let part = path.with_file_name(name);
    let res = File::create(&part)
        .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()))
        .and_then(|()| fs::rename(&part, &path));
    if res.is_err() {
        fs::remove_file(&part).ok();
    }
    res
}

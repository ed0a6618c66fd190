//! A `.zip` of articles, with limits against archives made to fill a disk or a memory.

use std::io::{Cursor, Read as _};
use std::path::Path;

use zip::ZipArchive;
use zip::result::ZipError;

use super::error::ReadError;
use super::format;

/// Most bytes that all files of an archive may unpack to.
const MOST_BYTES: u64 = 100 * 1024 * 1024;
/// Most files that are read from one.
const MOST_FILES: usize = 500;

/// One file of a zip that is a document, unpacked; `None` if it is not there or not readable.
pub fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Option<String> {
    let mut res = Vec::new();
    let file = archive.by_name(name).ok()?;
    file.take(MOST_BYTES / 4).read_to_end(&mut res).ok()?;
    Some(String::from_utf8_lossy(&res).into_owned())
}

/// Reads one file: its path, through the archive, and its bytes.
type Reader<T> = fn(&Path, &[u8]) -> Vec<Result<T, ReadError>>;

/// What `read` makes of each file in the archive, in the order of their names. Archives inside of
/// it, hidden files and kinds that are not read are passed over.
pub fn files<T>(path: &Path, bytes: &[u8], read: Reader<T>) -> Vec<Result<T, ReadError>> {
    let owned = || path.to_owned();
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else {
        return vec![Err(ReadError::Damaged { path: owned() })];
    };
    let mut names: Vec<String> = archive
        .file_names()
        .filter_map(|it| Some(it.ok()?.into_owned()))
        .filter(|it| is_article(it))
        .collect();
    names.sort();
    let mut res = Vec::new();
    if names.len() > MOST_FILES {
        return vec![Err(ReadError::Bomb { path: owned() })];
    }
    let mut left = MOST_BYTES;
    for name in names {
        let inner = path.join(&name);
        let mut unpacked = Vec::new();
        let outcome = archive
            .by_name(&name)
            .map(|file| file.take(left + 1).read_to_end(&mut unpacked));
        match outcome {
            Ok(Ok(n_bytes)) if n_bytes as u64 > left => {
                res.push(Err(ReadError::Bomb { path: owned() }));
                return res;
            }
            Ok(Ok(n_bytes)) => {
                left -= n_bytes as u64;
                res.extend(read(&inner, &unpacked));
            }
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => {
                res.push(Err(ReadError::Protected { path: inner }));
            }
            Ok(Err(_)) | Err(_) => res.push(Err(ReadError::Damaged { path: inner })),
        }
    }
    if res.is_empty() {
        res.push(Err(ReadError::NoArticles { path: owned() }));
    }
    res
}

fn is_article(name: &str) -> bool {
    let hidden = name
        .split('/')
        .any(|it| it.starts_with('.') || it == "__MACOSX");
    !hidden && !name.to_lowercase().ends_with(".zip") && format::is_read(name)
}

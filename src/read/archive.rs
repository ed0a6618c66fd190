//! A `.zip` of articles, with limits against archives made to fill a disk or a memory.

use std::io::{Cursor, Read as _};
use std::path::Path;

use zip::ZipArchive;
use zip::result::ZipError;

use super::error::ReadError;
use super::{LARGEST, format};

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
    let mut left = MOST_BYTES;
    let mut is_bomb = names.len() > MOST_FILES;
    for name in names.into_iter().take(MOST_FILES) {
        let inner = path.join(&name);
        if name.split(['/', '\\']).any(|it| it == "..") {
            res.push(Err(ReadError::Outside { path: inner }));
            continue;
        }
        let mut unpacked = Vec::new();
        let most = left.min(LARGEST) + 1;
        let outcome = archive
            .by_name(&name)
            .map(|file| file.take(most).read_to_end(&mut unpacked));
        match outcome {
            Ok(Ok(n_bytes)) if n_bytes as u64 > left => {
                is_bomb = true;
                break;
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
    if is_bomb {
        res.push(Err(ReadError::Bomb { path: owned() }));
    }
    if res.is_empty() {
        res.push(Err(ReadError::NoArticles { path: owned() }));
    }
    res
}

fn is_article(name: &str) -> bool {
    let hidden = name
        .split('/')
        .any(|it| it.starts_with('.') && it != ".." || it == "__MACOSX");
    !hidden && !name.to_lowercase().ends_with(".zip") && format::is_read(name)
}

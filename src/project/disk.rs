//! Writes a file so that at every moment the old one or the new one is there, whole.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// What a file holds. A pipe or a device may never end.
pub fn read(path: &Path) -> io::Result<Vec<u8>> {
    if fs::metadata(path)?.is_file() {
        fs::read(path)
    } else {
        Err(io::Error::other("it is not a file"))
    }
}

/// Puts `bytes` in the place of `path`; what was there becomes `backup`.
pub fn replace(path: &Path, bytes: &[u8], backup: Option<&Path>) -> io::Result<()> {
    // What a link points at is written, not the link.
    let path = &fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    if fs::read(path).is_ok_and(|it| it == bytes) {
        return Ok(());
    }
    if fs::metadata(path).is_ok_and(|it| it.permissions().readonly()) {
        let protected = io::ErrorKind::PermissionDenied;
        return Err(io::Error::new(protected, "it is write-protected"));
    }
    let part = beside(path, "part");
    let res = written(&part, path, bytes)
        .and_then(|()| match backup {
            Some(backup) if path.exists() => keep(path, backup),
            Some(_) | None => Ok(()),
        })
        .and_then(|()| fs::rename(&part, path));
    if res.is_err() {
        fs::remove_file(&part).ok();
    }
    res.and_then(|()| sync_folder(path))
}

fn written(part: &Path, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create(part)?;
    if let Ok(there) = fs::metadata(path) {
        file.set_permissions(there.permissions())?;
    }
    file.write_all(bytes)?;
    file.sync_all()
}

/// `path` stays where it is: the backup is a second name for it until it is replaced.
fn keep(path: &Path, backup: &Path) -> io::Result<()> {
    let part = beside(backup, "part");
    fs::remove_file(&part).ok();
    if fs::hard_link(path, &part).is_err() {
        fs::copy(path, &part)?;
    }
    fs::rename(&part, backup)?;
    // Two names of one file are not renamed into one another.
    fs::remove_file(&part).ok();
    Ok(())
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(format!(".{}.{ending}", std::process::id()));
    path.with_file_name(name)
}

/// A new name is on the disk only when its folder is.
fn sync_folder(path: &Path) -> io::Result<()> {
    let folder = path.parent().filter(|it| !it.as_os_str().is_empty());
    if cfg!(unix) {
        File::open(folder.unwrap_or(Path::new(".")))?.sync_all()?;
    }
    Ok(())
}

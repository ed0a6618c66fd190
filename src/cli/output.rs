//! Where a result goes: standard output, or a file that is never one of the articles.

use std::io::{IsTerminal as _, Write as _};
use std::path::Path;

use anyhow::{Context as _, bail};

use crate::pipeline::{self, Input, Progress};
use crate::report::{self, Contents, Format, save};

/// Fails before any work is done where the result could not be put.
pub fn check(format: Format, output: Option<&Path>, inputs: &[Input]) -> anyhow::Result<()> {
    let Some(path) = output else {
        if format == Format::Csv {
            bail!("csv is several tables: name a folder, or a file that ends in .zip, with -o");
        }
        return Ok(());
    };
    pipeline::spare(inputs, &save::files(format, path))?;
    Ok(())
}

/// A reader that closes the pipe early (`| head`) is no error.
pub fn put(contents: &Contents, output: Option<&Path>) -> anyhow::Result<()> {
    match (output, contents) {
        (Some(path), _) => Ok(save::contents(contents, path)?),
        (None, Contents::Page(page)) => print(page),
        (None, Contents::Pages(pages)) => pages.iter().try_for_each(|it| print(&it.1)),
    }
}

pub fn print(page: &str) -> anyhow::Result<()> {
    match std::io::stdout().lock().write_all(page.as_bytes()) {
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        other => other.context("cannot write to standard output"),
    }
}

/// Tells what went wrong, in a line; a name in it must not move the cursor.
pub fn warn(message: &str) {
    eprintln!("crossread: {}", report::text::visible(message));
}

/// Tells how far the work is, in one line that goes away when it is done.
pub fn tell(progress: Progress) {
    let Progress { done, total } = progress;
    let line = format!("crossread: {done} of {total}");
    let end = if done == total {
        format!("\r{:1$}\r", "", line.len())
    } else {
        String::new()
    };
    eprint!("\r{line}{end}");
}

/// Somebody is there to see progress.
pub fn is_watched() -> bool {
    std::io::stderr().is_terminal()
}

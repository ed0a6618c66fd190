//! A PDF: its letters by place, put back together into paragraphs.
//!
//! ```text
//! file ─glyphs─▶ lines with place and size ─layout─▶ paragraphs; running heads apart
//! ```
//! The parser may panic on broken files, which is caught, and may work long, which is stopped.

mod glyphs;
mod layout;
mod widths;

use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};
use std::path::Path;
use std::sync::Once;

use pdf_extract::{Document, OutputError};

use super::draft::{Draft, Meta};
use super::error::ReadError;
use crate::model::{BlockKind, FurnitureKind};
use glyphs::Glyphs;

thread_local! {
    /// A panic in this thread is caught and told as an error.
    static CAUGHT: Cell<bool> = const { Cell::new(false) };
}

/// The article of a PDF.
///
/// # Errors
/// If it is protected, damaged, holds pictures alone, or takes longer than an article would.
pub fn draft(path: &Path, bytes: &[u8]) -> Result<Draft, ReadError> {
    let owned = || path.to_owned();
    let glyphs = caught(|| glyphs(bytes)).unwrap_or(Err(Fault::Damaged));
    let glyphs = glyphs.map_err(|fault| match fault {
        Fault::Damaged => ReadError::Damaged { path: owned() },
        Fault::Protected => ReadError::Protected { path: owned() },
    })?;
    let lines = glyphs.into_lines();
    if lines.is_empty() {
        // Some locks are only seen by the text that does not come out.
        let locked = bytes.windows(8).any(|it| it == b"/Encrypt");
        return Err(if locked {
            ReadError::Protected { path: owned() }
        } else {
            ReadError::Pictures { path: owned() }
        });
    }
    let (paragraphs, furniture) = layout::paragraphs(lines);
    let mut res = Draft::of_paragraphs(paragraphs, Meta::default());
    for words in furniture {
        res.push(BlockKind::Furniture(FurnitureKind::Other), &words);
    }
    Ok(res)
}

enum Fault {
    Damaged,
    Protected,
}

fn glyphs(bytes: &[u8]) -> Result<Glyphs, Fault> {
    let mut document = Document::load_mem(bytes).map_err(|error| match error {
        pdf_extract::Error::InvalidPassword
        | pdf_extract::Error::Decryption(_)
        | pdf_extract::Error::UnsupportedSecurityHandler(_) => Fault::Protected,
        _ => Fault::Damaged,
    })?;
    if document.is_encrypted() && document.decrypt("").is_err() {
        return Err(Fault::Protected);
    }
    widths::list_all(&mut document);
    let mut res = Glyphs::new();
    match pdf_extract::output_doc(&document, &mut res) {
        Ok(()) => Ok(res),
        Err(OutputError::PdfError(_) | OutputError::IoError(_)) if !res.is_empty() => Ok(res),
        Err(_) => Err(Fault::Damaged),
    }
}

/// `None` if `work` panicked; nothing is printed then.
fn caught<T>(work: impl FnOnce() -> T) -> Option<T> {
    static QUIET: Once = Once::new();
    QUIET.call_once(|| {
        let told = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if !CAUGHT.get() {
                told(info);
            }
        }));
    });
    CAUGHT.set(true);
    let res = panic::catch_unwind(AssertUnwindSafe(work)).ok();
    CAUGHT.set(false);
    res
}

//! Bytes to an [`Article`]. The only file reading in the core.

use std::path::{Path, PathBuf};

use crate::model::{Article, ArticleKey, Block, BlockKind, Outlet, OutletBasis, Span};

/// Why a file gave no article. The message ends with the path.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    #[error("cannot be opened: {path}")]
    Unreadable {
        path: PathBuf,
        #[source]
        source: std::io::Error,
    },
}

/// Reads one file.
///
/// # Errors
/// If the file cannot be opened, is empty, binary or too large, or holds no text.
pub fn article(path: &Path) -> Result<Article, ReadError> {
    let bytes = std::fs::read(path).map_err(|source| ReadError::Unreadable {
        path: path.to_owned(),
        source,
    })?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    text(&name, &String::from_utf8_lossy(&bytes))
}

/// Reads text that is already decoded: pasted, or the sample.
///
/// # Errors
/// If it holds no text.
pub fn text(name: &str, text: &str) -> Result<Article, ReadError> {
    let mut at = 0;
    let mut blocks = Vec::new();
    for line in text.split_inclusive('\n') {
        if let Some(span) = Span::new(text, at..at + line.len()) {
            let span = span.trimmed(text);
            if !span.is_empty() {
                blocks.push(Block {
                    span,
                    kind: if blocks.is_empty() {
                        BlockKind::Headline
                    } else {
                        BlockKind::Prose
                    },
                });
            }
        }
        at += line.len();
    }
    Ok(Article {
        key: ArticleKey(text.len() as u64),
        file: name.to_owned(),
        text: text.to_owned(),
        outlet: Outlet {
            name: name.trim_end_matches(".txt").to_owned(),
            span: None,
            basis: OutletBasis::FileName,
        },
        published: None,
        blocks,
    })
}

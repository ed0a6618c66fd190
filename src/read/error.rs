//! Why a file gave no article.

use std::path::{Path, PathBuf};

/// Each says what was found and, where there is a way, what to do.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    #[error("the file cannot be opened: {path}")]
    Unreadable {
        path: PathBuf,
        #[source]
        source: std::io::Error,
    },
    #[error("the folder cannot be opened: {path}")]
    ClosedFolder {
        path: PathBuf,
        #[source]
        source: std::io::Error,
    },
    #[error("the folder holds no articles: {path}")]
    EmptyFolder { path: PathBuf },
    #[error("this is a pipe or a device, not a file; save the article in a file: {path}")]
    NoFile { path: PathBuf },
    #[error(
        "this is a saved set of Crossread; open it by itself, under a name that ends in .crossread: {path}"
    )]
    Set { path: PathBuf },
    #[error("the file is larger than 20 MB, more than any article: {path}")]
    TooLarge { path: PathBuf },
    #[error(
        "the text is longer than 1 MB, more than any article; if it holds several, part them by lines of ===: {path}"
    )]
    TooLong { path: PathBuf },
    #[error("the file is empty: {path}")]
    Empty { path: PathBuf },
    #[error("the file is no text; save the article as a web page or plain text: {path}")]
    Binary { path: PathBuf },
    #[error("the file holds no words: {path}")]
    NoText { path: PathBuf },
    #[error("the file is damaged or not what its name says: {path}")]
    Damaged { path: PathBuf },
    #[error("the file is protected by a password; save it without one: {path}")]
    Protected { path: PathBuf },
    #[error("the pages are pictures without text; recognize the text first (OCR): {path}")]
    Pictures { path: PathBuf },
    #[error(
        "the archive unpacks to more than 100 MB or 500 files, more than articles do; the rest was not read: {path}"
    )]
    Bomb { path: PathBuf },
    #[error("its name leads out of the archive, so it was not read: {path}")]
    Outside { path: PathBuf },
    #[error("the archive holds no file that can be read: {path}")]
    NoArticles { path: PathBuf },
    #[error(
        "Crossread never goes to the network; open the address in a browser, save the page (Ctrl+S) and add the saved file: {path}"
    )]
    WebAddress { path: PathBuf },
    #[error("this build reads no PDF; save the article as a web page or plain text: {path}")]
    NoPdf { path: PathBuf },
}

impl ReadError {
    /// The file that it is about.
    pub fn path(&self) -> &Path {
        match self {
            Self::Unreadable { path, .. }
            | Self::ClosedFolder { path, .. }
            | Self::EmptyFolder { path }
            | Self::NoFile { path }
            | Self::Set { path }
            | Self::Outside { path }
            | Self::TooLarge { path }
            | Self::TooLong { path }
            | Self::Empty { path }
            | Self::Binary { path }
            | Self::NoText { path }
            | Self::Damaged { path }
            | Self::Protected { path }
            | Self::Pictures { path }
            | Self::Bomb { path }
            | Self::NoArticles { path }
            | Self::WebAddress { path }
            | Self::NoPdf { path } => path,
        }
    }
}

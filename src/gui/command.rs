//! All that a reader can ask of the window. Views push these; state changes itself after the frame.

use std::path::PathBuf;

use super::layer::Layer;
use crate::model::{ArticleIdx, ArticleKey, Place};

#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    AddFiles(Vec<PathBuf>),
    /// Text from the clipboard.
    AddText(String),
    OpenSample,
    ShowOpenDialog,
    ShowFolderDialog,
    /// Paste from the clipboard; answered by an event of the window system.
    AskForPaste,
    RemoveArticle(ArticleKey),
    StartRename(ArticleKey),
    EditRename(String),
    FinishRename,
    CancelRename,
    SelectUtterance(usize),
    SelectFinding(usize),
    /// Brings these words into view in their column.
    ShowPlace(Place),
    NextFinding,
    PreviousFinding,
    NextUtterance,
    PreviousUtterance,
    ClearSelection,
    Filter(Option<Layer>),
    ToggleLayer(Layer),
    ShowView(View),
    ToggleCard,
    ToggleFindings,
    ToggleTheme,
    Scroll {
        article: ArticleIdx,
        by: f32,
        alone: bool,
    },
    ScrollTo {
        article: ArticleIdx,
        to: f32,
    },
    ScrollColumns(f32),
    /// All columns by so many screens.
    ScrollPage(f32),
    SavePicture,
    SavePictureAs,
    DismissProblems,
    Cancel,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    #[default]
    Columns,
    Outlets,
}

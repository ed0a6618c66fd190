//! All that a reader can ask of the window. Views push these; state changes itself after the frame.

use std::path::PathBuf;

use super::layer::Layer;
use super::theme::Look;
use crate::model::{ArticleIdx, ArticleKey, Judgment, Place, QuotationKind, Span};
use crate::report::Format;

#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    // Articles
    AddFiles(Vec<PathBuf>),
    /// Text from the clipboard.
    AddText(String),
    OpenSample,
    /// A set that was open before, by its place in the list.
    OpenRecent(usize),
    ShowOpenDialog,
    ShowFolderDialog,
    /// Paste from the clipboard; answered by an event of the window system.
    AskForPaste,
    /// Saves the set where it was saved before, or asks where.
    SaveSet,
    SaveSetAs,
    /// Takes up what a window before left behind, by its place in the list.
    Recover(usize),
    Discard(usize),
    RemoveArticle(ArticleKey),
    RemoveAll,
    StartRename(ArticleKey),
    EditRename(String),
    FinishRename,
    DismissProblems,
    /// Takes back the last removal or decision.
    Undo,
    Redo,

    // Corrections and notes
    Decide(Ruling),
    /// The next shared quotation that is selected says the same as these words.
    StartMerge(Place),
    Ask(Question),
    EditAnswer(Answer),
    FinishAnswer,
    CloseQuestion,
    /// Shows what the reader rejected below the findings.
    ToggleRejected,
    Cancel,

    // What is selected
    SelectUtterance(usize),
    /// The pointer rests on one of its witnesses.
    HoverUtterance(Option<usize>),
    SelectFinding(usize),
    SelectFact(usize),
    ClearSelection,
    NextFinding,
    PreviousFinding,
    NextUtterance,
    PreviousUtterance,
    /// Brings these words into view in their column.
    ShowPlace(Place),
    /// Lights what two articles that are mostly one text do not share.
    ShowDuplicate(usize),
    /// Lights the words that an earlier version, by its index in the story, did not have.
    ShowChanges(usize),
    /// Shows an earlier version of an article in its column, or the last one again.
    ShowVersion {
        article: ArticleKey,
        version: Option<ArticleKey>,
    },
    /// The selection as text, with outlets and paragraphs.
    CopySelection,
    Copy(String),

    // The list of findings
    Filter(Option<Layer>),
    /// Lists only findings in this part of an article; `None` lists all again.
    Brush(Option<(ArticleKey, Span)>),
    ToggleLayer(Layer),
    SearchFindings(String),
    ToggleFindings,
    ToggleTeaching,
    /// Shows the title of a finding that teaching mode hides.
    Reveal(usize),

    // Views
    ShowView(View),
    ToggleCard,
    /// The card's height, in points.
    SizeCard(f32),
    /// Rows of the grid in which this article differs come first; again: as found.
    SortGrid(ArticleKey),
    /// Articles that have the same in every row of the grid share a column.
    ToggleGroups,
    /// Rows of the Outlets view show all that each outlet has, or what most have room for.
    ToggleRows,
    Hide(ArticleKey),
    ShowAllArticles,
    Solo(ArticleKey),
    Pin(ArticleKey),
    /// Opens a column that has no room.
    OpenColumn(ArticleKey),
    /// To this position among all articles.
    MoveArticle {
        article: ArticleKey,
        to: usize,
    },
    MakeReference(ArticleKey),
    NextReference(isize),
    ToggleFurniture(ArticleKey),
    /// Folds paragraphs that all articles share to a line each, or unfolds them.
    ToggleShared,
    Scroll {
        article: ArticleIdx,
        by: f32,
        alone: bool,
    },
    ScrollTo {
        article: ArticleIdx,
        to: f32,
    },
    /// The row of columns, to the right.
    ScrollColumns(f32),
    /// All columns by so many screens.
    ScrollPage(f32),
    ToggleFreeScroll,

    // Finding words
    StartFind,
    EditFind(String),
    TogglePattern,
    StepFind(isize),
    CloseFind,

    // The window
    OpenPalette,
    EditPalette(String),
    StepPalette(isize),
    ClosePalette,
    ToggleHelp,
    SetLook(Look),
    NextLook,
    TogglePresentation,
    /// The size of the articles' words, by so many steps; 0 is back to normal.
    ZoomReading(i32),
    /// The size of everything, by so many steps; 0 is back to normal.
    ZoomWindow(i32),
    SavePicture,
    /// Asks for a path, then saves a picture of this.
    SavePictureAs(Part),
    /// The selection as a picture, for other programs.
    CopyPicture,
    /// Asks for a path, then saves a report in this form.
    SaveReport(Format),
    /// Asks for a path, then saves what was decided and when.
    SaveDecisions,
}

/// What the reader decides about something on the screen: made into a decision that lasts.
#[derive(Clone, Debug, PartialEq)]
pub enum Ruling {
    /// A finding, by its place in the list.
    Judge(usize, Judgment),
    /// A rejected finding comes back.
    BringBack(usize),
    /// By words of the article that name the source; `None`: nobody is named.
    Source(QuotationRef, Option<Span>),
    Kind(QuotationRef, QuotationKind),
    Bounds(QuotationRef, Span),
    NoQuotation(QuotationRef),
    /// A sentence tells what somebody said.
    Reported(Place),
    /// The witness says something else than the others of its utterance.
    Split(Place),
    /// Two witnesses say the same.
    Merge(Place, Place),
    /// Two speakers of the comparison are one.
    SamePerson(usize, usize),
    /// A line of an article: page furniture, or prose.
    Furniture(Place, bool),
    Headline(Place),
}

/// A quotation of an article, by its place in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuotationRef {
    pub article: ArticleIdx,
    pub nth: usize,
}

/// What the window asks the reader to write.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Question {
    /// What an article's outlet is called.
    Name(ArticleKey),
    /// When an article was published.
    Date(ArticleKey),
    /// A note on the selection.
    NoteOnSelection,
    /// A note on an article.
    NoteOnArticle(ArticleKey),
    /// Which words of the article name who says it.
    Source(QuotationRef),
    /// Where something shall be saved, if the system has no dialog for it.
    Path(Purpose),
}

/// Ending of a set's file.
const SET_ENDING: &str = "crossread";

/// What a path is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    Picture(Part),
    Report(Format),
    Set,
    /// What was decided and when, for others to read.
    Decisions,
}

impl Purpose {
    /// Title of the dialog, name and ending of the file.
    pub fn told(self) -> (String, &'static str, &'static str) {
        match self {
            Self::Picture(Part::Window) => (
                "Save a picture of the window".to_owned(),
                "Crossread",
                "png",
            ),
            Self::Picture(Part::View) => (
                "Save a picture of the whole view".to_owned(),
                "Crossread view",
                "png",
            ),
            Self::Picture(Part::Selection) => (
                "Save a picture of the finding".to_owned(),
                "Crossread finding",
                "png",
            ),
            Self::Decisions => ("Save the decisions".to_owned(), "Decisions", "jsonl"),
            Self::Set => ("Save the set".to_owned(), "Set", SET_ENDING),
            Self::Report(format) => (
                format!("Save as {}", format.title()),
                "Crossread",
                format.ending(),
            ),
        }
    }
}

/// What the reader writes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    pub text: String,
    /// Tags of a note, with commas between them.
    pub tags: String,
}

/// What a picture shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// The window in its size.
    #[default]
    Window,
    /// The view at its full height and width, without what stands around it.
    View,
    /// What is selected, alone.
    Selection,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum View {
    #[default]
    Columns,
    Annotated,
    Grid,
    Outlets,
    Sources,
}

impl View {
    pub const ALL: [Self; 5] = [
        Self::Columns,
        Self::Annotated,
        Self::Grid,
        Self::Outlets,
        Self::Sources,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::Columns => "Columns",
            Self::Annotated => "Annotated",
            Self::Grid => "Grid",
            Self::Outlets => "Outlets",
            Self::Sources => "Sources",
        }
    }

    /// Where a set of so many articles opens.
    pub fn opening(n_articles: usize) -> Self {
        match n_articles {
            0..=5 => Self::Columns,
            6..=15 => Self::Annotated,
            _ => Self::Grid,
        }
    }
}

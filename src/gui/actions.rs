//! Everything that a key, the palette, a menu or the help page names: one table for all.

use std::borrow::Cow;

use eframe::egui::{Context, Key, KeyboardShortcut, Modifiers};

use super::command::{Command, Part, Question, View};
use super::theme::Look;
use crate::model::ArticleKey;
use crate::report::Format;

/// Something that can be done from anywhere in the window.
pub struct Action {
    pub group: &'static str,
    pub name: Cow<'static, str>,
    pub shortcut: Option<KeyboardShortcut>,
    pub command: Command,
}

/// What must be there before an action can do anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Needs {
    Nothing,
    Articles,
    Selection,
}

impl Action {
    pub fn needs(&self) -> Needs {
        match self.command {
            Command::CopySelection
            | Command::CopyPicture
            | Command::SavePictureAs(Part::Selection)
            | Command::Ask(Question::NoteOnSelection) => Needs::Selection,
            Command::SaveSet | Command::SaveSetAs | Command::RemoveAll | Command::StartFind => {
                Needs::Articles
            }
            // Escape leaves whatever is open.
            Command::ClearSelection | Command::SavePicture => Needs::Nothing,
            _ if [ARTICLES, WINDOW].contains(&self.group) => Needs::Nothing,
            _ => Needs::Articles,
        }
    }
}

const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);
const CTRL_ALT: Modifiers = Modifiers::COMMAND.plus(Modifiers::ALT);
const SHIFT: Modifiers = Modifiers::SHIFT;
const PLAIN: Modifiers = Modifiers::NONE;

const ARTICLES: &str = "Articles";
const WINDOW: &str = "Window";
/// Group of the pictures and reports.
pub const SHARE: &str = "Share";

/// Points that an arrow key scrolls to a side.
const SIDEWAYS: f32 = 240.0;

/// The clipboard is the system's: its key comes as text that is pasted.
const PASTE: KeyboardShortcut = KeyboardShortcut::new(CTRL, Key::V);

/// The keys that give a command, as this system writes them.
pub fn keys(ctx: &Context, command: &Command) -> String {
    let known = all().into_iter().find(|it| it.command == *command);
    let shortcut = match command {
        Command::AskForPaste => Some(PASTE),
        _ => known.and_then(|it| it.shortcut),
    };
    shortcut.map_or_else(String::new, |it| ctx.format_shortcut(&it))
}

/// All actions, in the order in which the help page lists them.
#[rustfmt::skip]
pub fn all() -> Vec<Action> {
    use Command as C;
    const FINDINGS: &str = "Findings and quotations";
    const VIEWS: &str = "Views";
    const COLUMNS: &str = "Columns";
    let key = |group, name, modifiers, key, command| Action {
        group,
        name: Cow::Borrowed(name),
        shortcut: Some(KeyboardShortcut::new(modifiers, key)),
        command,
    };
    let plain = |group, name, command| Action {
        group,
        name: Cow::Borrowed(name),
        shortcut: None,
        command,
    };
    let mut res = vec![
        key(ARTICLES, "Open articles…", CTRL, Key::O, C::ShowOpenDialog),
        key(ARTICLES, "Open a folder…", CTRL_SHIFT, Key::O, C::ShowFolderDialog),
        key(ARTICLES, "Save the set", CTRL, Key::S, C::SaveSet),
        key(ARTICLES, "Save the set as…", CTRL_SHIFT, Key::S, C::SaveSetAs),
        plain(ARTICLES, "Paste text as an article", C::AskForPaste),
        plain(ARTICLES, "Open the sample story", C::OpenSample),
        plain(ARTICLES, "Remove all articles", C::RemoveAll),
        key(ARTICLES, "Undo", CTRL, Key::Z, C::Undo),
        key(ARTICLES, "Redo", CTRL_SHIFT, Key::Z, C::Redo),
        key(FINDINGS, "Next finding", PLAIN, Key::N, C::NextFinding),
        key(FINDINGS, "Previous finding", PLAIN, Key::P, C::PreviousFinding),
        key(FINDINGS, "Next shared quotation", PLAIN, Key::J, C::NextUtterance),
        key(FINDINGS, "Previous shared quotation", PLAIN, Key::K, C::PreviousUtterance),
        key(FINDINGS, "Note on what is selected…", PLAIN, Key::M, C::Ask(Question::NoteOnSelection)),
        key(FINDINGS, "Copy what is selected, with its sources", PLAIN, Key::C, C::CopySelection),
        key(FINDINGS, "Select nothing", PLAIN, Key::Escape, C::ClearSelection),
        key(FINDINGS, "Fold the list of findings", PLAIN, Key::F, C::ToggleFindings),
        key(FINDINGS, "Fold the evidence card", PLAIN, Key::E, C::ToggleCard),
        key(FINDINGS, "Teaching: hide what was found", PLAIN, Key::T, C::ToggleTeaching),
        key(VIEWS, "Columns", PLAIN, Key::Num1, C::ShowView(View::Columns)),
        key(VIEWS, "Annotated", PLAIN, Key::Num2, C::ShowView(View::Annotated)),
        key(VIEWS, "Grid", PLAIN, Key::Num3, C::ShowView(View::Grid)),
        key(VIEWS, "Outlets", PLAIN, Key::Num4, C::ShowView(View::Outlets)),
        key(VIEWS, "Sources", PLAIN, Key::Num5, C::ShowView(View::Sources)),
        key(VIEWS, "Grid: join outlets that have the same", PLAIN, Key::G, C::ToggleGroups),
        key(VIEWS, "Outlets: all that each outlet has", PLAIN, Key::W, C::ToggleRows),
        key(COLUMNS, "Next article as the reference", PLAIN, Key::R, C::NextReference(1)),
        key(COLUMNS, "Previous article as the reference", SHIFT, Key::R, C::NextReference(-1)),
        key(COLUMNS, "Show all articles", PLAIN, Key::A, C::ShowAllArticles),
        key(COLUMNS, "Fold what all articles share", PLAIN, Key::X, C::ToggleShared),
        key(COLUMNS, "Scroll each column by itself", PLAIN, Key::L, C::ToggleFreeScroll),
        key(COLUMNS, "Scroll down", PLAIN, Key::PageDown, C::ScrollPage(0.9)),
        key(COLUMNS, "Scroll up", PLAIN, Key::PageUp, C::ScrollPage(-0.9)),
        key(COLUMNS, "A line down", PLAIN, Key::ArrowDown, C::ScrollPage(0.08)),
        key(COLUMNS, "A line up", PLAIN, Key::ArrowUp, C::ScrollPage(-0.08)),
        key(COLUMNS, "Grid and Outlets: to the right", PLAIN, Key::ArrowRight, C::ScrollColumns(SIDEWAYS)),
        key(COLUMNS, "Grid and Outlets: to the left", PLAIN, Key::ArrowLeft, C::ScrollColumns(-SIDEWAYS)),
        key(SHARE, "Picture of the window, into the pictures folder", PLAIN, Key::F12, C::SavePicture),
        plain(SHARE, "Picture of the window…", C::SavePictureAs(Part::Window)),
        plain(SHARE, "Picture of the whole view…", C::SavePictureAs(Part::View)),
        key(SHARE, "Picture of the selection…", CTRL_SHIFT, Key::P, C::SavePictureAs(Part::Selection)),
        key(SHARE, "Copy the selection as a picture", SHIFT, Key::C, C::CopyPicture),
        key(WINDOW, "Find in all articles", CTRL, Key::F, C::StartFind),
        key(WINDOW, "Commands…", CTRL, Key::K, C::OpenPalette),
        key(WINDOW, "Keys", PLAIN, Key::Questionmark, C::ToggleHelp),
        key(WINDOW, "Next theme", PLAIN, Key::D, C::NextLook),
        plain(WINDOW, "Light theme", C::SetLook(Look::Light)),
        plain(WINDOW, "Dark theme", C::SetLook(Look::Dark)),
        plain(WINDOW, "High contrast", C::SetLook(Look::Contrast)),
        key(WINDOW, "Presentation size", PLAIN, Key::F5, C::TogglePresentation),
        key(WINDOW, "Larger articles", CTRL, Key::Plus, C::ZoomReading(1)),
        key(WINDOW, "Smaller articles", CTRL, Key::Minus, C::ZoomReading(-1)),
        key(WINDOW, "Larger articles (without Shift)", CTRL, Key::Equals, C::ZoomReading(1)),
        key(WINDOW, "Larger window text", CTRL_ALT, Key::Plus, C::ZoomWindow(1)),
        key(WINDOW, "Smaller window text", CTRL_ALT, Key::Minus, C::ZoomWindow(-1)),
        key(WINDOW, "Normal sizes", CTRL, Key::Num0, C::ZoomWindow(0)),
    ];
    let last = res.iter().rposition(|it| it.group == SHARE).map_or(0, |it| it + 1);
    let reports = Format::ALL.map(|it| Action {
        name: Cow::Owned(format!("Report: {}…", it.title())),
        ..plain(SHARE, "", C::SaveReport(it))
    });
    let decisions = plain(SHARE, "What you decided, and when (JSON lines)…", C::SaveDecisions);
    res.splice(last..last, reports.into_iter().chain([decisions]));
    res
}

/// How an article stands among the others.
#[derive(Clone, Copy, Debug)]
pub struct Position {
    pub article: ArticleKey,
    /// Its position, of how many.
    pub at: usize,
    pub n_articles: usize,
    pub n_shown: usize,
    pub is_pinned: bool,
    pub is_alone: bool,
}

/// What can be done with one article: its name, whether it can be done now, how it is asked for.
pub fn on_article(it: Position) -> Vec<(&'static str, bool, Command)> {
    use Command as C;
    let article = it.article;
    let pin = if it.is_pinned { "Unpin" } else { "Pin" };
    let solo = if it.is_alone {
        "Show the others again"
    } else {
        "Show it alone"
    };
    let to = |to| C::MoveArticle { article, to };
    vec![
        ("Rename…", true, C::Ask(Question::Name(article))),
        ("Set the date…", true, C::Ask(Question::Date(article))),
        ("Note…", true, C::Ask(Question::NoteOnArticle(article))),
        ("Make it the reference", true, C::MakeReference(article)),
        (pin, true, C::Pin(article)),
        (solo, true, C::Solo(article)),
        ("Hide", it.n_shown > 1, C::Hide(article)),
        ("Move left", it.at > 0, to(it.at.saturating_sub(1))),
        ("Move right", it.at + 1 < it.n_articles, to(it.at + 1)),
        (
            "Fold or show page furniture",
            true,
            C::ToggleFurniture(article),
        ),
        ("Remove from the set", true, C::RemoveArticle(article)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_does_two_things() {
        let actions = all();
        for (at, one) in actions.iter().enumerate() {
            let same = |it: &&Action| it.shortcut.is_some() && it.shortcut == one.shortcut;
            assert!(actions[..at].iter().find(same).is_none(), "{}", one.name);
        }
    }
}

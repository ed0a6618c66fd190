//! What can be done with an article, as the menu of its head.

use eframe::egui::{Button, Ui};

use crate::gui::command::{Command, Question};
use crate::gui::views::ViewContext;
use crate::model::ArticleIdx;

pub fn menu_ui(cx: &ViewContext<'_>, ui: &mut Ui, idx: ArticleIdx, commands: &mut Vec<Command>) {
    let key = cx.state.story.article(idx).key;
    let choices = &cx.state.choices;
    let at = cx.all.iter().position(|it| *it == idx).unwrap_or(0);
    let solo = if choices.solo == Some(key) {
        "Show the others again"
    } else {
        "Show it alone"
    };
    let pin = if choices.pinned.contains(&key) {
        "Unpin"
    } else {
        "Pin"
    };
    let left = Command::MoveArticle {
        article: key,
        to: at.saturating_sub(1),
    };
    let right = Command::MoveArticle {
        article: key,
        to: at + 1,
    };
    for (name, enabled, command) in [
        ("Rename", true, Command::StartRename(key)),
        ("Set the date…", true, Command::Ask(Question::Date(key))),
        ("Note…", true, Command::Ask(Question::NoteOnArticle(key))),
        ("Make it the reference", true, Command::MakeReference(key)),
        (pin, true, Command::Pin(key)),
        (solo, true, Command::Solo(key)),
        ("Hide", cx.order.len() > 1, Command::Hide(key)),
        ("Move left", at > 0, left),
        ("Move right", at + 1 < cx.all.len(), right),
        (
            "Fold or show page furniture",
            true,
            Command::ToggleFurniture(key),
        ),
        ("Remove from the set", true, Command::RemoveArticle(key)),
    ] {
        let button = Button::new(name);
        if ui.add_enabled(enabled, button).clicked() {
            commands.push(command);
        }
    }
}

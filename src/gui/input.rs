//! What the keyboard, the clipboard and dropped files ask for.

use eframe::egui::{self, Event, Key, Modifiers};

use super::actions::{self, Needs};
use super::command::Command;

/// The commands of this frame's input. Keys are the text field's while one is being edited; those
/// that need articles do nothing without.
pub fn commands(ctx: &egui::Context, has_articles: bool) -> Vec<Command> {
    let mut res = Vec::new();
    let dropped: Vec<_> = ctx.input(|it| {
        let files = it.raw.dropped_files.iter();
        files.map(|file| file.path().to_owned()).collect()
    });
    if !dropped.is_empty() {
        res.push(Command::AddFiles(dropped));
    }
    let is_editing = ctx.text_edit_focused();
    let mut actions = actions::all();
    // The more modifiers, the sooner: Ctrl Shift O is no Ctrl O.
    let n_modifiers = |it: &actions::Action| {
        it.shortcut.map_or(0, |it| {
            let modifiers = it.modifiers;
            usize::from(modifiers.command || modifiers.ctrl)
                + usize::from(modifiers.shift)
                + usize::from(modifiers.alt)
        })
    };
    actions.retain(|it| has_articles || it.needs() == Needs::Nothing);
    actions.sort_by_key(|it| std::cmp::Reverse(n_modifiers(it)));
    for action in actions {
        let Some(shortcut) = action.shortcut else {
            continue;
        };
        // Letters are the field's; what needs Ctrl or a function key works everywhere.
        let plain = shortcut.modifiers == Modifiers::NONE || shortcut.modifiers == Modifiers::SHIFT;
        let is_function = matches!(shortcut.logical_key, Key::F5 | Key::F12);
        if is_editing && plain && !is_function {
            continue;
        }
        // Escape closes menus as well: it is seen, not taken.
        let pressed = if shortcut.logical_key == Key::Escape {
            !egui::Popup::is_any_open(ctx) && ctx.input(|it| it.key_pressed(Key::Escape))
        } else {
            ctx.input_mut(|it| it.consume_shortcut(&shortcut))
        };
        if pressed {
            res.push(action.command);
        }
    }
    if !is_editing {
        ctx.input(|it| {
            for event in &it.events {
                if let Event::Paste(text) = event {
                    res.push(Command::AddText(text.clone()));
                }
            }
        });
    }
    res
}

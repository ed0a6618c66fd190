//! What the keyboard, the clipboard and dropped files ask for.

use eframe::egui::{self, Event, Key, Modifiers};

use super::command::{Command, View};

/// The commands of this frame's input. Keys are the text field's while one is being edited.
pub fn commands(ctx: &egui::Context) -> Vec<Command> {
    let mut res = Vec::new();
    let dropped: Vec<_> = ctx.input(|it| {
        let files = it.raw.dropped_files.iter();
        files.map(|file| file.path().to_owned()).collect()
    });
    if !dropped.is_empty() {
        res.push(Command::AddFiles(dropped));
    }
    if ctx.text_edit_focused() {
        return res;
    }
    for (key, modifiers, command) in shortcuts() {
        if ctx.input_mut(|it| it.consume_key(modifiers, key)) {
            res.push(command);
        }
    }
    ctx.input(|it| {
        for event in &it.events {
            if let Event::Paste(text) = event {
                res.push(Command::AddText(text.clone()));
            }
        }
    });
    res
}

fn shortcuts() -> [(Key, Modifiers, Command); 14] {
    let plain = Modifiers::NONE;
    [
        (Key::O, Modifiers::COMMAND, Command::ShowOpenDialog),
        (Key::F12, plain, Command::SavePicture),
        (Key::Num1, plain, Command::ShowView(View::Columns)),
        (Key::Num4, plain, Command::ShowView(View::Outlets)),
        (Key::N, plain, Command::NextFinding),
        (Key::P, plain, Command::PreviousFinding),
        (Key::J, plain, Command::NextUtterance),
        (Key::K, plain, Command::PreviousUtterance),
        (Key::E, plain, Command::ToggleCard),
        (Key::F, plain, Command::ToggleFindings),
        (Key::D, plain, Command::ToggleTheme),
        (Key::PageDown, plain, Command::ScrollPage(1.0)),
        (Key::PageUp, plain, Command::ScrollPage(-1.0)),
        (Key::Escape, plain, Command::ClearSelection),
    ]
}

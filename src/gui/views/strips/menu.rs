//! What can be done with an article, as the menu of its head.

use eframe::egui::{Button, Ui};

use crate::gui::actions;
use crate::gui::command::Command;
use crate::gui::views::ViewContext;
use crate::model::ArticleIdx;

pub fn menu_ui(cx: &ViewContext<'_>, ui: &mut Ui, idx: ArticleIdx, commands: &mut Vec<Command>) {
    for (name, enabled, command) in actions::on_article(cx.position(idx)) {
        if ui.add_enabled(enabled, Button::new(name)).clicked() {
            commands.push(command);
        }
    }
}

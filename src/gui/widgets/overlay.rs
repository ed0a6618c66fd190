//! Something that floats over the window and keeps pointer and wheel from what lies below it.

use eframe::egui::{Area, Id, Order, Rect, Sense, Ui};

/// Draws `contents` over `rect` of the window. `name` tells one overlay from another.
pub fn overlay(ui: &Ui, name: &str, rect: Rect, contents: impl FnOnce(&mut Ui)) {
    Area::new(Id::unique(name))
        .order(Order::Foreground)
        .fixed_pos(rect.min)
        .constrain(false)
        .fade_in(false)
        .show(ui.ctx(), |ui| {
            ui.allocate_rect(rect, Sense::hover());
            contents(ui);
        });
}

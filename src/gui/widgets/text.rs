//! Text in a given width: cut with our own sign, never with an ellipsis.

use std::sync::Arc;

use eframe::egui::text::LayoutJob;
use eframe::egui::{Color32, Galley, Ui};

use crate::gui::theme::Face;

/// Wraps to `width` and at most `rows` rows, 0 for as many as it takes. What does not fit ends in
/// a `›`.
pub fn wrapped(
    ui: &Ui,
    text: &str,
    face: Face,
    color: Color32,
    width: f32,
    rows: usize,
) -> Arc<Galley> {
    let mut job = LayoutJob::default();
    // Our cut never stands alone on a line.
    job.append(&text.replace(" ›", "\u{a0}›"), 0.0, face.format(color));
    set(ui, job, width, rows)
}

/// The same for text of several formats.
pub fn set(ui: &Ui, mut job: LayoutJob, width: f32, rows: usize) -> Arc<Galley> {
    job.wrap.max_width = width.max(1.0);
    job.wrap.max_rows = if rows == 0 { usize::MAX } else { rows };
    job.wrap.break_anywhere = rows == 1;
    job.wrap.overflow_character = Some('›');
    ui.ctx().fonts_mut(|fonts| fonts.layout_job(job))
}

/// The first words of a text, for an accessible name.
pub fn first_words(text: &str) -> String {
    text.split_whitespace()
        .take(8)
        .collect::<Vec<_>>()
        .join(" ")
}

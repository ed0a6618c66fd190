//! Text in a given width: cut with our own sign, never with an ellipsis.

use std::sync::Arc;

use eframe::egui::text::LayoutJob;
use eframe::egui::{Color32, Galley, Ui};

use crate::gui::theme::Face;

/// Wraps to `width` and at most `rows` rows, 0 for as many as it takes. What does not fit ends in
/// a `›`, after a whole word where there is one.
pub fn wrapped(
    ui: &Ui,
    text: &str,
    face: Face,
    color: Color32,
    width: f32,
    rows: usize,
) -> Arc<Galley> {
    let job = |words: &str| {
        let mut job = LayoutJob::default();
        job.append(words, 0.0, face.format(color));
        job
    };
    // Our cut never stands alone on a line.
    let text = text.replace(" ›", "\u{a0}›");
    let galley = set(ui, job(&text), width, rows);
    if !galley.elided {
        return galley;
    }
    let n_shown: usize = galley.rows.iter().map(|it| it.glyphs.len()).sum();
    let shown: String = text.chars().take(n_shown.saturating_sub(1)).collect();
    match whole_words(&shown) {
        Some(words) => set(ui, job(&words), width, rows),
        None => galley,
    }
}

/// Without a last word that may be cut, and with our sign for what is left out.
fn whole_words(shown: &str) -> Option<String> {
    let (words, _) = shown.rsplit_once(char::is_whitespace)?;
    let words = words.trim_end_matches(|it: char| it.is_whitespace() || ",;:“‘(".contains(it));
    (!words.is_empty()).then(|| format!("{words}\u{a0}›"))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_cut_stands_after_a_whole_word() {
        let cut = |words: &str| whole_words(words);
        assert_eq!(
            cut("The lamps, “went ou"),
            Some("The lamps, “went\u{a0}›".to_owned())
        );
        assert_eq!(cut("The lamps, “we"), Some("The lamps\u{a0}›".to_owned()));
        assert_eq!(cut("harbor"), None);
    }
}

//! How each witness differs, named, and the fullest text that these articles have together.

use eframe::egui::text::LayoutJob;
use eframe::egui::{Align2, Sense, Ui, pos2, vec2};

use super::{CODE, WORDS};
use crate::gui::theme::Face;
use crate::gui::views::ViewContext;
use crate::gui::widgets::button::label_at;
use crate::gui::widgets::text;
use crate::model::{Edit, EditKind, Utterance};

/// One line for each witness that was edited: what kinds of edits, and whether they are marked.
pub fn edits_ui(cx: &ViewContext<'_>, ui: &mut Ui, utterance: &Utterance) {
    for (at, witness) in utterance.witnesses.iter().enumerate() {
        let mut told: Vec<String> = Vec::new();
        for edit in utterance.edits.iter().filter(|it| it.to == at) {
            let words = told_as(utterance, edit);
            if !told.contains(&words) {
                told.push(words);
            }
        }
        if !told.is_empty() {
            let color = cx.theme.ink2;
            let width = ui.available_width() - WORDS - 24.0;
            let galley = text::wrapped(ui, &told.join(" · "), Face::CAPTION, color, width, 0);
            let size = vec2(ui.available_width(), galley.size().y + 4.0);
            let (row, _) = ui.allocate_exact_size(size, Sense::hover());
            let at = pos2(row.left() + CODE, row.top() + 10.0);
            let code = cx.code(witness.place.article);
            label_at(ui, at, Align2::LEFT_CENTER, code, Face::CODE, cx.theme.edit);
            ui.painter()
                .galley(row.min + vec2(WORDS, 2.0), galley, color);
        }
    }
}

fn told_as(utterance: &Utterance, edit: &Edit) -> String {
    let base = utterance.witnesses[utterance.base].place.span;
    let at_start = edit
        .from_span
        .is_some_and(|it| it.start() <= base.start() + 1);
    let kind = match edit.kind {
        EditKind::Bracket => "words in brackets",
        EditKind::Ellipsis => "shorter, with an ellipsis",
        EditKind::Cut if at_start => "begins later",
        EditKind::Cut => "ends sooner",
        EditKind::Extension => "has more words",
        EditKind::Splice => "two sentences joined",
        EditKind::Split => "one sentence as two",
        EditKind::Moved => "words in another place",
        EditKind::Wording => "other words",
    };
    let mut res = kind.to_owned();
    let shortens = matches!(edit.kind, EditKind::Cut | EditKind::Splice);
    if shortens && !edit.marked {
        res.push_str(", no mark");
    }
    for (flag, words) in [
        (edit.flags.recapitalised, ", with a capital"),
        (edit.flags.hedge, ", a hedge"),
        (edit.flags.sentence_boundary, ", in another sentence"),
    ] {
        if flag {
            res.push_str(words);
        }
    }
    res
}

/// The fullest text in these articles, each stretch behind the code of the outlet that has it.
pub fn fullest_ui(cx: &ViewContext<'_>, ui: &mut Ui, utterance: &Utterance) {
    if utterance.fullest.len() < 2 {
        return;
    }
    let theme = cx.theme;
    let mut job = LayoutJob::default();
    let mut last = None;
    for place in &utterance.fullest {
        if last != Some(place.article) {
            let code = format!("{} ", cx.code(place.article));
            job.append(
                &code,
                if last.is_some() { 6.0 } else { 0.0 },
                Face::CODE.format(theme.ink3),
            );
            last = Some(place.article);
        }
        let words = cx.state.story.words(*place);
        let words: Vec<&str> = words.split_whitespace().collect();
        job.append(&words.join(" "), 0.0, Face::COLLATE.format(theme.ink));
        job.append(" ", 0.0, Face::COLLATE.format(theme.ink));
    }
    let galley = text::set(ui, job, ui.available_width() - WORDS - 24.0, 0);
    let size = vec2(ui.available_width(), galley.size().y + 12.0);
    let (row, response) = ui.allocate_exact_size(size, Sense::hover());
    let at = pos2(row.left() + CODE, row.top() + 15.0);
    label_at(
        ui,
        at,
        Align2::LEFT_CENTER,
        "fullest in these articles",
        Face::CAPTION,
        theme.ink2,
    );
    ui.painter()
        .galley(row.min + vec2(WORDS, 6.0), galley, theme.ink);
    response.on_hover_text("Put together from what the outlets print; not what was said");
}

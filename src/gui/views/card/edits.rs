//! How each witness differs, named, and the fullest text that these articles have together.

use eframe::egui::text::LayoutJob;
use eframe::egui::{Align2, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{CODE, WORDS, staves};
use crate::gui::theme::Face;
use crate::gui::views::ViewContext;
use crate::gui::widgets::button::label_at;
use crate::gui::widgets::text;
use crate::model::{Edit, EditKind, Span, Utterance};

/// Most words of one edit.
const MOST_WORDS: usize = 9;

/// One line for each witness that was edited: what it has where the fullest has other words.
pub fn edits_ui(cx: &ViewContext<'_>, ui: &mut Ui, idx: usize) {
    let utterance = &cx.state.comparison.utterances[idx];
    let mut is_first = true;
    for (at, witness) in utterance.witnesses.iter().enumerate() {
        let edits = utterance.edits.iter().filter(|it| it.to == at);
        let mut told: Vec<Vec<Part>> = Vec::new();
        for edit in edits {
            let parts = told_as(cx, idx, edit);
            if !told.contains(&parts) {
                told.push(parts);
            }
        }
        if told.is_empty() {
            continue;
        }
        if std::mem::take(&mut is_first) {
            let base = utterance.witnesses[utterance.base].place.article;
            let head = format!("Beside {}, which has most of it", cx.outlet(base));
            line_ui(cx, ui, "", &[vec![Part::Ours(head)]]);
        }
        line_ui(cx, ui, cx.code(witness.place.article), &told);
    }
}

fn line_ui(cx: &ViewContext<'_>, ui: &mut Ui, code: &str, told: &[Vec<Part>]) {
    let theme = cx.theme;
    let mut job = LayoutJob::default();
    for (nth, parts) in told.iter().enumerate() {
        if nth > 0 {
            job.append(" · ", 0.0, Face::CAPTION.format(theme.ink3));
        }
        for part in parts {
            match part {
                Part::Theirs(words) => job.append(words, 0.0, Face::EDITED.format(theme.ink)),
                Part::Ours(words) => job.append(words, 0.0, Face::CAPTION.format(theme.ink2)),
            }
        }
    }
    let galley = text::set(ui, job, ui.available_width() - WORDS - 24.0, 0);
    let size = vec2(ui.available_width(), galley.size().y + 4.0);
    let (row, response) = ui.allocate_exact_size(size, Sense::hover());
    let said = match code {
        "" => galley.text().to_owned(),
        _ => format!("Edits, {code}: {}", galley.text()),
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
    let at = pos2(row.left() + CODE, row.top() + 10.0);
    label_at(ui, at, Align2::LEFT_CENTER, code, Face::CODE, theme.edit);
    let at = row.min + vec2(WORDS, 2.0);
    ui.painter().galley(at, galley, theme.ink2);
}

/// A part of a statement, by whose words it is.
#[derive(PartialEq)]
enum Part {
    Theirs(String),
    Ours(String),
}

/// `begins after “In recent days” · no mark of the cut`
fn told_as(cx: &ViewContext<'_>, idx: usize, edit: &Edit) -> Vec<Part> {
    let utterance = &cx.state.comparison.utterances[idx];
    let base = utterance.witnesses[utterance.base].place.span;
    let side = |witness: usize, span: Option<Span>| {
        let words = staves::cell_words(cx, utterance, witness, span?);
        let words: Vec<&str> = words.split_whitespace().collect();
        let cut = if words.len() > MOST_WORDS { " ›" } else { "" };
        let words = words[..words.len().min(MOST_WORDS)].join(" ");
        let words = words.trim_end_matches([',', '.', ';', ':']);
        Some(Part::Theirs(format!("“{words}{cut}”")))
    };
    let from = side(edit.from, edit.from_span);
    let to = side(edit.to, edit.to_span);
    let at_start = edit
        .from_span
        .is_some_and(|it| it.start() <= base.start() + 1);
    let ours = |words: &str| Part::Ours(words.to_owned());
    let mut res = match (edit.kind, from, to) {
        (EditKind::Cut, Some(from), None) if at_start => vec![ours("begins after "), from],
        (EditKind::Cut, Some(from), None) => vec![ours("ends before "), from],
        (EditKind::Ellipsis, Some(from), None) => vec![ours("has an ellipsis for "), from],
        (EditKind::Splice, Some(from), None) => vec![ours("joins two places, without "), from],
        (EditKind::Splice, _, _) => vec![ours("has two sentences as one")],
        (EditKind::Split, _, _) => vec![ours("has one sentence as two")],
        (EditKind::Moved, _, Some(to)) => vec![ours("has "), to, ours(" in another place")],
        (_, Some(from), Some(to)) => vec![to, ours(" for "), from],
        (_, Some(from), None) => vec![ours("without "), from],
        (_, None, Some(to)) => vec![ours("also "), to],
        (_, None, None) => vec![ours("set otherwise")],
    };
    let shortens = matches!(edit.kind, EditKind::Cut | EditKind::Splice) && edit.to_span.is_none();
    for (is_so, words) in [
        (shortens && !edit.marked, ", no mark of the cut"),
        (edit.flags.recapitalised, ", with a capital letter"),
        (edit.flags.hedge, ", a hedge"),
    ] {
        if is_so {
            res.push(ours(words));
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

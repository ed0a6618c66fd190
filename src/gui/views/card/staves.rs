//! The quoted witnesses of an utterance under one another like staves, token under token.
//!
//! What most have turns gray, what differs stays black. Long ones break into systems by the width
//! of the card.

use eframe::egui::{Align2, CursorIcon, Rect, Role, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::{CODE, NAME, WORDS, cells};
use crate::gui::command::Command;
use crate::gui::layer::Layer;
use crate::gui::marked::first_words;
use crate::gui::theme::{Face, Theme};
use crate::gui::variants::Reading;
use crate::gui::views::ViewContext;
use crate::gui::widgets::button::label_at;
use crate::gui::widgets::{lines, text};
use crate::model::{Span, Utterance};

pub fn staves_ui(cx: &ViewContext<'_>, ui: &mut Ui, idx: usize, commands: &mut Vec<Command>) {
    let utterance = &cx.state.comparison.utterances[idx];
    let mut quoted: Vec<usize> = (0..utterance.witnesses.len())
        .filter(|it| !utterance.witnesses[*it].reported)
        .collect();
    quoted.sort_by_key(|it| cx.nth(utterance.witnesses[*it].place.article));
    let room = ui.available_width() - WORDS - 24.0;
    let widths: Vec<f32> = utterance
        .collation
        .iter()
        .map(|column| {
            let widest = quoted
                .iter()
                .filter_map(|it| Some(cell_words(cx, utterance, *it, column.cells[*it]?)))
                .map(|it| measure(ui, &it))
                .fold(0.0, f32::max);
            widest.min(room)
        })
        .collect();
    // Systems: as many columns as fit in a line.
    let mut start = 0;
    while start < widths.len() {
        let mut end = start;
        let mut used = 0.0;
        while end < widths.len() && (end == start || used + widths[end] + SPACE <= room) {
            used += widths[end] + SPACE;
            end += 1;
        }
        for witness in &quoted {
            let any = utterance.collation[start..end]
                .iter()
                .any(|it| it.cells[*witness].is_some());
            if any || start == 0 {
                let columns = (start..end).zip(widths[start..end].iter().copied());
                stave_ui(cx, ui, idx, *witness, columns, commands);
            }
        }
        ui.add_space(10.0);
        start = end;
    }
    let mut absent = Vec::new();
    for article in cx.order {
        let mut witnesses = utterance.witnesses.iter();
        match witnesses.find(|it| it.place.article == *article) {
            Some(witness) if witness.reported => {
                cells::cell_ui(cx, ui, witness.place, "reported", commands);
            }
            Some(_) => {}
            None => absent.push(*article),
        }
    }
    super::absent_ui(cx, ui, &absent, WORDS);
}

const SPACE: f32 = 5.0;

/// The words of a cell, with the marks of brackets that the span leaves out.
fn cell_words(cx: &ViewContext<'_>, utterance: &Utterance, witness: usize, span: Span) -> String {
    let text = cx.text(utterance.witnesses[witness].place.article);
    let before = text[..span.start()]
        .chars()
        .next_back()
        .filter(|it| matches!(it, '[' | '('));
    let after: String = text[span.end()..]
        .chars()
        .take_while(|it| matches!(it, ']' | ')' | ',' | '.' | ';' | ':' | '?' | '!' | '…'))
        .collect();
    let words = span
        .of(text)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    format!(
        "{}{words}{after}",
        before.map_or(String::new(), String::from)
    )
}

fn measure(ui: &Ui, words: &str) -> f32 {
    let galley =
        ui.painter()
            .layout_no_wrap(words.to_owned(), Face::COLLATE.font(), Theme::of(ui).ink);
    galley.size().x.ceil()
}

/// One line of a witness: these columns of the collation, each with its width.
fn stave_ui(
    cx: &ViewContext<'_>,
    ui: &mut Ui,
    idx: usize,
    witness: usize,
    columns: impl Iterator<Item = (usize, f32)>,
    commands: &mut Vec<Command>,
) {
    let theme = cx.theme;
    let utterance = &cx.state.comparison.utterances[idx];
    let it = &utterance.witnesses[witness];
    let (row, response) = ui.allocate_exact_size(
        vec2(ui.available_width(), Face::COLLATE.line),
        Sense::click(),
    );
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    response.widget_info(|| {
        WidgetInfo::labeled(
            Role::Link,
            true,
            format!(
                "Witness, {}: {}",
                cx.outlet(it.place.article),
                first_words(cx.state.story.words(it.place))
            ),
        )
    });
    if response.clicked() {
        commands.push(Command::ShowPlace(it.place));
    }
    if response.hovered() {
        ui.painter().rect_filled(row, 0.0, theme.hover);
    }
    let middle = row.center().y;
    label_at(
        ui,
        pos2(row.left() + CODE, middle),
        Align2::LEFT_CENTER,
        cx.code(it.place.article),
        Face::CODE,
        theme.ink,
    );
    let speaker = it.speaker.map_or("no speaker", |it| {
        cx.state.story.words(cx.state.comparison.speakers[it].name)
    });
    let minority = cx.state.minority_speakers(utterance);
    let lit = it.speaker.is_some_and(|it| minority.contains(&it));
    let color = if lit { theme.attribution } else { theme.ink2 };
    let name = text::wrapped(ui, speaker, Face::CAPTION, color, WORDS - NAME - 10.0, 1);
    let name_rect = Rect::from_min_size(
        pos2(row.left() + NAME, middle - name.size().y / 2.0),
        name.size(),
    );
    ui.painter().galley(name_rect.min, name, color);
    if lit {
        lines::under(
            ui.painter(),
            &[name_rect.translate(vec2(0.0, 2.0))],
            Layer::Attribution,
            theme.attribution,
        );
    }
    let mut x = row.left() + WORDS;
    for (at, width) in columns {
        let reading = cx.state.derived.readings[idx][at][witness];
        match reading {
            Reading::Common(span) | Reading::Variant(span) => {
                let lit = matches!(reading, Reading::Variant(_));
                let color = if lit { theme.ink } else { theme.ink3 };
                let words = cell_words(cx, utterance, witness, span);
                let galley = text::wrapped(ui, &words, Face::COLLATE, color, width + 2.0, 1);
                let area = Rect::from_min_size(
                    pos2(x, row.top()),
                    Vec2::new(galley.size().x, row.height()),
                );
                if lit {
                    let ground = area.expand2(vec2(1.0, -1.0));
                    ui.painter().rect_filled(ground, 0.0, theme.edit_tint);
                }
                ui.painter()
                    .galley(pos2(x, middle - galley.size().y / 2.0), galley, color);
                if lit {
                    lines::under(ui.painter(), &[area], Layer::Edits, theme.edit);
                }
            }
            Reading::Lacking => {
                lines::caret(ui.painter(), pos2(x + 4.0, row.bottom() - 7.0), theme.edit);
            }
            Reading::Nothing => {}
        }
        x += width + SPACE;
    }
}

//! The quoted witnesses of an utterance under one another like staves, token under token.
//!
//! What most have turns gray, what differs stays black. Long ones break into systems by the width
//! of the card.

use eframe::egui::{Align2, CursorIcon, Rect, Role, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::{CODE, NAME, WORDS, cells, edits};
use crate::gui::command::Command;
use crate::gui::layer::Layer;
use crate::gui::theme::{Face, Theme};
use crate::gui::variants::Reading;
use crate::gui::views::ViewContext;
use crate::gui::widgets::button::label_at;
use crate::gui::widgets::text::first_words;
use crate::gui::widgets::{lines, text};
use crate::model::{ArticleIdx, Span, Utterance};

pub fn staves_ui(cx: &ViewContext<'_>, ui: &mut Ui, idx: usize, commands: &mut Vec<Command>) {
    let utterance = &cx.state.comparison.utterances[idx];
    let quoted = quoted(cx, utterance);
    let room = ui.available_width() - WORDS - 24.0;
    let pieces = pieces(cx, ui, utterance, &quoted, room, Face::COLLATE);
    for (nth, system) in systems(&pieces, room).into_iter().enumerate() {
        for witness in &quoted {
            let has_words = |it: &Piece| utterance.collation[it.column].cells[*witness].is_some();
            if nth == 0 || system.iter().any(has_words) {
                stave_ui(cx, ui, idx, *witness, system, commands);
            }
        }
        ui.add_space(10.0);
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
    edits::edits_ui(cx, ui, idx);
    edits::fullest_ui(cx, ui, utterance);
    super::absent_ui(cx, ui, &absent, WORDS);
}

/// Between two pieces.
pub const SPACE: f32 = 5.0;

/// A few words of a collation column: long columns break between them.
pub struct Piece {
    pub column: usize,
    /// Number of its first word in the cells of the column.
    first_word: usize,
    pub width: f32,
}

/// The quoted witnesses, in the order of the columns.
pub fn quoted(cx: &ViewContext<'_>, utterance: &Utterance) -> Vec<usize> {
    let mut res: Vec<usize> = (0..utterance.witnesses.len())
        .filter(|it| !utterance.witnesses[*it].reported)
        .collect();
    let place = |it: ArticleIdx| cx.all.iter().position(|other| *other == it);
    res.sort_by_key(|it| place(utterance.witnesses[*it].place.article));
    res
}

/// As many pieces as fit in a line, line by line.
pub fn systems(pieces: &[Piece], room: f32) -> Vec<&[Piece]> {
    let mut res = Vec::new();
    let mut start = 0;
    while start < pieces.len() {
        let mut end = start;
        let mut used = 0.0;
        while end < pieces.len() && (end == start || used + pieces[end].width + SPACE <= room) {
            used += pieces[end].width + SPACE;
            end += 1;
        }
        res.push(&pieces[start..end]);
        start = end;
    }
    res
}

/// What a witness has of a piece, where it has words.
pub fn piece_text(
    cx: &ViewContext<'_>,
    utterance: usize,
    witness: usize,
    span: Span,
    piece: &Piece,
) -> String {
    let utterance = &cx.state.comparison.utterances[utterance];
    let words = cell_words(cx, utterance, witness, span);
    piece_words(&words, piece.first_word)
}

/// Most words of a piece.
const PIECE: usize = 5;

/// The collation in pieces, each as wide as its widest witness.
pub fn pieces(
    cx: &ViewContext<'_>,
    ui: &Ui,
    utterance: &Utterance,
    quoted: &[usize],
    room: f32,
    face: Face,
) -> Vec<Piece> {
    let mut res = Vec::new();
    for (column, collated) in utterance.collation.iter().enumerate() {
        let cells = quoted
            .iter()
            .filter_map(|it| Some((*it, collated.cells[*it]?)));
        let words: Vec<String> = cells
            .map(|(it, span)| cell_words(cx, utterance, it, span))
            .collect();
        let count = |it: &String| it.split_whitespace().count();
        let most = words.iter().map(count).max().unwrap_or(0);
        for first_word in (0..most.max(1)).step_by(PIECE) {
            let widths = words
                .iter()
                .map(|it| measure(ui, &piece_words(it, first_word), face));
            let width = widths.fold(0.0, f32::max).min(room);
            res.push(Piece {
                column,
                first_word,
                width,
            });
        }
    }
    res
}

fn piece_words(words: &str, first: usize) -> String {
    let words = words.split_whitespace().skip(first).take(PIECE);
    words.collect::<Vec<_>>().join(" ")
}

/// The words of a cell, with the marks of brackets that the span leaves out.
pub fn cell_words(
    cx: &ViewContext<'_>,
    utterance: &Utterance,
    witness: usize,
    span: Span,
) -> String {
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

fn measure(ui: &Ui, words: &str, face: Face) -> f32 {
    let galley = ui
        .painter()
        .layout_no_wrap(words.to_owned(), face.font(), Theme::of(ui).ink);
    galley.size().x.ceil()
}

/// One line of a witness: these pieces of the collation.
fn stave_ui(
    cx: &ViewContext<'_>,
    ui: &mut Ui,
    idx: usize,
    witness: usize,
    system: &[Piece],
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
    let speaker = &cx.state.credited(idx, witness);
    let lit = cx.state.derived.credits[idx][witness].is_lit;
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
    for piece in system {
        let width = piece.width;
        let reading = cx.state.derived.readings[idx][piece.column][witness];
        match reading {
            Reading::Common(span) | Reading::Variant(span) => {
                let lit = matches!(reading, Reading::Variant(_));
                let color = if lit { theme.ink } else { theme.ink3 };
                let words = piece_text(cx, idx, witness, span, piece);
                let galley = text::wrapped(ui, &words, Face::COLLATE, color, width + 2.0, 1);
                let area = Rect::from_min_size(
                    pos2(x, row.top()),
                    Vec2::new(galley.size().x, row.height()),
                );
                if lit && !words.is_empty() {
                    let ground = area.expand2(vec2(1.0, -1.0));
                    ui.painter().rect_filled(ground, 0.0, theme.edit_tint);
                }
                ui.painter()
                    .galley(pos2(x, middle - galley.size().y / 2.0), galley, color);
                if lit && !words.is_empty() {
                    lines::under(ui.painter(), &[area], Layer::Edits, theme.edit);
                }
            }
            Reading::Lacking if piece.first_word == 0 => {
                lines::caret(ui.painter(), pos2(x + 4.0, row.bottom() - 7.0), theme.edit);
            }
            Reading::Lacking | Reading::Nothing => {}
        }
        x += width + SPACE;
    }
}

//! One outlet's cell of a row: its sign, its words from where they differ, who says them.

use eframe::egui::{CursorIcon, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::presence;
use crate::gui::citation;
use crate::gui::command::Command;
use crate::gui::layer::Layer;
use crate::gui::state::Selection;
use crate::gui::theme::{Face, size};
use crate::gui::variants::Reading;
use crate::gui::views::ViewContext;
use crate::gui::widgets::button::focus_ring;
use crate::gui::widgets::text::first_words;
use crate::gui::widgets::{sign, text};
use crate::model::{ArticleIdx, EditKind, FindingKind, Place, Presence, Span, Subject};

/// What an outlet has of a row.
struct Cell {
    place: Place,
    presence: Presence,
    /// What is shown of it: from where it differs.
    words: Span,
    note: String,
    /// What is left of the note where it has no room: the sign tells the rest.
    short_note: String,
}

fn cell(cx: &ViewContext<'_>, row: Selection, article: ArticleIdx) -> Option<Cell> {
    let comparison = &cx.state.comparison;
    let presence = presence(cx, row, article);
    let utterance = match row {
        Selection::Utterance(idx) => Some(idx),
        Selection::Fact(_) => None,
        Selection::Finding(idx) => match comparison.findings[idx].subject {
            Subject::Utterance(utterance) => Some(utterance),
            Subject::Fact(_) | Subject::Places => None,
        },
    };
    let plain = sign::name(presence).to_owned();
    if let Some(idx) = utterance {
        let utterance = &comparison.utterances[idx];
        let at = utterance
            .witnesses
            .iter()
            .position(|it| it.place.article == article)?;
        let witness = &utterance.witnesses[at];
        let mut edits = utterance.edits.iter();
        let is_cut = edits.any(|it| it.to == at && it.kind == EditKind::Cut);
        let readings = cx.state.derived.readings[idx].iter();
        let variant = readings.into_iter().find_map(|it| match it[at] {
            Reading::Variant(span) => Some(span.start()),
            Reading::Common(_) | Reading::Lacking | Reading::Nothing => None,
        });
        let variant = variant.filter(|_| presence != Presence::Same && !is_cut);
        // Who said it is the question of this row: its cells begin with the speaker.
        let mention = match row {
            Selection::Finding(nth) => {
                let asked = comparison.findings[nth].kind == FindingKind::Attribution;
                let quotations = &cx.state.story.annotations(article).quotations;
                let sources = &quotations[witness.quotation].sources;
                let mention = sources.iter().find_map(|it| it.mention);
                mention.filter(|_| asked)
            }
            Selection::Utterance(_) | Selection::Fact(_) => None,
        };
        let speaker = cx.state.credited(idx, at);
        let note = match presence {
            Presence::Same => speaker.clone(),
            _ => format!("{plain} · {speaker}"),
        };
        return Some(Cell {
            place: witness.place,
            presence,
            words: match (mention, variant) {
                (Some(mention), _) => to_stop(cx.text(article), mention),
                (None, Some(start)) => from_word(cx.text(article), start, witness.place.span),
                (None, None) => witness.place.span,
            },
            note,
            short_note: speaker,
        });
    }
    let place = match row {
        Selection::Finding(idx) => {
            let mut places = comparison.findings[idx].places.iter().copied();
            places.find(|it| it.article == article)?
        }
        Selection::Fact(idx) => {
            let mut places = comparison.facts[idx].places();
            places.find(|it| it.article == article)?
        }
        Selection::Utterance(_) => return None,
    };
    Some(Cell {
        place,
        presence,
        words: place.span,
        short_note: plain.clone(),
        note: plain,
    })
}

/// Draws a cell; a click selects its row and goes to its place.
pub fn cell_ui(
    cx: &ViewContext<'_>,
    ui: &mut Ui,
    area: Rect,
    row: Selection,
    layer: Layer,
    article: ArticleIdx,
    commands: &mut Vec<Command>,
) {
    let theme = cx.theme;
    let inner = area.shrink2(vec2(size::COLUMN_INSET, 9.0));
    let first_line = inner.left_top() + vec2(sign::SIDE / 2.0, 10.0);
    let is_hidden = match row {
        Selection::Finding(idx) => {
            cx.state.choices.teaching && !cx.state.choices.revealed.contains(&idx)
        }
        Selection::Utterance(_) | Selection::Fact(_) => false,
    };
    if is_hidden {
        return;
    }
    let Some(cell) = cell(cx, row, article) else {
        let presence = presence(cx, row, article);
        sign::paint(ui.painter(), theme, first_line, presence, theme.ink3);
        return;
    };
    let hue = theme.hue(layer);
    sign::paint(ui.painter(), theme, first_line, cell.presence, hue);
    let source = cx.text(article);
    let words = cell.words.of(source).replace(['\n', '\r'], " ");
    let words = words.as_str();
    let same = cell.presence == Presence::Same;
    let color = if same { theme.ink2 } else { theme.ink };
    let width = inner.width() - 18.0;
    let galley = text::wrapped(ui, words, Face::CELL, color, width, 2);
    let at = inner.left_top() + vec2(18.0, 0.0);
    let below = at + vec2(0.0, galley.size().y + 9.0);
    let id = ui.scope_id().with(("cell", article.0));
    let response = ui.interact(area.shrink(2.0), id, Sense::click());
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    response.widget_info(|| {
        let name = format!("Cell, {}: {}", cx.outlet(article), first_words(words));
        WidgetInfo::labeled(Role::Link, true, name)
    });
    if response.hovered() {
        let edge = Stroke::new(1.0, theme.line2);
        let inside = StrokeKind::Inside;
        ui.painter()
            .rect_stroke(area.shrink(2.0), 0.0, edge, inside);
    }
    if response.has_focus() {
        focus_ring(ui, area.shrink(2.0));
    }
    ui.painter().galley(at, galley, color);
    let note_hue = if same { theme.ink3 } else { hue };
    let set = |note: &str| text::wrapped(ui, note, Face::CAPTION, note_hue, width, 1);
    let note = Some(set(&cell.note)).filter(|it| !it.text().ends_with('›'));
    let note = note.unwrap_or_else(|| set(&cell.short_note));
    let note_at = below - vec2(0.0, note.size().y / 2.0);
    ui.painter().galley(note_at, note, note_hue);
    if response.clicked() {
        match row {
            Selection::Finding(idx) => commands.push(Command::SelectFinding(idx)),
            Selection::Utterance(idx) => commands.push(Command::SelectUtterance(idx)),
            Selection::Fact(idx) => commands.push(Command::SelectFact(idx)),
        }
        commands.push(Command::ShowPlace(cell.place));
    }
    response.on_hover_ui(|ui| {
        ui.set_max_width(360.0);
        let sentence = sentence(cx, cell.place)
            .of(source)
            .replace(['\n', '\r'], " ");
        let words = text::wrapped(ui, &sentence, Face::CELL, theme.ink, 350.0, 0);
        ui.label(words);
        ui.label(citation::locus(cx.state, cell.place));
    });
}

/// The sentence around a place, or the place where there is none.
fn sentence(cx: &ViewContext<'_>, place: Place) -> Span {
    let sentences = &cx.state.story.annotations(place.article).sentences;
    let around = sentences.iter().find(|it| it.overlaps(place.span));
    around.map_or(place.span, |it| it.to(place.span))
}

/// From a name to the end of its sentence or the next quotation mark.
fn to_stop(text: &str, name: Span) -> Span {
    let rest = text.get(name.end()..).unwrap_or_default();
    let end = rest.find(['.', '\n', '“', '"', '”']).unwrap_or(rest.len());
    Span::new(text, name.start()..name.end() + end).unwrap_or(name)
}

/// From a word of a span on, with the mark that opens before it.
fn from_word(text: &str, start: usize, span: Span) -> Span {
    let before = text.get(..start).unwrap_or_default();
    let open = before
        .chars()
        .next_back()
        .filter(|it| matches!(it, '[' | '('));
    let start = start - open.map_or(0, char::len_utf8);
    Span::new(text, start..span.end().max(start)).unwrap_or(span)
}

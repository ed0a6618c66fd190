//! The places of a finding, outlet by outlet, each with its sentence around it.

use eframe::egui::text::LayoutJob;
use eframe::egui::{Align2, CursorIcon, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{CODE, NAME, WORDS};
use crate::gui::command::Command;
use crate::gui::theme::Face;
use crate::gui::views::ViewContext;
use crate::gui::widgets::button::label_at;
use crate::gui::widgets::text;
use crate::gui::widgets::text::first_words;
use crate::model::{Place, Span};

/// Verbatim words of a finding, outlet by outlet.
pub fn cells_ui(cx: &ViewContext<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    let places = cx.state.selected_words();
    for article in cx.order {
        for place in places.iter().filter(|it| it.article == *article) {
            cell_ui(cx, ui, *place, "", commands);
        }
    }
    let has_place = |article| places.iter().any(|it| it.article == article);
    let absent: Vec<_> = cx
        .order
        .iter()
        .copied()
        .filter(|it| !has_place(*it))
        .collect();
    super::absent_ui(cx, ui, &absent, NAME);
}

/// The sentence that holds a place.
pub fn sentence(cx: &ViewContext<'_>, place: Place) -> Span {
    let sentences = &cx.state.story.annotations(place.article).sentences;
    let found = sentences.iter().find(|it| it.overlaps(place.span));
    found.map_or(place.span, |it| it.to(place.span))
}

/// One place with its sentence around it, the words themselves dark.
pub fn cell_ui(
    cx: &ViewContext<'_>,
    ui: &mut Ui,
    place: Place,
    note: &str,
    commands: &mut Vec<Command>,
) {
    let theme = cx.theme;
    let left = if note.is_empty() { NAME } else { WORDS };
    let sentence = sentence(cx, place);
    let source = cx.text(place.article);
    let mut job = LayoutJob::default();
    let part = |from: usize, to: usize| {
        source
            .get(from..to)
            .unwrap_or_default()
            .replace(['\n', '\r'], " ")
    };
    job.append(
        &part(sentence.start(), place.span.start()),
        0.0,
        Face::COLLATE.format(theme.ink3),
    );
    job.append(
        &part(place.span.start(), place.span.end()),
        0.0,
        Face::COLLATE.format(theme.ink),
    );
    job.append(
        &part(place.span.end(), sentence.end()),
        0.0,
        Face::COLLATE.format(theme.ink3),
    );
    let galley = text::set(ui, job, ui.available_width() - left - 24.0, 3);
    let (row, response) = ui.allocate_exact_size(
        vec2(ui.available_width(), galley.size().y + 8.0),
        Sense::click(),
    );
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    response.widget_info(|| {
        WidgetInfo::labeled(
            Role::Link,
            true,
            format!(
                "Place, {}: {}",
                cx.outlet(place.article),
                first_words(cx.state.story.words(place))
            ),
        )
    });
    if response.hovered() {
        ui.painter().rect_filled(row, 0.0, theme.hover);
    }
    let top = row.top() + 4.0 + Face::COLLATE.line / 2.0;
    label_at(
        ui,
        pos2(row.left() + CODE, top),
        Align2::LEFT_CENTER,
        cx.code(place.article),
        Face::CODE,
        theme.ink,
    );
    if !note.is_empty() {
        label_at(
            ui,
            pos2(row.left() + NAME, top),
            Align2::LEFT_CENTER,
            note,
            Face::CAPTION,
            theme.ink2,
        );
    }
    ui.painter()
        .galley(pos2(row.left() + left, row.top() + 4.0), galley, theme.ink);
    if response.clicked() {
        commands.push(Command::ShowPlace(place));
    }
}

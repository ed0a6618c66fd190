//! Where it comes from: one line for each source behind two outlets or more, with the words of
//! each outlet that show it.

use eframe::egui::{Align2, CursorIcon, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::title;
use crate::gui::command::Command;
use crate::gui::theme::Face;
use crate::gui::views::ViewContext;
use crate::gui::widgets::button::{focus_ring, label_at};
use crate::gui::widgets::text::first_words;
use crate::gui::widgets::{sign, text};
use crate::model::{ArticleIdx, Origin, OriginKind, Place, Presence};

const ROW: f32 = 34.0;
const MOST: usize = 12;
/// From outlet to outlet.
const STEP: f32 = 64.0;
/// Left edges of occasion and outlets.
const OCCASION: f32 = 220.0;
const OUTLETS: f32 = 430.0;

/// Draws the table. Returns its height.
pub fn origins_ui(
    cx: &ViewContext<'_>,
    ui: &mut Ui,
    area: Rect,
    commands: &mut Vec<Command>,
) -> f32 {
    let origins = &cx.state.comparison.origins;
    if origins.is_empty() {
        return 0.0;
    }
    let theme = cx.theme;
    let note = "sources behind two outlets or more; nothing tells who copied whom";
    let mut y = title(cx, ui, area, "Where it comes from", note) - 8.0;
    let line = Stroke::new(1.0, theme.line);
    ui.painter()
        .hline(area.x_range(), y, Stroke::new(1.0, theme.line2));
    for (nth, origin) in origins.iter().take(MOST).enumerate() {
        let row = Rect::from_min_size(pos2(area.left(), y), vec2(area.width(), ROW));
        y += ROW;
        row_ui(cx, ui, row, nth, origin, commands);
        ui.painter().hline(row.x_range(), row.bottom(), line);
    }
    y - area.top()
}

fn row_ui(
    cx: &ViewContext<'_>,
    ui: &mut Ui,
    row: Rect,
    nth: usize,
    origin: &Origin,
    commands: &mut Vec<Command>,
) {
    let theme = cx.theme;
    let middle = row.center().y;
    let name = cx.state.story.words(origin.name);
    let galley = text::wrapped(ui, name, Face::UI_STRONG, theme.ink, OCCASION - 16.0, 1);
    let at = pos2(row.left(), middle - galley.size().y / 2.0);
    ui.painter().galley(at, galley, theme.ink);
    let kind = match origin.kind {
        OriginKind::Speaker => "",
        OriginKind::Agency => "credited agency",
        OriginKind::Report => "another outlet’s report",
    };
    let (words, face) = match origin.occasion {
        Some(place) => (cx.state.story.words(place), Face::CELL),
        None => (kind, Face::UI),
    };
    let room = OUTLETS - OCCASION - 16.0;
    let galley = text::wrapped(ui, words, face, theme.ink2, room, 1);
    let at = pos2(row.left() + OCCASION, middle - galley.size().y / 2.0);
    ui.painter().galley(at, galley, theme.ink2);
    let mut x = row.left() + OUTLETS;
    // Where there is no room for all, only those that have it.
    let is_dense = OUTLETS + STEP * cx.order.len() as f32 > row.width();
    let has = |article: ArticleIdx| origin.outlets.iter().any(|it| it.0 == article);
    let shown = cx.order.iter().filter(|it| !is_dense || has(**it));
    for article in shown {
        let found = origin.outlets.iter().find(|it| it.0 == *article);
        let presence = if found.is_some() {
            Presence::Same
        } else {
            Presence::NoMatch
        };
        sign::paint(ui.painter(), theme, pos2(x, middle), presence, theme.ink2);
        let ink = if found.is_some() {
            theme.ink
        } else {
            theme.ink3
        };
        let code = pos2(x + 11.0, middle);
        label_at(
            ui,
            code,
            Align2::LEFT_CENTER,
            cx.code(*article),
            Face::CODE,
            ink,
        );
        if let Some((article, span)) = found {
            let place = Place {
                article: *article,
                span: *span,
            };
            let words = cx.state.story.words(place);
            let touch = Rect::from_min_size(pos2(x - 8.0, row.top()), vec2(56.0, ROW));
            let id = ui.scope_id().with(("origin", nth, article.0));
            let response = ui.interact(touch, id, Sense::click());
            let name = format!(
                "Origin {name}, {}: {}",
                cx.outlet(*article),
                first_words(words)
            );
            response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &name));
            if response.has_focus() {
                focus_ring(ui, touch);
            }
            let response = response.on_hover_cursor(CursorIcon::PointingHand);
            if response.on_hover_text(words).clicked() {
                commands.push(Command::ShowPlace(place));
            }
        }
        x += STEP;
    }
}

//! One article as a line: shared quotations pale, the selected one dark, first-rank findings as
//! ticks above, the visible part framed.

use eframe::egui::{Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2};

use crate::gui::command::{Command, View};
use crate::gui::theme::Theme;
use crate::gui::views::ViewContext;
use crate::model::{ArticleIdx, Span};

/// Points that a selected or reported part is taller than the track, each way.
const GROW: f32 = 3.0;

pub fn strip_ui(
    cx: &ViewContext<'_>,
    ui: &mut Ui,
    rect: Rect,
    idx: ArticleIdx,
    commands: &mut Vec<Command>,
) {
    let theme: &Theme = cx.theme;
    let article = cx.state.story.article(idx);
    let len = article.text.len().max(1) as f32;
    let track = rect
        .with_min_y(rect.top() + 6.0)
        .with_max_y(rect.top() + 11.0);
    let painter = ui.painter();
    painter.rect_filled(track, 0.0, theme.sunken);
    let x_of = |byte: usize| rect.left() + rect.width() * byte as f32 / len;
    let area = |span: Span, grow: f32| {
        let left = x_of(span.start());
        let right = x_of(span.end()).max(left + 2.0);
        track
            .with_min_x(left)
            .with_max_x(right)
            .expand2([0.0, grow].into())
    };
    for utterance in &cx.state.comparison.utterances {
        let witnesses = utterance.witnesses.iter();
        for witness in witnesses.filter(|it| it.place.article == idx && !it.reported) {
            painter.rect_filled(area(witness.place.span, 0.0), 0.0, theme.quote_faint);
        }
    }
    if !cx.state.choices.teaching {
        for finding in cx.state.comparison.findings.iter().filter(|it| it.alert) {
            for place in finding.places.iter().filter(|it| it.article == idx) {
                let x = x_of(place.span.start()).round() + 0.5;
                let tick = track.top() - 5.0..=track.top() - 1.0;
                painter.vline(x, tick, Stroke::new(1.0, theme.ink2));
            }
        }
    }
    if let Some(find) = &cx.state.find {
        for hit in find.hits.iter().filter(|it| it.article == idx) {
            painter.rect_filled(area(hit.span, 1.0), 0.0, theme.focus);
        }
    }
    match cx.state.selected_utterance() {
        Some(selected) => {
            let witnesses = cx.state.comparison.utterances[selected].witnesses.iter();
            for witness in witnesses.filter(|it| it.place.article == idx) {
                let area = area(witness.place.span, GROW);
                if witness.reported {
                    let stroke = Stroke::new(1.0, theme.quote);
                    painter.rect_stroke(area, 0.0, stroke, StrokeKind::Inside);
                } else {
                    painter.rect_filled(area, 0.0, theme.quote);
                }
            }
        }
        None => {
            let places = cx.state.selected_words();
            let places = places.iter();
            for place in places.filter(|it| it.article == idx) {
                painter.rect_filled(area(place.span, GROW), 0.0, theme.accent);
            }
        }
    }
    if let Some((key, span)) = cx.state.choices.brush
        && key == article.key
    {
        let band = area(span, 0.0)
            .with_min_y(rect.top())
            .with_max_y(rect.bottom());
        painter.rect_filled(band, 0.0, theme.accent.gamma_multiply(0.14));
        let stroke = Stroke::new(1.0, theme.accent);
        painter.vline(band.left() + 0.5, band.y_range(), stroke);
        painter.vline(band.right() - 0.5, band.y_range(), stroke);
    }
    if let Some(frame) = frame(cx, rect, idx) {
        let stroke = Stroke::new(1.0, theme.ink2);
        painter.rect_stroke(frame, 0.0, stroke, StrokeKind::Inside);
    }
    let id = ui.scope_id().with(("strip", article.key.0));
    let response = ui.interact(rect, id, Sense::click_and_drag());
    let name = format!("Place in {}", cx.outlet(idx));
    response.widget_info(|| WidgetInfo::labeled(Role::Slider, true, &name));
    let response = response.on_hover_text("Click to jump, drag to filter the findings");
    let Some(at) = response.interact_pointer_pos() else {
        return;
    };
    let share = |x: f32| ((x - rect.left()) / rect.width()).clamp(0.0, 1.0);
    if response.clicked() {
        if cx.state.choices.brush.is_some() {
            commands.push(Command::Brush(None));
        }
        let layout = cx.layouts.borrow().last(article.key);
        if cx.state.choices.view == View::Columns && !cx.is_open(idx) {
            commands.push(Command::OpenColumn(article.key));
        } else if let Some(layout) = layout {
            commands.push(Command::ScrollTo {
                article: idx,
                to: share(at.x) * layout.height() - 120.0,
            });
        }
    }
    let from = ui.input(|it| it.pointer.press_origin());
    if response.dragged()
        && let Some(from) = from
    {
        let byte = |x: f32| article.text.floor_char_boundary((share(x) * len) as usize);
        let (start, end) = (byte(from.x.min(at.x)), byte(from.x.max(at.x)));
        let brush = Span::new(&article.text, start..end).map(|it| (article.key, it));
        if brush != cx.state.choices.brush {
            commands.push(Command::Brush(brush));
        }
    }
}

/// The part of the article that is seen.
fn frame(cx: &ViewContext<'_>, rect: Rect, idx: ArticleIdx) -> Option<Rect> {
    let framed = match cx.state.choices.view {
        View::Columns => cx.is_open(idx),
        View::Annotated => cx.state.reference() == Some(idx),
        View::Grid | View::Outlets | View::Sources => false,
    };
    if !framed {
        return None;
    }
    let article = cx.state.story.article(idx);
    let total = cx.layouts.borrow().last(article.key)?.height().max(1.0);
    let top = cx.state.scroll.get(&article.key).copied().unwrap_or(0.0) / total;
    let left = rect.left() + rect.width() * top.clamp(0.0, 1.0);
    let share = (cx.height / total).min(1.0);
    let right = (left + rect.width() * share).min(rect.right());
    Some(Rect::from_min_max(
        pos2(left, rect.top() + 1.0),
        pos2(right, rect.bottom()),
    ))
}

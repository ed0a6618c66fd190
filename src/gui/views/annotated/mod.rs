//! One article as a critical edition: its text, and in the margin what the others have.

mod changes;
mod margin;
mod notes;

use eframe::egui::{Rect, Stroke, StrokeKind, Ui, UiBuilder, pos2, vec2};

use super::ViewContext;
use crate::gui::command::Command;
use crate::gui::derived::Shared;
use crate::gui::layout::{Layout, Setting, Style};
use crate::gui::marked::Marked;
use crate::gui::scroll::TOP;
use crate::model::ArticleIdx;

/// Widths from left to right: signs, text, gap, notes.
const SIGNS: f32 = 92.0;
const TEXT: f32 = 600.0;
/// 75 characters.
const TEXT_MAX: f32 = 680.0;
const GAP: f32 = 48.0;
const NOTES_MIN: f32 = 320.0;
const NOTES_MAX: f32 = 640.0;
pub fn annotated_ui(cx: &ViewContext<'_>, ui: &mut Ui, rect: Rect, commands: &mut Vec<Command>) {
    let theme = cx.theme;
    ui.painter().rect_filled(rect, 0.0, theme.paper);
    let Some(idx) = cx.state.reference() else {
        return;
    };
    let article = cx.state.story.article(idx);
    let zoom = cx.state.choices.reading_zoom();
    let room = rect.width() - SIGNS - GAP - 24.0;
    let text = (room - NOTES_MAX).clamp(TEXT, TEXT_MAX) * zoom.max(1.0);
    let width = text.min(room - NOTES_MIN).max(280.0);
    // What is left over stands at both sides.
    let spare = (room - width - NOTES_MAX).max(0.0) / 2.0;
    let left = rect.left() + SIGNS + spare.floor();
    let setting = Setting {
        style: Style::Reference,
        width,
        zoom,
        furniture_open: cx.state.choices.open_furniture.contains(&article.key),
        folded: cx.state.folded(idx),
    };
    let mut layouts = cx.layouts.borrow_mut();
    let layout = layouts.get(ui.ctx(), theme, article, setting);
    drop(layouts);
    let scroll = cx.state.scroll.get(&article.key).copied().unwrap_or(0.0);
    let origin = pos2(left, rect.top() + TOP + 16.0 - scroll);
    if ui.rect_contains_pointer(rect) {
        let by = ui.input(|it| it.smooth_scroll_delta().y);
        if by != 0.0 {
            commands.push(Command::Scroll {
                article: idx,
                by: -by,
                alone: true,
            });
        }
    }
    let mut child = ui.new_child(UiBuilder::new().max_rect(rect));
    child.set_clip_rect(rect.intersect(ui.clip_rect()));
    let marked = Marked {
        state: cx.state,
        theme,
        idx,
        layout: &layout,
        origin,
        all_layers: !cx.state.choices.teaching,
    };
    marked.paint_grounds(&child);
    let area = Rect::from_min_size(origin, vec2(width, layout.height()));
    let builder = UiBuilder::new()
        .id_salt(("reference", article.key.0))
        .max_rect(area);
    let mut text_ui = child.new_child(builder);
    marked.text_ui(&mut text_ui, commands);
    marked.paint_lines(child.painter());
    marked.sense(&mut child, commands);
    signs_ui(cx, &child, &layout, idx, origin);
    if cx.state.choices.teaching {
        return;
    }
    let margin = rect.with_min_x(origin.x + width + GAP);
    let right = (margin.left() + NOTES_MAX).min(rect.right() - 24.0);
    let margin = margin.with_max_x(right);
    margin::margin_ui(cx, &mut child, &marked, margin, commands);
}

/// Left of each paragraph, one cell for each other outlet: filled for the same words, hollow for
/// the same matter, a dash where no match was found.
fn signs_ui(
    cx: &ViewContext<'_>,
    ui: &Ui,
    layout: &Layout,
    idx: ArticleIdx,
    origin: eframe::egui::Pos2,
) {
    const STEP: f32 = 9.0;
    const MOST: usize = 7;
    let others: Vec<ArticleIdx> = cx.order.iter().copied().filter(|it| *it != idx).collect();
    if others.is_empty() || others.len() > MOST {
        return;
    }
    let clip = ui.clip_rect();
    let shared = cx.state.derived.paragraphs(idx);
    for (paragraph, top) in layout.paragraphs() {
        let y = origin.y + top + 13.0;
        if y < clip.top() - 20.0 || y > clip.bottom() {
            continue;
        }
        let Some(shared) = shared.iter().find(|it| it.span == paragraph) else {
            continue;
        };
        for (nth, other) in others.iter().enumerate() {
            let x = origin.x - 58.0 + STEP * nth as f32;
            let cell = Rect::from_center_size(pos2(x, y), vec2(5.5, 9.0));
            match shared.shared[other.0] {
                Shared::Words => {
                    ui.painter().rect_filled(cell, 0.0, cx.theme.ink2);
                }
                Shared::Matter => {
                    let stroke = Stroke::new(1.0, cx.theme.ink2);
                    ui.painter()
                        .rect_stroke(cell, 0.0, stroke, StrokeKind::Inside);
                }
                Shared::Nothing => {
                    let stroke = Stroke::new(1.0, cx.theme.disabled);
                    ui.painter().hline(x - 2.5..=x + 2.5, y, stroke);
                }
            }
        }
    }
}

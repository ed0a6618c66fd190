//! The band of column heads: each article as one line, with what it shares and where we are.

use eframe::egui::{
    Align2, Color32, Key, Rect, Role, Sense, Stroke, StrokeKind, TextEdit, Ui, WidgetInfo, pos2,
    vec2,
};

use super::ViewContext;
use crate::gui::command::{Command, View};
use crate::gui::icons;
use crate::gui::theme::{Face, size};
use crate::gui::widgets::button::{focus_ring, label_at};
use crate::gui::widgets::{outlet_mark, text};
use crate::model::ArticleIdx;

pub fn strips_ui(cx: &ViewContext<'_>, ui: &mut Ui, rect: Rect, commands: &mut Vec<Command>) {
    let theme = cx.theme;
    let painter = ui.painter().with_clip_rect(rect);
    painter.rect_filled(rect, 0.0, theme.chrome);
    painter.hline(
        rect.x_range(),
        rect.bottom() - 0.5,
        Stroke::new(1.0, theme.line2),
    );
    let mut child = ui.new_child(eframe::egui::UiBuilder::new().max_rect(rect));
    child.set_clip_rect(rect.intersect(ui.clip_rect()));
    for (article, (x, width)) in cx.order.iter().zip(cx.columns) {
        let head = Rect::from_min_size(pos2(*x, rect.top()), vec2(*width, rect.height() - 1.0));
        if head.intersects(rect) {
            head_ui(cx, &mut child, head, *article, commands);
        }
    }
}

fn head_ui(
    cx: &ViewContext<'_>,
    ui: &mut Ui,
    head: Rect,
    idx: ArticleIdx,
    commands: &mut Vec<Command>,
) {
    let theme = cx.theme;
    let article = cx.state.story.article(idx);
    let inner = head.shrink2(vec2(size::COLUMN_INSET, 0.0));
    let middle = head.top() + 17.0;
    outlet_mark::paint(
        ui.painter(),
        theme,
        pos2(inner.left() + 5.0, middle),
        cx.nth(idx),
    );
    let right = remove_ui(cx, ui, head, inner, idx, commands);
    let rename = cx.state.rename.as_ref().filter(|it| it.0 == article.key);
    if let Some((_, name)) = rename {
        let area = pos2(inner.left() + 16.0, middle - 13.0);
        let area = Rect::from_min_max(area, pos2(inner.right() - right - 8.0, middle + 13.0));
        rename_ui(ui, area, name, commands);
    } else {
        name_ui(cx, ui, inner, middle, right, idx, commands);
    }
    let strip_at = pos2(inner.left(), head.top() + 35.0);
    let strip_rect = Rect::from_min_size(strip_at, vec2(inner.width(), 16.0));
    strip(cx, ui, strip_rect, idx, commands);
}

/// The field in which an outlet is renamed. Enter or a click elsewhere ends it, Escape leaves the
/// name as it was.
fn rename_ui(ui: &mut Ui, area: Rect, name: &str, commands: &mut Vec<Command>) {
    let mut edited = name.to_owned();
    let field = TextEdit::singleline(&mut edited)
        .font(Face::UI.font())
        .hint_text("Name of the outlet");
    let response = ui.put(area, field);
    response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, "Name of the outlet"));
    if edited != name {
        commands.push(Command::EditRename(edited));
    }
    if response.lost_focus() {
        let escaped = ui.input(|it| it.key_pressed(Key::Escape));
        commands.push(if escaped {
            Command::CancelRename
        } else {
            Command::FinishRename
        });
    } else if !response.has_focus() {
        response.request_focus();
    }
}

/// The outlet's name; a click renames it.
fn name_ui(
    cx: &ViewContext<'_>,
    ui: &mut Ui,
    inner: Rect,
    middle: f32,
    right: f32,
    idx: ArticleIdx,
    commands: &mut Vec<Command>,
) {
    let theme = cx.theme;
    let article = cx.state.story.article(idx);
    let unnamed = cx.state.is_unnamed(idx);
    let color = if unnamed { theme.ink2 } else { theme.ink };
    let name = text::wrapped(
        ui,
        &article.outlet.name,
        Face::UI_STRONG,
        color,
        inner.width() - right - 28.0,
        1,
    );
    let name_rect = Rect::from_min_size(
        pos2(inner.left() + 18.0, middle - name.size().y / 2.0),
        name.size(),
    );
    let response = ui.interact(
        name_rect.expand(3.0),
        ui.scope_id().with(("rename", article.key.0)),
        Sense::click(),
    );
    response.widget_info(|| {
        WidgetInfo::labeled(
            Role::Button,
            true,
            format!("Rename outlet {}", article.outlet.name),
        )
    });
    ui.painter().galley(name_rect.min, name, color);
    if unnamed {
        // Only the file's name: said by a dashed line, and by the tooltip.
        let y = name_rect.bottom() - 1.0;
        let line = [pos2(name_rect.left(), y), pos2(name_rect.right(), y)];
        ui.painter().extend(eframe::egui::Shape::dashed_line(
            &line,
            Stroke::new(1.0, theme.ink3),
            2.0,
            2.0,
        ));
    }
    if response.hovered() {
        let at = pos2(name_rect.right() + 10.0, middle);
        label_at(
            ui,
            at,
            Align2::CENTER_CENTER,
            icons::PENCIL,
            Face::MICRO,
            theme.ink3,
        );
    }
    if response.has_focus() {
        focus_ring(ui, name_rect.expand(3.0));
    }
    let tip = if unnamed {
        format!(
            "The text names no outlet; this is the file’s name ({}). Click to rename",
            article.file
        )
    } else {
        format!("{}. Click to rename", article.file)
    };
    if response.on_hover_text(tip).clicked() {
        commands.push(Command::StartRename(article.key));
    }
}

/// The number of words or, where pointer or keyboard are, the key that takes the article out.
/// Returns the width that it takes at the right.
fn remove_ui(
    cx: &ViewContext<'_>,
    ui: &mut Ui,
    head: Rect,
    inner: Rect,
    idx: ArticleIdx,
    commands: &mut Vec<Command>,
) -> f32 {
    let theme = cx.theme;
    let article = cx.state.story.article(idx);
    let at = pos2(inner.right(), head.top() + 17.0);
    let area = Rect::from_center_size(at - vec2(8.0, 0.0), vec2(22.0, 22.0));
    let id = ui.scope_id().with(("remove", article.key.0));
    let response = ui.interact(area, id, Sense::click());
    response.widget_info(|| {
        let name = format!("Remove article {}", article.outlet.name);
        WidgetInfo::labeled(Role::Button, true, name)
    });
    if response.clicked() {
        commands.push(Command::RemoveArticle(article.key));
    }
    if response.has_focus() {
        focus_ring(ui, area);
    }
    if response.has_focus() || ui.rect_contains_pointer(head) {
        let color = if response.hovered() {
            theme.ink
        } else {
            theme.ink3
        };
        let center = area.center();
        label_at(
            ui,
            center,
            Align2::CENTER_CENTER,
            icons::X,
            Face::ICON,
            color,
        );
        response.on_hover_text("Remove this article from the set");
        return area.width();
    }
    let words = cx.state.n_words[idx.0];
    let count = if inner.width() > 210.0 {
        format!("{words} words")
    } else {
        words.to_string()
    };
    label_at(
        ui,
        at,
        Align2::RIGHT_CENTER,
        &count,
        Face::CAPTION,
        theme.ink3,
    )
    .x
}

fn strip(
    cx: &ViewContext<'_>,
    ui: &mut Ui,
    rect: Rect,
    idx: ArticleIdx,
    commands: &mut Vec<Command>,
) {
    let theme = cx.theme;
    let article = cx.state.story.article(idx);
    let len = article.text.len().max(1) as f32;
    let track = Rect::from_min_max(
        pos2(rect.left(), rect.top() + 6.0),
        pos2(rect.right(), rect.top() + 11.0),
    );
    let painter = ui.painter();
    painter.rect_filled(track, 0.0, theme.sunken);
    let x_of = |byte: usize| rect.left() + rect.width() * byte as f32 / len;
    let selected = cx.state.selected_utterance();
    let bar = |span: crate::model::Span, color: Color32, grow: f32| {
        let left = x_of(span.start());
        let right = x_of(span.end()).max(left + 2.0);
        let bar = Rect::from_min_max(
            pos2(left, track.top() - grow),
            pos2(right, track.bottom() + grow),
        );
        painter.rect_filled(bar, 0.0, color);
    };
    for utterance in &cx.state.comparison.utterances {
        for witness in utterance
            .witnesses
            .iter()
            .filter(|it| it.place.article == idx)
        {
            bar(witness.place.span, theme.quote_faint, 0.0);
        }
    }
    for finding in cx.state.comparison.findings.iter().filter(|it| it.alert) {
        for place in finding.places.iter().filter(|it| it.article == idx) {
            let x = x_of(place.span.start()).round() + 0.5;
            painter.vline(
                x,
                track.top() - 5.0..=track.top() - 1.0,
                Stroke::new(1.0, theme.ink2),
            );
        }
    }
    match selected {
        Some(selected) => {
            let utterance = &cx.state.comparison.utterances[selected];
            for witness in utterance
                .witnesses
                .iter()
                .filter(|it| it.place.article == idx)
            {
                bar(witness.place.span, theme.quote, 3.0);
            }
        }
        None => {
            for place in cx
                .state
                .selected_places()
                .iter()
                .filter(|it| it.article == idx)
            {
                bar(place.span, theme.accent, 3.0);
            }
        }
    }
    window_frame(cx, ui, rect, idx);
    let response = ui.interact(
        rect,
        ui.scope_id().with(("strip", article.key.0)),
        Sense::click_and_drag(),
    );
    response.widget_info(|| {
        WidgetInfo::labeled(
            Role::Slider,
            true,
            format!("Place in {}", article.outlet.name),
        )
    });
    if let Some(at) = response.interact_pointer_pos()
        && (response.clicked() || response.dragged())
        && let Some(layout) = cx.layouts.borrow().last(article.key)
    {
        let share = ((at.x - rect.left()) / rect.width()).clamp(0.0, 1.0);
        commands.push(Command::ScrollTo {
            article: idx,
            to: share * layout.height() - 120.0,
        });
    }
}

/// Frames the part of the article that the column shows.
fn window_frame(cx: &ViewContext<'_>, ui: &Ui, rect: Rect, idx: ArticleIdx) {
    if cx.state.view != View::Columns {
        return;
    }
    let article = cx.state.story.article(idx);
    let Some(layout) = cx.layouts.borrow().last(article.key) else {
        return;
    };
    let visible = ui.ctx().content_rect().height() - size::TOOLBAR - size::STRIP_BAND - size::CARD;
    let total = layout.height().max(1.0);
    let top = cx.state.scroll.get(&article.key).copied().unwrap_or(0.0) / total;
    let share = (visible / total).min(1.0);
    let left = rect.left() + rect.width() * top.clamp(0.0, 1.0);
    let right = (left + rect.width() * share).min(rect.right());
    let frame = Rect::from_min_max(pos2(left, rect.top() + 1.0), pos2(right, rect.bottom()));
    ui.painter().rect_stroke(
        frame,
        0.0,
        Stroke::new(1.0, cx.theme.ink2),
        StrokeKind::Inside,
    );
}

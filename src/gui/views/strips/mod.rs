//! The band of column heads: each article as one line, with what it shares and where we are.

mod menu;
mod strip;

use eframe::egui::{
    Align2, CursorIcon, Key, Popup, Rect, Response, Role, Sense, Shape, Stroke, TextEdit, Ui,
    UiBuilder, WidgetInfo, pos2, vec2,
};

use super::ViewContext;
use crate::gui::command::{Command, View};
use crate::gui::icons;
use crate::gui::slots::What;
use crate::gui::theme::{Face, size};
use crate::gui::widgets::button::{focus_ring, label_at};
use crate::gui::widgets::{outlet_mark, text};
use crate::model::ArticleIdx;

/// Narrower heads show the outlet's three letters, not its name.
const NARROW: f32 = 150.0;
/// And these not even that.
const NARROWEST: f32 = 44.0;

/// `labels` is the width at the left that the heads leave free, wherever they are scrolled.
pub fn strips_ui(
    cx: &ViewContext<'_>,
    ui: &mut Ui,
    rect: Rect,
    labels: f32,
    commands: &mut Vec<Command>,
) {
    let theme = cx.theme;
    let painter = ui.painter().with_clip_rect(rect);
    painter.rect_filled(rect, 0.0, theme.chrome);
    let line = Stroke::new(1.0, theme.line2);
    painter.hline(rect.x_range(), rect.bottom() - 0.5, line);
    let mut child = ui.new_child(UiBuilder::new().max_rect(rect));
    let heads = rect.with_min_x(rect.left() + labels);
    child.set_clip_rect(heads.intersect(ui.clip_rect()));
    for slot in cx.slots {
        let size = vec2(slot.width, rect.height() - 1.0);
        let head = Rect::from_min_size(pos2(slot.left, rect.top()), size);
        if !head.intersects(heads) {
            continue;
        }
        match &slot.what {
            What::Column(article) => head_ui(cx, &mut child, head, *article, slot.more, commands),
            What::Spine(article) => {
                let at = head.center_top() + vec2(0.0, 17.0);
                outlet_mark::paint(child.painter(), theme, at, cx.mark(*article));
            }
            What::Bundle(articles) => {
                let at = head.center_top() + vec2(0.0, 17.0);
                let count = format!("+{}", articles.len());
                label_at(
                    &child,
                    at,
                    Align2::CENTER_CENTER,
                    &count,
                    Face::CAPTION,
                    theme.ink3,
                );
            }
        }
    }
}

fn head_ui(
    cx: &ViewContext<'_>,
    ui: &mut Ui,
    head: Rect,
    idx: ArticleIdx,
    more: usize,
    commands: &mut Vec<Command>,
) {
    let theme = cx.theme;
    let article = cx.state.story.article(idx);
    let is_reference =
        cx.state.choices.view == View::Annotated && cx.state.reference() == Some(idx);
    if is_reference {
        ui.painter()
            .rect_filled(head.with_max_y(head.bottom() + 1.0), 0.0, theme.paper);
    }
    let id = ui.scope_id().with(("head", article.key.0));
    let ground = ui.interact(head, id, Sense::click_and_drag());
    let name = format!("Column head, {}", cx.outlet(idx));
    ground.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let ground = if head.width() < NARROW {
        ground.on_hover_text(cx.outlet(idx))
    } else {
        ground
    };
    head_actions(cx, ui, &ground, head, idx, commands);

    let inset = if head.width() < NARROW {
        6.0
    } else {
        size::COLUMN_INSET
    };
    let inner = head.shrink2(vec2(inset, 0.0));
    let middle = head.top() + 17.0;
    let mark = pos2(inner.left() + 5.0, middle);
    outlet_mark::paint(ui.painter(), theme, mark, cx.mark(idx));
    if head.width() < NARROWEST {
        // The mark has to do.
    } else if head.width() < NARROW {
        let at = pos2(inner.left() + 14.0, middle);
        label_at(
            ui,
            at,
            Align2::LEFT_CENTER,
            cx.code(idx),
            Face::CODE,
            theme.ink,
        );
    } else {
        let told = told(cx, idx, inner.width(), more);
        let right = remove_ui(cx, ui, head, inner, idx, &told, commands);
        match cx.state.rename.as_ref().filter(|it| it.0 == article.key) {
            Some((_, name)) => {
                let from = pos2(inner.left() + 16.0, middle - 13.0);
                let to = pos2(inner.right() - right - 8.0, middle + 13.0);
                rename_ui(ui, Rect::from_min_max(from, to), name, commands);
            }
            None => name_ui(cx, ui, inner, right, idx, commands),
        }
    }
    let area = pos2(inner.left(), head.top() + 35.0);
    let area = Rect::from_min_size(area, vec2(inner.width(), 16.0));
    strip::strip_ui(cx, ui, area, idx, commands);
}

/// Dragging a head moves its column; a click in the Annotated view makes it the reference; a menu
/// and keys do the rest.
fn head_actions(
    cx: &ViewContext<'_>,
    ui: &Ui,
    ground: &Response,
    head: Rect,
    idx: ArticleIdx,
    commands: &mut Vec<Command>,
) {
    let key = cx.state.story.article(idx).key;
    if ground.clicked() {
        match cx.state.choices.view {
            View::Annotated => commands.push(Command::MakeReference(key)),
            View::Grid => commands.push(Command::SortGrid(key)),
            View::Columns | View::Outlets | View::Sources => {}
        }
    }
    if ground.dragged()
        && let Some(pointer) = ground.interact_pointer_pos()
    {
        ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
        let target = cx.slots.iter().find(|it| {
            let own = it.what == What::Column(idx);
            !own && pointer.x >= it.left && pointer.x < it.left + it.width
        });
        if let Some(slot) = target {
            let edge = if slot.left > head.left() {
                slot.left + slot.width
            } else {
                slot.left
            };
            let line = Stroke::new(2.0, cx.theme.accent);
            ui.painter().vline(edge, head.y_range(), line);
        }
    }
    if ground.drag_stopped()
        && let Some(pointer) = ui.input(|it| it.pointer.latest_pos())
        && let Some(to) = position_at(cx, pointer.x)
    {
        commands.push(Command::MoveArticle { article: key, to });
    }
    if ground.hovered() || ground.has_focus() {
        for (pressed, command) in [
            (Key::H, Command::Hide(key)),
            (Key::S, Command::Solo(key)),
            (Key::P, Command::Pin(key)),
            (Key::R, Command::MakeReference(key)),
        ] {
            if ui.input(|it| it.key_pressed(pressed)) && !ui.ctx().text_edit_focused() {
                commands.push(command);
            }
        }
    }
    if ground.has_focus() {
        focus_ring(ui, head.shrink(1.0));
    }
    Popup::context_menu(ground).show(|ui| menu::menu_ui(cx, ui, idx, commands));
}

/// The position among all articles of the column at this place.
fn position_at(cx: &ViewContext<'_>, x: f32) -> Option<usize> {
    let slot = cx
        .slots
        .iter()
        .find(|it| x >= it.left && x < it.left + it.width)?;
    let article = match &slot.what {
        What::Column(article) | What::Spine(article) => *article,
        What::Bundle(articles) => *articles.first()?,
    };
    cx.all.iter().position(|it| *it == article)
}

/// The field in which an outlet is renamed. Enter or a click elsewhere ends it, Escape leaves the
/// name as it was.
fn rename_ui(ui: &mut Ui, area: Rect, name: &str, commands: &mut Vec<Command>) {
    let mut edited = name.to_owned();
    let field = TextEdit::singleline(&mut edited)
        .font(Face::UI.font())
        .align(Align2::LEFT_CENTER)
        .hint_text("Name of the outlet");
    let response = ui.put(area, field);
    response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, "Name of the outlet"));
    if edited != name {
        commands.push(Command::EditRename(edited));
    }
    if response.lost_focus() {
        // After Escape there is no name left to finish.
        commands.push(Command::FinishRename);
    } else if !response.has_focus() {
        response.request_focus();
    }
}

/// The outlet's name; a click renames it. `right` is taken at the right edge.
fn name_ui(
    cx: &ViewContext<'_>,
    ui: &mut Ui,
    inner: Rect,
    right: f32,
    idx: ArticleIdx,
    commands: &mut Vec<Command>,
) {
    let theme = cx.theme;
    let article = cx.state.story.article(idx);
    let unnamed = cx.state.is_unnamed(idx);
    let color = if unnamed { theme.ink2 } else { theme.ink };
    let width = inner.width() - right - 30.0;
    let name = text::wrapped(ui, cx.outlet(idx), Face::UI_STRONG, color, width, 1);
    let at = pos2(
        inner.left() + 18.0,
        inner.top() + 17.0 - name.size().y / 2.0,
    );
    let area = Rect::from_min_size(at, name.size());
    let id = ui.scope_id().with(("rename", article.key.0));
    let response = ui.interact(area.expand(3.0), id, Sense::click());
    response.widget_info(|| {
        let name = format!("Rename outlet {}", cx.outlet(idx));
        WidgetInfo::labeled(Role::Button, true, name)
    });
    ui.painter().galley(area.min, name, color);
    if unnamed {
        // Only the file's name: said by a dashed line, and by the tooltip.
        let y = area.bottom() - 1.0;
        let line = [pos2(area.left(), y), pos2(area.right(), y)];
        let stroke = Stroke::new(1.0, theme.ink3);
        ui.painter()
            .extend(Shape::dashed_line(&line, stroke, 2.0, 2.0));
    }
    let mut signs = String::new();
    if response.hovered() {
        signs.push_str(icons::PENCIL);
    } else if cx.state.choices.pinned.contains(&article.key) {
        signs.push_str(icons::PUSH_PIN);
    }
    let at = pos2(area.right() + 10.0, area.center().y);
    label_at(
        ui,
        at,
        Align2::CENTER_CENTER,
        &signs,
        Face::ICON,
        theme.ink3,
    );
    if response.has_focus() {
        focus_ring(ui, area.expand(3.0));
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

/// What stands at the right of a head: its part in the view, or how long the article is.
fn told(cx: &ViewContext<'_>, idx: ArticleIdx, width: f32, more: usize) -> String {
    let choices = &cx.state.choices;
    let key = cx.state.story.article(idx).key;
    let words = cx.state.derived.n_words[idx.0];
    match choices.view {
        View::Annotated if cx.state.reference() == Some(idx) => "reference".to_owned(),
        View::Grid if more > 0 => format!("+{more} the same"),
        View::Grid if choices.grid_sort == Some(key) => "differs first".to_owned(),
        _ if width > 210.0 => format!("{words} words"),
        _ => words.to_string(),
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
    told: &str,
    commands: &mut Vec<Command>,
) -> f32 {
    let theme = cx.theme;
    let article = cx.state.story.article(idx);
    let at = pos2(inner.right(), head.top() + 17.0);
    let area = Rect::from_center_size(at - vec2(8.0, 0.0), vec2(22.0, 22.0));
    let id = ui.scope_id().with(("remove", article.key.0));
    let response = ui.interact(area, id, Sense::click());
    response.widget_info(|| {
        let name = format!("Remove article {}", cx.outlet(idx));
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
    label_at(
        ui,
        at,
        Align2::RIGHT_CENTER,
        told,
        Face::CAPTION,
        theme.ink3,
    )
    .x
}

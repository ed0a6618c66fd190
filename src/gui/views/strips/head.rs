//! The head of one article: its mark, its name, its line, and what can be done with it.

use eframe::egui::{
    Align2, CursorIcon, Key, Popup, Rect, Response, Role, Sense, Shape, Stroke, TextEdit, Ui,
    WidgetInfo, pos2, vec2,
};

use super::{menu, more, strip};
use crate::gui::command::{Command, View};
use crate::gui::icons;
use crate::gui::slots::What;
use crate::gui::theme::{Face, size};
use crate::gui::views::ViewContext;
use crate::gui::widgets::button::{focus_ring, label_at};
use crate::gui::widgets::{outlet_mark, text};
use crate::model::ArticleIdx;

/// Narrower heads show the outlet's three letters, not its name.
pub const NARROW: f32 = 150.0;
/// And these not even that.
const NARROWEST: f32 = 44.0;

/// In these, of a hundred articles, the lines nearly touch.
const CROWDED: f32 = 22.0;

/// What stands left and right of a name: the mark, and the sign that it can be renamed.
const AROUND_NAME: f32 = 30.0;

/// What of a head is drawn.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    Whole,
    /// The article as a line, under its letters.
    Line,
    /// The name over the column.
    Name,
}

impl Part {
    /// Where the middle of the name stands, below the upper edge.
    pub fn middle(self) -> f32 {
        match self {
            Self::Whole | Self::Line => 17.0,
            Self::Name => 15.0,
        }
    }
}

pub fn head_ui(
    cx: &ViewContext<'_>,
    ui: &mut Ui,
    head: Rect,
    idx: ArticleIdx,
    part: Part,
    commands: &mut Vec<Command>,
) {
    let theme = cx.theme;
    let article = cx.state.story.article(idx);
    let is_lit = match cx.state.choices.view {
        View::Annotated => cx.state.reference() == Some(idx),
        View::Columns => part == Part::Line && cx.is_open(idx),
        View::Grid | View::Outlets | View::Sources => false,
    };
    if is_lit {
        ui.painter()
            .rect_filled(head.with_max_y(head.bottom() + 1.0), 0.0, theme.paper);
    }
    let id = ui.scope_id().with(("head", article.key.0));
    let ground = ui.interact(head, id, Sense::click_and_drag());
    let name = match part {
        Part::Whole | Part::Name => format!("Column head, {}", cx.outlet(idx)),
        Part::Line => format!("Open {}", cx.outlet(idx)),
    };
    ground.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let ground = if head.width() < NARROW {
        ground.on_hover_text(cx.outlet(idx))
    } else {
        ground
    };
    if part == Part::Line && ground.clicked() {
        commands.push(Command::OpenColumn(article.key));
    }
    head_actions(cx, ui, &ground, head, idx, commands);

    let inset = match head.width() {
        it if it < CROWDED => 1.0,
        it if it < NARROW => 6.0,
        _ => size::COLUMN_INSET,
    };
    let inner = head.shrink2(vec2(inset, 0.0));
    let middle = head.top() + part.middle();
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
        let line =
            Rect::from_center_size(pos2(inner.center().x, middle), vec2(inner.width(), 26.0));
        let told = told(cx, ui, idx, line.width());
        let right = remove_ui(cx, ui, head, line, idx, &told, commands);
        match cx.state.rename.as_ref().filter(|it| it.0 == article.key) {
            Some((_, name)) => {
                let from = line.left_top() + vec2(16.0, 0.0);
                let to = line.right_bottom() - vec2(right + 8.0, 0.0);
                rename_ui(ui, Rect::from_min_max(from, to), name, commands);
            }
            None => name_ui(cx, ui, line.with_max_x(line.right() - right), idx, commands),
        }
    }
    if part == Part::Name {
        return;
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

/// The outlet's name; a click renames it.
fn name_ui(
    cx: &ViewContext<'_>,
    ui: &mut Ui,
    line: Rect,
    idx: ArticleIdx,
    commands: &mut Vec<Command>,
) {
    let theme = cx.theme;
    let article = cx.state.story.article(idx);
    let unnamed = cx.state.is_unnamed(idx);
    let color = if unnamed { theme.ink2 } else { theme.ink };
    let width = line.width() - AROUND_NAME;
    let name = text::wrapped(ui, cx.outlet(idx), Face::UI_STRONG, color, width, 1);
    let at = pos2(line.left() + 18.0, line.center().y - name.size().y / 2.0);
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

/// What stands at the right of a head `width` wide: its part in the view, or how long the article
/// is, as far as the name leaves room.
fn told(cx: &ViewContext<'_>, ui: &Ui, idx: ArticleIdx, width: f32) -> String {
    let choices = &cx.state.choices;
    let key = cx.state.story.article(idx).key;
    let more = more(cx.slots, idx);
    match choices.view {
        View::Annotated if cx.state.reference() == Some(idx) => return "reference".to_owned(),
        View::Grid if more > 0 => return format!("+{more} the same"),
        View::Grid if choices.grid_sort == Some(key) => return "differs first".to_owned(),
        _ => {}
    }
    let wide = |words: &str, face| {
        let galley = text::wrapped(ui, words, face, cx.theme.ink, f32::INFINITY, 1);
        galley.size().x
    };
    let room = width - AROUND_NAME - wide(cx.outlet(idx), Face::UI_STRONG);
    let words = cx.state.derived.n_words[idx.0];
    let mut told = [format!("{words} words"), words.to_string()].into_iter();
    let fits = told.find(|it| wide(it, Face::CAPTION) <= room);
    fits.unwrap_or_default()
}

/// The number of words or, where pointer or keyboard are, the key that takes the article out.
/// Returns the width that it takes at the right.
fn remove_ui(
    cx: &ViewContext<'_>,
    ui: &mut Ui,
    head: Rect,
    line: Rect,
    idx: ArticleIdx,
    told: &str,
    commands: &mut Vec<Command>,
) -> f32 {
    let theme = cx.theme;
    let article = cx.state.story.article(idx);
    let at = line.right_center();
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

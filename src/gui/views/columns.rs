//! The articles side by side, each as a column of set text, with what they share marked in it.

mod version;

use eframe::egui::{
    Align2, CursorIcon, Painter, Rect, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo, epaint,
    pos2, vec2,
};

use super::ViewContext;
use crate::gui::actions;
use crate::gui::command::Command;
use crate::gui::icons;
use crate::gui::layout::{Setting, Style};
use crate::gui::marked::{Block, Marked};
use crate::gui::scroll::TOP;
use crate::gui::slots::{Slot, What};
use crate::gui::theme::{Face, Theme, size};
use crate::gui::widgets::button::{Button, Weight, focus_ring};
use crate::gui::widgets::{ribbon, sign, text};
use crate::model::{ArticleIdx, Presence};

/// Seconds that the pointer rests on a quotation before its ribbons show.
const HOVER: f32 = 0.08;

pub fn columns_ui(cx: &ViewContext<'_>, ui: &mut Ui, rect: Rect, commands: &mut Vec<Command>) {
    let theme = cx.theme;
    ui.painter().rect_filled(rect, 0.0, theme.paper);
    let mut child = ui.new_child(UiBuilder::new().max_rect(rect));
    child.set_clip_rect(rect.intersect(ui.clip_rect()));
    let mut open: Vec<Option<(Rect, Block)>> = Vec::new();
    let mut hovered: Vec<Option<(Rect, Block)>> = Vec::new();
    let mut under_pointer = None;
    for slot in cx.slots {
        let area = rect
            .with_min_x(slot.left)
            .with_max_x(slot.left + slot.width);
        match &slot.what {
            What::Column(article) => {
                let column = column_ui(cx, &mut child, area, *article, commands);
                let inner = area.shrink2(vec2(size::COLUMN_INSET, 0.0));
                // A ribbon to words that are scrolled away would lead nowhere.
                let is_seen = |it: &Block| it.bottom > rect.top() && it.top < rect.bottom();
                let selected = column.selected.filter(is_seen);
                open.push(selected.map(|it| (inner, it)));
                hovered.push(column.hovered.filter(is_seen).map(|it| (inner, it)));
                under_pointer = under_pointer.or(column.under_pointer);
                if Some(slot) != cx.slots.last() {
                    let edge = area.right() - 0.5;
                    let line = Stroke::new(1.0, theme.line);
                    child.painter().vline(edge, area.y_range(), line);
                }
            }
            What::Spine(article) => spine_ui(cx, &mut child, area, *article, commands),
            What::Bundle(articles) => bundle_ui(cx, &mut child, area, articles),
        }
    }
    if let [Slot { left, width, .. }] = cx.slots
        && cx.all.len() == 1
    {
        invitation_ui(cx, &mut child, rect.with_min_x(left + width), commands);
    }
    ribbons(child.painter(), theme, &hovered, false);
    ribbons(child.painter(), theme, &open, true);
    hover(cx, ui, under_pointer, commands);
    // Over the ribbons: a spine's sign stands where the ribbon passes.
    for slot in cx.slots {
        if let What::Spine(article) = slot.what {
            spine_sign(cx, child.painter(), slot, article, &open);
        }
    }
}

/// Beside the only article: what a second one would bring, if there is room to say it.
fn invitation_ui(cx: &ViewContext<'_>, ui: &mut Ui, area: Rect, commands: &mut Vec<Command>) {
    const LEAST: f32 = 220.0;
    if area.width() < LEAST {
        return;
    }
    let area = Rect::from_min_size(
        area.min + vec2(size::PANEL_PADDING, TOP),
        vec2(LEAST - 2.0 * size::PANEL_PADDING, area.height() - TOP),
    );
    let mut child = ui.new_child(UiBuilder::new().max_rect(area));
    let words = "What two or more outlets share, and where they part, stands here once there is a \
                 second article";
    let words = text::wrapped(ui, words, Face::UI, cx.theme.ink2, area.width(), 0);
    child.label(words);
    child.add_space(8.0);
    let keys = actions::keys(ui.ctx(), &Command::ShowOpenDialog);
    let open = Button {
        icon: Some(icons::PLUS),
        label: "Add articles",
        key: &keys,
        weight: Weight::Plain,
        name: "Add a second article",
    };
    if child.add(open).clicked() {
        commands.push(Command::ShowOpenDialog);
    }
}

/// Joins the blocks of neighbors, and only in the gutter: no line ever crosses a word.
fn ribbons(painter: &Painter, theme: &Theme, blocks: &[Option<(Rect, Block)>], is_selected: bool) {
    for pair in blocks.windows(2) {
        if let [Some((left, from)), Some((right, to))] = pair {
            let from_edge = (left.right(), from.top, from.bottom);
            let to_edge = (right.left() - 2.0, to.top, to.bottom);
            let dashed = from.reported || to.reported;
            let strength = match (is_selected, dashed) {
                (true, false) => 0.18,
                (false, false) => 0.09,
                (_, true) => 0.05,
            };
            ribbon::fill(painter, from_edge, to_edge, theme.ribbon(strength));
            if is_selected {
                ribbon::edges(painter, from_edge, to_edge, theme.quote, dashed);
            }
        }
    }
}

/// Tells which utterance the pointer rests on.
fn hover(cx: &ViewContext<'_>, ui: &Ui, under_pointer: Option<usize>, commands: &mut Vec<Command>) {
    if under_pointer == cx.state.hovered {
        return;
    }
    let still = ui.input(|it| it.pointer.time_since_last_movement());
    if under_pointer.is_none() || still >= HOVER {
        commands.push(Command::HoverUtterance(under_pointer));
    } else {
        let wait = std::time::Duration::from_secs_f32(HOVER - still);
        ui.ctx().request_repaint_after(wait);
    }
}

/// What a column has for its neighbors.
#[derive(Default)]
struct Column {
    /// Of the utterance that is selected, and of the one that the pointer rests on.
    selected: Option<Block>,
    hovered: Option<Block>,
    under_pointer: Option<usize>,
}

fn column_ui(
    cx: &ViewContext<'_>,
    ui: &mut Ui,
    column: Rect,
    idx: ArticleIdx,
    commands: &mut Vec<Command>,
) -> Column {
    let article = cx.state.story.article(idx);
    let inner = column.shrink2(vec2(size::COLUMN_INSET, 0.0));
    let choices = &cx.state.choices;
    let setting = Setting {
        style: Style::Column,
        width: inner.width(),
        zoom: choices.reading_zoom(),
        furniture_open: choices.open_furniture.contains(&article.key),
        folded: cx.state.folded(idx),
    };
    let scroll = cx.state.scroll.get(&article.key).copied().unwrap_or(0.0);
    let origin = pos2(inner.left(), column.top() + TOP - scroll);
    if ui.rect_contains_pointer(column) {
        let by = ui.input(|it| it.smooth_scroll_delta().y);
        if by != 0.0 {
            let alone = choices.free_scroll != ui.input(|it| it.modifiers.alt);
            commands.push(Command::Scroll {
                article: idx,
                by: -by,
                alone,
            });
        }
    }
    if let Some(version) = cx.state.version(idx) {
        version::text_ui(cx, ui, version, setting, origin);
        version::switch_ui(cx, ui, column, idx, commands);
        return Column::default();
    }
    let mut layouts = cx.layouts.borrow_mut();
    let layout = layouts.get(ui.ctx(), cx.theme, article, setting);
    drop(layouts);
    let marked = Marked {
        state: cx.state,
        theme: cx.theme,
        idx,
        layout: &layout,
        origin,
        all_layers: false,
    };
    let selected = marked.paint_grounds(ui);
    let area = Rect::from_min_size(origin, vec2(inner.width(), layout.height()));
    let builder = UiBuilder::new()
        .id_salt(("column", article.key.0))
        .max_rect(area);
    let mut text_ui = ui.new_child(builder);
    marked.text_ui(&mut text_ui, commands);
    marked.paint_lines(ui.painter());
    let under_pointer = marked.sense(ui, commands);
    let hovered = cx.state.hovered.and_then(|it| marked.block(it));
    version::switch_ui(cx, ui, column, idx, commands);
    Column {
        selected,
        hovered,
        under_pointer,
    }
}

/// A closed column: its name on end. A click opens it.
fn spine_ui(
    cx: &ViewContext<'_>,
    ui: &mut Ui,
    area: Rect,
    idx: ArticleIdx,
    commands: &mut Vec<Command>,
) {
    let theme = cx.theme;
    let article = cx.state.story.article(idx);
    let id = ui.scope_id().with(("spine", article.key.0));
    let response = ui.interact(area, id, Sense::click());
    let name = format!("Open the column of {}", cx.outlet(idx));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let ground = if response.hovered() {
        theme.hover
    } else {
        theme.chrome
    };
    let painter = ui.painter();
    painter.rect_filled(area, 0.0, ground);
    painter.vline(
        area.right() - 0.5,
        area.y_range(),
        Stroke::new(1.0, theme.line),
    );
    on_end(ui, area, cx.outlet(idx), theme.ink2);
    if response.has_focus() {
        focus_ring(ui, area);
    }
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    if response.on_hover_text(name).clicked() {
        commands.push(Command::OpenColumn(article.key));
    }
}

/// The articles that have neither room nor a part in the selection.
fn bundle_ui(cx: &ViewContext<'_>, ui: &mut Ui, area: Rect, articles: &[ArticleIdx]) {
    let theme = cx.theme;
    ui.painter().rect_filled(area, 0.0, theme.chrome);
    let selected = cx.state.selection.is_some();
    let words = match (articles.len(), selected) {
        (n, true) => format!("{n} outlets, no match found"),
        (n, false) => format!("{n} more outlets"),
    };
    on_end(ui, area, &words, theme.ink3);
    let names: Vec<&str> = articles.iter().map(|it| cx.outlet(*it)).collect();
    let response = ui.interact(area, ui.scope_id().with("bundle"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
    response.on_hover_text(names.join("\n"));
}

/// Words turned a quarter, from the top down.
fn on_end(ui: &Ui, area: Rect, words: &str, color: eframe::egui::Color32) {
    let painter = ui.painter();
    let galley = painter.layout_no_wrap(words.to_owned(), Face::CAPTION.font(), color);
    let at = pos2(area.center().x + galley.size().y / 2.0, area.top() + TOP);
    let shape = epaint::TextShape::new(at, galley, color);
    painter.add(shape.with_angle(std::f32::consts::FRAC_PI_2));
}

/// What a closed column has of the selection, in the middle of the ribbon that passes it.
fn spine_sign(
    cx: &ViewContext<'_>,
    painter: &Painter,
    slot: &Slot,
    idx: ArticleIdx,
    open: &[Option<(Rect, Block)>],
) {
    let Some(presence) = cx.state.selected_presence() else {
        return;
    };
    let presence = presence[idx.0];
    let blocks = open.iter().flatten();
    let middle = blocks.map(|it| (it.1.top + it.1.bottom) / 2.0).next();
    let Some(middle) = middle.filter(|_| presence != Presence::NoMatch) else {
        return;
    };
    let center = pos2(slot.left + slot.width / 2.0, middle);
    let ground = Rect::from_center_size(center, vec2(16.0, 16.0));
    painter.rect_filled(ground, 2.0, cx.theme.chrome);
    sign::paint(painter, cx.theme, center, presence, cx.theme.attribution);
    let below = center + vec2(0.0, 16.0);
    let code = &cx.state.derived.codes[idx.0];
    painter.text(
        below,
        Align2::CENTER_CENTER,
        code,
        Face::MICRO.font(),
        cx.theme.ink2,
    );
}

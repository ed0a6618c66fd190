//! The versions of one article in its column: a switch at the foot, and an earlier text with the
//! words struck out that the last one has no more.

use std::sync::Arc;

use eframe::egui::{Label, Pos2, Rect, Stroke, Ui, UiBuilder, pos2, vec2};

use crate::gui::command::Command;
use crate::gui::layout::Setting;
use crate::gui::theme::size;
use crate::gui::views::ViewContext;
use crate::gui::widgets::button::{Button, Weight};
use crate::model::{ArticleIdx, Version};

/// An earlier version in place of the last one.
pub fn text_ui(
    cx: &ViewContext<'_>,
    ui: &mut Ui,
    version: &Version,
    setting: Setting,
    origin: Pos2,
) {
    let theme = cx.theme;
    let article = &version.article;
    let mut layouts = cx.layouts.borrow_mut();
    let layout = layouts.get(ui.ctx(), theme, article, setting);
    drop(layouts);
    let rows = |at: usize| {
        let span = version.changes[at].from_span;
        let rects = span.map_or_else(Vec::new, |it| layout.rects(&article.text, it));
        rects.into_iter().map(|it| it.translate(origin.to_vec2()))
    };
    for row in (0..version.changes.len()).flat_map(rows) {
        let ground = row.expand2(vec2(1.0, 0.0));
        ui.painter().rect_filled(ground, 0.0, theme.edit_tint);
    }
    let area = Rect::from_min_size(origin, vec2(layout.galley.size().x, layout.height()));
    let builder = UiBuilder::new()
        .id_salt(("version", article.key.0))
        .max_rect(area);
    let mut child = ui.new_child(builder);
    child.add(Label::new(Arc::clone(&layout.galley)).selectable(true));
    let stroke = Stroke::new(1.0, theme.edit);
    for row in (0..version.changes.len()).flat_map(rows) {
        ui.painter().hline(row.x_range(), row.center().y, stroke);
    }
}

/// The switch between the versions, if there are several: each click shows the one before, after
/// the first the last one again.
pub fn switch_ui(
    cx: &ViewContext<'_>,
    ui: &mut Ui,
    column: Rect,
    idx: ArticleIdx,
    commands: &mut Vec<Command>,
) {
    let theme = cx.theme;
    let story = &cx.state.story;
    let earlier: Vec<&Version> = story.versions.iter().filter(|it| it.of == idx).collect();
    let shown = cx.state.version(idx);
    let at = shown.and_then(|it| {
        earlier
            .iter()
            .position(|one| one.article.key == it.article.key)
    });
    let Some(before) = at.unwrap_or(earlier.len()).checked_sub(1).or(at) else {
        return;
    };
    let next = earlier[before];
    let band = column.with_min_y(column.bottom() - size::CONTROL);
    ui.painter().rect_filled(band, 0.0, theme.chrome);
    let line = Stroke::new(1.0, theme.line2);
    ui.painter().hline(band.x_range(), band.top(), line);
    let (label, version) = match at {
        Some(0) => ("Back to the last version".to_owned(), None),
        _ => (told(next), Some(next.article.key)),
    };
    let name = format!("{}: {label}", cx.outlet(idx));
    let switch = Button {
        icon: None,
        label: &label,
        key: "",
        weight: Weight::Quiet,
        name: &name,
    };
    let left = pos2(band.left() + size::COLUMN_INSET - 10.0, band.top());
    let area = Rect::from_min_max(left, band.max);
    let mut child = ui.new_child(UiBuilder::new().max_rect(area));
    if child.add(switch).clicked() {
        commands.push(Command::ShowVersion {
            article: story.article(idx).key,
            version,
        });
    }
}

/// `Earlier version, 2031-04-09: 3 changes`
fn told(version: &Version) -> String {
    let latest = version.article.latest();
    let date = latest.map_or_else(String::new, |it| format!(", {it}"));
    match version.changes.len() {
        0 => format!("The same text, {}", version.article.file),
        1 => format!("Earlier version{date}: 1 change"),
        n => format!("Earlier version{date}: {n} changes"),
    }
}

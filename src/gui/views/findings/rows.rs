//! A row of the list: title, kind, and a sign for each outlet.

use eframe::egui::{
    Align2, Color32, CursorIcon, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2,
};

use crate::gui::layer::Layer;
use crate::gui::theme::Face;
use crate::gui::views::ViewContext;
use crate::gui::widgets::button::{focus_ring, label_at};
use crate::gui::widgets::{sign, text};
use crate::model::Presence;

/// What a row shows.
pub struct Row<'a> {
    pub title: &'a str,
    pub kind: &'a str,
    pub layer: Layer,
    pub alert: bool,
    /// In the order of the columns.
    pub presence: &'a [Presence],
    pub selected: bool,
    pub name: String,
}

/// Draws a row. Returns whether it was clicked.
pub fn row_ui(cx: &ViewContext<'_>, ui: &mut Ui, id: (&str, usize), row: &Row<'_>) -> bool {
    let theme = cx.theme;
    let width = ui.available_width();
    let face = if row.alert {
        Face::UI_STRONG
    } else {
        Face::UI_MEDIUM
    };
    let title = text::wrapped(ui, row.title, face, theme.ink, width - 30.0, 3);
    let height = title.size().y + 44.0;
    let (rect, response) = ui
        .push_id(id, |ui| {
            ui.allocate_exact_size(vec2(width, height), Sense::click())
        })
        .inner;
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, row.selected, &row.name));
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if row.selected && cx.state.selection_moved && !ui.clip_rect().contains_rect(rect) {
        response.scroll_to_me(None);
    }
    if ui.is_rect_visible(rect) {
        let ground = match (row.selected, response.hovered()) {
            (true, _) => theme.row_selected,
            (false, true) => theme.hover,
            (false, false) => Color32::TRANSPARENT,
        };
        ui.painter().rect_filled(rect, 0.0, ground);
        if row.selected {
            let bar = Rect::from_min_size(rect.min, vec2(3.0, height));
            ui.painter().rect_filled(bar, 0.0, theme.accent);
        }
        if response.has_focus() {
            focus_ring(ui, rect);
        }
        let title_height = title.size().y;
        ui.painter()
            .galley(rect.min + vec2(16.0, 11.0), title, theme.ink);
        let y = rect.top() + 11.0 + title_height + 13.0;
        let hue = theme.hue(row.layer);
        label_at(
            ui,
            pos2(rect.left() + 16.0, y),
            Align2::LEFT_CENTER,
            row.layer.icon(),
            Face::ICON,
            hue,
        );
        label_at(
            ui,
            pos2(rect.left() + 38.0, y),
            Align2::LEFT_CENTER,
            row.kind,
            Face::CAPTION,
            theme.ink3,
        );
        sign::row(ui, pos2(rect.right() - 14.0, y), row.presence, hue);
        ui.painter().hline(
            rect.x_range(),
            rect.bottom() - 0.5,
            Stroke::new(1.0, theme.line),
        );
    }
    let signs: Vec<String> = cx
        .order
        .iter()
        .zip(row.presence)
        .map(|(article, it)| format!("{}: {}", cx.outlet(*article), sign::name(*it)))
        .collect();
    response.on_hover_text(signs.join("\n")).clicked()
}

//! The rows that are legend, layers and filters in one; folded, a rail of counts.

use eframe::egui::{Align2, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::gui::command::Command;
use crate::gui::icons;
use crate::gui::layer::Layer;
use crate::gui::theme::Face;
use crate::gui::views::ViewContext;
use crate::gui::widgets::button::{focus_ring, label_at};
use crate::gui::widgets::lines;

pub fn row_ui(
    cx: &ViewContext<'_>,
    ui: &mut Ui,
    row: Rect,
    (layer, count): (Layer, usize),
    commands: &mut Vec<Command>,
) {
    let theme = cx.theme;
    let shown = cx.state.choices.shows(layer);
    let filtered = cx.state.choices.filter == Some(layer);
    let name_area = row.with_max_x(row.right() - 34.0);
    let response = ui.interact(
        name_area,
        ui.scope_id().with(("filter", layer.name())),
        Sense::click(),
    );
    response.widget_info(|| {
        WidgetInfo::selected(
            Role::Button,
            true,
            filtered,
            format!("Filter: {}", layer.name()),
        )
    });
    if filtered {
        ui.painter().rect_filled(row, 0.0, theme.row_selected);
    } else if response.hovered() {
        ui.painter().rect_filled(row, 0.0, theme.hover);
    }
    if response.has_focus() {
        focus_ring(ui, row);
    }
    if response.clicked() {
        commands.push(Command::Filter((!filtered).then_some(layer)));
    }
    let middle = row.center().y;
    let hue = if shown { theme.hue(layer) } else { theme.ink3 };
    label_at(
        ui,
        pos2(row.left() + 16.0, middle),
        Align2::LEFT_CENTER,
        layer.icon(),
        Face::ICON,
        hue,
    );
    let ink = if shown { theme.ink } else { theme.ink2 };
    let name = ui
        .painter()
        .layout_no_wrap(layer.name().to_owned(), Face::UI.font(), ink);
    let name_rect = Rect::from_min_size(
        pos2(row.left() + 40.0, middle - name.size().y / 2.0),
        name.size(),
    );
    ui.painter().galley(name_rect.min, name, ink);
    if shown {
        // The underline in the legend is the underline in the text.
        lines::under(
            ui.painter(),
            &[name_rect.translate(vec2(0.0, 3.0))],
            layer,
            hue,
        );
    }
    label_at(
        ui,
        pos2(row.right() - 38.0, middle),
        Align2::RIGHT_CENTER,
        &count.to_string(),
        Face::UI,
        theme.ink3,
    );
    let eye = Rect::from_center_size(pos2(row.right() - 20.0, middle), vec2(24.0, 24.0));
    let toggle = ui.interact(
        eye,
        ui.scope_id().with(("layer", layer.name())),
        Sense::click(),
    );
    toggle.widget_info(|| {
        WidgetInfo::selected(
            Role::CheckBox,
            true,
            shown,
            format!("Show layer: {}", layer.name()),
        )
    });
    let sign = if shown { icons::EYE } else { icons::EYE_SLASH };
    let color = if toggle.hovered() {
        theme.ink
    } else {
        theme.ink3
    };
    label_at(
        ui,
        eye.center(),
        Align2::CENTER_CENTER,
        sign,
        Face::ICON,
        color,
    );
    if toggle.has_focus() {
        focus_ring(ui, eye);
    }
    if toggle.clicked() {
        commands.push(Command::ToggleLayer(layer));
    }
}

/// Height of a rail's entry: an icon and a count.
const RAIL_ROW: f32 = 48.0;

/// The list folded: one icon with its count for each layer; a click unfolds the list on it.
pub fn rail_ui(cx: &ViewContext<'_>, ui: &mut Ui, rect: Rect, commands: &mut Vec<Command>) {
    let theme = cx.theme;
    ui.painter().rect_filled(rect, 0.0, theme.chrome);
    ui.painter().vline(
        rect.right() - 0.5,
        rect.y_range(),
        Stroke::new(1.0, theme.line2),
    );
    let all = (
        icons::LIST_MAGNIFYING_GLASS,
        theme.ink2,
        "Findings",
        cx.state.filtered().count(),
        None,
    );
    let counts = Layer::ALL.into_iter().zip(cx.state.counts());
    let layers = counts.map(|(it, count)| {
        let hue = if cx.state.choices.shows(it) {
            theme.hue(it)
        } else {
            theme.ink3
        };
        (it.icon(), hue, it.name(), count, Some(it))
    });
    let mut y = rect.top() + 10.0;
    for (icon, hue, name, count, filter) in std::iter::once(all).chain(layers) {
        let row = Rect::from_min_size(pos2(rect.left(), y), vec2(rect.width() - 1.0, RAIL_ROW));
        y += RAIL_ROW;
        let response = ui.interact(row, ui.scope_id().with(("rail", name)), Sense::click());
        response.widget_info(|| {
            WidgetInfo::labeled(
                Role::Button,
                true,
                format!("{name}: {count}. Unfold the list"),
            )
        });
        if response.hovered() {
            ui.painter().rect_filled(row, 0.0, theme.hover);
        }
        if response.has_focus() {
            focus_ring(ui, row);
        }
        let at = row.center_top() + vec2(0.0, 15.0);
        label_at(ui, at, Align2::CENTER_CENTER, icon, Face::ICON, hue);
        let at = row.center_top() + vec2(0.0, 34.0);
        label_at(
            ui,
            at,
            Align2::CENTER_CENTER,
            &count.to_string(),
            Face::MICRO,
            theme.ink2,
        );
        if response
            .on_hover_text(format!("{name}. Unfold the list  F"))
            .clicked()
        {
            commands.push(Command::Filter(filter));
            commands.push(Command::ToggleFindings);
        }
    }
}

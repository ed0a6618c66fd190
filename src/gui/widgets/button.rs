//! Buttons: a label, an icon, or both.

use eframe::egui::{
    self, Align2, Color32, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, Widget, WidgetInfo,
    vec2,
};

use crate::gui::theme::{Face, Theme, size};

/// How much a button asks for attention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Filled with the accent: the one thing to do.
    Primary,
    /// With an edge.
    Plain,
    /// Text or icon alone.
    Quiet,
    /// Text in the accent, like a link.
    Link,
    /// Chosen among its neighbors.
    Chosen,
}

/// A button with an icon, a label and the key that does the same; any may be missing.
pub struct Button<'a> {
    pub icon: Option<&'a str>,
    pub label: &'a str,
    pub key: &'a str,
    pub weight: Weight,
    /// What a screen reader says, and the tooltip of an icon alone.
    pub name: &'a str,
}

const PADDING: f32 = 10.0;
const GAP: f32 = 8.0;

impl Widget for Button<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let theme = Theme::of(ui);
        let color = match self.weight {
            Weight::Primary => theme.on_accent,
            Weight::Plain | Weight::Chosen => theme.ink,
            Weight::Quiet => theme.ink2,
            Weight::Link => theme.accent,
        };
        let face = match self.weight {
            Weight::Quiet | Weight::Link => Face::UI,
            Weight::Primary | Weight::Plain | Weight::Chosen => Face::UI_MEDIUM,
        };
        let part = |face: Face, text: &str, color: Color32| {
            (!text.is_empty()).then(|| {
                ui.painter()
                    .layout_no_wrap(text.to_owned(), face.font(), color)
            })
        };
        let parts: Vec<_> = [
            part(Face::ICON, self.icon.unwrap_or_default(), color),
            part(face, self.label, color),
            part(Face::MICRO, self.key, color.gamma_multiply(0.8)),
        ]
        .into_iter()
        .flatten()
        .collect();
        let widths: f32 = parts.iter().map(|it| it.size().x).sum();
        let gaps = GAP * parts.len().saturating_sub(1) as f32;
        let padding = if self.label.is_empty() { 6.0 } else { PADDING };
        let height = match self.weight {
            Weight::Primary | Weight::Plain => size::PRIMARY_CONTROL,
            Weight::Quiet | Weight::Link | Weight::Chosen => size::CONTROL,
        };
        let (rect, response) =
            ui.allocate_exact_size(vec2(widths + gaps + 2.0 * padding, height), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, self.name));
        if ui.is_rect_visible(rect) {
            let pressed = response.is_pointer_button_down_on();
            let ground = match self.weight {
                Weight::Primary if pressed => theme.accent.gamma_multiply(0.85),
                Weight::Primary => theme.accent,
                Weight::Chosen => theme.paper,
                _ if pressed => theme.pressed,
                _ if response.hovered() => theme.hover,
                Weight::Plain => theme.raised,
                Weight::Quiet | Weight::Link => Color32::TRANSPARENT,
            };
            let edge = match self.weight {
                Weight::Plain => Stroke::new(1.0, theme.control_line),
                Weight::Chosen => Stroke::new(1.0, theme.line2),
                Weight::Primary | Weight::Quiet | Weight::Link => Stroke::NONE,
            };
            ui.painter()
                .rect(rect, 6.0, ground, edge, StrokeKind::Inside);
            if response.has_focus() {
                // Outside, where the button's own color does not hide it.
                focus_ring(ui, rect.expand(3.0));
            }
            let mut x = rect.left() + padding;
            for part in parts {
                let at = egui::pos2(x, rect.center().y - part.size().y / 2.0);
                x += part.size().x + GAP;
                ui.painter().galley(at, part, color);
            }
        }
        if self.label.is_empty() {
            let tip = if self.key.is_empty() {
                self.name.to_owned()
            } else {
                format!("{}  {}", self.name, self.key)
            };
            return response.on_hover_text(tip);
        }
        response
    }
}

/// An icon alone.
pub fn icon<'a>(icon: &'a str, name: &'a str) -> Button<'a> {
    Button {
        icon: Some(icon),
        label: "",
        key: "",
        weight: Weight::Quiet,
        name,
    }
}

/// The ring that shows where the keyboard is.
pub fn focus_ring(ui: &Ui, rect: egui::Rect) {
    let theme = Theme::of(ui);
    ui.painter()
        .rect_stroke(rect, 6.0, Stroke::new(2.0, theme.focus), StrokeKind::Inside);
}

/// Draws a line of text and returns its size.
pub fn label_at(
    ui: &Ui,
    at: egui::Pos2,
    align: Align2,
    text: &str,
    face: Face,
    color: Color32,
) -> Vec2 {
    ui.painter()
        .text(at, align, text, face.font(), color)
        .size()
}

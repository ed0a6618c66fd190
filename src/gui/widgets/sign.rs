//! Presence signs: what an outlet has of a finding. Painted, so that they stay crisp.

use eframe::egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, pos2, vec2};

use crate::gui::theme::Theme;
use crate::model::Presence;

/// Side of a sign, in points.
pub const SIDE: f32 = 9.0;

/// Paints one sign; `hue` is that of the finding's layer.
pub fn paint(painter: &Painter, theme: &Theme, center: Pos2, presence: Presence, hue: Color32) {
    let square = Rect::from_center_size(center, vec2(SIDE - 1.0, SIDE - 1.0));
    let r = SIDE / 2.0;
    match presence {
        Presence::Same => {
            painter.rect_filled(square, 0.0, theme.ink2);
        }
        Presence::Edited => {
            painter.rect_stroke(
                square,
                0.0,
                Stroke::new(1.2, theme.ink2),
                StrokeKind::Inside,
            );
            let half = Rect::from_min_max(square.min, pos2(center.x, square.max.y));
            painter.rect_filled(half, 0.0, theme.ink2);
        }
        Presence::OtherSpeaker => {
            let points = [(0.0, -r), (r, 0.0), (0.0, r), (-r, 0.0)];
            let points = points.map(|(x, y)| center + vec2(x, y)).to_vec();
            painter.add(Shape::convex_polygon(points, hue, Stroke::NONE));
        }
        Presence::Reported => {
            let corners = [
                square.left_top(),
                square.right_top(),
                square.right_bottom(),
                square.left_bottom(),
                square.left_top(),
            ];
            painter.extend(Shape::dashed_line(
                &corners,
                Stroke::new(1.2, theme.ink2),
                2.0,
                1.6,
            ));
        }
        Presence::Differs => {
            let points = [(0.0, -r), (r, r - 0.5), (-r, r - 0.5)];
            let points = points.map(|(x, y)| center + vec2(x, y)).to_vec();
            painter.add(Shape::convex_polygon(points, hue, Stroke::NONE));
        }
        Presence::OnlyHere => {
            let stroke = Stroke::new(2.2, hue);
            painter.line_segment([center - vec2(r, 0.0), center + vec2(r, 0.0)], stroke);
            painter.line_segment([center - vec2(0.0, r), center + vec2(0.0, r)], stroke);
        }
        Presence::Open => {
            painter.circle_filled(center, 1.6, theme.ink3);
        }
        Presence::NoMatch => {
            let stroke = Stroke::new(1.2, theme.disabled);
            painter.line_segment([center - vec2(3.0, 0.0), center + vec2(3.0, 0.0)], stroke);
        }
    }
}

/// The sign in words, for screen readers.
pub fn name(presence: Presence) -> &'static str {
    match presence {
        Presence::Same => "same",
        Presence::Edited => "edited",
        Presence::OtherSpeaker => "other speaker",
        Presence::Reported => "reported",
        Presence::Differs => "differs",
        Presence::OnlyHere => "only here",
        Presence::Open => "may tell it in other words",
        Presence::NoMatch => "no match found",
    }
}

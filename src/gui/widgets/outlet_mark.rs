//! The mark of an outlet: a disc, eight ways cut. Round is an outlet, angular is a sign.

use eframe::egui::{Painter, Pos2, Rect, Shape, Stroke, pos2, vec2};

use crate::gui::theme::Theme;

const RADIUS: f32 = 5.0;

/// Paints the mark of the outlet that was added as number `nth`.
pub fn paint(painter: &Painter, theme: &Theme, center: Pos2, nth: usize) {
    let color = theme.outlets[nth % theme.outlets.len()];
    let ring = Stroke::new(1.8, color);
    let half = |from: f32| {
        let points = (0..=16)
            .map(|it| {
                let angle = from + std::f32::consts::PI * it as f32 / 16.0;
                center + RADIUS * vec2(angle.cos(), angle.sin())
            })
            .collect();
        Shape::convex_polygon(points, color, Stroke::NONE)
    };
    let bar = |size: (f32, f32)| {
        let cut = Rect::from_center_size(center, vec2(size.0, size.1));
        painter.circle_filled(center, RADIUS, color);
        painter.rect_filled(cut, 0.0, theme.chrome);
    };
    match nth % 8 {
        0 => {
            painter.circle_filled(center, RADIUS, color);
        }
        1 => {
            painter.circle_stroke(center, RADIUS - 1.0, ring);
        }
        2 => {
            painter.circle_stroke(center, RADIUS - 0.6, Stroke::new(1.2, color));
            painter.add(half(std::f32::consts::FRAC_PI_2));
        }
        3 => {
            painter.circle_stroke(center, RADIUS - 0.6, Stroke::new(1.2, color));
            painter.add(half(0.0));
        }
        4 => bar((2.0 * RADIUS, 2.4)),
        5 => bar((2.4, 2.0 * RADIUS)),
        6 => {
            painter.circle_stroke(center, RADIUS - 0.8, Stroke::new(1.4, color));
            painter.circle_filled(center, 1.8, color);
        }
        _ => {
            painter.circle_filled(center, RADIUS, color);
            let cut = Rect::from_min_size(pos2(center.x, center.y - RADIUS), vec2(RADIUS, RADIUS));
            painter.rect_filled(cut, 0.0, theme.chrome);
        }
    }
}

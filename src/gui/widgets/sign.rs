//! Presence signs: what an outlet has of a finding. Painted, so that they stay crisp.

use eframe::egui::{
    Align2, Color32, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, pos2, vec2,
};

use super::button::label_at;
use crate::gui::theme::{Face, Theme};
use crate::model::Presence;

/// Side of a sign, in points.
pub const SIDE: f32 = 9.0;
/// Signs that stand side by side; those of more outlets become counts.
pub const MOST: usize = 8;

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

/// Presence signs, right-aligned; counts by sign where there are too many outlets.
pub fn row(ui: &Ui, right: Pos2, presence: &[Presence], hue: Color32) {
    const STEP: f32 = SIDE + 4.5;
    let theme = Theme::of(ui);
    if presence.len() <= MOST {
        for (at, it) in presence.iter().rev().enumerate() {
            let center = right - vec2(SIDE / 2.0 + STEP * at as f32, 0.0);
            paint(ui.painter(), theme, center, *it, hue);
        }
        return;
    }
    let mut counts: Vec<(Presence, usize)> = Vec::new();
    for it in presence {
        match counts.iter_mut().find(|known| known.0 == *it) {
            Some(known) => known.1 += 1,
            None => counts.push((*it, 1)),
        }
    }
    counts.sort_by_key(|it| std::cmp::Reverse(it.0));
    let mut x = right.x;
    for (it, n) in counts {
        let size = label_at(
            ui,
            pos2(x, right.y),
            Align2::RIGHT_CENTER,
            &n.to_string(),
            Face::MICRO,
            theme.ink2,
        );
        x -= size.x + SIDE / 2.0 + 3.0;
        paint(ui.painter(), theme, pos2(x, right.y), it, hue);
        x -= SIDE / 2.0 + 7.0;
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

//! The lines under words: each layer has its own, so that color is never the only sign.

use eframe::egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, pos2, vec2};

use crate::gui::layer::Layer;

/// Points from the bottom of a row up to the line of the first layer.
const RISE: f32 = 2.5;

/// Paints the line of a layer under the rows of some words.
pub fn under(painter: &Painter, rows: &[Rect], layer: Layer, color: Color32) {
    for (at, row) in rows.iter().enumerate() {
        let y = (row.bottom() - RISE).round() - 0.5;
        let (left, right) = (pos2(row.left(), y), pos2(row.right(), y));
        match layer {
            Layer::Shared => {
                painter.line_segment([left, right], Stroke::new(1.0, color));
            }
            Layer::Attribution => {
                painter.line_segment([left, right], Stroke::new(1.0, color));
                let lower = vec2(0.0, 2.0);
                painter.line_segment([left + lower, right + lower], Stroke::new(1.0, color));
            }
            Layer::Edits => dots(painter, left, right, color),
            Layer::Wording => zigzag(painter, left, right, color),
            Layer::Facts => {
                painter.extend(Shape::dashed_line(
                    &[left, right],
                    Stroke::new(1.4, color),
                    6.0,
                    3.0,
                ));
            }
            Layer::Evidence => {
                painter.line_segment([left, right], Stroke::new(1.8, color));
                if at == 0 {
                    let foot = left + vec2(0.9, 0.0);
                    painter.line_segment([foot - vec2(0.0, 6.0), foot], Stroke::new(1.8, color));
                }
            }
        }
    }
}

/// A zigzag, 2 points high.
fn zigzag(painter: &Painter, left: Pos2, right: Pos2, color: Color32) {
    const STEP: f32 = 2.5;
    let n = ((right.x - left.x) / STEP).floor().max(1.0) as usize;
    let points = (0..=n)
        .map(|it| left + vec2(it as f32 * STEP, if it % 2 == 0 { 1.0 } else { -1.0 }))
        .collect();
    painter.line(points, Stroke::new(1.0, color));
}

/// Dashes 4 + 4: reported, not quoted.
pub fn reported(painter: &Painter, rows: &[Rect], color: Color32) {
    for row in rows {
        let y = (row.bottom() - RISE).round() - 0.5;
        let line = [pos2(row.left(), y), pos2(row.right(), y)];
        painter.extend(Shape::dashed_line(&line, Stroke::new(1.0, color), 4.0, 4.0));
    }
}

fn dots(painter: &Painter, left: Pos2, right: Pos2, color: Color32) {
    let mut x = left.x + 1.0;
    while x < right.x {
        painter.circle_filled(pos2(x, left.y), 1.0, color);
        x += 3.4;
    }
}

/// Slanting lines over an area: no words here.
pub fn hatch(painter: &Painter, area: Rect, color: Color32) {
    const STEP: f32 = 9.0;
    let painter = painter.with_clip_rect(area.intersect(painter.clip_rect()));
    let stroke = Stroke::new(0.8, color);
    let mut x = area.left() - area.height();
    while x < area.right() {
        // On one grid, so that areas side by side join.
        let from = (x / STEP).round() * STEP;
        let line = [
            pos2(from, area.bottom()),
            pos2(from + area.height(), area.top()),
        ];
        painter.line_segment(line, stroke);
        x += STEP;
    }
}

/// `‸`: here others have words.
pub fn caret(painter: &Painter, at: Pos2, color: Color32) {
    let stroke = Stroke::new(1.4, color);
    painter.line_segment([at + vec2(-3.0, 4.0), at], stroke);
    painter.line_segment([at, at + vec2(3.0, 4.0)], stroke);
}

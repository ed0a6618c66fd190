//! Ribbons: bands that join the same words in two columns, in the gutter alone.

use eframe::egui::{Color32, Mesh, Painter, Shape, Stroke, lerp, pos2};

/// An edge of a block at which a ribbon begins or ends: x, top, bottom.
pub type Edge = (f32, f32, f32);

/// A band from one block's right edge to the next one's left edge.
pub fn fill(painter: &Painter, from: Edge, to: Edge, color: Color32) {
    let mut mesh = Mesh::default();
    for (step, (x, top, bottom)) in curve(from, to).enumerate() {
        mesh.colored_vertex(pos2(x, top), color);
        mesh.colored_vertex(pos2(x, bottom), color);
        if step > 0 {
            let at = 2 * step as u32;
            mesh.add_triangle(at - 2, at - 1, at);
            mesh.add_triangle(at - 1, at + 1, at);
        }
    }
    painter.add(Shape::mesh(mesh));
}

/// The outline of a ribbon: along its upper and lower edge, and at its two ends. Dashed where it
/// leads to words that are only reported.
pub fn edges(painter: &Painter, from: Edge, to: Edge, color: Color32, dashed: bool) {
    let stroke = Stroke::new(1.0, color);
    let upper = curve(from, to).map(|it| pos2(it.0, it.1)).collect();
    let lower = curve(from, to).map(|it| pos2(it.0, it.2)).collect();
    let ends = [from, to].map(|(x, top, bottom)| vec![pos2(x, top), pos2(x, bottom)]);
    for points in [vec![upper, lower], ends.to_vec()].concat() {
        if dashed {
            painter.extend(Shape::dashed_line(&points, stroke, 4.0, 4.0));
        } else {
            painter.line(points, stroke);
        }
    }
}

fn curve(from: Edge, to: Edge) -> impl Iterator<Item = Edge> {
    const STEPS: u16 = 16;
    (0..=STEPS).map(move |step| {
        let t = f32::from(step) / f32::from(STEPS);
        let eased = t * t * (3.0 - 2.0 * t);
        let x = lerp(from.0..=to.0, t);
        (x, lerp(from.1..=to.1, eased), lerp(from.2..=to.2, eased))
    })
}

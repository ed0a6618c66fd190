//! Fills egui's triangles on the processor, the same pixels on every machine.

use std::collections::HashMap;

use eframe::egui::epaint::{ClippedPrimitive, Primitive, Vertex};
use eframe::egui::{Color32, ColorImage, ImageData, Rect, TextureId, TexturesDelta, Vec2};

/// Textures, kept from frame to frame, and how to fill triangles with them.
#[derive(Default)]
pub struct Painter {
    textures: HashMap<TextureId, ColorImage>,
}

impl Painter {
    /// Takes the textures that a frame brought.
    #[expect(
        clippy::iter_over_hash_type,
        reason = "each texture has a slot of its own, in any order"
    )]
    pub fn take(&mut self, delta: &mut TexturesDelta) {
        for (id, changes) in delta.set.drain() {
            for change in changes {
                let ImageData::Color(image) = &change.image;
                let Some([left, top]) = change.pos else {
                    self.textures.insert(id, image.as_ref().clone());
                    continue;
                };
                let Some(whole) = self.textures.get_mut(&id) else {
                    continue;
                };
                let width = whole.size[0];
                for (row, line) in image.pixels.chunks(image.size[0].max(1)).enumerate() {
                    let from = (top + row) * width + left;
                    if let Some(place) = whole.pixels.get_mut(from..from + line.len()) {
                        place.copy_from_slice(line);
                    }
                }
            }
        }
    }

    /// Fills the triangles of a frame, on black.
    #[expect(
        clippy::disallowed_methods,
        reason = "these are pixels of what was painted"
    )]
    pub fn paint(&self, triangles: &[ClippedPrimitive], size: Vec2, scale: f32) -> ColorImage {
        let width = (size.x * scale).round() as usize;
        let height = (size.y * scale).round() as usize;
        let mut pixels = Vec::with_capacity(width * height);
        for top in (0..height).step_by(BAND) {
            let mut canvas = Canvas {
                width,
                top,
                height: BAND.min(height - top),
                scale,
                pixels: vec![[0.0, 0.0, 0.0, 255.0]; width * BAND.min(height - top)],
            };
            self.paint_band(triangles, &mut canvas);
            pixels.extend(canvas.pixels.iter().map(|it| {
                let [r, g, b, _] = it.map(|it| (it + 0.5) as u8);
                Color32::from_rgb(r, g, b)
            }));
        }
        ColorImage::new([width, height], pixels)
    }

    fn paint_band(&self, triangles: &[ClippedPrimitive], canvas: &mut Canvas) {
        for clipped in triangles {
            let Primitive::Mesh(mesh) = &clipped.primitive else {
                continue;
            };
            let Some(texture) = self.textures.get(&mesh.texture_id) else {
                continue;
            };
            let clip = canvas.clip(clipped.clip_rect);
            if clip[1] >= clip[3] {
                continue;
            }
            for corners in mesh.indices.chunks_exact(3) {
                let corner = |it: usize| mesh.vertices.get(corners[it] as usize);
                if let (Some(a), Some(b), Some(c)) = (corner(0), corner(1), corner(2)) {
                    canvas.fill([a, b, c], texture, clip);
                }
            }
        }
    }
}

/// Rows of pixels that are painted at a time: a long picture never stands in memory as numbers.
const BAND: usize = 512;

/// Some rows of a picture.
struct Canvas {
    width: usize,
    /// Number of the first row in the picture.
    top: usize,
    height: usize,
    scale: f32,
    /// Premultiplied, 0 to 255, in gamma space as egui blends.
    pixels: Vec<[f32; 4]>,
}

/// Pixels that may be painted: left, top, right, bottom.
type Clip = [i32; 4];

impl Canvas {
    fn clip(&self, rect: Rect) -> Clip {
        let at = |it: f32, from: usize, to: usize| {
            (it * self.scale).round().clamp(from as f32, to as f32) as i32
        };
        let (top, bottom) = (self.top, self.top + self.height);
        [
            at(rect.min.x, 0, self.width),
            at(rect.min.y, top, bottom),
            at(rect.max.x, 0, self.width),
            at(rect.max.y, top, bottom),
        ]
    }

    fn fill(&mut self, corners: [&Vertex; 3], texture: &ColorImage, clip: Clip) {
        let at = corners.map(|it| (it.pos.x * self.scale, it.pos.y * self.scale));
        let area = cross(at[0], at[1], at[2]);
        if area == 0.0 {
            return;
        }
        let sign = area.signum();
        let least = |it: [f32; 3]| it.into_iter().fold(f32::MAX, f32::min).floor() as i32;
        let most = |it: [f32; 3]| it.into_iter().fold(f32::MIN, f32::max).ceil() as i32;
        let (xs, ys) = (at.map(|it| it.0), at.map(|it| it.1));
        let (left, right) = (least(xs).max(clip[0]), most(xs).min(clip[2]));
        let (top, bottom) = (least(ys).max(clip[1]), most(ys).min(clip[3]));
        // An edge that two triangles share is painted by one of them.
        let owns = |a: (f32, f32), b: (f32, f32)| {
            let (dx, dy) = ((b.0 - a.0) * sign, (b.1 - a.1) * sign);
            dy < 0.0 || dy == 0.0 && dx > 0.0
        };
        let edges = [(at[1], at[2]), (at[2], at[0]), (at[0], at[1])];
        for y in top..bottom {
            for x in left..right {
                let center = (x as f32 + 0.5, y as f32 + 0.5);
                let weights = edges.map(|(a, b)| cross(a, b, center) * sign);
                let outside = weights
                    .iter()
                    .zip(edges)
                    .any(|(weight, (a, b))| *weight < 0.0 || *weight == 0.0 && !owns(a, b));
                if outside {
                    continue;
                }
                let shares = weights.map(|it| it / area.abs());
                let color = mixed(corners, shares);
                let texel = sample(texture, corners, shares);
                let source: [f32; 4] = std::array::from_fn(|it| texel[it] * color[it] / 255.0);
                if let Some(pixel) = self
                    .pixels
                    .get_mut((y as usize - self.top) * self.width + x as usize)
                {
                    let rest = 1.0 - source[3] / 255.0;
                    *pixel = std::array::from_fn(|it| source[it] + pixel[it] * rest);
                }
            }
        }
    }
}

fn cross(a: (f32, f32), b: (f32, f32), p: (f32, f32)) -> f32 {
    (b.0 - a.0) * (p.1 - a.1) - (b.1 - a.1) * (p.0 - a.0)
}

fn channels(color: Color32) -> [f32; 4] {
    color.to_array().map(f32::from)
}

fn mixed(corners: [&Vertex; 3], shares: [f32; 3]) -> [f32; 4] {
    let colors = corners.map(|it| channels(it.color));
    std::array::from_fn(|it| {
        (0..3)
            .map(|corner| colors[corner][it] * shares[corner])
            .sum()
    })
}

/// The texture between the corners, bilinear.
fn sample(texture: &ColorImage, corners: [&Vertex; 3], shares: [f32; 3]) -> [f32; 4] {
    let [width, height] = texture.size;
    let flat = corners[0].uv == corners[1].uv && corners[1].uv == corners[2].uv;
    let (u, v) = if flat {
        (corners[0].uv.x, corners[0].uv.y)
    } else {
        (
            (0..3).map(|it| corners[it].uv.x * shares[it]).sum(),
            (0..3).map(|it| corners[it].uv.y * shares[it]).sum(),
        )
    };
    let (x, y) = (u * width as f32 - 0.5, v * height as f32 - 0.5);
    let (part_x, part_y) = (x - x.floor(), y - y.floor());
    let texel = |dx: f32, dy: f32| {
        let column = (x.floor() + dx).clamp(0.0, width as f32 - 1.0) as usize;
        let row = (y.floor() + dy).clamp(0.0, height as f32 - 1.0) as usize;
        texture
            .pixels
            .get(row * width + column)
            .map_or([0.0; 4], |it| channels(*it))
    };
    let (a, b, c, d) = (
        texel(0.0, 0.0),
        texel(1.0, 0.0),
        texel(0.0, 1.0),
        texel(1.0, 1.0),
    );
    std::array::from_fn(|it| {
        let upper = a[it] * (1.0 - part_x) + b[it] * part_x;
        let lower = c[it] * (1.0 - part_x) + d[it] * part_x;
        upper * (1.0 - part_y) + lower * part_y
    })
}

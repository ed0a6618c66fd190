//! The off-screen painter: the window as pixels, without window, graphics card or driver.
//!
//! Fills egui's triangles on the processor, so that a picture is the same on every machine. It
//! makes the README's pictures, and plugs into egui_kittest for tests. Only bundled fonts are used.
//! Paint callbacks are not supported; we have none.

pub mod painter;

use std::num::TryFromIntError;
use std::path::{Path, PathBuf};

use eframe::egui::epaint::ClippedPrimitive;
use eframe::egui::{self, ColorImage, Pos2, Rect, Shape, Ui, Vec2};

use super::app::App;
use super::command::{Command, Part, View};
use super::theme::{self, Look, Theme};
use crate::pipeline::Input;
use painter::Painter;

/// What picture is wanted.
#[derive(Clone, Debug)]
pub struct PictureOptions {
    /// Width and height in points.
    pub size: [f32; 2],
    /// Pixels for a point.
    pub scale: f32,
    pub look: Look,
    pub view: View,
    /// The finding to select, counted from 0.
    pub select: Option<usize>,
    pub part: Part,
}

/// The window on these articles, or a part of it. `None` if there is no such finding.
pub fn picture(inputs: Vec<Input>, options: &PictureOptions) -> Option<ColorImage> {
    let theme = options.look.theme();
    let mut screen = Screen::new(theme, Vec2::from(options.size), options.scale);
    let ctx = screen.ctx.clone();
    let mut app = App::new(&ctx, inputs);
    app.hold_still();
    app.apply(&ctx, Command::SetLook(options.look));
    app.settle(&ctx);
    app.apply(&ctx, Command::ShowView(options.view));
    screen.frame(|ui| app.frame(ui));
    if let Some(finding) = options.select {
        app.apply(&ctx, Command::SelectFinding(finding));
        if !app.has_selection() {
            return None;
        }
    }
    match options.part {
        Part::Window => {
            // The first frames measure text and bring columns level; what comes after is still.
            for _ in 0..3 {
                screen.frame(|ui| app.frame(ui));
            }
            Some(screen.drawn().paint())
        }
        Part::View => Some(app.draw_view(options.scale).paint()),
        Part::Selection => Some(app.draw_selection(options.scale)?.paint()),
    }
}

/// A screen that nobody sees.
pub struct Screen {
    ctx: egui::Context,
    painter: Painter,
    size: Vec2,
    scale: f32,
    /// Frames so far.
    n_frames: u32,
    /// Of the last frame.
    triangles: Vec<ClippedPrimitive>,
    /// How far down the words of the last frame reach.
    bottom: f32,
}

impl Screen {
    pub fn new(theme: &'static Theme, size: Vec2, scale: f32) -> Self {
        let ctx = egui::Context::default();
        ctx.set_pixels_per_point(scale);
        theme::install_fonts(&ctx);
        theme.apply(&ctx);
        Self {
            ctx,
            painter: Painter::default(),
            size,
            scale,
            n_frames: 0,
            triangles: Vec::new(),
            bottom: 0.0,
        }
    }

    pub fn frame(&mut self, contents: impl FnMut(&mut Ui)) {
        let input = egui::RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, self.size)),
            max_texture_side: Some(8192),
            time: Some(f64::from(self.n_frames)),
            ..egui::RawInput::default()
        };
        self.n_frames += 1;
        let mut output = self.ctx.run_ui(input, contents);
        self.painter.take(&mut output.textures_delta);
        let shapes = std::mem::take(&mut output.shapes);
        let bottoms = shapes.iter().map(|it| words_bottom(&it.shape));
        self.bottom = bottoms.fold(0.0, f32::max);
        self.triangles = self.ctx.tessellate(shapes, self.scale);
        output.drop_without_applying_deltas();
    }

    /// How far down the words of the last frame reach.
    pub fn words_bottom(&self) -> f32 {
        self.bottom
    }

    /// The last frame.
    pub fn drawn(self) -> Drawn {
        Drawn {
            painter: self.painter,
            triangles: self.triangles,
            size: self.size,
            scale: self.scale,
        }
    }
}

fn words_bottom(shape: &Shape) -> f32 {
    match shape {
        Shape::Text(it) => it.visual_bounding_rect().bottom(),
        Shape::Vec(shapes) => shapes.iter().map(words_bottom).fold(0.0, f32::max),
        _ => 0.0,
    }
}

/// A frame as paint lists: pixels can be made of it on another thread.
pub struct Drawn {
    painter: Painter,
    triangles: Vec<ClippedPrimitive>,
    size: Vec2,
    scale: f32,
}

impl Drawn {
    pub fn paint(&self) -> ColorImage {
        self.painter.paint(&self.triangles, self.size, self.scale)
    }
}

/// A path for a picture that nobody chose a place for: in the pictures folder or, without one, the
/// home folder, under the first free name.
pub fn free_path() -> PathBuf {
    let home = std::env::home_dir().unwrap_or_default();
    let folder = pictures_folder(&home).unwrap_or(home);
    let mut res = folder.join("Crossread.png");
    for number in 2.. {
        if !res.exists() {
            break;
        }
        res = folder.join(format!("Crossread {number}.png"));
    }
    res
}

fn pictures_folder(home: &Path) -> Option<PathBuf> {
    #[cfg(target_os = "linux")]
    if let Ok(Some(folder)) = xdg_user::pictures()
        && folder.is_dir()
    {
        return Some(folder);
    }
    Some(home.join("Pictures")).filter(|it| it.is_dir())
}

/// Why a picture could not be written.
#[derive(Debug, thiserror::Error)]
pub enum PictureError {
    #[error("the picture is too large to be written")]
    TooLarge(#[from] TryFromIntError),
    #[error("the picture cannot be encoded")]
    Encoding(#[from] png::EncodingError),
}

/// A picture as the bytes of a PNG file.
///
/// # Errors
/// If it is empty or too large for the format.
pub fn png(image: &ColorImage) -> Result<Vec<u8>, PictureError> {
    let [width, height] = image.size;
    let mut res = Vec::new();
    let mut encoder = png::Encoder::new(&mut res, width.try_into()?, height.try_into()?);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::High);
    let pixels = image.pixels.iter();
    let bytes: Vec<u8> = pixels.flat_map(|it| [it.r(), it.g(), it.b()]).collect();
    encoder.write_header()?.write_image_data(&bytes)?;
    Ok(res)
}

//! What is saved where the reader chose.

use std::path::PathBuf;

use eframe::egui;

use super::App;
use super::apply::NOTHING_SELECTED;
use crate::gui::command::{Part, Purpose};
use crate::gui::worker::{Job, Picture, Report};
use crate::project;

/// Pixels for a point in pictures that are drawn apart.
pub const PICTURE_SCALE: f32 = 2.0;

impl App {
    /// Saves at a path that the reader chose.
    pub fn save_at(&mut self, ctx: &egui::Context, purpose: Purpose, path: PathBuf) {
        let drawn = match purpose {
            Purpose::Picture(Part::Window) => return self.worker.save_picture(Some(path)),
            Purpose::Report(format) => {
                return self.worker.start(Job::SaveReport(Box::new(Report {
                    format,
                    story: self.state.story.clone(),
                    comparison: self.state.comparison.clone(),
                    problems: self.state.problems.clone(),
                    path,
                })));
            }
            Purpose::Decisions => {
                let standings = &self.state.comparison.standings;
                let text = project::lines(&self.state.decisions, standings);
                return self.worker.start(Job::SaveText { text, path });
            }
            Purpose::Set => return self.save_set(Some(path)),
            Purpose::Picture(Part::View) => Some(self.draw_view(PICTURE_SCALE)),
            Purpose::Picture(Part::Selection) => self.draw_selection(PICTURE_SCALE),
        };
        match drawn {
            Some(drawn) => self.worker.start(Job::SavePicture {
                picture: Picture::Drawn(Box::new(drawn)),
                path: Some(path),
            }),
            None => self.toast(ctx, NOTHING_SELECTED.to_owned()),
        }
    }
}

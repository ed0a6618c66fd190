//! What the worker answers, taken into the state.

use std::sync::Arc;

use eframe::egui;

use super::App;
use crate::gui::command::{Command, Question};
use crate::gui::worker::Outcome;
use crate::model::{Article, ArticleKey, Problem};
use crate::pipeline::Input;

/// More articles that come together take no columns from those that are read.
const MOST_OPENED: usize = 4;

impl App {
    /// Opens the columns of articles that were not there before, if they are few.
    fn open_new(&mut self, articles: &[Arc<Article>]) {
        let known = |it: &Arc<Article>| self.state.articles.iter().any(|old| old.key == it.key);
        if self.state.articles.is_empty() {
            return;
        }
        let new: Vec<ArticleKey> = articles
            .iter()
            .filter(|it| !known(it))
            .map(|it| it.key)
            .collect();
        if new.len() <= MOST_OPENED {
            self.state.choices.opened.splice(0..0, new);
        }
    }

    pub(super) fn take(&mut self, ctx: &egui::Context, outcome: Outcome) {
        match outcome {
            Outcome::Compared(compared) if compared.generation == self.generation => {
                self.busy_since = None;
                let pasted = |it: &Input| matches!(it, Input::Text { .. });
                if self.unread.iter().any(pasted) {
                    self.made();
                }
                self.touch();
                self.unread.clear();
                self.open_new(&compared.articles);
                self.state.articles = compared.articles;
                if self.state.articles.is_empty() {
                    // What was opened held none.
                    self.opened_paths.clear();
                }
                self.name_set();
                self.state.problems.extend(compared.problems);
                self.state.land(compared.story, compared.comparison);
                if let Some(decision) = self.changed.take() {
                    self.select_changed(&decision);
                }
                self.level_wanted = self.state.selection.is_some();
            }
            Outcome::Cancelled { generation } if generation == self.generation => {
                self.busy_since = None;
                self.changed = None;
                self.unread.clear();
                self.state.articles = self.state.compared_articles();
                self.toast(ctx, "Cancelled. The comparison is as it was".to_owned());
            }
            Outcome::Compared(_) | Outcome::Cancelled { .. } => {}
            Outcome::PictureSaved(path) => {
                self.toast(ctx, format!("Picture saved as {}", path.display()));
            }
            Outcome::PictureCopied(picture) => {
                ctx.copy_image(picture);
                self.toast(ctx, "Copied as a picture".to_owned());
            }
            Outcome::ReportSaved(path) => {
                self.toast(ctx, format!("Saved as {}", path.display()));
            }
            Outcome::Opened(path, loaded) => match *loaded {
                Ok(loaded) => self.take_set(ctx, loaded, Some(path)),
                Err(message) => {
                    self.busy_since = None;
                    let file = path.display().to_string();
                    self.state.problems.push(Problem { file, message });
                    if !self.unread.is_empty() {
                        self.compare(ctx);
                    }
                }
            },
            Outcome::SetSaved(path, Ok(())) => {
                self.toast(ctx, format!("Saved as {}", path.display()));
                self.opened_paths = vec![path.clone()];
                self.set.saved_as = Some(path);
                self.name_set();
            }
            Outcome::SetSaved(_, Err(message)) => {
                self.set.unsaved = true;
                self.toast(ctx, message);
            }
            Outcome::NoDialog(purpose) => self.ask(ctx, Question::Path(purpose)),
            Outcome::Kept => {}
            Outcome::Failed(message) => self.toast(ctx, message),
            Outcome::FilesChosen(paths) => self.apply(ctx, Command::AddFiles(paths)),
            Outcome::PathChosen(purpose, path) => self.save_at(ctx, purpose, path),
        }
    }
}

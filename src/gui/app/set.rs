//! The set: what comes into it, and its file, opened, saved, kept from crashes.
//!
//! A window keeps what it holds in a file of its own, a few seconds behind. If the window ends with
//! decisions or pasted texts that are in no file of the reader's, that file stays, and the next
//! start offers it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui;

use super::App;
use crate::gui::command::Purpose;
use crate::gui::settings;
use crate::gui::state::LeftBehind;
use crate::gui::worker::Job;
use crate::model::Problem;
use crate::pipeline::{self, Input};
use crate::project::autosave::{self, Autosave, Pace, Recoverable};
use crate::project::{ENDING, Loaded, Project};

/// The set's file, and the file that keeps it from crashes.
#[derive(Default)]
pub struct SetFile {
    /// Where the reader saved it.
    pub saved_as: Option<PathBuf>,
    /// The reader would lose something that is in no file of theirs.
    pub unsaved: bool,
    pace: Pace,
    folder: Option<PathBuf>,
    autosave: Option<Arc<Autosave>>,
    /// What windows before left, as the state lists it.
    left_behind: Vec<Recoverable>,
}

/// Takes the first set out of paths.
pub fn take_set(paths: &mut Vec<PathBuf>) -> Option<PathBuf> {
    let is_set = |it: &PathBuf| it.extension().is_some_and(|it| it == ENDING);
    let at = paths.iter().position(is_set)?;
    Some(paths.remove(at))
}

impl App {
    /// Keeps what the window holds in a file of `folder`, and offers what others left there.
    pub fn keep_in(&mut self, folder: PathBuf) {
        self.set.left_behind = autosave::recoverable(&folder);
        self.list_left_behind();
        // Without it the window works all the same; a crash would lose more.
        self.set.autosave = Autosave::begin(&folder).ok().map(Arc::new);
        self.set.folder = Some(folder);
    }

    fn list_left_behind(&mut self) {
        let told = |it: &Recoverable| LeftBehind {
            name: it
                .load()
                .map_or_else(|it| it.to_string(), |it| described(&it)),
            secs: it
                .saved_at
                .and_then(|it| it.elapsed().ok())
                .map(|it| it.as_secs()),
        };
        self.state.left_behind = self.set.left_behind.iter().map(told).collect();
    }

    pub(super) fn add(&mut self, ctx: &egui::Context, inputs: Vec<Input>) {
        self.unread.extend(inputs);
        self.state.problems.clear();
        self.compare(ctx);
    }

    pub(super) fn add_text(&mut self, ctx: &egui::Context, text: String) {
        if text.trim().is_empty() {
            return self.toast(ctx, "The clipboard holds no text".to_owned());
        }
        if self.state.articles.iter().any(|it| it.text == text) {
            return self.toast(ctx, "Already here, same text".to_owned());
        }
        let taken = |name: &str| {
            let unread = self
                .unread
                .iter()
                .any(|it| matches!(it, Input::Text { name: known, .. } if known == name));
            unread || self.state.articles.iter().any(|it| it.file == name)
        };
        let name = (1..)
            .map(|n| format!("Pasted text {n}"))
            .find(|it| !taken(it));
        self.add(
            ctx,
            vec![Input::Text {
                name: name.unwrap_or_default(),
                text,
            }],
        );
    }

    /// Something changed that a crash should not take.
    pub(super) fn touch(&mut self) {
        self.set.pace.change();
    }

    /// Something changed that the reader made.
    pub(super) fn made(&mut self) {
        self.set.unsaved = true;
        self.touch();
    }

    /// Saves what changed, every few seconds.
    pub(super) fn keep(&mut self, ctx: &egui::Context, now: f64) {
        let Some(autosave) = &self.set.autosave else {
            return;
        };
        if self.busy_since.is_some() {
            return;
        }
        if self.set.pace.is_due(now) {
            self.worker.start(Job::Keep {
                autosave: Arc::clone(autosave),
                project: Box::new(self.project()),
                saved_as: self.set.saved_as.clone(),
            });
        } else if self.set.pace.is_waiting() {
            ctx.request_repaint_after_secs(1.0);
        }
    }

    fn project(&self) -> Project {
        Project {
            articles: self.state.articles.clone(),
            log: self.state.decisions.clone(),
            view: settings::of_set(&self.state.choices),
        }
    }

    pub(super) fn save_set(&mut self, path: Option<PathBuf>) {
        match path.or_else(|| self.set.saved_as.clone()) {
            Some(path) => {
                let project = Box::new(self.project());
                self.worker.start(Job::SaveSet { project, path });
                self.set.unsaved = false;
            }
            None => self.worker.choose_path(Purpose::Set),
        }
    }

    /// Opens a set; `others` join it.
    pub(super) fn open_set(&mut self, ctx: &egui::Context, path: PathBuf, others: Vec<PathBuf>) {
        self.unread.extend(others.into_iter().map(Input::Path));
        self.busy_since = Some(self.busy_since.unwrap_or(ctx.input(|it| it.time)));
        self.worker.start(Job::OpenSet(path));
    }

    /// Takes up what a window before left behind.
    pub(super) fn recover(&mut self, ctx: &egui::Context, at: usize) {
        if at >= self.set.left_behind.len() {
            return;
        }
        let left = self.set.left_behind.remove(at);
        match left.load() {
            Ok(loaded) => {
                let saved_as = loaded.saved_as.clone();
                self.take_set(ctx, loaded, saved_as);
                self.made();
                left.discard();
            }
            Err(error) => {
                self.toast(ctx, error.to_string());
                self.set.left_behind.insert(at, left);
            }
        }
        self.list_left_behind();
    }

    pub(super) fn discard(&mut self, at: usize) {
        if at < self.set.left_behind.len() {
            self.set.left_behind.remove(at).discard();
            self.list_left_behind();
        }
    }

    /// Shows a set instead of what is open. What is open and unsaved is left for the next start.
    pub(super) fn take_set(
        &mut self,
        ctx: &egui::Context,
        loaded: Loaded,
        saved_as: Option<PathBuf>,
    ) {
        if self.leave() {
            let told = "The set before is kept: the next start offers it";
            self.toast(ctx, told.to_owned());
        }
        let file = saved_as.as_deref().map_or_else(String::new, file_name);
        self.state.problems = loaded
            .losses
            .into_iter()
            .map(|message| Problem {
                file: file.clone(),
                message,
            })
            .collect();
        self.state.articles = loaded.project.articles;
        self.state.decisions = loaded.project.log;
        self.state.selection = None;
        self.done.clear();
        self.undone.clear();
        settings::apply_set(&loaded.project.view, &mut self.state.choices);
        self.opened_paths = saved_as.iter().cloned().collect();
        self.set.saved_as = saved_as;
        self.set.unsaved = false;
        self.name_set();
        self.compare(ctx);
    }

    /// Leaves the set that is open. Returns whether something of it waits for the next start.
    fn leave(&mut self) -> bool {
        let Some(autosave) = self.set.autosave.take() else {
            return false;
        };
        let waits = self.set.unsaved && !self.state.articles.is_empty();
        if waits {
            // What it held a few seconds ago is there in any case.
            let saved_as = self.set.saved_as.as_deref();
            autosave.save(&self.project(), saved_as).ok();
        } else if let Some(autosave) = Arc::into_inner(autosave) {
            autosave.end();
        }
        let folder = self.set.folder.as_deref();
        self.set.autosave = folder.and_then(|it| Autosave::begin(it).ok()).map(Arc::new);
        waits
    }

    /// The window closes.
    pub fn close(&mut self) {
        self.set.folder = None;
        self.leave();
    }

    /// Calls the set by its file or by the one folder that was opened; the sample by what it is.
    pub(super) fn name_set(&mut self) {
        self.state.set_name = match (&self.set.saved_as, self.opened_paths.as_slice()) {
            (Some(path), _) => file_name(path),
            (None, [path]) if path.is_dir() => file_name(path),
            (None, []) if self.holds_sample() => "Sample story".to_owned(),
            (None, _) => String::new(),
        };
    }

    fn holds_sample(&self) -> bool {
        let sample = pipeline::sample();
        let articles = &self.state.articles;
        let is_here = |it: &Input| match it {
            Input::Text { name, text } => articles
                .iter()
                .any(|it| it.file == *name && it.text == *text),
            Input::Path(_) => false,
        };
        articles.len() == sample.len() && sample.iter().all(is_here)
    }

    /// The window's title: the set's name, with a dot while its file is older than it is.
    pub(super) fn title(&self) -> String {
        let is_older = self.set.saved_as.is_some() && self.set.unsaved;
        match (self.state.set_name.as_str(), is_older) {
            ("", _) => "Crossread".to_owned(),
            (name, true) => format!("{name} • – Crossread"),
            (name, false) => format!("{name} – Crossread"),
        }
    }
}

/// `5 articles (Harbor Wire, Coast ›), 2 corrections`
fn described(loaded: &Loaded) -> String {
    let articles = &loaded.project.articles;
    let names: Vec<&str> = articles
        .iter()
        .take(2)
        .map(|it| it.outlet.name.as_str())
        .collect();
    let more = if articles.len() > 2 { " ›" } else { "" };
    let n_decided = loaded.project.log.done().len();
    let decided = match n_decided {
        0 => String::new(),
        1 => ", 1 correction".to_owned(),
        n => format!(", {n} corrections"),
    };
    let saved_as = loaded.saved_as.as_deref().map(file_name);
    let of = saved_as.map_or_else(String::new, |it| format!("{it}: "));
    format!(
        "{of}{} articles ({}{more}){decided}",
        articles.len(),
        names.join(", ")
    )
}

fn file_name(path: &Path) -> String {
    let name = path.file_stem().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

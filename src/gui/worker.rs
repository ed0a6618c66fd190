//! The one background thread: reads, compares, writes pictures, asks the system's dialogs.
//!
//! Jobs carry a generation; an outcome of an older one is dropped, and a newer job cancels the
//! comparison that is running. Dialogs get a thread of their own, because they wait for a person.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use eframe::egui;

use super::command::Purpose;
use super::picture::{self, Drawn};
use crate::model::{Article, Comparison, Decision, Problem, Story};
use crate::pipeline::{self, Cache, Input, Progress, Watch};
use crate::project::autosave::Autosave;
use crate::project::{self, ENDING, Loaded, Project};
use crate::report::{self, Contents, Format, Material};

/// Sooner than a person can close a dialog.
const NO_DIALOG: Duration = Duration::from_millis(400);

/// How long a comparison may take when nobody watches.
const PATIENCE: Duration = Duration::from_secs(300);

/// What the thread is asked to do.
pub enum Job {
    Compare {
        generation: u64,
        articles: Vec<Arc<Article>>,
        new: Vec<Input>,
        decisions: Vec<Decision>,
    },
    SavePicture {
        picture: Picture,
        /// `None`: a free name in the pictures folder.
        path: Option<PathBuf>,
    },
    CopyPicture(Box<Drawn>),
    SaveReport(Box<Report>),
    SaveText {
        text: String,
        path: PathBuf,
    },
    OpenSet(PathBuf),
    SaveSet {
        project: Box<Project>,
        path: PathBuf,
    },
    /// Saves what the window holds, for after a crash.
    Keep {
        autosave: Arc<Autosave>,
        project: Box<Project>,
        saved_as: Option<PathBuf>,
    },
}

/// A report, and where it goes.
pub struct Report {
    pub format: Format,
    pub story: Story,
    pub comparison: Comparison,
    pub problems: Vec<Problem>,
    pub path: PathBuf,
}

/// What a picture is made of.
pub enum Picture {
    Taken(Arc<egui::ColorImage>),
    Drawn(Box<Drawn>),
}

/// What it answers.
pub enum Outcome {
    Compared(Box<Compared>),
    /// The reader, or a newer job, stopped it.
    Cancelled {
        generation: u64,
    },
    PictureSaved(PathBuf),
    PictureCopied(egui::ColorImage),
    ReportSaved(PathBuf),
    Opened(PathBuf, Box<Result<Loaded, String>>),
    SetSaved(PathBuf, Result<(), String>),
    /// Kept for after a crash: nothing to tell.
    Kept,
    /// The system showed no dialog in which a path could be chosen.
    NoDialog(Purpose),
    /// Something could not be saved, in words for a person.
    Failed(String),
    FilesChosen(Vec<PathBuf>),
    PathChosen(Purpose, PathBuf),
}

pub struct Compared {
    pub generation: u64,
    /// All articles, the known ones first, in the order in which they were added.
    pub articles: Vec<Arc<Article>>,
    pub problems: Vec<Problem>,
    pub story: Story,
    pub comparison: Comparison,
}

pub struct Worker {
    jobs: Sender<Job>,
    answers: Sender<Outcome>,
    outcomes: Receiver<Outcome>,
    cancel: Arc<AtomicBool>,
    progress: Arc<Mutex<Option<Progress>>>,
    ctx: egui::Context,
}

impl Worker {
    /// Starts the thread; it wakes `ctx` when there is something to show.
    pub fn new(ctx: &egui::Context) -> Self {
        let (jobs, queue) = channel();
        let (answers, outcomes) = channel();
        let cancel = Arc::new(AtomicBool::new(false));
        let progress = Arc::new(Mutex::new(None));
        let mut thread = Thread {
            cancel: Arc::clone(&cancel),
            progress: Arc::clone(&progress),
            answers: answers.clone(),
            ctx: ctx.clone(),
            cache: Cache::default(),
            given: Vec::new(),
        };
        thread::spawn(move || {
            for job in queue {
                thread.run(job);
            }
        });
        Self {
            jobs,
            answers,
            outcomes,
            cancel,
            progress,
            ctx: ctx.clone(),
        }
    }

    /// Queues a job. A comparison that is running for an older one stops.
    pub fn start(&self, job: Job) {
        if matches!(job, Job::Compare { .. }) {
            self.cancel.store(true, Ordering::Relaxed);
        }
        self.jobs.send(job).ok();
    }

    pub fn cancel(&self) {
        self.cancel.store(true, Ordering::Relaxed);
    }

    pub fn progress(&self) -> Option<Progress> {
        self.progress.lock().ok().and_then(|it| *it)
    }

    /// The next answer that is there already.
    pub fn poll(&self) -> Option<Outcome> {
        self.outcomes.try_recv().ok()
    }

    /// Waits for the next answer, but not for ever: for tests and pictures, never in a frame.
    pub fn wait(&self) -> Option<Outcome> {
        self.outcomes.recv_timeout(PATIENCE).ok()
    }

    /// Asks for articles with the system's dialog.
    pub fn choose_files(&self) {
        self.ask(|| {
            rfd::FileDialog::new()
                .set_title("Open articles")
                .add_filter(
                    "Articles and sets",
                    &[pipeline::endings(), &[ENDING]].concat(),
                )
                .add_filter("All files", &["*"])
                .pick_files()
                .map(Outcome::FilesChosen)
        });
    }

    /// Asks for a folder of articles.
    pub fn choose_folder(&self) {
        self.ask(|| {
            rfd::FileDialog::new()
                .set_title("Open a folder of articles")
                .pick_folder()
                .map(|it| Outcome::FilesChosen(vec![it]))
        });
    }

    /// Takes a picture of the window as it is drawn next, and writes it.
    pub fn save_picture(&self, path: Option<PathBuf>) {
        let jobs = self.jobs.clone();
        let ctx = self.ctx.clone();
        self.ctx.request_screenshot(move |image| {
            let picture = Picture::Taken(image);
            jobs.send(Job::SavePicture { picture, path }).ok();
            ctx.request_repaint();
        });
    }

    /// Asks where something shall be written.
    pub fn choose_path(&self, purpose: Purpose) {
        let (title, name, ending) = purpose.told();
        self.ask(move || {
            let asked = Instant::now();
            let chosen = rfd::FileDialog::new()
                .set_title(title)
                .set_file_name(format!("{name}.{ending}"))
                .add_filter(ending, &[ending])
                .save_file();
            match chosen {
                Some(path) => Some(Outcome::PathChosen(purpose, path)),
                // Nobody closes a dialog so soon: there was none.
                None if asked.elapsed() < NO_DIALOG => Some(Outcome::NoDialog(purpose)),
                None => None,
            }
        });
    }

    fn ask(&self, dialog: impl FnOnce() -> Option<Outcome> + Send + 'static) {
        let answers = self.answers.clone();
        let ctx = self.ctx.clone();
        thread::spawn(move || {
            if let Some(outcome) = dialog() {
                answers.send(outcome).ok();
                ctx.request_repaint();
            }
        });
    }
}

/// What lives on the thread.
struct Thread {
    cancel: Arc<AtomicBool>,
    progress: Arc<Mutex<Option<Progress>>>,
    answers: Sender<Outcome>,
    ctx: egui::Context,
    cache: Cache,
    /// All that was read so far, over which nothing is written.
    given: Vec<Input>,
}

impl Thread {
    fn run(&mut self, job: Job) {
        let outcome = match job {
            Job::Compare {
                generation,
                articles,
                new,
                decisions,
            } => {
                self.cancel.store(false, Ordering::Relaxed);
                let paths = new.iter().filter(|it| matches!(it, Input::Path(_)));
                self.given.extend(paths.cloned());
                self.compare(generation, articles, &new, &decisions)
            }
            Job::SavePicture { picture, path } => {
                let path = path.unwrap_or_else(picture::free_path);
                let image = match picture {
                    Picture::Taken(image) => picture::png(&image),
                    Picture::Drawn(drawn) => picture::png(&drawn.paint()),
                };
                let image = image.map_err(|it| told("No picture saved", &it));
                let saved = image.and_then(|it| {
                    self.spare("No picture saved", std::slice::from_ref(&path))?;
                    report::save::file(&it, &path).map_err(|it| told("No picture saved", &it))
                });
                match saved {
                    Ok(()) => Outcome::PictureSaved(path),
                    Err(message) => Outcome::Failed(message),
                }
            }
            Job::CopyPicture(drawn) => Outcome::PictureCopied(drawn.paint()),
            Job::SaveText { text, path } => {
                let spared = self.spare("Nothing saved", std::slice::from_ref(&path));
                let saved = spared.and_then(|()| {
                    let page = Contents::Page(text);
                    let saved = report::save::contents(&page, &path);
                    saved.map_err(|it| told("Nothing saved", &it))
                });
                match saved {
                    Ok(()) => Outcome::ReportSaved(path),
                    Err(message) => Outcome::Failed(message),
                }
            }
            Job::OpenSet(path) => {
                let loaded = project::load(&path).map_err(|it| caused(&it));
                self.given.push(Input::Path(path.clone()));
                Outcome::Opened(path, Box::new(loaded))
            }
            Job::SaveSet { project, path } => {
                let saved = project::save(&project, &path).map_err(|it| caused(&it));
                Outcome::SetSaved(path, saved)
            }
            Job::Keep {
                autosave,
                project,
                saved_as,
            } => match autosave.save(&project, saved_as.as_deref()) {
                Ok(()) => Outcome::Kept,
                Err(error) => Outcome::Failed(caused(&error)),
            },
            Job::SaveReport(it) => {
                let material = Material {
                    story: &it.story,
                    comparison: &it.comparison,
                    problems: &it.problems,
                };
                let targets = report::save::files(it.format, &it.path);
                let saved = self.spare("Nothing saved", &targets).and_then(|()| {
                    let saved = report::save(it.format, &material, &it.path);
                    saved.map_err(|it| told("Nothing saved", &it))
                });
                match saved {
                    Ok(()) => Outcome::ReportSaved(it.path),
                    Err(message) => Outcome::Failed(message),
                }
            }
        };
        self.show(None);
        self.answers.send(outcome).ok();
        self.ctx.request_repaint();
    }

    /// Fails, in words for a person, if one of the targets was read.
    fn spare(&self, what: &str, targets: &[PathBuf]) -> Result<(), String> {
        pipeline::spare(&self.given, targets).map_err(|it| told(what, &it))
    }

    fn compare(
        &self,
        generation: u64,
        mut articles: Vec<Arc<Article>>,
        new: &[Input],
        decisions: &[Decision],
    ) -> Outcome {
        let known: Vec<_> = articles.iter().map(|it| it.key).collect();
        let (read, problems) = pipeline::read(new, &known);
        articles.extend(read);
        let watch = Watch {
            progress: &|it| self.show(Some(it)),
            cancel: &self.cancel,
        };
        match pipeline::compare(&articles, decisions, &self.cache, &watch) {
            Some((story, comparison)) => Outcome::Compared(Box::new(Compared {
                generation,
                articles,
                problems,
                story,
                comparison,
            })),
            None => Outcome::Cancelled { generation },
        }
    }

    fn show(&self, progress: Option<Progress>) {
        if let Ok(mut slot) = self.progress.lock() {
            *slot = progress;
        }
        self.ctx.request_repaint();
    }
}

/// The error with its cause, for a person.
fn caused(error: &dyn std::error::Error) -> String {
    match error.source() {
        Some(cause) => format!("{error}: {cause}"),
        None => error.to_string(),
    }
}

fn told(what: &str, error: &dyn std::error::Error) -> String {
    format!("{what}: {}", caused(error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_written_over_what_was_read() {
        let folder = std::env::temp_dir().join(format!("crossread-worker-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder");
        let article = folder.join("coast.txt");
        let words = "The wall at Kelden held all night, the port said on Monday.\n";
        std::fs::write(&article, words).expect("a file");
        let worker = Worker::new(&egui::Context::default());
        worker.start(Job::Compare {
            generation: 1,
            articles: Vec::new(),
            new: vec![Input::Path(folder.clone())],
            decisions: Vec::new(),
        });
        assert!(matches!(worker.wait(), Some(Outcome::Compared(_))));
        let save = |path: &PathBuf| {
            worker.start(Job::SaveText {
                text: "a report".to_owned(),
                path: path.clone(),
            });
            worker.wait()
        };
        let Some(Outcome::Failed(message)) = save(&article) else {
            panic!("it was written");
        };
        assert!(
            message.contains("this was opened and stays as it is"),
            "{message}"
        );
        assert_eq!(
            std::fs::read_to_string(&article).ok().as_deref(),
            Some(words)
        );
        let other = save(&folder.join("report.txt"));
        assert!(matches!(other, Some(Outcome::ReportSaved(_))));
        std::fs::remove_dir_all(&folder).ok();
    }
}

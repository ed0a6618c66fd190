//! What the arguments name: articles, folders of them, and saved sets, mixed.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use clap::ValueEnum;

use super::output;
use crate::model::{Article, Comparison, Entry, Log, Problem, Story};
use crate::pipeline::{self, Cache, Input};
use crate::project::{self, Loaded, Project};
use crate::read;
use crate::report::{self, Contents, Format};

/// Everything that could be read. What the sets hold comes first.
pub struct Given {
    pub project: Project,
    pub problems: Vec<Problem>,
}

/// Reads everything and tells what cannot be read, by file, whatever the order of the arguments.
pub fn given(inputs: &[Input], quiet: bool) -> Given {
    let mut sets = Vec::new();
    let mut others = Vec::new();
    for input in inputs {
        match input {
            Input::Path(path) if is_set(path) || read::is_set(path) => sets.push(path.clone()),
            Input::Path(_) | Input::Text { .. } => others.push(input.clone()),
        }
    }
    let mut given = united(sets);
    let known: Vec<_> = given.project.articles.iter().map(|it| it.key).collect();
    let (articles, problems) = pipeline::read(&others, &known);
    given.project.articles.extend(articles);
    given.problems.extend(problems);
    given.problems.sort();
    if !quiet {
        for problem in &given.problems {
            output::warn(&format!("{}: {}", problem.file, problem.message));
        }
    }
    given
}

/// The forms of the log.
#[derive(Clone, Copy, ValueEnum)]
pub enum LogFormat {
    Text,
    /// A line of JSON for each decision, with its anchors.
    Jsonl,
    Csv,
}

/// Saves articles, and what was decided on them.
pub fn save(files: &[PathBuf], output: &Path, quiet: bool) -> anyhow::Result<ExitCode> {
    if !is_set(output) {
        anyhow::bail!(
            "name a file that ends in .{}: {}",
            project::ENDING,
            output.display()
        );
    }
    let Given { project, .. } = given(&super::inputs(files, false), quiet);
    if project.articles.is_empty() {
        output::warn("there is no article to save");
        return Ok(ExitCode::FAILURE);
    }
    project::save(&project, output)?;
    Ok(ExitCode::SUCCESS)
}

/// The log of a set, with what becomes of each decision today.
pub fn decisions(
    set: PathBuf,
    format: LogFormat,
    output: Option<&Path>,
) -> anyhow::Result<ExitCode> {
    let Loaded {
        project, losses, ..
    } = project::load(&set)?;
    for loss in losses {
        output::warn(&format!("{}: {loss}", set.display()));
    }
    let (_, comparison) = compared(&project, true);
    let (done, standings) = (project.log.done(), &comparison.standings);
    let page = match format {
        LogFormat::Text => report::decisions::text(done, standings),
        LogFormat::Jsonl => project::lines(&project.log, standings),
        LogFormat::Csv => report::decisions::csv(done, standings),
    };
    let inputs = [Input::Path(set)];
    output::check(Format::Text, output, &inputs)?;
    output::put(&Contents::Page(page), output)?;
    Ok(ExitCode::SUCCESS)
}

pub fn compared(project: &Project, quiet: bool) -> (Story, Comparison) {
    let decisions = project.log.decisions();
    let cache = Cache::default();
    let found = pipeline::compare(&project.articles, &decisions, &cache, super::watch(quiet));
    found.unwrap_or_default()
}

/// Tells which decisions do not hold.
pub fn tell_lost(log: &Log, comparison: &Comparison) {
    for (entry, standing) in log.done().iter().zip(&comparison.standings) {
        if let Some(why) = report::decisions::why(*standing) {
            output::warn(&format!("a decision of {}: {why}", entry.time()));
        }
    }
}

fn is_set(path: &Path) -> bool {
    let ending = path.extension();
    ending.is_some_and(|it| it.eq_ignore_ascii_case(project::ENDING)) && !path.is_dir()
}

/// The sets as one, by path. Of several, what was decided in all of them goes by time, and what was
/// undone is left out; so is how the window was set.
fn united(mut paths: Vec<PathBuf>) -> Given {
    paths.sort();
    paths.dedup();
    let mut problems = Vec::new();
    let mut projects: Vec<Project> = Vec::new();
    for path in &paths {
        let mut tell = |message: String| {
            let file = path.display().to_string();
            problems.push(Problem { file, message });
        };
        match project::load(path) {
            Ok(loaded) => {
                loaded.losses.into_iter().for_each(&mut tell);
                if let Some(backup) = loaded.backup {
                    tell(format!("the version before it is {}", backup.display()));
                }
                projects.push(loaded.project);
            }
            Err(error) => tell(without_path(&error, path)),
        }
    }
    if projects.len() == 1 {
        let project = projects.remove(0);
        return Given { project, problems };
    }
    let mut keys = BTreeSet::new();
    let articles = projects.iter().flat_map(|it| &it.articles);
    let articles: Vec<Arc<Article>> = articles.filter(|it| keys.insert(it.key)).cloned().collect();
    let mut entries: Vec<Entry> = projects
        .iter()
        .flat_map(|it| it.log.done())
        .cloned()
        .collect();
    entries.sort_by_key(|it| it.at);
    let project = Project {
        articles,
        log: Log::new(entries, Vec::new()),
        ..Project::default()
    };
    Given { project, problems }
}

/// The cause beside it; the path is told with it already.
fn without_path(error: &project::ProjectError, path: &Path) -> String {
    let text = error.to_string();
    let end = format!(": {}", path.display());
    let text = text.strip_suffix(&end).unwrap_or(&text);
    match std::error::Error::source(error) {
        Some(cause) => format!("{text}: {cause}"),
        None => text.to_owned(),
    }
}

//! Files and decisions in, [`Comparison`] out: read, annotate in parallel, compare.
//!
//! Both faces, window and command line, go this way. Annotations are cached by the article's key,
//! so that adding an article costs only itself.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use rayon::prelude::*;

use crate::lexicon::Lexicons;
use crate::model::{Annotations, Article, ArticleKey, Comparison, Decision, Problem, Story};
use crate::read::lexicons::LexiconError;
use crate::{anchor, annotate, compare, read};

/// Something to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A file, or a folder of files.
    Path(PathBuf),
    /// Text from the clipboard or the built-in sample, with the name it is shown under.
    Text { name: String, text: String },
}

impl Input {
    /// The file, or the name that the text was given.
    fn name(&self) -> String {
        match self {
            Self::Path(path) => path.display().to_string(),
            Self::Text { name, .. } => name.clone(),
        }
    }
}

/// What a long run tells while it works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    pub done: usize,
    pub total: usize,
}

/// How the caller hears of progress and stops the work.
pub struct Watch<'a> {
    pub progress: &'a (dyn Fn(Progress) + Sync),
    pub cancel: &'a AtomicBool,
}

/// Annotations of the last runs, by article.
#[derive(Debug, Default)]
pub struct Cache {
    annotations: Mutex<HashMap<ArticleKey, Annotated>>,
}

#[derive(Debug)]
struct Annotated {
    /// As it was then: a damaged set may hold another text under the same key.
    article: Arc<Article>,
    /// What the reader had decided about the article.
    decisions: Vec<Decision>,
    annotations: Arc<Annotations>,
}

/// Endings of the files that can be read, without the dot.
pub fn endings() -> &'static [&'static str] {
    read::endings()
}

/// A result would be written over what was read.
#[derive(Debug, thiserror::Error)]
#[error("this was opened and stays as it is: {}", path.display())]
pub struct IsInput {
    path: PathBuf,
}

/// Fails if one of `targets`, to which something shall be written, is one of the inputs or in a
/// folder of them.
///
/// # Errors
/// If one is, under whatever name.
pub fn spare(inputs: &[Input], targets: &[PathBuf]) -> Result<(), IsInput> {
    // What is not there yet can be no article.
    let there = targets.iter().filter_map(|it| it.canonicalize().ok());
    let targets: Vec<PathBuf> = there.filter(|it| it.is_file()).collect();
    if targets.is_empty() {
        return Ok(());
    }
    let mut files = inputs.iter().flat_map(|input| match input {
        Input::Path(path) if path.is_dir() => read::files(path),
        Input::Path(path) => vec![path.clone()],
        Input::Text { .. } => Vec::new(),
    });
    let is_target = |it: &PathBuf| it.canonicalize().is_ok_and(|it| targets.contains(&it));
    match files.find(is_target) {
        Some(path) => Err(IsInput { path }),
        None => Ok(()),
    }
}

/// Adds the word lists of the languages in a folder. Once, before anything is read.
///
/// # Errors
/// If a folder or list is not what it has to be.
pub fn add_languages(folder: &Path) -> Result<(), LexiconError> {
    Lexicons::add(read::lexicons::languages(folder)?);
    Ok(())
}

/// The built-in story.
pub fn sample() -> Vec<Input> {
    read::sample()
        .iter()
        .map(|(name, text)| Input::Text {
            name: (*name).to_owned(),
            text: (*text).to_owned(),
        })
        .collect()
}

/// Reads everything that can be read; the rest becomes problems. Both in the order of `inputs`. A
/// text that is among `known` or was read before is told and left out.
pub fn read(inputs: &[Input], known: &[ArticleKey]) -> (Vec<Arc<Article>>, Vec<Problem>) {
    let sources: Vec<Input> = inputs.iter().flat_map(expanded).collect();
    let results: Vec<Vec<Result<Article, Problem>>> = sources.par_iter().map(read_one).collect();
    let mut seen: HashSet<ArticleKey> = known.iter().copied().collect();
    let mut articles = Vec::new();
    let mut problems = Vec::new();
    let found = sources.iter().zip(results);
    let found = found.flat_map(|(source, all)| all.into_iter().map(move |it| (source, it)));
    for (source, res) in found {
        match res {
            Ok(article) if seen.insert(article.key) => articles.push(Arc::new(article)),
            Ok(_) => problems.push(Problem {
                file: source.name(),
                message: "already here, same text".to_owned(),
            }),
            Err(problem) => problems.push(problem),
        }
    }
    (articles, counted(problems))
}

/// What is told again and again of one file, once with its number.
fn counted(problems: Vec<Problem>) -> Vec<Problem> {
    let runs = problems.chunk_by(|a, b| a == b);
    let told = runs.map(|it| match it {
        [first, _, ..] => Problem {
            file: first.file.clone(),
            message: format!("{} ({} times)", first.message, it.len()),
        },
        _ => it[0].clone(),
    });
    told.collect()
}

/// The files of a folder. A folder without any stays, and becomes a problem when it is read.
fn expanded(input: &Input) -> Vec<Input> {
    match input {
        Input::Path(path) if path.is_dir() => {
            let files = read::files(path);
            if files.is_empty() {
                return vec![input.clone()];
            }
            files.into_iter().map(Input::Path).collect()
        }
        Input::Path(_) | Input::Text { .. } => vec![input.clone()],
    }
}

fn read_one(input: &Input) -> Vec<Result<Article, Problem>> {
    let found = match input {
        Input::Path(path) => read::articles(path),
        Input::Text { name, text } => read::pasted(name, text),
    };
    let problem = |error: read::ReadError| Problem {
        file: error.path().display().to_string(),
        message: message(&error),
    };
    found.into_iter().map(|it| it.map_err(problem)).collect()
}

/// What happened, with its cause and without the path, which is shown beside it.
fn message(error: &read::ReadError) -> String {
    let text = error.to_string();
    let file = error.path().display().to_string();
    let text = text
        .strip_suffix(&file)
        .map_or(text.as_str(), |it| it.trim_end_matches(": "));
    match std::error::Error::source(error) {
        Some(cause) => format!("{text}: {cause}"),
        None => text.to_owned(),
    }
}

/// Annotates and compares. `None` if cancelled.
pub fn compare(
    articles: &[Arc<Article>],
    decisions: &[Decision],
    cache: &Cache,
    watch: &Watch<'_>,
) -> Option<(Story, Comparison)> {
    let story = compare::versions::joined(annotate(articles, decisions, cache, watch)?);
    let comparison = compare::story(&story, decisions, lexicons(&story));
    if watch.cancel.load(Ordering::Relaxed) {
        return None;
    }
    Some((story, comparison))
}

/// Those of the language that most articles are in, of several the first by its code.
fn lexicons(story: &Story) -> &'static Lexicons {
    let mut n_of: BTreeMap<&str, usize> = BTreeMap::new();
    for (article, annotations) in &story.articles {
        if let Some(language) = article.language.as_deref()
            && !annotations.only_marks
        {
            *n_of.entry(language).or_default() += 1;
        }
    }
    let most = n_of.iter().max_by_key(|it| (it.1, Reverse(it.0)));
    Lexicons::of(most.map(|it| *it.0))
}

/// Annotates each article, each version of one, in canonical order. `None` if cancelled.
pub fn annotate(
    articles: &[Arc<Article>],
    decisions: &[Decision],
    cache: &Cache,
    watch: &Watch<'_>,
) -> Option<Story> {
    let mut articles = articles.to_vec();
    articles.sort_by(|a, b| (&a.file, a.key).cmp(&(&b.file, b.key)));
    articles.dedup_by(|a, b| a.key == b.key);
    let done = std::sync::atomic::AtomicUsize::new(0);
    let total = articles.len() + 1;
    let about = about(&articles, decisions);
    let annotated: Vec<_> = articles
        .into_par_iter()
        .zip(about)
        .map(|(article, decisions)| {
            if watch.cancel.load(Ordering::Relaxed) {
                return None;
            }
            let article = if decisions.is_empty() {
                article
            } else {
                Arc::new(annotate::corrected(&article, &decisions))
            };
            let lexicons = Lexicons::of(article.language.as_deref());
            let annotations = cache.annotations(&article, decisions, lexicons);
            let done = done.fetch_add(1, Ordering::Relaxed) + 1;
            (watch.progress)(Progress { done, total });
            Some((article, annotations))
        })
        .collect::<Option<_>>()?;
    Some(Story {
        articles: annotated,
        versions: Vec::new(),
    })
}

/// By article the decisions about it alone, in order.
fn about(articles: &[Arc<Article>], decisions: &[Decision]) -> Vec<Vec<Decision>> {
    let mut res = vec![Vec::new(); articles.len()];
    for decision in decisions {
        let wanted = decision.article();
        let position = wanted.and_then(|it| anchor::position(it, articles.iter().map(Arc::as_ref)));
        if let Some(position) = position {
            res[position].push(decision.clone());
        }
    }
    res
}

impl Cache {
    /// `article` is corrected by `decisions`, which are about it.
    fn annotations(
        &self,
        article: &Arc<Article>,
        decisions: Vec<Decision>,
        lexicons: &Lexicons,
    ) -> Arc<Annotations> {
        let known = self.annotations.lock().ok();
        if let Some(known) = known.and_then(|it| {
            let known = it.get(&article.key)?;
            let is_same = known.decisions == decisions && known.article == *article;
            is_same.then(|| Arc::clone(&known.annotations))
        }) {
            return known;
        }
        let new = Arc::new(annotate::article(article, &decisions, lexicons));
        if let Ok(mut known) = self.annotations.lock() {
            let annotations = Arc::clone(&new);
            let annotated = Annotated {
                article: Arc::clone(article),
                decisions,
                annotations,
            };
            known.insert(article.key, annotated);
        }
        new
    }
}

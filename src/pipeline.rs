//! Files and decisions in, [`Comparison`] out: read, annotate in parallel, compare.
//!
//! Both faces, window and command line, go this way. Annotations are cached by the article's key,
//! so that adding an article costs only itself.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use rayon::prelude::*;

use crate::lexicon::Lexicons;
use crate::model::{
    Annotations, Article, ArticleKey, Comparison, Decision, OutletBasis, Problem, Story,
};
use crate::{annotate, compare, read};

/// Something to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A file, or a folder of files.
    Path(PathBuf),
    /// Text from the clipboard or the built-in sample, with the name it is shown under.
    Text { name: String, text: String },
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

/// Annotations of earlier runs, by article.
#[derive(Debug, Default)]
pub struct Cache {
    annotations: Mutex<HashMap<ArticleKey, Arc<Annotations>>>,
}

/// Reads everything that can be read; the rest becomes problems, in the order of `inputs`.
pub fn read(inputs: &[Input]) -> (Vec<Arc<Article>>, Vec<Problem>) {
    let mut articles: Vec<Arc<Article>> = Vec::new();
    let mut problems = Vec::new();
    for input in inputs {
        let (name, res) = match input {
            Input::Path(path) => (path.display().to_string(), read::article(path)),
            Input::Text { name, text } => (name.clone(), read::text(name, text)),
        };
        match res {
            Ok(article) => articles.push(Arc::new(article)),
            Err(error) => problems.push(Problem {
                file: name,
                message: error.to_string(),
            }),
        }
    }
    (articles, problems)
}

/// Annotates and compares. `None` if cancelled.
pub fn compare(
    articles: &[Arc<Article>],
    decisions: &[Decision],
    cache: &Cache,
    watch: &Watch<'_>,
) -> Option<(Story, Comparison)> {
    let lexicons = Lexicons::english();
    let mut articles = articles.to_vec();
    articles.sort_by(|a, b| (&a.file, a.key).cmp(&(&b.file, b.key)));
    articles.dedup_by(|a, b| a.key == b.key);
    let done = std::sync::atomic::AtomicUsize::new(0);
    let total = articles.len() + 1;
    let annotated: Vec<_> = articles
        .into_par_iter()
        .map(|article| {
            if watch.cancel.load(Ordering::Relaxed) {
                return None;
            }
            let article = renamed(article, decisions);
            let annotations = cache.annotations(&article, decisions, lexicons);
            let done = done.fetch_add(1, Ordering::Relaxed) + 1;
            (watch.progress)(Progress { done, total });
            Some((article, annotations))
        })
        .collect::<Option<_>>()?;
    let story = Story {
        articles: annotated,
    };
    let comparison = compare::story(&story, decisions, lexicons);
    if watch.cancel.load(Ordering::Relaxed) {
        return None;
    }
    Some((story, comparison))
}

/// The article under the name that the reader last gave to its outlet.
fn renamed(article: Arc<Article>, decisions: &[Decision]) -> Arc<Article> {
    let name = decisions.iter().rev().find_map(|it| match it {
        Decision::RenameOutlet { article: key, name } if *key == article.key => Some(name),
        Decision::RenameOutlet { .. } => None,
    });
    let Some(name) = name else { return article };
    let mut article = Arc::unwrap_or_clone(article);
    article.outlet.name.clone_from(name);
    article.outlet.basis = OutletBasis::User;
    article.outlet.span = None;
    Arc::new(article)
}

impl Cache {
    fn annotations(
        &self,
        article: &Article,
        decisions: &[Decision],
        lexicons: &Lexicons,
    ) -> Arc<Annotations> {
        let known = self.annotations.lock().ok();
        if let Some(known) = known.and_then(|it| it.get(&article.key).cloned()) {
            return known;
        }
        let new = Arc::new(annotate::article(article, decisions, lexicons));
        if let Ok(mut known) = self.annotations.lock() {
            known.insert(article.key, Arc::clone(&new));
        }
        new
    }
}

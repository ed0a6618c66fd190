//! A set as the text of its file: one JSON value, a line each article and decision, each with a
//! checksum, so that damage to one does not reach the others.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::decisions::EntryShape;
use super::recovery;
use super::shapes::{ArticleShape, hex, number};
use super::{Loaded, Project};
use crate::model::{Article, ArticleKey, Entry, Log};

/// The version of the format that is written, and the last that is read.
pub const VERSION: u32 = 1;
const FORMAT: &str = "crossread-project/";
/// Where the format is looked for in a file that is no JSON any more.
const HEAD: usize = 300;

/// Why a file gives nothing.
#[derive(Debug)]
pub enum Unread {
    Foreign,
    Newer(u32),
    Damaged,
}

/// What a file should hold: tells what is lost.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Contents {
    pub articles: Vec<String>,
    pub decisions: usize,
    pub undone: usize,
}

/// The file, its rows not looked into yet.
#[derive(Debug, Default, Deserialize)]
pub struct PageShape {
    format: String,
    pub contents: Option<Contents>,
    pub saved_as: Option<PathBuf>,
    articles: Vec<Value>,
    decisions: Vec<Value>,
    pub view: Option<BTreeMap<String, String>>,
    #[serde(skip)]
    pub recovered: bool,
}

impl PageShape {
    /// A page put together from what is left of one.
    pub fn of_rows(rows: Vec<Value>) -> Self {
        Self {
            articles: rows,
            recovered: true,
            ..Self::default()
        }
    }

    pub fn n_rows(&self) -> usize {
        self.articles.len() + self.decisions.len()
    }
}

#[derive(Deserialize)]
struct RowShape {
    checksum: String,
    article: Option<ArticleShape>,
    done: Option<EntryShape>,
    undone: Option<EntryShape>,
}

enum Row {
    Article { article: Article, intact: bool },
    Done(Entry),
    Undone(Entry),
}

/// The text of a set's file. `saved_as` is where an autosaved set has its own file.
pub fn write(project: &Project, saved_as: Option<&Path>) -> String {
    let contents = Contents {
        articles: project.articles.iter().map(|it| it.file.clone()).collect(),
        decisions: project.log.done().len(),
        undone: project.log.undone().len(),
    };
    let articles = project.articles.iter();
    let articles = articles.map(|it| row("article", &ArticleShape::from(it.as_ref())));
    let done = project.log.done().iter();
    let undone = project.log.undone().iter();
    let decisions = done
        .map(|it| row("done", &EntryShape::from(it)))
        .chain(undone.map(|it| row("undone", &EntryShape::from(it))));
    let mut members = vec![
        member("format", &format!("{FORMAT}{VERSION}")),
        member("writer", &concat!("crossread ", env!("CARGO_PKG_VERSION"))),
        member("contents", &contents),
    ];
    members.extend(saved_as.map(|it| member("saved_as", &it.to_string_lossy())));
    members.push(list("articles", articles.collect()));
    members.push(list("decisions", decisions.collect()));
    members.push(member("view", &project.view));
    format!("{{\n{}\n}}\n", members.join(",\n"))
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("text, numbers and lists are JSON")
}

fn member(name: &str, value: &impl Serialize) -> String {
    format!("\"{name}\":{}", json(value))
}

fn list(name: &str, rows: Vec<String>) -> String {
    format!("\"{name}\":[\n{}\n]", rows.join(",\n"))
}

fn row(name: &str, value: &impl Serialize) -> String {
    let value = json(value);
    let checksum = checksum(&value);
    format!("{{\"checksum\":\"{checksum}\",\"{name}\":{value}}}")
}

/// FNV-1a of the row as it is written here, whoever set the white space of the file.
fn checksum(json: &str) -> String {
    hex(json.bytes().fold(0xcbf2_9ce4_8422_2325, |res, byte| {
        (res ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    }))
}

/// What a file holds, or what is left of it.
pub fn read(bytes: &[u8]) -> Result<Loaded, Unread> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]);
    let told = head.find(FORMAT).map(|at| &head[at..]);
    checked(told)?;
    if let Ok(page) = serde_json::from_slice::<PageShape>(bytes) {
        if checked(Some(&page.format))? {
            return Ok(settled(page));
        }
        return Err(Unread::Foreign);
    }
    let page = recovery::page(bytes);
    let is_ours = told.is_some() || page.n_rows() > 0;
    let is_empty = page.contents.as_ref().is_some_and(Contents::is_empty);
    match (is_ours, page.n_rows()) {
        (false, _) => Err(Unread::Foreign),
        (true, 0) if !is_empty => Err(Unread::Damaged),
        (true, _) => match settled(page) {
            loaded if loaded.project == Project::default() && !is_empty => Err(Unread::Damaged),
            loaded => Ok(loaded),
        },
    }
}

/// Whether it is our format; an error if it is of a newer program.
fn checked(format: Option<&str>) -> Result<bool, Unread> {
    let Some(version) = format.and_then(|it| it.strip_prefix(FORMAT)) else {
        return Ok(false);
    };
    let end = version.find(|it: char| !it.is_ascii_digit());
    let (number, rest) = version.split_at(end.unwrap_or(version.len()));
    match number.parse::<u32>() {
        Ok(version) if version > VERSION => Err(Unread::Newer(version)),
        // Of a file's head the rest of the file.
        Ok(version) => Ok(version > 0 && (rest.is_empty() || rest.starts_with('"'))),
        // A damaged number.
        Err(_) => Ok(false),
    }
}

impl Contents {
    fn is_empty(&self) -> bool {
        self.articles.is_empty() && self.decisions + self.undone == 0
    }
}

fn settled(page: PageShape) -> Loaded {
    let mut project = Project::default();
    let (mut done, mut undone) = (Vec::new(), Vec::new());
    let mut losses = Vec::new();
    let mut keys = BTreeSet::new();
    let n_rows = page.n_rows();
    let mut n_read = 0;
    for value in page.articles.into_iter().chain(page.decisions) {
        let Some(row) = serde_json::from_value(value).ok().and_then(read_row) else {
            continue;
        };
        n_read += 1;
        match row {
            Row::Article { article, intact } => {
                if !intact {
                    losses.push(format!(
                        "{} is not as it was saved: compare it with the original",
                        article.file
                    ));
                }
                if keys.insert(article.key) {
                    project.articles.push(Arc::new(article));
                }
            }
            Row::Done(entry) => done.push(entry),
            Row::Undone(entry) => undone.push(entry),
        }
    }
    let n_unread = n_rows - n_read;
    match &page.contents {
        Some(contents) => {
            let n_decisions = [done.len(), undone.len()];
            // A file that is cut may have held more than is left of it.
            let n_lost = (!page.recovered).then_some(n_unread);
            let (named, n_named) = missing(contents, &project, n_decisions, n_lost);
            losses.extend(named);
            if n_unread > n_named {
                let n = n_unread - n_named;
                losses.push(format!("{n} articles or decisions cannot be read"));
            }
        }
        None if n_read < n_rows => losses.push(format!(
            "{} of {n_rows} articles and decisions are lost",
            n_rows - n_read
        )),
        None => losses.push("the list of what the file held is lost".to_owned()),
    }
    match page.view {
        Some(view) => project.view = view,
        None => losses.push("how the window was set is lost".to_owned()),
    }
    if page.recovered && losses.is_empty() {
        losses.push("the file is damaged; all that it held was recovered".to_owned());
    }
    project.log = Log::new(done, undone);
    Loaded {
        project,
        losses,
        saved_as: page.saved_as,
        backup: None,
    }
}

/// An article that is not as it was written is still the reader's only one; such a decision is not
/// what was decided.
fn read_row(row: RowShape) -> Option<Row> {
    let is_intact = |json: String| checksum(&json) == row.checksum;
    if let Some(shape) = row.article {
        let json = json(&shape);
        let key = number(&checksum(&json));
        let intact = is_intact(json);
        let mut article = shape.article()?;
        // Another text is another article: the original may come beside it.
        if !intact {
            article.key = ArticleKey(key?);
        }
        return Some(Row::Article { article, intact });
    }
    let entry = |shape: EntryShape| {
        let intact = is_intact(json(&shape));
        shape.entry().filter(|_| intact)
    };
    match (row.done, row.undone) {
        (Some(shape), _) => entry(shape).map(Row::Done),
        (None, Some(shape)) => entry(shape).map(Row::Undone),
        (None, None) => None,
    }
}

/// What the file says that it held and that was not found, in sentences, and how many articles and
/// decisions that is. Of a file that is still JSON no more is lost than `n_lost`.
fn missing(
    contents: &Contents,
    found: &Project,
    [n_done, n_undone]: [usize; 2],
    n_lost: Option<usize>,
) -> (Vec<String>, usize) {
    let mut left: Vec<&str> = found.articles.iter().map(|it| it.file.as_str()).collect();
    let mut res = Vec::new();
    for file in &contents.articles {
        match left.iter().position(|it| it == file) {
            Some(at) => {
                left.swap_remove(at);
            }
            None => res.push(format!("{file} is lost")),
        }
    }
    let mut n_told = res.len();
    for (name, n_found, n) in [
        ("decisions", n_done, contents.decisions),
        ("undone decisions", n_undone, contents.undone),
    ] {
        let n_missing = n.saturating_sub(n_found);
        if n_lost.is_some_and(|it| n_missing > it) {
            res.push(format!(
                "the file says that it holds {n} {name}, {n_found} are there"
            ));
        } else if n_missing > 0 {
            res.push(format!("{n_missing} of {n} {name} are lost"));
            n_told += n_missing;
        }
    }
    (res, n_told)
}

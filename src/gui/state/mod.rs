//! What the window shows: articles, comparison, selection, view. Changed only by commands.

mod nearest;
mod selected;

use std::collections::BTreeMap;
use std::sync::Arc;

use super::choices::Choices;
use super::command::{Answer, Question, View};
use super::derived::Derived;
use super::find::Find;
use super::layer::Layer;
use super::settings::Recent;
use crate::model::{
    Article, ArticleIdx, ArticleKey, Comparison, Finding, Log, Note, Noted, OutletBasis, Place,
    Problem, Span, Standing, Story, Version,
};

#[derive(Default)]
pub struct State {
    /// In the order of the columns.
    pub articles: Vec<Arc<Article>>,
    pub decisions: Log,
    /// By article: which mark is its. It stays when others come, go or move.
    pub marks: BTreeMap<ArticleKey, usize>,
    /// The last comparison that landed; older than `articles` while the worker works.
    pub story: Story,
    pub comparison: Comparison,
    /// Counts the comparisons that landed.
    pub landed: u64,
    pub derived: Derived,
    pub problems: Vec<Problem>,
    pub selection: Option<Selection>,
    /// Utterance under the pointer.
    pub hovered: Option<usize>,
    /// The selection is new in this frame: lists scroll to it.
    pub selection_moved: bool,
    /// Places that the reader asked to see, lit until the selection changes.
    pub shown: Vec<Place>,
    pub find: Option<Find>,
    /// The find bar opened in this frame: its field takes the keyboard.
    pub find_opened: bool,
    pub rename: Option<(ArticleKey, String)>,
    pub asked: Option<Asked>,
    /// Words of a shared quotation that is to be merged with the next one selected.
    pub merging: Option<Place>,
    pub palette: Option<Palette>,
    pub toast: Option<Toast>,
    pub help: bool,
    /// What the set is called: its file, or the folder that was opened.
    pub set_name: String,
    /// Sets that were open before, the last first.
    pub recent: Vec<Recent>,
    /// Sets that windows before left unsaved, the last saved first.
    pub left_behind: Vec<LeftBehind>,
    /// What the reader chose to see, and how.
    pub choices: Choices,
    /// Points that a column is scrolled down.
    pub scroll: BTreeMap<ArticleKey, f32>,
    /// Points that the row of columns is scrolled to the right.
    pub columns_scroll: f32,
}

/// The command palette while it is open.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Palette {
    pub query: String,
    /// Position in the list of what fits the query.
    pub at: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Selection {
    /// Index into the comparison's findings.
    Finding(usize),
    /// Index into the comparison's utterances.
    Utterance(usize),
    /// Index into the comparison's fact rows.
    Fact(usize),
}

/// A question of the window, and what was written so far.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    pub question: Question,
    pub answer: Answer,
    /// Why the answer cannot be taken.
    pub complaint: &'static str,
}

/// A set that a window before left unsaved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftBehind {
    /// Its articles and corrections, counted, with the first outlets.
    pub name: String,
    /// How long ago it was saved, if that is known.
    pub secs: Option<u64>,
}

/// A line that tells what happened and goes away.
#[derive(Clone, Debug, PartialEq)]
pub struct Toast {
    pub text: String,
    /// Seconds of the window's clock at which it goes.
    pub until: f64,
    /// Offers to take back what it tells of.
    pub can_undo: bool,
}

/// Index `step` after `now` among `n`, round the end; the first or last if there is no `now`.
fn after(now: Option<usize>, step: isize, n: usize) -> Option<usize> {
    let n_signed = isize::try_from(n).ok().filter(|it| *it > 0)?;
    let now = match now {
        Some(now) => isize::try_from(now).ok()?,
        None if step > 0 => -1,
        None => 0,
    };
    usize::try_from((now + step).rem_euclid(n_signed)).ok()
}

impl State {
    /// Takes a new comparison. The selection stays on the same words, if they are still there.
    pub fn land(&mut self, story: Story, comparison: Comparison) {
        let anchor = self.anchor();
        self.story = story;
        self.comparison = comparison;
        self.landed += 1;
        for article in &self.articles {
            let mut taken: Vec<usize> = self.marks.values().copied().collect();
            taken.sort_unstable();
            let free = taken
                .iter()
                .zip(0..)
                .take_while(|(it, at)| **it == *at)
                .count();
            self.marks.entry(article.key).or_insert(free);
        }
        self.derived = Derived::new(&self.story, &self.comparison);
        self.choices.revealed.clear();
        if let Some(find) = &mut self.find {
            let order = order(&self.story, &self.articles);
            find.search(&self.story, &order);
        }
        if !self.choices.view_chosen {
            self.choices.view = View::opening(self.story.articles.len());
        }
        self.hovered = None;
        self.selection = anchor.and_then(|it| self.at_anchor(&it));
        self.shown.clear();
    }

    /// The articles of the comparison on screen, in the order in which they were added.
    pub fn compared_articles(&self) -> Vec<Arc<Article>> {
        let order = self.order();
        order
            .iter()
            .map(|it| Arc::clone(&self.story.articles[it.0].0))
            .collect()
    }

    /// The name of an article's outlet, as it is printed or the reader wrote it.
    pub fn outlet_name(&self, key: ArticleKey) -> String {
        let article = self.story.articles.iter().find(|it| it.0.key == key);
        article.map_or_else(String::new, |it| it.0.outlet.name.clone())
    }

    /// Articles of the story in the order of the columns.
    pub fn order(&self) -> Vec<ArticleIdx> {
        order(&self.story, &self.articles)
    }

    /// Those that are shown: neither hidden, nor left out for one alone.
    pub fn visible(&self) -> Vec<ArticleIdx> {
        let key = |it: &ArticleIdx| self.story.article(*it).key;
        let mut res = self.order();
        match self.choices.solo {
            Some(solo) if res.iter().any(|it| key(it) == solo) => res.retain(|it| key(it) == solo),
            _ => res.retain(|it| !self.choices.hidden.contains(&key(it))),
        }
        res
    }

    /// The earlier version of an article that stands in its column.
    pub fn version(&self, idx: ArticleIdx) -> Option<&Version> {
        let shown = self.choices.versions.get(&self.story.article(idx).key)?;
        let mut versions = self.story.versions.iter();
        versions.find(|it| it.of == idx && it.article.key == *shown)
    }

    /// Paragraphs of an article that are folded, because all articles shown share them; never the
    /// ones with what is selected or was asked for.
    pub fn folded(&self, idx: ArticleIdx) -> Vec<Span> {
        if !self.choices.shared_folded {
            return Vec::new();
        }
        let mut selected = self.selected_places();
        selected.extend(&self.shown);
        let is_selected = |it: &Span| {
            selected
                .iter()
                .any(|place| place.article == idx && it.overlaps(place.span))
        };
        let mut res = self.derived.shared_by_all(idx, &self.visible());
        res.retain(|it| !is_selected(it));
        res
    }

    /// How many paragraphs of the articles shown are shared by all of them.
    pub fn n_shared_by_all(&self) -> usize {
        let visible = self.visible();
        let counts = visible
            .iter()
            .map(|it| self.derived.shared_by_all(*it, &visible).len());
        counts.sum()
    }

    /// The article that the Annotated view shows.
    pub fn reference(&self) -> Option<ArticleIdx> {
        let visible = self.visible();
        let chosen = visible
            .iter()
            .find(|it| Some(self.story.article(**it).key) == self.choices.reference);
        chosen.or(visible.first()).copied()
    }

    /// The article `step` after the reference, round the end.
    pub fn reference_after(&self, step: isize) -> Option<ArticleKey> {
        let visible = self.visible();
        let now = visible.iter().position(|it| Some(*it) == self.reference());
        let next = visible[after(now, step, visible.len())?];
        Some(self.story.article(next).key)
    }

    /// Puts an article at this position among all.
    pub fn move_article(&mut self, key: ArticleKey, to: usize) {
        if let Some(from) = self.articles.iter().position(|it| it.key == key) {
            let article = self.articles.remove(from);
            self.articles.insert(to.min(self.articles.len()), article);
        }
    }

    /// Findings that filter, brush and search let through, with their indices.
    pub fn filtered(&self) -> impl Iterator<Item = (usize, &Finding)> {
        let layer = self.choices.filter;
        self.passing()
            .filter(move |(_, it)| layer.is_none_or(|layer| layer == Layer::of(it.kind)))
    }

    /// Findings that brush and search let through.
    fn passing(&self) -> impl Iterator<Item = (usize, &Finding)> {
        let search = self.choices.search.to_lowercase();
        let findings = self.comparison.findings.iter().enumerate();
        findings.filter(move |(_, it)| {
            let places = || it.places.iter().copied();
            let is_called = search.is_empty() || it.title.to_lowercase().contains(&search);
            self.is_brushed(places()) && (is_called || self.holds(places(), &search))
        })
    }

    /// Shared quotations that brush and search let through.
    pub fn listed_utterances(&self) -> impl Iterator<Item = usize> {
        let search = self.choices.search.to_lowercase();
        let utterances = self.comparison.utterances.iter().enumerate();
        let listed = utterances.filter(move |(_, it)| {
            let places = || it.witnesses.iter().map(|it| it.place);
            self.is_brushed(places()) && (search.is_empty() || self.holds(places(), &search))
        });
        listed.map(|it| it.0)
    }

    /// One of the places is in the part of an article that the reader brushed.
    fn is_brushed(&self, mut places: impl Iterator<Item = Place>) -> bool {
        self.choices.brush.is_none_or(|(key, span)| {
            places.any(|it| self.story.article(it.article).key == key && it.span.overlaps(span))
        })
    }

    /// The words of one of the places hold these, in lower case.
    fn holds(&self, mut places: impl Iterator<Item = Place>, words: &str) -> bool {
        places.any(|it| self.story.words(it).to_lowercase().contains(words))
    }

    /// What the legend counts of each layer, in the order of [`Layer::ALL`]: what its filter lists.
    pub fn counts(&self) -> [usize; Layer::ALL.len()] {
        let shared = self.listed_utterances().count();
        let layers: Vec<Layer> = self.passing().map(|it| Layer::of(it.1.kind)).collect();
        Layer::ALL.map(|layer| match layer {
            Layer::Shared => shared,
            Layer::Attribution | Layer::Edits | Layer::Facts | Layer::Evidence | Layer::Wording => {
                layers.iter().filter(|it| **it == layer).count()
            }
        })
    }

    /// What the reader wrote beside something.
    pub fn note(&self, on: Noted) -> Option<&Note> {
        self.comparison.notes.iter().find(|it| it.on == on)
    }

    /// What a note on the selection hangs on.
    pub fn noted(&self) -> Option<Noted> {
        Some(match self.selection? {
            Selection::Finding(idx) => Noted::Finding(idx),
            Selection::Utterance(idx) => Noted::Utterance(idx),
            Selection::Fact(idx) => Noted::Words(self.comparison.facts.get(idx)?.places().next()?),
        })
    }

    /// How many decisions find no more what they are about.
    pub fn n_lost(&self) -> usize {
        let standings = self.comparison.standings.iter();
        standings
            .filter(|it| matches!(it, Standing::Lost(_)))
            .count()
    }

    pub fn is_accepted(&self, finding: usize) -> bool {
        self.comparison.accepted.contains(&finding)
    }

    /// Articles that have the same in every row of the grid, together; each group at its first.
    pub fn groups(&self, order: &[ArticleIdx]) -> Vec<Vec<ArticleIdx>> {
        let rows = |article: ArticleIdx| {
            let findings = self
                .comparison
                .findings
                .iter()
                .map(move |it| it.presence[article.0]);
            let utterances = self.derived.presence.iter().map(move |it| it[article.0]);
            findings.chain(utterances)
        };
        let mut res: Vec<Vec<ArticleIdx>> = Vec::new();
        for article in order {
            let same = res.iter_mut().find(|it| rows(it[0]).eq(rows(*article)));
            match same {
                Some(group) if self.choices.grouped => group.push(*article),
                Some(_) | None => res.push(vec![*article]),
            }
        }
        res
    }

    /// The outlet's name is only the file's.
    pub fn is_unnamed(&self, article: ArticleIdx) -> bool {
        self.story.article(article).outlet.basis == OutletBasis::FileName
    }
}

fn order(story: &Story, articles: &[Arc<Article>]) -> Vec<ArticleIdx> {
    let mut res: Vec<ArticleIdx> = story.indices().collect();
    res.sort_by_key(|idx| {
        let key = story.article(*idx).key;
        articles.iter().position(|it| it.key == key)
    });
    res
}

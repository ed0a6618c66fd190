//! What the window shows: articles, comparison, selection, view. Changed only by commands.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::command::View;
use super::layer::Layer;
use super::variants::{self, Reading};
use crate::model::{
    Article, ArticleIdx, ArticleKey, Attribution, Comparison, Decision, Finding, OutletBasis,
    Place, Problem, Span, Story, Subject, Utterance,
};

pub struct State {
    /// In the order in which they were added.
    pub articles: Vec<Arc<Article>>,
    pub decisions: Vec<Decision>,
    /// The last comparison that landed; older than `articles` while the worker works.
    pub story: Story,
    pub comparison: Comparison,
    /// By article of the story: words of its prose.
    pub n_words: Vec<usize>,
    /// By utterance: what is lit in its collation.
    pub readings: Vec<Vec<Vec<Reading>>>,
    pub problems: Vec<Problem>,
    pub selection: Option<Selection>,
    pub view: View,
    pub filter: Option<Layer>,
    pub hidden_layers: Vec<Layer>,
    pub card_folded: bool,
    /// Whether the findings list is a rail; unless the reader says, by the window's width.
    pub list_folded: Option<bool>,
    pub dark: bool,
    /// Points that a column is scrolled down.
    pub scroll: BTreeMap<ArticleKey, f32>,
    /// Points that the row of columns is scrolled to the right.
    pub columns_scroll: f32,
    pub rename: Option<(ArticleKey, String)>,
    /// A place that the reader asked to see, lit until the selection changes.
    pub shown: Option<Place>,
    pub toast: Option<Toast>,
}

impl Default for State {
    /// Nothing there, and quiet: two layers are marked in the texts until the reader asks for more.
    fn default() -> Self {
        Self {
            articles: Vec::new(),
            decisions: Vec::new(),
            story: Story::default(),
            comparison: Comparison::default(),
            n_words: Vec::new(),
            readings: Vec::new(),
            problems: Vec::new(),
            selection: None,
            view: View::default(),
            filter: None,
            hidden_layers: vec![Layer::Edits, Layer::Facts, Layer::Evidence],
            card_folded: false,
            list_folded: None,
            dark: false,
            scroll: BTreeMap::new(),
            columns_scroll: 0.0,
            rename: None,
            shown: None,
            toast: None,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Selection {
    /// Index into the comparison's findings.
    Finding(usize),
    /// Index into the comparison's utterances.
    Utterance(usize),
}

/// A line that tells what happened and goes away.
#[derive(Clone, Debug, PartialEq)]
pub struct Toast {
    pub text: String,
    /// Seconds of the window's clock at which it goes.
    pub until: f64,
}

/// Where the selection stands, told without indices of a comparison.
struct Anchor {
    /// Title, if it is a finding.
    finding: Option<String>,
    article: ArticleKey,
    span: Span,
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
        self.n_words = self
            .story
            .indices()
            .map(|it| n_words(self.story.article(it)))
            .collect();
        let utterances = self.comparison.utterances.iter();
        self.readings = utterances
            .map(|it| variants::readings(&self.story, it))
            .collect();
        self.selection = anchor.and_then(|it| self.at_anchor(&it));
        self.shown = None;
    }

    /// The articles of the comparison on screen, in the order in which they were added.
    pub fn compared_articles(&self) -> Vec<Arc<Article>> {
        let order = self.order();
        order
            .iter()
            .map(|it| Arc::clone(&self.story.articles[it.0].0))
            .collect()
    }

    pub fn outlet_name(&self, key: ArticleKey) -> String {
        let article = self.story.articles.iter().find(|it| it.0.key == key);
        article.map_or_else(String::new, |it| it.0.outlet.name.clone())
    }

    pub fn toggle_layer(&mut self, layer: Layer) {
        if self.shows(layer) {
            self.hidden_layers.push(layer);
        } else {
            self.hidden_layers.retain(|it| *it != layer);
        }
    }

    /// The finding `step` after the selected one in the list as it is filtered, round the end.
    pub fn finding_after(&self, step: isize) -> Option<Selection> {
        if self.filter == Some(Layer::Shared) {
            return self.utterance_after(step);
        }
        let listed: Vec<usize> = self.filtered().map(|it| it.0).collect();
        let now = match self.selection {
            Some(Selection::Finding(idx)) => listed.iter().position(|it| *it == idx),
            Some(Selection::Utterance(_)) | None => None,
        };
        Some(Selection::Finding(listed[after(now, step, listed.len())?]))
    }

    /// The utterance `step` after the selected one, in the order of the first article.
    pub fn utterance_after(&self, step: isize) -> Option<Selection> {
        let n = self.comparison.utterances.len();
        after(self.selected_utterance(), step, n).map(Selection::Utterance)
    }

    /// The words that the selection stands on.
    fn anchor(&self) -> Option<Anchor> {
        let (finding, place) = match self.selection? {
            Selection::Finding(idx) => {
                let finding = self.comparison.findings.get(idx)?;
                (Some(finding.title.clone()), *finding.places.first()?)
            }
            Selection::Utterance(idx) => {
                let utterance = self.comparison.utterances.get(idx)?;
                (None, utterance.witnesses.get(utterance.base)?.place)
            }
        };
        Some(Anchor {
            finding,
            article: self.story.article(place.article).key,
            span: place.span,
        })
    }

    fn at_anchor(&self, anchor: &Anchor) -> Option<Selection> {
        let here = |place: &Place| {
            place.span == anchor.span && self.story.article(place.article).key == anchor.article
        };
        match &anchor.finding {
            Some(title) => {
                let findings = &self.comparison.findings;
                let by_title = findings.iter().position(|it| it.title == *title);
                let found =
                    by_title.or_else(|| findings.iter().position(|it| it.places.iter().any(here)));
                found.map(Selection::Finding)
            }
            None => {
                let has = |it: &Utterance| it.witnesses.iter().any(|it| here(&it.place));
                self.comparison
                    .utterances
                    .iter()
                    .position(has)
                    .map(Selection::Utterance)
            }
        }
    }

    /// Articles of the story in the order in which they were added.
    pub fn order(&self) -> Vec<ArticleIdx> {
        let mut res: Vec<ArticleIdx> = self.story.indices().collect();
        let place = |idx: &ArticleIdx| {
            let key = self.story.article(*idx).key;
            self.articles.iter().position(|it| it.key == key)
        };
        res.sort_by_key(place);
        res
    }

    pub fn shows(&self, layer: Layer) -> bool {
        !self.hidden_layers.contains(&layer)
    }

    /// Findings that the filter lets through, with their indices.
    pub fn filtered(&self) -> impl Iterator<Item = (usize, &Finding)> {
        self.comparison
            .findings
            .iter()
            .enumerate()
            .filter(|(_, it)| self.filter.is_none_or(|layer| layer == Layer::of(it.kind)))
    }

    pub fn count(&self, layer: Layer) -> usize {
        match layer {
            Layer::Shared => self.comparison.utterances.len(),
            _ => self
                .comparison
                .findings
                .iter()
                .filter(|it| Layer::of(it.kind) == layer)
                .count(),
        }
    }

    pub fn selected_finding(&self) -> Option<&Finding> {
        match self.selection? {
            Selection::Finding(idx) => self.comparison.findings.get(idx),
            Selection::Utterance(_) => None,
        }
    }

    /// The utterance that is selected, by itself or through a finding.
    pub fn selected_utterance(&self) -> Option<usize> {
        match self.selection? {
            Selection::Utterance(idx) => Some(idx),
            Selection::Finding(idx) => match self.comparison.findings.get(idx)?.subject {
                Subject::Utterance(utterance) => Some(utterance),
                Subject::Fact(_) | Subject::Places => None,
            },
        }
    }

    /// Speakers of an utterance whom fewer witnesses name than another: whose name is lit. All, if
    /// no speaker has more than the others.
    pub fn minority_speakers(&self, utterance: &Utterance) -> BTreeSet<usize> {
        if utterance.attribution != Attribution::Differs {
            return BTreeSet::new();
        }
        let count = |speaker: usize| {
            let quoted = utterance.witnesses.iter().filter(|it| !it.reported);
            quoted.filter(|it| it.speaker == Some(speaker)).count()
        };
        let most = utterance.speakers.iter().map(|it| count(*it)).max();
        let leaders = utterance
            .speakers
            .iter()
            .filter(|it| Some(count(**it)) == most);
        let tie = leaders.count() > 1;
        let lit = utterance.speakers.iter().copied();
        lit.filter(|it| tie || Some(count(*it)) != most).collect()
    }

    /// One place for each article that the selection touches: where its column should stand.
    pub fn selected_places(&self) -> Vec<Place> {
        let all: Vec<Place> = match self.selected_utterance() {
            Some(idx) => self.comparison.utterances[idx]
                .witnesses
                .iter()
                .map(|it| it.place)
                .collect(),
            None => self
                .selected_finding()
                .map_or_else(Vec::new, |it| it.places.clone()),
        };
        let mut seen = BTreeSet::new();
        all.into_iter()
            .filter(|it| seen.insert(it.article))
            .collect()
    }

    /// Three letters that stand for each outlet, different from one another.
    pub fn codes(&self) -> Vec<String> {
        let mut res: Vec<String> = Vec::new();
        for article in self.story.indices() {
            let name = &self.story.article(article).outlet.name;
            let code = code(name);
            let mut free = code.clone();
            for number in 2.. {
                if !res.contains(&free) {
                    break;
                }
                let keep: String = code.chars().take(2).collect();
                free = format!("{keep}{number}");
            }
            res.push(free);
        }
        res
    }

    /// The outlet's name is only the file's.
    pub fn is_unnamed(&self, article: ArticleIdx) -> bool {
        self.story.article(article).outlet.basis == OutletBasis::FileName
    }
}

fn n_words(article: &Article) -> usize {
    let paragraphs = article.paragraphs();
    paragraphs
        .map(|it| it.of(&article.text).split_whitespace().count())
        .sum()
}

/// `The Harbor Wire` → `HAR`: three letters of the first word that is no article.
fn code(name: &str) -> String {
    let word = name
        .split(|c: char| !c.is_alphanumeric())
        .filter(|it| it.starts_with(char::is_alphabetic))
        .find(|it| !matches!(it.to_lowercase().as_str(), "the" | "a" | "an"))
        .unwrap_or(name);
    word.chars().take(3).flat_map(char::to_uppercase).collect()
}

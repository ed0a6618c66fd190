//! The selection: where it stands, what comes next, what it is on.

use std::collections::BTreeSet;

use super::{Selection, State, after};
use crate::gui::layer::Layer;
use crate::model::{ArticleKey, FactRow, Finding, Place, Presence, Span, Subject, Utterance};

/// Where the selection stands, told without indices of a comparison.
pub(super) struct Anchor {
    /// Title of a finding, label of a fact row.
    name: Name,
    article: ArticleKey,
    span: Span,
}

enum Name {
    Finding(String),
    Fact(String),
    Utterance,
}

impl State {
    /// The finding `step` after the selected one in the list as it is filtered, round the end.
    pub fn finding_after(&self, step: isize) -> Option<Selection> {
        if self.choices.filter == Some(Layer::Shared) {
            let listed: Vec<usize> = self.listed_utterances().collect();
            let selected = self.selected_utterance();
            let now = listed.iter().position(|it| Some(*it) == selected);
            return Some(Selection::Utterance(*listed.get(after(
                now,
                step,
                listed.len(),
            )?)?));
        }
        let listed: Vec<usize> = self.filtered().map(|it| it.0).collect();
        let now = match self.selection {
            Some(Selection::Finding(idx)) => listed.iter().position(|it| *it == idx),
            Some(Selection::Utterance(_) | Selection::Fact(_)) | None => None,
        };
        Some(Selection::Finding(listed[after(now, step, listed.len())?]))
    }

    /// The utterance `step` after the selected one, in the order of the first article.
    pub fn utterance_after(&self, step: isize) -> Option<Selection> {
        let n = self.comparison.utterances.len();
        after(self.selected_utterance(), step, n).map(Selection::Utterance)
    }

    /// The list, as it is filtered, has the selection, or does not tell of its kind.
    pub fn is_listed(&self) -> bool {
        let filter = self.choices.filter;
        let has = |utterance: Option<usize>| {
            utterance.is_some_and(|idx| self.listed_utterances().any(|it| it == idx))
        };
        match (self.selection, filter) {
            (None, _) => true,
            (Some(Selection::Finding(_)), Some(Layer::Shared)) => has(self.selected_utterance()),
            (Some(Selection::Finding(idx)), _) => self.filtered().any(|it| it.0 == idx),
            (Some(Selection::Utterance(idx)), Some(Layer::Shared)) => has(Some(idx)),
            (Some(Selection::Utterance(_)), _) => filter.is_none(),
            (Some(Selection::Fact(_)), _) => filter.is_none_or(|it| it == Layer::Facts),
        }
    }

    /// The words that the selection stands on.
    pub(super) fn anchor(&self) -> Option<Anchor> {
        let (name, place) = match self.selection? {
            Selection::Finding(idx) => {
                let finding = self.comparison.findings.get(idx)?;
                (
                    Name::Finding(finding.title.clone()),
                    *finding.places.first()?,
                )
            }
            Selection::Fact(idx) => {
                let row = self.comparison.facts.get(idx)?;
                (Name::Fact(row.label.clone()), row.places().next()?)
            }
            Selection::Utterance(idx) => {
                let utterance = self.comparison.utterances.get(idx)?;
                (
                    Name::Utterance,
                    utterance.witnesses.get(utterance.base)?.place,
                )
            }
        };
        Some(Anchor {
            name,
            article: self.story.article(place.article).key,
            span: place.span,
        })
    }

    pub(super) fn at_anchor(&self, anchor: &Anchor) -> Option<Selection> {
        let here = |place: &Place| {
            place.span == anchor.span && self.story.article(place.article).key == anchor.article
        };
        match &anchor.name {
            Name::Finding(title) => {
                let findings = &self.comparison.findings;
                let by_title = findings.iter().position(|it| it.title == *title);
                let found =
                    by_title.or_else(|| findings.iter().position(|it| it.places.iter().any(here)));
                found.map(Selection::Finding)
            }
            Name::Fact(label) => {
                let mut facts = self.comparison.facts.iter();
                let found =
                    facts.position(|it| it.label == *label && it.places().any(|it| here(&it)));
                found.map(Selection::Fact)
            }
            Name::Utterance => {
                let has = |it: &Utterance| it.witnesses.iter().any(|it| here(&it.place));
                let found = self.comparison.utterances.iter().position(has);
                found.map(Selection::Utterance)
            }
        }
    }

    pub fn selected_finding(&self) -> Option<&Finding> {
        match self.selection? {
            Selection::Finding(idx) => self.comparison.findings.get(idx),
            Selection::Utterance(_) | Selection::Fact(_) => None,
        }
    }

    pub fn selected_fact(&self) -> Option<&FactRow> {
        match self.selection? {
            Selection::Fact(idx) => self.comparison.facts.get(idx),
            Selection::Finding(_) | Selection::Utterance(_) => None,
        }
    }

    /// The layer of the selection.
    pub fn selected_layer(&self) -> Layer {
        match (self.selected_finding(), self.selection) {
            (Some(finding), _) => Layer::of(finding.kind),
            (None, Some(Selection::Fact(_))) => Layer::Facts,
            (None, _) => Layer::Shared,
        }
    }

    /// The words that prove the selected finding or fact row.
    pub fn selected_words(&self) -> Vec<Place> {
        match (self.selected_finding(), self.selected_fact()) {
            (Some(finding), _) => finding.places.clone(),
            (None, Some(row)) => row.places().collect(),
            (None, None) => Vec::new(),
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
            Selection::Fact(_) => None,
        }
    }

    /// The utterance whose witnesses, word under word, show the selection; `None` where other words
    /// prove it, such as the verbs that lead the witnesses in.
    pub fn collated(&self) -> Option<usize> {
        let is_beside =
            |it: &Finding| !matches!(Layer::of(it.kind), Layer::Attribution | Layer::Edits);
        self.selected_utterance()
            .filter(|_| !self.selected_finding().is_some_and(is_beside))
    }

    /// Who is credited with a witness, as the story names them.
    pub fn credited(&self, utterance: usize, witness: usize) -> String {
        let speakers = &self.derived.credits[utterance][witness].speakers;
        let name = |it: &usize| self.story.words(self.comparison.speakers[*it].name);
        let names: Vec<&str> = speakers.iter().map(name).collect();
        match names.split_last() {
            None => "no speaker".to_owned(),
            Some((last, [])) => (*last).to_owned(),
            Some((last, others)) => format!("{} and {last}", others.join(", ")),
        }
    }

    /// What each article has of the selection, in the order of the story.
    pub fn selected_presence(&self) -> Option<&[Presence]> {
        self.presence(self.selection?)
    }

    /// What each article has of it.
    pub fn presence(&self, of: Selection) -> Option<&[Presence]> {
        match of {
            Selection::Finding(idx) => Some(&self.comparison.findings.get(idx)?.presence),
            Selection::Utterance(idx) => Some(self.derived.presence.get(idx)?),
            Selection::Fact(idx) => Some(self.derived.fact_presence.get(idx)?),
        }
    }

    /// One place for each article that the selection touches: where its column should stand.
    pub fn selected_places(&self) -> Vec<Place> {
        let all: Vec<Place> = match self.selected_utterance() {
            Some(idx) => self.comparison.utterances[idx]
                .witnesses
                .iter()
                .map(|it| it.place)
                .collect(),
            None => self.selected_words(),
        };
        let mut seen = BTreeSet::new();
        all.into_iter()
            .filter(|it| seen.insert(it.article))
            .collect()
    }
}

//! What is made once when a comparison lands, so that no frame has to.

use std::collections::BTreeSet;

use super::variants::{self, Reading};
use crate::model::{
    Annotations, Article, ArticleIdx, Attribution, Comparison, FactRow, Place, Presence, Span,
    Story, Utterance, Verdict, Voice,
};

/// All of it.
#[derive(Default)]
pub struct Derived {
    /// By article: words of its prose.
    pub n_words: Vec<usize>,
    /// Loaded words of the outlets' own, in all articles.
    pub n_wordings: usize,
    /// By article: three letters for its outlet.
    pub codes: Vec<String>,
    /// By utterance: what is lit in its collation.
    pub readings: Vec<Vec<Vec<Reading>>>,
    /// By utterance: one sign for each article, in the order of the story.
    pub presence: Vec<Vec<Presence>>,
    /// The same by fact row.
    pub fact_presence: Vec<Vec<Presence>>,
    /// By article: its paragraphs, and which others have words or matter of each.
    paragraphs: Vec<Vec<(Span, Vec<Shared>)>>,
}

/// What one article has of a paragraph of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shared {
    Nothing,
    /// The same matter in other words.
    Matter,
    Words,
}

impl Derived {
    pub fn new(story: &Story, comparison: &Comparison) -> Self {
        let articles = || story.indices().map(|it| story.article(it));
        let utterances = comparison.utterances.iter();
        Self {
            n_words: articles().map(n_words).collect(),
            n_wordings: story
                .indices()
                .map(|it| n_wordings(story.annotations(it)))
                .sum(),
            codes: codes(articles().map(|it| it.outlet.name.as_str())),
            readings: utterances
                .clone()
                .map(|it| variants::readings(story, it))
                .collect(),
            presence: utterances
                .map(|it| {
                    story
                        .indices()
                        .map(|article| presence(it, article))
                        .collect()
                })
                .collect(),
            fact_presence: comparison
                .facts
                .iter()
                .map(|it| {
                    let articles = story.indices();
                    articles.map(|article| fact_presence(it, article)).collect()
                })
                .collect(),
            paragraphs: story
                .indices()
                .map(|it| paragraphs(story, comparison, it))
                .collect(),
        }
    }

    /// The paragraphs of an article; for each, what every article of the story has of it.
    pub fn paragraphs(&self, idx: ArticleIdx) -> &[(Span, Vec<Shared>)] {
        self.paragraphs.get(idx.0).map_or(&[], Vec::as_slice)
    }

    /// Paragraphs of an article of which each of `others` has words or matter.
    pub fn shared_by_all(&self, idx: ArticleIdx, others: &[ArticleIdx]) -> Vec<Span> {
        if others.len() < 2 {
            return Vec::new();
        }
        let paragraphs = self.paragraphs(idx).iter();
        paragraphs
            .filter(|(_, shared)| {
                let mut others = others.iter().filter(|it| **it != idx);
                others.all(|it| shared[it.0] != Shared::Nothing)
            })
            .map(|it| it.0)
            .collect()
    }
}

/// The paragraphs of an article, and what each article of the story has of them.
fn paragraphs(story: &Story, comparison: &Comparison, idx: ArticleIdx) -> Vec<(Span, Vec<Shared>)> {
    let paragraphs = story.article(idx).paragraphs();
    let mut res: Vec<(Span, Vec<Shared>)> = paragraphs
        .map(|it| (it, vec![Shared::Nothing; story.articles.len()]))
        .collect();
    let mut take = |places: &[Place], theirs: &[(ArticleIdx, Shared)]| {
        let here = places.iter().filter(|it| it.article == idx);
        for place in here {
            for (_, shared) in res.iter_mut().filter(|it| it.0.overlaps(place.span)) {
                for (article, how) in theirs {
                    shared[article.0] = shared[article.0].max(*how);
                }
            }
        }
    };
    for utterance in &comparison.utterances {
        let witnesses = utterance.witnesses.iter();
        let places: Vec<Place> = witnesses.clone().map(|it| it.place).collect();
        let theirs: Vec<_> = witnesses
            .map(|it| {
                let how = if it.reported {
                    Shared::Matter
                } else {
                    Shared::Words
                };
                (it.place.article, how)
            })
            .collect();
        take(&places, &theirs);
    }
    let passages = comparison.passages.iter().map(|it| &it.members);
    let findings = comparison.findings.iter().map(|it| &it.places);
    for places in passages.chain(findings) {
        let theirs: Vec<_> = places
            .iter()
            .map(|it| (it.article, Shared::Matter))
            .collect();
        take(places, &theirs);
    }
    res
}

fn n_words(article: &Article) -> usize {
    let paragraphs = article.paragraphs();
    paragraphs
        .map(|it| it.of(&article.text).split_whitespace().count())
        .sum()
}

fn n_wordings(annotations: &Annotations) -> usize {
    let wording = annotations.wording.iter();
    wording.filter(|it| it.voice == Voice::Writer).count()
}

/// Speakers of an utterance whom fewer witnesses name than another: whose name is lit. All, if
/// no speaker has more than the others.
pub fn minority_speakers(utterance: &Utterance) -> BTreeSet<usize> {
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

/// What an article has of an utterance.
fn presence(utterance: &Utterance, article: ArticleIdx) -> Presence {
    let mut witnesses = utterance.witnesses.iter();
    let Some(at) = witnesses.position(|it| it.place.article == article) else {
        return Presence::NoMatch;
    };
    let witness = &utterance.witnesses[at];
    let minority = minority_speakers(utterance);
    if witness.reported {
        Presence::Reported
    } else if witness.speaker.is_some_and(|it| minority.contains(&it)) {
        Presence::OtherSpeaker
    } else if utterance.edits.iter().any(|it| it.to == at) {
        Presence::Edited
    } else {
        Presence::Same
    }
}

fn fact_presence(row: &FactRow, article: ArticleIdx) -> Presence {
    let has_cell = row.cells.iter().any(|it| it.article == article);
    match row.verdict {
        _ if !has_cell => Presence::NoMatch,
        Verdict::Agrees | Verdict::Refines => Presence::Same,
        Verdict::Differs => Presence::Differs,
        Verdict::OnlyOne => Presence::OnlyHere,
    }
}

/// Three letters that stand for each outlet, different from one another.
fn codes<'a>(names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut res: Vec<String> = Vec::new();
    for name in names {
        let code = code(name);
        let mut free = code.clone();
        for number in 2.. {
            if !res.contains(&free) {
                break;
            }
            let number = number.to_string();
            let keep = code.chars().take(3_usize.saturating_sub(number.len()));
            free = keep.chain(number.chars()).collect();
        }
        res.push(free);
    }
    res
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_short_and_differ() {
        let names = [
            "The Harbor Wire",
            "harbor-news",
            "Harbor",
            "14-coast",
            "90 min",
        ];
        assert_eq!(
            codes(names.into_iter()),
            ["HAR", "HA2", "HA3", "COA", "MIN"]
        );
    }
}

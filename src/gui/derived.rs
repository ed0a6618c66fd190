//! What is made once when a comparison lands, so that no frame has to.

use std::collections::BTreeSet;

use super::variants::{self, Reading};
use crate::model::{
    Annotations, Article, ArticleIdx, Attribution, Comparison, Presence, Story, Utterance, Voice,
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
        }
    }
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

//! What is made once when a comparison lands, so that no frame has to.

use std::collections::BTreeSet;

use super::variants::{self, Reading};
use crate::model::{
    Annotations, Article, ArticleIdx, Attribution, Comparison, DuplicateKind, FactRow, Place,
    Presence, Span, Story, Utterance, Verdict, Voice,
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
    /// What must be known about the articles themselves.
    pub notices: Vec<Notice>,
    /// By article: its paragraphs, and which others have words or matter of each.
    paragraphs: Vec<Vec<Paragraph>>,
}

/// A paragraph of an article, and what each article of the story has of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    pub span: Span,
    pub shared: Vec<Shared>,
    /// Bytes of it that the article has in words or matter.
    covered: Vec<usize>,
}

/// Something about an article itself that changes how the rest is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    pub text: String,
    /// Index into the comparison's duplicates, if it is about one.
    pub duplicate: Option<usize>,
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
            notices: notices(story, comparison),
            paragraphs: story
                .indices()
                .map(|it| paragraphs(story, comparison, it))
                .collect(),
        }
    }

    /// The paragraphs of an article; for each, what every article of the story has of it.
    pub fn paragraphs(&self, idx: ArticleIdx) -> &[Paragraph] {
        self.paragraphs.get(idx.0).map_or(&[], Vec::as_slice)
    }

    /// Paragraphs of which each of `others` has most.
    pub fn shared_by_all(&self, idx: ArticleIdx, others: &[ArticleIdx]) -> Vec<Span> {
        if others.len() < 2 {
            return Vec::new();
        }
        let paragraphs = self.paragraphs(idx).iter();
        paragraphs
            .filter(|it| {
                let most = (it.span.end() - it.span.start()) * 6 / 10;
                let mut others = others.iter().filter(|it| **it != idx);
                others.all(|other| it.covered[other.0] > most)
            })
            .map(|it| it.span)
            .collect()
    }
}

fn notices(story: &Story, comparison: &Comparison) -> Vec<Notice> {
    let name = |it: ArticleIdx| &story.article(it).outlet.name;
    let duplicates = comparison.duplicates.iter().enumerate().map(|(idx, it)| {
        let (from, to) = (name(it.from), name(it.to));
        let text = match it.kind {
            DuplicateKind::Same => format!("{from} and {to} are the same article: one outlet"),
            DuplicateKind::Revision => {
                format!("{from} and {to} are versions of one article: one outlet")
            }
            DuplicateKind::Carried => format!("{from} and {to} carry one text"),
        };
        let duplicate = Some(idx);
        Notice { text, duplicate }
    });
    let languages = story
        .indices()
        .filter(|it| story.annotations(*it).only_marks);
    let languages = languages.map(|it| Notice {
        text: format!(
            "{}: not in English; only its quotation marks are read",
            name(it)
        ),
        duplicate: None,
    });
    duplicates.chain(languages).collect()
}

/// The paragraphs of an article, and what each article of the story has of them.
fn paragraphs(story: &Story, comparison: &Comparison, idx: ArticleIdx) -> Vec<Paragraph> {
    let paragraphs = story.article(idx).paragraphs();
    let mut res: Vec<Paragraph> = paragraphs
        .map(|span| Paragraph {
            span,
            shared: vec![Shared::Nothing; story.articles.len()],
            covered: vec![0; story.articles.len()],
        })
        .collect();
    let mut take = |places: &[Place], theirs: &[(ArticleIdx, Shared)]| {
        for place in places.iter().filter(|it| it.article == idx) {
            for paragraph in res.iter_mut().filter(|it| it.span.overlaps(place.span)) {
                let from = place.span.start().max(paragraph.span.start());
                let to = place.span.end().min(paragraph.span.end());
                for (article, how) in theirs {
                    let shared = &mut paragraph.shared[article.0];
                    *shared = (*shared).max(*how);
                    paragraph.covered[article.0] += to - from;
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
    for passage in &comparison.passages {
        let theirs = passage
            .members
            .iter()
            .map(|it| (it.article, Shared::Matter));
        take(&passage.members, &theirs.collect::<Vec<_>>());
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

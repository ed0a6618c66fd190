//! What is made once when a comparison lands, so that no frame has to.

use super::credited::{self, Credit};
use super::variants::{self, Reading};
use crate::model::{
    Article, ArticleIdx, Comparison, FactRow, Place, Presence, Span, Story, Utterance, Verdict,
    outlet_names,
};

/// All of it.
#[derive(Default)]
pub struct Derived {
    /// By article: words of its prose.
    pub n_words: Vec<usize>,
    /// By article: a few letters for its outlet, different from one another.
    pub codes: Vec<String>,
    /// By article: its outlet, told apart from others of the same name.
    pub names: Vec<String>,
    /// By utterance: what is lit in its collation.
    pub readings: Vec<Vec<Vec<Reading>>>,
    /// By utterance, then by witness: who is credited.
    pub credits: Vec<Vec<Credit>>,
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
    pub about: About,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// Index into the comparison's duplicates.
    Duplicate(usize),
    /// Index into the story's versions.
    Version(usize),
    Language,
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
    /// Numbered along the story, as its findings and reports are, wherever the columns stand.
    pub fn new(story: &Story, comparison: &Comparison) -> Self {
        let articles = || story.indices().map(|it| story.article(it));
        let all: Vec<&Article> = articles().collect();
        let names = outlet_names(&all);
        let credits = credited::credits(comparison);
        let utterances = comparison.utterances.iter();
        Self {
            n_words: articles().map(n_words).collect(),
            codes: codes(all.iter().map(|it| it.outlet.name.as_str())),
            readings: utterances
                .clone()
                .map(|it| variants::readings(story, it))
                .collect(),
            presence: utterances
                .zip(&credits)
                .map(|(it, credits)| {
                    let articles = story.indices();
                    articles
                        .map(|article| presence(it, credits, article))
                        .collect()
                })
                .collect(),
            credits,
            fact_presence: comparison
                .facts
                .iter()
                .map(|it| {
                    let articles = story.indices();
                    articles.map(|article| fact_presence(it, article)).collect()
                })
                .collect(),
            notices: notices(story, comparison, &names),
            names,
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

fn notices(story: &Story, comparison: &Comparison, names: &[String]) -> Vec<Notice> {
    let name = |it: ArticleIdx| &names[it.0];
    let duplicates = comparison.duplicates.iter().enumerate();
    let duplicates = duplicates.map(|(idx, it)| Notice {
        text: format!("{} and {} carry one text", name(it.from), name(it.to)),
        about: About::Duplicate(idx),
    });
    let versions = story.versions.iter().enumerate().map(|(idx, it)| Notice {
        text: match it.changes.len() {
            0 => format!("{} is here twice: shown once", name(it.of)),
            1 => format!("{}: an earlier version, 1 change", name(it.of)),
            n => format!("{}: an earlier version, {n} changes", name(it.of)),
        },
        about: About::Version(idx),
    });
    let languages = story
        .indices()
        .filter(|it| story.annotations(*it).only_marks);
    let languages = languages.map(|it| Notice {
        text: format!(
            "{}: not in English; only its quotation marks are read",
            name(it)
        ),
        about: About::Language,
    });
    versions.chain(duplicates).chain(languages).collect()
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

/// What an article has of an utterance.
fn presence(utterance: &Utterance, credits: &[Credit], article: ArticleIdx) -> Presence {
    let mut witnesses = utterance.witnesses.iter();
    let Some(at) = witnesses.position(|it| it.place.article == article) else {
        return Presence::NoMatch;
    };
    if utterance.witnesses[at].reported {
        Presence::Reported
    } else if credits[at].is_lit {
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
        _ if row.open.contains(&article) => Presence::Open,
        _ if !has_cell => Presence::NoMatch,
        Verdict::Agrees | Verdict::Refines => Presence::Same,
        Verdict::Differs => Presence::Differs,
        Verdict::OnlyOne => Presence::OnlyHere,
    }
}

/// A few letters that stand for each outlet, different from one another: three of its name, or
/// those of an article of the same outlet with a number.
fn codes<'a>(names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut first_of: Vec<(&str, String)> = Vec::new();
    let mut res: Vec<String> = Vec::new();
    for name in names {
        let is_free = |it: &String| !it.is_empty() && !res.contains(it);
        let known = first_of.iter().find(|it| it.0 == name);
        let of_name = known.map_or_else(|| candidates(name), |it| vec![it.1.clone()]);
        let free = of_name.iter().find(|it| is_free(it)).cloned();
        let stem = of_name.first().cloned().unwrap_or_default();
        let numbered = (2..).map(|n: usize| format!("{stem}{n}"));
        let code = free.or_else(|| numbered.into_iter().find(is_free));
        let code = code.unwrap_or_default();
        if known.is_none() {
            first_of.push((name, code.clone()));
        }
        res.push(code);
    }
    res
}

/// Three letters for an outlet, the most telling first: `The Harbor Wire` → `HAR`, `HWI`, `HRB`.
fn candidates(name: &str) -> Vec<String> {
    let words: Vec<&str> = name
        .split(|c: char| !c.is_alphanumeric())
        .filter(|it| it.starts_with(char::is_alphabetic))
        .filter(|it| !matches!(it.to_lowercase().as_str(), "the" | "a" | "an"))
        .collect();
    let first = words.first().copied().unwrap_or(name);
    let first = without_article(first);
    let others = words.iter().skip(1);
    let initials = others.clone().filter_map(|it| it.chars().next());
    let is_consonant = |it: &char| !matches!(it.to_ascii_lowercase(), 'a' | 'e' | 'i' | 'o' | 'u');
    let head = || first.chars().take(1);
    let of_words: String = match words.len() {
        0 | 1 => String::new(),
        2 => head()
            .chain(others.flat_map(|it| it.chars()))
            .take(3)
            .collect(),
        _ => head().chain(initials).take(3).collect(),
    };
    let consonants = first.chars().skip(1).filter(is_consonant);
    let res: [String; 3] = [
        first.chars().take(3).collect(),
        of_words,
        head().chain(consonants).take(3).collect(),
    ];
    res.map(|it| it.to_uppercase()).into()
}

/// `thetimes`, as an address writes it, is `times`.
fn without_article(word: &str) -> &str {
    const LEAST: usize = 3;
    let rest = word.strip_prefix("the");
    rest.filter(|it| it.chars().count() >= LEAST)
        .unwrap_or(word)
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
            "thetimes",
            "thequay",
            "harbor-news",
        ];
        assert_eq!(
            codes(names.into_iter()),
            ["HAR", "HNE", "HRB", "COA", "MIN", "TIM", "QUA", "HNE2"]
        );
    }
}

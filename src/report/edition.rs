//! How a place is named and cited: label, exact words, paragraph.

use super::sources;
use crate::model::{Article, ArticleIdx, BlockKind, Comparison, Place, SourceRule, Span, Story};

/// Articles without a match that are named; more are counted.
const MOST_LISTED: usize = 8;
/// Words that stand for a longer passage.
const OPENING_WORDS: usize = 10;

/// What all reports for people read.
pub struct Edition<'a> {
    pub story: &'a Story,
    pub comparison: &'a Comparison,
    labels: Vec<String>,
    /// Of the longest label, as [`Edition::labeled`] measures it.
    pub label_width: usize,
}

impl<'a> Edition<'a> {
    pub fn new(story: &'a Story, comparison: &'a Comparison) -> Self {
        let names = story.articles.iter();
        let names = names.map(|it| it.0.outlet.name.clone()).collect();
        Self {
            story,
            comparison,
            labels: numbered(names),
            label_width: 0,
        }
    }

    /// With labels made from the outlets' names, and their width.
    pub fn labeled(mut self, label: impl Fn(&str) -> String, width: fn(&str) -> usize) -> Self {
        let names = self.story.articles.iter();
        self.labels = numbered(names.map(|it| label(&it.0.outlet.name)).collect());
        let widths = self.labels.iter().map(|it| width(it));
        self.label_width = widths.max().unwrap_or(0);
        self
    }

    /// The outlet's name, with a number where two articles would share it.
    pub fn label(&self, article: ArticleIdx) -> &str {
        &self.labels[article.0]
    }

    pub fn list(&self, articles: impl IntoIterator<Item = ArticleIdx>) -> String {
        let labels: Vec<&str> = articles.into_iter().map(|it| self.label(it)).collect();
        labels.join(", ")
    }

    /// The articles that `has` denies and that were searched; `None` if there are none.
    pub fn no_match(&self, has: impl Fn(ArticleIdx) -> bool) -> Option<String> {
        let searched = |it: &ArticleIdx| !self.story.annotations(*it).only_marks;
        let articles = self.story.indices().filter(searched);
        let without: Vec<ArticleIdx> = articles.filter(|it| !has(*it)).collect();
        match without.len() {
            0 => None,
            n if n > MOST_LISTED => Some(format!("no match found in {n} articles")),
            _ => Some(format!("no match found in {}", self.list(without))),
        }
    }

    /// `“words” ¶ 3`.
    pub fn cited(&self, place: Place) -> String {
        // The no-break space keeps the number from standing alone in a line.
        format!("{}\u{a0}{}", self.quoted(place), self.paragraph(place))
    }

    /// The words of a place in quotation marks.
    pub fn quoted(&self, place: Place) -> String {
        let text = &self.story.article(place.article).text;
        marked(place.span.with_opening_mark(text).of(text))
    }

    /// `“a” ¶ 3, “b” ¶ 5`.
    pub fn all_cited(&self, article: ArticleIdx, spans: &[Span]) -> String {
        let cited = spans.iter().map(|span| {
            let span = *span;
            self.cited(Place { article, span })
        });
        cited.collect::<Vec<_>>().join(", ")
    }

    /// Words of an article's prose.
    pub fn n_words(&self, article: ArticleIdx) -> usize {
        let article = self.story.article(article);
        let paragraphs = article.paragraphs();
        paragraphs
            .map(|it| it.of(&article.text).split_whitespace().count())
            .sum()
    }

    /// The first words of a place, in quotation marks, with the sign of our cut.
    pub fn opening(&self, place: Place) -> String {
        let words = self.story.words(place).trim();
        let mut in_word = false;
        let mut n_words = 0;
        let end = words.find(|c: char| {
            n_words += usize::from(in_word && c.is_whitespace());
            in_word = !c.is_whitespace();
            n_words == OPENING_WORDS
        });
        match end {
            Some(end) => marked(&format!("{} ›", &words[..end])),
            None => marked(words),
        }
    }

    /// `¶ 3`, `¶ 3–4`, `headline`.
    pub fn paragraph(&self, place: Place) -> String {
        paragraph(self.story.article(place.article), place.span)
    }

    /// `John Doe (“he”), Ada Ruiz`, of the quotation at `idx`; `None` if no source is named.
    pub fn sources(&self, article: ArticleIdx, idx: usize) -> Option<String> {
        let quotation = &self.story.annotations(article).quotations[idx];
        let names: Vec<String> = quotation
            .sources
            .iter()
            .map(|source| {
                let name = sources::name(self.story, self.comparison, (article, idx), source);
                let basis = match (source.mention, source.rule) {
                    (_, SourceRule::Reader) => "set by the reader".to_owned(),
                    (Some(span), _) => marked(self.story.words(Place { article, span })),
                    (None, SourceRule::Named | SourceRule::Pronoun) => return name.to_owned(),
                    (None, SourceRule::Interrupted) => "named between its halves".to_owned(),
                    (None, SourceRule::SameSentence) => "named beside it".to_owned(),
                    (None, SourceRule::Continued) => "named in a paragraph before".to_owned(),
                };
                format!("{name} ({basis})")
            })
            .collect();
        (!names.is_empty()).then(|| names.join(", "))
    }

    /// The names alone: `John Doe, Ada Ruiz`.
    pub fn source_names(&self, article: ArticleIdx, idx: usize) -> Option<String> {
        let sources = &self.story.annotations(article).quotations[idx].sources;
        let names: Vec<&str> = sources
            .iter()
            .map(|it| sources::name(self.story, self.comparison, (article, idx), it))
            .collect();
        (!names.is_empty()).then(|| names.join(", "))
    }
}

/// `¶ 3`, `¶ 3–4`, `headline`.
pub fn paragraph(article: &Article, span: Span) -> String {
    let mut numbers = article
        .paragraphs()
        .zip(1..)
        .filter(|it| it.0.overlaps(span))
        .map(|it| it.1);
    let Some(first) = numbers.next() else {
        return part(article, span).to_owned();
    };
    match numbers.last() {
        Some(last) => format!("¶\u{a0}{first}–{last}"),
        None => format!("¶\u{a0}{first}"),
    }
}

fn part(article: &Article, span: Span) -> &'static str {
    let block = article.blocks.iter().find(|it| it.span.overlaps(span));
    match block.map(|it| it.kind) {
        Some(BlockKind::Headline) => "headline",
        Some(BlockKind::Dek) => "dek",
        Some(BlockKind::Byline) => "byline",
        Some(BlockKind::Furniture(_)) => "page furniture",
        Some(BlockKind::Subhead) => "subhead",
        Some(BlockKind::Prose | BlockKind::ListItem | BlockKind::Quote) | None => "",
    }
}

/// Verbatim words in quotation marks that they do not hold themselves.
pub fn marked(words: &str) -> String {
    if words.contains(['“', '”', '"']) {
        format!("‘{words}’")
    } else {
        format!("“{words}”")
    }
}

/// `1 article`, `3 articles`.
pub fn counted(n: usize, noun: &str) -> String {
    let plural = if n == 1 { "" } else { "s" };
    format!("{n} {noun}{plural}")
}

/// With a number where two would be the same.
fn numbered(names: Vec<String>) -> Vec<String> {
    let same = |at: usize, of: &[String]| of.iter().filter(|it| **it == names[at]).count();
    (0..names.len())
        .map(|at| match same(at, &names) {
            1 => names[at].clone(),
            _ => format!("{} {}", names[at], same(at, &names[..=at])),
        })
        .collect()
}

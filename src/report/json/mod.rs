//! The machine format, schema `crossread/1`. Offsets are Unicode code points.

mod annotations;
mod articles;
mod claims;
mod decided;
mod duplicates;
mod naming;
mod origins;
mod shapes;
mod story;

use serde::Serialize;

use self::shapes::{Comparing, Offsets, PlaceRow, Words};
use super::names::article_id;
use super::offsets::CodePoints;
use crate::model::{ArticleIdx, Comparison, Place, Problem, Span, Story};

/// The whole comparison.
pub fn comparison(story: &Story, comparison: &Comparison, problems: &[Problem]) -> String {
    let writer = Writer::new(story, comparison);
    pretty(&Comparing {
        reading: writer.reading(problems),
        versions: writer.versions(),
        duplicates: writer.duplicates(),
        quotations: writer.quotations(),
        utterances: writer.utterances(),
        passages: writer.passages(),
        quantities: writer.quantities(),
        facts: writer.facts(),
        evidence: writer.evidence(),
        claims: writer.claims(),
        wording: writer.wording(),
        naming: writer.naming(),
        sources: writer.sources(),
        origins: writer.origins(),
        summaries: writer.summaries(),
        emphasis: writer.emphasis(),
        findings: writer.findings(),
        rejected: writer.rejected(),
        notes: writer.notes(),
        standings: writer.standings(),
    })
}

/// The findings as W3C Web Annotations.
pub fn annotations(story: &Story, comparison: &Comparison) -> String {
    annotations::annotations(story, comparison)
}

/// The articles alone.
pub fn articles(story: &Story, problems: &[Problem]) -> String {
    let comparison = Comparison::default();
    pretty(&Writer::new(story, &comparison).reading(problems))
}

fn pretty(value: &impl Serialize) -> String {
    serde_json::to_string_pretty(value).expect("fields have names, which is all that JSON asks")
        + "\n"
}

/// What the rows are made from.
struct Writer<'a> {
    story: &'a Story,
    comparison: &'a Comparison,
    points: Vec<CodePoints<'a>>,
    /// By article: the number of its first quotation.
    first_quotation: Vec<usize>,
}

impl<'a> Writer<'a> {
    fn new(story: &'a Story, comparison: &'a Comparison) -> Self {
        let mut next = 1;
        let mut first_quotation = Vec::new();
        for article in story.indices() {
            first_quotation.push(next);
            next += story.annotations(article).quotations.len();
        }
        Self {
            story,
            comparison,
            points: story
                .indices()
                .map(|it| CodePoints::new(&story.article(it).text))
                .collect(),
            first_quotation,
        }
    }

    fn text(&self, article: ArticleIdx) -> &'a str {
        &self.story.article(article).text
    }

    fn pair(&self, article: ArticleIdx, span: Span) -> [usize; 2] {
        self.points[article.0].of(span)
    }

    fn offsets(&self, article: ArticleIdx, span: Span) -> Offsets {
        let [start, end] = self.pair(article, span);
        Offsets { start, end }
    }

    fn words(&self, article: ArticleIdx, span: Span) -> Words<'a> {
        Words {
            text: span.of(self.text(article)),
            at: self.offsets(article, span),
        }
    }

    fn place(&self, place: Place) -> PlaceRow {
        PlaceRow {
            article: article_id(place.article),
            at: self.offsets(place.article, place.span),
        }
    }

    fn quotation_id(&self, article: ArticleIdx, quotation: usize) -> String {
        format!("Q{}", self.first_quotation[article.0] + quotation)
    }
}

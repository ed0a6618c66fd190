//! Findings as W3C Web Annotations (JSON-LD): a collection with one page.
//!
//! A place is named twice: by its words with what stands before and after them, which finds it on
//! a page of the web too, and by its code points in the text that Crossread read.

use serde::Serialize;

use super::{Writer, pretty};
use crate::model::{ArticleIdx, Comparison, Finding, Place, Story};
use crate::report::edition::Edition;
use crate::report::names::{finding_id, finding_kind};
use crate::report::phrases;

/// Letters before and after the words; Hypothesis has as many.
const CONTEXT: usize = 32;

#[derive(Serialize)]
struct Collection<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    id: String,
    r#type: &'static str,
    label: String,
    generator: Generator,
    total: usize,
    first: Page<'a>,
}

#[derive(Serialize)]
struct Generator {
    r#type: &'static str,
    name: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Page<'a> {
    id: String,
    r#type: &'static str,
    part_of: String,
    start_index: usize,
    items: Vec<Annotation<'a>>,
}

#[derive(Serialize)]
struct Annotation<'a> {
    id: String,
    r#type: &'static str,
    motivation: &'static str,
    body: [Body<'a>; 3],
    target: Vec<Target<'a>>,
}

#[derive(Serialize)]
struct Body<'a> {
    r#type: &'static str,
    purpose: &'static str,
    value: &'a str,
    format: &'static str,
    language: &'static str,
}

#[derive(Serialize)]
struct Target<'a> {
    r#type: &'static str,
    source: Source<'a>,
    selector: (Quote<'a>, Position),
}

/// The article.
#[derive(Serialize)]
struct Source<'a> {
    id: String,
    r#type: &'static str,
    label: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'a str>,
}

#[derive(Serialize)]
struct Quote<'a> {
    r#type: &'static str,
    exact: &'a str,
    prefix: &'a str,
    suffix: &'a str,
}

#[derive(Serialize)]
struct Position {
    r#type: &'static str,
    start: usize,
    end: usize,
}

/// Every finding, best first.
pub fn annotations(story: &Story, comparison: &Comparison) -> String {
    let writer = Writer::new(story, comparison);
    let set = set_id(story);
    let findings = comparison.findings.iter().enumerate();
    pretty(&Collection {
        context: "http://www.w3.org/ns/anno.jsonld",
        id: set.clone(),
        r#type: "AnnotationCollection",
        label: phrases::title(&Edition::new(story, comparison)),
        generator: Generator {
            r#type: "Software",
            name: format!("Crossread {}", env!("CARGO_PKG_VERSION")),
        },
        total: comparison.findings.len(),
        first: Page {
            id: format!("{set}:page"),
            r#type: "AnnotationPage",
            part_of: set.clone(),
            start_index: 0,
            items: findings
                .map(|(idx, it)| writer.annotation(format!("{set}:{}", finding_id(idx)), it))
                .collect(),
        },
    })
}

/// The same for the same articles.
fn set_id(story: &Story) -> String {
    let keys = story.articles.iter().map(|it| it.0.key.0);
    let key = keys.fold(0_u64, |key, it| key.rotate_left(5) ^ it);
    format!("urn:crossread:set:{key:016x}")
}

impl<'a> Writer<'a> {
    fn annotation(&self, id: String, finding: &'a Finding) -> Annotation<'a> {
        let body = |purpose, value| Body {
            r#type: "TextualBody",
            purpose,
            value,
            format: "text/plain",
            language: "en",
        };
        Annotation {
            id,
            r#type: "Annotation",
            motivation: "commenting",
            body: [
                body("classifying", finding_kind(finding.kind)),
                body("describing", &finding.title),
                body("commenting", &finding.rule),
            ],
            target: finding.places.iter().map(|it| self.target(*it)).collect(),
        }
    }

    fn target(&self, place: Place) -> Target<'a> {
        let text = self.text(place.article);
        let before = text.get(..place.span.start()).unwrap_or_default();
        let after = text.get(place.span.end()..).unwrap_or_default();
        let prefix = before.char_indices().rev().nth(CONTEXT - 1);
        let suffix = after.char_indices().nth(CONTEXT);
        let [start, end] = self.pair(place.article, place.span);
        Target {
            r#type: "SpecificResource",
            source: self.source(place.article),
            selector: (
                Quote {
                    r#type: "TextQuoteSelector",
                    exact: place.span.of(text),
                    prefix: &before[prefix.map_or(0, |it| it.0)..],
                    suffix: &after[..suffix.map_or(after.len(), |it| it.0)],
                },
                Position {
                    r#type: "TextPositionSelector",
                    start,
                    end,
                },
            ),
        }
    }

    fn source(&self, idx: ArticleIdx) -> Source<'a> {
        let article = self.story.article(idx);
        let address = article.address.as_deref().filter(|it| is_web(it));
        Source {
            id: match address {
                Some(address) => address.to_owned(),
                None => format!("urn:crossread:article:{:016x}", article.key.0),
            },
            r#type: "Text",
            label: format!("{}, {}", article.outlet.name, article.file),
            language: article.language.as_deref(),
        }
    }
}

/// An address that stands for a page of the web, and for nothing else.
fn is_web(address: &str) -> bool {
    let scheme = ["https://", "http://"];
    let rest = scheme.iter().find_map(|it| address.strip_prefix(it));
    rest.is_some_and(|it| {
        !it.is_empty() && !it.contains([' ', '<', '>', '"', '\\', '^', '`', '{', '|', '}'])
    })
}

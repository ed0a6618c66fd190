//! What an element says of itself: the part of the page that its class, id and role name.

use std::sync::LazyLock;

use regex::{Regex, RegexSet};

use super::dom::{Dom, NodeIdx};
use crate::model::FurnitureKind;
use crate::read::dates::{self, Of};
use crate::read::furniture;

/// What the name of an element tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Furniture(FurnitureKind),
    /// A post of a network, shown as the article's own evidence.
    Quoted,
}

struct Patterns {
    set: RegexSet,
    parts: Vec<Part>,
}

static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| {
    let list = include_str!("../../../assets/lexicons/page_parts.tsv");
    let rows: Vec<(Part, &str)> = list
        .lines()
        .filter(|it| !it.starts_with('#'))
        .filter_map(|it| it.split_once('\t'))
        .filter_map(|(name, pattern)| match name {
            "quoted" => Some((Part::Quoted, pattern)),
            _ => furniture::kind(name).map(|it| (Part::Furniture(it), pattern)),
        })
        .collect();
    Patterns {
        set: RegexSet::new(rows.iter().map(|it| it.1)).unwrap_or_else(|_| RegexSet::empty()),
        parts: rows.into_iter().map(|it| it.0).collect(),
    }
});

/// The part that an element is by its own name, class, id and role.
pub fn part(dom: &Dom, node: NodeIdx) -> Option<Part> {
    use FurnitureKind::{Caption, Navigation, Related};

    match dom.name(node) {
        "" => return None,
        "nav" | "footer" | "button" | "dialog" | "form" => {
            return Some(Part::Furniture(Navigation));
        }
        "aside" => return Some(Part::Furniture(Related)),
        "figcaption" | "caption" => return Some(Part::Furniture(Caption)),
        _ => {}
    }
    let labels = labels(dom, node);
    if labels.is_empty() {
        return None;
    }
    let first = PATTERNS.set.matches(&labels).iter().next()?;
    PATTERNS.parts.get(first).copied()
}

/// The element says that it holds the article's body.
pub fn is_body(dom: &Dom, node: NodeIdx) -> bool {
    static BODY: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new("-(?:article|story|post|entry|news|blog)-(?:body|content|text|copy)-(?: |$)")
            .expect("a valid pattern")
    });
    let property = dom.attribute(node, "itemprop").unwrap_or_default();
    property == "articleBody" || BODY.is_match(&labels(dom, node))
}

/// The element stands among what readers of the page wrote.
pub fn in_comments(dom: &Dom, node: NodeIdx) -> bool {
    static COMMENT: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new("-(?:comment|comments|comment-list|disqus|respond|replies)-(?: |$)")
            .expect("a valid pattern")
    });
    // The body of a page says whether it may be commented on.
    let mut inner = dom.ancestors(node).filter(|it| dom.name(*it) != "body");
    inner.any(|it| COMMENT.is_match(&labels(dom, it)))
}

/// The element says that it holds the byline.
pub fn is_byline(dom: &Dom, node: NodeIdx) -> bool {
    static BYLINE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new("-(?:byline|bylines|author|authors|author-name|author-names|author-link|written-by)-(?: |$)")
            .expect("a valid pattern")
    });
    BYLINE.is_match(&labels(dom, node))
}

/// How plainly an element says that it holds the dek.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dek {
    /// By a name that leads and teasers have too.
    Maybe,
    Surely,
}

/// The element says that it holds the dek.
pub fn dek(dom: &Dom, node: NodeIdx) -> Option<Dek> {
    static DEK: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new("-(?:(?P<surely>dek|deck|standfirst|subtitle|sub-title|subheadline|sub-headline|subhead|sub-head|subheading|sub-heading)|summary|lede|lead|excerpt|intro|strapline|description)-(?: |$)")
            .expect("a valid pattern")
    });
    let labels = labels(dom, node);
    let found = DEK.captures_iter(&labels);
    let said = found.map(|it| match it.name("surely") {
        Some(_) => Dek::Surely,
        None => Dek::Maybe,
    });
    said.max()
}

/// What the element says that its date is of; what is said to be both is of the publication.
pub fn date_of(dom: &Dom, node: NodeIdx) -> Of {
    let labels = labels(dom, node);
    let said = labels.split(' ').map(dates::of);
    let said = said.filter(|it| *it != Of::Unsaid);
    said.min().unwrap_or(Of::Unsaid)
}

/// `class="shareBar js-top"` as `-share-bar- -js-top-`.
fn labels(dom: &Dom, node: NodeIdx) -> String {
    let mut res = String::new();
    for name in [
        "class",
        "id",
        "role",
        "itemprop",
        "data-component",
        "data-module",
        "aria-label",
    ] {
        for label in dom
            .attribute(node, name)
            .into_iter()
            .flat_map(str::split_whitespace)
        {
            if !res.is_empty() {
                res.push(' ');
            }
            res.push('-');
            let mut after_small = false;
            for letter in label.chars().take(80) {
                if !letter.is_alphanumeric() {
                    if !res.ends_with('-') {
                        res.push('-');
                    }
                } else {
                    if letter.is_uppercase() && after_small {
                        res.push('-');
                    }
                    res.extend(letter.to_lowercase());
                }
                after_small = letter.is_lowercase();
            }
            if !res.ends_with('-') {
                res.push('-');
            }
        }
    }
    res
}

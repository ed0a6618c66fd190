//! What is said of articles that are mostly one text: earlier versions, and one that two carry.

use super::edition::{Edition, marked, paragraph};
use crate::model::{Article, Change, Duplicate, Place, Span, Version};

/// The head over articles that are mostly one text.
pub const HEAD: &str = "Mostly one text";

/// Two articles that are mostly one text, and what changed from one to the other.
pub struct OneText {
    pub title: String,
    pub changes: Vec<Changed>,
}

/// Words of one article in place of the other's.
pub struct Changed {
    /// In quotation marks.
    pub old: Option<String>,
    pub new: Option<String>,
    /// Where they stand: `¶ 3`.
    pub at: String,
    /// The same, if it is in an article that is compared.
    pub place: Option<Place>,
}

/// Earlier versions first, then texts that two outlets carry.
pub fn all(edition: &Edition<'_>) -> Vec<OneText> {
    let versions = edition.story.versions.iter();
    let versions = versions.map(|it| of_version(edition, it));
    let duplicates = edition.comparison.duplicates.iter();
    versions
        .chain(duplicates.map(|it| of_duplicate(edition, it)))
        .collect()
}

fn of_version(edition: &Edition<'_>, version: &Version) -> OneText {
    let (old, last) = (&*version.article, edition.story.article(version.of));
    let label = edition.label(version.of);
    let title = if version.changes.is_empty() {
        format!(
            "{label}: {} is the same article as {}; it counts once",
            old.file, last.file
        )
    } else {
        let day = |it: &Article| {
            it.latest()
                .map_or_else(String::new, |it| format!(" of {it}"))
        };
        format!(
            "{label}: {}{} is an earlier version of {}{}, {} % of it the same; only the last one is \
             compared with other outlets",
            old.file,
            day(old),
            last.file,
            day(last),
            percent(version.shared)
        )
    };
    let changes = version.changes.iter().map(|it| {
        let mut res = changed(old, last, it);
        match it.to_span {
            Some(span) => {
                res.place = Some(Place {
                    article: version.of,
                    span,
                });
            }
            None => res.at.push_str(" of the earlier version"),
        }
        res
    });
    OneText {
        title,
        changes: changes.collect(),
    }
}

fn of_duplicate(edition: &Edition<'_>, duplicate: &Duplicate) -> OneText {
    let [from, to] = [duplicate.from, duplicate.to];
    let [old, new] = [from, to].map(|it| edition.story.article(it));
    let changes = duplicate.changes.iter().map(|it| {
        let mut res = changed(old, new, it);
        let to = it.to_span.map(|span| (to, span));
        let place = to.or(it.from_span.map(|span| (from, span)));
        res.place = place.map(|(article, span)| Place { article, span });
        res
    });
    OneText {
        title: format!(
            "{} and {} carry one text, {} % of it the same; who has it from whom is not known",
            edition.label(from),
            edition.label(to),
            percent(duplicate.shared)
        ),
        changes: changes.collect(),
    }
}

fn percent(share: f32) -> f32 {
    (100.0 * share).floor()
}

fn changed(from: &Article, to: &Article, change: &Change) -> Changed {
    let words = |article: &Article, span: Option<Span>| Some(marked(span?.of(&article.text)));
    let at = |article: &Article, span: Option<Span>| Some(paragraph(article, span?));
    Changed {
        old: words(from, change.from_span),
        new: words(to, change.to_span),
        at: at(to, change.to_span)
            .or(at(from, change.from_span))
            .unwrap_or_default(),
        place: None,
    }
}

impl Changed {
    /// `“14” for “12” ¶ 1`.
    pub fn told(&self) -> String {
        let words = match (&self.old, &self.new) {
            (Some(old), Some(new)) => format!("{new} for {old}"),
            (Some(old), None) => format!("without {old}"),
            (None, Some(new)) => format!("also {new}"),
            (None, None) => return String::new(),
        };
        format!("{words}\u{a0}{}", self.at)
    }
}

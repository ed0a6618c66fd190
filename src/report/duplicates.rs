//! What is said of articles that are mostly one text.

use super::edition::Edition;
use crate::model::{Change, Duplicate, DuplicateKind, Place, Span};

/// The head over articles that are mostly one text.
pub const HEAD: &str = "Mostly one text";

/// `Coast Wire 1 and Coast Wire 2 are versions of one article, …`.
pub fn title(edition: &Edition<'_>, duplicate: &Duplicate) -> String {
    let [from, to] = [duplicate.from, duplicate.to].map(|it| edition.label(it));
    let percent = (100.0 * duplicate.shared).floor();
    match duplicate.kind {
        DuplicateKind::Same => {
            format!("{from} and {to} are the same article; they count as one outlet")
        }
        DuplicateKind::Revision => format!(
            "{from} and {to} are versions of one article, {percent} % of it the same; they count as \
             one outlet"
        ),
        DuplicateKind::Carried => format!(
            "{from} and {to} carry one text, {percent} % of it the same; who has it from whom is not \
             known"
        ),
    }
}

/// `“14” for “12” ¶ 1`: what the second article has in place of the first one's words.
pub fn change(edition: &Edition<'_>, duplicate: &Duplicate, change: &Change) -> String {
    let place = |article, span: Option<Span>| span.map(|span| Place { article, span });
    let from = place(duplicate.from, change.from_span);
    let to = place(duplicate.to, change.to_span);
    let told = match (from, to) {
        (Some(from), Some(to)) => {
            format!("{} for {}", edition.opening(to), edition.opening(from))
        }
        (Some(from), None) => format!("without {}", edition.opening(from)),
        (None, Some(to)) => format!("also {}", edition.opening(to)),
        (None, None) => return String::new(),
    };
    let at = to.or(from).map(|it| edition.paragraph(it));
    format!("{told}\u{a0}{}", at.unwrap_or_default())
}

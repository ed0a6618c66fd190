//! What the reader wrote beside things: what it hangs on, in words.

use super::edition::Edition;
use super::names::{finding_id, rejected_id, utterance_id};
use crate::model::{ArticleIdx, Note, Noted, Place};

/// The head over what the reader rejected.
pub const REJECTED: &str = "Rejected by the reader";
/// The head over notes and tags.
pub const NOTES: &str = "Notes of the reader";

/// What a note is beside.
pub fn on(edition: &Edition<'_>, on: Noted) -> String {
    let comparison = edition.comparison;
    let cited = |place: Place| format!("{} {}", edition.label(place.article), edition.cited(place));
    match on {
        Noted::Article(idx) => edition.label(idx).to_owned(),
        Noted::Quotation(article, at) => cited(quotation(edition, article, at)),
        Noted::Words(place) => cited(place),
        Noted::Utterance(idx) => {
            let utterance = &comparison.utterances[idx];
            let words = edition.opening(utterance.witnesses[utterance.base].place);
            format!("{} {words}", utterance_id(idx))
        }
        Noted::Finding(idx) => format!("{}: {}", finding_id(idx), comparison.findings[idx].title),
        Noted::Rejected(idx) => format!("{}: {}", rejected_id(idx), comparison.rejected[idx].title),
    }
}

/// Where the words stand that a note is beside, if it is beside words.
pub fn place(edition: &Edition<'_>, on: Noted) -> Option<Place> {
    match on {
        Noted::Quotation(article, at) => Some(quotation(edition, article, at)),
        Noted::Words(place) => Some(place),
        Noted::Article(_) | Noted::Utterance(_) | Noted::Finding(_) | Noted::Rejected(_) => None,
    }
}

fn quotation(edition: &Edition<'_>, article: ArticleIdx, at: usize) -> Place {
    let span = edition.story.annotations(article).quotations[at].span;
    Place { article, span }
}

/// `#gate #night`
pub fn tags(note: &Note) -> String {
    let tags = note.tags.iter().map(|it| format!("#{it}"));
    tags.collect::<Vec<_>>().join(" ")
}

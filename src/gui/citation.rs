//! Words with where they stand, as text for other programs.

use super::state::{Selection, State};
use crate::model::{BlockKind, Place};

/// `Harbor Wire, paragraph 5`: where a place stands, for a person.
pub fn locus(state: &State, place: Place) -> String {
    let article = state.story.article(place.article);
    let block = article
        .blocks
        .iter()
        .find(|it| it.span.overlaps(place.span));
    let nth = article
        .paragraphs()
        .position(|it| it.overlaps(place.span))
        .map(|it| it + 1);
    let part = match (block.map(|it| it.kind), nth) {
        (_, Some(nth)) => format!("paragraph {nth}"),
        (Some(BlockKind::Headline), None) => "headline".to_owned(),
        (Some(BlockKind::Dek), None) => "dek".to_owned(),
        (Some(BlockKind::Byline), None) => "byline".to_owned(),
        (Some(BlockKind::Subhead), None) => "subhead".to_owned(),
        (
            Some(
                BlockKind::Prose | BlockKind::ListItem | BlockKind::Quote | BlockKind::Furniture(_),
            )
            | None,
            None,
        ) => "page furniture".to_owned(),
    };
    format!("{}, {part}", article.outlet.name)
}

/// The words of a place with their citation, one line.
pub fn cited(state: &State, place: Place) -> String {
    let words = state.story.words(place);
    let words: Vec<&str> = words.split_whitespace().collect();
    let article = state.story.article(place.article);
    let date = article
        .published
        .map_or_else(String::new, |it| format!(", {}", it.date));
    format!(
        "“{}” — {}{date} ({})",
        words.join(" ").trim_matches(['“', '”', '"']),
        locus(state, place),
        article.file
    )
}

/// The selection: its title, then each place with its source, one a line.
pub fn selection(state: &State) -> Option<String> {
    let mut lines = Vec::new();
    let places: Vec<Place> = match state.selection? {
        Selection::Finding(idx) => {
            let finding = state.comparison.findings.get(idx)?;
            lines.push(finding.title.clone());
            finding.places.clone()
        }
        Selection::Utterance(idx) => {
            let utterance = state.comparison.utterances.get(idx)?;
            utterance.witnesses.iter().map(|it| it.place).collect()
        }
    };
    lines.extend(places.into_iter().map(|it| cited(state, it)));
    Some(lines.join("\n"))
}

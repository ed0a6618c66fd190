//! Words with where they stand, as text for other programs.

use std::sync::Arc;

use eframe::egui;

use super::state::{Selection, State};
use crate::model::{Article, BlockKind, Place, Span};

/// `Harbor Wire, paragraph 5`: where a place stands, for a person.
pub fn locus(state: &State, place: Place) -> String {
    locus_in(state.story.article(place.article), place.span)
}

fn locus_in(article: &Article, span: Span) -> String {
    let block = article.blocks.iter().find(|it| it.span.overlaps(span));
    let nth = article
        .paragraphs()
        .position(|it| it.overlaps(span))
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
    cited_in(state.story.article(place.article), place.span)
}

fn cited_in(article: &Article, span: Span) -> String {
    let words: Vec<&str> = span.of(&article.text).split_whitespace().collect();
    let date = article
        .published
        .map_or_else(String::new, |it| format!(", {}", it.date));
    format!(
        "“{}” — {}{date} ({})",
        words.join(" ").trim_matches(['“', '”', '"']),
        locus_in(article, span),
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
        Selection::Fact(_) => {
            lines.extend(state.selected_fact().map(|it| it.label.clone()));
            state.selected_words()
        }
        Selection::Utterance(idx) => {
            let utterance = state.comparison.utterances.get(idx)?;
            utterance.witnesses.iter().map(|it| it.place).collect()
        }
    };
    lines.extend(places.into_iter().map(|it| cited(state, it)));
    Some(lines.join("\n"))
}

/// Adds the citation to words that egui copies out of its labels, after the frame is drawn.
#[derive(Default)]
pub struct Citer {
    /// Where copied words may stand; empty: they are copied as they are.
    pub articles: Vec<Arc<Article>>,
}

impl egui::Plugin for Citer {
    fn debug_name(&self) -> &'static str {
        "citer"
    }

    fn output_hook(&mut self, _: &egui::Context, output: &mut egui::FullOutput) {
        let articles = std::mem::take(&mut self.articles);
        for command in &mut output.platform_output.commands {
            if let egui::OutputCommand::CopyText(words) = command
                && let Some(cited) = articles.iter().find_map(|it| copied(it, words))
            {
                *words = cited;
            }
        }
    }
}

/// Words with the citation of the place where they stand in an article, whatever white space the
/// window set between them.
fn copied(article: &Article, words: &str) -> Option<String> {
    let words: Vec<&str> = words.split_whitespace().collect();
    let text = &article.text;
    let end = |start: usize| {
        words.iter().try_fold(start, |at, word| {
            let from = at + text.get(at..)?.find(|it: char| !it.is_whitespace())?;
            text[from..].starts_with(word).then(|| from + word.len())
        })
    };
    let mut starts = text.match_indices(words.first()?).map(|it| it.0);
    let span = starts.find_map(|start| Span::new(text, start..end(start)?))?;
    Some(cited_in(article, span))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copied_words_are_found_over_any_white_space() {
        let text = "Quay dark\n\nThe lamps went out.\n\nNobody knew why.\n";
        let article = crate::read::text("north.txt", text.to_owned()).unwrap();
        assert_eq!(
            copied(&article, "went out.\n \nNobody knew").as_deref(),
            Some("“went out. Nobody knew” — north, paragraph 1 (north.txt)")
        );
        assert_eq!(copied(&article, "went on"), None);
        assert_eq!(copied(&article, "  "), None);
    }
}

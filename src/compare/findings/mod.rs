//! One ranked list of what a reader should see first.
//!
//! Each kind has a builder that gives candidates with the words that prove them. Score = weight of
//! the kind × substance × spread over outlets; an alert needs substance and certainty, because a
//! false alarm costs a reader's trust and a miss only an opportunity.

mod attribution;
mod edited;
mod evidence;
mod facts;
mod naming;
mod only_here;
mod origins;
mod responses;
mod reworded;
mod statements;

use std::collections::BTreeSet;

use super::likeness::Counts;
use super::naming::Concept;
use super::people::Speakers;
use crate::lexicon::Lexicons;
use crate::model::{
    ArticleIdx, FactRow, Finding, Origin, Place, Presence, Story, Summary, Utterance,
};

// Weights of the kinds, as set in the prototypes of the analysis.
const ATTRIBUTION: f32 = 1.0;
const EVIDENCE: f32 = 0.95;
const RESPONSE: f32 = 0.9;
const FACT: f32 = 0.85;
const EDIT: f32 = 0.8;
const NAMING: f32 = 0.4;
const ORIGIN: f32 = 0.5;
const ONLY_HERE: f32 = 0.3;
/// More for each outlet beyond two.
const SPREAD: f32 = 0.06;
/// Most places of a finding, and of one article in it.
const MOST_PLACES: usize = 12;
const MOST_OF_ARTICLE: usize = 3;
/// Longest place, in bytes: more is no proof but a passage.
const LONGEST_PLACE: usize = 380;

/// What the builders read.
pub struct Material<'a> {
    pub story: &'a Story,
    pub lexicons: &'a Lexicons,
    pub counts: &'a Counts,
    pub speakers: &'a Speakers,
    pub utterances: &'a [Utterance],
    pub facts: &'a [FactRow],
    pub summaries: &'a [Summary],
    pub origins: &'a [Origin],
    pub concepts: &'a [Concept],
}

/// All findings, best first.
pub fn findings(material: &Material<'_>) -> Vec<Finding> {
    let mut res: Vec<(f32, Finding)> = Vec::new();
    let moved = edited::owners_of_moves(material);
    for (idx, utterance) in material.utterances.iter().enumerate() {
        res.extend(attribution::finding(material, idx, utterance));
        // Of what outlets do to one utterance the weightier is told.
        let edited = edited::finding(material, idx, utterance, &moved);
        let reworded = reworded::finding(material, idx, utterance);
        res.extend(
            edited.into_iter().chain(reworded).reduce(
                |best, it| {
                    if it.0 > best.0 { it } else { best }
                },
            ),
        );
    }
    for (idx, row) in material.facts.iter().enumerate() {
        res.extend(facts::finding(material, idx, row));
    }
    res.extend(evidence::against_none(material));
    res.extend(evidence::confirmed_or_assessed(material));
    res.extend(responses::findings(material));
    res.extend(naming::findings(material));
    res.extend(origins::findings(material));
    res.extend(only_here::findings(material));
    // Scores are sums in a fixed order; equal ones go by place.
    res.sort_by(|(a, one), (b, other)| {
        b.total_cmp(a).then_with(|| {
            (one.kind, &one.places, &one.title).cmp(&(other.kind, &other.places, &other.title))
        })
    });
    res.into_iter().map(|it| it.1).collect()
}

impl Material<'_> {
    fn outlet(&self, article: ArticleIdx) -> &str {
        &self.story.article(article).outlet.name
    }

    fn presence(&self, of: impl Fn(ArticleIdx) -> Option<Presence>) -> Vec<Presence> {
        self.story
            .indices()
            .map(|it| of(it).unwrap_or(Presence::NoMatch))
            .collect()
    }

    /// Words of a place, cut for a title.
    fn quoted(&self, place: Place) -> String {
        const MOST: usize = 6;
        let text = &self.story.article(place.article).text;
        let words = place.span.with_opening_mark(text).of(text);
        let words: Vec<&str> = words.split_whitespace().collect();
        let mut shown = words[..words.len().min(MOST)].join(" ");
        shown.truncate(shown.trim_end_matches([',', '.', ' ']).len());
        if words.len() > MOST {
            shown.push_str(" ›");
        }
        if shown.contains(['“', '”', '"']) {
            format!("‘{shown}’")
        } else {
            format!("“{shown}”")
        }
    }
}

fn score(kind: f32, substance: f32, presence: &[Presence]) -> f32 {
    let n_present = presence
        .iter()
        .filter(|it| **it != Presence::NoMatch)
        .count();
    let beyond = f32::from(u8::try_from(n_present.saturating_sub(2)).unwrap_or(u8::MAX));
    kind * substance * (1.0 + SPREAD * beyond)
}

/// Places in story order, without repeats, within the limits.
fn places(found: impl IntoIterator<Item = Place>) -> Vec<Place> {
    let mut res: Vec<Place> = Vec::new();
    for place in found.into_iter().collect::<BTreeSet<_>>() {
        let of_article = res.iter().filter(|it| it.article == place.article).count();
        if of_article < MOST_OF_ARTICLE
            && res.len() < MOST_PLACES
            && place.span.len() <= LONGEST_PLACE
        {
            res.push(place);
        }
    }
    res
}

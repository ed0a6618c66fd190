//! One ranked list of what a reader should see first.
//!
//! Each kind has a builder that gives candidates with the words that prove them. Score = weight of
//! the kind × substance × spread over outlets; an alert needs substance and certainty, because a
//! false alarm costs a reader's trust and a miss only an opportunity.

mod attribution;
mod doubted;
mod dropped;
mod edited;
mod evidence;
mod exchanged;
mod facts;
mod led_in;
mod naming;
mod only_here;
mod origins;
mod parties;
mod responses;
mod reworded;
mod rosters;
mod spelled;
mod stages;
mod statements;
mod substance;
mod tellings;
mod turns;
mod unanswered;
mod undoubted;

use std::collections::BTreeSet;
use std::ops::Range;

use super::likeness::Counts;
use super::naming::Concept;
use super::people::Speakers;
use crate::lexicon::Lexicons;
use crate::model::{
    ArticleIdx, FactRow, Finding, FindingKind, Origin, Place, Presence, Span, Story, Summary,
    Utterance,
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
    /// By article: its outlet's name, told apart from others of the same name.
    pub names: &'a [String],
}

/// All findings, best first.
pub fn findings(material: &Material<'_>) -> Vec<Finding> {
    let mut res: Vec<(f32, Finding)> = Vec::new();
    let moved = edited::owners_of_moves(material);
    for (idx, utterance) in material.utterances.iter().enumerate() {
        res.extend(attribution::finding(material, idx, utterance));
        res.extend(led_in::finding(material, idx, utterance));
        res.extend(turns::finding(material, idx, utterance));
        // Of what outlets do to one utterance the weightier is told.
        let edited = edited::finding(material, idx, utterance, &moved);
        let reworded = reworded::finding(material, idx, utterance);
        let undoubted = undoubted::finding(material, idx, utterance);
        res.extend(
            edited
                .into_iter()
                .chain(reworded)
                .chain(undoubted)
                .reduce(|best, it| if it.0 > best.0 { it } else { best }),
        );
    }
    for (idx, row) in material.facts.iter().enumerate() {
        res.extend(facts::finding(material, idx, row));
    }
    res.extend(evidence::against_none(material));
    res.extend(evidence::confirmed_or_assessed(material));
    res.extend(doubted::findings(material));
    res.extend(responses::findings(material));
    res.extend(rosters::findings(material));
    res.extend(naming::findings(material));
    res.extend(spelled::findings(material));
    res.extend(origins::findings(material));
    res.extend(stages::findings(material));
    res.extend(only_here::findings(material));
    // Scores are sums in a fixed order; equal ones go by place.
    res.sort_by(|(a, one), (b, other)| {
        b.total_cmp(a).then_with(|| {
            (one.kind, &one.places, &one.title).cmp(&(other.kind, &other.places, &other.title))
        })
    });
    told_once(res.into_iter().map(|it| it.1))
}

/// Without what better findings show already: a sentence with something that only one outlet has is
/// one finding, and of none that tells more.
fn told_once(findings: impl Iterator<Item = Finding>) -> Vec<Finding> {
    let mut res: Vec<Finding> = Vec::new();
    for finding in findings {
        let is_shown = |place: &Place| {
            let mut places = res.iter().flat_map(|it| it.places.iter());
            places.any(|it| it.article == place.article && it.span.overlaps(place.span))
        };
        if finding.kind != FindingKind::OnlyHere || !finding.places.iter().all(is_shown) {
            res.push(finding);
        }
    }
    res
}

impl Material<'_> {
    fn outlet(&self, article: ArticleIdx) -> &str {
        &self.names[article.0]
    }

    /// Names of outlets in a title: all of a few, else how many there are.
    fn outlets(&self, articles: impl Iterator<Item = ArticleIdx>) -> String {
        const MOST_NAMED: usize = 3;
        let names: Vec<&str> = articles.map(|it| self.outlet(it)).collect();
        match names.as_slice() {
            [] => String::new(),
            [one] => (*one).to_owned(),
            [.., last] if names.len() <= MOST_NAMED => {
                let first = names[..names.len() - 1].join(", ");
                format!("{first} and {last}")
            }
            all => format!("{} outlets", all.len()),
        }
    }

    fn presence(&self, of: impl Fn(ArticleIdx) -> Option<Presence>) -> Vec<Presence> {
        self.story
            .indices()
            .map(|it| of(it).unwrap_or(Presence::NoMatch))
            .collect()
    }

    /// Words of a place, cut for a title.
    fn quoted(&self, place: Place) -> String {
        self.first_words(place, 8)
    }

    /// So many words of a place, or a few more. The sign of our cut stands outside the marks.
    fn first_words(&self, place: Place, most: usize) -> String {
        /// Left over, they are shown rather than cut.
        const SLACK: usize = 2;
        let text = &self.story.article(place.article).text;
        let words = place.span.with_opening_mark(text).of(text);
        let words: Vec<&str> = words.split_whitespace().collect();
        let is_cut = words.len() > most + SLACK;
        let n_shown = if is_cut { most } else { words.len() };
        let shown = words[..n_shown].join(" ");
        let shown = shown.trim_end_matches([',', '.', ' ']);
        let marked = if shown.contains(['“', '”', '"']) {
            format!("‘{shown}’")
        } else {
            format!("“{shown}”")
        };
        if is_cut { marked + " ›" } else { marked }
    }
}

fn score(kind: f32, substance: f32, presence: &[Presence]) -> f32 {
    let n_present = presence
        .iter()
        .filter(|it| !matches!(it, Presence::NoMatch | Presence::Open))
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

/// Words of a witness that show where it begins or ends.
const SHOWN: usize = 7;

/// The first words of a witness.
fn opening(story: &Story, place: Place) -> Place {
    let text = &story.article(place.article).text;
    let nth = words(text, place.span).nth(SHOWN - 1);
    let end = nth.map_or(place.span.end(), |it| it.end);
    let span = Span::new(text, place.span.start()..end).unwrap_or(place.span);
    Place { span, ..place }
}

/// The last words of a witness.
fn closing(story: &Story, place: Place) -> Place {
    let text = &story.article(place.article).text;
    let n_words = words(text, place.span).count();
    let nth = words(text, place.span).nth(n_words.saturating_sub(SHOWN));
    let start = nth.map_or(place.span.start(), |it| it.start);
    let span = Span::new(text, start..place.span.end()).unwrap_or(place.span);
    Place { span, ..place }
}

/// Words of `whole` with those around them, as many as a title has room for.
fn in_context(story: &Story, whole: Place, words: Span, most: usize) -> Place {
    let text = &story.article(whole.article).text;
    let all: Vec<Range<usize>> = self::words(text, whole.span).collect();
    let is_in = |it: &Range<usize>| it.start < words.end() && words.start() < it.end;
    let (Some(first), Some(last)) = (all.iter().position(is_in), all.iter().rposition(is_in))
    else {
        return whole;
    };
    let room = most.saturating_sub(last + 1 - first);
    let first = first.saturating_sub(room.div_ceil(2));
    let last = last.max((first + most).min(all.len()) - 1);
    let first = first.min((last + 1).saturating_sub(most));
    let span = Span::new(text, all[first].start..all[last].end);
    Place {
        span: span.unwrap_or(whole.span),
        ..whole
    }
}

/// What stands between white space, as ranges of the text.
fn words(text: &str, span: Span) -> impl Iterator<Item = Range<usize>> {
    let mut at = span.start();
    span.of(text)
        .split(char::is_whitespace)
        .filter_map(move |it| {
            let range = at..at + it.len();
            let space = text.get(range.end..).and_then(|it| it.chars().next());
            at = range.end + space.map_or(0, char::len_utf8);
            (!it.is_empty()).then_some(range)
        })
}

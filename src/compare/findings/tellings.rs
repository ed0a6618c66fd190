//! Two tellings of one thing by one speaker, which no outlet cut or changed.
//!
//! ```text
//! coast   “I heard a bang and then the bells,” she told Radio Kelden.
//! north   “There was a bang, and bells after it,” she told the Skarne Post.
//! ```

use std::collections::BTreeSet;

use super::Material;
use super::exchanged::n_changed;
use super::substance::contradicts;
use crate::lexicon::Tag;
use crate::model::{EditKind, Place, Utterance, Witness};

/// Places in which the wording differs from which no slip of the ear explains them.
const MANY_PLACES: usize = 3;
/// Words in which `told` names who heard it.
const LONGEST_HEARER: usize = 8;

/// The two were said to different hearers, are put in other words throughout, or in other words
/// and nobody says who spoke.
pub fn are_two(material: &Material<'_>, utterance: &Utterance, (from, to): (usize, usize)) -> bool {
    let edits = utterance.edits.iter();
    let changed: Vec<(usize, usize)> = edits
        .filter(|it| (it.from, it.to) == (from, to) && it.kind == EditKind::Wording)
        .map(|it| n_changed(material, utterance, it))
        .collect();
    let n_gone: usize = changed.iter().map(|it| it.0).sum();
    let n_new: usize = changed.iter().map(|it| it.1).sum();
    // Small words differ between two transcripts too.
    let is_anew = changed.len() >= MANY_PLACES
        && n_gone.min(n_new) > 0
        && n_gone + n_new > 2
        && !utterance
            .edits
            .iter()
            .any(|it| contradicts(material, utterance, it));
    let [one, other] = [from, to].map(|it| &utterance.witnesses[it]);
    let is_anybodys = n_gone + n_new > 0 && (one.speaker.is_none() || other.speaker.is_none());
    let [one, other] = [one, other].map(|it| hearer(material, it));
    is_anew || is_anybodys || !one.is_subset(&other) && !other.is_subset(&one)
}

/// Names of those who were told: `told Radio Kelden`.
fn hearer<'a>(material: &'a Material<'_>, witness: &Witness) -> BTreeSet<&'a str> {
    let article = witness.place.article;
    let text = &material.story.article(article).text;
    let quotations = &material.story.annotations(article).quotations;
    // A quotation that is resumed has its verb before it.
    let before = quotations[..=witness.quotation].iter().rev();
    let near = before.take_while(|it| {
        let between = text.get(it.span.end()..witness.place.span.start());
        between.is_none_or(|it| !it.contains('\n'))
    });
    let Some(cue) = near.filter_map(|it| it.cue).next() else {
        return BTreeSet::new();
    };
    let verb = material.story.words(Place {
        span: cue.span,
        article,
    });
    let is_told = verb.split_whitespace().any(|it| {
        let lemma = material.lexicons.lemma(&it.to_lowercase(), Tag::Verb);
        lemma == "tell"
    });
    let after = text.get(cue.span.end()..).unwrap_or_default();
    let clause = after
        .split(['.', ',', ';', ':', '“', '”', '"', '\n'])
        .next();
    let words = clause.unwrap_or_default().split_whitespace();
    words
        .take(if is_told { LONGEST_HEARER } else { 0 })
        .map(|it| it.trim_end_matches("’s").trim_end_matches("'s"))
        .filter(|it| it.starts_with(char::is_uppercase))
        .filter(|it| !material.lexicons.is_calendar(&it.to_lowercase()))
        .collect()
}

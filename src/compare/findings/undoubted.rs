//! A few quoted words without the doubt that governs them in the speaker's sentence.
//!
//! ```text
//! coast   “First signs suggest that the wall had been leaking for a month.”
//! north   The port said the wall “had been leaking for a month”.
//! ```
//! A writer who keeps the doubt in words of his own has not dropped it.

use super::substance::{begins, is_of_opinion};
use super::{EDIT, Material, places, score};
use crate::compare::strands::tokens_in;
use crate::lexicon::Tag;
use crate::model::{
    Confidence, Edit, EditKind, Finding, FindingKind, Place, Presence, QuotationKind, Span,
    Subject, Utterance, Witness,
};

const SUBSTANCE: f32 = 1.2;
/// Words of the quotation of which the doubt is told.
const LEAST: usize = 4;

/// The words, and the sentence in which the speaker doubts them.
pub fn finding(
    material: &Material<'_>,
    idx: usize,
    utterance: &Utterance,
) -> Option<(f32, Finding)> {
    let flat = |it: &Edit| {
        let witness = &utterance.witnesses[it.to];
        let doubt = doubt(material, utterance, it)?;
        tells_flatly(material, utterance, witness).then_some((witness, doubt))
    };
    let (witness, doubt) = utterance.edits.iter().find_map(flat)?;
    let base = &utterance.witnesses[utterance.base];
    let presence = material.presence(|article| {
        let mut own = utterance.witnesses.iter();
        let own = own.find(|it| it.place.article == article)?;
        Some(match own.place.article == witness.place.article {
            true => Presence::Edited,
            false if own.reported => Presence::Reported,
            false => Presence::Same,
        })
    });
    let finding = Finding {
        kind: FindingKind::Edit,
        title: format!(
            "{} quotes {} without {}",
            material.outlet(witness.place.article),
            material.quoted(witness.place),
            material.quoted(doubt)
        ),
        places: places([witness.place, doubt]),
        subject: Subject::Utterance(idx),
        presence,
        alert: true,
        confidence: Confidence::Likely,
        rule: format!(
            "In {} the speaker says this with a doubt. The other outlet quotes the words after it \
             and has no doubt of its own in the sentence.",
            material.outlet(base.place.article)
        ),
    };
    Some((score(EDIT, SUBSTANCE, &finding.presence), finding))
}

/// The words from the hedge up to what is quoted, in the same sentence.
fn doubt(material: &Material<'_>, utterance: &Utterance, edit: &Edit) -> Option<Place> {
    let base = utterance.witnesses[edit.from].place;
    let cut = edit
        .from_span
        .filter(|_| edit.kind == EditKind::Cut && begins(utterance, edit))?;
    let annotations = material.story.annotations(base.article);
    let text = &material.story.article(base.article).text;
    let after = tokens_in(&annotations.tokens, base.span)
        .iter()
        .find(|it| it.span.start() >= cut.end() && it.content)?;
    let sentence = annotations
        .sentences
        .iter()
        .find(|it| it.end() > after.span.start())?;
    let part = Span::new(text, cut.start().max(sentence.start())..cut.end())?;
    // A clause of its own before the one that is quoted.
    let words = part.of(text);
    let clause = words.rfind(" and").map_or(0, |it| it + " and".len());
    let start = part.start() + clause;
    let start = start + text.get(start..)?.len() - text.get(start..)?.trim_start().len();
    let span = Span::new(text, start..part.end())?;
    let lower = span.of(text).to_lowercase();
    // `we believe`: whose view it is, which the writer tells with the speaker.
    let is_own = |it: &str| {
        ["i ", "we "]
            .iter()
            .any(|who| lower.contains(&format!("{who}{it}")))
    };
    let is_doubt = material
        .lexicons
        .hedges_in(&lower)
        .any(|it| !is_of_opinion(it) && !is_own(it) && material.lexicons.bound(it).is_none());
    is_doubt.then_some(Place { span, ..base })
}

/// The outlet quotes a few words in a sentence that has no doubt, nor any elsewhere.
fn tells_flatly(material: &Material<'_>, utterance: &Utterance, witness: &Witness) -> bool {
    let article = witness.place.article;
    let annotations = material.story.annotations(article);
    let quotation = &annotations.quotations[witness.quotation];
    let says = quotation.cue.is_some_and(|it| {
        let words = it.span.of(&material.story.article(article).text);
        let first = words.split_whitespace().next().unwrap_or_default();
        let verb = material.lexicons.lemma(&first.to_lowercase(), Tag::Verb);
        let verb = material.lexicons.reporting_verb(&verb);
        verb.is_some_and(|it| matches!(it.stance.as_str(), "neutral" | "factive"))
    });
    let is_hedged = |place: Place| {
        let words = material.story.words(place).to_lowercase();
        let mut hedges = material.lexicons.hedges_in(&words);
        material.is_hedged(place) || hedges.next().is_some()
    };
    let sentences = annotations.sentences.iter();
    let own = sentences.filter(|it| it.overlaps(witness.place.span));
    let mut own = own.map(|span| Place {
        article,
        span: *span,
    });
    let mut others = utterance.witnesses.iter();
    let tells_twice = others
        .any(|it| it.place.article == article && it.place != witness.place && is_hedged(it.place));
    let n_words = material
        .story
        .words(witness.place)
        .split_whitespace()
        .count();
    quotation.kind == QuotationKind::Mixed
        && n_words >= LEAST
        && says
        && !tells_twice
        && !own.any(is_hedged)
}

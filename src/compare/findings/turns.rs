//! What a speaker takes back or limits in the next breath, where another outlet ends the quotation
//! before it.
//!
//! ```text
//! coast   “The gate was shut. But nobody had told the crew.”
//! north   “The gate was shut,” she said.
//! ```

use super::dropped::is_sentence_told;
use super::exchanged::{is_quoted_apart, stands_in};
use super::substance::begins;
use super::{EDIT, Material, closing, places, score};
use crate::compare::strands::tokens_in;
use crate::model::{
    Confidence, EditKind, Finding, FindingKind, Place, Presence, QuotationKind, Span, Subject,
    Utterance, Witness,
};

const SUBSTANCE: f32 = 1.0;
/// Last words that both must have.
const JOINT: usize = 3;
/// Most bytes between two halves of one quotation: `,” the harbour master said. “`.
const LONGEST_INTERRUPTION: usize = 120;

/// The sentence that goes on with `But …`, and those who do not have it.
pub fn finding(
    material: &Material<'_>,
    idx: usize,
    utterance: &Utterance,
) -> Option<(f32, Finding)> {
    let story = material.story;
    let quoted = || utterance.witnesses.iter().filter(|it| !it.reported);
    let (fuller, turn) = quoted().find_map(|it| Some((it, turn_after(material, it)?)))?;
    let is_cut_short = |it: &Witness| {
        let mut edits = utterance.edits.iter();
        edits.any(|edit| {
            let [from, to] = [edit.from, edit.to].map(|it| &utterance.witnesses[it]);
            (from, to) == (fuller, it) && edit.kind == EditKind::Cut && !begins(utterance, edit)
        })
    };
    let ends = |it: &&Witness| {
        it.place.article != fuller.place.article
            && is_whole(material, it)
            && (ends_alike(material, it.place, fuller.place) || is_cut_short(it))
            && !stands_in(material, turn, it.place.article)
            && !is_quoted_apart(material, turn, it)
            && !is_sentence_told(material, turn, it)
    };
    let shorter: Vec<&Witness> = quoted().filter(ends).collect();
    let first = shorter.first()?;
    let presence = material.presence(|article| {
        let mut own = quoted().filter(|it| it.place.article == article);
        let is_short = shorter.iter().any(|it| it.place.article == article);
        own.next().map(|_| match is_short {
            true => Presence::Edited,
            false => Presence::Same,
        })
    });
    let finding = Finding {
        kind: FindingKind::Edit,
        title: format!(
            "{}’s quotation ends before {}",
            material.outlet(first.place.article),
            material.quoted(turn)
        ),
        places: places(
            shorter
                .iter()
                .map(|it| closing(story, it.place))
                .chain([turn]),
        ),
        subject: Subject::Utterance(idx),
        presence,
        alert: true,
        confidence: Confidence::Certain,
        rule: "The speaker goes on and limits or takes back what was said. The other outlet ends \
               the quotation before that and does not tell it elsewhere."
            .to_owned(),
    };
    Some((score(EDIT, SUBSTANCE, &finding.presence), finding))
}

/// The sentence of the speaker right after a witness, if it begins with `but` or the like.
fn turn_after(material: &Material<'_>, witness: &Witness) -> Option<Place> {
    let article = witness.place.article;
    let text = &material.story.article(article).text;
    let annotations = material.story.annotations(article);
    let quotations = &annotations.quotations;
    let own = quotations[witness.quotation].span;
    let end = witness.place.span.end();
    let has_words = |range: std::ops::Range<usize>| {
        text.get(range)
            .is_some_and(|it| it.contains(char::is_alphanumeric))
    };
    let rest = if has_words(end..own.end()) {
        Span::new(text, end..own.end())
    } else {
        let mut next = quotations[witness.quotation + 1..].iter();
        let next = next.find(|it| it.kind == QuotationKind::Direct)?;
        let between = text.get(own.end()..next.span.start())?;
        let is_near = between.len() <= LONGEST_INTERRUPTION && !between.contains('\n');
        let is_own = next.sources.is_empty() || next.flags.resumed || next.flags.continues || {
            let speakers = |at: usize| material.speakers.of(article, at);
            let at = quotations.iter().position(|it| it.span == next.span)?;
            speakers(at) == speakers(witness.quotation)
        };
        (is_near && is_own).then_some(next.span)
    }?;
    let first = tokens_in(&annotations.tokens, rest)
        .iter()
        .find(|it| it.content || it.span.of(text).contains(char::is_alphanumeric))?;
    let turns = material
        .lexicons
        .is_turn(&first.span.of(text).to_lowercase());
    let starts = first.span.of(text).starts_with(char::is_uppercase);
    let sentence = annotations
        .sentences
        .iter()
        .find(|it| it.end() > first.span.start())?;
    let span = Span::new(text, first.span.start()..rest.end().min(sentence.end()))?;
    (turns && starts).then_some(Place { article, span })
}

/// Words of the speaker alone, and not only a few.
fn is_whole(material: &Material<'_>, witness: &Witness) -> bool {
    const FEW: usize = 6;
    let quotation =
        &material.story.annotations(witness.place.article).quotations[witness.quotation];
    let n_words = material
        .story
        .words(witness.place)
        .split_whitespace()
        .count();
    quotation.kind == QuotationKind::Direct && n_words > FEW
}

/// Both end with the same words.
fn ends_alike(material: &Material<'_>, one: Place, other: Place) -> bool {
    let last = |place: Place| -> Vec<u64> {
        let tokens = &material.story.annotations(place.article).tokens;
        let text = &material.story.article(place.article).text;
        let words = tokens_in(tokens, place.span).iter();
        let words = words.filter(|it| it.span.of(text).contains(char::is_alphanumeric));
        words.rev().take(JOINT).map(|it| it.key).collect()
    };
    let (one, other) = (last(one), last(other));
    one.len() == JOINT && one == other
}

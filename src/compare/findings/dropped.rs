//! What the words that an outlet does not quote take from the sense of those that it does.
//!
//! ```text
//! coast   “Pilots stay ashore, unless one is asked to go.”
//! north   “Pilots stay ashore.”                             the exception is gone
//! ```
//! Words that the outlet tells in another place of its text are not gone.

use std::collections::BTreeSet;

use super::Material;
use super::exchanged::words;
use super::substance::begins;
use crate::lexicon::Tag;
use crate::model::{Edit, EditKind, Place, QuotationKind, Span, Utterance, Witness};

/// Words of meaning that an exception or a reason has at least, and that another rest of the
/// sentence has.
const LIMITING: usize = 2;
const TELLING: usize = 4;
/// Shares of the words that an outlet tells, in percent.
const HALF: usize = 50;
const MOST: usize = 60;
/// First letters from which two words may be forms of one.
const STEM: usize = 5;
/// Sentences next to one another in which an outlet tells one thing.
const TOGETHER: usize = 2;

/// What is cut from the end takes back or limits what stays: `but …`, `until …`, or it is half of
/// what the sentence says: `with …`, `for which …`.
pub fn limits(material: &Material<'_>, utterance: &Utterance, edit: &Edit) -> bool {
    if edit.kind != EditKind::Cut || edit.to_span.is_some() || begins(utterance, edit) {
        return false;
    }
    let Some((rest, is_same)) = rest_of_sentence(material, utterance, edit) else {
        return false;
    };
    let lower = material.story.words(rest).to_lowercase().replace('’', "'");
    let mut first = lower
        .split(|it: char| !it.is_alphanumeric() && it != '\'')
        .filter(|it| !it.is_empty() && *it != "and");
    let (first, second) = (
        first.next().unwrap_or_default(),
        first.next().unwrap_or_default(),
    );
    let takes_back = material.lexicons.is_turn(first);
    let is_relative = |it: &str| matches!(it, "which" | "who" | "whose" | "whom" | "where");
    let base = utterance.witnesses[edit.from].place;
    let new = new_words(material, rest, base);
    let witness = &utterance.witnesses[edit.to];
    let quotation =
        &material.story.annotations(witness.place.article).quotations[witness.quotation];
    let is_told = |percent: usize| is_told(material, &new, witness, percent);
    if takes_back && is_same {
        new.len() >= LIMITING
    } else if takes_back || is_same && material.lexicons.is_limit(first) {
        new.len() >= LIMITING && !is_told(MOST)
    } else if quotation.kind != QuotationKind::Direct {
        // Few words in a sentence of the writer's are a choice.
        false
    } else if !is_same && is_demand(material, &lower) {
        new.len() > LIMITING && !is_told(HALF)
    } else {
        let goes_on = first == "with" || is_relative(first) || is_relative(second);
        is_same && goes_on && new.len() >= TELLING && !is_told(HALF)
    }
}

/// What stays begins with `But`, and what it is set against is cut.
pub fn stands_against(material: &Material<'_>, utterance: &Utterance, edit: &Edit) -> bool {
    let base = utterance.witnesses[edit.from].place;
    let witness = &utterance.witnesses[edit.to];
    let Some(cut) = edit.from_span.filter(|_| begins(utterance, edit)) else {
        return false;
    };
    let sentences = &material.story.annotations(base.article).sentences;
    let before = sentences.iter().rev().find(|it| it.start() < cut.end());
    let text = &material.story.article(base.article).text;
    let before = before.and_then(|it| Span::new(text, cut.start().max(it.start())..cut.end()));
    let kept = material.story.words(witness.place).to_lowercase();
    let first = kept
        .split(|it: char| !it.is_alphanumeric())
        .find(|it| !it.is_empty());
    let turns = first.is_some_and(|it| material.lexicons.is_turn(it));
    turns
        && before.is_some_and(|span| {
            let new = new_words(material, Place { span, ..base }, base);
            new.len() >= LIMITING && !is_told(material, &new, witness, MOST)
        })
}

/// `we must`, `you can't`: what the speaker asks for.
fn is_demand(material: &Material<'_>, words: &str) -> bool {
    words
        .split_whitespace()
        .any(|it| matches!(it, "can't" | "cannot") || material.lexicons.modal(it) == Some("asked"))
}

/// The cut words up to the end of their first sentence, and whether it is the sentence that stays.
fn rest_of_sentence(
    material: &Material<'_>,
    utterance: &Utterance,
    edit: &Edit,
) -> Option<(Place, bool)> {
    let base = utterance.witnesses[edit.from].place;
    let cut = edit.from_span?;
    let sentences = &material.story.annotations(base.article).sentences;
    let text = &material.story.article(base.article).text;
    let sentence = sentences.iter().find(|it| it.end() > cut.start())?;
    let kept = text.get(base.span.start()..cut.start())?.trim_end().len();
    let is_same = sentence.start() < base.span.start() + kept;
    let span = Span::new(text, cut.start()..cut.end().min(sentence.end()))?;
    Some((Place { span, ..base }, is_same))
}

/// The cut words are told elsewhere in the outlet, those left out that stay in the quotation.
pub fn is_cut_told(material: &Material<'_>, utterance: &Utterance, edit: &Edit) -> bool {
    let base = utterance.witnesses[edit.from].place;
    edit.from_span.is_some_and(|span| {
        let new = new_words(material, Place { span, ..base }, base);
        let witness = &utterance.witnesses[edit.to];
        new.len() > LIMITING && is_told(material, &new, witness, MOST)
    })
}

/// The cut words without the whole sentences at their start that the outlet tells elsewhere; `None`
/// if next to nothing is left. A hedge is told by no other words.
pub fn untold(material: &Material<'_>, utterance: &Utterance, edit: &Edit) -> Option<Span> {
    let base = utterance.witnesses[edit.from].place;
    let witness = &utterance.witnesses[edit.to];
    let cut = edit.from_span?;
    let sentences = &material.story.annotations(base.article).sentences;
    let text = &material.story.article(base.article).text;
    let is_told = |span: &&Span| {
        let new = new_words(
            material,
            Place {
                span: **span,
                ..base
            },
            base,
        );
        span.end() <= cut.end() && is_told(material, &new, witness, MOST)
    };
    if is_cut_told(material, utterance, edit) {
        return edit.from_span.filter(|_| edit.flags.hedge);
    }
    let mut within = sentences.iter().filter(|it| it.overlaps(cut));
    let first = within.find(|it| !is_told(it))?;
    let left = Span::new(text, cut.start().max(first.start())..cut.end())?;
    let new = new_words(material, Place { span: left, ..base }, base);
    (edit.flags.hedge || !new.is_empty()).then_some(left)
}

/// Words of meaning of a part that the rest of the quotation does not have.
fn new_words(material: &Material<'_>, part: Place, whole: Place) -> BTreeSet<String> {
    let text = &material.story.article(whole.article).text;
    let around = [
        whole.span.start()..part.span.start(),
        part.span.end()..whole.span.end(),
    ];
    let rest: BTreeSet<String> = around
        .into_iter()
        .filter_map(|it| Span::new(text, it))
        .flat_map(|span| words(material, Place { span, ..whole }))
        .collect();
    let mut new = words(material, part);
    // That somebody says or thinks it is told with it.
    let says = |it: &String| {
        let verb = material.lexicons.lemma(it, Tag::Verb);
        material.lexicons.reporting_verb(&verb).is_some()
    };
    new.retain(|it| !rest.contains(it) && !says(it));
    new
}

/// Most of what a sentence tells the outlet tells as well, or it tells next to nothing.
pub fn is_sentence_told(material: &Material<'_>, sentence: Place, witness: &Witness) -> bool {
    let new = new_words(material, sentence, sentence);
    new.len() < LIMITING || is_told(material, &new, witness, MOST)
}

/// So many of the words stand close together somewhere in the article, and nobody else says them.
fn is_told(
    material: &Material<'_>,
    wanted: &BTreeSet<String>,
    witness: &Witness,
    percent: usize,
) -> bool {
    let article = witness.place.article;
    let annotations = material.story.annotations(article);
    let is_of_another = |sentence: &Span| {
        let mut quotations = annotations.quotations.iter().enumerate();
        quotations.any(|(at, it)| {
            let speakers = material.speakers.of(article, at);
            let is_own =
                speakers.is_empty() || witness.speaker.is_none_or(|it| speakers.contains(&it));
            it.kind != QuotationKind::Reported && it.span.overlaps(*sentence) && !is_own
        })
    };
    let told: Vec<BTreeSet<String>> = annotations
        .sentences
        .iter()
        .filter(|it| !is_of_another(it))
        .map(|span| {
            words(
                material,
                Place {
                    article,
                    span: *span,
                },
            )
        })
        .collect();
    told.windows(TOGETHER.min(told.len()).max(1)).any(|near| {
        let is_near = |it: &&String| near.iter().flatten().any(|other| are_forms(it, other));
        100 * wanted.iter().filter(is_near).count() >= percent * wanted.len()
    })
}

/// `meet` and `meeting`, `partisan` and `partisanship`.
fn are_forms(one: &str, other: &str) -> bool {
    let common = one.chars().zip(other.chars()).take_while(|(a, b)| a == b);
    let shorter = one.chars().count().min(other.chars().count());
    common.count() >= shorter.min(STEM)
}

/// One outlet quotes that something can or will be, the other that it must: `be able` for `have`.
pub fn changes_modal(material: &Material<'_>, utterance: &Utterance, edit: &Edit) -> bool {
    let class = |at: usize, span: Option<Span>| {
        let place = utterance.witnesses[at].place;
        let text = &material.story.article(place.article).text;
        let span = span?;
        let words = span.of(text).to_lowercase().replace('’', "'");
        let listed = |it: &str| {
            let it = it.trim_matches(|c: char| !c.is_alphanumeric() && c != '\'');
            material.lexicons.modal(it)
        };
        let after = text.get(span.end()..).unwrap_or_default();
        let is_to = after.trim_start().starts_with("to ");
        let is_forced = is_to && words.split(' ').next_back().is_some_and(is_obligation);
        let mut classes: BTreeSet<&str> = words.split_whitespace().filter_map(listed).collect();
        if is_forced {
            classes.insert("asked");
        }
        (classes.len() == 1).then(|| classes.pop_first()).flatten()
    };
    let (from, to) = (
        class(edit.from, edit.from_span),
        class(edit.to, edit.to_span),
    );
    edit.kind == EditKind::Wording && from.is_some() && to.is_some() && from != to
}

fn is_obligation(word: &str) -> bool {
    matches!(word, "have" | "has" | "need" | "needs")
}

//! Who takes part in a clause: agent and patient, from the words around its verb.

use std::ops::Range;

use super::verbs::{Form, Verb};
use crate::annotate::phrases::{chunk_after, phrase_before};
use crate::annotate::sentence::Sentence;
use crate::annotate::subjects;
use crate::annotate::words::Tag;
use crate::lexicon::{ClauseWord, ReportingVerb};

/// Items of a phrase and of its noun.
#[derive(Clone, Debug)]
pub struct Found {
    pub items: Range<usize>,
    pub head: Range<usize>,
}

/// Subjects of the verbs before, in the same sentence.
#[derive(Debug, Default)]
pub struct Before {
    /// Of the last finite verb.
    pub finite: Option<Found>,
    /// The last verb, and its subject.
    pub verb: Option<Verb>,
    pub last: Option<Found>,
}

/// Who stands in the place of the subject.
pub fn subject(sentence: &Sentence<'_>, verb: &Verb, before: &Before) -> Option<Found> {
    if goes_on(sentence, verb) {
        return before.finite.clone();
    }
    // `continued to open the gate`
    if verb.form == Form::Infinitive && before.verb.is_some_and(|it| it.head + 1 == verb.first) {
        return before.last.clone();
    }
    // `for the town to sell barges`
    if verb.form == Form::Infinitive
        && let Some(items) = phrase_before(sentence, verb.first)
        && let Some(preposition) = items.start.checked_sub(1)
        && sentence.is(preposition, "for")
    {
        return phrase(sentence, items);
    }
    // `the pumps themselves failed`
    if let Some(reflexive) = verb.first.checked_sub(1)
        && sentence.is_any(reflexive, &["himself", "herself", "itself", "themselves"])
    {
        return phrase(sentence, phrase_before(sentence, reflexive)?);
    }
    let items = match verb.form {
        Form::Reduced => phrase_before(sentence, verb.head),
        Form::Infinitive if follows_object(sentence, verb.first) => None,
        Form::Finite | Form::Infinitive | Form::Ing => subjects::subject(sentence, verb.head),
    }?;
    // `later this year will …`: a time is nobody.
    let is_time = sentence.is_any(
        items.end - 1,
        &[
            "year", "month", "week", "day", "night", "morning", "evening", "today",
        ],
    );
    let found = phrase(sentence, ungoverned(sentence, with_names(sentence, items)));
    found.filter(|_| !is_time)
}

/// `… arrived and opened the gate`, `…, using a key`: the verb before has the subject.
fn goes_on(sentence: &Sentence<'_>, verb: &Verb) -> bool {
    let Some(last) = verb.first.checked_sub(1) else {
        return false;
    };
    let joined = sentence.tag(last) == Some(Tag::Cconj);
    match verb.form {
        Form::Finite => joined,
        Form::Ing => joined || sentence.is(last, ","),
        Form::Infinitive | Form::Reduced => false,
    }
}

/// `Ada Ruiz, Karl Ode split`: a headline that names two without `and`.
fn with_names(sentence: &Sentence<'_>, items: Range<usize>) -> Range<usize> {
    let is_named = |it: usize| sentence.word(it).is_some_and(|it| it.named);
    let first = items
        .start
        .checked_sub(1)
        .filter(|it| sentence.is(*it, ","));
    let is_list = first.is_some_and(|comma| comma > 0 && (0..comma).all(is_named));
    if is_list && items.clone().all(is_named) {
        0..items.end
    } else {
        items
    }
}

/// `By buying boats, the port and the town …`: what a verb or preposition at the start governs is
/// no part of a list.
fn ungoverned(sentence: &Sentence<'_>, items: Range<usize>) -> Range<usize> {
    let governed = items.start.checked_sub(1).is_some_and(|it| {
        matches!(sentence.tag(it), Some(Tag::Adp | Tag::Verb)) || sentence.is(it, "to")
    });
    let comma = items.clone().find(|it| sentence.is(*it, ","));
    match comma.filter(|_| governed) {
        Some(comma) => comma + 1..items.end,
        None => items,
    }
}

/// `sent troops to train`: whether they or the sender trains is open.
fn follows_object(sentence: &Sentence<'_>, to: usize) -> bool {
    to.checked_sub(1)
        .is_some_and(|it| sentence.is_noun(it) || sentence.tag(it) == Some(Tag::Pron))
}

/// What stands after the verb without a preposition, and where what follows begins.
pub fn object(sentence: &Sentence<'_>, verb: &Verb) -> (Option<Found>, usize) {
    let mut start = verb.head + 1;
    if sentence.tag(start) == Some(Tag::Adv) {
        start += 1;
    }
    if verb.passive {
        return (None, start);
    }
    // `confirmed that engineers …`
    let has_clause = sentence.is(start, "that")
        && sentence
            .reporting_verb(verb.head)
            .is_some_and(ReportingVerb::takes_clause);
    // `released her most recent two years of returns`
    let owner = sentence.is_any(start, &["her", "his", "their", "its"]);
    let owned = (start + 1..sentence.len())
        .find(|it| !matches!(sentence.tag(*it), Some(Tag::Adv | Tag::Adj)));
    let owned = owned.filter(|it| owner && *it > start + 1);
    let found = owned
        .and_then(|it| whole(sentence, it))
        .or_else(|| whole(sentence, start))
        .and_then(|it| without_time(sentence, it))
        .filter(|it| {
            !has_clause && !begins_clause(sentence, it.end) && !sentence.is_calendar(it.start)
        });
    match found {
        Some(items) => {
            let end = items.end;
            (phrase(sentence, items), end)
        }
        None => (None, start),
    }
}

/// Up to where a time begins: `barges last week`; `None` if nothing is left.
fn without_time(sentence: &Sentence<'_>, items: Range<usize>) -> Option<Range<usize>> {
    const UNITS: [&str; 8] = [
        "week", "month", "year", "morning", "night", "evening", "summer", "time",
    ];
    let time = items.clone().find(|it| {
        sentence.is_any(*it, &["last", "this", "next", "earlier"])
            && sentence.is_any(it + 1, &UNITS)
            || sentence.is(it + 2, "ago")
    });
    let end = time.unwrap_or(items.end);
    (end > items.start).then_some(items.start..end)
}

/// What a phrase is followed by makes it the subject of another clause: `said the port closed`.
fn begins_clause(sentence: &Sentence<'_>, end: usize) -> bool {
    let mut at = end;
    while sentence.tag(at) == Some(Tag::Adv) {
        at += 1;
    }
    match sentence.tag(at) {
        Some(Tag::Aux) => true,
        Some(Tag::Verb) => sentence.is_finite(at) && !sentence.is_participle(at),
        _ => false,
    }
}

/// The phrase that begins at `start` with its `of` and what is joined to it.
pub fn whole(sentence: &Sentence<'_>, start: usize) -> Option<Range<usize>> {
    let mut res = chunk_after(sentence, start)?;
    loop {
        let next = res.end;
        let more = if sentence.is(next, "of") {
            chunk_after(sentence, next + 1)
        } else if sentence.is_any(next, &["and", "or"]) {
            chunk_after(sentence, next + 1).filter(|it| !begins_clause(sentence, it.end))
        } else if sentence.is(next, ",") && lists_on(sentence, next + 1) {
            chunk_after(sentence, next + 1)
        } else {
            None
        };
        match more.filter(|it| !sentence.is_calendar(it.start)) {
            Some(more) => res.end = more.end,
            None => return Some(res),
        }
    }
}

/// `the port, the union and the town`
fn lists_on(sentence: &Sentence<'_>, start: usize) -> bool {
    let Some(chunk) = chunk_after(sentence, start) else {
        return false;
    };
    let then = chunk.end + usize::from(sentence.is(chunk.end, ","));
    sentence.is(then, "and")
        && chunk_after(sentence, then + 1).is_some_and(|it| !begins_clause(sentence, it.end))
}

/// The noun of a phrase: the last of its first part, past what only measures.
pub fn phrase(sentence: &Sentence<'_>, items: Range<usize>) -> Option<Found> {
    let mut first = chunk_after(sentence, items.start).filter(|it| it.end <= items.end)?;
    while sentence.is(first.end, "of")
        && sentence.word(first.end - 1).is_some_and(|it| {
            let lexicons = sentence.lexicons;
            it.tag == Tag::Num
                || lexicons.number(&it.lower).is_some()
                || lexicons.is_clause_word(ClauseWord::Measure, &it.lemma)
        })
        && let Some(next) = chunk_after(sentence, first.end + 1).filter(|it| it.end <= items.end)
    {
        first = next;
    }
    let mut last = first.end - 1;
    if sentence.is(last, ")") {
        last = sentence.opening(last)?.checked_sub(1)?;
    }
    let mut start = last;
    while start > first.start
        && sentence.tag(start) == Some(Tag::Propn)
        && sentence.tag(start - 1) == Some(Tag::Propn)
    {
        start -= 1;
    }
    Some(Found {
        items,
        head: start..last + 1,
    })
}

//! Cues that are no verbs: `according to`, nouns, adjectives, a label before a colon.
//!
//! ```text
//! The wall holds, according to the port.
//! the port's claim |that the wall holds        its refusal |to close it
//! Ruiz is sure |that the wall holds            the town is wary of |the port
//! Port: wall holds
//! ```

use std::ops::Range;

use super::complement::{Kind, is_wh, starts_clause};
use super::{Event, after, extent};
use crate::annotate::phrases::{chunk_after, phrase_after, phrase_before};
use crate::annotate::sentence::Sentence;
use crate::annotate::subjects;
use crate::annotate::words::Tag;

pub fn according(sentence: &Sentence<'_>, at: usize) -> Option<Event> {
    let subject = phrase_after(sentence, at + 2)?;
    let (governs, resumes, comes_after) = if at == 0 {
        let comma = (subject.end..subject.end + 14).find(|it| sentence.breaks(*it));
        let from = comma.map_or(subject.end, |it| it + 1);
        let end = extent::end(sentence, from, Kind::Clause, at);
        (from..end, None, false)
    } else {
        let (before, after) = around(sentence, at, subject.end);
        (before, after, true)
    };
    Some(Event {
        cue: at..at + 2,
        subject: Some(subject),
        governs,
        resumes,
        comes_after,
        speech: true,
        names: false,
    })
}

/// What stands before the cue at `at`, and after its source if the clause goes on there:
/// `On Monday, according to the port, the wall broke.`
fn around(
    sentence: &Sentence<'_>,
    at: usize,
    source_end: usize,
) -> (Range<usize>, Option<Range<usize>>) {
    let end = at - usize::from(sentence.is(at - 1, ","));
    let from = (0..end)
        .rev()
        .find(|it| sentence.is(*it, ";"))
        .map_or_else(|| after::dateline_end(sentence, end), |it| it + 1);
    let told = (from..end).any(|it| sentence.is_finite(it) || sentence.is_quote(it));
    let goes_on = !told && sentence.is(source_end, ",") && source_end + 1 < sentence.end();
    (from..end, goes_on.then(|| source_end + 1..sentence.end()))
}

/// `In a new poll, most want the gate.`: the poll says it.
pub fn document(sentence: &Sentence<'_>) -> Option<Event> {
    let phrase = phrase_after(sentence, 1).filter(|_| sentence.is(0, "in"))?;
    let chunk = chunk_after(sentence, 1)?;
    let head = sentence.word(chunk.end - 1)?;
    let comma = (phrase.end..phrase.end + LONGEST_TAIL).find(|it| sentence.is(*it, ","))?;
    let told = (phrase.end..comma).any(|it| sentence.tag(it) == Some(Tag::Aux));
    if !sentence.lexicons.is_document(&head.lemma) || told {
        return None;
    }
    let end = extent::end(sentence, comma + 1, Kind::Clause, 0);
    Some(Event {
        cue: 0..1,
        subject: Some(phrase),
        governs: comma + 1..end,
        resumes: None,
        comes_after: false,
        speech: false,
        names: false,
    })
}

/// Items between the name of a document and its comma: `released on Monday`.
const LONGEST_TAIL: usize = 10;

/// `the port's claim that …`, `the claim by the port that …`, `made the claim that …`
pub fn noun(sentence: &Sentence<'_>, at: usize) -> Option<Event> {
    let word = sentence.word(at)?;
    // `his stern warning that`
    let gerund = sentence.is_ing(at) && owner(sentence, at).is_some();
    if word.tag != Tag::Noun && !gerund {
        return None;
    }
    let lemma = if gerund { &word.lower } else { &word.lemma };
    let clause = sentence.lexicons.noun_takes_clause(lemma);
    let infinitive = sentence.lexicons.noun_takes_infinitive(lemma);
    let owned = owner(sentence, at);
    if let Some(after) = sentence.word(at + 1)
        && owned.is_some()
        && sentence
            .lexicons
            .noun_takes_preposition(lemma, &after.lower)
    {
        let end = extent::end(sentence, at + 2, Kind::Noun, at);
        return Some(Event {
            cue: at..at + 1,
            subject: owned,
            governs: at + 2..end,
            resumes: None,
            comes_after: false,
            speech: false,
            names: false,
        });
    }
    if !clause && !infinitive {
        return None;
    }
    let agent = sentence
        .is_any(at + 1, &["by", "from", "among", "of"])
        .then(|| phrase_after(sentence, at + 2))
        .flatten();
    let next = agent.as_ref().map_or(at + 1, |it| it.end);
    let kind = if clause && sentence.is(next, "that") {
        Kind::Clause
    } else if infinitive && sentence.starts_infinitive(next) {
        Kind::Infinitive
    } else {
        return None;
    };
    let subject = owned.or(agent).or_else(|| {
        let verb = (0..at)
            .rev()
            .take_while(|it| !sentence.is_quote(*it))
            .find(|it| sentence.tag(*it) == Some(Tag::Verb))?;
        subjects::subject(sentence, verb)
    })?;
    let end = extent::end(sentence, next, kind, at);
    // `its refusal to pay has angered many`: the noun is a subject itself.
    let end = match kind {
        Kind::Infinitive => (next..end)
            .find(|it| sentence.tag(*it) == Some(Tag::Aux) && sentence.is_finite(*it))
            .unwrap_or(end),
        _ => main_verb(sentence, at, next..end).unwrap_or(end),
    };
    Some(Event {
        cue: at..at + 1,
        subject: Some(subject),
        governs: next..end,
        resumes: None,
        comes_after: false,
        speech: false,
        names: false,
    })
}

/// `the claim that it holds | is new`: the verb after the clause, of which the noun is the subject.
fn main_verb(sentence: &Sentence<'_>, noun: usize, clause: Range<usize>) -> Option<usize> {
    if (0..noun).any(|it| sentence.is_finite(it) || sentence.is_quote(it)) {
        return None;
    }
    let own = clause.clone().find(|it| sentence.is_finite(*it))?;
    let opens = |at: &usize| {
        matches!(
            sentence.tag(*at),
            None | Some(Tag::Punct | Tag::Sconj | Tag::Cconj)
        ) || sentence.is_any(*at, &["that", "who", "which", "what", "when", "where"])
    };
    (own + 1..clause.end)
        .take_while(|it| !opens(it))
        .find(|it| {
            let helped = matches!(sentence.tag(it - 1), Some(Tag::Aux | Tag::Part | Tag::Adv));
            sentence.is_finite(*it) && !sentence.is_participle(*it) && !helped
        })
}

/// Whose claim it is: `the port's latest claim`, `his claim`.
fn owner(sentence: &Sentence<'_>, at: usize) -> Option<Range<usize>> {
    let mut before = at.checked_sub(1)?;
    while before > 0 && sentence.tag(before) == Some(Tag::Adj) {
        before -= 1;
    }
    if sentence.is_any(before, &["his", "her", "their", "its"]) {
        return Some(before..before + 1);
    }
    sentence
        .is_any(before, &["'s", "'"])
        .then(|| phrase_before(sentence, before))
        .flatten()
}

/// `is sure that …`, `remains wary of …`
pub fn adjective(sentence: &Sentence<'_>, at: usize) -> Option<Event> {
    let word = sentence.word(at)?;
    if !matches!(word.tag, Tag::Adj | Tag::Verb) {
        return None;
    }
    let prepositions = sentence.lexicons.reporting_adjective(&word.lower)?;
    let be = (at.saturating_sub(4)..at)
        .rev()
        .take_while(|it| {
            matches!(
                sentence.tag(*it),
                Some(Tag::Adv | Tag::Part | Tag::Aux | Tag::Verb)
            )
        })
        .find(|it| is_copula(sentence, *it))?;
    let next = at + 1;
    let (from, kind) = if sentence.is(next, "that") || is_wh(sentence, next) {
        (next, Kind::Clause)
    } else if sentence.starts_infinitive(next) {
        (next, Kind::Infinitive)
    } else if sentence
        .word(next)
        .is_some_and(|it| prepositions.contains(&it.lower.as_str()))
    {
        (next + 1, Kind::Noun)
    } else if sentence.tag(next) != Some(Tag::Adp) && starts_clause(sentence, next) {
        (next, Kind::Clause)
    } else {
        return None;
    };
    let subject = subjects::subject(sentence, be)?;
    let end = extent::end(sentence, from, kind, at);
    Some(Event {
        cue: at..at + 1,
        subject: Some(subject),
        governs: from..end,
        resumes: None,
        comes_after: false,
        speech: false,
        names: false,
    })
}

fn is_copula(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.is_any(
        at,
        &[
            "is", "are", "was", "were", "be", "been", "'s", "'re", "'m", "am",
        ],
    ) || sentence.word(at).is_some_and(|it| {
        matches!(
            it.lemma.as_str(),
            "remain" | "seem" | "sound" | "feel" | "become" | "appear"
        )
    })
}

/// Most words before a colon that can be a source.
const LONGEST_LABEL: usize = 5;

/// `Port: wall holds` in a headline; before a quotation anywhere.
pub fn label(sentence: &Sentence<'_>, is_headline: bool) -> Option<Event> {
    let at = (1..=LONGEST_LABEL).find(|at| sentence.is(*at, ":"))?;
    let capital = |it: usize| {
        let first = sentence.word(it).and_then(|it| it.text.chars().next());
        first.is_some_and(char::is_uppercase)
    };
    let named = (0..at).all(|it| {
        capital(it)
            || matches!(
                sentence.tag(it),
                Some(Tag::Propn | Tag::Noun | Tag::Adj | Tag::Punct | Tag::Cconj)
            )
    });
    if !named || !is_headline && !sentence.is_quote(at + 1) {
        return None;
    }
    Some(Event {
        cue: at..at + 1,
        subject: Some(0..at),
        governs: at + 1..sentence.end(),
        resumes: None,
        comes_after: false,
        speech: true,
        names: false,
    })
}

/// `Ruiz took the floor: “…”`: the subject of the clause before the colon speaks.
pub fn introduced(sentence: &Sentence<'_>) -> Option<Event> {
    let colon =
        (1..sentence.len()).find(|it| sentence.is(*it, ":") && sentence.is_quote(it + 1))?;
    let verb = (0..colon).find(|it| sentence.is_finite(*it))?;
    Some(Event {
        cue: verb..verb + 1,
        subject: Some(subjects::subject(sentence, verb)?),
        governs: colon + 1..colon + 2,
        resumes: None,
        comes_after: false,
        speech: true,
        names: false,
    })
}

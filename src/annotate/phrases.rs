//! Noun phrases of the writer's sentences, by a finite-state search (Abney 1996), not a parser.
//!
//! ```text
//! the port's former lawyer                          a chunk
//! officials at the port and the union               chunks joined
//! “…,” said harbor master Ada Ruiz (left)           brackets belong to what they follow
//! ```

use std::ops::Range;

use super::sentence::Sentence;
use super::words::Tag;

/// Prepositions that join a phrase to the noun before it.
const JOINING: [&str; 16] = [
    "of", "at", "for", "from", "with", "in", "to", "between", "on", "about", "against", "by",
    "under", "near", "behind", "inside",
];
/// Those after which a phrase to the right still names the source: `the mayor of Ode`.
const NAMING: [&str; 5] = ["of", "for", "from", "at", "with"];
const NOMINATIVE: [&str; 9] = [
    "he", "she", "they", "it", "who", "we", "i", "you", "neither",
];
const INDEFINITE: [&str; 16] = [
    "everyone",
    "everybody",
    "someone",
    "somebody",
    "anyone",
    "anybody",
    "nobody",
    "none",
    "others",
    "some",
    "both",
    "many",
    "most",
    "few",
    "several",
    "those",
];
const POSSESSIVE: [&str; 8] = ["his", "her", "their", "its", "our", "my", "your", "whose"];

/// The noun phrase whose last item is just before `end`, with what modifies it.
pub fn phrase_before(sentence: &Sentence<'_>, end: usize) -> Option<Range<usize>> {
    let chunk = chunk_before(sentence, end)?;
    if chunk.len() == 1 && sentence.is_any(chunk.start, &NOMINATIVE) {
        return Some(chunk);
    }
    let mut start = chunk.start;
    while let Some(wider) = joined_before(sentence, start) {
        start = wider;
    }
    Some(start..end)
}

/// Where the phrase begins to which the one at `start` is joined by a preposition.
fn joined_before(sentence: &Sentence<'_>, start: usize) -> Option<usize> {
    let preposition = start.checked_sub(1)?;
    if !sentence.is_any(preposition, &JOINING) {
        return None;
    }
    // `officials briefed on the matter`, `people familiar with the plan`
    let modifier = preposition.checked_sub(1).filter(|it| {
        let reduced = sentence.is_participle(*it) && !sentence.speaks(*it)
            || sentence.tag(*it) == Some(Tag::Adj);
        reduced && it.checked_sub(1).is_some_and(|it| sentence.is_noun(it))
    });
    let head = chunk_before(sentence, modifier.unwrap_or(preposition))?;
    let pronoun = head.len() == 1 && sentence.is_any(head.start, &NOMINATIVE);
    // `said in a letter to Ode`: what a verb governs is not its subject.
    let governed = head
        .start
        .checked_sub(1)
        .is_some_and(|it| sentence.tag(it) == Some(Tag::Verb) && !sentence.is_participle(it));
    (!pronoun && !governed).then_some(head.start)
}

/// Nouns with what stands before them, up to `end`.
pub fn chunk_before(sentence: &Sentence<'_>, end: usize) -> Option<Range<usize>> {
    let mut last = end.checked_sub(1)?;
    if sentence.is(last, ")") {
        last = sentence.opening(last)?.checked_sub(1)?;
    }
    let ends_phrase = match sentence.tag(last)? {
        Tag::Noun | Tag::Propn | Tag::Num => !sentence.is_calendar(last),
        // `native`, `official` at the end of a phrase.
        Tag::Adj => {
            sentence
                .word(last)
                .is_some_and(|it| sentence.lexicons.is_collective(&it.lower))
                || sentence.is_any(last, &INDEFINITE)
                || last > 0
                    && (sentence.is_noun(last - 1) || sentence.tag(last - 1) == Some(Tag::Det))
        }
        _ if sentence.is_any(last, &NOMINATIVE) => return Some(last..end),
        _ => sentence.is_any(last, &INDEFINITE),
    };
    if !ends_phrase {
        return None;
    }
    let mut start = last;
    while start > 0 && extends_left(sentence, start) {
        start -= 1;
    }
    Some(start..end)
}

/// Whether the item before `start` belongs to the phrase that begins at `start`.
fn extends_left(sentence: &Sentence<'_>, start: usize) -> bool {
    let before = start - 1;
    let Some(word) = sentence.word(before) else {
        return false;
    };
    let noun_before = || {
        before
            .checked_sub(1)
            .is_some_and(|it| sentence.is_noun(it) || sentence.is(it, ")"))
    };
    let closed = sentence.tag(start) == Some(Tag::Det)
        || sentence.is_any(start, &POSSESSIVE)
        || sentence.tag(start) == Some(Tag::Pron) && sentence.is_any(start, &INDEFINITE);
    match word.tag {
        Tag::Noun | Tag::Propn | Tag::Num => !closed && !sentence.is_calendar(before),
        Tag::Adj => !closed,
        Tag::Adv => sentence.tag(start) == Some(Tag::Adj) && word.lower.ends_with("ly"),
        Tag::Verb => {
            let modifies = sentence.is_participle(before) || sentence.is_ing(before);
            let held = before.checked_sub(1).is_some_and(|it| {
                sentence.tag(it) == Some(Tag::Det) || sentence.is_any(it, &POSSESSIVE)
            });
            !closed && modifies && held
        }
        Tag::Det => !closed || word.lower == "both" || word.lower == "all",
        Tag::Part => word.lower == "'s" || word.lower == "'",
        Tag::Pron => !closed && sentence.is_any(before, &POSSESSIVE),
        Tag::Cconj => word.lower == "and" && noun_before(),
        Tag::Punct => word.text == "," && noun_before() && lists_on(sentence, start),
        Tag::Adp | Tag::Aux | Tag::Sconj | Tag::Intj => false,
    }
}

/// Inside a list: `the port, the union and the town`.
fn lists_on(sentence: &Sentence<'_>, start: usize) -> bool {
    (start..sentence.len())
        .take(6)
        .take_while(|at| {
            matches!(
                sentence.tag(*at),
                Some(Tag::Noun | Tag::Propn | Tag::Det | Tag::Cconj)
            )
        })
        .any(|at| sentence.is(at, "and"))
}

/// The noun phrase that begins at item `start`, for a subject after its verb.
pub fn phrase_after(sentence: &Sentence<'_>, start: usize) -> Option<Range<usize>> {
    let mut res = chunk_after(sentence, start)?;
    if res.len() == 1 && sentence.tag(start) == Some(Tag::Pron) {
        return Some(res);
    }
    loop {
        let next = res.end;
        let joined = if sentence.is_any(next, &NAMING) {
            chunk_after(sentence, next + 1)
        } else if sentence.is(next, "and") {
            chunk_after(sentence, next + 1)
                .filter(|it| !sentence.is_finite(it.end) && !sentence.is_any(it.start, &NOMINATIVE))
        } else {
            None
        };
        match joined.filter(|it| !sentence.is_calendar(it.start)) {
            Some(more) => res.end = more.end,
            None => return Some(res),
        }
    }
}

/// Nouns with what stands before them, from `start`.
pub fn chunk_after(sentence: &Sentence<'_>, start: usize) -> Option<Range<usize>> {
    let mut end = start;
    let mut noun_end = None;
    while let Some(word) = sentence.word(end) {
        let opens = end == start || sentence.is_any(end - 1, &["'s", "'", "all", "both"]);
        let held = word.lower == "that" && end == start && sentence.is_noun(end + 1);
        let takes = match word.tag {
            Tag::Sconj if held => true,
            Tag::Pron | Tag::Det if opens => {
                let possesses = sentence.is_any(end, &POSSESSIVE);
                let noun_follows = matches!(
                    sentence.tag(end + 1),
                    Some(Tag::Noun | Tag::Propn | Tag::Adj | Tag::Num)
                );
                let alone = word.tag == Tag::Pron && !possesses;
                if end == start && (alone || !noun_follows && word.lower == "her") {
                    return Some(start..end + 1);
                }
                if end == start
                    && sentence.is_any(
                        end,
                        &["this", "that", "these", "those", "some", "all", "both"],
                    )
                {
                    noun_end = Some(end + 1);
                }
                true
            }
            Tag::Noun | Tag::Propn if !sentence.is_calendar(end) => {
                noun_end = Some(end + 1);
                true
            }
            Tag::Num => {
                noun_end = noun_end.or(Some(end + 1));
                true
            }
            Tag::Adj => true,
            Tag::Adv => sentence.tag(end + 1) == Some(Tag::Adj),
            Tag::Verb => {
                let held = end > start
                    && (sentence.tag(end - 1) == Some(Tag::Det)
                        || sentence.is_any(end - 1, &["'s", "'"])
                        || sentence.is_any(end - 1, &POSSESSIVE));
                held && (sentence.is_participle(end) || sentence.is_ing(end))
            }
            Tag::Part => word.lower == "'s" || word.lower == "'",
            _ => false,
        };
        if !takes {
            break;
        }
        end += 1;
    }
    let mut end = noun_end.filter(|it| *it > start)?;
    if sentence.is(end, "(")
        && let Some(close) = sentence.closing(end)
    {
        end = close + 1;
    }
    Some(start..end)
}

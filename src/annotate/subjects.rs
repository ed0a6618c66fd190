//! Who does it: the noun phrase that is the subject of a verb, in one of the writer's sentences.
//!
//! ```text
//! Ada Ruiz, the port's lawyer, on Monday told       <- told: Ada Ruiz
//! the town that built a gate against the sea asks   <- asks: the town
//! Ruiz joked about the sea, refused to go and said  <- said: Ruiz
//! ```
//! A subject that is not plain to see is none.

use std::ops::Range;

use super::phrases::{chunk_before, phrase_after, phrase_before};
use super::sentence::Sentence;
use super::words::Tag;
use crate::lexicon::ReportingVerb;

/// Marks between which an apposition stands.
const PAIRED: [&str; 5] = [",", "—", "--", "–", "-"];

/// Items of the subject of the verb at item `verb`, searched to the left.
pub fn subject(sentence: &Sentence<'_>, verb: usize) -> Option<Range<usize>> {
    within(sentence, verb, 3)
}

/// The subject of the verb at item `verb` itself, none that it shares with another verb.
pub fn own(sentence: &Sentence<'_>, verb: usize) -> Option<Range<usize>> {
    within(sentence, verb, 0)
}

fn within(sentence: &Sentence<'_>, verb: usize, depth: usize) -> Option<Range<usize>> {
    let mut end = verb;
    loop {
        let before = end.checked_sub(1)?;
        if let Some(start) = before_time(sentence, end) {
            end = start;
            continue;
        }
        if sentence.is(before, ")")
            && let Some(open) = sentence.opening(before)
        {
            end = open;
            continue;
        }
        // `the two both said`
        let floats = sentence.is_any(before, &["both", "all", "each", "also"]);
        if floats && before > 0 && chunk_before(sentence, before).is_some() {
            end = before;
            continue;
        }
        match sentence.tag(before)? {
            Tag::Part if sentence.is(before, "to") => return governor(sentence, before, depth),
            Tag::Aux | Tag::Adv | Tag::Part => end = before,
            // `has since said`
            Tag::Sconj | Tag::Adp
                if sentence.is(before, "since")
                    && sentence.tag(before.wrapping_sub(1)) == Some(Tag::Aux) =>
            {
                end = before;
            }
            Tag::Punct if sentence.is_any(before, &PAIRED) => {
                if sentence.is_ing(verb)
                    && let Some(subject) = inherited(sentence, before, depth)
                {
                    return Some(subject);
                }
                if let Some(subject) = before_apposition(sentence, before) {
                    return Some(subject);
                }
                // `Ruiz, alleging that …, left`
                if sentence.is_ing(verb) && !(0..before).any(|it| sentence.is_finite(it)) {
                    return phrase_before(sentence, before);
                }
                return inherited(sentence, before, depth);
            }
            Tag::Cconj => return inherited(sentence, before, depth),
            _ if is_relative(sentence, before) => {
                let end = without_comma(sentence, before);
                let phrase = phrase_before(sentence, end)?;
                // `the number of voters who said`: the voters say it.
                if sentence.is(before, "who") && !acts(sentence, &phrase) {
                    return chunk_before(sentence, end);
                }
                return Some(phrase);
            }
            Tag::Noun if sentence.is_ing(verb) => {
                // `issued a statement saying`: the one who issued it speaks.
                let issuer = chunk_before(sentence, end)
                    .and_then(|it| it.start.checked_sub(1))
                    .filter(|it| sentence.is_finite(*it))
                    .and_then(|it| within(sentence, it, depth.checked_sub(1)?));
                return issuer
                    .or_else(|| inherited(sentence, before, depth))
                    .or_else(|| phrase_before(sentence, end));
            }
            // `quoted Ruiz as saying`
            Tag::Adp | Tag::Sconj if end == verb && sentence.is_quoted_as(before) => {
                return match sentence.tag(before.checked_sub(1)?) {
                    Some(Tag::Verb) => within(sentence, before - 1, depth),
                    Some(Tag::Pron) => Some(before - 1..before),
                    _ => phrase_before(sentence, before),
                };
            }
            // `by saying`, `after noting`
            Tag::Adp | Tag::Sconj if sentence.is_ing(verb) && end == verb => {
                return inherited(sentence, before, depth);
            }
            // `a report published Wednesday said`, `those surveyed said`
            Tag::Verb if is_reduced(sentence, before) => end = before,
            _ => {
                let phrase = phrase_before(sentence, end)?;
                return Some(antecedent(sentence, phrase.start).unwrap_or(phrase));
            }
        }
    }
}

/// Where a time begins that ends at `end`: `on Monday`, `last week`.
fn before_time(sentence: &Sentence<'_>, end: usize) -> Option<usize> {
    let last = end.checked_sub(1)?;
    let before = last.checked_sub(1);
    let named = sentence.is_calendar(last)
        || sentence.tag(last) == Some(Tag::Num)
            && before.is_some_and(|it| sentence.is_calendar(it) || sentence.is(it, "in"));
    let part = sentence.is_any(
        last,
        &[
            "week",
            "month",
            "year",
            "night",
            "morning",
            "evening",
            "afternoon",
        ],
    ) && before.is_some_and(|it| {
        sentence.is_any(
            it,
            &["last", "this", "next", "earlier", "late", "each", "every"],
        ) || sentence.is_calendar(it)
    });
    if !named && !part {
        return None;
    }
    let mut start = last;
    while start > 0
        && (sentence.is_calendar(start - 1)
            || sentence.is_any(
                start - 1,
                &[
                    "on", "in", "late", "early", "earlier", "last", "this", "next", "since",
                    "each", "every",
                ],
            ))
    {
        start -= 1;
    }
    Some(start)
}

/// A participle straight after the noun that it tells of.
fn is_reduced(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.is_participle(at)
        && !sentence.speaks(at)
        && at
            .checked_sub(1)
            .is_some_and(|it| sentence.is_noun(it) || sentence.is(it, "those"))
}

fn is_relative(sentence: &Sentence<'_>, at: usize) -> bool {
    let after_noun = at
        .checked_sub(1)
        .is_some_and(|it| sentence.is_noun(it) || sentence.is_any(it, &[",", ")", "those"]));
    sentence.is_any(at, &["who", "which"]) || sentence.is(at, "that") && after_noun
}

fn without_comma(sentence: &Sentence<'_>, at: usize) -> usize {
    match at.checked_sub(1) {
        Some(before) if sentence.is(before, ",") => before,
        _ => at,
    }
}

/// `the town that built a gate against the sea`: the noun before a relative clause whose object
/// begins at `object`.
fn antecedent(sentence: &Sentence<'_>, object: usize) -> Option<Range<usize>> {
    let mut at = object;
    while at > 0 && sentence.tag(at - 1) == Some(Tag::Adp) {
        at = chunk_before(sentence, at - 1).map_or(at - 1, |it| it.start);
    }
    let verb = at
        .checked_sub(1)
        .filter(|it| sentence.tag(*it) == Some(Tag::Verb))?;
    if sentence
        .reporting_verb(verb)
        .is_some_and(ReportingVerb::takes_clause)
    {
        return None;
    }
    let mut relative = verb.checked_sub(1)?;
    while matches!(
        sentence.tag(relative),
        Some(Tag::Aux | Tag::Adv | Tag::Part)
    ) {
        relative = relative.checked_sub(1)?;
    }
    let after_noun = relative > 0 && sentence.is_noun(relative - 1);
    (is_relative(sentence, relative) && after_noun)
        .then(|| phrase_before(sentence, relative))
        .flatten()
}

/// `went on to say`, `was quick to note`: who does the first does the second.
fn governor(sentence: &Sentence<'_>, to: usize, depth: usize) -> Option<Range<usize>> {
    let depth = depth.checked_sub(1)?;
    if let Some(person) = chunk_before(sentence, to).filter(|it| is_somebody(sentence, it)) {
        // `led Ruiz to say`
        return Some(person);
    }
    let verb = (to.saturating_sub(4)..to)
        .rev()
        .find(|it| matches!(sentence.tag(*it), Some(Tag::Verb | Tag::Aux)))?;
    within(sentence, verb, depth)
}

/// The head of the phrase is somebody or some body: a name, a role, a group, a pronoun.
fn acts(sentence: &Sentence<'_>, phrase: &Range<usize>) -> bool {
    let is_joint = |it: &usize| sentence.tag(*it) == Some(Tag::Adp) || sentence.is(*it, ",");
    let end = phrase.clone().find(is_joint).unwrap_or(phrase.end);
    let head = end.checked_sub(1).and_then(|it| sentence.word(it));
    head.is_some_and(|it| {
        let lexicons = sentence.lexicons;
        it.named
            || matches!(it.tag, Tag::Propn | Tag::Pron)
            || lexicons.role(&it.lemma).is_some()
            || lexicons.is_collective(&it.lower)
            || lexicons.is_organization(&it.lower)
    })
}

/// A name, a role or a group, and not the subject of a verb before it.
fn is_somebody(sentence: &Sentence<'_>, phrase: &Range<usize>) -> bool {
    // Who was asked to say something has not said it.
    let after_verb = phrase.start.checked_sub(1).is_some_and(|it| {
        let asks = sentence
            .reporting_verb(it)
            .is_some_and(ReportingVerb::directs);
        sentence.tag(it) == Some(Tag::Verb) && !asks
    });
    let head = sentence.word(phrase.end - 1);
    after_verb
        && head.is_some_and(|it| {
            it.named
                || sentence.lexicons.role(&it.lemma).is_some()
                || sentence.lexicons.is_collective(&it.lower)
        })
}

/// Most items between the commas of an apposition.
const LONGEST_APPOSITION: usize = 24;

/// `NAME, the … of …, said`: the phrase before the first of the two commas.
fn before_apposition(sentence: &Sentence<'_>, comma: usize) -> Option<Range<usize>> {
    let from = comma.saturating_sub(LONGEST_APPOSITION);
    (from..comma)
        .rev()
        .take_while(|at| !sentence.is_quote(*at) && !sentence.is(*at, ";"))
        .filter(|at| sentence.is_any(*at, &PAIRED))
        .filter(|at| sentence.is_dash(*at) == sentence.is_dash(comma))
        .filter(|first| opens_apposition(sentence, *first, comma))
        .find_map(|first| phrase_before(sentence, first))
}

fn opens_apposition(sentence: &Sentence<'_>, first: usize, last: usize) -> bool {
    let next = first + 1;
    let relative = is_relative(sentence, next) || sentence.is(next, "whose");
    let opens = match sentence.tag(next) {
        Some(Tag::Det | Tag::Noun | Tag::Propn | Tag::Adj | Tag::Num | Tag::Adv) => true,
        Some(Tag::Verb) => sentence.is_ing(next) || sentence.is_participle(next),
        Some(Tag::Pron) => sentence.is_any(next, &["his", "her", "himself", "herself"]),
        Some(Tag::Adp) => true,
        _ => false,
    };
    // A clause of its own between the commas is no apposition.
    let own_clause = (next..last).any(|it| {
        let object = matches!(
            sentence.tag(it + 1),
            Some(Tag::Det | Tag::Noun | Tag::Propn | Tag::Pron)
        );
        sentence.is_finite(it) && (!sentence.is_participle(it) || object)
    });
    // `Ruiz, later alleging that the wall had broken, said`
    let told = next + usize::from(sentence.tag(next) == Some(Tag::Adv));
    if sentence.is_ing(told) && sentence.speaks(told) {
        return true;
    }
    let has_relative = (next..last).any(|it| is_relative(sentence, it));
    relative || opens && (has_relative || !own_clause)
}

/// The subject of the main verb: `Ruiz said … and added`, `Ruiz left, saying`.
fn inherited(sentence: &Sentence<'_>, before: usize, depth: usize) -> Option<Range<usize>> {
    let depth = depth.checked_sub(1)?;
    if let Some(subject) = of_last_cue(sentence, before) {
        return Some(subject);
    }
    let from = (0..before)
        .rev()
        .find(|it| sentence.is(*it, ";"))
        .map_or(0, |it| it + 1);
    // `After the storm passed, Ruiz said … and added`: not the one who passed.
    let opens_low = matches!(sentence.tag(from), Some(Tag::Sconj | Tag::Adp | Tag::Adv))
        || sentence.is_ing(from)
        || sentence.is_participle(from);
    let main = (from..before)
        .find(|it| opens_low && sentence.breaks(*it))
        .map_or(from, |it| it + 1);
    let verbs = || (main..before).filter(|it| sentence.is_finite(*it));
    let subjects = || {
        verbs()
            .filter_map(|verb| inverted(sentence, verb).or_else(|| within(sentence, verb, depth)))
    };
    // `The remarks came as Ruiz left the room, saying`: remarks do not.
    subjects()
        .find(|it| acts(sentence, it))
        .or_else(|| subjects().next())
        .or_else(|| {
            (from..main)
                .filter(|it| sentence.is_finite(*it))
                .find_map(|verb| within(sentence, verb, 1))
        })
}

/// `…, Ruiz said, adding`: a cue that ends just before.
fn of_last_cue(sentence: &Sentence<'_>, before: usize) -> Option<Range<usize>> {
    let mut verb = before.checked_sub(1)?;
    while let Some(start) = before_time(sentence, verb + 1) {
        verb = start.checked_sub(1)?;
    }
    (sentence.speaks(verb) && sentence.is_finite(verb))
        .then(|| within(sentence, verb, 1))
        .flatten()
}

/// `“…,” said Ruiz`
pub fn inverted(sentence: &Sentence<'_>, verb: usize) -> Option<Range<usize>> {
    let before = verb.checked_sub(1)?;
    let speaks = sentence
        .reporting_verb(verb)
        .is_some_and(|it| it.beside_quotation() && !it.needs_hearer());
    if !speaks || sentence.is_ing(verb) || !(sentence.is_quote(before) || sentence.breaks(before)) {
        return None;
    }
    let phrase = phrase_after(sentence, verb + 1)?;
    // `said the plan of the port was new`: a clause, not a speaker.
    let own_verb = (phrase.end..sentence.len())
        .take_while(|it| sentence.word(*it).is_some_and(|it| it.tag != Tag::Punct))
        .any(|it| {
            let plain = !sentence.is_participle(it) || it == phrase.end + 1;
            sentence.is_finite(it) && plain && !sentence.is_quote(before)
                || it == phrase.end && sentence.is_finite(it) && !sentence.is_participle(it)
        });
    let object = sentence.is_any(
        phrase.start,
        &["him", "her", "them", "it", "that", "this", "me", "us"],
    ) && phrase.len() == 1;
    // `said one boat he likes is new`, `said the boat “is new”`
    let clause = matches!(sentence.tag(phrase.end), Some(Tag::Pron | Tag::Det))
        && !is_relative(sentence, phrase.end)
        || sentence.is_fragment(phrase.end) && !sentence.is_quote(before);
    (!own_verb && !object && !clause).then_some(phrase)
}

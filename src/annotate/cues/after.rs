//! Cues that stand after what they govern, or inside it.
//!
//! ```text
//! “The wall holds,” Ruiz told reporters.      “The wall holds,” said Ruiz, who built it.
//! The wall holds, Ruiz said on Monday.        The wall, Ruiz said, will hold.
//! ```

use std::ops::Range;

use super::{Event, complement};
use crate::annotate::phrases::chunk_after;
use crate::annotate::sentence::Sentence;
use crate::annotate::subjects;
use crate::annotate::words::Tag;
use crate::lexicon::ReportingVerb;

/// The act of saying at `at`, if what it governs stands before it.
pub fn after(
    sentence: &Sentence<'_>,
    at: usize,
    verb: &ReportingVerb,
    left: Option<Range<usize>>,
) -> Option<Event> {
    let inverted = subjects::inverted(sentence, at);
    let subject = inverted.clone().or(left)?;
    let starts = if inverted.is_some() {
        at
    } else {
        subject.start
    };
    let cue_end = inverted.as_ref().map_or(at + 1, |it| it.end);
    let before = starts.checked_sub(1)?;
    let event = |governs: Range<usize>, resumes: Option<Range<usize>>| Event {
        cue: at..at + 1,
        subject: Some(subject.clone()),
        governs,
        resumes,
        comes_after: true,
        speech: true,
        names: false,
    };
    if let Some(quote) = quote_before(sentence, before) {
        let ends = sentence
            .quote_end(quote)
            .is_some_and(|it| ",?!…-—".contains(it))
            || sentence.is(before, ",")
            || inverted.is_some();
        if !ends || !verb.beside_quotation() || is_thing(sentence, quote) {
            return None;
        }
        let from = start_of_quoted(sentence, quote);
        return Some(event(from..quote + 1, None));
    }
    let interposed = interposed(sentence, at, cue_end, verb);
    if before <= 2
        && sentence.is(before, "as")
        && let Some(goes_on) = interposed
    {
        // `As Ruiz said, the wall holds.`
        return Some(Event {
            comes_after: false,
            ..event(goes_on..sentence.end(), None)
        });
    }
    let says = verb.beside_quotation() && !verb.only_quotes() || verb.takes_clause();
    if !sentence.is(before, ",") || !says {
        return None;
    }
    let from = clause_start(sentence, before);
    let told = (from..before).any(|it| sentence.is_finite(it) || sentence.is_fragment(it));

    if let Some(goes_on) = interposed {
        let end = sentence.end();
        let fronted = !told && sentence.is_quote(goes_on) && !sentence.is_fragment(goes_on);
        if fronted || goes_on >= end {
            return None;
        }
        // `…, Ruiz said, adding that …`: the rest is another act of saying.
        let other = sentence.is_ing(goes_on)
            || sentence.tag(goes_on) == Some(Tag::Cconj)
            || sentence.is_any(
                goes_on,
                &[
                    "who",
                    "which",
                    "according",
                    "as",
                    "while",
                    "though",
                    "although",
                ],
            );
        // `…, Ruiz said, but “we do not know”`: his words go on.
        let joins = sentence.tag(goes_on) == Some(Tag::Cconj) || sentence.is(goes_on, "while");
        let other = other && !(joins && (goes_on..end).any(|it| sentence.is_fragment(it)));
        // `…, Ruiz said, a plan that …`: the clause was whole, what follows only adds to it.
        let whole = told
            && !sentence.is_quote(goes_on)
            && matches!(
                sentence.tag(goes_on),
                Some(Tag::Det | Tag::Noun | Tag::Propn | Tag::Adj | Tag::Num)
            )
            && !matches!(
                sentence.tag(before - 1),
                Some(Tag::Aux | Tag::Adv | Tag::Part)
            );
        return if other || whole {
            told.then(|| event(from..before, None))
        } else {
            Some(event(from..before, Some(goes_on..end)))
        };
    }
    let closes =
        told && (inverted.is_some() || complement::complement(sentence, at, verb).is_none());
    closes.then(|| event(from..before, None))
}

/// The quotation that ends just before, a comma between them or not.
fn quote_before(sentence: &Sentence<'_>, before: usize) -> Option<usize> {
    if sentence.is_quote(before) {
        return Some(before);
    }
    let comma = sentence.is(before, ",") && before > 0;
    (comma && sentence.is_quote(before - 1)).then(|| before - 1)
}

/// `In “Iron Groan,” Ruiz said`: a name in the writer's phrase, no clause.
fn is_thing(sentence: &Sentence<'_>, quote: usize) -> bool {
    let after_word = quote > 0 && sentence.tag(quote - 1) == Some(Tag::Adp);
    after_word && !(0..quote).any(|it| sentence.is_finite(it))
}

/// A quotation before its cue is all that is said, unless the writer's clause leads into it.
fn start_of_quoted(sentence: &Sentence<'_>, quote: usize) -> usize {
    let opens = quote == 0 || sentence.tag(quote - 1) == Some(Tag::Punct);
    if !sentence.is_fragment(quote) && opens {
        quote
    } else {
        clause_start(sentence, quote)
    }
}

/// Where the clause begins that ends at `end`.
fn clause_start(sentence: &Sentence<'_>, end: usize) -> usize {
    let from = (0..end)
        .rev()
        .find(|it| sentence.is_any(*it, &[";", ":"]))
        .map_or_else(|| dateline_end(sentence, end), |it| it + 1);
    from + usize::from(sentence.is_any(from, &["but", "and", "yet"]))
}

/// Most items of a dateline.
const LONGEST_DATELINE: usize = 14;

/// `HALVANE, Nov. 3 (HNA) — The wall`: past the dash; 0 where there is no dateline.
pub fn dateline_end(sentence: &Sentence<'_>, end: usize) -> usize {
    let Some(dash) = (1..end.min(LONGEST_DATELINE)).find(|it| sentence.is_dash(*it)) else {
        return 0;
    };
    let capital = |it: usize| {
        sentence.word(it).is_some_and(|it| {
            let is_plain = it.text.chars().any(char::is_lowercase);
            it.text.chars().count() > 2 && !is_plain && it.text.starts_with(char::is_alphabetic)
        })
    };
    let told = (0..dash).any(|it| sentence.is_finite(it));
    if capital(0) && !told { dash + 1 } else { 0 }
}

/// `…, she told reporters, …`: where the rest goes on after the cue's comma.
fn interposed(
    sentence: &Sentence<'_>,
    at: usize,
    cue_end: usize,
    verb: &ReportingVerb,
) -> Option<usize> {
    let mut next = cue_end;
    if verb.takes_hearer()
        && next == at + 1
        && let Some(hearer) = chunk_after(sentence, next)
    {
        next = hearer.end;
    }
    while sentence.is_calendar(next) || sentence.is(next, "on") && sentence.is_calendar(next + 1) {
        next += 1;
    }
    sentence.is(next, ",").then_some(next + 1)
}

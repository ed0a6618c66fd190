//! Statements about what is known and how: evidence asserted, not given, denied, assessed.
//!
//! A cue is a pattern over words and lemmas (`evidence.tsv`); the statement is its clause. At one
//! place the first cue of the list wins.

use std::ops::Range;

use super::names;
use super::words::{Tag, Word};
use crate::lexicon::{EvidenceCue, Lexicons, Step};
use crate::model::{Evidence, Span, Voice};

/// Words before and after a cue that its clause may take.
const REACH_LEFT: usize = 16;
const REACH_RIGHT: usize = 40;

/// Evidence statements in reading order. `quoted` are the marked quotations.
pub fn evidence(
    text: &str,
    words: &[Word<'_>],
    quoted: &[Span],
    lexicons: &Lexicons,
) -> Vec<Evidence> {
    let mut res: Vec<Evidence> = Vec::new();
    let mut taken_until = 0;
    for at in 0..words.len() {
        if at < taken_until {
            continue;
        }
        let found = lexicons
            .evidence_cues()
            .iter()
            .find_map(|cue| Some((cue, cue_end(words, at, cue)?)));
        let Some((cue, end)) = found else { continue };
        taken_until = end;
        let Some(kind) = cue.kind else { continue };
        let clause = clause(words, quoted, at, end);
        let span = names::span(text, words, &clause);
        let cue_span = names::span(text, words, &(at..end));
        res.push(Evidence {
            span,
            kind,
            voice: if quoted.iter().any(|it| it.covers(cue_span)) {
                Voice::Quoted
            } else {
                Voice::Writer
            },
            about: (clause.end > end + 1).then(|| names::span(text, words, &(end..clause.end))),
        });
    }
    res
}

/// End of the cue that starts at word `at`.
fn cue_end(words: &[Word<'_>], at: usize, cue: &EvidenceCue) -> Option<usize> {
    if cue.unless_negated && is_negated(words, at) {
        return None;
    }
    let block = words[at].block;
    steps_end(words, at, block, &cue.steps)
}

fn steps_end(words: &[Word<'_>], at: usize, block: usize, steps: &[Step]) -> Option<usize> {
    let Some((step, rest)) = steps.split_first() else {
        return Some(at);
    };
    match step {
        Step::Word(choices) => {
            let word = words.get(at).filter(|it| it.block == block)?;
            let fits = choices
                .iter()
                .any(|it| word.lower == *it || word.lemma == *it);
            fits.then(|| steps_end(words, at + 1, block, rest))
                .flatten()
        }
        Step::Skip(most) => (0..=*most).find_map(|n| {
            let passed = words.get(at..at + n)?;
            let inside = passed
                .iter()
                .all(|it| it.block == block && !matches!(it.text, "." | "?" | "!" | ";" | ":"));
            inside
                .then(|| steps_end(words, at + n, block, rest))
                .flatten()
        }),
    }
}

fn is_negated(words: &[Word<'_>], at: usize) -> bool {
    words[at.saturating_sub(3)..at].iter().any(|it| {
        matches!(
            it.lower.as_str(),
            "not" | "n't" | "never" | "neither" | "nor" | "cannot" | "no"
        )
    })
}

/// A mark or conjunction that stands between clauses: no preposition, nothing inside a list of
/// nouns (`the port, the union and the town`).
fn parts_clauses(words: &[Word<'_>], at: usize) -> bool {
    let nominal = |at: usize| {
        words
            .get(at)
            .is_some_and(|it| matches!(it.tag, Tag::Noun | Tag::Propn | Tag::Det))
    };
    match words[at].tag {
        Tag::Sconj => !matches!(
            words[at].lower.as_str(),
            "on" | "in" | "at" | "of" | "by" | "for" | "with" | "from" | "to"
        ),
        Tag::Cconj => !(words[at].lower == "and" && at > 0 && nominal(at - 1) && nominal(at + 1)),
        Tag::Punct => {
            let lists = (at + 1..at + 7)
                .take_while(|it| {
                    let joins = words.get(*it).is_some_and(|it| it.tag == Tag::Cconj);
                    nominal(*it) || joins
                })
                .any(|it| words[it].lower == "and");
            !(words[at].text == "," && at > 0 && nominal(at - 1) && lists)
        }
        _ => false,
    }
}

/// The cue with its subject and what follows, up to the next mark or quotation edge.
fn clause(words: &[Word<'_>], quoted: &[Span], start: usize, end: usize) -> Range<usize> {
    let block = words[start].block;
    let quotation_of = |at: usize| quoted.iter().position(|it| it.covers(words[at].span));
    let mut left = start;
    while let Some(before) = left.checked_sub(1) {
        let word = &words[before];
        let stops = word.block != block
            || parts_clauses(words, before)
            || start - before > REACH_LEFT
            || quotation_of(before) != quotation_of(start);
        if stops {
            break;
        }
        left = before;
    }
    let mut right = end;
    while let Some(word) = words.get(right) {
        let stops = word.block != block
            || matches!(
                word.text,
                "." | "," | "?" | "!" | ";" | "”" | "\"" | "—" | "--" | "…"
            )
            || right - end >= REACH_RIGHT
            || quotation_of(right) != quotation_of(end - 1);
        if stops {
            break;
        }
        right += 1;
    }
    // A mark that opens after the clause is not the clause's; one that closes inside it is.
    while right > end && matches!(words[right - 1].text, "“" | "\"" | "‘" | "[" | "(") {
        right -= 1;
    }
    let ends_quoted = quotation_of(end - 1).is_some() && quotation_of(start).is_none();
    let closes = words
        .get(right)
        .is_some_and(|it| matches!(it.text, "”" | "\""));
    if ends_quoted && closes {
        right += 1;
    }
    left..right
}

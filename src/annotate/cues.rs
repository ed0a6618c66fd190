//! Where somebody is said to have said something: cue, who, and what it governs.
//!
//! ```text
//! Ruiz said on Monday that the wall holds and left.
//! └who └cue           └── governs ─────────┘
//! “The wall holds,” Ruiz told reporters.            cue after what it governs
//! The wall holds, according to the port.
//! Port: wall holds                                  a headline's colon
//! ```

use std::ops::Range;

use super::phrases::{self, Sentence};
use super::words::{Tag, Word};
use crate::lexicon::ReportingVerb;

/// One act of saying, in items of its sentence.
#[derive(Clone, Debug)]
pub struct Event {
    /// Items of the cue word.
    pub cue: Range<usize>,
    /// Items of the source's phrase; `None` if it is not plain to see.
    pub subject: Option<Range<usize>>,
    /// Items of what is said; without source and cue.
    pub governs: Range<usize>,
    /// What is said stands before the cue.
    pub comes_after: bool,
    /// May stand beside a direct quotation.
    pub speech: bool,
}

/// All acts of saying of one sentence, by cue.
pub fn events(sentence: &Sentence<'_>, is_headline: bool) -> Vec<Event> {
    let mut res = Vec::new();
    if is_headline {
        res.extend(colon(sentence));
    }
    for at in 0..sentence.items.len() {
        let Some(word) = sentence.word(at) else {
            continue;
        };
        if word.lower == "according" && sentence.is(at + 1, "to") {
            res.extend(according(sentence, at));
        } else if let Some(verb) = reporting_verb(sentence, at, word) {
            res.extend(verbal(sentence, at, verb));
        } else if word.tag == Tag::Noun && sentence.lexicons.is_reporting_noun(&word.lemma) {
            res.extend(nominal(sentence, at));
        }
    }
    res
}

fn reporting_verb<'a>(
    sentence: &Sentence<'a>,
    at: usize,
    word: &Word<'_>,
) -> Option<&'a ReportingVerb> {
    let verb = sentence.lexicons.reporting_verb(&word.lemma)?;
    let said = matches!(word.lower.as_str(), "said" | "says" | "told" | "added");
    let infinitive = at > 0 && sentence.is(at - 1, "to");
    (said || word.tag == Tag::Verb && !infinitive).then_some(verb)
}

fn verbal(sentence: &Sentence<'_>, at: usize, verb: &ReportingVerb) -> Option<Event> {
    if is_passive(sentence, at) {
        return None;
    }
    let cue = at..at + 1;
    let speech = verb.beside_quotation();
    let left = phrases::subject(sentence, at);
    let starts = left.as_ref().map_or(at, |it| it.start);
    // `“…,” Ruiz said` and `…, Ruiz said.`
    let after_comma = starts
        .checked_sub(1)
        .is_some_and(|it| sentence.is_quote(it) || sentence.is(it, ",") || sentence.is(it, "”"));
    let right = phrases::phrase_after(sentence, at + 1);
    let inverted = speech && left.is_none() && after_comma && right.is_some();
    if speech && after_comma && (inverted || ends_after(sentence, at, starts)) {
        let subject = if inverted {
            right.clone()
        } else {
            left.clone()
        };
        let governs = 0..before_punctuation(sentence, starts);
        if !governs.is_empty() && subject.is_some() {
            return Some(Event {
                cue,
                subject,
                governs,
                comes_after: true,
                speech,
            });
        }
    }
    let content = complement(sentence, at, verb)?;
    Some(Event {
        cue,
        subject: left,
        governs: content..clause_end(sentence, content),
        comes_after: false,
        speech,
    })
    .filter(|it| !it.governs.is_empty())
}

/// `was told`, `is believed`: the one who speaks is not the subject.
fn is_passive(sentence: &Sentence<'_>, at: usize) -> bool {
    let be = |it: &Word<'_>| {
        matches!(
            it.lower.as_str(),
            "is" | "are" | "was" | "were" | "be" | "been" | "being" | "'s" | "'re"
        )
    };
    let ing = sentence
        .word(at)
        .is_some_and(|it| it.lower.ends_with("ing"));
    !ing && (0..at)
        .rev()
        .take(3)
        .map_while(|it| sentence.word(it))
        .take_while(|it| matches!(it.tag, Tag::Aux | Tag::Adv | Tag::Part | Tag::Verb))
        .any(be)
}

/// Nothing that could be said follows the verb at `at`: only a hearer, a place, a time; or the
/// second half of the quotation that stands before.
fn ends_after(sentence: &Sentence<'_>, at: usize, starts: usize) -> bool {
    let interposed = starts.checked_sub(1).is_some_and(|it| {
        sentence.is_quote(it) || sentence.is(it, ",") && it > 0 && sentence.is_quote(it - 1)
    });
    let rest = at + 1..sentence.items.len();
    let quoted = rest.clone().any(|it| sentence.is_quote(it));
    let told = rest.clone().any(|it| {
        sentence.is(it, "that") || sentence.tag(it) == Some(Tag::Aux) || is_finite(sentence, it)
    });
    interposed || !quoted && !told
}

fn is_finite(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.word(at).is_some_and(|it| {
        it.tag == Tag::Verb && !it.lower.ends_with("ing") && !(at > 0 && sentence.is(at - 1, "to"))
    })
}

/// Where what is said begins, if something follows that the verb takes.
fn complement(sentence: &Sentence<'_>, at: usize, verb: &ReportingVerb) -> Option<usize> {
    let mut next = at + 1;
    let mut hearer_taken = false;
    loop {
        if sentence.is_quote(next) {
            return Some(next);
        }
        let word = sentence.word(next)?;
        if word.lower == "of" && verb.blames() {
            return Some(next + 1);
        }
        if verb.takes_clause() && word.lower == "there" {
            return Some(next);
        }
        let skipped = match word.tag {
            Tag::Adv => true,
            Tag::Punct => {
                if word.text == ":" || word.text == "," && sentence.is_quote(next + 1) {
                    return Some(next + 1);
                }
                word.text == ","
            }
            _ if sentence.lexicons.is_calendar(&word.lower) => true,
            Tag::Adp => {
                // In, at, during, to … : place, time or hearer.
                let end = phrases::phrase_after(sentence, next + 1).map(|it| it.end);
                match end {
                    Some(end) => {
                        next = end;
                        continue;
                    }
                    None => true,
                }
            }
            _ => false,
        };
        if skipped {
            next += 1;
            continue;
        }
        if matches!(
            word.lower.as_str(),
            "that" | "whether" | "how" | "why" | "what" | "if" | "because" | "when" | "where"
        ) {
            let from = if word.lower == "that" { next + 1 } else { next };
            return verb.takes_clause().then_some(from);
        }
        if word.lower == "to" {
            return verb.takes_infinitive().then_some(next);
        }
        if verb.takes_clause() && starts_clause(sentence, next) {
            return Some(next);
        }
        if (verb.takes_hearer() || verb.blames()) && !hearer_taken {
            hearer_taken = true;
            next = phrases::phrase_after(sentence, next)?.end;
            continue;
        }
        return (verb.takes_noun() || verb.names()).then_some(next);
    }
}

/// A noun phrase with its verb: `the wall holds`.
fn starts_clause(sentence: &Sentence<'_>, at: usize) -> bool {
    let noun = matches!(
        sentence.tag(at),
        Some(Tag::Noun | Tag::Propn | Tag::Det | Tag::Pron | Tag::Adj | Tag::Num | Tag::Verb)
    );
    noun && (at + 1..sentence.items.len())
        .take(14)
        .take_while(|it| !sentence.is(*it, ";"))
        .any(|it| matches!(sentence.tag(it), Some(Tag::Aux)) || is_finite(sentence, it))
}

/// End of the clause that begins at `from`: the sentence's end, `;`, or `, but`.
fn clause_end(sentence: &Sentence<'_>, from: usize) -> usize {
    let mut end = sentence.items.len();
    while end > from && matches!(sentence.tag(end - 1), Some(Tag::Punct)) {
        end -= 1;
    }
    (from..end)
        .find(|at| {
            let breaks = sentence.is(at + 1, "but")
                || sentence.is(at + 1, "while")
                || sentence.is(at + 1, "although")
                || sentence.is(at + 1, "though")
                || sentence.is(at + 1, "according");
            sentence.is(*at, ";") || sentence.is(*at, ",") && breaks
        })
        .unwrap_or(end)
}

fn before_punctuation(sentence: &Sentence<'_>, at: usize) -> usize {
    match at.checked_sub(1) {
        Some(before) if sentence.is(before, ",") => before,
        _ => at,
    }
}

fn according(sentence: &Sentence<'_>, at: usize) -> Option<Event> {
    let subject = phrases::phrase_after(sentence, at + 2)?;
    let (governs, comes_after) = if at == 0 {
        let from = if sentence.is(subject.end, ",") {
            subject.end + 1
        } else {
            subject.end
        };
        (from..clause_end(sentence, from), false)
    } else {
        (0..before_punctuation(sentence, at), true)
    };
    (!governs.is_empty()).then_some(Event {
        cue: at..at + 2,
        subject: Some(subject),
        governs,
        comes_after,
        speech: true,
    })
}

/// `the port's claim that …`: the possessor says it.
fn nominal(sentence: &Sentence<'_>, at: usize) -> Option<Event> {
    if !sentence.is(at + 1, "that") {
        return None;
    }
    let possessive = at.checked_sub(1).filter(|it| sentence.is(*it, "'s"))?;
    Some(Event {
        cue: at..at + 1,
        subject: Some(phrases::phrase_before(sentence, possessive)?),
        governs: at + 2..clause_end(sentence, at + 2),
        comes_after: false,
        speech: false,
    })
    .filter(|it| !it.governs.is_empty())
}

/// Most words before a headline's colon that can be a source.
const LONGEST_LABEL: usize = 5;

fn colon(sentence: &Sentence<'_>) -> Option<Event> {
    let at = (1..=LONGEST_LABEL).find(|at| sentence.is(*at, ":"))?;
    let named = (0..at).all(|it| {
        matches!(
            sentence.tag(it),
            Some(Tag::Propn | Tag::Noun | Tag::Adj | Tag::Punct | Tag::Cconj)
        )
    });
    named
        .then_some(Event {
            cue: at..at + 1,
            subject: Some(0..at),
            governs: at + 1..sentence.items.len(),
            comes_after: false,
            speech: true,
        })
        .filter(|it| !it.governs.is_empty())
}

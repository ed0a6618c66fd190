//! When, where, why and how: what stands beside the verb of a clause.

use std::ops::Range;

use super::roles::{self, Found};
use super::{times, verbs};
use crate::annotate::sentence::Sentence;
use crate::annotate::words::Tag;
use crate::lexicon::ClauseWord;
use crate::model::{CircumstanceKind, Time};

/// Items of a circumstance.
#[derive(Debug)]
pub struct Told {
    pub kind: CircumstanceKind,
    pub items: Range<usize>,
    pub inner: Range<usize>,
    pub time: Option<Time>,
}

/// Words that end what belongs to a verb.
const ENDS: [&str; 22] = [
    ";", ":", "—", "–", "--", "that", "which", "who", "whom", "whose", "while", "when", "although",
    "though", "but", "if", "where", "because", "as", "(", "unless", "whether",
];

/// What stands in `range`, left to right, and where it ends; `by` is taken for the agent if the
/// clause is passive.
pub fn read(
    times: &times::Reader<'_, '_>,
    range: Range<usize>,
    passive: bool,
) -> (Vec<Told>, Option<Found>, usize) {
    let sentence = times.sentence;
    let mut res = Vec::new();
    let mut agent = None;
    let mut at = range.start;
    let mut end = at;
    while at < range.end {
        if let Some(found) = times.time(at).filter(|it| it.end <= range.end) {
            res.push(Told {
                kind: CircumstanceKind::Time,
                items: at..found.end,
                inner: found.inner..found.end,
                time: Some(found.time),
            });
            at = found.end;
            end = at;
            continue;
        }
        if let Some(told) = cause(sentence, at) {
            at = told.items.end;
            end = at;
            res.push(told);
            continue;
        }
        // What stands after a purpose belongs to it.
        if let Some(told) = purpose(sentence, at) {
            end = told.items.end;
            res.push(told);
            break;
        }
        let ends = sentence.is_any(at, &ENDS) || ends_here(sentence, at);
        if ends || verbs::verb(sentence, at).is_some() {
            break;
        }
        let preposition = sentence.tag(at) == Some(Tag::Adp) || sentence.is(at, "to");
        if let Some(items) = roles::whole(sentence, at + 1).filter(|_| preposition) {
            if passive && agent.is_none() && sentence.is(at, "by") {
                agent = roles::phrase(sentence, items.clone());
            } else if let Some(kind) = kind(sentence, at, &items) {
                res.push(Told {
                    kind,
                    items: at..items.end,
                    inner: items.clone(),
                    time: None,
                });
            }
            at = items.end;
            end = at;
            continue;
        }
        at += 1;
    }
    (res, agent, end)
}

/// The next clause begins: a conjunction with a verb, or a subject with one.
fn ends_here(sentence: &Sentence<'_>, at: usize) -> bool {
    if sentence.is_finite(at) && !sentence.is_participle(at) || sentence.tag(at) == Some(Tag::Aux) {
        return true;
    }
    if sentence.tag(at) != Some(Tag::Cconj) && !sentence.breaks(at) {
        return false;
    }
    let mut next = at + 1;
    if sentence.tag(next) == Some(Tag::Cconj) {
        next += 1;
    }
    while sentence.tag(next) == Some(Tag::Adv) {
        next += 1;
    }
    if matches!(sentence.tag(next), Some(Tag::Verb | Tag::Aux | Tag::Sconj)) {
        return true;
    }
    roles::whole(sentence, next).is_some_and(|it| {
        let mut then = it.end;
        while sentence.tag(then) == Some(Tag::Adv) {
            then += 1;
        }
        sentence.is_finite(then)
    })
}

/// `because of`, `due to`, `in response to`.
pub fn cause(sentence: &Sentence<'_>, at: usize) -> Option<Told> {
    let n_words = if sentence.is(at, "because") && sentence.is(at + 1, "of")
        || sentence.is_any(at, &["due", "thanks"]) && sentence.is(at + 1, "to")
    {
        2
    } else if sentence.is_any(at, &["in", "as"])
        && sentence.is_any(at + 1, &["response", "result", "retaliation"])
        || sentence.is(at, "as") && sentence.is(at + 1, "a") && sentence.is(at + 2, "result")
    {
        3 + usize::from(sentence.is(at + 1, "a"))
    } else {
        return None;
    };
    let mut inner = roles::whole(sentence, at + n_words)?;
    // `In response to the leak, the port and the town …`
    if let Some(comma) = inner.clone().find(|it| sentence.is(*it, ",")) {
        inner.end = comma;
    }
    Some(Told {
        kind: CircumstanceKind::Cause,
        items: at..inner.end,
        inner,
        time: None,
    })
}

/// `to strike the port`, `in order to …`
fn purpose(sentence: &Sentence<'_>, at: usize) -> Option<Told> {
    let to = if sentence.is(at, "in") && sentence.is(at + 1, "order") {
        at + 2
    } else {
        at
    };
    let after_noun = to.checked_sub(1).is_some_and(|it| {
        matches!(
            sentence.tag(it),
            Some(Tag::Noun | Tag::Propn | Tag::Pron | Tag::Num | Tag::Punct)
        )
    });
    if !sentence.starts_infinitive(to) || !after_noun {
        return None;
    }
    let mut verb = to + 1;
    while sentence.tag(verb) == Some(Tag::Adv) {
        verb += 1;
    }
    let end = roles::whole(sentence, verb + 1).map_or(verb + 1, |it| it.end);
    Some(Told {
        kind: CircumstanceKind::Purpose,
        items: at..end,
        inner: verb..end,
        time: None,
    })
}

fn kind(sentence: &Sentence<'_>, at: usize, items: &Range<usize>) -> Option<CircumstanceKind> {
    let found = roles::phrase(sentence, items.clone())?;
    let head = sentence.word(found.head.end - 1)?;
    let first = sentence.word(found.head.start)?.lower.trim_end_matches('.');
    let is_person =
        sentence.lexicons.title(first).is_some() || sentence.lexicons.given_name(first).is_some();
    let is_name = head.tag == Tag::Propn && !is_person;
    let is_place = sentence
        .lexicons
        .is_clause_word(ClauseWord::Place, &head.lemma);
    let preposition = sentence.word(at)?.lower.as_str();
    Some(match preposition {
        "in" | "at" | "near" | "across" | "outside" | "inside" | "into" | "throughout" | "off"
        | "around"
            if is_name || is_place =>
        {
            CircumstanceKind::Place
        }
        "on" if is_place => CircumstanceKind::Place,
        "to" if is_place => CircumstanceKind::Place,
        "to" | "for" => CircumstanceKind::Recipient,
        "from" => CircumstanceKind::Origin,
        "with" | "via" | "through" => CircumstanceKind::Means,
        // `fined over the leak`
        "over" => CircumstanceKind::Cause,
        "against" | "on" | "about" | "at" => CircumstanceKind::Target,
        _ => CircumstanceKind::Other,
    })
}

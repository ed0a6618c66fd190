//! Where somebody is said to have said, thought or wanted something: cue, who, and what it governs.
//!
//! ```text
//! Ruiz said on Monday that the wall holds and left.
//! └who └cue           └── governs ──────────┘
//! “The wall holds,” Ruiz told reporters.            cue after what it governs
//! The gate, she said, was to be closed.             cue inside: what is said resumes
//! Port: wall holds                                  a headline's colon
//! ```

mod after;
mod complement;
mod extent;
mod nominal;
mod passive;

use std::iter;
use std::ops::Range;

use super::sentence::Sentence;
use super::subjects;
use super::words::{Tag, Word};
use crate::lexicon::ReportingVerb;

/// One act of saying, in items of its sentence.
#[derive(Clone, Debug)]
pub struct Event {
    /// Items of the cue word.
    pub cue: Range<usize>,
    /// Items of the source's phrase; `None` if nobody is named: `is believed to`.
    pub subject: Option<Range<usize>>,
    /// Items of what is said, without source and cue.
    pub governs: Range<usize>,
    /// What is said after a cue that stands inside it.
    pub resumes: Option<Range<usize>>,
    /// What is said stands before the cue.
    pub comes_after: bool,
    /// May stand beside a direct quotation.
    pub speech: bool,
    /// Gives its object a name: `called him “…”`.
    pub names: bool,
}

impl Event {
    pub fn holds(&self, at: usize) -> bool {
        self.parts().any(|it| it.contains(&at))
    }

    /// The one or two ranges of what is said.
    pub fn parts(&self) -> impl Iterator<Item = &Range<usize>> {
        iter::once(&self.governs).chain(self.resumes.as_ref())
    }
}

/// All acts of saying of one sentence, by cue.
pub fn events(sentence: &Sentence<'_>, is_headline: bool) -> Vec<Event> {
    let mut res = Vec::new();
    res.extend(nominal::label(sentence, is_headline));
    for at in 0..sentence.len() {
        let Some(word) = sentence.word(at) else {
            continue;
        };
        let found = if word.lower == "according" && sentence.is(at + 1, "to") {
            nominal::according(sentence, at)
        } else if let Some(event) = nominal::adjective(sentence, at) {
            Some(event)
        } else if let Some((verb, particle)) = reporting_verb(sentence, at, word) {
            verbal(sentence, at, particle, verb).or_else(|| {
                let other = !verb.takes_clause() && verb.stance != "none";
                other.then(|| unlisted(sentence, at)).flatten()
            })
        } else if word.tag == Tag::Verb {
            unlisted(sentence, at).or_else(|| nominal::noun(sentence, at))
        } else {
            nominal::noun(sentence, at)
        };
        res.extend(found.filter(|it| it.parts().any(|it| !it.is_empty())));
    }
    res.extend(nominal::document(sentence));
    if let Some(event) = nominal::introduced(sentence)
        && !res
            .iter()
            .any(|it| it.speech && it.holds(event.governs.start))
    {
        res.push(event);
    }
    res
}

/// The verb of saying at item `at`, and how many particles belong to it: `pointed out`.
fn reporting_verb<'a>(
    sentence: &Sentence<'a>,
    at: usize,
    word: &Word<'_>,
) -> Option<(&'a ReportingVerb, usize)> {
    let said = matches!(word.lower.as_str(), "said" | "says" | "told" | "added");
    if !said && word.tag != Tag::Verb {
        return None;
    }
    if let Some(next) = sentence.word(at + 1)
        && let Some(verb) = sentence
            .lexicons
            .reporting_verb(&format!("{} {}", word.lemma, next.lower))
    {
        return Some((verb, 1));
    }
    Some((sentence.reporting_verb(at)?, 0))
}

fn verbal(
    sentence: &Sentence<'_>,
    at: usize,
    particle: usize,
    verb: &ReportingVerb,
) -> Option<Event> {
    if verb.stance == "none" {
        // Listed so that `ensure that` is not taken for an unlisted view.
        return None;
    }
    if passive::is_passive(sentence, at) {
        return passive::act(sentence, at, verb);
    }
    // `an account called “…”`: only a name.
    let only_named = verb.names()
        && sentence.is_participle(at)
        && sentence.is_quote(at + 1)
        && at.checked_sub(1).is_some_and(|it| sentence.is_noun(it));
    if only_named || is_modifier(sentence, at) || passive::is_bare_participle(sentence, at) {
        return None;
    }
    let negated = is_negated(sentence, at);
    let left = subjects::subject(sentence, at);
    let is_writer = left
        .as_ref()
        .is_some_and(|it| sentence.is_any(it.start, &["i", "we"]));
    if !is_writer && left.as_ref().is_some_and(|it| is_nobody(sentence, it)) {
        return None;
    }
    let own = subjects::own(sentence, at);
    if !negated && let Some(event) = after::after(sentence, at, verb, own) {
        // What the writer says outside marks is the article's own.
        let quotes = sentence.is_quote(event.governs.end - 1);
        return Some(event).filter(|_| !is_writer || quotes);
    }
    let content = complement::complement(sentence, at + particle, verb)?;
    if is_writer && content.kind != complement::Kind::Quote {
        return None;
    }
    // What somebody did not say is not said; what he did not believe is a view of his.
    if negated && verb.beside_quotation() && verb.stance == "neutral" {
        return None;
    }
    if content.kind == complement::Kind::Infinitive && keeps_silent(sentence, verb, content.from) {
        return None;
    }
    let end = extent::end(sentence, content.from, content.kind, at);
    if (content.from..end).any(|it| sentence.is_quoted_as(it)) {
        return None;
    }
    Some(Event {
        cue: at..at + 1 + particle,
        subject: Some(left?),
        governs: content.from..end,
        resumes: None,
        comes_after: false,
        speech: verb.beside_quotation(),
        names: verb.names() || verb.likens(),
    })
}

/// A verb that is not listed, with a that-clause: some view, if no speech.
fn unlisted(sentence: &Sentence<'_>, at: usize) -> Option<Event> {
    let clause = sentence.is(at + 1, "that")
        && sentence.tag(at + 1) == Some(Tag::Sconj)
        && complement::starts_clause(sentence, at + 2);
    if !clause || passive::is_passive(sentence, at) || is_modifier(sentence, at) {
        return None;
    }
    let subject = subjects::subject(sentence, at).filter(|it| !is_nobody(sentence, it))?;
    let end = extent::end(sentence, at + 1, complement::Kind::Clause, at);
    Some(Event {
        cue: at..at + 1,
        subject: Some(subject),
        governs: at + 1..end,
        resumes: None,
        comes_after: false,
        speech: false,
        names: false,
    })
}

/// `declined to comment`: nothing is said.
fn keeps_silent(sentence: &Sentence<'_>, verb: &ReportingVerb, to: usize) -> bool {
    let mut inner = to + 1;
    while sentence.tag(inner) == Some(Tag::Adv) {
        inner += 1;
    }
    verb.withholds() && sentence.speaks(inner)
}

/// Nobody said it, or the writer does.
fn is_nobody(sentence: &Sentence<'_>, subject: &Range<usize>) -> bool {
    sentence.is_any(
        subject.start,
        &["nobody", "none", "no", "neither", "i", "we", "you"],
    )
}

/// `the proposed wall`, `their stated goal`: a verb's form inside a noun phrase.
fn is_modifier(sentence: &Sentence<'_>, at: usize) -> bool {
    let held = at.checked_sub(1).is_some_and(|it| {
        sentence.tag(it) == Some(Tag::Det) || sentence.is_any(it, &["his", "its", "their"])
    });
    held && sentence.tag(at + 1) != Some(Tag::Adv) && !sentence.is(at + 1, "that")
}

fn is_negated(sentence: &Sentence<'_>, at: usize) -> bool {
    let before = (at.saturating_sub(3)..at).rev().take_while(|it| {
        matches!(
            sentence.tag(*it),
            Some(Tag::Aux | Tag::Adv | Tag::Part | Tag::Verb)
        )
    });
    let declined = at >= 2
        && sentence.is(at - 1, "to")
        && sentence
            .reporting_verb(at - 2)
            .is_some_and(ReportingVerb::withholds);
    declined
        || before
            .into_iter()
            .any(|it| sentence.is_any(it, &["not", "n't", "never"]))
}

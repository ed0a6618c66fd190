//! Quotations and reported speech of one article, each with its cue and its source.
//!
//! Sources go by sieves, most certain first (after Lee et al. 2013 and Muzny et al. 2017): beside a
//! cue; the other half of an interrupted quotation; under a cue whose clause holds it; the
//! sentence's own subject; a quotation without a cue after one whose source is known. The sieve is
//! kept: it is the rule that a reader is shown.

use std::ops::Range;

use super::cues::{self, Event};
use super::marks::Marked;
use super::outer::{Item, Outer};
use super::phrases;
use super::quoting::{Before, Quoting, Whole, relabeled};
use super::sentence::Sentence;
use super::sources::Resolver;
use super::subjects;
use super::words::Tag;
use crate::model::{Cue, Flags, Quotation, QuotationKind, Source, SourceRule, Span, Unsourced};

/// Marked quotations and reported speech, in reading order.
pub fn quotations(
    resolver: &mut Resolver<'_>,
    marked: &[Marked],
    sentences: &[Outer],
    headline: Option<usize>,
) -> Vec<Quotation> {
    let mut res = Vec::new();
    let mut found: Vec<Found> = Vec::new();
    let mut before = Before::default();
    for (idx, outer) in sentences.iter().enumerate() {
        let sentence = Sentence {
            text: resolver.text,
            items: &outer.items,
            words: resolver.words,
            marked,
            lexicons: resolver.lexicons,
        };
        let events: Vec<Act> = cues::events(&sentence, Some(outer.block) == headline)
            .into_iter()
            .map(|event| act(resolver, &sentence, idx, event))
            .collect();
        let whole = Whole::new(&sentence);
        let mut used = vec![false; events.len()];
        for (at, item) in outer.items.iter().enumerate() {
            let Item::Quote(quote) = item else { continue };
            let Some(marked) = marked.get(*quote) else {
                continue;
            };
            let quoting = Quoting {
                resolver,
                sentence,
                whole: &whole,
                idx,
                outer,
                events: &events,
                at,
                marked,
            };
            let (quotation, event) = quoting.quotation(&before);
            // A quotation after the cue leaves what stands before it to be told.
            if let Some(event) = event
                && events[event].event.holds(at)
            {
                used[event] = true;
            }
            if quotation.kind != QuotationKind::Scare && marked.by.is_none() {
                before.block = outer.block;
                before.sentence = idx;
                before.sources.clone_from(&quotation.sources);
                before.cue = quotation.cue;
            }
            found.push(Found {
                quotation,
                block: outer.block,
                at,
                event,
            });
        }
        let here = found.len() - outer.items.iter().filter(|it| it.is_quote()).count();
        for (act, used) in events.iter().zip(used) {
            if used {
                continue;
            }
            if holds_quoted(&events, &act.event, &outer.items) {
                relay(&mut found[here..], &events, act);
            } else {
                res.extend(reported(&sentence, act));
            }
        }
        before.told = told(resolver, &sentence, idx, &events);
        before.announced = sentence.len() > 1 && sentence.is(sentence.len() - 1, ":");
        before.announcers = if before.announced {
            announcers(resolver, &sentence, idx)
        } else {
            Vec::new()
        };
    }
    from_next(&mut found);
    res.extend(found.into_iter().map(|it| it.quotation));
    res.sort_by_key(|it| (it.span.start(), it.span.end()));
    res
}

/// `The statement read:`
fn announcers(resolver: &Resolver<'_>, sentence: &Sentence<'_>, idx: usize) -> Vec<Source> {
    let mut items = (0..sentence.len()).rev();
    let verb = items.find(|it| sentence.tag(*it) == Some(Tag::Verb) && sentence.speaks(*it));
    let phrase = verb
        .and_then(|it| subjects::subject(sentence, it))
        .and_then(|it| sentence.words_of(&it));
    phrase.map_or_else(Vec::new, |it| resolver.sources(&it, idx))
}

/// An act of saying with who is meant.
pub struct Act {
    pub event: Event,
    pub sources: Vec<Source>,
    /// Why there are none.
    pub unsourced: Option<Unsourced>,
}

fn act(resolver: &mut Resolver<'_>, sentence: &Sentence<'_>, idx: usize, event: Event) -> Act {
    let phrase = event.subject.as_ref().and_then(|it| sentence.words_of(it));
    let sources = phrase
        .as_ref()
        .map_or_else(Vec::new, |it| resolver.sources(it, idx));
    let unsourced = sources
        .is_empty()
        .then(|| resolver.unsourced(phrase.as_ref(), idx));
    if event.speech {
        resolver.spoke(&sources, idx);
    }
    Act {
        event,
        sources,
        unsourced,
    }
}

/// A marked quotation with what is needed to read it once more from the end.
struct Found {
    quotation: Quotation,
    block: usize,
    /// Its item.
    at: usize,
    /// The act of saying of its sentence that governs it.
    event: Option<usize>,
}

/// `“…,” Ruiz said, according to the port`: what is said is there already, as Ruiz's.
fn holds_quoted(events: &[Act], event: &Event, items: &[Item]) -> bool {
    let mut others = events.iter().filter(|it| it.event.cue != event.cue);
    let mut quotes = (0..items.len()).filter(|at| items[*at].is_quote());
    event.comes_after
        && quotes
            .any(|at| event.holds(at) && others.any(|it| it.event.speech && it.event.holds(at)))
}

/// Who passes it on is a source too, after the one who speaks.
fn relay(found: &mut [Found], events: &[Act], act: &Act) {
    for it in found {
        let others = it
            .event
            .is_some_and(|it| events[it].event.cue != act.event.cue);
        if others && act.event.holds(it.at) {
            let sources = &mut it.quotation.sources;
            for source in &act.sources {
                if !sources.iter().any(|it| it.name == source.name) {
                    sources.push(*source);
                }
            }
        }
    }
}

/// The sources of the last act of saying of a sentence; of a question those who are asked.
fn told(
    resolver: &Resolver<'_>,
    sentence: &Sentence<'_>,
    idx: usize,
    events: &[Act],
) -> Vec<Source> {
    let mut acts = events.iter().rev();
    let Some(last) = acts.find(|it| it.event.speech && !it.sources.is_empty()) else {
        return Vec::new();
    };
    let cue = &last.event.cue;
    let asks = sentence.word(cue.start).is_some_and(|it| it.lemma == "ask");
    let asked = phrases::chunk_after(sentence, cue.end)
        .filter(|it| asks && !last.event.comes_after && it.end <= last.event.governs.start)
        .and_then(|it| sentence.words_of(&it));
    let answering = asked.map_or_else(Vec::new, |it| resolver.sources(&it, idx));
    if answering.is_empty() {
        last.sources.clone()
    } else {
        answering
    }
}

/// `“We go.” “We must,” Ruiz said.`: the first has the second's source. So has a quotation that the
/// next paragraph goes on with.
fn from_next(found: &mut [Found]) {
    let sure = |it: &Quotation| {
        let continued = |it: &Source| it.rule == SourceRule::Continued;
        !it.sources.is_empty() && !it.sources.iter().any(continued)
    };
    for at in (0..found.len()).rev() {
        let (front, rest) = found.split_at_mut(at + 1);
        let (Some(here), Some(next)) = (front.last_mut(), rest.first()) else {
            continue;
        };
        let continues = here.quotation.flags.continues && next.event.is_some();
        let goes_on = continues || here.block == next.block;
        let direct = here.quotation.kind == QuotationKind::Direct
            && next.quotation.kind == QuotationKind::Direct;
        let open = here.event.is_none() && (continues || !sure(&here.quotation));
        if open && goes_on && direct && sure(&next.quotation) {
            here.quotation.sources = relabeled(&next.quotation.sources, SourceRule::Interrupted);
            here.quotation.cue = next.quotation.cue;
            here.quotation.flags.inferred_source = false;
            here.quotation.unsourced = None;
        }
    }
}

/// The words of a clause as reported speech.
fn reported(sentence: &Sentence<'_>, act: &Act) -> Option<Quotation> {
    let event = &act.event;
    // `praised it` tells nothing to a reader.
    let has_word = event.parts().flat_map(Clone::clone).any(|at| {
        let empty = matches!(
            sentence.tag(at),
            None | Some(Tag::Punct | Tag::Pron | Tag::Adp)
        );
        !empty
    });
    if !has_word {
        return None;
    }
    let subject = event.subject.clone().unwrap_or(event.cue.clone());
    let first = &event.governs;
    let last = event.resumes.as_ref().unwrap_or(first);
    let whole = subject.start.min(event.cue.start).min(first.start)
        ..subject.end.max(event.cue.end).max(last.end);
    Some(Quotation {
        span: items_span(sentence, &whole)?,
        kind: QuotationKind::Reported,
        sources: act.sources.clone(),
        unsourced: act.unsourced,
        cue: items_span(sentence, &event.cue).map(|span| Cue { span }),
        content: content(sentence, event),
        flags: Flags::default(),
    })
}

/// What an act of saying governs, as text.
pub fn content(sentence: &Sentence<'_>, event: &Event) -> Vec<Span> {
    let parts = event.parts();
    parts.filter_map(|it| items_span(sentence, it)).collect()
}

/// The text that a range of items covers, marks at its ends left out; a quotation alone without its
/// own.
pub fn items_span(sentence: &Sentence<'_>, items: &Range<usize>) -> Option<Span> {
    let is_mark = |at: usize| {
        sentence.tag(at) == Some(Tag::Punct) && !sentence.is_any(at, &["(", ")", "[", "]"])
    };
    let mut items = items.clone();
    if !items.clone().all(is_mark) {
        while is_mark(items.start) {
            items.start += 1;
        }
        while is_mark(items.end - 1) {
            items.end -= 1;
        }
    }
    if items.len() == 1
        && let Some(quote) = sentence.quote(items.start)
    {
        return Some(quote.inner);
    }
    let span = |at: usize| {
        let quote = sentence.quote(at).map(|it| it.outer);
        quote.or_else(|| sentence.word(at).map(|it| it.span))
    };
    let first = span(items.start)?;
    let last = span(items.end.checked_sub(1)?)?;
    Span::new(sentence.text, first.start()..last.end())
}

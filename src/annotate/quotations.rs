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
use super::quoting::{Before, Quoting, relabeled};
use super::sentence::Sentence;
use super::sources::Resolver;
use super::words::Tag;
use crate::model::{Cue, Flags, Quotation, QuotationKind, Source, SourceRule, Span};

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
        let events: Vec<(Event, Vec<Source>)> =
            cues::events(&sentence, Some(outer.block) == headline)
                .into_iter()
                .map(|event| {
                    let phrase = event.subject.as_ref().and_then(|it| sentence.words_of(it));
                    let sources = phrase.map_or_else(Vec::new, |it| resolver.sources(&it, idx));
                    if event.speech {
                        resolver.spoke(&sources, idx);
                    }
                    (event, sources)
                })
                .collect();
        let mut used = vec![false; events.len()];
        for (at, item) in outer.items.iter().enumerate() {
            let Item::Quote(quote) = item else { continue };
            let Some(marked) = marked.get(*quote) else {
                continue;
            };
            let quoting = Quoting {
                resolver,
                sentence,
                idx,
                outer,
                events: &events,
                at,
                marked,
            };
            let (quotation, event) = quoting.quotation(&before);
            if let Some(event) = event {
                used[event] = true;
            }
            if quotation.kind != QuotationKind::Scare {
                before.block = outer.block;
                before.sentence = idx;
                before.sources.clone_from(&quotation.sources);
                before.cue = quotation.cue;
            }
            found.push(Found {
                quotation,
                block: outer.block,
                own_cue: event.is_some(),
            });
        }
        for ((event, sources), used) in events.iter().zip(used) {
            if !used && !holds_quoted(&events, event, &outer.items) {
                res.extend(reported(&sentence, event, sources));
            }
        }
        before.told = told(&events);
        before.announced = sentence.len() > 1 && sentence.is(sentence.len() - 1, ":");
    }
    from_next(&mut found);
    res.extend(found.into_iter().map(|it| it.quotation));
    res.sort_by_key(|it| (it.span.start(), it.span.end()));
    res
}

/// A marked quotation with what is needed to read it once more from the end.
struct Found {
    quotation: Quotation,
    block: usize,
    own_cue: bool,
}

/// `“…,” Ruiz said, according to the port`: what is said is there already, as Ruiz's.
fn holds_quoted(events: &[(Event, Vec<Source>)], event: &Event, items: &[Item]) -> bool {
    let quoted = |at: &usize| matches!(items.get(*at), Some(Item::Quote(_)));
    let others = || events.iter().filter(|(it, _)| it.cue != event.cue);
    event.comes_after
        && (0..items.len())
            .filter(quoted)
            .any(|at| event.holds(at) && others().any(|(it, _)| it.comes_after && it.holds(at)))
}

/// The sources of the last act of saying of a sentence.
fn told(events: &[(Event, Vec<Source>)]) -> Vec<Source> {
    events
        .iter()
        .rev()
        .find(|(event, sources)| event.speech && !sources.is_empty())
        .map_or_else(Vec::new, |it| it.1.clone())
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
        let continues = here.quotation.flags.continues && next.own_cue;
        let goes_on = continues || here.block == next.block;
        let direct = here.quotation.kind == QuotationKind::Direct
            && next.quotation.kind == QuotationKind::Direct;
        let open = !here.own_cue && (continues || !sure(&here.quotation));
        if open && goes_on && direct && sure(&next.quotation) {
            here.quotation.sources = relabeled(&next.quotation.sources, SourceRule::Interrupted);
            here.quotation.cue = next.quotation.cue;
            here.quotation.flags.inferred_source = false;
        }
    }
}

/// The words of a clause as reported speech.
fn reported(sentence: &Sentence<'_>, event: &Event, sources: &[Source]) -> Option<Quotation> {
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
        sources: sources.to_vec(),
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

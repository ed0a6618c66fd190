//! Quotations and reported speech of one article, each with its cue and its source.
//!
//! Sources go by sieves, most certain first (after Lee et al. 2013 and Muzny et al. 2017): beside a
//! cue; the other half of an interrupted quotation; under a cue whose clause holds it; the
//! sentence's own subject; a quotation without a cue after one whose source is known. The sieve is
//! kept: it is the rule that a reader is shown.

use std::ops::Range;

use super::cues::{self, Event};
use super::marks::Marked;
use super::names;
use super::outer::{Item, Outer};
use super::phrases::Sentence;
use super::sources::Resolver;
use super::words::{Tag, Word};
use crate::lexicon::{Lexicons, ReportingVerb};
use crate::model::{Cue, Flags, Name, Quotation, QuotationKind, Source, SourceRule, Span};

/// A quotation of at most so many words that nobody is said to have said is a scare quotation.
const LONGEST_SCARE: usize = 4;
/// Paragraphs that a speaker's words may go on without a cue.
const LONGEST_RUN: usize = 2;

/// What is known of the quotations read so far.
#[derive(Default)]
struct Before {
    block: usize,
    sentence: usize,
    sources: Vec<Source>,
    cue: Option<Cue>,
}

/// Marked quotations and reported speech, in reading order.
pub fn quotations(
    resolver: &mut Resolver<'_>,
    marked: &[Marked],
    sentences: &[Outer],
    headline: Option<usize>,
) -> Vec<Quotation> {
    let mut res = Vec::new();
    let mut before: Option<Before> = None;
    for (idx, outer) in sentences.iter().enumerate() {
        let sentence = Sentence {
            items: &outer.items,
            words: resolver.words,
            lexicons: resolver.lexicons,
        };
        let events: Vec<(Event, Vec<Source>)> =
            cues::events(&sentence, Some(outer.block) == headline)
                .into_iter()
                .map(|event| {
                    let phrase = event.subject.as_ref().and_then(|it| sentence.words_of(it));
                    let sources = phrase.map_or_else(Vec::new, |it| resolver.sources(&it, idx));
                    (event, sources)
                })
                .collect();
        for (event, sources) in &events {
            if !sources.is_empty() {
                res.extend(reported(resolver, &sentence, event, sources));
            }
        }
        for (at, item) in outer.items.iter().enumerate() {
            let Item::Quote(quote) = item else { continue };
            let quotation = Quoting {
                resolver,
                sentence,
                idx,
                outer,
                events: &events,
                at,
                marked: &marked[*quote],
            }
            .quotation(before.as_ref());
            if quotation.kind != QuotationKind::Scare {
                before = Some(Before {
                    block: outer.block,
                    sentence: idx,
                    sources: quotation.sources.clone(),
                    cue: quotation.cue,
                });
            }
            res.push(quotation);
        }
    }
    res.sort_by_key(|it| (it.span.start(), it.span.end()));
    from_next(&mut res, sentences, marked);
    res
}

/// `“We go.” “We must,” Ruiz said.`: the first has the second's source.
fn from_next(quotations: &mut [Quotation], sentences: &[Outer], marked: &[Marked]) {
    let block_of = |span: Span| {
        sentences
            .iter()
            .find(|outer| {
                outer
                    .items
                    .iter()
                    .any(|it| matches!(it, Item::Quote(quote) if marked[*quote].inner == span))
            })
            .map(|it| it.block)
    };
    for at in (0..quotations.len()).rev() {
        let open =
            quotations[at].kind == QuotationKind::Direct && quotations[at].sources.is_empty();
        if !open {
            continue;
        }
        let next = quotations[at + 1..]
            .iter()
            .find(|it| it.kind == QuotationKind::Direct)
            .filter(|it| !it.sources.is_empty());
        if let Some(next) = next
            && block_of(next.span) == block_of(quotations[at].span)
        {
            let (sources, cue) = (next.sources.clone(), next.cue);
            quotations[at].sources = relabeled(&sources, SourceRule::Interrupted);
            quotations[at].cue = cue;
        }
    }
}

fn relabeled(sources: &[Source], rule: SourceRule) -> Vec<Source> {
    sources
        .iter()
        .map(|it| Source {
            // A pronoun stays what it was: it may have been resolved wrongly.
            rule: if it.rule == SourceRule::Pronoun {
                it.rule
            } else {
                rule
            },
            ..*it
        })
        .collect()
}

/// The words of a clause as reported speech, if it has words of its own.
fn reported(
    resolver: &Resolver<'_>,
    sentence: &Sentence<'_>,
    event: &Event,
    sources: &[Source],
) -> Option<Quotation> {
    let own = event
        .governs
        .clone()
        .filter(|at| sentence.tag(*at).is_some_and(|it| it != Tag::Punct))
        .count();
    let quoted_before_cue =
        event.comes_after && sentence.is_quote(event.governs.end.checked_sub(1)?);
    if own < 2 || quoted_before_cue && own < 4 {
        return None;
    }
    let subject = event.subject.clone()?;
    let whole = subject.start.min(event.cue.start).min(event.governs.start)
        ..subject.end.max(event.cue.end).max(event.governs.end);
    let span = items_span(resolver, sentence, &whole)?;
    Some(Quotation {
        span,
        kind: QuotationKind::Reported,
        sources: sources.to_vec(),
        cue: items_span(resolver, sentence, &event.cue).map(|span| Cue { span }),
        content: items_span(resolver, sentence, &event.governs)
            .into_iter()
            .collect(),
        flags: Flags::default(),
    })
}

/// The text that a range of items covers.
fn items_span(
    resolver: &Resolver<'_>,
    sentence: &Sentence<'_>,
    items: &Range<usize>,
) -> Option<Span> {
    let mut words = items.clone().filter_map(|it| sentence.word_index(it));
    let first_word = words.next();
    let last_word = words.next_back().or(first_word);
    // A quotation at an edge has no word of its own: take the words beside it.
    match (first_word, last_word) {
        (Some(first), Some(last)) => Some(names::span(
            resolver.text,
            resolver.words,
            &(first..last + 1),
        )),
        _ => None,
    }
}

/// One marked quotation in its sentence.
struct Quoting<'a, 'b> {
    resolver: &'b Resolver<'a>,
    sentence: Sentence<'b>,
    idx: usize,
    outer: &'b Outer,
    events: &'b [(Event, Vec<Source>)],
    at: usize,
    marked: &'b Marked,
}

impl Quoting<'_, '_> {
    fn quotation(&self, before: Option<&Before>) -> Quotation {
        let mut res = Quotation {
            span: self.marked.inner,
            kind: QuotationKind::Mixed,
            sources: Vec::new(),
            cue: None,
            content: vec![self.marked.inner],
            flags: self.marked.flags,
        };
        if self.is_named_thing() {
            res.kind = QuotationKind::Scare;
            return res;
        }
        if self.stands_alone() {
            res.kind = QuotationKind::Direct;
        }
        if let Some((event, sources, rule)) = self.governing() {
            res.cue = self.cue(event);
            res.sources = if rule == SourceRule::Named {
                sources.clone()
            } else {
                relabeled(sources, rule)
            };
            if self.is_direct(event) {
                res.kind = QuotationKind::Direct;
            } else if let Some(content) = items_span(self.resolver, &self.sentence, &event.governs)
            {
                res.content = vec![content.to(self.marked.inner)];
            }
        } else if let Some(before) = before.filter(|it| self.goes_on(it)) {
            let rule = if before.block == self.outer.block {
                SourceRule::Interrupted
            } else {
                SourceRule::Continued
            };
            res.sources = relabeled(&before.sources, rule);
            res.cue = before.cue;
        } else if res.kind == QuotationKind::Mixed {
            match self.resolver.subject_of(self.idx) {
                Some(person) => {
                    res.sources = vec![Source {
                        name: Name::Person(person),
                        mention: None,
                        rule: SourceRule::SameSentence,
                    }];
                }
                None if self.n_words() <= LONGEST_SCARE => res.kind = QuotationKind::Scare,
                None => {}
            }
        }
        res.flags.inferred_source = res
            .sources
            .iter()
            .any(|it| matches!(it.rule, SourceRule::Continued | SourceRule::SameSentence));
        res
    }

    fn n_words(&self) -> usize {
        self.marked
            .inner
            .of(self.resolver.text)
            .split_whitespace()
            .count()
    }

    fn cue(&self, event: &Event) -> Option<Cue> {
        items_span(self.resolver, &self.sentence, &event.cue).map(|span| Cue { span })
    }

    /// `so-called “…”`, `nicknamed “…”`
    fn is_named_thing(&self) -> bool {
        self.at
            .checked_sub(1)
            .and_then(|it| self.sentence.word(it))
            .is_some_and(|it| self.resolver.lexicons.is_naming_cue(&it.lower))
    }

    /// Nothing of the writer's but marks stands in the sentence.
    fn stands_alone(&self) -> bool {
        (0..self.outer.items.len())
            .all(|at| self.sentence.word(at).is_none_or(|it| it.tag == Tag::Punct))
    }

    /// The act of saying that governs the quotation, with its sources and the sieve.
    fn governing(&self) -> Option<(&Event, &Vec<Source>, SourceRule)> {
        let at = self.at;
        let known = || {
            self.events
                .iter()
                .filter(|(_, sources)| !sources.is_empty())
        };
        let beside = known().find(|(event, _)| {
            event.speech
                && event.comes_after
                && at + 1 >= event.governs.end
                && event.governs.contains(&at)
        });
        let under = || {
            known()
                .filter(|(event, _)| !event.comes_after && event.governs.contains(&at))
                .max_by_key(|(event, _)| (event.speech, event.cue.start))
        };
        let resumed = || {
            known()
                .filter(|(event, _)| event.comes_after && event.cue.end <= at)
                .max_by_key(|(event, _)| event.cue.start)
        };
        let held = || known().find(|(event, _)| event.comes_after && event.governs.contains(&at));
        let anywhere = || {
            known()
                .filter(|_| !self.stands_alone())
                .min_by_key(|(event, _)| event.cue.start.abs_diff(at))
        };
        beside
            .map(|it| (it, SourceRule::Named))
            .or_else(|| under().map(|it| (it, SourceRule::Named)))
            .or_else(|| resumed().map(|it| (it, SourceRule::Interrupted)))
            .or_else(|| held().map(|it| (it, SourceRule::Named)))
            .or_else(|| anywhere().map(|it| (it, SourceRule::SameSentence)))
            .map(|((event, sources), rule)| (event, sources, rule))
    }

    /// A sentence of the speaker's own, not a part of the writer's clause.
    fn is_direct(&self, event: &Event) -> bool {
        let before = self.at.checked_sub(1);
        let in_clause = before.is_some_and(|it| {
            self.sentence
                .word(it)
                .is_some_and(|word| word.tag != Tag::Punct && !event.cue.contains(&it))
        });
        let words = self.marked.inner.of(self.resolver.text);
        let capital = words
            .chars()
            .find(|it| it.is_alphabetic())
            .is_some_and(char::is_uppercase);
        !in_clause && (capital || self.has_verb())
    }

    fn has_verb(&self) -> bool {
        let words = self.resolver.words;
        let from = words.partition_point(|it| it.span.start() < self.marked.inner.start());
        words[from..]
            .iter()
            .take_while(|it| it.span.end() <= self.marked.inner.end())
            .any(|it| matches!(it.tag, Tag::Verb | Tag::Aux))
    }

    /// A quotation without a cue that goes on with the one before.
    fn goes_on(&self, before: &Before) -> bool {
        let alone = self.stands_alone();
        let near = self.outer.block - before.block.min(self.outer.block) <= LONGEST_RUN;
        let at_once = self.idx - before.sentence.min(self.idx) <= LONGEST_RUN + 1;
        !before.sources.is_empty() && alone && near && at_once
    }
}

/// Where an unclosed quotation ends because the writer's own cue follows a comma.
pub fn end_before_cue(words: &[Word<'_>], lexicons: &Lexicons, rest: Span) -> Option<usize> {
    let from = words.partition_point(|it| it.span.start() < rest.start());
    let words: Vec<&Word<'_>> = words[from..]
        .iter()
        .take_while(|it| it.span.end() <= rest.end())
        .collect();
    words.iter().enumerate().find_map(|(at, word)| {
        if word.text != "," {
            return None;
        }
        let name_like = words[at + 1..].iter().take(12).take_while(|it| {
            matches!(
                it.tag,
                Tag::Propn | Tag::Noun | Tag::Det | Tag::Adj | Tag::Part
            ) || matches!(it.lower.as_str(), "he" | "she" | "they")
        });
        let n_name = name_like.count();
        let verb = words.get(at + 1 + n_name)?;
        let cue = lexicons
            .reporting_verb(&verb.lemma)
            .is_some_and(ReportingVerb::beside_quotation);
        (n_name > 0 && cue).then(|| word.span.end())
    })
}

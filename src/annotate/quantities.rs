//! Numbers of things: hedge, value, unit, and the verb that takes them.
//!
//! ```text
//! The port ordered about 1,000 steel piles.   -> about 1,000 steel piles  [900, 1100] pile, order, The port
//! “dozens” of which have been inspected       -> [24, open) pile, inspect
//! ```
//! Numbers that count nothing are none: years, dates, times, names of models, resolutions, scores.

use std::ops::Range;

use super::amounts::{Amount, Reader};
use super::names;
use super::words::{Tag, Word};
use crate::lexicon::{Bound, Lexicons, ReportingVerb};
use crate::model::{Quantity, Span, Voice};

/// Quantities of the prose, in reading order. `quoted` are the marked quotations.
pub fn quantities(
    text: &str,
    words: &[Word<'_>],
    quoted: &[Span],
    lexicons: &Lexicons,
) -> Vec<Quantity> {
    let reader = Reader {
        text,
        words,
        lexicons,
    };
    let mut res: Vec<Quantity> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let Some(amount) = reader.amount(at) else {
            at += 1;
            continue;
        };
        let end = amount.number.end;
        if let Some(mut quantity) = reader.quantity(&amount, res.last()) {
            if quoted.iter().any(|it| it.covers(quantity.span)) {
                quantity.voice = Voice::Quoted;
            }
            res.push(quantity);
        }
        at = end.max(at + 1);
    }
    res
}

/// Most words between a toll and its number.
const FAR_FROM_TOLL: usize = 24;

impl Reader<'_> {
    fn quantity(&self, amount: &Amount, before: Option<&Quantity>) -> Option<Quantity> {
        let hedge = self.hedge(amount.number.start);
        let start = hedge.as_ref().map_or(amount.number.start, |it| it.0.start);
        // `40 Ada Ruiz`: a number before a name counts nobody.
        let is_person =
            |it: &Range<usize>| it.len() > 1 && self.words[it.clone()].iter().all(|it| it.named);
        let counted = self
            .counted(amount.number.end)
            .filter(|it| amount.unit.is_some() || !is_person(it));
        let end = counted.as_ref().map_or(amount.number.end, |it| it.end);
        let which = counted.is_none() && self.of_which(amount.number.end);
        let unit = match (&amount.unit, &counted) {
            (Some(unit), _) => Some((*unit).to_owned()),
            (None, Some(range)) => self.named_unit(range).or_else(|| {
                // `UAVs` is a name to the tagger, and has no lemma.
                let noun = self.lexicons.lemma(self.lower(range.end - 1), Tag::Noun);
                Some(self.lexicons.unit(&noun).to_owned())
            }),
            (None, None) if which => before.and_then(|it| it.unit.clone()),
            (None, None) => None,
        };
        let bare = || counted.is_none() && !which && !amount.vague;
        let of_people = (unit.is_none() && bare())
            .then(|| self.act_on_people(start, amount.number.end))
            .flatten();
        let unit = unit.or_else(|| of_people.is_some().then(|| "person".to_owned()));
        let declined = amount.vague && matches!(self.lower(amount.number.start), "n't" | "not");
        if unit.is_none() && !amount.vague {
            return None;
        }
        let (predicate, subject) = match of_people {
            Some(act) => (Some(act), None),
            None => {
                let past = self.past_mark(amount.number.end) + 2;
                self.predicate(start, if which { past } else { end })
            }
        };
        let (low, high) = match (hedge.as_ref().map(|it| it.1), amount.low, amount.high) {
            (Some(Bound::About), Some(low), Some(high)) => (Some(low * 0.9), Some(high * 1.1)),
            (Some(Bound::Low), Some(low), _) => {
                let more = self.lower(amount.number.start - 1) == "than"
                    || self.lower(amount.number.start - 1) == "over";
                (Some(if more { low + 1.0 } else { low }), None)
            }
            (Some(Bound::High), _, high) => (None, high),
            (_, low, high) => (low, high),
        };
        Some(Quantity {
            span: names::span(self.text, self.words, &(start..end)),
            low,
            high,
            hedge: hedge.map(|it| names::span(self.text, self.words, &it.0)),
            unit,
            subject: subject.map(|it| names::span(self.text, self.words, &it)),
            predicate,
            voice: Voice::Writer,
            declined,
        })
    }

    /// The unit of a name of several words: `unmanned aerial vehicles`.
    fn named_unit(&self, range: &Range<usize>) -> Option<String> {
        range.clone().find_map(|at| {
            let mut names = self.lexicons.namings(self.lower(at)).iter();
            let found = names.find(|it| {
                let words = at..at + it.words.len();
                it.words.len() > 1
                    && words.end == range.end
                    && words.zip(&it.words).all(|(at, word)| {
                        self.word(at)
                            .is_some_and(|it| it.lower == *word || it.lemma == *word)
                    })
            })?;
            let class = self.lexicons.lemma(found.class, Tag::Noun);
            Some(self.lexicons.unit(&class).to_owned())
        })
    }

    /// Up to three words before the number that hedge it.
    fn hedge(&self, number: usize) -> Option<(Range<usize>, Bound)> {
        (1..=3).rev().find_map(|len| {
            let start = number
                .checked_sub(len)
                .filter(|it| self.in_block(*it, number))?;
            let words = (start..number)
                .map(|it| self.lower(it))
                .collect::<Vec<_>>()
                .join(" ");
            // `handed over 21 girls`
            let is_particle = words == "over"
                && start.checked_sub(1).is_some_and(|it| {
                    let lemma = self.words[it].lemma.as_str();
                    matches!(
                        lemma,
                        "hand" | "turn" | "take" | "give" | "pass" | "sign" | "send"
                    )
                });
            if is_particle {
                return None;
            }
            Some((start..number, self.lexicons.bound(&words)?))
        })
    }

    /// `of which have …`
    fn of_which(&self, after: usize) -> bool {
        let from = self.past_mark(after);
        self.lower(from) == "of" && self.lower(from + 1) == "which"
    }

    fn past_mark(&self, at: usize) -> usize {
        if matches!(self.lower(at), "”" | "\"" | "’") {
            at + 1
        } else {
            at
        }
    }

    /// The noun phrase of what is counted, with what stands between: `” of these wide `.
    fn counted(&self, after: usize) -> Option<Range<usize>> {
        let from = self.past_mark(after);
        let mut at = from;
        if self.lower(at) == "of" {
            at += 1;
        }
        let first = at;
        let mut last_noun = None;
        while at < first + 9 && self.in_block(at, after.checked_sub(1)?) {
            let word = self.word(at)?;
            match word.tag {
                Tag::Noun | Tag::Propn => {
                    // Times are no units: `two Tuesday`.
                    if self.lexicons.is_calendar(&word.lower) {
                        break;
                    }
                    last_noun = Some(at);
                }
                Tag::Det | Tag::Pron if at == first && self.lower(from) == "of" => {
                    if word.lower == "which" {
                        return None;
                    }
                }
                Tag::Adj | Tag::Num if last_noun.is_none() => {}
                // `Halvanian unmanned boats`: where a name of a people stands first.
                Tag::Verb | Tag::Adj
                    if last_noun.is_some_and(|it: usize| {
                        self.lexicons.state(self.lower(it)).is_some() && it + 1 == at
                    }) && self
                        .word(at + 1)
                        .is_some_and(|it| matches!(it.tag, Tag::Noun | Tag::Adj)) => {}
                Tag::Adj
                    if last_noun.is_some_and(|it: usize| it + 2 == at)
                        && self.word(at + 1).is_some_and(|it| it.tag == Tag::Noun) => {}
                Tag::Verb
                    if last_noun.is_none()
                        && (word.lower.ends_with("ed") || word.lower.ends_with("ing")) => {}
                Tag::Adv if last_noun.is_none() && word.lower == "more" => {}
                _ => break,
            }
            at += 1;
        }
        last_noun.map(|it| from..it + 1)
    }

    /// `seven dead`, `killing at least 7`, `the toll rose to 7`: the act, where no noun is counted.
    fn act_on_people(&self, start: usize, end: usize) -> Option<String> {
        let act = |at: usize| {
            let word = self.word(at).filter(|_| self.in_block(at, start))?;
            let of_people = self.lexicons.counts_people(&word.lemma);
            of_people.then(|| self.lexicons.predicate(&word.lemma).to_owned())
        };
        let mut next = end;
        while self
            .word(next)
            .is_some_and(|it| it.tag == Tag::Aux || it.tag == Tag::Adv || it.lower == "more")
        {
            next += 1;
        }
        // `killed four, wounded five`: the verb before takes the number.
        let before = start
            .checked_sub(1)
            .filter(|it| self.words[*it].lower != self.words[*it].lemma)
            .and_then(act)
            .filter(|_| self.ends_phrase(end, start));
        let after = act(next).filter(|_| {
            self.word(next)
                .is_some_and(|it| it.lower != it.lemma || it.tag == Tag::Adj)
        });
        // `more than 50 were taken to hospital`
        let place = || self.where_to(next).and_then(act);
        let toll = || {
            let to = start.checked_sub(1)?;
            let leads = matches!(
                self.lower(to),
                "to" | "at" | "of" | "is" | "was" | "reached"
            );
            let from = start.saturating_sub(FAR_FROM_TOLL);
            let toll = (from..to).rev().find(|it| self.lower(*it) == "toll");
            leads.then_some(toll?).and_then(act)
        };
        before.or(after).or_else(place).or_else(toll)
    }

    /// No noun or pronoun follows that the number could belong to.
    fn ends_phrase(&self, at: usize, block: usize) -> bool {
        let next = self.word(at).filter(|_| self.in_block(at, block));
        next.is_none_or(|it| !matches!(it.tag, Tag::Noun | Tag::Propn | Tag::Pron | Tag::Adj))
    }

    /// The verb class that takes the counted things, and who does it.
    fn predicate(&self, start: usize, end: usize) -> (Option<String>, Option<Range<usize>>) {
        // `25 years ago` is a time.
        if matches!(
            self.lower(end),
            "ago" | "later" | "earlier" | "before" | "old"
        ) {
            return (None, None);
        }
        // `left 32 villagers dead`, `100 others wounded`
        if let Some(act) = self.word(end).filter(|it| {
            self.in_block(end, start)
                && self.lexicons.counts_people(&it.lemma)
                && (it.tag == Tag::Adj || it.lower != it.lemma)
        }) {
            return (Some(self.lexicons.predicate(&act.lemma).to_owned()), None);
        }
        let mut left = start;
        while let Some(before) = left.checked_sub(1).filter(|it| self.in_block(*it, start)) {
            let skip = matches!(self.words[before].tag, Tag::Det | Tag::Adv)
                || matches!(self.lower(before), "“" | "\"" | "‘");
            if !skip {
                break;
            }
            left = before;
        }
        let before = left.checked_sub(1).filter(|it| self.in_block(*it, start));
        if let Some(verb) = before.filter(|it| self.words[*it].tag == Tag::Verb) {
            let reporting = self
                .lexicons
                .reporting_verb(&self.words[verb].lemma)
                .is_some_and(ReportingVerb::takes_clause);
            if !reporting {
                let class = self.lexicons.predicate(&self.words[verb].lemma).to_owned();
                return (Some(class), self.subject(verb));
            }
        }
        // `purchase of 1,000 piles`
        if let Some(of) = before.filter(|it| self.lower(*it) == "of")
            && let Some(noun) = of.checked_sub(1)
            && self.lexicons.is_listed_predicate(&self.words[noun].lemma)
        {
            let class = self.lexicons.predicate(&self.words[noun].lemma);
            return (Some(class.to_owned()), None);
        }
        if let Some(verb) = self.relative(end) {
            let class = self.lexicons.predicate(&self.words[verb].lemma);
            return (Some(class.to_owned()), None);
        }
        let end = self.past_members(end);
        // The counted things come first: `at least four workers were killed`.
        let starts_clause = before.is_none_or(|it| {
            !matches!(
                self.words[it].tag,
                Tag::Adp | Tag::Noun | Tag::Propn | Tag::Adj
            )
        });
        if !starts_clause {
            return (None, None);
        }
        let is_state = |it: &Word<'_>| it.tag == Tag::Adj && self.lexicons.counts_people(&it.lemma);
        let verb = (end..end + 6)
            .take_while(|it| self.in_block(*it, start))
            .take_while(|it| {
                let word = &self.words[*it];
                matches!(word.tag, Tag::Aux | Tag::Adv | Tag::Part | Tag::Verb) || is_state(word)
            })
            .filter(|it| self.words[*it].tag == Tag::Verb || is_state(&self.words[*it]))
            .last();
        // `taken to the hospital`
        let noun = verb.and_then(|it| self.where_to(it));
        let act = noun.or(verb);
        let class = act.map(|it| self.lexicons.predicate(&self.words[it].lemma).to_owned());
        (class, None)
    }

    /// The noun after `to` that tells the act.
    fn where_to(&self, verb: usize) -> Option<usize> {
        let to = verb + 1;
        let noun = to + 1 + usize::from(matches!(self.lower(to + 1), "the" | "a"));
        let word = self.word(noun).filter(|_| self.lower(to) == "to")?;
        (self.in_block(noun, verb) && self.lexicons.is_listed_predicate(&word.lemma))
            .then_some(noun)
    }

    fn subject(&self, verb: usize) -> Option<Range<usize>> {
        let mut end = verb;
        while let Some(before) = end.checked_sub(1).filter(|it| self.in_block(*it, verb)) {
            if !matches!(self.words[before].tag, Tag::Aux | Tag::Adv | Tag::Part) {
                break;
            }
            end = before;
        }
        let mut start = end;
        while let Some(before) = start.checked_sub(1).filter(|it| self.in_block(*it, verb)) {
            // `On Tuesday the water stood`: the article begins the phrase, a day is no part of it.
            let begins = start < end && matches!(self.words[start].tag, Tag::Det | Tag::Pron);
            let nominal = matches!(
                self.words[before].tag,
                Tag::Noun | Tag::Propn | Tag::Adj | Tag::Det | Tag::Pron
            );
            if begins || !nominal || self.lexicons.is_calendar(self.lower(before)) {
                break;
            }
            start = before;
        }
        (start < end).then_some(start..end)
    }
}

//! Numbers of things: hedge, value, unit, and the verb that takes them.
//!
//! ```text
//! The port ordered about 1,000 steel piles.   -> about 1,000 steel piles  [900, 1100] pile, order, The port
//! “dozens” of which have been inspected       -> [24, open) pile, inspect
//! ```
//! Numbers that count nothing are none: years, dates, times, names of models, resolutions, scores.

use std::ops::Range;

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

struct Reader<'a> {
    text: &'a str,
    words: &'a [Word<'a>],
    lexicons: &'a Lexicons,
}

/// A number, before what is counted is known.
struct Amount {
    number: Range<usize>,
    low: Option<f64>,
    high: Option<f64>,
    unit: Option<&'static str>,
    vague: bool,
}

impl Reader<'_> {
    fn word(&self, at: usize) -> Option<&Word<'_>> {
        self.words.get(at)
    }

    fn lower(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |it| it.lower.as_str())
    }

    fn in_block(&self, at: usize, of: usize) -> bool {
        self.words.get(at).map(|it| it.block) == self.words.get(of).map(|it| it.block)
    }

    fn amount(&self, at: usize) -> Option<Amount> {
        self.declined(at)
            .or_else(|| self.vague(at))
            .or_else(|| self.number(at))
    }

    /// `don't have a number`: somebody was asked, and gave none.
    fn declined(&self, at: usize) -> Option<Amount> {
        let negated = matches!(self.lower(at), "n't" | "not");
        let have = (at + 1..at + 8)
            .find(|it| self.lower(*it) == "number" || self.lower(*it) == "numbers")?;
        let verb = (at + 1..have).any(|it| {
            self.word(it)
                .is_some_and(|word| matches!(word.lemma.as_str(), "have" | "give" | "provide"))
        });
        (negated && verb && self.in_block(have, at)).then_some(Amount {
            number: at..have + 1,
            low: None,
            high: None,
            unit: None,
            vague: true,
        })
    }

    fn vague(&self, at: usize) -> Option<Amount> {
        let words = self.lexicons.vague_amounts().iter().find(|it| {
            it.iter()
                .enumerate()
                .all(|(idx, word)| self.in_block(at + idx, at) && self.lower(at + idx) == *word)
        })?;
        Some(Amount {
            number: at..at + words.len(),
            low: None,
            high: None,
            unit: None,
            vague: true,
        })
    }

    fn number(&self, at: usize) -> Option<Amount> {
        let word = self.word(at)?;
        let lower = word.lower.as_str();
        if let Some((years, _)) = lower.split_once("-year-old") {
            let age = years
                .parse()
                .ok()
                .or_else(|| self.lexicons.number(years).map(|it| it.0))?;
            return Some(self.amount_of(at..at + 1, age, Some(age), Some("year")));
        }
        if let Some((number, rest)) = lower.split_once('-')
            && rest.ends_with("-long")
        {
            let value = number
                .parse()
                .ok()
                .or_else(|| self.lexicons.number(number).map(|it| it.0))?;
            let unit = if rest.starts_with("month") {
                "month"
            } else {
                "duration"
            };
            return Some(self.amount_of(at..at + 1, value, Some(value), Some(unit)));
        }
        let digits = lower.starts_with(|it: char| it.is_ascii_digit() || "$£€¥".contains(it));
        if digits && self.counts_nothing(at) {
            return None;
        }
        let (mut low, mut high, unit) = if digits {
            let (value, unit) = digits_value(lower)?;
            (value, Some(value), unit)
        } else {
            let (low, high) = self.lexicons.number(lower)?;
            (low, high, None)
        };
        let mut end = at + 1;
        while self.in_block(end, at)
            && let Some((scale, open)) = self.lexicons.number(self.lower(end))
        {
            let multiplies = scale >= 12.0 && scale > low;
            low = if multiplies { low * scale } else { low + scale };
            high = match (high, open) {
                (Some(high), Some(scale)) if multiplies => Some(high * scale),
                (Some(high), Some(scale)) => Some(high + scale),
                _ => None,
            };
            end += 1;
        }
        // `one of them`, `no one`, `one day`: no count.
        if lower == "one" && end == at + 1 {
            return None;
        }
        // `hundreds of thousands`
        if high.is_none()
            && self.lower(end) == "of"
            && self.lexicons.number(self.lower(end + 1)).is_some()
            && self.in_block(end + 1, at)
        {
            end += 2;
        }
        if self.lower(end) == "to" && self.in_block(end + 1, at) {
            let upper = digits_value(self.lower(end + 1))
                .map(|it| it.0)
                .or_else(|| {
                    self.lexicons
                        .number(self.lower(end + 1))
                        .and_then(|it| it.1)
                });
            if let Some(upper) = upper.filter(|it| *it > low) {
                high = Some(upper);
                end += 2;
            }
        }
        Some(self.amount_of(at..end, low, high, unit))
    }

    fn amount_of(
        &self,
        number: Range<usize>,
        low: f64,
        high: Option<f64>,
        unit: Option<&'static str>,
    ) -> Amount {
        Amount {
            number,
            low: Some(low),
            high,
            unit,
            vague: false,
        }
    }

    /// A date, a time, a label, a score, a year.
    fn counts_nothing(&self, at: usize) -> bool {
        let lower = self.lower(at);
        let money = lower.starts_with(|it: char| "$£€¥".contains(it));
        if money {
            return false;
        }
        let odd = lower
            .chars()
            .any(|it| !(it.is_ascii_digit() || matches!(it, '.' | ',' | '%')))
            && !["k", "m", "bn", "km", "kg", "cm", "mm"]
                .iter()
                .any(|it| lower.trim_end_matches(it).parse::<f64>().is_ok());
        let year = lower.len() == 4
            && lower
                .parse::<u32>()
                .is_ok_and(|it| (1900..2100).contains(&it));
        let before = at.checked_sub(1).filter(|it| self.in_block(*it, at));
        let month = |it: usize| self.lexicons.is_calendar(self.lower(it));
        let dated = before.is_some_and(month) || self.in_block(at + 1, at) && month(at + 1);
        let time = matches!(
            self.lower(at + 1),
            "a.m." | "p.m." | "am" | "pm" | "a.m" | "p.m" | "o'clock" | "gmt" | "et"
        );
        // `resolution 2231`, `Falcon 9`, `Route 66`
        let label = before.is_some_and(|it| {
            matches!(self.words[it].tag, Tag::Propn | Tag::Noun)
                && !self.lexicons.is_calendar(self.lower(it))
        });
        let part = self.lower(at + 1) == "of"
            && self
                .lower(at + 2)
                .starts_with(|it: char| it.is_ascii_digit());
        let of_part = before.is_some_and(|it| {
            self.lower(it) == "of"
                && it
                    .checked_sub(1)
                    .is_some_and(|it| self.lower(it).starts_with(|c: char| c.is_ascii_digit()))
        });
        let slashed = self.lower(at + 1) == "/"
            || before.is_some_and(|it| matches!(self.lower(it), "/" | "#" | "@"));
        odd || year || dated || time || label || part || of_part || slashed
    }

    fn quantity(&self, amount: &Amount, before: Option<&Quantity>) -> Option<Quantity> {
        let hedge = self.hedge(amount.number.start);
        let start = hedge.as_ref().map_or(amount.number.start, |it| it.0.start);
        let counted = self.counted(amount.number.end);
        let end = counted.as_ref().map_or(amount.number.end, |it| it.end);
        let which = counted.is_none() && self.of_which(amount.number.end);
        let unit = match (&amount.unit, &counted) {
            (Some(unit), _) => Some((*unit).to_owned()),
            (None, Some(range)) => self
                .word(range.end - 1)
                .map(|it| self.lexicons.unit(&it.lemma).to_owned()),
            (None, None) if which => before.and_then(|it| it.unit.clone()),
            (None, None) => None,
        };
        let declined = amount.vague && matches!(self.lower(amount.number.start), "n't" | "not");
        if unit.is_none() && !amount.vague {
            return None;
        }
        let (predicate, subject) =
            self.predicate(start, if which { amount.number.end + 2 } else { end });
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

    /// The verb class that takes the counted things, and who does it.
    fn predicate(&self, start: usize, end: usize) -> (Option<String>, Option<Range<usize>>) {
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
        let verb = (end..end + 6)
            .take_while(|it| self.in_block(*it, start))
            .take_while(|it| {
                matches!(
                    self.words[*it].tag,
                    Tag::Aux | Tag::Adv | Tag::Part | Tag::Verb
                )
            })
            .filter(|it| self.words[*it].tag == Tag::Verb)
            .last();
        let class = verb.map(|it| self.lexicons.predicate(&self.words[it].lemma).to_owned());
        (class, None)
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
            if !matches!(
                self.words[before].tag,
                Tag::Noun | Tag::Propn | Tag::Adj | Tag::Det | Tag::Pron
            ) {
                break;
            }
            start = before;
        }
        (start < end).then_some(start..end)
    }
}

/// `1,000`, `$3.5m`, `45%`: value and unit.
fn digits_value(lower: &str) -> Option<(f64, Option<&'static str>)> {
    let currency = match lower.chars().next()? {
        '$' => Some("dollar"),
        '£' => Some("pound"),
        '€' => Some("euro"),
        '¥' => Some("yen"),
        _ => None,
    };
    let rest: String = lower
        .trim_start_matches(['$', '£', '€', '¥'])
        .replace(',', "");
    let digits = rest.trim_end_matches(|it: char| !it.is_ascii_digit());
    let value: f64 = digits.parse().ok()?;
    let (scale, unit) = match &rest[digits.len()..] {
        "" => (1.0, None),
        "%" => (1.0, Some("percent")),
        "k" => (1e3, None),
        "m" => (1e6, None),
        "bn" | "b" => (1e9, None),
        "km" => (1.0, Some("kilometer")),
        "kg" => (1.0, Some("kilogram")),
        _ => return None,
    };
    Some((value * scale, currency.or(unit)))
}

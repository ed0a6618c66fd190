//! Numbers as they are written: figures, number words, vague amounts; what they count comes later.
//!
//! ```text
//! 1,000    $3.5m    45%    90 million    hundreds of thousands    three to five    dozens
//! ```
//! Dates, times, labels (`resolution 2231`, `Route 66`) and scores are no amounts.

use std::ops::Range;

use super::words::{Tag, Word};
use crate::lexicon::Lexicons;

/// The words of an article, read for numbers.
pub struct Reader<'a> {
    pub text: &'a str,
    pub words: &'a [Word<'a>],
    pub lexicons: &'a Lexicons,
}

/// A number, before what is counted is known.
pub struct Amount {
    pub number: Range<usize>,
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub unit: Option<&'static str>,
    pub vague: bool,
}

impl Reader<'_> {
    pub fn word(&self, at: usize) -> Option<&Word<'_>> {
        self.words.get(at)
    }

    pub fn lower(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |it| it.lower.as_str())
    }

    pub fn in_block(&self, at: usize, of: usize) -> bool {
        self.words.get(at).map(|it| it.block) == self.words.get(of).map(|it| it.block)
    }

    pub fn amount(&self, at: usize) -> Option<Amount> {
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

    /// A capital inside a sentence.
    fn is_name_inside(&self, at: usize) -> bool {
        let is_capital = |it: usize| self.words[it].text.starts_with(char::is_uppercase);
        let inside = at.checked_sub(1).is_some_and(|it| {
            self.in_block(it, at) && self.words[it].tag != Tag::Punct && !is_capital(it)
        });
        inside && is_capital(at)
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
        let scaled =
            self.in_block(at + 1, at) && self.lexicons.number(self.lower(at + 1)).is_some();
        let counts =
            self.in_block(at + 1, at) && self.word(at + 1).is_some_and(|it| it.tag == Tag::Noun);
        let label = before.is_some_and(|it| match self.words[it].tag {
            Tag::Propn => !scaled && !self.lexicons.is_calendar(self.lower(it)),
            // `Skarne 4 ferries`
            Tag::Noun => !scaled && (!counts || self.is_name_inside(it)),
            _ => false,
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
        // `a 4K screen`
        let picture = matches!(self.word(at).map(|it| it.text), Some("2K" | "4K" | "8K"));
        odd || picture || year || dated || time || label || part || of_part || slashed
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

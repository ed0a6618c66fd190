//! Times as they are written, resolved as far as the text and the article's date allow.
//!
//! ```text
//! on Thursday      the last Thursday on or before publication; without a date: a Thursday
//! at the end of August 2031      since July      last month      two days ago      at 7 p.m.
//! in recent weeks  a time without a value
//! ```
//! A time that is still to come is not resolved: `on Thursday` is then the next one, or another.

use crate::annotate::sentence::Sentence;
use crate::annotate::words::Tag;
use crate::model::day::{date, days};
use crate::model::{Date, Time, TimeBound};

const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];
const PARTS: [&str; 5] = ["morning", "afternoon", "evening", "night", "noon"];
const UNITS: [&str; 9] = [
    "hour", "day", "week", "month", "year", "decade", "night", "weekend", "summer",
];

/// What the words of a time are read by.
pub struct Reader<'s, 'a> {
    pub sentence: &'s Sentence<'a>,
    pub published: Option<Date>,
    /// What is told is still to come.
    pub is_future: bool,
}

/// A time in a sentence: its end, where it begins past its preposition, and its value.
pub struct Found {
    pub end: usize,
    pub inner: usize,
    pub time: Time,
}

impl Reader<'_, '_> {
    /// The time that begins at item `at`, with its preposition.
    pub fn time(&self, at: usize) -> Option<Found> {
        let (inner, bound) = self.opening(at);
        let (end, time) = self
            .part_of(inner)
            .or_else(|| self.day(inner))
            .or_else(|| self.year(inner))
            .or_else(|| self.relative(inner))
            .or_else(|| self.clock(inner))
            .or_else(|| self.vague(inner))?;
        let (end, time) = self.with_more(end, time);
        Some(Found {
            end,
            inner,
            time: Time { bound, ..time },
        })
    }

    fn opening(&self, at: usize) -> (usize, TimeBound) {
        let bound = match self.lower(at) {
            "since" => TimeBound::Since,
            "until" | "till" | "by" => TimeBound::Until,
            "before" => TimeBound::Before,
            "after" => TimeBound::After,
            "on" | "in" | "at" | "during" | "late" | "early" | "earlier" | "from" | "for"
            | "over" => TimeBound::At,
            _ => return (at, TimeBound::At),
        };
        let mut inner = at + 1;
        while matches!(self.lower(inner), "late" | "early" | "just" | "the") {
            inner += 1;
        }
        (inner, bound)
    }

    /// `the end of August`: the whole month holds it.
    fn part_of(&self, at: usize) -> Option<(usize, Time)> {
        let start = if self.lower(at) == "the" { at + 1 } else { at };
        let part = matches!(
            self.lower(start),
            "end" | "start" | "beginning" | "middle" | "night" | "morning" | "evening"
        );
        let inner = start + 2;
        (part && self.lower(start + 1) == "of")
            .then(|| self.day(inner).or_else(|| self.year(inner)))?
    }

    /// A weekday, a date, a month.
    fn day(&self, at: usize) -> Option<(usize, Time)> {
        if let Some(weekday) = self.named(at, &WEEKDAYS) {
            let mut end = at + 1;
            let comma = usize::from(self.lower(end) == ",");
            if let Some((date_end, date)) = self.date(end + comma) {
                return Some((
                    date_end,
                    Time {
                        weekday: Some(weekday),
                        ..date
                    },
                ));
            }
            if PARTS.contains(&self.lower(end)) {
                end += 1;
            }
            return Some((end, self.resolved(weekday)));
        }
        self.date(at)
    }

    /// `9 April 2031`, `April 9`, `April`.
    fn date(&self, at: usize) -> Option<(usize, Time)> {
        let mut time = Time::default();
        let mut end = at;
        if let Some(day) = self.day_number(at)
            && self.named(at + 1, &MONTHS).is_some()
        {
            time.day = Some(day);
            end += 1;
        }
        time.month = Some(self.named(end, &MONTHS)? + 1);
        end += 1;
        if time.day.is_none()
            && let Some(day) = self.day_number(end)
        {
            time.day = Some(day);
            end += 1;
        }
        let comma = usize::from(self.lower(end) == ",");
        if let Some(year) = self.year_number(end + comma) {
            time.year = Some(year);
            end += comma + 1;
        } else if let Some(published) = self.published.filter(|_| !self.is_future) {
            // The last one on or before publication.
            let month = time.month?;
            let later = month > published.month
                || month == published.month && time.day.is_some_and(|it| it > published.day);
            time.year = Some(published.year - i32::from(later));
        }
        Some((end, time))
    }

    fn year(&self, at: usize) -> Option<(usize, Time)> {
        let prepositions = [
            "in", "since", "by", "until", "of", "from", "during", "before",
        ];
        let before = at.checked_sub(1)?;
        let year = self.year_number(at)?;
        prepositions.contains(&self.lower(before)).then_some((
            at + 1,
            Time {
                year: Some(year),
                ..Time::default()
            },
        ))
    }

    /// `yesterday`, `last month`, `two days ago`.
    fn relative(&self, at: usize) -> Option<(usize, Time)> {
        let back = match self.lower(at) {
            "today" | "tonight" => Some(0),
            "yesterday" => Some(1),
            "tomorrow" => Some(-1),
            _ => None,
        };
        if let Some(back) = back {
            let end = at + 1 + usize::from(PARTS.contains(&self.lower(at + 1)));
            return Some((end, self.days_before(back)));
        }
        if let Some(n) = self.count(at)
            && let Some(unit) = self.unit(at + 1)
            && self.lower(at + 2) == "ago"
        {
            return Some((at + 3, self.before(n, unit)));
        }
        let steps = match self.lower(at) {
            "last" => 1,
            "this" => 0,
            _ => return None,
        };
        let at = at + 1;
        if let Some(weekday) = self.named(at, &WEEKDAYS) {
            return Some((at + 1, self.resolved(weekday)));
        }
        if let Some(month) = self.named(at, &MONTHS) {
            let time = Time {
                month: Some(month + 1),
                ..Time::default()
            };
            return Some((at + 1, time));
        }
        let unit = self.unit(at)?;
        Some((at + 1, self.before(steps, unit)))
    }

    /// `7 p.m.`, `7:45am`
    fn clock(&self, at: usize) -> Option<(usize, Time)> {
        let word = self.lower(at);
        let digits = word.trim_end_matches(|it: char| it.is_alphabetic() || it == '.');
        let joined = &word[digits.len()..];
        let half = if joined.is_empty() {
            self.lower(at + 1)
        } else {
            joined
        };
        let afternoon = match half.replace('.', "").as_str() {
            "am" => 0,
            "pm" => 12,
            _ => return None,
        };
        let (hour, minute) = digits.split_once([':', '.']).unwrap_or((digits, "0"));
        let hour: u16 = hour.parse().ok().filter(|it| (1..=12).contains(it))?;
        let minute: u16 = minute.parse().ok().filter(|it| *it < 60)?;
        let time = Time {
            minute: Some((hour % 12 + afternoon) * 60 + minute),
            ..Time::default()
        };
        Some((at + 1 + usize::from(joined.is_empty()), time))
    }

    /// `recent weeks`, `weeks`, `earlier this year`.
    fn vague(&self, at: usize) -> Option<(usize, Time)> {
        let modified = matches!(
            self.lower(at),
            "recent" | "several" | "past" | "coming" | "many" | "few"
        );
        let start = at + usize::from(modified);
        let after_preposition = at
            .checked_sub(1)
            .is_some_and(|it| matches!(self.lower(it), "for" | "in" | "over" | "since" | "the"));
        let plural = self.lower(start).ends_with('s');
        (self.unit(start).is_some() && plural && (modified || after_preposition))
            .then(|| (start + 1, Time::default()))
    }

    /// A day after a clock, a clock after a day: `at 7 p.m. on Tuesday`.
    fn with_more(&self, end: usize, time: Time) -> (usize, Time) {
        let next = match self.lower(end) {
            "on" | "at" => end + 1,
            _ => end,
        };
        let more = if time.minute.is_some() {
            self.day(next).or_else(|| self.relative(next))
        } else {
            self.clock(next)
        };
        match more {
            Some((end, more)) => (
                end,
                Time {
                    year: time.year.or(more.year),
                    month: time.month.or(more.month),
                    day: time.day.or(more.day),
                    weekday: time.weekday.or(more.weekday),
                    minute: time.minute.or(more.minute),
                    bound: time.bound,
                },
            ),
            None => (end, time),
        }
    }

    fn lower(&self, at: usize) -> &str {
        self.sentence.word(at).map_or("", |it| it.lower.as_str())
    }

    /// Place in a list of names by their first three letters, with a capital in the text.
    fn named(&self, at: usize, list: &[&str]) -> Option<u8> {
        let word = self.sentence.word(at)?;
        // `Ada May`: a surname.
        let follows_name = at.checked_sub(1).is_some_and(|it| {
            self.sentence.tag(it) == Some(Tag::Propn) && !self.sentence.is_calendar(it)
        });
        if !word.text.starts_with(char::is_uppercase)
            || !self.sentence.is_calendar(at)
            || follows_name
        {
            return None;
        }
        let found = list.iter().position(|it| word.lower.starts_with(it))?;
        u8::try_from(found).ok()
    }

    fn day_number(&self, at: usize) -> Option<u8> {
        let digits = self
            .lower(at)
            .trim_end_matches("st")
            .trim_end_matches("nd")
            .trim_end_matches("rd")
            .trim_end_matches("th");
        digits.parse().ok().filter(|it| (1..=31).contains(it))
    }

    fn year_number(&self, at: usize) -> Option<i32> {
        let word = self.lower(at);
        let year = word.parse().ok().filter(|it| (1900..2100).contains(it))?;
        (word.len() == 4).then_some(year)
    }

    fn count(&self, at: usize) -> Option<i32> {
        match self.lower(at) {
            "a" | "an" => Some(1),
            word => word.parse().ok().or_else(|| {
                let (low, high) = self.sentence.lexicons.number(word)?;
                (Some(low) == high && low < 1000.0).then_some(low as i32)
            }),
        }
    }

    fn unit(&self, at: usize) -> Option<&'static str> {
        let word = self.lower(at).trim_end_matches('s');
        UNITS.iter().find(|it| **it == word).copied()
    }

    /// The last such weekday on or before publication.
    fn resolved(&self, weekday: u8) -> Time {
        let open = Time {
            weekday: Some(weekday),
            ..Time::default()
        };
        match self.published.filter(|_| !self.is_future) {
            Some(published) => {
                let today = days(published).rem_euclid(7) + 3;
                let back = (today - i64::from(weekday)).rem_euclid(7);
                self.days_before(back)
            }
            None => open,
        }
    }

    fn days_before(&self, back: i64) -> Time {
        match self.published {
            Some(published) => {
                let day = days(published) - back;
                let date = date(day);
                Time {
                    year: Some(date.year),
                    month: Some(date.month),
                    day: Some(date.day),
                    weekday: u8::try_from((day + 3).rem_euclid(7)).ok(),
                    ..Time::default()
                }
            }
            None => Time::default(),
        }
    }

    /// `n` units before publication, as exact as the unit is.
    fn before(&self, n: i32, unit: &str) -> Time {
        let Some(published) = self.published else {
            return Time::default();
        };
        match unit {
            "day" | "night" => self.days_before(i64::from(n)),
            "month" => {
                let months = published.year * 12 + i32::from(published.month) - 1 - n;
                Time {
                    year: Some(months.div_euclid(12)),
                    month: u8::try_from(months.rem_euclid(12) + 1).ok(),
                    ..Time::default()
                }
            }
            "year" => Time {
                year: Some(published.year - n),
                ..Time::default()
            },
            _ => Time::default(),
        }
    }
}

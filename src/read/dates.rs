//! Dates as bylines print them: `October 21, 2031`, `21 Oct. 2031`, `2031-10-21`.

use std::ops::Range;
use std::sync::LazyLock;

use regex::{Captures, Regex};

use crate::model::{Date, Published, Span};

/// What a date is of, by the word before it. In the order of trust in it as the day of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Of {
    Publication,
    Unsaid,
    Change,
}

/// A date in a line.
pub struct Shown {
    pub date: Date,
    pub of: Of,
    /// Its bytes in the line.
    pub at: Range<usize>,
}

/// Names of months with their numbers, the longest first.
static MONTHS: LazyLock<Vec<(&str, u16)>> = LazyLock::new(|| {
    let list = include_str!("../../assets/lexicons/months.tsv");
    let rows = list.lines().filter(|it| !it.starts_with('#'));
    let mut res: Vec<(&str, u16)> = rows
        .filter_map(|it| {
            let mut fields = it.split('\t');
            Some((fields.next()?, fields.next()?.parse().ok()?))
        })
        .collect();
    res.sort_by_key(|it| std::cmp::Reverse(it.0.len()));
    res
});

static DATE: LazyLock<Regex> = LazyLock::new(|| {
    let names: Vec<&str> = MONTHS.iter().map(|it| it.0).collect();
    let month = names.join("|");
    let day = r"\d{1,2})(?:st|nd|rd|th|er|º|\.)?";
    // Some pages set the time before the year.
    let time = r"(?:,?\s+(?:at\s+)?\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?)?";
    let forms = [
        format!(r"\b(?P<M>{month})\b\.?\s+(?P<d>{day}{time},?\s+(?P<y>\d{{4}})\b"),
        format!(
            r"\b(?P<d2>{day}\s+(?:de\s+|d['’])?(?P<M2>{month})\b\.?(?:\s+del?)?{time},?\s+(?P<y2>\d{{4}})\b"
        ),
        format!(r"\b(?P<y5>\d{{4}})\.?\s+(?P<M5>{month})\b\.?\s+(?P<d5>\d{{1,2}})\b"),
        r"\b(?P<y3>\d{4})-(?P<m3>\d{2})-(?P<d3>\d{2})(?:T|\b)".to_owned(),
        // With points the day comes first everywhere; with strokes it depends on the country.
        r"\b(?P<d4>\d{1,2})\.(?P<m4>\d{1,2})\.(?P<y4>\d{4})\b".to_owned(),
        r"\b(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y7>\d{4})\b".to_owned(),
        r"\b(?P<y6>\d{4})\s*[年년]\s*(?P<m6>\d{1,2})\s*[月월]\s*(?P<d6>\d{1,2})\s*[日일]"
            .to_owned(),
    ];
    Regex::new(&format!("(?i){}", forms.join("|"))).expect("a valid pattern")
});

/// A day without a year, in English: in all languages too many words are taken for one.
static DAY: LazyLock<Regex> = LazyLock::new(|| {
    const MONTH: &str = "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
    Regex::new(&format!(
        r"(?i)\b(?P<M>{MONTH})\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b|(?:^|[\s,;|])(?P<d2>\d{{1,2}})(?:st|nd|rd|th|\.)?\s+(?P<M2>{MONTH})\b"
    ))
    .expect("a valid pattern")
});

/// All dates in `line`. A day without a year is the one nearest to the day `by`.
pub fn shown(line: &str, by: Option<Date>) -> Vec<Shown> {
    let mut res = Vec::new();
    let mut before = 0;
    for found in DATE.captures_iter(line) {
        push(line, &found, None, before, &mut res);
        before = found.get(0).map_or(before, |it| it.end());
    }
    if let Some(by) = by.filter(|_| res.is_empty()) {
        for found in DAY.captures_iter(line) {
            push(line, &found, Some(by), before, &mut res);
            before = found.get(0).map_or(before, |it| it.end());
        }
    }
    res
}

fn push(line: &str, found: &Captures<'_>, by: Option<Date>, before: usize, res: &mut Vec<Shown>) {
    let date = date_of(found).or_else(|| {
        let years = by.map(|it| [it.year, it.year - 1, it.year + 1]);
        let dates = years.into_iter().flatten();
        let dates = dates.filter_map(|it| day_of(found, it));
        dates.min_by_key(|it| by.map(|by| n_days(*it).abs_diff(n_days(by))))
    });
    if let (Some(date), Some(whole)) = (date, found.get(0)) {
        res.push(Shown {
            date,
            of: of(&line[before..whole.start()]),
            at: whole.range(),
        });
    }
}

/// What a date is of that stands after `words`, or in an element with this name.
pub fn of(words: &str) -> Of {
    static WORDS: LazyLock<Vec<(Of, Regex)>> = LazyLock::new(|| {
        let list = include_str!("../../assets/lexicons/date_words.tsv");
        let rows = list.lines().filter_map(|it| it.split_once('\t'));
        rows.filter_map(|(name, pattern)| {
            let of = match name {
                "published" => Of::Publication,
                "changed" => Of::Change,
                _ => return None,
            };
            Some((of, Regex::new(&format!("(?i){pattern}")).ok()?))
        })
        .collect()
    });
    let last = |pattern: &Regex| pattern.find_iter(words).last().map(|it| it.end());
    let said = WORDS.iter().filter_map(|(of, it)| Some((last(it)?, *of)));
    said.max_by_key(|it| it.0).map_or(Of::Unsaid, |it| it.1)
}

/// The name of a day or of a month, or its first letters.
pub fn is_calendar(word: &str) -> bool {
    let list = include_str!("../../assets/lexicons/en/calendar.tsv");
    let word = word.trim_end_matches('.').to_lowercase();
    let day = |it: &str| word.len() >= 3 && it.ends_with("day") && it.starts_with(&word);
    list.lines().any(|it| it == word || day(it))
}

/// The date in `span` that is shown as the day of the article; `day` if it is known.
pub fn date_in(text: &str, span: Span, day: Option<Date>) -> Option<(Of, Published)> {
    let shown = shown(span.of(text), day).into_iter();
    let shown = shown.filter(|it| day.is_none_or(|day| day == it.date));
    let shown = shown.min_by_key(|it| it.of)?;
    let at = span.start() + shown.at.start..span.start() + shown.at.end;
    let published = Published {
        date: shown.date,
        span: Some(Span::new(text, at)?),
    };
    Some((shown.of, published))
}

/// Words that may stand before and after the date of a time stamp: `Veröffentlicht am`, `10:00 Uhr`.
const MOST_BESIDE: usize = 4;

/// No time stamp is longer, in bytes.
const LONGEST_STAMP: usize = 160;

/// The line tells a day of the article, and nothing else.
pub fn is_stamp(line: &str) -> bool {
    if line.len() > LONGEST_STAMP {
        return false;
    }
    let dates = shown(line, None);
    let (Some(first), Some(last)) = (dates.first(), dates.last()) else {
        return false;
    };
    let (before, after) = (&line[..first.at.start], &line[last.at.end..]);
    let is_told = !before.contains(char::is_alphabetic) || of(before) != Of::Unsaid;
    let are_few = |it: &str| it.split_whitespace().count() <= MOST_BESIDE;
    // `9 April 2031: The wall falls` is a headline.
    let title = after.trim_start().strip_prefix([':', '–', '—', '-']);
    let is_title = title.is_some_and(|it| it.trim_start().starts_with(char::is_uppercase));
    let ends = after.trim_end().ends_with('.') || is_title;
    is_told && are_few(before) && are_few(after) && !ends
}

/// The date that a file states: `2031-04-09T10:00:00Z`, `20310409`, or as in a byline.
pub fn stated(words: &str) -> Option<Date> {
    static BARE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^\s*(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?:\D|$|\d{6})").expect("a valid pattern")
    });
    if let Some(found) = BARE.captures(words) {
        let number = |at| found.get(at).and_then(|it| it.as_str().parse::<u16>().ok());
        return date(i32::from(number(1)?), number(2)?, number(3)?);
    }
    DATE.captures_iter(words).find_map(|it| date_of(&it))
}

/// The day in an address, `/2031/04/09/`.
pub fn in_address(address: &str) -> Option<Date> {
    static DAY: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"/(20\d\d|19\d\d)[/-](\d{1,2}|[a-z]{3})[/-](\d{1,2})(?:/|-|$)")
            .expect("a valid pattern")
    });
    let found = DAY.captures(address)?;
    let part = |at| found.get(at).map(|it| it.as_str());
    let named = part(2)?;
    let month_number = named.parse().ok().or_else(|| month(named))?;
    date(part(1)?.parse().ok()?, month_number, part(3)?.parse().ok()?)
}

/// Days since the first of March of the year 0, to compare days by.
pub fn n_days(date: Date) -> i64 {
    // A year that begins in March has its leap day at the end.
    let month = (i64::from(date.month) + 9) % 12;
    let year = i64::from(date.year) - i64::from(date.month <= 2);
    year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + i64::from(date.day)
        - 1
}

fn date(year: i32, month: u16, day: u16) -> Option<Date> {
    let date = Date::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)?;
    (1600..2200).contains(&year).then_some(date)
}

fn date_of(found: &Captures<'_>) -> Option<Date> {
    day_of(
        found,
        number(found, &["y", "y2", "y3", "y4", "y5", "y6", "y7"])?,
    )
}

fn day_of(found: &Captures<'_>, year: i32) -> Option<Date> {
    if let (Some(one), Some(other)) = (number(found, &["a"]), number(found, &["b"])) {
        // No month has such a number; if both could be one, nobody knows.
        let (day, month) = match (one > 12, other > 12) {
            (false, true) => (other, one),
            (true, false) => (one, other),
            _ if one == other => (one, other),
            _ => return None,
        };
        return date(year, u16::try_from(month).ok()?, u16::try_from(day).ok()?);
    }
    let name = ["M", "M2", "M5"].iter().find_map(|it| found.name(it));
    let month = match name {
        Some(name) => month(name.as_str())?,
        None => u16::try_from(number(found, &["m3", "m4", "m6"])?).ok()?,
    };
    let day = number(found, &["d", "d2", "d3", "d4", "d5", "d6"])?;
    date(year, month, u16::try_from(day).ok()?)
}

fn number(found: &Captures<'_>, names: &[&str]) -> Option<i32> {
    let found = names.iter().find_map(|it| found.name(it))?;
    found.as_str().parse().ok()
}

fn month(name: &str) -> Option<u16> {
    let name = name.to_lowercase();
    let found = MONTHS.iter().find(|it| it.0 == name)?;
    Some(found.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let span = Span::new(text, 0..text.len()).expect("whole");
        let found = date_in(text, span, None).map(|it| it.1.date.to_string());
        assert_eq!(found.as_deref(), expected);
    }

    #[test]
    fn dates_with_a_year_are_read() {
        check("Updated: October 21, 2031, 9:49 AM", Some("2031-10-21"));
        check("21 Oct. 2031", Some("2031-10-21"));
        check("Published 2031-04-09T10:00", Some("2031-04-09"));
        check("Sept. 3, 2031", Some("2031-09-03"));
        check("9. April 2031", Some("2031-04-09"));
        check("Stand: 9.4.2031, 10 Uhr", Some("2031-04-09"));
        check("27/04/2031", Some("2031-04-27"));
        check("04/27/2031", Some("2031-04-27"));
        check("04/09/2031", None);
        check("31/31/2031", None);
        check("April 9 15:23 2031", Some("2031-04-09"));
        check("9 April, 3:23 pm, 2031", Some("2031-04-09"));
        check("Case 4711-99-99 of 9 April 2031", Some("2031-04-09"));
    }

    #[test]
    fn months_are_known_in_other_languages() {
        for line in [
            "Veröffentlicht am 9. April 2031, 10:00 Uhr",
            "Publié le 9 avril 2031 à 10h00",
            "9 de abril de 2031",
            "9 abr. 2031 10:00",
            "9 aprile 2031 alle 10:00",
            "Gepubliceerd op 9 april 2031",
            "9 kwietnia 2031, 10:00",
            "9 апреля 2031 г.",
            "9 КВІТНЯ 2031",
            "2031. április 9. 10:00",
            "9 d’abril de 2031",
            "9. huhtikuuta 2031",
            "9 Nisan 2031 Çarşamba",
            "2031年4月9日 10時",
            "2031년 4월 9일",
        ] {
            check(line, Some("2031-04-09"));
        }
        check("1er mars 2031", Some("2031-03-01"));
        check("1. Mai 2031", Some("2031-05-01"));
        check("2. lis 2031", Some("2031-11-02"));
        check("Marsz 9 2031", None);
    }

    #[test]
    fn a_time_stamp_tells_a_day_and_nothing_else() {
        for line in [
            "Veröffentlicht am 9. April 2031, 10:00 Uhr",
            "Publié le 9 avril 2031 à 10h00",
            "9 апреля 2031",
            "Posted Apr. 9, 2031; updated Apr. 10, 2031",
        ] {
            assert!(is_stamp(line), "{line}");
        }
        for line in [
            "Die Mauer fiel am 9. April 2031",
            "9 April 2031 was the day on which the wall fell",
            "Updated 9 April 2031.",
            "April 9, 2031: Wall falls at Kelden",
            "The wall fell",
        ] {
            assert!(!is_stamp(line), "{line}");
        }
    }

    #[test]
    fn every_month_of_the_list_has_its_number() {
        let list = include_str!("../../assets/lexicons/months.tsv");
        let rows: Vec<&str> = list.lines().skip(1).collect();
        assert_eq!(MONTHS.len(), rows.len());
        assert!(MONTHS.iter().all(|it| (1..=12).contains(&it.1)));
        assert!(
            rows.iter()
                .all(|it| it.to_lowercase() == *it && it.split('\t').count() == 3)
        );
    }

    #[test]
    fn the_word_before_a_date_tells_what_it_is_of() {
        check(
            "Updated Apr. 10, 2031; Posted Apr. 9, 2031",
            Some("2031-04-09"),
        );
        check("Apr. 9, 2031 (updated Apr. 10, 2031)", Some("2031-04-09"));
        check("Updated: Apr. 10, 2031", Some("2031-04-10"));
        assert_eq!(of("entry-date published"), Of::Publication);
        assert_eq!(of("The wall fell on"), Of::Unsaid);
    }

    #[test]
    fn a_day_without_a_year_has_the_year_of_the_known_day() {
        let near = |line, by| {
            let found = shown(line, stated(by)).into_iter();
            let found: Vec<_> = found.map(|it| (it.date.to_string(), it.of)).collect();
            found
        };
        let day = |day: &str, of| (day.to_owned(), of);
        assert_eq!(
            near(
                "Updated Apr 10, 7:40 AM;Posted Apr 9, 7:05 AM",
                "2031-04-09"
            ),
            [
                day("2031-04-10", Of::Change),
                day("2031-04-09", Of::Publication)
            ]
        );
        let eve = [day("2030-12-31", Of::Unsaid)];
        assert_eq!(near("8:19, 31 December", "2031-01-01"), eve);
        assert_eq!(near("The wall may 40 times", "2031-01-01"), []);
    }

    #[test]
    fn days_follow_each_other() {
        let days = |it| stated(it).map(n_days);
        for (one, next) in [
            ("2031-02-28", "2031-03-01"),
            ("2032-02-29", "2032-03-01"),
            ("2031-12-31", "2032-01-01"),
        ] {
            assert_eq!(days(one).map(|it| it + 1), days(next));
        }
        assert_eq!(
            in_address("https://a.example/2031/apr/09/wall"),
            stated("2031-04-09")
        );
    }

    #[test]
    fn a_date_without_a_year_is_none() {
        check("Updated: Oct. 21", None);
        check("2031-19-44", None);
        assert_eq!(stated("2031-19-44"), None);
    }

    #[test]
    fn stated_dates_are_read_by_machine_and_person() {
        for words in [
            "2031-04-09T23:30:00-05:00",
            "20310409",
            "20310409233000",
            "2031/04/09",
            "April 9, 2031 at 10:00 am",
            "Wed, 09 Apr 2031 10:00:00 +0000",
        ] {
            let found = stated(words).map(|it| it.to_string());
            assert_eq!(found.as_deref(), Some("2031-04-09"), "{words}");
        }
    }
}

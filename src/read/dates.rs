//! Dates as bylines print them: `October 21, 2031`, `21 Oct. 2031`, `2031-10-21`.

use std::sync::LazyLock;

use regex::Regex;

use crate::model::{Date, Published, Span};

static DATE: LazyLock<Regex> = LazyLock::new(|| {
    let month = "(?P<M>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
    let named = [
        format!("{month}\\s+(?P<d>\\d{{1,2}})(?:st|nd|rd|th)?,?\\s+(?P<y>\\d{{4}})\\b"),
        format!(
            "\\b(?P<d2>\\d{{1,2}})(?:st|nd|rd|th|\\.)?\\s+{},?\\s+(?P<y2>\\d{{4}})\\b",
            month.replace("<M>", "<M2>")
        ),
        "\\b(?P<y3>\\d{4})-(?P<m3>\\d{2})-(?P<d3>\\d{2})(?:T|\\b)".to_owned(),
        // With points the day comes first everywhere; with strokes it depends on the country.
        "\\b(?P<d4>\\d{1,2})\\.(?P<m4>\\d{1,2})\\.(?P<y4>\\d{4})\\b".to_owned(),
    ];
    Regex::new(&format!("(?i){}", named.join("|"))).expect("a valid pattern")
});

/// The first full date in `span`.
pub fn date_in(text: &str, span: Span) -> Option<Published> {
    let (date, at) = find(span.of(text))?;
    let span = Span::new(text, span.start() + at.start..span.start() + at.end)?;
    Some(Published {
        date,
        span: Some(span),
    })
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
    find(words).map(|it| it.0)
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

fn find(words: &str) -> Option<(Date, std::ops::Range<usize>)> {
    let found = DATE.captures(words)?;
    let number = |names: &[&str]| {
        names
            .iter()
            .find_map(|it| found.name(it))
            .and_then(|it| it.as_str().parse::<i32>().ok())
    };
    let month = match found.name("M").or_else(|| found.name("M2")) {
        Some(name) => month(name.as_str())?,
        None => u16::try_from(number(&["m3", "m4"])?).ok()?,
    };
    let day = u16::try_from(number(&["d", "d2", "d3", "d4"])?).ok()?;
    let date = date(number(&["y", "y2", "y3", "y4"])?, month, day)?;
    Some((date, found.get(0)?.range()))
}

fn month(name: &str) -> Option<u16> {
    const MONTHS: [&str; 12] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    let name = name.to_lowercase();
    let at = MONTHS.iter().position(|it| name.starts_with(it))?;
    u16::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let span = Span::new(text, 0..text.len()).expect("whole");
        let found = date_in(text, span).map(|it| it.date.to_string());
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

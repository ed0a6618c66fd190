//! Dates as bylines print them: `October 21, 2031`, `21 Oct. 2031`, `2031-10-21`.

use std::sync::LazyLock;

use regex::Regex;

use crate::model::{Date, Published, Span};

static DATE: LazyLock<Regex> = LazyLock::new(|| {
    let month = "(?P<M>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
    let named = [
        format!("{month}\\s+(?P<d>\\d{{1,2}})(?:st|nd|rd|th)?,?\\s+(?P<y>\\d{{4}})\\b"),
        format!(
            "\\b(?P<d2>\\d{{1,2}})(?:st|nd|rd|th)?\\s+{},?\\s+(?P<y2>\\d{{4}})\\b",
            month.replace("<M>", "<M2>")
        ),
        "\\b(?P<y3>\\d{4})-(?P<m3>\\d{2})-(?P<d3>\\d{2})(?:T|\\b)".to_owned(),
    ];
    Regex::new(&format!("(?i){}", named.join("|"))).expect("a valid pattern")
});

/// The first full date in `span`.
pub fn date_in(text: &str, span: Span) -> Option<Published> {
    let found = DATE.captures(span.of(text))?;
    let number = |names: [&str; 3]| {
        names
            .iter()
            .find_map(|it| found.name(it))
            .and_then(|it| it.as_str().parse::<i32>().ok())
    };
    let month = match found.name("M").or_else(|| found.name("M2")) {
        Some(name) => month(name.as_str())?,
        None => u8::try_from(number(["m3"; 3])?).ok()?,
    };
    let day = u8::try_from(number(["d", "d2", "d3"])?).ok()?;
    let date = Date {
        year: number(["y", "y2", "y3"])?,
        month,
        day,
    };
    let whole = found.get(0)?;
    let span = Span::new(
        text,
        span.start() + whole.start()..span.start() + whole.end(),
    )?;
    ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some(Published { date, span })
}

fn month(name: &str) -> Option<u8> {
    const MONTHS: [&str; 12] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    let name = name.to_lowercase();
    let at = MONTHS.iter().position(|it| name.starts_with(it))?;
    u8::try_from(at + 1).ok()
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
    }

    #[test]
    fn a_date_without_a_year_is_none() {
        check("Updated: Oct. 21", None);
        check("2031-19-44", None);
    }
}

//! The log of decisions for others to read: what was decided and when, never by whom.

use serde::Serialize;

use super::decisions::{DecisionShape, EntryShape};
use crate::model::{Log, Loss, Standing};

#[derive(Serialize)]
struct LineShape {
    /// ISO 8601, in UTC.
    at: String,
    /// `applied`, `lost`, `not here`.
    #[serde(skip_serializing_if = "Option::is_none")]
    standing: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
    #[serde(flatten)]
    decision: DecisionShape,
}

/// What holds, a line of JSON each, in order. `standings` are a comparison's, or none.
pub fn lines(log: &Log, standings: &[Standing]) -> String {
    let mut res = String::new();
    for (at, entry) in log.done().iter().enumerate() {
        let standing = standings.get(at);
        let EntryShape { at, decision } = entry.into();
        let line = LineShape {
            at: time(at),
            standing: standing.map(|it| match it {
                Standing::Applied => "applied",
                Standing::Lost(_) => "lost",
                Standing::NotHere => "not here",
            }),
            reason: standing.and_then(|it| match it {
                Standing::Lost(loss) => Some(Loss::reason(*loss)),
                Standing::Applied | Standing::NotHere => None,
            }),
            decision,
        };
        res += &serde_json::to_string(&line).expect("text and lists are JSON");
        res.push('\n');
    }
    res
}

/// `2031-04-09T18:30:05Z`, by the civil calendar from days (Hinnant 2013).
fn time(at: i64) -> String {
    const DAY: i64 = 86_400;
    let (days, secs) = (at.div_euclid(DAY), at.rem_euclid(DAY));
    // Years begin in March, so that the leap day is the last of its year.
    let days = days + 719_468;
    let (era, day_of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 {
        shifted + 3
    } else {
        shifted - 9
    };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    let (hours, minutes, secs) = (secs / 3_600, secs / 60 % 60, secs % 60);
    format!("{year:04}-{month:02}-{day:02}T{hours:02}:{minutes:02}:{secs:02}Z")
}

#[cfg(test)]
mod tests {
    use super::time;

    #[test]
    fn seconds_are_told_as_a_date() {
        assert_eq!(time(0), "1970-01-01T00:00:00Z");
        assert_eq!(time(951_782_400), "2000-02-29T00:00:00Z");
        assert_eq!(time(1_933_439_405), "2031-04-08T18:30:05Z");
        assert_eq!(time(-1), "1969-12-31T23:59:59Z");
    }
}

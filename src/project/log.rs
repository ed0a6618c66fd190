//! The log of decisions for others to read: what was decided and when, never by whom.

use serde::Serialize;

use super::decisions::{DecisionShape, EntryShape};
use crate::model::{Log, Standing};

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
        let EntryShape { decision, .. } = entry.into();
        let line = LineShape {
            at: entry.time(),
            standing: standing.map(|it| it.name()),
            reason: standing.and_then(|it| it.reason()),
            decision,
        };
        res += &serde_json::to_string(&line).expect("text and lists are JSON");
        res.push('\n');
    }
    res
}

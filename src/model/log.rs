//! What was decided and when, with unlimited undo and redo.

use super::{Decision, day};

/// A decision and when it was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub decision: Decision,
    /// Seconds since 1970 in UTC.
    pub at: i64,
}

impl Entry {
    /// When, in UTC: `2031-04-09T18:30:05Z`.
    pub fn time(&self) -> String {
        const DAY: i64 = 86_400;
        let (days, secs) = (self.at.div_euclid(DAY), self.at.rem_euclid(DAY));
        let (year, month, day) = day::civil(days);
        let (hours, minutes, secs) = (secs / 3_600, secs / 60 % 60, secs % 60);
        format!("{year:04}-{month:02}-{day:02}T{hours:02}:{minutes:02}:{secs:02}Z")
    }
}

/// Decisions in the order in which they were taken; those that were undone wait to be redone until
/// something else is decided.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Log {
    done: Vec<Entry>,
    /// The last one undone is the next to be redone.
    undone: Vec<Entry>,
}

impl Log {
    /// A log as it was saved: `undone` from the first undone to the last.
    pub fn new(done: Vec<Entry>, undone: Vec<Entry>) -> Self {
        Self { done, undone }
    }

    pub fn decide(&mut self, decision: Decision, at: i64) {
        self.done.push(Entry { decision, at });
        self.undone.clear();
    }

    /// Takes the last decision back and tells which.
    pub fn undo(&mut self) -> Option<&Entry> {
        self.undone.push(self.done.pop()?);
        self.undone.last()
    }

    /// Takes the decision that was undone last again.
    pub fn redo(&mut self) -> Option<&Entry> {
        self.done.push(self.undone.pop()?);
        self.done.last()
    }

    /// What holds, in order.
    pub fn done(&self) -> &[Entry] {
        &self.done
    }

    /// From the first undone to the last, which is redone first.
    pub fn undone(&self) -> &[Entry] {
        &self.undone
    }

    /// What `annotate` and `compare` replay.
    pub fn decisions(&self) -> Vec<Decision> {
        self.done.iter().map(|it| it.decision.clone()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ArticleKey, ArticleRef};

    fn named(name: &str) -> Decision {
        let article = ArticleRef {
            key: ArticleKey(1),
            file: "north.txt".to_owned(),
            sketch: 0,
        };
        let name = name.to_owned();
        Decision::RenameOutlet { article, name }
    }

    #[test]
    fn a_new_decision_forgets_what_was_undone() {
        let mut log = Log::default();
        log.decide(named("North"), 1);
        log.decide(named("The North"), 2);
        assert_eq!(log.undo().map(|it| it.at), Some(2));
        log.decide(named("Northern"), 3);
        assert_eq!(log.redo(), None);
        assert_eq!(log.decisions(), [named("North"), named("Northern")]);
    }

    #[test]
    fn nothing_is_undone_before_the_first() {
        let mut log = Log::default();
        assert_eq!(log.undo(), None);
        assert_eq!(log.redo(), None);
    }

    #[test]
    fn seconds_are_told_as_a_date() {
        let time = |at| {
            let decision = named("North");
            Entry { decision, at }.time()
        };
        assert_eq!(time(0), "1970-01-01T00:00:00Z");
        assert_eq!(time(951_782_400), "2000-02-29T00:00:00Z");
        assert_eq!(time(1_933_439_405), "2031-04-08T18:30:05Z");
        assert_eq!(time(-1), "1969-12-31T23:59:59Z");
        assert_eq!(time(i64::MAX).len(), time(i64::MIN).len() - 1);
    }
}

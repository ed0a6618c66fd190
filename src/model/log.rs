//! What was decided and when, with unlimited undo and redo.

use super::Decision;

/// A decision and when it was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub decision: Decision,
    /// Seconds since 1970 in UTC.
    pub at: i64,
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
}

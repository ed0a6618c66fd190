//! What one witness has other than another, as a statement.
//!
//! ```text
//! reference   the gate was shut at noon      that night
//! other           gate was shut at dawn and  that night again
//! told        edited: begins after “the”; “dawn and” for “noon”; goes on “again”
//! ```

use super::notes::{MOST_EDITED, Part, bare, cut};
use crate::model::{CollationColumn, Span};

/// Words that one has where the other has others, or none.
#[derive(Debug, PartialEq)]
pub struct Change {
    mine: Option<String>,
    theirs: Option<String>,
    /// The word that both have before; `None` at the start.
    after: Option<String>,
    is_last: bool,
}

/// Most changes that are told of one witness.
const MOST_CHANGES: usize = 3;

/// The changes from witness `mine` to witness `theirs`, each with its article's text.
pub fn changes(
    collation: &[CollationColumn],
    (mine, own): (usize, &str),
    (theirs, text): (usize, &str),
) -> Vec<Change> {
    let mut runs: Vec<(Option<Span>, Option<Span>, Option<Span>)> = Vec::new();
    let mut common = None;
    let mut is_open = false;
    for column in collation {
        let (here, there) = (column.cells[mine], column.cells[theirs]);
        match (here, there) {
            (None, None) => continue,
            (Some(a), Some(b)) if bare(a.of(own)) == bare(b.of(text)) => {
                common = Some(a);
                is_open = false;
                continue;
            }
            _ => {}
        }
        match runs.last_mut().filter(|_| is_open) {
            Some(run) => *run = (joined(run.0, here), joined(run.1, there), run.2),
            None => runs.push((here, there, common)),
        }
        is_open = true;
    }
    let n_runs = runs.len();
    let runs = runs.into_iter().enumerate();
    let changes = runs.map(|(nth, (here, there, after))| Change {
        mine: here.map(|it| it.of(own).to_owned()),
        theirs: there.map(|it| it.of(text).to_owned()),
        after: after.and_then(|it| it.of(own).split_whitespace().last().map(str::to_owned)),
        is_last: is_open && nth + 1 == n_runs,
    });
    let differs = |it: &Change| it.mine.as_deref().map(bare) != it.theirs.as_deref().map(bare);
    changes.filter(differs).collect()
}

fn joined(one: Option<Span>, other: Option<Span>) -> Option<Span> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.to(other)),
        (one, other) => one.or(other),
    }
}

/// The changes in one statement; `None` if there are none.
pub fn told(changes: &[Change]) -> Option<Vec<Part>> {
    let head = if changes.iter().all(|it| it.theirs.is_none()) {
        "cut: "
    } else if changes.iter().all(|it| it.mine.is_none()) {
        "longer: "
    } else {
        "edited: "
    };
    let mut res = vec![Part::Ours(head.to_owned())];
    for (nth, change) in changes.iter().take(MOST_CHANGES).enumerate() {
        if nth > 0 {
            res.push(Part::Ours("; ".to_owned()));
        }
        res.extend(change.told());
    }
    match changes.len().saturating_sub(MOST_CHANGES) {
        0 => {}
        more => res.push(Part::Ours(format!("; and {more} more"))),
    }
    (!changes.is_empty()).then_some(res)
}

impl Change {
    fn told(&self) -> Vec<Part> {
        let theirs = |words: &str| Part::Theirs(format!("“{}”", cut(words, MOST_EDITED)));
        let ours = |words: &str| Part::Ours(words.to_owned());
        match (&self.mine, &self.theirs, &self.after) {
            (Some(mine), Some(words), _) => vec![theirs(words), ours(" for "), theirs(mine)],
            (Some(mine), None, None) => vec![ours("begins after "), theirs(mine)],
            (Some(mine), None, _) if self.is_last => vec![ours("ends before "), theirs(mine)],
            (Some(mine), None, _) => vec![ours("without "), theirs(mine)],
            (None, Some(words), None) => vec![ours("begins with "), theirs(words)],
            (None, Some(words), _) if self.is_last => vec![ours("goes on "), theirs(words)],
            (None, Some(words), Some(after)) => vec![theirs(words), ours(" after "), theirs(after)],
            (None, None, _) => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two witnesses, `|` between the columns of their collation, `-` for no words.
    #[track_caller]
    fn check(mine: &str, theirs: &str, expected: &str) {
        let cells = |line: &str| -> (String, Vec<Option<Span>>) {
            let text = line.replace(" | ", " ");
            let mut at = 0;
            let spans = line.split(" | ").map(|cell| {
                let start = at;
                at += cell.len() + 1;
                (cell != "-").then(|| Span::new(&text, start..start + cell.len()).unwrap())
            });
            let spans = spans.collect();
            (text, spans)
        };
        let ((own, a), (text, b)) = (cells(mine), cells(theirs));
        let columns: Vec<CollationColumn> = a
            .into_iter()
            .zip(b)
            .map(|(a, b)| CollationColumn {
                cells: vec![a, b],
                same: false,
            })
            .collect();
        let told = told(&changes(&columns, (0, &own), (1, &text))).unwrap_or_default();
        assert_eq!(told.iter().map(Part::words).collect::<String>(), expected);
    }

    #[test]
    fn changes_are_whole_statements() {
        check(
            "the | gate was shut | at noon | - | that night | -",
            "- | Gate was shut, | at dawn | and | that night | again",
            "edited: begins after “the”; “at dawn and” for “at noon”; goes on “again”",
        );
        check(
            "We saw | that the gate | was shut",
            "- | that the gate | -",
            "cut: begins after “We saw”; ends before “was shut”",
        );
        check(
            "the gate | - | was shut",
            "the gate | to the quay | was shut",
            "longer: “to the quay” after “gate”",
        );
        check("the gate | was shut", "The gate | was shut.", "");
    }
}

//! The witnesses of one utterance, word under word.
//!
//! ```text
//! base   the wall was | very | sound in     | May
//! two    the wall was |      | sound in     | spring
//! three               |      | sound in     | May       (begins later)
//! ```
//! Every witness is compared with the base alone, the fullest one (linear, and a reader can follow
//! it). A column is the same in all witnesses that reach it, or different in at least one.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::strands::Strand;
use crate::model::{CollationColumn, Span};

/// A witness as a range of a strand's units.
#[derive(Clone, Copy)]
pub struct Reading<'a> {
    pub strand: &'a Strand,
    pub start: usize,
    pub end: usize,
}

impl Reading<'_> {
    pub fn len(&self) -> usize {
        self.end - self.start
    }

    /// Units that are not an editor's.
    pub fn n_spoken(&self) -> usize {
        let units = &self.strand.units[self.start..self.end];
        units.iter().filter(|it| !it.bracketed).count()
    }

    pub fn key(&self, at: usize) -> u64 {
        self.strand.units[self.start + at].key
    }

    pub fn keys(&self) -> Vec<u64> {
        (0..self.len()).map(|at| self.key(at)).collect()
    }

    pub fn content(&self, at: usize) -> bool {
        self.strand.units[self.start + at].content
    }

    /// The words from unit `from` to before unit `to`; `None` if there are none.
    pub fn span(&self, from: usize, to: usize) -> Option<Span> {
        (from < to).then(|| {
            self.strand.spans[self.start + from].to(self.strand.spans[self.start + to - 1])
        })
    }
}

/// For each unit of `base` the unit of `other` that says the same.
pub fn matches(base: &Reading<'_>, other: &Reading<'_>) -> Vec<Option<usize>> {
    let mut res = vec![None; base.len()];
    for op in capture_diff_slices(Algorithm::Myers, &base.keys(), &other.keys()) {
        if let DiffOp::Equal {
            old_index,
            new_index,
            len,
        } = op
        {
            for at in 0..len {
                res[old_index + at] = Some(new_index + at);
            }
        }
    }
    without_stray_matches(base, &mut res);
    slide(base, &mut res);
    let mut back = vec![None; other.len()];
    for (at, there) in res.iter().enumerate() {
        if let Some(there) = there {
            back[*there] = Some(at);
        }
    }
    slide(other, &mut back);
    res.fill(None);
    for (there, at) in back.iter().enumerate() {
        if let Some(at) = at {
            res[*at] = Some(there);
        }
    }
    slide_to_cuts(base, other, &mut res);
    res
}

/// Moves a run without a match to where the other shows that it cut, or to another such run, if the
/// same words allow it.
fn slide_to_cuts(base: &Reading<'_>, other: &Reading<'_>, matches: &mut [Option<usize>]) {
    let shows_cut = |at: usize| {
        let at = other.start + at;
        other.strand.ellipses.binary_search(&at).is_ok()
    };
    let mut start = 0;
    while start < matches.len() {
        let run = matches[start..].iter().take_while(|it| it.is_none());
        let end = start + run.count();
        let before = start.checked_sub(1).and_then(|it| matches[it]);
        let after = matches.get(end).copied().flatten();
        if let (Some(before), Some(after)) = (before, after)
            && start < end
            && before + 1 == after
            && !shows_cut(after)
        {
            let reach = (1..=start).take_while(|it| {
                let same = base.key(start - it) == base.key(end - it);
                same && matches[start - it] == Some(after - it)
            });
            let fits = |it: &usize| {
                let joins = start == *it || matches[start - it - 1].is_none();
                joins || shows_cut(after - it)
            };
            let back = reach.clone().find(fits).unwrap_or(0);
            for step in 1..=back {
                matches[end - step] = matches[start - step].take();
            }
        }
        start = end + 1;
    }
}

/// Moves a run without a match to where a sentence begins, if the same words allow it.
///
/// ```text
/// base    He ran. He fell.        without:  He|ran He|fell   ->   |He ran|He fell
/// other   He fell.
/// ```
fn slide(reading: &Reading<'_>, matches: &mut [Option<usize>]) {
    let begins = |at: usize| at == 0 || reading.strand.has_break(reading.start + at);
    let mut start = 0;
    while start < matches.len() {
        if matches[start].is_some() {
            start += 1;
            continue;
        }
        let run = matches[start..].iter().take_while(|it| it.is_none());
        let end = start + run.count();
        let joins = |before: usize, after: usize| match (matches[before], matches[after]) {
            (Some(a), Some(b)) => a + 1 == b,
            _ => false,
        };
        let is_pure = start > 0 && end < matches.len() && joins(start - 1, end);
        // How far back the last words of the run equal those before it, each with a match.
        let reach = (1..=start)
            .take_while(|it| {
                matches[start - it].is_some() && reading.key(start - it) == reading.key(end - it)
            })
            .last()
            .unwrap_or(0);
        let steps = (1..=reach).find(|it| begins(start - it));
        if let (true, false, Some(steps)) = (is_pure, begins(start), steps) {
            for step in 1..=steps {
                matches[end - step] = matches[start - step].take();
            }
        }
        start = end;
    }
}

/// A light word that matches alone between two changes is chance: the change goes through it.
fn without_stray_matches(base: &Reading<'_>, matches: &mut [Option<usize>]) {
    for at in 0..matches.len() {
        let Some(here) = matches[at] else { continue };
        let joins_left = at > 0 && matches[at - 1].is_some_and(|it| it + 1 == here);
        let joins_right = matches.get(at + 1).copied().flatten() == Some(here + 1);
        let inside = at > 0 && at + 1 < matches.len();
        if inside && !joins_left && !joins_right && !base.content(at) {
            matches[at] = None;
        }
    }
}

/// Columns over all readings; `readings[base]` must be the base. A reading is `None` where the
/// witness is only reported.
pub fn columns(readings: &[Option<Reading<'_>>], base: usize) -> Vec<CollationColumn> {
    let Some(Some(fullest)) = readings.get(base) else {
        return Vec::new();
    };
    let rows: Vec<Option<Row<'_>>> = readings
        .iter()
        .map(|it| it.as_ref().and_then(|it| Row::new(fullest, it)))
        .collect();
    let n_units = fullest.len();
    let is_edge = |at: usize| {
        rows.iter()
            .flatten()
            .any(|row| row.first == at || row.last + 1 == at)
    };
    let is_solid = |at: usize| {
        rows.iter()
            .flatten()
            .all(|row| !row.reaches(at) || row.matches[at].is_some())
    };
    let mut res = Vec::new();
    let mut next: Vec<usize> = vec![0; rows.len()];
    let mut at = 0;
    loop {
        let start = at;
        while at < n_units && !is_solid(at) && (at == start || !is_edge(at)) {
            at += 1;
        }
        push(&mut res, &rows, &mut next, |row| row.until(at), false);
        let start = at;
        while at < n_units
            && is_solid(at)
            && (at == start || !is_edge(at))
            && (at == start || rows.iter().flatten().all(|row| row.runs_on(at)))
        {
            at += 1;
        }
        push(&mut res, &rows, &mut next, |row| row.after(at), true);
        if at >= n_units {
            push(&mut res, &rows, &mut next, |row| row.reading.len(), false);
            return res;
        }
    }
}

/// One witness laid under the base.
struct Row<'a> {
    reading: &'a Reading<'a>,
    matches: Vec<Option<usize>>,
    /// First and last unit of the base that it has.
    first: usize,
    last: usize,
}

impl<'a> Row<'a> {
    fn new(base: &Reading<'_>, reading: &'a Reading<'a>) -> Option<Self> {
        let matches = matches(base, reading);
        Some(Self {
            first: matches.iter().position(Option::is_some)?,
            last: matches.iter().rposition(Option::is_some)?,
            matches,
            reading,
        })
    }

    fn reaches(&self, at: usize) -> bool {
        (self.first..=self.last).contains(&at)
    }

    /// Units of the witness that stand before base unit `at`.
    fn until(&self, at: usize) -> usize {
        if at < self.first {
            return 0;
        }
        let next = self.matches.iter().skip(at).copied().flatten().next();
        next.unwrap_or(self.reading.len())
    }

    /// Units of the witness up to the one that matches the last base unit before `at`.
    fn after(&self, at: usize) -> usize {
        let before = self.matches[..at].iter().rev().copied().flatten().next();
        before.map_or(0, |it| it + 1)
    }

    /// Nothing stands between what matches base unit `at` and the unit before it.
    fn runs_on(&self, at: usize) -> bool {
        !self.reaches(at)
            || at == self.first
            || match (self.matches[at - 1], self.matches[at]) {
                (Some(before), Some(here)) => before + 1 == here,
                _ => false,
            }
    }
}

fn push(
    columns: &mut Vec<CollationColumn>,
    rows: &[Option<Row<'_>>],
    next: &mut [usize],
    reach: impl Fn(&Row<'_>) -> usize,
    same: bool,
) {
    let cells: Vec<Option<Span>> = rows
        .iter()
        .zip(next)
        .map(|(row, next)| {
            let row = row.as_ref()?;
            let from = *next;
            *next = reach(row).max(from);
            row.reading.span(from, *next)
        })
        .collect();
    if cells.iter().any(Option::is_some) {
        columns.push(CollationColumn { cells, same });
    }
}

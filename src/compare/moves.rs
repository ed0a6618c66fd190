//! Words that are gone from their place and stand in another one.
//!
//! ```text
//! base    The gate was shut after nine that evening. Nobody had touched the desk.
//! other   The gate was shut. After nine that evening nobody had touched the desk.
//! ```
//! Where a sentence ends between the two places, the words now tell of something else. Few words
//! are only looked for if they name a time; and words that other outlets have in that other place
//! as well are at home there, not moved.

use std::ops::Range;

use super::collation::Reading;
use super::edits::{Change, Material, Pair};
use super::pieces::Piece;
use super::strands::Strand;
use crate::lexicon::Lexicons;
use crate::model::{EditKind, Span};

/// All that is quoted, with the groups of what is the same.
pub struct Quoted<'a> {
    strands: &'a [Strand],
    groups: Vec<&'a [Piece]>,
    /// By strand: its pieces as (start, end, index into the groups), ascending.
    pieces: Vec<Vec<(usize, usize, usize)>>,
}

impl<'a> Quoted<'a> {
    pub fn new(strands: &'a [Strand], groups: impl Iterator<Item = &'a [Piece]>) -> Self {
        let groups: Vec<&[Piece]> = groups.collect();
        let mut pieces = vec![Vec::new(); strands.len()];
        for (idx, group) in groups.iter().enumerate() {
            for piece in *group {
                pieces[piece.strand].push((piece.start, piece.end, idx));
            }
        }
        for list in &mut pieces {
            list.sort_unstable();
        }
        Self {
            strands,
            groups,
            pieces,
        }
    }

    /// Another article has the same words in the same utterance.
    fn is_at_home(&self, strand: usize, at: usize, words: &[u64]) -> bool {
        let here = self.strands[strand].article;
        let list = &self.pieces[strand];
        let Some((_, _, group)) = list.iter().find(|it| it.0 <= at && at < it.1) else {
            return false;
        };
        self.groups[*group].iter().any(|piece| {
            let other = &self.strands[piece.strand];
            let units = &other.units[piece.start..piece.end];
            other.article != here
                && units
                    .windows(words.len())
                    .any(|it| it.iter().map(|it| it.key).eq(words.iter().copied()))
        })
    }
}

/// Words fewer than these are not looked for, unless they name a time.
const MIN_MOVED: usize = 3;
const MIN_MOVED_TIME: usize = 2;
/// Quotations before and after in which moved words are looked for.
const NEAR: usize = 2;

fn is_worth_it(lexicons: &Lexicons, pair: &Pair<'_>, text: &str, run: &Range<usize>) -> bool {
    let n_content = run.clone().filter(|at| pair.base.content(*at)).count();
    let is_time = |at: usize| {
        let span = pair.base.span(at, at + 1);
        span.is_some_and(|it| lexicons.is_calendar(&it.of(text).to_lowercase()))
    };
    n_content > 0 && run.len() >= MIN_MOVED
        || run.len() >= MIN_MOVED_TIME && run.clone().any(is_time)
}

/// Words at an end of the base that are printed just before the witness or just after it, whole
/// sentences or the rest of one that goes on: the outlet only interrupts the quotation there.
pub fn is_interrupted(material: &Material<'_>, pair: &Pair<'_>, run: &Range<usize>) -> bool {
    let ends = |at: usize| {
        let at = pair.base.start + at;
        at == 0 || at == pair.base.strand.units.len() || pair.base.strand.has_break(at)
    };
    let is_whole = ends(run.start) && ends(run.end);
    let gone: Vec<u64> = run.clone().map(|at| pair.base.key(at)).collect();
    let Some(own) = own(material, pair).filter(|_| !gone.is_empty()) else {
        return false;
    };
    let strands = material.quoted.strands;
    let witness = pair.other.strand;
    let beside = |idx: Option<usize>| {
        let strand = idx.and_then(|it| strands.get(it));
        strand.filter(|it| it.article == witness.article)
    };
    let keys = |it: &Strand| it.units.iter().map(|it| it.key).collect::<Vec<u64>>();
    let text = &material.story.article(witness.article).text;
    let joined = |first: &Strand, second: &Strand| is_whole || goes_on(text, first, second);
    let before = run.start == 0
        && pair.other.start == 0
        && beside(own.checked_sub(1))
            .is_some_and(|it| keys(it).ends_with(&gone) && joined(it, witness));
    let after = run.end == pair.base.len()
        && pair.other.end == witness.units.len()
        && beside(Some(own + 1))
            .is_some_and(|it| keys(it).starts_with(&gone) && joined(witness, it));
    before || after
}

/// Most bytes of what interrupts a quotation: `,” the harbour master told the inquiry, “`.
const LONGEST_INTERRUPTION: usize = 120;

/// One sentence goes on from the first into the second.
fn goes_on(text: &str, first: &Strand, second: &Strand) -> bool {
    let (Some(end), Some(start)) = (first.spans.last(), second.spans.first()) else {
        return false;
    };
    let between = text.get(end.end()..start.start()).unwrap_or_default();
    let opens = |it: char| it.is_whitespace() || "“\"‘'«„".contains(it);
    between.len() <= LONGEST_INTERRUPTION
        && !between.contains('\n')
        && between.trim_end_matches(opens).ends_with(',')
}

/// Index of the witness's strand.
fn own(material: &Material<'_>, pair: &Pair<'_>) -> Option<usize> {
    let strands = material.quoted.strands;
    let first = strands.partition_point(|it| it.article < pair.other.strand.article);
    let own = strands[first..]
        .iter()
        .position(|it| it.quotation == pair.other.strand.quotation)?;
    Some(first + own)
}

/// Where the witness's article has the words that are gone here: in the same quotation or in one
/// close to it.
pub fn elsewhere(material: &Material<'_>, pair: &Pair<'_>, run: &Range<usize>) -> Option<Span> {
    let text = &material.story.article(pair.base.strand.article).text;
    if !is_worth_it(material.lexicons, pair, text, run) {
        return None;
    }
    let gone: Vec<u64> = run.clone().map(|at| pair.base.key(at)).collect();
    let strands = material.quoted.strands;
    let article = pair.other.strand.article;
    let own = own(material, pair)?;
    let near = own.saturating_sub(NEAR)..(own + NEAR + 1).min(strands.len());
    near.filter(|it| strands[*it].article == article)
        .find_map(|idx| {
            let strand = &strands[idx];
            // What the reading and the base have themselves is where it was.
            let is_own = |reading: &Reading<'_>, at: usize| {
                reading.strand.article == strand.article
                    && reading.strand.quotation == strand.quotation
                    && at < reading.end
                    && reading.start < at + gone.len()
            };
            let found = strand
                .units
                .windows(gone.len())
                .enumerate()
                .find(|(at, it)| {
                    it.iter().map(|it| it.key).eq(gone.iter().copied())
                        && !is_own(&pair.other, *at)
                        && !is_own(&pair.base, *at)
                });
            let at = found?.0;
            let is_at_home = material.quoted.is_at_home(idx, at, &gone);
            (!is_at_home).then(|| strand.spans[at].to(strand.spans[at + gone.len() - 1]))
        })
}

/// Most words between a sentence's end on the one side and one on the other that have moved
/// from the one sentence to the other.
const LONGEST_BETWEEN: usize = 8;

/// The same words in the same order, before a sentence's end here and after it there: they moved.
pub fn join_boundaries(pair: &Pair<'_>, changes: &mut Vec<Change>) {
    let is_boundary =
        |it: &Change| it.edit.flags.sentence_boundary && it.base.is_empty() && it.other.is_empty();
    let mut at = 0;
    while at + 1 < changes.len() {
        let (first, second) = (&changes[at], &changes[at + 1]);
        let base = first.base.start..second.base.start;
        let other = first.other.start..second.other.start;
        let has_content = base.clone().any(|it| pair.base.content(it));
        let moved = is_boundary(first)
            && is_boundary(second)
            && first.edit.kind != second.edit.kind
            && base.len() == other.len()
            && base.len() <= LONGEST_BETWEEN
            && has_content;
        if moved {
            changes.remove(at + 1);
            let edit = &mut changes[at].edit;
            edit.kind = EditKind::Moved;
            edit.from_span = pair.base.span(base.start, base.end);
            edit.to_span = pair.other.span(other.start, other.end);
        }
        at += 1;
    }
}

/// Makes a cut and an extension of the same words one move.
pub fn join_within(material: &Material<'_>, pair: &Pair<'_>, changes: &mut Vec<Change>) {
    let text = &material.story.article(pair.base.strand.article).text;
    let is_gone =
        |it: &Change| it.other.is_empty() && is_worth_it(material.lexicons, pair, text, &it.base);
    let is_new = |it: &Change| !it.other.is_empty() && it.base.is_empty();
    let mut taken = Vec::new();
    for gone in 0..changes.len() {
        if !is_gone(&changes[gone]) {
            continue;
        }
        let words: Vec<u64> = changes[gone]
            .base
            .clone()
            .map(|at| pair.base.key(at))
            .collect();
        let new = (0..changes.len()).find(|it| {
            let other = changes[*it].other.clone();
            is_new(&changes[*it])
                && !taken.contains(it)
                && other.map(|at| pair.other.key(at)).eq(words.iter().copied())
        });
        let Some(new) = new else { continue };
        taken.push(new);
        let (here, there) = (changes[gone].other.start, changes[new].other.clone());
        let between = if here <= there.start {
            here..=there.start
        } else {
            there.end..=here
        };
        let strand = pair.other.strand;
        let to_span = changes[new].edit.to_span;
        let edit = &mut changes[gone].edit;
        edit.kind = EditKind::Moved;
        edit.marked = false;
        edit.flags.recapitalised = false;
        edit.flags.sentence_boundary = between
            .into_iter()
            .any(|at| strand.has_break(pair.other.start + at));
        edit.to_span = to_span;
        changes[gone].other = there;
    }
    let mut idx = 0;
    changes.retain(|_| {
        idx += 1;
        !taken.contains(&(idx - 1))
    });
}

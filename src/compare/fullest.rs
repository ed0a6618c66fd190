//! The fullest text of an utterance that these articles have, with the source of every stretch.
//!
//! ```text
//! base    The [door] was shut by hand … It will stay open
//! other   The  gate  was shut by hand, not by us. It will stay open until May
//! fullest base: The | other: gate | base: was shut by hand | other: not by us | base: It will stay
//!         open | other: until May
//! ```
//! It is what the articles have together, never “what was said”. Other wordings of the same words
//! are no stretches of their own: the base's stand.

use std::ops::Range;

use super::collation::Reading;
use super::edits::Change;
use crate::model::{EditKind, Place, Span, Story, Witness};

/// Words of a witness that belong at a point of the base, in place of `base` (or before it).
struct Filling {
    base: Range<usize>,
    to: usize,
    place: Place,
    n_words: usize,
}

/// The stretches in order.
pub fn stretches(
    story: &Story,
    base: &Reading<'_>,
    witness: &Witness,
    readings: &[Option<Reading<'_>>],
    changes: &[Change],
) -> Vec<Place> {
    let mut fillings: Vec<Filling> = Vec::new();
    for change in changes {
        let Some(filling) = filling(base, readings, change) else {
            continue;
        };
        // Of two for one point the longer, then the first in the story.
        match fillings
            .iter_mut()
            .find(|it| meets(&it.base, &filling.base))
        {
            Some(other) if other.n_words < filling.n_words => *other = filling,
            Some(_) => {}
            None => fillings.push(filling),
        }
    }
    fillings.sort_by_key(|it| (it.base.start, it.base.end, it.to));
    let text = &story.article(witness.place.article).text;
    let mut res: Vec<Place> = Vec::new();
    let mut at = 0;
    for filling in fillings {
        if filling.base.start < at {
            continue;
        }
        res.extend(stretch(base, witness, text, at..filling.base.start));
        res.push(filling.place);
        at = filling.base.end;
    }
    res.extend(stretch(base, witness, text, at..base.len()));
    res
}

fn meets(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start == b.start || a.start < b.end && b.start < a.end
}

/// What the base lacks, or has in the editor's words.
fn filling(
    base: &Reading<'_>,
    readings: &[Option<Reading<'_>>],
    change: &Change,
) -> Option<Filling> {
    let other = readings.get(change.edit.to).copied().flatten()?;
    let is_original = change
        .other
        .clone()
        .all(|at| !other.strand.units[other.start + at].bracketed);
    let has_content = change.other.clone().any(|at| other.content(at));
    let is_lacking = match change.edit.kind {
        EditKind::Extension | EditKind::Ellipsis | EditKind::Splice | EditKind::Wording => {
            change.base.is_empty()
        }
        EditKind::Bracket => change
            .base
            .clone()
            .all(|at| base.strand.units[base.start + at].bracketed),
        EditKind::Cut | EditKind::Moved | EditKind::Split => false,
    };
    let span = other.span(change.other.start, change.other.end)?;
    (is_lacking && is_original && has_content).then_some(Filling {
        base: change.base.clone(),
        to: change.edit.to,
        place: Place {
            article: other.strand.article,
            span,
        },
        n_words: change.other.len(),
    })
}

/// Words of the base with the marks around them, at its ends up to the ends of the witness.
fn stretch(
    base: &Reading<'_>,
    witness: &Witness,
    text: &str,
    units: Range<usize>,
) -> Option<Place> {
    let words = base.span(units.start, units.end)?;
    let start = if units.start == 0 {
        witness.place.span.start()
    } else {
        words.start()
    };
    let end = if units.end == base.len() {
        witness.place.span.end()
    } else {
        let after = &text[words.end()..witness.place.span.end().max(words.end())];
        let marks =
            after.find(|c: char| c.is_alphanumeric() || c.is_whitespace() || "[(“‘".contains(c));
        words.end() + marks.unwrap_or(after.len())
    };
    Some(Place {
        article: witness.place.article,
        span: Span::new(text, start..end.max(start)).unwrap_or(words),
    })
}

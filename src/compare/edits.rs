//! What one witness does to the words of the base: the first kind that fits.
//!
//! ```text
//! base    We assess that the [gate] was shut by hand. It will stay open, Ruiz said.
//! other                  The  door  was shut … It will stay open
//!         cut            bracket             ellipsis            (and nothing for `The`)
//! ```
//! bracket, ellipsis, moved, splice (a sentence between two others gone without a mark), cut and
//! extension at the ends, wording; and a sentence made two (split) or two made one (splice).
//! Changes of case, marks and spelling alone are none: they are not in the stream.

use std::ops::Range;

use super::align::Unit;
use super::collation::{Reading, matches};
use super::moves::{self, Quoted};
use crate::lexicon::Lexicons;
use crate::model::{ArticleIdx, Edit, EditFlags, EditKind, Span, Story};

/// Both sides of a comparison, with their indices among the witnesses.
pub struct Pair<'a> {
    pub base: Reading<'a>,
    pub from: usize,
    pub other: Reading<'a>,
    pub to: usize,
}

/// What edits are looked up in.
pub struct Material<'a> {
    pub story: &'a Story,
    pub lexicons: &'a Lexicons,
    pub quoted: &'a Quoted<'a>,
}

/// An edit with the units that it stands for; both ranges are empty where a sentence only ends.
#[derive(Clone, Debug)]
pub struct Change {
    pub edit: Edit,
    pub base: Range<usize>,
    pub other: Range<usize>,
}

/// The changes from base to witness, in the order of the base.
pub fn changes(material: &Material<'_>, pair: &Pair<'_>) -> Vec<Change> {
    let matches = matches(&pair.base, &pair.other);
    let mut res = Vec::new();
    let (mut base_at, mut other_at) = (0, 0);
    for (at, matched) in matches.iter().enumerate() {
        let Some(matched) = *matched else { continue };
        for (base, other) in parts(pair, base_at..at, other_at..matched) {
            res.extend(change(material, pair, base, other));
        }
        if at > 0 && base_at == at && other_at == matched {
            res.extend(boundary(pair, at, matched));
        }
        (base_at, other_at) = (at + 1, matched + 1);
    }
    let rest = parts(pair, base_at..pair.base.len(), other_at..pair.other.len());
    for (base, other) in rest {
        res.extend(change(material, pair, base, other));
    }
    moves::join_boundaries(pair, &mut res);
    moves::join_within(material, pair, &mut res);
    res
}

/// One run, or two where an editor's word and a change of small words stand together.
fn parts(
    pair: &Pair<'_>,
    base: Range<usize>,
    other: Range<usize>,
) -> Vec<(Range<usize>, Range<usize>)> {
    let (left, right) = (units(&pair.base, &base), units(&pair.other, &other));
    let all = |it: &[Unit]| !it.is_empty() && it.iter().all(|it| it.bracketed);
    let n_light = |it: &[Unit]| it.iter().rev().take_while(|it| !it.content).count();
    let (of_base, of_other) = (n_light(left), n_light(right));
    if all(left) && (1..right.len()).contains(&of_other) {
        let at = other.end - of_other;
        return vec![
            (base.clone(), other.start..at),
            (base.end..base.end, at..other.end),
        ];
    }
    if all(right) && (1..left.len()).contains(&of_base) {
        let at = base.end - of_base;
        return vec![
            (base.start..at, other.clone()),
            (at..base.end, other.end..other.end),
        ];
    }
    vec![(base, other)]
}

fn change(
    material: &Material<'_>,
    pair: &Pair<'_>,
    base: Range<usize>,
    other: Range<usize>,
) -> Option<Change> {
    let from_span = pair.base.span(base.start, base.end);
    let to_span = pair.other.span(other.start, other.end);
    if from_span.is_none() && to_span.is_none() {
        return None;
    }
    if is_contraction(material, pair, from_span, to_span) {
        return None;
    }
    if to_span.is_none() && moves::is_interrupted(material, pair, &base) {
        return None;
    }
    let at_start = base.start == 0 || other.start == 0;
    let at_end = base.end == pair.base.len() || other.end == pair.other.len();
    let mut edit = Edit {
        from: pair.from,
        to: pair.to,
        kind: EditKind::Wording,
        from_span,
        to_span,
        marked: false,
        flags: EditFlags {
            hedge: [(&pair.base, &base), (&pair.other, &other)]
                .into_iter()
                .any(|(reading, run)| is_hedged(material, reading, run)),
            ..EditFlags::default()
        },
    };
    let (left, right) = (units(&pair.base, &base), units(&pair.other, &other));
    let is_bracket = if left.is_empty() || right.is_empty() {
        // A cut sentence with a bracket in it is a cut.
        left.iter().chain(right).all(|it| it.bracketed)
    } else {
        left.iter().chain(right).any(|it| it.bracketed)
    };
    let shows_cut = |reading: &Reading<'_>, at: usize| {
        let at = reading.start + at;
        reading.strand.ellipses.binary_search(&at).is_ok()
    };
    if is_bracket {
        (edit.kind, edit.marked) = (EditKind::Bracket, true);
    } else if right.is_empty() && shows_cut(&pair.other, other.start) {
        (edit.kind, edit.marked) = (EditKind::Ellipsis, true);
    } else if left.is_empty() && shows_cut(&pair.base, base.start) {
        // The base is the one that cut; the words were there.
        (edit.kind, edit.marked) = (EditKind::Ellipsis, true);
    } else if right.is_empty()
        && let Some(there) = moves::elsewhere(material, pair, &base)
    {
        edit.kind = EditKind::Moved;
        edit.to_span = Some(there);
        edit.flags.sentence_boundary = true;
    } else if right.is_empty() && (at_start || at_end) {
        edit.kind = EditKind::Cut;
        edit.flags.recapitalised = at_start && recapitalised(material.story, pair, &base, &other);
    } else if left.is_empty() && (at_start || at_end) {
        edit.kind = EditKind::Extension;
    } else if is_sentence(&pair.base, &base, right) || is_sentence(&pair.other, &other, left) {
        edit.kind = EditKind::Splice;
        edit.flags.sentence_boundary = true;
    }
    Some(Change { edit, base, other })
}

/// `’s` for `is` or `has`: the key of a possessive is its own, so that the stream differs.
fn is_contraction(
    material: &Material<'_>,
    pair: &Pair<'_>,
    from: Option<Span>,
    to: Option<Span>,
) -> bool {
    let words = |reading: &Reading<'_>, span: Option<Span>| {
        let text = &material.story.article(reading.strand.article).text;
        span.map_or("", |it| it.of(text))
            .to_lowercase()
            .replace('’', "'")
    };
    let (from, to) = (words(&pair.base, from), words(&pair.other, to));
    let is = |short: &str, long: &str| short == "'s" && matches!(long, "is" | "has" | "us");
    is(&from, &to) || is(&to, &from)
}

fn units<'a>(reading: &Reading<'a>, run: &Range<usize>) -> &'a [Unit] {
    &reading.strand.units[reading.start + run.start..reading.start + run.end]
}

/// The run holds words of meaning and the end of a sentence, and nothing stands against it.
fn is_sentence(reading: &Reading<'_>, run: &Range<usize>, against: &[Unit]) -> bool {
    against.is_empty()
        && run.clone().any(|at| reading.content(at))
        && (run.start..=run.end).any(|at| ends_sentence(reading, at))
}

/// A sentence ends before unit `at`, and no words are shown to be cut there.
fn ends_sentence(reading: &Reading<'_>, at: usize) -> bool {
    let at = reading.start + at;
    reading.strand.has_break(at) && reading.strand.ellipses.binary_search(&at).is_err()
}

/// The witness begins with a capital where the base is in mid-sentence.
fn recapitalised(
    story: &Story,
    pair: &Pair<'_>,
    base: &Range<usize>,
    other: &Range<usize>,
) -> bool {
    let first_letter = |reading: &Reading<'_>, at: usize| {
        let text = &story.article(reading.strand.article).text;
        let span = reading.span(at, at + 1)?;
        span.of(text).chars().next()
    };
    base.end < pair.base.len()
        && other.end < pair.other.len()
        && first_letter(&pair.base, base.end).is_some_and(char::is_lowercase)
        && first_letter(&pair.other, other.end).is_some_and(char::is_uppercase)
}

/// Longest run that is read for a hedge as a whole.
const LONGEST_HEDGE: usize = 8;
/// Of a longer run before words that stay: the last words, which govern them.
const GOVERNING: usize = 4;

/// The run holds a word that makes what stays less certain: one anywhere in a short run, or at the
/// end of a long one that runs up to words that stay.
fn is_hedged(material: &Material<'_>, reading: &Reading<'_>, run: &Range<usize>) -> bool {
    let start = if run.len() <= LONGEST_HEDGE {
        run.start
    } else if run.end < reading.len() {
        run.end - GOVERNING
    } else {
        return false;
    };
    let span = reading.span(start, run.end);
    span.is_some_and(|it| holds_hedge(material, reading.strand.article, it))
}

fn holds_hedge(material: &Material<'_>, article: ArticleIdx, span: Span) -> bool {
    span.of(&material.story.article(article).text)
        .split(|c: char| !c.is_alphanumeric())
        .any(|it| material.lexicons.is_hedge(&it.to_lowercase()))
}

/// A sentence ends between two matching words of one side only.
fn boundary(pair: &Pair<'_>, base_at: usize, other_at: usize) -> Option<Change> {
    let has_break = |reading: &Reading<'_>, at: usize| reading.strand.has_break(reading.start + at);
    let in_base = ends_sentence(&pair.base, base_at);
    let in_other = ends_sentence(&pair.other, other_at);
    let kind = match (in_base, in_other) {
        (false, true) if !has_break(&pair.base, base_at) => EditKind::Split,
        (true, false) if !has_break(&pair.other, other_at) => EditKind::Splice,
        (true | false, true | false) => return None,
    };
    Some(Change {
        edit: Edit {
            from: pair.from,
            to: pair.to,
            kind,
            from_span: pair.base.span(base_at - 1, base_at + 1),
            to_span: pair.other.span(other_at - 1, other_at + 1),
            marked: false,
            flags: EditFlags {
                sentence_boundary: true,
                ..EditFlags::default()
            },
        },
        base: base_at..base_at,
        other: other_at..other_at,
    })
}

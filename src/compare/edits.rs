//! What one witness does to the words of the base: the first kind that fits.
//!
//! bracket, ellipsis, then (for words that are gone) moved elsewhere or cut at an end, then
//! extension, then wording; and a sentence made two (split) or two made one (splice). Changes of
//! case, marks and spelling alone are none.

use super::align::Unit;
use super::collation::{Reading, matches};
use super::strands::tokens_in;
use crate::lexicon::Lexicons;
use crate::model::{ArticleIdx, Edit, EditFlags, EditKind, QuotationKind, Span, Story, TokenKind};

/// Both sides of a comparison, with their indices among the witnesses.
pub struct Pair<'a> {
    pub base: Reading<'a>,
    pub from: usize,
    pub other: Reading<'a>,
    pub to: usize,
}

/// The edits from base to witness, in the order of the base.
pub fn edits(story: &Story, lexicons: &Lexicons, pair: &Pair<'_>) -> Vec<Edit> {
    let matches = matches(&pair.base, &pair.other);
    let mut res = Vec::new();
    let (mut base_at, mut other_at) = (0, 0);
    for (at, matched) in matches.iter().enumerate() {
        let Some(matched) = *matched else { continue };
        let change = Change {
            base: (base_at, at),
            other: (other_at, matched),
        };
        res.extend(edit(story, lexicons, pair, &change));
        if at > 0 && base_at == at && other_at == matched {
            res.extend(boundary(pair, at, matched));
        }
        (base_at, other_at) = (at + 1, matched + 1);
    }
    let change = Change {
        base: (base_at, pair.base.len()),
        other: (other_at, pair.other.len()),
    };
    res.extend(edit(story, lexicons, pair, &change));
    res
}

/// Units of the base that stand against units of the witness; either may be none.
struct Change {
    base: (usize, usize),
    other: (usize, usize),
}

fn edit(story: &Story, lexicons: &Lexicons, pair: &Pair<'_>, change: &Change) -> Option<Edit> {
    let from_span = pair.base.span(change.base.0, change.base.1);
    let to_span = pair.other.span(change.other.0, change.other.1);
    if from_span.is_none() && to_span.is_none() {
        return None;
    }
    let at_start = change.base.0 == 0 || change.other.0 == 0;
    let at_end = change.base.1 == pair.base.len() || change.other.1 == pair.other.len();
    let flags = EditFlags {
        hedge: [
            (pair.base.strand.article, from_span),
            (pair.other.strand.article, to_span),
        ]
        .into_iter()
        .any(|(article, span)| span.is_some_and(|it| is_hedged(story, lexicons, article, it))),
        ..EditFlags::default()
    };
    let mut res = Edit {
        from: pair.from,
        to: pair.to,
        kind: EditKind::Wording,
        from_span,
        to_span,
        marked: false,
        flags,
    };
    let (base, other) = (
        units(&pair.base, change.base),
        units(&pair.other, change.other),
    );
    let is_bracket = if base.is_empty() || other.is_empty() {
        // A cut sentence with a bracket in it is a cut.
        base.iter().chain(other).all(|it| it.bracketed)
    } else {
        base.iter().chain(other).any(|it| it.bracketed)
    };
    if is_bracket {
        (res.kind, res.marked) = (EditKind::Bracket, true);
        return Some(res);
    }
    if to_span.is_none() {
        if has_ellipsis(story, &pair.other, change.other.0) {
            (res.kind, res.marked) = (EditKind::Ellipsis, true);
        } else if let Some(there) = elsewhere(story, pair, change) {
            res.kind = EditKind::Moved;
            res.to_span = Some(there);
            res.flags.sentence_boundary = true;
        } else if at_start || at_end {
            res.kind = EditKind::Cut;
            res.flags.recapitalised = at_start && recapitalised(story, pair, change);
        }
    } else if from_span.is_none() && (at_start || at_end) {
        res.kind = EditKind::Extension;
    }
    Some(res)
}

fn units<'a>(reading: &Reading<'a>, (from, to): (usize, usize)) -> &'a [Unit] {
    &reading.strand.units[reading.start + from..reading.start + to]
}

/// The outlet prints an ellipsis just before unit `at`.
fn has_ellipsis(story: &Story, reading: &Reading<'_>, at: usize) -> bool {
    let spans = &reading.strand.spans;
    let at = reading.start + at;
    let before = at.checked_sub(1).and_then(|it| spans.get(it));
    let quotation = &story.annotations(reading.strand.article).quotations[reading.strand.quotation];
    let start = before.map_or(quotation.span.start(), |it| it.end());
    let end = spans.get(at).map_or(quotation.span.end(), |it| it.start());
    let text = &story.article(reading.strand.article).text;
    Span::new(text, start..end).is_some_and(|gap| {
        tokens_in(&story.annotations(reading.strand.article).tokens, gap)
            .iter()
            .any(|it| it.kind == TokenKind::Ellipsis)
    })
}

/// Words fewer than these are not looked for elsewhere: they would be found by chance.
const MIN_MOVED: usize = 3;

/// The words that are gone here, in another quotation of the same article, or in another part of
/// this one.
fn elsewhere(story: &Story, pair: &Pair<'_>, change: &Change) -> Option<Span> {
    let gone: Vec<u64> = pair.base.strand.units
        [pair.base.start + change.base.0..pair.base.start + change.base.1]
        .iter()
        .map(|it| it.key)
        .collect();
    if gone.len() < MIN_MOVED || !(change.base.0..change.base.1).any(|at| pair.base.content(at)) {
        return None;
    }
    let article = pair.other.strand.article;
    let annotations = story.annotations(article);
    let here = pair.other.span(0, pair.other.len())?;
    // One article may hold both: the words of the base are not moved, they are where they were.
    let base = pair.base.span(0, pair.base.len())?;
    let is_base = |it: Span| pair.base.strand.article == article && base.covers(it);
    for quotation in &annotations.quotations {
        if quotation.kind == QuotationKind::Reported {
            continue;
        }
        let words: Vec<_> = tokens_in(&annotations.tokens, quotation.span)
            .iter()
            .filter(|it| matches!(it.kind, TokenKind::Word | TokenKind::Number))
            .filter(|it| !here.covers(it.span) && !is_base(it.span))
            .collect();
        let found = words
            .windows(gone.len())
            .find(|it| it.iter().map(|it| it.key).eq(gone.iter().copied()));
        if let Some([first, .., last]) = found {
            return Some(first.span.to(last.span));
        }
    }
    None
}

/// The witness begins with a capital where the base is in mid-sentence.
fn recapitalised(story: &Story, pair: &Pair<'_>, change: &Change) -> bool {
    let first_letter = |reading: &Reading<'_>, at: usize| {
        let text = &story.article(reading.strand.article).text;
        let span = reading.span(at, at + 1)?;
        span.of(text).chars().next()
    };
    change.base.1 < pair.base.len()
        && change.other.1 < pair.other.len()
        && first_letter(&pair.base, change.base.1).is_some_and(char::is_lowercase)
        && first_letter(&pair.other, change.other.1).is_some_and(char::is_uppercase)
}

fn is_hedged(story: &Story, lexicons: &Lexicons, article: ArticleIdx, span: Span) -> bool {
    span.of(&story.article(article).text)
        .split(|c: char| !c.is_alphanumeric())
        .any(|it| lexicons.is_hedge(&it.to_lowercase()))
}

/// A sentence ends between two matching words of one side only.
fn boundary(pair: &Pair<'_>, base_at: usize, other_at: usize) -> Option<Edit> {
    let in_base = pair.base.strand.has_break(pair.base.start + base_at);
    let in_other = pair.other.strand.has_break(pair.other.start + other_at);
    let kind = match (in_base, in_other) {
        (false, true) => EditKind::Split,
        (true, false) => EditKind::Splice,
        (true, true) | (false, false) => return None,
    };
    Some(Edit {
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
    })
}

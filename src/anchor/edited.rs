//! Finds the words of an anchor in a text that was edited close by, as a spelling checker finds a
//! word behind its misprint: by the fewest words changed, context and all (Sellers 1980).

use std::ops::Range;

use super::CONTEXT;
use crate::model::{Anchor, Loss, Span};

/// Of a hundred words of the anchor, so many must stand there unchanged.
const KEPT_PERCENT: usize = 70;
/// The same for the words before it and for those after it.
const SIDE_PERCENT: usize = 50;
/// The same for both together, where the anchor's own words were edited.
const AROUND_PERCENT: usize = 75;
/// Words that may have come into the context of one side.
const ADDED: usize = 4;
/// So many words that stand there unchanged need the context of one side alone.
const LONG: usize = 8;
/// A place must need at least so many changes more to be no rival.
const MARGIN: usize = 2;

/// A word or a mark of a text.
struct Piece {
    range: Range<usize>,
    key: String,
}

/// The words to be found: context and all.
struct Pattern {
    keys: Vec<String>,
    /// Which of them are the anchor's own.
    exact: Range<usize>,
}

/// A place where the pattern may stand.
struct Candidate {
    /// Pieces of the text that stand for the anchor's own words.
    region: Range<usize>,
    kept: usize,
    kept_before: usize,
    kept_after: usize,
}

pub fn find(anchor: &Anchor, text: &str) -> Result<Span, Loss> {
    let pattern = pattern(anchor);
    let pieces = pieces(text);
    if pattern.exact.is_empty() {
        return Err(Loss::Words);
    }
    let ends = ends(&pattern.keys, &pieces);
    let Some(best) = ends.iter().min_by_key(|it| it.changes) else {
        return Err(Loss::Words);
    };
    let at = |end: &End| candidate(&pattern, &pieces, end.window.clone());
    let found = at(best).filter(|it| is_kept(&pattern, it));
    let found = found.ok_or(Loss::Words)?;
    let near = ends.iter().filter(|it| it.changes < best.changes + MARGIN);
    let is_other = |it: Candidate| {
        let apart = it.region.end <= found.region.start || found.region.end <= it.region.start;
        apart && is_kept(&pattern, &it)
    };
    if near.filter_map(at).any(is_other) {
        return Err(Loss::Ambiguous);
    }
    let first = &pieces[found.region.start];
    let last = &pieces[found.region.end - 1];
    Span::new(text, first.range.start..last.range.end).ok_or(Loss::Words)
}

fn is_kept(pattern: &Pattern, found: &Candidate) -> bool {
    let n_exact = pattern.exact.len();
    let longer = n_exact.max(found.region.len());
    let (before, after) = (pattern.exact.start, pattern.keys.len() - pattern.exact.end);
    let enough = |kept: usize, percent: usize, of: usize| 100 * kept >= percent * of;
    let has_before = enough(found.kept_before, SIDE_PERCENT, before);
    let has_after = enough(found.kept_after, SIDE_PERCENT, after);
    if found.kept < longer {
        let around = found.kept_before + found.kept_after;
        return enough(found.kept, KEPT_PERCENT, longer)
            && has_before
            && has_after
            && enough(around, AROUND_PERCENT, before + after);
    }
    // At an end of the text there is one side only.
    let has_one = has_before && before > 0 || has_after && after > 0;
    has_before && has_after || n_exact >= LONG && has_one
}

fn pattern(anchor: &Anchor) -> Pattern {
    let keys = |text: &str| pieces(text).into_iter().map(|it| it.key);
    let is_cut = |it: &str| it.chars().count() >= CONTEXT;
    // A context may begin and end in the middle of a word.
    let prefix = keys(&anchor.prefix).skip(usize::from(is_cut(&anchor.prefix)));
    let mut res: Vec<String> = prefix.collect();
    let start = res.len();
    res.extend(keys(&anchor.exact));
    let exact = start..res.len();
    res.extend(keys(&anchor.suffix));
    if is_cut(&anchor.suffix) && res.len() > exact.end {
        res.pop();
    }
    Pattern { keys: res, exact }
}

/// Words, and each mark alone; quotation marks of all kinds are one.
fn pieces(text: &str) -> Vec<Piece> {
    let mut res: Vec<Piece> = Vec::new();
    for (at, letter) in text.char_indices() {
        let end = at + letter.len_utf8();
        if letter.is_whitespace() {
            continue;
        }
        let word = letter.is_alphanumeric();
        match res.last_mut() {
            Some(last)
                if word && last.range.end == at && last.key.ends_with(char::is_alphanumeric) =>
            {
                last.range.end = end;
                last.key.extend(letter.to_lowercase());
            }
            Some(_) | None => res.push(Piece {
                range: at..end,
                key: match letter {
                    '“' | '”' | '„' | '«' | '»' => "\"".to_owned(),
                    '‘' | '’' => "'".to_owned(),
                    _ => letter.to_lowercase().collect(),
                },
            }),
        }
    }
    res
}

/// A stretch of the text that the pattern comes closest to among those that end there.
struct End {
    window: Range<usize>,
    changes: usize,
}

fn ends(pattern: &[String], pieces: &[Piece]) -> Vec<End> {
    // By length of the part of the pattern: changes, and where its stretch begins.
    let mut column: Vec<(usize, usize)> = (0..=pattern.len()).map(|it| (it, 0)).collect();
    let mut res = Vec::with_capacity(pieces.len());
    for (at, piece) in pieces.iter().enumerate() {
        let mut diagonal = column[0];
        column[0] = (0, at + 1);
        for (idx, key) in pattern.iter().enumerate() {
            let changed = diagonal.0 + usize::from(*key != piece.key);
            let missing = column[idx].0 + 1;
            let added = column[idx + 1].0 + 1;
            let new = [
                (changed, diagonal.1),
                (missing, column[idx].1),
                (added, column[idx + 1].1),
            ];
            diagonal = column[idx + 1];
            // Of equal ones the first: word against word.
            column[idx + 1] = new.into_iter().min_by_key(|it| it.0).unwrap_or(diagonal);
        }
        let (changes, start) = column[pattern.len()];
        res.push(End {
            window: start..at + 1,
            changes,
        });
    }
    res
}

/// Which pieces of the window stand for the anchor's own words.
fn candidate(pattern: &Pattern, pieces: &[Piece], window: Range<usize>) -> Option<Candidate> {
    let text = pieces.get(window.clone())?;
    let keys = &pattern.keys;
    let mut table = vec![vec![0_usize; text.len() + 1]; keys.len() + 1];
    for row in 0..=keys.len() {
        for at in 0..=text.len() {
            table[row][at] = match (row, at) {
                (0, _) => at,
                (_, 0) => row,
                _ => {
                    let changed =
                        table[row - 1][at - 1] + usize::from(keys[row - 1] != text[at - 1].key);
                    changed
                        .min(table[row - 1][at] + 1)
                        .min(table[row][at - 1] + 1)
                }
            };
        }
    }
    let (mut row, mut at) = (keys.len(), text.len());
    let mut kept = 0;
    let mut region: Option<Range<usize>> = None;
    while row > 0 && at > 0 {
        let equal = keys[row - 1] == text[at - 1].key;
        if table[row][at] == table[row - 1][at - 1] + usize::from(!equal) {
            (row, at) = (row - 1, at - 1);
            if pattern.exact.contains(&row) {
                kept += usize::from(equal);
                let end = region.map_or(at + 1, |it| it.end);
                region = Some(at..end);
            }
        } else if table[row][at] == table[row - 1][at] + 1 {
            row -= 1;
        } else {
            at -= 1;
        }
    }
    let region = region?;
    let region = window.start + region.start..window.start + region.end;
    let (before, after) = (&keys[..pattern.exact.start], &keys[pattern.exact.end..]);
    let from = region.start.saturating_sub(before.len() + ADDED);
    let to = pieces.len().min(region.end + after.len() + ADDED);
    Some(Candidate {
        kept,
        kept_before: n_common(before, &pieces[from..region.start]),
        kept_after: n_common(after, &pieces[region.end..to]),
        region,
    })
}

/// How many words both have in one order.
fn n_common(keys: &[String], pieces: &[Piece]) -> usize {
    let mut column = vec![0; keys.len() + 1];
    for piece in pieces {
        let mut diagonal = 0;
        for (idx, key) in keys.iter().enumerate() {
            let above = column[idx + 1];
            column[idx + 1] = if *key == piece.key {
                diagonal + 1
            } else {
                above.max(column[idx])
            };
            diagonal = above;
        }
    }
    column[keys.len()]
}

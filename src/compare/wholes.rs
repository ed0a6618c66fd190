//! Articles as wholes: how much of their text is one, and what changed from one to the other.
//!
//! ```text
//! The wall held all night, and 12 boats were lost, the port said.
//! The wall held all night, and 14 boats were lost.                   12 → 14, without: the port said
//! ```
//! Two are one text if most groups of five words of the shorter stand in the other.

use std::collections::BTreeSet;
use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::model::{Annotations, Article, Change, Date, Span, Token, TokenKind};

/// Words of a group.
const GRAM: usize = 5;
/// Fewest groups by which a text can be known again.
pub const MIN_GRAMS: usize = 20;
/// Share of the groups of the shorter that the other must have. Articles with long quotations in
/// common stay well below a half.
pub const MIN_SHARED: f32 = 0.6;

/// The words of headline, dek and prose.
pub struct Whole<'a> {
    pub grams: BTreeSet<u64>,
    /// When it was last written.
    pub date: Option<Date>,
    tokens: Vec<&'a Token>,
}

impl<'a> Whole<'a> {
    pub fn new(article: &Article, annotations: &'a Annotations) -> Self {
        let words = annotations.tokens.iter();
        let words = words.filter(|it| matches!(it.kind, TokenKind::Word | TokenKind::Number));
        let tokens: Vec<&Token> = words.collect();
        let mix = |key: u64, it: &&Token| (key.rotate_left(5) ^ it.key).wrapping_mul(SPREAD);
        let grams = tokens.windows(GRAM).map(|it| it.iter().fold(0, mix));
        Self {
            grams: grams.collect(),
            date: article.latest(),
            tokens,
        }
    }

    /// Share of the groups of the shorter one that the other has too; `None` if it is too short.
    pub fn shared(&self, other: &Self) -> Option<f32> {
        let shorter = self.grams.len().min(other.grams.len());
        let n_shared = self.grams.intersection(&other.grams).count();
        (shorter >= MIN_GRAMS).then(|| n_shared as f32 / shorter as f32)
    }

    /// All words are the same, and there are enough of them.
    pub fn is_same(&self, other: &Self) -> bool {
        self.grams.len() >= MIN_GRAMS && self.keys().eq(other.keys())
    }

    fn keys(&self) -> impl Iterator<Item = u64> {
        self.tokens.iter().map(|it| it.key)
    }

    fn span(&self, words: Range<usize>) -> Option<Span> {
        let words = self.tokens.get(words)?;
        Some(words.first()?.span.to(words.last()?.span))
    }
}

/// The multiplier of FxHash.
const SPREAD: u64 = 0x517c_c1b7_2722_0a95;

/// Words of one text in place of words of the other: positions in the words of each.
type Stretch = [Range<usize>; 2];

/// What stands in one and not in the other, in reading order.
pub fn changes(from: &Whole<'_>, to: &Whole<'_>) -> Vec<Change> {
    let [old, new] = [from, to].map(|it| it.keys().collect::<Vec<u64>>());
    let mut res: Vec<Stretch> = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
        if matches!(op, DiffOp::Equal { .. }) {
            continue;
        }
        let stretch = [op.old_range(), op.new_range()];
        match res.last_mut() {
            Some(last) if is_one(last, &stretch) => {
                let [old, new] = stretch;
                *last = [last[0].start..old.end, last[1].start..new.end];
            }
            Some(_) | None => res.push(stretch),
        }
    }
    let spans = res.into_iter().map(|[old, new]| Change {
        from_span: from.span(old),
        to_span: to.span(new),
    });
    spans.collect()
}

/// A few words that two rewritten stretches happen to share do not part them.
fn is_one(last: &Stretch, next: &Stretch) -> bool {
    let size = |it: &Stretch| it[0].len().max(it[1].len());
    next[0].start - last[0].end <= size(last).min(size(next))
}

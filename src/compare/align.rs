//! Local alignment of two word streams: where do they say the same words?
//!
//! ```text
//! a   both mills will close by spring and the workers will be paid
//! b   [the owner] said both mills close and the workers will be paid
//!          -> both·mills·close·and·the·workers·will·be·paid, one alignment with gaps
//! ```
//! Smith & Waterman (1981) with the affine gaps of Gotoh (1982). A content word weighs much, a
//! function word little, so that `of the` alone never carries an alignment. Found alignments are
//! masked and the search repeated: words quoted in another order give several, crossing ones.

use std::ops::Range;

/// One word of a stream: its match key and what it weighs.
#[derive(Clone, Copy, Debug)]
pub struct Unit {
    pub key: u64,
    pub content: bool,
    /// The editor's word in brackets: may stand against anything.
    pub bracketed: bool,
}

/// Pairs of positions (in a, in b) that match, ascending in both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alignment {
    pub pairs: Vec<(usize, usize)>,
}

impl Alignment {
    pub fn range_a(&self) -> Range<usize> {
        range(self.pairs.iter().map(|it| it.0))
    }

    pub fn range_b(&self) -> Range<usize> {
        range(self.pairs.iter().map(|it| it.1))
    }
}

fn range(mut positions: impl Iterator<Item = usize>) -> Range<usize> {
    let Some(first) = positions.next() else {
        return 0..0;
    };
    first..positions.last().unwrap_or(first) + 1
}

// Weights set on invented sentences; only their ratios matter.
const CONTENT: f32 = 2.0;
const FUNCTION: f32 = 0.6;
const MISMATCH: f32 = -1.2;
const GAP_OPEN: f32 = -1.6;
const GAP_MORE: f32 = -0.25;
/// Longest stream that is aligned; more is cut off, which no real quotation reaches.
const LONGEST: usize = 600;
/// Most alignments of one pair of streams.
const MOST: usize = 8;

/// All accepted alignments of `a` with `b`, best first.
pub fn alignments(a: &[Unit], b: &[Unit], accept: impl Fn(&Alignment) -> bool) -> Vec<Alignment> {
    let (a, b) = (&a[..a.len().min(LONGEST)], &b[..b.len().min(LONGEST)]);
    let mut free_a = vec![true; a.len()];
    let mut free_b = vec![true; b.len()];
    let mut res: Vec<Alignment> = Vec::new();
    while res.len() < MOST {
        let Some(found) = best(a, b, &free_a, &free_b) else {
            break;
        };
        if !accept(&found) {
            break;
        }
        free_a[found.range_a()].fill(false);
        free_b[found.range_b()].fill(false);
        res.push(found);
    }
    res
}

#[derive(Clone, Copy, PartialEq)]
enum Step {
    Stop,
    Both,
    SkipA,
    SkipB,
}

fn best(a: &[Unit], b: &[Unit], free_a: &[bool], free_b: &[bool]) -> Option<Alignment> {
    let width = b.len() + 1;
    let size = (a.len() + 1) * width;
    // Three layers: ending in a pair, in words of a alone, in words of b alone.
    let mut both = vec![0.0_f32; size];
    let mut skip_a = vec![f32::MIN; size];
    let mut skip_b = vec![f32::MIN; size];
    let mut from_both = vec![Step::Stop; size];
    let mut from_a = vec![Step::Stop; size];
    let mut from_b = vec![Step::Stop; size];
    let mut top = (0.0_f32, 0);
    for i in 1..=a.len() {
        for j in 1..=b.len() {
            if !free_a[i - 1] || !free_b[j - 1] {
                continue;
            }
            let at = i * width + j;
            let (up, left, diagonal) = (at - width, at - 1, at - width - 1);
            (skip_a[at], from_a[at]) = gap(&both, &skip_a, up, a[i - 1].bracketed, Step::SkipA);
            (skip_b[at], from_b[at]) = gap(&both, &skip_b, left, b[j - 1].bracketed, Step::SkipB);
            let (before, step) = highest([
                (both[diagonal], Step::Both),
                (skip_a[diagonal], Step::SkipA),
                (skip_b[diagonal], Step::SkipB),
            ]);
            let score = before.max(0.0) + weight(&a[i - 1], &b[j - 1]);
            if score > 0.0 {
                both[at] = score;
                from_both[at] = if before > 0.0 { step } else { Step::Stop };
                if score > top.0 && a[i - 1].key == b[j - 1].key {
                    top = (score, at);
                }
            } else {
                both[at] = 0.0;
            }
        }
    }
    (top.0 > 0.0).then(|| {
        let mut pairs = Vec::new();
        let (mut at, mut layer) = (top.1, Step::Both);
        loop {
            let (i, j) = (at / width, at % width);
            match layer {
                Step::Stop => break,
                Step::Both => {
                    if i == 0 || j == 0 || both[at] <= 0.0 {
                        break;
                    }
                    if a[i - 1].key == b[j - 1].key {
                        pairs.push((i - 1, j - 1));
                    }
                    layer = from_both[at];
                    at -= width + 1;
                }
                Step::SkipA => {
                    layer = from_a[at];
                    at -= width;
                }
                Step::SkipB => {
                    layer = from_b[at];
                    at -= 1;
                }
            }
        }
        pairs.reverse();
        Alignment { pairs }
    })
}

fn gap(both: &[f32], skip: &[f32], before: usize, free: bool, same: Step) -> (f32, Step) {
    let (open, more) = if free {
        (0.0, 0.0)
    } else {
        (GAP_OPEN, GAP_MORE)
    };
    let opened = if both[before] > 0.0 {
        both[before] + open
    } else {
        f32::MIN
    };
    let carried = if skip[before] > f32::MIN {
        skip[before] + more
    } else {
        f32::MIN
    };
    if opened >= carried {
        (opened, Step::Both)
    } else {
        (carried, same)
    }
}

fn highest(choices: [(f32, Step); 3]) -> (f32, Step) {
    let mut res = choices[0];
    for choice in choices {
        if choice.0 > res.0 {
            res = choice;
        }
    }
    res
}

fn weight(a: &Unit, b: &Unit) -> f32 {
    if a.key == b.key {
        if a.content { CONTENT } else { FUNCTION }
    } else if a.bracketed || b.bracketed {
        0.0
    } else {
        MISMATCH
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn units(text: &str) -> Vec<Unit> {
        text.split(' ')
            .map(|word| Unit {
                key: word
                    .trim_matches(['[', ']'])
                    .bytes()
                    .fold(7, |res, byte| res * 31 + u64::from(byte)),
                content: word.len() > 3,
                bracketed: word.starts_with('['),
            })
            .collect()
    }

    #[track_caller]
    fn check(a: &str, b: &str, expected: &[&str]) {
        let words: Vec<&str> = a.split(' ').collect();
        let found: Vec<String> = alignments(&units(a), &units(b), |it| it.pairs.len() > 2)
            .iter()
            .map(|it| {
                it.pairs
                    .iter()
                    .map(|(at, _)| words[*at])
                    .collect::<Vec<_>>()
                    .join(" ")
            })
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_gap_does_not_end_an_alignment() {
        check(
            "both mills will close by spring and the workers will be paid",
            "so both mills close and the workers will be paid then",
            &["both mills close and the workers will be paid"],
        );
    }

    #[test]
    fn words_in_another_order_give_crossing_alignments() {
        check(
            "pumps failed before nine and engineers were warned twice",
            "engineers were warned twice while pumps failed before nine",
            &["pumps failed before nine", "engineers were warned twice"],
        );
    }

    #[test]
    fn an_editors_word_stands_against_anything() {
        check(
            "we watched boats crossing water last night",
            "we watched [vessels] crossing water last night",
            &["we watched crossing water last night"],
        );
    }

    #[test]
    fn nothing_shared_gives_nothing() {
        check("some words here", "other things there", &[]);
    }
}

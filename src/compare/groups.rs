//! Which parts of which quotations are one utterance: align, cut, join.
//!
//! ```text
//! strand a (outlet 1)   [the wall was sound][the pumps failed at nine]      two quotations
//! strand b (outlet 2)   [the pumps failed at nine … the wall was sound]     one, spliced
//! alignments a×b        two, crossing: cut b at the …
//! groups                {a1, b2} {a2, b1}: b belongs to both, by parts
//! ```
//! Joining whole quotations would let one spliced quotation glue everything. So each alignment puts
//! its ends as cuts on both strands, cuts travel through the alignments until none is new, and the
//! pieces between them are joined. Neighbours that are never apart are put together again. (The
//! result resembles the variant graph of textual criticism: Schmidt & Colomb 2009.)
//! Who spoke plays no part, fragments of a few words apart: the same words from two mouths is what
//! we look for.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::align::{self, Alignment};
use super::people::Speakers;
use super::strands::{self, Strand};

/// Part of a strand: a range of its units.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Piece {
    pub strand: usize,
    pub start: usize,
    pub end: usize,
}

impl Piece {
    fn len(&self) -> usize {
        self.end - self.start
    }

    pub fn overlaps(&self, other: &Self) -> bool {
        self.strand == other.strand && self.start < other.end && other.start < self.end
    }
}

/// The sentences of a piece, or what it has of them.
pub fn sentences(strand: &Strand, piece: &Piece) -> Vec<Piece> {
    let inner = strand.breaks.iter().copied();
    let inner = inner.filter(|it| piece.start < *it && *it < piece.end);
    let mut res = Vec::new();
    let mut start = piece.start;
    for end in inner.chain(std::iter::once(piece.end)) {
        res.push(Piece {
            strand: piece.strand,
            start,
            end,
        });
        start = end;
    }
    res
}

/// The sentences that are in no group, by strand.
pub fn free(strands: &[Strand], groups: &[Vec<Piece>]) -> Vec<Piece> {
    let mut taken: Vec<Vec<&Piece>> = vec![Vec::new(); strands.len()];
    for piece in groups.iter().flatten() {
        taken[piece.strand].push(piece);
    }
    let mut res = Vec::new();
    for (idx, strand) in strands.iter().enumerate() {
        taken[idx].sort();
        let end = Piece {
            strand: idx,
            start: strand.units.len(),
            end: strand.units.len(),
        };
        let mut start = 0;
        for piece in taken[idx].iter().copied().chain(std::iter::once(&end)) {
            if start < piece.start {
                let gap = Piece {
                    strand: idx,
                    start,
                    end: piece.start,
                };
                res.extend(sentences(strand, &gap));
            }
            start = piece.end;
        }
    }
    res
}

/// The sentence at unit `at` of a strand, or what no group has of it.
pub fn free_sentence(
    strands: &[Strand],
    groups: &[Vec<Piece>],
    strand: usize,
    at: usize,
) -> Option<Piece> {
    let (mut start, mut end) = strands[strand].sentence(at);
    for piece in groups.iter().flatten().filter(|it| it.strand == strand) {
        if piece.end <= at {
            start = start.max(piece.end);
        } else if piece.start > at {
            end = end.min(piece.start);
        } else {
            return None;
        }
    }
    Some(Piece { strand, start, end })
}

/// An alignment with its strands.
struct Link {
    a: usize,
    b: usize,
    alignment: Alignment,
}

/// Fewest matched words and content words of an alignment between longer quotations.
const MIN_WORDS: usize = 5;
const MIN_CONTENT: usize = 2;
/// Fewest matched words where nearly all of the shorter quotation matches.
const MIN_NEARLY_ALL: usize = 4;
/// A cut this near to an end or another cut is no cut.
const SNAP: usize = 2;
/// Share of the shorter piece that must match, in percent.
const JOIN_PERCENT: usize = 55;
/// Words without a match that may hang on to an utterance inside its sentence.
const LONGEST_TAIL: usize = 40;

/// Groups of pieces that say the same, each of two strands or more, in story order.
pub fn groups(strands: &[Strand], speakers: &Speakers) -> Vec<Vec<Piece>> {
    let links = links(strands, speakers);
    let cuts = cuts(strands, &links);
    let pieces = pieces(strands, &cuts);
    let groups = rejoined(strands, joined(strands, &links, &pieces));
    let mut res: Vec<Vec<Piece>> = groups.into_iter().filter(|it| it.len() > 1).collect();
    for group in &mut res {
        group.sort();
    }
    res.sort();
    res
}

fn links(strands: &[Strand], speakers: &Speakers) -> Vec<Link> {
    let mut res = Vec::new();
    for (a, b) in strands::candidates(strands) {
        let (left, right) = (&strands[a], &strands[b]);
        let shorter = left
            .n_content(0..left.units.len())
            .min(right.n_content(0..right.units.len()));
        let apart = || {
            speakers.of(left.article, left.quotation).iter().any(|one| {
                speakers
                    .of(right.article, right.quotation)
                    .iter()
                    .any(|other| speakers.are_different_people(*one, *other))
            })
        };
        let accept = |it: &Alignment| {
            let matched = it.pairs.len();
            let content = it
                .pairs
                .iter()
                .filter(|(at, _)| left.units[*at].content)
                .count();
            let dense = 10 * matched >= 4 * it.range_a().len().min(it.range_b().len());
            if content < MIN_CONTENT || !dense {
                return false;
            }
            let long = matched >= MIN_WORDS;
            // Fewer words than these are a fragment, which the clause around it must bear out.
            let nearly_all = matched >= MIN_NEARLY_ALL && 10 * content >= 8 * shorter;
            if left.article == right.article {
                // The dek repeats the body; the halves of one quotation only echo one another.
                let whole = left.units.len().min(right.units.len());
                return (long || nearly_all) && 10 * matched >= 9 * whole;
            }
            if apart() {
                // Two people may share a phrase; a sentence is another matter.
                let around = around(left, &it.range_a()).min(around(right, &it.range_b()));
                return long && 2 * matched >= around;
            }
            long || nearly_all
        };
        for alignment in align::alignments(&left.units, &right.units, accept) {
            res.push(Link { a, b, alignment });
        }
    }
    res
}

/// Words of the sentences that an alignment touches.
fn around(strand: &Strand, range: &Range<usize>) -> usize {
    let (start, _) = strand.sentence(range.start);
    let (_, end) = strand.sentence(range.end.saturating_sub(1));
    end - start
}

/// Where each strand is cut, ascending, its ends left out.
fn cuts(strands: &[Strand], links: &[Link]) -> Vec<BTreeSet<usize>> {
    let mut res: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); strands.len()];
    let mut todo: Vec<(usize, usize)> = Vec::new();
    for link in links {
        let (a, b) = (link.alignment.range_a(), link.alignment.range_b());
        todo.extend([
            (link.a, a.start),
            (link.a, a.end),
            (link.b, b.start),
            (link.b, b.end),
        ]);
    }
    todo.reverse();
    while let Some((strand, at)) = todo.pop() {
        let Some(at) = snapped(&strands[strand], &res[strand], at) else {
            continue;
        };
        res[strand].insert(at);
        for link in links {
            if link.a == strand
                && let Some(there) = carried(link.alignment.pairs.iter().copied(), at)
            {
                todo.push((link.b, there));
            }
            if link.b == strand
                && let Some(there) = carried(link.alignment.pairs.iter().map(|it| (it.1, it.0)), at)
            {
                todo.push((link.a, there));
            }
        }
    }
    res
}

/// The cut at a sentence's end if one is near; `None` if an end or another cut is as near.
fn snapped(strand: &Strand, cuts: &BTreeSet<usize>, at: usize) -> Option<usize> {
    let near = |other: usize| other.abs_diff(at) <= SNAP;
    let sentence = strand
        .breaks
        .iter()
        .copied()
        .filter(|it| near(*it))
        .min_by_key(|it| it.abs_diff(at));
    let at = sentence.unwrap_or(at);
    let taken = at == 0
        || at >= strand.units.len()
        || sentence.is_none() && (near(0) || near(strand.units.len()))
        || cuts.contains(&at)
        || sentence.is_none() && cuts.iter().any(|it| near(*it));
    (!taken).then_some(at)
}

/// Where a cut at `at` lies on the other strand, if it is inside the alignment.
fn carried(pairs: impl Iterator<Item = (usize, usize)>, at: usize) -> Option<usize> {
    let mut before = None;
    for (here, there) in pairs {
        if here >= at {
            return before.map(|_| there);
        }
        before = Some(there);
    }
    None
}

fn pieces(strands: &[Strand], cuts: &[BTreeSet<usize>]) -> Vec<Piece> {
    let mut res = Vec::new();
    for (strand, cuts) in cuts.iter().enumerate() {
        let mut start = 0;
        for end in cuts
            .iter()
            .copied()
            .chain(std::iter::once(strands[strand].units.len()))
        {
            if start < end {
                res.push(Piece { strand, start, end });
            }
            start = end;
        }
    }
    res
}

/// Union of pieces that match by more than half, never two of one strand, nor two of one article
/// that do not repeat one another.
fn joined(strands: &[Strand], links: &[Link], pieces: &[Piece]) -> Vec<Vec<Piece>> {
    let piece_at =
        |strand: usize, at: usize| pieces.partition_point(|it| (it.strand, it.end) <= (strand, at));
    let mut matched: BTreeMap<(usize, usize), (usize, usize)> = BTreeMap::new();
    for link in links {
        for (here, there) in &link.alignment.pairs {
            let pair = (piece_at(link.a, *here), piece_at(link.b, *there));
            let count = matched.entry(pair).or_default();
            count.0 += 1;
            count.1 += usize::from(strands[link.a].units[*here].content);
        }
    }
    let mut order: Vec<_> = matched
        .into_iter()
        .filter(|((a, b), (words, content))| {
            let shorter = pieces[*a].len().min(pieces[*b].len());
            100 * words >= JOIN_PERCENT * shorter && *content > 0
        })
        .collect();
    order.sort_by_key(|(pair, (words, content))| (std::cmp::Reverse((*content, *words)), *pair));
    let linked: BTreeSet<(usize, usize)> = order.iter().map(|it| it.0).collect();
    let are_linked = |a: usize, b: usize| linked.contains(&(a, b)) || linked.contains(&(b, a));
    // Two pieces of one article belong together only if they repeat one another.
    let is_bridge = |one: usize, other: usize| {
        let (a, b) = (pieces[one].strand, pieces[other].strand);
        a == b || strands[a].article == strands[b].article && !are_linked(one, other)
    };
    let mut group_of: Vec<usize> = (0..pieces.len()).collect();
    let mut groups: Vec<Vec<usize>> = (0..pieces.len()).map(|it| vec![it]).collect();
    for ((a, b), _) in order {
        let (a, b) = (group_of[a], group_of[b]);
        let bridge = a != b
            && groups[a]
                .iter()
                .any(|one| groups[b].iter().any(|it| is_bridge(*one, *it)));
        if a == b || bridge {
            continue;
        }
        let moved = std::mem::take(&mut groups[b]);
        for piece in &moved {
            group_of[*piece] = a;
        }
        groups[a].extend(moved);
    }
    groups
        .into_iter()
        .filter(|it| !it.is_empty())
        .map(|group| group.into_iter().map(|it| pieces[it].clone()).collect())
        .collect()
}

/// Puts neighbours together that no witness shows apart: where one group's strands are among the
/// other's and every strand that has both has them side by side in one order.
fn rejoined(strands: &[Strand], mut groups: Vec<Vec<Piece>>) -> Vec<Vec<Piece>> {
    for group in &mut groups {
        group.sort();
    }
    groups.sort();
    loop {
        let mut merged = None;
        'search: for first in 0..groups.len() {
            for second in 0..groups.len() {
                if first != second && belong_together(strands, &groups[first], &groups[second]) {
                    merged = Some((first, second));
                    break 'search;
                }
            }
        }
        let Some((first, second)) = merged else {
            return groups;
        };
        let tail = std::mem::take(&mut groups[second]);
        for piece in tail {
            match groups[first]
                .iter_mut()
                .find(|it| it.strand == piece.strand)
            {
                Some(head) => head.end = piece.end,
                None => groups[first].push(piece),
            }
        }
        groups[first].sort();
        groups.remove(second);
        groups.sort();
    }
}

/// `second` follows `first` in every strand that has both, and one has no strand of its own.
fn belong_together(strands: &[Strand], first: &[Piece], second: &[Piece]) -> bool {
    let shared: Vec<(&Piece, &Piece)> = first
        .iter()
        .filter_map(|a| Some((a, second.iter().find(|b| b.strand == a.strand)?)))
        .collect();
    if shared.is_empty() || shared.iter().any(|(a, b)| a.end != b.start) {
        return false;
    }
    let alone = first.len() == 1 || second.len() == 1;
    if alone {
        if first.len() == second.len() {
            return false;
        }
        let (a, b) = shared[0];
        let tail = if first.len() == 1 { a } else { b };
        return !strands[a.strand].has_break(a.end) && tail.len() <= LONGEST_TAIL;
    }
    shared.len() == first.len() || shared.len() == second.len()
}

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

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::align::{self, Alignment};
use super::chance;
use super::people::Speakers;
use super::pieces::Piece;
use super::strands::{self, Strand};
use crate::model::ArticleIdx;

/// An alignment with its strands.
struct Link {
    a: usize,
    b: usize,
    alignment: Alignment,
}

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
    let originals = strands::originals(strands);
    let mut res = Vec::new();
    for (b, a) in originals.iter().copied().enumerate() {
        let whole = Alignment {
            pairs: (0..strands[b].units.len()).map(|it| (it, it)).collect(),
        };
        if a != b && chance::is_none(speakers, &strands[a], &strands[b], &whole) {
            let alignment = whole;
            res.push(Link { a, b, alignment });
        }
    }
    for (a, b) in strands::candidates(strands, &originals) {
        let (left, right) = (&strands[a], &strands[b]);
        let accept = |it: &Alignment| chance::is_none(speakers, left, right, it);
        for alignment in align::alignments(&left.units, &right.units, accept) {
            res.push(Link { a, b, alignment });
        }
    }
    res
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
    let mut links_of: Vec<Vec<usize>> = vec![Vec::new(); strands.len()];
    for (idx, link) in links.iter().enumerate() {
        links_of[link.a].push(idx);
        links_of[link.b].push(idx);
    }
    todo.reverse();
    while let Some((strand, at)) = todo.pop() {
        let Some(at) = snapped(&strands[strand], &res[strand], at) else {
            continue;
        };
        res[strand].insert(at);
        for link in links_of[strand].iter().map(|it| &links[*it]) {
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
    let wordings = wordings(strands, pieces);
    let mut group_of: Vec<usize> = (0..pieces.len()).collect();
    let mut groups: Vec<Group> = (0..pieces.len())
        .map(|it| {
            let strand = pieces[it].strand;
            let key = (strands[strand].article, wordings[it]);
            Group {
                pieces: vec![it],
                strands: BTreeSet::from([strand]),
                by_wording: BTreeMap::from([(key, vec![it])]),
            }
        })
        .collect();
    for ((a, b), _) in order {
        let (a, b) = (group_of[a], group_of[b]);
        let (large, small) = match groups[a].pieces.len() < groups[b].pieces.len() {
            true => (b, a),
            false => (a, b),
        };
        if a == b || groups[large].is_bridged(&groups[small], are_linked) {
            continue;
        }
        let moved = std::mem::take(&mut groups[small]);
        for piece in &moved.pieces {
            group_of[*piece] = large;
        }
        groups[large].take(moved);
    }
    groups
        .into_iter()
        .filter(|it| !it.pieces.is_empty())
        .map(|group| group.pieces.iter().map(|it| pieces[*it].clone()).collect())
        .collect()
}

/// Pieces on their way to one utterance, as indices.
#[derive(Default)]
struct Group {
    pieces: Vec<usize>,
    strands: BTreeSet<usize>,
    /// The same pieces by article and wording, so that a thousand equal ones are looked at once.
    by_wording: BTreeMap<(ArticleIdx, usize), Vec<usize>>,
}

impl Group {
    /// Both have a piece of one strand, or pieces of one article that do not repeat one another.
    fn is_bridged(&self, other: &Self, are_linked: impl Fn(usize, usize) -> bool) -> bool {
        other.strands.iter().any(|it| self.strands.contains(it))
            || other.by_wording.iter().any(|((article, wording), theirs)| {
                let of_article = (*article, 0)..=(*article, usize::MAX);
                let mut ours = self.by_wording.range(of_article);
                ours.any(|((_, it), ours)| {
                    it != wording
                        && ours
                            .iter()
                            .any(|a| theirs.iter().any(|b| !are_linked(*a, *b)))
                })
            })
    }

    fn take(&mut self, other: Self) {
        self.strands.extend(other.strands);
        self.pieces.extend(other.pieces);
        for (key, list) in other.by_wording {
            self.by_wording.entry(key).or_default().extend(list);
        }
    }
}

/// For each piece the first one with the same words.
fn wordings(strands: &[Strand], pieces: &[Piece]) -> Vec<usize> {
    let mut first: HashMap<Vec<u64>, usize> = HashMap::new();
    let words = |it: &Piece| &strands[it.strand].units[it.start..it.end];
    let keys = |it: &Piece| words(it).iter().map(|it| it.key).collect::<Vec<u64>>();
    pieces
        .iter()
        .enumerate()
        .map(|(idx, it)| *first.entry(keys(it)).or_insert(idx))
        .collect()
}

/// Puts neighbours together that no witness shows apart: where one group's strands are among the
/// other's and every strand that has both has them side by side in one order.
fn rejoined(strands: &[Strand], mut groups: Vec<Vec<Piece>>) -> Vec<Vec<Piece>> {
    for group in &mut groups {
        group.sort();
    }
    groups.sort();
    // By strand and first unit: the group that has the piece. Groups that were joined are empty.
    let mut group_at: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for (idx, group) in groups.iter().enumerate() {
        for piece in group {
            group_at.insert((piece.strand, piece.start), idx);
        }
    }
    loop {
        let mut is_changed = false;
        for first in 0..groups.len() {
            while let Some(second) = follower(strands, &groups, &group_at, first) {
                is_changed = true;
                for piece in std::mem::take(&mut groups[second]) {
                    let head = groups[first].iter_mut();
                    match head.into_iter().find(|it| it.strand == piece.strand) {
                        Some(head) => {
                            head.end = piece.end;
                            group_at.remove(&(piece.strand, piece.start));
                        }
                        None => {
                            group_at.insert((piece.strand, piece.start), first);
                            groups[first].push(piece);
                        }
                    }
                }
                groups[first].sort();
            }
        }
        if !is_changed {
            groups.retain(|it| !it.is_empty());
            groups.sort();
            return groups;
        }
    }
}

/// The first group that belongs right after the group `first`.
fn follower(
    strands: &[Strand],
    groups: &[Vec<Piece>],
    group_at: &BTreeMap<(usize, usize), usize>,
    first: usize,
) -> Option<usize> {
    let next = groups[first].iter();
    let next: BTreeSet<usize> = next
        .filter_map(|it| group_at.get(&(it.strand, it.end)).copied())
        .collect();
    next.into_iter()
        .find(|it| *it != first && belong_together(strands, &groups[first], &groups[*it]))
}

/// `second` follows `first` in every strand that has both, and one has no strand of its own.
fn belong_together(strands: &[Strand], first: &[Piece], second: &[Piece]) -> bool {
    let shared: Vec<(&Piece, &Piece)> = first
        .iter()
        .filter_map(|a| {
            let at = second.binary_search_by_key(&a.strand, |b| b.strand).ok()?;
            Some((a, &second[at]))
        })
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

//! Parts of quotations, and what no group has of them.

use super::strands::Strand;

/// Part of a strand: a range of its units.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Piece {
    pub strand: usize,
    pub start: usize,
    pub end: usize,
}

impl Piece {
    pub fn len(&self) -> usize {
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

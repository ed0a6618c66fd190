//! A few quoted words that another outlet quotes within their sentence.
//!
//! ```text
//! coast   She said the port had received “dozens” of barges so far.
//! north   “The port has received dozens of barges so far,” Ruiz said.
//! ```
//! So few words prove nothing by themselves: the clause around them must tell what the fuller
//! quotation tells, and the two must not be of different people.

use std::collections::HashSet;

use rustc_hash::FxHashMap;

use super::likeness::{self, Counts, Statement};
use super::people::Speakers;
use super::pieces::{self, Piece};
use super::strands::Strand;
use crate::lexicon::Lexicons;
use crate::model::{QuotationKind, Story};

/// Longest fragment, in words.
const LONGEST: usize = 5;
/// Words of the clause that the sentence of the fuller quotation must have, beside the fragment:
/// after one word of meaning, and after more.
const MIN_AROUND_ONE: usize = 3;
const MIN_AROUND_MORE: usize = 1;
/// Positions of a word in quotations beyond which it is everybody's.
const MOST_POSITIONS: usize = 200;

/// What the fragments are looked up in.
pub struct Material<'a> {
    pub story: &'a Story,
    pub lexicons: &'a Lexicons,
    pub speakers: &'a Speakers,
    pub counts: &'a Counts,
    pub strands: &'a [Strand],
}

/// Adds each fragment to the group of the fuller quotation, or makes a group of the two.
pub fn join(material: &Material<'_>, groups: &mut Vec<Vec<Piece>>) {
    let strands = material.strands;
    let grouped: HashSet<usize> = groups.iter().flatten().map(|it| it.strand).collect();
    let fragments: Vec<usize> = (0..strands.len())
        .filter(|it| strands[*it].units.len() <= LONGEST && !grouped.contains(it))
        .filter(|it| strands[*it].n_content(0..strands[*it].units.len()) > 0)
        .collect();
    let positions = positions(strands, &fragments);
    for fragment in fragments {
        let Some(first) = strands[fragment].units.first() else {
            continue;
        };
        let places = positions.get(&first.key).map_or(&[][..], Vec::as_slice);
        if places.len() > MOST_POSITIONS {
            continue;
        }
        let mut found: Vec<(f32, (usize, usize))> = places
            .iter()
            .filter_map(|at| Some((likeness_there(material, fragment, *at)?, *at)))
            .collect();
        found.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        for (_, (strand, at)) in found {
            add(strands, groups, fragment, (strand, at));
        }
    }
}

/// Where the first words of fragments stand in all quotations, in story order.
fn positions(strands: &[Strand], fragments: &[usize]) -> FxHashMap<u64, Vec<(usize, usize)>> {
    let mut res: FxHashMap<u64, Vec<(usize, usize)>> = FxHashMap::default();
    for fragment in fragments {
        if let Some(first) = strands[*fragment].units.first() {
            res.entry(first.key).or_default();
        }
    }
    for (idx, strand) in strands.iter().enumerate() {
        for (at, unit) in strand.units.iter().enumerate() {
            if let Some(list) = res.get_mut(&unit.key) {
                list.push((idx, at));
            }
        }
    }
    res
}

/// How alike the clauses are, if the fragment stands in the quotation and may be the same words.
fn likeness_there(
    material: &Material<'_>,
    fragment: usize,
    (strand, at): (usize, usize),
) -> Option<f32> {
    let (short, full) = (&material.strands[fragment], &material.strands[strand]);
    let there = full.units.get(at..at + short.units.len())?;
    let same = short.units.iter().zip(there).all(|(a, b)| a.key == b.key);
    if strand == fragment || short.article == full.article || !same {
        return None;
    }
    let speakers = material.speakers;
    let (who, whom) = (
        speakers.of(short.article, short.quotation),
        speakers.of(full.article, full.quotation),
    );
    let apart = who
        .iter()
        .any(|a| whom.iter().any(|b| speakers.are_different_people(*a, *b)));
    let clause = around(material, short, 0);
    let sentence = around(material, full, at);
    let n_content = short.n_content(0..short.units.len());
    // Three words in a row are no chance, whatever stands around them.
    let is_doubtful =
        short.units.len() < 3 && likeness::contradicts(material.lexicons, &clause, &sentence);
    if apart || is_doubtful {
        return None;
    }
    let found = likeness::likeness(material.counts, &clause, &sentence);
    let around = found.n_shared.saturating_sub(n_content);
    let common = found.n_common.saturating_sub(n_content);
    let said_by_one = who.iter().any(|it| whom.contains(it));
    let enough = match n_content {
        1 => around >= MIN_AROUND_ONE && common > 0,
        // Of one mouth, and more than a noun with its adjective.
        2 if said_by_one && short.units.len() > 2 => true,
        2 => around >= MIN_AROUND_MORE && (said_by_one || common > 0),
        _ => true,
    };
    enough.then(|| found.of_both())
}

/// The clause around a mixed quotation, its sentence where no clause is known, else the sentence of
/// the quotation at unit `at`.
fn around(material: &Material<'_>, strand: &Strand, at: usize) -> Statement {
    let article = strand.article;
    let annotations = material.story.annotations(article);
    let quotation = &annotations.quotations[strand.quotation];
    let statement = |spans: &[_]| Statement::new(material.story, material.lexicons, article, spans);
    if quotation.kind == QuotationKind::Mixed {
        let mut content = quotation.content.iter();
        if content.any(|it| !quotation.span.covers(*it)) {
            return statement(&quotation.content);
        }
        let sentences = annotations.sentences.iter();
        let around = sentences.filter(|it| it.overlaps(quotation.span)).copied();
        return statement(&around.collect::<Vec<_>>());
    }
    let (start, end) = strand.sentence(at);
    statement(&[strand.spans[start].to(strand.spans[end - 1])])
}

/// Joins the fragment, with the group it is in, to the group or free sentence where the words
/// stand, if one of the two is of fragments alone: such a group says no more than the words that
/// both have.
fn add(
    strands: &[Strand],
    groups: &mut Vec<Vec<Piece>>,
    fragment: usize,
    (strand, at): (usize, usize),
) {
    let piece = Piece {
        strand: fragment,
        start: 0,
        end: strands[fragment].units.len(),
    };
    let holds = |it: &Piece| it.strand == strand && it.start <= at && at < it.end;
    let own = groups.iter().position(|it| it.contains(&piece));
    let there = groups.iter().position(|it| it.iter().any(holds));
    let other = match there {
        Some(there) if own == Some(there) => return,
        Some(there) => std::mem::take(&mut groups[there]),
        None => {
            let full = pieces::free_sentence(strands, groups, strand, at);
            full.into_iter().collect()
        }
    };
    let joined = match own {
        Some(own) => std::mem::take(&mut groups[own]),
        None => vec![piece],
    };
    let is_short = |it: &Piece| it.end - it.start <= LONGEST;
    let are_short = |it: &[Piece]| it.iter().all(is_short);
    let meet = joined
        .iter()
        .any(|a| other.iter().any(|b| a.strand == b.strand));
    if (are_short(&joined) || are_short(&other)) && !meet {
        let mut group = joined;
        group.extend(other);
        group.sort();
        groups.push(group);
    } else {
        groups.extend([joined, other]);
    }
    groups.retain(|it| it.len() > 1);
}

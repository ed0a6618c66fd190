//! When the words that two quotations have in common are no chance.
//!
//! ```text
//! of one speaker    [It has always been leaking.]     a whole sentence, though short
//! of two speakers   eight words that make half a sentence, or all of a short one
//! of one article    nearly all of the one: a dek that repeats the body
//! ```

use std::ops::Range;

use super::align::Alignment;
use super::people::Speakers;
use super::strands::Strand;

/// Fewest matched words and content words of an alignment between longer quotations.
const MIN_WORDS: usize = 5;
const MIN_CONTENT: usize = 2;
/// Words that are no chance, however long the sentences.
const MANY_WORDS: usize = 8;
const MANY_CONTENT: usize = 4;
/// Fewest matched words where nearly all of the shorter quotation matches.
const MIN_NEARLY_ALL: usize = 4;
/// The words in common are no chance.
pub fn is_none(speakers: &Speakers, left: &Strand, right: &Strand, it: &Alignment) -> bool {
    let matched = it.pairs.len();
    let in_left = it.pairs.iter().filter(|(at, _)| left.units[*at].content);
    let content = in_left.count();
    let dense = 10 * matched >= 4 * it.range_a().len().min(it.range_b().len());
    let gapless = it.range_a().len().max(it.range_b().len()) == matched;
    if is_sentence(speakers, left, right, it) && content > 0 && gapless {
        return true;
    }
    // Few words with others between them are a chance.
    let few = matched <= MIN_WORDS && content <= MIN_CONTENT;
    if content < MIN_CONTENT || !dense || few && !gapless {
        return false;
    }
    let n_content = |it: &Strand| it.n_content(0..it.units.len());
    let shorter = n_content(left).min(n_content(right));
    let long = matched >= MIN_WORDS;
    // Fewer words than these are a fragment, which the clause around it must bear out.
    let nearly_all = matched >= MIN_NEARLY_ALL && 10 * content >= 8 * shorter;
    if left.article == right.article {
        // The dek repeats the body; the halves of one quotation only echo one another.
        let whole = left.units.len().min(right.units.len());
        return (long || nearly_all) && 10 * matched >= 9 * whole;
    }
    let who = speakers.of(left.article, left.quotation);
    let whom = speakers.of(right.article, right.quotation);
    let apart = who
        .iter()
        .any(|a| whom.iter().any(|b| speakers.are_different_people(*a, *b)));
    let around = around(left, &it.range_a()).min(around(right, &it.range_b()));
    let is_half = 2 * matched >= around;
    let many = matched >= MANY_WORDS && content >= MANY_CONTENT;
    // Two people may share a phrase, or both name one thing.
    if apart {
        let is_whole = matched >= MANY_WORDS && 10 * matched >= 9 * around;
        return many && is_half || is_whole;
    }
    long && (is_half || many) || nearly_all
}

/// A whole sentence of both, short as it may be, that two articles have of one speaker.
fn is_sentence(speakers: &Speakers, left: &Strand, right: &Strand, it: &Alignment) -> bool {
    let whole = |strand: &Strand, range: &Range<usize>| {
        range.len() >= MIN_NEARLY_ALL && around(strand, range) == range.len()
    };
    let who = speakers.of(left.article, left.quotation);
    let whom = speakers.of(right.article, right.quotation);
    left.article != right.article
        && who.iter().any(|it| whom.contains(it))
        && whole(left, &it.range_a())
        && whole(right, &it.range_b())
}

/// Words of the sentences that an alignment touches.
fn around(strand: &Strand, range: &Range<usize>) -> usize {
    let (start, _) = strand.sentence(range.start);
    let (_, end) = strand.sentence(range.end.saturating_sub(1));
    end - start
}

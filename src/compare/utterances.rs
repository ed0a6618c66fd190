//! The same thing said, in all its witnesses, with who is credited and what was edited.

use super::collation::{self, Reading};
use super::edits::{self, Pair};
use super::groups::{self, Piece};
use super::people::Speakers;
use super::strands::{self, Strand};
use crate::lexicon::Lexicons;
use crate::model::{Attribution, Place, SourceRule, Span, Story, Utterance, Witness};

/// Everything that is quoted in two places or more, by the place of its base.
pub fn utterances(story: &Story, speakers: &Speakers, lexicons: &Lexicons) -> Vec<Utterance> {
    let strands = strands::strands(story);
    let mut res: Vec<Utterance> = groups::groups(&strands, speakers)
        .iter()
        .map(|group| utterance(story, speakers, lexicons, &strands, group))
        .collect();
    res.sort_by_key(|it| it.witnesses[it.base].place);
    res
}

fn utterance(
    story: &Story,
    speakers: &Speakers,
    lexicons: &Lexicons,
    strands: &[Strand],
    group: &[Piece],
) -> Utterance {
    let readings: Vec<Reading<'_>> = group
        .iter()
        .map(|it| Reading {
            strand: &strands[it.strand],
            start: it.start,
            end: it.end,
        })
        .collect();
    let witnesses: Vec<Witness> = readings
        .iter()
        .map(|it| witness(story, speakers, it))
        .collect();
    let base = fullest(&readings);
    let mut edits = Vec::new();
    for (to, other) in readings.iter().enumerate() {
        if to != base {
            edits.extend(edits::edits(
                story,
                lexicons,
                &Pair {
                    base: readings[base],
                    from: base,
                    other: *other,
                    to,
                },
            ));
        }
    }
    let options: Vec<Option<Reading<'_>>> = readings.iter().copied().map(Some).collect();
    let mut who: Vec<usize> = witnesses
        .iter()
        .flat_map(|it| speakers.of(it.place.article, it.quotation))
        .copied()
        .collect();
    who.sort_unstable();
    who.dedup();
    Utterance {
        attribution: attribution(story, speakers, &witnesses),
        base,
        speakers: who,
        edits,
        collation: collation::columns(&options, base),
        witnesses,
    }
}

fn witness(story: &Story, speakers: &Speakers, reading: &Reading<'_>) -> Witness {
    let strand = reading.strand;
    let quotation = &story.annotations(strand.article).quotations[strand.quotation];
    let text = &story.article(strand.article).text;
    let words = reading.span(0, reading.len()).unwrap_or(quotation.span);
    // A whole quotation is shown with its punctuation.
    let start = if reading.start == 0 {
        quotation.span.start()
    } else {
        words.start()
    };
    let end = if reading.end == strand.units.len() {
        quotation.span.end()
    } else {
        words.end()
    };
    Witness {
        place: Place {
            article: strand.article,
            span: Span::new(text, start..end).unwrap_or(words),
        },
        quotation: strand.quotation,
        speaker: speakers
            .of(strand.article, strand.quotation)
            .first()
            .copied(),
        reported: false,
    }
}

/// Most words; of two the first in the story.
fn fullest(readings: &[Reading<'_>]) -> usize {
    let mut res = 0;
    for (idx, reading) in readings.iter().enumerate() {
        if reading.len() > readings[res].len() {
            res = idx;
        }
    }
    res
}

/// Two people differ only if each article names its own beside the words: a pronoun or a
/// continued paragraph may be resolved wrongly, and a false alarm costs more than a miss.
fn attribution(story: &Story, speakers: &Speakers, witnesses: &[Witness]) -> Attribution {
    let known: Vec<(&Witness, &[usize])> = witnesses
        .iter()
        .map(|it| (it, speakers.of(it.place.article, it.quotation)))
        .filter(|(_, who)| !who.is_empty())
        .collect();
    let is_named = |it: &Witness| {
        story.annotations(it.place.article).quotations[it.quotation]
            .sources
            .iter()
            .all(|source| match source.rule {
                SourceRule::Named | SourceRule::Interrupted => true,
                SourceRule::Pronoun | SourceRule::SameSentence | SourceRule::Continued => false,
            })
    };
    let clash = known.iter().any(|(one, who)| {
        known.iter().any(|(other, whom)| {
            one.place.article != other.place.article
                && is_named(one)
                && is_named(other)
                && who
                    .iter()
                    .all(|a| whom.iter().all(|b| speakers.are_different_people(*a, *b)))
        })
    });
    if clash {
        Attribution::Differs
    } else if known.len() > 1 {
        Attribution::Agrees
    } else {
        Attribution::Unattributed
    }
}

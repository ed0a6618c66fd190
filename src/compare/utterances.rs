//! The same thing said, in all its witnesses, with who is credited and what was edited.

use super::collation::{self, Reading};
use super::decided::Decided;
use super::edits::{self, Change, Pair};
use super::likeness::Counts;
use super::moves::Quoted;
use super::people::{Relation, Speakers};
use super::reported::{self, Said};
use super::strands::{self, Strand};
use super::{fragments, fullest, groups};
use crate::lexicon::Lexicons;
use crate::model::{ArticleIdx, Attribution, Place, SourceRule, Span, Story, Utterance, Witness};

/// What the utterances are made from.
pub struct Material<'a> {
    pub story: &'a Story,
    pub lexicons: &'a Lexicons,
    pub speakers: &'a Speakers,
    pub counts: &'a Counts,
}

/// Everything that is quoted in two places, or quoted in one article and reported in another, by
/// the place of its base.
pub fn utterances(material: &Material<'_>, decided: &mut Decided<'_>) -> Vec<Utterance> {
    let Material {
        story,
        lexicons,
        speakers,
        counts,
    } = *material;
    let strands = strands::strands(story);
    let mut groups = groups::groups(&strands, speakers);
    fragments::join(
        &fragments::Material {
            story,
            lexicons,
            speakers,
            counts,
            strands: &strands,
        },
        &mut groups,
    );
    let said = reported::join(
        &reported::Material {
            story,
            lexicons,
            speakers,
            counts,
            strands: &strands,
        },
        groups,
    );
    let said = decided.said(&strands, said);
    let quoted = Quoted::new(&strands, said.iter().map(|it| it.pieces.as_slice()));
    let mut res: Vec<Utterance> = said
        .iter()
        .map(|it| utterance(material, &strands, &quoted, it))
        .collect();
    res.sort_by_key(|it| it.witnesses[it.base].place);
    res
}

fn utterance(
    material: &Material<'_>,
    strands: &[Strand],
    quoted: &Quoted<'_>,
    said: &Said,
) -> Utterance {
    let Material {
        story,
        lexicons,
        speakers,
        ..
    } = *material;
    let direct = said.pieces.iter().map(|it| {
        let reading = Reading {
            strand: &strands[it.strand],
            start: it.start,
            end: it.end,
        };
        (quoted_witness(story, speakers, &reading), Some(reading))
    });
    let reported = said.reported.iter().map(|(article, quotation)| {
        (
            reported_witness(story, speakers, *article, *quotation),
            None,
        )
    });
    let mut both: Vec<(Witness, Option<Reading<'_>>)> = direct.chain(reported).collect();
    // What an article quotes stands before what it reports.
    both.sort_by_key(|(it, _)| (it.place.article, it.reported, it.place));
    let (witnesses, readings): (Vec<Witness>, Vec<Option<Reading<'_>>>) = both.into_iter().unzip();
    let base = base(&readings);
    let mut changes: Vec<Change> = Vec::new();
    for (to, other) in readings.iter().enumerate() {
        if let (Some(base_reading), Some(other)) = (readings[base], *other)
            && to != base
        {
            let material = edits::Material {
                story,
                lexicons,
                quoted,
            };
            let pair = Pair {
                base: base_reading,
                from: base,
                other,
                to,
            };
            changes.extend(edits::changes(&material, &pair));
        }
    }
    let fullest = match &readings[base] {
        Some(it) => fullest::stretches(story, it, &witnesses[base], &readings, &changes),
        None => Vec::new(),
    };
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
        edits: changes.into_iter().map(|it| it.edit).collect(),
        fullest,
        collation: collation::columns(&readings, base),
        witnesses,
        by_reader: said.by_reader,
    }
}

fn reported_witness(
    story: &Story,
    speakers: &Speakers,
    article: ArticleIdx,
    quotation: usize,
) -> Witness {
    Witness {
        place: Place {
            article,
            span: story.annotations(article).quotations[quotation].span,
        },
        quotation,
        speaker: speakers.of(article, quotation).first().copied(),
        reported: true,
    }
}

fn quoted_witness(story: &Story, speakers: &Speakers, reading: &Reading<'_>) -> Witness {
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

/// Most words that are no editor's; of two the first in the story.
fn base(readings: &[Option<Reading<'_>>]) -> usize {
    let len = |idx: usize| readings[idx].map_or(0, |it| it.n_spoken());
    (0..readings.len()).fold(0, |res, it| if len(it) > len(res) { it } else { res })
}

/// Two people differ only if each is surely credited: named beside the words in one article, or
/// found behind a pronoun or continued paragraph in two that agree. A single pronoun may be
/// resolved wrongly, and a false alarm costs more than a miss.
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
                SourceRule::Named | SourceRule::Interrupted | SourceRule::Reader => true,
                SourceRule::Pronoun | SourceRule::SameSentence | SourceRule::Continued => false,
            })
    };
    let is_sure = |(one, who): &(&Witness, &[usize])| {
        let agrees = |(other, whom): &(&Witness, &[usize])| {
            other.place.article != one.place.article && who.iter().any(|it| whom.contains(it))
        };
        is_named(one) || known.iter().any(agrees)
    };
    let sure: Vec<&(&Witness, &[usize])> = known.iter().filter(|it| is_sure(it)).collect();
    let clash = sure.iter().any(|(one, who)| {
        sure.iter().any(|(other, whom)| {
            one.place.article != other.place.article
                && who
                    .iter()
                    .all(|a| whom.iter().all(|b| speakers.are_surely_different(*a, *b)))
        })
    });
    let open = known.iter().any(|(_, who)| {
        known
            .iter()
            .any(|(_, whom)| speakers.relation(who, whom) == Relation::Other)
    });
    if clash {
        Attribution::Differs
    } else if open {
        Attribution::Open
    } else if known.len() > 1 {
        Attribution::Agrees
    } else {
        Attribution::Unattributed
    }
}

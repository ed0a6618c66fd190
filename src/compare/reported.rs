//! Reported speech that tells what another outlet quotes: the weaker witnesses of an utterance.
//!
//! ```text
//! coast   “We will publish the log of the gate,” Ruiz said.
//! north   Ruiz said that the log of the gate would be published.
//! ```
//! The clause must share half of its weight of lemmas with the quotation's, must not contradict it,
//! and be of the same source; one that speaks for it, and others, need more and a verb in common. A
//! weak witness joins one utterance and never brings two together.

use rustc_hash::FxHashMap;

use super::likeness::{self, Counts, Likeness, Statement};
use super::people::{Relation, Speakers};
use super::pieces::{self, Piece};
use super::strands::{self, Strand};
use crate::lexicon::{Lexicons, Tag};
use crate::model::{ArticleIdx, Place, QuotationKind, Span, Story, TokenKind};

/// What the reported clauses are looked up in.
pub struct Material<'a> {
    pub story: &'a Story,
    pub lexicons: &'a Lexicons,
    pub speakers: &'a Speakers,
    pub counts: &'a Counts,
    pub strands: &'a [Strand],
}

/// An utterance before it is told: its quoted pieces and who reports it.
#[derive(Clone, Debug, Default)]
pub struct Said {
    pub pieces: Vec<Piece>,
    /// (article, index into its quotations), in story order.
    pub reported: Vec<(ArticleIdx, usize)>,
    pub by_reader: bool,
}

/// Part of a quotation against which a clause is held.
struct Target {
    /// Index into the groups; `None`: quoted in one place only.
    group: Option<usize>,
    piece: Piece,
    statement: Statement,
    /// Content lemmas of a mixed quotation's own words; of a direct one none.
    quoted: Vec<u64>,
}

/// A clause that tells what a target tells.
struct Match {
    score: f32,
    article: ArticleIdx,
    quotation: usize,
    target: usize,
}

/// More targets than these with one lemma: it finds nobody.
const MOST_POSTINGS: usize = 300;
const MIN_SHARED: usize = 3;
const MIN_COMMON: usize = 2;

/// The groups with their reported witnesses, and what is quoted once and reported elsewhere.
pub fn join(material: &Material<'_>, groups: Vec<Vec<Piece>>) -> Vec<Said> {
    let targets = targets(material, &groups);
    let mut matches = matches(material, &targets);
    matches.sort_by(|a, b| {
        let key = |it: &Match| (it.article, it.quotation, it.target);
        b.score
            .total_cmp(&a.score)
            .then_with(|| key(a).cmp(&key(b)))
    });
    let mut res: Vec<Said> = groups
        .into_iter()
        .map(|pieces| Said {
            pieces,
            ..Said::default()
        })
        .collect();
    let n_groups = res.len();
    let mut taken: Vec<Place> = Vec::new();
    for found in matches {
        let place = Place {
            article: found.article,
            span: material.story.annotations(found.article).quotations[found.quotation].span,
        };
        let target = &targets[found.target];
        let is_taken = taken
            .iter()
            .any(|it| it.article == place.article && it.span.overlaps(place.span));
        if is_taken {
            continue;
        }
        let idx = match target.group {
            Some(idx) => Some(idx),
            None => res[n_groups..]
                .iter()
                .position(|it| it.pieces.iter().any(|it| it.overlaps(&target.piece)))
                .map(|it| it + n_groups),
        };
        let idx = idx.unwrap_or_else(|| {
            res.push(Said {
                pieces: vec![target.piece.clone()],
                ..Said::default()
            });
            res.len() - 1
        });
        taken.push(place);
        res[idx].reported.push((found.article, found.quotation));
    }
    for said in &mut res {
        said.reported.sort_unstable();
    }
    // What one article quotes and reports itself is no shared utterance.
    res.retain(|it| {
        it.pieces.len() > 1
            || it
                .reported
                .iter()
                .any(|(article, _)| *article != material.strands[it.pieces[0].strand].article)
    });
    res
}

/// Whole pieces and their sentences; of quotations in no group the sentences alone.
fn targets(material: &Material<'_>, groups: &[Vec<Piece>]) -> Vec<Target> {
    let strands = material.strands;
    let mut found: Vec<(Option<usize>, Piece)> = Vec::new();
    for (idx, group) in groups.iter().enumerate() {
        for piece in group {
            found.push((Some(idx), piece.clone()));
            let sentences = pieces::sentences(&strands[piece.strand], piece);
            if sentences.len() > 1 {
                found.extend(sentences.into_iter().map(|it| (Some(idx), it)));
            }
        }
    }
    let free = pieces::free(strands, groups).into_iter();
    found.extend(free.map(|it| (None, it)));
    found
        .into_iter()
        .map(|(group, piece)| {
            let strand = &strands[piece.strand];
            let words = strand.spans[piece.start].to(strand.spans[piece.end - 1]);
            let quotation =
                &material.story.annotations(strand.article).quotations[strand.quotation];
            let statement = |spans: &[Span]| {
                Statement::new(material.story, material.lexicons, strand.article, spans)
            };
            let (statement, quoted) = if quotation.kind == QuotationKind::Mixed {
                (statement(&quotation.content), statement(&[words]).lemmas)
            } else {
                (statement(&[words]), Vec::new())
            };
            Target {
                group,
                piece,
                statement,
                quoted,
            }
        })
        .collect()
}

fn matches(material: &Material<'_>, targets: &[Target]) -> Vec<Match> {
    let mut postings: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
    for (idx, target) in targets.iter().enumerate() {
        for lemma in &target.statement.lemmas {
            postings.entry(*lemma).or_default().push(idx);
        }
    }
    let mut res = Vec::new();
    for article in material.story.indices() {
        let quotations = &material.story.annotations(article).quotations;
        for (quotation, it) in quotations.iter().enumerate() {
            if it.kind != QuotationKind::Reported
                || holds_witness(material, targets, article, it.span)
            {
                continue;
            }
            let statement = Statement::new(material.story, material.lexicons, article, &it.content);
            let mut near: Vec<usize> = statement
                .lemmas
                .iter()
                .filter_map(|it| postings.get(it))
                .filter(|it| it.len() <= MOST_POSTINGS)
                .flatten()
                .copied()
                .collect();
            near.sort_unstable();
            let near = near.chunk_by(|a, b| a == b).filter(|it| it.len() > 1);
            let near: Vec<usize> = near.map(|it| it[0]).collect();
            let strand = |it: &usize| &material.strands[targets[*it].piece.strand];
            if near
                .iter()
                .any(|it| is_unmarked(material, (article, quotation), strand(it)))
            {
                continue;
            }
            for target in near {
                let score = score(material, (article, quotation), &statement, &targets[target]);
                res.extend(score.map(|score| Match {
                    score,
                    article,
                    quotation,
                    target,
                }));
            }
        }
    }
    res
}

/// The clause around a quotation that is a witness itself, or a part of that clause.
fn holds_witness(
    material: &Material<'_>,
    targets: &[Target],
    article: ArticleIdx,
    span: Span,
) -> bool {
    targets.iter().filter(|it| it.group.is_some()).any(|it| {
        let strand = &material.strands[it.piece.strand];
        let quotation = &material.story.annotations(strand.article).quotations[strand.quotation];
        strand.article == article
            && (quotation.span.overlaps(span)
                || quotation.content.iter().any(|it| it.overlaps(span)))
    })
}

fn score(
    material: &Material<'_>,
    (article, quotation): (ArticleIdx, usize),
    clause: &Statement,
    target: &Target,
) -> Option<f32> {
    let strand = &material.strands[target.piece.strand];
    let own = &material.story.annotations(article).quotations;
    if strand.article == article && own[quotation].span.overlaps(own[strand.quotation].span) {
        return None;
    }
    let found = likeness::likeness(material.counts, clause, &target.statement);
    let relation = material.speakers.relation(
        material.speakers.of(article, quotation),
        material.speakers.of(strand.article, strand.quotation),
    );
    // Of a mixed quotation the quoted words count, not only the clause around them.
    let quoted = &target.quoted;
    let n_quoted = quoted
        .iter()
        .filter(|it| clause.lemmas.contains(it))
        .count();
    let accepted = found.n_shared >= MIN_SHARED
        && 2 * n_quoted >= quoted.len()
        && found.n_common >= MIN_COMMON
        && is_enough(relation, &found)
        && (relation == Relation::Same || likeness::share_verb(clause, &target.statement))
        && !is_denied(material, article, quotation)
        && !likeness::contradicts(material.lexicons, clause, &target.statement);
    // A whole piece and its best sentence are nearly equal: the fuller wins by its own weight.
    accepted.then(|| found.of_both() + 0.25 * found.of_a)
}

/// The clause stands in the quotation with its source and cue: the words of the speaker without
/// marks (an embedded post), not somebody's report of them.
fn is_unmarked(
    material: &Material<'_>,
    (article, quotation): (ArticleIdx, usize),
    strand: &Strand,
) -> bool {
    let annotations = material.story.annotations(article);
    let tokens = strands::tokens_in(&annotations.tokens, annotations.quotations[quotation].span);
    let words: Vec<u64> = tokens
        .iter()
        .filter(|it| matches!(it.kind, TokenKind::Word | TokenKind::Number))
        .map(|it| it.key)
        .collect();
    let mut windows = strand.units.windows(words.len().max(1));
    windows.any(|it| it.iter().map(|it| it.key).eq(words.iter().copied()))
}

/// Thresholds by what ties the two sources together; set on the development stories.
fn is_enough(relation: Relation, found: &Likeness) -> bool {
    let high = found.of_a.max(found.of_b);
    let low = found.of_a.min(found.of_b);
    match relation {
        Relation::Same if found.n_shared == MIN_SHARED => high >= 0.6 && low >= 0.4,
        Relation::Same => {
            let both = high + low;
            let is_rich = found.n_common > 2 && both >= 0.75 || found.n_common > 4 && both >= 0.65;
            high >= 0.5 && low >= 0.15 || is_rich
        }
        Relation::Level => high >= 0.6 && (low >= 0.5 || low >= 0.3 && found.n_shared > 4),
        Relation::Unknown => high >= 0.65 && low >= 0.4 && found.n_common > 2,
        Relation::Other => high >= 0.75 && low >= 0.55 && found.n_shared > 4 && found.n_common > 2,
    }
}

/// `denied that …` tells the opposite of its clause.
fn is_denied(material: &Material<'_>, article: ArticleIdx, quotation: usize) -> bool {
    let Some(cue) = material.story.annotations(article).quotations[quotation].cue else {
        return false;
    };
    let text = &material.story.article(article).text;
    cue.span.of(text).split_whitespace().any(|word| {
        let lemma = material.lexicons.lemma(&word.to_lowercase(), Tag::Verb);
        let verb = material.lexicons.reporting_verb(&lemma);
        verb.is_some_and(|it| it.stance == "denied")
    })
}

//! What one outlet tells, in its own sentences: chosen, never written.
//!
//! The lead, then by turns the sentence at the story's core (LexRank) and the one that holds most of
//! what no other outlet has, each if it repeats none before (after Carbonell & Goldstein 1998), in
//! reading order. A sentence that opens with a pronoun or connective, or that is a piece of a
//! quotation, is not understood alone and not taken.

mod central;
mod sentences;
mod unique;

use std::collections::BTreeSet;

use self::central::Centrality;
use self::sentences::Sentences;
use self::unique::Spread;
use super::focus::Focus;
use crate::lexicon::Lexicons;
use crate::model::{
    ArticleIdx, EvidenceKind, FactKind, FactRow, Passage, Place, Span, Story, Summary, Utterance,
};

/// Sentences of a summary; one more for so many that the article has.
const MIN_SENTENCES: usize = 3;
const MOST_SENTENCES: usize = 5;
const SENTENCES_FOR_MORE: usize = 20;

/// What the summaries are chosen by.
pub struct Material<'a> {
    pub story: &'a Story,
    pub lexicons: &'a Lexicons,
    pub utterances: &'a [Utterance],
    pub passages: &'a [Passage],
    pub facts: &'a [FactRow],
    pub focus: &'a Focus,
}

/// One summary for each article, in the order of the story.
pub fn summaries(material: &Material<'_>) -> Vec<Summary> {
    let spread = Spread::new(material.story);
    let centrality = Centrality::new(material.story);
    let shared = shared(material);
    material
        .story
        .indices()
        .map(|article| {
            let sentences = Sentences {
                story: material.story,
                lexicons: material.lexicons,
                article,
            };
            let shared = &shared[article.0];
            let is_searched = material.story.articles.len() > 1
                && !material.story.annotations(article).only_marks;
            let only_here = if is_searched {
                unique::only_here(sentences, &spread, material.focus, shared)
            } else {
                Vec::new()
            };
            Summary {
                sentences: chosen(sentences, &centrality, &only_here),
                no_match: no_match(material, article),
                evidence: evidence(material.story, article),
                only_here,
                distinctive: Vec::new(),
            }
        })
        .collect()
}

/// The lead, what the story's core is, and what is this outlet's own, in reading order.
fn chosen(sentences: Sentences<'_>, centrality: &Centrality, only_here: &[Span]) -> Vec<Span> {
    let article = sentences.article;
    let whole = sentences.whole();
    let most = MOST_SENTENCES.min(MIN_SENTENCES + whole.len() / SENTENCES_FOR_MORE);
    let mut res: Vec<Span> = whole.first().copied().into_iter().collect();
    let mut central: Vec<Span> = whole
        .iter()
        .copied()
        .skip(1)
        .filter(|it| sentences.tells(*it))
        .collect();
    central.sort_by(|a, b| {
        let rank = |it: &Span| centrality.of(article, *it);
        rank(b).total_cmp(&rank(a)).then_with(|| a.cmp(b))
    });
    // In turns: one of the core, one of its own.
    let mut own = only_here.iter().copied();
    let mut central = central.into_iter();
    while res.len() < most {
        let n_before = res.len();
        let is_new =
            |it: &Span, res: &[Span]| res.iter().all(|one| !centrality.repeat(article, *one, *it));
        res.extend(central.find(|it| is_new(it, &res)));
        if res.len() < most {
            res.extend(own.find(|it| is_new(it, &res)));
        }
        if res.len() == n_before {
            break;
        }
    }
    res.sort_unstable();
    res
}

/// By article: the places of which another article has a match.
fn shared(material: &Material<'_>) -> Vec<Vec<Span>> {
    let mut res: Vec<Vec<Span>> = vec![Vec::new(); material.story.articles.len()];
    let mut add = |places: &[Place]| {
        let articles: BTreeSet<ArticleIdx> = places.iter().map(|it| it.article).collect();
        if articles.len() > 1 {
            for place in places {
                res[place.article.0].push(place.span);
            }
        }
    };
    for utterance in material.utterances {
        let places: Vec<Place> = utterance.witnesses.iter().map(|it| it.place).collect();
        add(&places);
    }
    for passage in material.passages {
        add(&passage.members);
    }
    // A shared title or credit does not make the sentence around it shared.
    let is_act = |it: &&FactRow| {
        matches!(
            it.kind,
            FactKind::Quantity | FactKind::Actor | FactKind::Other
        )
    };
    for row in material.facts.iter().filter(is_act) {
        let places: Vec<Place> = row
            .cells
            .iter()
            .flat_map(|cell| {
                let article = cell.article;
                cell.spans.iter().map(move |span| Place {
                    article,
                    span: *span,
                })
            })
            .collect();
        add(&places);
    }
    res
}

/// Utterances that two or more other outlets carry.
fn no_match(material: &Material<'_>, article: ArticleIdx) -> Vec<usize> {
    let carriers = |it: &Utterance| {
        let witnesses = it.witnesses.iter();
        let articles = witnesses.map(|it| it.place.article);
        articles.collect::<BTreeSet<ArticleIdx>>()
    };
    (0..material.utterances.len())
        .filter(|it| {
            let articles = carriers(&material.utterances[*it]);
            articles.len() > 1 && !articles.contains(&article)
        })
        .collect()
}

/// Statements that are worth a line of a card.
fn evidence(story: &Story, article: ArticleIdx) -> Vec<usize> {
    let evidence = &story.annotations(article).evidence;
    (0..evidence.len())
        .filter(|it| match evidence[*it].kind {
            EvidenceKind::AssertsEvidence
            | EvidenceKind::NoEvidenceGiven
            | EvidenceKind::Assessment
            | EvidenceKind::CredibleInformation
            | EvidenceKind::Denial
            | EvidenceKind::NoResponse
            | EvidenceKind::Unverified => true,
            EvidenceKind::Hedge | EvidenceKind::CounterAccusation => false,
        })
        .collect()
}

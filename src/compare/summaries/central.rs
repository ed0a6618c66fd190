//! Which sentences hold most of what the story tells: LexRank (Erkan & Radev 2004).
//!
//! Every sentence recommends those that are like it, the more the more it is itself recommended.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use crate::compare::strands::tokens_in;
use crate::model::{ArticleIdx, Place, Span, Story, TokenKind};

/// A word of more sentences likens nothing.
const MOST_POSTINGS: usize = 60;
/// Likeness (cosine) from which a sentence recommends another, as in the paper.
const MIN_LIKENESS: f32 = 0.1;
/// What each sentence has without being recommended, as in the paper.
const DAMPING: f32 = 0.15;
const ROUNDS: usize = 12;

/// The rank of each sentence of the story.
pub struct Centrality {
    ranks: BTreeMap<Place, f32>,
    lemmas: BTreeMap<Place, Vec<u64>>,
}

impl Centrality {
    pub fn new(story: &Story) -> Self {
        let sentences: Vec<(Place, Vec<u64>)> = story
            .indices()
            .flat_map(|article| {
                let spans = story.annotations(article).sentences.iter();
                spans.map(move |span| {
                    let place = Place {
                        article,
                        span: *span,
                    };
                    (place, lemmas(story, place))
                })
            })
            .collect();
        let ranks = ranks(&likenesses(&sentences));
        Self {
            ranks: sentences.iter().map(|it| it.0).zip(ranks).collect(),
            lemmas: sentences.into_iter().collect(),
        }
    }

    pub fn of(&self, article: ArticleIdx, span: Span) -> f32 {
        let place = Place { article, span };
        self.ranks.get(&place).copied().unwrap_or(0.0)
    }

    /// Half of the words of the shorter sentence stand in the other.
    pub fn repeat(&self, article: ArticleIdx, a: Span, b: Span) -> bool {
        let of = |span: Span| self.lemmas.get(&Place { article, span });
        let (Some(a), Some(b)) = (of(a), of(b)) else {
            return false;
        };
        let n_shared = a.iter().filter(|it| b.binary_search(it).is_ok()).count();
        2 * n_shared >= a.len().min(b.len()).max(1)
    }
}

/// Content lemmas, ascending.
fn lemmas(story: &Story, place: Place) -> Vec<u64> {
    let tokens = tokens_in(&story.annotations(place.article).tokens, place.span);
    let words = tokens
        .iter()
        .filter(|it| it.content && it.kind == TokenKind::Word);
    words
        .map(|it| it.lemma)
        .collect::<BTreeSet<u64>>()
        .into_iter()
        .collect()
}

/// For each sentence those that are like it, in order, and how much.
fn likenesses(sentences: &[(Place, Vec<u64>)]) -> Vec<Vec<(usize, f32)>> {
    let mut postings: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
    for (at, (_, lemmas)) in sentences.iter().enumerate() {
        for lemma in lemmas {
            postings.entry(*lemma).or_default().push(at);
        }
    }
    let all = f32::from(u16::try_from(sentences.len()).unwrap_or(u16::MAX));
    let weight = |lemma: &u64| {
        let n = postings.get(lemma).map_or(1, Vec::len);
        let n = f32::from(u16::try_from(n).unwrap_or(u16::MAX));
        (all / n).max(1.0).ln()
    };
    let length = |lemmas: &[u64]| {
        let sum: f32 = lemmas.iter().map(|it| weight(it) * weight(it)).sum();
        sum.sqrt().max(f32::MIN_POSITIVE)
    };
    let lengths: Vec<f32> = sentences.iter().map(|it| length(&it.1)).collect();
    let mut dots = vec![0.0_f32; sentences.len()];
    sentences
        .iter()
        .enumerate()
        .map(|(at, (_, lemmas))| {
            let mut met: Vec<usize> = Vec::new();
            for lemma in lemmas {
                let others = &postings[lemma];
                if others.len() > MOST_POSTINGS {
                    continue;
                }
                for other in others.iter().filter(|it| **it != at) {
                    if dots[*other] == 0.0 {
                        met.push(*other);
                    }
                    dots[*other] += weight(lemma) * weight(lemma);
                }
            }
            met.sort_unstable();
            let like = |other: usize| (other, dots[other] / (lengths[at] * lengths[other]));
            let res = met
                .iter()
                .map(|it| like(*it))
                .filter(|it| it.1 >= MIN_LIKENESS);
            let res: Vec<(usize, f32)> = res.collect();
            for other in met {
                dots[other] = 0.0;
            }
            res
        })
        .collect()
}

fn ranks(likenesses: &[Vec<(usize, f32)>]) -> Vec<f32> {
    let given: Vec<f32> = likenesses
        .iter()
        .map(|it| it.iter().map(|it| it.1).sum::<f32>().max(f32::MIN_POSITIVE))
        .collect();
    let mut ranks = vec![1.0_f32; likenesses.len()];
    for _ in 0..ROUNDS {
        ranks = likenesses
            .iter()
            .map(|like| {
                let sum: f32 = like
                    .iter()
                    .map(|(it, much)| much * ranks[*it] / given[*it])
                    .sum();
                DAMPING + (1.0 - DAMPING) * sum
            })
            .collect();
    }
    ranks
}

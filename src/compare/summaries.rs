//! What one outlet tells, in its own sentences: chosen, never written.
//!
//! The lead, then the sentence that holds most of what other outlets also have, then the one that
//! holds most of what none has (a small budget after Carbonell & Goldstein 1998), in reading order.
//! A sentence that opens with a pronoun or connective, or that is a piece of a quotation, is not
//! understood alone and not taken.

use std::collections::{HashMap, HashSet};

use super::strands::tokens_in;
use crate::lexicon::{Lexicons, Tag};
use crate::model::{
    ArticleIdx, EvidenceKind, FactRow, Passage, Place, QuotationKind, Span, Story, Summary,
    Utterance,
};

/// Most sentences of `only here`.
const MOST_ONLY_HERE: usize = 4;
/// Share of a sentence's content words that no other outlet has, in percent.
const NEW_PERCENT: usize = 45;
const MIN_NEW: usize = 4;

/// What the summaries are chosen by.
pub struct Material<'a> {
    pub story: &'a Story,
    pub lexicons: &'a Lexicons,
    pub utterances: &'a [Utterance],
    pub passages: &'a [Passage],
    pub facts: &'a [FactRow],
}

/// One summary for each article, in the order of the story.
pub fn summaries(material: &Material<'_>) -> Vec<Summary> {
    let n_articles_with = articles_with(material.story);
    let shared = shared(material);
    material
        .story
        .indices()
        .map(|article| {
            Summarizer {
                story: material.story,
                article,
                utterances: material.utterances,
                shared: &shared[article.0],
                n_articles_with: &n_articles_with,
                lexicons: material.lexicons,
            }
            .summary()
        })
        .collect()
}

/// By article: the places of which another article has a match.
fn shared(material: &Material<'_>) -> Vec<Vec<Span>> {
    let mut res: Vec<Vec<Span>> = vec![Vec::new(); material.story.articles.len()];
    let mut add = |places: &[Place]| {
        let first = places.first().map(|it| it.article);
        if places.iter().any(|it| Some(it.article) != first) {
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
    for row in material.facts {
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

/// By lemma: how many articles have it.
fn articles_with(story: &Story) -> HashMap<u64, usize> {
    let mut res: HashMap<u64, usize> = HashMap::new();
    for article in story.indices() {
        let mut seen = HashSet::new();
        for token in &story.annotations(article).tokens {
            if token.content && seen.insert(token.lemma) {
                *res.entry(token.lemma).or_default() += 1;
            }
        }
    }
    res
}

struct Summarizer<'a> {
    story: &'a Story,
    article: ArticleIdx,
    utterances: &'a [Utterance],
    /// Places of this article of which another has a match.
    shared: &'a [Span],
    n_articles_with: &'a HashMap<u64, usize>,
    lexicons: &'a Lexicons,
}

impl Summarizer<'_> {
    fn summary(&self) -> Summary {
        let whole: Vec<Span> = self.whole_sentences();
        let mut sentences: Vec<Span> = whole.first().copied().into_iter().collect();
        let alone: Vec<Span> = whole
            .iter()
            .skip(1)
            .copied()
            .filter(|it| self.stands_alone(*it))
            .collect();
        let shared = best(&alone, |it| self.count(it, |n| n > 1));
        let taken = |it: &Span, sentences: &[Span]| sentences.contains(it);
        sentences.extend(shared);
        let rest: Vec<Span> = alone
            .iter()
            .copied()
            .filter(|it| !taken(it, &sentences))
            .collect();
        sentences.extend(best(&rest, |it| self.count(it, |n| n == 1)));
        sentences.sort_unstable();
        Summary {
            sentences,
            only_here: self.only_here(&whole),
            no_match: self.no_match(),
            evidence: self.evidence(),
            distinctive: Vec::new(),
        }
    }

    fn text(&self) -> &str {
        &self.story.article(self.article).text
    }

    /// Sentences that are not inside a quotation.
    fn whole_sentences(&self) -> Vec<Span> {
        let annotations = self.story.annotations(self.article);
        let inside = |sentence: Span| {
            annotations.quotations.iter().any(|it| {
                it.kind != QuotationKind::Reported
                    && it.span.overlaps(sentence)
                    && !sentence.covers(it.span)
            })
        };
        annotations
            .sentences
            .iter()
            .copied()
            .filter(|it| !inside(*it))
            .collect()
    }

    fn stands_alone(&self, sentence: Span) -> bool {
        let words = sentence.of(self.text());
        (6..=45).contains(&words.split_whitespace().count())
            && self.opens_alone(sentence)
            && !words.starts_with(['“', '"', '‘'])
    }

    /// Its first word needs no sentence before it.
    fn opens_alone(&self, sentence: Span) -> bool {
        let words = sentence.of(self.text());
        let first: String = words
            .split_whitespace()
            .next()
            .unwrap_or_default()
            .trim_matches(|c: char| !c.is_alphanumeric())
            .to_lowercase();
        !matches!(self.lexicons.tag(&first), Some(Tag::Pron | Tag::Cconj))
    }

    /// Different content lemmas that as many articles have as `wanted` says.
    fn count(&self, sentence: Span, wanted: impl Fn(usize) -> bool) -> usize {
        let tokens = tokens_in(&self.story.annotations(self.article).tokens, sentence);
        let lemmas: HashSet<u64> = tokens
            .iter()
            .filter(|it| it.content)
            .map(|it| it.lemma)
            .collect();
        lemmas
            .into_iter()
            .collect::<std::collections::BTreeSet<_>>()
            .into_iter()
            .filter(|it| wanted(self.n_articles_with.get(it).copied().unwrap_or(0)))
            .count()
    }

    fn only_here(&self, whole: &[Span]) -> Vec<Span> {
        if self.story.articles.len() < 2 {
            return Vec::new();
        }
        let is_shared = |it: &Span| self.shared.iter().any(|span| span.overlaps(*it));
        let mut found: Vec<(usize, Span)> = whole
            .iter()
            .filter(|it| self.opens_alone(**it) && !is_shared(it))
            .filter_map(|it| {
                let new = self.count(*it, |n| n == 1);
                let all = self.count(*it, |_| true);
                (new >= MIN_NEW && 100 * new >= NEW_PERCENT * all).then_some((new, *it))
            })
            .collect();
        found.sort_by_key(|(new, span)| (std::cmp::Reverse(*new), *span));
        let mut res: Vec<Span> = found
            .into_iter()
            .take(MOST_ONLY_HERE)
            .map(|it| it.1)
            .collect();
        res.sort_unstable();
        res
    }

    /// Utterances that two or more others carry.
    fn no_match(&self) -> Vec<usize> {
        let carriers = |it: &Utterance| {
            let articles: std::collections::BTreeSet<ArticleIdx> =
                it.witnesses.iter().map(|it| it.place.article).collect();
            articles
        };
        (0..self.utterances.len())
            .filter(|it| {
                let articles = carriers(&self.utterances[*it]);
                articles.len() > 1 && !articles.contains(&self.article)
            })
            .collect()
    }

    fn evidence(&self) -> Vec<usize> {
        let evidence = &self.story.annotations(self.article).evidence;
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
}

/// The span with the highest score; of two the first.
fn best(spans: &[Span], score: impl Fn(Span) -> usize) -> Option<Span> {
    let mut res: Option<(usize, Span)> = None;
    for span in spans {
        let score = score(*span);
        if score > 0 && res.is_none_or(|it| score > it.0) {
            res = Some((score, *span));
        }
    }
    res.map(|it| it.1)
}

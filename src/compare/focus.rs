//! What a story is about: the words that the openings of several articles share, and the names that
//! half of the articles have.
//!
//! An opening is the headline, the dek and the first two sentences. A sentence that has none of
//! these words speaks of something else, or sells something; one that has several is near the core.

use std::collections::{BTreeMap, BTreeSet};

use super::strands::tokens_in;
use crate::lexicon::{Lexicons, Tag};
use crate::model::{ArticleIdx, Span, Story, Token, TokenKind};

/// Sentences of prose that belong to an opening.
const LEAD_SENTENCES: usize = 2;
/// Openings that must have a word.
const MIN_OPENINGS: usize = 2;

/// Lemmas of the story's core.
#[derive(Debug, Default)]
pub struct Focus {
    lemmas: BTreeSet<u64>,
}

impl Focus {
    pub fn new(story: &Story, lexicons: &Lexicons) -> Self {
        let mut n_openings: BTreeMap<u64, usize> = BTreeMap::new();
        let mut n_named: BTreeMap<u64, usize> = BTreeMap::new();
        for article in story.indices() {
            let text = &story.article(article).text;
            let tokens = &story.annotations(article).tokens;
            let tells = |it: &&Token| {
                let is_word = it.content && it.kind == TokenKind::Word;
                is_word && !is_telling(lexicons, it.span.of(text))
            };
            let opening = opening(story, article);
            let opening = opening.into_iter().flat_map(|it| tokens_in(tokens, it));
            for lemma in lemmas(opening.filter(tells)) {
                *n_openings.entry(lemma).or_default() += 1;
            }
            let is_name = |it: &&Token| it.span.of(text).starts_with(char::is_uppercase);
            for lemma in lemmas(tokens.iter().filter(tells).filter(is_name)) {
                *n_named.entry(lemma).or_default() += 1;
            }
        }
        let half = story.articles.len().div_ceil(2).max(MIN_OPENINGS);
        let told = n_openings.into_iter().filter(|it| it.1 >= MIN_OPENINGS);
        let named = n_named.into_iter().filter(|it| it.1 >= half);
        Self {
            lemmas: told.chain(named).map(|it| it.0).collect(),
        }
    }

    fn has(&self, lemma: u64) -> bool {
        self.lemmas.contains(&lemma)
    }

    /// Different words of the core in a stretch.
    pub fn count(&self, story: &Story, article: ArticleIdx, span: Span) -> usize {
        let tokens = tokens_in(&story.annotations(article).tokens, span);
        lemmas(tokens.iter().filter(|it| it.content && self.has(it.lemma))).len()
    }
}

fn lemmas<'a>(tokens: impl Iterator<Item = &'a Token>) -> BTreeSet<u64> {
    tokens.map(|it| it.lemma).collect()
}

/// Headline, dek and the first sentences.
pub fn opening(story: &Story, article: ArticleIdx) -> Vec<Span> {
    let source = story.article(article);
    let lead = story.annotations(article).sentences.iter().copied();
    let heads = source.headline().into_iter().chain(source.dek());
    heads.chain(lead.take(LEAD_SENTENCES)).collect()
}

/// That somebody said it, and when, is no matter of the story.
fn is_telling(lexicons: &Lexicons, word: &str) -> bool {
    let lower = word.to_lowercase();
    let verb = lexicons.reporting_verb(&lexicons.lemma(&lower, Tag::Verb));
    lexicons.is_calendar(&lower) || verb.is_some_and(|it| it.stance == "neutral")
}

//! What only one outlet has: sentences whose words and numbers stand nowhere else in the story, and
//! that still speak of it.
//!
//! ```text
//! coast   Tugs freed the ferry at high water shortly before 3 a.m.    new words, the story's ferry
//! coast   Sign up for our letter.                                     new words, nothing of the story
//! coast   The ferry holds 1,200 tons.                                 1,200 stands in another outlet
//! ```

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::sentences::Sentences;
use crate::compare::duplicates::Outlets;
use crate::compare::focus::{self, Focus};
use crate::compare::strands::tokens_in;
use crate::model::{ArticleIdx, Span, Story, Token, TokenKind};

/// Most sentences of an article.
const MOST: usize = 4;
/// Share of a sentence's content words that no other outlet has, in percent.
const NEW_PERCENT: usize = 40;
const MIN_NEW: usize = 4;
/// Words of the story's core that the sentence and its neighbors must have.
const MIN_FOCUS: usize = 2;
/// A number of so many digits is hardly in two texts by chance.
const MIN_DIGITS: usize = 3;

/// How many outlets have each word.
pub struct Spread {
    outlets_with: HashMap<u64, usize>,
}

impl Spread {
    pub fn new(story: &Story, outlets: &Outlets) -> Self {
        let mut keys: BTreeMap<ArticleIdx, BTreeSet<u64>> = BTreeMap::new();
        for article in story.indices() {
            let tokens = story.annotations(article).tokens.iter();
            let of_outlet = keys.entry(outlets.of(article)).or_default();
            of_outlet.extend(tokens.filter_map(key));
        }
        let mut outlets_with: HashMap<u64, usize> = HashMap::new();
        for key in keys.into_values().flatten() {
            *outlets_with.entry(key).or_default() += 1;
        }
        Self { outlets_with }
    }

    fn of(&self, key: u64) -> usize {
        self.outlets_with.get(&key).copied().unwrap_or(0)
    }
}

/// The lemma of a word with meaning, a number as it stands.
fn key(token: &Token) -> Option<u64> {
    match token.kind {
        TokenKind::Number => Some(token.key),
        TokenKind::Word => token.content.then_some(token.lemma),
        TokenKind::Ellipsis | TokenKind::Mark => None,
    }
}

/// The sentences of an article that hold most of what no other has, most telling first. `shared`
/// are its places of which another article has a match.
pub fn only_here(
    sentences: Sentences<'_>,
    spread: &Spread,
    focus: &Focus,
    shared: &[Span],
) -> Vec<Span> {
    let (story, article) = (sentences.story, sentences.article);
    let all = &story.annotations(article).sentences;
    // An opening tells the core that all have, in its own words.
    let opening = focus::opening(story, article);
    let at: BTreeMap<Span, usize> = all.iter().copied().zip(0..).collect();
    let mut found: Vec<(usize, Span)> = sentences
        .whole()
        .into_iter()
        .filter(|it| sentences.tells(*it) && !opening.contains(it))
        .filter(|it| !shared.iter().any(|span| span.overlaps(*it)))
        .filter_map(|it| {
            let n_focus = focus.count(story, article, it);
            let at = *at.get(&it)?;
            let around = all.get(at.saturating_sub(1)..all.len().min(at + 2))?;
            let n_around: usize = around
                .iter()
                .map(|it| focus.count(story, article, *it))
                .sum();
            let speaks_of_it = n_around >= MIN_FOCUS;
            let n_new = n_new(story, article, it, spread)?;
            let early = 4 * (all.len() - at) / all.len();
            speaks_of_it.then_some((n_new.min(10) + 2 * n_focus.min(4) + early, it))
        })
        .collect();
    found.sort_by_key(|(score, span)| (std::cmp::Reverse(*score), *span));
    // What stands beside a sentence goes on about its matter.
    let mut res: Vec<Span> = Vec::new();
    for (_, span) in found {
        if res.len() < MOST && res.iter().all(|it| at[it].abs_diff(at[&span]) > 1) {
            res.push(span);
        }
    }
    res
}

/// How many words of a sentence no other article has, if they are enough to make it new.
fn n_new(story: &Story, article: ArticleIdx, sentence: Span, spread: &Spread) -> Option<usize> {
    let text = &story.article(article).text;
    let tokens = tokens_in(&story.annotations(article).tokens, sentence);
    let is_known_number = |it: &&Token| {
        let n_digits = it.span.of(text).bytes().filter(u8::is_ascii_digit).count();
        it.kind == TokenKind::Number
            && n_digits >= MIN_DIGITS
            && !is_year(it.span.of(text))
            && spread.of(it.key) > 1
    };
    if tokens.iter().any(|it| is_known_number(&it)) {
        return None;
    }
    let words = tokens
        .iter()
        .filter(|it| it.content && it.kind == TokenKind::Word);
    let lemmas: BTreeSet<u64> = words.map(|it| it.lemma).collect();
    let n_new = lemmas.iter().filter(|it| spread.of(**it) == 1).count();
    (n_new >= MIN_NEW && 100 * n_new >= NEW_PERCENT * lemmas.len()).then_some(n_new)
}

fn is_year(number: &str) -> bool {
    number.len() == 4 && (number.starts_with("19") || number.starts_with("20"))
}

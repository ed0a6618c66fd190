//! What only one outlet has: sentences whose words and numbers stand nowhere else in the story, and
//! that still speak of it.
//!
//! ```text
//! coast   Tugs freed the ferry at high water shortly before 3 a.m.    new words, the story's ferry
//! coast   Sign up for our letter.                                     new words, nothing of the story
//! coast   The ferry holds 1,200 tons.                                 1,200 stands in another outlet
//! ```
//! Most sentences that look new are told elsewhere in other words, spread over a few sentences. How
//! much of a sentence stands in any three sentences of another outlet, its rarer words counting
//! more, told the one from the other best on 543 sentences of 26 stories that three editors marked,
//! then how much is new in those beside it; vectors of words or sentences and WordNet's synonyms
//! told no more.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use super::sentences::Sentences;
use crate::compare::focus::{self, Focus};
use crate::compare::strands::tokens_in;
use crate::model::{ArticleIdx, Span, Story, Token, TokenKind};

/// Most sentences of an article.
const MOST: usize = 4;
/// Share of a sentence's content words that no other outlet has, in percent, and their number.
const NEW_PERCENT: usize = 25;
const MIN_NEW: usize = 3;
/// Words of the story's core that the sentence and its neighbors must have.
const MIN_FOCUS: usize = 2;
/// A number of so many digits is hardly in two texts by chance.
const MIN_DIGITS: usize = 3;
/// Sentences in a row that may together tell what one tells.
const WINDOW: usize = 3;
/// Sentences with one word beyond which it tells nothing of two that share it.
const MOST_POSTINGS: usize = 400;

// How much speaks for a sentence that is told nowhere else, fitted to the marked sentences: the
// share of its words that are new, each new name; against it what stands in one window elsewhere,
// as a share of its weight and as weight.
const OF_NAME: f32 = 0.05;
const MOST_NAMES: usize = 4;
const OF_SHARE: f32 = 0.5;
const OF_WEIGHT: f32 = 0.02;
const MIN_NOVELTY: f32 = 0.4;
/// Against a short sentence, and against one that opens with `the` and a small letter: of 308 that
/// four editors marked, such ones were understood alone half as often as not, others three in four
/// times.
const OF_SHORT: f32 = 0.12;
const OF_THE: f32 = 0.1;
const SHORT: usize = 18;
/// Of what the sentences beside it hold that is new: an outlet goes on about what it alone has.
const OF_BESIDE: f32 = 0.2;
/// What every other outlet tells beside it speaks no more against it than this.
const LEAST_BESIDE: f32 = -0.3;
/// The same for the first of an article: a short story shares most of its words.
const MIN_OF_FIRST: f32 = 0.2;
/// What makes one worth more to a reader: words of the story's core, an early place (0 to 4).
const OF_FOCUS: f32 = 0.06;
const OF_EARLY: f32 = 0.02;

/// Which outlets have each word, and where.
pub struct Spread {
    outlets_with: FxHashMap<u64, usize>,
    /// By word: indices of the sentences that have it, ascending, of all articles in a row.
    postings: FxHashMap<u64, Vec<usize>>,
    /// By sentence: its article.
    sentences: Vec<ArticleIdx>,
}

impl Spread {
    pub fn new(story: &Story) -> Self {
        let mut keys: BTreeMap<ArticleIdx, BTreeSet<u64>> = BTreeMap::new();
        let mut postings: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
        let mut sentences = Vec::new();
        for article in story.indices() {
            let annotations = story.annotations(article);
            keys.entry(article)
                .or_default()
                .extend(annotations.tokens.iter().filter_map(key));
            for span in &annotations.sentences {
                let found = tokens_in(&annotations.tokens, *span).iter();
                for key in found.filter_map(key).collect::<BTreeSet<u64>>() {
                    postings.entry(key).or_default().push(sentences.len());
                }
                sentences.push(article);
            }
        }
        let mut outlets_with: FxHashMap<u64, usize> = FxHashMap::default();
        for key in keys.into_values().flatten() {
            *outlets_with.entry(key).or_default() += 1;
        }
        Self {
            outlets_with,
            postings,
            sentences,
        }
    }

    fn of(&self, key: u64) -> usize {
        self.outlets_with.get(&key).copied().unwrap_or(0)
    }

    /// What a word tells, in nats: the fewer sentences have it, the more.
    fn weight(&self, key: u64) -> f32 {
        let n_with = self.postings.get(&key).map_or(1, Vec::len).max(1);
        (as_f32(self.sentences.len()) / as_f32(n_with))
            .max(1.0)
            .ln()
    }

    /// The most that three sentences in a row of an article other than `article` have of `keys`.
    fn elsewhere(&self, article: ArticleIdx, keys: &BTreeSet<u64>) -> f32 {
        let mut windows = vec![0.0_f32; self.sentences.len()];
        for key in keys {
            let found = self.postings.get(key).map_or(&[][..], Vec::as_slice);
            if found.len() > MOST_POSTINGS {
                continue;
            }
            let weight = self.weight(*key);
            let mut next = 0;
            for at in found.iter().filter(|it| self.sentences[**it] != article) {
                let first = at.saturating_sub(WINDOW - 1).max(next);
                let of_windows = self.sentences[first..=*at].iter();
                for (window, its) in windows[first..].iter_mut().zip(of_windows) {
                    if *its == self.sentences[*at] {
                        *window += weight;
                    }
                }
                next = at + 1;
            }
        }
        windows.into_iter().fold(0.0, f32::max)
    }
}

fn as_f32(n: usize) -> f32 {
    f32::from(u16::try_from(n).unwrap_or(u16::MAX))
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
    let mut found: Vec<(f32, f32, Span)> = sentences
        .whole()
        .into_iter()
        .filter(|it| sentences.tells(*it) && !sentences.tells_silence(*it))
        .filter(|it| !opening.contains(it))
        .filter(|it| !shared.iter().any(|span| span.overlaps(*it)))
        .filter_map(|it| {
            let n_focus = focus.count(story, article, it);
            let at = *at.get(&it)?;
            let around = all.get(at.saturating_sub(1)..all.len().min(at + 2))?;
            let n_around: usize = around
                .iter()
                .map(|it| focus.count(story, article, *it))
                .sum();
            let own = Words::new(story, article, it, spread);
            if n_focus == 0 || n_around < MIN_FOCUS || !own.may_be_new(spread) {
                return None;
            }
            let beside = around.iter().filter(|beside| **beside != it);
            let beside: f32 = beside
                .map(|it| {
                    let beside = Words::new(story, article, *it, spread);
                    beside.novelty(spread).max(LEAST_BESIDE)
                })
                .sum();
            let novelty = own.novelty(spread) + OF_BESIDE * beside;
            let early = 4 * (all.len() - at) / all.len();
            let telling = novelty + OF_FOCUS * as_f32(n_focus.min(4)) + OF_EARLY * as_f32(early);
            (novelty >= MIN_OF_FIRST).then_some((telling, novelty, it))
        })
        .collect();
    found.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.2.cmp(&b.2)));
    if found.iter().any(|it| it.1 >= MIN_NOVELTY) {
        found.retain(|it| it.1 >= MIN_NOVELTY);
    } else {
        found.truncate(1);
    }
    // What stands beside a sentence goes on about its matter.
    let mut res: Vec<Span> = Vec::new();
    for (_, _, span) in found {
        if res.len() < MOST && res.iter().all(|it| at[it].abs_diff(at[&span]) > 1) {
            res.push(span);
        }
    }
    res
}

/// The words with meaning of one sentence.
struct Words<'a> {
    article: ArticleIdx,
    text: &'a str,
    sentence: Span,
    tokens: &'a [Token],
    keys: BTreeSet<u64>,
    n_new: usize,
}

impl<'a> Words<'a> {
    fn new(story: &'a Story, article: ArticleIdx, sentence: Span, spread: &Spread) -> Self {
        let tokens = tokens_in(&story.annotations(article).tokens, sentence);
        let keys: BTreeSet<u64> = tokens.iter().filter_map(key).collect();
        let n_new = keys.iter().filter(|it| spread.of(**it) == 1).count();
        Self {
            article,
            text: &story.article(article).text,
            sentence,
            tokens,
            keys,
            n_new,
        }
    }

    /// Enough of them are new, and no number stands elsewhere.
    fn may_be_new(&self, spread: &Spread) -> bool {
        let is_known_number = |it: &Token| {
            let shown = it.span.of(self.text);
            let n_digits = shown.bytes().filter(u8::is_ascii_digit).count();
            it.kind == TokenKind::Number
                && n_digits >= MIN_DIGITS
                && !is_year(shown)
                && spread.of(it.key) > 1
        };
        !self.tokens.iter().any(is_known_number)
            && self.n_new >= MIN_NEW
            && 100 * self.n_new >= NEW_PERCENT * self.keys.len()
    }

    /// How much speaks for a sentence that is told nowhere else.
    fn novelty(&self, spread: &Spread) -> f32 {
        let names: BTreeSet<u64> = self
            .tokens
            .iter()
            .skip(1)
            .filter(|it| it.span.of(self.text).starts_with(char::is_uppercase))
            .filter_map(key)
            .filter(|it| spread.of(*it) == 1)
            .collect();
        let weight: f32 = self.keys.iter().map(|it| spread.weight(*it)).sum();
        let elsewhere = spread.elsewhere(self.article, &self.keys);
        let words = self.sentence.of(self.text);
        let short = words.split_whitespace().count() < SHORT;
        let the = words.strip_prefix("The ");
        let of_the = the.is_some_and(|it| it.starts_with(char::is_lowercase));
        let weak = if short { OF_SHORT } else { 0.0 } + if of_the { OF_THE } else { 0.0 };
        as_f32(self.n_new) / as_f32(self.keys.len().max(1))
            + OF_NAME * as_f32(names.len().min(MOST_NAMES))
            - OF_SHARE * elsewhere / weight.max(1.0)
            - OF_WEIGHT * elsewhere
            - weak
    }
}

fn is_year(number: &str) -> bool {
    number.len() == 4 && (number.starts_with("19") || number.starts_with("20"))
}

//! Words that set an outlet apart: log-odds with an informative Dirichlet prior (Monroe, Colaresi &
//! Quinn 2008).
//!
//! How much more often an article has a lemma than all others together, drawn towards how often the
//! story has it, in units of its own uncertainty. A word that is met once sets nobody apart; the
//! outlet's own name, titles and verbs of saying tell nothing of the matter.

use std::collections::{BTreeMap, HashMap};

use crate::lexicon::{Lexicons, Tag};
use crate::model::{ArticleIdx, Span, Story, TokenKind};

/// Most words of an outlet.
const MOST: usize = 5;
const MIN_COUNT: usize = 3;
/// Standard deviations from equal use: one in twenty would be this far by chance.
const MIN_Z: f64 = 1.64;

/// By article: first mention and count, the most telling first.
pub fn words(story: &Story, lexicons: &Lexicons) -> Vec<Vec<(Span, usize)>> {
    let counts: Vec<BTreeMap<u64, (Span, usize)>> = story
        .indices()
        .map(|it| counts(story, lexicons, it))
        .collect();
    let mut of_story: HashMap<u64, usize> = HashMap::new();
    for (lemma, (_, n)) in counts.iter().flatten() {
        *of_story.entry(*lemma).or_default() += n;
    }
    let n_words: Vec<usize> = counts
        .iter()
        .map(|it| it.values().map(|it| it.1).sum())
        .collect();
    let all: usize = n_words.iter().sum();
    if counts.len() < 2 {
        return vec![Vec::new(); counts.len()];
    }
    // The prior is worth as many words as an average article has.
    let prior_words = float(all) / float(counts.len());
    counts
        .iter()
        .zip(&n_words)
        .map(|(counts, n_own)| {
            let mut found: Vec<(f64, Span, usize)> = counts
                .iter()
                .filter(|(_, (_, n))| *n >= MIN_COUNT)
                .map(|(lemma, (span, n))| {
                    let n_story = of_story.get(lemma).copied().unwrap_or(*n);
                    let prior = prior_words * float(n_story) / float(all);
                    let own = (float(*n) + prior, float(*n_own) + prior_words);
                    let others = (float(n_story - n) + prior, float(all - n_own) + prior_words);
                    (z(own, others), *span, *n)
                })
                .filter(|it| it.0 >= MIN_Z)
                .collect();
            found.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
            found.truncate(MOST);
            found.into_iter().map(|it| (it.1, it.2)).collect()
        })
        .collect()
}

/// Difference of two log-odds, each of (occurrences, words), by its standard deviation.
fn z(own: (f64, f64), others: (f64, f64)) -> f64 {
    let log_odds = |it: (f64, f64)| (it.0 / (it.1 - it.0)).ln();
    let deviation = (1.0 / own.0 + 1.0 / others.0).sqrt();
    (log_odds(own) - log_odds(others)) / deviation
}

fn float(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

/// By lemma: where the article has it first, and how often.
fn counts(story: &Story, lexicons: &Lexicons, idx: ArticleIdx) -> BTreeMap<u64, (Span, usize)> {
    let article = story.article(idx);
    let outlet = article.outlet.name.to_lowercase();
    let mut res: BTreeMap<u64, (Span, usize)> = BTreeMap::new();
    for token in &story.annotations(idx).tokens {
        let lower = token.span.of(&article.text).to_lowercase();
        let bare = lower.trim_end_matches('.');
        let is_saying = lexicons
            .reporting_verb(&lexicons.lemma(&lower, Tag::Verb))
            .is_some_and(|it| it.stance == "neutral");
        let tells = token.kind == TokenKind::Word
            && token.content
            && !outlet.contains(&lower)
            && !is_saying
            && lexicons.title(bare).is_none();
        if tells {
            res.entry(token.lemma).or_insert((token.span, 0)).1 += 1;
        }
    }
    res
}

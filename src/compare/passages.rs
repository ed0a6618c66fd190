//! Narration outside quotations that several outlets share.
//!
//! ```text
//! coast   Lifeboats rescued 61 passengers on Tuesday night.
//! north   On Tuesday night 61 passengers were rescued by lifeboats.     paraphrase
//! south   Lifeboats rescued 61 passengers on Tuesday night, police say. reused
//! ```
//! Candidates share two lemmas or groups of four words of an inverted index. What turns the sense round, another verb or
//! other names keep two sentences apart. Pairs that are each other's best are joined, best first,
//! while the groups are alike on average and have no article in common. Headlines and leads are
//! held against what they sum up: most of the headline must stand there.

use std::collections::HashMap;

use super::likeness::{self, Counts, Likeness, Statement};
use super::strands::tokens_in;
use crate::lexicon::Lexicons;
use crate::model::{ArticleIdx, Passage, PassageKind, QuotationKind, Span, Story, TokenKind};

/// Sentences with one lemma or group of words beyond which it finds nobody.
const MOST_POSTINGS: usize = 60;
const MIN_SHARED: usize = 4;
/// Of them, lemmas that are no names; more where the two are less alike.
const MIN_COMMON: usize = 3;
const MIN_COMMON_LESS: usize = 4;
/// Weight shared of both (Dice) for a paraphrase; more where no verb or no name is shared. Set on
/// the development stories.
const MIN_LIKENESS: f32 = 0.45;
const MIN_WITHOUT_VERB: f32 = 0.6;
/// A headline's weight that the sentence must have, and the sentence's that the headline must.
const MIN_OF_HEADLINE: f32 = 0.6;
const MIN_OF_BODY: f32 = 0.25;
const MIN_SHARED_HEADLINE: usize = 3;
const MIN_COMMON_HEADLINE: usize = 2;
/// Share of four-word groups of the shorter that stand in the other, in percent (Clough et al. 2002).
const REUSED_PERCENT: usize = 60;
const GRAM: usize = 4;
/// Share of a sentence in quotation marks from which it is no narration, in percent.
const QUOTED_PERCENT: usize = 50;
/// Members of a group that a newcomer is held against.
const MOST_HELD: usize = 8;
/// A group may be this much less alike on average than a pair.
const SLACK: f32 = 0.8;

/// A sentence, headline or dek.
struct Sentence {
    statement: Statement,
    /// Keys of its words, in order.
    words: Vec<u64>,
    grams: Vec<u64>,
    is_headline: bool,
}

/// Aligned narration, by the place of the first member.
pub fn passages(story: &Story, lexicons: &Lexicons, counts: &Counts) -> Vec<Passage> {
    let sentences: Vec<Sentence> = story
        .indices()
        .flat_map(|it| sentences(story, lexicons, it))
        .collect();
    let aligner = Aligner {
        lexicons,
        counts,
        sentences: &sentences,
    };
    let mut res: Vec<Passage> = aligner
        .groups()
        .into_iter()
        .map(|it| aligner.passage(&it))
        .collect();
    res.sort_by(|a, b| a.members.cmp(&b.members));
    res
}

fn sentences(story: &Story, lexicons: &Lexicons, article: ArticleIdx) -> Vec<Sentence> {
    let (text, annotations) = (story.article(article), story.annotations(article));
    let quoted: Vec<Span> = annotations
        .quotations
        .iter()
        .filter(|it| matches!(it.kind, QuotationKind::Direct | QuotationKind::Mixed))
        .map(|it| it.span)
        .collect();
    let heads = text.headline().into_iter().chain(text.dek());
    let body = annotations.sentences.iter().copied();
    let all = heads.map(|it| (it, true)).chain(body.map(|it| (it, false)));
    all.filter_map(|(span, is_headline)| {
        let n_quoted: usize = quoted.iter().map(|it| it.overlap(span)).sum();
        if 100 * n_quoted >= QUOTED_PERCENT * span.len() {
            return None;
        }
        let words: Vec<u64> = tokens_in(&annotations.tokens, span)
            .iter()
            .filter(|it| matches!(it.kind, TokenKind::Word | TokenKind::Number))
            .filter(|it| !quoted.iter().any(|quote| quote.covers(it.span)))
            .map(|it| it.key)
            .collect();
        let spans = outside(&text.text, span, &quoted);
        let mut statement = Statement::new(story, lexicons, article, &spans);
        statement.place.span = span;
        Some(Sentence {
            statement,
            grams: grams(&words),
            words,
            is_headline,
        })
    })
    .collect()
}

/// The parts of `span` that are not in quotation marks.
fn outside(text: &str, span: Span, quoted: &[Span]) -> Vec<Span> {
    let mut res = Vec::new();
    let mut at = span.start();
    for quote in quoted.iter().filter(|it| it.overlaps(span)) {
        res.extend(Span::new(text, at..quote.start().max(at)));
        at = at.max(quote.end());
    }
    res.extend(Span::new(text, at..span.end().max(at)));
    res.retain(|it| !it.is_empty());
    res
}

/// Hashes of all groups of four words, ascending.
fn grams(words: &[u64]) -> Vec<u64> {
    let hash = |it: &[u64]| {
        it.iter().fold(0xcbf2_9ce4_8422_2325_u64, |res, key| {
            (res ^ key).wrapping_mul(0x0100_0000_01b3)
        })
    };
    let mut res: Vec<u64> = words.windows(GRAM).map(hash).collect();
    res.sort_unstable();
    res.dedup();
    res
}

struct Aligner<'a> {
    lexicons: &'a Lexicons,
    counts: &'a Counts,
    sentences: &'a [Sentence],
}

impl Aligner<'_> {
    /// Groups of indices, each ascending, of two articles or more.
    fn groups(&self) -> Vec<Vec<usize>> {
        let originals = self.originals();
        let mut pairs = self.pairs(&originals);
        self.keep_mutual_best(&mut pairs);
        pairs.sort_by(|(a, one, other), (b, left, right)| {
            b.total_cmp(a)
                .then_with(|| (one, other).cmp(&(left, right)))
        });
        let (mut groups, mut group_of) = self.copies(&originals);
        for (_, a, b) in pairs {
            let (a, b) = (group_of[a], group_of[b]);
            if a == b || !self.are_joinable(&groups[a], &groups[b]) {
                continue;
            }
            let moved = std::mem::take(&mut groups[b]);
            for member in &moved {
                group_of[*member] = a;
            }
            groups[a].extend(moved);
        }
        groups.retain(|it| it.len() > 1);
        for group in &mut groups {
            group.sort_unstable();
        }
        groups
    }

    /// For each sentence the first one with the same words: a sentence that two thousand articles
    /// copy is looked at once.
    fn originals(&self) -> Vec<usize> {
        let mut first: HashMap<&[u64], usize> = HashMap::new();
        let sentences = self.sentences.iter().enumerate();
        sentences
            .map(|(idx, it)| *first.entry(&it.words).or_insert(idx))
            .collect()
    }

    /// Groups of the copies, one an article, and the group of each sentence.
    fn copies(&self, originals: &[usize]) -> (Vec<Vec<usize>>, Vec<usize>) {
        let mut group_of: Vec<usize> = (0..originals.len()).collect();
        let mut groups: Vec<Vec<usize>> = group_of.iter().map(|it| vec![*it]).collect();
        for (idx, original) in originals.iter().copied().enumerate() {
            let article = |it: usize| self.sentences[it].statement.place.article;
            // Sentences are in story order: one of the same article would be the last.
            let last = groups[original].last().copied();
            if original != idx
                && last.is_some_and(|it| article(it) != article(idx))
                && self.score(original, idx).is_some()
            {
                groups[original].push(idx);
                groups[idx].clear();
                group_of[idx] = original;
            }
        }
        (groups, group_of)
    }

    /// Accepted pairs of originals with their scores.
    fn pairs(&self, originals: &[usize]) -> Vec<(f32, usize, usize)> {
        // A lemma and a group of four words find alike; their keys do not meet.
        let keys = |it: &Sentence| {
            let lemmas = it.statement.lemmas.iter().map(|it| (*it, false));
            let grams = it.grams.iter().map(|it| (*it, true));
            lemmas.chain(grams).collect::<Vec<(u64, bool)>>()
        };
        let mut postings: HashMap<(u64, bool), Vec<usize>> = HashMap::new();
        let own = |it: &(usize, &Sentence)| originals[it.0] == it.0;
        for (idx, sentence) in self.sentences.iter().enumerate().filter(own) {
            for key in keys(sentence) {
                postings.entry(key).or_default().push(idx);
            }
        }
        let mut res = Vec::new();
        for (idx, sentence) in self.sentences.iter().enumerate().filter(own) {
            let article = sentence.statement.place.article;
            let mut near: Vec<usize> = Vec::new();
            for key in keys(sentence) {
                let list = postings.get(&key).map_or(&[][..], Vec::as_slice);
                if list.len() <= MOST_POSTINGS {
                    let later = list.partition_point(|it| *it <= idx);
                    near.extend(&list[later..]);
                }
            }
            near.sort_unstable();
            for run in near.chunk_by(|a, b| a == b).filter(|it| it.len() > 1) {
                let other = run[0];
                if self.sentences[other].statement.place.article != article {
                    res.extend(self.score(idx, other).map(|it| (it, idx, other)));
                }
            }
        }
        res
    }

    fn score(&self, a: usize, b: usize) -> Option<f32> {
        let (left, right) = (&self.sentences[a], &self.sentences[b]);
        let found = likeness::likeness(self.counts, &left.statement, &right.statement);
        let is_alike = if left.is_headline != right.is_headline {
            let (of_headline, of_body) = if left.is_headline {
                (found.of_a, found.of_b)
            } else {
                (found.of_b, found.of_a)
            };
            found.n_shared >= MIN_SHARED_HEADLINE
                && of_headline >= MIN_OF_HEADLINE
                && of_body >= MIN_OF_BODY
        } else {
            let is_close = found.of_both() >= MIN_WITHOUT_VERB;
            let least = if is_close {
                MIN_COMMON
            } else {
                MIN_COMMON_LESS
            };
            found.n_shared >= MIN_SHARED
                && found.n_common >= least
                && found.of_both() >= self.threshold(a, b, &found)
        };
        let accepted = is_alike
            && found.n_common >= MIN_COMMON_HEADLINE
            && !likeness::contradicts(self.lexicons, &left.statement, &right.statement);
        accepted.then(|| found.of_both())
    }

    fn threshold(&self, a: usize, b: usize, found: &Likeness) -> f32 {
        let (left, right) = (&self.sentences[a].statement, &self.sentences[b].statement);
        if likeness::share_verb(left, right)
            && (found.n_shared > found.n_common || !likeness::both_name(left, right))
        {
            MIN_LIKENESS
        } else {
            MIN_WITHOUT_VERB
        }
    }

    /// Keeps pairs of which each is the other's best in its article.
    fn keep_mutual_best(&self, pairs: &mut Vec<(f32, usize, usize)>) {
        let article = |it: usize| self.sentences[it].statement.place.article;
        let mut best: HashMap<(usize, ArticleIdx), (f32, usize)> = HashMap::new();
        for (score, a, b) in pairs.iter() {
            for (one, other) in [(*a, *b), (*b, *a)] {
                let entry = best.entry((one, article(other))).or_insert((*score, other));
                if *score > entry.0 {
                    *entry = (*score, other);
                }
            }
        }
        pairs.retain(|(_, a, b)| {
            let is_best = |one: usize, other: usize| {
                best.get(&(one, article(other)))
                    .is_some_and(|it| it.1 == other)
            };
            is_best(*a, *b) && is_best(*b, *a)
        });
    }

    fn are_joinable(&self, a: &[usize], b: &[usize]) -> bool {
        let article = |it: &usize| self.sentences[*it].statement.place.article;
        if a.iter()
            .any(|one| b.iter().any(|it| article(it) == article(one)))
        {
            return false;
        }
        let mut n = 0.0_f32;
        let mut sum = 0.0_f32;
        for one in a.iter().take(MOST_HELD) {
            for other in b.iter().take(MOST_HELD) {
                let (left, right) = (&self.sentences[*one], &self.sentences[*other]);
                if likeness::contradicts(self.lexicons, &left.statement, &right.statement) {
                    return false;
                }
                let found = likeness::likeness(self.counts, &left.statement, &right.statement);
                sum += found.of_both();
                n += 1.0;
            }
        }
        let is_short = |list: &[usize]| list.iter().any(|it| self.sentences[*it].is_headline);
        let least = if is_short(a) || is_short(b) {
            MIN_OF_HEADLINE * SLACK * SLACK
        } else {
            MIN_LIKENESS * SLACK
        };
        (a.len() == 1 && b.len() == 1) || sum >= least * n
    }

    fn passage(&self, group: &[usize]) -> Passage {
        let (mut n, mut sum, mut is_reused) = (0.0_f32, 0.0_f32, false);
        for (at, one) in group.iter().take(MOST_HELD).enumerate() {
            for other in group.iter().take(MOST_HELD).skip(at + 1) {
                let (left, right) = (&self.sentences[*one], &self.sentences[*other]);
                let found = likeness::likeness(self.counts, &left.statement, &right.statement);
                sum += found.of_both();
                n += 1.0;
                is_reused |= reuses(left, right);
            }
        }
        Passage {
            kind: if is_reused {
                PassageKind::Reused
            } else {
                PassageKind::Paraphrase
            },
            score: if n > 0.0 { sum / n } else { 0.0 },
            members: group
                .iter()
                .map(|it| self.sentences[*it].statement.place)
                .collect(),
        }
    }
}

/// Most groups of four words of the shorter stand in the longer.
fn reuses(a: &Sentence, b: &Sentence) -> bool {
    let (short, long) = if a.words.len() <= b.words.len() {
        (a, b)
    } else {
        (b, a)
    };
    let shared = short.grams.iter();
    let n_shared = shared
        .filter(|it| long.grams.binary_search(it).is_ok())
        .count();
    !short.grams.is_empty() && 100 * n_shared >= REUSED_PERCENT * short.grams.len()
}

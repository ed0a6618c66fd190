//! How alike two stretches are in what they tell, whatever their words' order: shared lemmas.
//!
//! ```text
//! a   Lifeboats rescued 61 passengers on Tuesday night        lifeboat rescue 61 passenger …
//! b   61 people were rescued by lifeboats                     61 people rescue lifeboat
//! ```
//! A lemma that both articles repeat throughout (the name of the place) weighs little, one that
//! each has once weighs most; only the two articles are counted, so that a third one changes
//! nothing. What turns the sense round is a veto, not a penalty: a negation more on one side, words
//! of opposite sense, agent and patient exchanged, other numbers.

use rustc_hash::FxHashMap;

use super::strands::tokens_in;
use crate::lexicon::{Lexicons, Tag};
use crate::model::{ArticleIdx, Place, Quantity, Span, Story, Token, TokenKind};

/// How often each lemma stands in each article.
pub struct Counts {
    by_article: Vec<FxHashMap<u64, u32>>,
}

impl Counts {
    pub fn new(story: &Story, lexicons: &Lexicons) -> Self {
        let by_article = story
            .indices()
            .map(|article| {
                let text = &story.article(article).text;
                let mut res: FxHashMap<u64, u32> = FxHashMap::default();
                for token in &story.annotations(article).tokens {
                    if token.content {
                        let lower = token.span.of(text).to_lowercase();
                        *res.entry(class(lexicons, &lower, token.lemma)).or_default() += 1;
                    }
                }
                res
            })
            .collect();
        Self { by_article }
    }

    /// 1 for a lemma that each article has once, less the more often they have it.
    fn weight(&self, a: ArticleIdx, b: ArticleIdx, lemma: u64) -> f32 {
        let of = |it: ArticleIdx| {
            let counts = self.by_article.get(it.0);
            counts.and_then(|it| it.get(&lemma)).copied().unwrap_or(0)
        };
        let n = f32::from(u16::try_from(of(a) + of(b)).unwrap_or(u16::MAX));
        1.0 / (1.0 + (n / 2.0).max(1.0).ln())
    }
}

/// The key of the class of words that tell the same (`rescue`, `save`), else the lemma's own.
fn class(lexicons: &Lexicons, lower: &str, lemma: u64) -> u64 {
    let noun = lexicons.lemma(lower, Tag::Noun);
    let verb = lexicons.lemma(lower, Tag::Verb);
    let (unit, predicate) = (lexicons.unit(&noun), lexicons.predicate(&verb));
    if unit != noun {
        hash(unit)
    } else if predicate != verb {
        hash(predicate)
    } else {
        lemma
    }
}

/// FNV-1a, as the keys of the tokens are made.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |res, byte| {
        (res ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// What a stretch tells.
#[derive(Debug)]
pub struct Statement {
    pub place: Place,
    /// Content lemmas, ascending, without repeats.
    pub lemmas: Vec<u64>,
    /// The same in the order of the text, with what else stands between them.
    words: Vec<Word>,
    numbers: Vec<u64>,
    quantities: Vec<(String, f64, f64)>,
    is_negated: bool,
    /// Hashes by lemma, to find opposites.
    verbs: Vec<String>,
}

#[derive(Clone, Copy, Debug)]
struct Word {
    lemma: u64,
    is_name: bool,
    is_verb: bool,
    /// A form of `be` stands close before it.
    is_passive: bool,
}

impl Statement {
    /// `spans` are the parts of one stretch, ascending: a clause without its source and cue.
    pub fn new(story: &Story, lexicons: &Lexicons, article: ArticleIdx, spans: &[Span]) -> Self {
        let text = &story.article(article).text;
        let annotations = story.annotations(article);
        let mut res = Self {
            place: Place {
                article,
                span: match spans {
                    [first, .., last] => first.to(*last),
                    [only] => *only,
                    [] => Span::new(text, 0..0).expect("an empty span"),
                },
            },
            lemmas: Vec::new(),
            words: Vec::new(),
            numbers: Vec::new(),
            quantities: Vec::new(),
            is_negated: false,
            verbs: Vec::new(),
        };
        for span in spans {
            for token in tokens_in(&annotations.tokens, *span) {
                res.take(text, lexicons, token);
            }
            let inside = annotations.quantities.iter();
            res.quantities.extend(
                inside
                    .filter(|it| span.covers(it.span))
                    .filter_map(interval),
            );
        }
        res.lemmas = res.words.iter().map(|it| it.lemma).collect();
        res.lemmas.sort_unstable();
        res.lemmas.dedup();
        res
    }

    fn take(&mut self, text: &str, lexicons: &Lexicons, token: &Token) {
        let words = token.span.of(text);
        let lower = words.to_lowercase().replace('’', "'");
        if lexicons.is_negation(&lower) {
            self.is_negated = !self.is_negated;
        }
        match token.kind {
            TokenKind::Number => self.numbers.push(token.key),
            TokenKind::Word => {}
            TokenKind::Ellipsis | TokenKind::Mark => return,
        }
        let lemma = lexicons.lemma(&lower, Tag::Verb);
        let is_be = lemma == "be";
        // That somebody said it is no part of what is told.
        let is_saying = lexicons
            .reporting_verb(&lemma)
            .is_some_and(|it| it.stance == "neutral");
        if token.content && !is_saying {
            let is_name = words.starts_with(char::is_uppercase)
                && !matches!(lexicons.tag(&lower), Some(Tag::Verb | Tag::Adv));
            self.words.push(Word {
                lemma: class(lexicons, &lower, token.lemma),
                is_name,
                is_verb: !is_name && (lower != lemma || lexicons.tag(&lower) == Some(Tag::Verb)),
                is_passive: self.verbs.iter().rev().take(2).any(|it| it == "be"),
            });
        }
        if token.content || is_be {
            self.verbs.push(lemma);
        }
    }

    fn has(&self, lemma: u64) -> bool {
        self.lemmas.binary_search(&lemma).is_ok()
    }
}

fn interval(quantity: &Quantity) -> Option<(String, f64, f64)> {
    let unit = quantity.unit.clone()?;
    let low = quantity.low.unwrap_or(0.0);
    let high = quantity.high.unwrap_or(f64::INFINITY);
    (quantity.low.is_some() || quantity.high.is_some()).then_some((unit, low, high))
}

/// What two statements share.
#[derive(Clone, Copy, Debug, Default)]
pub struct Likeness {
    /// Different content lemmas that both have.
    pub n_shared: usize,
    /// Those that are no names.
    pub n_common: usize,
    /// Weight of what both have: each word at most 1, less the more often the articles have it.
    pub weight: f32,
    /// Weight shared of all weight, 0 to 1, of the one and of the other statement.
    pub of_a: f32,
    pub of_b: f32,
}

impl Likeness {
    /// Of both together (Dice), 0 to 1.
    pub fn of_both(&self) -> f32 {
        if self.of_a + self.of_b == 0.0 {
            return 0.0;
        }
        2.0 * self.of_a * self.of_b / (self.of_a + self.of_b)
    }
}

/// Symmetric up to the exchange of `of_a` and `of_b`.
pub fn likeness(counts: &Counts, a: &Statement, b: &Statement) -> Likeness {
    let shared: Vec<u64> = a.lemmas.iter().copied().filter(|it| b.has(*it)).collect();
    // Most pairs, and they are many.
    if shared.is_empty() {
        return Likeness::default();
    }
    let weight = |lemma: &u64| counts.weight(a.place.article, b.place.article, *lemma);
    let all_a: f32 = a.lemmas.iter().map(weight).sum();
    let all_b: f32 = b.lemmas.iter().map(weight).sum();
    let sum: f32 = shared.iter().map(weight).sum();
    let is_name = |lemma: u64| {
        let mut words = a.words.iter().chain(&b.words);
        words.any(|it| it.lemma == lemma && it.is_name)
    };
    Likeness {
        n_shared: shared.len(),
        n_common: shared.iter().filter(|it| !is_name(**it)).count(),
        weight: sum,
        of_a: if all_a > 0.0 { sum / all_a } else { 0.0 },
        of_b: if all_b > 0.0 { sum / all_b } else { 0.0 },
    }
}

/// One verb of both is the same, or one of them has none (a headline's noun).
pub fn share_verb(a: &Statement, b: &Statement) -> bool {
    let verbs = |it: &Statement| {
        let verbs = it.words.iter().filter(|it| it.is_verb);
        verbs.map(|it| it.lemma).collect::<Vec<_>>()
    };
    let (left, right) = (verbs(a), verbs(b));
    left.is_empty() || right.is_empty() || left.iter().any(|it| right.contains(it))
}

/// Both have names.
pub fn both_name(a: &Statement, b: &Statement) -> bool {
    let has = |it: &Statement| it.words.iter().any(|it| it.is_name);
    has(a) && has(b)
}

/// Alike, but not telling the same.
pub fn contradicts(lexicons: &Lexicons, a: &Statement, b: &Statement) -> bool {
    a.is_negated != b.is_negated
        || has_opposites(lexicons, a, b)
        || counts_differ(a, b)
        || has_exchanged_roles(a, b)
}

/// A word of the one has its opposite in the other, and neither has both.
fn has_opposites(lexicons: &Lexicons, a: &Statement, b: &Statement) -> bool {
    a.verbs.iter().any(|one| {
        lexicons.opposites(one).iter().any(|other| {
            let has = |statement: &Statement, word: &str| {
                statement.verbs.iter().any(|it| it.as_str() == word)
            };
            has(b, other) && !has(a, other) && !has(b, one)
        })
    })
}

/// Counts of one unit that cannot be equal, or numbers of which none is shared.
fn counts_differ(a: &Statement, b: &Statement) -> bool {
    let apart = a.quantities.iter().any(|(unit, low, high)| {
        let mut same = b.quantities.iter().filter(|it| it.0 == *unit).peekable();
        same.peek().is_some()
            && same.all(|(_, other_low, other_high)| high < other_low || other_high < low)
    });
    let unlike = !a.numbers.is_empty()
        && !b.numbers.is_empty()
        && !a.numbers.iter().any(|it| b.numbers.contains(it));
    apart || unlike
}

/// Two names stand round one verb the other way about, and both verbs are active, or both passive.
fn has_exchanged_roles(a: &Statement, b: &Statement) -> bool {
    a.words
        .iter()
        .enumerate()
        .filter(|it| it.1.is_verb)
        .any(|(at, verb)| {
            let Some(there) = b
                .words
                .iter()
                .position(|it| it.lemma == verb.lemma && it.is_verb)
            else {
                return false;
            };
            let (before, after) = names_around(&a.words, at);
            let (other_before, other_after) = names_around(&b.words, there);
            let share = |a: &[u64], b: &[u64]| a.iter().any(|it| b.contains(it));
            share(&before, &other_after)
                && share(&after, &other_before)
                && !share(&before, &other_before)
                && verb.is_passive == b.words[there].is_passive
        })
}

/// The nearest name before a verb and after it, each as all its words.
fn names_around(words: &[Word], at: usize) -> (Vec<u64>, Vec<u64>) {
    let run = |words: &mut dyn Iterator<Item = &Word>| {
        let names = words.skip_while(|it| !it.is_name);
        let names = names.take_while(|it| it.is_name);
        names.map(|it| it.lemma).collect()
    };
    (
        run(&mut words[..at].iter().rev()),
        run(&mut words[at + 1..].iter()),
    )
}

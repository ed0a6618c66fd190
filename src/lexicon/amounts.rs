//! Numbers, what hedges make of them, units and predicates.

use std::collections::{HashMap, HashSet};

use super::{Lexicons, Lists, lines};

/// What a hedge before a number makes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    About,
    /// At least.
    Low,
    /// At most.
    High,
}

#[derive(Debug, Default)]
pub(super) struct Amounts {
    numbers: HashMap<&'static str, (f64, Option<f64>)>,
    hedges: HashMap<&'static str, Bound>,
    vague: Vec<Vec<&'static str>>,
    units: HashMap<&'static str, &'static str>,
    predicates: HashMap<&'static str, &'static str>,
    of_people: HashSet<&'static str>,
    of_things: HashSet<&'static str>,
}

impl Amounts {
    pub(super) fn new(lists: &Lists) -> Self {
        let pairs = |list: &'static str| lines(list).filter_map(|it| it.split_once('\t'));
        let acts = || pairs(lists.of("predicates"));
        let mut vague: Vec<Vec<&str>> = lines(lists.of("vague_amounts"))
            .map(|it| it.split(' ').collect())
            .collect();
        vague.sort_by_key(|it| std::cmp::Reverse(it.len()));
        Self {
            numbers: pairs(lists.of("numbers"))
                .filter_map(|(word, range)| {
                    let (low, high) = range.split_once('\t')?;
                    Some((word, (low.parse().ok()?, high.parse().ok())))
                })
                .collect(),
            hedges: pairs(lists.of("quantity_hedges"))
                .filter_map(|(words, it)| Some((words, bound(it)?)))
                .collect(),
            vague,
            units: pairs(lists.of("units")).collect(),
            predicates: acts()
                .map(|(lemma, class)| (lemma, class.split('\t').next().unwrap_or(class)))
                .collect(),
            of_people: acts()
                .filter(|it| it.1.ends_with("\tperson"))
                .map(|it| it.0)
                .collect(),
            of_things: acts()
                .filter(|it| it.1.ends_with("\tthing"))
                .map(|it| it.0)
                .collect(),
        }
    }
}

pub(super) fn bound(name: &str) -> Option<Bound> {
    Some(match name {
        "about" => Bound::About,
        "low" => Bound::Low,
        "high" => Bound::High,
        _ => return None,
    })
}

impl Lexicons {
    /// Value of a number word: lowest and highest, `None` if open.
    pub fn number(&self, word: &str) -> Option<(f64, Option<f64>)> {
        self.amounts.numbers.get(word).copied()
    }

    /// What words before a number make of it.
    pub fn bound(&self, words: &str) -> Option<Bound> {
        self.amounts.hedges.get(words).copied()
    }

    /// Expressions that count without a number, longest first, as words.
    pub fn vague_amounts(&self) -> &[Vec<&'static str>] {
        &self.amounts.vague
    }

    /// Class of a counted noun: the listed one, else its lemma.
    pub fn unit<'a>(&self, lemma: &'a str) -> &'a str
    where
        'static: 'a,
    {
        self.amounts.units.get(lemma).copied().unwrap_or(lemma)
    }

    /// Class of a verb: the listed one, else its lemma.
    pub fn predicate<'a>(&self, lemma: &'a str) -> &'a str
    where
        'static: 'a,
    {
        self.amounts.predicates.get(lemma).copied().unwrap_or(lemma)
    }

    /// The act takes a thing from hand to hand: bought, received, deployed.
    pub fn passes_on(&self, lemma: &str) -> bool {
        self.amounts.of_things.contains(lemma)
    }

    /// `seven dead`: where no noun is counted, people are.
    pub fn counts_people(&self, lemma: &str) -> bool {
        self.amounts.of_people.contains(lemma)
    }

    /// The class of acts that reports count and compare, if the word stands for one.
    pub fn listed_predicate(&self, lemma: &str) -> Option<&'static str> {
        self.amounts.predicates.get(lemma).copied()
    }

    pub fn is_listed_predicate(&self, lemma: &str) -> bool {
        self.listed_predicate(lemma).is_some()
    }
}

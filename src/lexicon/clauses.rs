//! What words do in a clause, and names that stand for one state.

use std::collections::{HashMap, HashSet};

use super::{Lexicons, Lists, lines};

/// What a word does in a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ClauseWord {
    /// A verb that leaves the act to its object: `impose`.
    Light,
    /// The act after it is planned or wanted: `seek`.
    Plans,
    /// The act after it may be: `seem`.
    May,
    /// The act after it is asked of somebody: `urge`.
    Asks,
    /// A verb that tells no act of its own: `have`.
    Weak,
    /// A noun that leaves the thing to the noun after `of`: `dozen`.
    Measure,
    /// A noun of a place: `harbor`.
    Place,
    /// A verb whose subject undergoes it: `die`.
    Moves,
    /// A noun that stands for its state: `government`.
    Organ,
    /// Three groups of whom none is another: soldiers, civilians and what is theirs, officials.
    Military,
    Civil,
    Official,
}

#[derive(Debug, Default)]
pub(super) struct Clauses {
    words: HashSet<(ClauseWord, &'static str)>,
    states: HashMap<&'static str, &'static str>,
    acts: HashMap<&'static str, &'static str>,
}

pub(super) fn new(lists: &Lists) -> Clauses {
    Clauses {
        words: lines(lists.of("clauses")).filter_map(row).collect(),
        states: lines(lists.of("places"))
            .filter_map(|it| it.split_once('\t'))
            .collect(),
        acts: lines(lists.of("acts"))
            .filter_map(|it| it.split_once('\t'))
            .collect(),
    }
}

pub(super) fn row(line: &'static str) -> Option<(ClauseWord, &'static str)> {
    let (kind, word) = line.split_once('\t')?;
    let kind = match kind {
        "light" => ClauseWord::Light,
        "plans" => ClauseWord::Plans,
        "may" => ClauseWord::May,
        "asks" => ClauseWord::Asks,
        "weak" => ClauseWord::Weak,
        "measure" => ClauseWord::Measure,
        "place" => ClauseWord::Place,
        "moves" => ClauseWord::Moves,
        "organ" => ClauseWord::Organ,
        "military" => ClauseWord::Military,
        "civil" => ClauseWord::Civil,
        "official" => ClauseWord::Official,
        _ => return None,
    };
    Some((kind, word))
}

impl Lexicons {
    /// Whether a lemma does that in a clause.
    pub fn is_clause_word(&self, kind: ClauseWord, lemma: &str) -> bool {
        self.clauses.words.contains(&(kind, lemma))
    }

    /// Class of an act, by the lemma of its verb or noun: the listed one, else that of counts.
    pub fn act<'a>(&self, lemma: &'a str) -> &'a str
    where
        'static: 'a,
    {
        match self.clauses.acts.get(lemma) {
            Some(class) => class,
            None => self.predicate(lemma),
        }
    }

    /// The verb or noun tells an act that outlets tell in other words.
    pub fn is_listed_act(&self, lemma: &str) -> bool {
        self.clauses.acts.contains_key(lemma) || self.is_listed_predicate(lemma)
    }

    /// The state that a name, its people or its capital stand for, in lower case.
    pub fn state(&self, words: &str) -> Option<&'static str> {
        self.clauses.states.get(words).copied()
    }
}

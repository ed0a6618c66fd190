//! Words that turn a statement round, and words for those who speak for others.

use std::collections::{HashMap, HashSet};

use super::{Lexicons, Lists, lines, set};

#[derive(Debug, Default)]
pub(super) struct Polarity {
    negations: HashSet<&'static str>,
    turns: HashSet<&'static str>,
    charges: HashSet<&'static str>,
    deeds: HashSet<&'static str>,
    answers: HashSet<&'static str>,
    limits: HashSet<&'static str>,
    modals: HashMap<&'static str, &'static str>,
    opposites: HashMap<&'static str, Vec<&'static str>>,
    speaks_for: HashSet<&'static str>,
}

pub(super) fn new(lists: &Lists) -> Polarity {
    let mut res = Polarity {
        speaks_for: set(lists.of("speaks_for")),
        ..Polarity::default()
    };
    for line in lines(lists.of("polarity")) {
        let fields: Vec<&'static str> = line.split('\t').collect();
        match fields.as_slice() {
            ["negation", word] => {
                res.negations.insert(word);
            }
            ["turn", word] => {
                res.turns.insert(word);
            }
            ["charge", lemma] => {
                res.charges.insert(lemma);
            }
            ["deed", lemma] => {
                res.deeds.insert(lemma);
            }
            ["answer", lemma] => {
                res.answers.insert(lemma);
            }
            ["limit", word] => {
                res.limits.insert(word);
            }
            ["modal", class, word] => {
                res.modals.insert(word, class);
            }
            ["opposite", a, b] => {
                res.opposites.entry(a).or_default().push(b);
                res.opposites.entry(b).or_default().push(a);
            }
            _ => {}
        }
    }
    res
}

impl Lexicons {
    /// `not`, `never`: in lower case, with a straight apostrophe.
    pub fn is_negation(&self, word: &str) -> bool {
        self.polarity.negations.contains(word)
    }

    /// `but`, `unless`: what follows takes back or limits what was said. In lower case.
    pub fn is_turn(&self, word: &str) -> bool {
        self.polarity.turns.contains(word)
    }

    /// `accuse`, `inquiry`: somebody may have done wrong.
    pub fn is_charge(&self, lemma: &str) -> bool {
        self.polarity.charges.contains(lemma)
    }

    /// `harass`, `fraud`: a wrong that somebody may have done.
    pub fn is_deed(&self, lemma: &str) -> bool {
        self.polarity.deeds.contains(lemma)
    }

    /// `deny`, `innocent`: he says that he did not.
    pub fn is_answer(&self, lemma: &str) -> bool {
        self.polarity.answers.contains(lemma)
    }

    /// `until`, `because`: what follows limits what was said. In lower case.
    pub fn is_limit(&self, word: &str) -> bool {
        self.polarity.limits.contains(word)
    }

    /// The class of `must` (asked), `can` (possible) or `will` (sure). In lower case, with a
    /// straight apostrophe.
    pub fn modal(&self, word: &str) -> Option<&'static str> {
        self.polarity.modals.get(word).copied()
    }

    /// Lemmas that say the opposite: `rise` of `fall`.
    pub fn opposites(&self, lemma: &str) -> &[&'static str] {
        self.polarity
            .opposites
            .get(lemma)
            .map_or(&[], Vec::as_slice)
    }

    /// `spokeswoman`, `lawyer`: whose words may be given to somebody else by name.
    pub fn speaks_for(&self, word: &str) -> bool {
        self.polarity.speaks_for.contains(word)
    }
}

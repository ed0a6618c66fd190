//! Words that take a side.

use std::collections::HashMap;

use super::{Lexicons, Lists, lines};
use crate::model::WordingCategory;

/// A row of `loaded_terms.tsv`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadedTerm {
    /// `None`: what the term catches is no loaded wording.
    pub category: Option<WordingCategory>,
    /// In lower case; the first of a verb is a lemma.
    pub words: Vec<&'static str>,
    /// Counts only where it says that somebody spoke.
    pub only_as_cue: bool,
    pub neutral: Option<&'static str>,
}

/// Terms by their first word, longest first; last parts of compounds with their hyphen.
#[derive(Debug, Default)]
pub(super) struct Wording {
    terms: HashMap<&'static str, Vec<LoadedTerm>>,
}

pub(super) fn new(lists: &Lists) -> Wording {
    let list = lists.of("loaded_terms");
    let mut all: Vec<LoadedTerm> = lines(list).filter_map(term).collect();
    all.sort_by_key(|it| std::cmp::Reverse(it.words.len()));
    let mut res = Wording::default();
    for term in all {
        res.terms.entry(term.words[0]).or_default().push(term);
    }
    res
}

pub(super) fn term(line: &'static str) -> Option<LoadedTerm> {
    let fields: Vec<&'static str> = line.split('\t').collect();
    let [kind, words, neutral] = fields.as_slice() else {
        return None;
    };
    Some(LoadedTerm {
        category: category(kind)?,
        words: words.trim_start_matches('~').split(' ').collect(),
        only_as_cue: words.starts_with('~'),
        neutral: (*neutral != "-").then_some(*neutral),
    })
}

fn category(name: &str) -> Option<Option<WordingCategory>> {
    Some(Some(match name {
        "reporting verb" => WordingCategory::ReportingVerb,
        "loaded verb" => WordingCategory::LoadedVerb,
        "loaded adjective" => WordingCategory::LoadedAdjective,
        "loaded noun" => WordingCategory::LoadedNoun,
        "label" => WordingCategory::Label,
        "intensifier" => WordingCategory::Intensifier,
        "euphemism" => WordingCategory::Euphemism,
        "judgment" => WordingCategory::Judgment,
        "none" => return Some(None),
        _ => return None,
    }))
}

impl Lexicons {
    /// Terms that begin with `word`, longest first.
    pub fn loaded_terms(&self, word: &str) -> &[LoadedTerm] {
        self.wording.terms.get(word).map_or(&[], Vec::as_slice)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_term_is_tried_first() {
        let lengths: Vec<usize> = Lexicons::english()
            .loaded_terms("illegal")
            .iter()
            .map(|it| it.words.len())
            .collect();
        assert_eq!(lengths, [2, 2, 1]);
    }
}

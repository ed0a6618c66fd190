//! Occasions on which things are said, and the media that others cite.

use std::collections::{HashMap, HashSet};

use super::{Lexicons, Lists, lines};

#[derive(Debug, Default)]
pub(super) struct Origins {
    /// By first word, longest first: the words and their class.
    occasions: HashMap<&'static str, Vec<(Vec<&'static str>, &'static str)>>,
    agencies: HashSet<&'static str>,
    media: HashSet<&'static str>,
    media_words: HashSet<&'static str>,
}

pub(super) fn new(lists: &Lists) -> Origins {
    let mut res = Origins::default();
    let list = lists.of("occasions");
    let mut occasions: Vec<(Vec<&str>, &str)> = lines(list)
        .filter_map(|it| it.split_once('\t'))
        .map(|(class, words)| (words.split(' ').collect(), class))
        .collect();
    occasions.sort_by_key(|it| std::cmp::Reverse(it.0.len()));
    for (words, class) in occasions {
        res.occasions
            .entry(words[0])
            .or_default()
            .push((words, class));
    }
    for line in lines(lists.of("media")) {
        match line.split_once('\t') {
            Some(("a", name)) => res.agencies.insert(name),
            Some(("m", name)) => res.media.insert(name),
            Some(("w", word)) => res.media_words.insert(word),
            _ => false,
        };
    }
    res
}

impl Lexicons {
    /// Occasions whose first lemma is `lemma`, longest first: `told reporters`, a briefing.
    pub fn occasions(&self, lemma: &str) -> &[(Vec<&'static str>, &'static str)] {
        self.origins.occasions.get(lemma).map_or(&[], Vec::as_slice)
    }

    /// A news agency, in lower case: `reuters`.
    pub fn is_agency(&self, name: &str) -> bool {
        self.origins.agencies.contains(name)
    }

    /// An agency or another medium, in lower case, known or named as such: `halvane times`.
    pub fn is_medium(&self, name: &str) -> bool {
        let last = name.rsplit_once(' ').map(|it| it.1);
        self.is_agency(name)
            || self.origins.media.contains(name)
            || last.is_some_and(|it| self.origins.media_words.contains(it))
    }
}

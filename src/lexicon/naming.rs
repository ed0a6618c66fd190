//! Names that outlets choose between for one thing.

use std::collections::HashMap;

use super::{Lexicons, Lists, Tag, lines};

/// A row of `namings.tsv`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Naming {
    pub class: &'static str,
    /// Noun or verb; adjective: the last part of a compound (`-held`), written with its hyphen.
    pub tag: Tag,
    /// A deed that is told by who does it (`annex`), whatever stands between.
    pub by_agent: bool,
    /// What the name implies: `judged`, `training`; `None`: nothing.
    pub implies: Option<&'static str>,
    /// In lower case, the inflected word by lemma.
    pub words: Vec<&'static str>,
}

/// By first word, longest first.
#[derive(Debug, Default)]
pub(super) struct Namings {
    rows: HashMap<&'static str, Vec<Naming>>,
}

pub(super) fn new(lists: &Lists) -> Namings {
    let list = lists.of("namings");
    let mut all: Vec<Naming> = lines(list).filter_map(row).collect();
    all.sort_by_key(|it| std::cmp::Reverse(it.words.len()));
    let mut res = Namings::default();
    for row in all {
        res.rows.entry(row.words[0]).or_default().push(row);
    }
    res
}

pub(super) fn row(line: &'static str) -> Option<Naming> {
    let fields: Vec<&'static str> = line.split('\t').collect();
    let [class, tag, implies, words] = fields.as_slice() else {
        return None;
    };
    Some(Naming {
        class,
        tag: match *tag {
            "n" => Tag::Noun,
            "v" | "a" => Tag::Verb,
            "c" => Tag::Adj,
            _ => return None,
        },
        by_agent: *tag == "a",
        implies: (*implies != "-").then_some(*implies),
        words: words.split(' ').collect(),
    })
}

impl Lexicons {
    /// Names that begin with `word`, longest first.
    pub fn namings(&self, word: &str) -> &[Naming] {
        self.naming.rows.get(word).map_or(&[], Vec::as_slice)
    }
}

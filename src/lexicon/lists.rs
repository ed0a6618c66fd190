//! The lists of one language as texts, by name, and what their lines have to be.

use std::collections::BTreeMap;

use super::grammar::{self, Tag};
use super::{amounts, clauses, evidence, lines, naming, wording};

macro_rules! english {
    ($($name:literal)*) => {
        [$(($name, include_str!(concat!("../../assets/lexicons/en/", $name, ".tsv")))),*]
    };
}

/// Name and text, by name.
const ENGLISH: [(&str, &str); 34] = english![
    "abbreviations" "acts" "calendar" "clauses" "collective_sources" "documents" "evidence"
    "given_names" "hedges" "lemmas" "loaded_terms" "media" "naming_cues" "namings" "nicknames"
    "numbers" "occasions" "organizations" "places" "polarity" "predicates" "proper_names"
    "quantity_hedges" "reporting_adjectives" "reporting_nouns" "reporting_verbs" "roles"
    "speaks_for" "tag_rules" "tags" "titles" "units" "vague_amounts" "venues"
];

/// The lists of one language; those that are not there are empty.
#[derive(Debug, Default)]
pub struct Lists {
    texts: BTreeMap<&'static str, &'static str>,
    pub(super) are_english: bool,
}

/// A line that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misread {
    /// Its number, from 1.
    pub line: usize,
    pub words: String,
    /// What the lines of the list are.
    pub expected: &'static str,
}

/// The name is one of a list that is used.
pub fn is_list(name: &str) -> bool {
    ENGLISH.iter().any(|it| it.0 == name)
}

/// The names of all lists that are used.
pub fn names() -> impl Iterator<Item = &'static str> {
    ENGLISH.iter().map(|it| it.0)
}

impl Lists {
    pub(super) fn english() -> Self {
        Self {
            texts: ENGLISH.into(),
            are_english: true,
        }
    }

    /// Adds a list, which then stays in memory as the built-in ones do. One of a name that is not
    /// used is left out.
    ///
    /// # Errors
    /// If a line of it cannot be read.
    pub fn add(&mut self, name: &str, text: String) -> Result<(), Misread> {
        let Some((name, english)) = ENGLISH.iter().find(|it| it.0 == name) else {
            return Ok(());
        };
        let text: &'static str = text.leak();
        for (line, words) in (1..).zip(text.lines()) {
            if lines(words).any(|it| !is_row(name, it)) {
                return Err(Misread {
                    line,
                    words: words.to_owned(),
                    expected: head(english),
                });
            }
        }
        self.texts.insert(name, text);
        Ok(())
    }

    /// The text of a list, empty where there is none.
    pub fn of(&self, name: &str) -> &'static str {
        self.texts.get(name).copied().unwrap_or_default()
    }
}

/// What the lines of a list are, as its first line says before it tells where they are from.
fn head(english: &'static str) -> &'static str {
    let head = english.lines().next().unwrap_or_default();
    let head = head.trim_start_matches(['#', ' ']);
    let origin = [" Written by us", " From "]
        .iter()
        .filter_map(|it| head.find(it));
    &head[..origin.min().unwrap_or(head.len())]
}

/// The list of this name can have such a line.
fn is_row(name: &str, line: &'static str) -> bool {
    let fields: Vec<&'static str> = line.split('\t').collect();
    let is_gender = |it: &str| matches!(it, "m" | "f" | "-");
    fields.iter().all(|it| !it.trim().is_empty())
        && match (name, fields.as_slice()) {
            ("tags", [_, tag]) => Tag::parse(tag).is_some(),
            ("tag_rules", _) => grammar::rule(line).is_some(),
            ("lemmas", [_, kind, _]) => matches!(*kind, "n" | "v"),
            ("clauses", _) => clauses::row(line).is_some(),
            ("evidence", [kind, pattern]) => evidence::cue(kind, pattern).is_some(),
            ("namings", _) => naming::row(line).is_some(),
            ("loaded_terms", _) => wording::term(line).is_some(),
            ("quantity_hedges", [_, bound]) => amounts::bound(bound).is_some(),
            ("numbers", [_, low, high]) => {
                low.parse::<f64>().is_ok() && (*high == "-" || high.parse::<f64>().is_ok())
            }
            ("polarity", [kind, _]) => {
                matches!(
                    *kind,
                    "negation" | "turn" | "limit" | "charge" | "deed" | "answer"
                )
            }
            ("polarity", [kind, _, _]) => matches!(*kind, "opposite" | "modal"),
            ("media", [kind, _]) => matches!(*kind, "a" | "m" | "w"),
            ("given_names" | "roles" | "titles", [_, gender]) => is_gender(gender),
            ("titles", [_, gender, _]) => is_gender(gender),
            ("reporting_verbs", [_, frames, _] | [_, frames, _, _]) => {
                frames.chars().all(|it| "qsnrhtoaxc-".contains(it))
            }
            ("reporting_nouns", [_, frames] | [_, frames, _]) => {
                frames.chars().all(|it| "st-".contains(it))
            }
            ("reporting_adjectives", [_] | [_, _]) => true,
            ("predicates", [_, _]) => true,
            ("predicates", [_, _, of]) => matches!(*of, "person" | "thing"),
            ("acts" | "nicknames" | "occasions" | "places" | "units", [_, _]) => true,
            (
                "abbreviations" | "calendar" | "collective_sources" | "documents" | "hedges"
                | "naming_cues" | "organizations" | "proper_names" | "speaks_for" | "vague_amounts"
                | "venues",
                [_],
            ) => true,
            _ => false,
        }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_list_of_the_folder_is_used_and_every_line_can_be_read() {
        let files = std::fs::read_dir("assets/lexicons/en").expect("the folder");
        let names = files.filter_map(|it| it.ok()?.file_name().into_string().ok());
        let names: BTreeSet<String> = names.map(|it| it.replace(".tsv", "")).collect();
        let mut used: BTreeSet<String> = super::names().map(str::to_owned).collect();
        // Of lines of pages, which `read` knows.
        used.insert("furniture".to_owned());
        assert_eq!(names, used);
        for (name, text) in ENGLISH {
            let added = Lists::default().add(name, text.to_owned());
            assert_eq!(added, Ok(()), "{name}");
            assert!(head(text).len() > 10, "{name}: {}", head(text));
        }
    }

    #[test]
    fn a_line_that_cannot_be_read_is_told() {
        let misread = |name: &str, text: &str| {
            let added = Lists::default().add(name, text.to_owned());
            added.expect_err("a wrong line").line
        };
        assert_eq!(misread("tags", "# Words\nsagte\tVERB\nsagen\tVRB\n"), 3);
        assert_eq!(misread("reporting_verbs", "sagen\tqs\n"), 1);
        assert_eq!(misread("hedges", "wohl\tetwa\n"), 1);
        assert_eq!(misread("numbers", "drei\tdrei\t3\n"), 1);
    }
}

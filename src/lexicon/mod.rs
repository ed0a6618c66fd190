//! The word lists of `assets/lexicons`, parsed once; plain look-ups.
//!
//! Lists are lines of tab-separated fields; the first line tells origin and licence. The English
//! ones are built in and parsed at first use: about two milliseconds. Those of other languages are
//! files of the reader's, added once at the start (`docs/languages.md`).

mod amounts;
mod clauses;
mod evidence;
mod grammar;
mod lists;
mod naming;
mod origins;
mod polarity;
mod speech;
mod wording;

use std::collections::{BTreeMap, HashSet};
use std::sync::{LazyLock, OnceLock};

pub use amounts::Bound;
pub use clauses::ClauseWord;
pub use evidence::{EvidenceCue, Step};
pub use grammar::{Condition, Tag, TagRule};
pub use lists::{Lists, Misread, is_list, names};
pub use naming::Naming;
pub use speech::{Gender, ReportingVerb};
pub use wording::LoadedTerm;

/// All word lists of one language.
#[derive(Debug, Default)]
pub struct Lexicons {
    amounts: amounts::Amounts,
    clauses: clauses::Clauses,
    evidence: Vec<EvidenceCue>,
    grammar: grammar::Grammar,
    naming: naming::Namings,
    origins: origins::Origins,
    polarity: polarity::Polarity,
    speech: speech::Speech,
    wording: wording::Wording,
}

impl Lexicons {
    /// The lists of a language (ISO 639-1), empty where there are none. What is too short to tell
    /// its language is taken for English.
    pub fn of(language: Option<&str>) -> &'static Self {
        match language {
            None | Some("en") => Self::english(),
            Some(other) => ADDED.get().and_then(|it| it.get(other)).unwrap_or(&NONE),
        }
    }

    /// Adds the lists of languages by their codes. Once, before anything is annotated: what comes
    /// later is left out.
    pub fn add(languages: BTreeMap<String, Lists>) {
        ADDED.get_or_init(|| {
            let parsed = languages.into_iter();
            parsed.map(|(code, it)| (code, Self::new(&it))).collect()
        });
    }

    /// There are no lists of this language.
    pub fn is_empty(&self) -> bool {
        self.grammar.is_empty()
    }

    /// The English lists that are built in.
    pub fn english() -> &'static Self {
        static ENGLISH: LazyLock<Lexicons> = LazyLock::new(|| Lexicons::new(&Lists::english()));
        &ENGLISH
    }

    fn new(lists: &Lists) -> Self {
        Self {
            amounts: amounts::Amounts::new(lists),
            clauses: clauses::new(lists),
            evidence: evidence::new(lists),
            grammar: grammar::Grammar::new(lists),
            naming: naming::new(lists),
            origins: origins::new(lists),
            polarity: polarity::new(lists),
            speech: speech::Speech::new(lists),
            wording: wording::new(lists),
        }
    }
}

/// Languages that were added, by code.
static ADDED: OnceLock<BTreeMap<String, Lexicons>> = OnceLock::new();

/// No list at all, for languages that we have none of.
static NONE: LazyLock<Lexicons> = LazyLock::new(Lexicons::default);

/// Lines of a list without its head.
fn lines(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines()
        .filter(|it| !it.is_empty() && !it.starts_with('#'))
}

fn set(list: &'static str) -> HashSet<&'static str> {
    lines(list).collect()
}

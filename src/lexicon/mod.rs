//! The word lists of `assets/lexicons`, parsed once; plain look-ups.
//!
//! Lists are lines of tab-separated fields; the first line tells origin and licence. They are
//! parsed at first use: about two milliseconds.

mod amounts;
mod clauses;
mod evidence;
mod grammar;
mod naming;
mod origins;
mod polarity;
mod speech;
mod wording;

use std::collections::HashSet;
use std::sync::LazyLock;

pub use amounts::Bound;
pub use clauses::ClauseWord;
pub use evidence::{EvidenceCue, Step};
pub use grammar::{Condition, Tag, TagRule};
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
            Some(_) => &NONE,
        }
    }

    /// There are no lists of this language.
    pub fn is_empty(&self) -> bool {
        self.grammar.is_empty()
    }

    /// The English lists that are built in.
    pub fn english() -> &'static Self {
        static ENGLISH: LazyLock<Lexicons> = LazyLock::new(|| Lexicons {
            amounts: amounts::Amounts::english(),
            clauses: clauses::english(),
            evidence: evidence::english(),
            grammar: grammar::Grammar::english(),
            naming: naming::english(),
            origins: origins::english(),
            polarity: polarity::english(),
            speech: speech::Speech::english(),
            wording: wording::english(),
        });
        &ENGLISH
    }
}

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

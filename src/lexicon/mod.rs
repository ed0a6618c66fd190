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

/// Lines of a list without its head.
fn lines(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines()
        .filter(|it| !it.is_empty() && !it.starts_with('#'))
}

fn set(list: &'static str) -> HashSet<&'static str> {
    lines(list).collect()
}

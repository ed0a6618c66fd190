//! Words that take a side, and whose they are.

use super::{Span, Voice};

/// An expression that tells how to take a thing, not only what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wording {
    pub span: Span,
    pub category: WordingCategory,
    /// Quoted words are their speaker's, not the outlet's.
    pub voice: Voice,
    /// A plainer word, where the lexicon has one.
    pub neutral: Option<&'static str>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WordingCategory {
    /// A verb of saying that judges what is said: `claimed`, `admitted`, `blasted`.
    ReportingVerb,
    LoadedVerb,
    LoadedAdjective,
    LoadedNoun,
    /// A name for people that sorts them: `regime`, `hardliner`.
    Label,
    Intensifier,
    Euphemism,
    /// Says that something is right or wrong, or against the law.
    Judgment,
}

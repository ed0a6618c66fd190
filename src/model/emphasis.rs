//! What an outlet puts first, and to whom it gives room.

use super::Span;

/// One article's weight: what it opens with, how early shared words come, who speaks how long.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Emphasis {
    /// Names and things of headline and lead, the one that the article returns to most first.
    pub opens_with: Vec<Span>,
    /// Shared utterances in the order in which this article has them.
    pub order: Vec<Reached>,
    /// Whose words take how much of the article, most first.
    pub room: Vec<Room>,
}

/// Where an article comes to a shared utterance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reached {
    /// Index into [`super::Comparison::utterances`].
    pub utterance: usize,
    /// How much of the prose stands before it, in percent.
    pub percent: u8,
}

/// What of an article's prose is one speaker's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// Index into [`super::Comparison::speakers`].
    pub speaker: usize,
    /// Words in quotation marks, and words that the writer reports.
    pub quoted: usize,
    pub reported: usize,
}

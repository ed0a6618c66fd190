//! What is lit in a collation: at each point, the words that differ from those of most witnesses.
//!
//! ```text
//! a  the gate   was shut   ‸
//! b  the gate   was shut   ‸        most have no word there: c is lit, a and b are not
//! c  the gates  was shut   again    most have `gate`: `gates` is lit
//! ```
//! Where no wording has most of the witnesses, all are lit.

use crate::model::{CollationColumn, Span, Story, Utterance};

/// What one witness has at one column of a collation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// The words that most have.
    Common(Span),
    /// Other words.
    Variant(Span),
    /// Nothing, where most have words.
    Lacking,
    /// Nothing, as most; or reported, not quoted.
    Nothing,
}

/// The readings of an utterance, by column, then by witness.
pub fn readings(story: &Story, utterance: &Utterance) -> Vec<Vec<Reading>> {
    let columns = utterance.collation.iter();
    let mut res: Vec<_> = columns.map(|it| of_column(story, utterance, it)).collect();
    // A gap over several columns is one gap.
    for at in (1..res.len()).rev() {
        let (before, here) = res.split_at_mut(at);
        for (reading, last) in here[0].iter_mut().zip(&before[at - 1]) {
            if *reading == Reading::Lacking && *last == Reading::Lacking {
                *reading = Reading::Nothing;
            }
        }
    }
    res
}

fn of_column(story: &Story, utterance: &Utterance, column: &CollationColumn) -> Vec<Reading> {
    let quoted = |it: usize| !utterance.witnesses[it].reported;
    let words: Vec<Option<String>> = (0..utterance.witnesses.len())
        .map(|it| {
            let text = &story.article(utterance.witnesses[it].place.article).text;
            column.cells[it].map(|span| bare(span.of(text)))
        })
        .collect();
    let n_quoted = (0..words.len()).filter(|it| quoted(*it)).count();
    let has_most = |it: &Option<String>| {
        let same = (0..words.len()).filter(|at| quoted(*at) && words[*at] == *it);
        2 * same.count() > n_quoted
    };
    let most = words.iter().enumerate().find_map(|(at, it)| {
        let is_most = quoted(at) && has_most(it);
        is_most.then_some(it)
    });
    column
        .cells
        .iter()
        .enumerate()
        .map(|(at, cell)| match cell {
            Some(span) if most == Some(&words[at]) => Reading::Common(*span),
            Some(span) => Reading::Variant(*span),
            None if quoted(at) && most != Some(&None) => Reading::Lacking,
            None => Reading::Nothing,
        })
        .collect()
}

/// Words without marks and capitals: what differs in those alone differs in nothing.
fn bare(words: &str) -> String {
    let letters = words
        .chars()
        .filter(|it| it.is_alphanumeric() || *it == ' ');
    letters.flat_map(char::to_lowercase).collect()
}

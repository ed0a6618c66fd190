//! What the pronouns of an article tell of people whose names tell nothing.
//!
//! ```text
//! Rask said she would stay.        she votes for Rask: nobody else stands before it
//! Rask met Ode, who said he …      no vote: two people
//! ```

use super::names::People;
use super::outer::{Item, Outer};
use super::words::Word;
use crate::lexicon::Gender;

/// Sets the gender of everybody of whom it is not known and most votes agree.
pub fn learn(people: &mut People, words: &[Word<'_>], sentences: &[Outer]) {
    let mut votes = vec![(0_usize, 0_usize); people.list.len()];
    for sentence in sentences {
        if let Some((person, gender)) = vote(people, words, sentence) {
            match gender {
                Gender::Male => votes[person].0 += 1,
                Gender::Female => votes[person].1 += 1,
                Gender::Unknown => {}
            }
        }
    }
    for (gender, (male, female)) in people.genders.iter_mut().zip(votes) {
        if *gender == Gender::Unknown {
            *gender = match male.cmp(&female) {
                std::cmp::Ordering::Greater => Gender::Male,
                std::cmp::Ordering::Less => Gender::Female,
                std::cmp::Ordering::Equal => Gender::Unknown,
            };
        }
    }
}

/// The first person of a sentence and the first pronoun after, if nobody stands between.
fn vote(people: &People, words: &[Word<'_>], sentence: &Outer) -> Option<(usize, Gender)> {
    let mut first = None;
    for item in &sentence.items {
        let Item::Word(at) = item else { continue };
        let gender = match words[*at].lower.as_str() {
            "he" | "his" | "him" | "himself" => Gender::Male,
            "she" | "her" | "hers" | "herself" => Gender::Female,
            _ => match people.at(*at) {
                Some((_, person)) if first.is_some_and(|it| it != *person) => return None,
                Some((_, person)) => {
                    first = Some(*person);
                    continue;
                }
                None => continue,
            },
        };
        return first.map(|it| (it, gender));
    }
    None
}

//! Who bears a surname in the articles, quoted or not, so that a lone surname is not given to the
//! only bearer who speaks: `Mr. Ruiz said` where Ada Ruiz is named once and Karl Ruiz ten times.

use std::collections::HashMap;

use super::roles;
use crate::lexicon::Lexicons;
use crate::model::Story;

/// The full names of a story by surname.
pub struct Bearers {
    /// By surname: a full name, and how often its person is mentioned.
    by_surname: HashMap<String, Vec<(Vec<String>, usize)>>,
}

/// How much more often the one is mentioned whom a lone surname means.
const OFTEN_MORE: usize = 3;

impl Bearers {
    pub fn new(story: &Story, lexicons: &Lexicons) -> Self {
        let mut by_surname: HashMap<String, Vec<(Vec<String>, usize)>> = HashMap::new();
        for article in story.indices() {
            let text = &story.article(article).text;
            for person in &story.annotations(article).people {
                let words = roles::words(person.name.of(text));
                let [given, .., surname] = words.as_slice() else {
                    continue;
                };
                let bearers = by_surname.entry(surname.clone()).or_default();
                let known = bearers
                    .iter_mut()
                    .find(|it| names_fit(lexicons, &it.0[0], given));
                match known {
                    Some(known) => known.1 += person.mentions.len(),
                    None => bearers.push((words.clone(), person.mentions.len())),
                }
            }
        }
        Self { by_surname }
    }

    /// A lone surname means the bearer of this full name.
    pub fn means(&self, lexicons: &Lexicons, full: &[String]) -> bool {
        let ([given, ..], Some(surname)) = (full, full.last()) else {
            return true;
        };
        let bearers = self.by_surname.get(surname).map_or(&[][..], Vec::as_slice);
        let of = |is: bool| {
            let those = bearers
                .iter()
                .filter(|it| names_fit(lexicons, &it.0[0], given) == is);
            those.map(|it| it.1).max().unwrap_or(0)
        };
        full.len() == 1 || of(true) >= OFTEN_MORE * of(false)
    }
}

/// Given names of one person: `Pat` and `Patrick`, `P.`, `Dick` and `Richard`.
pub fn names_fit(lexicons: &Lexicons, one: &str, other: &str) -> bool {
    one.starts_with(other) || other.starts_with(one) || lexicons.are_one_given_name(one, other)
}

//! Names of sources that are of one person or body, because the reader said so.

use super::Decided;
use crate::anchor::Found;
use crate::compare::people::Entry;
use crate::model::{Decision, Loss, Place, Standing};

impl Decided<'_> {
    /// For each entry the number of its cluster, with those joined that the reader joined; by
    /// number, whether it was. Clusters are numbered by first entry.
    pub fn joined(
        &mut self,
        entries: &[Entry],
        mut cluster: Vec<usize>,
    ) -> (Vec<usize>, Vec<bool>) {
        let mut by_reader = vec![false; entries.len()];
        self.replay(|decided, decision| {
            let Decision::MergePeople { one, other } = decision else {
                return None;
            };
            let pair = decided
                .place(one)
                .and_then(|one| Ok((one, decided.place(other)?)));
            let pair = pair.and_then(|(one, other)| {
                Ok((decided.entry(entries, one)?, decided.entry(entries, other)?))
            });
            Some(pair.map_or_else(
                |it| it,
                |(one, other)| {
                    let (to, from) = (cluster[one], cluster[other]);
                    by_reader[one] = true;
                    cluster
                        .iter_mut()
                        .filter(|it| **it == from)
                        .for_each(|it| *it = to);
                    Standing::Applied
                },
            ))
        });
        let mut numbers: Vec<usize> = Vec::new();
        let mut is_joined = Vec::new();
        for (number, by_reader) in cluster.iter_mut().zip(by_reader) {
            let known = numbers.iter().position(|it| it == number);
            let new = known.unwrap_or_else(|| {
                numbers.push(*number);
                is_joined.push(false);
                numbers.len() - 1
            });
            is_joined[new] |= by_reader;
            *number = new;
        }
        (cluster, is_joined)
    }

    /// The source that is named there.
    fn entry(&self, entries: &[Entry], place: Place) -> Found<usize> {
        let named = |it: &Entry| {
            let own = it.place.span;
            let people = &self.story.annotations(it.place.article).people;
            let person = people.iter().find(|person| it.person && person.name == own);
            let mut mentions = person.into_iter().flat_map(|it| &it.mentions);
            it.place.article == place.article
                && (own.overlaps(place.span) || mentions.any(|it| it.overlaps(place.span)))
        };
        let at = entries.iter().position(named);
        at.ok_or(Standing::Lost(Loss::Nothing))
    }
}

//! One text that two outlets carry.
//!
//! ```text
//! coast   The wall held all night, and 12 boats were lost, …
//! north   The wall held all night, and 12 boats were lost, …
//! ```
//! An article is told beside the one that it is most like of those before it, so that of many
//! copies each is told once. Who copied whom is not known.

use std::collections::{BTreeMap, HashMap};

use super::wholes::{MIN_GRAMS, MIN_SHARED, Whole, changes};
use crate::model::{ArticleIdx, Duplicate, Story};

/// Articles with one group beyond which it finds no more.
const MOST_POSTINGS: usize = 60;

/// By the place of the later article in the story.
pub fn duplicates(story: &Story) -> Vec<Duplicate> {
    let articles = story.articles.iter();
    let texts: Vec<Whole<'_>> = articles.map(|it| Whole::new(&it.0, &it.1)).collect();
    let mut with: HashMap<u64, Vec<usize>> = HashMap::new();
    let mut res = Vec::new();
    for (idx, text) in story.indices().zip(&texts) {
        let mut n_shared: BTreeMap<usize, usize> = BTreeMap::new();
        for gram in &text.grams {
            let postings = with.entry(*gram).or_default();
            for other in postings.iter() {
                *n_shared.entry(*other).or_default() += 1;
            }
            if postings.len() < MOST_POSTINGS {
                postings.push(idx.0);
            }
        }
        let likeness = n_shared.into_iter().filter_map(|(other, n)| {
            let shorter = text.grams.len().min(texts[other].grams.len());
            let shared = n as f32 / shorter as f32;
            (shorter >= MIN_GRAMS && shared >= MIN_SHARED).then_some((shared, other))
        });
        let most = likeness.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
        let Some((shared, other)) = most else {
            continue;
        };
        let (mut from, mut to) = (ArticleIdx(other), idx);
        if let (Some(a), Some(b)) = (texts[from.0].date, texts[to.0].date)
            && b < a
        {
            std::mem::swap(&mut from, &mut to);
        }
        res.push(Duplicate {
            from,
            to,
            shared,
            changes: changes(&texts[from.0], &texts[to.0]),
        });
    }
    res
}

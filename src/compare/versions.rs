//! Versions of one article: an update, a correction, the same file twice. The last one speaks.
//!
//! ```text
//! Coast Wire, Monday    … 12 boats were lost …      an earlier version: shown, not compared
//! Coast Wire, Tuesday   … 14 boats were lost …      compared with the other outlets
//! ```
//! Two articles that name one outlet and are mostly one text are versions; so are two that are word
//! for word the same where no outlet is named. Articles of one outlet that are not one text stay
//! two articles.

use super::wholes::{MIN_SHARED, Whole, changes};
use crate::model::{Article, ArticleIdx, OutletBasis, Story, Version};

/// The story with one article in place of several versions of it: the last by its date, else by
/// the order of the story.
pub fn joined(story: Story) -> Story {
    let all = &story.articles;
    let texts: Vec<Whole<'_>> = all.iter().map(|it| Whole::new(&it.0, &it.1)).collect();
    // By article: the first of its versions.
    let mut first: Vec<usize> = Vec::new();
    for at in 0..all.len() {
        let is_one =
            |other: &usize| is_version((&all[at].0, &texts[at]), (&all[*other].0, &texts[*other]));
        let found = (0..at).find(is_one);
        first.push(found.map_or(at, |other| first[other]));
    }
    let last = |at: usize| {
        let versions = (0..all.len()).filter(|it| first[*it] == first[at]);
        versions
            .max_by_key(|it| (texts[*it].date, *it))
            .unwrap_or(at)
    };
    let last: Vec<usize> = (0..all.len()).map(last).collect();
    let speaking: Vec<usize> = (0..all.len()).filter(|it| last[*it] == *it).collect();
    let mut earlier: Vec<usize> = (0..all.len()).filter(|it| last[*it] != *it).collect();
    earlier.sort_by_key(|it| (last[*it], texts[*it].date, *it));
    let versions = earlier.into_iter().filter_map(|at| {
        let of = speaking.iter().position(|it| *it == last[at])?;
        let (article, annotations) = all[at].clone();
        Some(Version {
            article,
            annotations,
            of: ArticleIdx(of),
            shared: texts[at].shared(&texts[last[at]]).unwrap_or(1.0),
            changes: changes(&texts[at], &texts[last[at]]),
        })
    });
    Story {
        versions: versions.collect(),
        articles: speaking.iter().map(|it| all[*it].clone()).collect(),
    }
}

fn is_version(one: (&Article, &Whole<'_>), other: (&Article, &Whole<'_>)) -> bool {
    let outlets = [&one.0.outlet, &other.0.outlet];
    if outlets[0].name.to_lowercase() == outlets[1].name.to_lowercase() {
        return one.1.shared(other.1).is_some_and(|it| it >= MIN_SHARED) || one.1.is_same(other.1);
    }
    let is_unnamed = outlets.iter().any(|it| it.basis == OutletBasis::FileName);
    is_unnamed && one.1.is_same(other.1)
}

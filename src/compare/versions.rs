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
use crate::model::{Annotations, Article, ArticleIdx, OutletBasis, Story, Version};

/// The story with one article in place of several versions of it: the last by its date, else by
/// the order of the story.
pub fn joined(story: Story) -> Story {
    let all = &story.articles;
    let texts: Vec<Text<'_>> = all.iter().map(|it| Text::new(&it.0, &it.1)).collect();
    // By article: the first of its versions. Two that are each a version of a third are one's.
    let mut first: Vec<usize> = (0..all.len()).collect();
    for at in 0..all.len() {
        for other in 0..at {
            if texts[at].is_version_of(&texts[other]) && first[at] != first[other] {
                let (root, moved) = (first[at].min(first[other]), first[at].max(first[other]));
                for it in &mut first {
                    if *it == moved {
                        *it = root;
                    }
                }
            }
        }
    }
    let last = |at: usize| {
        let versions = (0..all.len()).filter(|it| first[*it] == first[at]);
        versions
            .max_by_key(|it| (texts[*it].whole.date, *it))
            .unwrap_or(at)
    };
    let last: Vec<usize> = (0..all.len()).map(last).collect();
    let speaking: Vec<usize> = (0..all.len()).filter(|it| last[*it] == *it).collect();
    let mut earlier: Vec<usize> = (0..all.len()).filter(|it| last[*it] != *it).collect();
    earlier.sort_by_key(|it| (last[*it], texts[*it].whole.date, *it));
    let versions = earlier.into_iter().filter_map(|at| {
        let of = speaking.iter().position(|it| *it == last[at])?;
        let (article, annotations) = all[at].clone();
        Some(Version {
            article,
            annotations,
            of: ArticleIdx(of),
            shared: texts[at]
                .whole
                .shared(&texts[last[at]].whole)
                .unwrap_or(1.0),
            changes: changes(&texts[at].whole, &texts[last[at]].whole),
        })
    });
    Story {
        versions: versions.collect(),
        articles: speaking.iter().map(|it| all[*it].clone()).collect(),
    }
}

/// An article as a whole, and whose it is.
struct Text<'a> {
    whole: Whole<'a>,
    /// In lower case.
    outlet: String,
    is_named: bool,
}

impl<'a> Text<'a> {
    fn new(article: &Article, annotations: &'a Annotations) -> Self {
        Self {
            whole: Whole::new(article, annotations),
            outlet: article.outlet.name.to_lowercase(),
            is_named: article.outlet.basis != OutletBasis::FileName,
        }
    }

    fn is_version_of(&self, other: &Self) -> bool {
        let (one, two) = (&self.whole, &other.whole);
        if self.outlet == other.outlet {
            return one.shared(two).is_some_and(|it| it >= MIN_SHARED);
        }
        !(self.is_named && other.is_named) && one.is_same(two)
    }
}

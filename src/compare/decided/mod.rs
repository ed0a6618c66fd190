//! What the reader decided about the story, replayed where each thing is found.
//!
//! ```text
//! sources    two names of sources are one          after people were told apart
//! said       witnesses put together or apart       after utterances were found
//! judged     findings accepted or rejected         at the end
//! noted      notes and tags, where they hang       at the end
//! ```
//! What a decision is about is found by its anchors alone. What is not found is lost and told so.
//! One on an earlier version of an article is replayed on the last one.

pub mod judged;
pub mod noted;
mod said;
mod sources;

use crate::anchor::{self, Found};
use crate::model::{Anchor, ArticleIdx, ArticleRef, Decision, Loss, Place, Standing, Story};

/// The decisions of a comparison, and what became of each so far.
pub struct Decided<'a> {
    story: &'a Story,
    decisions: &'a [Decision],
    standings: Vec<Standing>,
}

impl<'a> Decided<'a> {
    pub fn new(story: &'a Story, decisions: &'a [Decision]) -> Self {
        let mut res = Self {
            story,
            decisions,
            standings: Vec::new(),
        };
        // What `annotate` replayed, each article in the order of the decisions.
        let of_article = story.articles.iter().map(|it| &it.1.standings);
        let of_version = story.versions.iter().map(|it| &it.annotations.standings);
        let mut replayed: Vec<_> = of_article.chain(of_version).map(|it| it.iter()).collect();
        for decision in decisions {
            let standing = match decision.article().map(|it| res.position(it)) {
                Some(Some(at)) => {
                    let replayed = replayed[at].next();
                    replayed.copied().unwrap_or(Standing::Lost(Loss::Nothing))
                }
                Some(None) => Standing::NotHere,
                None => Standing::Lost(Loss::Nothing),
            };
            res.standings.push(standing);
        }
        res
    }

    /// What became of each decision, in order.
    pub fn standings(self) -> Vec<Standing> {
        self.standings
    }

    /// Replays each decision for which `replay` has an answer.
    fn replay(&mut self, mut replay: impl FnMut(&Self, &'a Decision) -> Option<Standing>) {
        for (at, decision) in self.decisions.iter().enumerate() {
            if let Some(standing) = replay(self, decision) {
                self.standings[at] = standing;
            }
        }
    }

    /// Position among the articles, and after them the earlier versions.
    fn position(&self, wanted: &ArticleRef) -> Option<usize> {
        let articles = self.story.articles.iter().map(|it| it.0.as_ref());
        let versions = self.story.versions.iter().map(|it| it.article.as_ref());
        anchor::position(wanted, articles.chain(versions))
    }

    fn article(&self, wanted: &ArticleRef) -> Option<ArticleIdx> {
        let at = self.position(wanted)?;
        let n_articles = self.story.articles.len();
        match at.checked_sub(n_articles) {
            Some(version) => self.story.versions.get(version).map(|it| it.of),
            None => Some(ArticleIdx(at)),
        }
    }

    /// Where the words of an anchor stand.
    fn place(&self, words: &Anchor) -> Found<Place> {
        let Some(article) = self.article(&words.article) else {
            return Err(Standing::NotHere);
        };
        let span = anchor::find(words, self.story.article(article));
        span.map(|span| Place { article, span })
    }

    /// Where they all stand that are here; an error if none is.
    fn places(&self, all: &[Anchor]) -> Found<Vec<Place>> {
        let found: Vec<Found<Place>> = all.iter().map(|it| self.place(it)).collect();
        let here: Vec<Place> = found.iter().filter_map(|it| it.ok()).collect();
        if !here.is_empty() {
            return Ok(here);
        }
        let mut lost = found.into_iter().filter_map(Found::err);
        let lost = lost.find(|it| *it != Standing::NotHere);
        Err(lost.unwrap_or(Standing::NotHere))
    }
}

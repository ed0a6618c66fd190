//! Where an article would have what it has no words of.
//!
//! ```text
//! harbor   a  u1  b  [u2]  c        u2 is selected, the coast has none of it:
//! coast    d  u1  e                 it would stand after u1, which both have
//! ```

use super::State;
use crate::model::{ArticleIdx, Place, Span};

/// Words of an article, and whose words around the selection they are like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Near {
    pub span: Span,
    /// `None` if the article has nothing of what stands around: then it is the article's beginning.
    pub beside: Option<ArticleIdx>,
}

impl State {
    /// What the article shares that stands nearest before the selection in another one; else
    /// nearest after it. `None` if nothing is selected, or the article has words of it.
    pub fn nearest_in(&self, article: ArticleIdx) -> Option<Near> {
        let selected = self.selected_places();
        if selected.is_empty() || selected.iter().any(|it| it.article == article) {
            return None;
        }
        let utterances = self.comparison.utterances.iter();
        let utterances = utterances.map(|it| it.witnesses.iter().map(|it| it.place).collect());
        let passages = self.comparison.passages.iter();
        let passages = passages.map(|it| it.members.clone());
        let shared: Vec<Vec<Place>> = utterances.chain(passages).collect();
        let mine = |places: &[Place]| places.iter().find(|it| it.article == article).copied();
        let pairs = shared.iter().filter_map(|it| Some((mine(it)?, it)));
        let candidates = pairs.flat_map(|(mine, theirs)| {
            let of_selected = |it: &Place| {
                let wanted = selected.iter().find(|other| other.article == it.article)?;
                let (is_after, away) = if it.span.start() <= wanted.span.start() {
                    (false, wanted.span.start().saturating_sub(it.span.end()))
                } else {
                    (true, it.span.start() - wanted.span.start())
                };
                Some((is_after, away, it.article, mine.span))
            };
            theirs.iter().filter_map(of_selected).collect::<Vec<_>>()
        });
        if let Some((_, _, beside, span)) = candidates.min() {
            return Some(Near {
                span,
                beside: Some(beside),
            });
        }
        let first = self.story.article(article).paragraphs().next()?;
        Some(Near {
            span: first,
            beside: None,
        })
    }
}

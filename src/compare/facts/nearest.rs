//! For an outlet without a value: its sentence that comes nearest to what the others tell.

use std::collections::{BTreeSet, HashMap};

use crate::compare::strands::tokens_in;
use crate::model::{ArticleIdx, FactKind, FactRow, Place, Span, Story};

/// Content lemmas that the sentence must share with the cells.
const MIN_SHARED: usize = 2;

/// Fills `nearest` of each row.
pub fn add(story: &Story, rows: &mut [FactRow]) {
    let sentences: Vec<Sentences> = story
        .indices()
        .map(|it| Sentences::new(story, it))
        .collect();
    // Who says it is told by no words of its own.
    let rows = rows
        .iter_mut()
        .filter(|it| it.kind != FactKind::Attribution);
    for row in rows {
        let wanted: BTreeSet<u64> = row
            .cells
            .iter()
            .flat_map(|cell| {
                let tokens = &story.annotations(cell.article).tokens;
                cell.spans
                    .iter()
                    .flat_map(move |span| tokens_in(tokens, *span))
            })
            .filter(|it| it.content)
            .map(|it| it.lemma)
            .collect();
        row.nearest = story
            .indices()
            .filter(|article| row.cells.iter().all(|it| it.article != *article))
            .filter_map(|article| {
                let span = sentences[article.0].best(&wanted)?;
                Some(Place { article, span })
            })
            .collect();
    }
}

/// Sentences of one article by the lemmas they hold.
struct Sentences {
    spans: Vec<Span>,
    holding: HashMap<u64, Vec<usize>>,
}

impl Sentences {
    fn new(story: &Story, article: ArticleIdx) -> Self {
        let annotations = story.annotations(article);
        let mut holding: HashMap<u64, Vec<usize>> = HashMap::new();
        for (idx, span) in annotations.sentences.iter().enumerate() {
            for token in tokens_in(&annotations.tokens, *span) {
                if token.content {
                    let list = holding.entry(token.lemma).or_default();
                    if list.last() != Some(&idx) {
                        list.push(idx);
                    }
                }
            }
        }
        Self {
            spans: annotations.sentences.clone(),
            holding,
        }
    }

    /// The sentence with most of the lemmas, of two the first.
    fn best(&self, wanted: &BTreeSet<u64>) -> Option<Span> {
        let mut n_shared: HashMap<usize, usize> = HashMap::new();
        for lemma in wanted {
            for idx in self.holding.get(lemma).into_iter().flatten() {
                *n_shared.entry(*idx).or_default() += 1;
            }
        }
        (0..self.spans.len())
            .filter_map(|it| Some((*n_shared.get(&it)?, it)))
            .filter(|it| it.0 >= MIN_SHARED)
            .max_by_key(|it| (it.0, std::cmp::Reverse(it.1)))
            .map(|it| self.spans[it.1])
    }
}

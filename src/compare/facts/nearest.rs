//! For an outlet without a value: its sentence that comes nearest to what the others tell, and
//! whether it comes so near that nobody can be told that there is no match.
//!
//! ```text
//! row     Skarne Lines bought the ferry      a cell of two others
//! south   The ferry now belongs to Skarne Lines.     near: open
//! west    The ferry is old.                          far: no match found
//! ```
//! A row's words are those of its cells; of a bare time, place or number those of its clause.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::Material;
use crate::compare::likeness::{self, Statement};
use crate::lexicon::Lexicons;
use crate::model::{ArticleIdx, FactCell, FactKind, FactRow, Span, Story};

/// Content lemmas that the sentence must share with the cells; with the clause of a bare value one
/// more.
const MIN_SHARED: usize = 2;
/// Weight of a cell's words that a sentence must share to come near with two words, 0 to 1; with
/// three it comes near.
const NEAR: f32 = 0.4;
/// So much of them comes near even if it is names alone.
const NEARLY_ALL: f32 = 0.6;

/// Fills `nearest` and `open` of each row.
pub fn add(material: &Material<'_>, rows: &mut [FactRow]) {
    let story = material.story;
    let sentences: Vec<Sentences> = story
        .indices()
        .map(|it| Sentences::new(story, material.lexicons, it))
        .collect();
    // Who says it is told by no words of its own.
    let rows = rows
        .iter_mut()
        .filter(|it| it.kind != FactKind::Attribution);
    for row in rows {
        let told: Vec<Statement> = row
            .cells
            .iter()
            .map(|it| {
                let spans = [context(story, row.kind, it)];
                Statement::new(story, material.lexicons, it.article, &spans)
            })
            .collect();
        // Place and day alone do not make that only one tells it doubtful.
        let min_common = if row.cells.len() > 1 { 1 } else { 2 };
        // `in April 2029`: who has the time may tell it of the same.
        let values: Vec<Statement> = row
            .cells
            .iter()
            .filter(|_| is_bare(row.kind))
            .map(|it| Statement::new(story, material.lexicons, it.article, &it.spans[..1]))
            .filter(|it| it.lemmas.len() >= MIN_SHARED)
            .collect();
        let wanted: BTreeSet<u64> = told.iter().flat_map(|it| &it.lemmas).copied().collect();
        let has_cell = |article| row.cells.iter().any(|it| it.article == article);
        let absent: Vec<ArticleIdx> = story.indices().filter(|it| !has_cell(*it)).collect();
        for article in absent {
            let min_shared = MIN_SHARED + usize::from(is_bare(row.kind));
            let Some(found) = sentences[article.0].best(&wanted, min_shared) else {
                continue;
            };
            let is_near = told.iter().any(|it| {
                let found = likeness::likeness(material.counts, it, found);
                let is_much = found.n_shared > MIN_SHARED || found.of_a >= NEAR;
                let is_all = row.cells.len() > 1 && found.of_a >= NEARLY_ALL;
                let is_said = found.n_common >= min_common && is_much || is_all;
                found.n_shared >= MIN_SHARED && is_said
            });
            let has_value = || {
                let mut values = values.iter();
                values.any(|it| sentences[article.0].has(&it.lemmas))
            };
            if !row.open.contains(&article) && (is_near || has_value()) {
                row.open.push(article);
            }
            row.nearest.push(found.place);
        }
        row.open.sort_unstable();
    }
}

/// The words that tell what a cell is about.
fn context(story: &Story, kind: FactKind, cell: &FactCell) -> Span {
    let span = cell.spans[0];
    let clauses = story.annotations(cell.article).clauses.iter();
    let around = clauses.map(|it| it.span).filter(|it| it.covers(span));
    let clause = around.filter(|_| is_bare(kind)).min_by_key(|it| it.len());
    clause.unwrap_or(span)
}

/// The cells have the value alone, without what it is of.
fn is_bare(kind: FactKind) -> bool {
    match kind {
        FactKind::Quantity | FactKind::Time | FactKind::Place => true,
        FactKind::Actor
        | FactKind::Title
        | FactKind::Attribution
        | FactKind::Response
        | FactKind::Other => false,
    }
}

/// Sentences of one article by the lemmas they hold.
struct Sentences {
    told: Vec<Statement>,
    holding: FxHashMap<u64, Vec<usize>>,
}

impl Sentences {
    fn new(story: &Story, lexicons: &Lexicons, article: ArticleIdx) -> Self {
        let spans = story.annotations(article).sentences.iter();
        let told: Vec<Statement> = spans
            .map(|it| Statement::new(story, lexicons, article, &[*it]))
            .collect();
        let mut holding: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
        for (idx, sentence) in told.iter().enumerate() {
            for lemma in &sentence.lemmas {
                holding.entry(*lemma).or_default().push(idx);
            }
        }
        Self { told, holding }
    }

    /// A sentence has all of them.
    fn has(&self, lemmas: &[u64]) -> bool {
        let of_first = lemmas.first().and_then(|it| self.holding.get(it));
        let mut found = of_first.into_iter().flatten();
        found.any(|at| {
            let sentence = &self.told[*at].lemmas;
            lemmas.iter().all(|it| sentence.binary_search(it).is_ok())
        })
    }

    /// The sentence with most of the lemmas, of two the first.
    fn best(&self, wanted: &BTreeSet<u64>, min_shared: usize) -> Option<&Statement> {
        let mut n_shared: FxHashMap<usize, usize> = FxHashMap::default();
        for lemma in wanted {
            for idx in self.holding.get(lemma).into_iter().flatten() {
                *n_shared.entry(*idx).or_default() += 1;
            }
        }
        (0..self.told.len())
            .filter_map(|it| Some((*n_shared.get(&it)?, it)))
            .filter(|it| it.0 >= min_shared)
            .max_by_key(|it| (it.0, std::cmp::Reverse(it.1)))
            .map(|it| &self.told[it.1])
    }
}

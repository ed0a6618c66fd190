//! How old outlets say that one is whom their openings tell of without a name.
//!
//! ```text
//! coast   A 9-year-old girl slipped off the quay     girl: 9, 8
//! north   the slip of an eight-year-old girl
//! ```
//! Several of one noun in an opening are told apart by nothing, and make no row.

use std::collections::{BTreeMap, BTreeSet};

use super::Material;
use crate::compare::focus;
use crate::model::{ArticleIdx, FactCell, FactKind, FactRow, Place, Span, Verdict};

const RULE: &str = "Ages of one whom the openings of the outlets tell of by the same noun.";

/// Rows of ages that differ.
pub fn rows(material: &Material<'_>) -> Vec<FactRow> {
    let mut of_nouns: BTreeMap<String, Vec<(ArticleIdx, Span, f64)>> = BTreeMap::new();
    for article in material.story.indices() {
        let annotations = material.story.annotations(article);
        let opening = focus::opening(material.story, article);
        for quantity in &annotations.quantities {
            let words = material.story.words(Place {
                article,
                span: quantity.span,
            });
            let is_opening = opening.iter().any(|it| it.covers(quantity.span));
            let words = words.to_lowercase();
            let noun = words.rsplit_once("-year-old ").map(|it| it.1);
            if let (Some(noun), Some(age), true) = (noun, quantity.low, is_opening) {
                let ages = of_nouns.entry(noun.to_owned()).or_default();
                ages.push((article, quantity.span, age));
            }
        }
    }
    let rows = of_nouns
        .iter()
        .filter_map(|it| row(format!("age of {}", it.0), it.1));
    rows.collect()
}

/// Outlets with one age each, if they are not all the same.
fn row(label: String, ages: &[(ArticleIdx, Span, f64)]) -> Option<FactRow> {
    let mut cells: Vec<FactCell> = Vec::new();
    let mut distinct: BTreeSet<u64> = BTreeSet::new();
    for of_article in ages.chunk_by(|a, b| a.0 == b.0) {
        let (article, _, age) = of_article[0];
        if of_article.iter().any(|it| it.2 != age) {
            continue;
        }
        distinct.insert(age.to_bits());
        cells.push(FactCell {
            article,
            spans: of_article.iter().map(|it| it.1).collect(),
        });
    }
    (distinct.len() > 1).then(|| FactRow {
        kind: FactKind::Quantity,
        label,
        verdict: Verdict::Differs,
        cells,
        nearest: Vec::new(),
        open: Vec::new(),
        rule: RULE,
    })
}

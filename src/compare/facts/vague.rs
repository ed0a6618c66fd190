//! Words for a number without a figure, in aligned words.

use super::Material;
use super::ranges;
use super::sites::{Site, Sites};
use crate::compare::strands::tokens_in;
use crate::model::{FactCell, FactKind, FactRow, Place, Verdict};

const RULE: &str = "Words for a number without a figure, in aligned words.";

/// `a small number` in aligned words: what is counted may stand in the words around it.
pub fn rows(material: &Material<'_>, sites: &Sites) -> Vec<FactRow> {
    let mut res: Vec<(Site, FactRow)> = Vec::new();
    for article in material.story.indices() {
        for quantity in &material.story.annotations(article).quantities {
            let span = quantity.span;
            let words = material.story.words(Place { article, span });
            let is_number = words.to_lowercase().contains("number");
            if ranges::interval(quantity).is_some() || quantity.declined || !is_number {
                continue;
            }
            // The counted noun may stand outside the shared words.
            let tokens = &material.story.annotations(article).tokens;
            let Some(first) = tokens_in(tokens, span).first() else {
                continue;
            };
            let site = sites.of(Place {
                article,
                span: first.span,
            });
            let cell = FactCell {
                article,
                spans: vec![span],
            };
            match res.iter_mut().find(|it| it.0.is_aligned_with(&site)) {
                Some((_, row)) if row.cells.iter().all(|it| it.article != article) => {
                    row.cells.push(cell);
                }
                Some(_) => {}
                None => {
                    let row = FactRow {
                        kind: FactKind::Quantity,
                        label: material.story.words(Place { article, span }).to_owned(),
                        verdict: Verdict::Agrees,
                        cells: vec![cell],
                        nearest: Vec::new(),
                        open: Vec::new(),
                        rule: RULE,
                    };
                    res.push((site, row));
                }
            }
        }
    }
    let rows = res.into_iter().map(|it| it.1);
    rows.filter(|it| it.cells.len() > 1).collect()
}

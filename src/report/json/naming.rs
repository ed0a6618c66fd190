//! How each outlet names one thing.

use super::Writer;
use super::shapes::{NamingCellRow, NamingRow};
use crate::report::names::article_id;

impl<'a> Writer<'a> {
    pub fn naming(&self) -> Vec<NamingRow<'a>> {
        let rows = self.comparison.naming.iter();
        rows.map(|it| NamingRow {
            concept: &it.concept,
            cells: it
                .cells
                .iter()
                .map(|cell| NamingCellRow {
                    article: article_id(cell.article),
                    spans: cell
                        .spans
                        .iter()
                        .map(|it| self.pair(cell.article, *it))
                        .collect(),
                })
                .collect(),
        })
        .collect()
    }
}

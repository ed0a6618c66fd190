//! Articles that are mostly one text.

use super::Writer;
use super::shapes::{ChangeRow, DuplicateRow};
use crate::report::names::{article_id, duplicate_kind};

impl Writer<'_> {
    pub fn duplicates(&self) -> Vec<DuplicateRow> {
        let rows = self.comparison.duplicates.iter().enumerate();
        rows.map(|(idx, it)| DuplicateRow {
            id: format!("D{}", idx + 1),
            kind: duplicate_kind(it.kind),
            from: article_id(it.from),
            to: article_id(it.to),
            shared: (it.shared * 100.0).round() / 100.0,
            changes: it
                .changes
                .iter()
                .map(|change| ChangeRow {
                    from_span: change.from_span.map(|span| self.pair(it.from, span)),
                    to_span: change.to_span.map(|span| self.pair(it.to, span)),
                })
                .collect(),
        })
        .collect()
    }
}

//! Articles that are mostly one text.

use super::Writer;
use super::shapes::{ChangeRow, DuplicateRow, VersionRow};
use crate::model::{Change, Span};
use crate::report::names::article_id;
use crate::report::offsets::CodePoints;

impl<'a> Writer<'a> {
    pub fn versions(&self) -> Vec<VersionRow<'a>> {
        let rows = self.story.versions.iter().enumerate();
        rows.map(|(idx, it)| {
            let points = CodePoints::new(&it.article.text);
            VersionRow {
                id: format!("V{}", idx + 1),
                of: article_id(it.of),
                file: &it.article.file,
                text: &it.article.text,
                published: it.article.published.map(|it| it.date.to_string()),
                modified: it.article.modified.map(|it| it.to_string()),
                shared: rounded(it.shared),
                changes: changes(
                    &it.changes,
                    |span| points.of(span),
                    |span| self.pair(it.of, span),
                ),
            }
        })
        .collect()
    }

    pub fn duplicates(&self) -> Vec<DuplicateRow> {
        let rows = self.comparison.duplicates.iter().enumerate();
        rows.map(|(idx, it)| DuplicateRow {
            id: format!("D{}", idx + 1),
            from: article_id(it.from),
            to: article_id(it.to),
            shared: rounded(it.shared),
            changes: changes(
                &it.changes,
                |span| self.pair(it.from, span),
                |span| self.pair(it.to, span),
            ),
        })
        .collect()
    }
}

fn rounded(share: f32) -> f32 {
    (share * 100.0).round() / 100.0
}

fn changes(
    changes: &[Change],
    from: impl Fn(Span) -> [usize; 2],
    to: impl Fn(Span) -> [usize; 2],
) -> Vec<ChangeRow> {
    let rows = changes.iter().map(|it| ChangeRow {
        from_span: it.from_span.map(&from),
        to_span: it.to_span.map(&to),
    });
    rows.collect()
}

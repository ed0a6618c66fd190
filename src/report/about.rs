//! What is said of an article as it was read.

use super::edition::{Edition, counted};
use crate::model::{Annotations, Article, ArticleIdx, BlockKind, OutletBasis};

pub fn outlet_basis(basis: OutletBasis) -> &'static str {
    match basis {
        OutletBasis::Dateline => "outlet named in the dateline",
        OutletBasis::Meta => "outlet named in the page’s description",
        OutletBasis::Credit => "outlet named in a credit line",
        OutletBasis::User => "outlet named by the reader",
        OutletBasis::FileName => "the text names no outlet, the file’s name stands in",
    }
}

pub fn published(article: &Article) -> String {
    match article.published {
        Some(published) => format!("published {}", published.date),
        None => "no date in this file".to_owned(),
    }
}

/// `date, headline set by the reader`; `None` if all is as it was read.
pub fn corrected(annotations: &Annotations) -> Option<String> {
    let names: Vec<&str> = annotations.corrected.iter().map(|it| it.name()).collect();
    (!names.is_empty()).then(|| format!("{} set by the reader", names.join(", ")))
}

/// What was not looked for in an article, and why; `None` of an article in English.
pub fn not_run(edition: &Edition<'_>, article: ArticleIdx) -> Option<String> {
    let language = edition.story.article(article).language.as_deref()?;
    let only_marks = edition.story.annotations(article).only_marks;
    only_marks.then(|| {
        format!(
            "language {language}: only its quotation marks were read; reported speech, sources, \
             numbers, evidence, wording and what only it has were not looked for"
        )
    })
}

/// `4 lines of page furniture`; `None` if there is none.
pub fn furniture(article: &Article) -> Option<String> {
    let n_lines = article
        .blocks
        .iter()
        .filter(|it| matches!(it.kind, BlockKind::Furniture(_)))
        .count();
    (n_lines > 0).then(|| format!("{} of page furniture", counted(n_lines, "line")))
}

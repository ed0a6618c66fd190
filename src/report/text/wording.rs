//! Words that take a side: each outlet's own, those that it quotes only counted.

use super::page::Page;
use crate::model::{ArticleIdx, Span, Voice, Wording, WordingCategory};
use crate::report::edition::{Edition, counted};
use crate::report::phrases::WORDING_CATEGORIES;

pub fn write(edition: &Edition<'_>, page: &mut Page) {
    let of = |article| &edition.story.annotations(article).wording;
    let n_own: usize = edition.story.indices().map(|it| own(of(it)).count()).sum();
    if n_own == 0 {
        return;
    }
    page.section("Loaded wording", n_own);
    page.text(
        0,
        "Words of a list of ours that take a side, in the outlet’s own voice.",
    );
    for article in edition.story.indices() {
        let n_quoted = of(article).len() - own(of(article)).count();
        if of(article).is_empty() {
            continue;
        }
        page.blank();
        let quoted = match n_quoted {
            0 => String::new(),
            n => format!(" · and {} inside quotations", counted(n, "such word")),
        };
        page.text(0, &format!("{}{quoted}", edition.label(article)));
        for (category, name) in WORDING_CATEGORIES {
            write_category(edition, article, (category, name), page);
        }
    }
}

fn write_category(
    edition: &Edition<'_>,
    article: ArticleIdx,
    (category, name): (WordingCategory, &str),
    page: &mut Page,
) {
    let wording = &edition.story.annotations(article).wording;
    let found = own(wording).filter(|it| it.category == category);
    let spans: Vec<Span> = found.map(|it| it.span).collect();
    if !spans.is_empty() {
        page.labeled(2, name, 15, &edition.all_cited(article, &spans));
    }
}

fn own(wording: &[Wording]) -> impl Iterator<Item = &Wording> {
    wording.iter().filter(|it| it.voice == Voice::Writer)
}

//! What was read: outlet and how it is known, headline, date, length, file.

use super::page::Page;
use crate::model::{ArticleIdx, Place};
use crate::report::about;
use crate::report::edition::{Edition, counted, marked};

pub fn write(edition: &Edition<'_>, page: &mut Page) {
    page.section("Articles", edition.story.articles.len());
    for idx in edition.story.indices() {
        write_article(edition, idx, page);
    }
}

fn write_article(edition: &Edition<'_>, idx: ArticleIdx, page: &mut Page) {
    let article = edition.story.article(idx);
    let headline = article.headline().map(|span| Place { article: idx, span });
    let headline = match headline {
        Some(place) => marked(edition.story.words(place)),
        None => "no headline in this file".to_owned(),
    };
    let mut parts = vec![
        about::published(article),
        counted(edition.n_words(idx), "word"),
    ];
    parts.extend(about::furniture(article));
    parts.extend(about::corrected(edition.story.annotations(idx)));
    let outlet = about::outlet_basis(article.outlet.basis);
    page.labeled(0, edition.label(idx), edition.label_width, &headline);
    page.labeled(0, "", edition.label_width, &parts.join(" · "));
    if let Some(not_run) = about::not_run(edition, idx) {
        page.labeled(0, "", edition.label_width, &not_run);
    }
    let file = format!("{} · {outlet}", article.file);
    page.labeled(0, "", edition.label_width, &file);
}

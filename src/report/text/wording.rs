//! Words that take a side: each outlet's own, those that it quotes only counted.

use super::page::Page;
use crate::report::edition::{Edition, counted};
use crate::report::phrases;

pub fn write(edition: &Edition<'_>, page: &mut Page) {
    let own = |article| phrases::own_wording(edition.story, article);
    let n_own = |article| own(article).iter().map(|it| it.1.len()).sum::<usize>();
    let n_all: usize = edition.story.indices().map(n_own).sum();
    if n_all == 0 {
        return;
    }
    page.section("Loaded wording", n_all);
    page.text(
        0,
        "Words of a list of ours that take a side, in the outlet’s own voice.",
    );
    for article in edition.story.indices() {
        let n_found = edition.story.annotations(article).wording.len();
        if n_found == 0 {
            continue;
        }
        page.blank();
        let quoted = match n_found - n_own(article) {
            0 => String::new(),
            n => format!(" · and {} inside quotations", counted(n, "such word")),
        };
        page.text(0, &format!("{}{quoted}", edition.label(article)));
        for (name, spans) in own(article) {
            page.labeled(2, name, 15, &edition.all_cited(article, &spans));
        }
    }
}

//! The articles in full, with what is marked in them; page furniture in gray.

use maud::{Markup, html};

use super::frame::outlet_mark;
use super::marks::{Layer, Marks, block_id};
use crate::model::{Article, ArticleIdx, Block, BlockKind};
use crate::report::about;
use crate::report::edition::{Edition, counted};

/// The rows of the legend; a layer's box shows or hides its marks.
const LEGEND: [(Layer, &str); 7] = [
    (Layer::Shared, "shared quotation"),
    (Layer::Reported, "reported, not quoted"),
    (Layer::Attribution, "attributed differently"),
    (Layer::Edit, "edited quotation"),
    (Layer::Fact, "fact or number"),
    (Layer::Evidence, "evidence"),
    (Layer::Wording, "wording"),
];

pub fn section(edition: &Edition<'_>, marks: &Marks) -> Markup {
    if edition.story.articles.is_empty() {
        return html! {};
    }
    html! {
        section #articles aria-labelledby="articles-head" {
            h2 #articles-head { "The articles in full" }
            fieldset.legend {
                legend { "Marks; the numbers lead back to findings and shared quotations" }
                @for (layer, name) in LEGEND {
                    label {
                        input type="checkbox" id={ "show-" (layer.class()) } checked;
                        span class=(layer.class()) { (name) }
                    }
                }
                label {
                    input type="checkbox" id="show-furniture" checked;
                    span { "page furniture" }
                }
            }
            @for article in edition.story.indices() { (text(edition, marks, article)) }
        }
    }
}

fn text(edition: &Edition<'_>, marks: &Marks, idx: ArticleIdx) -> Markup {
    let article = edition.story.article(idx);
    let id = format!("a{}", idx.0 + 1);
    let mut number = 0;
    let blocks = article.blocks.iter().enumerate().map(|(nth, block)| {
        number += usize::from(block.kind.is_prose());
        one(article, marks, idx, (nth, block), number)
    });
    let blocks: Vec<Markup> = blocks.collect();
    html! {
        article.text id=(id) aria-labelledby={ (id) "-head" } {
            header {
                h3 id={ (id) "-head" } { (outlet_mark(idx)) (edition.label(idx)) }
                p.by { (about(edition, idx)) }
                @if let Some(not_run) = about::not_run(edition, idx) { p.by { (not_run) } }
            }
            div lang=[article.language.as_deref()] {
                @for block in &blocks { (block) }
            }
        }
    }
}

/// `published 2031-03-04 · 120 words · 1 line of page furniture · coast-wire.txt · …`.
fn about(edition: &Edition<'_>, idx: ArticleIdx) -> Markup {
    let article = edition.story.article(idx);
    let address = article.address.as_deref();
    let address = address.filter(|it| it.starts_with("https://") || it.starts_with("http://"));
    html! {
        (about::published(article)) " · " (counted(edition.n_words(idx), "word"))
        @if let Some(furniture) = about::furniture(article) { " · " (furniture) }
        @if let Some(corrected) = about::corrected(edition.story.annotations(idx)) {
            " · " (corrected)
        }
        " · " (article.file) " · " (about::outlet_basis(article.outlet.basis))
        @if let Some(address) = address {
            " · " a href=(address) rel="noreferrer" { (address) }
        }
    }
}

fn one(
    article: &Article,
    marks: &Marks,
    idx: ArticleIdx,
    (nth, block): (usize, &Block),
    number: usize,
) -> Markup {
    let id = block_id(idx, nth);
    let words = marks.marked(idx, &article.text, block.span);
    let number = html! { span.number aria-hidden="true" { (number) } };
    html! {
        @match block.kind {
            BlockKind::Headline => h4.headline id=(id) dir="auto" { (words) }
            BlockKind::Dek => p.dek id=(id) dir="auto" { (words) }
            BlockKind::Byline => p.byline id=(id) dir="auto" { (words) }
            BlockKind::Subhead => h5 id=(id) dir="auto" { (words) }
            BlockKind::Prose => p id=(id) dir="auto" { (number) (words) }
            BlockKind::ListItem => p.item id=(id) dir="auto" { (number) (words) }
            BlockKind::Quote => blockquote id=(id) dir="auto" { (number) (words) }
            BlockKind::Furniture(_) => p.furniture id=(id) dir="auto" { (words) }
        }
    }
}

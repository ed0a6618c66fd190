//! The worksheet as Markdown, for those who want to change it.

use super::{BLANKS, Question, TASK};
use crate::model::{ArticleIdx, BlockKind};
use crate::report::edition::{Edition, counted};
use crate::report::markdown::page::{Page, Point};

/// A line to write on.
const LINE: &str = "______________________________";

pub fn page(edition: &Edition<'_>, questions: &[Question<'_>]) -> String {
    let mut page = Page::default();
    let articles = counted(edition.story.articles.len(), "article");
    page.heading(1, &format!("Worksheet: {articles}"));
    page.paragraph(TASK);
    for article in edition.story.indices() {
        text(edition, article, &mut page);
    }
    page.new_sheet();
    page.heading(2, "Questions");
    page.paragraph(BLANKS);
    for (question, number) in questions.iter().zip(1..) {
        page.paragraph(&format!("{number}. {}", question.asked));
        let lines = question.lines.iter();
        page.list(lines.map(|it| Point::new(it, LINE)));
    }
    page.new_sheet();
    page.heading(2, "Answers");
    for (question, number) in questions.iter().zip(1..) {
        page.paragraph(&format!("{number}. {}", question.finding.title));
        let places = question.finding.places.iter();
        page.list(places.map(|it| Point::new(edition.label(it.article), edition.cited(*it))));
        page.emphasized(&question.finding.rule);
    }
    page.finish()
}

/// Without page furniture.
fn text(edition: &Edition<'_>, idx: ArticleIdx, page: &mut Page) {
    let article = edition.story.article(idx);
    page.heading(2, edition.label(idx));
    let mut number = 0;
    for block in &article.blocks {
        let words = block.span.of(&article.text);
        match block.kind {
            BlockKind::Headline => page.heading(3, words),
            BlockKind::Dek | BlockKind::Byline => page.emphasized(words),
            BlockKind::Subhead => page.heading(4, words),
            BlockKind::Prose | BlockKind::ListItem | BlockKind::Quote => {
                number += 1;
                page.paragraph(&format!("¶ {number} {words}"));
            }
            BlockKind::Furniture(_) => {}
        }
    }
}

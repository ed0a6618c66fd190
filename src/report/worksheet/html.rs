//! The worksheet as a web page that prints.

use maud::{Markup, html};

use super::{BLANKS, Question, TASK};
use crate::model::{ArticleIdx, BlockKind};
use crate::report::edition::{Edition, counted};
use crate::report::html;
use crate::report::html::frame::{drawings, outlet_mark};

pub fn page(edition: &Edition<'_>, questions: &[Question<'_>]) -> String {
    let title = format!(
        "Worksheet: {}",
        counted(edition.story.articles.len(), "article")
    );
    let body = html! {
        (drawings())
        header.top {
            p.brand { "Crossread" }
            h1 { (title) }
            p.lead { (TASK) }
            p.pupil { "Name " span {} " Date " span {} }
        }
        main.sheet {
            @for article in edition.story.indices() { (text(edition, article)) }
            section.apart {
                h2 { "Questions " span.count { (questions.len()) } }
                p.note { (BLANKS) }
                ol.questions {
                    @for question in questions {
                        li {
                            p { (question.asked) }
                            ul { @for line in &question.lines { li { span { (line) } } } }
                        }
                    }
                }
            }
            section.apart {
                h2 { "Answers" }
                p.note {
                    "What Crossread found, by its rules. A class may find more, and may have good "
                    "reasons to see it otherwise."
                }
                ol.answers {
                    @for question in questions {
                        li {
                            p { b { (question.finding.title) } }
                            ul {
                                @for place in &question.finding.places {
                                    li {
                                        (edition.label(place.article)) ": "
                                        span.words { (edition.quoted(*place)) } " "
                                        (edition.paragraph(*place))
                                    }
                                }
                            }
                            p.rule { (question.finding.rule) }
                        }
                    }
                }
            }
        }
    };
    html::page(&title, &body)
}

/// Without page furniture and without marks.
fn text(edition: &Edition<'_>, idx: ArticleIdx) -> Markup {
    let article = edition.story.article(idx);
    let mut number = 0;
    let blocks = article.blocks.iter().map(|block| {
        let words = block.span.of(&article.text);
        number += usize::from(block.kind.is_prose());
        match block.kind {
            BlockKind::Headline => html! { h4.headline dir="auto" { (words) } },
            BlockKind::Dek => html! { p.dek dir="auto" { (words) } },
            BlockKind::Byline => html! { p.byline dir="auto" { (words) } },
            BlockKind::Subhead => html! { h5 dir="auto" { (words) } },
            BlockKind::Prose | BlockKind::ListItem | BlockKind::Quote => {
                html! { p dir="auto" { span.number { (number) } (words) } }
            }
            BlockKind::Furniture(_) => html! {},
        }
    });
    let blocks: Vec<Markup> = blocks.collect();
    html! {
        article.text {
            header { h3 { (outlet_mark(idx)) (edition.label(idx)) } }
            div lang=[article.language.as_deref()] { @for block in &blocks { (block) } }
        }
    }
}

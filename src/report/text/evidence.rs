//! Statements about what is known and how: that none was given beside those that there is some.

use super::page::Page;
use crate::model::{ArticleIdx, Evidence, Place};
use crate::report::edition::Edition;
use crate::report::phrases;

pub fn write(edition: &Edition<'_>, page: &mut Page) {
    let statements = phrases::evidence_of_all(edition.story);
    if statements.is_empty() {
        return;
    }
    page.section("Statements about evidence", statements.len());
    for (name, kinds) in phrases::EVIDENCE_GROUPS {
        if !statements.iter().any(|it| kinds.contains(&it.1.kind)) {
            continue;
        }
        page.blank();
        page.text(0, name);
        for wanted in kinds {
            let mut found = statements
                .iter()
                .filter(|it| it.1.kind == *wanted)
                .peekable();
            if found.peek().is_some() {
                page.text(2, phrases::evidence(*wanted));
            }
            for (article, evidence) in found {
                write_statement(edition, *article, evidence, page);
            }
        }
    }
}

fn write_statement(
    edition: &Edition<'_>,
    article: ArticleIdx,
    evidence: &Evidence,
    page: &mut Page,
) {
    let span = evidence.span;
    let mut words = edition.cited(Place { article, span });
    if let Some(quoted) = phrases::quoted_from(edition, article, evidence) {
        words = format!("{words} · {quoted}");
    }
    page.labeled(4, edition.label(article), edition.label_width, &words);
}

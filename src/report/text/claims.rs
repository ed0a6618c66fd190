//! Claim by claim: what each outlet says of how sure it is, whose words that are, and when.

use super::page::Page;
use crate::model::{ArticleIdx, Place, Stance};
use crate::report::edition::Edition;
use crate::report::phrases;

pub fn write(edition: &Edition<'_>, page: &mut Page) {
    let claims = &edition.comparison.claims;
    if claims.is_empty() {
        return;
    }
    page.section("Claims", claims.len());
    page.text(0, phrases::CLAIMS);
    for (claim, number) in claims.iter().zip(1..) {
        page.blank();
        page.labeled(0, &format!("C{number}"), 4, &edition.opening(claim.about));
        for cell in &claim.cells {
            for stance in &cell.stances {
                write_stance(edition, cell.article, *stance, page);
            }
        }
        let has = |article: ArticleIdx| claim.cells.iter().any(|it| it.article == article);
        if let Some(none) = edition.no_match(has) {
            page.text(5, &none);
        }
    }
}

fn write_stance(edition: &Edition<'_>, article: ArticleIdx, stance: Stance, page: &mut Page) {
    let evidence = &edition.story.annotations(article).evidence[stance.evidence];
    let span = evidence.span;
    let mut words = format!(
        "{}: {}",
        phrases::evidence(evidence.kind),
        edition.cited(Place { article, span })
    );
    let whose = phrases::quoted_from(edition, article, evidence);
    let when = stance
        .when
        .map(|span| edition.story.words(Place { article, span }).to_owned());
    for more in whose.into_iter().chain(when) {
        words = format!("{words} · {more}");
    }
    page.labeled(5, edition.label(article), edition.label_width, &words);
}

//! How many original sources stand behind the outlets.

use super::page::Page;
use crate::model::Place;
use crate::report::edition::Edition;
use crate::report::phrases;

const INDENT: usize = 5;

pub fn write(edition: &Edition<'_>, page: &mut Page) {
    let origins = &edition.comparison.origins;
    if origins.is_empty() {
        return;
    }
    page.section("Origins", origins.len());
    page.text(0, phrases::ORIGINS);
    for (origin, number) in origins.iter().zip(1..) {
        page.blank();
        page.labeled(
            0,
            &format!("O{number}"),
            INDENT - 2,
            &phrases::origin(edition, origin),
        );
        for (article, span) in &origin.outlets {
            let place = Place {
                article: *article,
                span: *span,
            };
            let label = edition.label(*article);
            page.labeled(INDENT, label, edition.label_width, &edition.cited(place));
        }
    }
}

//! How many original sources stand behind the outlets.

use super::edition::{Edition, counted};
use super::page::Page;
use crate::model::{Origin, OriginKind, Place};

const INDENT: usize = 5;

pub fn write(edition: &Edition<'_>, page: &mut Page) {
    let origins = &edition.comparison.origins;
    if origins.is_empty() {
        return;
    }
    page.section("Origins", origins.len());
    page.text(
        0,
        "What stands behind two outlets or more: speakers by occasion, agencies credited, papers \
         cited. There may be fewer occasions than rows where a text does not name them, and nothing \
         here tells who copied whom.",
    );
    for (origin, number) in origins.iter().zip(1..) {
        page.blank();
        page.labeled(
            0,
            &format!("O{number}"),
            INDENT - 2,
            &title(edition, origin),
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

fn title(edition: &Edition<'_>, origin: &Origin) -> String {
    let name = edition.story.words(origin.name);
    let mut res = match origin.kind {
        OriginKind::Speaker => name.to_owned(),
        OriginKind::Agency => format!("{name}, an agency that is credited"),
        OriginKind::Report => format!("{name}, cited as a source"),
    };
    if let Some(occasion) = origin.occasion {
        res.push_str(&format!(", {}", edition.opening(occasion)));
    }
    res.push_str(&format!(": in {}", counted(origin.outlets.len(), "outlet")));
    if !origin.utterances.is_empty() {
        let n = origin.utterances.len();
        res.push_str(&format!(", {}", counted(n, "shared quotation")));
    }
    res
}

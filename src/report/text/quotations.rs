//! Each thing said, in all its witnesses: the fullest first, the others with their edits.

use super::page::Page;
use crate::model::{ArticleIdx, Place, Quotation, QuotationKind, Utterance};
use crate::report::edition::Edition;
use crate::report::phrases;

const INDENT: usize = 5;

pub fn write(edition: &Edition<'_>, page: &mut Page) {
    let utterances = &edition.comparison.utterances;
    if utterances.is_empty() {
        return;
    }
    page.section("Shared quotations", utterances.len());
    page.text(
        0,
        "The fullest witness stands first; under each other one, what it has in the same place.",
    );
    for (utterance, number) in utterances.iter().zip(1..) {
        page.blank();
        let label = format!("U{number}");
        page.labeled(
            0,
            &label,
            INDENT - 2,
            &phrases::attribution(edition, utterance),
        );
        write_witness(edition, utterance, utterance.base, page);
        for at in (0..utterance.witnesses.len()).filter(|it| *it != utterance.base) {
            write_witness(edition, utterance, at, page);
        }
        write_fullest(edition, utterance, page);
    }
}

/// Where no witness has all of it: the stretches, each under its outlet.
fn write_fullest(edition: &Edition<'_>, utterance: &Utterance, page: &mut Page) {
    if utterance.fullest.len() < 2 {
        return;
    }
    page.text(INDENT, "Fullest in these articles");
    for place in &utterance.fullest {
        let label = edition.label(place.article);
        page.labeled(INDENT, label, edition.label_width, &edition.cited(*place));
    }
}

/// What an article quotes, where there is no other to share it with.
pub fn write_single(edition: &Edition<'_>, article: ArticleIdx, page: &mut Page) {
    let quotations = &edition.story.annotations(article).quotations;
    let said: Vec<(usize, &Quotation)> = quotations
        .iter()
        .enumerate()
        .filter(|it| matches!(it.1.kind, QuotationKind::Direct | QuotationKind::Mixed))
        .collect();
    if said.is_empty() {
        return;
    }
    page.section("Quotations", said.len());
    for (idx, quotation) in said {
        let span = quotation.span;
        page.text(0, &edition.cited(Place { article, span }));
        let mut said_by = phrases::said_by(edition, article, idx);
        if quotation.flags.unclosed {
            said_by.push_str(" · no closing mark");
        }
        page.text(2, &said_by);
    }
}

fn write_witness(edition: &Edition<'_>, utterance: &Utterance, at: usize, page: &mut Page) {
    let witness = &utterance.witnesses[at];
    let article = witness.place.article;
    let width = edition.label_width;
    let words = edition.cited(witness.place);
    page.labeled(INDENT, edition.label(article), width, &words);
    let mut said_by = phrases::said_by(edition, article, witness.quotation);
    if witness.reported {
        said_by.push_str(" · told in the outlet’s words");
    }
    page.labeled(INDENT, "", width, &said_by);
    for edit in utterance.edits.iter().filter(|it| it.to == at) {
        page.labeled(INDENT, "", width, &phrases::edit(edition, utterance, edit));
    }
}

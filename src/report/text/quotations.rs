//! Each thing said, in all its witnesses: the fullest first, the others with their edits.

use super::edition::{Edition, marked};
use super::page::Page;
use crate::model::{
    ArticleIdx, Attribution, Edit, EditKind, Place, Quotation, QuotationKind, Span, Utterance,
};

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
        page.labeled(0, &label, INDENT - 2, &head(edition, utterance));
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
        let mut said_by = said_by(edition, article, idx);
        if quotation.flags.unclosed {
            said_by.push_str(" · no closing mark");
        }
        page.text(2, &said_by);
    }
}

fn said_by(edition: &Edition<'_>, article: ArticleIdx, idx: usize) -> String {
    match edition.sources(article, idx) {
        Some(names) => format!("said by {names}"),
        None => "no source named".to_owned(),
    }
}

/// `Attribution agrees: Ada Ruiz · no match found in coast`.
fn head(edition: &Edition<'_>, utterance: &Utterance) -> String {
    let speakers = &edition.comparison.speakers;
    let places = utterance.speakers.iter().map(|it| speakers[*it].name);
    let names: Vec<&str> = places.clone().map(|it| edition.story.words(it)).collect();
    let n_people = places.filter(|it| edition.is_person(*it)).count();
    let attribution = match utterance.attribution {
        // Two people, but one of them only by a pronoun or from a paragraph before.
        Attribution::Agrees if n_people > 1 => "Attribution open",
        Attribution::Agrees => "Attribution agrees",
        Attribution::Differs => "Attributed differently",
        Attribution::Unattributed if names.is_empty() => "No source named",
        Attribution::Unattributed => "Source named in one only",
    };
    let mut res = attribution.to_owned();
    if !names.is_empty() {
        res = format!("{res}: {}", names.join(", "));
    }
    let has = |article| {
        let mut witnesses = utterance.witnesses.iter();
        witnesses.any(|it| it.place.article == article)
    };
    if let Some(without) = edition.no_match(has) {
        res = format!("{res} · {without}");
    }
    res
}

fn write_witness(edition: &Edition<'_>, utterance: &Utterance, at: usize, page: &mut Page) {
    let witness = &utterance.witnesses[at];
    let article = witness.place.article;
    let width = edition.label_width;
    let words = edition.cited(witness.place);
    page.labeled(INDENT, edition.label(article), width, &words);
    let mut said_by = said_by(edition, article, witness.quotation);
    if witness.reported {
        said_by.push_str(" · told in the outlet’s words");
    }
    page.labeled(INDENT, "", width, &said_by);
    for edit in utterance.edits.iter().filter(|it| it.to == at) {
        page.labeled(INDENT, "", width, &told(edition, utterance, edit));
    }
}

/// What this witness has where the fullest has other words.
fn told(edition: &Edition<'_>, utterance: &Utterance, edit: &Edit) -> String {
    let side = |witness: usize, span: Option<Span>| {
        let article = utterance.witnesses[witness].place.article;
        let span = with_brackets(&edition.story.article(article).text, span?);
        Some(marked(edition.story.words(Place { article, span })))
    };
    let from = side(edit.from, edit.from_span);
    let to = side(edit.to, edit.to_span);
    let mut res = match (edit.kind, from, to) {
        (EditKind::Moved, _, Some(to)) if edit.flags.sentence_boundary => {
            format!("{to} stands in another sentence")
        }
        (EditKind::Moved, _, Some(to)) => format!("{to} stands in another place"),
        (_, Some(from), Some(to)) => format!("{to} for {from}"),
        (_, Some(from), None) => format!("without {from}"),
        (_, None, Some(to)) => format!("also {to}"),
        (_, None, None) => "set otherwise".to_owned(),
    };
    if edit.flags.hedge {
        res.push_str(" · a hedge among them");
    }
    if edit.flags.recapitalised {
        res.push_str(" · begins in mid-sentence, with a capital letter");
    }
    format!("{}: {res}", kind(edit))
}

fn kind(edit: &Edit) -> &'static str {
    match edit.kind {
        EditKind::Bracket => "bracket",
        EditKind::Ellipsis => "ellipsis",
        EditKind::Cut if edit.marked => "cut, marked",
        EditKind::Cut => "cut, not marked",
        EditKind::Extension => "extension",
        EditKind::Splice => "splice",
        EditKind::Split => "split",
        EditKind::Moved => "moved",
        EditKind::Wording => "wording",
    }
}

/// The span with the brackets that stand close around it.
fn with_brackets(text: &str, span: Span) -> Span {
    let is_open = text[..span.start()].ends_with('[');
    // A comma may stand before the bracket: `[barges,]`.
    let end = text[span.end()..]
        .char_indices()
        .take(2)
        .find(|it| it.1 == ']')
        .map(|it| span.end() + it.0 + 1);
    match end {
        Some(end) if is_open => Span::new(text, span.start() - 1..end).unwrap_or(span),
        Some(_) | None => span,
    }
}

//! Articles in a language that we have no word lists of, on small stories of ours.

mod common;
#[path = "common/texts.rs"]
mod texts;

use crossread::model::{FindingKind, QuotationKind};
use crossread::report::{self, Contents, Format, Material};

use common::compared;
use texts::inputs;

const NORTH: &str = "Die Mauer von Kelden hat die ganze Nacht gehalten. „Wir haben das Tor nie verlassen, \
    und wir werden es nie verlassen“, sagte Ada Ruiz am Montag vor Journalisten. Im Hafen lagen 12 \
    Boote, und der Regen hörte erst am Nachmittag auf.\n";
const SOUTH: &str = "In Kelden ist es still geworden. „Wir haben das Tor nie verlassen, und wir werden es \
    nie verlassen“, erklärte die Hafenmeisterin. Am Abend kamen die Menschen mit Brot und Lampen auf \
    die Mauer zurück, und niemand wollte schlafen.\n";
const COAST: &str = "The wall at Kelden held all night, and 12 boats were lost in the basin. “Nobody will \
    be asked to leave the gate,” Ada Ruiz told reporters. Her office has evidence that the tide was \
    higher than the bar, and claimed that the wall had been checked.\n";

#[test]
fn quotations_in_another_language_are_shared_and_nothing_is_made_up() {
    let (story, comparison) = compared(&inputs(&[
        ("coast.txt", COAST),
        ("north.txt", NORTH),
        ("south.txt", SOUTH),
    ]));
    let partial = story.articles.iter().map(|it| it.1.only_marks);
    assert_eq!(partial.collect::<Vec<_>>(), [false, true, true]);
    assert_eq!(comparison.utterances.len(), 1);
    let witnesses = comparison.utterances[0].witnesses.iter();
    let articles: Vec<usize> = witnesses.map(|it| it.place.article.0).collect();
    assert_eq!(articles, [1, 2]);
    for (article, annotations) in &story.articles[1..] {
        let quotations = annotations.quotations.iter();
        let kinds: Vec<QuotationKind> = quotations.map(|it| it.kind).collect();
        assert!(
            !kinds.contains(&QuotationKind::Reported),
            "{}",
            article.file
        );
        assert!(annotations.evidence.is_empty() && annotations.wording.is_empty());
        assert!(
            annotations
                .quantities
                .iter()
                .all(|it| it.predicate.is_none())
        );
        assert!(annotations.sentences.len() > 2, "{}", article.file);
    }
    assert!(!story.articles[0].1.evidence.is_empty());
    for finding in &comparison.findings {
        let is_german = finding.places.iter().any(|it| it.article.0 > 0);
        assert!(
            !is_german || finding.kind == FindingKind::Edit,
            "{}",
            finding.title
        );
    }
}

#[test]
fn every_report_says_what_was_not_looked_for() {
    let (story, comparison) = compared(&inputs(&[("coast.txt", COAST), ("north.txt", NORTH)]));
    let material = Material {
        story: &story,
        comparison: &comparison,
        problems: &[],
    };
    for format in [Format::Text, Format::Html, Format::Markdown] {
        let Contents::Page(page) = report::contents(format, &material, None) else {
            panic!("one page");
        };
        let words: Vec<&str> = page.split_whitespace().collect();
        let page = words.join(" ");
        assert!(
            page.contains("language de: only its quotation marks"),
            "{page}"
        );
        assert!(!page.contains("no match found in north"), "{page}");
    }
}

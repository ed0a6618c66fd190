//! Each outlet by itself: its own sentences, what only it has, what it has no match for.

use super::page::Page;
use crate::model::{ArticleIdx, Emphasis, Place, Span, Summary};
use crate::report::edition::Edition;

pub fn write(edition: &Edition<'_>, page: &mut Page) {
    let summaries = &edition.comparison.summaries;
    if summaries.is_empty() {
        return;
    }
    page.section("Each outlet", summaries.len());
    page.text(
        0,
        "Sentences of the outlets, chosen by us, not written by us.",
    );
    for (article, summary) in edition.story.indices().zip(summaries) {
        page.blank();
        write_summary(edition, article, summary, page);
    }
}

fn write_summary(edition: &Edition<'_>, article: ArticleIdx, summary: &Summary, page: &mut Page) {
    page.text(0, edition.label(article));
    write_sentences(edition, article, "Summary", &summary.sentences, page);
    write_sentences(edition, article, "Only here", &summary.only_here, page);
    write_distinctive(edition, article, summary, page);
    if let Some(emphasis) = edition.comparison.emphasis.get(article.0) {
        write_emphasis(edition, article, emphasis, page);
    }
    if summary.no_match.is_empty() {
        return;
    }
    page.text(2, "No match found here for");
    for idx in &summary.no_match {
        let utterance = &edition.comparison.utterances[*idx];
        let mut articles: Vec<ArticleIdx> = utterance
            .witnesses
            .iter()
            .map(|it| it.place.article)
            .collect();
        articles.sort_unstable();
        articles.dedup();
        let words = edition.opening(utterance.witnesses[utterance.base].place);
        let outlets = edition.list(articles);
        page.labeled(
            4,
            &format!("U{}", idx + 1),
            4,
            &format!("{words}\u{a0}· found in {outlets}"),
        );
    }
}

/// What headline and lead name, where shared quotations come, and whose words take how much room.
fn write_emphasis(
    edition: &Edition<'_>,
    article: ArticleIdx,
    emphasis: &Emphasis,
    page: &mut Page,
) {
    let things = emphasis.opens_with.iter().map(|span| {
        edition.opening(Place {
            article,
            span: *span,
        })
    });
    let order = emphasis
        .order
        .iter()
        .map(|it| format!("U{} at {} %", it.utterance + 1, it.percent));
    let room = emphasis.room.iter().map(|it| {
        let name = edition
            .story
            .words(edition.comparison.speakers[it.speaker].name);
        match (it.quoted, it.reported) {
            (0, reported) => format!("{name}\u{a0}{reported} reported"),
            (quoted, 0) => format!("{name}\u{a0}{quoted} quoted"),
            (quoted, reported) => format!("{name}\u{a0}{quoted} quoted, {reported} reported"),
        }
    });
    let rows: [(&str, Vec<String>); 3] = [
        ("Headline and lead name", things.collect()),
        ("Comes to shared quotations", order.collect()),
        ("Words by source", room.collect()),
    ];
    for (name, items) in rows.iter().filter(|it| !it.1.is_empty()) {
        page.text(2, name);
        let between = if *name == "Words by source" {
            "; "
        } else {
            ", "
        };
        page.text(4, &items.join(between));
    }
}

/// `“kamikaze” 4 times`, in the form in which it stands first.
fn write_distinctive(
    edition: &Edition<'_>,
    article: ArticleIdx,
    summary: &Summary,
    page: &mut Page,
) {
    let words = summary.distinctive.iter().map(|(span, n)| {
        let place = Place {
            article,
            span: *span,
        };
        format!("{}\u{a0}× {n}", edition.opening(place))
    });
    let words: Vec<String> = words.collect();
    if !words.is_empty() {
        page.text(2, "Words that set it apart");
        page.text(4, &words.join(", "));
    }
}

fn write_sentences(
    edition: &Edition<'_>,
    article: ArticleIdx,
    name: &str,
    sentences: &[Span],
    page: &mut Page,
) {
    if sentences.is_empty() {
        return;
    }
    page.text(2, name);
    for span in sentences {
        let place = Place {
            article,
            span: *span,
        };
        page.text(4, &edition.cited(place));
    }
}

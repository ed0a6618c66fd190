//! A page for a newsroom's wiki: the whole comparison but the articles themselves.
//!
//! CommonMark with tables as GitHub and most wikis have them.

pub mod page;

use self::page::{Page, Point};
use super::about;
use super::duplicates;
use super::edition::Edition;
use super::names::rejected_id;
use super::noted;
use super::phrases::{self, EVIDENCE_GROUPS};
use crate::model::{ArticleIdx, Comparison, Place, Problem, Span, Story};

/// The whole comparison.
pub fn comparison(story: &Story, comparison: &Comparison, problems: &[Problem]) -> String {
    let edition = Edition::new(story, comparison);
    let mut page = Page::default();
    page.heading(1, &phrases::title(&edition));
    page.paragraph(
        "Quotation marks hold the outlets’ own words; ¶ counts an article’s paragraphs of prose; \
         › is our cut. Made by Crossread, which tells what differs and does not judge it.",
    );
    articles(&edition, &mut page);
    one_text(&edition, &mut page);
    findings(&edition, &mut page);
    utterances(&edition, &mut page);
    facts(&edition, &mut page);
    evidence(&edition, &mut page);
    passages(&edition, &mut page);
    naming(&edition, &mut page);
    wording(&edition, &mut page);
    sources(&edition, &mut page);
    origins(&edition, &mut page);
    outlets(&edition, &mut page);
    rejected(&edition, &mut page);
    notes(&edition, &mut page);
    if !problems.is_empty() {
        page.heading(2, "Files left out");
        page.list(problems.iter().map(|it| Point::new(&it.file, &it.message)));
    }
    page.finish()
}

fn articles(edition: &Edition<'_>, page: &mut Page) {
    if edition.story.articles.is_empty() {
        return;
    }
    page.heading(2, "Articles");
    let rows: Vec<Vec<String>> = edition
        .story
        .indices()
        .map(|idx| {
            let article = edition.story.article(idx);
            let headline = article.headline().map(|it| it.of(&article.text));
            let published = article.published.map(|it| it.date.to_string());
            vec![
                edition.label(idx).to_owned(),
                headline.unwrap_or("no headline in this file").to_owned(),
                published.unwrap_or_else(|| "no date in this file".to_owned()),
                edition.n_words(idx).to_string(),
                article.file.clone(),
            ]
        })
        .collect();
    page.table(&["Outlet", "Headline", "Published", "Words", "File"], &rows);
    let not_run = edition.story.indices().filter_map(|it| {
        let told = about::not_run(edition, it)?;
        Some(Point::new(edition.label(it), told))
    });
    page.list(not_run);
}

fn one_text(edition: &Edition<'_>, page: &mut Page) {
    let found = duplicates::all(edition);
    if found.is_empty() {
        return;
    }
    page.heading(2, duplicates::HEAD);
    for one_text in found {
        page.paragraph(&one_text.title);
        let changes = one_text.changes.iter();
        page.list(changes.map(|it| Point::new("", it.told())));
    }
}

fn findings(edition: &Edition<'_>, page: &mut Page) {
    let findings = &edition.comparison.findings;
    if findings.is_empty() {
        return;
    }
    page.heading(2, "Findings");
    for (finding, rank) in findings.iter().zip(1..) {
        page.heading(3, &format!("{rank}. {}", finding.title));
        let mut kind = phrases::kind_and_reach(edition, finding);
        if finding.alert {
            kind = format!("A difference to look at · {kind}");
        }
        page.emphasized(&kind);
        page.paragraph(&phrases::said_words(edition, finding).unwrap_or_default());
        page.list(finding.places.iter().map(|it| cited(edition, *it)));
        page.paragraph(&format!("Rule: {}", finding.rule));
    }
}

fn utterances(edition: &Edition<'_>, page: &mut Page) {
    let utterances = &edition.comparison.utterances;
    if utterances.is_empty() {
        return;
    }
    page.heading(2, "Shared quotations");
    page.paragraph(
        "The fullest witness stands first; under each other one, what it has in the same place.",
    );
    for (utterance, number) in utterances.iter().zip(1..) {
        let head = phrases::attribution(edition, utterance);
        page.heading(3, &format!("U{number}. {head}"));
        let others = (0..utterance.witnesses.len()).filter(|it| *it != utterance.base);
        let mut points = Vec::new();
        for at in std::iter::once(utterance.base).chain(others) {
            let witness = &utterance.witnesses[at];
            points.push(cited(edition, witness.place));
            let mut said_by = phrases::said_by(edition, witness.place.article, witness.quotation);
            if witness.reported {
                said_by.push_str(" · told in the outlet’s words");
            }
            points.push(Point::below(said_by));
            let edits = utterance.edits.iter().filter(|it| it.to == at);
            points.extend(edits.map(|it| Point::below(phrases::edit(edition, utterance, it))));
        }
        page.list(points);
    }
}

fn facts(edition: &Edition<'_>, page: &mut Page) {
    let facts = &edition.comparison.facts;
    if facts.is_empty() {
        return;
    }
    page.heading(2, "Facts");
    let mut rows = Vec::new();
    for (number, row) in phrases::facts_by_verdict(edition.comparison) {
        for cell in &row.cells {
            rows.push(vec![
                format!("F{number} {}", row.label),
                phrases::verdict(row.verdict).to_owned(),
                edition.label(cell.article).to_owned(),
                edition.all_cited(cell.article, &cell.spans),
            ]);
        }
    }
    page.table(&["What", "Across outlets", "Outlet", "Words"], &rows);
}

fn evidence(edition: &Edition<'_>, page: &mut Page) {
    let groups = phrases::evidence_of_all(edition.story);
    if groups.is_empty() {
        return;
    }
    page.heading(2, "Statements about evidence");
    for (name, kinds) in EVIDENCE_GROUPS {
        let mut points = Vec::new();
        for kind in kinds {
            for (article, it) in groups.iter().filter(|it| it.1.kind == *kind) {
                let mut text = edition.cited(Place {
                    article: *article,
                    span: it.span,
                });
                if let Some(quoted) = phrases::quoted_from(edition, *article, it) {
                    text = format!("{text} · {quoted}");
                }
                let lead = format!("{} · {}", phrases::evidence(*kind), edition.label(*article));
                points.push(Point::new(&lead, text));
            }
        }
        if !points.is_empty() {
            page.heading(3, name);
            page.list(points);
        }
    }
}

fn passages(edition: &Edition<'_>, page: &mut Page) {
    let passages = &edition.comparison.passages;
    if passages.is_empty() {
        return;
    }
    page.heading(2, "Shared narration");
    page.paragraph(
        "Sentences outside quotations that tell the same; who copied from whom is not known.",
    );
    for (passage, number) in passages.iter().zip(1..) {
        page.heading(3, &format!("P{number}. {}", phrases::passage(passage.kind)));
        page.list(passage.members.iter().map(|it| cited(edition, *it)));
    }
}

fn naming(edition: &Edition<'_>, page: &mut Page) {
    let rows = &edition.comparison.naming;
    if rows.is_empty() {
        return;
    }
    page.heading(2, "Names of one thing");
    page.paragraph(phrases::NAMING);
    let cells = rows.iter().flat_map(|row| {
        row.cells.iter().map(|cell| {
            vec![
                row.concept.clone(),
                edition.label(cell.article).to_owned(),
                edition.all_cited(cell.article, &cell.spans),
            ]
        })
    });
    page.table(&["Thing", "Outlet", "Names"], &cells.collect::<Vec<_>>());
}

fn wording(edition: &Edition<'_>, page: &mut Page) {
    let mut rows = Vec::new();
    for article in edition.story.indices() {
        for (name, spans) in phrases::own_wording(edition.story, article) {
            rows.push(vec![
                edition.label(article).to_owned(),
                name.to_owned(),
                edition.all_cited(article, &spans),
            ]);
        }
    }
    if rows.is_empty() {
        return;
    }
    page.heading(2, "Loaded wording");
    page.paragraph("Words of a list of ours that take a side, in the outlet’s own voice.");
    page.table(&["Outlet", "Kind", "Words"], &rows);
}

fn sources(edition: &Edition<'_>, page: &mut Page) {
    let comparison = edition.comparison;
    if comparison.speakers.is_empty() {
        return;
    }
    page.heading(2, "Sources");
    page.paragraph("Who is quoted where: words in quotation marks, and quotations.");
    let rows: Vec<Vec<String>> = comparison
        .speakers
        .iter()
        .map(|speaker| {
            let heard = phrases::heard(edition.story, speaker).into_iter();
            let heard = heard.map(|it| format!("{}: {}", edition.label(it.0), it.2));
            vec![
                edition.story.words(speaker.name).to_owned(),
                heard.collect::<Vec<_>>().join("; "),
            ]
        })
        .collect();
    page.table(&["Source", "Outlets"], &rows);
}

fn origins(edition: &Edition<'_>, page: &mut Page) {
    let origins = &edition.comparison.origins;
    if origins.is_empty() {
        return;
    }
    page.heading(2, "Origins");
    page.paragraph(phrases::ORIGINS);
    for (origin, number) in origins.iter().zip(1..) {
        page.heading(
            3,
            &format!("O{number}. {}", phrases::origin(edition, origin)),
        );
        let outlets = origin.outlets.iter();
        page.list(outlets.map(|(article, span)| {
            cited(
                edition,
                Place {
                    article: *article,
                    span: *span,
                },
            )
        }));
    }
}

fn outlets(edition: &Edition<'_>, page: &mut Page) {
    let summaries = &edition.comparison.summaries;
    if summaries.is_empty() {
        return;
    }
    page.heading(2, "Each outlet");
    page.paragraph("Sentences of the outlets, chosen by us, not written by us.");
    for (article, summary) in edition.story.indices().zip(summaries) {
        page.heading(3, edition.label(article));
        let sentences = |lead, spans| sentences(edition, article, lead, spans);
        let mut points: Vec<Point> = sentences("", &summary.sentences).collect();
        points.extend(sentences("Only here", &summary.only_here));
        let missing = summary.no_match.iter().map(|idx| {
            let utterance = &edition.comparison.utterances[*idx];
            let words = edition.opening(utterance.witnesses[utterance.base].place);
            Point::new("No match found", format!("U{} {words}", idx + 1))
        });
        points.extend(missing);
        page.list(points);
    }
}

fn rejected(edition: &Edition<'_>, page: &mut Page) {
    let rejected = &edition.comparison.rejected;
    if rejected.is_empty() {
        return;
    }
    page.heading(2, noted::REJECTED);
    for (idx, finding) in rejected.iter().enumerate() {
        page.heading(3, &format!("{}. {}", rejected_id(idx), finding.title));
        page.list(finding.places.iter().map(|it| cited(edition, *it)));
    }
}

fn notes(edition: &Edition<'_>, page: &mut Page) {
    let notes = &edition.comparison.notes;
    if notes.is_empty() {
        return;
    }
    page.heading(2, noted::NOTES);
    let mut points = Vec::new();
    for note in notes {
        points.push(Point::new("", noted::on(edition, note.on)));
        let tags = noted::tags(note);
        let lines = note.text.lines().chain([tags.as_str()]);
        let lines = lines.filter(|it| !it.is_empty());
        points.extend(lines.map(|it| Point::below(it.to_owned())));
    }
    page.list(points);
}

fn sentences<'a>(
    edition: &'a Edition<'_>,
    article: ArticleIdx,
    lead: &'a str,
    spans: &'a [Span],
) -> impl Iterator<Item = Point> + 'a {
    spans.iter().map(move |span| {
        let span = *span;
        Point::new(lead, edition.cited(Place { article, span }))
    })
}

fn cited(edition: &Edition<'_>, place: Place) -> Point {
    Point::new(edition.label(place.article), edition.cited(place))
}

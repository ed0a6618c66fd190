//! Statements about what is known and how: that none was given beside those that there is some.

use super::edition::Edition;
use super::page::Page;
use crate::model::{ArticleIdx, Evidence, EvidenceKind, Place, QuotationKind, Voice};

/// Kinds that answer one another stand together, in this order.
const GROUPS: [(&str, &[EvidenceKind]); 3] = [
    (
        "Is there evidence?",
        &[
            EvidenceKind::NoEvidenceGiven,
            EvidenceKind::AssertsEvidence,
            EvidenceKind::CredibleInformation,
        ],
    ),
    (
        "How sure is it?",
        &[
            EvidenceKind::Assessment,
            EvidenceKind::Hedge,
            EvidenceKind::Unverified,
        ],
    ),
    (
        "What do the others answer?",
        &[
            EvidenceKind::Denial,
            EvidenceKind::CounterAccusation,
            EvidenceKind::NoResponse,
        ],
    ),
];

pub fn write(edition: &Edition<'_>, page: &mut Page) {
    let statements: Vec<(ArticleIdx, &Evidence)> = edition
        .story
        .indices()
        .flat_map(|article| {
            let evidence = &edition.story.annotations(article).evidence;
            evidence.iter().map(move |it| (article, it))
        })
        .collect();
    if statements.is_empty() {
        return;
    }
    page.section("Statements about evidence", statements.len());
    for (name, kinds) in GROUPS {
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
                page.text(2, kind(*wanted));
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
    match evidence.voice {
        Voice::Writer => {}
        Voice::Quoted => match quoted_from(edition, article, evidence) {
            Some(names) => words = format!("{words} · quoted from {names}"),
            None => words.push_str(" · quoted"),
        },
    }
    page.labeled(4, edition.label(article), edition.label_width, &words);
}

fn quoted_from(edition: &Edition<'_>, article: ArticleIdx, evidence: &Evidence) -> Option<String> {
    let quotations = edition.story.annotations(article).quotations.iter();
    let idx = quotations
        .enumerate()
        .filter(|(_, it)| it.kind != QuotationKind::Reported)
        .max_by_key(|(idx, it)| (it.span.overlap(evidence.span), std::cmp::Reverse(*idx)))?
        .0;
    edition.source_names(article, idx)
}

fn kind(kind: EvidenceKind) -> &'static str {
    match kind {
        EvidenceKind::AssertsEvidence => "said to be there",
        EvidenceKind::NoEvidenceGiven => "none given",
        EvidenceKind::Assessment => "assessment",
        EvidenceKind::CredibleInformation => "credible information",
        EvidenceKind::Hedge => "hedge",
        EvidenceKind::Denial => "denial",
        EvidenceKind::CounterAccusation => "counter-accusation",
        EvidenceKind::NoResponse => "no response",
        EvidenceKind::Unverified => "marked as unverified",
    }
}

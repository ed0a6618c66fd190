//! What was found between the articles.

use super::Writer;
use super::shapes::{
    CellRow, DistinctiveRow, EditRow, FactRow, FindingRow, MemberRow, PassageRow, SourceInArticle,
    SourceRow, SummaryRow, UtteranceRow,
};
use crate::model::{Finding, PassageKind, Span};
use crate::report::names::{
    article_id, attribution, confidence, edit_kind, fact_id, fact_kind, finding_id, finding_kind,
    utterance_id, verdict,
};

impl<'a> Writer<'a> {
    pub fn utterances(&self) -> Vec<UtteranceRow<'a>> {
        let rows = self.comparison.utterances.iter().enumerate();
        rows.map(|(idx, it)| UtteranceRow {
            id: utterance_id(idx),
            members: it
                .witnesses
                .iter()
                .map(|it| MemberRow {
                    quotation: self.quotation_id(it.place.article, it.quotation),
                    place: self.place(it.place),
                    reported: it.reported,
                })
                .collect(),
            attribution: attribution(it.attribution),
            sources: it
                .speakers
                .iter()
                .map(|it| self.story.words(self.comparison.speakers[*it].name))
                .collect(),
            edits: it
                .edits
                .iter()
                .map(|edit| {
                    let side = |witness: usize, span: Option<Span>| {
                        span.map(|span| self.pair(it.witnesses[witness].place.article, span))
                    };
                    EditRow {
                        from: edit.from,
                        to: edit.to,
                        kind: edit_kind(edit.kind),
                        from_span: side(edit.from, edit.from_span),
                        to_span: side(edit.to, edit.to_span),
                        marked: edit.marked,
                        flags: [
                            (edit.flags.hedge, "hedge"),
                            (edit.flags.recapitalised, "recapitalised"),
                            (edit.flags.sentence_boundary, "sentence-boundary"),
                        ]
                        .into_iter()
                        .filter_map(|(on, name)| on.then_some(name))
                        .collect(),
                    }
                })
                .collect(),
            fullest: it.fullest.iter().map(|it| self.place(*it)).collect(),
            by_reader: it.by_reader,
        })
        .collect()
    }

    pub fn passages(&self) -> Vec<PassageRow> {
        let rows = self.comparison.passages.iter().enumerate();
        rows.map(|(idx, it)| PassageRow {
            id: format!("P{}", idx + 1),
            kind: match it.kind {
                PassageKind::Reused => "reused",
                PassageKind::Paraphrase => "paraphrase",
            },
            // Two digits say what the score can say.
            score: (it.score * 100.0).round() / 100.0,
            members: it.members.iter().map(|it| self.place(*it)).collect(),
        })
        .collect()
    }

    pub fn facts(&self) -> Vec<FactRow<'a>> {
        let rows = self.comparison.facts.iter().enumerate();
        rows.map(|(idx, it)| FactRow {
            id: fact_id(idx),
            label: &it.label,
            kind: fact_kind(it.kind),
            verdict: verdict(it.verdict),
            cells: it
                .cells
                .iter()
                .map(|cell| CellRow {
                    article: article_id(cell.article),
                    value: cell
                        .spans
                        .first()
                        .map_or("", |it| it.of(self.text(cell.article))),
                    spans: cell
                        .spans
                        .iter()
                        .map(|it| self.pair(cell.article, *it))
                        .collect(),
                })
                .collect(),
            nearest: it.nearest.iter().map(|it| self.place(*it)).collect(),
            open: it.open.iter().map(|it| article_id(*it)).collect(),
            rule: it.rule,
        })
        .collect()
    }

    pub fn sources(&self) -> Vec<SourceRow<'a>> {
        let speakers = self.comparison.speakers.iter();
        speakers
            .map(|speaker| SourceRow {
                name: self.story.words(speaker.name),
                role: None,
                articles: self
                    .story
                    .indices()
                    .map(|article| SourceInArticle {
                        article: article_id(article),
                        words: speaker.quoted_words[article.0],
                        quotations: speaker
                            .quotations
                            .iter()
                            .filter(|it| it.0 == article)
                            .count(),
                    })
                    .filter(|it| it.quotations > 0)
                    .collect(),
                by_reader: speaker.by_reader,
            })
            .collect()
    }

    pub fn summaries(&self) -> Vec<SummaryRow<'a>> {
        self.story
            .indices()
            .zip(&self.comparison.summaries)
            .map(|(article, it)| SummaryRow {
                article: article_id(article),
                sentences: it
                    .sentences
                    .iter()
                    .map(|it| self.pair(article, *it))
                    .collect(),
                only_here: it
                    .only_here
                    .iter()
                    .map(|it| self.pair(article, *it))
                    .collect(),
                no_match: it.no_match.iter().map(|it| utterance_id(*it)).collect(),
                distinctive: it
                    .distinctive
                    .iter()
                    .map(|(span, count)| DistinctiveRow {
                        word: self.words(article, *span),
                        count: *count,
                    })
                    .collect(),
            })
            .collect()
    }

    pub fn findings(&self) -> Vec<FindingRow<'a>> {
        let rows = self.comparison.findings.iter().enumerate();
        rows.map(|(idx, it)| FindingRow {
            accepted: self.comparison.accepted.contains(&idx),
            ..self.finding(finding_id(idx), idx, it)
        })
        .collect()
    }

    pub fn finding(&self, id: String, idx: usize, it: &'a Finding) -> FindingRow<'a> {
        FindingRow {
            id,
            rank: idx + 1,
            kind: finding_kind(it.kind),
            title: &it.title,
            spans: it.places.iter().map(|it| self.place(*it)).collect(),
            alert: it.alert,
            confidence: confidence(it.confidence),
            rule: &it.rule,
            accepted: false,
        }
    }
}

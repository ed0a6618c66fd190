//! What was read and found in one article alone.

use super::Writer;
use super::shapes::{
    ArticleRow, EvidenceRow, FurnitureRow, OutletRow, ProblemRow, QuantityRow, QuotationRow,
    Reading, SourceName, WordingRow,
};
use crate::model::{ArticleIdx, BlockKind, Place, Problem, Quotation};
use crate::report::names::{
    article_id, basis, correction, evidence_kind, furniture, quotation_kind, unsourced, voice,
    wording_category,
};
use crate::report::sources;

impl<'a> Writer<'a> {
    pub fn reading(&self, problems: &'a [Problem]) -> Reading<'a> {
        Reading {
            schema: "crossread/1",
            version: env!("CARGO_PKG_VERSION"),
            problems: problems
                .iter()
                .map(|it| ProblemRow {
                    file: &it.file,
                    message: &it.message,
                })
                .collect(),
            articles: self.story.indices().map(|it| self.article(it)).collect(),
        }
    }

    fn article(&self, idx: ArticleIdx) -> ArticleRow<'a> {
        let article = self.story.article(idx);
        let outlet_span = article.outlet.span.map(|it| self.pair(idx, it));
        ArticleRow {
            id: article_id(idx),
            file: &article.file,
            text: &article.text,
            language: article.language.as_deref(),
            only_marks: self.story.annotations(idx).only_marks,
            words: article
                .paragraphs()
                .map(|it| it.of(&article.text).split_whitespace().count())
                .sum(),
            outlet: OutletRow {
                name: &article.outlet.name,
                start: outlet_span.map(|it| it[0]),
                end: outlet_span.map(|it| it[1]),
                basis: basis(article.outlet.basis),
            },
            headline: article.headline().map(|it| self.words(idx, it)),
            dek: article.dek().map(|it| self.words(idx, it)),
            byline: article.byline().map(|it| self.words(idx, it)),
            published: article.published.map(|it| it.date.to_string()),
            furniture: article
                .blocks
                .iter()
                .filter_map(|it| match it.kind {
                    BlockKind::Furniture(kind) => Some(FurnitureRow {
                        at: self.offsets(idx, it.span),
                        kind: furniture(kind),
                    }),
                    BlockKind::Headline
                    | BlockKind::Dek
                    | BlockKind::Byline
                    | BlockKind::Prose
                    | BlockKind::Subhead
                    | BlockKind::ListItem
                    | BlockKind::Quote => None,
                })
                .collect(),
            sentences: self
                .story
                .annotations(idx)
                .sentences
                .iter()
                .map(|it| self.offsets(idx, *it))
                .collect(),
            by_reader: self
                .story
                .annotations(idx)
                .corrected
                .iter()
                .map(|it| correction(*it))
                .collect(),
        }
    }

    pub fn quotations(&self) -> Vec<QuotationRow<'a>> {
        let mut res = Vec::new();
        for article in self.story.indices() {
            for (idx, it) in self
                .story
                .annotations(article)
                .quotations
                .iter()
                .enumerate()
            {
                res.push(self.quotation(article, idx, it));
            }
        }
        res
    }

    fn quotation(&self, article: ArticleIdx, idx: usize, it: &'a Quotation) -> QuotationRow<'a> {
        let mut sources = self.source_names(article, idx, it).into_iter();
        QuotationRow {
            id: self.quotation_id(article, idx),
            place: self.place(Place {
                article,
                span: it.span,
            }),
            text: it.span.of(self.text(article)),
            kind: quotation_kind(it.kind),
            source: sources.next(),
            more_sources: sources.collect(),
            source_unknown: it.unsourced.map(unsourced),
            cue: it.cue.map(|it| self.words(article, it.span)),
            content: it
                .content
                .iter()
                .map(|it| self.pair(article, *it))
                .collect(),
            flags: [
                (it.flags.unclosed, "unclosed"),
                (it.flags.continues, "continues"),
                (it.flags.resumed, "resumed"),
                (it.flags.mixed_marks, "mixed-marks"),
                (it.flags.inferred_source, "inferred-source"),
                (it.flags.by_reader, "by-reader"),
            ]
            .into_iter()
            .filter_map(|(on, name)| on.then_some(name))
            .collect(),
        }
    }

    fn source_names(
        &self,
        article: ArticleIdx,
        idx: usize,
        quotation: &Quotation,
    ) -> Vec<SourceName<'a>> {
        let sources = quotation.sources.iter();
        sources
            .map(|source| {
                let at = source.mention.map(|it| self.pair(article, it));
                SourceName {
                    name: sources::name(self.story, self.comparison, (article, idx), source),
                    start: at.map(|it| it[0]),
                    end: at.map(|it| it[1]),
                    rule: format!("{:?}", source.rule).to_lowercase(),
                }
            })
            .collect()
    }

    pub fn quantities(&self) -> Vec<QuantityRow<'a>> {
        let mut res = Vec::new();
        for article in self.story.indices() {
            let text = self.text(article);
            for it in &self.story.annotations(article).quantities {
                res.push(QuantityRow {
                    place: self.place(Place {
                        article,
                        span: it.span,
                    }),
                    text: it.span.of(text),
                    low: it.low,
                    high: it.high,
                    hedge: it.hedge.map(|it| it.of(text)),
                    unit: it.unit.as_deref(),
                    subject: it.subject.map(|it| it.of(text)),
                    predicate: it.predicate.as_deref(),
                });
            }
        }
        res
    }

    pub fn evidence(&self) -> Vec<EvidenceRow<'a>> {
        let mut res = Vec::new();
        for article in self.story.indices() {
            let text = self.text(article);
            for it in &self.story.annotations(article).evidence {
                res.push(EvidenceRow {
                    place: self.place(Place {
                        article,
                        span: it.span,
                    }),
                    text: it.span.of(text),
                    kind: evidence_kind(it.kind),
                    voice: voice(it.voice),
                    about: it.about.map(|it| it.of(text)),
                });
            }
        }
        res
    }

    pub fn wording(&self) -> Vec<WordingRow<'a>> {
        let mut res = Vec::new();
        for article in self.story.indices() {
            let text = self.text(article);
            for it in &self.story.annotations(article).wording {
                res.push(WordingRow {
                    place: self.place(Place {
                        article,
                        span: it.span,
                    }),
                    text: it.span.of(text),
                    category: wording_category(it.category),
                    voice: voice(it.voice),
                    neutral: it.neutral,
                });
            }
        }
        res
    }
}

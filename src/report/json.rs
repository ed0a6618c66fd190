//! The machine format, schema `crossread/1`. Offsets are Unicode code points.

use serde::Serialize;

use super::offsets::CodePoints;
use crate::model::{
    ArticleIdx, Attribution, BlockKind, Comparison, Confidence, EditKind, EvidenceKind, FactKind,
    FindingKind, FurnitureKind, Name, OutletBasis, Place, Problem, Quotation, QuotationKind, Span,
    Story, Verdict, Voice,
};

/// The whole comparison.
///
/// # Errors
/// If the value cannot be written, which a comparison of real articles does not cause.
pub fn comparison(
    story: &Story,
    comparison: &Comparison,
    problems: &[Problem],
) -> serde_json::Result<String> {
    let writer = Writer::new(story, comparison);
    pretty(&Comparing {
        reading: writer.reading(problems),
        quotations: writer.quotations(),
        utterances: writer.utterances(),
        passages: Vec::new(),
        quantities: writer.quantities(),
        facts: writer.facts(),
        evidence: writer.evidence(),
        wording: Vec::new(),
        naming: Vec::new(),
        sources: writer.sources(),
        origins: Vec::new(),
        summaries: writer.summaries(),
        findings: writer.findings(),
    })
}

/// The articles alone.
///
/// # Errors
/// As [`comparison`].
pub fn articles(story: &Story, problems: &[Problem]) -> serde_json::Result<String> {
    let comparison = Comparison::default();
    pretty(&Writer::new(story, &comparison).reading(problems))
}

fn pretty(value: &impl Serialize) -> serde_json::Result<String> {
    Ok(serde_json::to_string_pretty(value)? + "\n")
}

#[derive(Serialize)]
struct Comparing<'a> {
    #[serde(flatten)]
    reading: Reading<'a>,
    quotations: Vec<QuotationRow<'a>>,
    utterances: Vec<UtteranceRow<'a>>,
    passages: Vec<()>,
    quantities: Vec<QuantityRow<'a>>,
    facts: Vec<FactRow<'a>>,
    evidence: Vec<EvidenceRow<'a>>,
    wording: Vec<()>,
    naming: Vec<()>,
    sources: Vec<SourceRow<'a>>,
    origins: Vec<()>,
    summaries: Vec<SummaryRow>,
    findings: Vec<FindingRow<'a>>,
}

#[derive(Serialize)]
struct Reading<'a> {
    schema: &'static str,
    version: &'static str,
    problems: Vec<ProblemRow<'a>>,
    articles: Vec<ArticleRow<'a>>,
}

#[derive(Serialize)]
struct ProblemRow<'a> {
    file: &'a str,
    message: &'a str,
}

#[derive(Serialize)]
struct ArticleRow<'a> {
    id: String,
    file: &'a str,
    text: &'a str,
    /// Not detected yet.
    language: Option<&'static str>,
    words: usize,
    outlet: OutletRow<'a>,
    headline: Option<Words<'a>>,
    dek: Option<Words<'a>>,
    byline: Option<Words<'a>>,
    published: Option<String>,
    furniture: Vec<FurnitureRow>,
    sentences: Vec<Offsets>,
}

#[derive(Serialize)]
struct OutletRow<'a> {
    name: &'a str,
    start: Option<usize>,
    end: Option<usize>,
    basis: &'static str,
}

#[derive(Serialize)]
struct Words<'a> {
    text: &'a str,
    #[serde(flatten)]
    at: Offsets,
}

#[derive(Serialize)]
struct Offsets {
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct FurnitureRow {
    #[serde(flatten)]
    at: Offsets,
    kind: &'static str,
}

/// Words of one article.
#[derive(Serialize)]
struct PlaceRow {
    article: String,
    #[serde(flatten)]
    at: Offsets,
}

#[derive(Serialize)]
struct QuotationRow<'a> {
    id: String,
    #[serde(flatten)]
    place: PlaceRow,
    text: &'a str,
    kind: &'static str,
    source: Option<SourceName<'a>>,
    /// Where the article credits more than one.
    more_sources: Vec<SourceName<'a>>,
    cue: Option<Words<'a>>,
    content: Vec<[usize; 2]>,
    flags: Vec<&'static str>,
}

#[derive(Serialize)]
struct SourceName<'a> {
    name: &'a str,
    start: Option<usize>,
    end: Option<usize>,
    rule: String,
}

#[derive(Serialize)]
struct UtteranceRow<'a> {
    id: String,
    members: Vec<MemberRow>,
    attribution: &'static str,
    sources: Vec<&'a str>,
    edits: Vec<EditRow>,
}

#[derive(Serialize)]
struct MemberRow {
    quotation: String,
    #[serde(flatten)]
    place: PlaceRow,
}

#[derive(Serialize)]
struct EditRow {
    from: usize,
    to: usize,
    kind: &'static str,
    from_span: Option<[usize; 2]>,
    to_span: Option<[usize; 2]>,
    marked: bool,
    flags: Vec<&'static str>,
}

#[derive(Serialize)]
struct QuantityRow<'a> {
    #[serde(flatten)]
    place: PlaceRow,
    text: &'a str,
    low: Option<f64>,
    high: Option<f64>,
    hedge: Option<&'a str>,
    unit: Option<&'a str>,
    subject: Option<&'a str>,
    predicate: Option<&'a str>,
}

#[derive(Serialize)]
struct FactRow<'a> {
    id: String,
    label: &'a str,
    kind: &'static str,
    verdict: &'static str,
    cells: Vec<CellRow<'a>>,
    rule: &'a str,
}

#[derive(Serialize)]
struct CellRow<'a> {
    article: String,
    value: &'a str,
    spans: Vec<[usize; 2]>,
}

#[derive(Serialize)]
struct EvidenceRow<'a> {
    #[serde(flatten)]
    place: PlaceRow,
    text: &'a str,
    kind: &'static str,
    voice: &'static str,
    about: Option<&'a str>,
}

#[derive(Serialize)]
struct SourceRow<'a> {
    name: &'a str,
    role: Option<&'a str>,
    articles: Vec<SourceInArticle>,
}

#[derive(Serialize)]
struct SourceInArticle {
    article: String,
    words: usize,
    quotations: usize,
}

#[derive(Serialize)]
struct SummaryRow {
    article: String,
    sentences: Vec<[usize; 2]>,
    only_here: Vec<[usize; 2]>,
    no_match: Vec<String>,
}

#[derive(Serialize)]
struct FindingRow<'a> {
    id: String,
    rank: usize,
    kind: &'static str,
    title: &'a str,
    spans: Vec<PlaceRow>,
    alert: bool,
    confidence: &'static str,
    rule: &'a str,
}

struct Writer<'a> {
    story: &'a Story,
    comparison: &'a Comparison,
    points: Vec<CodePoints<'a>>,
    /// By article: the number of its first quotation.
    first_quotation: Vec<usize>,
}

impl<'a> Writer<'a> {
    fn new(story: &'a Story, comparison: &'a Comparison) -> Self {
        let mut next = 1;
        let mut first_quotation = Vec::new();
        for article in story.indices() {
            first_quotation.push(next);
            next += story.annotations(article).quotations.len();
        }
        Self {
            story,
            comparison,
            points: story
                .indices()
                .map(|it| CodePoints::new(&story.article(it).text))
                .collect(),
            first_quotation,
        }
    }

    fn text(&self, article: ArticleIdx) -> &'a str {
        &self.story.article(article).text
    }

    fn pair(&self, article: ArticleIdx, span: Span) -> [usize; 2] {
        self.points[article.0].of(span)
    }

    fn offsets(&self, article: ArticleIdx, span: Span) -> Offsets {
        let [start, end] = self.pair(article, span);
        Offsets { start, end }
    }

    fn words(&self, article: ArticleIdx, span: Span) -> Words<'a> {
        Words {
            text: span.of(self.text(article)),
            at: self.offsets(article, span),
        }
    }

    fn place(&self, place: Place) -> PlaceRow {
        PlaceRow {
            article: article_id(place.article),
            at: self.offsets(place.article, place.span),
        }
    }

    fn quotation_id(&self, article: ArticleIdx, quotation: usize) -> String {
        format!("Q{}", self.first_quotation[article.0] + quotation)
    }

    fn reading(&self, problems: &'a [Problem]) -> Reading<'a> {
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
            language: None,
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
                    BlockKind::Headline | BlockKind::Dek | BlockKind::Byline | BlockKind::Prose => {
                        None
                    }
                })
                .collect(),
            sentences: self
                .story
                .annotations(idx)
                .sentences
                .iter()
                .map(|it| self.offsets(idx, *it))
                .collect(),
        }
    }

    fn quotations(&self) -> Vec<QuotationRow<'a>> {
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
            kind: match it.kind {
                QuotationKind::Direct => "direct",
                QuotationKind::Mixed => "mixed",
                QuotationKind::Scare => "scare",
                QuotationKind::Reported => "reported",
            },
            source: sources.next(),
            more_sources: sources.collect(),
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
        quotation
            .sources
            .iter()
            .map(|source| {
                let at = source.mention.map(|it| self.pair(article, it));
                let own = match source.name {
                    Name::Person(person) => self.story.annotations(article).people[person].name,
                    Name::Words(span) => span,
                };
                let own = own.of(self.text(article));
                let story_name = self
                    .comparison
                    .speakers
                    .iter()
                    .filter(|it| it.quotations.contains(&(article, idx)))
                    .map(|it| self.story.words(it.name))
                    .find(|it| last_word(it) == last_word(own));
                SourceName {
                    name: story_name.unwrap_or(own),
                    start: at.map(|it| it[0]),
                    end: at.map(|it| it[1]),
                    rule: format!("{:?}", source.rule).to_lowercase(),
                }
            })
            .collect()
    }

    fn utterances(&self) -> Vec<UtteranceRow<'a>> {
        let rows = self.comparison.utterances.iter().enumerate();
        rows.map(|(idx, it)| UtteranceRow {
            id: utterance_id(idx),
            members: it
                .witnesses
                .iter()
                .map(|it| MemberRow {
                    quotation: self.quotation_id(it.place.article, it.quotation),
                    place: self.place(it.place),
                })
                .collect(),
            attribution: match it.attribution {
                Attribution::Agrees => "agrees",
                Attribution::Differs => "differs",
                Attribution::Unattributed => "unattributed",
            },
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
        })
        .collect()
    }

    fn quantities(&self) -> Vec<QuantityRow<'a>> {
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

    fn facts(&self) -> Vec<FactRow<'a>> {
        let rows = self.comparison.facts.iter().enumerate();
        rows.map(|(idx, it)| FactRow {
            id: format!("F{}", idx + 1),
            label: &it.label,
            kind: match it.kind {
                FactKind::Quantity => "quantity",
                FactKind::Time => "time",
                FactKind::Place => "place",
                FactKind::Actor => "actor",
                FactKind::Attribution => "attribution",
                FactKind::Response => "response",
                FactKind::Other => "other",
            },
            verdict: match it.verdict {
                Verdict::Agrees => "agrees",
                Verdict::Refines => "refines",
                Verdict::Differs => "differs",
                Verdict::OnlyOne => "only-one",
            },
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
            rule: it.rule,
        })
        .collect()
    }

    fn evidence(&self) -> Vec<EvidenceRow<'a>> {
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
                    voice: match it.voice {
                        Voice::Writer => "writer",
                        Voice::Quoted => "quoted",
                    },
                    about: it.about.map(|it| it.of(text)),
                });
            }
        }
        res
    }

    fn sources(&self) -> Vec<SourceRow<'a>> {
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
            })
            .collect()
    }

    fn summaries(&self) -> Vec<SummaryRow> {
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
            })
            .collect()
    }

    fn findings(&self) -> Vec<FindingRow<'a>> {
        let rows = self.comparison.findings.iter().enumerate();
        rows.map(|(idx, it)| FindingRow {
            id: format!("N{}", idx + 1),
            rank: idx + 1,
            kind: finding_kind(it.kind),
            title: &it.title,
            spans: it.places.iter().map(|it| self.place(*it)).collect(),
            alert: it.alert,
            confidence: match it.confidence {
                Confidence::Certain => "certain",
                Confidence::Likely => "likely",
                Confidence::Possible => "possible",
            },
            rule: &it.rule,
        })
        .collect()
    }
}

fn article_id(idx: ArticleIdx) -> String {
    format!("A{}", idx.0 + 1)
}

fn utterance_id(idx: usize) -> String {
    format!("U{}", idx + 1)
}

fn last_word(name: &str) -> Option<String> {
    name.split_whitespace().next_back().map(str::to_lowercase)
}

fn basis(basis: OutletBasis) -> &'static str {
    match basis {
        OutletBasis::Dateline => "dateline",
        OutletBasis::Meta => "meta",
        OutletBasis::Credit => "credit",
        OutletBasis::User => "user",
        OutletBasis::FileName => "file-name",
    }
}

fn furniture(kind: FurnitureKind) -> &'static str {
    match kind {
        FurnitureKind::Caption => "caption",
        FurnitureKind::Credit => "credit",
        FurnitureKind::Navigation => "navigation",
        FurnitureKind::Bio => "bio",
        FurnitureKind::Related => "related",
        FurnitureKind::Duplicate => "duplicate",
        FurnitureKind::Dateline => "dateline",
        FurnitureKind::Timestamp => "timestamp",
        FurnitureKind::Other => "other",
    }
}

fn edit_kind(kind: EditKind) -> &'static str {
    match kind {
        EditKind::Bracket => "bracket",
        EditKind::Ellipsis => "ellipsis",
        EditKind::Cut => "cut",
        EditKind::Extension => "extension",
        EditKind::Splice => "splice",
        EditKind::Split => "split",
        EditKind::Moved => "moved",
        EditKind::Wording => "wording",
    }
}

fn evidence_kind(kind: EvidenceKind) -> &'static str {
    match kind {
        EvidenceKind::AssertsEvidence => "asserts_evidence",
        EvidenceKind::NoEvidenceGiven => "no_evidence_given",
        EvidenceKind::Assessment => "assessment",
        EvidenceKind::CredibleInformation => "credible_information",
        EvidenceKind::Hedge => "hedge",
        EvidenceKind::Denial => "denial",
        EvidenceKind::CounterAccusation => "counter_accusation",
        EvidenceKind::NoResponse => "no_response",
        EvidenceKind::Unverified => "unverified",
    }
}

fn finding_kind(kind: FindingKind) -> &'static str {
    match kind {
        FindingKind::Attribution => "attribution",
        FindingKind::Edit => "edit",
        FindingKind::Fact => "fact",
        FindingKind::Evidence => "evidence",
        FindingKind::Response => "response",
        FindingKind::Naming => "naming",
        FindingKind::OnlyHere => "only-here",
        FindingKind::Origin => "origin",
    }
}

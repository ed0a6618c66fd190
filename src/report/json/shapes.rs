//! The rows of the schema, field by field in the order in which they are printed.

use serde::Serialize;

#[derive(Serialize)]
pub struct Comparing<'a> {
    #[serde(flatten)]
    pub reading: Reading<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub versions: Vec<VersionRow<'a>>,
    pub duplicates: Vec<DuplicateRow>,
    pub quotations: Vec<QuotationRow<'a>>,
    pub utterances: Vec<UtteranceRow<'a>>,
    pub passages: Vec<PassageRow>,
    pub quantities: Vec<QuantityRow<'a>>,
    pub facts: Vec<FactRow<'a>>,
    pub evidence: Vec<EvidenceRow<'a>>,
    pub claims: Vec<ClaimRow<'a>>,
    pub wording: Vec<WordingRow<'a>>,
    pub naming: Vec<NamingRow<'a>>,
    pub sources: Vec<SourceRow<'a>>,
    pub origins: Vec<OriginRow<'a>>,
    pub summaries: Vec<SummaryRow<'a>>,
    pub emphasis: Vec<EmphasisRow<'a>>,
    pub findings: Vec<FindingRow<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rejected: Vec<FindingRow<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<NoteRow<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub standings: Vec<StandingRow>,
}

#[derive(Serialize)]
pub struct Reading<'a> {
    pub schema: &'static str,
    pub version: &'static str,
    pub problems: Vec<ProblemRow<'a>>,
    pub articles: Vec<ArticleRow<'a>>,
}

#[derive(Serialize)]
pub struct ProblemRow<'a> {
    pub file: &'a str,
    pub message: &'a str,
}

#[derive(Serialize)]
pub struct ArticleRow<'a> {
    pub id: String,
    pub file: &'a str,
    pub text: &'a str,
    pub language: Option<&'a str>,
    /// There are no word lists of its language.
    pub only_marks: bool,
    pub words: usize,
    pub outlet: OutletRow<'a>,
    pub headline: Option<Words<'a>>,
    pub dek: Option<Words<'a>>,
    pub byline: Option<Words<'a>>,
    pub published: Option<String>,
    pub furniture: Vec<FurnitureRow>,
    pub sentences: Vec<Offsets>,
    /// What of it the reader set.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub by_reader: Vec<&'static str>,
}

#[derive(Serialize)]
pub struct OutletRow<'a> {
    pub name: &'a str,
    pub start: Option<usize>,
    pub end: Option<usize>,
    pub basis: &'static str,
}

#[derive(Serialize)]
pub struct Words<'a> {
    pub text: &'a str,
    #[serde(flatten)]
    pub at: Offsets,
}

#[derive(Serialize)]
pub struct Offsets {
    pub start: usize,
    pub end: usize,
}

#[derive(Serialize)]
pub struct FurnitureRow {
    #[serde(flatten)]
    pub at: Offsets,
    pub kind: &'static str,
}

/// Words of one article.
#[derive(Serialize)]
pub struct PlaceRow {
    pub article: String,
    #[serde(flatten)]
    pub at: Offsets,
}

/// An earlier version of an article, or the same text again.
#[derive(Serialize)]
pub struct VersionRow<'a> {
    pub id: String,
    pub of: String,
    pub file: &'a str,
    pub text: &'a str,
    pub published: Option<String>,
    pub modified: Option<String>,
    pub shared: f32,
    pub changes: Vec<ChangeRow>,
}

/// One text that two outlets carry.
#[derive(Serialize)]
pub struct DuplicateRow {
    pub id: String,
    pub from: String,
    pub to: String,
    pub shared: f32,
    pub changes: Vec<ChangeRow>,
}

#[derive(Serialize)]
pub struct ChangeRow {
    pub from_span: Option<[usize; 2]>,
    pub to_span: Option<[usize; 2]>,
}

#[derive(Serialize)]
pub struct QuotationRow<'a> {
    pub id: String,
    #[serde(flatten)]
    pub place: PlaceRow,
    pub text: &'a str,
    pub kind: &'static str,
    pub source: Option<SourceName<'a>>,
    /// Where the article credits more than one.
    pub more_sources: Vec<SourceName<'a>>,
    /// Why `source` is null: `no-cue`, `no-subject`, `no-antecedent`, `two-candidates`.
    pub source_unknown: Option<&'static str>,
    pub cue: Option<Words<'a>>,
    pub content: Vec<[usize; 2]>,
    pub flags: Vec<&'static str>,
}

#[derive(Serialize)]
pub struct SourceName<'a> {
    pub name: &'a str,
    pub start: Option<usize>,
    pub end: Option<usize>,
    pub rule: String,
}

#[derive(Serialize)]
pub struct UtteranceRow<'a> {
    pub id: String,
    pub members: Vec<MemberRow>,
    pub attribution: &'static str,
    pub sources: Vec<&'a str>,
    pub edits: Vec<EditRow>,
    /// Stretches in order, each from its article.
    pub fullest: Vec<PlaceRow>,
    #[serde(skip_serializing_if = "is_off")]
    pub by_reader: bool,
}

#[derive(Serialize)]
pub struct MemberRow {
    pub quotation: String,
    #[serde(flatten)]
    pub place: PlaceRow,
    /// Told in the writer's words: a weaker link.
    pub reported: bool,
}

#[derive(Serialize)]
pub struct EditRow {
    pub from: usize,
    pub to: usize,
    pub kind: &'static str,
    pub from_span: Option<[usize; 2]>,
    pub to_span: Option<[usize; 2]>,
    pub marked: bool,
    pub flags: Vec<&'static str>,
}

#[derive(Serialize)]
pub struct PassageRow {
    pub id: String,
    pub kind: &'static str,
    pub score: f32,
    pub members: Vec<PlaceRow>,
}

#[derive(Serialize)]
pub struct QuantityRow<'a> {
    #[serde(flatten)]
    pub place: PlaceRow,
    pub text: &'a str,
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub hedge: Option<&'a str>,
    pub unit: Option<&'a str>,
    pub subject: Option<&'a str>,
    pub predicate: Option<&'a str>,
}

#[derive(Serialize)]
pub struct FactRow<'a> {
    pub id: String,
    pub label: &'a str,
    pub kind: &'static str,
    pub verdict: &'static str,
    pub cells: Vec<CellRow<'a>>,
    /// Of articles without a cell: the sentence that comes nearest.
    pub nearest: Vec<PlaceRow>,
    /// Articles without a cell that may tell it in other words.
    pub open: Vec<String>,
    pub rule: &'a str,
}

#[derive(Serialize)]
pub struct CellRow<'a> {
    pub article: String,
    pub value: &'a str,
    pub spans: Vec<[usize; 2]>,
}

#[derive(Serialize)]
pub struct EvidenceRow<'a> {
    #[serde(flatten)]
    pub place: PlaceRow,
    pub text: &'a str,
    pub kind: &'static str,
    pub voice: &'static str,
    pub about: Option<&'a str>,
}

#[derive(Serialize)]
pub struct ClaimRow<'a> {
    pub id: String,
    /// Words of one of the statements.
    pub about: &'a str,
    pub cells: Vec<ClaimCellRow>,
}

#[derive(Serialize)]
pub struct ClaimCellRow {
    pub article: String,
    pub stances: Vec<StanceRow>,
}

#[derive(Serialize)]
pub struct StanceRow {
    #[serde(flatten)]
    pub at: Offsets,
    pub kind: &'static str,
    pub voice: &'static str,
    /// The day or month that the sentence names.
    pub when: Option<[usize; 2]>,
}

#[derive(Serialize)]
pub struct EmphasisRow<'a> {
    pub article: String,
    /// Names and things of headline and lead, the most repeated first.
    pub opens_with: Vec<[usize; 2]>,
    /// Shared utterances in the order in which the article has them.
    pub order: Vec<ReachedRow>,
    pub room: Vec<RoomRow<'a>>,
}

#[derive(Serialize)]
pub struct ReachedRow {
    pub utterance: String,
    /// How much of the prose stands before it.
    pub percent: u8,
}

#[derive(Serialize)]
pub struct RoomRow<'a> {
    pub source: &'a str,
    /// Words in quotation marks, and words that are reported.
    pub quoted: usize,
    pub reported: usize,
}

#[derive(Serialize)]
pub struct WordingRow<'a> {
    #[serde(flatten)]
    pub place: PlaceRow,
    pub text: &'a str,
    pub category: &'static str,
    pub voice: &'static str,
    pub neutral: Option<&'static str>,
}

#[derive(Serialize)]
pub struct SourceRow<'a> {
    pub name: &'a str,
    pub role: Option<&'a str>,
    pub articles: Vec<SourceInArticle>,
    #[serde(skip_serializing_if = "is_off")]
    pub by_reader: bool,
}

#[derive(Serialize)]
pub struct SourceInArticle {
    pub article: String,
    pub words: usize,
    pub quotations: usize,
}

#[derive(Serialize)]
pub struct NamingRow<'a> {
    pub concept: &'a str,
    pub cells: Vec<NamingCellRow>,
}

#[derive(Serialize)]
pub struct NamingCellRow {
    pub article: String,
    pub spans: Vec<[usize; 2]>,
}

#[derive(Serialize)]
pub struct OriginRow<'a> {
    /// Words that come from it: the opening of a shared utterance, else the words that name it.
    pub claim: &'a str,
    pub outlets: Vec<String>,
    pub original_sources: Vec<&'a str>,
    pub kind: &'static str,
    pub occasion: Option<&'a str>,
    pub utterances: Vec<String>,
    /// One of each outlet: the words that show it.
    pub spans: Vec<PlaceRow>,
}

#[derive(Serialize)]
pub struct SummaryRow<'a> {
    pub article: String,
    pub sentences: Vec<[usize; 2]>,
    pub only_here: Vec<[usize; 2]>,
    pub no_match: Vec<String>,
    /// Words that set the outlet apart, where they stand first.
    pub distinctive: Vec<DistinctiveRow<'a>>,
}

#[derive(Serialize)]
pub struct DistinctiveRow<'a> {
    #[serde(flatten)]
    pub word: Words<'a>,
    pub count: usize,
}

#[derive(Serialize)]
pub struct FindingRow<'a> {
    pub id: String,
    pub rank: usize,
    pub kind: &'static str,
    pub title: &'a str,
    pub spans: Vec<PlaceRow>,
    pub alert: bool,
    pub confidence: &'static str,
    pub rule: &'a str,
    #[serde(skip_serializing_if = "is_off")]
    pub accepted: bool,
}

/// What the reader wrote beside something.
#[derive(Serialize)]
pub struct NoteRow<'a> {
    /// The id of an article, a quotation, an utterance or a finding; none: the words of `place`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<PlaceRow>,
    pub text: &'a str,
    pub tags: &'a [String],
}

/// What became of a decision of the reader.
#[derive(Serialize)]
pub struct StandingRow {
    /// Its number in the log, from 1.
    pub decision: usize,
    pub standing: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<&'static str>,
}

/// What only the reader's decisions make true is left out where there are none.
fn is_off(it: &bool) -> bool {
    !it
}

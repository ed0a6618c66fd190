//! What is said of a finding, a witness or an edit: the same words in every report.

use super::edition::{Edition, counted, marked};
use crate::model::{
    ArticleIdx, Attribution, Comparison, Confidence, Edit, EditKind, Evidence, EvidenceKind,
    FactRow, Finding, FindingKind, Origin, OriginKind, PassageKind, Place, Presence, QuotationKind,
    Span, Speaker, Story, Subject, Utterance, Verdict, Voice, WordingCategory,
};

/// Statements about evidence that answer one another stand together, in this order.
pub const EVIDENCE_GROUPS: [(&str, &[EvidenceKind]); 3] = [
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

/// In this order; what says most of the writer's judgment first.
const WORDING_CATEGORIES: [(WordingCategory, &str); 8] = [
    (WordingCategory::ReportingVerb, "reporting verbs"),
    (WordingCategory::Judgment, "judgments"),
    (WordingCategory::Label, "labels"),
    (WordingCategory::LoadedVerb, "verbs"),
    (WordingCategory::LoadedAdjective, "adjectives"),
    (WordingCategory::LoadedNoun, "nouns"),
    (WordingCategory::Intensifier, "intensifiers"),
    (WordingCategory::Euphemism, "euphemisms"),
];

/// An outlet's own loaded words by category, in the order of [`WORDING_CATEGORIES`].
pub fn own_wording(story: &Story, article: ArticleIdx) -> Vec<(&'static str, Vec<Span>)> {
    let own = story.annotations(article).wording.iter();
    let own = own.filter(|it| it.voice == Voice::Writer);
    let of = |category| own.clone().filter(move |it| it.category == category);
    let categories = WORDING_CATEGORIES.iter().map(|(category, name)| {
        let spans = of(*category).map(|it| it.span);
        (*name, spans.collect())
    });
    categories
        .filter(|it: &(_, Vec<Span>)| !it.1.is_empty())
        .collect()
}

/// What the list of origins can tell and cannot.
pub const ORIGINS: &str = "What stands behind two outlets or more: speakers by occasion, agencies \
     credited, papers cited. There may be fewer occasions than rows where a text does not name \
     them, and nothing here tells who copied whom.";

/// What the list of claims can tell and cannot.
pub const CLAIMS: &str = "One row a claim: what each outlet says of how sure it is, who is quoted \
     with it, and the day that its sentence names. The outlet’s own words where nobody is quoted.";

/// What the list of names can tell and cannot.
pub const NAMING: &str = "Words of one class beside the same words or names, quoted ones too; which \
     is right is not judged.";

/// `5 articles, 11 shared quotations, 31 findings, 7 of them differences to look at`.
pub fn title(edition: &Edition<'_>) -> String {
    let comparison = edition.comparison;
    let alerts = match comparison.findings.iter().filter(|it| it.alert).count() {
        0 => "none of them a difference to look at".to_owned(),
        1 => "1 of them a difference to look at".to_owned(),
        n => format!("{n} of them differences to look at"),
    };
    match edition.story.articles.len() {
        0 => "no article to compare".to_owned(),
        1 => "1 article. Nothing shared yet. Add a second article.".to_owned(),
        n => format!(
            "{}, {}, {}, {alerts}",
            counted(n, "article"),
            counted(comparison.utterances.len(), "shared quotation"),
            counted(comparison.findings.len(), "finding"),
        ),
    }
}

/// `Edit · match certain, reason open · U5 · no match found in coast`.
pub fn kind_and_reach(edition: &Edition<'_>, finding: &Finding) -> String {
    let mut res = vec![
        finding.kind.name().to_owned(),
        confidence(finding).to_owned(),
    ];
    match finding.subject {
        Subject::Utterance(idx) => res.push(format!("U{}", idx + 1)),
        Subject::Fact(idx) => res.push(format!("F{}", idx + 1)),
        Subject::Places => {}
    }
    res.extend(reach(edition, finding));
    if is_accepted(edition, finding) {
        res.push(ACCEPTED.to_owned());
    }
    res.join(" · ")
}

/// What is said of a finding that the reader accepted.
pub const ACCEPTED: &str = "accepted by the reader";

pub fn is_accepted(edition: &Edition<'_>, finding: &Finding) -> bool {
    let comparison = edition.comparison;
    let mut accepted = comparison.accepted.iter();
    accepted.any(|it| comparison.findings.get(*it) == Some(finding))
}

/// `no match found in coast`; the title of what stands in one outlet alone says so already.
pub fn reach(edition: &Edition<'_>, finding: &Finding) -> Option<String> {
    if finding.kind == FindingKind::OnlyHere {
        return None;
    }
    edition.no_match(|it| finding.presence[it.0] != Presence::NoMatch)
}

pub fn confidence(finding: &Finding) -> &'static str {
    // Nothing was matched of which one could be sure.
    if finding.kind == FindingKind::OnlyHere {
        return "no match found";
    }
    match finding.confidence {
        Confidence::Certain => "match certain, reason open",
        Confidence::Likely => "match likely, reason open",
        Confidence::Possible => "match weak, reason open",
    }
}

/// `Of the words “The wall holds ›”`, where the places are names alone.
pub fn said_words(edition: &Edition<'_>, finding: &Finding) -> Option<String> {
    match (finding.kind, finding.subject) {
        (FindingKind::Attribution, Subject::Utterance(idx)) => {
            let utterance = &edition.comparison.utterances[idx];
            let base = utterance.witnesses[utterance.base].place;
            Some(format!("Of the words {}", edition.opening(base)))
        }
        _ => None,
    }
}

/// `Attribution agrees: Ada Ruiz · no match found in coast`.
pub fn attribution(edition: &Edition<'_>, utterance: &Utterance) -> String {
    let speakers = &edition.comparison.speakers;
    let places = utterance.speakers.iter().map(|it| speakers[*it].name);
    let names: Vec<&str> = places.map(|it| edition.story.words(it)).collect();
    let attribution = match utterance.attribution {
        Attribution::Agrees => "Attribution agrees",
        Attribution::Differs => "Attributed differently",
        Attribution::Open => "Attribution open",
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
    if utterance.by_reader {
        res.push_str(" · put together or apart by the reader");
    }
    res
}

/// `said by John Doe (“he”)`, of the quotation at `idx`.
pub fn said_by(edition: &Edition<'_>, article: ArticleIdx, idx: usize) -> String {
    let quotation = &edition.story.annotations(article).quotations[idx];
    let mut res = match (edition.sources(article, idx), quotation.unsourced) {
        (Some(names), _) => format!("said by {names}"),
        (None, Some(reason)) => format!("source unknown: {}", reason.words()),
        (None, None) => "no source named".to_owned(),
    };
    if quotation.flags.by_reader {
        res.push_str(" · bounds and kind set by the reader");
    }
    res
}

/// `cut, not marked: without “to save power”`: what this witness has where the fullest has other
/// words.
pub fn edit(edition: &Edition<'_>, utterance: &Utterance, edit: &Edit) -> String {
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
    format!("{}: {res}", edit_kind(edit))
}

fn edit_kind(edit: &Edit) -> &'static str {
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
pub fn with_brackets(text: &str, span: Span) -> Span {
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

/// `piles: order · differs · no match found in coast`.
pub fn fact(edition: &Edition<'_>, row: &FactRow) -> String {
    let mut res = row.label.clone();
    if edition.story.articles.len() > 1 {
        res = format!("{res} · {}", verdict(row.verdict));
    }
    if let Some(without) = edition.no_match(|it| row.may_tell(it)) {
        res = format!("{res} · {without}");
    }
    res
}

pub fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Differs => "differs",
        Verdict::Refines => "refines",
        Verdict::Agrees => "agrees",
        Verdict::OnlyOne => "only one",
    }
}

/// The rows that differ first, each with its number.
pub fn facts_by_verdict(comparison: &Comparison) -> Vec<(usize, &FactRow)> {
    let mut res: Vec<(usize, &FactRow)> = (1..).zip(&comparison.facts).collect();
    res.sort_by_key(|it| std::cmp::Reverse(it.1.verdict));
    res
}

pub fn passage(kind: PassageKind) -> &'static str {
    match kind {
        PassageKind::Reused => "Mostly the same words",
        PassageKind::Paraphrase => "In other words",
    }
}

/// All statements about evidence, in story order.
pub fn evidence_of_all(story: &Story) -> Vec<(ArticleIdx, &Evidence)> {
    let articles = story.indices().flat_map(|article| {
        let evidence = &story.annotations(article).evidence;
        evidence.iter().map(move |it| (article, it))
    });
    articles.collect()
}

/// The outlets that have a source, in story order: words in quotation marks, and how it is told.
pub fn heard(story: &Story, speaker: &Speaker) -> Vec<(ArticleIdx, usize, String)> {
    let articles = story.indices().filter_map(|article| {
        let quotations = speaker.quotations.iter().filter(|it| it.0 == article);
        let n_quotations = quotations.count();
        let n_words = *speaker.quoted_words.get(article.0)?;
        let told = match n_words {
            0 => "reported only".to_owned(),
            n => format!(
                "{} in {}",
                counted(n, "word"),
                counted(n_quotations, "quotation")
            ),
        };
        (n_quotations > 0).then_some((article, n_words, told))
    });
    articles.collect()
}

pub fn evidence(kind: EvidenceKind) -> &'static str {
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

/// `quoted from Ada Ruiz`; `None` of the writer's own words.
pub fn quoted_from(
    edition: &Edition<'_>,
    article: ArticleIdx,
    evidence: &Evidence,
) -> Option<String> {
    match evidence.voice {
        Voice::Writer => return None,
        Voice::Quoted => {}
    }
    let quotations = edition.story.annotations(article).quotations.iter();
    let quotation = quotations
        .enumerate()
        .filter(|(_, it)| it.kind != QuotationKind::Reported)
        .max_by_key(|(idx, it)| (it.span.overlap(evidence.span), std::cmp::Reverse(*idx)));
    let names = quotation.and_then(|it| edition.source_names(article, it.0));
    Some(names.map_or("quoted".to_owned(), |it| format!("quoted from {it}")))
}

/// `Lena Orrick, “told reporters”: in 3 outlets, 2 shared quotations`.
pub fn origin(edition: &Edition<'_>, origin: &Origin) -> String {
    let name = edition.story.words(origin.name);
    let mut res = match origin.kind {
        OriginKind::Speaker => name.to_owned(),
        OriginKind::Agency => format!("{name}, an agency that is credited"),
        OriginKind::Report => format!("{name}, cited as a source"),
    };
    if let Some(occasion) = origin.occasion {
        res.push_str(&format!(", {}", edition.opening(occasion)));
    }
    res.push_str(&format!(": in {}", counted(origin.outlets.len(), "outlet")));
    if !origin.utterances.is_empty() {
        let n = origin.utterances.len();
        res.push_str(&format!(", {}", counted(n, "shared quotation")));
    }
    res
}

//! One ranked list of what a reader should see first.
//!
//! Each kind has a builder that gives candidates with the words that prove them. Score = weight of
//! the kind × substance × spread over outlets; an alert needs substance and certainty, because a
//! false alarm costs a reader's trust and a miss only an opportunity.

use std::collections::BTreeSet;

use super::people::Speakers;
use crate::model::{
    ArticleIdx, Attribution, Confidence, Edit, EditKind, Evidence, EvidenceKind, FactRow, Finding,
    FindingKind, Place, Presence, Span, Story, Subject, Summary, Utterance, Verdict, Voice,
};

// Weights of the kinds, as set in the prototypes of the analysis.
const ATTRIBUTION: f32 = 1.0;
const EVIDENCE: f32 = 0.95;
const RESPONSE: f32 = 0.9;
const FACT: f32 = 0.85;
const EDIT: f32 = 0.8;
const ONLY_HERE: f32 = 0.3;
/// More for each outlet beyond two.
const SPREAD: f32 = 0.06;
/// Most places of a finding, and of one article in it.
const MOST_PLACES: usize = 12;
const MOST_OF_ARTICLE: usize = 3;
/// Longest place, in bytes: more is no proof but a passage.
const LONGEST_PLACE: usize = 380;

/// What the builders read.
pub struct Material<'a> {
    pub story: &'a Story,
    pub speakers: &'a Speakers,
    pub utterances: &'a [Utterance],
    pub facts: &'a [FactRow],
    pub summaries: &'a [Summary],
}

/// All findings, best first.
pub fn findings(material: &Material<'_>) -> Vec<Finding> {
    let mut res: Vec<(f32, Finding)> = Vec::new();
    for (idx, utterance) in material.utterances.iter().enumerate() {
        res.extend(attribution(material, idx, utterance));
        res.extend(edited(material, idx, utterance));
    }
    for (idx, row) in material.facts.iter().enumerate() {
        res.extend(fact(material, idx, row));
    }
    res.extend(evidence_against_none(material));
    res.extend(confirmed_or_assessed(material));
    res.extend(responses(material));
    res.extend(only_here(material));
    // Scores are sums in a fixed order; equal ones go by place.
    res.sort_by(|(a, one), (b, other)| {
        b.total_cmp(a).then_with(|| {
            (one.kind, &one.places, &one.title).cmp(&(other.kind, &other.places, &other.title))
        })
    });
    res.into_iter().map(|it| it.1).collect()
}

impl Material<'_> {
    fn outlet(&self, article: ArticleIdx) -> &str {
        &self.story.article(article).outlet.name
    }

    fn presence(&self, of: impl Fn(ArticleIdx) -> Option<Presence>) -> Vec<Presence> {
        self.story
            .indices()
            .map(|it| of(it).unwrap_or(Presence::NoMatch))
            .collect()
    }

    /// Words of a place, cut for a title.
    fn quoted(&self, place: Place) -> String {
        const MOST: usize = 6;
        let text = &self.story.article(place.article).text;
        let words = place.span.with_opening_mark(text).of(text);
        let words: Vec<&str> = words.split_whitespace().collect();
        let mut shown = words[..words.len().min(MOST)].join(" ");
        shown.truncate(shown.trim_end_matches([',', '.', ' ']).len());
        if words.len() > MOST {
            shown.push_str(" ›");
        }
        if shown.contains(['“', '”', '"']) {
            format!("‘{shown}’")
        } else {
            format!("“{shown}”")
        }
    }
}

fn score(kind: f32, substance: f32, presence: &[Presence]) -> f32 {
    let n_present = presence
        .iter()
        .filter(|it| **it != Presence::NoMatch)
        .count();
    let beyond = f32::from(u8::try_from(n_present.saturating_sub(2)).unwrap_or(u8::MAX));
    kind * substance * (1.0 + SPREAD * beyond)
}

/// Places in story order, without repeats, within the limits.
fn places(found: impl IntoIterator<Item = Place>) -> Vec<Place> {
    let mut res: Vec<Place> = Vec::new();
    for place in found.into_iter().collect::<BTreeSet<_>>() {
        let of_article = res.iter().filter(|it| it.article == place.article).count();
        if of_article < MOST_OF_ARTICLE
            && res.len() < MOST_PLACES
            && place.span.len() <= LONGEST_PLACE
        {
            res.push(place);
        }
    }
    res
}

fn attribution(
    material: &Material<'_>,
    idx: usize,
    utterance: &Utterance,
) -> Option<(f32, Finding)> {
    if utterance.attribution != Attribution::Differs {
        return None;
    }
    let story = material.story;
    let base = &utterance.witnesses[utterance.base];
    let presence = material.presence(|article| {
        let witness = utterance
            .witnesses
            .iter()
            .find(|it| it.place.article == article)?;
        Some(match (witness.speaker, base.speaker) {
            _ if witness.reported => Presence::Reported,
            (Some(a), Some(b)) if material.speakers.are_different_people(a, b) => {
                Presence::OtherSpeaker
            }
            _ => Presence::Same,
        })
    });
    let mentions = utterance.witnesses.iter().flat_map(|it| {
        let article = it.place.article;
        story.annotations(article).quotations[it.quotation]
            .sources
            .iter()
            .filter_map(move |source| source.mention.map(|span| Place { article, span }))
    });
    let mut credited: Vec<(String, usize)> = Vec::new();
    for witness in &utterance.witnesses {
        let Some(speaker) = witness.speaker else {
            continue;
        };
        let name = story.words(material.speakers.list[speaker].name);
        let last = name.split_whitespace().next_back().unwrap_or(name);
        match credited.iter_mut().find(|it| it.0 == last) {
            Some(known) => known.1 += 1,
            None => credited.push((last.to_owned(), 1)),
        }
    }
    let who: Vec<String> = credited
        .iter()
        .map(|(name, n)| format!("{name} in {n}"))
        .collect();
    let finding = Finding {
        kind: FindingKind::Attribution,
        title: format!("Same words, attributed differently: {}", who.join(", ")),
        places: places(mentions),
        subject: Subject::Utterance(idx),
        alert: true,
        confidence: Confidence::Certain,
        rule: "The words match; the names beside their cues are of different people. Separate \
               briefings with the same text can explain it."
            .to_owned(),
        presence,
    };
    let substance = 1.25;
    Some((score(ATTRIBUTION, substance, &finding.presence), finding))
}

/// How much an edit changes, 0 to 1.3.
fn substance(story: &Story, utterance: &Utterance, edit: &Edit) -> f32 {
    let n_words = |witness: usize, span: Option<Span>| {
        span.map_or(0, |span| {
            span.of(&story
                .article(utterance.witnesses[witness].place.article)
                .text)
                .split_whitespace()
                .filter(|it| it.len() > 3)
                .count()
        })
    };
    let words = n_words(edit.from, edit.from_span).max(n_words(edit.to, edit.to_span));
    let length = f32::from(u8::try_from(words.min(10)).unwrap_or(10)) * 0.05;
    let kind = match edit.kind {
        EditKind::Bracket => 0.05,
        EditKind::Split | EditKind::Splice => 0.1,
        EditKind::Wording | EditKind::Extension => 0.2,
        EditKind::Ellipsis => 0.4,
        EditKind::Cut => 0.45,
        EditKind::Moved => 0.55,
    };
    let hedge = if edit.flags.hedge { 0.3 } else { 0.0 };
    let capital = if edit.flags.recapitalised { 0.15 } else { 0.0 };
    kind + length + hedge + capital
}

/// An edit that can change the sense: a hedge or a half of a sentence gone without a mark.
fn changes_sense(edit: &Edit, substance: f32) -> bool {
    match edit.kind {
        EditKind::Cut => edit.flags.hedge || edit.flags.recapitalised && substance > 0.8,
        EditKind::Moved => substance > 0.6,
        EditKind::Bracket
        | EditKind::Ellipsis
        | EditKind::Extension
        | EditKind::Splice
        | EditKind::Split
        | EditKind::Wording => false,
    }
}

/// One finding for all edits of an utterance, led by the weightiest.
fn edited(material: &Material<'_>, idx: usize, utterance: &Utterance) -> Option<(f32, Finding)> {
    let story = material.story;
    let mut weighed: Vec<(f32, &Edit)> = utterance
        .edits
        .iter()
        .map(|it| (substance(story, utterance, it), it))
        .collect();
    weighed.sort_by(|a, b| b.0.total_cmp(&a.0));
    let (top, lead) = *weighed.first()?;
    let outlets: BTreeSet<ArticleIdx> = utterance
        .witnesses
        .iter()
        .map(|it| it.place.article)
        .collect();
    if outlets.len() < 2 {
        return None;
    }
    let place = |witness: usize, span: Option<Span>| {
        let witness = &utterance.witnesses[witness];
        Place {
            article: witness.place.article,
            span: span.unwrap_or_else(|| opening(story, witness.place)),
        }
    };
    let shown = weighed
        .iter()
        .filter(|(weight, _)| *weight >= 0.6 * top)
        .take(5)
        .flat_map(|(_, it)| [place(it.from, it.from_span), place(it.to, it.to_span)]);
    let presence = material.presence(|article| {
        let (at, witness) = utterance
            .witnesses
            .iter()
            .enumerate()
            .find(|(_, it)| it.place.article == article)?;
        let is_edited = utterance
            .edits
            .iter()
            .any(|it| it.to == at && it.kind != EditKind::Bracket);
        Some(if witness.reported {
            Presence::Reported
        } else if is_edited {
            Presence::Edited
        } else {
            Presence::Same
        })
    });
    let outlet = material.outlet(utterance.witnesses[lead.to].place.article);
    let from = lead
        .from_span
        .map(|_| material.quoted(place(lead.from, lead.from_span)));
    let to = lead
        .to_span
        .map(|_| material.quoted(place(lead.to, lead.to_span)));
    let title = match (lead.kind, from, to) {
        (EditKind::Moved, _, Some(to)) => format!("{outlet} has {to} in another sentence"),
        (EditKind::Ellipsis, Some(from), _) => format!("{outlet} marks a cut of {from}"),
        (EditKind::Cut, Some(from), _) if begins(utterance, lead) => {
            format!("{outlet}’s quotation begins after {from}")
        }
        (EditKind::Cut, Some(from), _) => format!("{outlet}’s quotation ends before {from}"),
        (_, Some(from), Some(to)) => format!("{from} or, in {outlet}, {to}"),
        (_, Some(from), None) => format!("{outlet} prints it without {from}"),
        (_, None, Some(to)) => format!("{outlet} alone prints {to}"),
        (_, None, None) => format!("Edited in {outlet}"),
    };
    let alert = weighed
        .iter()
        .any(|(weight, it)| changes_sense(it, *weight));
    let finding = Finding {
        kind: FindingKind::Edit,
        title,
        places: places(shown),
        subject: Subject::Utterance(idx),
        presence,
        alert,
        confidence: Confidence::Certain,
        rule: "The quotations share most of their words in order; these differ. Transcription and \
               house style can explain small ones."
            .to_owned(),
    };
    Some((score(EDIT, top, &finding.presence), finding))
}

/// The first words of a witness, to show where it begins.
fn opening(story: &Story, place: Place) -> Span {
    const WORDS: usize = 7;
    let text = &story.article(place.article).text;
    let words = place.span.of(text);
    let mut seen = 0;
    let mut in_word = false;
    let end = words
        .char_indices()
        .find(|(_, c)| {
            if c.is_whitespace() {
                seen += usize::from(in_word);
                in_word = false;
            } else {
                in_word = true;
            }
            seen == WORDS
        })
        .map_or(words.len(), |it| it.0);
    Span::new(text, place.span.start()..place.span.start() + end).unwrap_or(place.span)
}

/// The cut is at the start of the base.
fn begins(utterance: &Utterance, edit: &Edit) -> bool {
    let base = utterance.witnesses[edit.from].place.span;
    edit.from_span
        .is_some_and(|it| it.start() - base.start().min(it.start()) < base.len() / 3)
}

fn fact(material: &Material<'_>, idx: usize, row: &FactRow) -> Option<(f32, Finding)> {
    let outlets = row.cells.len();
    let (substance, alert) = match row.verdict {
        Verdict::Differs => (1.2, true),
        Verdict::Refines => (0.6, false),
        Verdict::OnlyOne => (0.35, false),
        Verdict::Agrees => return None,
    };
    let presence = material.presence(|article| {
        row.cells
            .iter()
            .any(|it| it.article == article)
            .then_some(match (row.verdict, outlets) {
                (_, 1) => Presence::OnlyHere,
                (Verdict::Differs, _) => Presence::Differs,
                _ => Presence::Same,
            })
    });
    let shown: Vec<Place> = places(row.cells.iter().flat_map(|cell| {
        cell.spans.iter().map(|span| Place {
            article: cell.article,
            span: *span,
        })
    }));
    let words: Vec<String> = row
        .cells
        .iter()
        .filter_map(|cell| {
            let span = *cell.spans.first()?;
            Some(material.quoted(Place {
                article: cell.article,
                span,
            }))
        })
        .collect();
    let mut distinct = words.clone();
    distinct.sort();
    distinct.dedup();
    let title = match row.verdict {
        Verdict::OnlyOne => format!(
            "Only in {}: {}",
            material.outlet(row.cells[0].article),
            words[0]
        ),
        Verdict::Differs | Verdict::Refines | Verdict::Agrees => {
            format!("{}: {}", row.label, distinct.join(" or "))
        }
    };
    let finding = Finding {
        kind: if row.verdict == Verdict::OnlyOne {
            FindingKind::OnlyHere
        } else {
            FindingKind::Fact
        },
        title,
        places: shown,
        subject: Subject::Fact(idx),
        presence,
        alert,
        confidence: Confidence::Likely,
        rule: row.rule.to_owned(),
    };
    Some((score(FACT, substance, &finding.presence), finding))
}

/// Evidence statements of the story that fit, at most two an article, each in its own words.
fn statements<'a>(
    material: &Material<'a>,
    fits: impl Fn(Place, &Evidence) -> bool,
) -> Vec<(Place, &'a Evidence)> {
    let mut res = Vec::new();
    for article in material.story.indices() {
        let evidence = material.story.annotations(article).evidence.iter();
        let placed = evidence.map(|it| {
            let span = it.span;
            (Place { article, span }, it)
        });
        res.extend(placed.filter(|(place, it)| fits(*place, it)).take(2));
    }
    res
}

fn names_evidence(material: &Material<'_>, place: Place) -> bool {
    let words = material.story.words(place).to_lowercase();
    words.contains("evidence") || words.contains("proof")
}

/// There is evidence, here; none was given, there.
fn evidence_against_none(material: &Material<'_>) -> Option<(f32, Finding)> {
    let of_kind = |kind: EvidenceKind| {
        statements(material, |place, it| {
            it.kind == kind && names_evidence(material, place)
        })
    };
    let asserted = of_kind(EvidenceKind::AssertsEvidence);
    let none = of_kind(EvidenceKind::NoEvidenceGiven);
    let (lead, answer) = asserted.iter().find_map(|(a, _)| {
        let answer = none.iter().find(|(b, _)| a.article != b.article)?;
        Some((*a, answer.0))
    })?;
    let presence = material.presence(|article| {
        if none.iter().any(|(it, _)| it.article == article) {
            Some(Presence::Differs)
        } else {
            asserted
                .iter()
                .any(|(it, _)| it.article == article)
                .then_some(Presence::Same)
        }
    });
    let title = format!(
        "Evidence: {}, {}",
        material.quoted(lead),
        material.quoted(answer)
    );
    let finding = Finding {
        kind: FindingKind::Evidence,
        title,
        places: places(asserted.iter().chain(&none).map(|it| it.0)),
        subject: Subject::Places,
        presence,
        alert: true,
        confidence: Confidence::Likely,
        rule: "Some outlets say that there is evidence, another that none was given. Having \
               evidence and showing it are two claims."
            .to_owned(),
    };
    Some((score(EVIDENCE, 1.3, &finding.presence), finding))
}

/// The writer's verb is `confirm` in some outlets, the quoted one `assess` in others.
fn confirmed_or_assessed(material: &Material<'_>) -> Option<(f32, Finding)> {
    let confirmed = statements(material, |place, it| {
        it.kind == EvidenceKind::AssertsEvidence
            && it.voice == Voice::Writer
            && (material.story.words(place).to_lowercase()).contains("confirm")
    });
    let assessed = statements(material, |_, it| {
        it.kind == EvidenceKind::Assessment && it.voice == Voice::Quoted
    });
    if confirmed.is_empty() || assessed.is_empty() {
        return None;
    }
    let presence = material.presence(|article| {
        if confirmed.iter().any(|(it, _)| it.article == article) {
            Some(Presence::Differs)
        } else {
            assessed
                .iter()
                .any(|(it, _)| it.article == article)
                .then_some(Presence::Same)
        }
    });
    let n_articles = |list: &[(Place, &Evidence)]| {
        list.iter()
            .map(|it| it.0.article)
            .collect::<BTreeSet<_>>()
            .len()
    };
    let finding = Finding {
        kind: FindingKind::Evidence,
        title: format!(
            "“Confirmed” by the writer in {}, “assess” in quotations of {}",
            n_articles(&confirmed),
            n_articles(&assessed)
        ),
        places: places(confirmed.iter().chain(&assessed).map(|it| it.0)),
        subject: Subject::Places,
        presence,
        alert: true,
        confidence: Confidence::Likely,
        rule: "A writer’s own verb is stronger than the word that others quote. They may speak of \
               different claims: read both."
            .to_owned(),
    };
    Some((score(EVIDENCE, 1.2, &finding.presence), finding))
}

/// Denials side by side, and silence in one outlet beside an answer in another.
fn responses(material: &Material<'_>) -> Vec<(f32, Finding)> {
    let of_kind = |kind: EvidenceKind| statements(material, |_, it| it.kind == kind);
    let denials = of_kind(EvidenceKind::Denial);
    let silences = of_kind(EvidenceKind::NoResponse);
    let counters = statements(material, |_, it| {
        it.kind == EvidenceKind::CounterAccusation && it.voice == Voice::Writer
    });
    let n_articles = |list: &[(Place, &Evidence)]| {
        list.iter()
            .map(|it| it.0.article)
            .collect::<BTreeSet<_>>()
            .len()
    };
    let mut res = Vec::new();
    let mut push = |title: String, lists: [&[(Place, &Evidence)]; 2], alert: bool, rule: &str| {
        let presence = material.presence(|article| {
            let of = |list: &[(Place, &Evidence)]| list.iter().any(|it| it.0.article == article);
            if of(lists[1]) {
                Some(Presence::Differs)
            } else {
                of(lists[0]).then_some(Presence::Same)
            }
        });
        let finding = Finding {
            kind: FindingKind::Response,
            title,
            places: places(lists.into_iter().flatten().map(|it| it.0)),
            subject: Subject::Places,
            presence,
            alert,
            confidence: Confidence::Possible,
            rule: rule.to_owned(),
        };
        res.push((score(RESPONSE, 1.1, &finding.presence), finding));
    };
    if n_articles(&denials) > 1 {
        push(
            format!("The denial, in {} outlets’ words", n_articles(&denials)),
            [&denials, &[]],
            false,
            "Statements that something is denied, as each outlet words them.",
        );
    }
    let answered: Vec<(Place, &Evidence)> = denials.iter().chain(&counters).copied().collect();
    let elsewhere = answered
        .iter()
        .any(|(a, _)| silences.iter().any(|(b, _)| a.article != b.article));
    if elsewhere {
        push(
            format!(
                "An answer in {}, in {} {}",
                n_articles(&answered),
                material.outlet(silences[0].0.article),
                material.quoted(silences[0].0)
            ),
            [&answered, &silences],
            false,
            "One outlet reports no response, another a denial or counter-accusation. Party, matter \
             and hour may differ: read both.",
        );
    }
    res
}

/// The sentence of each outlet that holds most of what no other has.
fn only_here(material: &Material<'_>) -> Vec<(f32, Finding)> {
    let mut res = Vec::new();
    for (article, summary) in material.story.indices().zip(material.summaries) {
        for (rank, span) in summary.only_here.iter().enumerate() {
            let place = Place {
                article,
                span: *span,
            };
            let presence = material.presence(|it| (it == article).then_some(Presence::OnlyHere));
            let finding = Finding {
                kind: FindingKind::OnlyHere,
                title: format!(
                    "Only in {}: {}",
                    material.outlet(article),
                    material.quoted(place)
                ),
                places: places([place]),
                subject: Subject::Places,
                presence,
                alert: false,
                confidence: Confidence::Possible,
                rule: "Nearly half of the sentence’s content words are found in no other article \
                       of the set."
                    .to_owned(),
            };
            let weight = 1.0 - 0.1 * f32::from(u8::try_from(rank).unwrap_or(u8::MAX));
            res.push((score(ONLY_HERE, weight, &finding.presence), finding));
        }
    }
    res.retain(|it| !it.1.places.is_empty());
    res
}

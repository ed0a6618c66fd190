//! Who is credited with shared words and on what occasion, and whom the leads credit.

use std::collections::BTreeSet;

use super::Material;
use super::values;
use crate::compare::likeness::{self, Statement};
use crate::compare::origins::{self, occasions};
use crate::compare::people::Relation;
use crate::lexicon::Tag;
use crate::model::{
    ArticleIdx, Attribution, Circumstance, CircumstanceKind, FactCell, FactKind, FactRow, Name,
    Quotation, QuotationKind, Span, Utterance, Verdict,
};

/// Longest words shown for who said it, in bytes.
const LONGEST_SHOWN: usize = 90;
/// What two leads must share to be of one announcement: lemmas that are no names, and weight.
const MIN_COMMON: usize = 2;
const MIN_LIKENESS: f32 = 0.2;

const WHO: &str = "Quotations of the same words: whom each outlet credits with them.";
const WHERE: &str = "Quotations of one speaker: the occasion that each outlet names.";
const LEAD: &str = "First sentences that tell the same: whom each credits with it.";
const LEAD_DAY: &str = "First sentences that tell the same: when it was said.";

pub fn rows(material: &Material<'_>) -> Vec<FactRow> {
    let mut res: Vec<FactRow> = material
        .utterances
        .iter()
        .filter_map(|it| who(material, it))
        .collect();
    res.extend(occasion_rows(material));
    res.extend(leads(material));
    res
}

/// Credited to other people.
fn who(material: &Material<'_>, utterance: &Utterance) -> Option<FactRow> {
    if utterance.attribution != Attribution::Differs {
        return None;
    }
    let mut cells: Vec<FactCell> = Vec::new();
    for witness in &utterance.witnesses {
        let article = witness.place.article;
        let quotation = &material.story.annotations(article).quotations[witness.quotation];
        let shown = credit(quotation);
        let Some(span) = shown.filter(|_| witness.speaker.is_some()) else {
            continue;
        };
        match cells.iter_mut().find(|it| it.article == article) {
            Some(cell) if !cell.spans.contains(&span) && cell.spans.len() < 3 => {
                cell.spans.push(span);
            }
            Some(_) => {}
            None => cells.push(FactCell {
                article,
                spans: vec![span],
            }),
        }
    }
    let words = material
        .story
        .words(utterance.witnesses[utterance.base].place);
    row(
        FactKind::Attribution,
        format!("who said: “{}”", first_words(words)),
        Verdict::Differs,
        cells,
        WHO,
    )
}

/// Source and cue as they stand together: `Ada Ruiz told`.
fn credit(quotation: &Quotation) -> Option<Span> {
    let mention = quotation.sources.first()?.mention?;
    let cue = quotation.cue.map_or(mention, |it| it.span);
    let both = if mention < cue {
        mention.to(cue)
    } else {
        cue.to(mention)
    };
    let content = quotation.content.iter().any(|it| it.overlaps(both));
    Some(if both.len() <= LONGEST_SHOWN && !content {
        both
    } else {
        mention
    })
}

/// Where each speaker of two outlets spoke, as far as it is one occasion.
fn occasion_rows(material: &Material<'_>) -> Vec<FactRow> {
    let origin = origins::Material {
        story: material.story,
        lexicons: material.lexicons,
        speakers: material.speakers,
        utterances: material.utterances,
    };
    let mut res = Vec::new();
    for (idx, speaker) in material.speakers.list.iter().enumerate() {
        if !material.speakers.is_person(idx) {
            continue;
        }
        let mut told: Vec<(ArticleIdx, &str, Span)> = Vec::new();
        for (article, quotation) in &speaker.quotations {
            let quotation = &material.story.annotations(*article).quotations[*quotation];
            if let Some(found) = occasions::of(&origin, *article, quotation) {
                told.push((*article, found.class, found.span));
            }
        }
        let classes: BTreeSet<&str> = told.iter().map(|it| it.1).collect();
        for class in classes {
            let of_class: Vec<_> = told.iter().filter(|it| it.1 == class).collect();
            let mut cells: Vec<FactCell> = Vec::new();
            for (article, _, span) in of_class {
                match cells.iter_mut().find(|it| it.article == *article) {
                    Some(cell) if cell.spans.len() < 3 && !cell.spans.contains(span) => {
                        cell.spans.push(*span);
                    }
                    Some(_) => {}
                    None => cells.push(FactCell {
                        article: *article,
                        spans: vec![*span],
                    }),
                }
            }
            let name = material.story.words(speaker.name);
            let label = format!("where {name} spoke");
            // Of one class: other words for the same kind of occasion.
            res.extend(row(FactKind::Place, label, Verdict::Agrees, cells, WHERE));
        }
    }
    res
}

/// A first sentence that says who said it.
struct Lead<'a> {
    statement: Statement,
    quotation: usize,
    told: &'a Quotation,
    article: ArticleIdx,
}

fn leads(material: &Material<'_>) -> Vec<FactRow> {
    let mut found: Vec<Lead<'_>> = material
        .story
        .indices()
        .filter_map(|it| lead(material, it))
        .collect();
    // Those that tell the same as most others.
    let n_alike: Vec<usize> = found
        .iter()
        .map(|one| found.iter().filter(|it| alike(material, one, it)).count())
        .collect();
    let Some(center) = (0..found.len()).max_by_key(|it| (n_alike[*it], std::cmp::Reverse(*it)))
    else {
        return Vec::new();
    };
    let keep: Vec<bool> = found
        .iter()
        .map(|it| alike(material, &found[center], it))
        .collect();
    let mut keeps = keep.iter();
    found.retain(|_| keeps.next() == Some(&true));
    let days = lead_days(material, &found);
    // Whom nobody knows to be a source is no credit, nor are two sources that have nothing to do
    // with one another one.
    found.retain(|it| is_known(material, it));
    let relation = |a: &Lead<'_>, b: &Lead<'_>| {
        let speakers = |it: &Lead<'_>| material.speakers.of(it.article, it.quotation);
        let (one, other) = (source_words(material, a), source_words(material, b));
        match material.speakers.relation(speakers(a), speakers(b)) {
            // `officials`, `Norwegian officials`
            Relation::Other if one == other => Relation::Same,
            Relation::Other if one.is_subset(&other) || other.is_subset(&one) => Relation::Level,
            found => found,
        }
    };
    let is_near = |it: &Relation| matches!(it, Relation::Same | Relation::Level);
    let keep: Vec<bool> = found
        .iter()
        .map(|one| {
            let others = found.iter().filter(|it| it.article != one.article);
            others.map(|it| relation(one, it)).any(|it| is_near(&it))
        })
        .collect();
    let mut keeps = keep.iter();
    found.retain(|_| keeps.next() == Some(&true));
    let mut pairs = found.iter().enumerate().flat_map(|(at, a)| {
        let others = found[at + 1..].iter();
        others.map(move |b| (a, b))
    });
    let is_refined = pairs.any(|(a, b)| relation(a, b) == Relation::Level);
    let verdict = if is_refined {
        Verdict::Refines
    } else {
        Verdict::Agrees
    };
    let cells = found
        .iter()
        .filter_map(|it| {
            Some(FactCell {
                article: it.article,
                spans: vec![credit(it.told)?],
            })
        })
        .collect();
    let label = "whom the leads credit".to_owned();
    let mut res: Vec<FactRow> = row(FactKind::Attribution, label, verdict, cells, LEAD)
        .into_iter()
        .collect();
    // Of who credits nobody, or whose lead tells something else, nothing is said.
    for row in &mut res {
        let others = material.story.indices();
        row.open = others.filter(|it| !row.may_tell(*it)).collect();
    }
    res.extend(days);
    res
}

/// What a lead calls its source.
fn source_words(material: &Material<'_>, lead: &Lead<'_>) -> BTreeSet<String> {
    let text = &material.story.article(lead.article).text;
    let mentions = lead.told.sources.iter().filter_map(|it| it.mention);
    let words = mentions.flat_map(|it| it.of(text).split_whitespace());
    words
        .map(str::to_lowercase)
        .filter(|it| !matches!(it.as_str(), "the" | "a" | "an"))
        .collect()
}

/// A person, or words for a body, an office or a group, and a verb that says something of them.
fn is_known(material: &Material<'_>, lead: &Lead<'_>) -> bool {
    let text = &material.story.article(lead.article).text;
    let lexicons = material.lexicons;
    let cue = lead.told.cue.map(|it| it.span.of(text).to_lowercase());
    let says = cue.is_some_and(|it| {
        let lemma = lexicons.lemma(it.split(' ').next_back().unwrap_or(&it), Tag::Verb);
        // `planned`, `decided`: an act, nothing said.
        lexicons
            .reporting_verb(&lemma)
            .is_none_or(|it| it.stance != "commitment")
    });
    let is_source = |words: &str| {
        let words = words.split_whitespace().map(str::to_lowercase);
        let mut head = words.take_while(|it| !matches!(it.as_str(), "in" | "of" | "at" | "for"));
        head.any(|it| {
            let lemma = lexicons.lemma(&it, Tag::Noun);
            lexicons.is_organization(&it)
                || lexicons.is_collective(&it)
                || lexicons.role(&lemma).is_some()
                || lexicons.state(&it).is_some()
        })
    };
    says && lead.told.sources.iter().any(|it| match it.name {
        Name::Person(_) => true,
        Name::Words(span) => is_source(span.of(text)),
    })
}

fn lead<'a>(material: &Material<'a>, article: ArticleIdx) -> Option<Lead<'a>> {
    let annotations = material.story.annotations(article);
    let sentence = *annotations.sentences.first()?;
    // A report inside another tells less.
    let (quotation, told) = annotations
        .quotations
        .iter()
        .enumerate()
        .filter(|(_, it)| {
            it.kind == QuotationKind::Reported
                && sentence.covers(it.span)
                && it.sources.iter().any(|it| it.mention.is_some())
        })
        .max_by_key(|(idx, it)| (it.span.len(), std::cmp::Reverse(*idx)))?;
    Some(Lead {
        statement: Statement::new(material.story, material.lexicons, article, &[sentence]),
        quotation,
        told,
        article,
    })
}

fn alike(material: &Material<'_>, a: &Lead<'_>, b: &Lead<'_>) -> bool {
    let found = likeness::likeness(material.counts, &a.statement, &b.statement);
    a.article == b.article || found.n_common >= MIN_COMMON && found.of_both() >= MIN_LIKENESS
}

fn lead_days(material: &Material<'_>, leads: &[Lead<'_>]) -> Option<FactRow> {
    let mut told = Vec::new();
    for lead in leads {
        let cue = lead.told.cue?.span;
        let clauses = &material.story.annotations(lead.article).clauses;
        let clause = clauses.iter().find(|it| it.verb.overlaps(cue));
        // A year beside it is of something else that the lead tells.
        let is_day = |it: &&Circumstance| {
            it.time
                .is_some_and(|it| it.weekday.is_some() || it.day.is_some())
        };
        let time = clause.and_then(|it| it.of_kind(CircumstanceKind::Time).find(is_day));
        told.extend(time.map(|it| (lead.article, it)));
    }
    let mut verdict: Option<Verdict> = None;
    for (at, a) in told.iter().enumerate() {
        for b in &told[at + 1..] {
            verdict = verdict.max(values::of_circumstances(material, *a, *b));
        }
    }
    let cells = told
        .iter()
        .map(|(article, it)| FactCell {
            article: *article,
            spans: vec![it.span],
        })
        .collect();
    // Two days are two announcements.
    let verdict = verdict.filter(|it| *it != Verdict::Differs)?;
    let label = "when it was said, by the leads".to_owned();
    row(FactKind::Time, label, verdict, cells, LEAD_DAY)
}

fn row(
    kind: FactKind,
    label: String,
    verdict: Verdict,
    cells: Vec<FactCell>,
    rule: &'static str,
) -> Option<FactRow> {
    (cells.len() > 1).then_some(FactRow {
        kind,
        label,
        verdict,
        cells,
        nearest: Vec::new(),
        open: Vec::new(),
        rule,
    })
}

fn first_words(words: &str) -> String {
    const MOST: usize = 6;
    let list: Vec<&str> = words.split_whitespace().collect();
    let mut res = list[..list.len().min(MOST)].join(" ");
    if list.len() > MOST {
        res.push_str(" ›");
    }
    res
}

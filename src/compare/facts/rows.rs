//! The rows of an event: what happened, and one for each circumstance that several outlets tell.

use super::Material;
use super::events::{Event, Telling};
use super::keys::{Key, Match};
use super::values;
use crate::model::{
    ArticleIdx, Circumstance, CircumstanceKind, FactCell, FactKind, FactRow, Modality, Place, Span,
    Verdict,
};

/// Longest cell, in bytes: a clause, no passage.
const LONGEST: usize = 280;
/// Most bytes between a subject and its verb.
const WIDEST_GAP: usize = 60;
/// Words of a clause in a label.
const MOST_LABEL: usize = 9;

const ROLES: &str =
    "Clauses of one act with the same who or whom: what each outlet says took part.";
const TIME: &str = "Times beside clauses that tell one event, as far as the text fixes them.";
const PLACE: &str = "Places beside clauses that tell one event.";
const REASON: &str = "What clauses that tell one event give as its cause, end or means.";

/// What two articles or more tell of an event.
pub fn rows(material: &Material<'_>, event: &Event<'_>) -> Vec<FactRow> {
    let mut res: Vec<FactRow> = what(material, event).into_iter().collect();
    let asked = [
        (CircumstanceKind::Time, FactKind::Time, "when", TIME),
        (CircumstanceKind::Place, FactKind::Place, "where", PLACE),
        (CircumstanceKind::Cause, FactKind::Other, "why", REASON),
        (
            CircumstanceKind::Purpose,
            FactKind::Other,
            "to what end",
            REASON,
        ),
    ];
    for (kind, fact, question, rule) in asked {
        res.extend(circumstance(material, event, kind, fact, question, rule));
    }
    res
}

/// Who did what to whom.
fn what(material: &Material<'_>, event: &Event<'_>) -> Option<FactRow> {
    let tellings = one_each(event, is_told);
    let mut verdict = Verdict::Agrees;
    let mut kind = FactKind::Other;
    for (at, a) in tellings.iter().enumerate() {
        for b in &tellings[at + 1..] {
            let agent = of_keys(&a.agent, &b.agent);
            let patient = of_keys(&a.patient, &b.patient);
            // A subject that stands apart may be read wrongly.
            if agent == Verdict::Differs && !(is_beside(a) && is_beside(b)) {
                return None;
            }
            if agent == Verdict::Differs {
                kind = FactKind::Actor;
            }
            verdict = verdict.max(agent).max(patient);
        }
    }
    let cells = tellings
        .iter()
        .map(|it| FactCell {
            article: it.article,
            spans: vec![core(it)],
        })
        .collect();
    row(
        material,
        kind,
        String::new(),
        verdict,
        cells,
        ROLES,
        &tellings,
    )
}

/// Says who and whom, or one of them by name; a thing without a name is no fact of the story.
fn is_told(telling: &Telling<'_>) -> bool {
    let (agent, patient) = (&telling.agent, &telling.patient);
    let both = !agent.tells_nothing() && !patient.tells_nothing();
    let is_named = !agent.names.is_empty() || !patient.names.is_empty();
    let is_counted = agent.count.is_some() || patient.count.is_some();
    let is_finite = telling.clause.modality == Modality::Done;
    // Somebody who stands far away is no part of the cell.
    if core(telling) == telling.clause.verb {
        return false;
    }
    both && (is_named || is_counted) || is_named && is_finite
}

/// Nothing but auxiliaries and adverbs stands between subject and verb.
fn is_beside(telling: &Telling<'_>) -> bool {
    let clause = telling.clause;
    clause.agent.is_some_and(|it| {
        it.span.end() <= clause.verb.start() && clause.verb.start() - it.span.end() <= 2
            || it.span.start() > clause.verb.end()
    })
}

fn of_keys(a: &Key, b: &Key) -> Verdict {
    match a.matches(b) {
        Match::Other => Verdict::Differs,
        Match::Same if a.names != b.names => Verdict::Refines,
        Match::Unknown if !a.tells_nothing() && !b.tells_nothing() => Verdict::Refines,
        Match::Same | Match::Unknown => Verdict::Agrees,
    }
}

fn circumstance(
    material: &Material<'_>,
    event: &Event<'_>,
    kind: CircumstanceKind,
    fact: FactKind,
    question: &str,
    rule: &'static str,
) -> Option<FactRow> {
    let tellings = one_each(event, |it| it.clause.of_kind(kind).next().is_some());
    let told: Vec<(ArticleIdx, Vec<&Circumstance>)> = tellings
        .iter()
        .map(|it| (it.article, it.clause.of_kind(kind).collect()))
        .collect();
    let mut verdict: Option<Verdict> = None;
    for (at, (a, ones)) in told.iter().enumerate() {
        for (b, others) in &told[at + 1..] {
            // Of two that tell several the closest pair decides.
            let best = ones
                .iter()
                .flat_map(|one| {
                    others.iter().filter_map(|other| {
                        values::of_circumstances(material, (*a, one), (*b, other))
                    })
                })
                .min();
            verdict = verdict.max(best);
        }
    }
    let verdict = verdict?;
    if verdict == Verdict::Differs && !event.is_aligned {
        return None;
    }
    let cells = told
        .iter()
        .map(|(article, list)| FactCell {
            article: *article,
            spans: list.iter().map(|it| it.span).collect(),
        })
        .collect();
    let question = format!("{question}: ");
    row(material, fact, question, verdict, cells, rule, &tellings)
}

/// The first telling of each article that fits, those with both roles first.
fn one_each<'e, 'a>(
    event: &'e Event<'a>,
    fits: impl Fn(&Telling<'a>) -> bool,
) -> Vec<&'e Telling<'a>> {
    let mut res: Vec<&Telling<'a>> = Vec::new();
    let full = |it: &Telling<'_>| !it.agent.tells_nothing() && !it.patient.tells_nothing();
    for telling in event.tellings.iter().filter(|it| fits(it)) {
        match res.iter_mut().find(|it| it.article == telling.article) {
            Some(held) if full(telling) && !full(held) => *held = telling,
            Some(_) => {}
            None => res.push(telling),
        }
    }
    res
}

fn row(
    material: &Material<'_>,
    kind: FactKind,
    question: String,
    verdict: Verdict,
    cells: Vec<FactCell>,
    rule: &'static str,
    tellings: &[&Telling<'_>],
) -> Option<FactRow> {
    if cells.len() < 2 {
        return None;
    }
    let fullest = tellings.iter().max_by_key(|it| {
        let n_roles =
            usize::from(!it.agent.tells_nothing()) + usize::from(!it.patient.tells_nothing());
        (n_roles, std::cmp::Reverse(core(it).len()))
    })?;
    let words = material.story.words(Place {
        article: fullest.article,
        span: core(fullest),
    });
    Some(FactRow {
        kind,
        label: format!("{question}{}", cut(words)),
        verdict,
        cells,
        nearest: Vec::new(),
        rule,
    })
}

/// The first words of a clause.
fn cut(words: &str) -> String {
    let list: Vec<&str> = words.split_whitespace().collect();
    let mut res = list[..list.len().min(MOST_LABEL)].join(" ");
    if list.len() > MOST_LABEL {
        res.push_str(" ›");
    }
    res
}

/// Agent, verb and patient together; without those that stand far away.
fn core(telling: &Telling<'_>) -> Span {
    let clause = telling.clause;
    let roles = clause.agent.into_iter().chain(clause.patient);
    roles.fold(clause.verb, |res, role| {
        let gap = (clause.verb.start()).saturating_sub(role.span.end());
        let wider = res.to(role.span);
        if wider.len() <= LONGEST && gap <= WIDEST_GAP {
            wider
        } else {
            res
        }
    })
}

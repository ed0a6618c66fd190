//! The rows of an event: what happened, and one for each circumstance that several outlets tell.

use super::Material;
use super::events::{Event, Telling};
use super::keys::{Key, Match};
use super::values;
use crate::model::{
    ArticleIdx, Circumstance, CircumstanceKind, Clause, FactCell, FactKind, FactRow, Modality,
    Place, Span, Verdict,
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
    let mut tellings = one_each(event, |it| is_told(material, it, event.is_aligned));
    let of_agents = |a: &Telling<'_>, b: &Telling<'_>| {
        let found = of_keys(&a.agent, &b.agent);
        // One of two beside both.
        let is_part = found == Verdict::Differs && event.joins(&a.agent, &b.agent);
        if is_part { Verdict::Refines } else { found }
    };
    // A subject that stands apart may be read wrongly: no difference is built on it.
    let sure = |a: &Telling<'_>, b: &Telling<'_>| {
        of_agents(a, b) != Verdict::Differs
            || a.agent.shares_name(&b.agent)
            || is_beside(a) && is_beside(b)
    };
    if let Some(first) = tellings.first().copied() {
        tellings.retain(|it| sure(first, it));
    }
    let mut verdict = Verdict::Agrees;
    let mut kind = FactKind::Other;
    for (at, a) in tellings.iter().enumerate() {
        for b in &tellings[at + 1..] {
            let agent = of_agents(a, b);
            let patient = of_keys(&a.patient, &b.patient);
            if !sure(a, b) {
                return None;
            }
            // How many they are is no question of who.
            let by_number =
                of_keys(&a.agent, &b.agent) == Verdict::Refines && !names_more(&a.agent, &b.agent);
            if agent > Verdict::Agrees && !by_number {
                kind = FactKind::Actor;
            }
            verdict = verdict.max(agent).max(patient);
        }
    }
    let cells = tellings
        .iter()
        .map(|it| FactCell {
            article: it.article,
            spans: vec![core(material, it)],
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
///
/// In aligned words two things without names are enough, or what the speaker and his side do.
fn is_told(material: &Material<'_>, telling: &Telling<'_>, is_aligned: bool) -> bool {
    let (agent, patient) = (&telling.agent, &telling.patient);
    let both = !agent.tells_nothing() && !patient.tells_nothing();
    let is_named = !agent.names.is_empty() || !patient.names.is_empty();
    let is_counted = agent.count.is_some() || patient.count.is_some();
    // Somebody who stands far away is no part of the cell.
    if core(material, telling) == telling.clause.verb {
        return false;
    }
    let speaks_of_us = telling
        .clause
        .agent
        .or(telling.clause.patient)
        .is_some_and(|it| {
            let place = Place {
                article: telling.article,
                span: it.span,
            };
            material.story.words(place).eq_ignore_ascii_case("we")
        });
    let concerns = telling.clause.predicate != "be"
        && (!patient.tells_nothing() || target(telling.clause).is_some());
    let is_listed = material.lexicons.is_listed_act(&telling.clause.predicate);
    let is_done_to = is_listed
        && !patient.tells_nothing()
        && telling.clause.modality == Modality::Done
        && telling
            .clause
            .patient
            .is_some_and(|it| it.span.start() > telling.clause.verb.start());
    if is_aligned && (both || is_done_to || speaks_of_us && concerns) {
        return true;
    }
    let is_finite = telling.clause.modality == Modality::Done || is_listed;
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

/// One refines the other if it has a number where that has none or a wider one, or names more that
/// take part.
fn of_keys(a: &Key, b: &Key) -> Verdict {
    match a.matches(b) {
        Match::Other => Verdict::Differs,
        Match::Unknown if a.excludes(b) => Verdict::Differs,
        Match::Unknown if a.tells_nothing() || b.tells_nothing() => Verdict::Agrees,
        Match::Same | Match::Unknown if a.count != b.count || names_more(a, b) => Verdict::Refines,
        Match::Same | Match::Unknown => Verdict::Agrees,
    }
}

fn names_more(a: &Key, b: &Key) -> bool {
    a.n_named.min(b.n_named) > 0 && a.n_named != b.n_named && a.shares_name(b)
}

fn circumstance(
    material: &Material<'_>,
    event: &Event<'_>,
    kind: CircumstanceKind,
    fact: FactKind,
    question: &str,
    rule: &'static str,
) -> Option<FactRow> {
    let tellings = one_each(event, |it| {
        let is_bare = it.agent.tells_nothing() && it.patient.tells_nothing();
        !is_bare && it.clause.of_kind(kind).next().is_some()
    });
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
    let is_slip = |a: &Circumstance, b: &Circumstance| {
        a.time
            .zip(b.time)
            .is_some_and(|(a, b)| values::is_slip(a, b))
    };
    let slips = |(a, ones): &(ArticleIdx, Vec<&Circumstance>)| {
        let others = told.iter().filter(|it| it.0 != *a).flat_map(|it| &it.1);
        ones.iter()
            .any(|one| others.clone().any(|other| is_slip(one, other)))
    };
    let is_sure = event.is_aligned || told.iter().any(slips);
    if verdict == Verdict::Differs && !is_sure {
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
        (n_roles, std::cmp::Reverse(core(material, it).len()))
    })?;
    let words = material.story.words(Place {
        article: fullest.article,
        span: core(material, fullest),
    });
    Some(FactRow {
        kind,
        label: format!("{question}{}", cut(words)),
        verdict,
        cells,
        nearest: Vec::new(),
        open: Vec::new(),
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

/// Agent, verb and patient together, without those that stand far away, and why; where only one is
/// told, with what the act concerns.
fn core(material: &Material<'_>, telling: &Telling<'_>) -> Span {
    let clause = telling.clause;
    let target = target(clause).filter(|_| clause.agent.is_none() || clause.patient.is_none());
    let roles = clause.agent.into_iter().chain(clause.patient);
    // `at least` is no part of the phrase.
    let quantities = &material.story.annotations(telling.article).quantities;
    let counted = |span: Span| {
        let mut hedged = quantities.iter().filter(|it| it.span.overlaps(span));
        hedged.next().map_or(span, |it| span.to(it.span))
    };
    let causes = clause.of_kind(CircumstanceKind::Cause).map(|it| it.span);
    let spans = roles.map(|it| counted(it.span)).chain(target).chain(causes);
    spans.fold(clause.verb, |res, span| {
        let gap = (clause.verb.start()).saturating_sub(span.end());
        let wider = res.to(span);
        if wider.len() <= LONGEST && gap <= WIDEST_GAP {
            wider
        } else {
            res
        }
    })
}

/// Whom or what the act concerns: `focused on the talks`.
fn target(clause: &Clause) -> Option<Span> {
    let kinds = [
        CircumstanceKind::Target,
        CircumstanceKind::Recipient,
        CircumstanceKind::Origin,
    ];
    let mut all = clause.circumstances.iter();
    all.find(|it| kinds.contains(&it.kind)).map(|it| it.span)
}

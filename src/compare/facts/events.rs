//! Which clauses of several articles tell one event.
//!
//! ```text
//! coast   Lifeboats rescued 61 passengers on Tuesday.        rescue · lifeboat · passenger
//! north   … 61 passengers were saved by two lifeboats …      the same act, agent and patient
//! south   Police rescued a dog.                              other agent and patient: no
//! ```
//! One act is not enough, nor is one shared word. Two clauses tell one event if both who does it
//! and what it is done to are the same and one of them is named, or one of the two and the time, or
//! if the clauses stand in aligned words or in the leads. A role that is not told is unknown and decides nothing;
//! other acts, another polarity or modality never meet.

use std::collections::BTreeMap;

use super::Material;
use super::keys::{Key, Match};
use super::sites::{Site, Sites};
use super::values;
use crate::lexicon::{ClauseWord, ReportingVerb, Tag};
use crate::model::{ArticleIdx, CircumstanceKind, Clause, Modality, Place, Time, Verdict, Voice};

/// Clauses of one act beyond which it is too common to tell an event.
const MOST_OF_ACT: usize = 120;

/// One clause of an article, ready to be compared.
pub struct Telling<'a> {
    pub article: ArticleIdx,
    pub clause: &'a Clause,
    pub agent: Key,
    pub patient: Key,
    pub place: Site,
}

/// Clauses that tell one event, in story order, of two articles or more.
pub struct Event<'a> {
    pub tellings: Vec<Telling<'a>>,
    /// All stand in aligned words.
    pub is_aligned: bool,
}

impl Event<'_> {
    /// Somebody names both: one outlet has two who act, of whom others have one each.
    pub fn joins(&self, a: &Key, b: &Key) -> bool {
        names_both(self.tellings.iter(), a, b)
    }
}

fn names_both<'t, 'a: 't>(
    mut tellings: impl Iterator<Item = &'t Telling<'a>>,
    a: &Key,
    b: &Key,
) -> bool {
    let has_names = !a.names.is_empty() && !b.names.is_empty();
    has_names
        && tellings
            .any(|it| it.agent.names.is_superset(&a.names) && it.agent.names.is_superset(&b.names))
}

/// All events, by the place of the first telling.
pub fn events<'a>(material: &Material<'a>) -> Vec<Event<'a>> {
    let sites = Sites::new(material);
    let mut acts: BTreeMap<(String, bool, bool), Vec<Telling<'a>>> = BTreeMap::new();
    for article in material.story.indices() {
        for clause in &material.story.annotations(article).clauses {
            let lexicons = material.lexicons;
            let is_quoted = clause.voice == Voice::Quoted && clause.agent.is_some();
            let is_statement = clause.predicate == "be" && is_quoted && clause.patient.is_some();
            let is_weak = lexicons.is_clause_word(ClauseWord::Weak, &clause.predicate)
                && !is_statement
                || lexicons
                    .reporting_verb(&clause.predicate)
                    .is_some_and(ReportingVerb::takes_clause);
            if is_weak {
                continue;
            }
            let key = |phrase: Option<_>| {
                phrase.map_or_else(Key::default, |it| {
                    Key::new(material.story, lexicons, article, it)
                })
            };
            let act = (
                lexicons.act(&clause.predicate).to_owned(),
                clause.negated,
                clause.modality == Modality::Done,
            );
            acts.entry(act).or_default().push(Telling {
                article,
                clause,
                agent: key(clause.agent),
                patient: key(clause.patient),
                place: sites.of(Place {
                    article,
                    span: clause.verb,
                }),
            });
        }
    }
    let mut res = Vec::new();
    for tellings in acts.into_values() {
        if tellings.len() <= MOST_OF_ACT {
            res.extend(grouped(material, tellings));
        }
    }
    res.sort_by_key(|it| (it.tellings[0].article, it.tellings[0].clause.verb));
    res
}

/// Tellings of one act, put together best pairs first; all of a group must fit one another.
fn grouped<'a>(material: &Material<'_>, tellings: Vec<Telling<'a>>) -> Vec<Event<'a>> {
    let mut pairs: Vec<(u32, usize, usize)> = Vec::new();
    for (a, one) in tellings.iter().enumerate() {
        for (b, other) in tellings.iter().enumerate().skip(a + 1) {
            if one.article != other.article {
                let n_of = |article| tellings.iter().filter(|it| it.article == article).count();
                let is_only = n_of(one.article) == 1 && n_of(other.article) == 1;
                let found = likeness(material, one, other, is_only);
                pairs.extend(found.map(|it| (it, a, b)));
            }
        }
    }
    pairs.sort_by_key(|it| (std::cmp::Reverse(it.0), it.1, it.2));
    let mut group_of: Vec<usize> = (0..tellings.len()).collect();
    let mut groups: Vec<Vec<usize>> = group_of.iter().map(|it| vec![*it]).collect();
    for (_, a, b) in pairs {
        let (a, b) = (group_of[a], group_of[b]);
        let fits = || {
            let all = || groups[a].iter().chain(&groups[b]).map(|it| &tellings[*it]);
            groups[a].iter().all(|one| {
                groups[b].iter().all(|other| {
                    let (one, other) = (&tellings[*one], &tellings[*other]);
                    let patient = one.patient.matches(&other.patient);
                    is_possible(one, other)
                        || patient != Match::Other && names_both(all(), &one.agent, &other.agent)
                })
            })
        };
        if a == b || !fits() {
            continue;
        }
        let moved = std::mem::take(&mut groups[b]);
        for member in &moved {
            group_of[*member] = a;
        }
        groups[a].extend(moved);
    }
    let mut by_group: BTreeMap<usize, Vec<Telling<'a>>> = BTreeMap::new();
    for (idx, telling) in tellings.into_iter().enumerate() {
        by_group.entry(group_of[idx]).or_default().push(telling);
    }
    by_group
        .into_values()
        .filter(|it| it.iter().any(|telling| telling.article != it[0].article))
        .map(|tellings| Event {
            is_aligned: tellings.iter().all(|it| {
                let mut others = tellings.iter().filter(|other| other.article != it.article);
                others.all(|other| it.place.is_aligned_with(&other.place))
            }),
            tellings,
        })
        .collect()
}

/// How surely two clauses of one act tell one event; `None`: not surely.
///
/// `is_only`: neither article tells of another such act.
fn likeness(
    material: &Material<'_>,
    a: &Telling<'_>,
    b: &Telling<'_>,
    is_only: bool,
) -> Option<u32> {
    let agent = a.agent.matches(&b.agent);
    let patient = a.patient.matches(&b.patient);
    let is_aligned = a.place.is_aligned_with(&b.place);
    let n_same = u32::from(agent == Match::Same) + u32::from(patient == Match::Same);
    if agent == Match::Other || patient == Match::Other {
        return (is_aligned && n_same == 1).then_some(1);
    }
    let names_agent = agent == Match::Same && !a.agent.names.is_empty();
    let names_patient = patient == Match::Same && !a.patient.names.is_empty();
    let is_named = names_agent || names_patient;
    let in_leads = a.place.is_lead && b.place.is_lead;
    let same_time = meet(material, a, b, CircumstanceKind::Time);
    let same_place = meet(material, a, b, CircumstanceKind::Place);
    // Of two years of one day, or since when, one is a slip if the rest is one.
    let is_slip = slips(a, b) && (n_same == 2 && is_named || n_same > 0 && same_day(a, b));
    let excludes = same_time == Some(false) && !is_slip || same_place == Some(false);
    if excludes && !is_aligned {
        return None;
    }
    let has_circumstance = same_time == Some(true) || same_place == Some(true);
    let n_open = usize::from(may_be_other(&a.agent, &b.agent))
        + usize::from(may_be_other(&a.patient, &b.patient));
    let is_plain = n_open == 0;
    // What several leads say was attacked, by whatever words of one people.
    let same_owner = a.patient.shares_name(&b.patient) || is_plain && a.agent.shares_name(&b.agent);
    let is_listed = material.lexicons.is_listed_act(&a.clause.predicate);
    let accepted = is_slip
        || is_aligned && (is_plain || n_same > 0)
        || in_leads && is_listed && same_owner
        || n_same == 2 && (names_agent && names_patient || has_circumstance)
        || n_same == 2
            && is_named
            && (in_leads || is_only || is_single(material, a) && is_single(material, b))
        || n_same == 1 && is_named && is_plain && same_time == Some(true)
        || n_same == 1 && is_named && is_plain && same_place == Some(true)
        || n_open < 2 && same_year(a, b) && a.patient.is_more == b.patient.is_more;
    accepted.then_some(n_same * 2 + u32::from(is_aligned) * 3 + u32::from(has_circumstance))
}

/// A ferry and a barge: nothing shows whether they are one.
fn may_be_other(a: &Key, b: &Key) -> bool {
    let is_told = !a.tells_nothing() && !b.tells_nothing();
    is_told && a.matches(b) == Match::Unknown && !a.shares_name(b)
}

/// One thing, not several: `the gate`. Of several there may be others.
fn is_single(material: &Material<'_>, telling: &Telling<'_>) -> bool {
    let Some(patient) = telling.clause.patient else {
        return false;
    };
    let text = &material.story.article(telling.article).text;
    let head = patient.head.of(text).to_lowercase();
    head == material.lexicons.lemma(&head, Tag::Noun)
}

/// All times that both tell are slips.
fn slips(a: &Telling<'_>, b: &Telling<'_>) -> bool {
    let mut pairs = times(a).flat_map(|one| times(b).map(move |other| (one, other)));
    pairs.clone().next().is_some() && pairs.all(|(one, other)| values::is_slip(one, other))
}

fn same_day(a: &Telling<'_>, b: &Telling<'_>) -> bool {
    let days = |it| {
        times(it)
            .filter_map(|it| it.month.zip(it.day))
            .collect::<Vec<_>>()
    };
    let others = days(b);
    days(a).iter().any(|it| others.contains(it))
}

fn times<'t>(telling: &'t Telling<'_>) -> impl Iterator<Item = Time> + Clone + 't {
    let times = telling.clause.circumstances.iter();
    let times = times.filter(|it| it.kind == CircumstanceKind::Time);
    times.filter_map(|it| it.time)
}

/// Both tell one full date, or one year that is given as a number.
fn same_year(a: &Telling<'_>, b: &Telling<'_>) -> bool {
    let years = |it: &Telling<'_>| -> Vec<(Option<i32>, Option<u8>, Option<u8>)> {
        let full = times(it).filter(|it| it.year.is_some());
        let full = full.filter(|it| it.month.is_none() || it.day.is_some());
        full.map(|it| (it.year, it.month, it.day)).collect()
    };
    let others = years(b);
    years(a).iter().any(|it| others.contains(it))
}

/// Nothing shows that they are two events; what one article tells twice is one only if it is the
/// same.
fn is_possible(a: &Telling<'_>, b: &Telling<'_>) -> bool {
    let found = [a.agent.matches(&b.agent), a.patient.matches(&b.patient)];
    if a.article == b.article {
        let told = [
            !a.agent.tells_nothing() && !b.agent.tells_nothing(),
            !a.patient.tells_nothing() && !b.patient.tells_nothing(),
        ];
        return found
            .iter()
            .zip(told)
            .all(|(it, told)| *it == Match::Same || !told);
    }
    !found.contains(&Match::Other) || a.place.is_aligned_with(&b.place)
}

/// Whether a time or place is the same; `None` where one is not told or tells nothing.
fn meet(
    material: &Material<'_>,
    a: &Telling<'_>,
    b: &Telling<'_>,
    kind: CircumstanceKind,
) -> Option<bool> {
    let mut res = None;
    for one in a.clause.of_kind(kind) {
        for other in b.clause.of_kind(kind) {
            let found = values::of_circumstances(material, (a.article, one), (b.article, other));
            match found {
                Some(Verdict::Agrees) => return Some(true),
                // A place in another, a day in its month.
                Some(Verdict::Refines) if kind == CircumstanceKind::Place => return Some(true),
                Some(Verdict::Differs) => res = Some(false),
                _ => {}
            }
        }
    }
    res
}

//! Days and years beside one verb, in like words.
//!
//! ```text
//! coast   told the Skarne Herald in an interview published on Saturday
//! north   told the Skarne Herald in an article published on Sunday         one day: two
//! ```
//! The words around both must be much the same, a name among them, and neither outlet has the
//! other's time.

use std::collections::BTreeMap;

use super::Material;
use super::alike;
use super::counts;
use super::values;
use crate::compare::likeness::{self, Statement};
use crate::model::{
    ArticleIdx, CircumstanceKind, Clause, FactCell, FactKind, FactRow, Modality, Place, Time,
    TimeBound, Verdict,
};

const RULE: &str = "Times beside one act in words that are much the same, with a name among \
                          them; neither outlet has the other’s time.";
/// Most bytes between a verb and its time: behind an object it may be the object's.
const NEAR_VERB: usize = 6;
/// Times of one act beyond which it is too common to tell anything.
const MOST_OF_ACT: usize = 200;

/// A time of an act, and the words around it.
struct Moment<'a> {
    clause: &'a Clause,
    place: Place,
    time: Time,
    around: Statement,
}

/// Rows of times that differ beside one act.
pub fn rows(material: &Material<'_>) -> Vec<FactRow> {
    let mut acts: BTreeMap<&str, Vec<Moment<'_>>> = BTreeMap::new();
    for article in material.story.indices() {
        for clause in &material.story.annotations(article).clauses {
            let is_told = !clause.negated && clause.modality == Modality::Done;
            let told = clause.of_kind(CircumstanceKind::Time).filter(|_| is_told);
            for (span, time) in told.filter_map(|it| Some((it.span, it.time?))) {
                let place = Place { article, span };
                if values::has_value(time) && time.bound == TimeBound::At {
                    let act = material.lexicons.act(&clause.predicate);
                    acts.entry(act).or_default().push(Moment {
                        clause,
                        place,
                        time,
                        around: alike::around(material, place),
                    });
                }
            }
        }
    }
    let mut res = Vec::new();
    for moments in acts.values().filter(|it| it.len() <= MOST_OF_ACT) {
        for (at, a) in moments.iter().enumerate() {
            let mut others = moments[at + 1..].iter();
            if let Some(b) = others.find(|b| differ(material, moments, a, b)) {
                res.push(row(material, a, b));
            }
        }
    }
    res
}

fn differ(material: &Material<'_>, moments: &[Moment<'_>], a: &Moment<'_>, b: &Moment<'_>) -> bool {
    let has = |article: ArticleIdx, time: Time| {
        let mut own = moments.iter().filter(|it| it.place.article == article);
        own.any(|it| {
            matches!(
                values::of_times(it.time, time),
                Some(Verdict::Agrees | Verdict::Refines)
            )
        })
    };
    let differs = values::of_times(a.time, b.time) == Some(Verdict::Differs);
    let is_beside = |it: &Moment<'_>| {
        let (verb, start) = (it.clause.verb, it.place.span.start());
        verb.end() <= start && start <= verb.end() + NEAR_VERB
    };
    let found = || likeness::likeness(material.counts, &a.around, &b.around);
    a.place.article != b.place.article
        && differs
        && is_beside(a)
        && is_beside(b)
        && !has(a.place.article, b.time)
        && !has(b.place.article, a.time)
        && found().weight >= counts::MUCH_ALIKE
        && counts::share_name(material, &a.around, &b.around)
}

fn row(material: &Material<'_>, a: &Moment<'_>, b: &Moment<'_>) -> FactRow {
    let cell = |it: &Moment<'_>| FactCell {
        article: it.place.article,
        spans: vec![it.place.span],
    };
    let verb = Place {
        span: a.clause.verb,
        ..a.place
    };
    FactRow {
        kind: FactKind::Time,
        label: format!("when: {}", material.story.words(verb)),
        verdict: Verdict::Differs,
        cells: vec![cell(a), cell(b)],
        nearest: Vec::new(),
        open: Vec::new(),
        rule: RULE,
    }
}

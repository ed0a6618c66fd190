//! What each party answers: a denial, an accusation in return, silence.
//!
//! ```text
//! coast   The port has denied that the gate was open.     the port: denied
//! north   The port did not respond.                       the port: no response
//! ```
//! An answer in one outlet and silence in another differ; hour and question may explain it, which
//! the reader must see.

use std::collections::BTreeMap;

use super::Material;
use super::keys;
use crate::model::{
    ArticleIdx, CircumstanceKind, Clause, Evidence, EvidenceKind, FactCell, FactKind, FactRow,
    Span, Verdict,
};

/// Most statements of one outlet in a row.
const MOST_OF_OUTLET: usize = 3;

const RULE: &str = "Statements of one party that something is denied, or that it gave no answer; hour and matter \
     may differ.";

struct Answer {
    article: ArticleIdx,
    span: Span,
    kind: EvidenceKind,
}

/// One row for each party that two outlets tell of.
pub fn rows(material: &Material<'_>) -> Vec<FactRow> {
    let mut parties: BTreeMap<String, Vec<Answer>> = BTreeMap::new();
    for article in material.story.indices() {
        for evidence in &material.story.annotations(article).evidence {
            let is_answer = matches!(
                evidence.kind,
                EvidenceKind::Denial | EvidenceKind::NoResponse | EvidenceKind::CounterAccusation
            );
            if !is_answer {
                continue;
            }
            for party in parties_of(material, article, evidence) {
                parties.entry(party).or_default().push(Answer {
                    article,
                    span: evidence.span,
                    kind: evidence.kind,
                });
            }
        }
    }
    parties
        .iter()
        .filter_map(|(party, answers)| row(party, answers))
        .collect()
}

/// Names of who answers: of the clause's agent, or where the answer would come from.
fn parties_of(material: &Material<'_>, article: ArticleIdx, evidence: &Evidence) -> Vec<String> {
    let clauses = &material.story.annotations(article).clauses;
    let inside = |it: &&Clause| evidence.span.overlaps(it.verb);
    // Who is said to lie answers nothing.
    let answers = |it: &&Clause| {
        evidence.kind != EvidenceKind::CounterAccusation
            || material.lexicons.act(&it.predicate) == "accuse"
    };
    for clause in clauses.iter().filter(inside).filter(answers) {
        let origin = || {
            let mut origins = clause.of_kind(CircumstanceKind::Origin);
            origins.next().map(|it| it.inner)
        };
        let who = clause.agent.map(|it| it.span).or_else(origin);
        let names = who.map(|it| keys::names(material.story, material.lexicons, article, it));
        let names: Vec<String> = names.into_iter().flatten().collect();
        let (states, others): (Vec<String>, Vec<String>) = names
            .into_iter()
            .partition(|it| material.lexicons.state(it).is_some());
        if !states.is_empty() {
            return states;
        }
        // Of a name of several words the last.
        if let Some(last) = others.into_iter().next_back() {
            return vec![last];
        }
    }
    Vec::new()
}

fn row(party: &str, answers: &[Answer]) -> Option<FactRow> {
    let is_answer = |it: &&Answer| it.kind != EvidenceKind::CounterAccusation;
    // An accusation is an answer only beside a denial or a silence.
    answers.iter().find(is_answer)?;
    let mut cells: Vec<FactCell> = Vec::new();
    for answer in answers {
        match cells.iter_mut().find(|it| it.article == answer.article) {
            Some(cell) if cell.spans.len() < MOST_OF_OUTLET => cell.spans.push(answer.span),
            Some(_) => {}
            None => cells.push(FactCell {
                article: answer.article,
                spans: vec![answer.span],
            }),
        }
    }
    let is_silent = |it: &Answer| it.kind == EvidenceKind::NoResponse;
    let speaks = |article: ArticleIdx| {
        let mut own = answers.iter().filter(|it| it.article == article);
        own.any(|it| !is_silent(it))
    };
    let differs = answers.iter().filter(|it| is_silent(it)).any(|silence| {
        let mut others = answers.iter().filter(|it| it.article != silence.article);
        !speaks(silence.article) && others.any(|it| !is_silent(it))
    });
    (cells.len() > 1).then_some(FactRow {
        kind: FactKind::Response,
        label: format!("what {} answers", capitalized(party)),
        verdict: if differs {
            Verdict::Differs
        } else {
            Verdict::Agrees
        },
        cells,
        nearest: Vec::new(),
        open: Vec::new(),
        rule: RULE,
    })
}

/// Each word of a name with a capital.
fn capitalized(name: &str) -> String {
    let words = name.split(' ').map(|word| {
        let mut letters = word.chars();
        let first = letters.next().map(|it| it.to_uppercase().to_string());
        first.unwrap_or_default() + letters.as_str()
    });
    words.collect::<Vec<_>>().join(" ")
}

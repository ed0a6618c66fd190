//! What one outlet says and another denies: the same act or state of the same, with and without
//! a negation.
//!
//! ```text
//! coast   The gate is not out of order, an engineer said.
//! north   The gate is out of order.                          differs
//! ```
//! Who it is said of must be the same, and at least two thirds of what is said of it.

use std::collections::{BTreeMap, BTreeSet};

use super::Material;
use super::keys::{Key, Match};
use super::values;
use crate::lexicon::{ClauseWord, ReportingVerb, Tag};
use crate::model::{
    ArticleIdx, CircumstanceKind, Clause, FactCell, FactKind, FactRow, Modality, Place, Span,
    TokenKind, Verdict, Voice,
};

const RULE: &str = "Clauses of one verb with the same subject and mostly the same words after it: one has a negation.";

/// Longest cell, in bytes.
const LONGEST: usize = 160;
/// Most words of what is said after the verb.
const MOST_AFTER: usize = 8;

/// A clause that says something of somebody.
struct Said<'a> {
    article: ArticleIdx,
    clause: &'a Clause,
    of: Key,
    /// The verb and what follows it.
    after: Span,
    /// Lemmas of that, without the verb's.
    words: BTreeSet<u64>,
}

/// Clauses of one act and subject beyond which they are too common to tell anything.
const MOST_ALIKE: usize = 120;

pub fn rows(material: &Material<'_>) -> Vec<FactRow> {
    let mut all: BTreeMap<(&str, String), Vec<Said<'_>>> = BTreeMap::new();
    for article in material.story.indices() {
        for clause in &material.story.annotations(article).clauses {
            let act = material.lexicons.act(&clause.predicate);
            if let Some(said) = said(material, article, clause) {
                // Two that can be one have the noun in common, or the first of their names.
                let class = said.of.class.clone();
                let subject = class.or_else(|| said.of.names.first().cloned());
                all.entry((act, subject.unwrap_or_default()))
                    .or_default()
                    .push(said);
            }
        }
    }
    let mut res: Vec<FactRow> = Vec::new();
    for list in all.values().filter(|it| it.len() <= MOST_ALIKE) {
        for denial in list.iter().filter(|it| it.clause.negated) {
            let mut told: Vec<&Said<'_>> = vec![denial];
            for other in list.iter().filter(|it| opposes(material, denial, it)) {
                if told.iter().all(|it| it.article != other.article) {
                    told.push(other);
                }
            }
            told.sort_by_key(|it| it.article);
            let is_shown = |row: &FactRow| told.iter().all(|it| row.may_tell(it.article));
            if told.len() > 1 && !res.iter().any(is_shown) {
                res.push(row(material, &told));
            }
        }
    }
    res
}

fn row(material: &Material<'_>, told: &[&Said<'_>]) -> FactRow {
    let held = told
        .iter()
        .find(|it| !it.clause.negated)
        .unwrap_or(&told[0]);
    let words = material.story.words(Place {
        article: held.article,
        span: shown(held),
    });
    FactRow {
        kind: FactKind::Other,
        label: format!("whether {words}"),
        verdict: Verdict::Differs,
        cells: told
            .iter()
            .map(|it| FactCell {
                article: it.article,
                spans: vec![shown(it)],
            })
            .collect(),
        open: Vec::new(),
        nearest: Vec::new(),
        rule: RULE,
    }
}

/// `was not just`, `is no longer`: what is denied is not the whole.
fn is_partly(material: &Material<'_>, article: ArticleIdx, clause: &Clause) -> bool {
    const PARTLY: [&str; 9] = [
        "just",
        "only",
        "merely",
        "simply",
        "yet",
        "longer",
        "always",
        "all",
        "necessarily",
    ];
    let text = &material.story.article(article).text;
    let tokens = &material.story.annotations(article).tokens;
    let from = tokens.partition_point(|it| it.span.start() < clause.verb.start());
    let near = tokens[from..].iter().take_while(|it| {
        // The negation may stand behind the verb.
        it.span.start() <= clause.verb.end() + " not completely".len()
    });
    clause.negated
        && near
            .map(|it| it.span.of(text))
            .any(|it| PARTLY.contains(&it))
}

/// `“I promised them that the pumps would run”`: what the speaker once said, and may take back.
fn is_told_in_quotation(material: &Material<'_>, article: ArticleIdx, clause: &Clause) -> bool {
    /// Words between the verb of saying and the clause: `her that`.
    const FAR: usize = 3;
    let text = &material.story.article(article).text;
    let tokens = &material.story.annotations(article).tokens;
    let first = clause
        .agent
        .map_or(clause.verb, |it| it.span.to(clause.verb));
    let to = tokens.partition_point(|it| it.span.start() < first.start());
    let before = tokens[..to].iter().rev().take(FAR + 1);
    let mut before = before.take_while(|it| it.kind == TokenKind::Word);
    clause.voice == Voice::Quoted
        && before.any(|it| {
            let verb = material
                .lexicons
                .lemma(&it.span.of(text).to_lowercase(), Tag::Verb);
            material
                .lexicons
                .reporting_verb(&verb)
                .is_some_and(ReportingVerb::takes_clause)
        })
}

/// From the subject on, as much as is short enough.
fn shown(it: &Said<'_>) -> Span {
    let clause = it.clause;
    let from_subject = clause
        .agent
        .map_or(clause.verb, |it| it.span.to(clause.verb));
    let whole = from_subject.to(it.after);
    if whole.len() <= LONGEST {
        whole
    } else {
        from_subject
    }
}

/// Verb and what follows it, up to a mark or the next clause.
fn predicated(material: &Material<'_>, article: ArticleIdx, clause: &Clause) -> Span {
    let text = &material.story.article(article).text;
    let annotations = material.story.annotations(article);
    let from = annotations
        .tokens
        .partition_point(|it| it.span.start() < clause.verb.end());
    annotations.tokens[from..]
        .iter()
        .take(MOST_AFTER)
        .take_while(|it| {
            let word = it.span.of(text);
            it.kind != TokenKind::Mark && !matches!(word, "and" | "but" | "that" | "because" | "as")
        })
        .last()
        .map_or(clause.verb, |it| clause.verb.to(it.span))
}

fn said<'a>(material: &Material<'_>, article: ArticleIdx, clause: &'a Clause) -> Option<Said<'a>> {
    let lexicons = material.lexicons;
    let is_report = lexicons
        .reporting_verb(&clause.predicate)
        .is_some_and(ReportingVerb::takes_clause);
    if clause.modality != Modality::Done
        || is_report
        || is_partly(material, article, clause)
        || is_told_in_quotation(material, article, clause)
    {
        return None;
    }
    // `put the town to work` says nothing of the town.
    let undergoes = clause
        .patient
        .filter(|it| it.span.end() <= clause.verb.start());
    let subject = clause.agent.or(undergoes)?;
    let of = Key::new(material.story, lexicons, article, subject);
    let after = predicated(material, article, clause);
    let times = clause.of_kind(CircumstanceKind::Time).map(|it| it.span);
    let without: Vec<Span> = times.chain([clause.verb]).collect();
    let words = values::lemmas_but(material, article, after, &without);
    let is_bare = words.is_empty() && lexicons.is_clause_word(ClauseWord::Weak, &clause.predicate);
    // `A promise is a promise.`
    let own = values::lemmas_but(material, article, subject.span, &[]);
    let is_bare = is_bare || !words.is_empty() && words.is_subset(&own);
    (!of.tells_nothing() && !is_bare).then_some(Said {
        article,
        clause,
        of,
        after,
        words,
    })
}

fn opposes(material: &Material<'_>, denial: &Said<'_>, other: &Said<'_>) -> bool {
    let n_shared = denial.words.intersection(&other.words).count();
    let n_words = denial.words.len().max(other.words.len());
    let of_kind = |it: &Said<'_>| {
        it.clause
            .of_kind(CircumstanceKind::Time)
            .cloned()
            .collect::<Vec<_>>()
    };
    let (times, others) = (of_kind(denial), of_kind(other));
    let other_time = times.iter().any(|one| {
        others.iter().any(|two| {
            let found =
                values::of_circumstances(material, (denial.article, one), (other.article, two));
            found == Some(Verdict::Differs)
        })
    });
    denial.article != other.article
        && !other.clause.negated
        && denial.of.matches(&other.of) == Match::Same
        && denial.of.count == other.of.count
        && n_shared > 0
        && n_shared * 3 >= n_words * 2
        && !other_time
}

//! Two places of one kind that outlets name in like words.
//!
//! ```text
//! coast   the barge waits in the Norrvik Sound        one kind of place: sound; another name
//! north   the barge waits in the Skarne Sound
//! ```
//! Neither outlet has the other's name anywhere: else they tell of two places.

use std::collections::{BTreeMap, BTreeSet};

use super::Material;
use super::alike;
use crate::compare::likeness::{self, Statement};
use crate::model::{
    ArticleIdx, CircumstanceKind, FactCell, FactKind, FactRow, Place, Span, Verdict,
};

/// Weight of the words around both names that must be shared, each at most 1.
const MIN_WEIGHT: f32 = 1.2;
/// Places of one kind beyond which it is too common to tell anything.
const MOST_OF_KIND: usize = 60;
const RULE: &str = "Places of one kind in like words; neither outlet has the other’s name.";

struct Named<'a> {
    article: ArticleIdx,
    span: Span,
    /// The name as the article prints it.
    name: &'a str,
    around: Statement,
}

pub fn rows(material: &Material<'_>) -> Vec<FactRow> {
    let mut kinds: BTreeMap<&str, Vec<Named<'_>>> = BTreeMap::new();
    for article in material.story.indices() {
        for clause in &material.story.annotations(article).clauses {
            for place in clause.of_kind(CircumstanceKind::Place) {
                let words = place.inner.of(&material.story.article(article).text);
                if let Some((name, kind)) = name_and_kind(words) {
                    let span = place.span;
                    kinds.entry(kind).or_default().push(Named {
                        article,
                        span,
                        name,
                        around: alike::around(material, Place { article, span }),
                    });
                }
            }
        }
    }
    let mut res = Vec::new();
    for named in kinds.values().filter(|it| it.len() <= MOST_OF_KIND) {
        let mut told: BTreeSet<&str> = BTreeSet::new();
        for (at, a) in named.iter().enumerate() {
            let is_free = |it: &&Named<'_>| !told.contains(a.name) && !told.contains(it.name);
            let mut others = named[at + 1..].iter().filter(is_free);
            if let Some(b) = others.find(|b| differ(material, a, b)) {
                res.push(row(named, a, b));
                told.extend([a.name, b.name]);
            }
        }
    }
    res
}

/// `the Norrvik Sound`: the name without its article, and its last word.
fn name_and_kind(words: &str) -> Option<(&str, &str)> {
    let name = words.strip_prefix("the ").unwrap_or(words);
    let is_capital = |it: &str| it.starts_with(char::is_uppercase);
    let (_, kind) = name.rsplit_once(' ')?;
    let is_name = name
        .split(' ')
        .all(|it| is_capital(it) && !it.contains([',', '.']));
    is_name.then_some((name, kind))
}

fn differ(material: &Material<'_>, a: &Named<'_>, b: &Named<'_>) -> bool {
    let lacks =
        |article: ArticleIdx, name: &str| !material.story.article(article).text.contains(name);
    a.article != b.article
        && a.name != b.name
        && lacks(a.article, b.name)
        && lacks(b.article, a.name)
        && likeness::likeness(material.counts, &a.around, &b.around).weight >= MIN_WEIGHT
}

/// All outlets that have one of the two names.
fn row(named: &[Named<'_>], a: &Named<'_>, b: &Named<'_>) -> FactRow {
    let mut cells: Vec<FactCell> = Vec::new();
    for it in named
        .iter()
        .filter(|it| it.name == a.name || it.name == b.name)
    {
        match cells.iter_mut().find(|cell| cell.article == it.article) {
            Some(cell) => cell.spans.push(it.span),
            None => cells.push(FactCell {
                article: it.article,
                spans: vec![it.span],
            }),
        }
    }
    FactRow {
        kind: FactKind::Place,
        label: format!("which {}", a.name.rsplit(' ').next().unwrap_or_default()),
        verdict: Verdict::Differs,
        cells,
        nearest: Vec::new(),
        open: Vec::new(),
        rule: RULE,
    }
}

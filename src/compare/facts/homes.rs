//! Where somebody comes from: `Ada Ruiz, 41, from Kelden,`.
//!
//! ```text
//! coast   Ada Ruiz, 41, from Kelden, saw it.
//! north   Ada Ruiz saw it. The teacher, from Halvane, said …      whom the sentence before names
//! ```

use std::collections::BTreeMap;

use super::Material;
use super::values;
use crate::compare::roles;
use crate::compare::strands::tokens_in;
use crate::lexicon::Tag;
use crate::model::{
    ArticleIdx, Circumstance, CircumstanceKind, FactCell, FactKind, FactRow, Place, Span, Token,
    TokenKind, Verdict,
};

const RULE: &str = "The place after `from` beside a full name, or beside what the next sentence calls that person.";

/// Most words between the name and its place: age and marks.
const FAR: usize = 4;

/// The name of a person and the place beside it.
type Home = (ArticleIdx, Span, Span);

pub fn rows(material: &Material<'_>) -> Vec<FactRow> {
    let mut people: BTreeMap<String, Vec<Home>> = BTreeMap::new();
    for article in material.story.indices() {
        for person in &material.story.annotations(article).people {
            let span = person.name;
            let name = roles::words(material.story.words(Place { article, span }));
            let [given, .., surname] = name.as_slice() else {
                continue;
            };
            let beside = |it: &Span| home(material, article, it.end());
            let mut mentions = person.mentions.iter();
            let found = mentions.clone().find_map(beside);
            let found = found.or_else(|| mentions.find_map(|it| next_home(material, article, *it)));
            if let Some(home) = found {
                let key = format!("{given} {surname}");
                people.entry(key).or_default().push((article, span, home));
            }
        }
    }
    let all = people.values().filter_map(|it| row(material, it));
    all.collect()
}

fn row(material: &Material<'_>, homes: &[Home]) -> Option<FactRow> {
    let mut verdict: Option<Verdict> = None;
    for (at, one) in homes.iter().enumerate() {
        for other in &homes[at + 1..] {
            let (a, b) = (circumstance(one.2), circumstance(other.2));
            let found = values::of_circumstances(material, (one.0, &a), (other.0, &b));
            verdict = verdict.max(found);
        }
    }
    let (article, span, _) = *homes.first()?;
    Some(FactRow {
        kind: FactKind::Place,
        label: format!(
            "from where {}",
            material.story.words(Place { article, span })
        ),
        verdict: verdict?,
        cells: homes
            .iter()
            .map(|(article, _, span)| FactCell {
                article: *article,
                spans: vec![*span],
            })
            .collect(),
        open: Vec::new(),
        nearest: Vec::new(),
        rule: RULE,
    })
}

fn circumstance(place: Span) -> Circumstance {
    Circumstance {
        kind: CircumstanceKind::Place,
        span: place,
        inner: place,
        time: None,
    }
}

/// The name of a place after `, from`, close behind `end`.
fn home(material: &Material<'_>, article: ArticleIdx, end: usize) -> Option<Span> {
    let text = &material.story.article(article).text;
    let tokens = &material.story.annotations(article).tokens;
    let first = tokens.partition_point(|it| it.span.start() < end);
    let between = tokens[first..].iter().take(FAR);
    let n_between = between.take_while(|it| it.kind != TokenKind::Word).count();
    let from = first + n_between;
    let comma = from.checked_sub(1).filter(|_| n_between > 0)?;
    let is_apart = tokens[comma].span.of(text) == "," && tokens.get(from)?.span.of(text) == "from";
    let is_name = |it: &&Token| {
        it.kind == TokenKind::Word && it.span.of(text).starts_with(char::is_uppercase)
    };
    let mut name = tokens.get(from + 1..)?.iter().take_while(is_name);
    let start = name.next().filter(|_| is_apart)?;
    Some(name.last().map_or(start.span, |it| start.span.to(it.span)))
}

/// `The teacher, from Kelden, …` after a sentence that names one person.
fn next_home(material: &Material<'_>, article: ArticleIdx, mention: Span) -> Option<Span> {
    let annotations = material.story.annotations(article);
    let text = &material.story.article(article).text;
    let at = annotations
        .sentences
        .iter()
        .position(|it| it.covers(mention))?;
    let sentence = annotations.sentences[at];
    let people = annotations.people.iter();
    let named = people.filter(|it| it.mentions.iter().any(|it| sentence.covers(*it)));
    if named.count() != 1 {
        return None;
    }
    let next = tokens_in(&annotations.tokens, *annotations.sentences.get(at + 1)?);
    let [the, noun, ..] = next else {
        return None;
    };
    let lemma = material
        .lexicons
        .lemma(&noun.span.of(text).to_lowercase(), Tag::Noun);
    let is_person =
        material.lexicons.role(&lemma).is_some() || material.lexicons.unit(&lemma) == "person";
    (the.span.of(text) == "The" && is_person).then(|| home(material, article, noun.span.end()))?
}

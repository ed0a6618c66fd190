//! Which of two things of one name an outlet means: one that is new, or one that has its year.
//!
//! ```text
//! coast   … over a proposed new harbor treaty …        new
//! north   … the harbor treaty that was signed in 2019   2019
//! ```
//! A thing is a noun with the word before it. Of two years nothing is said: there may be two such
//! things.

use std::collections::BTreeMap;

use super::Material;
use crate::lexicon::Tag;
use crate::model::{ArticleIdx, FactCell, FactKind, FactRow, Span, Token, TokenKind, Verdict};

const RULE: &str =
    "A noun with the word before it: one outlet calls it new, another gives a year that is over.";

/// Words before the noun that belong to it, and after it up to its year.
const BEFORE: usize = 4;
const AFTER: usize = 7;

/// What an outlet says of a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Age {
    New,
    Year(i32),
}

pub fn rows(material: &Material<'_>) -> Vec<FactRow> {
    let mut things: BTreeMap<String, Vec<(ArticleIdx, Span, Age)>> = BTreeMap::new();
    for article in material.story.indices() {
        let tokens = &material.story.annotations(article).tokens;
        for at in 1..tokens.len() {
            if let Some((name, span, age)) = thing(material, article, tokens, at) {
                things.entry(name).or_default().push((article, span, age));
            }
        }
    }
    things
        .into_iter()
        .filter_map(|(name, told)| row(name, &told))
        .collect()
}

fn row(name: String, told: &[(ArticleIdx, Span, Age)]) -> Option<FactRow> {
    let ages = |article: ArticleIdx| {
        let own = told.iter().filter(move |it| it.0 == article);
        own.map(|it| it.2).collect::<Vec<Age>>()
    };
    let is_new = |it: &ArticleIdx| ages(*it).iter().all(|it| *it == Age::New);
    let is_dated = |it: &ArticleIdx| !ages(*it).contains(&Age::New);
    let mut articles: Vec<ArticleIdx> = told.iter().map(|it| it.0).collect();
    articles.dedup();
    let years: Vec<Age> = told
        .iter()
        .map(|it| it.2)
        .filter(|it| *it != Age::New)
        .collect();
    let one_year = years.windows(2).all(|it| it[0] == it[1]);
    // Who knows both tells them apart.
    articles.retain(|it| is_new(it) || is_dated(it));
    let differs = articles.iter().any(is_new) && articles.iter().any(is_dated) && one_year;
    differs.then(|| FactRow {
        kind: FactKind::Other,
        label: format!("which {name}"),
        verdict: Verdict::Differs,
        cells: articles
            .iter()
            .filter_map(|article| {
                let span = told.iter().find(|it| it.0 == *article)?.1;
                Some(FactCell {
                    article: *article,
                    spans: vec![span],
                })
            })
            .collect(),
        open: Vec::new(),
        nearest: Vec::new(),
        rule: RULE,
    })
}

/// The thing whose noun is token `at`, if it is called new or has a year that is over.
fn thing(
    material: &Material<'_>,
    article: ArticleIdx,
    tokens: &[Token],
    at: usize,
) -> Option<(String, Span, Age)> {
    let text = &material.story.article(article).text;
    let lexicons = material.lexicons;
    let word = |it: usize| tokens.get(it).map_or("", |it| it.span.of(text));
    let is_plain = |it: usize| {
        let token = &tokens[it];
        token.kind == TokenKind::Word && token.content && word(it).starts_with(char::is_lowercase)
    };
    let is_noun = |it: usize| matches!(lexicons.tag(word(it)), None | Some(Tag::Noun | Tag::Propn));
    if !is_plain(at) || !is_plain(at - 1) || !is_noun(at) {
        return None;
    }
    // The last noun of its phrase.
    if tokens.get(at + 1).is_some() && is_plain(at + 1) && is_noun(at + 1) {
        return None;
    }
    let published = material.story.article(article).published;
    let year = |it: usize| {
        let year: i32 = word(it).parse().ok()?;
        (1900..published.map_or(2100, |it| it.date.year))
            .contains(&year)
            .then_some(year)
    };
    let belongs = |it: &usize| {
        let token = &tokens[*it];
        token.kind != TokenKind::Mark
            && !matches!(lexicons.tag(word(*it)), Some(Tag::Verb | Tag::Adp))
    };
    let from = (at.saturating_sub(BEFORE)..at)
        .rev()
        .take_while(belongs)
        .last()?;
    let is_new = |it: usize| matches!(word(it), "new" | "proposed" | "planned");
    let within = (from..at).find_map(|it| {
        if is_new(it) {
            Some(Age::New)
        } else {
            year(it).map(Age::Year)
        }
    });
    let after = || {
        let to = (at + 1..tokens.len()).take(AFTER);
        let mut inside = to.take_while(|it| tokens[*it].kind != TokenKind::Mark);
        let found =
            inside.find(|it| matches!(word(*it - 1), "in" | "of") && year(*it).is_some())?;
        Some((found, Age::Year(year(found)?)))
    };
    let (end, age) = match within {
        Some(age) => (at, age),
        None => after()?,
    };
    let name = format!("{} {}", word(at - 1), lexicons.lemma(word(at), Tag::Noun));
    let is_modified = !is_new(at - 1) && year(at - 1).is_none();
    is_modified.then(|| (name, tokens[from].span.to(tokens[end].span), age))
}

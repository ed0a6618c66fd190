//! Agencies in credit lines, and other media that are said to have reported something.

use std::collections::BTreeMap;

use super::Material;
use crate::model::{
    ArticleIdx, BlockKind, FurnitureKind, Name, Origin, OriginKind, Place, Span, Token, TokenKind,
};

/// Most words of a medium's name.
const LONGEST_NAME: usize = 4;

/// One for each agency or medium that an article names and that is not its own outlet.
pub fn origins(material: &Material<'_>) -> Vec<Origin> {
    let mut found: BTreeMap<(OriginKind, String), Vec<Place>> = BTreeMap::new();
    for article in material.story.indices() {
        let own = material.story.article(article).outlet.name.to_lowercase();
        let mut add = |kind: OriginKind, span: Span| {
            let place = Place { article, span };
            let name = bare(&material.story.words(place).to_lowercase());
            if name != bare(&own) {
                found.entry((kind, name)).or_default().push(place);
            }
        };
        for span in credited(material, article) {
            add(OriginKind::Agency, span);
        }
        for span in reported(material, article) {
            add(OriginKind::Report, span);
        }
    }
    found
        .into_iter()
        .filter_map(|((kind, _), places)| {
            let mut outlets: BTreeMap<ArticleIdx, Span> = BTreeMap::new();
            for place in &places {
                outlets.entry(place.article).or_insert(place.span);
            }
            Some(Origin {
                kind,
                name: *places.first()?,
                occasion: None,
                outlets: outlets.into_iter().collect(),
                utterances: Vec::new(),
            })
        })
        .collect()
}

/// Without the article that one paper writes and another leaves out.
pub fn bare(name: &str) -> String {
    name.strip_prefix("the ").unwrap_or(name).to_owned()
}

/// All its words have a capital, but for `the`.
fn is_name(words: &str) -> bool {
    let mut words = words.split_whitespace();
    words.all(|it| it.starts_with(char::is_uppercase) && it != "A" || it == "the")
}

/// Agencies named in byline and credit lines.
fn credited(material: &Material<'_>, article: ArticleIdx) -> Vec<Span> {
    let article = material.story.article(article);
    let lines = article.blocks.iter().filter(|it| {
        matches!(
            it.kind,
            BlockKind::Byline | BlockKind::Furniture(FurnitureKind::Credit)
        )
    });
    let mut res = Vec::new();
    for line in lines {
        let words = words(&article.text, line.span);
        let mut at = 0;
        while at < words.len() {
            let found = (1..=LONGEST_NAME.min(words.len() - at))
                .rev()
                .find_map(|n| {
                    let span = words[at].to(words[at + n - 1]);
                    let name = span.of(&article.text);
                    // `ap` in small letters is no agency.
                    let is_named = name.starts_with(char::is_uppercase);
                    (is_named && material.lexicons.is_agency(&name.to_lowercase()))
                        .then_some((span, n))
                });
            res.extend(found.map(|it| it.0));
            at += found.map_or(1, |it| it.1);
        }
    }
    res
}

fn words(text: &str, line: Span) -> Vec<Span> {
    let mut res = Vec::new();
    let mut at = line.start();
    for part in line
        .of(text)
        .split_inclusive(|c: char| !c.is_alphanumeric() && c != '-')
    {
        let word = part.trim_end_matches(|c: char| !c.is_alphanumeric());
        res.extend(Span::new(text, at..at + word.len()).filter(|it| !it.is_empty()));
        at += part.len();
    }
    res
}

/// Media that are the source of something, or `first reported by` whom it was.
fn reported(material: &Material<'_>, article: ArticleIdx) -> Vec<Span> {
    let text = &material.story.article(article).text;
    let annotations = material.story.annotations(article);
    let mut res: Vec<Span> = Vec::new();
    for quotation in &annotations.quotations {
        for source in &quotation.sources {
            if let Name::Words(span) = source.name
                && material
                    .lexicons
                    .is_medium(&bare(&span.of(text).to_lowercase()))
                && is_name(span.of(text))
            {
                res.push(span);
            }
        }
    }
    let tokens = &annotations.tokens;
    for at in 2..tokens.len() {
        let is = |at: usize, word: &str| tokens[at].span.of(text).eq_ignore_ascii_case(word);
        if is(at - 2, "reported") && is(at - 1, "by") {
            res.extend(medium(material, text, &tokens[at..]));
        }
    }
    res.sort_unstable();
    res.dedup();
    res
}

/// The medium whose name `tokens` begin with.
fn medium(material: &Material<'_>, text: &str, tokens: &[Token]) -> Option<Span> {
    let n_words = tokens
        .iter()
        .take(LONGEST_NAME)
        .take_while(|it| it.kind == TokenKind::Word)
        .count();
    (1..=n_words).rev().find_map(|n| {
        let span = tokens[0].span.to(tokens[n - 1].span);
        let name = span.of(text);
        (is_name(name) && material.lexicons.is_medium(&bare(&name.to_lowercase()))).then_some(span)
    })
}

//! Nouns that stand in one place of aligned words: this story's own synonyms.

use std::collections::{BTreeMap, BTreeSet};

use super::Material;
use crate::compare::strands::tokens_in;
use crate::lexicon::Tag;
use crate::model::{Place, TokenKind};

/// Utterances and passages that must show it.
const MIN_SUPPORT: usize = 2;
/// Most words of a variant that is one name.
const LONGEST_VARIANT: usize = 3;

/// By lemma: the class, which is the lemma that comes first. Listed names keep their class.
pub fn classes(material: &Material<'_>) -> BTreeMap<String, String> {
    let mut support: BTreeMap<(String, String), BTreeSet<usize>> = BTreeMap::new();
    for (idx, utterance) in material.utterances.iter().enumerate() {
        for column in utterance.collation.iter().filter(|it| !it.same) {
            let heads: BTreeSet<String> = column
                .cells
                .iter()
                .zip(&utterance.witnesses)
                .filter_map(|(cell, witness)| {
                    let article = witness.place.article;
                    head(
                        material,
                        Place {
                            article,
                            span: (*cell)?,
                        },
                    )
                })
                .collect();
            for (n, one) in heads.iter().enumerate() {
                for other in heads.iter().skip(n + 1) {
                    let pair = (one.clone(), other.clone());
                    support.entry(pair).or_default().insert(idx);
                }
            }
        }
    }
    let mut res: BTreeMap<String, String> = BTreeMap::new();
    for ((one, other), places) in &support {
        if places.len() >= MIN_SUPPORT {
            let class = res.get(one).cloned().unwrap_or_else(|| one.clone());
            res.entry(one.clone()).or_insert_with(|| class.clone());
            res.entry(other.clone()).or_insert(class);
        }
    }
    res
}

/// Lemma of the noun that ends a variant.
fn head(material: &Material<'_>, place: Place) -> Option<String> {
    let text = &material.story.article(place.article).text;
    let tokens = tokens_in(
        &material.story.annotations(place.article).tokens,
        place.span,
    );
    let words: Vec<_> = tokens
        .iter()
        .filter(|it| it.kind == TokenKind::Word)
        .collect();
    let last = words
        .last()
        .filter(|it| words.len() <= LONGEST_VARIANT && it.content)?;
    let shown = last.span.of(text);
    let lower = shown.to_lowercase();
    let is_noun = matches!(material.lexicons.tag(&lower), Some(Tag::Noun));
    let is_name = shown.starts_with(char::is_uppercase);
    (is_noun && !is_name).then(|| material.lexicons.lemma(&lower, Tag::Noun))
}

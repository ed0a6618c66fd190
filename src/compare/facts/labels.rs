//! The name of a slot in the outlets' own words: `passengers rescued`, not the class it is filed under.
//!
//! The noun is the last word of a count, the verb the word close to it that belongs to the row's
//! class of acts. A form that can stand after its noun (`rescued`, `taken`) is preferred.

use super::counts::Count;
use crate::compare::strands::tokens_in;
use crate::lexicon::{Lexicons, Tag};
use crate::model::{ArticleIdx, Quantity, Span, Story};

/// `people injured`; the class's own words where no count shows any.
pub fn label(
    story: &Story,
    lexicons: &Lexicons,
    unit: &str,
    predicate: &str,
    counts: &[Count<'_>],
) -> String {
    let mut nouns = counts
        .iter()
        .filter_map(|it| noun(story, lexicons, unit, (it.article, it.quantity)));
    let unnamed = if unit == "person" { "people" } else { unit };
    let noun = nouns.next().unwrap_or_else(|| unnamed.to_owned());
    let verbs: Vec<String> = counts
        .iter()
        .filter_map(|it| verb(story, lexicons, predicate, (it.article, it.quantity)))
        .collect();
    let participle = verbs.iter().find(|it| is_participle(it));
    let verb = match (participle, verbs.first()) {
        (Some(verb), _) | (None, Some(verb)) => verb.as_str(),
        (None, None) => predicate,
    };
    // The sign of the money is in the cells.
    let has_sign = |it: &Count<'_>| {
        let text = &story.article(it.article).text;
        it.quantity.span.of(text).contains(['$', '£', '€', '¥'])
    };
    if counts.iter().any(has_sign) {
        return verb.to_owned();
    }
    // `passengers: rescuing`: what cannot stand after its noun stands apart.
    let is_apart = lexicons.tag(verb) == Some(Tag::Noun) || verb.ends_with("ing");
    let gap = if is_apart { ": " } else { " " };
    format!("{noun}{gap}{verb}")
}

/// The counted noun as an article prints it.
fn noun(
    story: &Story,
    lexicons: &Lexicons,
    unit: &str,
    (article, quantity): (ArticleIdx, &Quantity),
) -> Option<String> {
    let text = &story.article(article).text;
    let tokens = tokens_in(&story.annotations(article).tokens, quantity.span);
    let mut words = tokens.iter().map(|it| it.span.of(text).to_lowercase());
    // `a thousand others`
    let of_unit = |it: &String| {
        let lemma = lexicons.lemma(it, Tag::Noun);
        lemma != "other" && lexicons.unit(&lemma) == unit
    };
    words.rfind(of_unit)
}

/// The word of the class of acts that stands closest to the count, in its sentence.
fn verb(
    story: &Story,
    lexicons: &Lexicons,
    predicate: &str,
    (article, quantity): (ArticleIdx, &Quantity),
) -> Option<String> {
    let text = &story.article(article).text;
    let annotations = story.annotations(article);
    let headline = story.article(article).headline();
    let mut sentences = headline.iter().chain(&annotations.sentences);
    let sentence: Span = *sentences.find(|it| it.overlaps(quantity.span))?;
    let distance = |span: Span| {
        let after = span.start().saturating_sub(quantity.span.end());
        after.max(quantity.span.start().saturating_sub(span.end()))
    };
    tokens_in(&annotations.tokens, sentence)
        .iter()
        .map(|it| (distance(it.span), it.span.of(text).to_lowercase()))
        .filter(|(_, word)| {
            let lemma = lexicons.lemma(word, Tag::Verb);
            lexicons.predicate(&lemma) == predicate || lemma == predicate
        })
        .min_by_key(|it| it.0)
        .map(|it| it.1)
}

fn is_participle(word: &str) -> bool {
    ["ed", "en", "wn", "ght", "de", "ld"]
        .iter()
        .any(|it| word.ends_with(it))
}

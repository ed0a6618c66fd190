//! On what occasion a quotation was said: `told reporters`, `in a statement on Monday`.

use super::Material;
use crate::compare::strands::tokens_in;
use crate::lexicon::Tag;
use crate::model::{ArticleIdx, Quotation, QuotationKind, Span, Token, TokenKind};

/// Most words of a medium's name after `told`.
const LONGEST_NAME: usize = 4;

/// The class of what is posted on the web.
pub const POST: &str = "post";

#[derive(Clone, Copy)]
pub struct Occasion {
    pub class: &'static str,
    /// Key of the day's word, where one stands beside it.
    pub day: Option<u64>,
    /// The words that tell it.
    pub span: Span,
}

/// The occasion that the writer's own words around the quotation tell.
pub fn of(material: &Material<'_>, article: ArticleIdx, quotation: &Quotation) -> Option<Occasion> {
    let annotations = material.story.annotations(article);
    let cue = quotation.cue?.span;
    let sentence = annotations.sentences.iter().find(|it| it.overlaps(cue))?;
    let marked = |token: &Token| {
        annotations.quotations.iter().any(|it| {
            let in_marks = matches!(it.kind, QuotationKind::Direct | QuotationKind::Mixed);
            in_marks && it.span.covers(token.span)
        })
    };
    let told: Vec<Token> = tokens_in(&annotations.tokens, *sentence)
        .iter()
        .copied()
        .filter(|it| !marked(it))
        .collect();
    let text = &material.story.article(article).text;
    let inside = |it: &Token| quotation.content.iter().any(|span| span.covers(it.span));
    let mut found: Option<(usize, &'static str, Span)> = None;
    for at in 0..told.len() {
        if inside(&told[at]) {
            continue;
        }
        let named =
            occasion(material, text, &told[at..]).or_else(|| medium(material, text, &told[at..]));
        let Some((class, n_words)) = named else {
            continue;
        };
        // The nearest to the cue, either side.
        let span = told[at].span.to(told[at + n_words - 1].span);
        let distance = span.start().abs_diff(cue.start());
        if found.is_none_or(|it| distance < it.0) {
            found = Some((distance, class, span));
        }
    }
    let (_, class, span) = found?;
    let day = told.windows(2).find(|it| {
        let lower = it[0].span.of(text).to_lowercase();
        material.lexicons.is_calendar(&lower)
            && it[0].span.of(text).starts_with(char::is_uppercase)
            && it[1].kind != TokenKind::Number
            && !inside(&it[0])
    });
    let day = day.map(|it| it[0].key);
    Some(Occasion { class, day, span })
}

/// The occasion that `tokens` begin with, and how many of them tell it.
fn occasion(
    material: &Material<'_>,
    text: &str,
    tokens: &[Token],
) -> Option<(&'static str, usize)> {
    let lower = |it: &Token| it.span.of(text).to_lowercase();
    let fits = |it: &Token, wanted: &str| {
        let lower = lower(it);
        let lemma = |tag| material.lexicons.lemma(&lower, tag) == wanted;
        lower == wanted || lemma(Tag::Noun) || lemma(Tag::Verb)
    };
    let first = lower(tokens.first()?);
    let lemmas = [Tag::Verb, Tag::Noun].map(|it| material.lexicons.lemma(&first, it));
    let listed = lemmas.iter().flat_map(|it| material.lexicons.occasions(it));
    listed
        .filter(|(words, _)| {
            words.len() <= tokens.len() && words.iter().zip(tokens).all(|(word, it)| fits(it, word))
        })
        .map(|(words, class)| (*class, words.len()))
        .max_by_key(|it| it.1)
}

/// `told the Halvane Times`: an interview.
fn medium(material: &Material<'_>, text: &str, tokens: &[Token]) -> Option<(&'static str, usize)> {
    let [told, rest @ ..] = tokens else {
        return None;
    };
    if material
        .lexicons
        .lemma(&told.span.of(text).to_lowercase(), Tag::Verb)
        != "tell"
    {
        return None;
    }
    (1..=rest.len().min(LONGEST_NAME)).rev().find_map(|n| {
        let name = rest[0].span.to(rest[n - 1].span).of(text);
        let is_name = rest[n - 1].span.of(text).starts_with(char::is_uppercase);
        (is_name && material.lexicons.is_medium(&name.to_lowercase()))
            .then_some(("interview", n + 1))
    })
}

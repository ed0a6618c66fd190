//! What an outlet puts first: the things of headline and lead, the order in which it comes to what
//! others have too, and how much room each speaker gets.

use std::collections::{BTreeMap, BTreeSet};

use super::people::Speakers;
use super::strands::tokens_in;
use crate::lexicon::{Lexicons, Tag};
use crate::model::{
    ArticleIdx, Emphasis, QuotationKind, Reached, Room, Span, Story, Token, TokenKind, Utterance,
};

/// Names and things that are shown.
const MOST_THINGS: usize = 6;

/// What emphasis is measured by.
pub struct Material<'a> {
    pub story: &'a Story,
    pub lexicons: &'a Lexicons,
    pub speakers: &'a Speakers,
    pub utterances: &'a [Utterance],
}

/// One for each article, in the order of the story.
pub fn emphasis(material: &Material<'_>) -> Vec<Emphasis> {
    let articles = material.story.indices();
    articles
        .map(|article| Emphasis {
            opens_with: opens_with(material, article),
            order: order(material, article),
            room: room(material, article),
        })
        .collect()
}

/// Runs of names, and nouns, of headline and first sentence, by how often the article has them.
fn opens_with(material: &Material<'_>, article: ArticleIdx) -> Vec<Span> {
    let source = material.story.article(article);
    let annotations = material.story.annotations(article);
    let mut n_times: BTreeMap<u64, usize> = BTreeMap::new();
    for token in annotations.tokens.iter().filter(|it| it.content) {
        *n_times.entry(token.lemma).or_default() += 1;
    }
    let lead = annotations.sentences.iter().copied().take(1);
    let mut found: Vec<(usize, Span)> = Vec::new();
    let mut seen: BTreeSet<u64> = BTreeSet::new();
    for part in source.headline().into_iter().chain(lead) {
        let tokens = tokens_in(&annotations.tokens, part);
        let mut at = 0;
        while at < tokens.len() {
            let n = thing(material, &source.text, &tokens[at..]);
            let run = &tokens[at..at + n];
            at += n.max(1);
            let count = run
                .iter()
                .map(|it| n_times.get(&it.lemma).copied().unwrap_or(0))
                .max();
            let (Some(first), Some(last), Some(count)) = (run.first(), run.last(), count) else {
                continue;
            };
            // Of a name given again in other length the first form stands.
            let is_new = run.iter().filter(|it| seen.insert(it.lemma)).count() == run.len();
            if is_new && count > 1 {
                found.push((count, first.span.to(last.span)));
            }
        }
    }
    found.sort_by_key(|(count, span)| (std::cmp::Reverse(*count), *span));
    found.into_iter().take(MOST_THINGS).map(|it| it.1).collect()
}

/// How many tokens from the first on are one name, or one noun.
fn thing(material: &Material<'_>, text: &str, tokens: &[Token]) -> usize {
    let tag = |it: &Token| material.lexicons.tag(&it.span.of(text).to_lowercase());
    let is_calendar = |it: &Token| {
        material
            .lexicons
            .is_calendar(&it.span.of(text).to_lowercase())
    };
    let is_word = |it: &&Token| it.kind == TokenKind::Word && it.content && !is_calendar(it);
    let is_name = |it: &&Token| {
        let unknown = matches!(tag(it), None | Some(Tag::Propn));
        is_word(it) && it.span.of(text).starts_with(char::is_uppercase) && unknown
    };
    let n_names = tokens.iter().take_while(is_name).count();
    let is_noun = tokens
        .first()
        .is_some_and(|it| is_word(&it) && tag(it) == Some(Tag::Noun));
    n_names.max(usize::from(is_noun))
}

fn order(material: &Material<'_>, article: ArticleIdx) -> Vec<Reached> {
    let source = material.story.article(article);
    let prose: Vec<Span> = source.paragraphs().collect();
    let all: usize = prose.iter().map(|it| it.len()).sum();
    let mut res: Vec<(usize, usize)> = Vec::new();
    for (utterance, it) in material.utterances.iter().enumerate() {
        let own = it.witnesses.iter().filter(|it| it.place.article == article);
        if let Some(first) = own.map(|it| it.place.span.start()).min() {
            res.push((first, utterance));
        }
    }
    res.sort_unstable();
    res.into_iter()
        .map(|(at, utterance)| {
            let before: usize = prose
                .iter()
                .filter(|it| it.start() < at)
                .map(|it| it.end().min(at) - it.start())
                .sum();
            let percent = 100 * before / all.max(1);
            Reached {
                utterance,
                percent: u8::try_from(percent).unwrap_or(100),
            }
        })
        .collect()
}

fn room(material: &Material<'_>, article: ArticleIdx) -> Vec<Room> {
    let text = &material.story.article(article).text;
    let mut of: BTreeMap<usize, Room> = BTreeMap::new();
    let quotations = material.story.annotations(article).quotations.iter();
    for (idx, quotation) in quotations.enumerate() {
        let n_words = |span: &Span| span.of(text).split_whitespace().count();
        for speaker in material.speakers.of(article, idx) {
            let room = of.entry(*speaker).or_insert(Room {
                speaker: *speaker,
                quoted: 0,
                reported: 0,
            });
            match quotation.kind {
                QuotationKind::Direct | QuotationKind::Mixed => {
                    room.quoted += n_words(&quotation.span);
                }
                QuotationKind::Reported => {
                    room.reported += quotation.content.iter().map(n_words).sum::<usize>();
                }
                QuotationKind::Scare => {}
            }
        }
    }
    let mut res: Vec<Room> = of.into_values().collect();
    res.sort_by_key(|it| (std::cmp::Reverse(it.quoted + it.reported), it.speaker));
    res
}

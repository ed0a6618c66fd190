//! Parts of speech: lexicon, shape, then transformation rules (Brill 1995).
//!
//! Proper names are locked before the rules run: names of several words, capitals inside a
//! sentence, and words that the article elsewhere writes with a capital in mid-sentence.

use std::collections::HashSet;

use super::retag;
use super::words::Word;
use crate::lexicon::{Condition, Lexicons, Tag};

/// Sets the tag of every word.
pub fn tag(words: &mut [Word<'_>], lexicons: &Lexicons) {
    let title_case = title_case(words);
    let names = capitalized_inside(words, &title_case, lexicons);
    let mut locked = vec![false; words.len()];
    for at in 0..words.len() {
        // In a line of capitals a capital tells no more than at the start of a sentence.
        let first = is_first(words, at) || title_case.contains(&words[at].block);
        let capital = is_capital(words[at].text);
        let word = &words[at];
        let (tag, lock) = guess(word, capital, first, &names, lexicons);
        words[at].tag = tag;
        locked[at] = lock;
    }
    lock_names(words, &mut locked, lexicons);
    let before: Vec<Tag> = words.iter().map(|it| it.tag).collect();
    let mut start = 0;
    while start < words.len() {
        let block = words[start].block;
        let len = words[start..]
            .iter()
            .take_while(|it| it.block == block)
            .count();
        transform(
            &mut words[start..start + len],
            &locked[start..start + len],
            lexicons,
        );
        start += len;
    }
    restore_cues(words, &before);
    if lexicons.are_english() {
        retag::repair(words, lexicons);
    }
}

fn is_capital(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_uppercase)
}

/// First word of a block, a sentence or a quotation: its capital tells nothing.
fn is_first(words: &[Word<'_>], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|it| &words[it]) else {
        return true;
    };
    before.block != words[at].block
        || matches!(
            before.text,
            "." | "?" | "!" | ":" | "\"" | "“" | "‘" | "”" | "…" | "—" | "--" | "[" | "("
        )
}

/// Blocks in which nearly all longer words begin with a capital.
fn title_case(words: &[Word<'_>]) -> HashSet<usize> {
    let mut res = HashSet::new();
    for block in words.chunk_by(|a, b| a.block == b.block) {
        let long = block
            .iter()
            .filter(|it| it.text.chars().count() > 3 && it.text.chars().all(char::is_alphabetic));
        let capital = long.clone().filter(|it| is_capital(it.text)).count();
        let n_long = long.count();
        if n_long >= 4 && 4 * capital >= 3 * n_long {
            res.extend(block.first().map(|it| it.block));
        }
    }
    res
}

/// Words that stand with a capital in mid-sentence and never in lower case.
fn capitalized_inside(
    words: &[Word<'_>],
    title_case: &HashSet<usize>,
    lexicons: &Lexicons,
) -> HashSet<String> {
    let mut inside = HashSet::new();
    let mut small = HashSet::new();
    for (at, word) in words.iter().enumerate() {
        if is_capital(word.text) {
            if !is_first(words, at) && !title_case.contains(&word.block) {
                inside.insert(word.lower.clone());
            }
        } else {
            small.insert(word.lower.as_str());
        }
    }
    inside.retain(|it| !small.contains(it.as_str()) && !is_closed(lexicons.tag(it)));
    inside
}

/// Function words: their capital never makes a name.
fn is_closed(tag: Option<Tag>) -> bool {
    matches!(
        tag,
        Some(Tag::Det | Tag::Adp | Tag::Pron | Tag::Sconj | Tag::Cconj | Tag::Aux | Tag::Part)
    )
}

/// The tag by lexicon and shape, and whether the rules may not touch it.
fn guess(
    word: &Word<'_>,
    capital: bool,
    first: bool,
    names: &HashSet<String>,
    lexicons: &Lexicons,
) -> (Tag, bool) {
    let lower = word.lower.as_str();
    let known = lexicons.tag(lower);
    if !lower.chars().any(char::is_alphanumeric) {
        return match lower {
            "'" => (Tag::Part, true),
            "%" => (Tag::Noun, true),
            _ => (Tag::Punct, true),
        };
    }
    if lower.starts_with(|it: char| it.is_ascii_digit() || "$£€¥".contains(it)) {
        let age = lower.contains("-year-old");
        return (if age { Tag::Adj } else { Tag::Num }, true);
    }
    if lower.starts_with(['#', '@']) {
        return (Tag::Propn, true);
    }
    if let Some(tag) = clitic(lower) {
        return (tag, true);
    }
    let upper = word.text.chars().filter(|it| it.is_alphabetic()).count() > 1
        && word
            .text
            .chars()
            .filter(|it| it.is_alphabetic())
            .all(char::is_uppercase);
    if upper
        && (word.text.len() <= 5 || known.is_none())
        && !(is_closed(known) && word.text != "US")
    {
        return (Tag::Propn, true);
    }
    if capital && !first && !is_closed(known) {
        return (Tag::Propn, true);
    }
    if capital && first && names.contains(lower) {
        return (Tag::Propn, true);
    }
    if lexicons.title(lower.trim_end_matches('.')).is_some() && lower.ends_with('.') {
        return (Tag::Propn, true);
    }
    let plain = || by_base(lower, lexicons).unwrap_or_else(|| by_shape(lower, capital));
    (known.unwrap_or_else(plain), false)
}

fn clitic(lower: &str) -> Option<Tag> {
    Some(match lower {
        "'s" => Tag::Part,
        "n't" | "not" => Tag::Part,
        "'re" | "'ve" | "'ll" | "'d" | "'m" | "ca" | "wo" => Tag::Aux,
        "to" => Tag::Part,
        _ => return None,
    })
}

/// `endorses` from `endorse`: the tag of the word without its `s`.
fn by_base(lower: &str, lexicons: &Lexicons) -> Option<Tag> {
    let base = lower.strip_suffix('s')?;
    let tag = lexicons
        .tag(base)
        .or_else(|| lexicons.tag(base.strip_suffix('e')?))?;
    matches!(tag, Tag::Verb | Tag::Noun).then_some(tag)
}

fn by_shape(lower: &str, capital: bool) -> Tag {
    let ends = |list: &[&str]| list.iter().any(|it| lower.ends_with(it));
    if capital {
        Tag::Propn
    } else if lower.contains('-') {
        Tag::Adj
    } else if ends(&["ly"]) {
        Tag::Adv
    } else if ends(&["ed", "ing", "ise", "ize", "ised", "ized"]) {
        Tag::Verb
    } else if ends(&[
        "ous", "ful", "able", "ible", "ic", "al", "ive", "less", "ish",
    ]) {
        Tag::Adj
    } else {
        Tag::Noun
    }
}

/// `white house` in capitals is one name, whatever its words are alone.
fn lock_names(words: &mut [Word<'_>], locked: &mut [bool], lexicons: &Lexicons) {
    for at in 0..words.len() {
        for len in 2..=3 {
            let Some(run) = words.get(at..at + len) else {
                continue;
            };
            if !run.iter().all(|it| is_capital(it.text)) {
                continue;
            }
            let name = run
                .iter()
                .map(|it| it.lower.as_str())
                .collect::<Vec<_>>()
                .join(" ");
            if lexicons.is_proper_name(&name) {
                for idx in at..at + len {
                    words[idx].tag = Tag::Propn;
                    locked[idx] = true;
                }
            }
        }
    }
}

fn transform(words: &mut [Word<'_>], locked: &[bool], lexicons: &Lexicons) {
    for at in 0..words.len() {
        if locked[at] || words[at].tag == Tag::Propn {
            continue;
        }
        let rule = lexicons
            .tag_rules(words[at].tag)
            .iter()
            .find(|rule| rule.conditions.iter().all(|it| holds(words, at, it)));
        if let Some(rule) = rule {
            words[at].tag = rule.to;
        }
    }
}

fn holds(words: &[Word<'_>], at: usize, condition: &Condition) -> bool {
    let there = |distance: isize| at.checked_add_signed(distance).and_then(|it| words.get(it));
    match condition {
        Condition::Word(distance, word) => there(*distance).is_some_and(|it| it.lower == *word),
        Condition::Tagged(distance, tag) => there(*distance).is_some_and(|it| it.tag == *tag),
        Condition::AnyTagged(reach, tag) => {
            let range = if *reach > 0 { 1..=*reach } else { *reach..=-1 };
            range
                .into_iter()
                .any(|it| there(it).is_some_and(|it| it.tag == *tag))
        }
        Condition::Between(before, after) => {
            there(-1).is_some_and(|it| it.tag == *before)
                && there(1).is_some_and(|it| it.tag == *after)
        }
    }
}

/// The rules turn some plain verbs into nouns after a name; a form that can only be a past tense
/// stays a verb.
fn restore_cues(words: &mut [Word<'_>], before: &[Tag]) {
    for (word, tag) in words.iter_mut().zip(before) {
        let past = matches!(word.lower.as_str(), "said" | "says" | "told" | "added");
        if past || *tag == Tag::Verb && word.tag == Tag::Noun && word.lower.ends_with("ed") {
            word.tag = Tag::Verb;
        }
    }
}

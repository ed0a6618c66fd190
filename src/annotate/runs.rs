//! Runs of capitalized words: what may be a name, with its titles taken off.
//!
//! ```text
//! Mr Karl Ode met Jan Ruiz in May.  ->  [Mr] Karl Ode · Jan Ruiz
//! ```

use std::ops::Range;

use super::words::{Tag, Word};
use crate::lexicon::{Gender, Lexicons};

/// A run of capitalized words, titles taken off.
pub struct Run {
    /// With titles.
    pub whole: Range<usize>,
    /// The name alone.
    pub name: Range<usize>,
    pub gender: Gender,
    pub titled: bool,
}

/// All runs of an article, in reading order.
pub fn runs(words: &[Word<'_>], lexicons: &Lexicons) -> Vec<Run> {
    let mut res = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let starts = is_name_word(&words[at], lexicons)
            || is_given_month(words, at, lexicons)
            || is_given_noun(words, at, lexicons);
        if !starts {
            at += 1;
            continue;
        }
        let start = at;
        at += 1;
        loop {
            let joins = |it: usize| {
                words.get(it).is_some_and(|word| {
                    word.block == words[start].block && is_name_word(word, lexicons)
                })
            };
            let particle = words.get(at).is_some_and(|it| {
                matches!(
                    it.text,
                    "de" | "da"
                        | "van"
                        | "von"
                        | "bin"
                        | "al"
                        | "la"
                        | "del"
                        | "der"
                        | "ibn"
                        | "el"
                )
            });
            if joins(at) || is_surname_month(words, start, at, lexicons) {
                at += 1;
            } else if particle && joins(at + 1) {
                at += 2;
            } else {
                break;
            }
        }
        res.push(without_titles(words, lexicons, start..at));
    }
    res
}

fn is_name_word(word: &Word<'_>, lexicons: &Lexicons) -> bool {
    word.tag == Tag::Propn
        && word.text.chars().next().is_some_and(char::is_uppercase)
        && !lexicons.is_calendar(&word.lower)
        && !asks(word)
}

/// `Why Ada Ruiz Is Angry`: a headline's first word.
fn asks(word: &Word<'_>) -> bool {
    matches!(
        word.lower.as_str(),
        "why" | "how" | "what" | "when" | "where" | "who"
    )
}

/// `Jan Ruiz`, and not `in April Ruiz`: a month that is a given name too.
fn is_given_month(words: &[Word<'_>], at: usize, lexicons: &Lexicons) -> bool {
    let word = &words[at];
    let dated = at > 0 && matches!(words[at - 1].tag, Tag::Adp | Tag::Adj | Tag::Num);
    lexicons.is_calendar(&word.lower)
        && lexicons.given_name(&word.lower).is_some()
        && word.tag == Tag::Propn
        && !dated
        && words
            .get(at + 1)
            .is_some_and(|it| it.block == word.block && is_name_word(it, lexicons))
}

/// `Clara May said`: a month straight after a given name, and no day after it, is a surname.
fn is_surname_month(words: &[Word<'_>], start: usize, at: usize, lexicons: &Lexicons) -> bool {
    let Some(word) = words.get(at) else {
        return false;
    };
    let dated = words
        .get(at + 1)
        .is_some_and(|it| it.block == word.block && it.tag == Tag::Num);
    at == start + 1
        && word.block == words[start].block
        && word.text.chars().next().is_some_and(char::is_uppercase)
        && lexicons.is_calendar(&word.lower)
        && lexicons.given_name(&words[start].lower).is_some()
        && !dated
}

/// `Ada Ruiz`, `Rose Becker`: a given name that the lexicon of tags knows as a common noun.
fn is_given_noun(words: &[Word<'_>], at: usize, lexicons: &Lexicons) -> bool {
    let word = &words[at];
    word.tag == Tag::Noun
        && word.text.chars().next().is_some_and(char::is_uppercase)
        && lexicons.given_name(&word.lower).is_some()
        && words
            .get(at + 1)
            .is_some_and(|it| it.block == word.block && is_name_word(it, lexicons))
}

/// Takes off everything up to the last title that has a name after it.
fn without_titles(words: &[Word<'_>], lexicons: &Lexicons, whole: Range<usize>) -> Run {
    let mut res = Run {
        name: whole.clone(),
        whole,
        gender: Gender::Unknown,
        titled: false,
    };
    for (at, word) in words
        .iter()
        .enumerate()
        .take(res.whole.end - 1)
        .skip(res.whole.start)
    {
        if let Some(gender) = lexicons.title(word.lower.trim_end_matches('.')) {
            res.name.start = at + 1;
            res.gender = gender;
            res.titled = true;
        } else if is_role(word, lexicons) && !is_suffix(&words[at + 1]) {
            res.name.start = at + 1;
        }
    }
    while res.name.len() > 1 && is_suffix(&words[res.name.end - 1]) {
        res.name.end -= 1;
    }
    res
}

/// `Leader` in `Leader Ruiz`; it makes no person by itself: `Girl Scouts`.
fn is_role(word: &Word<'_>, lexicons: &Lexicons) -> bool {
    lexicons.role(&word.lower).is_some() && lexicons.given_name(&word.lower).is_none()
}

fn is_suffix(word: &Word<'_>) -> bool {
    let word = word.lower.trim_end_matches('.');
    matches!(word, "jr" | "sr" | "ii" | "iii")
}

//! What an article calls a person: title, rank and office before the name, or after it.
//!
//! ```text
//! harbor police chief Ada Ruiz        harbor police chief
//! Ada Ruiz, commander of the port,    commander of the port
//! ```

use std::ops::Range;

use super::names::People;
use super::words::{Tag, Word};
use crate::lexicon::Lexicons;

/// Most words of a role after a name, and how soon its noun must come.
const LONGEST_AFTER: usize = 14;
const NOUN_WITHIN: usize = 9;

/// By person: the words of each role, ascending.
pub fn roles(words: &[Word<'_>], people: &People, lexicons: &Lexicons) -> Vec<Vec<Range<usize>>> {
    let mut res = vec![Vec::new(); people.list.len()];
    for (mention, person) in &people.mentions {
        let found = before(words, mention.start, lexicons)
            .into_iter()
            .chain(after(words, mention.end, lexicons));
        if let Some(list) = res.get_mut(*person) {
            list.extend(found);
        }
    }
    res
}

fn is_role(word: &Word<'_>, lexicons: &Lexicons) -> bool {
    lexicons.role(&word.lemma).is_some()
        || lexicons
            .title_role(word.lower.trim_end_matches('.'))
            .is_some()
}

/// The nouns straight before a name, if one is a role.
fn before(words: &[Word<'_>], name: usize, lexicons: &Lexicons) -> Option<Range<usize>> {
    let mut start = name;
    while let Some(at) = start.checked_sub(1) {
        let word = &words[at];
        // `mayor and harbor chief Ada Ruiz`
        let joins_roles = word.lower == "and"
            && start < name
            && at
                .checked_sub(1)
                .is_some_and(|it| is_role(&words[it], lexicons));
        let joins = matches!(word.tag, Tag::Noun | Tag::Propn | Tag::Adj)
            || word.lower == "'s" && at > 0
            || joins_roles;
        if !joins || word.block != words[name].block || lexicons.is_calendar(&word.lower) {
            break;
        }
        start = at;
    }
    let last = words[start..name].last()?;
    let is_title =
        is_role(last, lexicons) || lexicons.title(last.lower.trim_end_matches('.')).is_some();
    let has_role = words[start..name].iter().any(|it| is_role(it, lexicons));
    (is_title && has_role).then_some(start..name)
}

/// What stands between commas after a name, if a role comes soon.
fn after(words: &[Word<'_>], end: usize, lexicons: &Lexicons) -> Option<Range<usize>> {
    let comma = words.get(end).filter(|it| it.text == ",")?;
    let start = end + 1;
    let len = words[start..]
        .iter()
        .take(LONGEST_AFTER)
        .take_while(|it| {
            let ends = matches!(it.tag, Tag::Verb | Tag::Aux | Tag::Punct | Tag::Pron);
            it.block == comma.block && !ends
        })
        .count();
    let closes = words
        .get(start + len)
        .is_none_or(|it| it.block != comma.block || matches!(it.text, "," | "." | "”" | "\""));
    let opens = words.get(start).is_some_and(|it| {
        let names = matches!(it.tag, Tag::Det | Tag::Noun | Tag::Propn | Tag::Adj);
        names && !matches!(it.lower.as_str(), "both" | "all" | "some" | "many")
    });
    let has_role = words[start..start + len]
        .iter()
        .take(NOUN_WITHIN)
        .any(|it| is_role(it, lexicons));
    // `Ada Ruiz, mayor Tom Reik and …`: a list.
    let ends_in_name = words[start..start + len]
        .last()
        .is_some_and(|it| it.tag == Tag::Propn && is_single(words, start, len));
    // `the mayor at a rally on Monday`: where he stood is no part of what he is.
    let venue = (start..start + len).find(|it| {
        let is_place = matches!(words[*it].lower.as_str(), "at" | "in" | "on" | "during");
        is_place
            && words.get(it + 1).is_some_and(|next| {
                matches!(next.lower.as_str(), "a" | "an") || lexicons.is_calendar(&next.lower)
            })
    });
    let end = venue.unwrap_or(start + len);
    (opens && closes && has_role && !ends_in_name && end > start).then_some(start..end)
}

/// No `of` or `for` in it: its last name is no body that the role is at.
fn is_single(words: &[Word<'_>], start: usize, len: usize) -> bool {
    words[start..start + len]
        .iter()
        .all(|it| it.tag != Tag::Adp)
}

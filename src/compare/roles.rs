//! What the articles call their sources, and for whom a source speaks.
//!
//! ```text
//! White House spokesman John Doe, …              words before the name
//! Ada Ruiz, a spokeswoman for Pat Low, said      words after it, up to the next mark; for: Pat Low
//! ```
//! That is how two names are known to be one source at two levels.

use super::people::Entry;
use crate::model::{Span, Story};

/// By cluster: a body's own words, or a person's roles as all articles give them; and for whom
/// that person is said to speak.
pub fn roles(
    story: &Story,
    entries: &[Entry],
    cluster: &[usize],
    n_clusters: usize,
) -> (Vec<Vec<String>>, Vec<Vec<String>>) {
    let mut told: Vec<Vec<String>> = vec![Vec::new(); n_clusters];
    let mut clients = told.clone();
    for (entry, cluster) in entries.iter().zip(cluster) {
        if !entry.person {
            // A word in small letters names no body; officials of one are known by its name.
            if story.words(entry.place).contains(char::is_uppercase) {
                told[*cluster].extend(entry.words.iter().cloned());
            }
            continue;
        }
        let article = entry.place.article;
        let people = &story.annotations(article).people;
        let text = &story.article(article).text;
        let person = people.iter().find(|it| it.name == entry.place.span);
        for role in person.into_iter().flat_map(|it| &it.roles) {
            told[*cluster].extend(words(role.of(text)));
        }
        for mention in person.into_iter().flat_map(|it| &it.mentions) {
            let (before, after) = beside(text, *mention);
            let owners = before.iter().filter_map(|it| {
                let is_pronoun = matches!(it.as_str(), "her" | "his" | "their");
                let owner = it.strip_suffix("'s").or_else(|| it.strip_suffix("’s"));
                owner
                    .or(is_pronoun.then_some(it.as_str()))
                    .map(str::to_owned)
            });
            clients[*cluster].extend(owners);
            let of = after.iter().position(|it| it == "for" || it == "of");
            clients[*cluster].extend(after.iter().skip(of.unwrap_or(after.len())).cloned());
            told[*cluster].extend(before);
            told[*cluster].extend(after);
        }
    }
    for list in told.iter_mut().chain(&mut clients) {
        list.sort();
        list.dedup();
    }
    (told, clients)
}

/// Words of a role that may stand before a name, and in apposition after it.
const BEFORE: usize = 6;
const AFTER: usize = 9;

/// What the article calls somebody beside the name: `State Department spokesman` before it, or
/// after a comma up to the next one.
fn beside(text: &str, mention: Span) -> (Vec<String>, Vec<String>) {
    let ends = |c: char| {
        matches!(
            c,
            '\n' | '.' | ',' | ';' | ':' | '“' | '”' | '"' | '(' | ')'
        )
    };
    let before = text[..mention.start()]
        .rsplit(ends)
        .next()
        .unwrap_or_default();
    let mut before = words(before);
    before.drain(..before.len().saturating_sub(BEFORE));
    let after = text[mention.end()..].strip_prefix(", ").unwrap_or_default();
    let mut after = words(after.split(ends).next().unwrap_or_default());
    after.truncate(AFTER);
    (before, after)
}

pub fn words(text: &str) -> Vec<String> {
    text.split(|c: char| c.is_whitespace() || c == '-')
        .map(|it| {
            it.trim_matches(|c: char| !c.is_alphanumeric())
                .to_lowercase()
        })
        .filter(|it| !it.is_empty())
        .collect()
}

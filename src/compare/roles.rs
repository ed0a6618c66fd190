//! What the articles call their sources, and for whom a source speaks.
//!
//! ```text
//! White House spokesman John Doe, …              words before the name
//! Ada Ruiz, a spokeswoman for Pat Low, said      words after it, up to the next mark; for: Pat Low
//! ```
//! That is how two names are known to be one source at two levels.

use super::people::Entry;
use crate::model::{Annotations, Person, Span, Story};

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
        let annotations = story.annotations(article);
        let people = &annotations.people;
        let text = &story.article(article).text;
        let person = people.iter().find(|it| it.name == entry.place.span);
        for role in person.into_iter().flat_map(|it| &it.roles) {
            told[*cluster].extend(words(role.of(text)));
        }
        for mention in person.into_iter().flat_map(|it| &it.mentions) {
            let (before, after) = beside(text, *mention);
            for word in &before {
                let owner = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s"));
                clients[*cluster].extend(owner.map(str::to_owned));
                if POSSESSIVE.contains(&word.as_str()) {
                    let named = only_one_before(annotations, entry.place.span, *mention);
                    let surname = named.and_then(|it| words(it.of(text)).pop());
                    clients[*cluster].push(surname.unwrap_or_else(|| word.clone()));
                }
            }
            let of = after.iter().position(|it| it == "for" || it == "of");
            let client = after.iter().skip(of.map_or(after.len(), |it| it + 1));
            // `a lawyer for the woman who accused Karl Ode`: not for him.
            let client = client.take_while(|it| !ends_client(it));
            clients[*cluster].extend(client.cloned());
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

/// Whose, only the text before tells.
pub const POSSESSIVE: [&str; 3] = ["her", "his", "their"];
/// Sentences back in which the one is named for whom `his lawyer` speaks.
const REACH: usize = 3;

/// The person whom the nearest sentence up to `mention` names, if it is one alone, `own` aside.
fn only_one_before(annotations: &Annotations, own: Span, mention: Span) -> Option<Span> {
    let sentences = &annotations.sentences;
    let here = sentences.partition_point(|it| it.start() <= mention.start());
    let near = sentences[here.saturating_sub(REACH)..here].iter().rev();
    for sentence in near {
        let named = |it: &&Person| {
            let mut mentions = it.mentions.iter();
            it.name != own && mentions.any(|it| sentence.covers(*it) && it.end() <= mention.start())
        };
        let mut people = annotations.people.iter().filter(named);
        if let Some(first) = people.next() {
            return people.next().is_none().then_some(first.name);
        }
    }
    None
}

/// A clause or phrase that tells more of a client begins.
fn ends_client(word: &str) -> bool {
    let joins = [
        "who", "whom", "whose", "that", "which", "in", "on", "at", "against", "by", "with",
    ];
    joins.contains(&word) || word.ends_with("ing")
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

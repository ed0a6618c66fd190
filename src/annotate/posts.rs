//! What somebody said without marks: embedded posts, and a paragraph that a colon announces.
//!
//! ```text
//! We go now. pic.example.com/a1 — Ada Ruiz (@adaruiz) May 5, 2031    -> [We go now.], by Ada Ruiz
//! The statement read:⏎We go now and we stay away.                    -> [We go now and we stay away.]
//! ```
//! A post is its account’s. Of an announced text only the first paragraph is taken: nothing shows
//! where it ends.

use super::marks::Marked;
use super::words::{Tag, Word};
use crate::lexicon::{Lexicons, ReportingVerb};
use crate::model::{Flags, Span};

/// Longest name of an account, in bytes.
const LONGEST_NAME: usize = 80;
/// Most bytes of what stands before an account’s own handle where its post begins.
const LONGEST_LEAD: usize = 30;
/// Fewest words of an announced paragraph.
const FEWEST_WORDS: usize = 5;
/// Words between a verb of saying and its colon: `wrote on her page on Monday`.
const LONGEST_TAIL: usize = 6;

/// `marked` with what is said without marks, in reading order. Marks inside a post are its own.
pub fn with_unmarked(
    text: &str,
    words: &[Word<'_>],
    paragraphs: &[Span],
    lexicons: &Lexicons,
    mut marked: Vec<Marked>,
) -> Vec<Marked> {
    let mut found: Vec<Marked> = Vec::new();
    let mut before: Option<Span> = None;
    for paragraph in paragraphs.iter().copied() {
        let posts = posts(text, before, paragraph, lexicons);
        let is_marked = || marked.iter().any(|it| it.outer.overlaps(paragraph));
        if posts.is_empty()
            && before.is_some_and(|it| announces(text, words, it, lexicons))
            && is_plain(text, paragraph)
            && !is_marked()
        {
            found.push(said(paragraph, None));
        }
        found.extend(posts);
        before = Some(paragraph);
    }
    marked.retain(|it| !found.iter().any(|post| post.outer.overlaps(it.outer)));
    marked.extend(found);
    marked.sort_by_key(|it| it.outer);
    marked
}

fn said(words: Span, by: Option<Span>) -> Marked {
    Marked {
        outer: words,
        inner: words,
        by,
        flags: Flags::default(),
    }
}

/// The posts of a paragraph, or the paragraph before it that it signs.
fn posts(text: &str, before: Option<Span>, paragraph: Span, lexicons: &Lexicons) -> Vec<Marked> {
    let mut res = Vec::new();
    let mut from = paragraph.start();
    for (at, _) in paragraph.of(text).match_indices("(@") {
        let Some(account) = account(
            text,
            from,
            paragraph.start() + at,
            paragraph.end(),
            lexicons,
        ) else {
            continue;
        };
        let body = Span::new(text, from..account.dash).map(|it| it.trimmed(text));
        let body = body.map(|it| bare(text, account.without_lead(text, it)));
        let body = body.filter(|it| !it.is_empty());
        let signed = before.filter(|_| account.dash == paragraph.start());
        if let Some(body) = body.or_else(|| signed.map(|it| bare(text, it))) {
            res.push(said(body, Some(account.name)));
        }
        from = account.end;
    }
    res
}

/// `— Ada Ruiz (@adaruiz) May 5, 2031`
struct Account {
    dash: usize,
    name: Span,
    /// With its sign.
    handle: Span,
    end: usize,
}

impl Account {
    /// `Skip post by @adaruiz We go now.`: what a page sets before its own handle.
    fn without_lead(&self, text: &str, body: Span) -> Span {
        let handle = self.handle.of(text);
        let words = body.of(text);
        let at = words.find(handle).filter(|it| *it <= LONGEST_LEAD);
        let lead = at.map_or(0, |it| it + handle.len());
        let rest = Span::new(text, body.start() + lead..body.end());
        rest.map_or(body, |it| it.trimmed(text))
    }
}

/// The account whose handle opens at `bracket`.
fn account(
    text: &str,
    from: usize,
    bracket: usize,
    end: usize,
    lexicons: &Lexicons,
) -> Option<Account> {
    let handle = text.get(bracket + 2..end)?;
    let len = handle.find(|c: char| !c.is_alphanumeric() && c != '_')?;
    let after = handle.get(len..)?.strip_prefix(')')?;
    let dated = after
        .trim_start()
        .split(|c: char| !c.is_alphabetic())
        .next()?;
    let is_dated = lexicons.is_calendar(&dated.to_lowercase());
    if len == 0 || !is_dated && !after.trim().is_empty() {
        return None;
    }
    let before = text.get(from..bracket)?;
    let dash = before.rfind(['—', '–', '―'])?;
    let sign = before[dash..].chars().next().map_or(1, char::len_utf8);
    let name = Span::new(text, from + dash + sign..bracket)?.trimmed(text);
    let year = after.find(|c: char| c.is_ascii_digit() || c.is_alphabetic());
    let date: usize = year.map_or(0, |it| it + date_len(&after[it..]));
    (!name.is_empty() && name.len() <= LONGEST_NAME).then_some(Account {
        dash: from + dash,
        name,
        handle: Span::new(text, bracket + 1..bracket + 2 + len)?,
        end: bracket + 2 + len + 1 + date,
    })
}

/// `May 5, 2031`
fn date_len(text: &str) -> usize {
    let is_date = |it: &str| it.ends_with(|c: char| c.is_ascii_digit() || c == ',');
    let words = text.split_inclusive(' ');
    let (mut len, mut n_words) = (0, 0);
    for word in words.take(3) {
        if n_words > 0 && !is_date(word.trim_end()) {
            break;
        }
        n_words += 1;
        len += word.len();
    }
    len
}

/// A post without the links at its end and what a reader of pages leaves before it.
fn bare(text: &str, body: Span) -> Span {
    let words = body.of(text);
    let mut end = words.len();
    loop {
        let rest = words[..end].trim_end();
        let last = rest.rfind(char::is_whitespace).map_or(0, |it| it + 1);
        let link = ["pic.twitter.com/", "http://", "https://", "t.co/"]
            .iter()
            .filter_map(|it| rest[last..].find(it))
            .min();
        let Some(link) = link else { break };
        end = last + link;
    }
    Span::new(text, body.start()..body.start() + end).map_or(body, |it| it.trimmed(text))
}

/// `The statement read:`, `Ruiz wrote on her page:`
fn announces(text: &str, words: &[Word<'_>], paragraph: Span, lexicons: &Lexicons) -> bool {
    if !paragraph.of(text).ends_with(':') {
        return false;
    }
    let from = words.partition_point(|it| it.span.start() < paragraph.start());
    let to = words.partition_point(|it| it.span.end() <= paragraph.end());
    let words = words.get(from..to.saturating_sub(1)).unwrap_or_default();
    let clause = |it: &Word<'_>| matches!(it.tag, Tag::Verb | Tag::Aux | Tag::Sconj);
    let Some(last) = words.iter().rposition(clause) else {
        return false;
    };
    let verb = &words[last];
    let speaks = lexicons
        .reporting_verb(&verb.lemma)
        .is_some_and(ReportingVerb::beside_quotation);
    let infinitive = last > 0 && words[last - 1].lower == "to";
    speaks && !infinitive && verb.tag == Tag::Verb && words.len() - last <= LONGEST_TAIL
}

/// Sentences, no list and no markup.
fn is_plain(text: &str, paragraph: Span) -> bool {
    let words = paragraph.of(text);
    words.starts_with(char::is_uppercase)
        && words.ends_with(['.', '!', '?', '…'])
        && words.split_whitespace().count() >= FEWEST_WORDS
}

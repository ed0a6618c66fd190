//! Single marks as outer marks, told from apostrophes by their place.
//!
//! ```text
//! The clerk’s ‘workers’ charter’ isn’t law.    -> [workers’ charter]
//! They got 'em all, and the dogs' home.        -> nothing
//! ```
//! One after `s` (`the workers’ rights`) gives way to a later one that closes more surely.

use super::marks::{self, Mark, Marked, resumed};
use crate::model::Span;

/// Words that begin with an apostrophe.
const CLIPPED: [&str; 9] = [
    "em", "til", "tis", "twas", "cause", "n", "bout", "round", "cos",
];
/// Signs inside marks at their end.
const ENDINGS: &str = ",.!?…—-";

pub fn is_single(c: char) -> bool {
    matches!(c, '\'' | '‘' | '’')
}

/// The quotations in single marks. `resumes`: the paragraph before left one open; `continues`: the
/// next one goes on with one that this paragraph leaves open.
pub fn singles(text: &str, paragraph: Span, resumes: bool, continues: bool) -> Vec<Marked> {
    let marks = signs(text, paragraph);
    let mut res = Vec::new();
    let mut at = 0;
    if resumes
        && let Some(first) = marks.iter().position(|it| !is_apostrophe(it))
        && is_sure(&marks[first])
    {
        let close = &marks[first];
        res.extend(resumed(text, paragraph, close.at, close.len));
        at = first + 1;
    }
    while let Some(first) = marks.get(at) {
        at += 1;
        if !is_opening(text, first) {
            continue;
        }
        let rest = &marks[at..];
        let reach = rest.iter().position(|it| is_opening(text, it));
        let reach = reach.unwrap_or(rest.len());
        let is_last = reach == rest.len();
        let close = closer(text, &rest[..reach]);
        let weak = |it: usize| !is_sure(&rest[it]) && rest[it].after == Some(' ');
        match close {
            Some(close) if !(is_last && continues && weak(close)) => {
                let Mark { at: end, len, .. } = rest[close];
                let short_of_sense = end - first.at < 3;
                if !short_of_sense {
                    res.extend(marks::quotation(text, first, end, len, false));
                }
                at += close + 1;
            }
            _ if is_last && continues => {
                res.extend(marks::quotation(text, first, paragraph.end(), 0, true));
                break;
            }
            _ => {}
        }
    }
    res
}

/// The paragraph opens with a single mark.
pub fn opens(paragraph: &str) -> bool {
    let mut signs = paragraph.chars();
    signs.next().is_some_and(|it| matches!(it, '\'' | '‘'))
        && signs.next().is_some_and(char::is_alphabetic)
        && !is_clipped(&paragraph[paragraph.chars().next().map_or(0, char::len_utf8)..])
}

/// The first mark of a paragraph that is no apostrophe ends what the paragraph before began.
pub fn closes_first(paragraph: &str) -> bool {
    let Some(whole) = Span::new(paragraph, 0..paragraph.len()) else {
        return false;
    };
    let marks = signs(paragraph, whole);
    let first = marks.iter().find(|it| !is_apostrophe(it));
    first.is_some_and(|it| it.at > 0 && is_sure(it))
}

/// The single mark that ends what a double one began: it stands at a sentence's end, and no single
/// one opened before it.
pub fn closing_alone(text: &str, inner: Span) -> Option<Mark> {
    let mut open = false;
    for mark in signs(text, inner) {
        if is_opening(text, &mark) {
            open = true;
        } else if is_sure(&mark) {
            let spaced = mark.after.is_none_or(char::is_whitespace);
            if !open && spaced && mark.sign != '‘' {
                return Some(mark);
            }
            open = false;
        }
    }
    None
}

fn signs(text: &str, paragraph: Span) -> Vec<Mark> {
    let words = paragraph.of(text);
    words
        .char_indices()
        .filter(|(_, sign)| is_single(*sign))
        .map(|(at, sign)| Mark {
            at: paragraph.start() + at,
            len: sign.len_utf8(),
            sign,
            before: words[..at].chars().next_back(),
            after: words[at + sign.len_utf8()..].chars().next(),
        })
        .collect()
}

fn is_opening(text: &str, mark: &Mark) -> bool {
    mark.sign != '’'
        && mark.opens_by_place()
        && mark.after.is_some_and(char::is_alphabetic)
        && !is_clipped(&text[mark.at + mark.len..])
}

fn is_clipped(rest: &str) -> bool {
    let end = rest
        .find(|c: char| !c.is_alphabetic())
        .unwrap_or(rest.len());
    CLIPPED.contains(&&*rest[..end].to_lowercase())
}

/// Inside a word, or at the end of one that the sentence goes on after.
fn is_apostrophe(mark: &Mark) -> bool {
    let word_before = mark.before.is_some_and(char::is_alphanumeric);
    word_before
        && mark
            .after
            .is_some_and(|it| it.is_alphanumeric() || it == ' ')
}

fn is_closing(mark: &Mark) -> bool {
    mark.sign != '‘' && mark.closes_by_place()
}

/// A mark after a sign that ends a sentence or clause is no apostrophe.
fn is_sure(mark: &Mark) -> bool {
    is_closing(mark) && mark.before.is_some_and(|it| ENDINGS.contains(it))
}

/// Which of the marks after an opening one closes it.
fn closer(text: &str, marks: &[Mark]) -> Option<usize> {
    let first = marks.iter().position(is_closing)?;
    let possessive = |it: &Mark| it.before == Some('s') && it.after == Some(' ');
    if !possessive(&marks[first]) {
        return Some(first);
    }
    let later = marks.iter().enumerate().skip(first + 1);
    let better = later
        .filter(|(_, it)| is_closing(it) && !possessive(it))
        .find(|(_, it)| {
            let between = text.get(marks[first].at..it.at).unwrap_or_default();
            is_sure(it) || !between.contains(". ")
        });
    Some(better.map_or(first, |it| it.0))
}

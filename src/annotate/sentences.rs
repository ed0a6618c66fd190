//! Sentences: a flat partition of the prose, the interior of quotations split too.
//!
//! sentencex (Wikimedia) cuts each paragraph; it keeps a quotation of several sentences whole, so
//! its interior is cut again. A closing mark and a lower-case cue after it stay with their sentence;
//! no sentence ends after a title (`Ms. Rice`). The numbers or letters of a list begin its items.

use super::marks::Marked;
use crate::lexicon::Lexicons;
use crate::model::{Article, Span};

/// Ascending, not overlapping, each inside one paragraph of prose.
pub fn sentences(article: &Article, marked: &[Marked], lexicons: &Lexicons) -> Vec<Span> {
    let text = article.text.as_str();
    let mut res = Vec::new();
    for paragraph in article.paragraphs() {
        let language = article.language.as_deref().unwrap_or("en");
        let starts_in = |span| starts(text, span, language, lexicons);
        let mut starts: Vec<usize> = starts_in(paragraph);
        for quotation in marked.iter().filter(|it| paragraph.covers(it.inner)) {
            for start in starts_in(quotation.inner) {
                if start > quotation.inner.start() {
                    starts.push(start);
                }
            }
        }
        let items = list_items(text, paragraph);
        for item in &items {
            starts.retain(|it| !(item.start()..=item.end()).contains(it));
            starts.push(item.start());
        }
        starts.sort_unstable();
        starts.dedup();
        for (idx, start) in starts.iter().enumerate() {
            let end = starts.get(idx + 1).copied().unwrap_or(paragraph.end());
            if let Some(span) = Span::new(text, *start..end) {
                let span = span.trimmed(text);
                if !span.is_empty() {
                    res.push(span);
                }
            }
        }
    }
    res
}

fn starts(text: &str, span: Span, language: &str, lexicons: &Lexicons) -> Vec<usize> {
    let mut res = vec![span.start()];
    for it in sentencex::get_sentence_boundaries(language, span.of(text)) {
        let words = it.text;
        let start = span.start() + it.start_byte + (words.len() - words.trim_start().len());
        let begins = text
            .get(start..span.end())
            .and_then(|it| it.chars().find(|it| !is_opening(*it)));
        let small = begins.is_none_or(|it| it.is_lowercase() || is_closing(it));
        let before = &text[span.start()..start.max(span.start())];
        let goes_on = ends_in_title(before, lexicons) || ends_in_party(before);
        if !small && !goes_on && text.is_char_boundary(start) {
            res.push(start);
        }
    }
    res.dedup();
    res
}

/// `Ada Ruiz, D-N.`, before `Y.`: a party and a state in short are no sentence's end.
fn ends_in_party(before: &str) -> bool {
    let last = before.trim_end().rsplit(char::is_whitespace).next();
    let mut parts = last.unwrap_or_default().split('-');
    let party = parts.next().unwrap_or_default().trim_start_matches('(');
    let state = parts.next().unwrap_or_default();
    let is_short = |it: &str| {
        (2..="N.Y.".len()).contains(&it.len())
            && it.ends_with('.')
            && it.chars().all(|it| it == '.' || it.is_uppercase())
    };
    matches!(party, "D" | "R" | "I") && is_short(state) && parts.next().is_none()
}

/// `… said Ms.`
fn ends_in_title(before: &str, lexicons: &Lexicons) -> bool {
    let last = before
        .trim_end()
        .rsplit(|it: char| it.is_whitespace() || is_opening(it))
        .next();
    last.and_then(|it| it.strip_suffix('.')).is_some_and(|it| {
        let capital = it.chars().next().is_some_and(char::is_uppercase);
        let word = it.to_lowercase();
        capital && lexicons.title(&word).is_some() && lexicons.is_abbreviation(&word)
    })
}

/// A list in one line: `1. The gate. 2. The wall.`, each mark with the space after it; two in a row
/// at least, the first at the start.
fn list_items(text: &str, paragraph: Span) -> Vec<Span> {
    let words = paragraph.of(text);
    let mut res = Vec::new();
    let mut next: Option<Marker> = None;
    let mut at = 0;
    for word in words.split_inclusive(char::is_whitespace) {
        let marker = Marker::parse(word.trim_end());
        let capital = words[at + word.len()..]
            .chars()
            .next()
            .is_some_and(char::is_uppercase);
        let follows = next.is_none() && at == 0 || marker == next;
        if let Some(marker) = marker.filter(|_| follows && capital) {
            let start = paragraph.start() + at;
            res.extend(Span::new(text, start..start + word.len()));
            next = Some(marker.next());
        }
        at += word.len();
    }
    if res.len() < 2 { Vec::new() } else { res }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Marker {
    Number(u32),
    Letter(u8),
}

impl Marker {
    /// `1.`, `2)`, `•3.`, `a.`
    fn parse(word: &str) -> Option<Self> {
        let word = word.trim_start_matches(['•', '⁃', '-', '(']);
        let body = word.trim_end_matches(['.', ')']);
        if body.len() == word.len() {
            return None;
        }
        match body.as_bytes() {
            [letter @ b'a'..=b'z'] => Some(Self::Letter(*letter)),
            _ => body.parse().ok().filter(|it| *it < 100).map(Self::Number),
        }
    }

    fn next(self) -> Self {
        match self {
            Self::Number(number) => Self::Number(number + 1),
            Self::Letter(letter) => Self::Letter(letter + 1),
        }
    }
}

fn is_opening(c: char) -> bool {
    matches!(c, '“' | '"' | '‘' | '\'' | '«' | '„' | '(' | '[') || c.is_whitespace()
}

fn is_closing(c: char) -> bool {
    matches!(c, '”' | '’' | '»' | ')' | ']' | ',' | ';')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `|` stands where an item of a list begins.
    #[track_caller]
    fn check(shown: &str) {
        let text = shown.replace('|', "");
        let paragraph = Span::new(&text, 0..text.len()).expect("a line");
        let mut found = text.clone();
        for item in list_items(&text, paragraph).iter().rev() {
            found.insert(item.start(), '|');
        }
        assert_eq!(found, shown);
    }

    #[test]
    fn numbers_and_letters_in_order_begin_items() {
        check("|1. The gate |2. The wall");
        check("|•9. The gate. |•10. The wall.");
        check("|a) The gate |b) The wall |c) The town");
    }

    #[test]
    fn other_numbers_begin_nothing() {
        check("1. The gate of 3. The wall");
        check("The gate 1. The wall 2. The town");
        check("1. the gate");
    }

    #[test]
    fn no_sentence_ends_after_a_title() {
        let lexicons = Lexicons::english();
        assert!(ends_in_title("It holds, said Ms. ", lexicons));
        assert!(!ends_in_title("It holds in the U.S. ", lexicons));
        assert!(!ends_in_title("It holds. ", lexicons));
    }

    #[test]
    fn no_sentence_ends_in_a_party_and_a_state() {
        assert!(ends_in_party("said Sen. Ada Ruiz, D-N. "));
        assert!(ends_in_party("said Sen. Ada Ruiz (R-S. "));
        assert!(!ends_in_party("It took a U-turn. "));
        assert!(!ends_in_party("It was plan D-day. "));
    }
}

//! The words of an article: cut, tagged, lemmatized.
//!
//! ```text
//! Brig. Gen. Ode can't say "about 1,000."  ->  Brig.|Gen.|Ode|ca|n't|say|"|about|1,000|.|"
//! ```
//! Offsets stay those of the text; nothing is rewritten.

use super::tags;
use crate::lexicon::Lexicons;
use crate::model::{Article, Span};

pub use crate::lexicon::Tag;

/// One word, number or mark with what grammar tells of it.
#[derive(Clone, Debug)]
pub struct Word<'t> {
    pub span: Span,
    pub text: &'t str,
    /// Lower case, with a straight apostrophe.
    pub lower: String,
    pub lemma: String,
    pub tag: Tag,
    /// Number of the readable block it stands in: headline, dek, paragraph.
    pub block: usize,
    /// Part of a person's name.
    pub named: bool,
}

/// All words of what a person is meant to read, ascending.
pub fn words<'t>(article: &'t Article, lexicons: &Lexicons) -> Vec<Word<'t>> {
    let mut res = Vec::new();
    for (block, span) in article.readable().enumerate() {
        for (start, end) in cuts(span.of(&article.text), lexicons) {
            let range = span.start() + start..span.start() + end;
            if let Some(span) = Span::new(&article.text, range) {
                let text = span.of(&article.text);
                res.push(Word {
                    span,
                    text,
                    lower: text.to_lowercase().replace('’', "'"),
                    lemma: String::new(),
                    tag: Tag::Punct,
                    block,
                    named: false,
                });
            }
        }
    }
    tags::tag(&mut res, lexicons);
    for word in &mut res {
        word.lemma = lexicons.lemma(&word.lower, word.tag);
    }
    res
}

/// Byte ranges of the words of a paragraph.
fn cuts(text: &str, lexicons: &Lexicons) -> Vec<(usize, usize)> {
    let mut res = Vec::new();
    let mut at = 0;
    while let Some(sign) = text[at..].chars().next() {
        let len = if sign.is_whitespace() {
            at += sign.len_utf8();
            continue;
        } else if is_inner(sign) || starts_number(&text[at..]) || starts_handle(&text[at..]) {
            word_len(&text[at..], lexicons)
        } else {
            mark_len(&text[at..])
        };
        clitics(text, at, at + len, &mut res);
        at += len;
    }
    res
}

fn is_inner(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// `$3.5m`, `.5`
fn starts_number(text: &str) -> bool {
    let mut chars = text.chars();
    match chars.next() {
        Some('$' | '£' | '€' | '¥') => chars.next().is_some_and(|it| it.is_ascii_digit()),
        _ => false,
    }
}

/// `#gate`, `@ode`
fn starts_handle(text: &str) -> bool {
    let mut chars = text.chars();
    matches!(chars.next(), Some('#' | '@')) && chars.next().is_some_and(char::is_alphabetic)
}

/// Marks that come in runs are one: `...`, `--`, `''`.
fn mark_len(text: &str) -> usize {
    let sign = text.chars().next().unwrap_or(' ');
    if matches!(sign, '.' | '-' | '\'' | '`') {
        let run = text.chars().take_while(|it| *it == sign).count();
        if run > 1 {
            return run;
        }
    }
    sign.len_utf8()
}

/// Length of the word that starts `text`: letters and digits, joined by single hyphens, apostrophes,
/// points and commas inside.
fn word_len(text: &str, lexicons: &Lexicons) -> usize {
    let mut end = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, sign)) = chars.next() {
        let next = chars.peek().map(|it| it.1);
        let before = text[..at].chars().next_back();
        let takes = match sign {
            '$' | '£' | '€' | '¥' | '#' => at == 0,
            '@' if at == 0 => true,
            '-' | '‑' | '\'' | '’' | '&' | '@' => at > 0 && next.is_some_and(is_inner),
            '.' => {
                let digits = before.is_some_and(|it| it.is_ascii_digit())
                    && next.is_some_and(|it| it.is_ascii_digit());
                let initials = is_initials(&text[..at]);
                digits || initials || is_abbreviated(&text[..at], next, lexicons)
            }
            ',' | ':' => {
                before.is_some_and(|it| it.is_ascii_digit())
                    && next.is_some_and(|it| it.is_ascii_digit())
            }
            '%' => before.is_some_and(|it| it.is_ascii_digit()),
            _ => is_inner(sign),
        };
        if !takes {
            break;
        }
        end = at + sign.len_utf8();
    }
    end.max(text.chars().next().map_or(1, char::len_utf8))
}

/// `U`, `U.S`: single capitals between points.
fn is_initials(text: &str) -> bool {
    text.split('.')
        .all(|it| it.chars().count() == 1 && it.chars().all(char::is_uppercase))
        || text.contains('.')
            && text
                .split('.')
                .all(|it| it.chars().count() == 1 && it.chars().all(char::is_alphabetic))
}

fn is_abbreviated(text: &str, next: Option<char>, lexicons: &Lexicons) -> bool {
    next.is_none_or(|it| !is_inner(it)) && lexicons.is_abbreviation(&text.to_lowercase())
}

/// Splits `can't`, `we're`, `Ode's`.
fn clitics(text: &str, start: usize, end: usize, res: &mut Vec<(usize, usize)>) {
    let word = &text[start..end];
    let lower = word.to_lowercase().replace('’', "'");
    let cut = ["'s", "'re", "'ve", "'ll", "'d", "'m", "n't"]
        .into_iter()
        .find(|it| lower.ends_with(it) && lower.len() > it.len());
    let Some(suffix) = cut else {
        res.push((start, end));
        return;
    };
    // The apostrophe may be longer than in the suffix.
    let letters = suffix.chars().count();
    let at = word
        .char_indices()
        .rev()
        .nth(letters - 1)
        .map_or(start, |(at, _)| start + at);
    if at > start {
        res.push((start, at));
    }
    res.push((at, end));
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `shown` has a space wherever one word ends.
    #[track_caller]
    fn check(text: &str, shown: &str) {
        let words: Vec<&str> = cuts(text, Lexicons::english())
            .into_iter()
            .map(|(start, end)| &text[start..end])
            .collect();
        assert_eq!(words.join(" "), shown);
    }

    #[test]
    fn abbreviations_and_initials_keep_their_points() {
        check(
            "The U.S. and Brig. Gen. Ode met J. Roe on Oct. 21.",
            "The U.S. and Brig. Gen. Ode met J. Roe on Oct. 21 .",
        );
    }

    #[test]
    fn contractions_and_possessives_are_two_words() {
        check(
            "We're sure they can’t find Ode’s",
            "We 're sure they ca n’t find Ode ’s",
        );
        check("boats' crews", "boats ' crews");
    }

    #[test]
    fn numbers_are_whole() {
        check(
            "$3.5m, 1,000 boats at 9:30, 45% more for a 22-year-old.",
            "$3.5m , 1,000 boats at 9:30 , 45% more for a 22-year-old .",
        );
    }

    #[test]
    fn marks_stand_alone() {
        check(
            "“Yes,” he said... \"No\" -- never",
            "“ Yes , ” he said ... \" No \" -- never",
        );
    }
}

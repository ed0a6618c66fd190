//! Sentences: a flat partition of the prose, the interior of quotations split too.
//!
//! sentencex (Wikimedia) cuts each paragraph; it keeps a quotation of several sentences whole, so
//! its interior is cut again. A closing mark and a lower-case cue after it stay with their sentence.

use super::marks::Marked;
use crate::model::{Article, Span};

/// Ascending, not overlapping, each inside one paragraph of prose.
pub fn sentences(article: &Article, marked: &[Marked]) -> Vec<Span> {
    let text = article.text.as_str();
    let mut res = Vec::new();
    for paragraph in article.paragraphs() {
        let mut starts: Vec<usize> = starts(text, paragraph);
        for quotation in marked.iter().filter(|it| paragraph.covers(it.inner)) {
            for start in self::starts(text, quotation.inner) {
                if start > quotation.inner.start() {
                    starts.push(start);
                }
            }
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

fn starts(text: &str, span: Span) -> Vec<usize> {
    let mut res = vec![span.start()];
    for it in sentencex::get_sentence_boundaries("en", span.of(text)) {
        let words = it.text;
        let start = span.start() + it.start_byte + (words.len() - words.trim_start().len());
        let begins = text
            .get(start..span.end())
            .and_then(|it| it.chars().find(|it| !is_opening(*it)));
        let small = begins.is_none_or(|it| it.is_lowercase() || is_closing(it));
        if !small && text.is_char_boundary(start) {
            res.push(start);
        }
    }
    res.dedup();
    res
}

fn is_opening(c: char) -> bool {
    matches!(c, '“' | '"' | '‘' | '\'' | '«' | '„' | '(' | '[') || c.is_whitespace()
}

fn is_closing(c: char) -> bool {
    matches!(c, '”' | '’' | '»' | ')' | ']' | ',' | ';')
}

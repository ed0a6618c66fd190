//! A stretch of one article's text. Everything that Crossread shows is one of these.

use std::ops::Range;

/// A half-open range of bytes in one article's text, always on `char` boundaries.
///
/// Ordered by start, then by end, which is reading order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// `None` if `range` cuts a character, leaves `text` or runs backwards.
    pub fn new(text: &str, range: Range<usize>) -> Option<Self> {
        text.get(range.clone())?;
        Some(Self {
            start: u32::try_from(range.start).ok()?,
            end: u32::try_from(range.end).ok()?,
        })
    }

    /// The span from the start of `self` to the end of `last`, which must not begin earlier.
    pub fn to(self, last: Self) -> Self {
        Self {
            start: self.start.min(last.start),
            end: self.end.max(last.end),
        }
    }

    pub fn start(self) -> usize {
        self.start as usize
    }

    pub fn end(self) -> usize {
        self.end as usize
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    pub fn range(self) -> Range<usize> {
        self.start()..self.end()
    }

    /// The words themselves. `text` must be the article's text that the span was made on.
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }

    pub fn covers(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// How many bytes both share.
    pub fn overlap(self, other: Self) -> usize {
        let start = self.start.max(other.start);
        let end = self.end.min(other.end);
        end.saturating_sub(start) as usize
    }

    /// With the opening mark close before it whose closing mark it holds: `dozens” of barges`.
    pub fn with_opening_mark(self, text: &str) -> Self {
        let words = self.of(text);
        let before = text.get(..self.start()).unwrap_or_default();
        let opens = [('“', '”'), ('"', '"')].into_iter().any(|(open, close)| {
            let closes_first = words
                .find(close)
                .is_some_and(|at| !words[..at].contains(open));
            before.ends_with(open) && closes_first && words.matches(close).count() % 2 == 1
        });
        let mark_len = before.chars().next_back().map_or(0, char::len_utf8);
        match Self::new(text, self.start() - mark_len..self.end()) {
            Some(wider) if opens => wider,
            Some(_) | None => self,
        }
    }

    /// The span without white space at its ends.
    pub fn trimmed(self, text: &str) -> Self {
        let words = self.of(text);
        let start = self.start() + (words.len() - words.trim_start().len());
        let end = start + words.trim().len();
        Self::new(text, start..end).unwrap_or(self)
    }
}

#[cfg(test)]
mod tests {
    use super::Span;

    #[test]
    fn a_span_cannot_cut_a_letter() {
        assert!(Span::new("né", 0..2).is_none());
        assert!(Span::new("né", 1..4).is_none());
        let accent = Span::new("né", 1..3).expect("whole letter");
        assert_eq!(accent.of("né"), "é");
    }

    #[test]
    fn an_opening_mark_belongs_to_its_closing_one() {
        let text = "He got “dozens” of barges.";
        let inside = |words: &str| {
            let start = text.find(words).expect("in text");
            let span = Span::new(text, start..start + words.len()).expect("whole letters");
            span.with_opening_mark(text).of(text)
        };
        assert_eq!(inside("dozens” of barges"), "“dozens” of barges");
        assert_eq!(inside("dozens"), "dozens");
        assert_eq!(inside("barges"), "barges");
    }

    #[test]
    fn trimming_keeps_the_words() {
        let text = "a \u{a0}rain \n";
        let span = Span::new(text, 1..text.len()).expect("in text");
        assert_eq!(span.trimmed(text).of(text), "rain");
    }
}

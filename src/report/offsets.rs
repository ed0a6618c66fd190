//! Bytes to Unicode code points, the unit of offsets in everything that leaves the program.

use crate::model::Span;

/// How many code points stand before every 64th byte of a text.
pub struct CodePoints<'t> {
    text: &'t str,
    before: Vec<usize>,
}

const STEP: usize = 64;

impl<'t> CodePoints<'t> {
    pub fn new(text: &'t str) -> Self {
        let mut before = Vec::with_capacity(text.len() / STEP + 1);
        let mut count = 0;
        for (at, byte) in text.bytes().enumerate() {
            if at % STEP == 0 {
                before.push(count);
            }
            count += usize::from(is_first(byte));
        }
        before.push(count);
        Self { text, before }
    }

    /// Code points before byte `at`, a `char` boundary.
    pub fn at(&self, at: usize) -> usize {
        let slot = (at / STEP).min(self.before.len().saturating_sub(1));
        let from = (slot * STEP).min(self.text.len());
        let rest = self.text.as_bytes().get(from..at).unwrap_or_default();
        self.before[slot] + rest.iter().filter(|it| is_first(**it)).count()
    }

    /// Start and end of a span.
    pub fn of(&self, span: Span) -> [usize; 2] {
        [self.at(span.start()), self.at(span.end())]
    }
}

/// First byte of a code point.
fn is_first(byte: u8) -> bool {
    byte & 0xc0 != 0x80
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_boundary_is_counted_right() {
        let text = "Né “ici” – 東京 😀 ".repeat(40);
        let points = CodePoints::new(&text);
        for (count, (at, _)) in text.char_indices().enumerate() {
            assert_eq!(points.at(at), count);
        }
        assert_eq!(points.at(text.len()), text.chars().count());
    }
}

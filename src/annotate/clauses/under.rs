//! Which quotation or report a place stands in.

use crate::model::{Quotation, Span};

/// The contents of all quotations, in an order by which few are looked at for one place.
pub struct Contents<'a> {
    quotations: &'a [Quotation],
    /// Ascending, each with its quotation.
    spans: Vec<(Span, usize)>,
    /// Where the span and all before it end at the latest.
    ends: Vec<usize>,
}

impl<'a> Contents<'a> {
    pub fn new(quotations: &'a [Quotation]) -> Self {
        let of = |(idx, it): (usize, &'a Quotation)| it.content.iter().map(move |it| (*it, idx));
        let mut spans: Vec<(Span, usize)> = quotations.iter().enumerate().flat_map(of).collect();
        spans.sort();
        let ends = spans.iter().scan(0, |last, it| {
            *last = it.0.end().max(*last);
            Some(*last)
        });
        Self {
            quotations,
            ends: ends.collect(),
            spans,
        }
    }

    /// The innermost quotation or report whose content `place` stands in.
    pub fn around(&self, place: Span) -> Option<usize> {
        let n_before = self
            .spans
            .partition_point(|it| it.0.start() <= place.start());
        let near = self.spans[..n_before].iter().zip(&self.ends).rev();
        let len = |it: &Quotation| it.content.iter().map(|span| span.len()).sum::<usize>();
        near.take_while(|(_, end)| **end >= place.end())
            .filter(|(it, _)| it.0.covers(place))
            .map(|(it, _)| it.1)
            .min_by_key(|it| (self.quotations.get(*it).map(len), *it))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Flags, QuotationKind};

    #[test]
    fn the_innermost_content_is_found() {
        let text = "abcdefghij";
        let span = |from, to| Span::new(text, from..to).expect("in the text");
        let quotation = |content: &[Span]| Quotation {
            span: content[0],
            kind: QuotationKind::Reported,
            sources: Vec::new(),
            unsourced: None,
            cue: None,
            content: content.to_vec(),
            flags: Flags::default(),
        };
        let quotations = [
            quotation(&[span(0, 9)]),
            quotation(&[span(1, 2), span(4, 7)]),
            quotation(&[span(3, 7)]),
            quotation(&[span(3, 7)]),
        ];
        let contents = Contents::new(&quotations);
        let around = |from, to| contents.around(span(from, to));
        assert_eq!(around(0, 1), Some(0));
        assert_eq!(around(1, 2), Some(1));
        assert_eq!(around(3, 4), Some(2));
        assert_eq!(around(5, 6), Some(1));
        assert_eq!(around(7, 8), Some(0));
        assert_eq!(around(8, 10), None);
    }
}

//! The writer's own sentences: each marked quotation is one item in them.
//!
//! ```text
//! “The wall holds. It will hold,” said Ada Ruiz.   ->  [Q1] said Ada Ruiz .
//! ```
//! A sentence ends only outside marks, so that a cue and what it governs stay together.

use super::marks::Marked;
use super::words::{Tag, Word};
use crate::model::Span;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// Index into the article's words.
    Word(usize),
    /// Index into the article's marked quotations.
    Quote(usize),
}

impl Item {
    pub fn is_quote(self) -> bool {
        matches!(self, Self::Quote(_))
    }
}

/// One sentence of the writer.
#[derive(Debug)]
pub struct Outer {
    /// Number of the readable block (headline, dek, paragraph) it stands in.
    pub block: usize,
    pub items: Vec<Item>,
    /// No other sentence stands in its block.
    pub whole_block: bool,
}

/// Splits an article into the writer's sentences. `sentences` start ascending.
pub fn outer(words: &[Word<'_>], marked: &[Marked], sentences: &[Span]) -> Vec<Outer> {
    let mut res: Vec<Outer> = Vec::new();
    let mut quote = 0;
    let mut shown = None;
    for (at, word) in words.iter().enumerate() {
        while marked
            .get(quote)
            .is_some_and(|it| it.outer.end() <= word.span.start())
        {
            quote += 1;
        }
        let inside = marked.get(quote).filter(|it| it.outer.covers(word.span));
        let starts = |at: usize| sentences.binary_search_by_key(&at, |it| it.start()).is_ok();
        let (item, new) = match inside {
            Some(_) if shown == Some(quote) => continue,
            Some(it) => {
                shown = Some(quote);
                let new = starts(it.outer.start()) || starts(it.inner.start());
                (Item::Quote(quote), new)
            }
            None => (Item::Word(at), starts(word.span.start())),
        };
        let same_block = res.last().is_some_and(|it| it.block == word.block);
        let goes_on = same_block
            && (!new
                || res
                    .last()
                    .is_some_and(|it| asks_for_cue(words, marked, it, at)));
        match res.last_mut().filter(|_| goes_on) {
            Some(last) => last.items.push(item),
            None => res.push(Outer {
                block: word.block,
                items: vec![item],
                whole_block: false,
            }),
        }
    }
    for sentences in res.chunk_by_mut(|a, b| a.block == b.block) {
        if let [only] = sentences {
            only.whole_block = true;
        }
    }
    res
}

/// `“Are we late?” Ruiz asked.`: the question mark ends no sentence of the writer's.
fn asks_for_cue(words: &[Word<'_>], marked: &[Marked], last: &Outer, at: usize) -> bool {
    let [.., Item::Quote(quote)] = last.items.as_slice() else {
        return false;
    };
    let Some(it) = marked.get(*quote) else {
        return false;
    };
    let before = words[..at]
        .iter()
        .rev()
        .find(|word| it.inner.covers(word.span));
    let open_end = before.is_some_and(|word| matches!(word.text, "?" | "!" | "," | "…" | "..."));
    let mut rest = words[at..]
        .iter()
        .take_while(|word| word.block == last.block)
        .take(9);
    let short = !marked
        .get(quote + 1)
        .is_some_and(|next| next.outer.covers(words[at].span));
    open_end
        && short
        && rest
            .find(|word| {
                !matches!(
                    word.tag,
                    Tag::Propn | Tag::Noun | Tag::Det | Tag::Pron | Tag::Adj
                )
            })
            .is_some_and(|word| word.tag == Tag::Verb)
}

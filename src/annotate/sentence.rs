//! One sentence of the writer as the finders of cues and phrases read it.

use std::ops::Range;

use super::marks::Marked;
use super::outer::Item;
use super::words::{Tag, Word};
use crate::lexicon::{Lexicons, ReportingVerb};

/// One sentence of the writer, with what is needed to read it. Positions are items: a word, or a
/// whole quotation.
#[derive(Clone, Copy)]
pub struct Sentence<'a> {
    pub text: &'a str,
    pub items: &'a [Item],
    pub words: &'a [Word<'a>],
    pub marked: &'a [Marked],
    pub lexicons: &'a Lexicons,
}

impl<'a> Sentence<'a> {
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// The word at item `at`; `None` for a quotation or past the ends.
    pub fn word(&self, at: usize) -> Option<&'a Word<'a>> {
        match self.items.get(at)? {
            Item::Word(word) => self.words.get(*word),
            Item::Quote(_) => None,
        }
    }

    pub fn tag(&self, at: usize) -> Option<Tag> {
        self.word(at).map(|it| it.tag)
    }

    pub fn is(&self, at: usize, text: &str) -> bool {
        self.word(at).is_some_and(|it| it.lower == text)
    }

    pub fn is_any(&self, at: usize, list: &[&str]) -> bool {
        self.word(at)
            .is_some_and(|it| list.contains(&it.lower.as_str()))
    }

    pub fn is_quote(&self, at: usize) -> bool {
        matches!(self.items.get(at), Some(Item::Quote(_)))
    }

    pub fn quote(&self, at: usize) -> Option<&'a Marked> {
        match self.items.get(at)? {
            Item::Word(_) => None,
            Item::Quote(quote) => self.marked.get(*quote),
        }
    }

    /// The last sign between the marks of the quotation at item `at`.
    pub fn quote_end(&self, at: usize) -> Option<char> {
        let words = self.quote(at)?.inner.of(self.text);
        words.chars().rfind(|it| !matches!(it, '’' | '\'' | ')'))
    }

    /// A quotation that begins in lower case: a part of the writer's clause.
    pub fn is_fragment(&self, at: usize) -> bool {
        self.quote(at).is_some_and(|it| {
            let words = it.inner.of(self.text);
            words
                .chars()
                .find(|it| it.is_alphabetic())
                .is_some_and(char::is_lowercase)
        })
    }

    /// A comma, or a quotation that ends in one: the American way puts it inside the marks.
    pub fn breaks(&self, at: usize) -> bool {
        self.is(at, ",") || self.quote_end(at) == Some(',')
    }

    pub fn is_dash(&self, at: usize) -> bool {
        self.is_any(at, &["—", "--", "–", "-"])
    }

    pub fn is_calendar(&self, at: usize) -> bool {
        self.word(at)
            .is_some_and(|it| !it.named && self.lexicons.is_calendar(&it.lower))
    }

    pub fn is_noun(&self, at: usize) -> bool {
        matches!(self.tag(at), Some(Tag::Noun | Tag::Propn))
    }

    /// How the word at `at` takes what is said, if it is a verb of saying.
    pub fn reporting_verb(&self, at: usize) -> Option<&'a ReportingVerb> {
        self.lexicons.reporting_verb(&self.word(at)?.lemma)
    }

    /// The word at `at` can stand beside a quotation: `said`.
    pub fn speaks(&self, at: usize) -> bool {
        self.reporting_verb(at)
            .is_some_and(ReportingVerb::beside_quotation)
    }

    /// A verb that can carry a clause: no participle in `-ing`, no infinitive.
    pub fn is_finite(&self, at: usize) -> bool {
        match self.tag(at) {
            Some(Tag::Aux) => !self.is_any(at, &["be", "been", "being"]),
            Some(Tag::Verb) => {
                let ing = self.word(at).is_some_and(|it| it.lower.ends_with("ing"));
                !ing && !self.is_infinitive(at)
            }
            _ => false,
        }
    }

    /// `to` stands before the verb, with at most two adverbs between: `to more tightly regulate`.
    pub fn is_infinitive(&self, at: usize) -> bool {
        let adverb =
            |it: &usize| self.tag(*it) == Some(Tag::Adv) || self.is_any(*it, &["more", "less"]);
        let n_adverbs = (0..at).rev().take(2).take_while(adverb).count();
        at > n_adverbs && self.is(at - n_adverbs - 1, "to")
    }

    /// `to` with its verb, `not` before it or not.
    pub fn starts_infinitive(&self, at: usize) -> bool {
        let at = at + usize::from(self.is(at, "not"));
        let verb = |it: usize| matches!(self.tag(it), Some(Tag::Verb | Tag::Aux));
        let adverb = self.tag(at + 1) == Some(Tag::Adv);
        self.is(at, "to") && (verb(at + 1) || adverb && verb(at + 2) || self.is_fragment(at + 1))
    }

    pub fn is_ing(&self, at: usize) -> bool {
        self.word(at)
            .is_some_and(|it| it.tag == Tag::Verb && it.lower.ends_with("ing"))
    }

    /// A form that can be a past participle.
    pub fn is_participle(&self, at: usize) -> bool {
        self.word(at).is_some_and(|it| {
            it.tag == Tag::Verb
                && it.lower != it.lemma
                && !it.lower.ends_with("ing")
                && !it.lower.ends_with('s')
        })
    }

    /// `as` in `quoted Ruiz as saying`: not who quotes but who is quoted says it.
    pub fn is_quoted_as(&self, at: usize) -> bool {
        self.is(at, "as") && self.is_ing(at + 1) && self.speaks(at + 1)
    }

    /// Past its last item that is no mark.
    pub fn end(&self) -> usize {
        let mut end = self.len();
        while end > 0 && self.tag(end - 1) == Some(Tag::Punct) && !self.is(end - 1, ")") {
            end -= 1;
        }
        end
    }

    /// Item of the bracket that opens what closes at `at`.
    pub fn opening(&self, at: usize) -> Option<usize> {
        (0..at).rev().take(12).find(|it| self.is(*it, "("))
    }

    /// Item of the bracket that closes what opens at `at`.
    pub fn closing(&self, at: usize) -> Option<usize> {
        (at..self.len()).take(40).find(|it| self.is(*it, ")"))
    }

    /// Index among the article's words of the word at item `at`.
    pub fn word_index(&self, at: usize) -> Option<usize> {
        match self.items.get(at)? {
            Item::Word(word) => Some(*word),
            Item::Quote(_) => None,
        }
    }

    /// Words of a range of items, quotations at its ends left out.
    pub fn words_of(&self, items: &Range<usize>) -> Option<Range<usize>> {
        let mut words = items.clone().filter_map(|it| self.word_index(it));
        let first = words.next()?;
        let last = words.next_back().unwrap_or(first);
        Some(first..last + 1)
    }
}

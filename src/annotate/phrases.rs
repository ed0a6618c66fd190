//! Who does it: the noun phrase that is the subject of a verb, in one of the writer's sentences.
//!
//! ```text
//! Ada Ruiz, the port's lawyer, on Monday told       <- told: Ada Ruiz
//! officials at the port and the union said          <- said: officials at the port and the union
//! “…,” said harbor master Ada Ruiz in a letter      said -> harbor master Ada Ruiz
//! ```
//! A finite-state search (Abney 1996), not a parser. A subject that is not plain to see is none.

use std::ops::Range;

use super::outer::Item;
use super::words::{Tag, Word};
use crate::lexicon::Lexicons;

/// One sentence of the writer, with what is needed to read it.
#[derive(Clone, Copy)]
pub struct Sentence<'a> {
    pub items: &'a [Item],
    pub words: &'a [Word<'a>],
    pub lexicons: &'a Lexicons,
}

impl<'a> Sentence<'a> {
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

    pub fn is_quote(&self, at: usize) -> bool {
        matches!(self.items.get(at), Some(Item::Quote(_)))
    }

    /// Index among the article's words of the word at item `at`.
    pub fn word_index(&self, at: usize) -> Option<usize> {
        match self.items.get(at)? {
            Item::Word(word) => Some(*word),
            Item::Quote(_) => None,
        }
    }

    /// Words of a range of items that holds no quotation.
    pub fn words_of(&self, items: &Range<usize>) -> Option<Range<usize>> {
        let first = self.word_index(items.start)?;
        let last = self.word_index(items.end.checked_sub(1)?)?;
        (first <= last).then_some(first..last + 1)
    }

    fn is_calendar(&self, at: usize) -> bool {
        self.word(at)
            .is_some_and(|it| self.lexicons.is_calendar(&it.lower))
    }
}

/// Items of the subject of the verb at item `verb`, searched to the left.
pub fn subject(sentence: &Sentence<'_>, verb: usize) -> Option<Range<usize>> {
    subject_within(sentence, verb, 3)
}

fn subject_within(sentence: &Sentence<'_>, verb: usize, depth: usize) -> Option<Range<usize>> {
    let mut end = verb;
    loop {
        let before = end.checked_sub(1)?;
        if sentence.is_calendar(before) {
            end = before;
            while end > 0 && is_time_preposition(sentence, end - 1) {
                end -= 1;
            }
            continue;
        }
        match sentence.tag(before)? {
            Tag::Aux | Tag::Adv | Tag::Part => end = before,
            Tag::Punct if sentence.is(before, ",") => {
                if let Some(subject) = before_apposition(sentence, before) {
                    return Some(subject);
                }
                return inherited(sentence, before, depth);
            }
            Tag::Cconj => return inherited(sentence, before, depth),
            Tag::Pron if is_relative(sentence, before) => {
                return phrase_before(sentence, without_comma(sentence, before));
            }
            Tag::Noun if is_ing(sentence, verb) => {
                // `issued a statement saying`: the one who issued it speaks.
                return inherited(sentence, before, depth).or_else(|| phrase_before(sentence, end));
            }
            _ => return phrase_before(sentence, end),
        }
    }
}

fn is_time_preposition(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.word(at).is_some_and(|it| {
        matches!(
            it.lower.as_str(),
            "on" | "in" | "late" | "early" | "last" | "this" | "since"
        )
    })
}

fn is_relative(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence
        .word(at)
        .is_some_and(|it| matches!(it.lower.as_str(), "who" | "which"))
}

fn is_ing(sentence: &Sentence<'_>, verb: usize) -> bool {
    sentence
        .word(verb)
        .is_some_and(|it| it.lower.ends_with("ing"))
}

fn without_comma(sentence: &Sentence<'_>, at: usize) -> usize {
    match at.checked_sub(1) {
        Some(before) if sentence.is(before, ",") => before,
        _ => at,
    }
}

/// Most items between the commas of an apposition.
const LONGEST_APPOSITION: usize = 18;

/// `NAME, the … of …, said`: the phrase before the first of the two commas.
fn before_apposition(sentence: &Sentence<'_>, comma: usize) -> Option<Range<usize>> {
    let from = comma.saturating_sub(LONGEST_APPOSITION);
    let first = (from..comma)
        .rev()
        .take_while(|at| !sentence.is_quote(*at))
        .filter(|at| sentence.is(*at, ","))
        .find(|at| {
            matches!(
                at.checked_sub(1).and_then(|it| sentence.tag(it)),
                Some(Tag::Noun | Tag::Propn)
            )
        })?;
    let opens_apposition = match sentence.tag(first + 1)? {
        Tag::Det | Tag::Noun | Tag::Propn | Tag::Adj | Tag::Num => true,
        Tag::Pron => {
            is_relative(sentence, first + 1)
                || sentence.is(first + 1, "his")
                || sentence.is(first + 1, "her")
        }
        _ => false,
    };
    opens_apposition
        .then(|| phrase_before(sentence, first))
        .flatten()
}

/// The subject of the verb before: `Ruiz said … and added`, `Ruiz left, saying`.
fn inherited(sentence: &Sentence<'_>, before: usize, depth: usize) -> Option<Range<usize>> {
    let depth = depth.checked_sub(1)?;
    (0..before)
        .rev()
        .filter(|at| sentence.tag(*at) == Some(Tag::Verb))
        .find_map(|verb| subject_within(sentence, verb, depth))
}

/// The noun phrase whose last item is just before `end`.
pub fn phrase_before(sentence: &Sentence<'_>, end: usize) -> Option<Range<usize>> {
    let last = end.checked_sub(1)?;
    let ends_phrase = match sentence.tag(last)? {
        Tag::Noun | Tag::Propn | Tag::Num => true,
        Tag::Pron => {
            return is_personal(sentence, last).then_some(last..end);
        }
        // `native`, `official` at the end of a phrase.
        Tag::Adj => sentence
            .word(last)
            .is_some_and(|it| sentence.lexicons.is_collective(&it.lower)),
        _ => false,
    };
    if !ends_phrase {
        return None;
    }
    let mut start = last;
    while start > 0 && extends_left(sentence, start) {
        start -= 1;
    }
    Some(start..end)
}

fn is_personal(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.word(at).is_some_and(|it| {
        matches!(
            it.lower.as_str(),
            "he" | "she" | "they" | "it" | "who" | "we" | "i" | "others" | "some" | "both"
        )
    })
}

/// Whether the item before `start` belongs to the phrase that begins at `start`.
fn extends_left(sentence: &Sentence<'_>, start: usize) -> bool {
    let before = start - 1;
    let Some(word) = sentence.word(before) else {
        return false;
    };
    let noun_before = || {
        before
            .checked_sub(1)
            .is_some_and(|it| matches!(sentence.tag(it), Some(Tag::Noun | Tag::Propn)))
    };
    let closed = sentence.tag(start) == Some(Tag::Det);
    match word.tag {
        Tag::Noun | Tag::Propn | Tag::Adj | Tag::Num => {
            !closed && !sentence.lexicons.is_calendar(&word.lower)
        }
        Tag::Det => !closed || word.lower == "both" || word.lower == "all",
        Tag::Part => word.lower == "'s" || word.lower == "'",
        Tag::Pron => matches!(
            word.lower.as_str(),
            "his" | "her" | "their" | "its" | "our" | "my"
        ),
        Tag::Adp => {
            matches!(
                word.lower.as_str(),
                "of" | "at" | "for" | "from" | "with" | "in" | "to" | "between"
            ) && noun_before()
        }
        Tag::Cconj => word.lower == "and" && noun_before(),
        Tag::Punct => {
            // Inside a list: `the port, the union and the town`.
            word.text == ","
                && noun_before()
                && (start..sentence.items.len())
                    .take(6)
                    .take_while(|at| {
                        matches!(
                            sentence.tag(*at),
                            Some(Tag::Noun | Tag::Propn | Tag::Det | Tag::Cconj)
                        )
                    })
                    .any(|at| sentence.is(at, "and"))
        }
        _ => false,
    }
}

/// The noun phrase that begins at item `start`, for a subject after its verb.
pub fn phrase_after(sentence: &Sentence<'_>, start: usize) -> Option<Range<usize>> {
    let mut end = start;
    let mut has_noun = false;
    while let Some(word) = sentence.word(end) {
        let takes = match word.tag {
            Tag::Pron if end == start => {
                return is_personal(sentence, end).then_some(end..end + 1);
            }
            Tag::Noun | Tag::Propn => {
                has_noun = true;
                !sentence.lexicons.is_calendar(&word.lower)
            }
            Tag::Det | Tag::Adj | Tag::Num => true,
            Tag::Part => word.lower == "'s" || word.lower == "'",
            Tag::Adp => has_noun && matches!(word.lower.as_str(), "of" | "for" | "from" | "at"),
            Tag::Cconj => {
                has_noun
                    && word.lower == "and"
                    && matches!(
                        sentence.tag(end + 1),
                        Some(Tag::Noun | Tag::Propn | Tag::Det)
                    )
            }
            _ => false,
        };
        if !takes {
            break;
        }
        end += 1;
    }
    while end > start
        && !matches!(
            sentence.tag(end - 1),
            Some(Tag::Noun | Tag::Propn | Tag::Adj)
        )
    {
        end -= 1;
    }
    (has_noun && end > start).then_some(start..end)
}

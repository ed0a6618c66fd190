//! Every place where an article names a thing of a class.

use std::collections::BTreeMap;

use super::Material;
use crate::lexicon::{Naming, Tag};
use crate::model::{ArticleIdx, Place, QuotationKind, Span, Token, TokenKind};

/// Most words before a noun that belong to its name.
const MOST_MODIFIERS: usize = 3;
/// Letters that a name shares with what is made from it.
const STEM: usize = 4;

/// One naming of a thing.
#[derive(Clone, Debug)]
pub struct Mention {
    pub class: String,
    /// The name with its modifiers.
    pub place: Place,
    /// The name by lemma, without modifiers: `trainer`.
    pub name: String,
    /// Key of its last word; of a verb none, which tells no thing again when it is used again.
    pub head: Option<u64>,
    /// What the name implies, where the lexicon tells.
    pub implies: Option<&'static str>,
    /// Key of the modifier or name that tells which thing it is.
    pub anchor: Option<u64>,
    pub quoted: bool,
}

/// In story order. `joined` are the classes that this story shows, by lemma.
pub fn mentions(material: &Material<'_>, joined: &BTreeMap<String, String>) -> Vec<Mention> {
    let mut res = Vec::new();
    for article in material.story.indices() {
        let finder = Finder {
            material,
            joined,
            article,
            text: &material.story.article(article).text,
            tokens: &material.story.annotations(article).tokens,
        };
        let mut at = 0;
        while at < finder.tokens.len() {
            let found = finder.mention(at);
            at += found.as_ref().map_or(1, |it| it.1);
            res.extend(found.map(|it| it.0));
        }
    }
    res.sort_by_key(|it: &Mention| it.place);
    res
}

struct Finder<'a> {
    material: &'a Material<'a>,
    joined: &'a BTreeMap<String, String>,
    article: ArticleIdx,
    text: &'a str,
    tokens: &'a [Token],
}

impl Finder<'_> {
    /// The name that starts at token `at`, and how many tokens it takes.
    fn mention(&self, at: usize) -> Option<(Mention, usize)> {
        let token = self.tokens[at];
        if token.kind != TokenKind::Word || !token.content {
            return None;
        }
        let lower = self.lower(at);
        let names = |it: &str| self.material.lexicons.namings(it).iter();
        let listed = [Tag::Noun, Tag::Verb].into_iter().flat_map(|tag| {
            let lemma = self.material.lexicons.lemma(&lower, tag);
            names(&lemma).filter(move |it| it.words.len() > 1 || it.tag == tag)
        });
        let part = lower.rfind('-').map_or("", |it| &lower[it..]);
        let listed = listed
            .filter(|it| self.fits(it, at))
            .chain(names(part))
            .min_by_key(|it| std::cmp::Reverse(it.words.len()));
        let (class, name, tag, implies, n_words) = match listed {
            Some(it) => (
                it.class.to_owned(),
                it.words.join(" "),
                it.tag,
                it.implies,
                it.words.len(),
            ),
            None => {
                let lemma = self.material.lexicons.lemma(&lower, Tag::Noun);
                let class = self.joined.get(&lemma)?.clone();
                (class, lemma, Tag::Noun, None, 1)
            }
        };
        let last = at + n_words - 1;
        let (start, anchor) = match tag {
            Tag::Noun if self.is_noun_here(last) => {
                let (start, anchor) = self.modifiers(at);
                (start, anchor.or_else(|| self.person_after(last)))
            }
            Tag::Noun => return None,
            Tag::Adj => (at, self.is_capital(at).then(|| self.stem(at))),
            _ if listed.is_some_and(|it| it.by_agent) => (at, self.first_name(at)),
            _ => (at, self.person_beside(at, last)),
        };
        let span = self.tokens[start].span.to(self.tokens[last].span);
        if self.is_person(span) || tag != Tag::Adj && self.is_name(last) {
            return None;
        }
        let mention = Mention {
            class,
            place: Place {
                article: self.article,
                span,
            },
            name,
            head: (tag == Tag::Noun).then(|| self.tokens[last].lemma),
            implies,
            anchor,
            quoted: self.is_quoted(span),
        };
        Some((mention, n_words))
    }

    fn lower(&self, at: usize) -> String {
        self.tokens[at].span.of(self.text).to_lowercase()
    }

    fn tag(&self, at: usize) -> Option<Tag> {
        self.material.lexicons.tag(&self.lower(at))
    }

    fn fits(&self, naming: &Naming, at: usize) -> bool {
        let words = naming.words.iter().enumerate();
        let all = words.clone().all(|(n, word)| {
            self.tokens.get(at + n).is_some_and(|it| {
                let lower = it.span.of(self.text).to_lowercase();
                lower == *word || self.material.lexicons.lemma(&lower, naming.tag) == *word
            })
        });
        // `attack` is the noun where the verb would be as good.
        all && match naming.tag {
            Tag::Verb => self.is_verb_here(at + naming.words.len() - 1),
            _ => true,
        }
    }

    /// An inflected verb, or one after `to` or an auxiliary.
    fn is_verb_here(&self, at: usize) -> bool {
        let lower = self.lower(at);
        let inflected = lower.ends_with("ed") || lower.ends_with("ing");
        inflected
            || self.tag(at) == Some(Tag::Verb)
            || at
                .checked_sub(1)
                .is_some_and(|it| matches!(self.tag(it), Some(Tag::Aux | Tag::Part)))
    }

    /// No verb, by the words around it: `they strike the port`, `to attack`.
    fn is_noun_here(&self, at: usize) -> bool {
        let before = at.checked_sub(1);
        let is_verbal = before.is_some_and(|it| {
            matches!(self.tag(it), Some(Tag::Pron | Tag::Aux)) || self.lower(it) == "to"
        });
        // `force them`, `free trade`: another noun or its article follows.
        let goes_on = self.tokens.get(at + 1).is_some_and(|it| {
            let next = self
                .material
                .lexicons
                .tag(&it.span.of(self.text).to_lowercase());
            it.kind == TokenKind::Word && matches!(next, Some(Tag::Noun | Tag::Det | Tag::Adj))
        });
        !is_verbal && !goes_on && self.tag(at) != Some(Tag::Adj)
    }

    /// Where the name begins, and the key of the first word that tells which one it is.
    fn modifiers(&self, at: usize) -> (usize, Option<u64>) {
        let mut start = at;
        while let Some(before) = start.checked_sub(1) {
            let token = &self.tokens[before];
            let gap = self
                .text
                .get(token.span.end()..self.tokens[start].span.start());
            let joins = gap.is_some_and(|it| it == " " || it.is_empty() || it == " [");
            let modifies = token.kind == TokenKind::Word && token.content && self.modifies(before);
            if !joins || !modifies || at - start == MOST_MODIFIERS {
                break;
            }
            start = before;
        }
        let anchor = (start..at).find(|it| self.is_capital(*it));
        (start, anchor.map(|it| self.stem(it)))
    }

    /// `the death of Ada Ruiz`: the person's last name.
    fn person_after(&self, at: usize) -> Option<u64> {
        let is_of = self
            .tokens
            .get(at + 1)
            .is_some_and(|it| it.span.of(self.text) == "of");
        is_of.then(|| self.person_in(at + 2..at + 6)).flatten()
    }

    /// `Ada Ruiz was killed`, `killed Ada Ruiz`.
    fn person_beside(&self, first: usize, last: usize) -> Option<u64> {
        let start = first.saturating_sub(4);
        let is_stop = |it: &usize| matches!(self.tokens[*it].span.of(self.text), "." | "?" | "!");
        let start = (start..first)
            .rev()
            .find(is_stop)
            .map_or(start, |it| it + 1);
        let before = self.person_in(start..first);
        before.or_else(|| self.person_in(last + 1..last + 4))
    }

    /// Key of the last word of a person's name that stands there, in the same sentence.
    fn person_in(&self, range: std::ops::Range<usize>) -> Option<u64> {
        let tokens = self
            .tokens
            .get(range.start..range.end.min(self.tokens.len()))?;
        let ends = tokens
            .iter()
            .position(|it| matches!(it.span.of(self.text), "." | "?" | "!"));
        let tokens = &tokens[..ends.unwrap_or(tokens.len())];
        let is_capital = |it: &&Token| it.span.of(self.text).starts_with(char::is_uppercase);
        let start = tokens.iter().position(|it| self.names_person(it.span))?;
        let run = tokens[start..].iter().take_while(is_capital);
        run.map(|it| it.lemma).last()
    }

    /// A mention of a person of the article, or a given name.
    fn names_person(&self, span: Span) -> bool {
        let words = span.of(self.text);
        let is_given = words.starts_with(char::is_uppercase)
            && self
                .material
                .lexicons
                .given_name(&words.to_lowercase())
                .is_some();
        is_given || self.is_person(span)
    }

    /// The first name in the sentence, as a stem: who does what it tells.
    fn first_name(&self, at: usize) -> Option<u64> {
        let sentences = &self.material.story.annotations(self.article).sentences;
        let sentence = sentences
            .iter()
            .find(|it| it.covers(self.tokens[at].span))?;
        let mut before = (0..at).filter(|it| sentence.covers(self.tokens[*it].span));
        let name = before.find(|it| self.is_capital(*it) && !self.tag_is_common(*it))?;
        Some(self.stem(name))
    }

    /// A capital that only opens a sentence.
    fn tag_is_common(&self, at: usize) -> bool {
        !matches!(self.tag(at), None | Some(Tag::Propn | Tag::Noun))
    }

    /// Can be a part of a name: no verb (`piloting drones`), no day.
    fn modifies(&self, at: usize) -> bool {
        let lower = self.lower(at);
        let is_verbal = !lower.contains('-') && (lower.ends_with("ing") || lower.ends_with("ed"));
        let is_nominal = match self.tag(at) {
            Some(Tag::Adj | Tag::Noun | Tag::Propn) => true,
            Some(_) => false,
            None => lower.contains('-') || self.is_capital(at),
        };
        is_nominal && !is_verbal && !self.material.lexicons.is_calendar(&lower)
    }

    /// A name and what is made from it (`Skarne`, `Skarnian`) are one: hash of the first letters.
    fn stem(&self, at: usize) -> u64 {
        let lower = self.lower(at);
        let letters = lower.bytes().take(STEM);
        letters.fold(0xcbf2_9ce4_8422_2325, |res, byte| {
            (res ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        })
    }

    fn is_capital(&self, at: usize) -> bool {
        let words = self.tokens[at].span.of(self.text);
        words.starts_with(char::is_uppercase) && self.tokens[at].content
    }

    /// A capital inside a sentence of prose makes a name (`Ada Strike`), two an abbreviation (`UAVs`).
    fn is_name(&self, at: usize) -> bool {
        let span = self.tokens[at].span;
        let n_capitals = span
            .of(self.text)
            .chars()
            .filter(|it| it.is_uppercase())
            .count();
        let sentences = &self.material.story.annotations(self.article).sentences;
        let inside = sentences
            .iter()
            .any(|it| it.start() < span.start() && it.covers(span));
        n_capitals == 1 && self.is_capital(at) && inside
    }

    fn is_person(&self, span: Span) -> bool {
        let people = &self.material.story.annotations(self.article).people;
        people
            .iter()
            .any(|it| it.mentions.iter().any(|mention| mention.overlaps(span)))
    }

    fn is_quoted(&self, span: Span) -> bool {
        let quotations = &self.material.story.annotations(self.article).quotations;
        quotations.iter().any(|it| match it.kind {
            QuotationKind::Direct | QuotationKind::Mixed | QuotationKind::Scare => {
                it.span.covers(span)
            }
            QuotationKind::Reported => false,
        })
    }
}

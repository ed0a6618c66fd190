//! Who is meant: a phrase beside a cue, a pronoun, a role, to a name.
//!
//! ```text
//! said his owner, baker Tomas Reik       Tomas Reik: named in apposition
//! Ode spokeswoman Ada Ruiz said          Ada Ruiz: the other name only modifies
//! the Halvane governor said              who was given that role or title
//! he said                                by salience (`salience.rs`)
//! ```

use std::ops::Range;

use super::names::{self, People};
use super::outer::Outer;
use super::salience::{Candidate, Salience};
use super::words::{Tag, Word};
use crate::lexicon::{Gender, Lexicons};
use crate::model::{Name, Source, SourceRule, Span, Unsourced};

/// What is known while the article is read from top to bottom.
pub struct Resolver<'a> {
    pub text: &'a str,
    pub words: &'a [Word<'a>],
    pub people: &'a People,
    pub lexicons: &'a Lexicons,
    salience: Salience,
}

/// Words after a phrase in which a name in apposition begins.
const APPOSITION: usize = 4;
/// Endings of nouns for acts, states and events.
const ABSTRACT: [&str; 10] = [
    "tion", "sion", "ness", "ity", "ism", "ance", "ence", "ment", "ship", "ure",
];
/// Most words of a phrase that takes up somebody by the role: `the new Halvane port governor`.
const LONGEST_ROLE: usize = 5;

impl<'a> Resolver<'a> {
    pub fn new(
        text: &'a str,
        words: &'a [Word<'a>],
        people: &'a People,
        lexicons: &'a Lexicons,
        sentences: &[Outer],
    ) -> Self {
        Self {
            text,
            words,
            people,
            lexicons,
            salience: Salience::new(text, words, people, lexicons, sentences),
        }
    }

    /// The sources that a phrase names, in its order; none if nobody can be told.
    pub fn sources(&self, phrase: &Range<usize>, sentence: usize) -> Vec<Source> {
        let mention = Some(names::span(self.text, self.words, phrase));
        let named = |name, rule| Source {
            name,
            mention,
            rule,
        };
        let persons = self.persons(phrase);
        if !persons.is_empty() {
            let persons = persons.into_iter();
            return persons
                .map(|it| named(Name::Person(it), SourceRule::Named))
                .collect();
        }
        let first = &self.words[phrase.start];
        let pronoun = phrase.len() == 1 && matches!(first.tag, Tag::Pron | Tag::Det);
        let found = if pronoun && is_personal(&first.lower) {
            self.pronoun(&first.lower, sentence)
                .map(|it| named(it, SourceRule::Pronoun))
        } else if let Some(person) = self.apposition(phrase) {
            Some(named(Name::Person(person), SourceRule::Named))
        } else if let Some(name) = self.taken_up(phrase, sentence) {
            Some(named(name, SourceRule::Pronoun))
        } else if self.is_named(phrase) {
            let name = names::span(self.text, self.words, &self.name(phrase));
            Some(named(Name::Words(name), SourceRule::Named))
        } else {
            None
        };
        found.into_iter().collect()
    }

    /// Whose account it is.
    pub fn account(&self, name: Span) -> Source {
        let at = self
            .words
            .partition_point(|it| it.span.start() < name.start());
        let person = self.people.at(at).map(|it| Name::Person(it.1));
        Source {
            name: person.unwrap_or(Name::Words(name)),
            mention: Some(name),
            rule: SourceRule::Named,
        }
    }

    /// Why a phrase beside a cue names nobody.
    pub fn unsourced(&self, phrase: Option<&Range<usize>>, sentence: usize) -> Unsourced {
        let Some(phrase) = phrase else {
            return Unsourced::NoSubject;
        };
        let first = &self.words[phrase.start];
        if phrase.len() > 1 || !is_personal(&first.lower) {
            return Unsourced::NoSubject;
        }
        match gender_of(&first.lower) {
            Some(gender) if self.salience.is_tie(sentence, |it| it.fits(gender)) => {
                Unsourced::TwoCandidates
            }
            _ => Unsourced::NoAntecedent,
        }
    }

    /// Notes who spoke: the next pronoun is more likely to mean them.
    pub fn spoke(&mut self, sources: &[Source], sentence: usize) {
        if let Some(first) = sources.first() {
            self.salience.spoke(first.name, sentence);
        }
    }

    /// Who a whole sentence is about, for a fragment without a cue.
    pub fn subject_of(&self, sentence: usize) -> Option<Name> {
        self.salience.subject_of(sentence)
    }

    /// People named at the head of the phrase: not as possessors or modifiers, not inside `of …`.
    fn persons(&self, phrase: &Range<usize>) -> Vec<usize> {
        let mut res = Vec::new();
        let mut at = phrase.start;
        let mut modified = false;
        while at < phrase.end {
            if let Some((range, person)) = self.people.at(at) {
                let next = self.words.get(range.end);
                let next = next.filter(|_| range.end < phrase.end);
                let possesses = next.is_some_and(|it| it.lower == "'s" || it.lower == "'");
                // `Ruiz spokesman Karl Ode`
                let is_role = |it: &Word<'_>| self.lexicons.role(&it.lower).is_some();
                let modifies =
                    next.is_some_and(|it| matches!(it.tag, Tag::Noun | Tag::Adj) || is_role(it));
                if !possesses && !modifies && !modified && !res.contains(person) {
                    res.push(*person);
                }
                at = range.end.max(at + 1);
                continue;
            }
            match self.words[at].tag {
                Tag::Adp => modified = true,
                Tag::Cconj => modified = false,
                _ => {}
            }
            at += 1;
        }
        res
    }

    /// `his owner, baker Tomas Reik`: the name after the comma.
    fn apposition(&self, phrase: &Range<usize>) -> Option<usize> {
        let block = self
            .words
            .get(phrase.end)
            .filter(|it| it.text == ",")?
            .block;
        let from = phrase.end + 1;
        for at in from..from + APPOSITION {
            if let Some((range, person)) = self.people.at(at) {
                return (range.start == at).then_some(*person);
            }
            let word = self.words.get(at).filter(|it| it.block == block)?;
            if !matches!(word.tag, Tag::Noun | Tag::Adj | Tag::Propn) {
                return None;
            }
        }
        None
    }

    fn pronoun(&self, pronoun: &str, sentence: usize) -> Option<Name> {
        if let Some(gender) = gender_of(pronoun) {
            let near = |it: &Candidate| it.fits(gender);
            let surely = |it: &Candidate| it.gender == gender;
            return self.salience.best(sentence, near).or_else(|| {
                let tie = self.salience.is_tie(sentence, near);
                let far = || self.salience.best_of_all(sentence, surely);
                (!tie).then(far).flatten()
            });
        }
        let many = matches!(pronoun, "they" | "it" | "their" | "its");
        let last = self.salience.last().filter(|_| many);
        last.filter(|it| matches!(it, Name::Words(_)))
    }

    /// `the spokeswoman`, `the Halvane governor`, `the statement`: who was named before.
    fn taken_up(&self, phrase: &Range<usize>, sentence: usize) -> Option<Name> {
        let head = &self.words[self.core(phrase).end.checked_sub(1)?];
        let definite = matches!(
            self.words[phrase.start].lower.as_str(),
            "the" | "his" | "her"
        );
        let plural = head.lower.ends_with('s') && head.lemma != head.lower;
        if !definite || phrase.len() > LONGEST_ROLE || plural {
            return None;
        }
        if head.lower.ends_with("-year-old") {
            let person = |it: &Candidate| matches!(it.name, Name::Person(_));
            return self.salience.best(sentence, person);
        }
        if self.lexicons.is_venue(&head.lemma) && phrase.len() == 2 {
            return self.salience.who_spoke_in(&head.lemma, sentence);
        }
        let gender = self.lexicons.role(&head.lemma)?;
        let at = self.core(phrase).end - 1;
        let role = names::role_key(&self.words[phrase.start..], at - phrase.start, &head.lemma);
        let known = self.salience.best_of_all(sentence, |it| match it.name {
            Name::Person(person) => self.people.roles[person].contains(&role),
            Name::Words(_) => false,
        });
        if known.is_some() || self.words[phrase.start].lower != "the" {
            return known;
        }
        let told = gender != Gender::Unknown && phrase.len() <= 3;
        let by_gender = |it: &Candidate| it.gender == gender && matches!(it.name, Name::Person(_));
        if told && let Some(name) = self.salience.best(sentence, by_gender) {
            return Some(name);
        }
        // `the Halvane governor`, for the speaker before: a new one would be brought in by name.
        let modified = phrase.len() >= 3 && self.words[phrase.start + 1].tag == Tag::Propn;
        let person = |it: &Name| matches!(it, Name::Person(_));
        self.salience.last().filter(person).filter(|_| modified)
    }

    /// The phrase up to its first preposition, so that a body keeps one name; one inside a name
    /// belongs to it: `the Office of Ships`.
    fn core(&self, phrase: &Range<usize>) -> Range<usize> {
        let is_capital = |at: usize| {
            let word = self.words.get(at).filter(|_| phrase.contains(&at));
            word.is_some_and(|it| it.text.starts_with(char::is_uppercase))
        };
        let end = phrase
            .clone()
            .skip(1)
            .find(|at| {
                let word = &self.words[*at];
                let named = word.lower == "of"
                    && self.words[at - 1].tag == Tag::Propn
                    && is_capital(at - 1)
                    && is_capital(at + 1);
                matches!(word.tag, Tag::Adp | Tag::Sconj) && !named || word.text == ","
            })
            .unwrap_or(phrase.end);
        phrase.start..end
    }

    /// The words that name a source that is no person: `a spokesman for Ada Ruiz` whole.
    fn name(&self, phrase: &Range<usize>) -> Range<usize> {
        let mut core = self.core(phrase);
        // `at least seven people`
        if core.len() > 1 && matches!(self.words[core.start].lower.as_str(), "least" | "most") {
            core.start += 1;
        }
        // `ode.co.uk`: what is written in one is one name.
        let joined =
            |at: usize| at > 0 && self.words[at - 1].span.end() == self.words[at].span.start();
        while joined(core.start) {
            let before = &self.words[core.start - 1];
            if before.tag == Tag::Punct && !(before.text == "." && joined(core.start - 1)) {
                break;
            }
            core.start -= 1;
        }
        let speaks_for = core.end > 0 && self.lexicons.speaks_for(&self.words[core.end - 1].lemma);
        let next = self.words.get(core.end).filter(|_| core.end < phrase.end);
        if speaks_for && next.is_some_and(|it| matches!(it.lower.as_str(), "for" | "of")) {
            let client = self.core(&(core.end + 1..phrase.end));
            return core.start..client.end;
        }
        core
    }

    /// Names something: no pronoun that stands for nobody known.
    fn is_named(&self, phrase: &Range<usize>) -> bool {
        let core = self.core(phrase);
        core.end
            .checked_sub(1)
            .map(|it| &self.words[it])
            .is_some_and(|head| {
                let thing = matches!(
                    head.lower.as_str(),
                    "that" | "this" | "which" | "what" | "there"
                );
                !thing && !is_personal(&head.lower) && !self.lexicons.is_calendar(&head.lower)
            })
    }

    /// The last word of the name of a source that is no person.
    fn head(&self, source: &Source) -> Option<&Word<'a>> {
        let Name::Words(span) = source.name else {
            return None;
        };
        let end = self.words.partition_point(|it| it.span.end() <= span.end());
        end.checked_sub(1).map(|it| &self.words[it])
    }

    /// A person, a body, a group or a text: something that can have said it.
    pub fn can_speak(&self, source: &Source) -> bool {
        self.head(source).is_none_or(|head| {
            let capital = head.text.starts_with(char::is_uppercase);
            head.tag == Tag::Propn && capital
                || self.lexicons.is_collective(&head.lower)
                || self.lexicons.is_organization(&head.lower)
                || self.lexicons.is_venue(&head.lemma)
                || self.lexicons.is_document(&head.lemma)
                || self.lexicons.role(&head.lemma).is_some()
        })
    }

    /// What happens or is the case says nothing: `the decision`, `festivities`.
    pub fn is_mute(&self, source: &Source) -> bool {
        let is_abstract = |it: &Word<'_>| ABSTRACT.iter().any(|end| it.lemma.ends_with(end));
        !self.can_speak(source) && self.head(source).is_some_and(is_abstract)
    }

    /// An agency, a paper or a text, which passes on what somebody says.
    pub fn relays(&self, source: &Source) -> bool {
        let Name::Words(span) = source.name else {
            return false;
        };
        let name = span.of(self.text).to_lowercase();
        let head = self.head(source);
        self.lexicons.is_medium(&name)
            || head.is_some_and(|it| {
                self.lexicons.is_venue(&it.lemma) || self.lexicons.is_document(&it.lemma)
            })
    }
}

/// The gender that a pronoun in the singular tells.
fn gender_of(pronoun: &str) -> Option<Gender> {
    match pronoun {
        "he" | "his" | "him" => Some(Gender::Male),
        "she" | "her" => Some(Gender::Female),
        _ => None,
    }
}

/// A pronoun that takes up somebody or something.
fn is_personal(word: &str) -> bool {
    matches!(
        word,
        "he" | "she"
            | "they"
            | "it"
            | "i"
            | "we"
            | "you"
            | "who"
            | "his"
            | "her"
            | "their"
            | "its"
            | "him"
            | "them"
    )
}

//! Who is meant: a phrase beside a cue, a pronoun, a role, to a name.
//!
//! Pronouns go by salience (Lappin & Leass 1994) over mentions outside quotations: the subject of
//! the sentence before weighs more than a nearer name in a prepositional phrase, so that in
//! `Ruiz gave the same view to Mr Ode. “…” he said.` it is Ruiz who speaks.

use std::ops::Range;

use super::names::{self, People};
use super::outer::{Item, Outer};
use super::words::{Tag, Word};
use crate::lexicon::{Gender, Lexicons};
use crate::model::{Name, Source, SourceRule};

/// What is known while the article is read from top to bottom.
pub struct Resolver<'a> {
    pub text: &'a str,
    pub words: &'a [Word<'a>],
    pub people: &'a People,
    pub lexicons: &'a Lexicons,
    /// For each of the writer's sentences the people it names, with their weight.
    salience: Vec<Vec<(usize, f32)>>,
    last: Option<Name>,
}

// Weights of Lappin & Leass; a small bonus for who spoke last did best on development articles.
const SUBJECT: f32 = 80.0;
const OBJECT: f32 = 50.0;
const OBLIQUE: f32 = 40.0;
const POSSESSOR: f32 = 30.0;
const SPOKE_LAST: f32 = 25.0;
/// Sentences back in which an antecedent is looked for.
const REACH: usize = 6;

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
            salience: sentences
                .iter()
                .map(|it| salience(words, people, it))
                .collect(),
            last: None,
        }
    }

    /// The sources that a phrase names, in its order; none if nobody can be told.
    pub fn sources(&mut self, phrase: &Range<usize>, sentence: usize) -> Vec<Source> {
        let mention = Some(names::span(self.text, self.words, phrase));
        let named = |name, rule| Source {
            name,
            mention,
            rule,
        };
        let mut res: Vec<Source> = self
            .persons(phrase)
            .into_iter()
            .map(|it| named(Name::Person(it), SourceRule::Named))
            .collect();
        if res.is_empty() {
            let found = if phrase.len() == 1 && self.words[phrase.start].tag == Tag::Pron {
                self.pronoun(&self.words[phrase.start].lower, sentence)
                    .map(|it| named(it, SourceRule::Pronoun))
            } else if let Some(person) = self.role(phrase, sentence) {
                Some(named(Name::Person(person), SourceRule::Pronoun))
            } else if self.is_named(phrase) {
                Some(named(
                    Name::Words(names::span(self.text, self.words, &self.core(phrase))),
                    SourceRule::Named,
                ))
            } else {
                None
            };
            res.extend(found);
        }
        if let Some(first) = res.first() {
            self.last = Some(first.name);
            if let Name::Person(person) = first.name
                && let Some(list) = self.salience.get_mut(sentence)
            {
                list.push((person, SUBJECT));
            }
        }
        res
    }

    /// The person that a whole sentence is about, for a fragment without a cue.
    pub fn subject_of(&self, sentence: usize) -> Option<Name> {
        self.salience
            .get(sentence)?
            .iter()
            .find(|(_, weight)| *weight >= SUBJECT)
            .map(|(person, _)| Name::Person(*person))
    }

    /// People named at the head of the phrase, not as possessors or inside `of …`.
    fn persons(&self, phrase: &Range<usize>) -> Vec<usize> {
        let mut res = Vec::new();
        let mut at = phrase.start;
        let mut modified = false;
        while at < phrase.end {
            if let Some((range, person)) = self.people.at(at) {
                let possessor = self
                    .words
                    .get(range.end)
                    .is_some_and(|it| it.lower == "'s" || it.lower == "'");
                if !possessor && !modified && !res.contains(person) {
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

    fn pronoun(&self, pronoun: &str, sentence: usize) -> Option<Name> {
        let gender = match pronoun {
            "he" => Gender::Male,
            "she" => Gender::Female,
            "they" | "it" | "others" | "both" => {
                return self.last.filter(|it| matches!(it, Name::Words(_)));
            }
            _ => return None,
        };
        self.most_salient(sentence, |person| {
            let known = self.people.genders[person];
            known == gender || known == Gender::Unknown
        })
        .map(Name::Person)
    }

    fn most_salient(&self, sentence: usize, fits: impl Fn(usize) -> bool) -> Option<usize> {
        let mut best: Option<(f32, usize)> = None;
        for back in 0..REACH.min(sentence + 1) {
            // The sentence before counts in full: the pronoun's own often holds nothing but it.
            let fade = 0.5_f32.powi(i32::try_from(back.saturating_sub(1)).unwrap_or(0));
            for (person, weight) in &self.salience[sentence - back] {
                let bonus = if self.last == Some(Name::Person(*person)) {
                    SPOKE_LAST
                } else {
                    0.0
                };
                let score = weight * fade + bonus;
                if fits(*person) && best.is_none_or(|it| score > it.0) {
                    best = Some((score, *person));
                }
            }
        }
        best.map(|it| it.1)
    }

    /// `the spokeswoman`: the person who was given that role.
    fn role(&self, phrase: &Range<usize>, sentence: usize) -> Option<usize> {
        let head = &self.words[self.core(phrase).end.checked_sub(1)?];
        let gender = self.lexicons.role(&head.lemma)?;
        let definite = matches!(
            self.words[phrase.start].lower.as_str(),
            "the" | "his" | "her"
        );
        if !definite || phrase.len() > 3 || head.lower.ends_with('s') && head.lemma != head.lower {
            return None;
        }
        let known = self.most_salient(sentence, |person| {
            self.people.roles[person].contains(&head.lemma)
        });
        known.or_else(|| {
            (gender != Gender::Unknown)
                .then(|| {
                    self.most_salient(sentence, |person| self.people.genders[person] == gender)
                })
                .flatten()
        })
    }

    /// The phrase up to its first preposition, so that a body keeps one name.
    fn core(&self, phrase: &Range<usize>) -> Range<usize> {
        let end = phrase
            .clone()
            .skip(1)
            .find(|at| self.words[*at].tag == Tag::Adp || self.words[*at].text == ",")
            .unwrap_or(phrase.end);
        phrase.start..end
    }

    /// Names something: no pronoun that stands for nobody known.
    fn is_named(&self, phrase: &Range<usize>) -> bool {
        let core = self.core(phrase);
        let Some(head) = core.end.checked_sub(1).map(|it| &self.words[it]) else {
            return false;
        };
        let pronoun = matches!(
            head.lower.as_str(),
            "it" | "that"
                | "this"
                | "which"
                | "what"
                | "there"
                | "he"
                | "she"
                | "they"
                | "i"
                | "we"
                | "you"
                | "who"
        );
        !pronoun && !self.lexicons.is_calendar(&head.lower)
    }

    /// A person, a body, a group or a text: something that can have said it.
    pub fn can_speak(&self, source: &Source) -> bool {
        let Name::Words(span) = source.name else {
            return true;
        };
        let end = self.words.partition_point(|it| it.span.end() <= span.end());
        let Some(head) = end.checked_sub(1).map(|it| &self.words[it]) else {
            return false;
        };
        let capital = head.text.chars().next().is_some_and(char::is_uppercase);
        head.tag == Tag::Propn && capital
            || self.lexicons.is_collective(&head.lower)
            || self.lexicons.is_organization(&head.lower)
            || self.lexicons.is_venue(&head.lemma)
            || self.lexicons.role(&head.lemma).is_some()
    }
}

/// The people that a sentence names outside quotations, weighed by their place in it.
fn salience(words: &[Word<'_>], people: &People, sentence: &Outer) -> Vec<(usize, f32)> {
    let mut res = Vec::new();
    let mut seen_verb = false;
    for item in &sentence.items {
        let Item::Word(at) = item else { continue };
        let starts_mention = people.at(*at).filter(|(range, _)| range.start == *at);
        if let Some((range, person)) = starts_mention {
            let possessor = words.get(range.end).is_some_and(|it| it.lower == "'s");
            let oblique = (at.saturating_sub(6)..*at)
                .rev()
                .take_while(|it| {
                    matches!(
                        words[*it].tag,
                        Tag::Adp | Tag::Propn | Tag::Noun | Tag::Adj | Tag::Det
                    )
                })
                .any(|it| words[it].tag == Tag::Adp);
            let weight = if possessor {
                POSSESSOR
            } else if oblique {
                OBLIQUE
            } else if seen_verb {
                OBJECT
            } else {
                SUBJECT
            };
            res.push((*person, weight));
        }
        seen_verb |= words[*at].tag == Tag::Verb;
    }
    res
}

//! Words of saying, titles, roles and names.

use std::collections::{HashMap, HashSet};

use super::{Lexicons, Lists, lines, set};

/// What a given name, title or role tells of a person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Gender {
    Male,
    Female,
    #[default]
    Unknown,
}

impl Gender {
    fn parse(sign: &str) -> Self {
        match sign {
            "m" => Self::Male,
            "f" => Self::Female,
            _ => Self::Unknown,
        }
    }
}

/// How a verb of saying takes what is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportingVerb {
    frames: String,
    /// What the verb tells of the writer's stance: `neutral`, `distanced`, `factive` …
    pub stance: String,
    prepositions: Vec<&'static str>,
}

impl ReportingVerb {
    pub fn beside_quotation(&self) -> bool {
        self.frames.contains('q')
    }

    /// `go`, `laugh`: a cue only beside a sentence in marks.
    pub fn only_quotes(&self) -> bool {
        self.frames == "q"
    }

    pub fn takes_clause(&self) -> bool {
        self.frames.contains('s')
    }

    pub fn takes_noun(&self) -> bool {
        self.frames.contains('n')
    }

    pub fn takes_hearer(&self) -> bool {
        self.needs_hearer() || self.frames.contains('h')
    }

    /// `tell`: nothing is said without a hearer before it.
    pub fn needs_hearer(&self) -> bool {
        self.frames.contains('r')
    }

    pub fn takes_infinitive(&self) -> bool {
        self.frames.contains('t')
    }

    /// `urge somebody to …`
    pub fn directs(&self) -> bool {
        self.frames.contains('o')
    }

    /// `describe something as …`
    pub fn likens(&self) -> bool {
        self.frames.contains('a')
    }

    /// `decline to …`: with a verb of saying nothing is said.
    pub fn withholds(&self) -> bool {
        self.stance == "withheld"
    }

    /// `call for …`: after this preposition stands what is said.
    pub fn takes_preposition(&self, word: &str) -> bool {
        self.prepositions.contains(&word)
    }

    /// `accuse somebody of …`
    pub fn blames(&self) -> bool {
        self.frames.contains('x')
    }

    /// `call something “…”`
    pub fn names(&self) -> bool {
        self.frames.contains('c')
    }
}

#[derive(Debug, Default)]
pub(super) struct Speech {
    verbs: HashMap<&'static str, ReportingVerb>,
    nouns: HashMap<&'static str, (&'static str, Vec<&'static str>)>,
    adjectives: HashMap<&'static str, Vec<&'static str>>,
    venues: HashSet<&'static str>,
    documents: HashSet<&'static str>,
    naming_cues: HashSet<&'static str>,
    titles: HashMap<&'static str, Gender>,
    title_roles: HashMap<&'static str, &'static str>,
    roles: HashMap<&'static str, Gender>,
    given_names: HashMap<&'static str, Gender>,
    nicknames: HashMap<&'static str, Vec<&'static str>>,
    organizations: HashSet<&'static str>,
    collectives: HashSet<&'static str>,
    hedges: HashSet<&'static str>,
    /// Those of several words, in the order of the list.
    hedge_phrases: Vec<&'static str>,
}

impl Speech {
    pub(super) fn new(lists: &Lists) -> Self {
        Self {
            verbs: verbs(lists.of("reporting_verbs")),
            nouns: lines(lists.of("reporting_nouns"))
                .filter_map(|line| {
                    let mut fields = line.split('\t');
                    let lemma = fields.next()?;
                    let frames = fields.next()?;
                    let after = fields.next().unwrap_or("").split(',').collect();
                    Some((lemma, (frames, after)))
                })
                .collect(),
            adjectives: lines(lists.of("reporting_adjectives"))
                .map(|line| {
                    let (word, after) = line.split_once('\t').unwrap_or((line, ""));
                    (word, after.split(',').collect())
                })
                .collect(),
            venues: set(lists.of("venues")),
            documents: set(lists.of("documents")),
            naming_cues: set(lists.of("naming_cues")),
            titles: genders(lists.of("titles")),
            title_roles: lines(lists.of("titles"))
                .filter_map(|line| Some((line.split('\t').next()?, line.split('\t').nth(2)?)))
                .collect(),
            roles: genders(lists.of("roles")),
            given_names: genders(lists.of("given_names")),
            nicknames: lines(lists.of("nicknames"))
                .filter_map(|line| line.split_once('\t'))
                .map(|(short, full)| (short, full.split(',').collect()))
                .collect(),
            organizations: set(lists.of("organizations")),
            collectives: set(lists.of("collective_sources")),
            hedges: set(lists.of("hedges")),
            hedge_phrases: lines(lists.of("hedges"))
                .filter(|it| it.contains(' '))
                .collect(),
        }
    }
}

fn verbs(list: &'static str) -> HashMap<&'static str, ReportingVerb> {
    lines(list)
        .filter_map(|line| {
            let mut fields = line.split('\t');
            let lemma = fields.next()?;
            let verb = ReportingVerb {
                frames: fields.next()?.to_owned(),
                stance: fields.next()?.to_owned(),
                prepositions: fields
                    .next()
                    .map_or_else(Vec::new, |it| it.split(',').collect()),
            };
            Some((lemma, verb))
        })
        .collect()
}

fn genders(list: &'static str) -> HashMap<&'static str, Gender> {
    lines(list)
        .filter_map(|line| line.split_once('\t'))
        .map(|(word, sign)| (word, Gender::parse(sign.split('\t').next().unwrap_or(sign))))
        .collect()
}

impl Lexicons {
    pub fn reporting_verb(&self, lemma: &str) -> Option<&ReportingVerb> {
        self.speech.verbs.get(lemma)
    }

    /// `the claim that …`
    pub fn noun_takes_clause(&self, lemma: &str) -> bool {
        let noun = self.speech.nouns.get(lemma);
        noun.is_some_and(|(frames, _)| frames.contains('s'))
    }

    /// `the promise to …`
    pub fn noun_takes_infinitive(&self, lemma: &str) -> bool {
        let noun = self.speech.nouns.get(lemma);
        noun.is_some_and(|(frames, _)| frames.contains('t'))
    }

    /// `somebody's attack on …`
    pub fn noun_takes_preposition(&self, lemma: &str, word: &str) -> bool {
        let noun = self.speech.nouns.get(lemma);
        noun.is_some_and(|(_, after)| after.contains(&word))
    }

    /// `aware that …`, and the prepositions after which stands what is held.
    pub fn reporting_adjective(&self, word: &str) -> Option<&[&'static str]> {
        self.speech.adjectives.get(word).map(Vec::as_slice)
    }

    /// Where something is said: `interview`, `statement`.
    pub fn is_venue(&self, lemma: &str) -> bool {
        self.speech.venues.contains(lemma)
    }

    /// What tells something without a speaker: `poll`.
    pub fn is_document(&self, lemma: &str) -> bool {
        self.speech.documents.contains(lemma)
    }

    /// Before a quotation that only names a thing: `so-called`.
    pub fn is_naming_cue(&self, word: &str) -> bool {
        self.speech.naming_cues.contains(word)
    }

    /// A title or rank before a name, without its point: `mr`, `gen`.
    pub fn title(&self, word: &str) -> Option<Gender> {
        self.speech.titles.get(word).copied()
    }

    /// The role that a title gives, without its point: `gov`, a governor.
    pub fn title_role(&self, word: &str) -> Option<&'static str> {
        self.speech.title_roles.get(word).copied()
    }

    /// What a person does or is: `spokeswoman`.
    pub fn role(&self, lemma: &str) -> Option<Gender> {
        self.speech.roles.get(lemma).copied()
    }

    pub fn given_name(&self, word: &str) -> Option<Gender> {
        self.speech.given_names.get(word).copied()
    }

    /// `dick` for `richard`, either way about.
    pub fn are_one_given_name(&self, one: &str, other: &str) -> bool {
        let is_short_for = |short: &str, full: &str| {
            let names = self.speech.nicknames.get(short);
            names.is_some_and(|it| it.contains(&full))
        };
        is_short_for(one, other) || is_short_for(other, one)
    }

    /// A noun that makes a name a body, a place or a thing: `ministry`.
    pub fn is_organization(&self, word: &str) -> bool {
        self.speech.organizations.contains(word)
    }

    /// A noun that can be a source without a name: `officials`.
    pub fn is_collective(&self, word: &str) -> bool {
        self.speech.collectives.contains(word)
    }

    /// What makes a statement less certain or limits it, in words in small letters: `likely`,
    /// `assess`, `in many cases`.
    pub fn hedges_in<'a>(&'a self, words: &'a str) -> impl Iterator<Item = &'a str> + 'a {
        let single = words.split(|it: char| !it.is_alphanumeric() && it != '-');
        let single = single.filter(|it| self.speech.hedges.contains(it));
        let phrases = self.speech.hedge_phrases.iter().copied();
        single.chain(phrases.filter(|it| {
            let mut found = words.match_indices(it);
            found.any(|(at, _)| stands_alone(words, at, it.len()))
        }))
    }
}

/// Whole words of `words`, no part of longer ones.
fn stands_alone(words: &str, at: usize, len: usize) -> bool {
    let before = words[..at].chars().next_back();
    let after = words[at + len..].chars().next();
    [before, after]
        .into_iter()
        .flatten()
        .all(|it| !it.is_alphanumeric())
}

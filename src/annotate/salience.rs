//! Who is in the reader's mind: candidates for a pronoun, by salience (Lappin & Leass 1994).
//!
//! Mentions outside quotations count: the subject of the sentence before weighs more than a nearer
//! name in a prepositional phrase, so that in `Ruiz gave the same view to Mr Ode. “…” he said.` it
//! is Ruiz who speaks. An unnamed person is a candidate too: `An engineer put it plainly. “…” he
//! said.`

use super::names::{self, People};
use super::outer::{Item, Outer};
use super::words::{Tag, Word};
use crate::lexicon::{Gender, Lexicons};
use crate::model::Name;

// Weights of Lappin & Leass; a small bonus for who spoke last did best on development articles.
const SUBJECT: f32 = 80.0;
const OBJECT: f32 = 50.0;
const OBLIQUE: f32 = 40.0;
const MODIFIER: f32 = 30.0;
const SPOKE_LAST: f32 = 25.0;
/// An unnamed person is named again less often.
const UNNAMED: f32 = 0.6;
/// Somebody who only may be of the pronoun's gender.
const GENDER_UNKNOWN: f32 = 0.8;
/// Somebody told of without a name.
const PRONOUNS: [&str; 5] = ["he", "she", "they", "i", "we"];
/// Sentences back in which an antecedent is looked for.
const REACH: usize = 6;
/// The same for an unnamed person.
const UNNAMED_REACH: usize = 2;

/// Somebody whom a sentence mentions.
#[derive(Clone, Copy, Debug)]
pub struct Candidate {
    pub name: Name,
    pub gender: Gender,
    weight: f32,
}

impl Candidate {
    /// Can be meant by a pronoun of that gender.
    pub fn fits(&self, gender: Gender) -> bool {
        self.gender == gender || self.gender == Gender::Unknown
    }
}

/// The candidates of each of the writer's sentences, and who spoke last.
pub struct Salience {
    sentences: Vec<Vec<Candidate>>,
    /// By sentence: lemmas of the occasions and texts that it names.
    venues: Vec<Vec<String>>,
    /// Who spoke where, in reading order.
    spoken: Vec<(usize, Name)>,
}

impl Salience {
    pub fn new(
        text: &str,
        words: &[Word<'_>],
        people: &People,
        lexicons: &Lexicons,
        sentences: &[Outer],
    ) -> Self {
        let reader = Reader {
            text,
            words,
            people,
            lexicons,
        };
        Self {
            sentences: sentences.iter().map(|it| reader.candidates(it)).collect(),
            venues: sentences.iter().map(|it| reader.venues(it)).collect(),
            spoken: Vec::new(),
        }
    }

    /// Who spoke last.
    pub fn last(&self) -> Option<Name> {
        self.spoken.last().map(|it| it.1)
    }

    /// `the statement`: who spoke where a statement was told of, or in the next sentence.
    pub fn who_spoke_in(&self, venue: &str, sentence: usize) -> Option<Name> {
        let tells = |it: usize| {
            let venues = self.venues.get(it);
            venues.is_some_and(|it| it.iter().any(|it| it == venue))
        };
        let mut spoken = self.spoken.iter().rev().filter(|it| it.0 < sentence);
        spoken
            .find(|(it, _)| tells(*it) || *it > 0 && tells(it - 1))
            .map(|it| it.1)
    }

    pub fn spoke(&mut self, name: Name, sentence: usize) {
        self.spoken.push((sentence, name));
        let gender = self
            .sentences
            .iter()
            .take(sentence + 1)
            .rev()
            .find_map(|it| {
                let same = it.iter().find(|it| it.name == name);
                same.map(|it| it.gender)
            });
        let weight = match name {
            Name::Person(_) => SUBJECT,
            Name::Words(_) => SUBJECT * UNNAMED,
        };
        if let Some(list) = self.sentences.get_mut(sentence)
            && let Some(gender) = gender
        {
            list.push(Candidate {
                name,
                gender,
                weight,
            });
        }
    }

    /// The person that a sentence is about.
    pub fn subject_of(&self, sentence: usize) -> Option<Name> {
        self.sentences
            .get(sentence)?
            .iter()
            .find(|it| it.weight >= SUBJECT && matches!(it.name, Name::Person(_)))
            .map(|it| it.name)
    }

    /// The most salient candidate that fits, a few sentences back from `sentence`.
    pub fn best(&self, sentence: usize, fits: impl Fn(&Candidate) -> bool) -> Option<Name> {
        self.within(sentence, REACH, fits)
    }

    /// The same over all that was read: a role stays with a person.
    pub fn best_of_all(&self, sentence: usize, fits: impl Fn(&Candidate) -> bool) -> Option<Name> {
        self.within(sentence, usize::MAX, fits)
    }

    /// Two candidates of one sentence fit equally well.
    pub fn is_tie(&self, sentence: usize, fits: impl Fn(&Candidate) -> bool) -> bool {
        self.ranked(sentence, REACH, fits).is_some_and(|it| it.tie)
    }

    fn within(
        &self,
        sentence: usize,
        reach: usize,
        fits: impl Fn(&Candidate) -> bool,
    ) -> Option<Name> {
        let best = self.ranked(sentence, reach, fits)?;
        (!best.tie).then_some(best.name)
    }

    fn ranked(
        &self,
        sentence: usize,
        reach: usize,
        fits: impl Fn(&Candidate) -> bool,
    ) -> Option<Best> {
        let mut best: Option<Best> = None;
        let last = self.last();
        for back in 0..reach.min(sentence + 1) {
            // The sentence before counts in full: the pronoun's own often holds nothing but it.
            let fade = 0.5_f32.powi(i32::try_from(back.saturating_sub(1)).unwrap_or(0));
            let candidates = self.sentences.get(sentence - back).into_iter().flatten();
            // An unnamed person is soon forgotten, and only noticed as a subject.
            let is_in_mind = |it: &&Candidate| match it.name {
                Name::Person(_) => true,
                Name::Words(_) => back <= UNNAMED_REACH && it.weight >= SUBJECT * UNNAMED,
            };
            for candidate in candidates.filter(|it| fits(it)).filter(is_in_mind) {
                let bonus = if last == Some(candidate.name) {
                    SPOKE_LAST
                } else {
                    0.0
                };
                let known = if candidate.gender == Gender::Unknown {
                    GENDER_UNKNOWN
                } else {
                    1.0
                };
                let score = candidate.weight * fade * known + bonus;
                match &mut best {
                    Some(it) if it.score > score => {}
                    Some(it) if it.score >= score => {
                        it.tie |= it.back == back && it.name != candidate.name;
                    }
                    _ => {
                        best = Some(Best {
                            name: candidate.name,
                            score,
                            back,
                            tie: false,
                        });
                    }
                }
            }
        }
        best
    }
}

/// The candidate met first among those of the highest score.
struct Best {
    name: Name,
    score: f32,
    /// Sentences back.
    back: usize,
    /// Another one of that sentence has the same score.
    tie: bool,
}

struct Reader<'a> {
    text: &'a str,
    words: &'a [Word<'a>],
    people: &'a People,
    lexicons: &'a Lexicons,
}

impl Reader<'_> {
    fn candidates(&self, sentence: &Outer) -> Vec<Candidate> {
        let mut res = Vec::new();
        let mut seen_verb = false;
        for item in &sentence.items {
            let Item::Word(at) = item else { continue };
            let person = self.people.at(*at).filter(|(range, _)| range.start == *at);
            if let Some((range, person)) = person {
                res.push(Candidate {
                    name: Name::Person(*person),
                    gender: self.people.genders[*person],
                    weight: self.weight(*at, range.end, seen_verb),
                });
            } else if let Some((name, gender)) = self.unnamed(*at) {
                res.push(Candidate {
                    name,
                    gender,
                    weight: self.weight(*at, at + 1, seen_verb) * UNNAMED,
                });
            }
            seen_verb |= self.words[*at].tag == Tag::Verb;
        }
        // `That did not please Ruiz.`: the only one told of, by pronoun or name, is what it is about.
        let is_pronoun = |it: &Item| match it {
            Item::Word(at) => PRONOUNS.contains(&self.words[*at].lower.as_str()),
            Item::Quote(_) => false,
        };
        let is_person = |it: &&mut Candidate| matches!(it.name, Name::Person(_));
        let mut people = res.iter_mut().filter(is_person);
        if let (Some(only), None) = (people.next(), people.next())
            && only.weight >= OBJECT
            && !sentence.items.iter().any(is_pronoun)
        {
            only.weight = SUBJECT;
        }
        res
    }

    fn venues(&self, sentence: &Outer) -> Vec<String> {
        let words = sentence.items.iter().filter_map(|it| match it {
            Item::Word(at) => Some(*at),
            Item::Quote(_) => None,
        });
        words
            .filter(|at| {
                let is_noun = self.words[*at].tag == Tag::Noun;
                is_noun && self.lexicons.is_venue(&self.words[*at].lemma) && self.is_given(*at)
            })
            .map(|at| self.words[at].lemma.clone())
            .collect()
    }

    /// `in a written statement`, `her letter`: of the one who speaks, not `the women’s lawsuit`.
    fn is_given(&self, noun: usize) -> bool {
        let modifies = |it: &&Word<'_>| matches!(it.tag, Tag::Adj | Tag::Noun | Tag::Propn);
        let mut before = self.words[..noun].iter().rev().skip_while(modifies);
        before.next().is_some_and(|it| {
            matches!(
                it.lower.as_str(),
                "a" | "an" | "his" | "her" | "their" | "on" | "in"
            )
        })
    }

    /// `an engineer at the works`: a role without a name beside it.
    fn unnamed(&self, at: usize) -> Option<(Name, Gender)> {
        let word = &self.words[at];
        if word.tag != Tag::Noun || word.lower != word.lemma {
            return None;
        }
        let gender = self.lexicons.role(&word.lemma)?;
        let named_after = (at + 1..at + 3).any(|it| self.people.at(it).is_some());
        let mut start = at;
        while start > 0
            && matches!(
                self.words[start - 1].tag,
                Tag::Adj | Tag::Noun | Tag::Num | Tag::Propn
            )
            && self.words[start - 1].block == word.block
            && self.people.at(start - 1).is_none()
        {
            start -= 1;
        }
        let article = start.checked_sub(1).map(|it| &self.words[it])?;
        let introduces = matches!(article.lower.as_str(), "a" | "an" | "one" | "the");
        // `Ruiz, an engineer`: the name stands before.
        let in_apposition =
            start >= 3 && self.words[start - 2].text == "," && self.people.at(start - 3).is_some();
        (introduces && !named_after && !in_apposition).then(|| {
            let range = start - 1..at + 1;
            (
                Name::Words(names::span(self.text, self.words, &range)),
                gender,
            )
        })
    }

    /// What the place in its sentence gives to the mention from `at` to `end`.
    fn weight(&self, at: usize, end: usize, seen_verb: bool) -> f32 {
        let is_possessive = |it: &Word<'_>| it.lower == "'s" || it.lower == "'";
        let modifies = self
            .words
            .get(end)
            .is_some_and(|it| is_possessive(it) || it.tag == Tag::Noun);
        // `Ruiz’s farewell letter says`: its writer.
        let owned = self
            .words
            .get(end)
            .filter(|it| is_possessive(it))
            .is_some_and(|_| {
                let rest = self.words.get(end + 1..).unwrap_or_default().iter();
                let mut nouns = rest.take_while(|it| matches!(it.tag, Tag::Noun | Tag::Adj));
                nouns.any(|it| self.lexicons.is_venue(&it.lemma))
            });
        let oblique = (at.saturating_sub(6)..at)
            .rev()
            .take_while(|it| {
                matches!(
                    self.words[*it].tag,
                    Tag::Adp | Tag::Propn | Tag::Noun | Tag::Adj | Tag::Det
                )
            })
            .any(|it| self.words[it].tag == Tag::Adp);
        if owned && !oblique && !seen_verb {
            SUBJECT
        } else if modifies {
            MODIFIER
        } else if oblique {
            OBLIQUE
        } else if seen_verb {
            OBJECT
        } else {
            SUBJECT
        }
    }
}

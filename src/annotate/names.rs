//! The table of people of one article: who is named, in which forms, where.
//!
//! A run of capitalized words is a person if something says so: a title or role before it, a role
//! in apposition after it, a known given name, an age. Full names make the table; a lone surname
//! then joins the only person who bears it. A surname that is also a word counts only capitalized.

use std::collections::HashSet;
use std::ops::Range;

use super::runs::{self, Run};
use super::words::{Tag, Word};
use crate::lexicon::{Gender, Lexicons};
use crate::model::{Person, Span};

/// The people of an article with what is needed to resolve pronouns.
#[derive(Debug, Default)]
pub struct People {
    pub list: Vec<Person>,
    pub genders: Vec<Gender>,
    /// Lemmas of role nouns, by person: `spokesman`.
    pub roles: Vec<Vec<String>>,
    /// Every mention, ascending: words and person.
    pub mentions: Vec<(Range<usize>, usize)>,
}

impl People {
    /// The mention that covers word `at`.
    pub fn at(&self, at: usize) -> Option<&(Range<usize>, usize)> {
        let idx = self.mentions.partition_point(|(range, _)| range.end <= at);
        self.mentions
            .get(idx)
            .filter(|(range, _)| range.contains(&at))
    }
}

/// Finds the people of an article.
pub fn people(text: &str, words: &[Word<'_>], lexicons: &Lexicons) -> People {
    let runs = runs::runs(words, lexicons);
    let mut table = Table {
        words,
        lexicons,
        forms: Vec::new(),
        genders: Vec::new(),
        roles: Vec::new(),
        surnames: surnames(words, lexicons, &runs),
        titles: titles(words),
    };
    for run in &runs {
        if run.name.len() > 1 && table.is_person(run) {
            table.add(run);
        }
    }
    for run in &runs {
        let unknown = run.name.len() == 1
            && run.titled
            && table.by_surname(run.name.start, run.gender).is_none();
        if unknown && !table.is_body(&run.name) {
            table.add(run);
        }
    }
    let mentions = table.mentions(&runs);
    People {
        list: table
            .forms
            .iter()
            .enumerate()
            .map(|(person, forms)| {
                let longest = forms
                    .iter()
                    .max_by_key(|it| (it.len(), std::cmp::Reverse(it.start)))
                    .expect("a person has a form");
                Person {
                    name: span(text, words, longest),
                    roles: Vec::new(),
                    mentions: mentions
                        .iter()
                        .filter(|(_, of)| *of == person)
                        .map(|(range, _)| span(text, words, range))
                        .collect(),
                }
            })
            .collect(),
        genders: table.genders,
        roles: table.roles,
        mentions,
    }
}

/// The text from the first to the last word of a range that is not empty.
pub fn span(text: &str, words: &[Word<'_>], range: &Range<usize>) -> Span {
    let start = words.get(range.start).map_or(0, |it| it.span.start());
    let end = words
        .get(range.end.saturating_sub(1))
        .map_or(start, |it| it.span.end());
    Span::new(text, start..end.max(start)).expect("words lie in their text")
}

/// The words of people's names are names, whatever the lexicon of tags knows them as: the verb
/// `may` in `Clara May said`.
pub fn tag_names(words: &mut [Word<'_>], people: &People) {
    for mention in people.list.iter().flat_map(|it| &it.mentions) {
        let first = words.partition_point(|it| it.span.start() < mention.start());
        let inside = words[first..]
            .iter_mut()
            .take_while(|it| mention.covers(it.span));
        for word in inside {
            word.named = true;
            if word.text.starts_with(char::is_uppercase) {
                word.tag = Tag::Propn;
            }
        }
    }
}

/// Words before a role that make it another one: the vice president is not the president.
const OTHER_ROLE: [&str; 8] = [
    "vice",
    "deputy",
    "assistant",
    "former",
    "acting",
    "chief",
    "associate",
    "ex",
];

/// A role with the word before it, if that makes it another one: `chief justice`.
pub fn role_key(words: &[Word<'_>], at: usize, role: &str) -> String {
    let before = at.checked_sub(1).map(|it| &words[it]);
    let before = before.filter(|it| it.block == words[at].block);
    match before.filter(|it| OTHER_ROLE.contains(&it.lower.as_str())) {
        Some(before) => format!("{} {role}", before.lower),
        None => role.to_owned(),
    }
}

/// How much more often the bearer of a surname is named in full than another one.
const OFTEN_MORE: usize = 3;

struct Table<'a> {
    words: &'a [Word<'a>],
    lexicons: &'a Lexicons,
    /// By person: the names as ranges of words.
    forms: Vec<Vec<Range<usize>>>,
    genders: Vec<Gender>,
    roles: Vec<Vec<String>>,
    /// Words that stand alone after a title or as who speaks.
    surnames: HashSet<&'a str>,
    /// Blocks in title case.
    titles: HashSet<usize>,
}

/// The lines in which nearly all longer words are capitalized; such a line names nobody.
fn titles(words: &[Word<'_>]) -> HashSet<usize> {
    let is_capital = |it: &&Word<'_>| it.text.starts_with(char::is_uppercase);
    let is_long = |it: &&Word<'_>| it.text.len() > 3 && it.text.chars().all(char::is_alphabetic);
    let in_title_case = |block: &&[Word<'_>]| {
        let n_long = block.iter().filter(is_long).count();
        let n_capital = block.iter().filter(is_long).filter(is_capital).count();
        let sentence = block.iter().any(|it| matches!(it.text, "." | "?" | "!"));
        !sentence && n_long >= 4 && 4 * n_capital >= 3 * n_long
    };
    let blocks = words.chunk_by(|a, b| a.block == b.block);
    blocks.filter(in_title_case).map(|it| it[0].block).collect()
}

/// `Ms Rask`, `Rask said`, `said Rask`: nothing but a person is named so.
fn surnames<'a>(words: &[Word<'a>], lexicons: &Lexicons, runs: &[Run]) -> HashSet<&'a str> {
    let speaks = |at: Option<usize>| {
        let word = at.and_then(|it| words.get(it));
        word.is_some_and(|it| matches!(it.lower.as_str(), "said" | "says"))
    };
    runs.iter()
        .filter(|run| run.name.len() == 1)
        .filter(|run| {
            let alone = run.whole.len() == 1;
            run.titled
                || alone && (speaks(Some(run.name.end)) || speaks(run.name.start.checked_sub(1)))
        })
        .map(|run| &words[run.name.start])
        .filter(|it| !lexicons.is_organization(&it.lower))
        .map(|it| it.text)
        .collect()
}

impl Table<'_> {
    fn is_body(&self, name: &Range<usize>) -> bool {
        self.words[name.clone()]
            .iter()
            .any(|it| self.lexicons.is_organization(&it.lower))
    }

    fn is_person(&self, run: &Run) -> bool {
        if self.is_body(&run.name)
            || run.name.len() > 4
            || self.titles.contains(&self.words[run.whole.start].block)
        {
            return false;
        }
        let first = &self.words[run.name.start];
        let before = run.whole.start.checked_sub(1).map(|it| &self.words[it]);
        let known_given = self.lexicons.given_name(&first.lower).is_some();
        let role_before = before.is_some_and(|it| self.lexicons.role(&it.lemma).is_some());
        let aged = before.is_some_and(|it| it.lower.ends_with("-year-old"));
        run.titled
            || known_given
            || role_before
            || aged
            || self.role_after(run.name.end).is_some()
            || self.is_told_of(run)
            || self.surnames.contains(self.words[run.name.end - 1].text)
    }

    /// `Una Rask, 47,` and `Una Rask, who left`: what is told of people alone.
    fn is_told_of(&self, run: &Run) -> bool {
        let beside = |at: usize| self.words.get(run.name.end + at);
        let is = |at: usize, text: &str| beside(at).is_some_and(|it| it.text == text);
        let age = beside(1).is_some_and(|it| it.text.parse::<u8>().is_ok_and(|it| it > 9));
        let names = run.name.len() <= 3;
        names && (is(0, "who") || is(0, ",") && (is(1, "who") || age && is(2, ",")))
    }

    /// `, the harbor company's spokeswoman`
    fn role_after(&self, at: usize) -> Option<String> {
        self.words.get(at).filter(|it| it.text == ",")?;
        let is_verb = |it: &Word<'_>| matches!(it.tag, Tag::Verb | Tag::Aux);
        let after = &self.words[at + 1..];
        let len = after
            .iter()
            .take(8)
            .take_while(|it| !is_verb(it) && it.text != ",")
            .count();
        // `In a talk with Una Rask, the director said`: somebody else.
        if after.get(len).is_some_and(is_verb) {
            return None;
        }
        let role = |it: &&Word<'_>| self.lexicons.role(&it.lemma).is_some();
        after[..len].iter().find(role).map(|it| it.lemma.clone())
    }

    fn add(&mut self, run: &Run) {
        let known = self.matching(run);
        let person = known.unwrap_or_else(|| {
            self.forms.push(Vec::new());
            self.genders.push(Gender::Unknown);
            self.roles.push(Vec::new());
            self.forms.len() - 1
        });
        self.forms[person].push(run.name.clone());
        let before = run.whole.start.checked_sub(1).map(|it| &self.words[it]);
        let role = before.and_then(|it| {
            let gender = self.lexicons.role(&it.lemma)?;
            Some((role_key(self.words, run.whole.start - 1, &it.lemma), gender))
        });
        let given = (run.name.len() > 1)
            .then(|| self.lexicons.given_name(&self.words[run.name.start].lower))
            .flatten();
        for gender in [given, Some(run.gender), role.as_ref().map(|it| it.1)]
            .into_iter()
            .flatten()
        {
            if self.genders[person] == Gender::Unknown {
                self.genders[person] = gender;
            }
        }
        self.roles[person].extend(role.map(|it| it.0));
        let of_titles = (run.whole.start..run.name.start).filter_map(|at| {
            let word = self.words[at].lower.trim_end_matches('.');
            let role = self.lexicons.role(word).map(|_| word);
            let role = self.lexicons.title_role(word).or(role)?;
            Some(role_key(self.words, at, role))
        });
        self.roles[person].extend(of_titles);
        let after = self.role_after(run.name.end);
        self.roles[person].extend(after);
    }

    /// The person whose surname is equal and whose given names and gender fit.
    fn matching(&self, run: &Run) -> Option<usize> {
        let name = &run.name;
        let word = |at: usize| self.words[at].lower.trim_end_matches('.');
        (0..self.forms.len()).find(|person| {
            let known = &self.forms[*person][0];
            self.fits(*person, run.gender)
                && word(known.end - 1) == word(name.end - 1)
                && (known.len() == 1
                    || name.len() == 1
                    || word(known.start).starts_with(word(name.start))
                    || word(name.start).starts_with(word(known.start)))
        })
    }

    /// `Mr. Ruiz` is no Ada.
    fn fits(&self, person: usize, gender: Gender) -> bool {
        let known = self.genders[person];
        gender == Gender::Unknown || known == Gender::Unknown || known == gender
    }

    /// The person with this surname; of two the one who is named in full more often, or
    /// first.
    fn by_surname(&self, at: usize, gender: Gender) -> Option<usize> {
        let surname = self.words[at].text;
        let bears = |it: &&Range<usize>| self.words[it.end - 1].text == surname;
        let mut bearers: Vec<(usize, usize)> = (0..self.forms.len())
            .filter(|it| self.fits(*it, gender))
            .map(|person| (self.forms[person].iter().filter(bears).count(), person))
            .filter(|it| it.0 > 0)
            .collect();
        bearers.sort_unstable();
        match bearers.as_slice() {
            [(_, only)] => Some(*only),
            [.., (second, _), (most, person)] if *most >= OFTEN_MORE * second => Some(*person),
            // Relatives keep their given names: the first one named has the surname alone.
            [.., (most, _)] => {
                let first = |it: &usize| self.forms[*it].iter().map(|it| it.start).min();
                let bearers = bearers.iter();
                let often = bearers.filter(|(count, _)| count == most).map(|it| it.1);
                often.min_by_key(first).filter(|it| first(it) < Some(at))
            }
            [] => None,
        }
    }

    /// `in May`, `last May`, `May 4`: a date, though somebody named May is known.
    fn is_date(&self, at: usize) -> bool {
        let block = self.words[at].block;
        let beside = |it: Option<&Word<'_>>, tags: &[Tag]| {
            it.is_some_and(|it| it.block == block && tags.contains(&it.tag))
        };
        let before = at.checked_sub(1).map(|it| &self.words[it]);
        self.lexicons.is_calendar(&self.words[at].lower)
            && (beside(before, &[Tag::Adp, Tag::Adj, Tag::Num])
                || beside(self.words.get(at + 1), &[Tag::Num]))
    }

    fn mentions(&self, runs: &[Run]) -> Vec<(Range<usize>, usize)> {
        let mut res: Vec<(Range<usize>, usize)> = Vec::new();
        for run in runs {
            if run.name.len() > 1
                && let Some(person) = self.matching(run)
                && self.forms[person].iter().any(|it| it.len() > 1)
            {
                res.push((run.name.clone(), person));
            }
        }
        for (at, word) in self.words.iter().enumerate() {
            let covered = res.iter().any(|(range, _)| range.contains(&at));
            let capital = word.text.chars().next().is_some_and(char::is_uppercase);
            if covered || !capital || self.is_date(at) {
                continue;
            }
            // A surname inside a longer run is another name: `Price Waterhouse`.
            let run = runs.iter().find(|it| it.whole.contains(&at));
            let inside = run.is_some_and(|it| it.name.len() > 1 || it.name.start != at);
            let gender = run.map_or(Gender::Unknown, |it| it.gender);
            if !inside && let Some(person) = self.by_surname(at, gender) {
                res.push((at..at + 1, person));
            }
        }
        res.sort_by_key(|(range, _)| range.start);
        res
    }
}

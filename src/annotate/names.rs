//! The table of people of one article: who is named, in which forms, where.
//!
//! A run of capitalized words is a person if something says so: a title or role before it, a role
//! in apposition after it, a known given name, an age. Full names make the table; a lone surname
//! then joins the only person who bears it. A surname that is also a word counts only capitalized.

use std::ops::Range;

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

/// A run of capitalized words, titles taken off.
struct Run {
    /// With titles.
    whole: Range<usize>,
    /// The name alone.
    name: Range<usize>,
    gender: Gender,
    titled: bool,
}

/// Finds the people of an article.
pub fn people(text: &str, words: &[Word<'_>], lexicons: &Lexicons) -> People {
    let runs = runs(words, lexicons);
    let mut table = Table {
        words,
        lexicons,
        forms: Vec::new(),
        genders: Vec::new(),
        roles: Vec::new(),
    };
    for run in &runs {
        if run.name.len() > 1 && table.is_person(run) {
            table.add(run);
        }
    }
    for run in &runs {
        let unknown =
            run.name.len() == 1 && run.titled && table.by_surname(run.name.start).is_none();
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

fn runs(words: &[Word<'_>], lexicons: &Lexicons) -> Vec<Run> {
    let mut res = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let starts = is_name_word(&words[at], lexicons)
            || is_given_month(words, at, lexicons)
            || is_given_noun(words, at, lexicons);
        if !starts {
            at += 1;
            continue;
        }
        let start = at;
        at += 1;
        loop {
            let joins = |it: usize| {
                words.get(it).is_some_and(|word| {
                    word.block == words[start].block && is_name_word(word, lexicons)
                })
            };
            let particle = words.get(at).is_some_and(|it| {
                matches!(
                    it.text,
                    "de" | "da"
                        | "van"
                        | "von"
                        | "bin"
                        | "al"
                        | "la"
                        | "del"
                        | "der"
                        | "ibn"
                        | "el"
                )
            });
            if joins(at) || is_surname_month(words, start, at, lexicons) {
                at += 1;
            } else if particle && joins(at + 1) {
                at += 2;
            } else {
                break;
            }
        }
        res.push(without_titles(words, lexicons, start..at));
    }
    res
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
            if word.text.starts_with(char::is_uppercase) {
                word.tag = Tag::Propn;
            }
        }
    }
}

fn is_name_word(word: &Word<'_>, lexicons: &Lexicons) -> bool {
    word.tag == Tag::Propn
        && word.text.chars().next().is_some_and(char::is_uppercase)
        && !lexicons.is_calendar(&word.lower)
}

/// `Jan Ruiz`, and not `in April Ruiz`: a month that is a given name too.
fn is_given_month(words: &[Word<'_>], at: usize, lexicons: &Lexicons) -> bool {
    let word = &words[at];
    let dated = at > 0 && matches!(words[at - 1].tag, Tag::Adp | Tag::Adj | Tag::Num);
    lexicons.is_calendar(&word.lower)
        && lexicons.given_name(&word.lower).is_some()
        && word.tag == Tag::Propn
        && !dated
        && words
            .get(at + 1)
            .is_some_and(|it| it.block == word.block && is_name_word(it, lexicons))
}

/// `Clara May said`: a month straight after a given name, and no day after it, is a surname.
fn is_surname_month(words: &[Word<'_>], start: usize, at: usize, lexicons: &Lexicons) -> bool {
    let Some(word) = words.get(at) else {
        return false;
    };
    let dated = words
        .get(at + 1)
        .is_some_and(|it| it.block == word.block && it.tag == Tag::Num);
    at == start + 1
        && word.block == words[start].block
        && word.text.chars().next().is_some_and(char::is_uppercase)
        && lexicons.is_calendar(&word.lower)
        && lexicons.given_name(&words[start].lower).is_some()
        && !dated
}

/// `Ada Ruiz`, `Rose Becker`: a given name that the lexicon of tags knows as a common noun.
fn is_given_noun(words: &[Word<'_>], at: usize, lexicons: &Lexicons) -> bool {
    let word = &words[at];
    word.tag == Tag::Noun
        && word.text.chars().next().is_some_and(char::is_uppercase)
        && lexicons.given_name(&word.lower).is_some()
        && words
            .get(at + 1)
            .is_some_and(|it| it.block == word.block && is_name_word(it, lexicons))
}

/// Takes off everything up to the last title that has a name after it.
fn without_titles(words: &[Word<'_>], lexicons: &Lexicons, whole: Range<usize>) -> Run {
    let mut res = Run {
        name: whole.clone(),
        whole,
        gender: Gender::Unknown,
        titled: false,
    };
    for (at, word) in words
        .iter()
        .enumerate()
        .take(res.whole.end - 1)
        .skip(res.whole.start)
    {
        if let Some(gender) = lexicons.title(word.lower.trim_end_matches('.')) {
            res.name.start = at + 1;
            res.gender = gender;
            res.titled = true;
        }
    }
    while res.name.len() > 1
        && matches!(
            words[res.name.end - 1].lower.trim_end_matches('.'),
            "jr" | "sr" | "ii" | "iii"
        )
    {
        res.name.end -= 1;
    }
    res
}

struct Table<'a> {
    words: &'a [Word<'a>],
    lexicons: &'a Lexicons,
    /// By person: the names as ranges of words.
    forms: Vec<Vec<Range<usize>>>,
    genders: Vec<Gender>,
    roles: Vec<Vec<String>>,
}

impl Table<'_> {
    fn is_body(&self, name: &Range<usize>) -> bool {
        self.words[name.clone()]
            .iter()
            .any(|it| self.lexicons.is_organization(&it.lower))
    }

    fn is_person(&self, run: &Run) -> bool {
        if self.is_body(&run.name) || run.name.len() > 4 || self.in_title_case(run) {
            return false;
        }
        let first = &self.words[run.name.start];
        let before = run.whole.start.checked_sub(1).map(|it| &self.words[it]);
        let known_given = self.lexicons.given_name(&first.lower).is_some();
        let role_before = before.is_some_and(|it| self.lexicons.role(&it.lemma).is_some());
        let aged = before.is_some_and(|it| it.lower.ends_with("-year-old"));
        run.titled || known_given || role_before || aged || self.role_after(run.name.end).is_some()
    }

    /// A line in which nearly all longer words are capitalized names nobody.
    fn in_title_case(&self, run: &Run) -> bool {
        let block = self.words[run.whole.start].block;
        let start = self.words.partition_point(|it| it.block < block);
        let long: Vec<_> = self.words[start..]
            .iter()
            .take_while(|it| it.block == block)
            .filter(|it| it.text.len() > 3 && it.text.chars().all(char::is_alphabetic))
            .collect();
        let capital = long
            .iter()
            .filter(|it| it.text.chars().next().is_some_and(char::is_uppercase))
            .count();
        let sentence = self.words[start..]
            .iter()
            .take_while(|it| it.block == block)
            .any(|it| matches!(it.text, "." | "?" | "!"));
        !sentence && long.len() >= 4 && 4 * capital >= 3 * long.len()
    }

    /// `, the harbor company's spokeswoman`
    fn role_after(&self, at: usize) -> Option<String> {
        self.words.get(at).filter(|it| it.text == ",")?;
        self.words[at + 1..]
            .iter()
            .take(8)
            .take_while(|it| !matches!(it.tag, Tag::Verb | Tag::Aux) && it.text != ",")
            .find(|it| self.lexicons.role(&it.lemma).is_some())
            .map(|it| it.lemma.clone())
    }

    fn add(&mut self, run: &Run) {
        let known = self.matching(&run.name);
        let person = known.unwrap_or_else(|| {
            self.forms.push(Vec::new());
            self.genders.push(Gender::Unknown);
            self.roles.push(Vec::new());
            self.forms.len() - 1
        });
        self.forms[person].push(run.name.clone());
        let before = run.whole.start.checked_sub(1).map(|it| &self.words[it]);
        let role = before.and_then(|it| Some((it.lemma.clone(), self.lexicons.role(&it.lemma)?)));
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
        let titles = self.words[run.whole.start..run.name.start].iter();
        let of_titles = titles
            .filter_map(|it| self.lexicons.title_role(it.lower.trim_end_matches('.')))
            .map(str::to_owned);
        self.roles[person].extend(of_titles);
        let after = self.role_after(run.name.end);
        self.roles[person].extend(after);
    }

    /// The person whose surname is equal and whose given names fit.
    fn matching(&self, name: &Range<usize>) -> Option<usize> {
        let word = |at: usize| self.words[at].lower.trim_end_matches('.');
        self.forms.iter().position(|forms| {
            let known = &forms[0];
            word(known.end - 1) == word(name.end - 1)
                && (known.len() == 1
                    || name.len() == 1
                    || word(known.start).starts_with(word(name.start))
                    || word(name.start).starts_with(word(known.start)))
        })
    }

    /// The only person with this surname; of two nobody.
    fn by_surname(&self, at: usize) -> Option<usize> {
        let surname = self.words[at].text;
        let mut bearers = (0..self.forms.len()).filter(|person| {
            self.forms[*person]
                .iter()
                .any(|it| self.words[it.end - 1].text == surname)
        });
        let first = bearers.next()?;
        bearers.next().is_none().then_some(first)
    }

    fn mentions(&self, runs: &[Run]) -> Vec<(Range<usize>, usize)> {
        let mut res: Vec<(Range<usize>, usize)> = Vec::new();
        for run in runs {
            if run.name.len() > 1
                && let Some(person) = self.matching(&run.name)
                && self.forms[person].iter().any(|it| it.len() > 1)
            {
                res.push((run.name.clone(), person));
            }
        }
        for (at, word) in self.words.iter().enumerate() {
            let covered = res.iter().any(|(range, _)| range.contains(&at));
            let capital = word.text.chars().next().is_some_and(char::is_uppercase);
            // `in May` is a month though a May is known.
            let month = self.lexicons.is_calendar(&word.lower)
                && self.words.get(at + 1).is_none_or(|it| it.tag != Tag::Verb);
            if covered || !capital || month {
                continue;
            }
            // A surname inside a longer run is another name: `Price Waterhouse`.
            let inside = runs
                .iter()
                .any(|it| it.whole.contains(&at) && (it.name.len() > 1 || it.name.start != at));
            if !inside && let Some(person) = self.by_surname(at) {
                res.push((at..at + 1, person));
            }
        }
        res.sort_by_key(|(range, _)| range.start);
        res
    }
}

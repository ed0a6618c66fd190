//! Parts of speech, lemmas, abbreviations.

use std::collections::{HashMap, HashSet};

use super::{Lexicons, Lists, lines, set};

/// Part of speech, the universal set without symbols and foreign words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tag {
    Noun,
    Propn,
    Verb,
    Aux,
    Adj,
    Adv,
    Adp,
    Det,
    Pron,
    Num,
    Part,
    Sconj,
    Cconj,
    Intj,
    Punct,
}

impl Tag {
    pub(super) fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "NOUN" => Self::Noun,
            "PROPN" => Self::Propn,
            "VERB" => Self::Verb,
            "AUX" => Self::Aux,
            "ADJ" => Self::Adj,
            "ADV" => Self::Adv,
            "ADP" => Self::Adp,
            "DET" => Self::Det,
            "PRON" => Self::Pron,
            "NUM" => Self::Num,
            "PART" => Self::Part,
            "SCONJ" => Self::Sconj,
            "CCONJ" => Self::Cconj,
            "INTJ" => Self::Intj,
            "PUNCT" | "SYM" => Self::Punct,
            _ => return None,
        })
    }
}

/// What must hold beside a word for a rule to change its tag. Distances in words, left negative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    Word(isize, &'static str),
    Tagged(isize, Tag),
    /// Some word up to this far away has the tag.
    AnyTagged(isize, Tag),
    Between(Tag, Tag),
}

/// A transformation of the tagger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TagRule {
    pub to: Tag,
    pub conditions: Vec<Condition>,
}

#[derive(Debug, Default)]
pub(super) struct Grammar {
    tags: HashMap<&'static str, Tag>,
    rules: HashMap<Tag, Vec<TagRule>>,
    noun_lemmas: HashMap<&'static str, &'static str>,
    verb_lemmas: HashMap<&'static str, &'static str>,
    abbreviations: HashSet<&'static str>,
    calendar: HashSet<&'static str>,
    proper_names: HashSet<&'static str>,
    are_english: bool,
}

impl Grammar {
    pub(super) fn is_empty(&self) -> bool {
        self.tags.is_empty()
    }

    pub(super) fn new(lists: &Lists) -> Self {
        let mut res = Self {
            abbreviations: set(lists.of("abbreviations")),
            calendar: set(lists.of("calendar")),
            proper_names: set(lists.of("proper_names")),
            tags: lines(lists.of("tags"))
                .filter_map(|it| it.split_once('\t'))
                .filter_map(|(word, tag)| Some((word, Tag::parse(tag)?)))
                .collect(),
            are_english: lists.are_english,
            ..Self::default()
        };
        for line in lines(lists.of("tag_rules")) {
            if let Some((from, rule)) = rule(line) {
                res.rules.entry(from).or_default().push(rule);
            }
        }
        for line in lines(lists.of("lemmas")) {
            let mut fields = line.split('\t');
            if let (Some(form), Some(kind), Some(lemma)) =
                (fields.next(), fields.next(), fields.next())
            {
                if kind == "v" {
                    res.verb_lemmas.insert(form, lemma);
                } else {
                    res.noun_lemmas.insert(form, lemma);
                }
            }
        }
        res
    }
}

pub(super) fn rule(line: &'static str) -> Option<(Tag, TagRule)> {
    let mut fields = line.split('\t');
    let from = Tag::parse(fields.next()?)?;
    let to = Tag::parse(fields.next()?)?;
    let conditions = fields.map(condition).collect::<Option<_>>()?;
    Some((from, TagRule { to, conditions }))
}

fn condition(text: &'static str) -> Option<Condition> {
    let mut words = text.split(' ');
    Some(match (words.next()?, words.next()?, words.next()?) {
        ("word", at, word) => Condition::Word(at.parse().ok()?, word),
        ("tag", at, tag) => Condition::Tagged(at.parse().ok()?, Tag::parse(tag)?),
        ("any", at, tag) => Condition::AnyTagged(at.parse().ok()?, Tag::parse(tag)?),
        ("between", before, after) => Condition::Between(Tag::parse(before)?, Tag::parse(after)?),
        _ => return None,
    })
}

impl Lexicons {
    /// What holds of English words alone, such as its suffixes, holds of these.
    pub fn are_english(&self) -> bool {
        self.grammar.are_english
    }

    /// The most likely part of speech of a word in lower case.
    pub fn tag(&self, word: &str) -> Option<Tag> {
        self.grammar.tags.get(word).copied()
    }

    /// Transformation rules for words tagged `from`, in their order.
    pub fn tag_rules(&self, from: Tag) -> &[TagRule] {
        self.grammar.rules.get(&from).map_or(&[], Vec::as_slice)
    }

    /// A word that is written with a point, without it: `gen`, `u.s`.
    pub fn is_abbreviation(&self, word: &str) -> bool {
        self.grammar.abbreviations.contains(word)
    }

    /// A day or month, with or without point.
    pub fn is_calendar(&self, word: &str) -> bool {
        self.grammar.calendar.contains(word.trim_end_matches('.'))
    }

    /// A name of several words, in lower case: `united states`.
    pub fn is_proper_name(&self, words: &str) -> bool {
        self.grammar.proper_names.contains(words)
    }

    /// The lemma of a word in lower case: listed, else by suffix, else the word.
    pub fn lemma(&self, word: &str, tag: Tag) -> String {
        let (listed, verb) = match tag {
            Tag::Verb | Tag::Aux => (&self.grammar.verb_lemmas, true),
            Tag::Noun => (&self.grammar.noun_lemmas, false),
            _ => return word.to_owned(),
        };
        match listed.get(word) {
            Some(lemma) => (*lemma).to_owned(),
            None if self.grammar.are_english => by_suffix(word, verb),
            None => word.to_owned(),
        }
    }
}

/// What English suffixes alone tell; `lemmas.tsv` lists where this errs.
fn by_suffix(word: &str, verb: bool) -> String {
    let ends = |list: &[&str]| list.iter().any(|it| word.ends_with(it));
    let cut = |n: usize| word[..word.len() - n].to_owned();
    if !word.is_ascii() {
        return word.to_owned();
    }
    if word.ends_with("ies") && word.len() > 4 {
        return cut(3) + "y";
    }
    if ends(&["sses", "shes", "ches", "xes", "zzes"]) {
        return cut(2);
    }
    if word.ends_with('s') && !ends(&["ss", "us", "is"]) && word.len() > 3 {
        return cut(1);
    }
    if !verb {
        return word.to_owned();
    }
    if word.ends_with("ied") && word.len() > 4 {
        return cut(3) + "y";
    }
    for suffix in ["ed", "ing"] {
        if word.ends_with(suffix) && word.len() > suffix.len() + 2 {
            return stem(&word[..word.len() - suffix.len()]);
        }
    }
    word.to_owned()
}

/// `stopp` → `stop`, `mak` → `make`, `warn` → `warn`.
fn stem(base: &str) -> String {
    const E_AFTER: [&str; 44] = [
        "at", "iz", "is", "uc", "ag", "ur", "as", "os", "us", "v", "dg", "nc", "rg", "bl", "pl",
        "tl", "gl", "dl", "fl", "kl", "id", "ud", "um", "un", "ok", "ib", "ut", "ar", "ir", "or",
        "ol", "ak", "ik", "im", "om", "am", "ap", "op", "od", "ob", "ul", "il", "ok", "ub",
    ];
    let bytes = base.as_bytes();
    let [.., before, last] = bytes else {
        return base.to_owned();
    };
    let is_vowel = |it: &u8| b"aeiou".contains(it);
    if before == last && bytes.len() > 2 && !b"lsz".contains(last) && !is_vowel(last) {
        return base[..base.len() - 1].to_owned();
    }
    let two_vowels = bytes.len() > 2
        && ["oo", "ea", "ai", "ee", "ou", "oi"].contains(&&base[base.len() - 3..base.len() - 1]);
    if !two_vowels && E_AFTER.iter().any(|it| base.ends_with(it)) {
        return base.to_owned() + "e";
    }
    base.to_owned()
}

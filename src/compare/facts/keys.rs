//! What a phrase is of: enough to tell whether two phrases can be one thing.
//!
//! ```text
//! dozens of Halvanian drones     class drone, names halvane
//! President Ada Ruiz             person ruiz
//! Moscow, the Kremlin            state russia
//! it, the group                  nothing to tell it by
//! ```
//! Names that exclude one another make two things, a name beside none does not.

use std::collections::BTreeSet;

use super::ranges;
use crate::compare::strands::tokens_in;
use crate::lexicon::{ClauseWord, Lexicons, Tag};
use crate::model::{ArticleIdx, Phrase, Span, Story, TokenKind, Verdict};

/// What a phrase is of.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Key {
    /// Class of its noun; `None` for a name or a pronoun.
    pub class: Option<String>,
    /// Surnames of persons, names of states, other names: in lower case.
    pub names: BTreeSet<String>,
    /// Names that are joined: two in `Kelden and the town of Halvane`.
    pub n_named: usize,
    /// The noun stands for its state: `the government`.
    pub is_organ: bool,
    /// Soldiers, civilians or officials.
    group: Option<ClauseWord>,
    /// `another`, `more`: of other things than were told before.
    pub is_more: bool,
    /// How many, at least and at most, where a number stands in it.
    pub count: Option<(f64, f64)>,
}

/// How two phrases stand to one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Match {
    /// Cannot be one.
    Other,
    /// Nothing shows whether they are one.
    Unknown,
    Same,
}

impl Key {
    pub fn new(story: &Story, lexicons: &Lexicons, article: ArticleIdx, phrase: Phrase) -> Self {
        let text = &story.article(article).text;
        let annotations = story.annotations(article);
        let mut res = Self {
            names: names(story, lexicons, article, phrase.span),
            count: annotations
                .quantities
                .iter()
                .find(|it| phrase.span.overlaps(it.span) && !it.declined)
                .and_then(ranges::interval),
            ..Self::default()
        };
        res.n_named = n_named(lexicons, phrase.span.of(text));
        let head = phrase.head.of(text);
        let last = tokens_in(&annotations.tokens, phrase.head)
            .iter()
            .rfind(|it| it.kind == TokenKind::Word);
        let tokens = tokens_in(&annotations.tokens, phrase.span);
        res.is_more = tokens.windows(2).any(|it| {
            let word = it[0].span.of(text);
            matches!(word, "other" | "another" | "more") && it[1].span.of(text) != "than"
        });
        let Some(last) = last else {
            return res;
        };
        let lower = last.span.of(text).to_lowercase();
        let is_name = head.starts_with(char::is_uppercase)
            && !matches!(lexicons.tag(&lower), Some(Tag::Pron))
            && res
                .names
                .iter()
                .any(|it| !it.is_empty() && head.to_lowercase().contains(it))
            || lexicons.state(&lower).is_some() && head.starts_with(char::is_uppercase);
        if !is_name && last.content {
            let lemma = lexicons.lemma(&lower, Tag::Noun);
            res.is_organ = lexicons.is_clause_word(ClauseWord::Organ, &lemma);
            let groups = [
                ClauseWord::Military,
                ClauseWord::Civil,
                ClauseWord::Official,
            ];
            let mut groups = groups.into_iter();
            res.group = groups.find(|it| lexicons.is_clause_word(*it, &lemma));
            res.class = Some(lexicons.unit(&lemma).to_owned());
        }
        res
    }

    /// A pronoun, or words without a name.
    pub fn tells_nothing(&self) -> bool {
        self.class.is_none() && self.names.is_empty()
    }

    pub fn shares_name(&self, other: &Self) -> bool {
        self.names.iter().any(|it| other.names.contains(it))
    }

    /// Both of one name, and one is a soldier where the other is none: `Halvanian troops`,
    /// `Halvanian officials`.
    pub fn excludes(&self, other: &Self) -> bool {
        let is_other = self.group.is_some() && other.group.is_some() && self.group != other.group;
        is_other && self.shares_name(other)
    }

    pub fn matches(&self, other: &Self) -> Match {
        if self.tells_nothing() || other.tells_nothing() || self.is_more != other.is_more {
            return Match::Unknown;
        }
        if let (Some(one), Some(two)) = (self.count, other.count)
            && !matches!(
                ranges::of_intervals(one, two),
                Some(Verdict::Agrees | Verdict::Refines)
            )
        {
            return Match::Other;
        }
        let shares_name = self.shares_name(other);
        let names_exclude = !self.names.is_empty() && !other.names.is_empty() && !shares_name;
        match (&self.class, &other.class) {
            (Some(a), Some(b)) if a == b => {
                if names_exclude {
                    Match::Other
                } else {
                    Match::Same
                }
            }
            (Some(_), Some(_)) => {
                if names_exclude {
                    Match::Other
                } else {
                    Match::Unknown
                }
            }
            (None, None) => {
                if shares_name {
                    Match::Same
                } else {
                    Match::Other
                }
            }
            // A name and a noun: the state and its government, or somebody and what he is.
            (Some(_), None) | (None, Some(_)) => {
                let noun = if self.class.is_some() { self } else { other };
                if shares_name && noun.is_organ {
                    Match::Same
                } else {
                    Match::Unknown
                }
            }
        }
    }
}

/// Parts of a list that end in a name; an office that somebody also has is none.
fn n_named(lexicons: &Lexicons, phrase: &str) -> usize {
    let parts = phrase.split(',').flat_map(|it| it.split(" and "));
    let lasts = parts.filter_map(|it| it.split_whitespace().next_back());
    let is_name = |it: &&str| {
        let lower = it.to_lowercase();
        it.starts_with(char::is_uppercase)
            && lexicons.title(&lower).is_none()
            && lexicons.role(&lower).is_none()
    };
    lasts.filter(is_name).count()
}

/// Names in a stretch: surnames of persons, states, other words with a capital inside a sentence.
pub fn names(
    story: &Story,
    lexicons: &Lexicons,
    article: ArticleIdx,
    span: Span,
) -> BTreeSet<String> {
    let text = &story.article(article).text;
    let annotations = story.annotations(article);
    let mut res = BTreeSet::new();
    let people = annotations.people.iter();
    let mut taken: Vec<Span> = Vec::new();
    for mention in people.flat_map(|it| &it.mentions) {
        if span.covers(*mention) {
            let surname = mention.of(text).split_whitespace().next_back();
            res.extend(surname.map(str::to_lowercase));
            taken.push(*mention);
        }
    }
    let tokens = tokens_in(&annotations.tokens, span);
    let mut taken_to = 0;
    for (at, token) in tokens.iter().enumerate() {
        if at < taken_to {
            continue;
        }
        let words = token.span.of(text);
        let is_capital = words.starts_with(char::is_uppercase);
        if token.kind != TokenKind::Word
            || !is_capital
            || taken.iter().any(|it| it.covers(token.span))
        {
            continue;
        }
        let lower = words.to_lowercase();
        let pair = tokens
            .get(at + 1)
            .map(|next| token.span.to(next.span).of(text).to_lowercase());
        let of_pair = pair.and_then(|it| lexicons.state(&it));
        taken_to = at + 1 + usize::from(of_pair.is_some());
        let state = of_pair.or_else(|| lexicons.state(&lower));
        match state {
            Some(state) => {
                res.insert(state.to_owned());
            }
            None if token.content && is_proper(story, lexicons, article, token.span, &lower) => {
                res.insert(lower);
            }
            None => {}
        }
    }
    res
}

/// A capital that makes a name: not the first word of a sentence, no title, no day.
fn is_proper(
    story: &Story,
    lexicons: &Lexicons,
    article: ArticleIdx,
    span: Span,
    lower: &str,
) -> bool {
    let starts = story
        .annotations(article)
        .sentences
        .binary_search_by_key(&span.start(), |it| it.start())
        .is_ok();
    let is_headline = story
        .article(article)
        .headline()
        .is_some_and(|it| it.covers(span));
    let known = lexicons.tag(lower);
    !lexicons.is_calendar(lower)
        && lexicons.title(lower).is_none()
        && !((starts || is_headline) && known.is_some_and(|it| it != Tag::Propn))
}

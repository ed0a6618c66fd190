//! Which sentences of an article can be shown by themselves.

use crate::compare::strands::tokens_in;
use crate::lexicon::{Lexicons, Tag};
use crate::model::{ArticleIdx, EvidenceKind, QuotationKind, Span, Story, TokenKind};

/// Words of a sentence that is neither a heading nor a list.
const LENGTH: std::ops::RangeInclusive<usize> = 6..=60;
/// Of its words, those that an English lexicon must know, in percent.
const KNOWN_PERCENT: usize = 50;

/// Words that head each picture of a gallery.
const LABEL: usize = 3;

/// Words at the start of a sentence that go on from the one before.
const CONNECTIVES: [&str; 17] = [
    "additionally",
    "afterward",
    "afterwards",
    "also",
    "furthermore",
    "however",
    "instead",
    "later",
    "likewise",
    "meanwhile",
    "moreover",
    "nevertheless",
    "otherwise",
    "shortly",
    "similarly",
    "then",
    "therefore",
];

/// The last sign of a sentence that is whole.
fn is_end(sign: char) -> bool {
    ".!…”\"’'»)".contains(sign)
}

/// Sentences of one article.
#[derive(Clone, Copy)]
pub struct Sentences<'a> {
    pub story: &'a Story,
    pub lexicons: &'a Lexicons,
    pub article: ArticleIdx,
}

impl Sentences<'_> {
    /// Sentences that are no piece of a quotation.
    pub fn whole(&self) -> Vec<Span> {
        let annotations = self.story.annotations(self.article);
        let inside = |sentence: Span| {
            annotations.quotations.iter().any(|it| {
                it.kind != QuotationKind::Reported
                    && it.span.overlaps(sentence)
                    && !sentence.covers(it.span)
            })
        };
        let all = annotations.sentences.iter().copied();
        all.filter(|it| !inside(*it)).collect()
    }

    /// A whole statement in English that needs no sentence before it and is not addressed to the
    /// reader of the page.
    pub fn tells(&self, sentence: Span) -> bool {
        let words = sentence.of(self.text());
        LENGTH.contains(&words.split_whitespace().count())
            && !words.ends_with(['?', ':'])
            && words.starts_with(|it: char| it.is_alphabetic() || "“\"‘'".contains(it))
            && words.ends_with(is_end)
            && ![" / ", " | ", "@"].iter().any(|it| words.contains(it))
            && !self.commands(words)
            && self.opens_alone(sentence)
            && !self.points_back(sentence)
            && self.is_prose(sentence)
            && !self.is_in_gallery(sentence)
    }

    /// Its first word needs no sentence before it.
    fn opens_alone(&self, sentence: Span) -> bool {
        let words = sentence.of(self.text());
        let first: String = words
            .split_whitespace()
            .next()
            .unwrap_or_default()
            .trim_matches(|c: char| !c.is_alphanumeric())
            .split(['’', '\''])
            .next()
            .unwrap_or_default()
            .to_lowercase();
        // `It is the first time that …` stands for nothing before it.
        let lower = words.to_lowercase().replace('’', "'");
        let is_cleft = ["it's the", "it is the", "it was the"]
            .iter()
            .any(|it| lower.starts_with(it));
        let demonstrative = matches!(first.as_str(), "this" | "that" | "these" | "those" | "such");
        let second = lower.split_whitespace().nth(1).unwrap_or_default();
        let is_now = self.is_time(second);
        // `The remark was …`: which one?
        let is_said = first == "the"
            && (self.lexicons.noun_takes_clause(second)
                || matches!(
                    second,
                    "comment" | "comments" | "remark" | "remarks" | "term"
                ));
        let starts_small = words
            .chars()
            .find(|it| it.is_alphabetic())
            .is_some_and(char::is_lowercase);
        let is_back = demonstrative && !is_now
            || is_said
            || starts_small
            || CONNECTIVES.contains(&first.as_str())
            || matches!(self.lexicons.tag(&first), Some(Tag::Pron | Tag::Cconj));
        is_cleft || !is_back
    }

    /// Its paragraph begins as two others do: `Photos: Storms of the year …`.
    fn is_in_gallery(&self, sentence: Span) -> bool {
        let article = self.story.article(self.article);
        let label = |it: Span| {
            it.of(self.text())
                .split_whitespace()
                .take(LABEL)
                .collect::<Vec<_>>()
        };
        let mut paragraphs = article.paragraphs();
        paragraphs
            .find(|it| it.covers(sentence))
            .is_some_and(|own| {
                let own = label(own);
                own.len() == LABEL
                    && article.paragraphs().filter(|it| label(*it) == own).count() > 2
            })
    }

    /// Somebody or something is meant that the sentence does not name before it: `he told a crowd
    /// that the plan was dead`; or all of it is somebody's words, and nobody says whose.
    fn points_back(&self, sentence: Span) -> bool {
        let annotations = self.story.annotations(self.article);
        let tokens = tokens_in(&annotations.tokens, sentence).iter();
        let words = tokens.filter(|it| it.kind == TokenKind::Word);
        let in_marks = |span: Span| {
            let marked =
                |it: QuotationKind| matches!(it, QuotationKind::Direct | QuotationKind::Mixed);
            let mut quotations = annotations.quotations.iter();
            quotations.any(|it| marked(it.kind) && it.span.covers(span))
        };
        let ends_here = |word: Span| {
            let after = &self.text()[word.end()..];
            after.starts_with(|it: char| !it.is_alphanumeric() && !it.is_whitespace())
        };
        let (mut has_noun, mut has_writer) = (false, false);
        // Who speaks is not one whom the words quoted name.
        let (mut has_person, mut has_quoted_person) = (false, false);
        let mut before = String::new();
        for (at, word) in words.enumerate() {
            let shown = word.span.of(self.text());
            let lower = shown.to_lowercase();
            let bare = lower.split(['’', '\'']).next().unwrap_or_default();
            let points = match bare {
                "he" | "she" | "him" | "his" | "her" => {
                    !(has_person || has_quoted_person && in_marks(word.span))
                }
                "it" | "they" | "them" | "its" | "their" => !has_noun,
                // The ’s of `that’s` is a word of its own.
                "" => before == "that",
                // `those changes`; not `those who fled`.
                "those" | "these" => before == "of" || self.goes_on_with_noun(word.span),
                // `Two other measures`: beside which?
                "other" | "another" => at < 2,
                "similar" => at < 2,
                // `did the same`: as whom?
                "same" => before == "the" && ends_here(word.span),
                "following" => before == "the" && !self.goes_on_with_time(word.span),
                _ => false,
            };
            if points {
                return true;
            }
            let tag = self.lexicons.tag(bare);
            let is_name = shown.starts_with(char::is_uppercase)
                && (at > 0 || !matches!(tag, Some(Tag::Det | Tag::Adp | Tag::Sconj | Tag::Adv)));
            let is_quoted = in_marks(word.span);
            if is_name || self.lexicons.title_role(bare).is_some() {
                has_quoted_person |= is_quoted;
                has_person |= !is_quoted;
            }
            let is_when = self.is_time(bare) || bare == "meantime";
            has_noun |= (is_name || tag == Some(Tag::Noun)) && !is_when;
            has_writer |= !is_quoted;
            before.clone_from(&lower);
        }
        !has_writer
    }

    /// The next word is a day, a month or another unit of time.
    fn goes_on_with_time(&self, word: Span) -> bool {
        self.is_time(&self.next_word(word))
    }

    fn goes_on_with_noun(&self, word: Span) -> bool {
        let next = self.next_word(word);
        self.lexicons.tag(&next) == Some(Tag::Noun) && !next.starts_with("day")
    }

    /// In lower case, without marks.
    fn next_word(&self, word: Span) -> String {
        let next = self.text()[word.end()..].split_whitespace().next();
        let next = next.unwrap_or_default().to_lowercase();
        next.trim_matches(|it: char| !it.is_alphanumeric())
            .to_owned()
    }

    fn is_time(&self, word: &str) -> bool {
        self.lexicons.is_calendar(word)
            || matches!(
                word,
                "year" | "month" | "week" | "day" | "morning" | "season" | "summer" | "time"
            )
    }

    /// `did not respond`: seen among what outlets tell of answers.
    pub fn tells_silence(&self, sentence: Span) -> bool {
        let mut evidence = self.story.annotations(self.article).evidence.iter();
        evidence.any(|it| it.kind == EvidenceKind::NoResponse && it.span.overlaps(sentence))
    }

    /// `Email us`, `View all newsletters`: opens with a bare verb.
    fn commands(&self, words: &str) -> bool {
        let mut lower = words.split_whitespace().map(str::to_lowercase);
        let (first, second) = (lower.next(), lower.next());
        let (first, second) = (first.unwrap_or_default(), second.unwrap_or_default());
        let is_bare = self.lexicons.lemma(&first, Tag::Verb) == first;
        let object = matches!(self.lexicons.tag(&second), Some(Tag::Det | Tag::Pron));
        match self.lexicons.tag(&first) {
            Some(Tag::Verb) => is_bare,
            Some(Tag::Noun) => is_bare && object,
            _ => false,
        }
    }

    /// Has a verb, is English, does not shout and does not say `you` outside of quotations.
    fn is_prose(&self, sentence: Span) -> bool {
        let annotations = self.story.annotations(self.article);
        let tokens = tokens_in(&annotations.tokens, sentence).iter();
        let words: Vec<(Span, &str)> = tokens
            .filter(|it| it.kind == TokenKind::Word)
            .map(|it| (it.span, it.span.of(self.text())))
            .collect();
        let tags: Vec<Option<Tag>> = words
            .iter()
            .map(|it| self.lexicons.tag(&it.1.to_lowercase()))
            .collect();
        let n_known = tags.iter().filter(|it| it.is_some()).count();
        let verbal = |it: &(Span, &str)| {
            let lower = it.1.to_lowercase();
            lower.ends_with("ed") || self.lexicons.lemma(&lower, Tag::Verb) != lower
        };
        let has_verb = tags
            .iter()
            .any(|it| matches!(it, Some(Tag::Verb | Tag::Aux)))
            || words.iter().any(verbal);
        let mut clauses = annotations.clauses.iter();
        let has_clause = clauses.any(|it| sentence.covers(it.verb));
        let shouts = |it: &[(Span, &str)]| {
            let capital = |word: &str| word.len() > 1 && word.chars().all(char::is_uppercase);
            it.iter().all(|it| capital(it.1))
        };
        let addresses = words.iter().any(|(span, word)| {
            let lower = word.to_lowercase();
            let quoted = annotations
                .quotations
                .iter()
                .any(|it| it.span.covers(*span));
            matches!(lower.as_str(), "you" | "your" | "yours") && !quoted
        });
        100 * n_known >= KNOWN_PERCENT * words.len()
            && has_verb
            && has_clause
            && !addresses
            && !words.windows(2).any(shouts)
    }

    fn text(&self) -> &str {
        &self.story.article(self.article).text
    }
}

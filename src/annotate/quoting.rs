//! One marked quotation: its kind, its cue, its source.

use super::cues::Event;
use super::marks::Marked;
use super::outer::Outer;
use super::quotations::{Act, content, items_span};
use super::sentence::Sentence;
use super::sources::Resolver;
use super::words::{Tag, Word};
use crate::model::{Cue, Quotation, QuotationKind, Source, SourceRule, Unsourced};

/// A quotation of at most so many words that nobody is said to have said is a scare quotation.
const LONGEST_SCARE: usize = 4;
/// Most words of a title.
const LONGEST_TITLE: usize = 8;
/// Paragraphs that a speaker's words may go on without a cue.
const LONGEST_RUN: usize = 2;

/// What is known of the text read so far.
#[derive(Default)]
pub struct Before {
    /// Where the last quotation stood, who said it and by which cue.
    pub block: usize,
    pub sentence: usize,
    pub sources: Vec<Source>,
    pub cue: Option<Cue>,
    /// Who spoke last in the sentence before, quoted or not.
    pub told: Vec<Source>,
    /// The sentence before ends in a colon; and who speaks in its last verb.
    pub announced: bool,
    pub announcers: Vec<Source>,
}

/// The same sources, found by another rule.
pub fn relabeled(sources: &[Source], rule: SourceRule) -> Vec<Source> {
    sources
        .iter()
        .map(|it| Source {
            // A pronoun stays what it was: it may have been resolved wrongly.
            rule: if it.rule == SourceRule::Pronoun {
                it.rule
            } else {
                rule
            },
            ..*it
        })
        .collect()
}

/// What a sentence is as a whole, looked at once for all its quotations.
pub struct Whole {
    /// Nothing of the writer's but marks stands in it.
    alone: bool,
    /// The writer has no verb in it.
    verbless: bool,
    /// The first title of a list of links: `“Title,” by Ada Ruiz: “First lines …”`.
    link: Option<usize>,
    /// Nearly all longer words of the writer's have a capital: a headline.
    title_case: bool,
}

impl Whole {
    pub fn new(sentence: &Sentence<'_>) -> Self {
        let is_link = |at: &usize| {
            let name = sentence.tag(at + 2) == Some(Tag::Propn);
            let stands_first = *at == 0 || sentence.tag(at - 1) == Some(Tag::Punct);
            sentence.is_quote(*at) && stands_first && sentence.is(at + 1, "by") && name
        };
        let all =
            |is: fn(Tag) -> bool| (0..sentence.len()).all(|at| sentence.tag(at).is_none_or(is));
        Self {
            alone: all(|it| it == Tag::Punct),
            verbless: all(|it| !matches!(it, Tag::Verb | Tag::Aux | Tag::Sconj)),
            link: (0..sentence.len()).find(is_link),
            title_case: is_title_case(sentence),
        }
    }

    fn is_link(&self, at: usize) -> bool {
        self.link.is_some_and(|it| it <= at)
    }
}

/// Words of a title or headline that have no capital.
const SMALL: [Tag; 5] = [Tag::Adp, Tag::Det, Tag::Cconj, Tag::Sconj, Tag::Part];

fn is_title_case(sentence: &Sentence<'_>) -> bool {
    let words = (0..sentence.len()).filter_map(|it| sentence.word(it));
    let large: Vec<bool> = words
        .filter(|it| !SMALL.contains(&it.tag) && it.text.starts_with(char::is_alphabetic))
        .map(|it| it.text.starts_with(char::is_uppercase))
        .collect();
    large.len() > 3 && large.iter().all(|it| *it)
}

/// One marked quotation in its sentence.
pub struct Quoting<'a, 'b> {
    pub resolver: &'b Resolver<'a>,
    pub sentence: Sentence<'b>,
    pub whole: &'b Whole,
    pub idx: usize,
    pub outer: &'b Outer,
    pub events: &'b [Act],
    pub at: usize,
    pub marked: &'b Marked,
}

impl Quoting<'_, '_> {
    /// The quotation, and the act of saying that governs it.
    pub fn quotation(&self, before: &Before) -> (Quotation, Option<usize>) {
        let mut res = Quotation {
            span: self.marked.inner,
            kind: QuotationKind::Mixed,
            sources: Vec::new(),
            unsourced: None,
            cue: None,
            content: vec![self.marked.inner],
            flags: self.marked.flags,
        };
        if let Some(by) = self.marked.by {
            res.kind = QuotationKind::Direct;
            res.sources.push(self.resolver.account(by));
            return (res, None);
        }
        if self.is_named_thing()
            || self.is_title()
            || self.whole.is_link(self.at)
            || self.is_subhead()
        {
            res.kind = QuotationKind::Scare;
            return (res, None);
        }
        if self.whole.alone {
            res.kind = QuotationKind::Direct;
        }
        let governing = self.governing();
        if let Some((event, rule)) = governing {
            self.attribute(&mut res, event, rule);
        } else if let Some((sources, rule)) = self.inferred(before) {
            res.cue = before.cue.filter(|_| rule != SourceRule::SameSentence);
            res.sources = relabeled(&sources, rule);
        } else if res.kind == QuotationKind::Mixed {
            // `the “undercard” debate`: a word before its noun is the writer's irony.
            let modifies = self.n_words() == 1
                && matches!(
                    self.sentence.tag(self.at + 1),
                    Some(Tag::Noun | Tag::Propn | Tag::Adj)
                );
            let subject = self.resolver.subject_of(self.idx);
            match subject.filter(|_| !modifies) {
                Some(name) => {
                    res.sources = vec![Source {
                        name,
                        mention: None,
                        rule: SourceRule::SameSentence,
                    }];
                }
                None if self.n_words() <= LONGEST_SCARE => res.kind = QuotationKind::Scare,
                None => {}
            }
        }
        let inferred =
            |it: &Source| matches!(it.rule, SourceRule::Continued | SourceRule::SameSentence);
        res.flags.inferred_source = res.sources.iter().any(inferred);
        if res.sources.is_empty() && res.kind != QuotationKind::Scare {
            let of_event = governing.and_then(|it| self.events[it.0].unsourced);
            res.unsourced = of_event.or(res.unsourced).or(Some(Unsourced::NoCue));
        }
        (res, governing.map(|it| it.0))
    }

    fn attribute(&self, quotation: &mut Quotation, event: usize, rule: SourceRule) {
        let Act { event, sources, .. } = &self.events[event];
        quotation.cue = items_span(&self.sentence, &event.cue).map(|span| Cue { span });
        quotation.sources = if rule == SourceRule::Named {
            sources.clone()
        } else {
            relabeled(sources, rule)
        };
        quotation.sources.retain(|it| !self.resolver.is_mute(it));
        if quotation.sources.is_empty() && !sources.is_empty() {
            quotation.unsourced = Some(Unsourced::NoSubject);
        }
        if self.is_direct(event) {
            quotation.kind = QuotationKind::Direct;
        } else if event.holds(self.at) {
            quotation.content = content(&self.sentence, event);
        }
    }

    fn n_words(&self) -> usize {
        let words = self.marked.inner.of(self.sentence.text);
        words.split_whitespace().count()
    }

    /// `so-called “…”`, `nicknamed “…”`
    fn is_named_thing(&self) -> bool {
        self.at
            .checked_sub(1)
            .and_then(|it| self.sentence.word(it))
            .is_some_and(|it| self.sentence.lexicons.is_naming_cue(&it.lower))
    }

    /// Words in capitals inside the writer's clause: the name of a work, a show, a plan.
    fn is_title(&self) -> bool {
        let words: Vec<&Word<'_>> = self.words().collect();
        let capital = |it: &&&Word<'_>| it.text.starts_with(char::is_uppercase);
        let n_words = words.iter().filter(|it| it.tag != Tag::Punct).count();
        let large = |it: &&&Word<'_>| it.text.chars().count() > 3 && !SMALL.contains(&it.tag);
        let titled = words.iter().take(1).all(|it| capital(&it))
            && (1..=LONGEST_TITLE).contains(&n_words)
            && words.iter().filter(large).all(|it| capital(&it))
            && !self.whole.title_case;
        let ends = self.sentence.quote_end(self.at);
        let open = !ends.is_some_and(|it| matches!(it, '!' | '?'));
        let is_word = |it: usize| self.sentence.tag(it).is_some_and(|it| it != Tag::Punct);
        // `“It holds,” Ruiz told “Sea & Shore.”`: the cue governs something else.
        let cue_of = |at: usize| {
            let mut events = self.events.iter().map(|it| &it.event);
            events.find(|it| it.cue.contains(&at))
        };
        let in_clause = match self.at {
            0 => matches!(self.sentence.tag(1), Some(Tag::Noun | Tag::Propn)),
            at if self.sentence.is(at - 1, ",") => {
                at > 1 && is_word(at - 2) && cue_of(at - 2).is_none()
            }
            at => is_word(at - 1) && cue_of(at - 1).is_none_or(|it| !it.holds(at)),
        };
        // `“Ladies,” Ruiz said`: what is governed from behind is nothing but the quotation.
        let said = |event: &Event| {
            let whole = event.comes_after && event.governs == (self.at..self.at + 1);
            (event.names || event.speech) && event.holds(self.at) && (!event.comes_after || whole)
        };
        let called = self.events.iter().any(|it| said(&it.event));
        titled && open && in_clause && !called
    }

    /// A few words alone in their paragraph, without a mark that ends them.
    fn is_subhead(&self) -> bool {
        let ended = self
            .sentence
            .quote_end(self.at)
            .is_some_and(|it| ".,?!…".contains(it));
        let short = self.n_words() <= LONGEST_SCARE;
        short && !ended && self.outer.whole_block && self.whole.alone
    }

    /// The act of saying that governs the quotation, and the sieve.
    fn governing(&self) -> Option<(usize, SourceRule)> {
        let at = self.at;
        let all = || self.events.iter().enumerate();
        let events = || all().map(|(idx, it)| (idx, &it.event));
        let beside = events().find(|(_, event)| {
            event.speech && event.comes_after && event.holds(at) && at + 1 >= event.governs.end
        });
        let under = || {
            events()
                .filter(|(_, event)| !event.comes_after && event.holds(at))
                .max_by_key(|(idx, event)| {
                    let speaks = event.speech || event.names;
                    (self.can_speak(*idx), speaks, event.cue.start)
                })
        };
        let resumed = || {
            events()
                .filter(|(_, event)| event.comes_after && event.cue.end <= at)
                .max_by_key(|(_, event)| event.cue.start)
        };
        let held = || events().find(|(_, event)| event.comes_after && event.holds(at));
        let anywhere = || {
            all()
                .filter(|(_, it)| it.event.speech && !self.whole.alone)
                .filter(|(idx, _)| self.can_speak(*idx))
                .min_by_key(|(_, it)| it.event.cue.start.abs_diff(at))
                .map(|(idx, it)| (idx, &it.event))
        };
        // `X said that …, “…,” Reuters reported`: Reuters passes on what X says.
        let inner = beside
            .filter(|it| self.relays(it.0))
            .and_then(|_| under())
            .filter(|it| self.can_speak(it.0));
        let named = inner
            .or(beside)
            .or_else(under)
            .map(|it| (it.0, SourceRule::Named));
        named
            .or_else(|| resumed().map(|it| (it.0, SourceRule::Interrupted)))
            .or_else(|| held().map(|it| (it.0, SourceRule::Named)))
            .or_else(|| anywhere().map(|it| (it.0, SourceRule::SameSentence)))
    }

    /// Somebody is said to have done it who can.
    fn can_speak(&self, event: usize) -> bool {
        let mut sources = self.events[event].sources.iter();
        sources.any(|it| self.resolver.can_speak(it))
    }

    /// An agency, a paper or a text is its source.
    fn relays(&self, event: usize) -> bool {
        let mut sources = self.events[event].sources.iter();
        sources.any(|it| self.resolver.relays(it))
    }

    /// A sentence of the speaker's own, not a part of the writer's clause.
    fn is_direct(&self, event: &Event) -> bool {
        let is_word = |it: usize| self.sentence.tag(it).is_some_and(|it| it != Tag::Punct);
        let clause_before = if event.comes_after {
            let before = self.at.checked_sub(1);
            before.is_some_and(|it| is_word(it) && !event.cue.contains(&it))
        } else {
            let from = event.governs.start.min(self.at);
            event.holds(self.at) && (from..self.at).any(is_word)
                || self.at > 0 && is_word(self.at - 1) && !event.cue.contains(&(self.at - 1))
        };
        // `“I have not heard that” from the port`: the writer's clause goes on.
        let ended = self
            .sentence
            .quote_end(self.at)
            .is_some_and(|it| ".,?!…-—".contains(it));
        let clause_after = !event.comes_after && !ended && is_word(self.at + 1);
        let in_clause = clause_before || clause_after;
        // `Like most towns, “we go,” Ruiz said.`
        let led_in = event.comes_after && event.governs.start < self.at;
        let fragment = self.sentence.is_fragment(self.at);
        let own_words = if fragment {
            !led_in && self.has_verb()
        } else {
            true
        };
        own_words && !in_clause
    }

    fn has_verb(&self) -> bool {
        self.words()
            .any(|it| matches!(it.tag, Tag::Verb | Tag::Aux))
    }

    /// The words between the marks.
    fn words(&self) -> impl Iterator<Item = &Word<'_>> {
        let words = self.sentence.words;
        let from = words.partition_point(|it| it.span.start() < self.marked.inner.start());
        words[from..]
            .iter()
            .take_while(|it| it.span.end() <= self.marked.inner.end())
    }

    /// No verb and no name of the writer's: `Then, on the radio: “…”`.
    fn is_led_in(&self) -> bool {
        let short = self.sentence.len() <= 4;
        self.whole.verbless && (short || !self.sentence.is_fragment(self.at))
    }

    /// The source of a quotation that is a sentence of its own: who spoke just before.
    fn inferred(&self, before: &Before) -> Option<(Vec<Source>, SourceRule)> {
        let alone = self.whole.alone;
        if !alone && !self.is_led_in() {
            return None;
        }
        let known = !before.sources.is_empty();
        let same_block = before.block == self.outer.block;
        let since = self.idx - before.sentence.min(self.idx);
        if known && same_block && since <= 1 {
            return Some((before.sources.clone(), SourceRule::Interrupted));
        }
        if alone && !before.announcers.is_empty() {
            return Some((before.announcers.clone(), SourceRule::SameSentence));
        }
        if !before.told.is_empty() && since > 0 {
            return Some((before.told.clone(), SourceRule::SameSentence));
        }
        let subject = self
            .idx
            .checked_sub(1)
            .filter(|_| before.announced && alone)
            .and_then(|it| self.resolver.subject_of(it));
        if let Some(name) = subject {
            let source = Source {
                name,
                mention: None,
                rule: SourceRule::SameSentence,
            };
            return Some((vec![source], SourceRule::SameSentence));
        }
        let near = self.outer.block - before.block.min(self.outer.block) <= LONGEST_RUN;
        let rule = if same_block {
            SourceRule::Interrupted
        } else {
            SourceRule::Continued
        };
        (known && near && since <= LONGEST_RUN + 1).then(|| (before.sources.clone(), rule))
    }
}

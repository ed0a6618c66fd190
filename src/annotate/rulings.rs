//! What the reader said about the quotations of an article, replayed.
//!
//! Marks are corrected before anything is read between them, so that cues and sources are found by
//! the same rules as without the reader; kinds and sources are set on what was found then.
//!
//! ```text
//! decisions   bounds a → b    kind of b: direct    source of b: Ruiz    c is none
//! rulings     a, b: now b, direct                                       c: none
//! ```
//! A quotation lies in one paragraph, and so do the words that name its source; others are not
//! taken. A source that the article does not name cannot be set: it would be the reader's, not the
//! article's.

use super::marks::Marked;
use crate::anchor::{self, Found};
use crate::model::{
    Anchor, Article, Decision, Flags, Loss, Name, Person, Quotation, QuotationKind, Source,
    SourceRule, Span, Standing, Unsourced,
};

const NOTHING: Standing = Standing::Lost(Loss::Nothing);

/// All that the reader said about the quotations.
pub struct Rulings<'a> {
    article: &'a Article,
    decisions: &'a [Decision],
    list: Vec<Ruling>,
}

/// What holds of one quotation after all decisions about it.
struct Ruling {
    /// Where it stood, was put and stands.
    known_as: Vec<Span>,
    now: Option<Bounds>,
}

#[derive(Clone, Copy)]
struct Bounds {
    span: Span,
    kind: QuotationKind,
}

impl<'a> Rulings<'a> {
    pub fn new(article: &'a Article, decisions: &'a [Decision]) -> Self {
        let mut res = Self {
            article,
            decisions,
            list: Vec::new(),
        };
        for decision in decisions {
            if let Decision::SetQuotation {
                quotation,
                bounds,
                kind,
            } = decision
                && let (Ok(was), Ok(span)) = (res.find(quotation), res.bounds(bounds))
            {
                res.rule(was, Some(Bounds { span, kind: *kind }));
            }
            if let Decision::NoQuotation { quotation } = decision
                && let Ok(was) = res.find(quotation)
            {
                res.rule(was, None);
            }
        }
        res
    }

    fn find(&self, words: &Anchor) -> Found<Span> {
        anchor::find(words, self.article)
    }

    /// Words inside one paragraph, the marks around them left out.
    fn bounds(&self, words: &Anchor) -> Found<Span> {
        let text = &self.article.text;
        let span = without_marks(text, self.find(words)?.trimmed(text));
        let is_read = self.article.readable().any(|it| it.covers(span));
        if span.is_empty() || !is_read {
            return Err(NOTHING);
        }
        Ok(span)
    }

    fn rule(&mut self, was: Span, now: Option<Bounds>) {
        let known = self.list.iter_mut().find(|it| it.is_of(was));
        let spans = [was].into_iter().chain(now.map(|it| it.span));
        match known {
            Some(ruling) => {
                ruling.known_as.extend(spans);
                ruling.now = now;
            }
            None => self.list.push(Ruling {
                known_as: spans.collect(),
                now,
            }),
        }
    }

    /// The marks as the reader set them.
    pub fn marked(&self, mut marked: Vec<Marked>) -> Vec<Marked> {
        let text = &self.article.text;
        for ruling in &self.list {
            marked.retain(|it| !ruling.is_of(it.inner));
            let Some(Bounds { span, kind }) = ruling.now else {
                continue;
            };
            marked.retain(|it| !it.outer.overlaps(span));
            if kind != QuotationKind::Reported {
                marked.push(Marked {
                    outer: with_marks(text, span),
                    inner: span,
                    by: None,
                    flags: Flags::default(),
                });
            }
        }
        marked.sort_by_key(|it| it.outer);
        marked
    }

    /// The quotations as the reader set them, and what became of each decision.
    pub fn quotations(
        &self,
        people: &[Person],
        mut quotations: Vec<Quotation>,
    ) -> (Vec<Quotation>, Vec<Standing>) {
        for ruling in &self.list {
            quotations.retain(|it| {
                ruling.now.is_some_and(|now| now.span == it.span) || !ruling.is_of(it.span)
            });
            if let Some(now) = ruling.now {
                set(&mut quotations, now);
            }
        }
        let standings = self.decisions.iter().map(|it| {
            let standing = self.replay(it, people, &mut quotations);
            standing.map_or_else(|it| it, |()| Standing::Applied)
        });
        let standings = standings.collect();
        quotations.sort_by_key(|it| it.span);
        (quotations, standings)
    }

    /// Sets a source; of what is done already it says whether it could be.
    fn replay(
        &self,
        decision: &Decision,
        people: &[Person],
        quotations: &mut [Quotation],
    ) -> Found<()> {
        match decision {
            Decision::SetSources { quotation, sources } => {
                let was = self.find(quotation)?;
                let ruling = self.list.iter().find(|it| it.is_of(was));
                let span = ruling.and_then(|it| it.now).map_or(was, |it| it.span);
                let said = at(quotations, span).ok_or(NOTHING)?;
                let sources = sources
                    .iter()
                    .map(|it| Ok(self.source(self.bounds(it)?, people)));
                said.sources = sources.collect::<Found<_>>()?;
                said.flags.inferred_source = false;
                said.unsourced = said.sources.is_empty().then_some(Unsourced::NoSubject);
                keep_reason(said);
                Ok(())
            }
            Decision::SetQuotation {
                quotation, bounds, ..
            } => {
                self.find(quotation)?;
                self.bounds(bounds).map(|_| ())
            }
            Decision::NoQuotation { quotation: words }
            | Decision::SetFurniture { words, .. }
            | Decision::SetHeadline { words } => self.find(words).map(|_| ()),
            Decision::RenameOutlet { .. } | Decision::SetDate { .. } => Ok(()),
            Decision::JudgeFinding { .. }
            | Decision::MergeUtterances { .. }
            | Decision::SplitUtterance { .. }
            | Decision::MergePeople { .. }
            | Decision::Note { .. }
            | Decision::Tag { .. }
            | Decision::Untag { .. } => Err(NOTHING),
        }
    }

    /// The person whose name the words hold, or the words themselves.
    fn source(&self, span: Span, people: &[Person]) -> Source {
        let named = |it: &Person| it.name == span || it.mentions.iter().any(|it| it.overlaps(span));
        Source {
            name: people
                .iter()
                .position(named)
                .map_or(Name::Words(span), Name::Person),
            mention: Some(span),
            rule: SourceRule::Reader,
        }
    }
}

impl Ruling {
    fn is_of(&self, span: Span) -> bool {
        self.known_as.iter().any(|it| is_same(*it, span))
    }
}

/// Most of the one is most of the other.
fn is_same(a: Span, b: Span) -> bool {
    a == b || 2 * a.overlap(b) > a.len().max(b.len())
}

/// The quotation there, or the one that is nearly there.
fn at(quotations: &mut [Quotation], span: Span) -> Option<&mut Quotation> {
    let exact = quotations.iter().position(|it| it.span == span);
    let at = exact.or_else(|| quotations.iter().position(|it| is_same(it.span, span)))?;
    quotations.get_mut(at)
}

fn set(quotations: &mut Vec<Quotation>, Bounds { span, kind }: Bounds) {
    let at = quotations.iter().position(|it| it.span == span);
    let at = at.unwrap_or_else(|| {
        quotations.push(Quotation {
            span,
            kind,
            sources: Vec::new(),
            unsourced: None,
            cue: None,
            content: vec![span],
            flags: Flags::default(),
        });
        quotations.len() - 1
    });
    let said = &mut quotations[at];
    said.kind = kind;
    said.flags.by_reader = true;
    // Nobody is said to have said it.
    if kind == QuotationKind::Scare {
        said.sources.clear();
        said.cue = None;
    }
    keep_reason(said);
}

/// Why there is no source stays where there still is none.
fn keep_reason(said: &mut Quotation) {
    let open = said.sources.is_empty() && said.kind != QuotationKind::Scare;
    said.unsourced = open.then(|| said.unsourced.unwrap_or(Unsourced::NoCue));
}

fn is_mark(letter: char) -> bool {
    matches!(letter, '"' | '“' | '”' | '„' | '«' | '»' | '‘' | '’')
}

fn without_marks(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let inner = words
        .strip_prefix(is_mark)
        .and_then(|it| it.strip_suffix(is_mark));
    let Some(inner) = inner else { return span };
    let first = words.chars().next().map_or(0, char::len_utf8);
    let start = span.start() + first;
    Span::new(text, start..start + inner.len()).unwrap_or(span)
}

fn with_marks(text: &str, span: Span) -> Span {
    let before = text[..span.start()]
        .chars()
        .next_back()
        .filter(|it| is_mark(*it));
    let after = text[span.end()..].chars().next().filter(|it| is_mark(*it));
    let len = |it: Option<char>| it.map_or(0, char::len_utf8);
    Span::new(text, span.start() - len(before)..span.end() + len(after)).unwrap_or(span)
}

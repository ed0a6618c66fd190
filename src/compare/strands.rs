//! The quotations of a story as word streams, and which of them may share words.

use std::collections::HashMap;
use std::ops::Range;

use super::align::Unit;
use crate::model::{ArticleIdx, QuotationKind, Span, Story, Token, TokenKind};

/// One marked quotation as a stream of words; punctuation is not in it.
#[derive(Debug)]
pub struct Strand {
    pub article: ArticleIdx,
    /// Index into the article's quotations.
    pub quotation: usize,
    pub units: Vec<Unit>,
    /// For each unit its words in the text.
    pub spans: Vec<Span>,
    /// Positions between units where a sentence ends or words were cut, ascending.
    pub breaks: Vec<usize>,
    /// Those of them where the outlet shows that it cut.
    pub ellipses: Vec<usize>,
}

impl Strand {
    /// Number of units that carry meaning.
    pub fn n_content(&self, range: Range<usize>) -> usize {
        self.units[range].iter().filter(|it| it.content).count()
    }

    /// First unit and end of the sentence that unit `at` is in.
    pub fn sentence(&self, at: usize) -> (usize, usize) {
        let next = self.breaks.partition_point(|it| *it <= at);
        let start = next.checked_sub(1).map_or(0, |it| self.breaks[it]);
        let end = self.breaks.get(next).copied();
        (start, end.unwrap_or(self.units.len()))
    }

    pub fn has_break(&self, at: usize) -> bool {
        self.breaks.binary_search(&at).is_ok()
    }
}

/// All quotations that can be witnesses, in story order.
pub fn strands(story: &Story) -> Vec<Strand> {
    let mut res = Vec::new();
    for article in story.indices() {
        let annotations = story.annotations(article);
        for (quotation, it) in annotations.quotations.iter().enumerate() {
            let quoted = match it.kind {
                QuotationKind::Direct | QuotationKind::Mixed => {
                    !is_title(it.span.of(&story.article(article).text))
                }
                QuotationKind::Scare | QuotationKind::Reported => false,
            };
            if quoted {
                res.push(strand(story, article, quotation, it.span));
            }
        }
    }
    res
}

/// Most words in round brackets that an editor adds to explain a word: `UAVs (unmanned aerial
/// vehicles)`. More are the speaker's.
const LONGEST_PARENTHESIS: usize = 4;

/// Most words of the title of a work that stands in marks.
const LONGEST_TITLE: usize = 6;

/// A few words of which all but the small ones have a capital: “The Long Groan”. It names a thing;
/// that two outlets name it is no utterance.
fn is_title(words: &str) -> bool {
    let bare = |it: &str| it.trim_matches(|c: char| !c.is_alphanumeric()).len();
    let words: Vec<&str> = words.split_whitespace().filter(|it| bare(it) > 0).collect();
    let is_large = |it: &&&str| bare(it) > 3 || it.starts_with(char::is_uppercase);
    let n_large = words.iter().filter(is_large).count();
    (2..=LONGEST_TITLE).contains(&words.len())
        && n_large > 1
        && words.iter().filter(is_large).all(|it| {
            it.trim_start_matches(|c: char| !c.is_alphanumeric())
                .starts_with(|c: char| c.is_uppercase() || c.is_numeric())
        })
}

fn strand(story: &Story, article: ArticleIdx, quotation: usize, span: Span) -> Strand {
    let annotations = story.annotations(article);
    let text = &story.article(article).text;
    let mut res = Strand {
        article,
        quotation,
        units: Vec::new(),
        spans: Vec::new(),
        breaks: Vec::new(),
        ellipses: Vec::new(),
    };
    let mut parenthesis = None;
    for token in tokens_in(&annotations.tokens, span) {
        match token.kind {
            TokenKind::Word | TokenKind::Number => {
                let starts = annotations
                    .sentences
                    .binary_search_by_key(&token.span.start(), |it| it.start())
                    .is_ok();
                if starts && !res.units.is_empty() {
                    res.breaks.push(res.units.len());
                }
                res.units.push(Unit {
                    key: token.key,
                    content: token.content,
                    bracketed: token.bracketed,
                });
                res.spans.push(token.span);
            }
            TokenKind::Ellipsis => {
                res.breaks.push(res.units.len());
                res.ellipses.push(res.units.len());
            }
            TokenKind::Mark => match token.span.of(text) {
                "(" => parenthesis = Some(res.units.len()),
                ")" => {
                    let start = parenthesis.take().unwrap_or(res.units.len());
                    if res.units.len() - start <= LONGEST_PARENTHESIS {
                        let inside = res.units[start..].iter_mut();
                        inside.for_each(|it| it.bracketed = true);
                    }
                }
                _ => {}
            },
        }
    }
    res.breaks.dedup();
    res
}

/// The tokens that lie in `span`. `tokens` ascend.
pub fn tokens_in(tokens: &[Token], span: Span) -> &[Token] {
    let from = tokens.partition_point(|it| it.span.start() < span.start());
    let to = tokens.partition_point(|it| it.span.end() <= span.end());
    tokens.get(from..to.max(from)).unwrap_or_default()
}

/// Words of a gram.
const GRAM: usize = 2;
/// Grams with a content word that two longer strands must share to be held against one another;
/// of a strand of a few words one is enough.
const MIN_GRAMS: usize = 2;
const FEW_WORDS: usize = 6;
/// A gram that more strands than this share is a phrase that everybody uses (a name, a law).
const MOST_POSTINGS: usize = 400;

/// For each strand the first one with the same words, often itself: two thousand copies of one
/// quotation are looked at once.
pub fn originals(strands: &[Strand]) -> Vec<usize> {
    let mut first: HashMap<Vec<u64>, usize> = HashMap::new();
    let keys = |it: &Strand| it.units.iter().map(|it| it.key).collect::<Vec<u64>>();
    strands
        .iter()
        .enumerate()
        .map(|(idx, it)| *first.entry(keys(it)).or_insert(idx))
        .collect()
}

/// Pairs of different originals that share enough grams, ascending.
pub fn candidates(strands: &[Strand], originals: &[usize]) -> Vec<(usize, usize)> {
    let mut postings: HashMap<[u64; GRAM], Vec<usize>> = HashMap::new();
    let own = |idx: &usize| originals[*idx] == *idx;
    for idx in (0..strands.len()).filter(own) {
        for gram in strands[idx].units.windows(GRAM) {
            if gram.iter().any(|it| it.content) {
                let list = postings.entry([gram[0].key, gram[1].key]).or_default();
                if list.last() != Some(&idx) {
                    list.push(idx);
                }
            }
        }
    }
    let mut res = Vec::new();
    for idx in (0..strands.len()).filter(own) {
        let grams = strands[idx].units.windows(GRAM);
        let mut near: Vec<usize> = grams
            .filter(|it| it.iter().any(|it| it.content))
            .filter_map(|it| postings.get(&[it[0].key, it[1].key]))
            .filter(|it| it.len() <= MOST_POSTINGS)
            .flat_map(|it| &it[it.partition_point(|other| *other <= idx)..])
            .copied()
            .collect();
        near.sort_unstable();
        for run in near.chunk_by(|a, b| a == b) {
            let other = run[0];
            let n_words = strands[idx].units.len().min(strands[other].units.len());
            if run.len() >= MIN_GRAMS || n_words <= FEW_WORDS {
                res.push((idx, other));
            }
        }
    }
    res
}

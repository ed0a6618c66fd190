//! Articles that are mostly one text: the same twice, two versions of it, or carried by two outlets.
//!
//! ```text
//! coast 1   The wall held all night, and 12 boats were lost, …
//! coast 2   The wall held all night, and 14 boats were lost, …     one outlet: a revision
//! north     The wall held all night, and 12 boats were lost, …     another: one text carried
//! ```
//! Two are one text if most groups of five words of the shorter stand in the other. An article is
//! told beside the one that it is most like of those before it, so that of many copies each is told
//! once. Who copied whom is not known.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::strands::tokens_in;
use crate::model::{
    ArticleIdx, Change, Duplicate, DuplicateKind, OutletBasis, Span, Story, Token, TokenKind,
};

/// Words of a group.
const GRAM: usize = 5;
/// Fewest groups by which a text can be known again.
const MIN_GRAMS: usize = 20;
/// Share of the groups of the shorter that the other must have. Articles with long quotations in
/// common stay well below a half.
const MIN_SHARED: f32 = 0.6;
/// Articles with one group beyond which it finds no more.
const MOST_POSTINGS: usize = 60;

/// By the place of the later article in the story.
pub fn duplicates(story: &Story) -> Vec<Duplicate> {
    let texts: Vec<Text<'_>> = story.indices().map(|it| Text::new(story, it)).collect();
    let mut with: HashMap<u64, Vec<usize>> = HashMap::new();
    let mut res = Vec::new();
    for (at, text) in texts.iter().enumerate() {
        let mut n_shared: BTreeMap<usize, usize> = BTreeMap::new();
        for gram in &text.grams {
            let postings = with.entry(*gram).or_default();
            for other in postings.iter() {
                *n_shared.entry(*other).or_default() += 1;
            }
            if postings.len() < MOST_POSTINGS {
                postings.push(at);
            }
        }
        let likeness = n_shared.into_iter().filter_map(|(other, n)| {
            let shorter = text.grams.len().min(texts[other].grams.len());
            let shared = n as f32 / shorter as f32;
            (shorter >= MIN_GRAMS && shared >= MIN_SHARED).then_some((shared, other))
        });
        let most = likeness.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
        if let Some((shared, other)) = most {
            res.push(duplicate(story, &texts[other], text, shared));
        }
    }
    res
}

/// The words of an article's prose.
struct Text<'a> {
    article: ArticleIdx,
    tokens: Vec<&'a Token>,
    grams: BTreeSet<u64>,
}

impl<'a> Text<'a> {
    fn new(story: &'a Story, article: ArticleIdx) -> Self {
        let tokens = &story.annotations(article).tokens;
        let paragraphs = story.article(article).paragraphs();
        let words = paragraphs.flat_map(|it| tokens_in(tokens, it));
        let words = words.filter(|it| matches!(it.kind, TokenKind::Word | TokenKind::Number));
        let tokens: Vec<&Token> = words.collect();
        let mix = |key: u64, it: &&Token| (key.rotate_left(5) ^ it.key).wrapping_mul(SPREAD);
        let grams = tokens.windows(GRAM).map(|it| it.iter().fold(0, mix));
        Self {
            article,
            grams: grams.collect(),
            tokens,
        }
    }

    fn keys(&self) -> Vec<u64> {
        self.tokens.iter().map(|it| it.key).collect()
    }

    fn span(&self, from: usize, len: usize) -> Option<Span> {
        let words = self.tokens.get(from..from + len)?;
        Some(words.first()?.span.to(words.last()?.span))
    }
}

/// The multiplier of FxHash.
const SPREAD: u64 = 0x517c_c1b7_2722_0a95;

fn duplicate(story: &Story, one: &Text<'_>, other: &Text<'_>, shared: f32) -> Duplicate {
    let date = |it: &Text<'_>| {
        let article = story.article(it.article);
        article.modified.or(article.published.map(|it| it.date))
    };
    let (from, to) = match (date(one), date(other)) {
        (Some(a), Some(b)) if b < a => (other, one),
        _ => (one, other),
    };
    let changes = changes(from, to);
    let outlets = [from, to].map(|it| &story.article(it.article).outlet);
    let are_known = outlets.iter().all(|it| it.basis != OutletBasis::FileName);
    let names = outlets.map(|it| it.name.to_lowercase());
    let kind = match (names[0] == names[1], are_known, changes.is_empty()) {
        (true, _, true) | (false, false, true) => DuplicateKind::Same,
        (true, _, false) => DuplicateKind::Revision,
        (false, _, _) => DuplicateKind::Carried,
    };
    Duplicate {
        kind,
        from: from.article,
        to: to.article,
        shared,
        changes,
    }
}

fn changes(from: &Text<'_>, to: &Text<'_>) -> Vec<Change> {
    let ops = capture_diff_slices(Algorithm::Myers, &from.keys(), &to.keys());
    let changes = ops.into_iter().filter_map(|op| {
        let (old, new) = (op.old_range(), op.new_range());
        match op {
            DiffOp::Equal { .. } => None,
            DiffOp::Delete { .. } | DiffOp::Insert { .. } | DiffOp::Replace { .. } => {
                Some(Change {
                    from_span: from.span(old.start, old.len()),
                    to_span: to.span(new.start, new.len()),
                })
            }
        }
    });
    changes.collect()
}

/// Which articles speak as one outlet: the versions of one.
pub struct Outlets {
    /// By article: the last version of it.
    last: Vec<ArticleIdx>,
}

impl Outlets {
    pub fn new(story: &Story, duplicates: &[Duplicate]) -> Self {
        let mut last: Vec<ArticleIdx> = story.indices().collect();
        for it in duplicates.iter().filter(|it| it.kind.is_one_outlet()) {
            let (old, new) = (last[it.from.0], last[it.to.0]);
            for article in last.iter_mut().filter(|it| **it == old) {
                *article = new;
            }
        }
        Self { last }
    }

    /// The article that speaks for this one: itself, or its last version.
    pub fn of(&self, article: ArticleIdx) -> ArticleIdx {
        self.last.get(article.0).copied().unwrap_or(article)
    }

    /// How many outlets these articles are.
    pub fn count(&self, articles: impl IntoIterator<Item = ArticleIdx>) -> usize {
        let outlets: BTreeSet<ArticleIdx> = articles.into_iter().map(|it| self.of(it)).collect();
        outlets.len()
    }
}

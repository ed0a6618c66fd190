//! Quoted words for which another outlet quotes other words.
//!
//! ```text
//! coast   “… fair rules for the harbor and free choice of a berth.”
//! north   “… fair rules for the harbor and self-rule.”          exchanged
//! south   “… fair rule for the harbors, free choice of berths.” the same words
//! ```

use std::collections::BTreeSet;

use super::Material;
use crate::compare::strands::tokens_in;
use crate::model::{ArticleIdx, Edit, EditKind, Place, Span, Token, TokenKind, Utterance};

/// Words that both witnesses have in common at least, small ones among them.
const MIN_EQUAL: usize = 5;
/// Share of the shorter quotation's words of meaning, in percent.
const MOSTLY_PERCENT: usize = 60;
/// Words in a row that a saying, a law or a motto may have: two people may both say them.
const SAYING: usize = 6;
/// Words in a row that a report in other words hardly has.
const COPIED: usize = 5;
/// Sentences before a quotation and after it that may tell what it leaves out.
const BESIDE: usize = 2;
/// First letters from which two words may be one in two forms or spellings.
const STEM: usize = 4;

/// What a change of wording is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exchange {
    /// Words of meaning against other words of meaning, in quotations otherwise alike.
    OtherWords,
    /// More words against each other than are shared: each outlet quotes another sentence that
    /// stood beside what both have.
    OtherSentence,
    No,
}

pub fn exchange(material: &Material<'_>, utterance: &Utterance, edit: &Edit) -> Exchange {
    let (Some(from), Some(to)) = (edit.from_span, edit.to_span) else {
        return Exchange::No;
    };
    let (base, witness) = (
        &utterance.witnesses[edit.from],
        &utterance.witnesses[edit.to],
    );
    if edit.kind != EditKind::Wording || base.reported || witness.reported {
        return Exchange::No;
    }
    let place = |of: Place, span: Span| Place { span, ..of };
    let (from, to) = (place(base.place, from), place(witness.place, to));
    let all = [words(material, base.place), words(material, witness.place)];
    let (left, right) = (words(material, from), words(material, to));
    let n_new = |of: &BTreeSet<String>, in_other: &BTreeSet<String>| {
        let is_new = |it: &&String| !in_other.iter().any(|other| are_alike(it, other));
        of.iter().filter(is_new).count()
    };
    let (gone, new) = (n_new(&left, &all[1]), n_new(&right, &all[0]));
    let n_shared = all[0].len() - n_new(&all[0], &all[1]);
    let n_exchanged = gone.max(new);
    let n_equal = n_equal(material, base.place, witness.place);
    // Where both begin with other words, each may have begun with another sentence.
    let begin = [(from, base), (to, witness)]
        .iter()
        .all(|(it, whole)| it.span.start() == whole.place.span.start());
    let n_against = if begin {
        2 * keys(material, from).len().max(keys(material, to).len())
    } else {
        n_exchanged
    };
    if gone > 0 && new > 0 && n_equal >= MIN_EQUAL && n_equal > 2 * n_against {
        Exchange::OtherWords
    } else if n_exchanged > 1 && n_shared <= n_exchanged {
        Exchange::OtherSentence
    } else {
        Exchange::No
    }
}

/// Most of the shorter one's words of meaning stand in the other.
pub fn are_mostly_one(material: &Material<'_>, a: Place, b: Place) -> bool {
    let (a, b) = (words(material, a), words(material, b));
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let is_shared = |it: &&String| long.iter().any(|other| are_alike(it, other));
    100 * short.iter().filter(is_shared).count() >= MOSTLY_PERCENT * short.len()
}

/// The outlet tells the words that it cut in its own sentences beside the quotation.
pub fn is_told_beside(material: &Material<'_>, cut: Place, witness: Place) -> bool {
    let sentences = &material.story.annotations(witness.article).sentences;
    let first = sentences.partition_point(|it| it.end() <= witness.span.start());
    let last = sentences.partition_point(|it| it.start() < witness.span.end());
    let near = first.saturating_sub(BESIDE)..(last + BESIDE).min(sentences.len());
    let near = sentences.get(near).unwrap_or_default();
    near.iter().copied().reduce(Span::to).is_some_and(|span| {
        let beside = Place { span, ..witness };
        are_mostly_one(material, cut, beside)
    })
}

/// Words of `a` that `b` has as well.
fn n_equal(material: &Material<'_>, a: Place, b: Place) -> usize {
    let (a, b) = (keys(material, a), keys(material, b));
    a.iter().filter(|it| b.contains(it)).count()
}

/// More words in a row than a saying has, or all of the shorter.
pub fn share_a_run(material: &Material<'_>, a: Place, b: Place) -> bool {
    share_words(material, a, b, SAYING)
}

/// The report holds a mark of quotation and words of the quotation: it is no telling in a
/// writer's own words.
pub fn is_copied(material: &Material<'_>, quotation: Place, report: Place) -> bool {
    let words = material.story.words(report);
    let is_marked = words
        .split_whitespace()
        .any(|it| it.starts_with(['\'', '‘', '"', '“']));
    is_marked && share_words(material, quotation, report, COPIED)
}

fn share_words(material: &Material<'_>, a: Place, b: Place, least: usize) -> bool {
    let (a, b) = (keys(material, a), keys(material, b));
    let wanted = least.min(a.len()).min(b.len());
    wanted > 0
        && a.windows(wanted)
            .any(|it| b.windows(wanted).any(|other| it == other))
}

/// The article has these words somewhere, in a row.
pub fn stands_in(material: &Material<'_>, place: Place, article: ArticleIdx) -> bool {
    let wanted = keys(material, place);
    let tokens = material.story.annotations(article).tokens.iter();
    let all: Vec<u64> = tokens.filter(is_word).map(|it| it.key).collect();
    wanted.len() > 1 && all.windows(wanted.len()).any(|it| it == wanted)
}

/// All its words, as they are compared.
fn keys(material: &Material<'_>, place: Place) -> Vec<u64> {
    let tokens = &material.story.annotations(place.article).tokens;
    let words = tokens_in(tokens, place.span).iter().filter(is_word);
    words.map(|it| it.key).collect()
}

fn is_word(token: &&Token) -> bool {
    matches!(token.kind, TokenKind::Word | TokenKind::Number)
}

/// Content words of a place, in small letters.
fn words(material: &Material<'_>, place: Place) -> BTreeSet<String> {
    let text = &material.story.article(place.article).text;
    let tokens = &material.story.annotations(place.article).tokens;
    let tells = |it: &&Token| it.content && it.kind == TokenKind::Word && !it.bracketed;
    let found = tokens_in(tokens, place.span).iter().filter(tells);
    found.map(|it| it.span.of(text).to_lowercase()).collect()
}

/// One word in two forms or spellings (`tram`, `trams`; `pedal`, `paedal`), or a part of the other.
fn are_alike(one: &str, other: &str) -> bool {
    let common = |a: &mut dyn Iterator<Item = char>, b: &mut dyn Iterator<Item = char>| {
        a.zip(b).take_while(|(a, b)| a == b).count()
    };
    let first = common(&mut one.chars(), &mut other.chars());
    let last = common(&mut one.chars().rev(), &mut other.chars().rev());
    let longest = one.chars().count().max(other.chars().count());
    let bare = |it: &str| it.replace(['-', '’', '\''], "");
    let (one, other) = (bare(one), bare(other));
    first >= STEM
        || 3 * (first + last) >= 2 * longest
        || one.contains(&other)
        || other.contains(&one)
}

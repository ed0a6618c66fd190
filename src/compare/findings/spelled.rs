//! One name that outlets spell in two ways.
//!
//! ```text
//! coast   a fire in Shettle Row                 one name: the other word is the same,
//! north   the fire in Shettel Row               and no outlet has both
//! south   the fire in Shettles Row              another form: none
//! ```
//! A name is two or three capitalized words in a row inside a sentence.

use std::collections::{BTreeMap, BTreeSet};

use super::{Material, NAMING, places, score};
use crate::compare::strands::tokens_in;
use crate::lexicon::Tag;
use crate::model::{
    ArticleIdx, Confidence, Finding, FindingKind, Place, Presence, Subject, Token, TokenKind,
};

/// Words of a name, most first.
const LENGTHS: [usize; 2] = [3, 2];
/// Letters of the longer word in which one may be other, and two.
const ONE_OF: usize = 5;
const TWO_OF: usize = 8;
/// Other words that two sentences share if both spellings are words of the language.
const MIN_SHARED: usize = 3;
/// Most findings: a spelling is seldom the news.
const MOST: usize = 3;
/// Endings that make another form of a word, not another spelling.
const FORMS: [&str; 12] = [
    "s", "es", "n", "an", "ian", "i", "ic", "ese", "ed", "er", "ing", "ish",
];

/// A place in a name, without the word that stands there.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Slot {
    at: usize,
    others: Vec<u64>,
}

/// A word of a name, with the name's places.
struct Spelling {
    key: u64,
    word: String,
    places: Vec<Place>,
}

pub fn findings(material: &Material<'_>) -> Vec<(f32, Finding)> {
    let mut res: Vec<(f32, Finding)> = Vec::new();
    for length in LENGTHS {
        for (slot, spellings) in slots(material, length) {
            let mut pairs = spellings
                .iter()
                .enumerate()
                .flat_map(|(at, one)| spellings[at + 1..].iter().map(move |it| (one, it)));
            let found = pairs.find(|(a, b)| are_one(material, slot.others.len(), a, b));
            res.extend(found.map(|(a, b)| finding(material, a, b)));
        }
    }
    res.sort_by(|a, b| {
        b.0.total_cmp(&a.0)
            .then_with(|| a.1.places.cmp(&b.1.places))
    });
    // The same two in a longer name are told already.
    let mut told: BTreeSet<Place> = BTreeSet::new();
    res.retain(|(_, it)| {
        let is_told = it.places.iter().any(|place| {
            let mut told = told.iter();
            told.any(|it| it.article == place.article && it.span.overlaps(place.span))
        });
        told.extend(it.places.iter().copied());
        !is_told
    });
    res.truncate(MOST);
    res
}

/// Names of so many words, by what they are without one word.
fn slots(material: &Material<'_>, length: usize) -> BTreeMap<Slot, Vec<Spelling>> {
    let mut res: BTreeMap<Slot, Vec<Spelling>> = BTreeMap::new();
    for article in material.story.indices() {
        let text = &material.story.article(article).text;
        let annotations = material.story.annotations(article);
        for sentence in &annotations.sentences {
            let tokens = tokens_in(&annotations.tokens, *sentence);
            let names = tokens.windows(length).enumerate();
            let names = names.filter(|it| is_name(material, text, it.0 == 0, it.1));
            for (_, name) in names {
                let span = name[0].span.to(name[length - 1].span);
                for (at, token) in name.iter().enumerate() {
                    let rest = name.iter().enumerate().filter(|it| it.0 != at);
                    let others = rest.map(|it| it.1.key).collect();
                    let spellings = res.entry(Slot { at, others }).or_default();
                    let place = Place { article, span };
                    match spellings.iter_mut().find(|it| it.key == token.key) {
                        Some(known) => known.places.push(place),
                        None => spellings.push(Spelling {
                            key: token.key,
                            word: token.span.of(text).to_lowercase(),
                            places: vec![place],
                        }),
                    }
                }
            }
        }
    }
    res
}

fn is_name(material: &Material<'_>, text: &str, starts: bool, name: &[Token]) -> bool {
    let is_joined = name.windows(2).all(|it| {
        let between = it[0].span.end()..it[1].span.start();
        text.get(between) == Some(" ")
    });
    let is_capital = |it: &Token| {
        let word = it.span.of(text);
        let is_word = it.kind == TokenKind::Word && it.content;
        is_word && word.starts_with(char::is_uppercase) && !word.contains(char::is_numeric)
    };
    let first = name[0].span.of(text).to_lowercase();
    let known = material.lexicons.tag(&first);
    let is_opening = starts && known.is_some_and(|it| it != Tag::Propn);
    is_joined && !is_opening && name.iter().all(is_capital)
}

/// Near spellings, each of outlets that do not have the other.
fn are_one(material: &Material<'_>, n_others: usize, a: &Spelling, b: &Spelling) -> bool {
    let (short, long) = if a.word.len() <= b.word.len() {
        (&a.word, &b.word)
    } else {
        (&b.word, &a.word)
    };
    let is_form = long
        .strip_prefix(short.as_str())
        .is_some_and(|it| FORMS.contains(&it));
    let n_letters = long.chars().count();
    let most = if n_letters >= TWO_OF || n_others > 1 && n_letters >= ONE_OF {
        2
    } else {
        usize::from(n_letters >= ONE_OF)
    };
    let same_first = a.word.chars().next() == b.word.chars().next();
    let outlets =
        |it: &Spelling| -> BTreeSet<ArticleIdx> { it.places.iter().map(|it| it.article).collect() };
    let are_words = [a, b]
        .iter()
        .all(|it| material.lexicons.tag(&it.word).is_some());
    same_first
        && !is_form
        && strsim::osa_distance(&a.word, &b.word) <= most
        && outlets(a).is_disjoint(&outlets(b))
        && (!are_words || any_share_words(material, a, b))
}

fn any_share_words(material: &Material<'_>, a: &Spelling, b: &Spelling) -> bool {
    let mut pairs = a
        .places
        .iter()
        .flat_map(|one| b.places.iter().map(move |it| (*one, *it)));
    pairs.any(|(a, b)| share_words(material, a, b))
}

/// The sentences around two names tell of one thing.
fn share_words(material: &Material<'_>, a: Place, b: Place) -> bool {
    let lemmas = |place: Place| -> BTreeSet<u64> {
        let annotations = material.story.annotations(place.article);
        let mut sentences = annotations.sentences.iter();
        let around = sentences.find(|it| it.covers(place.span));
        let around = around.copied().unwrap_or(place.span);
        let tokens = tokens_in(&annotations.tokens, around).iter();
        tokens.filter(|it| it.content).map(|it| it.lemma).collect()
    };
    lemmas(a).intersection(&lemmas(b)).count() >= MIN_SHARED
}

fn finding(material: &Material<'_>, a: &Spelling, b: &Spelling) -> (f32, Finding) {
    let mut sides = [a, b];
    sides.sort_by_key(|it| it.places[0]);
    let articles =
        |it: &Spelling| -> BTreeSet<ArticleIdx> { it.places.iter().map(|it| it.article).collect() };
    let shown = sides.map(|it| {
        let outlets = material.outlets(articles(it).into_iter());
        format!("{} in {outlets}", material.quoted(it.places[0]))
    });
    let all: BTreeSet<ArticleIdx> = sides.iter().flat_map(|it| articles(it)).collect();
    let first = |it: &Spelling, article: ArticleIdx| {
        let mut places = it.places.iter().copied();
        places.find(|it| it.article == article)
    };
    let proofs = all
        .iter()
        .flat_map(|article| sides.map(|it| first(it, *article)));
    let finding = Finding {
        kind: FindingKind::Naming,
        title: format!("Spelled differently: {}", shown.join(", ")),
        places: places(proofs.flatten()),
        subject: Subject::Places,
        presence: material.presence(|it| all.contains(&it).then_some(Presence::Differs)),
        alert: false,
        confidence: Confidence::Likely,
        rule: "One letter or two differ in a name of which the other words are the same, and no \
               outlet has both."
            .to_owned(),
    };
    (score(NAMING, 1.2, &finding.presence), finding)
}

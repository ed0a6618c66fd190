//! How each outlet names what several name.
//!
//! ```text
//! coast   “… use Halvane drones …”     one utterance, one place in it: a name each
//! north   “… use Halvane [UAVs] …”
//! north   the Halvane drones            the same modifier: the same thing
//! ```
//! Names are one thing if the lexicon has them in one class, or if two aligned utterances or
//! passages have them in one place; and only where something links the two mentions: aligned words
//! around them, or the same modifier or name beside them. Persons are not named here, they have
//! names. It does not say which name is right.

mod edges;
pub mod mentions;

use std::collections::{BTreeMap, BTreeSet};

use self::mentions::Mention;
use crate::lexicon::Lexicons;
use crate::model::{ArticleIdx, Naming, NamingCell, Passage, Place, Story, Utterance};

/// Most names of one outlet in a row.
const MOST_OF_OUTLET: usize = 6;
/// Mentions with one link that each is held against.
const MOST_HELD: usize = 8;

/// What names are found by.
pub struct Material<'a> {
    pub story: &'a Story,
    pub lexicons: &'a Lexicons,
    pub utterances: &'a [Utterance],
    pub passages: &'a [Passage],
}

/// Mentions of one thing, in story order.
pub struct Concept {
    pub class: String,
    pub mentions: Vec<Mention>,
}

/// Everything that two outlets or more name, by the place of its first mention.
pub fn concepts(material: &Material<'_>) -> Vec<Concept> {
    let joined = edges::classes(material);
    let mentions = mentions::mentions(material, &joined);
    let mut sets = Sets {
        roots: (0..mentions.len()).collect(),
        anchors: mentions.iter().map(|it| it.anchor).collect(),
    };
    for linked in links(material, &mentions).into_values() {
        for (n, one) in linked.iter().enumerate() {
            for other in linked[..n].iter().rev().take(MOST_HELD) {
                sets.join(*one, *other);
            }
        }
    }
    let mut groups: BTreeMap<usize, Vec<Mention>> = BTreeMap::new();
    for (at, mention) in mentions.iter().enumerate() {
        let root = sets.root(at);
        groups.entry(root).or_default().push(mention.clone());
    }
    let groups = groups.into_values().filter(|it| is_shared(it));
    groups
        .map(|mentions| Concept {
            class: mentions[0].class.clone(),
            mentions,
        })
        .collect()
}

/// The rows that a reader sees: outlets do not all use one name.
pub fn rows(concepts: &[Concept]) -> Vec<Naming> {
    let concepts = concepts.iter().filter(|it| {
        let names: BTreeSet<&str> = it.mentions.iter().map(|it| it.name.as_str()).collect();
        names.len() > 1
    });
    concepts
        .map(|concept| {
            let mut cells: BTreeMap<ArticleIdx, Vec<&Mention>> = BTreeMap::new();
            for mention in &concept.mentions {
                cells
                    .entry(mention.place.article)
                    .or_default()
                    .push(mention);
            }
            Naming {
                concept: concept.class.clone(),
                cells: cells
                    .into_iter()
                    .map(|(article, mentions)| NamingCell {
                        article,
                        spans: each_name(&mentions).iter().map(|it| it.span).collect(),
                    })
                    .collect(),
            }
        })
        .collect()
}

/// The first place of each different name, then of the others, as many as a row holds.
fn each_name(mentions: &[&Mention]) -> Vec<Place> {
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let (first, again): (Vec<&Mention>, Vec<&Mention>) = mentions
        .iter()
        .partition(|it| seen.insert(it.name.as_str()));
    let all = first.into_iter().chain(again).map(|it| it.place);
    let mut res: Vec<Place> = all.take(MOST_OF_OUTLET).collect();
    res.sort_unstable();
    res
}

/// Mentions of one class that something shows to be of one thing: indices, ascending.
fn links(material: &Material<'_>, mentions: &[Mention]) -> BTreeMap<(String, Link), Vec<usize>> {
    let mut res: BTreeMap<(String, Link), Vec<usize>> = BTreeMap::new();
    let mut add = |at: usize, link: Link| {
        res.entry((mentions[at].class.clone(), link))
            .or_default()
            .push(at);
    };
    let witnesses = material
        .utterances
        .iter()
        .map(|it| it.witnesses.iter().map(|it| it.place).collect::<Vec<_>>());
    let members = material.passages.iter().map(|it| it.members.clone());
    for (idx, places) in witnesses.chain(members).enumerate() {
        for place in places {
            let start = mentions.partition_point(|it| it.place < place);
            let inside = mentions[start..].iter().enumerate().take_while(|(_, it)| {
                it.place.article == place.article && it.place.span.start() < place.span.end()
            });
            for (n, _) in inside.filter(|(_, it)| place.span.covers(it.place.span)) {
                add(start + n, Link::Aligned(idx));
            }
        }
    }
    for (at, mention) in mentions.iter().enumerate() {
        if let Some(anchor) = mention.anchor {
            add(at, Link::Beside(anchor));
        }
        if let Some(head) = mention.head {
            add(at, Link::SameName(mention.place.article, head));
        }
    }
    res
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Link {
    /// In one utterance or passage.
    Aligned(usize),
    /// The same modifier or name stands beside them.
    Beside(u64),
    /// One article uses the word again.
    SameName(ArticleIdx, u64),
}

fn is_shared(mentions: &[Mention]) -> bool {
    let first = mentions[0].place.article;
    mentions.iter().any(|it| it.place.article != first)
}

/// Which mentions are of one thing. A set has one anchor: what is called Halvane's and what is
/// called Skarne's never meet, even through a mention that tells neither.
struct Sets {
    roots: Vec<usize>,
    /// Of a root: the anchor of its set.
    anchors: Vec<Option<u64>>,
}

impl Sets {
    /// The least member of the set that `at` is in.
    fn root(&mut self, mut at: usize) -> usize {
        while self.roots[at] != at {
            self.roots[at] = self.roots[self.roots[at]];
            at = self.roots[at];
        }
        at
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        let (a, b) = (self.anchors[one], self.anchors[other]);
        if a.is_some() && b.is_some() && a != b {
            return;
        }
        let (first, second) = (one.min(other), one.max(other));
        self.roots[second] = first;
        self.anchors[first] = a.or(b);
    }
}

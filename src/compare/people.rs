//! Who is who across the articles: the same person under other names, the same body.
//!
//! Equal full names are one person, as are two whose surnames are equal and whose given names fit
//! (`Pat` and `Patrick`, `P.`, `Dick` and `Richard`). A lone surname joins the story's only person of
//! that surname, or the one who is named far more often. Given names that differ never join. Bodies and groups are one if their words are equal.

use std::collections::{BTreeMap, HashMap};

use super::bearers::{Bearers, names_fit};
use super::decided::Decided;
use super::roles;
use crate::lexicon::Lexicons;
use crate::model::{ArticleIdx, Name, Place, QuotationKind, Source, Span, Speaker, Story};

/// The speakers of a story, and which quotation is whose.
#[derive(Debug, Default)]
pub struct Speakers {
    pub list: Vec<Speaker>,
    /// By article and quotation: indices into `list`.
    of: Vec<Vec<Vec<usize>>>,
    /// By index into `list`: a person, not a body or an unnamed group.
    person: Vec<bool>,
    /// By index into `list`: words of the person's roles, or of the body's name, ascending.
    words: Vec<Vec<String>>,
    /// By index into `list`: the last word of the name.
    surnames: Vec<String>,
    /// By index into `list`: is called somebody's spokesman.
    spokesmen: Vec<bool>,
    /// By index into `list`: words of those for whom the person is said to speak, ascending.
    clients: Vec<Vec<String>>,
}

/// How two sources stand to one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    Same,
    /// A person and the body that he speaks for, or an unnamed group.
    Level,
    /// One of them is not named.
    Unknown,
    Other,
}

impl Speakers {
    /// The speakers of one quotation, in the order in which it credits them.
    pub fn of(&self, article: ArticleIdx, quotation: usize) -> &[usize] {
        self.of
            .get(article.0)
            .and_then(|it| it.get(quotation))
            .map_or(&[], Vec::as_slice)
    }

    /// The closest of the relations between two lists of sources.
    pub fn relation(&self, who: &[usize], whom: &[usize]) -> Relation {
        if who.is_empty() || whom.is_empty() {
            return Relation::Unknown;
        }
        let any =
            |is: &dyn Fn(usize, usize) -> bool| who.iter().any(|a| whom.iter().any(|b| is(*a, *b)));
        if any(&|a, b| a == b) {
            Relation::Same
        } else if any(&|a, b| self.is_one_level(a, b)) {
            Relation::Level
        } else {
            Relation::Other
        }
    }

    /// A person, not a body or a group.
    pub fn is_person(&self, idx: usize) -> bool {
        self.person.get(idx) == Some(&true)
    }

    fn speaks_for(&self, one: usize, other: usize) -> bool {
        let names = |word: &str| {
            let clients = &self.clients[one];
            clients.binary_search_by(|it| it.as_str().cmp(word)).is_ok()
        };
        self.spokesmen[one]
            && self.surnames[one] != self.surnames[other]
            && names(&self.surnames[other])
    }

    /// `his representative`, and nothing tells whose.
    fn may_speak_for_anybody(&self, one: usize) -> bool {
        let mut clients = self.clients[one].iter();
        self.spokesmen[one] && clients.any(|it| roles::POSSESSIVE.contains(&it.as_str()))
    }

    /// A body whose name stands in the person's role, or two names of bodies of which one holds
    /// the other.
    fn is_one_level(&self, a: usize, b: usize) -> bool {
        let (Some(words), Some(other)) = (self.words.get(a), self.words.get(b)) else {
            return false;
        };
        let holds = |all: &[String], some: &[String]| {
            !some.is_empty() && some.iter().all(|it| all.binary_search(it).is_ok())
        };
        match (self.person[a], self.person[b]) {
            // A spokesman for somebody by name.
            (true, true) => self.speaks_for(a, b) || self.speaks_for(b, a),
            (true, false) => holds(words, other),
            (false, true) => holds(other, words),
            (false, false) => holds(words, other) || holds(other, words),
        }
    }

    /// Two persons with different surnames, of whom none speaks for the other. Of one surname they
    /// may be one person under a name that was read wrongly.
    pub fn are_surely_different(&self, a: usize, b: usize) -> bool {
        self.are_different_people(a, b) && self.surnames[a] != self.surnames[b]
    }

    /// Two persons who cannot be one, and of whom none speaks for the other.
    pub fn are_different_people(&self, a: usize, b: usize) -> bool {
        let open = || self.may_speak_for_anybody(a) || self.may_speak_for_anybody(b);
        a != b && self.is_person(a) && self.is_person(b) && !self.is_one_level(a, b) && !open()
    }
}

/// One name in one article.
pub struct Entry {
    pub place: Place,
    pub words: Vec<String>,
    pub person: bool,
}

impl Entry {
    fn last(&self) -> &str {
        self.words.last().map_or("", String::as_str)
    }
}

/// Finds the speakers of the story and counts their quoted words.
pub fn speakers(story: &Story, lexicons: &Lexicons, decided: &mut Decided<'_>) -> Speakers {
    let mut entries: Vec<Entry> = Vec::new();
    let mut entry_of: BTreeMap<(ArticleIdx, SourceKey), usize> = BTreeMap::new();
    for article in story.indices() {
        for quotation in &story.annotations(article).quotations {
            for source in &quotation.sources {
                entry_of
                    .entry((article, SourceKey::of(source)))
                    .or_insert_with(|| {
                        entries.push(entry(story, article, source));
                        entries.len() - 1
                    });
            }
        }
    }
    let bearers = Bearers::new(story, lexicons);
    let (cluster, by_reader) = decided.joined(&entries, clusters(&entries, &bearers, lexicons));
    let n_clusters = cluster.iter().max().map_or(0, |it| it + 1);
    let mut list: Vec<Speaker> = (0..n_clusters)
        .map(|idx| Speaker {
            name: fullest(&entries, &cluster, idx),
            quotations: Vec::new(),
            quoted_words: vec![0; story.articles.len()],
            by_reader: by_reader[idx],
        })
        .collect();
    let mut of = Vec::new();
    for article in story.indices() {
        let annotations = story.annotations(article);
        let mut per_quotation = Vec::new();
        for (idx, quotation) in annotations.quotations.iter().enumerate() {
            let mut who: Vec<usize> = Vec::new();
            for source in &quotation.sources {
                let speaker = cluster[entry_of[&(article, SourceKey::of(source))]];
                if !who.contains(&speaker) {
                    who.push(speaker);
                }
            }
            for speaker in &who {
                list[*speaker].quotations.push((article, idx));
            }
            if let Some(first) = who.first()
                && quotation.kind != QuotationKind::Reported
            {
                list[*first].quoted_words[article.0] += story.article(article).text
                    [quotation.span.range()]
                .split_whitespace()
                .count();
            }
            per_quotation.push(who);
        }
        of.push(per_quotation);
    }
    let mut person = vec![false; n_clusters];
    for (entry, cluster) in entries.iter().zip(&cluster) {
        person[*cluster] |= entry.person;
    }
    let (words, clients) = roles::roles(story, &entries, &cluster, n_clusters);
    let surnames = list
        .iter()
        .map(|it| roles::words(story.words(it.name)).pop().unwrap_or_default())
        .collect();
    by_words(Speakers {
        list,
        of,
        person,
        spokesmen: words
            .iter()
            .map(|it| it.iter().any(|it| lexicons.speaks_for(it)))
            .collect(),
        words,
        surnames,
        clients,
    })
}

/// A source's name as a key: its person, or where its words stand.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum SourceKey {
    Person(usize),
    Words(usize),
}

impl SourceKey {
    fn of(source: &Source) -> Self {
        match source.name {
            Name::Person(idx) => Self::Person(idx),
            Name::Words(span) => Self::Words(span.start()),
        }
    }
}

fn entry(story: &Story, article: ArticleIdx, source: &Source) -> Entry {
    let (span, person) = match source.name {
        Name::Person(idx) => {
            let person = story.annotations(article).people.get(idx);
            (person.map(|it| it.name), true)
        }
        Name::Words(span) => (Some(span), false),
    };
    let text = &story.article(article).text;
    let span = span.unwrap_or_else(|| Span::new(text, 0..0).expect("empty span"));
    let mut words = roles::words(span.of(text));
    if !person && words.len() > 1 && matches!(words[0].as_str(), "the" | "a" | "an") {
        words.remove(0);
    }
    Entry {
        place: Place { article, span },
        words,
        person,
    }
}

/// For each entry the number of its cluster; clusters are numbered by first entry.
fn clusters(entries: &[Entry], bearers: &Bearers, lexicons: &Lexicons) -> Vec<usize> {
    let mut res = vec![usize::MAX; entries.len()];
    let mut heads: Vec<usize> = Vec::new();
    // Clusters by the last word of their head: names with another one never join.
    let mut by_last: HashMap<&str, Vec<usize>> = HashMap::new();
    let mut order: Vec<usize> = (0..entries.len()).collect();
    // Full names first, so that a lone surname meets all of them.
    order.sort_by_key(|idx| std::cmp::Reverse(entries[*idx].words.len().min(2)));
    for idx in order {
        let entry = &entries[idx];
        let near = by_last.entry(entry.last()).or_default();
        let fitting: Vec<usize> = near
            .iter()
            .copied()
            .filter(|cluster| {
                let head = &entries[heads[*cluster]];
                let alone = entry.words.len() == 1 && head.words.len() > 1;
                same(lexicons, head, entry) && (!alone || bearers.means(lexicons, &head.words))
            })
            .collect();
        let equal = fitting
            .iter()
            .find(|it| entries[heads[**it]].words == entry.words);
        res[idx] = match (equal, fitting.as_slice()) {
            (Some(equal), _) => *equal,
            (None, [only]) => *only,
            // Of two persons with that surname none is taken.
            (None, [first, ..]) if entry.words.len() > 1 => *first,
            _ => {
                heads.push(idx);
                near.push(heads.len() - 1);
                heads.len() - 1
            }
        };
    }
    res
}

/// `head` was met before; full names are met before single words.
fn same(lexicons: &Lexicons, head: &Entry, other: &Entry) -> bool {
    if head.words == other.words {
        return true;
    }
    if !head.person || head.last() != other.last() {
        return false;
    }
    if !other.person {
        // A surname that its article does not know for one.
        return other.words.len() == 1;
    }
    match (head.words.as_slice(), other.words.as_slice()) {
        ([_], _) | (_, [_]) => true,
        ([given, ..], [other_given, ..]) => names_fit(lexicons, given, other_given),
        _ => false,
    }
}

/// The form with most words, then the one met first.
fn fullest(entries: &[Entry], cluster: &[usize], idx: usize) -> Place {
    let mut res: Option<&Entry> = None;
    for (entry, _) in entries.iter().zip(cluster).filter(|(_, it)| **it == idx) {
        if res.is_none_or(|it| entry.words.len() > it.words.len()) {
            res = Some(entry);
        }
    }
    res.expect("a cluster has an entry").place
}

/// Most quoted words first, then by name's place.
fn by_words(speakers: Speakers) -> Speakers {
    let Speakers {
        list,
        of,
        person,
        words,
        surnames,
        spokesmen,
        clients,
    } = speakers;
    let mut order: Vec<usize> = (0..list.len()).collect();
    order.sort_by_key(|idx| {
        let words: usize = list[*idx].quoted_words.iter().sum();
        (std::cmp::Reverse(words), list[*idx].name)
    });
    let mut rank = vec![0; order.len()];
    for (to, from) in order.iter().enumerate() {
        rank[*from] = to;
    }
    Speakers {
        list: order.iter().map(|it| list[*it].clone()).collect(),
        person: order.iter().map(|it| person[*it]).collect(),
        words: order.iter().map(|it| words[*it].clone()).collect(),
        clients: order.iter().map(|it| clients[*it].clone()).collect(),
        spokesmen: order.iter().map(|it| spokesmen[*it]).collect(),
        surnames: order.iter().map(|it| surnames[*it].clone()).collect(),
        of: of
            .into_iter()
            .map(|quotations| {
                quotations
                    .into_iter()
                    .map(|who| who.into_iter().map(|it| rank[it]).collect())
                    .collect()
            })
            .collect(),
    }
}

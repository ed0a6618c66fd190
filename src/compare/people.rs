//! Who is who across the articles: the same person under other names, the same body.
//!
//! Equal full names are one person, as are two whose surnames are equal and whose given names fit
//! (`Pat` and `Patrick`, `P.`). A lone surname joins the story's only person of that surname. Given
//! names that differ never join. Bodies and groups are one if their words are equal.

use std::collections::BTreeMap;

use crate::model::{ArticleIdx, Name, Place, QuotationKind, Source, Speaker, Story};

/// The speakers of a story, and which quotation is whose.
#[derive(Debug, Default)]
pub struct Speakers {
    pub list: Vec<Speaker>,
    /// By article and quotation: indices into `list`.
    of: Vec<Vec<Vec<usize>>>,
    /// By index into `list`: a person, not a body or an unnamed group.
    person: Vec<bool>,
}

impl Speakers {
    /// The speakers of one quotation, in the order in which it credits them.
    pub fn of(&self, article: ArticleIdx, quotation: usize) -> &[usize] {
        self.of
            .get(article.0)
            .and_then(|it| it.get(quotation))
            .map_or(&[], Vec::as_slice)
    }

    /// Two persons who cannot be one.
    pub fn are_different_people(&self, a: usize, b: usize) -> bool {
        a != b && self.person.get(a) == Some(&true) && self.person.get(b) == Some(&true)
    }
}

/// One name in one article.
struct Entry {
    place: Place,
    words: Vec<String>,
    person: bool,
}

/// Finds the speakers of the story and counts their quoted words.
pub fn speakers(story: &Story) -> Speakers {
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
    let cluster = clusters(&entries);
    let n_clusters = cluster.iter().max().map_or(0, |it| it + 1);
    let mut list: Vec<Speaker> = (0..n_clusters)
        .map(|idx| Speaker {
            name: fullest(&entries, &cluster, idx),
            quotations: Vec::new(),
            quoted_words: vec![0; story.articles.len()],
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
    by_words(Speakers { list, of, person })
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
    let span = span.unwrap_or_else(|| crate::model::Span::new(text, 0..0).expect("empty span"));
    let mut words: Vec<String> = span
        .of(text)
        .split(|c: char| c.is_whitespace() || c == '-')
        .map(|it| {
            it.trim_matches(|c: char| !c.is_alphanumeric())
                .to_lowercase()
        })
        .filter(|it| !it.is_empty())
        .collect();
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
fn clusters(entries: &[Entry]) -> Vec<usize> {
    let mut res = vec![usize::MAX; entries.len()];
    let mut heads: Vec<usize> = Vec::new();
    let mut order: Vec<usize> = (0..entries.len()).collect();
    // Full names first, so that a lone surname meets all of them.
    order.sort_by_key(|idx| std::cmp::Reverse(entries[*idx].words.len().min(2)));
    for idx in order {
        let fitting: Vec<usize> = (0..heads.len())
            .filter(|cluster| same(&entries[heads[*cluster]], &entries[idx]))
            .collect();
        res[idx] = match fitting.as_slice() {
            [only] => *only,
            // Of two persons with that surname none is taken.
            [first, ..] if entries[idx].words.len() > 1 || !entries[idx].person => *first,
            _ => {
                heads.push(idx);
                heads.len() - 1
            }
        };
    }
    res
}

fn same(head: &Entry, other: &Entry) -> bool {
    if head.person != other.person {
        return false;
    }
    if head.words == other.words {
        return true;
    }
    if !head.person {
        return false;
    }
    let (Some(last), Some(other_last)) = (head.words.last(), other.words.last()) else {
        return false;
    };
    if last != other_last {
        return false;
    }
    match (head.words.as_slice(), other.words.as_slice()) {
        ([_], _) | (_, [_]) => true,
        ([given, ..], [other_given, ..]) => {
            given.starts_with(other_given.as_str()) || other_given.starts_with(given.as_str())
        }
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
    let Speakers { list, of, person } = speakers;
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

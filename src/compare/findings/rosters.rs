//! People whom outlets name together, and somebody among them whom another outlet does not name.
//!
//! ```text
//! coast   letters to Ada Ruiz, Tomas Reik, Pat Low and Ola Berg        Ola Berg
//! north   letters to Ada Ruiz, Tomas Reik, Pat Low and Ines Marr       Ines Marr
//! ```
//! Those of whom the headlines tell are left out: they stand beside everybody.

use std::collections::{BTreeMap, BTreeSet};

use super::{FACT, Material, places, score};
use crate::compare::strands::tokens_in;
use crate::lexicon::Tag;
use crate::model::{
    ArticleIdx, Confidence, Finding, FindingKind, Place, Presence, Span, Subject, Token,
};

/// People that make a list, and those that two lists must share.
const MIN_PEOPLE: usize = 3;
const MIN_SHARED: usize = 2;
/// So many shared show that both are one list, though one only is longer.
const MANY_SHARED: usize = 3;
/// Lists that are held against one another: the time grows with their cube.
const MOST_ROSTERS: usize = 60;
/// Most findings, and most in a title of those whom all have.
const MOST: usize = 2;
const MOST_BESIDE: usize = 3;

/// A list of people: their surnames, each with its mention.
struct Roster {
    article: ArticleIdx,
    people: BTreeMap<u64, Span>,
}

pub fn findings(material: &Material<'_>) -> Vec<(f32, Finding)> {
    let rosters = rosters(material);
    let mut taken: BTreeSet<usize> = BTreeSet::new();
    let mut res: Vec<(f32, Finding)> = Vec::new();
    for (at, first) in rosters.iter().enumerate() {
        if taken.contains(&at) {
            continue;
        }
        // The longest list of each other outlet that is of the same people.
        let mut group = vec![(at, first)];
        for article in material.story.indices().filter(|it| *it != first.article) {
            let of_article = rosters
                .iter()
                .enumerate()
                .filter(|it| it.1.article == article);
            let like = of_article.filter(|it| {
                let is_one = group
                    .iter()
                    .all(|(_, other)| shared(it.1, other).len() >= MIN_SHARED);
                is_one && !taken.contains(&it.0)
            });
            group
                .extend(like.max_by_key(|it| (shared(it.1, first).len(), std::cmp::Reverse(it.0))));
        }
        let lists: Vec<&Roster> = group.iter().map(|it| it.1).collect();
        if let Some(found) = finding(material, &lists) {
            taken.extend(group.iter().map(|it| it.0));
            res.push(found);
        }
    }
    res.sort_by(|a, b| {
        b.0.total_cmp(&a.0)
            .then_with(|| a.1.places.cmp(&b.1.places))
    });
    res.truncate(MOST);
    res
}

fn shared(a: &Roster, b: &Roster) -> BTreeSet<u64> {
    let names = a.people.keys().filter(|it| b.people.contains_key(it));
    names.copied().collect()
}

fn finding(material: &Material<'_>, lists: &[&Roster]) -> Option<(f32, Finding)> {
    let common = lists.iter().skip(1).fold(
        lists
            .first()?
            .people
            .keys()
            .copied()
            .collect::<BTreeSet<u64>>(),
        |res, it| {
            res.into_iter()
                .filter(|name| it.people.contains_key(name))
                .collect()
        },
    );
    // Those whom another outlet of the group names nowhere.
    let own: Vec<(ArticleIdx, Vec<Span>)> = lists
        .iter()
        .map(|it| {
            let lacks = |name: u64| {
                let mut others = lists.iter().filter(|other| other.article != it.article);
                others.any(|other| !names(material, other.article, name))
            };
            let alone = it.people.iter().filter(|(name, _)| lacks(**name));
            (it.article, alone.map(|it| *it.1).collect())
        })
        .collect();
    let telling: Vec<&(ArticleIdx, Vec<Span>)> = own.iter().filter(|it| !it.1.is_empty()).collect();
    let is_sure = telling.len() > 1 && common.len() >= MIN_SHARED || common.len() >= MANY_SHARED;
    if telling.is_empty() || lists.len() < 2 || !is_sure {
        return None;
    }
    let shown: Vec<String> = telling
        .iter()
        .map(|(article, spans)| {
            let article = *article;
            let names = spans.iter().map(|span| {
                material.quoted(Place {
                    article,
                    span: *span,
                })
            });
            let names: Vec<String> = names.collect();
            format!("{} in {}", names.join(", "), material.outlet(article))
        })
        .collect();
    let first = lists[0];
    let beside = first.people.iter().filter(|it| common.contains(it.0));
    let mut beside: Vec<Span> = beside.map(|it| *it.1).collect();
    beside.sort_unstable();
    let beside = beside.iter().take(MOST_BESIDE).map(|span| {
        let article = first.article;
        material.story.words(Place {
            article,
            span: *span,
        })
    });
    let beside: Vec<&str> = beside.collect();
    let articles: BTreeSet<ArticleIdx> = lists.iter().map(|it| it.article).collect();
    let finding = Finding {
        kind: FindingKind::Fact,
        title: format!(
            "Who is named with {}: {}",
            beside.join(", "),
            shown.join("; ")
        ),
        places: places(lists.iter().flat_map(|it| {
            it.people.values().map(|span| Place {
                article: it.article,
                span: *span,
            })
        })),
        subject: Subject::Places,
        presence: material.presence(|it| articles.contains(&it).then_some(Presence::Differs)),
        alert: false,
        confidence: Confidence::Likely,
        rule: "These outlets list the same people together. Who is told apart is named nowhere in \
               another of them."
            .to_owned(),
    };
    Some((score(FACT, 0.9, &finding.presence), finding))
}

/// Lists of three people or more who stand in no headline, those of most first.
fn rosters(material: &Material<'_>) -> Vec<Roster> {
    let headlines: BTreeSet<u64> = material
        .story
        .indices()
        .flat_map(|it| in_headline(material, it))
        .collect();
    let mut res: Vec<Roster> = Vec::new();
    for article in material.story.indices() {
        let annotations = material.story.annotations(article);
        for sentence in &annotations.sentences {
            let people = annotations.people.iter().flat_map(|it| &it.mentions);
            let inside = people.filter(|it| sentence.covers(**it));
            let named = inside.filter_map(|it| Some((*it, surname(material, article, *it)?)));
            let mut named: Vec<(Span, u64)> = named.collect();
            named.sort_unstable();
            for run in named.chunk_by(|a, b| is_listed(material, article, a.0, b.0)) {
                let others = run.iter().rev().filter(|it| !headlines.contains(&it.1));
                let people: BTreeMap<u64, Span> = others.map(|it| (it.1, it.0)).collect();
                if people.len() >= MIN_PEOPLE {
                    res.push(Roster { article, people });
                }
            }
        }
    }
    res.sort_by_key(|it| std::cmp::Reverse(it.people.len()));
    res.truncate(MOST_ROSTERS);
    res
}

/// What they are stands between two names, and no verb.
fn is_listed(material: &Material<'_>, article: ArticleIdx, a: Span, b: Span) -> bool {
    const WIDEST: usize = 20;
    let text = &material.story.article(article).text;
    let Some(between) = Span::new(text, a.end()..b.start().max(a.end())) else {
        return false;
    };
    let tokens = tokens_in(&material.story.annotations(article).tokens, between);
    let is_verb = |it: &Token| {
        let lower = it.span.of(text).to_lowercase();
        matches!(material.lexicons.tag(&lower), Some(Tag::Verb | Tag::Aux))
    };
    let has_mark = between.of(text).contains([',', ';']) || between.of(text).contains(" and ");
    has_mark && tokens.len() <= WIDEST && !tokens.iter().any(is_verb)
}

fn in_headline(material: &Material<'_>, article: ArticleIdx) -> Vec<u64> {
    let headline = material.story.article(article).headline();
    let tokens = &material.story.annotations(article).tokens;
    let words = headline.map_or(&[][..], |it| tokens_in(tokens, it));
    words.iter().map(|it| it.lemma).collect()
}

/// The last word of a name, past `Jr.`
fn surname(material: &Material<'_>, article: ArticleIdx, mention: Span) -> Option<u64> {
    let text = &material.story.article(article).text;
    let tokens = tokens_in(&material.story.annotations(article).tokens, mention);
    let is_last = |it: &&Token| it.content && it.span.len() > 2 && it.span.of(text) != "Jr.";
    tokens.iter().rfind(is_last).map(|it| it.lemma)
}

fn names(material: &Material<'_>, article: ArticleIdx, name: u64) -> bool {
    let mut tokens = material.story.annotations(article).tokens.iter();
    tokens.any(|it| it.lemma == name)
}

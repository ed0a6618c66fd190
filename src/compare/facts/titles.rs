//! What outlets call one person: office, rank, age.

use std::collections::{BTreeMap, BTreeSet};

use super::Material;
use crate::compare::roles;
use crate::compare::strands::tokens_in;
use crate::lexicon::Lexicons;
use crate::model::{
    ArticleIdx, FactCell, FactKind, FactRow, Person, Place, Span, TokenKind, Verdict,
};

/// Most different titles of one outlet.
const MOST_OF_OUTLET: usize = 3;
const RANKS: [&str; 8] = [
    "corporal",
    "sergeant",
    "lieutenant",
    "captain",
    "major",
    "colonel",
    "general",
    "admiral",
];

const TITLE: &str = "What stands beside the same full name: titles that share a word.";
const AGE: &str = "The age beside the same full name.";

/// Where a title stands, and its words.
type Title = (Span, BTreeSet<String>);

pub fn rows(material: &Material<'_>) -> Vec<FactRow> {
    let mut people: BTreeMap<String, Vec<(ArticleIdx, &Person)>> = BTreeMap::new();
    let mut by_surname: Vec<(String, ArticleIdx, &Person)> = Vec::new();
    for article in material.story.indices() {
        for person in &material.story.annotations(article).people {
            let name = material.story.words(Place {
                article,
                span: person.name,
            });
            let words = roles::words(name);
            match words.as_slice() {
                [given, .., surname] => {
                    let key = format!("{given} {surname}");
                    people.entry(key).or_default().push((article, person));
                }
                [surname] => by_surname.push((format!(" {surname}"), article, person)),
                [] => {}
            }
        }
    }
    // `Mr Ruiz` where one Ruiz alone is named in full.
    for (surname, article, person) in by_surname {
        let mut of_name = people.iter_mut().filter(|it| it.0.ends_with(&surname));
        if let (Some((_, list)), None) = (of_name.next(), of_name.next())
            && list.iter().all(|it| it.0 != article)
        {
            list.push((article, person));
            list.sort_by_key(|it| it.0);
        }
    }
    let mut res = Vec::new();
    for list in people.values().filter(|it| it.len() > 1) {
        res.extend(titles(material, list));
        res.extend(ages(material, list));
    }
    res
}

fn titles(material: &Material<'_>, people: &[(ArticleIdx, &Person)]) -> Option<FactRow> {
    let mut told: Vec<(ArticleIdx, Vec<Title>)> = Vec::new();
    for (article, person) in people {
        let text = &material.story.article(*article).text;
        let mut list: Vec<Title> = Vec::new();
        for span in &person.roles {
            let words = title_words(material.lexicons, span.of(text));
            let is_new = list.iter().all(|it| it.1 != words);
            let is_own = !begins_with_other(material, *article, person, *span);
            if is_own && is_new && !words.is_empty() && list.len() < MOST_OF_OUTLET {
                list.push((*span, words));
            }
        }
        if !list.is_empty() {
            told.push((*article, list));
        }
    }
    let all: Vec<BTreeSet<String>> = told
        .iter()
        .map(|(_, list)| list.iter().flat_map(|it| it.1.iter().cloned()).collect())
        .collect();
    let mut verdict: Option<Verdict> = None;
    for (at, one) in all.iter().enumerate() {
        for other in &all[at + 1..] {
            verdict = verdict.max(of_titles(one, other));
        }
    }
    let label = format!("title of {}", name(material, people));
    let mut res = row(FactKind::Title, label, verdict?, told, TITLE)?;
    // Who is named without a title may have one that was not seen.
    let surname = name(material, people).split_whitespace().next_back()?;
    res.open = material
        .story
        .indices()
        .filter(|it| !res.may_tell(*it))
        .filter(|it| {
            let text = &material.story.article(*it).text;
            let tokens = material.story.annotations(*it).tokens.iter();
            let mut words = tokens.map(|it| it.span.of(text));
            words.any(|it| it == surname)
        })
        .collect();
    Some(res)
}

/// `Reik said mayor Ada Ruiz …`: what begins with somebody else is no title, but `Reik's deputy` is.
fn begins_with_other(
    material: &Material<'_>,
    article: ArticleIdx,
    person: &Person,
    title: Span,
) -> bool {
    let text = &material.story.article(article).text;
    let people = &material.story.annotations(article).people;
    let mut others = people.iter().filter(|it| it.name != person.name);
    others.any(|it| {
        it.mentions.iter().any(|mention| {
            let rest = &text[mention.end()..];
            let owns = rest.starts_with("'s") || rest.starts_with("’s") || rest.starts_with("' ");
            mention.start() == title.start() && mention.end() < title.end() && !owns
        })
    })
}

/// All that an outlet calls a person, beside what another does. `None`: two titles of one person
/// need not exclude one another.
fn of_titles(a: &BTreeSet<String>, b: &BTreeSet<String>) -> Option<Verdict> {
    let ranks = |it: &BTreeSet<String>| -> BTreeSet<&str> {
        let ranks = RANKS.iter().copied();
        ranks.filter(|rank| it.contains(*rank)).collect()
    };
    let (one, other) = (ranks(a), ranks(b));
    if !one.is_empty() && !other.is_empty() && one.is_disjoint(&other) {
        return Some(Verdict::Differs);
    }
    // A longer title of one person is no fact more: `Governor`, `Arizona Gov.`.
    (!a.is_disjoint(b)).then_some(Verdict::Agrees)
}

/// The words of a title in one form: `Gen.` is a general.
fn title_words(lexicons: &Lexicons, words: &str) -> BTreeSet<String> {
    roles::words(words)
        .into_iter()
        .filter(|it| {
            !matches!(
                it.as_str(),
                "the" | "a" | "an" | "of" | "for" | "at" | "and" | "in"
            )
        })
        .map(|it| {
            let it = it.trim_end_matches("'s").trim_end_matches("’s");
            let class = lexicons.title_role(it).or_else(|| lexicons.state(it));
            class.unwrap_or(it).to_owned()
        })
        .map(|it| {
            it.replace("spokeswoman", "spokesman")
                .replace("spokesperson", "spokesman")
        })
        .collect()
}

/// `22-year-old Ada Ruiz`, `Ada Ruiz, 22,`
fn ages(material: &Material<'_>, people: &[(ArticleIdx, &Person)]) -> Option<FactRow> {
    let mut told: Vec<(ArticleIdx, Vec<(Span, u32)>)> = Vec::new();
    for (article, person) in people {
        let found = person
            .mentions
            .iter()
            .find_map(|it| age(material, *article, *it));
        told.extend(found.map(|it| (*article, vec![it])));
    }
    let first = told.first()?.1[0].1;
    let is_same = told.iter().all(|it| it.1[0].1 == first);
    let verdict = if is_same {
        Verdict::Agrees
    } else {
        Verdict::Differs
    };
    let label = format!("age of {}", name(material, people));
    row(FactKind::Quantity, label, verdict, told, AGE)
}

fn age(material: &Material<'_>, article: ArticleIdx, mention: Span) -> Option<(Span, u32)> {
    let text = &material.story.article(article).text;
    let tokens = &material.story.annotations(article).tokens;
    let first = tokens.partition_point(|it| it.span.start() < mention.start());
    let end = first + tokens_in(tokens, mention).len();
    let word = |at: usize| tokens.get(at).map_or("", |it| it.span.of(text));
    let before = first.checked_sub(1).map(|it| tokens[it].span);
    let years = before.and_then(|it| {
        let lower = it.of(text).to_lowercase();
        let years = lower.strip_suffix("-year-old")?.parse().ok()?;
        Some((it.to(mention), years))
    });
    if years.is_some() {
        return years;
    }
    let number = tokens
        .get(end + 1)
        .filter(|it| it.kind == TokenKind::Number)?;
    let closes = matches!(word(end + 2), "," | ")" | ".");
    let opens = matches!(word(end), "," | "(");
    let years: u32 = number.span.of(text).parse().ok()?;
    (opens && closes && (1..=115).contains(&years)).then(|| (mention.to(number.span), years))
}

fn name<'a>(material: &'a Material<'_>, people: &[(ArticleIdx, &Person)]) -> &'a str {
    people.first().map_or("", |(article, person)| {
        material.story.words(Place {
            article: *article,
            span: person.name,
        })
    })
}

fn row<T>(
    kind: FactKind,
    label: String,
    verdict: Verdict,
    told: Vec<(ArticleIdx, Vec<(Span, T)>)>,
    rule: &'static str,
) -> Option<FactRow> {
    (told.len() > 1).then(|| FactRow {
        kind,
        label,
        verdict,
        cells: told
            .into_iter()
            .map(|(article, list)| FactCell {
                article,
                spans: list.into_iter().map(|it| it.0).collect(),
            })
            .collect(),
        nearest: Vec::new(),
        open: Vec::new(),
        rule,
    })
}

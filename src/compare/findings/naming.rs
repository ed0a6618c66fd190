//! One thing under names that imply something else: killed or died, troops or trainers.
//!
//! Only where aligned words, or the same name beside both, show that it is one thing, and where no
//! outlet of the one side ever uses the other side's word of it in its own voice.

use std::collections::{BTreeMap, BTreeSet};

use super::{Material, NAMING, places, score};
use crate::compare::naming::Concept;
use crate::compare::naming::mentions::Mention;
use crate::model::{ArticleIdx, Confidence, Finding, FindingKind, Presence, Subject};

/// Most findings of this kind: a naming is seldom the news.
const MOST: usize = 3;

pub fn findings(material: &Material<'_>) -> Vec<(f32, Finding)> {
    let found = material
        .concepts
        .iter()
        .filter_map(|it| finding(material, it));
    let mut res: Vec<(f32, Finding)> = found.collect();
    res.sort_by(|a, b| b.0.total_cmp(&a.0));
    res.truncate(MOST);
    res
}

fn finding(material: &Material<'_>, concept: &Concept) -> Option<(f32, Finding)> {
    // A deed is surely one only where it is known to whom it was done.
    let is_deed = |it: &Mention| it.head.is_none() && it.anchor.is_none();
    let mut of: BTreeMap<ArticleIdx, Vec<&Mention>> = BTreeMap::new();
    for mention in concept
        .mentions
        .iter()
        .filter(|it| !it.quoted && !is_deed(it))
    {
        of.entry(mention.place.article).or_default().push(mention);
    }
    // An outlet whose words imply several things is on no side.
    let side = |mentions: &[&Mention]| {
        let implied: BTreeSet<&str> = mentions.iter().filter_map(|it| it.implies).collect();
        match implied.into_iter().collect::<Vec<_>>().as_slice() {
            [one] => Some(*one),
            _ => None,
        }
    };
    let mut sides: BTreeMap<&str, Vec<ArticleIdx>> = BTreeMap::new();
    for (article, mentions) in &of {
        if let Some(side) = side(mentions) {
            sides.entry(side).or_default().push(*article);
        }
    }
    if sides.len() < 2 {
        return None;
    }
    let first = |article: &ArticleIdx| {
        let mentions = of.get(article)?;
        mentions.iter().find(|it| it.implies.is_some()).copied()
    };
    let shown: Vec<String> = sides
        .values()
        .filter_map(|articles| {
            let mention = first(articles.first()?)?;
            Some(format!(
                "{} in {}",
                material.quoted(mention.place),
                articles.len()
            ))
        })
        .collect();
    let articles: BTreeSet<ArticleIdx> = sides.values().flatten().copied().collect();
    let mentions = articles.iter().filter_map(first);
    let finding = Finding {
        kind: FindingKind::Naming,
        title: format!("Named differently: {}", shown.join(", ")),
        places: places(mentions.map(|it| it.place)),
        subject: Subject::Places,
        presence: material.presence(|it| articles.contains(&it).then_some(Presence::Differs)),
        alert: false,
        confidence: Confidence::Possible,
        rule:
            "These names say different things of what seems to be one thing: the same words or the \
               same name stand around them. The words are the outlets’ own, not quoted."
                .to_owned(),
    };
    Some((score(NAMING, 1.0, &finding.presence), finding))
}

//! Statements about evidence and answers, and which of them speak of one matter.

use std::collections::BTreeSet;

use super::Material;
use super::parties::{self, Party};
use crate::compare::likeness::{self, Statement};
use crate::compare::strands::tokens_in;
use crate::model::{ArticleIdx, Evidence, EvidenceKind, Place, Span};

/// A statement with what it is about.
pub struct Told {
    pub place: Place,
    /// Its sentence; with the one before where the statement has no object.
    pub about: Statement,
    /// Lemmas of its object, or where it has none of its clause.
    pub object: BTreeSet<u64>,
    /// The statement says what it is about.
    pub has_object: bool,
    /// Who denies, accuses or is silent.
    pub party: Party,
    /// With the words that name the party.
    pub shown: Place,
}

/// Most statements of one article in a finding.
const MOST_OF_ARTICLE: usize = 2;

/// Statements of the story that fit, in story order.
pub fn told(material: &Material<'_>, fits: impl Fn(Place, &Evidence) -> bool) -> Vec<Told> {
    let mut res = Vec::new();
    for article in material.story.indices() {
        for evidence in &material.story.annotations(article).evidence {
            let place = Place {
                article,
                span: evidence.span,
            };
            if fits(place, evidence) {
                let tokens = &material.story.annotations(article).tokens;
                let object = tokens_in(tokens, evidence.about.unwrap_or(evidence.span)).iter();
                let object = object.filter(|it| it.content && !evidence.cue.covers(it.span));
                let (party, shown) = parties::of_statement(material, article, evidence);
                res.push(Told {
                    place,
                    about: about(material, article, evidence),
                    object: object.map(|it| it.lemma).collect(),
                    has_object: evidence.about.is_some(),
                    party,
                    shown: Place {
                        article,
                        span: shown,
                    },
                });
            }
        }
    }
    res
}

pub fn of_kind(material: &Material<'_>, kind: EvidenceKind) -> Vec<Told> {
    told(material, |_, it| it.kind == kind)
}

fn about(material: &Material<'_>, article: ArticleIdx, evidence: &Evidence) -> Statement {
    let sentences = &material.story.annotations(article).sentences;
    let at = sentences.iter().position(|it| it.overlaps(evidence.span));
    let spans: Vec<Span> = match (at, evidence.about) {
        (Some(at), Some(_)) => vec![sentences[at]],
        (Some(at), None) => sentences[at.saturating_sub(1)..=at].to_vec(),
        // In a headline.
        (None, about) => vec![about.map_or(evidence.span, |it| evidence.span.to(it))],
    };
    Statement::new(material.story, material.lexicons, article, &spans)
}

/// Lemmas that both are about, and those of them that are no names.
pub fn shared(material: &Material<'_>, a: &Told, b: &Told) -> (usize, usize) {
    let found = likeness::likeness(material.counts, &a.about, &b.about);
    (found.n_shared, found.n_common)
}

/// The pairs of two articles whose statements meet, reduced to the statements that are in one, at
/// most two an article.
pub fn meeting<'a>(
    a: &'a [Told],
    b: &'a [Told],
    meet: impl Fn(&Told, &Told) -> bool,
) -> (Vec<&'a Told>, Vec<&'a Told>) {
    let meets =
        |one: &Told, other: &Told| one.place.article != other.place.article && meet(one, other);
    let left = a.iter().filter(|one| b.iter().any(|it| meets(one, it)));
    let right = b.iter().filter(|one| a.iter().any(|it| meets(it, one)));
    (few(left), few(right))
}

/// At most two of each article.
fn few<'a>(list: impl Iterator<Item = &'a Told>) -> Vec<&'a Told> {
    let mut res: Vec<&Told> = Vec::new();
    for told in list {
        let of_article = res
            .iter()
            .filter(|it| it.place.article == told.place.article)
            .count();
        if of_article < MOST_OF_ARTICLE {
            res.push(told);
        }
    }
    res
}

pub fn n_articles(list: &[&Told]) -> usize {
    let articles = list.iter().map(|it| it.place.article);
    articles.collect::<BTreeSet<_>>().len()
}

//! A party's denial that some outlets have, while others tell the charge and have no denial of it.
//!
//! ```text
//! coast   Tidewright denied that its staff sold the password.        denial of Tidewright
//! north   Staff of Tidewright are accused of selling the password.   the charge alone
//! south   Skarne accused Tidewright, which said it was innocent.     an answer of its own: none
//! ```
//! An outlet that has any denial, the party's silence, or words of the party that say no, is never
//! named.

use std::collections::BTreeSet;

use super::parties::{self, Party};
use super::statements::{self, Told};
use super::{Material, RESPONSE, places, score};
use crate::compare::strands::tokens_in;
use crate::lexicon::Tag;
use crate::model::{
    ArticleIdx, Confidence, EvidenceKind, Finding, FindingKind, Place, Presence, QuotationKind,
    Span, Subject, Token, Voice,
};

/// Of what is denied a sentence has so much, 0 to 1, and so many words, to tell it by itself.
const MUCH: f32 = 0.6;
const MIN_SHARED: usize = 2;
/// Most words between the party and its answer, and between a negation and the charge.
const REACH: usize = 8;
/// Most findings: those of most outlets.
const MOST: usize = 2;

pub fn findings(material: &Material<'_>) -> Vec<(f32, Finding)> {
    let denials = statements::told(material, |place, it| {
        let is_own = it.voice == Voice::Writer && parties::answers(material, place, it);
        it.kind == EvidenceKind::Denial && is_own && !is_possible(material, place, it.cue)
    });
    let mut groups: Vec<(Vec<u64>, Vec<&Told>)> = Vec::new();
    for told in denials.iter().filter(|it| is_beside(material, it)) {
        let Some(name) = name(material, &told.party) else {
            continue;
        };
        match groups.iter_mut().find(|it| it.0 == name) {
            Some((_, group)) => group.push(told),
            None => groups.push((name, vec![told])),
        }
    }
    let found = groups
        .iter()
        .filter_map(|(name, group)| finding(material, name, group));
    let mut res: Vec<(f32, Finding)> = found.collect();
    res.sort_by(|a, b| b.0.total_cmp(&a.0));
    res.truncate(MOST);
    res
}

fn finding(material: &Material<'_>, name: &[u64], denials: &[&Told]) -> Option<(f32, Finding)> {
    let own = denials.iter().map(|it| it.place);
    let all: BTreeSet<Place> = own.chain(quoted(material, name)).collect();
    let telling: BTreeSet<ArticleIdx> = all.iter().map(|it| it.article).collect();
    let charges: Vec<Place> = material
        .story
        .indices()
        .filter(|it| !answers(material, *it, name, denials))
        .filter_map(|it| charge(material, it, name, denials))
        .collect();
    if charges.is_empty() {
        return None;
    }
    let without = || charges.iter().map(|it| it.article);
    let finding = Finding {
        kind: FindingKind::Response,
        title: format!(
            "Denied in {}: {}; no denial found in {}",
            material.outlets(telling.iter().copied()),
            material.quoted(denials[0].place),
            material.outlets(without()),
        ),
        places: places(all.iter().chain(&charges).copied()),
        subject: Subject::Places,
        presence: material.presence(|it| {
            if without().any(|article| article == it) {
                Some(Presence::Differs)
            } else if telling.contains(&it) {
                Some(Presence::Same)
            } else {
                Some(Presence::Open)
            }
        }),
        alert: true,
        confidence: Confidence::Likely,
        rule: "These outlets tell that a party denies something. Those named last tell the charge \
               and have no word for a denial, and no words of the party that say no."
            .to_owned(),
    };
    Some((score(RESPONSE, 1.1, &finding.presence), finding))
}

/// Denials in quotation marks that name the party.
fn quoted(material: &Material<'_>, name: &[u64]) -> Vec<Place> {
    let of_article = |article: ArticleIdx| {
        let text = &material.story.article(article).text;
        let annotations = material.story.annotations(article);
        let named =
            |span: Span| !named_at(text, tokens_in(&annotations.tokens, span), name).is_empty();
        let denials = annotations.evidence.iter();
        let denials = denials.filter(move |it| {
            it.kind == EvidenceKind::Denial && it.voice == Voice::Quoted && named(it.span)
        });
        denials.map(move |it| Place {
            article,
            span: it.span,
        })
    };
    material.story.indices().flat_map(of_article).collect()
}

/// The party is named in the clause, or opens its sentence.
fn is_beside(material: &Material<'_>, told: &Told) -> bool {
    told.party.named.is_some_and(|it| {
        let mut sentences = material.story.annotations(it.article).sentences.iter();
        told.place.span.covers(it.span) || sentences.any(|all| all.start() == it.span.start())
    })
}

/// `could deny`: nobody denies.
fn is_possible(material: &Material<'_>, place: Place, cue: Span) -> bool {
    let text = &material.story.article(place.article).text;
    let before = Span::new(text, place.span.start()..cue.start());
    let last = before.and_then(|it| it.of(text).split_whitespace().next_back());
    last.is_some_and(|it| {
        let lower = it.to_lowercase();
        let is_modal = [
            "can", "could", "may", "might", "must", "should", "will", "would",
        ];
        is_modal.contains(&lower.as_str())
    })
}

/// What the party is found by: the surname of a person, else all words of its name.
fn name(material: &Material<'_>, party: &Party) -> Option<Vec<u64>> {
    let named = party.named?;
    let annotations = material.story.annotations(named.article);
    let text = &material.story.article(named.article).text;
    let mut mentions = annotations.people.iter().flat_map(|it| &it.mentions);
    let person = mentions.rfind(|it| it.overlaps(named.span));
    let tokens = tokens_in(&annotations.tokens, *person.unwrap_or(&named.span));
    let capitals = tokens.iter().filter(|it| {
        let word = it.span.of(text);
        let lower = word.to_lowercase();
        it.content
            && word.starts_with(char::is_uppercase)
            && material.lexicons.title(&lower).is_none()
    });
    let mut res: Vec<u64> = capitals.map(|it| it.lemma).collect();
    if person.is_some() {
        res = res.pop().into_iter().collect();
    }
    (!res.is_empty()).then_some(res)
}

/// Where a stretch names the party: the last word of its name.
fn named_at(text: &str, tokens: &[Token], name: &[u64]) -> Vec<usize> {
    let is_capital = |it: &Token| it.span.of(text).starts_with(char::is_uppercase);
    let has_all = name.iter().all(|it| {
        let mut tokens = tokens.iter();
        tokens.any(|token| token.lemma == *it && is_capital(token))
    });
    let at = tokens.iter().enumerate();
    at.filter(|it| has_all && name.last() == Some(&it.1.lemma) && is_capital(it.1))
        .map(|it| it.0)
        .collect()
}

/// The first sentence that tells what the party denies.
fn charge(
    material: &Material<'_>,
    article: ArticleIdx,
    name: &[u64],
    denials: &[&Told],
) -> Option<Place> {
    let text = &material.story.article(article).text;
    let annotations = material.story.annotations(article);
    let headline = material.story.article(article).headline();
    let sentences = headline
        .into_iter()
        .chain(annotations.sentences.iter().copied());
    let tells = |sentence: Span| {
        let tokens = tokens_in(&annotations.tokens, sentence);
        let charged = named_at(text, tokens, name)
            .into_iter()
            .any(|at| !accuses(material, text, &tokens[at + 1..]));
        let has_charge = tokens.iter().any(|it| is_charge(material, text, it));
        charged
            && denials.iter().any(|denial| {
                let Some(object) = object(material, denial, name) else {
                    return has_charge;
                };
                let told: BTreeSet<u64> = tokens.iter().map(|it| it.lemma).collect();
                let n_shared = object.intersection(&told).count();
                let is_much = n_shared as f32 >= MUCH * object.len() as f32;
                n_shared >= MIN_SHARED && (has_charge || is_much)
            })
    };
    let span = sentences.into_iter().find(|it| tells(*it))?;
    Some(Place { article, span })
}

/// What is denied, without names and days; `None`: `the allegations`, or nothing that is told.
fn object(material: &Material<'_>, denial: &Told, name: &[u64]) -> Option<BTreeSet<u64>> {
    let article = denial.place.article;
    let text = &material.story.article(article).text;
    let tokens = tokens_in(
        &material.story.annotations(article).tokens,
        denial.place.span,
    );
    let of_object = |it: &&Token| denial.object.contains(&it.lemma);
    let object = || tokens.iter().filter(of_object);
    if !denial.has_object || object().any(|it| is_charge(material, text, it)) {
        return None;
    }
    let is_name = |it: &Token| it.span.of(text).starts_with(char::is_uppercase);
    let things = object().filter(|it| !is_name(it) && !name.contains(&it.lemma));
    Some(things.map(|it| it.lemma).collect())
}

fn is_charge(material: &Material<'_>, text: &str, token: &Token) -> bool {
    let lemmas = lemmas(material, text, token);
    let lexicons = material.lexicons;
    lemmas
        .iter()
        .any(|it| lexicons.is_charge(it) || lexicons.is_deed(it))
}

fn lemmas(material: &Material<'_>, text: &str, token: &Token) -> [String; 2] {
    let lower = token.span.of(text).to_lowercase();
    [Tag::Verb, Tag::Noun].map(|tag| material.lexicons.lemma(&lower, tag))
}

/// `Tidewright accused`, `Tidewright has since sued`, but not `Tidewright was accused`.
fn accuses(material: &Material<'_>, text: &str, after: &[Token]) -> bool {
    for token in after.iter().take(3) {
        let [verb, _] = lemmas(material, text, token);
        if verb == "be" || verb == "stand" {
            return false;
        }
        if material.lexicons.is_charge(&verb) {
            return token.span.of(text).ends_with("ed") || token.span.of(text).ends_with("es");
        }
    }
    false
}

/// The article has a denial, or the silence or an answer of the party.
fn answers(material: &Material<'_>, article: ArticleIdx, name: &[u64], denials: &[&Told]) -> bool {
    let text = &material.story.article(article).text;
    let annotations = material.story.annotations(article);
    let tokens_of = |span: Span| tokens_in(&annotations.tokens, span);
    let names = |span: Span| named_at(text, tokens_of(span), name);
    let is_party = |party: &Party| denials.iter().any(|it| it.party.is(party));
    let mut evidence = annotations.evidence.iter();
    let has_denial = evidence.any(|it| {
        let mut sentences = annotations.sentences.iter();
        let sentence = sentences.find(|all| all.overlaps(it.span));
        let is_named = || !names(*sentence.unwrap_or(&it.span)).is_empty();
        match it.kind {
            EvidenceKind::NoResponse => is_named(),
            // Of somebody else by name it is no answer of the party.
            EvidenceKind::Denial => {
                let (party, _) = parties::of_statement(material, article, it);
                let is_other = it.voice == Voice::Writer && party.is_known() && !is_party(&party);
                !is_other || is_named()
            }
            _ => false,
        }
    });
    let mut quotations = annotations.quotations.iter();
    has_denial
        || quotations.any(|it| {
            let is_marked = it.kind != QuotationKind::Reported;
            let tokens = tokens_of(it.span);
            let says_no = tokens.iter().any(|it| is_answer(material, text, it))
                || tokens
                    .iter()
                    .any(|it| is_marked && is_negation(material, text, it))
                || denies_charge(material, text, tokens);
            says_no && is_party(&parties::of_sources(material, article, it))
        })
        || annotations.sentences.iter().any(|it| {
            let tokens = tokens_of(*it);
            names(*it).into_iter().any(|at| {
                let after = &tokens[at + 1..tokens.len().min(at + 1 + REACH)];
                let answers = after.iter().any(|it| is_answer(material, text, it));
                answers || denies_charge(material, text, after)
            })
        })
}

/// `no wrongdoing`, `never harassed`.
fn denies_charge(material: &Material<'_>, text: &str, tokens: &[Token]) -> bool {
    tokens.iter().enumerate().any(|(at, it)| {
        let after = &tokens[at + 1..tokens.len().min(at + 1 + REACH / 2)];
        is_negation(material, text, it) && after.iter().any(|it| is_charge(material, text, it))
    })
}

fn is_negation(material: &Material<'_>, text: &str, token: &Token) -> bool {
    let lower = token.span.of(text).to_lowercase().replace('’', "'");
    material.lexicons.is_negation(&lower)
}

fn is_answer(material: &Material<'_>, text: &str, token: &Token) -> bool {
    let lemmas = lemmas(material, text, token);
    lemmas.iter().any(|it| material.lexicons.is_answer(it))
}

//! Who answers and who is silent: the names and bodies in the words that stand for a party.
//!
//! ```text
//! The company’s lawyers did not respond.     bodies: company
//! Ferry firm Skarne Lines declined to …      names: Skarne, Lines · bodies: firm
//! ```

use std::collections::BTreeSet;

use super::Material;
use crate::compare::strands::tokens_in;
use crate::lexicon::Tag;
use crate::model::{
    ArticleIdx, Evidence, EvidenceKind, Name, Place, Quotation, Span, Token, TokenKind,
};

/// What tells one party from another.
#[derive(Debug, Default, Clone)]
pub struct Party {
    /// Lemmas of capitalized words.
    names: BTreeSet<u64>,
    /// Those of them that are a person's own.
    own: BTreeSet<u64>,
    /// Lemmas of nouns for a body: `ministry`.
    bodies: BTreeSet<u64>,
    /// The first name as it is printed.
    pub named: Option<Place>,
}

impl Party {
    pub fn is_known(&self) -> bool {
        !self.names.is_empty()
    }

    /// The name of a person; a body is named by its own words.
    pub fn own_name(&self) -> Option<Place> {
        self.named.filter(|_| !self.own.is_empty())
    }

    /// They share a name and no body parts them, or a body of which one does not tell the name.
    pub fn is(&self, other: &Self) -> bool {
        let shares = |a: &BTreeSet<u64>, b: &BTreeSet<u64>| a.intersection(b).next().is_some();
        let names = shares(&self.names, &other.names);
        let bodies = shares(&self.bodies, &other.bodies);
        let is_person = shares(&self.names, &other.own) || shares(&self.own, &other.names);
        let are_bare = self.bodies.is_empty() && other.bodies.is_empty();
        let is_nameless = |it: &Self| it.names.is_subset(&it.own);
        // `the ministry’s spokeswoman` is of the only ministry that is named.
        let is_body = bodies && (is_nameless(self) || is_nameless(other));
        names && (bodies || are_bare || is_person) || is_body
    }

    fn add(&mut self, material: &Material<'_>, place: Place) {
        let text = &material.story.article(place.article).text;
        let annotations = material.story.annotations(place.article);
        let mut runs: Vec<Span> = Vec::new();
        for token in tokens_in(&annotations.tokens, place.span) {
            let words = token.span.of(text);
            let lower = words.to_lowercase();
            if token.kind != TokenKind::Word
                || !token.content
                || material.lexicons.is_calendar(&lower)
            {
                continue;
            }
            let noun = material.lexicons.lemma(&lower, Tag::Noun);
            if material.lexicons.is_organization(&noun) {
                self.bodies.insert(token.lemma);
            } else if words.starts_with(char::is_uppercase) {
                self.names.insert(token.lemma);
                match runs
                    .last_mut()
                    .filter(|it| it.end() + 1 == token.span.start())
                {
                    Some(run) => *run = run.to(token.span),
                    None => runs.push(token.span),
                }
            }
        }
        // A noun that opens the sentence (`Ferry line Norrvik`) is a name only if nothing else is.
        let is_noun = |it: &Span| {
            let lower = it.of(text).to_lowercase();
            let known = material.lexicons.tag(&lower);
            known.is_some_and(|it| it != Tag::Propn)
        };
        let run = runs.iter().find(|it| !is_noun(it)).or(runs.first());
        let article = place.article;
        self.named = self.named.or(run.map(|span| Place {
            article,
            span: *span,
        }));
    }
}

/// The words that stand for the party of a statement: its subject, or `from …` after `no reply`.
/// Where the clause begins in mid-sentence, all that stands before it.
pub fn of_statement(
    material: &Material<'_>,
    article: ArticleIdx,
    evidence: &Evidence,
) -> (Party, Span) {
    let text = &material.story.article(article).text;
    let sentences = &material.story.annotations(article).sentences;
    let mut sentences = sentences.iter();
    let sentence = sentences.find(|it| it.overlaps(evidence.span)).copied();
    let sentence = sentence.unwrap_or(evidence.span);
    let (start, cue) = (evidence.span.start(), evidence.cue);
    let after = Span::new(text, cue.end()..evidence.span.end().max(cue.end()));
    let from = after.and_then(|it| {
        let at = it.start() + it.of(text).find(" from ")?;
        Span::new(text, at..it.end())
    });
    let before = Span::new(text, start..cue.start().max(start));
    // `Tidewright, the supplier, has not replied`: what stands before the comma names it best.
    let whole = Span::new(text, sentence.start().min(start)..cue.start());
    let first = whole.and_then(|it| {
        let comma = it.of(text).find(',')?;
        let opens = it.of(text).split_whitespace().next()?.to_lowercase();
        let is_subject = !matches!(material.lexicons.tag(&opens), Some(Tag::Adp | Tag::Sconj));
        Span::new(text, it.start()..it.start() + comma).filter(|_| is_subject)
    });
    // `asked the board and the police, who did not respond`
    let whole = whole.filter(|_| evidence.kind == EvidenceKind::NoResponse);
    let who = whole.and_then(|it| antecedent(text, it));
    let tried = [
        who.map(|it| (it, it.to(evidence.span))),
        from.map(|it| (it, evidence.span)),
        before.map(|it| (it, evidence.span)),
        first.map(|it| (it, it.to(evidence.span))),
        whole.map(|it| (it, it.to(evidence.span))),
    ];
    for (span, shown) in tried.into_iter().flatten() {
        let mut party = Party::default();
        party.add(material, Place { article, span });
        if party.is_known() {
            let subject = subject(material, Place { article, span });
            party.named = subject.filter(|_| Some(span) != from).or(party.named);
            return (party, shown);
        }
    }
    (Party::default(), evidence.span)
}

/// The capitalized words that end before `who did not`.
fn antecedent(text: &str, before: Span) -> Option<Span> {
    const MOST_BETWEEN: usize = 3;
    let words = before.of(text);
    let at = words.rfind(" who ")?;
    if words[at + 5..].split_whitespace().count() > MOST_BETWEEN {
        return None;
    }
    let words = words[..at].trim_end_matches(',');
    let is_name = |it: &&str| it.starts_with(char::is_uppercase);
    let name = words.rsplit(' ').take_while(is_name);
    let n_bytes: usize = name.map(|it| it.len() + 1).sum();
    let start = words.len() - n_bytes.checked_sub(1)?;
    Span::new(text, before.start() + start..before.start() + words.len())
}

/// The words before a verb without its auxiliaries, if they are few: `German officials in Kabul`.
fn subject(material: &Material<'_>, place: Place) -> Option<Place> {
    const LONGEST: usize = 7;
    let text = &material.story.article(place.article).text;
    let tokens = tokens_in(
        &material.story.annotations(place.article).tokens,
        place.span,
    );
    let tag = |it: &Token| material.lexicons.tag(&it.span.of(text).to_lowercase());
    let is_verbal = |it: &&Token| matches!(tag(it), Some(Tag::Aux | Tag::Adv | Tag::Part));
    let n_verbal = tokens.iter().rev().take_while(is_verbal).count();
    let tokens = &tokens[..tokens.len() - n_verbal];
    let span = tokens.first()?.span.to(tokens.last()?.span);
    (tokens.len() <= LONGEST).then_some(Place { span, ..place })
}

/// The parties of the sources of a quotation.
pub fn of_sources(material: &Material<'_>, article: ArticleIdx, quotation: &Quotation) -> Party {
    let mut res = Party::default();
    let people = &material.story.annotations(article).people;
    for source in &quotation.sources {
        match source.name {
            Name::Person(idx) => {
                let person = &people[idx];
                let span = person.name;
                res.add(material, Place { article, span });
                res.own = res.names.clone();
                for span in person.roles.iter().copied() {
                    res.add(material, Place { article, span });
                }
            }
            Name::Words(span) => res.add(material, Place { article, span }),
        }
    }
    res
}

/// Denies, accuses or blames by itself: the party before the cue is not the one of whom it is said
/// (`was accused by`, `a firm accused of`, `they are lying`).
pub fn answers(material: &Material<'_>, place: Place, evidence: &Evidence) -> bool {
    let text = &material.story.article(place.article).text;
    let mut cue = evidence.cue.of(text).split_whitespace();
    let first = cue.next().unwrap_or_default().to_lowercase();
    let verb = material.lexicons.lemma(&first, Tag::Verb);
    let is_deed = match evidence.kind {
        EvidenceKind::Denial => true,
        EvidenceKind::CounterAccusation => {
            matches!(verb.as_str(), "accuse" | "blame") && !matches!(cue.next(), Some("of" | "by"))
        }
        _ => false,
    };
    let before = Span::new(text, place.span.start()..evidence.cue.start());
    let words = before.map_or("", |it| it.of(text)).to_lowercase();
    let mut last = words.split_whitespace().rev().take(3);
    let is_passive = last.any(|it| {
        let lemma = material.lexicons.lemma(it, Tag::Verb);
        lemma == "be" || lemma == "stand"
    });
    is_deed && (first.ends_with("ing") || !is_passive)
}

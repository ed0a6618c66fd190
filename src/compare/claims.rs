//! What the outlets say of how sure one thing is, claim by claim.
//!
//! ```text
//! coast   The government has evidence that a stranger closed the gate.    one claim: a stranger
//! north   “We assess that a stranger closed the gate,” Ruiz said.         closed the gate
//! ```
//! Two statements are of one claim if they stand in witnesses of one utterance, or if what they are
//! about (their clause without the words that make it a statement) shares words enough. The claim
//! is the star of the statement that meets most outlets, so that it cannot drift.

use std::collections::{BTreeMap, BTreeSet};

use super::likeness::{self, Counts, Statement};
use super::strands::tokens_in;
use crate::lexicon::Lexicons;
use crate::model::{
    ArticleIdx, Claim, ClaimCell, Evidence, Place, Span, Stance, Story, TokenKind, Utterance,
};

/// Lemmas that two statements must share, and of them those that are no names.
const MIN_SHARED: usize = 3;
const MIN_COMMON: usize = 2;
/// Weight shared of both (Dice).
const MIN_LIKENESS: f32 = 0.4;

/// What claims are found by.
pub struct Material<'a> {
    pub story: &'a Story,
    pub lexicons: &'a Lexicons,
    pub counts: &'a Counts,
    pub utterances: &'a [Utterance],
}

/// One statement with what it is about.
struct Node {
    article: ArticleIdx,
    evidence: usize,
    about: Statement,
    shown: Place,
    /// The utterance in whose words it stands.
    utterance: Option<usize>,
}

/// Claims of two outlets or more, those of most outlets first.
pub fn claims(material: &Material<'_>) -> Vec<Claim> {
    let nodes = nodes(material);
    let meets: Vec<Vec<usize>> = nodes
        .iter()
        .map(|one| {
            let others = nodes.iter().enumerate();
            let met =
                others.filter(|(_, it)| it.article != one.article && are_one(material, one, it));
            met.map(|it| it.0).collect()
        })
        .collect();
    let n_outlets = |at: usize| {
        let met = meets[at].iter().map(|it| nodes[*it].article);
        met.collect::<BTreeSet<ArticleIdx>>().len()
    };
    let mut order: Vec<usize> = (0..nodes.len()).filter(|it| n_outlets(*it) > 0).collect();
    order.sort_by_key(|it| (std::cmp::Reverse((n_outlets(*it), meets[*it].len())), *it));
    let mut is_taken = vec![false; nodes.len()];
    let mut res: Vec<Claim> = Vec::new();
    for center in order {
        let met: Vec<usize> = meets[center]
            .iter()
            .copied()
            .filter(|it| !is_taken[*it])
            .collect();
        if is_taken[center] || met.is_empty() {
            continue;
        }
        let mut members: Vec<usize> = met;
        members.push(center);
        // What the center's own article says again of it.
        let again = |it: &usize| {
            let node = &nodes[*it];
            node.article == nodes[center].article
                && members.iter().any(|member| meets[*member].contains(it))
        };
        let own: Vec<usize> = (0..nodes.len())
            .filter(|it| *it != center && !is_taken[*it] && again(it))
            .collect();
        members.extend(own);
        for member in &members {
            is_taken[*member] = true;
        }
        res.push(claim(material, &nodes, nodes[center].shown, members));
    }
    res.sort_by_key(|it| (std::cmp::Reverse(it.cells.len()), it.about));
    res
}

fn claim(material: &Material<'_>, nodes: &[Node], about: Place, mut members: Vec<usize>) -> Claim {
    members.sort_unstable();
    let mut cells: BTreeMap<ArticleIdx, Vec<Stance>> = BTreeMap::new();
    for member in members {
        let node = &nodes[member];
        cells.entry(node.article).or_default().push(Stance {
            evidence: node.evidence,
            when: when(material, node),
        });
    }
    let cells = cells.into_iter();
    Claim {
        about,
        cells: cells
            .map(|(article, stances)| ClaimCell { article, stances })
            .collect(),
    }
}

fn nodes(material: &Material<'_>) -> Vec<Node> {
    let mut res = Vec::new();
    for article in material.story.indices() {
        let annotations = material.story.annotations(article);
        let text = &material.story.article(article).text;
        for (evidence, it) in annotations.evidence.iter().enumerate() {
            let sentence = annotations
                .sentences
                .iter()
                .find(|one| one.overlaps(it.cue));
            let whole = sentence.copied().unwrap_or(it.span);
            let rest = without_cue(text, whole, it);
            let shown = it.about.unwrap_or(whole);
            let utterance = material.utterances.iter().position(|utterance| {
                let mut places = utterance.witnesses.iter().map(|it| it.place);
                places.any(|place| place.article == article && place.span.overlaps(it.span))
            });
            res.push(Node {
                article,
                evidence,
                about: Statement::new(material.story, material.lexicons, article, &rest),
                shown: Place {
                    article,
                    span: shown,
                },
                utterance,
            });
        }
    }
    res
}

/// The parts of a sentence before and after the words that make it a statement.
fn without_cue(text: &str, sentence: Span, evidence: &Evidence) -> Vec<Span> {
    let before = Span::new(
        text,
        sentence.start()..evidence.cue.start().max(sentence.start()),
    );
    let after = Span::new(
        text,
        evidence.cue.end()..sentence.end().max(evidence.cue.end()),
    );
    let parts = before.into_iter().chain(after);
    parts.filter(|it| !it.is_empty()).collect()
}

fn are_one(material: &Material<'_>, a: &Node, b: &Node) -> bool {
    if a.utterance.is_some() && a.utterance == b.utterance {
        return true;
    }
    let found = likeness::likeness(material.counts, &a.about, &b.about);
    found.n_shared >= MIN_SHARED && found.n_common >= MIN_COMMON && found.of_both() >= MIN_LIKENESS
}

/// The day or month that the sentence of a statement names.
fn when(material: &Material<'_>, node: &Node) -> Option<Span> {
    let annotations = material.story.annotations(node.article);
    let text = &material.story.article(node.article).text;
    let cue = annotations.evidence.get(node.evidence)?.cue;
    let sentence = annotations.sentences.iter().find(|it| it.overlaps(cue))?;
    let tokens = tokens_in(&annotations.tokens, *sentence).iter();
    let mut days = tokens.filter(|it| {
        let words = it.span.of(text);
        it.kind == TokenKind::Word
            && words.starts_with(char::is_uppercase)
            && material.lexicons.is_calendar(&words.to_lowercase())
    });
    days.next().map(|it| it.span)
}

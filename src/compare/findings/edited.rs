//! What outlets did to the words of one utterance: one finding for all its edits.
//!
//! ```text
//! base    We assess that somebody signed in after nine. Nobody slept.
//! two     Somebody signed in. After nine nobody slept.       cut (hedge), moved: one finding, an alert
//! three   … “signed in” …                                    a fragment: no finding
//! ```

use std::collections::BTreeSet;

use super::exchanged::{Exchange, are_mostly_one, exchange, is_told_beside, stands_in};
use super::{EDIT, Material, closing, in_context, opening, places, score};
use crate::model::{
    ArticleIdx, Confidence, Edit, EditKind, Finding, FindingKind, Place, Presence, QuotationKind,
    Span, Story, Subject, Utterance, Witness,
};

/// Words up to which a witness is a fragment, whatever its kind.
const LONGEST_FRAGMENT: usize = 4;
/// Of longer words, those that a cut must have to be more than a trim.
const FEW_WORDS: usize = 3;
/// Words of each side of a change of wording that a title shows.
const MOST_SHOWN: usize = 12;
/// Words for a view of one's own, not for how sure it is that something is so.
const OPINIONS: [&str; 8] = [
    "think", "thought", "seem", "seems", "seemed", "feel", "felt", "guess",
];
/// Substance below which an edit is seen beside its utterance only: an article, a slip of the ear.
const MIN_SUBSTANCE: f32 = 0.32;

/// Both sides of words that moved.
type Moved = (Place, Place);

/// For each pair of places between which words moved the utterance that tells it: a move out of one
/// utterance is a move into another, and told once.
pub fn owners_of_moves(material: &Material<'_>) -> Vec<(Moved, usize)> {
    let mut res: Vec<(Moved, usize)> = Vec::new();
    for (idx, utterance) in material.utterances.iter().enumerate() {
        for moved in utterance.edits.iter().filter_map(|it| moved(utterance, it)) {
            if !res.iter().any(|(it, _)| are_one(*it, moved)) {
                res.push((moved, idx));
            }
        }
    }
    res
}

/// The two places, in story order.
fn moved(utterance: &Utterance, edit: &Edit) -> Option<Moved> {
    let place = |witness: usize, span: Option<Span>| {
        Some(Place {
            article: utterance.witnesses[witness].place.article,
            span: span?,
        })
    };
    let (from, to) = (
        place(edit.from, edit.from_span)?,
        place(edit.to, edit.to_span)?,
    );
    (edit.kind == EditKind::Moved).then(|| (from.min(to), from.max(to)))
}

fn are_one(a: Moved, b: Moved) -> bool {
    let meet = |a: Place, b: Place| a.article == b.article && a.span.overlaps(b.span);
    // One outlet moved the words; the others have them where they were.
    meet(a.0, b.0) || meet(a.1, b.1) || meet(a.0, b.1) || meet(a.1, b.0)
}

/// Led by the weightiest edit; none where all that differs is how sentences are divided.
pub fn finding(
    material: &Material<'_>,
    idx: usize,
    utterance: &Utterance,
    owners: &[(Moved, usize)],
) -> Option<(f32, Finding)> {
    let story = material.story;
    let is_told_elsewhere = |edit: &Edit| {
        moved(utterance, edit).is_some_and(|moved| {
            let mut owner = owners.iter().filter(|it| are_one(it.0, moved));
            owner.next().is_some_and(|it| it.1 != idx)
        })
    };
    let mut weighed: Vec<(f32, &Edit)> = utterance
        .edits
        .iter()
        .filter(|it| !is_division(it) && !is_told_elsewhere(it))
        .filter(|it| {
            let [from, to] = [it.from, it.to].map(|it| utterance.witnesses[it].place);
            // What the outlet has in another place it has not cut.
            let is_there = it.kind == EditKind::Cut
                && it
                    .from_span
                    .is_some_and(|span| stands_in(material, Place { span, ..from }, to.article));
            are_mostly_one(material, from, to) && !is_there
        })
        .map(|it| (substance(material, utterance, it), it))
        .filter(|(substance, _)| *substance >= MIN_SUBSTANCE)
        .collect();
    weighed.sort_by(|a, b| b.0.total_cmp(&a.0));
    let top = weighed.first()?.0;
    let turning = weighed
        .iter()
        .find(|(weight, it)| changes_sense(material, utterance, it, *weight));
    let lead = turning.or(weighed.first())?.1;
    let outlets: BTreeSet<ArticleIdx> = utterance
        .witnesses
        .iter()
        .map(|it| it.place.article)
        .collect();
    if outlets.len() < 2 {
        return None;
    }
    let place = |edit: &Edit, witness: usize, span: Option<Span>| {
        let place = utterance.witnesses[witness].place;
        let ends = edit.kind == EditKind::Cut && !begins(utterance, edit);
        let beside = if ends { closing } else { opening };
        span.map_or_else(
            || beside(story, place),
            |span| Place {
                article: place.article,
                span,
            },
        )
    };
    let shown = weighed
        .iter()
        .filter(|(weight, _)| *weight >= 0.6 * top)
        .take(5)
        .chain(turning)
        .flat_map(|(_, it)| {
            [
                place(it, it.from, it.from_span),
                place(it, it.to, it.to_span),
            ]
        });
    let presence = presence(material, utterance);
    let alert = turning.is_some();
    let finding = Finding {
        kind: FindingKind::Edit,
        title: title(material, utterance, lead),
        places: places(shown),
        subject: Subject::Utterance(idx),
        presence,
        alert,
        confidence: Confidence::Certain,
        rule: "The same words are quoted, but not all of them. Who changed them is not known: the \
               outlets may have heard or been sent different versions."
            .to_owned(),
    };
    Some((score(EDIT, top, &finding.presence), finding))
}

fn presence(material: &Material<'_>, utterance: &Utterance) -> Vec<Presence> {
    material.presence(|article| {
        let (at, witness) = utterance
            .witnesses
            .iter()
            .enumerate()
            .find(|(_, it)| it.place.article == article)?;
        let is_edited = utterance
            .edits
            .iter()
            .any(|it| it.to == at && it.kind != EditKind::Bracket && !is_division(it));
        Some(if witness.reported {
            Presence::Reported
        } else if is_edited {
            Presence::Edited
        } else {
            Presence::Same
        })
    })
}

fn title(material: &Material<'_>, utterance: &Utterance, lead: &Edit) -> String {
    let quoted = |witness: usize, span: Option<Span>| {
        let article = utterance.witnesses[witness].place.article;
        span.map(|span| material.quoted(Place { article, span }))
    };
    let witness = &utterance.witnesses[lead.to];
    let outlet = material.outlet(witness.place.article);
    if lead.kind == EditKind::Wording {
        let base = &utterance.witnesses[lead.from];
        let side = |it: &Witness, changed: Option<Span>| {
            let shown = changed.map_or(it.place, |changed| {
                in_context(material.story, it.place, changed, MOST_SHOWN)
            });
            let outlet = material.outlet(it.place.article);
            format!("{outlet} {}", material.first_words(shown, MOST_SHOWN))
        };
        return format!(
            "{}; {}",
            side(base, lead.from_span),
            side(witness, lead.to_span)
        );
    }
    let (from, to) = (
        quoted(lead.from, lead.from_span),
        quoted(lead.to, lead.to_span),
    );
    match (lead.kind, from, to) {
        (EditKind::Moved, _, Some(to)) if lead.flags.sentence_boundary => {
            format!("{outlet} has {to} in another sentence")
        }
        (EditKind::Moved, _, Some(to)) => format!("{outlet} has {to} in another place"),
        (EditKind::Ellipsis, Some(from), _) => format!("{outlet} marks a cut of {from}"),
        (EditKind::Ellipsis, None, Some(to)) => format!("{outlet} has {to} where another cuts"),
        (EditKind::Splice, Some(from), None) if lead.marked => {
            format!("{outlet} leaves out {from}")
        }
        (EditKind::Splice, Some(from), None) => {
            format!("{outlet} leaves out, without a mark, {from}")
        }
        (EditKind::Cut, Some(from), _) if begins(utterance, lead) => {
            format!("{outlet}’s quotation begins after {from}")
        }
        (EditKind::Cut, Some(from), _) => format!("{outlet}’s quotation ends before {from}"),
        (_, Some(from), Some(to)) => format!("{from} or, in {outlet}, {to}"),
        (_, Some(from), None) => format!("{outlet} prints it without {from}"),
        (_, None, Some(to)) => format!("{outlet} alone prints {to}"),
        (_, None, None) => format!("Edited in {outlet}"),
    }
}

/// A full stop for a comma: the words are all there.
fn is_division(edit: &Edit) -> bool {
    match edit.kind {
        EditKind::Split => true,
        EditKind::Splice => edit.from_span.is_some() && edit.to_span.is_some(),
        EditKind::Bracket
        | EditKind::Ellipsis
        | EditKind::Cut
        | EditKind::Extension
        | EditKind::Moved
        | EditKind::Wording => false,
    }
}

/// A few words in the writer's sentence: it never set out to give the whole.
fn is_of_fragment(story: &Story, witness: &Witness) -> bool {
    let quotation = &story.annotations(witness.place.article).quotations[witness.quotation];
    quotation.kind == QuotationKind::Mixed
        || story.words(witness.place).split_whitespace().count() <= LONGEST_FRAGMENT
}

/// How much an edit changes, 0 to 1.3.
fn substance(material: &Material<'_>, utterance: &Utterance, edit: &Edit) -> f32 {
    let story = material.story;
    if edit.kind != EditKind::Wording && is_of_fragment(story, &utterance.witnesses[edit.to]) {
        return 0.0;
    }
    let n_words = |witness: usize, span: Option<Span>| {
        span.map_or(0, |span| {
            span.of(&story
                .article(utterance.witnesses[witness].place.article)
                .text)
                .split_whitespace()
                .filter(|it| it.len() > 3)
                .count()
        })
    };
    let words = n_words(edit.from, edit.from_span).max(n_words(edit.to, edit.to_span));
    let length = f32::from(u8::try_from(words.min(10)).unwrap_or(10)) * 0.05;
    let kind = match edit.kind {
        EditKind::Bracket => 0.05,
        EditKind::Split => 0.1,
        EditKind::Splice => 0.3,
        EditKind::Wording | EditKind::Extension => 0.2,
        EditKind::Ellipsis => 0.4,
        EditKind::Cut if words < FEW_WORDS => 0.15,
        EditKind::Cut => 0.45,
        EditKind::Moved => 0.55,
    };
    let hedge = if edit.flags.hedge { 0.3 } else { 0.0 };
    let capital = if edit.flags.recapitalised && words >= FEW_WORDS {
        0.15
    } else {
        0.0
    };
    let turn = if drops_turn(material, utterance, edit) {
        0.3
    } else {
        0.0
    };
    let exchange = match exchange(material, utterance, edit) {
        Exchange::OtherWords => 0.3,
        Exchange::OtherSentence => return 0.0,
        Exchange::No => 0.0,
    };
    kind + length + hedge + capital + turn + exchange
}

/// What is cut from the end takes back or limits what was said before it: `But he did not …`.
fn drops_turn(material: &Material<'_>, utterance: &Utterance, edit: &Edit) -> bool {
    let Some(span) = edit.from_span.filter(|_| edit.kind == EditKind::Cut) else {
        return false;
    };
    let article = utterance.witnesses[edit.from].place.article;
    let words = material.story.words(Place { article, span }).to_lowercase();
    let first = words
        .split(|it: char| !it.is_alphanumeric())
        .find(|it| !it.is_empty());
    let turns = first.is_some_and(|it| material.lexicons.is_turn(it));
    turns && edit.to_span.is_none() && !begins(utterance, edit)
}

/// An edit that can change the sense: other words of meaning; a hedge, a half of a sentence or the
/// `but` that follows gone without a mark.
fn changes_sense(
    material: &Material<'_>,
    utterance: &Utterance,
    edit: &Edit,
    substance: f32,
) -> bool {
    if edit.kind == EditKind::Wording {
        return exchange(material, utterance, edit) == Exchange::OtherWords;
    }
    if is_of_fragment(material.story, &utterance.witnesses[edit.to]) {
        return false;
    }
    match edit.kind {
        EditKind::Cut if is_told_in_other_words(material, utterance, edit) => false,
        EditKind::Cut => {
            edit.flags.hedge && !is_opinion(material, utterance, edit)
                || edit.flags.recapitalised && substance > 0.8
                || drops_turn(material, utterance, edit)
        }
        EditKind::Moved => edit.flags.sentence_boundary && substance > 0.6,
        EditKind::Bracket
        | EditKind::Ellipsis
        | EditKind::Extension
        | EditKind::Splice
        | EditKind::Split
        | EditKind::Wording => false,
    }
}

/// What the quotation lacks stands beside it in the writer's words.
fn is_told_in_other_words(material: &Material<'_>, utterance: &Utterance, edit: &Edit) -> bool {
    let base = utterance.witnesses[edit.from].place;
    let witness = utterance.witnesses[edit.to].place;
    edit.from_span
        .is_some_and(|span| is_told_beside(material, Place { span, ..base }, witness))
}

/// `I think`, `it seems to me`: whose view it is, not how sure it is that it is so.
fn is_opinion(material: &Material<'_>, utterance: &Utterance, edit: &Edit) -> bool {
    let base = utterance.witnesses[edit.from].place;
    let Some(span) = edit.from_span else {
        return false;
    };
    let words = material.story.words(Place { span, ..base }).to_lowercase();
    let mut hedges = words
        .split(|it: char| !it.is_alphanumeric())
        .filter(|it| material.lexicons.is_hedge(it));
    hedges.all(|it| OPINIONS.contains(&it))
}

/// The cut is at the start of the base, not at its end.
fn begins(utterance: &Utterance, edit: &Edit) -> bool {
    let base = utterance.witnesses[edit.from].place.span;
    edit.from_span.is_some_and(|it| {
        it.start().saturating_sub(base.start()) <= base.end().saturating_sub(it.end())
    })
}

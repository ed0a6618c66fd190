//! What outlets did to the words of one utterance: one finding for all its edits.
//!
//! ```text
//! base    We assess that somebody signed in after nine. Nobody slept.
//! two     Somebody signed in. After nine nobody slept.       cut (hedge), moved: one finding, an alert
//! three   … “signed in” …                                    a fragment: no finding
//! ```

use std::collections::BTreeSet;

use super::dropped::{limits, untold};
use super::exchanged::{are_mostly_one, is_quoted_apart, stands_in};
use super::substance::{
    begins, changes_sense, goes_on_otherwise, is_mere_opening, is_turned, substance,
};
use super::{EDIT, Material, closing, in_context, opening, places, score, tellings};
use crate::model::{
    ArticleIdx, Confidence, Edit, EditKind, Finding, FindingKind, Place, Presence, QuotationKind,
    Span, Subject, Utterance, Witness,
};

/// Words of each side of a change of wording that a title shows.
const MOST_SHOWN: usize = 12;
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
    let leaves_out = |it: &Edit| {
        let cuts = matches!(it.kind, EditKind::Cut | EditKind::Ellipsis);
        cuts && it.from_span.is_some() && it.to_span.is_none()
    };
    let untold = |it: &Edit| untold(material, utterance, it);
    let is_told = |it: &Edit| {
        let is_cut = leaves_out(it) && it.kind == EditKind::Cut;
        is_cut && untold(it).is_none() && !limits(material, utterance, it)
    };
    let mut weighed: Vec<(f32, &Edit)> = utterance
        .edits
        .iter()
        .filter(|it| !is_division(it) && !is_told_elsewhere(it))
        .filter(|it| {
            let [from, to] = [it.from, it.to].map(|it| utterance.witnesses[it].place);
            // What the outlet has in another place it has not cut.
            let is_gone = matches!(
                it.kind,
                EditKind::Cut | EditKind::Splice | EditKind::Wording
            );
            let cut = it.from_span.filter(|_| is_gone && it.to_span.is_none());
            let is_there = cut.is_some_and(|span| {
                let cut = Place { span, ..from };
                stands_in(material, cut, to.article)
                    || is_quoted_apart(material, cut, &utterance.witnesses[it.to])
            });
            are_mostly_one(material, from, to)
                && !is_there
                && !goes_on_otherwise(material, utterance, it)
                && !breaks_off(material, utterance, it)
        })
        .map(|it| (substance(material, utterance, it), it))
        .filter(|(substance, _)| *substance >= MIN_SUBSTANCE)
        .filter(|(_, it)| !is_told(it))
        .filter(|(_, it)| !tellings::are_two(material, utterance, (it.from, it.to)))
        .collect();
    weighed.sort_by(|a, b| b.0.total_cmp(&a.0));
    let is_mere = |it: &(f32, &Edit)| is_mere_opening(material, utterance, it.1);
    if weighed.iter().all(is_mere) {
        return None;
    }
    let top = weighed.first()?.0;
    let changes_sense = |it: &&(f32, &Edit)| changes_sense(material, utterance, it.1, it.0);
    let turning: Vec<&(f32, &Edit)> = weighed.iter().filter(changes_sense).collect();
    let mut lead = *turning.first().copied().or(weighed.first())?.1;
    if leaves_out(&lead) {
        lead.from_span = untold(&lead).or(lead.from_span);
    }
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
        .chain(turning.iter().copied())
        .flat_map(|(_, it)| {
            let shown = leaves_out(it).then(|| untold(it)).flatten();
            let shown = shown.or(it.from_span);
            [place(it, it.from, shown), place(it, it.to, it.to_span)]
        });
    let presence = presence(material, utterance);
    let alert = !turning.is_empty();
    let finding = Finding {
        kind: FindingKind::Edit,
        title: title(material, utterance, &lead),
        places: places(shown),
        subject: Subject::Utterance(idx),
        presence,
        alert,
        // Other words may be of another occasion.
        confidence: if lead.kind == EditKind::Wording {
            Confidence::Likely
        } else {
            Confidence::Certain
        },
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

/// The text of the article ends with these words: what is gone was not cut by the outlet.
fn breaks_off(material: &Material<'_>, utterance: &Utterance, edit: &Edit) -> bool {
    let place = utterance.witnesses[edit.to].place;
    let sentences = &material.story.annotations(place.article).sentences;
    let is_last = sentences.last().is_some_and(|it| it.overlaps(place.span));
    let words = material.story.words(place).trim_end();
    let breaks = words.ends_with('…') || words.ends_with("...");
    edit.kind == EditKind::Ellipsis && is_last && breaks
}

/// Another quotation follows in the same paragraph: the words go on.
fn is_taken_up(material: &Material<'_>, witness: &Witness) -> bool {
    const CLOSE: usize = 150;
    let article = witness.place.article;
    let quotations = &material.story.annotations(article).quotations;
    let own = quotations[witness.quotation].span;
    let text = &material.story.article(article).text;
    quotations.iter().any(|it| {
        let between = own.end()..it.span.start();
        it.kind != QuotationKind::Reported
            && own.end() < it.span.start()
            && between.len() <= CLOSE
            && text.get(between).is_some_and(|it| !it.contains('\n'))
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
        // Words that one side alone has are shown where they stand.
        let is_turned = is_turned(material, utterance, lead);
        return match (lead.from_span, lead.to_span) {
            (Some(gone), None) if !is_turned => format!(
                "{}; {outlet} without {}",
                side(base, Some(gone)),
                material.quoted(Place {
                    span: gone,
                    ..base.place
                })
            ),
            (None, Some(new)) if !is_turned => format!(
                "{}; {} without {}",
                side(witness, Some(new)),
                material.outlet(base.place.article),
                material.quoted(Place {
                    span: new,
                    ..witness.place
                })
            ),
            (from, to) => format!("{}; {}", side(base, from), side(witness, to)),
        };
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
        (EditKind::Cut, Some(from), _) if is_taken_up(material, witness) => {
            format!("{outlet} quotes it without {from}")
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

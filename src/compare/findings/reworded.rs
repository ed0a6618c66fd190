//! What one outlet quotes and another tells in its own words: the fuller words beside the report.

use std::collections::BTreeSet;

use super::exchanged::{is_copied, stands_beside};
use super::{EDIT, LONGEST_PLACE, Material, places, score};
use crate::lexicon::Tag;
use crate::model::{
    ArticleIdx, Confidence, Finding, FindingKind, Place, Presence, Span, Subject, Utterance,
    Witness,
};

/// What a report in other words weighs among edits: less than a cut, unless a hedge is gone.
const REWORDED: f32 = 0.5;
const FLAT: f32 = 1.2;
/// Fewer words of a quotation many tell in their own.
const MIN_WORDS: usize = 8;
/// Most words of a quotation whose hedge is surely one of all of it.
const LONGEST_HEDGED: usize = 40;

/// The quotations and the clauses that report them; none where an article only reports itself.
pub fn finding(
    material: &Material<'_>,
    idx: usize,
    utterance: &Utterance,
) -> Option<(f32, Finding)> {
    let (reported, quoted): (Vec<&Witness>, Vec<&Witness>) =
        utterance.witnesses.iter().partition(|it| it.reported);
    let quoting: BTreeSet<ArticleIdx> = quoted.iter().map(|it| it.place.article).collect();
    let base = utterance.witnesses.get(utterance.base)?;
    let n_words = |it: &Witness| material.story.words(it.place).split_whitespace().count();
    // Who quotes it as well hides nothing by telling it too.
    let teller = reported
        .iter()
        .find(|it| !quoting.contains(&it.place.article))
        .filter(|it| !is_copied(material, base.place, it.place))
        .filter(|it| !stands_beside(material, base.place, it.place))
        .filter(|_| !is_of_medium(material, base))
        .filter(|_| n_words(base) >= MIN_WORDS)?;
    let clauses = reported.iter().map(|it| {
        let article = it.place.article;
        let quotation = &material.story.annotations(article).quotations[it.quotation];
        let content = quotation.content.iter().copied();
        let span = content.reduce(Span::to).unwrap_or(it.place.span);
        Place { article, span }
    });
    let words = quoted
        .iter()
        .map(|it| it.place)
        .filter(|it| it.span.len() <= LONGEST_PLACE);
    // Others may tell it too, in words still further off.
    let presence = material.presence(|article| {
        let is_reported = reported.iter().any(|it| it.place.article == article);
        Some(if quoting.contains(&article) {
            Presence::Same
        } else if is_reported {
            Presence::Reported
        } else {
            Presence::Open
        })
    });
    let flat = reported
        .iter()
        .find(|it| !quoting.contains(&it.place.article) && drops_hedge(material, base, it));
    let title = match flat {
        Some(flat) => format!(
            "{} tells without its doubt what {} quotes: {}",
            material.outlet(flat.place.article),
            material.outlet(base.place.article),
            material.quoted(base.place)
        ),
        None => format!(
            "{} tells in its own words what {} quotes: {}",
            material.outlet(teller.place.article),
            material.outlet(base.place.article),
            material.quoted(base.place)
        ),
    };
    let finding = Finding {
        kind: FindingKind::Edit,
        title,
        places: places(words.chain(clauses)),
        subject: Subject::Utterance(idx),
        presence,
        alert: flat.is_some(),
        confidence: Confidence::Likely,
        rule: match flat {
            Some(_) => {
                "The quotation says that it is an assessment, or only likely; who tells it in other \
                 words says neither. The quotation is nearer to what was said."
            }
            None => {
                "One outlet quotes, another tells the same of the same speaker in its own words. \
                 The quotation is nearer to what was said."
            }
        }
        .to_owned(),
    };
    let is_shown = finding.places.len() > 1;
    let weight = if flat.is_some() { FLAT } else { REWORDED };
    is_shown.then(|| (score(EDIT, weight, &finding.presence), finding))
}

/// What is quoted is a paper's report: others may have it from there too.
fn is_of_medium(material: &Material<'_>, quoted: &Witness) -> bool {
    quoted.speaker.is_some_and(|it| {
        let name = material.story.words(material.speakers.list[it].name);
        let lower = name.to_lowercase();
        let bare = lower.strip_prefix("the ").unwrap_or(&lower);
        material.lexicons.is_medium(bare) || material.lexicons.is_medium(&lower)
    })
}

/// The words quoted are hedged as a whole, and who reports them has no hedge, nor a verb for one.
fn drops_hedge(material: &Material<'_>, base: &Witness, teller: &Witness) -> bool {
    let n_words = material.story.words(base.place).split_whitespace().count();
    let article = teller.place.article;
    let quotation = &material.story.annotations(article).quotations[teller.quotation];
    let says = quotation.cue.is_some_and(|it| {
        let words = it
            .span
            .of(&material.story.article(article).text)
            .to_lowercase();
        let first = words.split_whitespace().next().unwrap_or_default();
        let verb = material.lexicons.lemma(first, Tag::Verb);
        let verb = material.lexicons.reporting_verb(&verb);
        verb.is_some_and(|it| matches!(it.stance.as_str(), "neutral" | "factive"))
    });
    let words = material.story.words(teller.place).to_lowercase();
    let is_hedged = material.lexicons.hedges_in(&words).next().is_some();
    n_words <= LONGEST_HEDGED && material.is_hedged(base.place) && says && !is_hedged
}

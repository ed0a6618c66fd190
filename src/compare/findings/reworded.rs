//! What one outlet quotes and another tells in its own words: the fuller words beside the report.

use std::collections::BTreeSet;

use super::{EDIT, LONGEST_PLACE, Material, places, score};
use crate::model::{
    ArticleIdx, Confidence, Finding, FindingKind, Place, Presence, Span, Subject, Utterance,
    Witness,
};

/// What a report in other words weighs among edits: less than a cut.
const REWORDED: f32 = 0.5;

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
    let teller = reported
        .iter()
        .find(|it| it.place.article != base.place.article)?;
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
    let presence = material.presence(|article| {
        let is_reported = reported.iter().any(|it| it.place.article == article);
        if quoting.contains(&article) {
            Some(Presence::Same)
        } else {
            is_reported.then_some(Presence::Reported)
        }
    });
    let finding = Finding {
        kind: FindingKind::Edit,
        title: format!(
            "{} tells in its own words what {} quotes: {}",
            material.outlet(teller.place.article),
            material.outlet(base.place.article),
            material.quoted(base.place)
        ),
        places: places(words.chain(clauses)),
        subject: Subject::Utterance(idx),
        presence,
        alert: false,
        confidence: Confidence::Likely,
        rule: "A clause of reported speech shares half of its weight of words with a quotation of \
               the same source, and neither negation nor number differs. The quotation is the \
               fuller witness."
            .to_owned(),
    };
    let is_shown = finding.places.len() > 1;
    is_shown.then(|| (score(EDIT, REWORDED, &finding.presence), finding))
}

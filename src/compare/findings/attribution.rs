//! The same words, credited to other people.

use std::collections::BTreeSet;

use super::exchanged::share_a_run;
use super::{ATTRIBUTION, Material, opening, places, score};
use crate::model::{
    ArticleIdx, Attribution, Confidence, Finding, FindingKind, Place, Presence, Subject, Utterance,
    Witness,
};

/// The words match, the people do not.
pub fn finding(
    material: &Material<'_>,
    idx: usize,
    utterance: &Utterance,
) -> Option<(f32, Finding)> {
    if utterance.attribution != Attribution::Differs {
        return None;
    }
    let differ = |a: &Witness, b: &Witness| match (a.speaker, b.speaker) {
        (Some(x), Some(y)) => {
            material.speakers.are_different_people(x, y) && share_a_run(material, a.place, b.place)
        }
        (None, _) | (_, None) => false,
    };
    let witnesses = &utterance.witnesses;
    if !witnesses
        .iter()
        .any(|a| witnesses.iter().any(|b| differ(a, b)))
    {
        return None;
    }
    let story = material.story;
    let usual = usual_speaker(utterance);
    let presence = material.presence(|article| {
        let witness = utterance
            .witnesses
            .iter()
            .find(|it| it.place.article == article)?;
        Some(match (witness.speaker, usual) {
            _ if witness.reported => Presence::Reported,
            (Some(a), Some(b)) if material.speakers.are_different_people(a, b) => {
                Presence::OtherSpeaker
            }
            _ => Presence::Same,
        })
    });
    let mentions = utterance.witnesses.iter().flat_map(|it| {
        let article = it.place.article;
        story.annotations(article).quotations[it.quotation]
            .sources
            .iter()
            .filter_map(move |source| source.mention.map(|span| Place { article, span }))
    });
    let quoted = utterance.witnesses.iter().filter(|it| !it.reported);
    let words = quoted.map(|it| opening(story, it.place));
    let mut credited: Vec<(&str, BTreeSet<ArticleIdx>)> = Vec::new();
    for witness in &utterance.witnesses {
        let Some(speaker) = witness.speaker else {
            continue;
        };
        let name = story.words(material.speakers.list[speaker].name);
        let last = name.split_whitespace().next_back().unwrap_or(name);
        let article = witness.place.article;
        match credited.iter_mut().find(|it| it.0 == last) {
            Some(known) => {
                known.1.insert(article);
            }
            None => credited.push((last, BTreeSet::from([article]))),
        }
    }
    let who: Vec<String> = credited
        .iter()
        .map(|(name, articles)| format!("{name} in {}", articles.len()))
        .collect();
    let finding = Finding {
        kind: FindingKind::Attribution,
        title: format!("Same words, attributed differently: {}", who.join(", ")),
        places: places(mentions.chain(words)),
        subject: Subject::Utterance(idx),
        alert: true,
        confidence: Confidence::Certain,
        rule:
            "The words are the same, the people who are credited with them are not. Both may have \
               said them: a text that was handed out is read at several briefings."
                .to_owned(),
        presence,
    };
    let substance = 1.25;
    Some((score(ATTRIBUTION, substance, &finding.presence), finding))
}

/// The speaker whom most quoted witnesses name, from whom the others differ: at a tie, the base's.
fn usual_speaker(utterance: &Utterance) -> Option<usize> {
    let base = utterance.witnesses[utterance.base].speaker;
    let count = |speaker: usize| {
        let quoted = utterance.witnesses.iter().filter(|it| !it.reported);
        quoted.filter(|it| it.speaker == Some(speaker)).count()
    };
    let speakers = utterance.speakers.iter().copied();
    speakers.max_by_key(|it| (count(*it), base == Some(*it), std::cmp::Reverse(*it)))
}

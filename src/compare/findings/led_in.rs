//! The same words, led in by verbs that do not say the same: `said` here, `claimed` or `admitted`
//! there; and a verb of certainty before words that are none: `confirmed: “We think …”`.

use std::collections::{BTreeMap, BTreeSet};

use super::substance::is_turned;
use super::{EVIDENCE, Material, places, score};
use crate::lexicon::Tag;
use crate::model::{
    ArticleIdx, Confidence, Edit, EvidenceKind, Finding, FindingKind, Place, Presence, Span,
    Subject, Utterance, Witness,
};

/// Most bytes between a verb and the words that it surely leads in.
const FARTHEST_CUE: usize = 60;
/// Of fewer words two verbs may introduce two statements.
const MIN_WORDS: usize = 4;

/// What a verb tells of whether the words are true.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Stance {
    /// `claimed`: the writer keeps a distance.
    Distant,
    /// `said`.
    Plain,
    /// `admitted`, `confirmed`: it is so.
    Certain,
}

/// Verbs that differ by two steps, or a verb of certainty before a hedge: beside `said` most verbs
/// are no difference to a reader.
pub fn finding(
    material: &Material<'_>,
    idx: usize,
    utterance: &Utterance,
) -> Option<(f32, Finding)> {
    let mut led: BTreeMap<ArticleIdx, (Stance, Place, Place)> = BTreeMap::new();
    let mut undecided: BTreeSet<ArticleIdx> = BTreeSet::new();
    let n_words = |it: &Witness| material.story.words(it.place).split_whitespace().count();
    for witness in utterance
        .witnesses
        .iter()
        .filter(|it| n_words(it) >= MIN_WORDS)
    {
        if let Some((stance, cue)) = stance(material, witness) {
            let article = witness.place.article;
            let known = led.entry(article).or_insert((stance, cue, witness.place));
            // An outlet that has both verbs takes no stand.
            if known.0 != stance {
                undecided.insert(article);
            }
        }
    }
    led.retain(|it, _| !undecided.contains(it));
    let least = led.values().map(|it| it.0).min()?;
    let most = led.values().map(|it| it.0).max()?;
    let is_turned = |it: &Edit| is_turned(material, utterance, it);
    if least == most || utterance.edits.iter().any(is_turned) {
        return None;
    }
    let hedged = material.is_hedged(utterance.witnesses[utterance.base].place);
    let too_certain = most == Stance::Certain && hedged;
    if !too_certain && (least, most) != (Stance::Distant, Stance::Certain) {
        return None;
    }
    let one_of = |wanted: Stance| led.values().find(|it| it.0 == wanted);
    let ((_, low, one), (_, high, other)) = (one_of(least)?, one_of(most)?);
    // What the one has of it the other has too.
    let words = if one.span.len() <= other.span.len() {
        one
    } else {
        other
    };
    let finding = Finding {
        kind: FindingKind::Evidence,
        title: format!(
            "{} in {}, {} in {}, of the same words: {}",
            material.quoted(*low),
            material.outlet(low.article),
            material.quoted(*high),
            material.outlet(high.article),
            material.quoted(*words)
        ),
        places: places(led.values().map(|it| it.1)),
        subject: Subject::Utterance(idx),
        presence: material.presence(|article| {
            let stance = led.get(&article)?.0;
            Some(if stance == Stance::Plain {
                Presence::Same
            } else {
                Presence::Differs
            })
        }),
        alert: true,
        confidence: Confidence::Certain,
        rule:
            "The outlets carry the same words with verbs that say something else about them: that \
               somebody only claims it, says it, or that it is so."
                .to_owned(),
    };
    Some((score(EVIDENCE, 1.1, &finding.presence), finding))
}

/// What the verb of a witness says, and where it stands.
fn stance(material: &Material<'_>, witness: &Witness) -> Option<(Stance, Place)> {
    let article = witness.place.article;
    let quotation = &material.story.annotations(article).quotations[witness.quotation];
    let span = quotation.cue?.span;
    // Farther off it may lead in a report that stands before the quotation.
    let between = if span.start() < quotation.span.start() {
        quotation.span.start().saturating_sub(span.end())
    } else {
        span.start().saturating_sub(quotation.span.end())
    };
    if between > FARTHEST_CUE {
        return None;
    }
    let place = Place { article, span };
    let word = material.story.words(place).split_whitespace().next()?;
    let lemma = material.lexicons.lemma(&word.to_lowercase(), Tag::Verb);
    if is_of_things(&lemma) {
        return None;
    }
    let verb = material.lexicons.reporting_verb(&lemma)?;
    let stance = match verb.stance.as_str() {
        "distanced" => Stance::Distant,
        "neutral" => Stance::Plain,
        "factive" => Stance::Certain,
        _ => return None,
    };
    Some((stance, place))
}

/// What documents do, and pictures: it takes no stand beside `said`.
fn is_of_things(lemma: &str) -> bool {
    matches!(lemma, "show" | "indicate" | "reveal" | "suggest")
}

impl Material<'_> {
    /// The words say themselves that they are less than sure.
    pub fn is_hedged(&self, place: Place) -> bool {
        let evidence = self.story.annotations(place.article).evidence.iter();
        let sentence = |span: Span| span.overlaps(place.span);
        evidence
            .filter(|it| sentence(it.cue))
            .any(|it| matches!(it.kind, EvidenceKind::Assessment | EvidenceKind::Hedge))
    }
}

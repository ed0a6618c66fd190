//! `The deal was praised by Ruiz`: who speaks stands after the verb.

use super::{Event, complement, extent};
use crate::annotate::phrases;
use crate::annotate::sentence::Sentence;
use crate::annotate::subjects;
use crate::annotate::words::Tag;
use crate::lexicon::ReportingVerb;

const BE: [&str; 11] = [
    "is", "are", "was", "were", "be", "been", "being", "'s", "'re", "get", "got",
];

/// Items after the verb in which the agent is looked for.
const REACH: usize = 10;

/// `was told`, `is believed`, `confirmed by`: the one who speaks is not the subject.
pub fn is_passive(sentence: &Sentence<'_>, at: usize) -> bool {
    if !sentence.is_participle(at) {
        return false;
    }
    let after_be = (0..at)
        .rev()
        .take(4)
        .take_while(|it| {
            matches!(
                sentence.tag(*it),
                Some(Tag::Aux | Tag::Adv | Tag::Part | Tag::Verb)
            )
        })
        .any(|it| sentence.is_any(it, &BE));
    // `he's said` is not passive.
    let short_have = at > 0 && sentence.is(at - 1, "'s");
    let by = sentence.is(at + 1, "by") && !sentence.is_ing(at + 2) && !is_means(sentence, at + 2);
    after_be && !short_have || by
}

/// `a town known as Ode`: a form that tells nothing of who does it without `have`.
pub fn is_bare_participle(sentence: &Sentence<'_>, at: usize) -> bool {
    let bare = sentence
        .word(at)
        .is_some_and(|it| it.lower.ends_with('n') && sentence.is_participle(at));
    let have = (at.saturating_sub(3)..at)
        .any(|it| sentence.is_any(it, &["have", "has", "had", "'ve", "having", "'s", "'d"]));
    bare && !have
}

/// The act with its agent; without one nobody is named, and only what follows tells that it is an
/// act of saying: `is accused of lying`.
pub fn act(sentence: &Sentence<'_>, at: usize, verb: &ReportingVerb) -> Option<Event> {
    let by = (at + 1..at + REACH)
        .take_while(|it| !sentence.breaks(*it) && (verb.names() || !sentence.is_quote(*it)))
        .find(|it| sentence.is(*it, "by") && !sentence.is_ing(*it + 1))
        .filter(|it| !is_means(sentence, *it + 1));
    let agent = by.and_then(|it| phrases::phrase_after(sentence, it + 1));
    let after_agent = agent.as_ref().map_or(at + 1, |it| it.end);
    let said = complement::after_agent(sentence, at, after_agent, verb)
        .map(|it| it.from..extent::end(sentence, it.from, it.kind, at));
    // `was called “haze” by Ruiz`
    let said = said.map(|it| match by {
        Some(by) if it.start < by => it.start..it.end.min(by),
        _ => it,
    });
    let called = by
        .filter(|it| verb.names() && at + 1 < *it)
        .map(|it| at + 1..it);
    if sentence.is_quoted_as(at + 1) {
        return None;
    }
    let patient = subjects::subject(sentence, at);
    let (governs, resumes) = match (said, &agent, patient) {
        (Some(called), Some(_), Some(patient)) if verb.names() => (patient, Some(called)),
        (None, Some(_), Some(patient)) => (patient, called),
        (Some(said), Some(_), _) => (said, None),
        // What is said is told of the subject: `The gate is believed | to be shut`.
        (Some(said), None, Some(patient)) if is_nominal_start(sentence, said.start) => {
            (patient, Some(said))
        }
        // `should be asked how`: nobody asks.
        (Some(said), None, _) if !complement::is_wh(sentence, said.start) => (said, None),
        (_, _, _) => return None,
    };
    Some(Event {
        cue: at..at + 1,
        subject: agent,
        governs,
        resumes,
        comes_after: false,
        speech: verb.beside_quotation(),
        names: verb.names() || verb.likens(),
    })
}

/// `by telephone`, `by mistake`: a bare common noun after `by` tells how, not who; `by police` and
/// `by officials` tell who.
fn is_means(sentence: &Sentence<'_>, at: usize) -> bool {
    let Some(word) = sentence.word(at) else {
        return false;
    };
    let lexicons = sentence.lexicons;
    let is_bare_noun = word.tag == Tag::Noun
        && word.text.starts_with(char::is_lowercase)
        && word.lower == word.lemma
        && !matches!(
            sentence.tag(at + 1),
            Some(Tag::Noun | Tag::Propn | Tag::Adj)
        );
    is_bare_noun
        && !lexicons.is_collective(&word.lower)
        && !lexicons.is_organization(&word.lower)
        && lexicons.role(&word.lemma).is_none()
}

fn is_nominal_start(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.starts_infinitive(at) || sentence.is_any(at, &["as", "of"])
}

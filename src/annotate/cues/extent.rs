//! Where what is said ends and the writer goes on.
//!
//! ```text
//! said that |the wall holds|, but nobody asked him.
//! said |the wall holds| and added that …
//! After Ruiz said |the wall holds|, the town slept.
//! criticized |the wall| in an interview
//! ```

use super::complement::Kind;
use crate::annotate::phrases::phrase_after;
use crate::annotate::sentence::Sentence;
use crate::annotate::words::Tag;
use crate::lexicon::ReportingVerb;

/// End of the content that begins at `from`, under the cue at `cue`.
pub fn end(sentence: &Sentence<'_>, from: usize, kind: Kind, cue: usize) -> usize {
    let last = sentence.end();
    let fronted = is_fronted(sentence, cue);
    let relative = under_relative(sentence, cue);
    let nominal = matches!(kind, Kind::Noun | Kind::Named);
    let mut relatives = 0;
    let mut at = past_lead(sentence, from, kind);
    while at < last {
        if sentence.is(at, "(")
            && let Some(close) = sentence.closing(at)
        {
            at = close + 1;
            continue;
        }
        if sentence.is(at, ";") && at > from {
            return at;
        }
        let comma = sentence.breaks(at)
            && (fronted && starts_main_clause(sentence, at + 1)
                || relative && sentence.is_finite(at + 1)
                || ends_at_comma(sentence, at + 1, kind));
        if comma {
            return at + usize::from(sentence.is_quote(at));
        }
        if at > from && writer_goes_on(sentence, at, kind, cue) {
            return at;
        }
        if nominal && at > from {
            if sentence.is_any(
                at,
                &["that", "who", "which", "whose", "what", "how", "whether"],
            ) {
                relatives += 1;
            } else if ends_noun(sentence, at, relatives) {
                return at;
            }
        }
        at += 1;
    }
    last.max(from)
}

/// `that if it rains, |the wall holds`: the comma after a clause or phrase that leads is no end.
fn past_lead(sentence: &Sentence<'_>, from: usize, kind: Kind) -> usize {
    let start = from + usize::from(sentence.is(from, "that"));
    let asks = start == from && sentence.is_any(start, &["whether", "how", "why", "if"]);
    let leads = matches!(sentence.tag(start), Some(Tag::Adp | Tag::Sconj)) && !asks
        || sentence.is_any(start, &["although", "when", "after", "while", "despite"]);
    let comma = (start..start + LONGEST_LEAD).find(|it| sentence.breaks(*it));
    match comma.filter(|_| leads && kind == Kind::Clause) {
        Some(comma) => comma + 1,
        None => from,
    }
}

/// The cue stands in a clause before the main one: `After Ruiz said …, the town slept`.
fn is_fronted(sentence: &Sentence<'_>, cue: usize) -> bool {
    let low = sentence.tag(0) == Some(Tag::Sconj)
        || sentence.is_any(
            0,
            &[
                "after", "when", "while", "although", "though", "as", "since", "if", "because",
                "before", "by", "asked", "until",
            ],
        );
    low && !(0..cue).any(|it| sentence.breaks(it))
}

/// `X, who said A, did B`
fn under_relative(sentence: &Sentence<'_>, cue: usize) -> bool {
    (0..cue)
        .rev()
        .take_while(|it| {
            matches!(
                sentence.tag(*it),
                Some(Tag::Aux | Tag::Adv | Tag::Part | Tag::Pron)
            )
        })
        .any(|it| sentence.is_any(it, &["who", "which"]))
}

/// Whether the comma before `next` closes the content.
fn ends_at_comma(sentence: &Sentence<'_>, next: usize, kind: Kind) -> bool {
    if sentence.is_any(
        next,
        &[
            "but",
            "while",
            "although",
            "though",
            "whereas",
            "according",
            "even",
        ],
    ) {
        let joins = sentence.is(next, "but")
            && sentence.is_any(next + 1, &["also", "not", "rather", "only", "instead"]);
        return !joins;
    }
    let acts = sentence.is_ing(next) && sentence.reporting_verb(next).is_some();
    if acts || cue_follows(sentence, next) {
        return true;
    }
    let conjunction = sentence.is_any(next, &["and", "or"]);
    let other_act = conjunction
        && (is_reporting(sentence, next + 1) && sentence.is_finite(next + 1)
            || cue_follows(sentence, next + 1));
    match kind {
        Kind::Clause => {
            let adds = sentence.is_any(next, &["which", "who", "whose", "where"])
                || sentence.is_any(next + 1, &["which", "whom"]);
            // `, as have others`
            let likewise = sentence.is(next, "as")
                && (sentence.tag(next + 1) == Some(Tag::Aux)
                    || sentence.is_any(next + 1, &["have", "has", "had", "did", "do", "does"]));
            adds || likewise || other_act
        }
        Kind::Infinitive => other_act || conjunction && starts_main_clause(sentence, next + 1),
        Kind::Quote => {
            let clause = phrase_after(sentence, next + usize::from(conjunction))
                .is_some_and(|it| sentence.is_finite(it.end));
            let tail = sentence.is_any(next, &["who", "which", "as", "a"]);
            !sentence.is_quote(next) && (clause || conjunction || tail)
        }
        Kind::Noun | Kind::Named => !in_list(sentence, next),
    }
}

/// `, Ruiz said.`: somebody else's cue, or the same again.
fn cue_follows(sentence: &Sentence<'_>, next: usize) -> bool {
    let Some(phrase) = phrase_after(sentence, next) else {
        return false;
    };
    let verb = (phrase.end..phrase.end + 3)
        .find(|it| !matches!(sentence.tag(*it), Some(Tag::Adv | Tag::Aux)));
    verb.is_some_and(|it| sentence.speaks(it) && sentence.is_finite(it))
}

fn is_reporting(sentence: &Sentence<'_>, at: usize) -> bool {
    let at = at + usize::from(sentence.tag(at) == Some(Tag::Adv));
    let reports = |it: &ReportingVerb| it.beside_quotation() || it.takes_clause() || it.names();
    sentence.tag(at) == Some(Tag::Verb) && sentence.reporting_verb(at).is_some_and(reports)
}

/// Items of what leads a clause.
const LONGEST_LEAD: usize = 20;
/// Items of the subject of a main clause.
const LONGEST_SUBJECT: usize = 16;

/// A noun phrase and its verb, straight after a fronted clause.
fn starts_main_clause(sentence: &Sentence<'_>, at: usize) -> bool {
    let nominal = |it: usize| {
        matches!(
            sentence.tag(it),
            Some(
                Tag::Noun
                    | Tag::Propn
                    | Tag::Det
                    | Tag::Adj
                    | Tag::Adv
                    | Tag::Adp
                    | Tag::Num
                    | Tag::Pron
                    | Tag::Part
                    | Tag::Cconj
                    | Tag::Punct
            )
        )
    };
    let end = (at..at + LONGEST_SUBJECT).find(|it| !nominal(*it));
    let starts = !matches!(
        sentence.tag(at),
        Some(Tag::Cconj | Tag::Adp | Tag::Punct) | None
    );
    starts && end.is_some_and(|it| it > at && sentence.is_finite(it))
}

/// Without a comma: `and added`, `according to`, `in an interview`.
fn writer_goes_on(sentence: &Sentence<'_>, at: usize, kind: Kind, cue: usize) -> bool {
    if sentence.is(at, "according") && sentence.is(at + 1, "to") {
        return true;
    }
    if sentence.is_dash(at) {
        let act = at + 1 + usize::from(sentence.is(at + 1, "and"));
        if sentence.is_ing(act) && sentence.reporting_verb(act).is_some() {
            return true;
        }
        return kind != Kind::Clause || starts_main_clause(sentence, at + 1);
    }
    if sentence.is_any(at, &["and", "but"]) {
        let next = at + 1 + usize::from(sentence.tag(at + 1) == Some(Tag::Adv));
        let past = |it: usize| sentence.word(it).is_some_and(|it| it.lower != it.lemma);
        return match kind {
            Kind::Clause | Kind::Infinitive | Kind::Quote => {
                let finite = sentence.is_finite(next) && past(next) == past(cue);
                is_reporting(sentence, next) && finite
            }
            Kind::Noun | Kind::Named => {
                let reports = is_reporting(sentence, next) && sentence.is_ing(next);
                sentence.is_finite(next) || reports
            }
        };
    }
    if sentence.is_any(at, &["in", "on", "during", "at", "via"]) && kind != Kind::Infinitive {
        let venue = phrase_after(sentence, at + 1).is_some_and(|mut it| {
            it.any(|it| {
                sentence
                    .word(it)
                    .is_some_and(|it| it.tag != Tag::Verb && sentence.lexicons.is_venue(&it.lemma))
            })
        });
        let time = sentence.is_calendar(at + 1) && sentence.is(at, "on");
        return kind != Kind::Clause && (time || venue && ends_soon(sentence, at + 1));
    }
    false
}

/// The phrase is the last of its sentence, or a comma follows.
fn ends_soon(sentence: &Sentence<'_>, at: usize) -> bool {
    (at..sentence.len())
        .take_while(|it| sentence.tag(*it) != Some(Tag::Punct))
        .all(|it| {
            let finite = sentence.is_finite(it) && !sentence.is_participle(it);
            !finite && !sentence.is_quote(it)
        })
}

/// A noun phrase with its modifiers stops where a verb or another clause begins.
fn ends_noun(sentence: &Sentence<'_>, at: usize, relatives: usize) -> bool {
    match sentence.tag(at) {
        Some(Tag::Verb | Tag::Aux) => {
            let helped = matches!(sentence.tag(at - 1), Some(Tag::Aux | Tag::Part));
            relatives == 0 && sentence.is_finite(at) && !sentence.is_participle(at) && !helped
        }
        Some(Tag::Punct) => sentence.is(at, ":") || sentence.is_dash(at),
        Some(Tag::Adp) if sentence.is(at, "by") => {
            let next = sentence.word(at + 1);
            next.is_some_and(|it| it.lower.len() > 4 && it.lower.ends_with("ing"))
        }
        _ if sentence.is_calendar(at) && !sentence.is_noun(at + 1) => true,
        _ if sentence.is(at, "because") && sentence.is(at + 1, "of") => false,
        _ => sentence.is_any(
            at,
            &[
                "after", "before", "during", "because", "since", "until", "when", "while", "if",
                "though", "although", "unless",
            ],
        ),
    }
}

/// The comma only parts a list: `the port, the union and the town`.
fn in_list(sentence: &Sentence<'_>, next: usize) -> bool {
    if sentence.is_any(next, &["and", "or"]) {
        return !sentence.is_finite(next + 1) && !sentence.is_finite(next + 2);
    }
    (next..sentence.len())
        .take(8)
        .take_while(|it| {
            matches!(
                sentence.tag(*it),
                Some(
                    Tag::Noun
                        | Tag::Propn
                        | Tag::Det
                        | Tag::Adj
                        | Tag::Adp
                        | Tag::Punct
                        | Tag::Cconj
                )
            )
        })
        .any(|it| sentence.is(it, "and"))
}

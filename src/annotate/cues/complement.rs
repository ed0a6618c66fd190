//! What a verb of saying takes: where what is said begins, and of what shape it is.
//!
//! ```text
//! told reporters on Monday |that the wall holds       a clause
//! said |the wall holds                                a clause without its mark
//! criticized |the wall          called for |a wall    a noun phrase
//! urged |the port to close      plans |to close       an infinitive
//! called |the wall “a joke”     accused |Ruiz of …
//! ```

use crate::annotate::phrases::{chunk_after, phrase_after};
use crate::annotate::sentence::Sentence;
use crate::annotate::words::Tag;
use crate::lexicon::ReportingVerb;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Clause,
    Infinitive,
    Noun,
    /// A noun phrase with what it is called, accused of or asked to do.
    Named,
    Quote,
}

#[derive(Clone, Copy, Debug)]
pub struct Content {
    pub from: usize,
    pub kind: Kind,
}

const WH: [&str; 9] = [
    "whether", "how", "why", "what", "if", "because", "when", "where", "who",
];
/// Adverbs that belong to what is said: `said | there is`, `said | more than ten`.
const OPENING: [&str; 12] = [
    "there", "here", "more", "less", "about", "even", "only", "not", "nearly", "almost", "now",
    "then",
];

/// What follows the verb whose last item is `at`, if it takes it.
pub fn complement(sentence: &Sentence<'_>, at: usize, verb: &ReportingVerb) -> Option<Content> {
    let mut next = at + 1;
    let mut hearer_taken = false;
    let mut adjunct = false;
    let found = |from, kind| Some(Content { from, kind });
    loop {
        if sentence.is_quote(next) {
            // `it goes “soft”`: no cue; `she goes, “Stop.”` is one.
            return found(next, Kind::Quote).filter(|_| !verb.only_quotes());
        }
        let word = sentence.word(next)?;
        let lower = word.lower.as_str();
        if lower == ":" {
            return found(next + 1, Kind::Quote);
        }
        if lower == "," {
            if sentence.is_quote(next + 1) {
                return found(next + 1, Kind::Quote);
            }
            next = past_aside(sentence, next, verb)?;
            continue;
        }
        if lower == "that" && verb.takes_clause() && !is_object_that(sentence, next) {
            return found(next, Kind::Clause);
        }
        if is_wh(sentence, next) {
            let takes = verb.takes_clause() || verb.takes_noun();
            return found(next, Kind::Clause).filter(|_| takes);
        }
        if sentence.starts_infinitive(next) {
            let takes = verb.takes_infinitive() || hearer_taken && verb.directs();
            return found(next, Kind::Infinitive).filter(|_| takes);
        }
        if verb.takes_preposition(lower) {
            return after_preposition(sentence, next + 1);
        }
        if let Some(counted) = counted(sentence, next) {
            if verb.takes_clause() && starts_clause(sentence, counted) {
                return found(next, Kind::Clause);
            }
            return found(next, Kind::Noun).filter(|_| verb.takes_noun() && !adjunct);
        }
        if verb.takes_clause() && leaves_gap(sentence, at, next) {
            return found(next, Kind::Clause);
        }
        let adverb = word.tag == Tag::Adv && !sentence.is_any(next, &OPENING);
        let time = time_len(sentence, next);
        if adverb || time > 0 {
            next += time.max(1);
            continue;
        }
        if verb.takes_hearer()
            && !hearer_taken
            && (verb.needs_hearer() || names_hearer(sentence, next))
        {
            hearer_taken = true;
            next = hearer_end(sentence, next)?;
            continue;
        }
        if verb.takes_clause() && starts_clause(sentence, next) {
            return found(next, Kind::Clause);
        }
        if let Some(content) = with_object(sentence, next, verb) {
            return Some(content);
        }
        let preposition = word.tag == Tag::Adp || lower == "to";
        if preposition || sentence.is_any(next, &["last", "this"]) {
            // A place, a time, an occasion.
            let from = next + usize::from(preposition);
            adjunct = true;
            next = phrase_after(sentence, from).map_or(next + 1, |it| it.end);
            continue;
        }
        let takes = verb.takes_noun() && !adjunct && starts_noun(sentence, next);
        return found(next, Kind::Noun).filter(|_| takes);
    }
}

/// Where the number stands that begins with `at least`, `up to`, `between` at `at`.
fn counted(sentence: &Sentence<'_>, at: usize) -> Option<usize> {
    let at_limit = sentence.is(at, "at") && sentence.is_any(at + 1, &["least", "most"]);
    let up_to = sentence.is(at, "up") && sentence.is(at + 1, "to");
    let number = if at_limit || up_to {
        at + 2
    } else if sentence.is_any(at, &["between", "over", "under", "around"]) {
        at + 1
    } else {
        return None;
    };
    (sentence.tag(number) == Some(Tag::Num)).then_some(number)
}

/// Most items between a relative pronoun and a cue inside its clause.
const RELATIVE_REACH: usize = 10;

/// `a tax, which Ruiz says | would help the port`: what is said lacks the noun before it.
fn leaves_gap(sentence: &Sentence<'_>, at: usize, next: usize) -> bool {
    sentence.tag(next) == Some(Tag::Aux)
        && sentence.is_finite(next)
        && (at.saturating_sub(RELATIVE_REACH)..at)
            .any(|it| sentence.is_any(it, &["which", "who", "whom", "that", "what"]))
}

fn after_preposition(sentence: &Sentence<'_>, from: usize) -> Option<Content> {
    let kind = if is_wh(sentence, from) {
        Kind::Clause
    } else {
        Kind::Named
    };
    let more = sentence.is_quote(from) || sentence.tag(from).is_some_and(|it| it != Tag::Punct);
    more.then_some(Content { from, kind })
}

/// The word asks or tells how: `whether`.
pub fn is_wh(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.is_any(at, &WH)
}

/// What is said in a passive clause, before its agent or after.
pub fn after_agent(
    sentence: &Sentence<'_>,
    at: usize,
    agent_end: usize,
    verb: &ReportingVerb,
) -> Option<Content> {
    let mut past_time = agent_end;
    while sentence.is(past_time, "on") || sentence.is_calendar(past_time) {
        past_time += 1;
    }
    [at + 1, past_time].into_iter().find_map(|next| {
        // `was accused | of lying`, but `was asked about | the gate`.
        let dropped = usize::from(sentence.is_any(next, &["as", "about"]));
        let kind = if sentence.is(next, "that") || is_wh(sentence, next) {
            Kind::Clause
        } else if sentence.starts_infinitive(next) {
            Kind::Infinitive
        } else if sentence.is_any(next, &["as", "of", "about"]) && starts_noun(sentence, next + 1) {
            Kind::Noun
        } else if sentence.is_quote(next) {
            Kind::Quote
        } else {
            return None;
        };
        let fits = verb.takes_clause() || kind != Kind::Clause;
        fits.then_some(Content {
            from: next + dropped,
            kind,
        })
    })
}

/// `said, however, that`: past the second comma.
fn past_aside(sentence: &Sentence<'_>, comma: usize, verb: &ReportingVerb) -> Option<usize> {
    let close = (comma + 1..comma + 5).find(|it| sentence.is(*it, ","))?;
    let said = sentence.is(close + 1, "that") && verb.takes_clause();
    (said || sentence.is_quote(close + 1)).then_some(close + 1)
}

/// Frames that begin with a noun phrase: `urge X to`, `call X Y`, `describe X as`, `accuse X of`.
fn with_object(sentence: &Sentence<'_>, at: usize, verb: &ReportingVerb) -> Option<Content> {
    if !(verb.directs() || verb.names() || verb.likens() || verb.blames()) {
        return None;
    }
    let chunk = chunk_after(sentence, at)?;
    let object = phrase_after(sentence, at)?;
    let near = |reach: usize| {
        (chunk.end..object.end + reach)
            .take_while(|it| !sentence.breaks(*it) && !sentence.is_finite(*it))
    };
    let directed =
        verb.directs() && !verb.takes_hearer() && near(6).any(|it| sentence.starts_infinitive(it));
    let pronoun = chunk.len() == 1 && sentence.tag(chunk.start) == Some(Tag::Pron);
    let called = verb.names()
        && ((chunk.end..object.end + 8)
            .take_while(|it| !sentence.is(*it, ",") && !sentence.is_finite(*it))
            .any(|it| sentence.is_quote(it))
            || matches!(
                sentence.tag(chunk.end),
                Some(Tag::Det | Tag::Adj | Tag::Pron)
            ) && !is_wh(sentence, chunk.end)
            || pronoun && sentence.is_noun(chunk.end));
    let likened = verb.likens() && near(8).any(|it| sentence.is(it, "as"));
    let blamed = verb.blames() && near(4).any(|it| sentence.is_any(it, &["of", "for"]));
    (directed || called || likened || blamed).then_some(Content {
        from: at,
        kind: Kind::Named,
    })
}

/// `said that on camera`: the word is an object, not the mark of a clause.
fn is_object_that(sentence: &Sentence<'_>, at: usize) -> bool {
    let next = at + 1;
    let stops = matches!(sentence.tag(next), Some(Tag::Punct) | None);
    stops && !sentence.is_quote(next) && !sentence.is(next, ",")
}

/// Items of a time at `at`: `Monday night`, `last week`.
fn time_len(sentence: &Sentence<'_>, at: usize) -> usize {
    let part = |at: usize| {
        sentence.is_any(
            at,
            &[
                "week",
                "month",
                "year",
                "night",
                "morning",
                "evening",
                "afternoon",
                "spring",
                "summer",
                "fall",
                "winter",
                "weekend",
            ],
        )
    };
    let relative = sentence.is_any(at, &["last", "this", "next", "earlier", "late", "early"]);
    if sentence.is_calendar(at) {
        1 + usize::from(part(at + 1))
    } else if relative && (part(at + 1) || sentence.is_calendar(at + 1)) {
        2
    } else {
        0
    }
}

/// `warned the port that`: a phrase that what is said follows.
fn names_hearer(sentence: &Sentence<'_>, at: usize) -> bool {
    chunk_after(sentence, at).is_some_and(|it| {
        let end = it.end + usize::from(sentence.is(it.end, ","));
        sentence.is_quote(end)
            || sentence.is_any(it.end, &["that", "of", "about", "against"])
            || is_wh(sentence, it.end + usize::from(sentence.is_calendar(it.end)))
            || sentence.starts_infinitive(it.end)
    })
}

/// `told an audience of students in Ode | that`
fn hearer_end(sentence: &Sentence<'_>, at: usize) -> Option<usize> {
    let mut end = chunk_after(sentence, at)?.end;
    loop {
        let joins = sentence.tag(end) == Some(Tag::Adp)
            && !sentence.is_any(end, &["of", "about", "for"])
            || sentence.is(end, "and")
            || sentence.is(end, "of") && sentence.is_noun(end + 1);
        match chunk_after(sentence, end + 1).filter(|_| joins) {
            Some(more) => end = more.end,
            None => return Some(end),
        }
    }
}

/// Items between the start of a clause and its verb.
const REACH: usize = 40;

/// A noun phrase with its verb: `the wall holds`.
pub fn starts_clause(sentence: &Sentence<'_>, at: usize) -> bool {
    let starts = match sentence.tag(at) {
        Some(
            Tag::Noun
            | Tag::Propn
            | Tag::Det
            | Tag::Pron
            | Tag::Adj
            | Tag::Num
            | Tag::Sconj
            | Tag::Adv,
        ) => true,
        Some(Tag::Verb) => sentence.is_ing(at),
        Some(Tag::Adp) => {
            sentence.is_any(at, &["despite", "without", "as", "after", "before", "like"])
        }
        _ => false,
    };
    if !starts {
        return false;
    }
    let mut wanted = 1;
    let leads = matches!(
        sentence.tag(at),
        Some(Tag::Sconj | Tag::Adp | Tag::Adv | Tag::Verb)
    );
    for it in at + 1..sentence.len().min(at + REACH) {
        let other = sentence.breaks(it)
            && !sentence.is_fragment(it)
            && sentence.tag(it + 1) == Some(Tag::Cconj)
            && !leads;
        if other || sentence.is_any(it, &[";", ":"]) {
            return false;
        }
        if sentence.is_any(it, &["who", "which", "that", "where"]) {
            wanted += 1;
        }
        // A fragment of a quotation can hold the verb: `said both “went home early”`.
        if !sentence.is_finite(it) && !sentence.is_fragment(it) {
            continue;
        }
        let reduced = sentence.is_participle(it)
            && (sentence.is(it + 1, "by") || sentence.tag(it + 1) == Some(Tag::Adp))
            && has_later_verb(sentence, it + 1);
        if !reduced {
            wanted -= 1;
        }
        if wanted == 0 {
            return true;
        }
    }
    false
}

fn has_later_verb(sentence: &Sentence<'_>, from: usize) -> bool {
    (from..sentence.len().min(from + 8))
        .take_while(|it| !sentence.breaks(*it) && sentence.tag(*it) != Some(Tag::Cconj))
        .any(|it| sentence.is_finite(it))
}

fn starts_noun(sentence: &Sentence<'_>, at: usize) -> bool {
    match sentence.tag(at) {
        Some(Tag::Noun | Tag::Propn | Tag::Det | Tag::Pron | Tag::Adj | Tag::Num) => true,
        Some(Tag::Verb) => sentence.is_ing(at),
        _ => false,
    }
}

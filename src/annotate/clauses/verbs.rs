//! The verb of a clause with its auxiliaries: polarity, modality, active or passive.

use crate::annotate::sentence::Sentence;
use crate::annotate::words::Tag;
use crate::lexicon::ClauseWord;
use crate::model::Modality;

/// A verb with its auxiliaries.
#[derive(Clone, Copy, Debug)]
pub struct Verb {
    pub first: usize,
    pub head: usize,
    pub negated: bool,
    pub modality: Modality,
    pub form: Form,
    pub passive: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Finite,
    Infinitive,
    Ing,
    /// `drones bought in May`: a participle after its noun.
    Reduced,
}

/// The verb whose head is item `head`, if one is.
pub fn verb(sentence: &Sentence<'_>, head: usize) -> Option<Verb> {
    if !heads_clause(sentence, head) {
        return None;
    }
    // `said to reporters`: an infinitive has no ending.
    let after_to = head.checked_sub(1).is_some_and(|it| sentence.is(it, "to"));
    if after_to && sentence.word(head).is_some_and(|it| it.lower != it.lemma) {
        return None;
    }
    let mut res = Verb {
        first: head,
        head,
        negated: false,
        modality: Modality::Done,
        form: Form::Finite,
        passive: false,
    };
    let mut has_auxiliary = sentence.tag(head) == Some(Tag::Aux);
    let mut is_infinitive = false;
    while let Some(before) = res.first.checked_sub(1) {
        let word = sentence.word(before)?;
        match word.tag {
            Tag::Aux => {
                has_auxiliary = true;
                res.passive |= matches!(word.lemma.as_str(), "be" | "get" | "'re" | "'m");
                res.modality = res.modality.max(modal(&word.lower));
            }
            Tag::Adv | Tag::Part => {
                if word.lower == "to" {
                    is_infinitive = true;
                } else if word.lower == "'s" || word.lower == "'" {
                    break;
                }
                res.negated ^= sentence.lexicons.is_negation(&word.lower);
            }

            Tag::Adj
                if word.lower == "likely"
                    && sentence.tag(before.wrapping_sub(1)) == Some(Tag::Aux) => {}
            _ if word.lower == "get" || word.lower == "got" => {
                res.passive = true;
                has_auxiliary = true;
            }
            _ => break,
        }
        res.first = before;
        if is_infinitive {
            break;
        }
    }
    // `is not ready`
    let is_alone = sentence.tag(head) == Some(Tag::Aux);
    let after = sentence.word(head + 1).filter(|_| is_alone);
    res.negated ^= after.is_some_and(|it| sentence.lexicons.is_negation(&it.lower));
    res.passive &= sentence.is_participle(head);
    if is_infinitive {
        res.form = Form::Infinitive;
        res.modality = governed(sentence, res.first).unwrap_or(Modality::Planned);
    } else if sentence.is_ing(head) && !has_auxiliary {
        res.form = Form::Ing;
    } else if !has_auxiliary && is_reduced(sentence, head) {
        res.form = Form::Reduced;
        res.passive = true;
    }
    Some(res)
}

/// A verb that is no part of a noun phrase, or a `be` that stands alone.
fn heads_clause(sentence: &Sentence<'_>, at: usize) -> bool {
    let Some(word) = sentence.word(at) else {
        return false;
    };

    // Prepositions in form of a verb.
    if matches!(
        word.lower.as_str(),
        "including" | "following" | "according" | "regarding" | "concerning" | "given"
    ) && at
        .checked_sub(1)
        .is_none_or(|it| sentence.tag(it) != Some(Tag::Aux))
    {
        return false;
    }
    match word.tag {
        Tag::Aux => word.lemma == "be" && !goes_on(sentence, at),
        Tag::Verb => {
            let held = at.checked_sub(1).is_some_and(|it| {
                matches!(sentence.tag(it), Some(Tag::Det | Tag::Adj | Tag::Num))
                    || sentence.is_any(it, &["'s", "his", "her", "their", "its", "our", "my"])
            });
            let modifies = held || at > 0 && sentence.tag(at - 1) == Some(Tag::Adp);
            let noun_follows = sentence.is_noun(at + 1)
                || sentence.tag(at + 1) == Some(Tag::Adj) && sentence.is_noun(at + 2);
            // `an awkward pass`
            let after_likely = at > 0 && sentence.is(at - 1, "likely");
            if held && word.lower == word.lemma && !after_likely {
                return false;
            }
            let participle = sentence.is_participle(at) || sentence.is_ing(at);
            // `by buying boats` is a clause, `of frozen pipes` is none.
            let gerund = sentence.is_ing(at) && !held;
            !(participle && modifies && noun_follows && !gerund)
        }
        _ => false,
    }
}

/// Another verb follows the auxiliary at `at`.
fn goes_on(sentence: &Sentence<'_>, at: usize) -> bool {
    (at + 1..sentence.len())
        .take(4)
        .take_while(|it| {
            matches!(
                sentence.tag(*it),
                Some(Tag::Adv | Tag::Part | Tag::Aux | Tag::Verb)
            ) && !sentence.is(*it, "to")
        })
        .any(|it| matches!(sentence.tag(it), Some(Tag::Verb | Tag::Aux)))
}

fn modal(lower: &str) -> Modality {
    match lower {
        "will" | "would" | "'ll" | "wo" | "shall" => Modality::Planned,
        "may" | "might" | "could" | "can" | "ca" | "cannot" => Modality::Possible,
        "should" | "must" | "ought" => Modality::Asked,
        _ => Modality::Done,
    }
}

/// What the word before `to` makes of the act: `seeks to`, `is likely to`.
fn governed(sentence: &Sentence<'_>, to: usize) -> Option<Modality> {
    let before = sentence.word(to.checked_sub(1)?)?;
    let is = |kind| sentence.lexicons.is_clause_word(kind, &before.lemma);
    if is(ClauseWord::Plans) {
        Some(Modality::Planned)
    } else if is(ClauseWord::May) {
        Some(Modality::Possible)
    } else if is(ClauseWord::Asks) {
        Some(Modality::Asked)
    } else if before.tag == Tag::Verb {
        Some(Modality::Done)
    } else {
        None
    }
}

/// A participle after a noun that something else governs, without an object of its own.
fn is_reduced(sentence: &Sentence<'_>, head: usize) -> bool {
    let Some(before) = head.checked_sub(1) else {
        return false;
    };
    if !sentence.is_participle(head) || !sentence.is_noun(before) && !sentence.is(before, ")") {
        return false;
    }
    let next = head + 1;
    let no_object = matches!(sentence.tag(next), None | Some(Tag::Adp | Tag::Punct))
        || sentence.is_any(next, &["to", "by"]);
    if !no_object {
        return false;
    }
    let lemma = sentence.word(head).map_or("", |it| it.lemma.as_str());
    let lexicons = sentence.lexicons;
    // `girls freed in May`: a verb that needs an object has none.
    let needs_object =
        lexicons.is_listed_predicate(lemma) && !lexicons.is_clause_word(ClauseWord::Moves, lemma);
    if needs_object || sentence.is(next, "by") && !sentence.is_calendar(next + 1) {
        return true;
    }
    // `dozens of drones bought from …`: what a verb or preposition governs is no subject.
    let start = (0..head)
        .rev()
        .take_while(|it| {
            matches!(
                sentence.tag(*it),
                Some(
                    Tag::Noun | Tag::Propn | Tag::Adj | Tag::Det | Tag::Num | Tag::Part | Tag::Pron
                )
            ) && !sentence.is(*it, "to")
        })
        .last()
        .unwrap_or(head);
    let governed = start
        .checked_sub(1)
        .is_some_and(|it| matches!(sentence.tag(it), Some(Tag::Verb | Tag::Adp)));
    governed || later_finite(sentence, next)
}

/// The sentence goes on with a verb that needs a subject.
fn later_finite(sentence: &Sentence<'_>, from: usize) -> bool {
    (from..sentence.len())
        .take_while(|it| {
            !sentence.is_any(
                *it,
                &[
                    ",", ";", "—", "–", "--", "and", "but", "that", "who", "which", "as", "when",
                    "while", "after", "before", "because", "if", "where",
                ],
            )
        })
        .any(|it| {
            sentence.tag(it) == Some(Tag::Aux) && !sentence.is_any(it, &["be", "been", "being"])
        })
}

//! English verbs and nouns put right after the transformation rules, by what stands around them.
//!
//! ```text
//! Ruiz's claim that     a noun, though `claim` is a verb most often
//! “…,” Ode reports.     a verb, though the rules make nouns of names' neighbors
//! ```

use super::words::Word;
use crate::lexicon::{Lexicons, ReportingVerb, Tag};

/// What stands around a word tells of a verb more surely than the rules do.
pub fn repair(words: &mut [Word<'_>], lexicons: &Lexicons) {
    for at in 0..words.len() {
        let tag = match words[at].lower.as_str() {
            "the" | "a" | "an" => Some(Tag::Det),
            "in" | "on" | "at" | "of" | "from" | "into" if words[at].tag == Tag::Sconj => {
                Some(Tag::Adp)
            }
            "would" | "could" | "should" | "might" | "must"
                if at == 0 || words[at - 1].tag != Tag::Det =>
            {
                Some(Tag::Aux)
            }
            "is" | "are" | "was" | "were" | "am" if words[at].tag != Tag::Verb => Some(Tag::Aux),
            "'s" if at > 0 && is_contracted(&words[at - 1]) => Some(Tag::Aux),
            "both" => Some(Tag::Det),
            _ if words[at].tag == Tag::Intj && at > 0 && is_nominal(&words[at - 1]) => {
                // `a long iron groan`
                Some(Tag::Noun)
            }
            "have" | "has" | "had" | "'ve" | "having" if before_participle(words, at, lexicons) => {
                Some(Tag::Aux)
            }
            "do" | "does" | "did" if next_past_adverbs(words, at) == Some(Tag::Verb) => {
                Some(Tag::Aux)
            }
            _ => None,
        };
        if let Some(tag) = tag {
            words[at].tag = tag;
        }
    }
    for at in 1..words.len() {
        let held = words[at - 1].block == words[at].block
            && (matches!(
                words[at - 1].lower.as_str(),
                "the" | "a" | "an" | "his" | "their" | "its"
            ) || words[at - 1].lower == "'s" && words[at - 1].tag == Tag::Part);
        if held
            && words[at].tag == Tag::Verb
            && words[at].lower == lexicons.lemma(&words[at].lower, Tag::Verb)
        {
            words[at].tag = Tag::Noun;
        }
        if is_compound_noun(words, at, lexicons) {
            words[at].tag = Tag::Noun;
        }
        if is_progressive(words, at)
            || is_bare_verb(words, at)
            || is_plain_present(words, at, lexicons)
            || is_last_cue(words, at, lexicons)
        {
            words[at].tag = Tag::Verb;
        }
    }
}

/// `he's`: no possessive stands after these.
fn is_contracted(before: &Word<'_>) -> bool {
    matches!(
        before.lower.as_str(),
        "he" | "she" | "it" | "that" | "there" | "here" | "who" | "what" | "where" | "how"
    )
}

fn is_nominal(word: &Word<'_>) -> bool {
    matches!(word.tag, Tag::Det | Tag::Adj | Tag::Noun)
}

/// Items past the adverbs and `not` after `at`.
fn past_adverbs(words: &[Word<'_>], at: usize) -> usize {
    let skipped = words[at + 1..]
        .iter()
        .take_while(|it| it.block == words[at].block)
        .take_while(|it| it.tag == Tag::Adv || matches!(it.lower.as_str(), "not" | "n't"))
        .count();
    at + 1 + skipped
}

fn next_past_adverbs(words: &[Word<'_>], at: usize) -> Option<Tag> {
    let next = words.get(past_adverbs(words, at))?;
    (next.block == words[at].block).then_some(next.tag)
}

/// `have also said`
fn before_participle(words: &[Word<'_>], at: usize, lexicons: &Lexicons) -> bool {
    words.get(past_adverbs(words, at)).is_some_and(|it| {
        it.block == words[at].block
            && matches!(it.tag, Tag::Verb | Tag::Aux)
            && (it.lower != lexicons.lemma(&it.lower, Tag::Verb) || it.lower == "been")
            && !it.lower.ends_with("ing")
    })
}

/// `its drone use`: one thing in the present would need `uses`.
fn is_compound_noun(words: &[Word<'_>], at: usize, lexicons: &Lexicons) -> bool {
    const PAST_TOO: [&str; 16] = [
        "hit", "cut", "put", "set", "let", "shut", "cost", "hurt", "quit", "spread", "read",
        "split", "burst", "cast", "beat", "bid",
    ];
    let (word, before) = (&words[at], &words[at - 1]);
    let held = at > 1
        && words[at - 2].block == word.block
        && (words[at - 2].tag == Tag::Det
            || matches!(
                words[at - 2].lower.as_str(),
                "its" | "his" | "her" | "their"
            ));
    let single = before.tag == Tag::Noun
        && before.block == word.block
        && before.lower == lexicons.lemma(&before.lower, Tag::Noun)
        && !matches!(before.lower.as_str(), "people" | "police" | "others");
    // `including raids on the port`
    if before.lower == "including" && word.tag == Tag::Verb && word.lower.ends_with('s') {
        return true;
    }
    word.tag == Tag::Verb
        && held
        && single
        && word.lower == lexicons.lemma(&word.lower, Tag::Verb)
        && !PAST_TOO.contains(&word.lower.as_str())
}

/// `have been buying boats`: after `been` a form in `-ing` is a verb.
fn is_progressive(words: &[Word<'_>], at: usize) -> bool {
    words[at].tag == Tag::Noun
        && words[at].lower.ends_with("ing")
        && words[at - 1].lower == "been"
        && words[at - 1].block == words[at].block
}

/// `would close the gate`, `to narrow her support`: no noun or adjective.
fn is_bare_verb(words: &[Word<'_>], at: usize) -> bool {
    if !matches!(words[at].tag, Tag::Noun | Tag::Adj) || words[at].block != words[at - 1].block {
        return false;
    }
    let modal = matches!(
        words[at - 1].lower.as_str(),
        "will" | "would" | "can" | "could" | "should" | "may" | "might" | "must" | "'ll" | "to"
    );
    let object = words.get(at + 1).is_some_and(|it| {
        it.tag == Tag::Det
            || matches!(
                it.lower.as_str(),
                "him" | "her" | "them" | "it" | "his" | "their" | "its" | "that"
            )
    });
    modal && object && !words[at].lower.ends_with('s')
}

/// `but plans to go`, `he claims that`: a verb of saying in the present.
fn is_plain_present(words: &[Word<'_>], at: usize, lexicons: &Lexicons) -> bool {
    let word = &words[at];
    if word.tag != Tag::Noun || word.block != words[at - 1].block {
        return false;
    }
    let before = &words[at - 1];
    let after_subject = matches!(
        before.lower.as_str(),
        "he" | "she" | "it" | "they" | "we" | "i" | "who"
    ) || before.tag == Tag::Cconj
        || matches!(before.tag, Tag::Propn | Tag::Noun | Tag::Adv);
    let plural =
        word.lower.ends_with('s') || before.tag == Tag::Noun && before.lower.ends_with('s');
    let goes_on = words.get(at + 1).is_some_and(|it| {
        matches!(it.lower.as_str(), "that" | "to" | "he" | "she" | "they")
            || it.tag == Tag::Det && before.tag != Tag::Cconj
    });
    plural
        && after_subject
        && goes_on
        && lexicons
            .reporting_verb(&lexicons.lemma(&word.lower, Tag::Verb))
            .is_some_and(|it| it.takes_clause() || it.takes_infinitive())
}

/// Most words of a source between a quotation and the cue after it.
const LONGEST_SOURCE: usize = 8;

/// `“…,” the Halvane Times reports.`: a verb of saying that closes the sentence of a quotation.
fn is_last_cue(words: &[Word<'_>], at: usize, lexicons: &Lexicons) -> bool {
    let word = &words[at];
    let closes = words
        .get(at + 1)
        .is_none_or(|it| it.block != word.block || matches!(it.text, "." | ","));
    if word.tag != Tag::Noun || !word.lower.ends_with('s') || !closes {
        return false;
    }
    let before = words[..at].iter().rev().take(LONGEST_SOURCE);
    let after_mark = before
        .take_while(|it| it.block == word.block && !matches!(it.tag, Tag::Verb | Tag::Aux))
        .any(|it| matches!(it.text, "”" | "\""));
    let lemma = lexicons.lemma(&word.lower, Tag::Verb);
    let verb = lexicons.reporting_verb(&lemma);
    after_mark && verb.is_some_and(ReportingVerb::beside_quotation)
}

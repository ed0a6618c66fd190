//! Parts of speech: lexicon, shape, then transformation rules (Brill 1995).
//!
//! Proper names are locked before the rules run: names of several words, capitals inside a
//! sentence, and words that the article elsewhere writes with a capital in mid-sentence.

use std::collections::HashSet;

use super::words::Word;
use crate::lexicon::{Condition, Lexicons, Tag};

/// Sets the tag of every word.
pub fn tag(words: &mut [Word<'_>], lexicons: &Lexicons) {
    let title_case = title_case(words);
    let names = capitalized_inside(words, &title_case, lexicons);
    let mut locked = vec![false; words.len()];
    for at in 0..words.len() {
        // In a line of capitals a capital tells no more than at the start of a sentence.
        let first = is_first(words, at) || title_case.contains(&words[at].block);
        let capital = is_capital(words[at].text);
        let word = &words[at];
        let (tag, lock) = guess(word, capital, first, &names, lexicons);
        words[at].tag = tag;
        locked[at] = lock;
    }
    lock_names(words, &mut locked, lexicons);
    let before: Vec<Tag> = words.iter().map(|it| it.tag).collect();
    let mut start = 0;
    while start < words.len() {
        let block = words[start].block;
        let len = words[start..]
            .iter()
            .take_while(|it| it.block == block)
            .count();
        transform(
            &mut words[start..start + len],
            &locked[start..start + len],
            lexicons,
        );
        start += len;
    }
    restore_cues(words, &before);
    repair_verbs(words, lexicons);
}

fn is_capital(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_uppercase)
}

/// First word of a block, a sentence or a quotation: its capital tells nothing.
fn is_first(words: &[Word<'_>], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|it| &words[it]) else {
        return true;
    };
    before.block != words[at].block
        || matches!(
            before.text,
            "." | "?" | "!" | ":" | "\"" | "“" | "‘" | "”" | "…" | "—" | "--" | "[" | "("
        )
}

/// Blocks in which nearly all longer words begin with a capital.
fn title_case(words: &[Word<'_>]) -> HashSet<usize> {
    let mut res = HashSet::new();
    for block in words.chunk_by(|a, b| a.block == b.block) {
        let long = block
            .iter()
            .filter(|it| it.text.chars().count() > 3 && it.text.chars().all(char::is_alphabetic));
        let capital = long.clone().filter(|it| is_capital(it.text)).count();
        let n_long = long.count();
        if n_long >= 4 && 4 * capital >= 3 * n_long {
            res.extend(block.first().map(|it| it.block));
        }
    }
    res
}

/// Words that stand with a capital in mid-sentence and never in lower case.
fn capitalized_inside(
    words: &[Word<'_>],
    title_case: &HashSet<usize>,
    lexicons: &Lexicons,
) -> HashSet<String> {
    let mut inside = HashSet::new();
    let mut small = HashSet::new();
    for (at, word) in words.iter().enumerate() {
        if is_capital(word.text) {
            if !is_first(words, at) && !title_case.contains(&word.block) {
                inside.insert(word.lower.clone());
            }
        } else {
            small.insert(word.lower.as_str());
        }
    }
    inside.retain(|it| !small.contains(it.as_str()) && !is_closed(lexicons.tag(it)));
    inside
}

/// Function words: their capital never makes a name.
fn is_closed(tag: Option<Tag>) -> bool {
    matches!(
        tag,
        Some(Tag::Det | Tag::Adp | Tag::Pron | Tag::Sconj | Tag::Cconj | Tag::Aux | Tag::Part)
    )
}

/// The tag by lexicon and shape, and whether the rules may not touch it.
fn guess(
    word: &Word<'_>,
    capital: bool,
    first: bool,
    names: &HashSet<String>,
    lexicons: &Lexicons,
) -> (Tag, bool) {
    let lower = word.lower.as_str();
    let known = lexicons.tag(lower);
    if !lower.chars().any(char::is_alphanumeric) {
        return match lower {
            "'" => (Tag::Part, true),
            "%" => (Tag::Noun, true),
            _ => (Tag::Punct, true),
        };
    }
    if lower.starts_with(|it: char| it.is_ascii_digit() || "$£€¥".contains(it)) {
        let age = lower.contains("-year-old");
        return (if age { Tag::Adj } else { Tag::Num }, true);
    }
    if let Some(tag) = clitic(lower) {
        return (tag, true);
    }
    let upper = word.text.chars().filter(|it| it.is_alphabetic()).count() > 1
        && word
            .text
            .chars()
            .filter(|it| it.is_alphabetic())
            .all(char::is_uppercase);
    if upper
        && (word.text.len() <= 5 || known.is_none())
        && !(is_closed(known) && word.text != "US")
    {
        return (Tag::Propn, true);
    }
    if capital && !first && !is_closed(known) {
        return (Tag::Propn, true);
    }
    if capital && first && names.contains(lower) {
        return (Tag::Propn, true);
    }
    if lexicons.title(lower.trim_end_matches('.')).is_some() && lower.ends_with('.') {
        return (Tag::Propn, true);
    }
    let plain = || by_base(lower, lexicons).unwrap_or_else(|| by_shape(lower, capital));
    (known.unwrap_or_else(plain), false)
}

fn clitic(lower: &str) -> Option<Tag> {
    Some(match lower {
        "'s" => Tag::Part,
        "n't" | "not" => Tag::Part,
        "'re" | "'ve" | "'ll" | "'d" | "'m" | "ca" | "wo" => Tag::Aux,
        "to" => Tag::Part,
        _ => return None,
    })
}

/// `endorses` from `endorse`: the tag of the word without its `s`.
fn by_base(lower: &str, lexicons: &Lexicons) -> Option<Tag> {
    let base = lower.strip_suffix('s')?;
    let tag = lexicons
        .tag(base)
        .or_else(|| lexicons.tag(base.strip_suffix('e')?))?;
    matches!(tag, Tag::Verb | Tag::Noun).then_some(tag)
}

fn by_shape(lower: &str, capital: bool) -> Tag {
    let ends = |list: &[&str]| list.iter().any(|it| lower.ends_with(it));
    if capital {
        Tag::Propn
    } else if lower.contains('-') {
        Tag::Adj
    } else if ends(&["ly"]) {
        Tag::Adv
    } else if ends(&["ed", "ing", "ise", "ize", "ised", "ized"]) {
        Tag::Verb
    } else if ends(&[
        "ous", "ful", "able", "ible", "ic", "al", "ive", "less", "ish",
    ]) {
        Tag::Adj
    } else {
        Tag::Noun
    }
}

/// `white house` in capitals is one name, whatever its words are alone.
fn lock_names(words: &mut [Word<'_>], locked: &mut [bool], lexicons: &Lexicons) {
    for at in 0..words.len() {
        for len in 2..=3 {
            let Some(run) = words.get(at..at + len) else {
                continue;
            };
            if !run.iter().all(|it| is_capital(it.text)) {
                continue;
            }
            let name = run
                .iter()
                .map(|it| it.lower.as_str())
                .collect::<Vec<_>>()
                .join(" ");
            if lexicons.is_proper_name(&name) {
                for idx in at..at + len {
                    words[idx].tag = Tag::Propn;
                    locked[idx] = true;
                }
            }
        }
    }
}

fn transform(words: &mut [Word<'_>], locked: &[bool], lexicons: &Lexicons) {
    for at in 0..words.len() {
        if locked[at] || words[at].tag == Tag::Propn {
            continue;
        }
        let rule = lexicons
            .tag_rules(words[at].tag)
            .iter()
            .find(|rule| rule.conditions.iter().all(|it| holds(words, at, it)));
        if let Some(rule) = rule {
            words[at].tag = rule.to;
        }
    }
}

fn holds(words: &[Word<'_>], at: usize, condition: &Condition) -> bool {
    let there = |distance: isize| at.checked_add_signed(distance).and_then(|it| words.get(it));
    match condition {
        Condition::Word(distance, word) => there(*distance).is_some_and(|it| it.lower == *word),
        Condition::Tagged(distance, tag) => there(*distance).is_some_and(|it| it.tag == *tag),
        Condition::AnyTagged(reach, tag) => {
            let range = if *reach > 0 { 1..=*reach } else { *reach..=-1 };
            range
                .into_iter()
                .any(|it| there(it).is_some_and(|it| it.tag == *tag))
        }
        Condition::Between(before, after) => {
            there(-1).is_some_and(|it| it.tag == *before)
                && there(1).is_some_and(|it| it.tag == *after)
        }
    }
}

/// What stands around a word tells of a verb more surely than the rules do.
fn repair_verbs(words: &mut [Word<'_>], lexicons: &Lexicons) {
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
            && matches!(words[at - 1].lower.as_str(), "the" | "a" | "an");
        if held
            && words[at].tag == Tag::Verb
            && words[at].lower == lexicons.lemma(&words[at].lower, Tag::Verb)
        {
            words[at].tag = Tag::Noun;
        }
        if is_progressive(words, at)
            || is_bare_verb(words, at)
            || is_plain_present(words, at, lexicons)
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

/// The rules turn some plain verbs into nouns after a name; a form that can only be a past tense
/// stays a verb.
fn restore_cues(words: &mut [Word<'_>], before: &[Tag]) {
    for (word, tag) in words.iter_mut().zip(before) {
        let past = matches!(word.lower.as_str(), "said" | "says" | "told" | "added");
        if past || *tag == Tag::Verb && word.tag == Tag::Noun && word.lower.ends_with("ed") {
            word.tag = Tag::Verb;
        }
    }
}

//! Statements about what is known and how: evidence asserted, not given, denied, assessed.
//!
//! A cue is a pattern over words and lemmas (`evidence.tsv`); the statement is its clause. At one
//! place the first cue of the list wins.

use std::ops::Range;

use super::names;
use super::words::{Tag, Word};
use crate::lexicon::{EvidenceCue, Lexicons, Step};
use crate::model::{Evidence, EvidenceKind, Span, Voice};

/// Words before and after a cue that its clause may take.
const REACH_LEFT: usize = 16;
const REACH_RIGHT: usize = 40;

/// Evidence statements in reading order. `quoted` are the marked quotations.
pub fn evidence(
    text: &str,
    words: &[Word<'_>],
    quoted: &[Span],
    lexicons: &Lexicons,
) -> Vec<Evidence> {
    let mut res: Vec<Evidence> = Vec::new();
    let mut taken_until = 0;
    for at in 0..words.len() {
        if at < taken_until {
            continue;
        }
        let found = lexicons
            .evidence_cues()
            .iter()
            .find_map(|cue| Some((cue, cue_end(words, at, cue)?)));
        let Some((cue, end)) = found else { continue };
        taken_until = end;
        let Some(kind) = cue.kind.filter(|it| says(words, at, end, *it)) else {
            continue;
        };
        let clause = clause(words, quoted, at, end);
        let span = names::span(text, words, &clause);
        let cue_span = names::span(text, words, &(at..end));
        res.push(Evidence {
            span,
            kind,
            cue: cue_span,
            voice: if quoted.iter().any(|it| it.covers(cue_span)) {
                Voice::Quoted
            } else {
                Voice::Writer
            },
            about: (clause.end > end + 1).then(|| names::span(text, words, &(end..clause.end))),
        });
    }
    res
}

/// End of the cue that starts at word `at`.
fn cue_end(words: &[Word<'_>], at: usize, cue: &EvidenceCue) -> Option<usize> {
    if cue.unless_negated && is_negated(words, at) {
        return None;
    }
    let block = words[at].block;
    steps_end(words, at, block, &cue.steps)
}

fn steps_end(words: &[Word<'_>], at: usize, block: usize, steps: &[Step]) -> Option<usize> {
    let Some((step, rest)) = steps.split_first() else {
        return Some(at);
    };
    match step {
        Step::Word(choices) => {
            let word = words.get(at).filter(|it| it.block == block)?;
            let fits = choices
                .iter()
                .any(|it| word.lower == *it || word.lemma == *it);
            fits.then(|| steps_end(words, at + 1, block, rest))
                .flatten()
        }
        Step::Skip(most) => (0..=*most).find_map(|n| {
            let passed = words.get(at..at + n)?;
            let inside = passed
                .iter()
                .all(|it| it.block == block && !matches!(it.text, "." | "?" | "!" | ";" | ":"));
            inside
                .then(|| steps_end(words, at + n, block, rest))
                .flatten()
        }),
    }
}

/// The cue is a verb or noun of that sense where it stands.
fn says(words: &[Word<'_>], start: usize, end: usize, kind: EvidenceKind) -> bool {
    let withholds = kind == EvidenceKind::Denial && withholds(words, start);
    // `Proof of Stake Coin` is a name.
    let names = kind == EvidenceKind::AssertsEvidence && words[start].tag == Tag::Propn;
    !withholds && !names && !is_attributive(words, end - 1) && !is_supposed(words, start)
}

/// `if they had nothing to do with it`, `asked whether there is evidence`: nobody says that it is so.
fn is_supposed(words: &[Word<'_>], at: usize) -> bool {
    const REACH: usize = 5;
    let before = words[at.saturating_sub(REACH)..at].iter().rev();
    let mut clause = before.take_while(|it| it.block == words[at].block && it.tag != Tag::Punct);
    clause.any(|it| matches!(it.lower.as_str(), "if" | "whether" | "unless"))
}

/// What is kept from somebody, and never said to be untrue.
const WITHHELD: [&str; 10] = [
    "access",
    "bail",
    "benefit",
    "care",
    "coverage",
    "entry",
    "permission",
    "service",
    "treatment",
    "visa",
];

/// `deny the town the right to vote`, `was denied entry`: kept from somebody, not said to be untrue.
fn withholds(words: &[Word<'_>], at: usize) -> bool {
    let is = |at: usize, tags: &[Tag]| words.get(at).is_some_and(|it| tags.contains(&it.tag));
    if words[at].lemma != "deny" {
        return false;
    }
    let is_passive = words[at.saturating_sub(3)..at]
        .iter()
        .any(|it| matches!(it.lemma.as_str(), "be" | "get"));
    if is_passive && words[at].lower == "denied" {
        return is(at + 1, &[Tag::Det, Tag::Noun, Tag::Adj]);
    }
    // `benefits denied to them`, but `denied to reporters that`.
    let lower = |at: usize| words.get(at).map(|it| it.lower.as_str());
    if lower(at) == Some("denied") && lower(at + 1) == Some("to") {
        return !(at + 2..at + 6).any(|it| lower(it) == Some("that"));
    }
    // Somebody, then what is kept from him.
    let mut after = at + 1;
    if is(after, &[Tag::Pron]) {
        return is(after + 1, &[Tag::Det, Tag::Noun, Tag::Adj]);
    }
    while is(after, &[Tag::Det]) {
        after += 1;
    }
    let named = after;
    while is(after, &[Tag::Noun, Tag::Propn, Tag::Adj]) {
        after += 1;
    }
    // `deny service to somebody`, or plain `deny service`.
    let kept = words
        .get(after.saturating_sub(1))
        .map(|it| it.lemma.as_str());
    after > named
        && (is(after, &[Tag::Det])
            || lower(after) == Some("to")
            || named == at + 1 && kept.is_some_and(|it| WITHHELD.contains(&it)))
}

/// `one confirmed release`, `not just verified accounts`: stands before its noun and says nothing.
fn is_attributive(words: &[Word<'_>], at: usize) -> bool {
    let tag = |at: Option<usize>| at.and_then(|it| words.get(it)).map(|it| it.tag);
    let is_participle = words[at].lower.ends_with("ed") && words[at].lower != words[at].lemma;
    if !is_participle || tag(Some(at + 1)) != Some(Tag::Noun) {
        return false;
    }
    let mut before = at.checked_sub(1);
    while tag(before) == Some(Tag::Adv) {
        before = before.and_then(|it| it.checked_sub(1));
    }
    match tag(before) {
        Some(Tag::Det | Tag::Num | Tag::Adj | Tag::Adp | Tag::Part) => true,
        Some(_) | None => false,
    }
}

fn is_negated(words: &[Word<'_>], at: usize) -> bool {
    words[at.saturating_sub(3)..at].iter().any(|it| {
        matches!(
            it.lower.as_str(),
            "not" | "n't" | "never" | "neither" | "nor" | "cannot" | "no"
        )
    })
}

/// A mark or conjunction that stands between clauses: no preposition, nothing inside a list of
/// nouns (`the port, the union and the town`).
fn parts_clauses(words: &[Word<'_>], at: usize) -> bool {
    let nominal = |at: usize| {
        words
            .get(at)
            .is_some_and(|it| matches!(it.tag, Tag::Noun | Tag::Propn | Tag::Det))
    };
    match words[at].tag {
        Tag::Sconj => !matches!(
            words[at].lower.as_str(),
            "on" | "in" | "at" | "of" | "by" | "for" | "with" | "from" | "to"
        ),
        Tag::Cconj => !(words[at].lower == "and" && at > 0 && nominal(at - 1) && nominal(at + 1)),
        Tag::Punct => {
            let lists = (at + 1..at + 7)
                .take_while(|it| {
                    let joins = words.get(*it).is_some_and(|it| it.tag == Tag::Cconj);
                    nominal(*it) || joins
                })
                .any(|it| words[it].lower == "and");
            !(words[at].text == "," && at > 0 && nominal(at - 1) && lists)
        }
        _ => false,
    }
}

/// The cue with its subject and what follows, up to the next mark or quotation edge.
fn clause(words: &[Word<'_>], quoted: &[Span], start: usize, end: usize) -> Range<usize> {
    let block = words[start].block;
    let quotation_of = |at: usize| quoted.iter().position(|it| it.covers(words[at].span));
    let mut left = start;
    while let Some(before) = left.checked_sub(1) {
        let word = &words[before];
        let stops = word.block != block
            || parts_clauses(words, before)
            || start - before > REACH_LEFT
            || quotation_of(before) != quotation_of(start);
        if stops {
            break;
        }
        left = before;
    }
    let mut right = end;
    while let Some(word) = words.get(right) {
        let stops = word.block != block
            || matches!(
                word.text,
                "." | "," | "?" | "!" | ";" | "”" | "\"" | "—" | "--" | "…"
            )
            || right - end >= REACH_RIGHT
            || quotation_of(right) != quotation_of(end - 1);
        if stops {
            break;
        }
        right += 1;
    }
    // A mark that opens after the clause is not the clause's; one that closes inside it is.
    while right > end && matches!(words[right - 1].text, "“" | "\"" | "‘" | "[" | "(") {
        right -= 1;
    }
    let ends_quoted = quotation_of(end - 1).is_some() && quotation_of(start).is_none();
    let closes = words
        .get(right)
        .is_some_and(|it| matches!(it.text, "”" | "\""));
    if ends_quoted && closes {
        right += 1;
    }
    left..right
}

#[cfg(test)]
mod tests {
    use crate::annotate::tests::written;
    use crate::lexicon::Lexicons;
    use crate::model::EvidenceKind;

    /// Kind and cue of each statement.
    #[track_caller]
    fn check(shown: &str, wanted: &[(EvidenceKind, &str)]) {
        let article = written(shown);
        let found = crate::annotate::article(&article, &[], Lexicons::english());
        let statements = found.evidence.iter();
        let statements: Vec<(EvidenceKind, &str)> = statements
            .map(|it| (it.kind, it.cue.of(&article.text)))
            .collect();
        assert_eq!(statements, wanted);
    }

    #[test]
    fn to_deny_somebody_something_is_no_denial() {
        check("The law sought to deny Skarne the right to fish.", &[]);
        check("The crew was denied entry at the port.", &[]);
        check("The law lets shops deny service to pilots.", &[]);
        check("The law lets shops deny service.", &[]);
        check("They denied him a lawyer.", &[]);
        let denial = EvidenceKind::Denial;
        check("The mayor denied the claim.", &[(denial, "denied")]);
        check("Skarne sought to deny involvement.", &[(denial, "deny")]);
        check("All claims were denied by the port.", &[(denial, "denied")]);
    }

    #[test]
    fn what_is_only_supposed_is_no_statement() {
        check(
            "The mayor would pay if Skarne had nothing to do with the leak.",
            &[],
        );
        check("They asked whether there is evidence of a leak.", &[]);
        check("The pilots want the pay denied to them last year.", &[]);
        let denial = (EvidenceKind::Denial, "denied");
        check(
            "The mayor denied to reporters that the wall leaks.",
            &[denial],
        );
    }

    #[test]
    fn a_participle_before_its_noun_says_nothing() {
        check("There was one confirmed leak in the wall.", &[]);
        let confirmed = (EvidenceKind::AssertsEvidence, "confirmed");
        check("The port also confirmed leaks in the wall.", &[confirmed]);
    }

    #[test]
    fn a_name_is_no_proof() {
        check("They lost money in a token, Proof of Luck, on Monday.", &[]);
        check(
            "They found proof of fraud.",
            &[(EvidenceKind::AssertsEvidence, "proof of")],
        );
    }
}

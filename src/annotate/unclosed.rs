//! Where an unclosed quotation ends because the writer's own cue follows a comma.

use super::words::{Tag, Word};
use crate::lexicon::{Lexicons, ReportingVerb};
use crate::model::Span;

/// Words of a name with its roles beside a cue.
const LONGEST_NAME: usize = 12;

/// The byte after the comma; `rest` is what stands after the opening mark.
pub fn end_before_cue(words: &[Word<'_>], lexicons: &Lexicons, rest: Span) -> Option<usize> {
    let from = words.partition_point(|it| it.span.start() < rest.start());
    let words: Vec<&Word<'_>> = words[from..]
        .iter()
        .take_while(|it| it.span.end() <= rest.end())
        .collect();
    let speaks = |at: usize| {
        words.get(at).is_some_and(|it| {
            lexicons
                .reporting_verb(&it.lemma)
                .is_some_and(ReportingVerb::beside_quotation)
        })
    };
    words.iter().enumerate().find_map(|(at, word)| {
        if word.text != "," {
            return None;
        }
        let n_name = name_len(&words[at + 1..]);
        let name_first = n_name > 0 && speaks(at + 1 + n_name);
        // `, the mayor said that …`: the speaker reports it.
        let reports = words
            .get(at + 2 + n_name)
            .is_some_and(|it| it.lower == "that" || it.tag == Tag::Num);
        let name_first = name_first && !reports;
        // `, said grandmother Agnes Bellow`
        let verb_first = speaks(at + 1)
            && words.get(at + 2).is_some_and(|it| {
                it.tag == Tag::Propn
                    || matches!(
                        it.lower.as_str(),
                        "he" | "she" | "they" | "the" | "a" | "an"
                    )
                    || lexicons.role(&it.lemma).is_some()
                    || words.get(at + 3).is_some_and(|it| it.tag == Tag::Propn)
            });
        (name_first || verb_first).then(|| word.span.end())
    })
}

fn name_len(words: &[&Word<'_>]) -> usize {
    words
        .iter()
        .take(LONGEST_NAME)
        .take_while(|it| {
            matches!(
                it.tag,
                Tag::Propn | Tag::Noun | Tag::Det | Tag::Adj | Tag::Part
            ) || matches!(it.lower.as_str(), "he" | "she" | "they")
        })
        .count()
}

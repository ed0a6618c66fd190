//! Words that take a side: `loaded_terms.tsv` matched over words and lemmas.
//!
//! ```text
//! The regime slammed “reckless” plans.   regime: label · slammed: reporting verb, if it is a cue
//!                                        reckless: judgment, quoted
//! ```
//! The part of speech must fit the category (`hit the wall` is no reporting verb), names are none
//! (`Terror Island`), and of two terms at one place the longest wins. Reported speech is the
//! outlet's own wording: nobody else's words are shown there.

use super::names;
use super::words::{Tag, Word};
use crate::lexicon::{Lexicons, LoadedTerm};
use crate::model::{Quotation, Span, Voice, Wording, WordingCategory};

/// What the terms are looked for in.
pub struct Material<'a> {
    pub text: &'a str,
    pub words: &'a [Word<'a>],
    /// Insides of marks.
    pub quoted: &'a [Span],
    pub quotations: &'a [Quotation],
    /// Block of the headline, where capitals make no names.
    pub headline: Option<usize>,
    pub lexicons: &'a Lexicons,
}

/// All such expressions of headline, dek and prose, in reading order.
pub fn wording(material: &Material<'_>) -> Vec<Wording> {
    let mut res = Vec::new();
    let mut at = 0;
    while at < material.words.len() {
        let Some((term, n_words)) = material.term(at) else {
            at += 1;
            continue;
        };
        let span = names::span(material.text, material.words, &(at..at + n_words));
        at += n_words;
        let Some(category) = term.category else {
            continue;
        };
        res.push(Wording {
            span,
            category,
            voice: if material.quoted.iter().any(|it| it.covers(span)) {
                Voice::Quoted
            } else {
                Voice::Writer
            },
            neutral: term.neutral,
        });
    }
    res
}

impl<'a> Material<'a> {
    /// The longest term that starts at word `at`, and how many words it takes.
    fn term(&self, at: usize) -> Option<(&'a LoadedTerm, usize)> {
        let word = &self.words[at];
        if word.tag == Tag::Punct || self.is_name(at) {
            return None;
        }
        let verb = self.lexicons.lemma(&word.lower, Tag::Verb);
        let noun = self.lexicons.lemma(&word.lower, Tag::Noun);
        let part = word.lower.rfind('-').map(|it| &word.lower[it..]);
        let mut starts = vec![word.lower.as_str(), verb.as_str(), noun.as_str()];
        starts.dedup();
        starts.extend(part.filter(|it| it.len() < word.lower.len()));
        let terms = starts
            .iter()
            .flat_map(|it| self.lexicons.loaded_terms(it).iter());
        terms
            .filter(|it| self.fits(it, at))
            .max_by_key(|it| it.words.len())
            .map(|it| (it, it.words.len()))
    }

    fn fits(&self, term: &LoadedTerm, at: usize) -> bool {
        let word = &self.words[at];
        let rest = self.words.get(at + 1..).unwrap_or_default();
        let rest_fits = term.words.len() <= rest.len() + 1
            && term.words[1..].iter().zip(rest).all(|(wanted, it)| {
                it.block == word.block && (it.lower == *wanted || it.lemma == *wanted)
            });
        rest_fits && self.is_used_so(term, at) && (!term.only_as_cue || self.is_cue(word))
    }

    /// The first word has the part of speech and the form that the term needs.
    fn is_used_so(&self, term: &LoadedTerm, at: usize) -> bool {
        let word = &self.words[at];
        let first = term.words[0];
        let is_verb = || {
            self.lexicons.lemma(&word.lower, Tag::Verb) == first
                && (word.tag == Tag::Verb
                    || word.tag == Tag::Adj && word.lower != first
                    || word.tag == Tag::Propn && word.lower != first)
        };
        let is_noun = || {
            self.lexicons.lemma(&word.lower, Tag::Noun) == first
                && matches!(word.tag, Tag::Noun | Tag::Adj | Tag::Propn)
        };
        let is_written = || word.lower == first;
        if first.starts_with('-') {
            return true;
        }
        let Some(category) = term.category else {
            return is_verb() || is_written();
        };
        match category {
            WordingCategory::ReportingVerb | WordingCategory::LoadedVerb => is_verb(),
            WordingCategory::LoadedNoun if term.words.len() == 1 => is_noun(),
            WordingCategory::Label => is_noun() || is_written() && word.tag != Tag::Verb,
            WordingCategory::LoadedAdjective => {
                is_written() && matches!(word.tag, Tag::Adj | Tag::Verb | Tag::Adv | Tag::Propn)
            }
            WordingCategory::LoadedNoun
            | WordingCategory::Intensifier
            | WordingCategory::Euphemism
            | WordingCategory::Judgment => {
                is_written() || is_noun() || word.tag == Tag::Verb && is_verb()
            }
        }
    }

    fn is_cue(&self, word: &Word<'_>) -> bool {
        let mut cues = self.quotations.iter().filter_map(|it| it.cue);
        cues.any(|it| it.span.overlaps(word.span))
    }

    fn is_name(&self, at: usize) -> bool {
        self.words[at].tag == Tag::Propn && self.headline != Some(self.words[at].block)
    }
}

#[cfg(test)]
mod tests {
    use crate::annotate::tests::written;
    use crate::lexicon::Lexicons;
    use crate::model::{BlockKind, Voice};

    /// Each expression as `category: words`, quoted ones in marks.
    #[track_caller]
    fn check(shown: &str, wanted: &[&str]) {
        let article = written(shown);
        let found: Vec<String> = crate::annotate::article(&article, &[], Lexicons::english())
            .wording
            .iter()
            .map(|it| {
                let words = it.span.of(&article.text);
                match it.voice {
                    Voice::Writer => format!("{:?}: {words}", it.category),
                    Voice::Quoted => format!("{:?}: “{words}”", it.category),
                }
            })
            .collect();
        assert_eq!(found, wanted);
    }

    #[test]
    fn words_inside_marks_are_their_speakers() {
        check(
            "The regime shut the gate. “It was a reckless act,” Ada Ruiz said.",
            &["Label: regime", "Judgment: “reckless”"],
        );
    }

    #[test]
    fn a_plain_sentence_has_no_loaded_words() {
        check(
            "The port closed the gate on Monday. Ada Ruiz said that it will open in May.",
            &[],
        );
    }

    #[test]
    fn a_reporting_verb_counts_where_it_says_that_somebody_spoke() {
        check(
            "Ada Ruiz claimed that the wall holds.",
            &["ReportingVerb: claimed"],
        );
        check("The group claimed responsibility for the raid.", &[]);
        check("The crew of twelve maintained the gate.", &[]);
    }

    #[test]
    fn a_verb_is_matched_in_all_its_forms_and_by_all_its_words() {
        check(
            "Prices plunged when the storm wreaked havoc.",
            &["LoadedVerb: plunged", "LoadedVerb: wreaked havoc"],
        );
        check("The plunge pool is open.", &[]);
    }

    #[test]
    fn names_are_not_loaded() {
        check("They sailed to Terror Island.", &[]);
        check(
            "The raid spread terror in the port.",
            &["LoadedNoun: terror"],
        );
    }

    #[test]
    fn the_last_part_of_a_compound_counts() {
        check(
            "They met in the war-torn port.",
            &["LoadedAdjective: war-torn"],
        );
        check("They met in the well-kept port.", &[]);
    }

    #[test]
    fn furniture_is_not_read() {
        let mut article = written("The port is calm.¶Regime slams reckless rebels.");
        article.blocks[1].kind = BlockKind::Furniture(crate::model::FurnitureKind::Related);
        let found = crate::annotate::article(&article, &[], Lexicons::english());
        assert!(found.wording.is_empty());
    }
}

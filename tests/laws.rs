//! Laws over generated articles: what must hold for any text, any set and any order.
//!
//! The same cases in every run; `PROPTEST_CASES` and `PROPTEST_RNG_SEED` try others.

mod common;
#[path = "common/laws.rs"]
mod laws;
#[path = "common/texts.rs"]
mod texts;

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use common::compared;
use crossread::model::{Attribution, Comparison, Story, Verdict};
use texts::inputs;

fn config(cases: u32) -> ProptestConfig {
    let asked = ProptestConfig::default();
    ProptestConfig {
        cases: match std::env::var_os("PROPTEST_CASES") {
            Some(_) => asked.cases,
            None => cases,
        },
        rng_seed: match asked.rng_seed {
            RngSeed::Random => RngSeed::Fixed(2031),
            RngSeed::Fixed(seed) => RngSeed::Fixed(seed),
        },
        failure_persistence: None,
        ..asked
    }
}

/// Words that steer the analysis, marks, and white space of all kinds.
const SCRAPS: [&str; 46] = [
    "“",
    "”",
    "\"",
    "‘",
    "’",
    "'",
    "«",
    "»",
    "„",
    "``",
    "[",
    "]",
    "(",
    ")",
    "…",
    "...",
    ",",
    ".",
    "?",
    "!",
    ":",
    "—",
    "--",
    "\n",
    "\n\n",
    "\r\n",
    "\u{a0}",
    " ",
    " ",
    "said",
    "Ruiz",
    "Ada Ruiz",
    "he",
    "she",
    "told reporters",
    "according to",
    "dozens of",
    "1,000",
    "barges",
    "evidence",
    "did not provide",
    "confirmed",
    "We assess that",
    "Mr.",
    "né\u{301}e",
    "海😀",
];

fn soup() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&SCRAPS[..]), 0..120).prop_map(|it| {
        let mut res = String::new();
        for scrap in it {
            res.push_str(scrap);
            if scrap.len() > 3 {
                res.push(' ');
            }
        }
        res
    })
}

const SAID: [&str; 10] = [
    "We opened the second gate at noon because the pumps had failed",
    "Nobody told the harbor master that the ferry was already under way",
    "The old wall was built for smaller tides than the ones we see now",
    "I have walked this pier for thirty years and never felt it shake",
    "The company will pay for every window that the blast has broken",
    "Our divers found a cable that belongs to no ship in this port",
    "There will be no school in the lower town until the water is gone",
    "They asked us to wait for the report and we have waited long enough",
    "The crane did not fall by itself, and somebody knows who moved it",
    "Fishing boats may leave again as soon as the buoys are back in place",
];

const SPEAKERS: [&str; 4] = [
    "Mayor Ada Ruiz",
    "harbor master Josef Brandt",
    "company director Tomas Quill",
    "coast guard spokeswoman Lena Orrick",
];

const TOLD: [&str; 8] = [
    "Rain fell on the lower town until the afternoon.",
    "The port was closed for two days.",
    "About 40 families slept in the school on the hill.",
    "The railway to the north runs again since Tuesday.",
    "Divers searched the basin with lamps.",
    "Shops in the old street sold candles and bread.",
    "The council meets on Friday.",
    "A bell that had hung in the tower for a century was found in the mud.",
];

/// One paragraph: what was said, by whom, and in which frame.
fn paragraph() -> impl Strategy<Value = String> {
    let said = (0..SAID.len(), 0..SPEAKERS.len(), 0..4_usize).prop_map(|(said, speaker, frame)| {
        let (said, speaker) = (SAID[said], SPEAKERS[speaker]);
        let half = said.match_indices(' ').nth(5).map_or(said.len(), |it| it.0);
        match frame {
            0 => format!("“{said},” {speaker} said."),
            1 => format!("{speaker} said: \"{said}.\""),
            2 => format!(
                "“{},” said {speaker}, “{}.”",
                &said[..half],
                said[half..].trim()
            ),
            _ => format!("“{} …,” {speaker} told reporters.", &said[..half]),
        }
    });
    prop_oneof![
        said,
        prop::sample::select(&TOLD[..]).prop_map(str::to_owned)
    ]
}

fn article() -> impl Strategy<Value = String> {
    prop::collection::vec(paragraph(), 1..7).prop_map(|it| it.join("\n\n"))
}

/// Each thing said once: what an article repeats, it may also edit.
fn article_without_repeats() -> impl Strategy<Value = String> {
    prop::sample::subsequence(&SAID[..], 1..6).prop_map(|said| {
        let paragraphs = said.iter().enumerate().map(|(idx, said)| {
            let speaker = SPEAKERS[idx % SPEAKERS.len()];
            format!("{} “{said},” {speaker} said.", TOLD[idx % TOLD.len()])
        });
        paragraphs.collect::<Vec<_>>().join("\n\n")
    })
}

/// Shares no word of meaning with the others.
const UNRELATED: &str = "Museum opens a room of clocks\n\nVisitors heard forty clocks strike eleven. “Every one of them is wound by hand before breakfast,” curator Mia Holm explained.\n";

proptest! {
    #![proptest_config(config(48))]

    #[test]
    fn any_text_is_read(one in any::<String>(), other in any::<String>()) {
        checked(&[("a.txt", &one), ("b.txt", &other)])?;
    }

    #[test]
    fn any_marks_are_read(one in soup(), other in soup()) {
        checked(&[("a.txt", &one), ("b.txt", &other)])?;
    }

    #[test]
    fn an_article_against_itself_has_no_difference(text in article_without_repeats()) {
        let texts = ["Coast Wire", "North Post"].map(|it| format!("outlet: {it}\n\n{text}"));
        let (story, comparison) = checked(&[("a.txt", &texts[0]), ("b.txt", &texts[1])])?;
        let n_said = text.matches('“').count();
        prop_assert_eq!(comparison.utterances.len(), n_said);
        for utterance in &comparison.utterances {
            prop_assert_eq!(utterance.witnesses.len(), 2);
            prop_assert_eq!(utterance.attribution, Attribution::Agrees);
            prop_assert!(utterance.edits.is_empty());
            prop_assert!(utterance.collation.iter().all(|it| it.same));
            let words = utterance.witnesses.iter().map(|it| story.words(it.place));
            let words: Vec<&str> = words.collect();
            prop_assert_eq!(words[0], words[1]);
        }
        prop_assert!(comparison.facts.iter().all(|it| it.verdict <= Verdict::Agrees));
        prop_assert!(comparison.findings.is_empty(), "{:?}", comparison.findings);
    }

    /// Two people may say the same in one article; between its copies nothing more differs.
    #[test]
    fn marks_against_themselves_differ_only_in_themselves(text in soup()) {
        let texts = ["Coast Wire", "North Post"].map(|it| format!("outlet: {it}\n\n{text}"));
        let (_, comparison) = checked(&[("a.txt", &texts[0]), ("b.txt", &texts[1])])?;
        for utterance in &comparison.utterances {
            let in_first = utterance.witnesses.iter().filter(|it| it.place.article.0 == 0);
            let speakers: BTreeSet<Option<usize>> = in_first.map(|it| it.speaker).collect();
            prop_assert!(utterance.attribution != Attribution::Differs || speakers.len() > 1);
        }
    }

    #[test]
    fn the_order_of_the_articles_changes_nothing(a in article(), b in article(), c in soup()) {
        let texts = [("a.txt", a.as_str()), ("b.txt", b.as_str()), ("c.txt", c.as_str())];
        let expected = printed(&texts);
        for order in [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
            prop_assert_eq!(&printed(&order.map(|it| texts[it])), &expected);
        }
    }

    #[test]
    fn an_unrelated_article_changes_no_utterance(a in article(), b in article(), c in article()) {
        let texts = [("a.txt", a.as_str()), ("b.txt", b.as_str()), ("d.txt", c.as_str())];
        let (story, comparison) = checked(&texts)?;
        // Before, between and behind the others.
        for name in ["0.txt", "c.txt", "z.txt"] {
            let mut more = texts.to_vec();
            more.push((name, UNRELATED));
            let (larger, with_more) = checked(&more)?;
            prop_assert_eq!(told(&larger, &with_more), told(&story, &comparison));
        }
    }
}

fn checked(texts: &[(&str, &str)]) -> Result<(Story, Comparison), TestCaseError> {
    let (story, comparison) = compared(&inputs(texts));
    let broken = laws::broken(&story, &comparison);
    prop_assert!(broken.is_empty(), "{}", broken.join("\n"));
    Ok((story, comparison))
}

fn printed(texts: &[(&str, &str)]) -> String {
    let (story, comparison) = compared(&inputs(texts));
    crossread::report::json::comparison(&story, &comparison, &[])
}

/// Utterances by file and words, with what is said of them.
fn told(story: &Story, comparison: &Comparison) -> Vec<String> {
    let utterances = comparison.utterances.iter();
    utterances
        .map(|it| {
            let witnesses: Vec<(&str, &str)> = it
                .witnesses
                .iter()
                .map(|it| {
                    (
                        story.article(it.place.article).file.as_str(),
                        story.words(it.place),
                    )
                })
                .collect();
            let edits: Vec<_> = it.edits.iter().map(|it| (it.to, it.kind)).collect();
            format!("{:?} {witnesses:?} {edits:?}", it.attribution)
        })
        .collect()
}

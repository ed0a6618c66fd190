//! Words that set an outlet apart, on small stories of ours.

mod common;
#[path = "common/texts.rs"]
mod texts;

use common::compared;
use texts::inputs;

/// By article the words with their counts.
fn distinctive(files: &[(&str, &str)]) -> Vec<String> {
    let (story, comparison) = compared(&inputs(files));
    story
        .indices()
        .zip(&comparison.summaries)
        .map(|(article, summary)| {
            let text = &story.article(article).text;
            let words = summary.distinctive.iter();
            let words: Vec<String> = words
                .map(|(span, n)| format!("{} {n}", span.of(text)))
                .collect();
            words.join(", ")
        })
        .collect()
}

#[test]
fn a_word_that_one_outlet_repeats_sets_it_apart() {
    let coast = "Gate\n\nThe gate holds. The wall holds. Boats passed the gate at noon. The crew \
                 slept by the wall while the boats lay there. The gate opens in May.\n";
    let north = "Gate\n\nThe blunder cost the town a gate. It was a blunder of the crew, and the \
                 wall saw it. The blunder closed the boats in. A blunder like this was due, for a blunder \
                 breeds a blunder, and no blunder is small.\n";
    assert_eq!(
        distinctive(&[("coast.txt", coast), ("north.txt", north)]),
        ["", "blunder 7"]
    );
}

#[test]
fn equal_articles_have_none() {
    let text = "Gate\n\nThe gate holds. The gate opens in May. The gate is wide.\n";
    assert_eq!(
        distinctive(&[("coast.txt", text), ("north.txt", text)]),
        ["", ""]
    );
}

#[test]
fn one_article_alone_has_nobody_to_differ_from() {
    let text = "Gate\n\nThe gate holds. The gate opens in May. The gate is wide.\n";
    assert_eq!(distinctive(&[("coast.txt", text)]), [""]);
}

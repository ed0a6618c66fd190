//! Who is said to have said something, under the fullest name that the story prints.

use crate::model::{ArticleIdx, Comparison, Name, Place, Source, Story};

/// The name of a source of the quotation at (article, index into its quotations).
pub fn name<'a>(
    story: &'a Story,
    comparison: &Comparison,
    quotation: (ArticleIdx, usize),
    source: &Source,
) -> &'a str {
    let article = quotation.0;
    let span = match source.name {
        Name::Person(person) => story.annotations(article).people[person].name,
        Name::Words(span) => span,
    };
    let own = story.words(Place { article, span });
    // An article may credit two people with one quotation: the surname tells which is meant.
    comparison
        .speakers
        .iter()
        .filter(|it| it.quotations.contains(&quotation))
        .map(|it| story.words(it.name))
        .find(|it| last_word(it) == last_word(own))
        .unwrap_or(own)
}

fn last_word(name: &str) -> Option<String> {
    name.split_whitespace().next_back().map(str::to_lowercase)
}

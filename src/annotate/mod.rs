//! One article, alone, to its annotations. Cannot fail: odd input gives fewer findings.

mod cues;
mod evidence;
mod marks;
mod names;
mod outer;
mod phrases;
mod quantities;
mod quotations;
mod quoting;
mod salience;
mod sentence;
mod sentences;
mod sources;
mod subjects;
mod tags;
mod tokens;
mod unclosed;
mod words;

use crate::lexicon::Lexicons;
use crate::model::{Annotations, Article, Decision, Span};

/// Finds words, sentences, people, quotations, quantities and evidence statements.
pub fn article(article: &Article, _decisions: &[Decision], lexicons: &Lexicons) -> Annotations {
    let text = article.text.as_str();
    let words = words::words(article, lexicons);
    let readable: Vec<Span> = article.readable().collect();
    let marked = marks::pair(text, &readable, |rest| {
        unclosed::end_before_cue(&words, lexicons, rest)
    });
    let sentences = sentences::sentences(article, &marked, lexicons);
    let outer = outer::outer(&words, &marked, &sentences);
    let people = names::people(text, &words, lexicons);
    let headline = article
        .headline()
        .and_then(|it| readable.iter().position(|span| *span == it));
    let mut resolver = sources::Resolver::new(text, &words, &people, lexicons, &outer);
    let quotations = quotations::quotations(&mut resolver, &marked, &outer, headline);
    let quoted: Vec<Span> = marked.iter().map(|it| it.inner).collect();
    Annotations {
        quantities: quantities::quantities(text, &words, &quoted, lexicons),
        evidence: evidence::evidence(text, &words, &quoted, lexicons),
        tokens: tokens::tokens(&words),
        sentences,
        people: people.list,
        quotations,
    }
}

//! Facts side by side: one slot a row, what each outlet has in it.
//!
//! A slot is an act with who does it and whom it meets, and its time, place or reason; a count with
//! its unit and act; what a person is called; who is credited; what a party answers. Slots are
//! found by event, never by one shared word, and what cannot be compared is no row.

mod ages;
mod alike;
mod answers;
mod counts;
mod credits;
mod events;
mod homes;
mod keys;
mod labels;
mod lists;
mod moments;
mod namesakes;
mod nearest;
mod opposites;
mod ranges;
mod rows;
mod sites;
mod titles;
mod vague;
mod values;

use std::collections::BTreeMap;

use super::likeness::Counts;
use super::people::Speakers;
use crate::lexicon::Lexicons;
use crate::model::{
    ArticleIdx, FactCell, FactKind, FactRow, Passage, Place, Span, Story, Utterance, Verdict,
};

/// What the rows are made from.
pub struct Material<'a> {
    pub story: &'a Story,
    pub lexicons: &'a Lexicons,
    pub utterances: &'a [Utterance],
    pub passages: &'a [Passage],
    pub speakers: &'a Speakers,
    pub counts: &'a Counts,
}

/// All rows, by the place of their first cells.
pub fn rows(material: &Material<'_>) -> Vec<FactRow> {
    let mut res = counts::rows(material);
    let lists = lists::rows(material, &res);
    res.extend(lists);
    let alike = alike::rows(material, &res);
    res.extend(alike);
    res.extend(ages::rows(material));
    let mut told: Vec<FactRow> = Vec::new();
    for event in events::events(material) {
        told.extend(rows::rows(material, &event));
    }
    for row in moments::rows(material) {
        join(&mut told, row);
    }
    for row in namesakes::rows(material) {
        join(&mut told, row);
    }
    told.retain(|row| !res.iter().any(|it| is_within(it, row)));
    res.extend(few_a_sentence(material, told));
    res.extend(credits::rows(material));
    res.extend(titles::rows(material));
    res.extend(answers::rows(material));
    res.extend(homes::rows(material));
    res.extend(opposites::rows(material));
    for row in res.iter_mut().filter(|it| it.verdict == Verdict::Refines) {
        if says_one(material.story, row) {
            row.verdict = Verdict::Agrees;
        }
    }
    res.sort_by(|a, b| {
        let place = |it: &FactRow| it.cells.first().map(|cell| (cell.article, cell.spans[0]));
        (place(a), a.kind, &a.label).cmp(&(place(b), b.kind, &b.label))
    });
    nearest::add(material, &mut res);
    res
}

/// Adds a row of times or places that differ, to the row that has one of them already.
fn join(rows: &mut Vec<FactRow>, new: FactRow) {
    let shares = |row: &&mut FactRow| {
        row.kind == new.kind && row.places().any(|it| new.places().any(|other| it == other))
    };
    let Some(known) = rows.iter_mut().find(shares) else {
        rows.push(new);
        return;
    };
    for cell in new.cells {
        if known.cells.iter().all(|it| it.article != cell.article) {
            known.cells.push(cell);
            known.verdict = new.verdict;
            known.rule = new.rule;
        }
    }
    known.cells.sort_by_key(|it| it.article);
}

/// All cells have the same words, case and marks aside.
fn says_one(story: &Story, row: &FactRow) -> bool {
    let words = |cell: &FactCell| -> Option<String> {
        let (article, span) = (cell.article, *cell.spans.first()?);
        let letters = story.words(Place { article, span }).chars();
        let plain = letters.filter(|it| it.is_alphanumeric());
        Some(plain.flat_map(char::to_lowercase).collect())
    };
    let mut cells = row.cells.iter().map(words);
    let first = cells.next().flatten();
    first.is_some() && cells.all(|it| it == first)
}

/// Each value of `count` stands in a cell of `row`, and no other outlet has one.
fn is_within(count: &FactRow, row: &FactRow) -> bool {
    count.kind == FactKind::Quantity
        && count.cells.len() >= row.cells.len()
        && row.cells.iter().all(|cell| {
            count.cells.iter().any(|it| {
                it.article == cell.article && cell.spans.iter().any(|span| span.covers(it.spans[0]))
            })
        })
}

/// Rows that agree on what one sentence tells, that a reader is shown.
const MOST_OF_SENTENCE: usize = 3;

/// Without the rows that agree on more of a sentence that others are already of: those that name
/// somebody come first.
fn few_a_sentence(material: &Material<'_>, mut rows: Vec<FactRow>) -> Vec<FactRow> {
    let story = material.story;
    rows.sort_by_key(|row| {
        let is_named = row.cells.first().is_some_and(|it| {
            !keys::names(story, material.lexicons, it.article, it.spans[0]).is_empty()
        });
        let place = row.cells.first().map(|it| (it.article, it.spans[0]));
        (std::cmp::Reverse((row.cells.len(), is_named)), place)
    });
    let mut n_of: BTreeMap<(ArticleIdx, Span), usize> = BTreeMap::new();
    rows.retain(|row| {
        let is_plain = row.kind == FactKind::Other && row.verdict == Verdict::Agrees;
        let sentences: Vec<(ArticleIdx, Span)> = row
            .cells
            .iter()
            .filter_map(|cell| {
                let mut all = story.annotations(cell.article).sentences.iter();
                let sentence = all.find(|it| it.overlaps(cell.spans[0]))?;
                Some((cell.article, *sentence))
            })
            .collect();
        let is_full =
            |it: &&(ArticleIdx, Span)| n_of.get(it).is_some_and(|n| *n >= MOST_OF_SENTENCE);
        if is_plain && sentences.iter().filter(is_full).count() > 1 {
            return false;
        }
        for sentence in sentences {
            *n_of.entry(sentence).or_default() += 1;
        }
        true
    });
    rows
}

//! Facts side by side: one slot a row, what each outlet has in it.
//!
//! A slot is an act with who does it and whom it meets, and its time, place or reason; a count with
//! its unit and act; what a person is called; who is credited; what a party answers. Slots are
//! found by event, never by one shared word, and what cannot be compared is no row.

mod answers;
mod counts;
mod credits;
mod events;
mod keys;
mod labels;
mod nearest;
mod rows;
mod sites;
mod titles;
mod values;

use super::duplicates::Outlets;
use super::likeness::Counts;
use super::people::Speakers;
use crate::lexicon::Lexicons;
use crate::model::{FactKind, FactRow, Passage, Story, Utterance};

/// What the rows are made from.
pub struct Material<'a> {
    pub story: &'a Story,
    pub lexicons: &'a Lexicons,
    pub utterances: &'a [Utterance],
    pub passages: &'a [Passage],
    pub speakers: &'a Speakers,
    pub counts: &'a Counts,
    pub outlets: &'a Outlets,
}

/// All rows, by the place of their first cells.
pub fn rows(material: &Material<'_>) -> Vec<FactRow> {
    let mut res = counts::rows(material);
    for event in events::events(material) {
        let found = rows::rows(material, &event);
        let is_new = |row: &FactRow| !res.iter().any(|it| is_within(it, row));
        let found: Vec<FactRow> = found.into_iter().filter(is_new).collect();
        res.extend(found);
    }
    res.extend(credits::rows(material));
    res.extend(titles::rows(material));
    res.extend(answers::rows(material));
    res.sort_by(|a, b| {
        let place = |it: &FactRow| it.cells.first().map(|cell| (cell.article, cell.spans[0]));
        (place(a), a.kind, &a.label).cmp(&(place(b), b.kind, &b.label))
    });
    nearest::add(material.story, &mut res);
    res
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

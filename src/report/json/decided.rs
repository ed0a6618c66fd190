//! What the reader rejected and noted, and what became of each decision.

use super::Writer;
use super::shapes::{FindingRow, NoteRow, StandingRow};
use crate::model::Noted;
use crate::report::names::{article_id, finding_id, rejected_id, utterance_id};

impl<'a> Writer<'a> {
    pub fn rejected(&self) -> Vec<FindingRow<'a>> {
        let rows = self.comparison.rejected.iter().enumerate();
        rows.map(|(idx, it)| self.finding(rejected_id(idx), idx, it))
            .collect()
    }

    pub fn standings(&self) -> Vec<StandingRow> {
        let standings = self.comparison.standings.iter().zip(1..);
        let rows = standings.map(|(it, decision)| StandingRow {
            decision,
            standing: it.name(),
            reason: it.reason(),
        });
        rows.collect()
    }

    pub fn notes(&self) -> Vec<NoteRow<'a>> {
        let notes = self.comparison.notes.iter();
        notes
            .map(|it| {
                let (on, place) = match it.on {
                    Noted::Article(idx) => (Some(article_id(idx)), None),
                    Noted::Quotation(idx, at) => (Some(self.quotation_id(idx, at)), None),
                    Noted::Words(place) => (None, Some(self.place(place))),
                    Noted::Utterance(idx) => (Some(utterance_id(idx)), None),
                    Noted::Finding(idx) => (Some(finding_id(idx)), None),
                    Noted::Rejected(idx) => (Some(rejected_id(idx)), None),
                };
                NoteRow {
                    on,
                    place,
                    text: &it.text,
                    tags: &it.tags,
                }
            })
            .collect()
    }
}

//! What the reader rejected and noted.

use super::Writer;
use super::shapes::{FindingRow, NoteRow};
use crate::model::Noted;
use crate::report::names::{article_id, finding_id, rejected_id, utterance_id};

impl<'a> Writer<'a> {
    pub fn rejected(&self) -> Vec<FindingRow<'a>> {
        let rows = self.comparison.rejected.iter().enumerate();
        rows.map(|(idx, it)| self.finding(rejected_id(idx), idx, it))
            .collect()
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

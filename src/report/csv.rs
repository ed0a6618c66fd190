//! Tables for spreadsheets: quotations, utterances, facts, evidence, findings, one a file.
//!
//! RFC 4180, UTF-8 with its mark, by which Excel knows it. Offsets are Unicode code points, as in
//! the JSON. A cell that a spreadsheet would take for a formula begins with `'`, as OWASP advises.

use ::csv::{Terminator, WriterBuilder};

use super::edition::Edition;
use super::names::{
    article_id, attribution, confidence, evidence_kind, fact_id, fact_kind, finding_id,
    finding_kind, quotation_kind, utterance_id, verdict, voice,
};
use super::offsets::CodePoints;
use super::phrases;
use crate::model::{Comparison, Place, Story};

/// First characters from which a cell is taken for a formula.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n'];

/// The columns that say where the words of a row stand.
const PLACE: [&str; 7] = [
    "article",
    "outlet",
    "file",
    "paragraph",
    "start",
    "end",
    "words",
];

/// The files that the tables go into.
pub const FILES: [&str; 5] = [
    "quotations.csv",
    "utterances.csv",
    "facts.csv",
    "evidence.csv",
    "findings.csv",
];

/// The tables, each with the name of its file.
pub fn tables(story: &Story, comparison: &Comparison) -> Vec<(&'static str, String)> {
    let tables = Tables {
        edition: Edition::new(story, comparison),
        points: story
            .indices()
            .map(|it| CodePoints::new(&story.article(it).text))
            .collect(),
    };
    let pages = [
        tables.quotations(),
        tables.utterances(),
        tables.facts(),
        tables.evidence(),
        tables.findings(),
    ];
    FILES.into_iter().zip(pages).collect()
}

/// What the tables are made from.
struct Tables<'a> {
    edition: Edition<'a>,
    points: Vec<CodePoints<'a>>,
}

impl Tables<'_> {
    fn quotations(&self) -> String {
        let mut rows = Rows::new(&[&["quotation"], &PLACE, &["kind", "source", "cue"]]);
        let story = self.edition.story;
        let mut number = 0;
        for article in story.indices() {
            for (idx, it) in story.annotations(article).quotations.iter().enumerate() {
                number += 1;
                let span = it.span;
                let mut row = vec![format!("Q{number}")];
                row.extend(self.place(Place { article, span }));
                row.push(quotation_kind(it.kind).to_owned());
                row.push(self.edition.source_names(article, idx).unwrap_or_default());
                let cue = it.cue.map(|it| it.span);
                row.push(cue.map_or_else(String::new, |span| self.words(Place { article, span })));
                rows.push(row);
            }
        }
        rows.finish()
    }

    /// One row for each witness.
    fn utterances(&self) -> String {
        let last = ["fullest", "told", "attribution", "source", "edits"];
        let mut rows = Rows::new(&[&["utterance"], &PLACE, &last]);
        for (idx, utterance) in self.edition.comparison.utterances.iter().enumerate() {
            for (at, witness) in utterance.witnesses.iter().enumerate() {
                let article = witness.place.article;
                let source = self.edition.source_names(article, witness.quotation);
                let edits = utterance.edits.iter().filter(|it| it.to == at);
                let edits: Vec<String> = edits
                    .map(|it| phrases::edit(&self.edition, utterance, it))
                    .collect();
                let mut row = vec![utterance_id(idx)];
                row.extend(self.place(witness.place));
                row.push(yes(at == utterance.base));
                row.push(
                    if witness.reported {
                        "reported"
                    } else {
                        "quoted"
                    }
                    .to_owned(),
                );
                row.push(attribution(utterance.attribution).to_owned());
                row.push(source.unwrap_or_default());
                row.push(edits.join("; "));
                rows.push(row);
            }
        }
        rows.finish()
    }

    /// One row for each place that gives a value.
    fn facts(&self) -> String {
        let mut rows = Rows::new(&[&["fact", "label", "kind", "verdict"], &PLACE, &["rule"]]);
        for (idx, fact) in self.edition.comparison.facts.iter().enumerate() {
            for cell in &fact.cells {
                for span in &cell.spans {
                    let mut row = vec![
                        fact_id(idx),
                        fact.label.clone(),
                        fact_kind(fact.kind).to_owned(),
                        verdict(fact.verdict).to_owned(),
                    ];
                    row.extend(self.place(Place {
                        article: cell.article,
                        span: *span,
                    }));
                    row.push(fact.rule.to_owned());
                    rows.push(row);
                }
            }
        }
        rows.finish()
    }

    fn evidence(&self) -> String {
        let mut rows = Rows::new(&[&["kind", "voice"], &PLACE, &["about"]]);
        let story = self.edition.story;
        for article in story.indices() {
            for it in &story.annotations(article).evidence {
                let span = it.span;
                let mut row = vec![
                    evidence_kind(it.kind).to_owned(),
                    voice(it.voice).to_owned(),
                ];
                row.extend(self.place(Place { article, span }));
                row.push(
                    it.about
                        .map_or_else(String::new, |span| self.words(Place { article, span })),
                );
                rows.push(row);
            }
        }
        rows.finish()
    }

    /// One row for each place that proves a finding.
    fn findings(&self) -> String {
        let first = [
            "finding",
            "rank",
            "kind",
            "difference",
            "confidence",
            "title",
        ];
        let mut rows = Rows::new(&[&first, &PLACE, &["rule"]]);
        for (idx, finding) in self.edition.comparison.findings.iter().enumerate() {
            for place in &finding.places {
                let mut row = vec![
                    finding_id(idx),
                    (idx + 1).to_string(),
                    finding_kind(finding.kind).to_owned(),
                    yes(finding.alert),
                    confidence(finding.confidence).to_owned(),
                    finding.title.clone(),
                ];
                row.extend(self.place(*place));
                row.push(finding.rule.clone());
                rows.push(row);
            }
        }
        rows.finish()
    }

    /// The cells of [`PLACE`].
    fn place(&self, place: Place) -> [String; 7] {
        let [start, end] = self.points[place.article.0].of(place.span);
        let article = self.edition.story.article(place.article);
        let paragraph = self.edition.paragraph(place);
        [
            article_id(place.article),
            article.outlet.name.clone(),
            article.file.clone(),
            paragraph.trim_start_matches("¶\u{a0}").to_owned(),
            start.to_string(),
            end.to_string(),
            self.words(place),
        ]
    }

    fn words(&self, place: Place) -> String {
        self.edition.story.words(place).to_owned()
    }
}

fn yes(is: bool) -> String {
    if is { "yes" } else { "no" }.to_owned()
}

/// The lines of one table.
/// A table while it is written.
pub struct Rows {
    writer: ::csv::Writer<Vec<u8>>,
}

impl Rows {
    pub fn new(columns: &[&[&str]]) -> Self {
        let mut writer = WriterBuilder::new()
            .terminator(Terminator::CRLF)
            .from_writer("\u{feff}".as_bytes().to_vec());
        writer
            .write_record(columns.concat())
            .expect("memory takes it");
        Self { writer }
    }

    pub fn push(&mut self, row: Vec<String>) {
        let cells = row.into_iter().map(safe);
        self.writer
            .write_record(cells)
            .expect("a row has as many cells as the table has columns");
    }

    pub fn finish(self) -> String {
        let bytes = self.writer.into_inner().expect("memory takes it");
        String::from_utf8(bytes).expect("cells are text")
    }
}

fn safe(mut cell: String) -> String {
    if cell.starts_with(FORMULA) {
        cell.insert(0, '\'');
    }
    cell
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        for cell in ["=1+1", "+1", "-1", "@a", "＝1", "\t=1", "\r=1"] {
            assert_eq!(safe(cell.to_owned()), format!("'{cell}"));
        }
        for cell in ["", "1-1", "“=1”", " =1"] {
            assert_eq!(safe(cell.to_owned()), cell);
        }
    }

    #[test]
    fn a_table_is_as_rfc_4180_asks() {
        let mut rows = Rows::new(&[&["a"], &["b"]]);
        rows.push(vec!["x \"y\", z".to_owned(), "two\nlines".to_owned()]);
        assert_eq!(
            rows.finish(),
            "\u{feff}a,b\r\n\"x \"\"y\"\", z\",\"two\nlines\"\r\n"
        );
    }
}

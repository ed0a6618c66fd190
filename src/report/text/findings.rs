//! What to read first, by rank, each with the words that prove it and the rule that made it.

use super::page::Page;
use super::rules::Rules;
use crate::model::FindingKind;
use crate::report::edition::Edition;
use crate::report::phrases;

/// Columns of rank and sign.
const INDENT: usize = 6;

pub fn write(edition: &Edition<'_>, page: &mut Page) {
    let findings = &edition.comparison.findings;
    page.section("Findings", findings.len());
    if findings.is_empty() {
        page.text(0, "No findings in these articles");
        return;
    }
    page.text(
        0,
        "! is a difference to look at; the others complete, refine or reword.",
    );
    let mut rules = Rules::default();
    for (finding, rank) in findings.iter().zip(1..) {
        page.blank();
        let sign = if finding.alert { "!" } else { " " };
        let label = format!("{rank:>3} {sign}");
        page.labeled(0, &label, INDENT - 2, &finding.title);
        page.text(INDENT, &phrases::kind_and_reach(edition, finding));
        if let Some(words) = phrases::said_words(edition, finding) {
            page.text(INDENT, &words);
        }
        for place in &finding.places {
            let label = edition.label(place.article);
            // Its title holds the whole sentence.
            let words = if finding.kind == FindingKind::OnlyHere {
                edition.paragraph(*place)
            } else {
                edition.cited(*place)
            };
            page.labeled(INDENT, label, edition.label_width, &words);
        }
        rules.write(&finding.rule, &rank.to_string(), INDENT, page);
    }
}

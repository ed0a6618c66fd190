//! What to read first, by rank, each with the words that prove it and the rule that made it.

use super::edition::Edition;
use super::page::Page;
use super::rules::Rules;
use crate::model::{Confidence, Finding, FindingKind, Presence, Subject};

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
        page.text(INDENT, &kind_and_reach(edition, finding));
        if let (FindingKind::Attribution, Subject::Utterance(idx)) = (finding.kind, finding.subject)
        {
            let utterance = &edition.comparison.utterances[idx];
            let base = utterance.witnesses[utterance.base].place;
            page.text(INDENT, &format!("Of the words {}", edition.opening(base)));
        }
        for place in &finding.places {
            let label = edition.label(place.article);
            page.labeled(INDENT, label, edition.label_width, &edition.cited(*place));
        }
        rules.write(&finding.rule, &rank.to_string(), INDENT, page);
    }
}

/// `Edit · match certain, reason open · U5 · no match found in coast`.
fn kind_and_reach(edition: &Edition<'_>, finding: &Finding) -> String {
    let mut res = vec![
        finding.kind.name().to_owned(),
        confidence(finding.confidence).to_owned(),
    ];
    match finding.subject {
        Subject::Utterance(idx) => res.push(format!("U{}", idx + 1)),
        Subject::Fact(idx) => res.push(format!("F{}", idx + 1)),
        Subject::Places => {}
    }
    // The title of such a finding says already that no other outlet has it.
    if finding.kind != FindingKind::OnlyHere {
        res.extend(edition.no_match(|it| finding.presence[it.0] != Presence::NoMatch));
    }
    res.join(" · ")
}

fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Certain => "match certain, reason open",
        Confidence::Likely => "match likely, reason open",
        Confidence::Possible => "match weak, reason open",
    }
}

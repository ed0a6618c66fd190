//! Findings as questions that do not give the answer away.

use std::collections::BTreeMap;

use crate::model::{ArticleIdx, Finding, FindingKind, Place, Subject};
use crate::report::edition::Edition;

/// What a class can do in a lesson; the best findings stand first.
const MOST_QUESTIONS: usize = 12;

pub struct Question<'a> {
    pub finding: &'a Finding,
    pub asked: String,
    /// A line to fill in for each: the outlet, and where to look.
    pub lines: Vec<String>,
}

pub fn questions<'a>(edition: &Edition<'a>) -> Vec<Question<'a>> {
    let mut res: Vec<Question<'a>> = Vec::new();
    for finding in &edition.comparison.findings {
        let question = question(edition, finding);
        // A paragraph that stands out twice is asked about once.
        let is_new = |it: &Question<'_>| it.asked != question.asked || it.lines != question.lines;
        if res.len() < MOST_QUESTIONS && res.iter().all(is_new) {
            res.push(question);
        }
    }
    res
}

fn question<'a>(edition: &Edition<'a>, finding: &'a Finding) -> Question<'a> {
    let asked = match finding.kind {
        FindingKind::Attribution => format!("Who is said to have said {}?", words(edition, finding)),
        FindingKind::Edit => format!(
            "How does each article print {}? Say what is missing, added, moved or changed, and \
             whether the article shows it.",
            words(edition, finding)
        ),
        FindingKind::Fact => match finding.subject {
            Subject::Fact(idx) => {
                let label = &edition.comparison.facts[idx].label;
                format!("What does each article say of this: {label}?")
            }
            Subject::Utterance(_) | Subject::Places => {
                "Which numbers or facts does each article give here?".to_owned()
            }
        },
        FindingKind::Evidence => {
            "What does each article say about evidence here? Whose words are they: the writer’s, or \
             quoted?"
                .to_owned()
        }
        FindingKind::Response => {
            "How do those who are accused answer, in each article?".to_owned()
        }
        FindingKind::Naming => "What does each article call the same thing here?".to_owned(),
        FindingKind::OnlyHere => {
            "What does this paragraph tell that you find in no other article?".to_owned()
        }
        FindingKind::Origin => {
            "Who stands behind what these paragraphs tell, and where did they say it? How many \
             sources are that?"
                .to_owned()
        }
    };
    Question {
        finding,
        asked,
        lines: lines(edition, finding),
    }
}

/// The opening of the quotation that a finding is about.
fn words(edition: &Edition<'_>, finding: &Finding) -> String {
    match finding.subject {
        Subject::Utterance(idx) => {
            let utterance = &edition.comparison.utterances[idx];
            edition.opening(utterance.witnesses[utterance.base].place)
        }
        Subject::Fact(_) | Subject::Places => "these words".to_owned(),
    }
}

/// Each article with where to look; of a fact all of them, so that nothing tells who has it.
fn lines(edition: &Edition<'_>, finding: &Finding) -> Vec<String> {
    if finding.kind == FindingKind::Fact {
        let articles = edition.story.indices();
        return articles.map(|it| edition.label(it).to_owned()).collect();
    }
    let places: Vec<Place> = match finding.subject {
        Subject::Utterance(idx) => {
            let witnesses = edition.comparison.utterances[idx].witnesses.iter();
            witnesses.map(|it| it.place).collect()
        }
        Subject::Fact(_) | Subject::Places => finding.places.clone(),
    };
    let mut found: BTreeMap<ArticleIdx, Vec<String>> = BTreeMap::new();
    for place in places {
        let paragraphs = found.entry(place.article).or_default();
        let paragraph = edition.paragraph(place);
        if !paragraphs.contains(&paragraph) {
            paragraphs.push(paragraph);
        }
    }
    let lines = found.into_iter();
    lines
        .map(|(article, at)| format!("{}, {}", edition.label(article), at.join(", ")))
        .collect()
}

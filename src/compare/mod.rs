//! All articles of a story to what they share and where they differ. Cannot fail.

mod align;
mod bearers;
mod chance;
mod claims;
mod collation;
mod decided;
mod distinctive;
mod duplicates;
mod edits;
mod emphasis;
mod facts;
mod findings;
mod focus;
mod fragments;
mod fullest;
mod groups;
mod likeness;
mod moves;
mod naming;
mod origins;
mod passages;
mod people;
mod pieces;
mod reported;
mod roles;
mod strands;
mod summaries;
mod utterances;
pub mod versions;
mod wholes;

use decided::Decided;
use decided::judged::{self, Judged};
use decided::noted;

use crate::lexicon::Lexicons;
use crate::model::{Article, Comparison, Decision, Story, outlet_names};

/// Aligns what is quoted, collates it, compares facts and ranks what a reader should see first.
pub fn story(story: &Story, decisions: &[Decision], lexicons: &Lexicons) -> Comparison {
    let mut decided = Decided::new(story, decisions);
    let speakers = people::speakers(story, lexicons, &mut decided);
    let counts = likeness::Counts::new(story, lexicons);
    let focus = focus::Focus::new(story, lexicons);
    let utterances = utterances::utterances(
        &utterances::Material {
            story,
            lexicons,
            speakers: &speakers,
            counts: &counts,
        },
        &mut decided,
    );
    let passages = passages::passages(story, lexicons, &counts);
    let facts = facts::rows(&facts::Material {
        story,
        lexicons,
        utterances: &utterances,
        passages: &passages,
        speakers: &speakers,
        counts: &counts,
    });
    let claims = claims::claims(&claims::Material {
        story,
        lexicons,
        counts: &counts,
        utterances: &utterances,
    });
    let emphasis = emphasis::emphasis(&emphasis::Material {
        story,
        lexicons,
        speakers: &speakers,
        utterances: &utterances,
    });
    let mut summaries = summaries::summaries(&summaries::Material {
        story,
        lexicons,
        utterances: &utterances,
        passages: &passages,
        facts: &facts,
        focus: &focus,
    });
    for (summary, words) in summaries
        .iter_mut()
        .zip(distinctive::words(story, lexicons))
    {
        summary.distinctive = words;
    }
    let origins = origins::origins(&origins::Material {
        story,
        lexicons,
        speakers: &speakers,
        utterances: &utterances,
    });
    let concepts = naming::concepts(&naming::Material {
        story,
        lexicons,
        utterances: &utterances,
        passages: &passages,
    });
    let articles: Vec<&Article> = story.indices().map(|it| story.article(it)).collect();
    let names = outlet_names(&articles);
    let findings = findings::findings(&findings::Material {
        story,
        lexicons,
        counts: &counts,
        speakers: &speakers,
        utterances: &utterances,
        facts: &facts,
        summaries: &summaries,
        origins: &origins,
        concepts: &concepts,
        names: &names,
    });
    let judgments = decided.judgments(&findings);
    let notes = decided.notes(&noted::Material {
        findings: &findings,
        judgments: &judgments,
        utterances: &utterances,
    });
    let Judged {
        findings,
        accepted,
        rejected,
    } = judged::parted(findings, &judgments);
    Comparison {
        duplicates: duplicates::duplicates(story),
        speakers: speakers.list,
        utterances,
        passages,
        facts,
        claims,
        summaries,
        emphasis,
        naming: naming::rows(&concepts),
        origins,
        findings,
        accepted,
        rejected,
        notes,
        standings: decided.standings(),
    }
}

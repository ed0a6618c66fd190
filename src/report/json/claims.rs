//! Claims and what each outlet puts first.

use super::Writer;
use super::shapes::{ClaimCellRow, ClaimRow, EmphasisRow, ReachedRow, RoomRow, StanceRow};
use crate::model::{ArticleIdx, Claim, Stance};
use crate::report::names::{article_id, evidence_kind, utterance_id, voice};

impl<'a> Writer<'a> {
    pub fn claims(&self) -> Vec<ClaimRow<'a>> {
        let claims = self.comparison.claims.iter().zip(1..);
        claims
            .map(|(claim, number)| ClaimRow {
                id: format!("C{number}"),
                about: self.story.words(claim.about),
                cells: self.claim_cells(claim),
            })
            .collect()
    }

    fn claim_cells(&self, claim: &Claim) -> Vec<ClaimCellRow> {
        let cells = claim.cells.iter();
        cells
            .map(|cell| ClaimCellRow {
                article: article_id(cell.article),
                stances: cell
                    .stances
                    .iter()
                    .map(|it| self.stance(cell.article, *it))
                    .collect(),
            })
            .collect()
    }

    fn stance(&self, article: ArticleIdx, stance: Stance) -> StanceRow {
        let evidence = &self.story.annotations(article).evidence[stance.evidence];
        StanceRow {
            at: self.offsets(article, evidence.span),
            kind: evidence_kind(evidence.kind),
            voice: voice(evidence.voice),
            when: stance.when.map(|it| self.pair(article, it)),
        }
    }

    pub fn emphasis(&self) -> Vec<EmphasisRow<'a>> {
        let all = self.story.indices().zip(&self.comparison.emphasis);
        all.map(|(article, it)| EmphasisRow {
            article: article_id(article),
            opens_with: it
                .opens_with
                .iter()
                .map(|it| self.pair(article, *it))
                .collect(),
            order: it
                .order
                .iter()
                .map(|it| ReachedRow {
                    utterance: utterance_id(it.utterance),
                    percent: it.percent,
                })
                .collect(),
            room: it
                .room
                .iter()
                .map(|it| RoomRow {
                    source: self.story.words(self.comparison.speakers[it.speaker].name),
                    quoted: it.quoted,
                    reported: it.reported,
                })
                .collect(),
        })
        .collect()
    }
}

//! Which original sources stand behind the outlets.

use super::Writer;
use super::shapes::OriginRow;
use crate::model::{OriginKind, Place};
use crate::report::names::{article_id, utterance_id};

impl<'a> Writer<'a> {
    pub fn origins(&self) -> Vec<OriginRow<'a>> {
        let origins = self.comparison.origins.iter();
        origins
            .map(|it| {
                let claim = it.utterances.first().map_or(it.name, |idx| {
                    let utterance = &self.comparison.utterances[*idx];
                    utterance.witnesses[utterance.base].place
                });
                let outlets = it.outlets.iter();
                OriginRow {
                    claim: self.story.words(claim),
                    outlets: outlets.clone().map(|it| article_id(it.0)).collect(),
                    original_sources: vec![self.story.words(it.name)],
                    kind: match it.kind {
                        OriginKind::Speaker => "speaker",
                        OriginKind::Agency => "agency",
                        OriginKind::Report => "report",
                    },
                    occasion: it.occasion.map(|it| self.story.words(it)),
                    utterances: it.utterances.iter().map(|it| utterance_id(*it)).collect(),
                    spans: outlets
                        .map(|(article, span)| {
                            self.place(Place {
                                article: *article,
                                span: *span,
                            })
                        })
                        .collect(),
                }
            })
            .collect()
    }
}

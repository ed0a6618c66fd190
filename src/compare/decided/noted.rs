//! Notes and tags, hung on what they are about.

use std::collections::{BTreeMap, BTreeSet};

use super::Decided;
use super::judged::most_shared;
use crate::anchor::Found;
use crate::model::{Decision, Finding, Judgment, Note, Noted, Place, Standing, Target, Utterance};

/// What notes may hang on, besides articles and words.
pub struct Material<'a> {
    /// All findings, before they are parted.
    pub findings: &'a [Finding],
    /// One for each finding.
    pub judgments: &'a [Judgment],
    pub utterances: &'a [Utterance],
}

/// What is written beside one thing.
#[derive(Default)]
struct Written {
    text: String,
    tags: BTreeSet<String>,
}

impl Decided<'_> {
    /// In the order of what they hang on; what was taken back is none.
    pub fn notes(&mut self, material: &Material<'_>) -> Vec<Note> {
        let mut written: BTreeMap<Noted, Written> = BTreeMap::new();
        self.replay(|decided, decision| {
            let (Decision::Note { on, .. } | Decision::Tag { on, .. } | Decision::Untag { on, .. }) =
                decision
            else {
                return None;
            };
            let target = match decided.target(material, on) {
                Ok(target) => target,
                Err(standing) => return Some(standing),
            };
            let beside = written.entry(target).or_default();
            if let Decision::Note { text, .. } = decision {
                beside.text.clone_from(text);
            }
            if let Decision::Tag { tag, .. } = decision {
                beside.tags.insert(tag.clone());
            }
            if let Decision::Untag { tag, .. } = decision {
                beside.tags.remove(tag);
            }
            Some(Standing::Applied)
        });
        let notes = written.into_iter().map(|(on, written)| Note {
            on,
            text: written.text,
            tags: written.tags.into_iter().collect(),
        });
        notes
            .filter(|it| !it.text.is_empty() || !it.tags.is_empty())
            .collect()
    }

    fn target(&self, material: &Material<'_>, on: &Target) -> Found<Noted> {
        match on {
            Target::Article(article) => {
                let idx = self.article(article).ok_or(Standing::NotHere)?;
                Ok(Noted::Article(idx))
            }
            Target::Words(words) => Ok(Noted::Words(self.place(words)?)),
            Target::Quotation(words) => {
                let Place { article, span } = self.place(words)?;
                let quotations = &self.story.annotations(article).quotations;
                let places: Vec<[Place; 1]> = quotations
                    .iter()
                    .map(|it| {
                        [Place {
                            article,
                            span: it.span,
                        }]
                    })
                    .collect();
                let exact = quotations.iter().position(|it| it.span == span);
                let at = match exact {
                    Some(at) => at,
                    None => most_shared(
                        &[Place { article, span }],
                        places.iter().map(<[Place; 1]>::as_slice),
                    )?,
                };
                Ok(Noted::Quotation(article, at))
            }
            Target::Utterance(witnesses) => {
                let here = self.places(witnesses)?;
                let places: Vec<Vec<Place>> = material
                    .utterances
                    .iter()
                    .map(|it| it.witnesses.iter().map(|it| it.place).collect())
                    .collect();
                most_shared(&here, places.iter().map(Vec::as_slice)).map(Noted::Utterance)
            }
            Target::Finding(finding) => {
                let at = self.finding(material.findings, finding)?;
                let is_rejected = |it: &&Judgment| **it == Judgment::Rejected;
                let judgments = &material.judgments[..=at];
                let n_rejected = judgments.iter().filter(is_rejected).count();
                Ok(if material.judgments[at] == Judgment::Rejected {
                    Noted::Rejected(n_rejected - 1)
                } else {
                    Noted::Finding(at - n_rejected)
                })
            }
        }
    }
}

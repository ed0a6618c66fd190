//! Where something stands: in words that are aligned with other articles', or in a lead.
//!
//! The leads of a story tell its event; what two leads tell with the same words is one event more
//! surely than the same words further down.

use super::Material;
use crate::model::{Place, Span};

/// Sentences of the prose that belong to the lead.
const LEAD: usize = 3;

/// Where one clause or count stands.
#[derive(Clone, Debug, Default)]
pub struct Site {
    /// Utterances and passages in which it stands, ascending.
    aligned: Vec<usize>,
    /// In headline, dek or one of the first sentences.
    pub is_lead: bool,
}

impl Site {
    pub fn is_aligned_with(&self, other: &Self) -> bool {
        self.aligned.iter().any(|it| other.aligned.contains(it))
    }
}

/// The aligned words and the leads of a story.
pub struct Sites {
    /// Place and number of the utterance or passage, ascending.
    aligned: Vec<(Place, usize)>,
    /// By article.
    leads: Vec<Vec<Span>>,
}

impl Sites {
    pub fn new(material: &Material<'_>) -> Self {
        let utterances = material.utterances.iter().map(|it| {
            let witnesses = it.witnesses.iter();
            witnesses.map(|it| it.place).collect::<Vec<_>>()
        });
        let passages = material.passages.iter().map(|it| it.members.clone());
        let mut aligned: Vec<(Place, usize)> = utterances
            .chain(passages)
            .enumerate()
            .flat_map(|(idx, places)| places.into_iter().map(move |it| (it, idx)))
            .collect();
        aligned.sort_unstable();
        let leads = material
            .story
            .indices()
            .map(|it| {
                let article = material.story.article(it);
                let sentences = &material.story.annotations(it).sentences;
                let heads = article.headline().into_iter().chain(article.dek());
                heads.chain(sentences.iter().take(LEAD).copied()).collect()
            })
            .collect();
        Self { aligned, leads }
    }

    pub fn of(&self, place: Place) -> Site {
        let from = self
            .aligned
            .partition_point(|it| it.0.article < place.article);
        let mut aligned: Vec<usize> = self.aligned[from..]
            .iter()
            .take_while(|it| {
                it.0.article == place.article && it.0.span.start() <= place.span.start()
            })
            .filter(|it| it.0.span.covers(place.span))
            .map(|it| it.1)
            .collect();
        aligned.sort_unstable();
        aligned.dedup();
        let mut leads = self.leads[place.article.0].iter();
        Site {
            aligned,
            is_lead: leads.any(|it| it.covers(place.span)),
        }
    }
}

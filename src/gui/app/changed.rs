//! What a decision is about, selected once it is taken back or done again.

use super::App;
use crate::anchor;
use crate::gui::state::Selection;
use crate::model::{
    Anchor, ArticleIdx, ArticleRef, Decision, Finding, FindingAnchor, Place, Target,
};

/// What the window can show of a decision.
enum Subject<'a> {
    Finding(&'a FindingAnchor),
    Words(&'a Anchor),
    Article(&'a ArticleRef),
}

impl App {
    /// Selects the finding or the quotation that changed, or brings its words into view.
    pub(super) fn select_changed(&mut self, decision: &Decision) {
        match subject(decision) {
            Some(Subject::Finding(finding)) => {
                if let Some(idx) = self.finding_at(finding) {
                    self.select(Some(Selection::Finding(idx)));
                }
            }
            Some(Subject::Words(words)) => {
                let Some(place) = self.place_at(words) else {
                    return;
                };
                let utterances = self.state.comparison.utterances.iter();
                let mut numbered = utterances.enumerate();
                let shared = numbered.find(|(_, it)| {
                    let mut witnesses = it.witnesses.iter().map(|it| it.place);
                    witnesses.any(|it| it.article == place.article && it.span.overlaps(place.span))
                });
                match shared.map(|it| it.0) {
                    Some(idx) => self.select(Some(Selection::Utterance(idx))),
                    None => self.show(place),
                }
            }
            Some(Subject::Article(article)) => {
                let articles = self.state.articles.iter().map(AsRef::as_ref);
                if let Some(at) = anchor::position(article, articles) {
                    self.open_column(self.state.articles[at].key);
                }
            }
            None => {}
        }
    }

    fn place_at(&self, words: &Anchor) -> Option<Place> {
        let articles = self.state.story.articles.iter().map(|it| it.0.as_ref());
        let article = ArticleIdx(anchor::position(&words.article, articles)?);
        let span = anchor::find(words, self.state.story.article(article)).ok()?;
        Some(Place { article, span })
    }

    fn finding_at(&self, wanted: &FindingAnchor) -> Option<usize> {
        let places: Vec<Place> = wanted
            .places
            .iter()
            .filter_map(|it| self.place_at(it))
            .collect();
        let has_all = |it: &Finding| places.iter().all(|place| it.places.contains(place));
        let mut findings = self.state.comparison.findings.iter();
        findings.position(|it| it.kind == wanted.kind && !places.is_empty() && has_all(it))
    }
}

fn subject(decision: &Decision) -> Option<Subject<'_>> {
    match decision {
        Decision::JudgeFinding { finding, .. } => Some(Subject::Finding(finding)),
        Decision::SetSources { quotation: it, .. }
        | Decision::SetQuotation { quotation: it, .. }
        | Decision::NoQuotation { quotation: it }
        | Decision::MergeUtterances { one: it, .. }
        | Decision::SetFurniture { words: it, .. }
        | Decision::SetHeadline { words: it }
        | Decision::MergePeople { one: it, .. } => Some(Subject::Words(it)),
        Decision::SplitUtterance { witnesses } => witnesses.first().map(Subject::Words),
        Decision::RenameOutlet { article, .. } | Decision::SetDate { article, .. } => {
            Some(Subject::Article(article))
        }
        Decision::Note { on, .. } | Decision::Tag { on, .. } | Decision::Untag { on, .. } => {
            match on {
                Target::Finding(finding) => Some(Subject::Finding(finding)),
                Target::Utterance(witnesses) => witnesses.first().map(Subject::Words),
                Target::Quotation(words) | Target::Words(words) => Some(Subject::Words(words)),
                Target::Article(article) => Some(Subject::Article(article)),
            }
        }
    }
}

//! What the reader does to the set and decides about it, takes back and does again.

use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use eframe::egui;

use super::{App, Deed};
use crate::anchor;
use crate::gui::command::{QuotationRef, Ruling};
use crate::gui::state::Selection;
use crate::model::{
    Anchor, ArticleIdx, ArticleKey, Decision, FurnitureKind, Judgment, Place, QuotationKind, Span,
};

impl App {
    pub(super) fn remove(&mut self, ctx: &egui::Context, is_wanted: impl Fn(ArticleKey) -> bool) {
        let all = self.state.articles.iter().enumerate();
        let removed = all.filter(|(_, it)| is_wanted(it.key));
        let removed = removed.map(|(at, it)| (at, Arc::clone(it))).collect();
        self.state.articles.retain(|it| !is_wanted(it.key));
        self.did(ctx, Deed::Removed(removed));
    }

    pub(super) fn did(&mut self, ctx: &egui::Context, deed: Deed) {
        self.done.push(deed);
        self.undone.clear();
        self.made();
        self.compare(ctx);
    }

    /// Takes back what was done last, in this session or before the project was saved.
    pub(super) fn undo(&mut self, ctx: &egui::Context) {
        let told = match self.done.pop() {
            Some(Deed::Removed(removed)) => {
                for (at, article) in &removed {
                    let at = (*at).min(self.state.articles.len());
                    self.state.articles.insert(at, Arc::clone(article));
                }
                self.undone.push(Deed::Removed(removed));
                "the removal"
            }
            Some(Deed::Decided) | None => {
                let Some(entry) = self.state.decisions.undo() else {
                    return self.toast(ctx, "Nothing to undo".to_owned());
                };
                self.undone.push(Deed::Decided);
                let told = name(&entry.decision);
                self.changed = Some(entry.decision.clone());
                told
            }
        };
        self.made();
        self.compare(ctx);
        self.toast(ctx, format!("Undone: {told}"));
    }

    /// Does again what was taken back last.
    pub(super) fn redo(&mut self, ctx: &egui::Context) {
        let told = match self.undone.pop() {
            Some(Deed::Removed(removed)) => {
                let is_removed = |key| removed.iter().any(|it| it.1.key == key);
                self.state.articles.retain(|it| !is_removed(it.key));
                self.done.push(Deed::Removed(removed));
                "the removal"
            }
            Some(Deed::Decided) | None => {
                let Some(entry) = self.state.decisions.redo() else {
                    return self.toast(ctx, "Nothing to redo".to_owned());
                };
                self.done.push(Deed::Decided);
                let told = name(&entry.decision);
                self.changed = Some(entry.decision.clone());
                told
            }
        };
        self.made();
        self.compare(ctx);
        self.toast(ctx, format!("Done again: {told}"));
    }

    /// Makes a ruling about what is on the screen last: by words, not by places in lists.
    pub(super) fn decide(&mut self, ctx: &egui::Context, ruling: &Ruling) {
        let Some((decision, told)) = self.decision(ruling) else {
            return;
        };
        if let Ruling::Judge(idx, Judgment::Rejected) = ruling
            && self.state.selection == Some(Selection::Finding(*idx))
        {
            // The next one takes its place.
            self.state.selection = self.state.finding_after(1);
        }
        if matches!(ruling, Ruling::BringBack(_)) && self.state.comparison.rejected.len() == 1 {
            self.state.choices.shows_rejected = false;
        }
        self.state.decisions.decide(decision, now());
        self.did(ctx, Deed::Decided);
        self.toast_undoable(ctx, told.to_owned());
    }

    fn decision(&self, ruling: &Ruling) -> Option<(Decision, &'static str)> {
        let story = &self.state.story;
        let comparison = &self.state.comparison;
        Some(match *ruling {
            Ruling::Judge(idx, judgment) => {
                let finding = anchor::finding(story, comparison.findings.get(idx)?);
                let told = match judgment {
                    Judgment::Accepted => "Kept",
                    Judgment::Rejected => "Rejected",
                    Judgment::Open => "The finding is open again",
                };
                (Decision::JudgeFinding { finding, judgment }, told)
            }
            Ruling::BringBack(idx) => {
                let finding = anchor::finding(story, comparison.rejected.get(idx)?);
                let judgment = Judgment::Open;
                (
                    Decision::JudgeFinding { finding, judgment },
                    "The finding is back",
                )
            }
            Ruling::Source(quotation, mention) => {
                let sources = mention.map(|it| self.words(quotation.article, it));
                let decision = Decision::SetSources {
                    quotation: self.quotation(quotation)?,
                    sources: sources.into_iter().collect(),
                };
                (decision, "The source is set by you")
            }
            Ruling::Kind(quotation, kind) => {
                let anchor = self.quotation(quotation)?;
                let decision = Decision::SetQuotation {
                    bounds: anchor.clone(),
                    quotation: anchor,
                    kind,
                };
                (decision, "The kind is set by you")
            }
            Ruling::Bounds(quotation, bounds) => {
                let annotations = story.annotations(quotation.article);
                let decision = Decision::SetQuotation {
                    quotation: self.quotation(quotation)?,
                    bounds: self.words(quotation.article, bounds),
                    kind: annotations.quotations.get(quotation.nth)?.kind,
                };
                (decision, "The quotation’s bounds are set by you")
            }
            Ruling::NoQuotation(quotation) => {
                let quotation = self.quotation(quotation)?;
                (Decision::NoQuotation { quotation }, "No quotation any more")
            }
            Ruling::Reported(place) => {
                let sentence = self.place(place);
                let decision = Decision::SetQuotation {
                    quotation: sentence.clone(),
                    bounds: sentence,
                    kind: QuotationKind::Reported,
                };
                (decision, "The sentence is reported speech")
            }
            Ruling::Split(place) => {
                let witnesses = vec![self.place(place)];
                (
                    Decision::SplitUtterance { witnesses },
                    "Not matched with the others any more",
                )
            }
            Ruling::Merge(one, other) => {
                let (one, other) = (self.place(one), self.place(other));
                (Decision::MergeUtterances { one, other }, "Matched")
            }
            Ruling::SamePerson(one, other) => {
                let name = |it: usize| Some(self.place(comparison.speakers.get(it)?.name));
                let (one, other) = (name(one)?, name(other)?);
                (
                    Decision::MergePeople { one, other },
                    "Counted as one source",
                )
            }
            Ruling::Furniture(place, is_furniture) => {
                let decision = Decision::SetFurniture {
                    words: self.place(place),
                    kind: is_furniture.then_some(FurnitureKind::Other),
                };
                let told = if is_furniture {
                    "Page furniture: nothing is found in it"
                } else {
                    "Part of the article"
                };
                (decision, told)
            }
            Ruling::Headline(place) => {
                let words = self.place(place);
                (
                    Decision::SetHeadline { words },
                    "The headline is set by you",
                )
            }
        })
    }

    pub(super) fn words(&self, article: ArticleIdx, span: Span) -> Anchor {
        self.place(Place { article, span })
    }

    pub(super) fn place(&self, place: Place) -> Anchor {
        let article = self.state.story.article(place.article);
        anchor::words(&anchor::article(article), &article.text, place.span)
    }

    pub(super) fn quotation(&self, it: QuotationRef) -> Option<Anchor> {
        let annotations = self.state.story.annotations(it.article);
        Some(self.words(it.article, annotations.quotations.get(it.nth)?.span))
    }

    pub(super) fn finish_rename(&mut self, ctx: &egui::Context) {
        if let Some((key, name)) = self.state.rename.take() {
            self.rename(ctx, key, &name);
        }
    }

    pub(super) fn rename(&mut self, ctx: &egui::Context, key: ArticleKey, name: &str) {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let named = self.state.articles.iter().find(|it| it.key == key);
        if let Some(named) = named
            && !name.is_empty()
            && name != self.state.outlet_name(key)
        {
            let article = anchor::article(named);
            let decision = Decision::RenameOutlet { article, name };
            self.state.decisions.decide(decision, now());
            self.did(ctx, Deed::Decided);
        }
    }
}

/// What a decision is about, for a message.
fn name(decision: &Decision) -> &'static str {
    match decision {
        Decision::JudgeFinding { judgment, .. } => match judgment {
            Judgment::Accepted => "a finding kept",
            Judgment::Rejected => "a finding rejected",
            Judgment::Open => "a finding left open",
        },
        Decision::SetSources { .. } => "the source of a quotation",
        Decision::SetQuotation { .. } => "bounds or kind of a quotation",
        Decision::NoQuotation { .. } => "a quotation that is none",
        Decision::MergeUtterances { .. } => "two quotations matched",
        Decision::SplitUtterance { .. } => "a quotation not matched",
        Decision::SetFurniture { .. } => "page furniture",
        Decision::RenameOutlet { .. } => "the name of an outlet",
        Decision::SetDate { .. } => "a date",
        Decision::SetHeadline { .. } => "a headline",
        Decision::MergePeople { .. } => "two names of one person",
        Decision::Note { .. } => "a note",
        Decision::Tag { .. } | Decision::Untag { .. } => "a tag",
    }
}

/// Seconds since 1970 in UTC.
pub(super) fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |it| i64::try_from(it.as_secs()).unwrap_or(i64::MAX))
}

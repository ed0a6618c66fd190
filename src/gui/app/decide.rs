//! What the reader does to the set and decides about it, takes back and does again.

use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use eframe::egui;

use super::{App, Deed};
use crate::anchor;
use crate::gui::command::{Answer, Question, QuotationRef, Ruling};
use crate::gui::state::{Asked, Selection};
use crate::model::{
    Anchor, ArticleIdx, ArticleKey, Date, Decision, FurnitureKind, Judgment, Noted, Place,
    QuotationKind, Span, Target,
};

const NO_DATE: &str = "A day as 2026-03-31, or nothing if it is not known";

impl App {
    pub(super) fn remove(&mut self, ctx: &egui::Context, is_wanted: impl Fn(ArticleKey) -> bool) {
        let all = self.state.articles.iter().enumerate();
        let removed = all.filter(|(_, it)| is_wanted(it.key));
        let removed = removed.map(|(at, it)| (at, Arc::clone(it))).collect();
        self.state.articles.retain(|it| !is_wanted(it.key));
        self.did(ctx, Deed::Removed(removed));
    }

    fn did(&mut self, ctx: &egui::Context, deed: Deed) {
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
                "Back in the set"
            }
            Some(Deed::Decided) | None => match self.state.decisions.undo() {
                Some(_) => {
                    self.undone.push(Deed::Decided);
                    "Taken back"
                }
                None => return self.toast(ctx, "Nothing to undo".to_owned()),
            },
        };
        self.made();
        self.compare(ctx);
        self.toast(ctx, told.to_owned());
    }

    /// Does again what was taken back last.
    pub(super) fn redo(&mut self, ctx: &egui::Context) {
        let told = match self.undone.pop() {
            Some(Deed::Removed(removed)) => {
                let is_removed = |key| removed.iter().any(|it| it.1.key == key);
                self.state.articles.retain(|it| !is_removed(it.key));
                self.done.push(Deed::Removed(removed));
                "Removed again"
            }
            Some(Deed::Decided) | None => match self.state.decisions.redo() {
                Some(_) => {
                    self.done.push(Deed::Decided);
                    "Decided again"
                }
                None => return self.toast(ctx, "Nothing to redo".to_owned()),
            },
        };
        self.made();
        self.compare(ctx);
        self.toast(ctx, told.to_owned());
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
                    Judgment::Accepted => "Kept: the finding is marked as right",
                    Judgment::Rejected => "Rejected: it stands below the findings",
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
                    "It stands apart from the others",
                )
            }
            Ruling::Merge(one, other) => {
                let (one, other) = (self.place(one), self.place(other));
                (
                    Decision::MergeUtterances { one, other },
                    "They are one utterance",
                )
            }
            Ruling::SamePerson(one, other) => {
                let name = |it: usize| Some(self.place(comparison.speakers.get(it)?.name));
                let (one, other) = (name(one)?, name(other)?);
                (Decision::MergePeople { one, other }, "They are one source")
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

    fn words(&self, article: ArticleIdx, span: Span) -> Anchor {
        self.place(Place { article, span })
    }

    fn place(&self, place: Place) -> Anchor {
        let article = self.state.story.article(place.article);
        anchor::words(&anchor::article(article), &article.text, place.span)
    }

    fn quotation(&self, it: QuotationRef) -> Option<Anchor> {
        let annotations = self.state.story.annotations(it.article);
        Some(self.words(it.article, annotations.quotations.get(it.nth)?.span))
    }

    /// Opens the field in which the reader answers.
    pub(super) fn ask(&mut self, ctx: &egui::Context, question: Question) {
        let answer = match question {
            Question::Date(key) => {
                let articles = &mut self.state.story.articles.iter();
                let published = articles
                    .find(|it| it.0.key == key)
                    .and_then(|it| it.0.published);
                Answer {
                    text: published.map_or_else(String::new, |it| it.date.to_string()),
                    tags: String::new(),
                }
            }
            Question::NoteOnSelection | Question::NoteOnArticle(_) => {
                let Some(on) = self.noted(question) else {
                    let told = "Select a finding or a shared quotation to note something on it";
                    return self.toast(ctx, told.to_owned());
                };
                let note = self.state.note(on);
                Answer {
                    text: note.map_or_else(String::new, |it| it.text.clone()),
                    tags: note.map_or_else(String::new, |it| it.tags.join(", ")),
                }
            }
        };
        self.state.asked = Some(Asked {
            question,
            answer,
            complaint: "",
        });
    }

    pub(super) fn finish_answer(&mut self, ctx: &egui::Context) {
        let Some(asked) = self.state.asked.take() else {
            return;
        };
        match asked.question {
            Question::Date(key) => {
                let text = asked.answer.text.trim();
                let date = day(text);
                if date.is_none() && !text.is_empty() {
                    self.state.asked = Some(Asked {
                        complaint: NO_DATE,
                        ..asked
                    });
                    return;
                }
                let articles = &mut self.state.articles.iter();
                if let Some(article) = articles.find(|it| it.key == key) {
                    let article = anchor::article(article);
                    let decision = Decision::SetDate { article, date };
                    self.state.decisions.decide(decision, now());
                    self.did(ctx, Deed::Decided);
                }
            }
            Question::NoteOnSelection | Question::NoteOnArticle(_) => {
                self.write_note(ctx, asked.question, &asked.answer);
            }
        }
    }

    /// What a note hangs on.
    fn noted(&self, question: Question) -> Option<Noted> {
        match question {
            Question::NoteOnArticle(key) => {
                let mut indices = self.state.story.indices();
                let article = indices.find(|it| self.state.story.article(*it).key == key);
                article.map(Noted::Article)
            }
            Question::NoteOnSelection => self.state.noted(),
            Question::Date(_) => None,
        }
    }

    fn target(&self, on: Noted) -> Option<Target> {
        let (story, comparison) = (&self.state.story, &self.state.comparison);
        Some(match on {
            Noted::Article(idx) => Target::Article(anchor::article(story.article(idx))),
            Noted::Quotation(article, nth) => {
                Target::Quotation(self.quotation(QuotationRef { article, nth })?)
            }
            Noted::Words(place) => Target::Words(self.place(place)),
            Noted::Utterance(idx) => {
                Target::Utterance(anchor::utterance(story, comparison.utterances.get(idx)?))
            }
            Noted::Finding(idx) => {
                Target::Finding(anchor::finding(story, comparison.findings.get(idx)?))
            }
            Noted::Rejected(idx) => {
                Target::Finding(anchor::finding(story, comparison.rejected.get(idx)?))
            }
        })
    }

    /// One decision for the text, if it is another, and one for each tag that came or went.
    fn write_note(&mut self, ctx: &egui::Context, question: Question, answer: &Answer) {
        let Some(on) = self.noted(question) else {
            return;
        };
        let Some(target) = self.target(on) else {
            return;
        };
        let before = self.state.note(on);
        let old_text = before.map_or("", |it| it.text.as_str());
        let old_tags = before.map_or(&[][..], |it| it.tags.as_slice());
        let text = answer.text.trim();
        let tags = answer.tags.split(',').map(|it| it.trim().to_owned());
        let tags: Vec<String> = tags.filter(|it| !it.is_empty()).collect();
        let mut decisions = Vec::new();
        let on = || target.clone();
        if text != old_text {
            let text = text.to_owned();
            decisions.push(Decision::Note { on: on(), text });
        }
        for tag in tags.iter().filter(|it| !old_tags.contains(it)).cloned() {
            decisions.push(Decision::Tag { on: on(), tag });
        }
        for tag in old_tags.iter().filter(|it| !tags.contains(it)).cloned() {
            decisions.push(Decision::Untag { on: on(), tag });
        }
        for decision in decisions {
            self.state.decisions.decide(decision, now());
            self.did(ctx, Deed::Decided);
        }
    }

    pub(super) fn finish_rename(&mut self, ctx: &egui::Context) {
        let Some((key, name)) = self.state.rename.take() else {
            return;
        };
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

/// `2026-03-31`
fn day(text: &str) -> Option<Date> {
    let mut parts = text.split('-');
    let res = Date {
        year: parts.next()?.parse().ok()?,
        month: parts.next()?.parse().ok()?,
        day: parts.next()?.parse().ok()?,
    };
    let fits = (1000..3000).contains(&res.year)
        && (1..=12).contains(&res.month)
        && (1..=31).contains(&res.day)
        && parts.next().is_none();
    fits.then_some(res)
}

/// Seconds since 1970 in UTC.
fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |it| i64::try_from(it.as_secs()).unwrap_or(i64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_day_is_a_day() {
        let march = Date {
            year: 2026,
            month: 3,
            day: 31,
        };
        assert_eq!(day("2026-03-31"), Some(march));
        for text in [
            "",
            "2026",
            "31.03.2026",
            "2026-13-01",
            "2026-03-31-1",
            "20-03-31",
        ] {
            assert_eq!(day(text), None, "{text}");
        }
    }
}

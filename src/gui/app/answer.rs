//! What the reader writes when the window asks: a name, a date, a note.

use eframe::egui;

use super::decide::now;
use super::{App, Deed};
use crate::anchor;
use crate::gui::command::{Answer, Question, QuotationRef, Ruling};
use crate::gui::state::Asked;
use crate::model::{Date, Decision, Noted, Span, Target};

const NO_DATE: &str = "Use YYYY-MM-DD, or leave it empty";
const NO_WORDS: &str = "The article has no such words; a source is named by words of its own";

impl App {
    /// Opens the field in which the reader answers.
    pub(super) fn ask(&mut self, ctx: &egui::Context, question: Question) {
        let answer = match question {
            Question::Name(key) => Answer {
                text: self.state.outlet_name(key),
                tags: String::new(),
            },
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
            Question::Source(_) => Answer::default(),
            Question::Path(purpose) => {
                let (_, name, ending) = purpose.told();
                let home = std::env::home_dir().unwrap_or_default();
                let path = home.join(format!("{name}.{ending}"));
                Answer {
                    text: path.display().to_string(),
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
            Question::Name(key) => self.rename(ctx, key, &asked.answer.text),
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
            Question::Source(quotation) => {
                let Some(span) = self.named(quotation, asked.answer.text.trim()) else {
                    self.state.asked = Some(Asked {
                        complaint: NO_WORDS,
                        ..asked
                    });
                    return;
                };
                self.decide(ctx, &Ruling::Source(quotation, Some(span)));
            }
            Question::Path(purpose) => {
                let path = asked.answer.text.trim();
                if !path.is_empty() {
                    self.save_at(ctx, purpose, path.into());
                }
            }
            Question::NoteOnSelection | Question::NoteOnArticle(_) => {
                self.write_note(ctx, asked.question, &asked.answer);
            }
        }
    }

    /// These words, in any case, where the article has them nearest to a quotation.
    fn named(&self, quotation: QuotationRef, words: &str) -> Option<Span> {
        let text = &self.state.story.article(quotation.article).text;
        let quotations = &self.state.story.annotations(quotation.article).quotations;
        let near = quotations.get(quotation.nth)?.span.start();
        let (lower, wanted) = (text.to_ascii_lowercase(), words.to_ascii_lowercase());
        let places = lower.match_indices(&wanted).map(|it| it.0);
        let at = places.min_by_key(|it| it.abs_diff(near))?;
        Span::new(text, at..at + words.len()).filter(|_| !words.is_empty())
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
            Question::Name(_) | Question::Date(_) | Question::Source(_) | Question::Path(_) => None,
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
}

/// `2026-03-31`
fn day(text: &str) -> Option<Date> {
    let mut parts = text.split('-');
    let year = parts.next()?.parse().ok()?;
    let month = parts.next()?.parse().ok()?;
    let day = parts.next()?.parse().ok()?;
    let res = Date::new(year, month, day)?;
    ((1000..3000).contains(&year) && parts.next().is_none()).then_some(res)
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
            "2026-02-30",
            "2026-03-31-1",
            "20-03-31",
        ] {
            assert_eq!(day(text), None, "{text}");
        }
    }
}

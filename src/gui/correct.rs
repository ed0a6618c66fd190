//! The menu on words of an article: what the reader can correct there.

use eframe::egui::{Button, Popup, Response, Ui};

use super::command::{Command, Question, QuotationRef, Ruling};
use super::icons;
use super::state::State;
use super::widgets::text::first_words;
use crate::model::{ArticleIdx, BlockKind, Name, Place, QuotationKind, Span, Token, TokenKind};

/// Most names that a menu offers.
const MOST_NAMES: usize = 24;

/// Opens on a right click; `byte` is where in the article's text the pointer is.
pub fn menu(
    state: &State,
    response: &Response,
    article: ArticleIdx,
    byte: impl FnOnce() -> Option<usize>,
    commands: &mut Vec<Command>,
) {
    let id = response.id.with("words");
    if response.secondary_clicked() {
        let at = byte();
        response.ctx.data_mut(|it| it.insert_temp(id, at));
    }
    Popup::context_menu(response).show(|ui| {
        let at: Option<usize> = ui.data(|it| it.get_temp(id)).flatten();
        let Some(at) = at else {
            ui.weak("No words of the article here");
            return;
        };
        let menu = Menu { state, article, at };
        menu.quotation(ui, commands);
        menu.line(ui, commands);
    });
}

struct Menu<'a> {
    state: &'a State,
    article: ArticleIdx,
    at: usize,
}

impl Menu<'_> {
    fn text(&self) -> &str {
        &self.state.story.article(self.article).text
    }

    fn holds(&self, span: Span) -> bool {
        span.start() <= self.at && self.at < span.end()
    }

    fn place(&self, span: Span) -> Place {
        let article = self.article;
        Place { article, span }
    }

    /// What can be said about the innermost quotation here, or the sentence.
    fn quotation(&self, ui: &mut Ui, commands: &mut Vec<Command>) {
        let annotations = self.state.story.annotations(self.article);
        let all = annotations.quotations.iter().enumerate();
        let here = all.filter(|(_, it)| self.holds(it.span));
        let Some((nth, quotation)) = here.min_by_key(|(_, it)| it.span.end() - it.span.start())
        else {
            let sentence = annotations.sentences.iter().find(|it| self.holds(**it));
            if let Some(sentence) = sentence {
                let ruling = Ruling::Reported(self.place(*sentence));
                item(ui, "This sentence is reported speech", ruling, commands);
            }
            return;
        };
        let article = self.article;
        let it = QuotationRef { article, nth };
        ui.weak(format!(
            "“{}” ›",
            first_words(quotation.span.of(self.text()))
        ));
        let named: Vec<&str> = quotation
            .sources
            .iter()
            .map(|it| self.name(&it.name))
            .collect();
        ui.menu_button("Who says it", |ui| {
            for name in self.names() {
                let is_it = named.contains(&name.of(self.text()));
                let words = name.of(self.text()).replace(['\n', '\r'], " ");
                choice(ui, &words, is_it, Ruling::Source(it, Some(name)), commands);
            }
            let nobody = Ruling::Source(it, None);
            choice(ui, "Nobody is named", named.is_empty(), nobody, commands);
            if ui.button("Other words of the article…").clicked() {
                commands.push(Command::Ask(Question::Source(it)));
            }
        });
        ui.menu_button("What it is", |ui| {
            for (name, kind) in [
                ("Direct speech", QuotationKind::Direct),
                ("Quoted words in the writer’s clause", QuotationKind::Mixed),
                ("Scare quotes or a nickname", QuotationKind::Scare),
                ("Reported speech", QuotationKind::Reported),
            ] {
                let is_it = quotation.kind == kind;
                choice(ui, name, is_it, Ruling::Kind(it, kind), commands);
            }
            item(ui, "No quotation", Ruling::NoQuotation(it), commands);
        });
        let is_word = |it: &&Token| it.kind != TokenKind::Mark && self.holds(it.span);
        let word = annotations.tokens.iter().find(is_word);
        if let Some(word) = word.map(|it| it.span) {
            let words = word.of(self.text());
            let from = Span::new(self.text(), word.start()..quotation.span.end());
            let to = Span::new(self.text(), quotation.span.start()..word.end());
            for (verb, bounds) in [("begins", from), ("ends", to)] {
                if let Some(bounds) = bounds {
                    let name = format!("It {verb} with “{words}”");
                    item(ui, &name, Ruling::Bounds(it, bounds), commands);
                }
            }
        }
        self.witness(ui, nth, commands);
        ui.separator();
    }

    /// What can be said of the quotation as a witness of something shared.
    fn witness(&self, ui: &mut Ui, quotation: usize, commands: &mut Vec<Command>) {
        let utterances = self.state.comparison.utterances.iter();
        let mut witnesses = utterances.flat_map(|it| it.witnesses.iter().map(move |wit| (it, wit)));
        let found = witnesses.find(|(_, it)| {
            it.place.article == self.article
                && it.quotation == quotation
                && self.holds(it.place.span)
        });
        let Some((utterance, witness)) = found else {
            let spans = &self.state.story.annotations(self.article).quotations;
            let place = self.place(spans[quotation].span);
            self.merge(ui, place, commands);
            return;
        };
        if utterance.witnesses.len() > 1 {
            let ruling = Ruling::Split(witness.place);
            item(ui, "Not the same as the others", ruling, commands);
        }
        self.merge(ui, witness.place, commands);
        if let Some(speaker) = witness.speaker {
            ui.menu_button("Same person as", |ui| {
                let speakers = self.state.comparison.speakers.iter().enumerate();
                let others = speakers.filter(|(nth, _)| *nth != speaker);
                for (other, it) in others.take(MOST_NAMES) {
                    let name = self.state.story.words(it.name);
                    item(ui, name, Ruling::SamePerson(speaker, other), commands);
                }
            });
        }
    }

    fn merge(&self, ui: &mut Ui, place: Place, commands: &mut Vec<Command>) {
        let (name, command) = match self.state.merging {
            Some(one) if one != place => (
                "The same as the one chosen before",
                Command::Decide(Ruling::Merge(one, place)),
            ),
            Some(_) | None => ("The same as another…", Command::StartMerge(place)),
        };
        if ui.button(name).clicked() {
            commands.push(command);
        }
    }

    fn name(&self, name: &Name) -> &str {
        let people = &self.state.story.annotations(self.article).people;
        match name {
            Name::Person(idx) => people.get(*idx).map_or("", |it| it.name.of(self.text())),
            Name::Words(span) => span.of(self.text()),
        }
    }

    /// The names of the article that can be a source, by their first place.
    fn names(&self) -> Vec<Span> {
        let annotations = self.state.story.annotations(self.article);
        let people = annotations.people.iter().map(|it| it.name);
        let sources = annotations.quotations.iter().flat_map(|it| &it.sources);
        let words = sources.filter_map(|it| match it.name {
            Name::Words(span) => Some(span),
            Name::Person(_) => None,
        });
        let mut res: Vec<Span> = Vec::new();
        for name in people.chain(words) {
            if !res
                .iter()
                .any(|it| it.of(self.text()) == name.of(self.text()))
            {
                res.push(name);
            }
        }
        res.sort();
        res.truncate(MOST_NAMES);
        res
    }

    /// What can be said about the line.
    fn line(&self, ui: &mut Ui, commands: &mut Vec<Command>) {
        let article = self.state.story.article(self.article);
        let Some(block) = article.blocks.iter().find(|it| self.holds(it.span)) else {
            return;
        };
        let place = self.place(block.span);
        match block.kind {
            BlockKind::Furniture(_) => {
                let ruling = Ruling::Furniture(place, false);
                item(ui, "This line is part of the article", ruling, commands);
            }
            _ => {
                let ruling = Ruling::Furniture(place, true);
                item(ui, "This line is page furniture", ruling, commands);
            }
        }
        if block.kind != BlockKind::Headline {
            item(
                ui,
                "This line is the headline",
                Ruling::Headline(place),
                commands,
            );
        }
        if ui.button("Note on this article…").clicked() {
            commands.push(Command::Ask(Question::NoteOnArticle(article.key)));
        }
    }
}

/// One of several, with a tick at the one that holds now.
fn choice(ui: &mut Ui, name: &str, is_chosen: bool, ruling: Ruling, commands: &mut Vec<Command>) {
    let tick = if is_chosen { icons::CHECK } else { "" };
    let button = Button::new(name).selected(is_chosen).shortcut_text(tick);
    if ui.add(button).clicked() {
        commands.push(Command::Decide(ruling));
    }
}

fn item(ui: &mut Ui, name: &str, ruling: Ruling, commands: &mut Vec<Command>) {
    if ui.button(name).clicked() {
        commands.push(Command::Decide(ruling));
    }
}

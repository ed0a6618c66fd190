//! An article's set text with what is found in it: grounds, lines, and what can be clicked.

use std::collections::BTreeMap;
use std::sync::Arc;

use eframe::egui::{
    Color32, CursorIcon, Id, Label, Painter, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind,
    Ui, Vec2, WidgetInfo, pos2, vec2,
};

use super::command::Command;
use super::correct;
use super::layer::Layer;
use super::layout::{Fold, Layout};
use super::state::State;
use super::theme::{Face, Theme};
use super::variants::Reading;
use super::widgets::text::first_words;
use super::widgets::{lines, sign};
use crate::model::{ArticleIdx, Attribution, Place, Presence, Span, Voice};

/// A set text, where it stands on the screen.
pub struct Marked<'a> {
    pub state: &'a State,
    pub theme: &'static Theme,
    pub idx: ArticleIdx,
    pub layout: &'a Layout,
    pub origin: Pos2,
    /// All layers are marked, whatever the legend says: the Annotated view needs them.
    pub all_layers: bool,
}

/// The rows that the selected words take.
#[derive(Clone, Copy, Debug)]
pub struct Block {
    pub top: f32,
    pub bottom: f32,
    /// Told in the writer's words, not quoted.
    pub reported: bool,
}

impl Marked<'_> {
    pub fn rows(&self, span: Span) -> Vec<Rect> {
        let rects = self.layout.rects(self.text(), span).into_iter();
        rects
            .map(|it| it.translate(self.origin.to_vec2()))
            .collect()
    }

    /// The rows that the first witness of an utterance takes in this text.
    pub fn block(&self, utterance: usize) -> Option<Block> {
        let witnesses = &self.state.comparison.utterances[utterance].witnesses;
        let mut mine = witnesses.iter().filter(|it| self.is_mine(it.place));
        mine.find_map(|witness| {
            let rows = self.rows(witness.place.span);
            Some(Block {
                top: rows.first()?.top(),
                bottom: rows.last()?.bottom(),
                reported: witness.reported,
            })
        })
    }

    fn text(&self) -> &str {
        &self.state.story.article(self.idx).text
    }

    fn is_mine(&self, place: Place) -> bool {
        place.article == self.idx
    }

    fn shows(&self, layer: Layer) -> bool {
        let choices = &self.state.choices;
        !choices.teaching && (self.all_layers || choices.shows(layer))
    }

    /// Tints of what is selected or found, for under the text. Returns the selected block.
    pub fn paint_grounds(&self, ui: &Ui) -> Option<Block> {
        let theme = self.theme;
        let fill = |span: Span, color: Color32| {
            for row in self.rows(span) {
                let ground = row.expand2(vec2(1.0, 0.0));
                ui.painter().rect_filled(ground, 0.0, color);
            }
        };
        let mut block = None;
        if let Some(selected) = self.state.selected_utterance() {
            let utterance = &self.state.comparison.utterances[selected];
            for witness in utterance
                .witnesses
                .iter()
                .filter(|it| self.is_mine(it.place))
            {
                if !witness.reported {
                    fill(witness.place.span, theme.quote_tint);
                }
            }
            block = self.block(selected);
            for (_, reading) in self.readings(selected) {
                if let Reading::Variant(span) = reading {
                    fill(span, theme.edit_tint);
                }
            }
        }
        let tint = theme.tint(self.state.selected_layer());
        let words = self.state.selected_words();
        for place in words.iter().filter(|it| self.is_mine(**it)) {
            if self.is_lit_alone(*place) {
                fill(place.span, tint);
            }
        }
        for place in self.state.shown.iter().filter(|it| self.is_mine(**it)) {
            fill(place.span, theme.row_selected);
        }
        if let Some(find) = &self.state.find {
            for hit in find.hits.iter().filter(|it| self.is_mine(**it)) {
                fill(hit.span, theme.selection);
            }
            let current = find.at.and_then(|it| find.hits.get(it));
            if let Some(place) = current.filter(|it| self.is_mine(**it)) {
                let stroke = Stroke::new(2.0, theme.focus);
                for row in self.rows(place.span) {
                    ui.painter()
                        .rect_stroke(row.expand(1.0), 2.0, stroke, StrokeKind::Outside);
                }
            }
        }
        block
    }

    /// A place of the selected finding gets a ground of its own: not what is quoted, which has
    /// one, and of an attribution only who is named.
    fn is_lit_alone(&self, place: Place) -> bool {
        let Some(selected) = self.state.selected_utterance() else {
            return true;
        };
        let witnesses = self.state.comparison.utterances[selected].witnesses.iter();
        let mut mine = witnesses.filter(|it| self.is_mine(it.place));
        if self.state.selected_layer() == Layer::Attribution {
            let quotations = &self.state.story.annotations(self.idx).quotations;
            let mut sources = mine.flat_map(|it| &quotations[it.quotation].sources);
            return sources.any(|it| it.mention.is_some_and(|it| it.overlaps(place.span)));
        }
        !mine.any(|it| !it.reported && it.place.span.overlaps(place.span))
    }

    /// Lines of the layers, over the text.
    pub fn paint_lines(&self, painter: &Painter) {
        let theme = self.theme;
        let selected = self.state.selected_utterance();
        let comparison = &self.state.comparison;
        for (at, utterance) in comparison.utterances.iter().enumerate() {
            let is_selected = selected == Some(at);
            let mine = utterance
                .witnesses
                .iter()
                .filter(|it| self.is_mine(it.place));
            for witness in mine {
                let rows = || self.rows(witness.place.span);
                if witness.reported && is_selected {
                    lines::reported(painter, &rows(), theme.quote);
                } else if !witness.reported && (is_selected || self.shows(Layer::Shared)) {
                    let color = if is_selected {
                        theme.quote
                    } else {
                        theme.quote_faint
                    };
                    lines::under(painter, &rows(), Layer::Shared, color);
                }
                let differs = utterance.attribution == Attribution::Differs;
                if differs && (is_selected || self.shows(Layer::Attribution)) {
                    let quotations = &self.state.story.annotations(self.idx).quotations;
                    let sources = &quotations[witness.quotation].sources;
                    for mention in sources.iter().filter_map(|it| it.mention) {
                        let rows = self.rows(mention);
                        lines::under(painter, &rows, Layer::Attribution, theme.attribution);
                    }
                }
            }
            if is_selected || self.shows(Layer::Edits) {
                self.paint_edits(painter, at);
            }
        }
        if self.shows(Layer::Wording) {
            self.paint_wording(painter);
        }
        for finding in &comparison.findings {
            let layer = Layer::of(finding.kind);
            let picked = self
                .state
                .selected_finding()
                .is_some_and(|it| std::ptr::eq(it, finding));
            if matches!(layer, Layer::Facts | Layer::Evidence | Layer::Wording)
                && (picked || self.shows(layer))
            {
                for place in finding.places.iter().filter(|it| self.is_mine(**it)) {
                    let mut rows = self.rows(place.span);
                    if self.has_shared_line(place.span) {
                        // Two lines under the same words stand one below the other.
                        for row in &mut rows {
                            *row = row.translate(vec2(0.0, 3.0));
                        }
                    }
                    lines::under(painter, &rows, layer, theme.hue(layer));
                }
            }
        }
    }

    /// A zigzag under loaded words of the outlet's own; what it quotes is not its wording.
    fn paint_wording(&self, painter: &Painter) {
        let own = self.state.story.annotations(self.idx).wording.iter();
        for wording in own.filter(|it| it.voice == Voice::Writer) {
            let rows = self.rows(wording.span);
            lines::under(painter, &rows, Layer::Wording, self.theme.wording);
        }
    }

    fn has_shared_line(&self, span: Span) -> bool {
        let utterances = self.state.comparison.utterances.iter();
        let mut witnesses = utterances.flat_map(|it| &it.witnesses);
        witnesses.any(|it| self.is_mine(it.place) && it.place.span.overlaps(span))
    }

    /// Dots under the words that others do not have, a caret where others have words.
    fn paint_edits(&self, painter: &Painter, utterance: usize) {
        let hue = self.theme.edit;
        let mut last: BTreeMap<usize, Span> = BTreeMap::new();
        for (witness, reading) in self.readings(utterance) {
            match reading {
                Reading::Common(span) => {
                    last.insert(witness, span);
                }
                Reading::Variant(span) => {
                    last.insert(witness, span);
                    lines::under(painter, &self.rows(span), Layer::Edits, hue);
                }
                Reading::Lacking => {
                    let before = last.get(&witness).map(|it| self.rows(*it));
                    if let Some(row) = before.as_ref().and_then(|it| it.last()) {
                        lines::caret(painter, row.right_bottom() + vec2(1.0, -4.0), hue);
                    }
                }
                Reading::Nothing => {}
            }
        }
    }

    /// What the witnesses of an utterance in this text have at each point, left to right.
    fn readings(&self, utterance: usize) -> impl Iterator<Item = (usize, Reading)> {
        let witnesses = &self.state.comparison.utterances[utterance].witnesses;
        let columns = self.state.derived.readings[utterance].iter();
        columns
            .flat_map(|it| it.iter().copied().enumerate())
            .filter(|(witness, _)| self.is_mine(witnesses[*witness].place))
    }

    /// The byte of the article under the pointer.
    fn byte(&self, ui: &Ui) -> Option<usize> {
        let at = ui.input(|it| it.pointer.interact_pos())?;
        self.layout.byte_at(self.text(), at - self.origin)
    }

    /// The text itself, which can be selected, and corrected by a menu.
    pub fn text_ui(&self, ui: &mut Ui, commands: &mut Vec<Command>) {
        let galley = Arc::clone(&self.layout.galley);
        let response = ui.add(Label::new(galley).selectable(true));
        correct::menu(self.state, &response, self.idx, || self.byte(ui), commands);
    }

    /// Each shared quotation can be hovered, clicked, and found by its name; each line of folded
    /// furniture opens.
    /// Returns the utterance under the pointer.
    pub fn sense(&self, ui: &mut Ui, commands: &mut Vec<Command>) -> Option<usize> {
        let clip = ui.clip_rect();
        let mut hovered = None;
        let article = self.state.story.article(self.idx);
        let outlet = &self.state.derived.names[self.idx.0];
        for (at, utterance) in self.state.comparison.utterances.iter().enumerate() {
            for (nth, witness) in utterance.witnesses.iter().enumerate() {
                if !self.is_mine(witness.place) {
                    continue;
                }
                for (row_nth, row) in self.rows(witness.place.span).into_iter().enumerate() {
                    if !row.intersects(clip) {
                        continue;
                    }
                    let id = Id::unique(("witness", at, nth, row_nth, self.idx.0));
                    // The keyboard stops once at each quotation, not at each of its lines.
                    let sense = if row_nth == 0 {
                        Sense::click()
                    } else {
                        Sense::CLICK
                    };
                    let response = ui
                        .interact(row, id, sense)
                        .on_hover_cursor(CursorIcon::PointingHand);
                    if row_nth == 0 {
                        let words = self.state.story.words(witness.place);
                        let words = first_words(words);
                        let name = format!("Shared quotation, {outlet}: {words}");
                        response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &name));
                    }
                    if response.has_focus() {
                        let stroke = Stroke::new(2.0, self.theme.focus);
                        ui.painter()
                            .rect_stroke(row, 2.0, stroke, StrokeKind::Outside);
                    }
                    if response.clicked() {
                        commands.push(Command::SelectUtterance(at));
                    }
                    correct::menu(self.state, &response, self.idx, || self.byte(ui), commands);
                    if response.double_clicked() && !self.state.choices.shared_folded {
                        commands.push(Command::ToggleShared);
                    }
                    if response.hovered() {
                        hovered = Some(at);
                    }
                    self.hover_card(response, at);
                }
            }
        }
        for (nth, (fold, row)) in self.layout.folds().enumerate() {
            let row = row.translate(self.origin.to_vec2());
            if row.intersects(clip) {
                let id = Id::unique(("fold", nth, self.idx.0));
                let response = ui.interact(row.expand(3.0), id, Sense::click());
                let (name, command) = match fold {
                    Fold::Furniture => (
                        format!("Show the page furniture of {outlet}"),
                        Command::ToggleFurniture(article.key),
                    ),
                    Fold::Shared => (
                        format!("Unfold what all share, {outlet}"),
                        Command::ToggleShared,
                    ),
                };
                response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
                let response = response.on_hover_cursor(CursorIcon::PointingHand);
                if response.clicked() {
                    commands.push(command);
                }
            }
        }
        hovered
    }

    /// Who has it and how, in a few lines.
    fn hover_card(&self, response: Response, utterance: usize) {
        let state = self.state;
        if state.choices.teaching || state.selected_utterance() == Some(utterance) {
            return;
        }
        response.on_hover_ui(|ui| {
            ui.set_max_width(300.0);
            let it = &state.comparison.utterances[utterance];
            let head = match it.attribution {
                Attribution::Differs => "Shared, attributed differently",
                Attribution::Agrees | Attribution::Unattributed | Attribution::Open => {
                    "Shared quotation"
                }
            };
            ui.strong(head);
            for article in state.order() {
                let presence = state.derived.presence[utterance][article.0];
                if presence == Presence::NoMatch {
                    continue;
                }
                let mut witnesses = it.witnesses.iter();
                let witness = witnesses.position(|it| it.place.article == article);
                let speaker = witness.map(|it| state.credited(utterance, it));
                let speaker = speaker.unwrap_or_default();
                let (rect, _) = ui.allocate_exact_size(Vec2::new(280.0, 18.0), Sense::hover());
                let middle = rect.center().y;
                let at = pos2(rect.left() + 6.0, middle);
                let hue = self.theme.attribution;
                sign::paint(ui.painter(), self.theme, at, presence, hue);
                let words = format!("{}  {speaker}", state.derived.codes[article.0]);
                let galley = ui
                    .painter()
                    .layout_no_wrap(words, Face::UI.font(), self.theme.ink);
                let at = pos2(rect.left() + 18.0, middle - galley.size().y / 2.0);
                ui.painter().galley(at, galley, self.theme.ink);
            }
        });
    }
}

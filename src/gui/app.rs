//! The window's one object: draws the frame, then lets the commands change the state.

use std::cell::RefCell;

use eframe::egui::{self, Rect, Ui, pos2};

use super::command::{Command, View};
use super::input;
use super::layout::Layouts;
use super::scroll::Scroller;
use super::state::{Selection, State, Toast};
use super::theme::{self, DARK, LIGHT, Theme, size};
use super::views::{
    Busy, ViewContext, card, columns, findings, outlets, overlays, strips, toolbar, welcome,
};
use super::worker::{Job, Outcome, Worker};
use crate::model::{ArticleIdx, Decision};
use crate::pipeline::{self, Input};

/// Seconds that a toast stays.
const TOAST: f64 = 4.0;

pub struct App {
    state: State,
    layouts: RefCell<Layouts>,
    worker: Worker,
    scroller: Scroller,
    /// Counts the comparisons asked for: what answers an older one is dropped.
    generation: u64,
    /// Asked for, in no comparison yet.
    unread: Vec<Input>,
    /// When the comparison that runs was asked for, in seconds of the window's clock.
    busy_since: Option<f64>,
    /// Bring the columns level once they are laid out.
    level_wanted: bool,
}

impl App {
    pub fn new(ctx: &egui::Context, inputs: Vec<Input>) -> Self {
        theme::install_fonts(ctx);
        LIGHT.apply(ctx);
        let mut res = Self {
            state: State::default(),
            layouts: RefCell::default(),
            worker: Worker::new(ctx),
            scroller: Scroller::default(),
            generation: 0,
            unread: Vec::new(),
            busy_since: None,
            level_wanted: false,
        };
        if !inputs.is_empty() {
            res.add(ctx, inputs);
        }
        res
    }

    /// Nothing glides and nothing goes away by itself: for pictures.
    pub fn hold_still(&mut self) {
        self.scroller.still = true;
    }

    /// Waits for the comparison that runs: for pictures and tests, never in a frame.
    pub fn settle(&mut self, ctx: &egui::Context) {
        while self.busy_since.is_some() {
            match self.worker.wait() {
                Some(outcome) => self.take(ctx, outcome),
                None => break,
            }
        }
    }

    /// Draws one frame and does what it asked for.
    pub fn frame(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        while let Some(outcome) = self.worker.poll() {
            self.take(&ctx, outcome);
        }
        let now = ctx.input(|it| it.time);
        if self.state.toast.as_ref().is_some_and(|it| it.until <= now) && !self.scroller.still {
            self.state.toast = None;
        }
        if self.scroller.advance(&mut self.state, now) {
            ctx.request_repaint();
        }
        let mut commands = input::commands(&ctx);
        self.draw(ui, &mut commands);
        if self.level_wanted && self.busy_since.is_none() {
            self.level_wanted = false;
            self.scroller
                .bring_level(&ctx, &mut self.state, &self.layouts);
        }
        for command in commands {
            self.apply(&ctx, command);
        }
    }

    fn draw(&mut self, ui: &mut Ui, commands: &mut Vec<Command>) {
        let window = ui.ctx().content_rect();
        let theme: &'static Theme = if self.state.dark { &DARK } else { &LIGHT };
        let regions = Regions::new(window, &self.state);
        self.scroller.height = regions.view.height();
        let order = self.state.order();
        let room = regions.columns();
        if self.level_wanted {
            self.state.columns_scroll = self.scroll_to_selection(room, &order);
        }
        let most = columns::most_scroll(room.width(), order.len());
        self.state.columns_scroll = self.state.columns_scroll.clamp(0.0, most);
        let column_places = columns::places(room, order.len(), self.state.columns_scroll);
        let now = ui.input(|it| it.time);
        let cx = ViewContext {
            state: &self.state,
            theme,
            layouts: &self.layouts,
            order: &order,
            codes: &self.state.codes(),
            columns: &column_places,
            busy: self.busy_since.map(|since| {
                let progress = self.worker.progress();
                Busy {
                    done: progress.map_or(0, |it| it.done),
                    total: progress.map_or(0, |it| it.total),
                    secs: now - since,
                }
            }),
            list_folded: regions.list_folded,
        };
        ui.painter().rect_filled(window, 0.0, theme.paper);
        if self.state.story.articles.is_empty() {
            welcome::welcome_ui(
                &cx,
                ui,
                window.with_min_y(regions.toolbar.bottom()),
                commands,
            );
        } else {
            match self.state.view {
                View::Columns => columns::columns_ui(&cx, ui, regions.columns(), commands),
                View::Outlets => outlets::outlets_ui(&cx, ui, regions.view, commands),
            }
            strips::strips_ui(&cx, ui, regions.band, commands);
            if self.state.view == View::Columns {
                findings::findings_ui(&cx, ui, regions.list, commands);
                card::card_ui(&cx, ui, regions.card, commands);
            }
        }
        toolbar::toolbar_ui(&cx, ui, regions.toolbar, commands);
        overlays::overlays_ui(&cx, ui, window, commands);
    }

    /// How far to the right the row of columns is scrolled so that the selection is in view: most of
    /// its columns or, if they are too far apart, the first.
    fn scroll_to_selection(&self, room: Rect, order: &[ArticleIdx]) -> f32 {
        let now = self.state.columns_scroll;
        let places = columns::places(room, order.len(), now);
        let selected = self.state.selected_places();
        let has = |it: &ArticleIdx| selected.iter().any(|place| place.article == *it);
        let columns = order.iter().zip(&places).filter(|(it, _)| has(it));
        let (mut left, mut right) = (f32::MAX, f32::MIN);
        for (_, (x, width)) in columns {
            left = left.min(*x);
            right = right.max(x + width);
        }
        if left >= right || (left >= room.left() - 1.0 && right <= room.right() + 1.0) {
            return now;
        }
        let to_right = right - room.right();
        let to_left = left - room.left();
        now + if to_right > 0.0 {
            to_right.min(to_left)
        } else {
            to_left
        }
    }

    /// Does what was asked for. The only place where the state changes, but for what the worker
    /// answers.
    pub fn apply(&mut self, ctx: &egui::Context, command: Command) {
        ctx.request_repaint();
        match command {
            Command::AddFiles(paths) => {
                self.add(ctx, paths.into_iter().map(Input::Path).collect());
            }
            Command::AddText(text) => self.add_text(ctx, text),
            Command::OpenSample => self.add(ctx, pipeline::sample()),
            Command::ShowOpenDialog => self.worker.choose_files(),
            Command::ShowFolderDialog => self.worker.choose_folder(),
            Command::AskForPaste => ctx.send_viewport_cmd(egui::ViewportCommand::RequestPaste),
            Command::RemoveArticle(key) => {
                let name = self.state.outlet_name(key);
                self.state.articles.retain(|it| it.key != key);
                self.compare(ctx);
                self.toast(
                    ctx,
                    format!("Removed {name} from the set; its file is untouched"),
                );
            }
            Command::StartRename(key) => {
                self.state.rename = Some((key, self.state.outlet_name(key)));
            }
            Command::EditRename(name) => {
                if let Some(rename) = &mut self.state.rename {
                    rename.1 = name;
                }
            }
            Command::FinishRename => self.finish_rename(ctx),
            Command::CancelRename => self.state.rename = None,
            Command::SelectUtterance(idx) => self.select(Some(Selection::Utterance(idx))),
            Command::SelectFinding(idx) => self.select(Some(Selection::Finding(idx))),
            Command::ClearSelection => self.select(None),
            Command::ShowPlace(place) => {
                self.state.view = View::Columns;
                self.state.shown = Some(place);
                self.scroller
                    .show(ctx, &mut self.state, &self.layouts, place);
            }
            Command::NextFinding => self.select(self.state.finding_after(1)),
            Command::PreviousFinding => self.select(self.state.finding_after(-1)),
            Command::NextUtterance => self.select(self.state.utterance_after(1)),
            Command::PreviousUtterance => self.select(self.state.utterance_after(-1)),
            Command::Filter(filter) => self.state.filter = filter,
            Command::ToggleLayer(layer) => self.state.toggle_layer(layer),
            Command::ShowView(view) => {
                self.state.view = view;
                self.level_wanted |= self.state.selection.is_some();
            }
            Command::ToggleCard => self.state.card_folded = !self.state.card_folded,
            Command::ToggleFindings => {
                let folded = Regions::new(ctx.content_rect(), &self.state).list_folded;
                self.state.list_folded = Some(!folded);
            }
            Command::ToggleTheme => {
                self.state.dark = !self.state.dark;
                let theme: &'static Theme = if self.state.dark { &DARK } else { &LIGHT };
                theme.apply(ctx);
            }
            Command::Scroll { article, by, alone } => {
                self.scroller
                    .scroll(&mut self.state, &self.layouts, article, by, alone);
            }
            Command::ScrollTo { article, to } => {
                self.scroller
                    .scroll_to(&mut self.state, &self.layouts, article, to, false);
            }
            Command::ScrollPage(pages) => {
                if let Some(first) = self.state.order().first() {
                    let by = pages * self.scroller.height * 0.9;
                    self.scroller
                        .scroll(&mut self.state, &self.layouts, *first, by, false);
                }
            }
            Command::ScrollColumns(by) => self.state.columns_scroll += by,
            Command::SavePicture => self.worker.save_picture(None),
            Command::SavePictureAs => self.worker.choose_picture_path(),
            Command::DismissProblems => self.state.problems.clear(),
            Command::Cancel => self.worker.cancel(),
        }
    }

    fn select(&mut self, selection: Option<Selection>) {
        self.state.selection = selection;
        self.state.shown = None;
        if selection.is_some() {
            self.state.view = View::Columns;
            self.level_wanted = true;
        }
    }

    fn add(&mut self, ctx: &egui::Context, inputs: Vec<Input>) {
        self.unread.extend(inputs);
        self.state.problems.clear();
        self.compare(ctx);
    }

    fn add_text(&mut self, ctx: &egui::Context, text: String) {
        if text.trim().is_empty() {
            return self.toast(ctx, "The clipboard holds no text".to_owned());
        }
        if self.state.articles.iter().any(|it| it.text == text) {
            return self.toast(ctx, "Already here, same text".to_owned());
        }
        let taken = |name: &str| {
            let unread = self
                .unread
                .iter()
                .any(|it| matches!(it, Input::Text { name: known, .. } if known == name));
            unread || self.state.articles.iter().any(|it| it.file == name)
        };
        let name = (1..)
            .map(|n| format!("Pasted text {n}"))
            .find(|it| !taken(it));
        self.add(
            ctx,
            vec![Input::Text {
                name: name.unwrap_or_default(),
                text,
            }],
        );
    }

    fn finish_rename(&mut self, ctx: &egui::Context) {
        let Some((article, name)) = self.state.rename.take() else {
            return;
        };
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        if !name.is_empty() && name != self.state.outlet_name(article) {
            self.state
                .decisions
                .push(Decision::RenameOutlet { article, name });
            self.compare(ctx);
        }
    }

    /// Has everything compared anew; what is on screen stays until the answer is there.
    fn compare(&mut self, ctx: &egui::Context) {
        self.generation += 1;
        self.busy_since = Some(self.busy_since.unwrap_or(ctx.input(|it| it.time)));
        self.worker.start(Job::Compare {
            generation: self.generation,
            articles: self.state.articles.clone(),
            new: self.unread.clone(),
            decisions: self.state.decisions.clone(),
        });
    }

    fn take(&mut self, ctx: &egui::Context, outcome: Outcome) {
        match outcome {
            Outcome::Compared(compared) if compared.generation == self.generation => {
                self.busy_since = None;
                self.unread.clear();
                self.state.articles = compared.articles;
                self.state.problems.extend(compared.problems);
                self.state.land(compared.story, compared.comparison);
                self.level_wanted = self.state.selection.is_some();
            }
            Outcome::Cancelled { generation } if generation == self.generation => {
                self.busy_since = None;
                self.unread.clear();
                self.state.articles = self.state.compared_articles();
                self.toast(ctx, "Cancelled. The comparison is as it was".to_owned());
            }
            Outcome::Compared(_) | Outcome::Cancelled { .. } => {}
            Outcome::PictureSaved(path) => {
                self.toast(ctx, format!("Picture saved as {}", path.display()));
            }
            Outcome::PictureFailed(message) => self.toast(ctx, message),
            Outcome::FilesChosen(paths) => self.apply(ctx, Command::AddFiles(paths)),
            Outcome::PicturePathChosen(path) => self.worker.save_picture(Some(path)),
        }
    }

    fn toast(&mut self, ctx: &egui::Context, text: String) {
        let until = ctx.input(|it| it.time) + TOAST;
        self.state.toast = Some(Toast { text, until });
        ctx.request_repaint_after_secs(TOAST as f32 + 0.05);
    }
}

impl eframe::App for App {
    fn ui(&mut self, ui: &mut Ui, _: &mut eframe::Frame) {
        self.frame(ui);
    }
}

/// Where the parts of the window stand.
struct Regions {
    toolbar: Rect,
    list: Rect,
    list_folded: bool,
    band: Rect,
    view: Rect,
    card: Rect,
    /// Left edge of the first column: right of the labels of the Outlets view.
    columns_left: f32,
}

impl Regions {
    fn new(window: Rect, state: &State) -> Self {
        let toolbar = window.with_max_y(window.top() + size::TOOLBAR);
        let in_columns = state.view == View::Columns;
        let list_folded = state.list_folded.unwrap_or(window.width() < size::NARROW);
        let list_width = match (in_columns, list_folded) {
            (false, _) => 0.0,
            (true, true) => size::RAIL,
            (true, false) => size::FINDINGS,
        };
        let card_height = match (in_columns, state.selection.is_none() || state.card_folded) {
            (false, _) => 0.0,
            (true, true) => size::CARD_FOLDED,
            (true, false) => size::CARD.min(window.height() * 0.45),
        };
        let card = window.with_min_y(window.bottom() - card_height);
        let middle = Rect::from_min_max(toolbar.left_bottom(), pos2(window.right(), card.top()));
        let (list, rest) = middle.split_left_right_at_x(window.left() + list_width);
        let (band, view) = rest.split_top_bottom_at_y(rest.top() + size::STRIP_BAND);
        Self {
            toolbar,
            list,
            list_folded,
            band,
            columns_left: view.left() + if in_columns { 0.0 } else { outlets::LABELS },
            view,
            card,
        }
    }

    fn columns(&self) -> Rect {
        self.view.with_min_x(self.columns_left)
    }
}

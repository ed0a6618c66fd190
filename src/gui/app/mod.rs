//! The window's one object: draws the frame, then lets the commands change the state.

mod answer;
mod apply;
mod changed;
mod decide;
mod keep;
mod off_screen;
mod outcome;
mod regions;
mod set;
mod show;

use std::cell::RefCell;
use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui::{self, Ui};

use super::citation::Citer;
use super::command::{Command, View};
use super::input;
use super::layout::Layouts;
use super::scroll::Scroller;
use super::settings;
use super::slots::Slot;
use super::state::{State, Toast};
use super::theme::{self, Look, Theme};
use super::views::{
    Busy, ViewContext, annotated, card, columns, findings, grid, help, outlets, overlays, palette,
    question, search, sideways, sources, strips, toolbar, welcome,
};
use super::worker::{Job, Worker};
use crate::model::{Article, ArticleIdx, Decision, Place};
use crate::pipeline::Input;
use regions::Regions;
use set::{SetFile, take_set};

/// Seconds that a toast stays.
const TOAST: f64 = 4.0;

/// Something that the reader did and can take back.
enum Deed {
    /// Articles taken out, each with its place among all.
    Removed(Vec<(usize, Arc<Article>)>),
    /// The last decision.
    Decided,
}

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
    /// What can be taken back, the last last.
    done: Vec<Deed>,
    /// What was taken back, the last last, until something else is done.
    undone: Vec<Deed>,
    set: SetFile,
    /// The window's title as it was last told to the system.
    title: String,
    /// Files and folders of the set that is open.
    opened_paths: Vec<PathBuf>,
    /// A decision that was taken back or done again: selected once the comparison is there.
    changed: Option<Decision>,
    /// A tooltip answers a pointer that came, not one under which the window changed.
    has_tooltips: bool,
    /// Bring the columns level once they are laid out.
    level_wanted: bool,
    /// Bring these into view once their columns are laid out.
    show_wanted: Vec<Place>,
}

impl App {
    pub fn new(ctx: &egui::Context, inputs: Vec<Input>) -> Self {
        theme::install_fonts(ctx);
        // Ctrl + and - are the sizes of reading; the window's own have Shift.
        ctx.options_mut(|it| it.zoom_with_keyboard = false);
        State::default().choices.look.theme().apply(ctx);
        let mut res = Self {
            state: State::default(),
            layouts: RefCell::default(),
            worker: Worker::new(ctx),
            scroller: Scroller::default(),
            generation: 0,
            unread: Vec::new(),
            busy_since: None,
            done: Vec::new(),
            undone: Vec::new(),
            set: SetFile::default(),
            title: String::new(),
            opened_paths: Vec::new(),
            changed: None,
            has_tooltips: true,
            level_wanted: false,
            show_wanted: Vec::new(),
        };
        let paths = inputs.iter().filter_map(|it| match it {
            Input::Path(path) => Some(path.clone()),
            Input::Text { .. } => None,
        });
        res.opened_paths = paths.collect();
        res.name_set();
        let mut paths = res.opened_paths.clone();
        if let Some(set) = take_set(&mut paths) {
            res.open_set(ctx, set, paths);
        } else if !inputs.is_empty() {
            res.add(ctx, inputs);
        }
        res
    }

    /// Takes up what the reader chose the last time.
    pub fn restore(&mut self, ctx: &egui::Context, storage: &dyn eframe::Storage) {
        if ctx.system_theme() == Some(egui::Theme::Dark) {
            self.state.choices.look = Look::Dark;
        }
        self.state.recent = settings::restore(storage, &mut self.state.choices);
        self.state.choices.look.theme().apply(ctx);
        ctx.set_zoom_factor(self.state.choices.window_zoom());
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

    /// Waits for the next answer of the worker: for tests.
    pub fn wait(&mut self, ctx: &egui::Context) {
        if let Some(outcome) = self.worker.wait() {
            self.take(ctx, outcome);
        }
    }

    /// Draws one frame and does what it asked for.
    pub fn frame(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        let mut is_other = false;
        while let Some(outcome) = self.worker.poll() {
            is_other = true;
            self.take(&ctx, outcome);
        }
        let now = ctx.input(|it| it.time);
        if self.state.toast.as_ref().is_some_and(|it| it.until <= now) && !self.scroller.still {
            self.state.toast = None;
        }
        self.keep(&ctx, now);
        let title = self.title();
        if title != self.title {
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.title = title;
        }
        if self.scroller.advance(&mut self.state, now) {
            is_other = true;
            ctx.request_repaint();
        }
        let has_articles = !self.state.articles.is_empty();
        let mut commands = input::commands(&ctx, has_articles);
        if self.state.asked.is_some() {
            // Only Escape: what lies behind the question stays as it is.
            commands.retain(|it| *it == Command::ClearSelection);
        }
        self.draw(ui, &mut commands);
        self.cite_copied(&ctx);
        self.state.selection_moved = false;
        self.state.find_opened = false;
        let shown = self.state.visible();
        let was_set_anew = self
            .scroller
            .keep_places(&mut self.state, &self.layouts, &shown);
        if was_set_anew {
            self.level_wanted |= self.state.selection.is_some();
            ctx.request_repaint();
        }
        self.bring_into_view(&ctx);
        let is_hover = |it: &Command| matches!(it, Command::HoverUtterance(_));
        is_other |= !commands.iter().all(is_hover);
        for command in commands {
            self.apply(&ctx, command);
        }
        self.keep_tooltips(&ctx, is_other);
    }

    /// No tooltip until the pointer moves, once what lies under it `is_other`.
    fn keep_tooltips(&mut self, ctx: &egui::Context, is_other: bool) {
        let has_moved = ctx.input(|it| it.pointer.delta() != egui::Vec2::ZERO);
        let is_wanted = has_moved || (self.has_tooltips && !is_other);
        if is_wanted != self.has_tooltips {
            self.has_tooltips = is_wanted;
            theme::set_tooltips(ctx, is_wanted);
        }
    }

    /// Words that Ctrl Shift C copies get their citation.
    fn cite_copied(&self, ctx: &egui::Context) {
        let is_wanted = ctx.input(|it| {
            it.modifiers.shift && it.events.iter().any(|it| matches!(it, egui::Event::Copy))
        });
        if is_wanted {
            let shown = self.state.visible().into_iter();
            let articles = shown.map(|it| Arc::clone(&self.state.story.articles[it.0].0));
            ctx.plugin_or_default::<Citer>().lock().articles = articles.collect();
        }
    }

    fn draw(&mut self, ui: &mut Ui, commands: &mut Vec<Command>) {
        let window = ui.ctx().content_rect();
        let regions = Regions::new(window, &self.state);
        let theme = self.state.choices.look.theme();
        ui.painter().rect_filled(window, 0.0, theme.paper);
        let (all, order) = (self.state.order(), self.state.visible());
        let now = ui.input(|it| it.time);
        let mut cx = self.context(theme, &all, &order, &[], regions.list_folded, 0.0);
        cx.busy = self.busy(now);
        // In the order in which the keyboard goes through them.
        toolbar::toolbar_ui(&cx, ui, regions.toolbar, commands);
        if self.state.story.articles.is_empty() {
            let below = window.with_min_y(regions.toolbar.bottom());
            welcome::welcome_ui(&cx, ui, below, commands);
        } else {
            self.draw_articles(ui, &regions, commands);
        }
        let mut cx = self.context(theme, &all, &order, &[], regions.list_folded, 0.0);
        cx.busy = self.busy(now);
        overlays::overlays_ui(&cx, ui, window, commands);
        help::help_ui(&cx, ui, window, commands);
        palette::palette_ui(&cx, ui, window, commands);
        question::question_ui(&cx, ui, window, commands);
    }

    /// The comparison that runs, at this second of the window's clock.
    fn busy(&self, now: f64) -> Option<Busy> {
        let since = self.busy_since?;
        let progress = self.worker.progress();
        Some(Busy {
            done: progress.map_or(0, |it| it.done),
            total: progress.map_or(0, |it| it.total),
            secs: now - since,
        })
    }

    /// List, heads, view and card, as far as they have room.
    fn draw_articles(&mut self, ui: &mut Ui, regions: &Regions, commands: &mut Vec<Command>) {
        let theme = self.state.choices.look.theme();
        let all = self.state.order();
        let order = self.state.visible();
        let mut slots = regions.slots(&mut self.state, &order);
        if self.bring_sideways(regions, &slots) {
            slots = regions.slots(&mut self.state, &order);
        }
        let (names, view_rect) = regions.names_and_view(&slots);
        let height = view_rect.height();
        self.scroller.height = height;
        let cx = self.context(theme, &all, &order, &slots, regions.list_folded, height);
        if regions.find.height() > 0.0 {
            search::search_ui(&cx, ui, regions.find, commands);
        }
        if regions.list.width() > 0.0 {
            findings::findings_ui(&cx, ui, regions.list, commands);
        }
        let view = self.state.choices.view;
        let labels = regions::labels(view);
        if names.height() > 0.0 {
            strips::overview_ui(&cx, ui, regions.band, commands);
            strips::names_ui(&cx, ui, names, commands);
        } else {
            strips::strips_ui(&cx, ui, regions.band, labels, commands);
        }
        if view == View::Grid {
            grid::corner_ui(&cx, ui, regions.band, commands);
        }
        match view {
            View::Columns => columns::columns_ui(&cx, ui, view_rect, commands),
            View::Annotated => annotated::annotated_ui(&cx, ui, regions.view, commands),
            View::Grid => grid::grid_ui(&cx, ui, regions.view, commands),
            View::Outlets => outlets::outlets_ui(&cx, ui, regions.view, commands),
            View::Sources => sources::sources_ui(&cx, ui, regions.view, commands),
        }
        if view != View::Columns {
            let left = regions.view.left() + labels;
            sideways::sideways_ui(&cx, ui, regions.view, left, commands);
        }
        if regions.card.height() > 0.0 {
            card::card_ui(&cx, ui, regions.card, regions.card_folded, commands);
        }
    }

    fn context<'a>(
        &'a self,
        theme: &'static Theme,
        all: &'a [ArticleIdx],
        order: &'a [ArticleIdx],
        slots: &'a [Slot],
        list_folded: bool,
        height: f32,
    ) -> ViewContext<'a> {
        ViewContext {
            state: &self.state,
            theme,
            layouts: &self.layouts,
            all,
            order,
            slots,
            busy: None,
            list_folded,
            height,
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
            decisions: self.state.decisions.decisions(),
        });
    }

    /// A toast for something that can be taken back.
    fn toast_undoable(&mut self, ctx: &egui::Context, text: String) {
        self.toast(ctx, text);
        if let Some(toast) = &mut self.state.toast {
            toast.until += TOAST;
            toast.can_undo = true;
        }
    }

    fn toast(&mut self, ctx: &egui::Context, text: String) {
        let until = ctx.input(|it| it.time) + TOAST;
        self.state.toast = Some(Toast {
            text,
            until,
            can_undo: false,
        });
        ctx.request_repaint_after_secs(TOAST as f32 + 0.05);
    }
}

impl eframe::App for App {
    fn save(&mut self, storage: &mut dyn eframe::Storage) {
        settings::remember(&mut self.state.recent, self.opened_paths.clone());
        settings::save(storage, &self.state.choices, &self.state.recent);
    }

    fn on_exit(&mut self, _: Option<&eframe::glow::Context>) {
        self.close();
    }

    /// What egui remembers of widgets is not worth keeping.
    fn persist_egui_memory(&self) -> bool {
        false
    }

    fn ui(&mut self, ui: &mut Ui, _: &mut eframe::Frame) {
        self.frame(ui);
    }
}

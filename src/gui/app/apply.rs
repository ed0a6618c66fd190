//! What each command does. The only place where the state changes, but for what the worker answers.

use eframe::egui;

use super::App;
use super::keep::PICTURE_SCALE;
use super::regions::Regions;
use super::set::take_set;
use crate::gui::citation;
use crate::gui::command::{Command, Part, Purpose, Ruling, View};
use crate::gui::find::Find;
use crate::gui::state::{Palette, Selection};
use crate::gui::worker::Job;
use crate::pipeline::{self, Input};

pub(super) const NOTHING_SELECTED: &str = "Select a finding or a shared quotation first";

impl App {
    /// Does what was asked for.
    pub fn apply(&mut self, ctx: &egui::Context, command: Command) {
        ctx.request_repaint();
        match command {
            Command::AddFiles(mut paths) => {
                if let Some(set) = take_set(&mut paths) {
                    return self.open_set(ctx, set, paths);
                }
                self.opened_paths.extend(paths.iter().cloned());
                self.name_set();
                self.add(ctx, paths.into_iter().map(Input::Path).collect());
            }
            Command::AddText(text) => self.add_text(ctx, text),
            Command::OpenSample => self.add(ctx, pipeline::sample()),
            Command::ShowOpenDialog => self.worker.choose_files(),
            Command::ShowFolderDialog => self.worker.choose_folder(),
            Command::AskForPaste => ctx.send_viewport_cmd(egui::ViewportCommand::RequestPaste),
            Command::RemoveArticle(key) => {
                let name = self.state.outlet_name(key);
                self.remove(ctx, |it| it == key);
                let told = format!("Removed {name} from the set; its file is untouched");
                self.toast_undoable(ctx, told);
            }
            Command::SaveSet => self.save_set(None),
            Command::SaveSetAs => self.worker.choose_path(Purpose::Set),
            Command::Recover(at) => self.recover(ctx, at),
            Command::Discard(at) => self.discard(at),
            Command::Undo => self.undo(ctx),
            Command::Redo => self.redo(ctx),
            Command::Decide(ruling) => self.decide(ctx, &ruling),
            Command::StartMerge(place) => {
                self.state.merging = Some(place);
                let told = "Click the quotation that says the same; Esc cancels";
                self.toast(ctx, told.to_owned());
            }
            Command::Ask(question) => self.ask(ctx, question),
            Command::EditAnswer(answer) => {
                if let Some(asked) = &mut self.state.asked {
                    asked.answer = answer;
                    asked.complaint = "";
                }
            }
            Command::FinishAnswer => self.finish_answer(ctx),
            Command::CloseQuestion => self.state.asked = None,
            Command::ToggleRejected => {
                let choices = &mut self.state.choices;
                choices.shows_rejected = !choices.shows_rejected;
            }
            Command::OpenRecent(at) => {
                if let Some(recent) = self.state.recent.get(at) {
                    self.apply(ctx, Command::AddFiles(recent.paths.clone()));
                }
            }
            Command::RemoveAll => {
                self.opened_paths.clear();
                self.name_set();
                self.remove(ctx, |_| true);
                let told = "Removed all articles; their files are untouched";
                self.toast_undoable(ctx, told.to_owned());
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
            Command::SelectUtterance(idx) => {
                self.select(Some(Selection::Utterance(idx)));
                if let Some(one) = self.state.merging.take() {
                    let utterance = &self.state.comparison.utterances[idx];
                    let other = utterance.witnesses[utterance.base].place;
                    self.decide(ctx, &Ruling::Merge(one, other));
                }
            }
            Command::HoverUtterance(hovered) => self.state.hovered = hovered,
            Command::SelectFact(idx) => self.select(Some(Selection::Fact(idx))),
            Command::SelectFinding(idx) => self.select(Some(Selection::Finding(idx))),
            Command::ClearSelection => {
                // Escape leaves what was entered last.
                if self.state.palette.is_some() {
                    self.state.palette = None;
                } else if self.state.asked.take().is_some() || self.state.merging.take().is_some() {
                    // That was all.
                } else if self.state.rename.is_some() {
                    self.state.rename = None;
                } else if self.state.help {
                    self.state.help = false;
                } else if self.state.find.is_some() {
                    self.state.find = None;
                } else if !self.state.problems.is_empty() {
                    self.state.problems.clear();
                } else if !self.state.choices.search.is_empty() {
                    self.state.choices.search.clear();
                } else if self.state.choices.brush.is_some() {
                    self.state.choices.brush = None;
                } else {
                    self.select(None);
                }
            }
            Command::NextFinding => self.select(self.state.finding_after(1)),
            Command::PreviousFinding => self.select(self.state.finding_after(-1)),
            Command::NextUtterance => self.select(self.state.utterance_after(1)),
            Command::PreviousUtterance => self.select(self.state.utterance_after(-1)),
            Command::ShowPlace(place) => self.show(place),
            Command::ShowDuplicate(idx) => self.show_duplicate(idx),
            Command::ShowChanges(idx) => self.show_changes(idx),
            Command::ShowVersion { article, version } => {
                let versions = &mut self.state.choices.versions;
                versions.remove(&article);
                versions.extend(version.map(|it| (article, it)));
            }
            Command::CopySelection => {
                if let Some(text) = citation::selection(&self.state) {
                    self.copy(ctx, text);
                }
            }
            Command::Copy(text) => self.copy(ctx, text),
            Command::Filter(filter) => {
                self.state.choices.filter = filter;
                self.drop_unlisted();
            }
            Command::Brush(brush) => {
                self.state.choices.brush = brush;
                self.drop_unlisted();
            }
            Command::ToggleLayer(layer) => self.state.choices.toggle_layer(layer),
            Command::SearchFindings(search) => {
                self.state.choices.search = search;
                self.drop_unlisted();
            }
            Command::ToggleFindings => {
                let folded = Regions::new(ctx.content_rect(), &self.state).list_folded;
                self.state.choices.list_folded = Some(!folded);
            }
            Command::ToggleTeaching => {
                let choices = &mut self.state.choices;
                choices.teaching = !choices.teaching;
                choices.revealed.clear();
                self.select(None);
            }
            Command::Reveal(idx) => {
                self.state.choices.revealed.insert(idx);
                self.select(Some(Selection::Finding(idx)));
            }
            Command::ShowView(view) => self.show_view(view),
            Command::ToggleCard => {
                let folded = Regions::new(ctx.content_rect(), &self.state).card_folded;
                self.state.choices.card_folded = Some(!folded);
            }
            Command::SizeCard(height) => self.state.choices.card_height = Some(height),
            Command::SortGrid(key) => {
                let choices = &mut self.state.choices;
                choices.grid_sort = Some(key).filter(|it| choices.grid_sort != Some(*it));
            }
            Command::ToggleGroups => {
                let choices = &mut self.state.choices;
                choices.grouped = !choices.grouped;
            }
            Command::ToggleRows => {
                let choices = &mut self.state.choices;
                choices.rows_whole = !choices.rows_whole;
            }
            Command::Hide(key) => {
                self.state.choices.hidden.insert(key);
                if self.state.visible().is_empty() {
                    self.state.choices.hidden.remove(&key);
                }
            }
            Command::ShowAllArticles => {
                self.state.choices.hidden.clear();
                self.state.choices.solo = None;
            }
            Command::Solo(key) => {
                let choices = &mut self.state.choices;
                choices.solo = Some(key).filter(|it| choices.solo != Some(*it));
            }
            Command::Pin(key) => {
                let pinned = &mut self.state.choices.pinned;
                if !pinned.remove(&key) {
                    pinned.insert(key);
                }
            }
            Command::OpenColumn(key) => self.open_column(key),
            Command::MoveArticle { article, to } => self.state.move_article(article, to),
            Command::MakeReference(key) => {
                self.state.choices.reference = Some(key);
                self.show_view(View::Annotated);
            }
            Command::NextReference(step) => {
                self.state.choices.reference = self.state.reference_after(step);
                self.show_view(View::Annotated);
            }
            Command::ToggleFurniture(key) => {
                let open = &mut self.state.choices.open_furniture;
                if !open.remove(&key) {
                    open.insert(key);
                }
            }
            Command::ToggleShared => {
                let folded = !self.state.choices.shared_folded;
                self.state.choices.shared_folded = folded;
                let n = self.state.n_shared_by_all();
                let told = match (folded, n) {
                    (true, 0) => "No paragraph is shared by all articles shown".to_owned(),
                    (true, _) => "Folded what all articles share".to_owned(),
                    (false, _) => "Unfolded what all articles share".to_owned(),
                };
                self.toast(ctx, told);
            }
            Command::Scroll { article, by, alone } => {
                self.scroller
                    .scroll(&mut self.state, &self.layouts, article, by, alone);
            }
            Command::ScrollTo { article, to } => {
                self.scroller
                    .scroll_all_to(&mut self.state, &self.layouts, article, to);
            }
            Command::ScrollPage(pages) => {
                let by = pages * self.scroller.height;
                let leading = match self.state.choices.view {
                    View::Annotated => self.state.reference(),
                    _ => self.state.visible().first().copied(),
                };
                if let Some(article) = leading {
                    let alone = self.state.choices.free_scroll;
                    self.scroller
                        .scroll(&mut self.state, &self.layouts, article, by, alone);
                }
            }
            Command::ScrollColumns(by) => self.state.columns_scroll += by,
            Command::ToggleFreeScroll => {
                let free = !self.state.choices.free_scroll;
                self.state.choices.free_scroll = free;
                let words = if free {
                    "Each column scrolls by itself"
                } else {
                    "Columns scroll together along what they share"
                };
                self.toast(ctx, words.to_owned());
            }
            Command::StartFind => {
                self.state.find.get_or_insert_default();
                self.state.find_opened = true;
            }
            Command::EditFind(query) => self.search(ctx, |it| it.query = query),
            Command::TogglePattern => self.search(ctx, |it| it.is_pattern = !it.is_pattern),
            Command::StepFind(step) => {
                let hit = self.state.find.as_mut().and_then(|it| it.go(step));
                if let Some(place) = hit {
                    self.show(place);
                }
            }
            Command::CloseFind => self.state.find = None,
            Command::OpenPalette => self.state.palette = Some(Palette::default()),
            Command::EditPalette(query) => self.state.palette = Some(Palette { query, at: 0 }),
            Command::StepPalette(step) => {
                if let Some(palette) = &mut self.state.palette {
                    palette.at = palette.at.saturating_add_signed(step);
                }
            }
            Command::ClosePalette => self.state.palette = None,
            Command::ToggleHelp => self.state.help = !self.state.help,
            Command::SetLook(look) => {
                self.state.choices.look = look;
                look.theme().apply(ctx);
                self.has_tooltips = true;
            }
            Command::NextLook => {
                self.apply(ctx, Command::SetLook(self.state.choices.look.next()));
            }
            Command::TogglePresentation => {
                let choices = &mut self.state.choices;
                choices.presenting = !choices.presenting;
                ctx.set_zoom_factor(choices.window_zoom());
            }
            Command::ZoomReading(steps) => {
                self.level_wanted |= self.state.selection.is_some();
                let now = &mut self.state.choices.reading_steps;
                *now = (*now + steps).clamp(-4, 10);
            }
            Command::ZoomWindow(steps) => {
                let choices = &mut self.state.choices;
                if steps == 0 {
                    (choices.window_steps, choices.reading_steps) = (0, 0);
                } else {
                    choices.window_steps = (choices.window_steps + steps).clamp(-4, 8);
                }
                ctx.set_zoom_factor(choices.window_zoom());
            }
            Command::SavePicture => self.worker.save_picture(None),
            Command::SavePictureAs(Part::Selection) if self.state.selection.is_none() => {
                self.toast(ctx, NOTHING_SELECTED.to_owned());
            }
            Command::SavePictureAs(part) => self.worker.choose_path(Purpose::Picture(part)),
            Command::CopyPicture => match self.draw_selection(PICTURE_SCALE) {
                Some(drawn) => {
                    self.worker.start(Job::CopyPicture(Box::new(drawn)));
                    self.toast(ctx, "Drawing the picture".to_owned());
                }
                None => self.toast(ctx, NOTHING_SELECTED.to_owned()),
            },
            Command::SaveDecisions => self.worker.choose_path(Purpose::Decisions),
            Command::SaveReport(format) => self.worker.choose_path(Purpose::Report(format)),
            Command::DismissProblems => self.state.problems.clear(),
            Command::Cancel => self.worker.cancel(),
        }
    }

    pub(super) fn select(&mut self, selection: Option<Selection>) {
        self.state.selection = selection;
        self.state.selection_moved = true;
        self.state.shown.clear();
        self.state.choices.opened.clear();
        // What is selected stands in the last versions.
        self.state.choices.versions.clear();
        if let Some(Selection::Finding(idx)) = selection
            && self.state.choices.teaching
        {
            self.state.choices.revealed.insert(idx);
        }
        self.level_wanted |= selection.is_some();
    }

    /// The card shows nothing that the list does not have.
    fn drop_unlisted(&mut self) {
        if !self.state.is_listed() {
            self.select(None);
        }
    }

    fn show_view(&mut self, view: View) {
        self.state.choices.view = view;
        self.state.choices.view_chosen = true;
        self.level_wanted |= self.state.selection.is_some();
        self.state.selection_moved = true;
    }

    /// Changes what is looked for and looks anew.
    fn search(&mut self, ctx: &egui::Context, change: impl FnOnce(&mut Find)) {
        let order = self.state.visible();
        let Some(find) = &mut self.state.find else {
            return;
        };
        change(find);
        find.search(&self.state.story, &order);
        self.apply(ctx, Command::StepFind(1));
    }

    fn copy(&mut self, ctx: &egui::Context, text: String) {
        ctx.copy_text(text);
        self.toast(ctx, "Copied with its source".to_owned());
    }
}

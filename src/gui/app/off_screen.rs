//! Parts of the window drawn on a screen that nobody sees, as large as they are.

use eframe::egui::{Pos2, Rect, Vec2};

use super::App;
use super::regions::Regions;
use crate::gui::command::View;
use crate::gui::picture::{Drawn, Screen};
use crate::gui::theme::{Look, size};
use crate::gui::views::card::sheet;
use crate::gui::views::{grid, outlets};

/// Higher than any view is: it is cut where the words end.
const HIGHEST: f32 = 60_000.0;
/// Space below the last words.
const FOOT: f32 = 28.0;

impl App {
    /// Something that is there is selected.
    pub fn has_selection(&self) -> bool {
        self.state.selected_presence().is_some()
    }

    /// What is selected, alone, always light: it goes into mails and onto slides.
    pub fn draw_selection(&self, scale: f32) -> Option<Drawn> {
        self.state.selected_presence()?;
        let theme = Look::Light.theme();
        let all = self.state.order();
        let order = self.state.visible();
        let cx = self.context(theme, &all, &order, &[], false, 0.0);
        let mut height = HIGHEST;
        let mut res = None;
        // First to see how high it is.
        for _ in 0..2 {
            let page = Rect::from_min_size(Pos2::ZERO, Vec2::new(sheet::WIDTH, height));
            let mut screen = Screen::new(theme, page.size(), scale);
            screen.frame(|ui| height = sheet::sheet_ui(&cx, ui, page).ceil());
            res = Some(screen.drawn());
        }
        res
    }

    /// The view at its full height and width, without what stands around it.
    pub fn draw_view(&mut self, scale: f32) -> Drawn {
        let theme = self.state.choices.look.theme();
        // Texts are set anew: their letters stand in the textures of that screen.
        let layouts = self.layouts.take();
        let scroll = std::mem::take(&mut self.state.scroll);
        let columns_scroll = std::mem::take(&mut self.state.columns_scroll);
        let n = self.state.visible().len() as f32;
        let width = match self.state.choices.view {
            View::Columns => n * 400.0,
            View::Annotated => 1180.0,
            View::Grid => grid::LABELS + n * 220.0,
            View::Outlets => outlets::LABELS + n * 280.0,
            View::Sources => (n * 120.0).max(1400.0),
        };
        let draw = |app: &mut Self, height: f32, n_frames: usize| {
            let size = Vec2::new(width, height);
            let mut screen = Screen::new(theme, size, scale);
            for _ in 0..n_frames {
                screen.frame(|ui| {
                    let page = Rect::from_min_size(Pos2::ZERO, size);
                    let regions = Regions::of_view(page);
                    app.draw_articles(ui, &regions, &mut Vec::new());
                });
                if app.state.choices.view == View::Columns {
                    app.scroller.level_whole(&mut app.state, &app.layouts);
                }
            }
            app.layouts.take();
            screen
        };
        let bottom = draw(self, HIGHEST, 2).words_bottom() + FOOT;
        let height = bottom.clamp(size::STRIP_BAND + 200.0, HIGHEST);
        let drawn = draw(self, height.ceil(), 3).drawn();
        self.layouts.replace(layouts);
        self.state.scroll = scroll;
        self.state.columns_scroll = columns_scroll;
        drawn
    }
}

//! The window: everything egui, and only here.

mod actions;
pub mod app;
mod choices;
mod citation;
pub mod command;
mod correct;
mod credited;
mod derived;
mod find;
mod icons;
mod input;
mod layer;
mod layout;
mod level;
mod marked;
pub mod picture;
mod scroll;
mod settings;
mod slots;
mod state;
pub mod theme;
mod variants;
mod views;
mod widgets;
pub mod worker;

use eframe::egui;

use crate::pipeline::Input;

/// The program's name, to the system and its folders.
const NAME: &str = "crossread";

/// Opens the window on these articles and returns when it is closed.
///
/// # Errors
/// If no window can be opened: no display answers, or it cannot draw.
pub fn run(inputs: Vec<Input>) -> eframe::Result {
    let options = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default()
            .with_title("Crossread")
            // The name of the desktop file, which is how Wayland finds the icon.
            .with_app_id(NAME)
            .with_inner_size([1440.0, 900.0])
            .with_min_inner_size([900.0, 560.0])
            .with_drag_and_drop(true),
        #[cfg(target_os = "linux")]
        event_loop_builder: prefer_x11(),
        ..eframe::NativeOptions::default()
    };
    eframe::run_native(
        NAME,
        options,
        Box::new(|cc| {
            let mut app = app::App::new(&cc.egui_ctx, inputs);
            if let Some(storage) = cc.storage {
                app.restore(&cc.egui_ctx, storage);
            }
            if let Some(folder) = eframe::storage_dir(NAME) {
                app.keep_in(folder.join("unsaved"));
            }
            Ok(Box::new(app))
        }),
    )
}

/// X11 or XWayland where there is one: this winit receives no dropped files on Wayland.
#[cfg(target_os = "linux")]
fn prefer_x11() -> Option<eframe::EventLoopBuilderHook> {
    use winit::platform::x11::EventLoopBuilderExtX11 as _;

    std::env::var_os("DISPLAY").filter(|it| !it.is_empty())?;
    Some(Box::new(|builder| {
        builder.with_x11();
    }))
}

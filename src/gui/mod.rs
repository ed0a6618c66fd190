//! The window: everything egui, and only here.

//! The window: everything egui, and only here.

use std::process::ExitCode;

use crate::pipeline::Input;

pub fn run(_inputs: Vec<Input>) -> ExitCode {
    ExitCode::SUCCESS
}

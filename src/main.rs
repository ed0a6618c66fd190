//! Starts the command line or the window. Nothing else.

use std::process::ExitCode;

use crossread::cli::{self, Outcome};

fn main() -> ExitCode {
    match cli::run() {
        Outcome::Exit(code) => code,
        #[cfg(feature = "gui")]
        Outcome::Window(inputs) => match crossread::gui::run(inputs.clone()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => cli::without_window(&inputs, &error),
        },
        #[cfg(not(feature = "gui"))]
        Outcome::Window(_) => ExitCode::FAILURE,
    }
}

//! The form that a person reads in a terminal.

use crate::model::{Comparison, Problem, Story};

/// The whole comparison, wrapped to 100 columns.
pub fn comparison(_story: &Story, _comparison: &Comparison, _problems: &[Problem]) -> String {
    String::new()
}

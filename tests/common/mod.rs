//! The whole way through the core, as both faces go it.

use std::sync::atomic::AtomicBool;

use crossread::model::{Comparison, Story};
use crossread::pipeline::{self, Cache, Input, Watch};

/// Reads, annotates and compares.
pub fn compared(inputs: &[Input]) -> (Story, Comparison) {
    let (articles, _) = pipeline::read(inputs, &[]);
    let watch = Watch {
        progress: &|_| {},
        cancel: &AtomicBool::new(false),
    };
    pipeline::compare(&articles, &[], &Cache::default(), &watch).expect("nobody cancels")
}

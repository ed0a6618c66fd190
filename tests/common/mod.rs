//! Stories from texts, without files.

use std::sync::atomic::AtomicBool;

use crossread::model::{Comparison, Story};
use crossread::pipeline::{self, Cache, Input, Watch};

/// Reads, annotates and compares texts, given as name and text.
pub fn compared(texts: &[(&str, &str)]) -> (Story, Comparison) {
    let inputs: Vec<Input> = texts
        .iter()
        .map(|(name, text)| Input::Text {
            name: (*name).to_owned(),
            text: (*text).to_owned(),
        })
        .collect();
    compared_inputs(&inputs)
}

pub fn compared_inputs(inputs: &[Input]) -> (Story, Comparison) {
    let (articles, _) = pipeline::read(inputs, &[]);
    let watch = Watch {
        progress: &|_| {},
        cancel: &AtomicBool::new(false),
    };
    pipeline::compare(&articles, &[], &Cache::default(), &watch).expect("nobody cancels")
}

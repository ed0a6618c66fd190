#![doc = include_str!("../ARCHITECTURE.md")]

pub mod anchor;
pub mod annotate;
pub mod cli;
pub mod compare;
#[cfg(feature = "gui")]
pub mod gui;
pub mod lexicon;
pub mod model;
pub mod pipeline;
pub mod project;
pub mod read;
pub mod report;

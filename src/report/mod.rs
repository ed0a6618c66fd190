//! A comparison to bytes.

pub mod json;
mod offsets;
mod sources;
pub mod text;

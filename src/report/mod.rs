//! A comparison to bytes.

pub mod json;
mod offsets;
pub mod text;

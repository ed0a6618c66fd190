//! A comparison to bytes.

mod edition;
pub mod json;
mod offsets;
mod phrases;
mod sources;
pub mod text;

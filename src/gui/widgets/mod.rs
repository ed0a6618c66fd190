//! Reusable pieces: measure, describe for screen readers, paint. They know the theme, no state.

pub mod button;
pub mod lines;
pub mod outlet_mark;
pub mod overlay;
pub mod ribbon;
pub mod sign;
pub mod text;

//! The built-in story: invented by us, about an event that never happened.

/// File name and text of each article of the sample.
pub fn sample() -> [(&'static str, &'static str); 0] {
    []
}

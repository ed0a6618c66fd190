//! The word lists of `assets/lexicons`, parsed once; plain look-ups.

use std::sync::LazyLock;

/// All word lists of one language.
#[derive(Debug, Default)]
pub struct Lexicons {}

impl Lexicons {
    /// The English lists that are built in.
    pub fn english() -> &'static Self {
        static ENGLISH: LazyLock<Lexicons> = LazyLock::new(Lexicons::default);
        &ENGLISH
    }

    /// A word that makes a statement less certain: `likely`, `assess`.
    pub fn is_hedge(&self, _word: &str) -> bool {
        false
    }
}

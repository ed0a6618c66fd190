//! What the reader corrected: an input that is replayed, never a patch on results.

use super::ArticleKey;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// The reader says which outlet an article is from.
    RenameOutlet { article: ArticleKey, name: String },
}

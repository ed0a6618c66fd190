//! A file that could not be read, told to a person. The other files are compared.

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The path as it was given.
    pub file: String,
    /// What happened and what to do, one sentence, without the path.
    pub message: String,
}

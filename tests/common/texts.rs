//! Articles without files.

use crossread::pipeline::Input;

/// Texts, given as name and text.
pub fn inputs(texts: &[(&str, &str)]) -> Vec<Input> {
    texts
        .iter()
        .map(|(name, text)| Input::Text {
            name: (*name).to_owned(),
            text: (*text).to_owned(),
        })
        .collect()
}

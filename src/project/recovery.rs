//! What is left of a damaged set's file.
//!
//! Each article and decision is a JSON value that begins with its checksum. Such a beginning cannot
//! stand inside a text, where its quotation marks would be escaped; so each is looked for and read
//! alone, and what lies between does not matter.

use serde::de::DeserializeOwned;
use serde_json::{Deserializer, Value};

use super::page::PageShape;

const ROW: &str = "{\"checksum\":";

pub fn page(bytes: &[u8]) -> PageShape {
    let text = String::from_utf8_lossy(bytes);
    let rows = text.match_indices(ROW).map(|(at, _)| {
        // What cannot be read counts as a row that is lost.
        first::<Value>(&text[at..]).unwrap_or(Value::Null)
    });
    let mut res = PageShape::of_rows(rows.collect());
    res.contents = member(&text, "\"contents\":{");
    res.saved_as = member(&text, "\"saved_as\":\"");
    res.view = member(&text, "\"view\":{");
    res
}

/// The last member that begins so, its value's first letter included.
fn member<T: DeserializeOwned>(text: &str, begin: &str) -> Option<T> {
    let at = text.rfind(begin)?;
    first(&text[at + begin.len() - 1..])
}

/// The value that a text begins with.
fn first<T: DeserializeOwned>(text: &str) -> Option<T> {
    Deserializer::from_str(text).into_iter().next()?.ok()
}

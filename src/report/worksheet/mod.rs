//! A worksheet for a class: the articles with numbered paragraphs, the findings as questions, and
//! the answers on a page of their own.
//!
//! A web page for print, or Markdown to be changed by the teacher.

mod html;
mod markdown;
mod questions;

use std::path::Path;

use self::questions::Question;
use super::edition::Edition;
use crate::model::{Comparison, Story};

/// What a sheet says before its articles and its questions.
const TASK: &str = "Read the articles. They tell of one event. The numbers at the left count their \
     paragraphs.";
const BLANKS: &str = "Copy the exact words. Write “no match found” where an article has nothing of \
     it: perhaps it says it in words that you have not seen yet.";

/// Markdown for a path that says so, else a web page.
pub fn page(story: &Story, comparison: &Comparison, path: Option<&Path>) -> String {
    let edition = Edition::new(story, comparison);
    let questions = questions::questions(&edition);
    let ending = path.and_then(Path::extension).unwrap_or_default();
    if ["md", "markdown"]
        .iter()
        .any(|it| ending.eq_ignore_ascii_case(it))
    {
        markdown::page(&edition, &questions)
    } else {
        html::page(&edition, &questions)
    }
}

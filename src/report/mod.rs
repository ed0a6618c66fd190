//! A comparison to bytes, in the form that its reader can use.

mod about;
pub mod csv;
pub mod decisions;
mod duplicates;
mod edition;
mod html;
pub mod json;
mod markdown;
mod names;
mod noted;
mod offsets;
mod phrases;
pub mod save;
mod sources;
pub mod text;
mod worksheet;

use std::path::Path;

use self::save::SaveError;
use crate::model::{Comparison, Problem, Story};

/// The forms of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Text,
    Json,
    /// One page that needs nothing else.
    Html,
    Markdown,
    /// Tables, one a file.
    Csv,
    /// W3C Web Annotations.
    Annotations,
    /// For a class: a web page, or Markdown.
    Worksheet,
}

impl Format {
    pub const ALL: [Self; 7] = [
        Self::Text,
        Self::Json,
        Self::Html,
        Self::Markdown,
        Self::Csv,
        Self::Annotations,
        Self::Worksheet,
    ];

    /// As it is called on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Json => "json",
            Self::Html => "html",
            Self::Markdown => "markdown",
            Self::Csv => "csv",
            Self::Annotations => "annotations",
            Self::Worksheet => "worksheet",
        }
    }

    /// What it is for.
    pub fn title(self) -> &'static str {
        match self {
            Self::Text => "Plain text",
            Self::Json => "Data (JSON)",
            Self::Html => "Web page (HTML)",
            Self::Markdown => "Wiki page (Markdown)",
            Self::Csv => "Tables (CSV)",
            Self::Annotations => "Web annotations (JSON-LD)",
            Self::Worksheet => "Worksheet for a class (HTML)",
        }
    }

    /// The ending of the file that it is usually saved in.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Json => "json",
            Self::Html => "html",
            Self::Markdown => "md",
            Self::Csv => "zip",
            Self::Annotations => "jsonld",
            Self::Worksheet => "html",
        }
    }
}

/// What a report is made from.
#[derive(Clone, Copy)]
pub struct Material<'a> {
    pub story: &'a Story,
    pub comparison: &'a Comparison,
    /// Files that could not be read.
    pub problems: &'a [Problem],
}

/// What is to be written.
pub enum Contents {
    Page(String),
    /// Several pages, each with the name of its file.
    Pages(Vec<(&'static str, String)>),
}

/// The report, for this file if it is known.
pub fn contents(format: Format, material: &Material<'_>, path: Option<&Path>) -> Contents {
    let Material {
        story,
        comparison,
        problems,
    } = *material;
    match format {
        Format::Text => Contents::Page(text::comparison(story, comparison, problems)),
        Format::Json => Contents::Page(json::comparison(story, comparison, problems)),
        Format::Html => Contents::Page(html::comparison(story, comparison, problems)),
        Format::Markdown => Contents::Page(markdown::comparison(story, comparison, problems)),
        Format::Csv => Contents::Pages(csv::tables(story, comparison)),
        Format::Annotations => Contents::Page(json::annotations(story, comparison)),
        Format::Worksheet => Contents::Page(worksheet::page(story, comparison, path)),
    }
}

/// Makes the report and writes it whole or not at all: one file, or for tables a folder, or a
/// `.zip` of it.
///
/// # Errors
/// If `path` cannot take the report, or cannot be written.
pub fn save(format: Format, material: &Material<'_>, path: &Path) -> Result<(), SaveError> {
    save::contents(&contents(format, material, Some(path)), path)
}

//! The rule that made a row, in full where it is first needed.

use std::collections::HashMap;

use super::page::Page;

/// By rule: the name of the row under which it stands in full.
#[derive(Default)]
pub struct Rules<'a> {
    printed: HashMap<&'a str, String>,
}

impl<'a> Rules<'a> {
    pub fn write(&mut self, rule: &'a str, row: &str, indent: usize, page: &mut Page) {
        match self.printed.get(rule) {
            Some(first) => page.text(indent, &format!("Rule as in {first}")),
            None => {
                page.text(indent, &format!("Rule: {rule}"));
                self.printed.insert(rule, row.to_owned());
            }
        }
    }
}

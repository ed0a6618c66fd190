//! Lines of Markdown, in which no word of an article is taken for markup.

#[derive(Default)]
pub struct Page {
    res: String,
}

impl Page {
    pub fn finish(self) -> String {
        self.res
    }

    pub fn heading(&mut self, level: usize, text: &str) {
        self.block(&format!("{} {}", "#".repeat(level), escaped(text)));
    }

    pub fn paragraph(&mut self, text: &str) {
        self.block(&escaped(text));
    }

    pub fn emphasized(&mut self, text: &str) {
        self.block(&format!("*{}*", escaped(text)));
    }

    pub fn list(&mut self, points: impl IntoIterator<Item = Point>) {
        let lines: Vec<String> = points
            .into_iter()
            .map(|it| {
                let lead = match it.lead.is_empty() {
                    true => String::new(),
                    false => format!("**{}** ", escaped(&it.lead)),
                };
                let indent = "  ".repeat(it.depth);
                format!("{indent}- {lead}{}", escaped(&it.text))
            })
            .collect();
        self.block(&lines.join("\n"));
    }

    pub fn table(&mut self, head: &[&str], rows: &[Vec<String>]) {
        let line = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
        let mut lines = vec![
            line(head.iter().map(|it| escaped(it)).collect()),
            line(vec!["---".to_owned(); head.len()]),
        ];
        lines.extend(
            rows.iter()
                .map(|it| line(it.iter().map(|it| escaped(it)).collect())),
        );
        self.block(&lines.join("\n"));
    }

    /// What follows is printed on a page of its own.
    pub fn new_sheet(&mut self) {
        self.block("<div style=\"page-break-before: always\"></div>");
    }

    fn block(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        if !self.res.is_empty() {
            self.res.push('\n');
        }
        self.res.push_str(text);
        self.res.push('\n');
    }
}

/// A line of a list.
pub struct Point {
    pub depth: usize,
    /// In bold before the text.
    pub lead: String,
    pub text: String,
}

impl Point {
    pub fn new(lead: &str, text: impl Into<String>) -> Self {
        Self {
            depth: 0,
            lead: lead.to_owned(),
            text: text.into(),
        }
    }

    pub fn below(text: impl Into<String>) -> Self {
        Self {
            depth: 1,
            lead: String::new(),
            text: text.into(),
        }
    }
}

/// One line, as it will be read.
fn escaped(text: &str) -> String {
    let words: Vec<&str> = text.split(is_break).filter(|it| !it.is_empty()).collect();
    let line = words.join(" ");
    let mut res = String::with_capacity(line.len());
    for c in line.chars() {
        match c {
            '<' => res.push_str("&lt;"),
            '&' => res.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '#' | '>' => {
                res.push('\\');
                res.push(c);
            }
            c if c.is_control() => res.push(char::REPLACEMENT_CHARACTER),
            c => res.push(c),
        }
    }
    res
}

/// Spaces stay as the outlet set them.
fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_is_markup() {
        for (words, expected) in [
            ("*a* _b_ `c`", "\\*a\\* \\_b\\_ \\`c\\`"),
            ("[a](b)", "\\[a\\](b)"),
            ("<b> & c", "&lt;b\\> &amp; c"),
            ("a | b", "a \\| b"),
            ("one\n\n# two", "one \\# two"),
        ] {
            assert_eq!(escaped(words), expected);
        }
    }
}

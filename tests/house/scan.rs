//! Rust text as the laws read it: code without comments, strings and tests; strings; paths.
//!
//! ```text
//! use crate::{model::{Span, Story}, read};   ->  crate::model::Span  crate::model::Story  crate::read
//! let res = read::article(path); // see std  ->  read::article
//! ```
//! A scanner, not a parser: it knows how comments, strings and `use` groups are written, no more.

/// One file under `src`.
pub struct File {
    /// Below `src`, with `/`: `gui/views/card.rs`.
    pub path: String,
    pub text: String,
    /// The text up to its tests, comments and strings blanked, every line kept.
    pub code: String,
    /// Line and contents of every string literal outside the tests.
    pub strings: Vec<(usize, String)>,
    /// Line and segments of every path outside the tests, `use` groups written out.
    pub paths: Vec<(usize, Vec<String>)>,
}

impl File {
    pub fn new(path: &str, text: &str) -> Self {
        let (code, strings) = code_and_strings(without_tests(text));
        let paths = paths(&code);
        Self {
            path: path.to_owned(),
            text: text.to_owned(),
            code,
            strings,
            paths,
        }
    }

    /// `gui/views/card` for `gui/views/card.rs`, `gui/views` for its `mod.rs`, nothing for `lib.rs`.
    pub fn module(&self) -> &str {
        let stem = self.path.strip_suffix(".rs").unwrap_or(&self.path);
        match stem {
            "lib" => "",
            _ => stem.strip_suffix("/mod").unwrap_or(stem),
        }
    }

    /// Is this file `folder`, or in it?
    pub fn is_in(&self, folder: &str) -> bool {
        covers(folder, self.module())
    }

    /// Lines of the code that hold `word` as a whole word.
    pub fn lines_with(&self, word: &str) -> Vec<usize> {
        let mut res = Vec::new();
        for (at, line) in self.code.lines().enumerate() {
            let mut words = line.split(|it: char| !is_word(it));
            if words.any(|it| it == word) {
                res.push(at + 1);
            }
        }
        res
    }

    /// Lines of the paths that begin with `start`, which is written `std::fs`.
    pub fn lines_using(&self, start: &str) -> Vec<usize> {
        let start: Vec<&str> = start.split("::").collect();
        let begins = |path: &[String]| {
            path.len() >= start.len() && path.iter().zip(&start).all(|(a, b)| a == b)
        };
        let found = self.paths.iter().filter(|(_, path)| begins(path));
        found.map(|(line, _)| *line).collect()
    }
}

/// Is `module` the module `folder`, or below it? Both are written with `/`.
pub fn covers(folder: &str, module: &str) -> bool {
    module
        .strip_prefix(folder)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The text before the tests, which stand at the foot.
fn without_tests(text: &str) -> &str {
    text.split("\n#[cfg(test)]\nmod tests {")
        .next()
        .unwrap_or(text)
}

fn is_word(it: char) -> bool {
    it.is_alphanumeric() || it == '_'
}

fn code_and_strings(text: &str) -> (String, Vec<(usize, String)>) {
    let mut code = String::new();
    let mut strings = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (len, is_string) = opaque_len(rest, code.chars().next_back());
        let (piece, after) = rest.split_at(len.unwrap_or(first.len_utf8()));
        if is_string {
            let line = code.matches('\n').count() + 1;
            strings.push((line, piece.to_owned()));
            code.push_str("\"\"");
        }
        match len {
            Some(_) => code.extend(piece.chars().filter(|it| *it == '\n')),
            None => code.push(first),
        }
        rest = after;
    }
    (code, strings)
}

/// Length of the comment, string or letter literal at the start of `rest`, and whether it is a string.
fn opaque_len(rest: &str, before: Option<char>) -> (Option<usize>, bool) {
    if rest.starts_with("//") {
        return (Some(rest.find('\n').unwrap_or(rest.len())), false);
    }
    if rest.starts_with("/*") {
        return (Some(rest.find("*/").map_or(rest.len(), |it| it + 2)), false);
    }
    if rest.starts_with('"') {
        return (Some(closed_len(rest, '"')), true);
    }
    if rest.starts_with('r') && !before.is_some_and(is_word) {
        let n_hashes = rest[1..].bytes().take_while(|it| *it == b'#').count();
        if rest[1 + n_hashes..].starts_with('"') {
            let close = format!("\"{}", "#".repeat(n_hashes));
            let body = 2 + n_hashes;
            let end = rest[body..].find(&close);
            return (
                Some(end.map_or(rest.len(), |it| body + it + close.len())),
                true,
            );
        }
    }
    let mut signs = rest.chars();
    let is_letter =
        signs.next() == Some('\'') && (signs.next() == Some('\\') || signs.next() == Some('\''));
    (is_letter.then(|| closed_len(rest, '\'')), false)
}

/// Length up to the mark that closes the one at the start; a backslash hides what follows it.
fn closed_len(rest: &str, mark: char) -> usize {
    let mut hidden = false;
    for (at, it) in rest.char_indices().skip(1) {
        if it == mark && !hidden {
            return at + it.len_utf8();
        }
        hidden = it == '\\' && !hidden;
    }
    rest.len()
}

/// A word or sign of the code, `::` being one sign, with its line.
type Token<'a> = (usize, &'a str);

fn tokens(code: &str) -> Vec<Token<'_>> {
    let mut res = Vec::new();
    for (at, line) in code.lines().enumerate() {
        let mut rest = line.trim_start();
        while let Some(first) = rest.chars().next() {
            let len = if is_word(first) {
                rest.find(|it| !is_word(it)).unwrap_or(rest.len())
            } else if rest.starts_with("::") {
                2
            } else {
                first.len_utf8()
            };
            let (token, after) = rest.split_at(len);
            res.push((at + 1, token));
            rest = after.trim_start();
        }
    }
    res
}

fn paths(code: &str) -> Vec<(usize, Vec<String>)> {
    let tokens = tokens(code);
    let mut res = Vec::new();
    let mut at = 0;
    while let Some((_, token)) = tokens.get(at) {
        let follows = tokens.get(at + 1).is_some_and(|it| it.1 == "::");
        if follows && token.starts_with(is_word) {
            tree(&tokens, &mut at, &[], &mut res);
        } else {
            at += 1;
        }
    }
    res
}

/// Reads one path, or a group of them, and writes each out in full.
fn tree(
    tokens: &[Token<'_>],
    at: &mut usize,
    start: &[String],
    res: &mut Vec<(usize, Vec<String>)>,
) {
    let mut path = start.to_vec();
    let line = tokens.get(*at).map_or(0, |it| it.0);
    while let Some((_, token)) = tokens.get(*at) {
        if *token == "{" {
            *at += 1;
            while tokens.get(*at).is_some_and(|it| it.1 != "}") {
                tree(tokens, at, &path, res);
                let end = tokens[*at..]
                    .iter()
                    .position(|it| matches!(it.1, "," | "}"));
                *at = end.map_or(tokens.len(), |it| *at + it);
                *at += usize::from(tokens.get(*at).is_some_and(|it| it.1 == ","));
            }
            *at += 1;
            return;
        }
        if *token != "self" {
            path.push((*token).to_owned());
        }
        *at += 1;
        if tokens.get(*at).is_none_or(|it| it.1 != "::") {
            break;
        }
        *at += 1;
        let goes_on = |it: &Token<'_>| it.1.starts_with(is_word) || matches!(it.1, "{" | "*");
        if !tokens.get(*at).is_some_and(goes_on) {
            break;
        }
    }
    res.push((line, path));
}

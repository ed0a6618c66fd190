//! The lines of a page: what a browser would set as one paragraph, with the element it is in.
//!
//! ```text
//! <p>The wall <a>failed</a>.</p><div>Share <p>…   ->   "The wall failed." in p, 6 letters linked
//!                                                      "Share" in div …
//! ```
//! What is never shown (scripts, forms' insides, hidden parts) gives no line.

use super::dom::{Dom, NodeIdx, push_words};

/// One paragraph as shown.
pub struct Line {
    pub text: String,
    /// The nearest element that begins a line of its own.
    pub block: NodeIdx,
    /// Bytes of `text` that are a link.
    pub n_linked: usize,
}

impl Line {
    pub fn linked_share(&self) -> f32 {
        self.n_linked as f32 / self.text.len().max(1) as f32
    }

    pub fn n_words(&self) -> usize {
        self.text.split_whitespace().count()
    }
}

/// Deeper elements are read as if they stood at this depth; no page that people wrote is as deep.
const DEEPEST: usize = 300;

/// All lines that are shown, in the order of the page.
pub fn lines(dom: &Dom) -> Vec<Line> {
    walked(dom, is_hidden)
}

/// The same with what is hidden until a script or a click shows it.
pub fn with_hidden(dom: &Dom) -> Vec<Line> {
    walked(dom, |_, _| false)
}

fn walked(dom: &Dom, leaves_out: fn(&Dom, NodeIdx) -> bool) -> Vec<Line> {
    let mut walk = Walk {
        dom,
        leaves_out,
        lines: Vec::new(),
        text: String::new(),
        n_linked: 0,
        seam: false,
    };
    walk.node(Dom::DOCUMENT, Dom::DOCUMENT, false, 0);
    walk.end_line(Dom::DOCUMENT);
    walk.lines
}

struct Walk<'a> {
    dom: &'a Dom,
    leaves_out: fn(&Dom, NodeIdx) -> bool,
    lines: Vec<Line>,
    text: String,
    n_linked: usize,
    /// Two elements touch here that the page's style may set apart.
    seam: bool,
}

impl Walk<'_> {
    fn node(&mut self, node: NodeIdx, block: NodeIdx, linked: bool, depth: usize) {
        if let Some(text) = self.dom.text(node) {
            let before = self.text.len();
            if std::mem::take(&mut self.seam) && are_glued(&self.text, text) {
                self.text.push(' ');
            }
            push_words(&mut self.text, text);
            if linked {
                self.n_linked += self.text.len() - before;
            }
            return;
        }
        let name = self.dom.name(node);
        if is_unseen(name) || (self.leaves_out)(self.dom, node) {
            return;
        }
        if name == "br" {
            if is_heading(self.dom.name(block)) {
                push_words(&mut self.text, " ");
            } else {
                self.end_line(block);
            }
            return;
        }
        let cell = matches!(name, "td" | "th");
        let own_line = begins_line(name) || cell && self.holds_lines(node);
        if cell && !own_line {
            push_words(&mut self.text, " ");
        }
        let inner = if own_line { node } else { block };
        if own_line {
            self.end_line(block);
        }
        let linked = linked || name == "a";
        if depth >= DEEPEST {
            let below: Vec<NodeIdx> = self.dom.below(node).collect();
            for text in below.iter().filter_map(|it| self.dom.text(*it)) {
                push_words(&mut self.text, text);
            }
        } else {
            let mut before = false;
            for child in self.dom.children(node) {
                let apart = is_set_apart(self.dom.name(*child));
                self.seam |= before && apart;
                self.node(*child, inner, linked, depth + 1);
                before = apart;
            }
        }
        if own_line {
            self.end_line(inner);
        }
    }

    /// A cell of a table that only arranges the page.
    fn holds_lines(&self, cell: NodeIdx) -> bool {
        let mut below = self.dom.below(cell);
        below.any(|it| begins_line(self.dom.name(it)) || self.dom.name(it) == "br")
    }

    fn end_line(&mut self, block: NodeIdx) {
        let text = std::mem::take(&mut self.text);
        let n_linked = std::mem::take(&mut self.n_linked);
        let text = text.trim();
        if text.chars().any(char::is_alphanumeric) {
            self.lines.push(Line {
                n_linked: n_linked.min(text.len()),
                text: text.to_owned(),
                block,
            });
        }
    }
}

/// Elements in a line between which styles put a distance: `<a>Ada Ruiz</a><span>Editor</span>`.
fn is_set_apart(name: &str) -> bool {
    matches!(name, "a" | "span" | "time")
}

/// No word goes on like this after `before`.
fn are_glued(before: &str, after: &str) -> bool {
    let mut back = before.chars().rev();
    let mut next = after.chars();
    let (Some(last), Some(first)) = (back.next(), next.next()) else {
        return false;
    };
    let begins_word = first.is_uppercase() && next.next().is_some_and(char::is_lowercase);
    match last {
        '.' | ',' | ';' | '!' | '?' => back.next().is_some_and(char::is_lowercase) && begins_word,
        last if last.is_lowercase() => {
            first.is_uppercase() || first.is_ascii_digit() || first == '@'
        }
        last => last.is_ascii_digit() && begins_word,
    }
}

pub fn is_heading(name: &str) -> bool {
    matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

fn is_unseen(name: &str) -> bool {
    matches!(
        name,
        "script"
            | "style"
            | "noscript"
            | "template"
            | "head"
            | "svg"
            | "iframe"
            | "object"
            | "select"
            | "textarea"
            | "canvas"
            | "audio"
            | "video"
            | "math"
    )
}

fn is_hidden(dom: &Dom, node: NodeIdx) -> bool {
    let style = dom.attribute(node, "style").unwrap_or_default();
    let style: String = style.chars().filter(|it| !it.is_whitespace()).collect();
    if dom.attribute(node, "hidden").is_some() || style.contains("display:none") {
        return true;
    }
    // Shown only when pointed at.
    let class = dom.attribute(node, "class").unwrap_or_default();
    [
        "tooltip",
        "rollover",
        "popover",
        "hovercard",
        "sr-only",
        "visually-hidden",
        "visuallyhidden",
        "screen-reader",
    ]
    .iter()
    .any(|it| class.contains(it))
}

fn begins_line(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "body"
            | "button"
            | "caption"
            | "center"
            | "dd"
            | "details"
            | "dialog"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hr"
            | "html"
            | "legend"
            | "li"
            | "main"
            | "nav"
            | "ol"
            | "p"
            | "picture"
            | "pre"
            | "section"
            | "summary"
            | "table"
            | "tbody"
            | "thead"
            | "tr"
            | "ul"
    )
}

//! The tree of a page, as a browser would build it, in one list of nodes.
//!
//! `html5ever` mends broken markup by the rules of the standard and calls us for each node; what is
//! kept here is only what a reading needs: names, attributes, texts and the order.

use std::borrow::Cow;
use std::cell::{Ref, RefCell};

use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::{StrTendril, TendrilSink as _};
use html5ever::{Attribute, ParseOpts, QualName};

/// A node by its place in [`Dom`]; the document is 0.
pub type NodeIdx = usize;

/// A page.
pub struct Dom {
    nodes: Vec<Node>,
}

struct Node {
    parent: Option<NodeIdx>,
    children: Vec<NodeIdx>,
    content: Content,
}

enum Content {
    Text(String),
    Element(QualName, Vec<Attribute>),
    /// The document, a comment, the root of a template.
    Nothing,
}

impl Dom {
    pub const DOCUMENT: NodeIdx = 0;

    /// Reads any text as a page; there is no page too broken.
    pub fn new(page: &str) -> Self {
        let page = flattened(page);
        html5ever::parse_document(Sink::default(), ParseOpts::default()).one(page.as_ref())
    }

    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    pub fn children(&self, node: NodeIdx) -> &[NodeIdx] {
        self.nodes.get(node).map_or(&[], |it| &it.children)
    }

    /// The lower-case name of an element; empty for everything else.
    pub fn name(&self, node: NodeIdx) -> &str {
        match self.nodes.get(node).map(|it| &it.content) {
            Some(Content::Element(name, _)) => &name.local,
            _ => "",
        }
    }

    pub fn text(&self, node: NodeIdx) -> Option<&str> {
        match self.nodes.get(node).map(|it| &it.content) {
            Some(Content::Text(text)) => Some(text),
            _ => None,
        }
    }

    pub fn attribute(&self, node: NodeIdx, name: &str) -> Option<&str> {
        match self.nodes.get(node).map(|it| &it.content) {
            Some(Content::Element(_, attributes)) => attributes
                .iter()
                .find(|it| &*it.name.local == name)
                .map(|it| &*it.value),
            _ => None,
        }
    }

    /// The node's parent, its parent's, up to the document.
    pub fn ancestors(&self, node: NodeIdx) -> impl Iterator<Item = NodeIdx> {
        let parent = |it: &NodeIdx| self.nodes.get(*it).and_then(|it| it.parent);
        std::iter::successors(parent(&node), parent)
    }

    /// All nodes under `node`, in the order of the page.
    pub fn below(&self, node: NodeIdx) -> impl Iterator<Item = NodeIdx> {
        let mut open: Vec<NodeIdx> = self.children(node).iter().rev().copied().collect();
        std::iter::from_fn(move || {
            let next = open.pop()?;
            open.extend(self.children(next).iter().rev());
            Some(next)
        })
    }

    /// The words under `node`, white space made single.
    pub fn words(&self, node: NodeIdx) -> String {
        let mut res = String::new();
        let own = self.text(node).into_iter();
        for text in own.chain(self.below(node).filter_map(|it| self.text(it))) {
            push_words(&mut res, text);
        }
        res.truncate(res.trim_end().len());
        res
    }
}

/// Appends `text` as a browser shows it: white space is one space, and none where a line begins.
pub fn push_words(res: &mut String, text: &str) {
    for letter in text.chars() {
        // A no-break space is one too: it would cut words from each other in comparisons.
        if letter.is_whitespace() {
            if !res.is_empty() && !res.ends_with([' ', '\n']) {
                res.push(' ');
            }
        } else if !matches!(letter, '\u{200b}' | '\u{feff}' | '\u{ad}') {
            res.push(letter);
        }
    }
}

/// More open elements are nested in no page, and the parser's work grows with their square.
const DEEPEST: usize = 1000;

/// The page without the tags that nest deeper than any page does.
fn flattened(page: &str) -> Cow<'_, str> {
    let mut res = String::new();
    let mut depth = 0_usize;
    let mut copied = 0;
    let mut raw_until = 0;
    for (at, _) in page.match_indices('<') {
        if at < raw_until {
            continue;
        }
        let tag = &page[at + 1..];
        let closes = tag.starts_with('/');
        let name = tag.trim_start_matches('/');
        let end = name
            .find(|it: char| !it.is_ascii_alphanumeric())
            .unwrap_or(name.len());
        let name = name[..end.min(12)].to_ascii_lowercase();
        if end == 0 || closes_itself(&name) {
            continue;
        }
        if !closes && matches!(name.as_str(), "script" | "style") {
            // What looks like a tag in a program is none.
            let end_tag = format!("</{name}");
            let found = tag
                .find(&end_tag)
                .or_else(|| tag.find(&end_tag.to_uppercase()));
            raw_until = found.map_or(page.len(), |it| at + 1 + it);
            depth += 1;
            continue;
        }
        if closes {
            depth = depth.saturating_sub(1);
            continue;
        }
        depth += 1;
        if depth > DEEPEST {
            let end = tag.find('>').map_or(page.len(), |it| at + it + 2);
            res.push_str(page.get(copied..at).unwrap_or_default());
            copied = copied.max(end);
        }
    }
    if copied == 0 {
        return Cow::Borrowed(page);
    }
    res.push_str(&page[copied.min(page.len())..]);
    Cow::Owned(res)
}

/// Elements that need no end tag.
fn closes_itself(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "body"
            | "br"
            | "col"
            | "dd"
            | "dt"
            | "embed"
            | "head"
            | "hr"
            | "html"
            | "img"
            | "input"
            | "li"
            | "link"
            | "meta"
            | "option"
            | "p"
            | "param"
            | "path"
            | "source"
            | "tbody"
            | "td"
            | "tfoot"
            | "th"
            | "thead"
            | "tr"
            | "track"
            | "use"
            | "wbr"
    )
}

/// Takes the nodes from the parser.
struct Sink(RefCell<Dom>);

impl Default for Sink {
    fn default() -> Self {
        let dom = Dom { nodes: Vec::new() };
        let res = Self(RefCell::new(dom));
        res.add(Content::Nothing);
        res
    }
}

impl Sink {
    fn add(&self, content: Content) -> NodeIdx {
        let nodes = &mut self.0.borrow_mut().nodes;
        nodes.push(Node {
            parent: None,
            children: Vec::new(),
            content,
        });
        nodes.len() - 1
    }

    /// Puts `child` into `parent` before its child `at`; texts that touch become one.
    fn insert(&self, parent: NodeIdx, at: usize, child: NodeOrText<NodeIdx>) {
        let at = at.min(self.0.borrow().children(parent).len());
        let child = match child {
            NodeOrText::AppendNode(child) => {
                self.remove_from_parent(&child);
                child
            }
            NodeOrText::AppendText(text) => {
                let before = at.checked_sub(1).and_then(|at| {
                    let dom = self.0.borrow();
                    dom.children(parent).get(at).copied()
                });
                if let Some(before) = before
                    && let Content::Text(known) = &mut self.0.borrow_mut().nodes[before].content
                {
                    known.push_str(&text);
                    return;
                }
                self.add(Content::Text(text.to_string()))
            }
        };
        let nodes = &mut self.0.borrow_mut().nodes;
        let at = at.min(nodes[parent].children.len());
        nodes[parent].children.insert(at, child);
        nodes[child].parent = Some(parent);
    }
}

impl TreeSink for Sink {
    type Handle = NodeIdx;
    type Output = Dom;
    type ElemName<'a> = Ref<'a, QualName>;

    fn finish(self) -> Dom {
        self.0.into_inner()
    }

    fn elem_name<'a>(&'a self, target: &'a NodeIdx) -> Ref<'a, QualName> {
        Ref::map(self.0.borrow(), |it| match &it.nodes[*target].content {
            Content::Element(name, _) => name,
            Content::Text(_) | Content::Nothing => unreachable!("the parser asks elements only"),
        })
    }

    fn create_element(
        &self,
        name: QualName,
        attributes: Vec<Attribute>,
        _: ElementFlags,
    ) -> NodeIdx {
        self.add(Content::Element(name, attributes))
    }

    fn create_comment(&self, _: StrTendril) -> NodeIdx {
        self.add(Content::Nothing)
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> NodeIdx {
        self.add(Content::Nothing)
    }

    fn append(&self, parent: &NodeIdx, child: NodeOrText<NodeIdx>) {
        self.insert(*parent, usize::MAX, child);
    }

    fn append_before_sibling(&self, sibling: &NodeIdx, new: NodeOrText<NodeIdx>) {
        let place = {
            let dom = self.0.borrow();
            dom.nodes[*sibling].parent.map(|parent| {
                let mut siblings = dom.nodes[parent].children.iter();
                (parent, siblings.position(|it| it == sibling).unwrap_or(0))
            })
        };
        if let Some((parent, at)) = place {
            self.insert(parent, at, new);
        }
    }

    fn append_based_on_parent_node(
        &self,
        element: &NodeIdx,
        previous: &NodeIdx,
        child: NodeOrText<NodeIdx>,
    ) {
        let inside = self.0.borrow().nodes[*element].parent.is_some();
        if inside {
            self.append_before_sibling(element, child);
        } else {
            self.append(previous, child);
        }
    }

    fn remove_from_parent(&self, target: &NodeIdx) {
        let nodes = &mut self.0.borrow_mut().nodes;
        if let Some(parent) = nodes[*target].parent.take() {
            nodes[parent].children.retain(|it| it != target);
        }
    }

    fn reparent_children(&self, node: &NodeIdx, new_parent: &NodeIdx) {
        let nodes = &mut self.0.borrow_mut().nodes;
        let children = std::mem::take(&mut nodes[*node].children);
        for child in &children {
            nodes[*child].parent = Some(*new_parent);
        }
        nodes[*new_parent].children.extend(children);
    }

    fn add_attrs_if_missing(&self, target: &NodeIdx, new: Vec<Attribute>) {
        if let Content::Element(_, known) = &mut self.0.borrow_mut().nodes[*target].content {
            for attribute in new {
                if known.iter().all(|it| it.name != attribute.name) {
                    known.push(attribute);
                }
            }
        }
    }

    fn get_document(&self) -> NodeIdx {
        Dom::DOCUMENT
    }

    /// A template is never shown: its contents may hang under it.
    fn get_template_contents(&self, target: &NodeIdx) -> NodeIdx {
        *target
    }

    fn same_node(&self, a: &NodeIdx, b: &NodeIdx) -> bool {
        a == b
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_nested_beyond_reason_is_read_in_little_time() {
        let deep = format!("{}The wall failed.", "<div>".repeat(50_000));
        let dom = Dom::new(&deep);
        assert!(dom.len() < 2_000);
        assert_eq!(dom.words(Dom::DOCUMENT), "The wall failed.");
    }

    #[test]
    fn signs_in_programs_and_tags_without_end_do_not_count_as_depth() {
        let page = format!(
            "<script>{}</script>{}<b>The wall</b> failed.",
            "if(a<b)c(); ".repeat(3_000),
            "<p>A line.<br>".repeat(3_000)
        );
        assert!(matches!(flattened(&page), Cow::Borrowed(_)));
    }
}

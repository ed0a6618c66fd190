//! What each line of the page is.
//!
//! In the main element a line is the article unless its part's name, its links, its words or its
//! place say otherwise; everywhere else it is furniture.

use std::collections::HashMap;

use super::body::{Page, ends_sentence};
use super::dom::{Dom, NodeIdx};
use super::lines::{Line, is_heading};
use super::parts::Part;
use crate::model::{BlockKind, FurnitureKind};
use crate::read::furniture;

/// The kind of each line of the page.
pub fn kinds(page: &Page<'_>) -> Vec<BlockKind> {
    let story = story_containers(page);
    let lists = lists_of_links(page);
    let mut res: Vec<BlockKind> = (0..page.lines.len())
        .map(|at| kind(page, at, &story, &lists))
        .collect();
    titles_of_links(page, &mut res);
    res
}

fn kind(
    page: &Page<'_>,
    at: usize,
    story: &HashMap<NodeIdx, f32>,
    lists: &HashMap<NodeIdx, (usize, usize)>,
) -> BlockKind {
    let line = &page.lines[at];
    match page.parts[at] {
        Some(Part::Furniture(kind)) => return BlockKind::Furniture(kind),
        _ if !page.in_main(at) => return BlockKind::Furniture(FurnitureKind::Other),
        Some(Part::Quoted) => return BlockKind::Quote,
        None => {}
    }
    if let Some(kind) = furniture::of_line(&line.text) {
        return BlockKind::Furniture(kind);
    }
    if page.weights[at] > 0.0 {
        return story_kind(page, line);
    }
    let linked = line.linked_share();
    let in_links = list(page.dom, line.block)
        .and_then(|it| lists.get(&it))
        .is_some_and(|(n_linked, n_all)| n_linked * 2 > *n_all);
    let asks = line.text.ends_with(['?', '…']) && linked > 0.95;
    if in_links || linked > 0.6 && (asks || !ends_sentence(&line.text)) {
        return BlockKind::Furniture(FurnitureKind::Related);
    }
    if !story.contains_key(&container(page.dom, line.block)) {
        return BlockKind::Furniture(FurnitureKind::Other);
    }
    story_kind(page, line)
}

/// What a line of the story is by its element.
fn story_kind(page: &Page<'_>, line: &Line) -> BlockKind {
    let around = page.dom.ancestors(line.block).take(3);
    let mut all = std::iter::once(line.block)
        .chain(around)
        .map(|it| page.dom.name(it));
    match page.dom.name(line.block) {
        name if is_heading(name) && !ends_sentence(&line.text) => BlockKind::Subhead,
        "li" => BlockKind::ListItem,
        _ if all.any(|it| it == "blockquote") => BlockKind::Quote,
        _ if page
            .dom
            .ancestors(line.block)
            .take(1)
            .any(|it| page.dom.name(it) == "li") =>
        {
            BlockKind::ListItem
        }
        _ => BlockKind::Prose,
    }
}

/// The elements that hold running prose of the article directly, with how much.
fn story_containers(page: &Page<'_>) -> HashMap<NodeIdx, f32> {
    let mut res: HashMap<NodeIdx, f32> = HashMap::new();
    for at in 0..page.lines.len() {
        if page.is_story(at) {
            let container = container(page.dom, page.lines[at].block);
            *res.entry(container).or_default() += page.weights[at];
        }
    }
    res
}

/// The element around a paragraph, a list or a table.
fn container(dom: &Dom, block: NodeIdx) -> NodeIdx {
    let mut above = dom.ancestors(block);
    let is_inner = |it: &NodeIdx| {
        matches!(
            dom.name(*it),
            "p" | "li"
                | "ul"
                | "ol"
                | "dl"
                | "blockquote"
                | "table"
                | "tbody"
                | "thead"
                | "tr"
                | "td"
                | "center"
                | "span"
                | "b"
                | "strong"
                | "i"
                | "em"
                | "font"
                | "a"
                | "section"
        )
    };
    above.find(|it| !is_inner(it)).unwrap_or(Dom::DOCUMENT)
}

/// Linked bytes and all bytes of each list.
fn lists_of_links(page: &Page<'_>) -> HashMap<NodeIdx, (usize, usize)> {
    let mut res: HashMap<NodeIdx, (usize, usize)> = HashMap::new();
    for line in page.lines {
        if let Some(list) = list(page.dom, line.block) {
            let sums = res.entry(list).or_default();
            sums.0 += line.n_linked;
            sums.1 += line.text.len();
        }
    }
    res
}

fn list(dom: &Dom, block: NodeIdx) -> Option<NodeIdx> {
    dom.ancestors(block)
        .take(4)
        .find(|it| matches!(dom.name(*it), "ul" | "ol"))
}

/// A title whose lines are links belongs to them.
fn titles_of_links(page: &Page<'_>, kinds: &mut [BlockKind]) {
    let related = BlockKind::Furniture(FurnitureKind::Related);
    for at in (0..kinds.len().saturating_sub(1)).rev() {
        let line = &page.lines[at];
        let title = page.weights[at] == 0.0 && line.n_words() <= 8;
        let over_link = kinds[at + 1] == related && page.in_main(at + 1);
        let story = kinds[at].is_prose() || kinds[at] == BlockKind::Subhead;
        if story && title && over_link && may_be_title(page, at) {
            kinds[at] = related;
        }
    }
}

fn may_be_title(page: &Page<'_>, at: usize) -> bool {
    let line = &page.lines[at];
    let name = page.dom.name(line.block);
    is_heading(name) || name == "div" || line.text.ends_with(':') || !ends_sentence(&line.text)
}

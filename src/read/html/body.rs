//! Where the article is on the page.
//!
//! ```text
//! page ── menu          weight 0
//!      └─ column        weight 100 ── story 93   <- the main element: the last on the way down
//!                                  └─ teasers 7     that holds nearly all running prose
//! ```
//! Weight is the length of running prose: long lines with few links, outside of what names itself
//! as something else. An element that calls itself the article's body is the start of the way down
//! where it holds a good part of the weight.

use super::dom::{Dom, NodeIdx};
use super::lines::Line;
use super::parts::{self, Part};
use crate::model::FurnitureKind;

/// A name is not believed of an element that holds more of the page's prose than this.
const MOST_OF_PAGE: f32 = 0.5;
/// Unless it holds fewer long lines than this.
const FEWEST: f32 = 3.0;
/// The way down to the main element goes on while a child holds this share of the prose.
const NEARLY_ALL: f32 = 0.8;
/// An element that calls itself the article's body is believed with this share.
const BODY_SHARE: f32 = 0.25;
/// Longer lines count for no more, so that one long text does not outweigh a story.
const LONGEST: usize = 800;

/// What is known of a page's lines before each is looked at.
pub struct Page<'a> {
    pub dom: &'a Dom,
    pub lines: &'a [Line],
    /// The element that is the article.
    pub main: NodeIdx,
    /// Running prose has weight, all else none.
    pub weights: Vec<f32>,
    /// The part that a line is in by the names of the elements around it.
    pub parts: Vec<Option<Part>>,
    /// Weight below each node, lines in known parts left out.
    totals: Vec<f32>,
}

impl<'a> Page<'a> {
    pub fn new(dom: &'a Dom, lines: &'a [Line]) -> Self {
        let weights: Vec<f32> = lines.iter().map(|it| weight(dom, it)).collect();
        let all = totals(dom, lines, &weights);
        let mut parts = known_parts(dom, lines, &weights, &all);
        let furniture = |it: &Option<Part>| matches!(it, Some(Part::Furniture(_)));
        if parts
            .iter()
            .zip(&weights)
            .all(|(part, weight)| furniture(part) || *weight == 0.0)
        {
            parts = vec![None; lines.len()];
        }
        let believed: Vec<f32> = weights
            .iter()
            .zip(&parts)
            .map(|(weight, part)| match part {
                Some(Part::Furniture(_)) => 0.0,
                Some(Part::Quoted) | None => *weight,
            })
            .collect();
        let mut res = Self {
            dom,
            lines,
            main: Dom::DOCUMENT,
            totals: totals(dom, lines, &believed),
            weights,
            parts,
        };
        res.main = res.main();
        res
    }

    /// The line stands in the main element.
    pub fn in_main(&self, at: usize) -> bool {
        let block = self.lines[at].block;
        block == self.main || self.dom.ancestors(block).any(|it| it == self.main)
    }

    /// The line is running prose of the article.
    pub fn is_story(&self, at: usize) -> bool {
        let furniture = matches!(self.parts[at], Some(Part::Furniture(_)));
        self.weights[at] > 0.0 && !furniture && self.in_main(at)
    }

    fn main(&self) -> NodeIdx {
        let total = self.totals[Dom::DOCUMENT];
        if total == 0.0 {
            return Dom::DOCUMENT;
        }
        let mut res = self.said_body(total).unwrap_or(Dom::DOCUMENT);
        loop {
            let children = self.dom.children(res).iter().copied();
            let next = children
                .filter(|it| !matches!(self.dom.name(*it), "p" | "li" | "tr" | "td" | ""))
                .max_by(|a, b| self.totals[*a].total_cmp(&self.totals[*b]));
            match next {
                Some(next) if self.totals[next] >= self.totals[res] * NEARLY_ALL => res = next,
                _ => return res,
            }
        }
    }

    /// What calls itself the article's body; where several do, as pages put advertisements between
    /// the chapters, what holds them all, unless that holds several headlines too.
    fn said_body(&self, total: f32) -> Option<NodeIdx> {
        let said: Vec<NodeIdx> = self
            .dom
            .below(Dom::DOCUMENT)
            .filter(|it| self.totals[*it] >= total * BODY_SHARE / 4.0)
            .filter(|it| parts::is_body(self.dom, *it))
            .collect();
        let best = said
            .iter()
            .copied()
            .max_by(|a, b| self.totals[*a].total_cmp(&self.totals[*b]))
            .filter(|it| self.totals[*it] >= total * BODY_SHARE)?;
        let mut res = best;
        for other in said {
            let holds =
                |it: NodeIdx| it == other || self.dom.ancestors(other).any(|above| above == it);
            let both = std::iter::once(res)
                .chain(self.dom.ancestors(res))
                .find(|it| holds(*it));
            if let Some(both) = both
                && both != other
                && self.n_stories(both) <= 1
            {
                res = both;
            }
        }
        Some(res)
    }

    fn n_stories(&self, node: NodeIdx) -> usize {
        let count = |name| {
            let below = self.dom.below(node);
            below.filter(|it| self.dom.name(*it) == name).count()
        };
        count("article").max(count("h1"))
    }
}

/// The outermost part around each line that is believed. A caption stays one in what calls itself a
/// footer or a gallery.
fn known_parts(dom: &Dom, lines: &[Line], weights: &[f32], all: &[f32]) -> Vec<Option<Part>> {
    use FurnitureKind::{Caption, Navigation, Other};

    let most = all[Dom::DOCUMENT] * MOST_OF_PAGE;
    let ones: Vec<f32> = weights.iter().map(|it| it.signum().max(0.0)).collect();
    let n_long = totals(dom, lines, &ones);
    let believed = |node: NodeIdx| all[node] <= most || n_long[node] < FEWEST;
    let mut known: Vec<Option<Option<Part>>> = vec![None; dom.len()];
    let mut part_of = |line: &Line| {
        let mut res = None;
        for node in std::iter::once(line.block).chain(dom.ancestors(line.block)) {
            match *known[node].get_or_insert_with(|| parts::part(dom, node)) {
                Some(Part::Quoted) => return Some(Part::Quoted),
                Some(Part::Furniture(Navigation | Other))
                    if res == Some(Part::Furniture(Caption)) && dom.name(node) == "div" => {}
                Some(part) if believed(node) => res = Some(part),
                Some(Part::Furniture(_)) | None => {}
            }
        }
        res
    };
    lines.iter().map(&mut part_of).collect()
}

/// Sums of the lines' weights for each node.
fn totals(dom: &Dom, lines: &[Line], weights: &[f32]) -> Vec<f32> {
    let mut res = vec![0.0; dom.len()];
    for (line, weight) in lines.iter().zip(weights) {
        if *weight > 0.0 {
            res[line.block] += weight;
            for node in dom.ancestors(line.block) {
                res[node] += weight;
            }
        }
    }
    res
}

/// How much running prose a line is.
pub fn weight(dom: &Dom, line: &Line) -> f32 {
    let long = line.text.len() >= 140 || line.n_words() >= 8 && ends_sentence(&line.text);
    if !long || line.linked_share() > 0.5 {
        return 0.0;
    }
    let res = line.text.len().min(LONGEST) as f32;
    // Lists of teasers are long; lists that are the story are rare.
    match dom.name(line.block) {
        "li" | "td" | "tr" => res / 3.0,
        _ => res,
    }
}

pub fn ends_sentence(words: &str) -> bool {
    words
        .trim_end_matches(['”', '"', '’', '\'', ')', '»', ']', ' '])
        .ends_with(['.', '!', '?', '…', ':', '。', ';', ','])
}

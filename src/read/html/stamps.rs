//! The dates that a page shows, and what each is of by the words before it or its element's name.
//!
//! ```text
//! <time class="updated">Nov. 19</time> <time>Nov. 18</time>   ->   19 (of a change), 18
//! <div>November 20</div> <div>15:23</div> <div>2031</div>     ->   20
//! ```

use super::body::Page;
use super::dom::{Dom, NodeIdx};
use super::parts;
use crate::model::Date;
use crate::read::dates::{self, Of, Shown};

/// Most words of a line that holds a piece of a date.
const PIECE: usize = 3;

/// Most nodes of an element that are looked at for the one around a date or a name.
pub const NEAR: usize = 200;

/// The dates in the line `at`, or in it and the two after it if each holds a piece of a date. A day
/// without a year is the one nearest to the day `by`.
pub fn dates(page: &Page<'_>, at: usize, by: Option<Date>) -> Vec<(Date, Of)> {
    let line = &page.lines[at];
    let mut shown = dates::shown(&line.text, by);
    if shown.is_empty() && line.n_words() <= PIECE {
        let mut words = line.text.clone();
        for piece in page.lines.iter().skip(at + 1).take(2) {
            if piece.n_words() <= PIECE && shown.is_empty() {
                words.push(' ');
                words.push_str(&piece.text);
                shown = dates::shown(&words, None);
            }
        }
    }
    let of = |it: &Shown| match it.of {
        Of::Unsaid => by_name(page.dom, line.block, line.text.get(it.at.clone())),
        of => of,
    };
    shown.iter().map(|it| (it.date, of(it))).collect()
}

/// What the date in an element is of, by the words just before it or by name.
pub fn of_element(dom: &Dom, node: NodeIdx) -> Of {
    let around = dom.ancestors(node).next().unwrap_or(Dom::DOCUMENT);
    let siblings = dom.children(around);
    let at = siblings.iter().position(|it| *it == node).unwrap_or(0);
    let near = siblings.get(at.saturating_sub(2)..=at).unwrap_or_default();
    let words: Vec<String> = near.iter().map(|it| dom.words(*it)).collect();
    match dates::of(&words.join(" ")) {
        Of::Unsaid => by_name(dom, node, None),
        of => of,
    }
}

/// What the element of a date names it, or the one around the line.
fn by_name(dom: &Dom, block: NodeIdx, date: Option<&str>) -> Of {
    let inline = |it: &NodeIdx| matches!(dom.name(*it), "time" | "span" | "abbr");
    let holds = |it: &NodeIdx| date.is_some_and(|date| dom.words(*it).contains(date));
    let inner = dom.below(block).take(NEAR);
    let inner = inner.filter(|it| inline(it) && holds(it));
    let around = std::iter::once(block).chain(dom.ancestors(block).take(1));
    let mut said = inner.chain(around).map(|it| parts::date_of(dom, it));
    said.find(|it| *it != Of::Unsaid).unwrap_or(Of::Unsaid)
}

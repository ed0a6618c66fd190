//! Who stands where: columns for those that have room, spines and one bundle for the others.
//!
//! ```text
//! room for three   north | coast | moor        two more are shared: spines
//!                  north | coast | moor |h|d|  none of the rest is: a bundle
//!                  north | coast | moor |h|d|+12
//! ```
//! Pinned columns always have room, then those that the reader opened, then those that carry the
//! selection, then the others in their order. The order itself never changes.

use std::collections::BTreeSet;

use super::theme::size;
use crate::model::ArticleIdx;

/// A part of the row of columns.
#[derive(Clone, Debug, PartialEq)]
pub struct Slot {
    pub what: What,
    pub left: f32,
    pub width: f32,
    /// How many articles more this column stands for.
    pub more: usize,
}

#[derive(Clone, Debug, PartialEq)]
pub enum What {
    Column(ArticleIdx),
    /// Closed for lack of room; a click opens it.
    Spine(ArticleIdx),
    /// Closed, and without a part in the selection.
    Bundle(Vec<ArticleIdx>),
}

/// What is known of an article that wants a column.
#[derive(Clone, Copy, Debug)]
pub struct Wish {
    pub article: ArticleIdx,
    pub pinned: bool,
    /// Opened by hand: the lower, the later. `None`: never.
    pub opened: Option<usize>,
    pub selected: bool,
    /// Has something else than most of those that are selected.
    pub stands_out: bool,
}

/// Most closed articles that stand as spines though the selection is not in them.
const MOST_IDLE_SPINES: usize = 4;

/// Places the articles in a row from `left`, `room` wide; `zoom` is how much larger than drawn
/// their words are.
pub fn slots(left: f32, room: f32, zoom: f32, wishes: &[Wish]) -> Vec<Slot> {
    let n = wishes.len();
    let most = (room / size::COLUMN_MIN).floor().max(1.0) as usize;
    let mut by_claim: Vec<usize> = (0..n).collect();
    by_claim.sort_by_key(|it| {
        let wish = &wishes[*it];
        let opened = wish.opened.unwrap_or(usize::MAX);
        (!wish.pinned, opened, !wish.selected, !wish.stands_out, *it)
    });
    let fits = |n_open: usize| {
        let parts = parts(wishes, &by_claim[..n_open]);
        let closed: f32 = parts.iter().map(closed_width).sum();
        n_open as f32 * size::COLUMN_MIN + closed <= room
    };
    let n_open = (1..=most.min(n)).rev().find(|it| fits(*it)).unwrap_or(1);
    let parts = parts(wishes, &by_claim[..n_open.min(n)]);
    let closed: f32 = parts.iter().map(closed_width).sum();
    let share = (room - closed) / n_open as f32;
    let widest = size::COLUMN_MAX * zoom.max(1.0);
    let width = share.clamp(size::COLUMN_MIN.min(room), widest).floor();
    // Columns as wide as they can be read stand in the middle.
    let spare = room - closed - width * n_open as f32;
    let mut x = left + (spare / 2.0).floor().max(0.0);
    parts
        .into_iter()
        .map(|what| {
            let width = match &what {
                What::Column(_) => width,
                What::Spine(_) | What::Bundle(_) => closed_width(&what),
            };
            let slot = Slot {
                what,
                left: x,
                width,
                more: 0,
            };
            x += width;
            slot
        })
        .collect()
}

/// The row when these are open. Idle articles, if many, are one bundle at the end.
fn parts(wishes: &[Wish], open: &[usize]) -> Vec<What> {
    let open: BTreeSet<usize> = open.iter().copied().collect();
    let is_idle = |it: usize| !open.contains(&it) && !wishes[it].selected;
    let idle: Vec<usize> = (0..wishes.len()).filter(|it| is_idle(*it)).collect();
    let bundled = idle.len() > MOST_IDLE_SPINES;
    let mut res: Vec<What> = (0..wishes.len())
        .filter(|it| !(bundled && is_idle(*it)))
        .map(|it| {
            let article = wishes[it].article;
            if open.contains(&it) {
                What::Column(article)
            } else {
                What::Spine(article)
            }
        })
        .collect();
    if bundled {
        let articles = idle.iter().map(|it| wishes[*it].article).collect();
        res.push(What::Bundle(articles));
    }
    res
}

fn closed_width(what: &What) -> f32 {
    match what {
        What::Column(_) => 0.0,
        What::Spine(_) => size::SPINE,
        What::Bundle(_) => size::BUNDLE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `c` column, `s` spine, `b` bundle.
    fn drawn(room: f32, wishes: &[Wish]) -> String {
        let slots = slots(0.0, room, 1.0, wishes);
        let end = slots.last().map_or(0.0, |it| it.left + it.width);
        assert!(end <= room.max(size::COLUMN_MIN), "{end} of {room}");
        let widest = slots.iter().map(|it| it.width).fold(0.0, f32::max);
        assert!(widest <= size::COLUMN_MAX, "{widest}");
        slots
            .iter()
            .map(|it| match &it.what {
                What::Column(article) => format!("c{}", article.0),
                What::Spine(article) => format!("s{}", article.0),
                What::Bundle(articles) => format!("b{}", articles.len()),
            })
            .collect::<Vec<_>>()
            .join(" ")
    }

    fn wishes(n: usize, selected: &[usize]) -> Vec<Wish> {
        (0..n)
            .map(|it| Wish {
                article: ArticleIdx(it),
                pinned: false,
                opened: None,
                selected: selected.contains(&it),
                stands_out: false,
            })
            .collect()
    }

    #[test]
    fn who_has_room_stands_open() {
        assert_eq!(drawn(1300.0, &wishes(5, &[])), "c0 c1 c2 c3 c4");
        assert_eq!(drawn(900.0, &wishes(5, &[])), "c0 c1 c2 s3 s4");
    }

    #[test]
    fn in_a_wide_window_columns_stand_in_the_middle() {
        let slots = slots(100.0, 2000.0, 1.0, &wishes(2, &[]));
        let (left, right) = (slots[0].left, slots[1].left + slots[1].width);
        assert!(
            (left - 100.0 - (2100.0 - right)).abs() < 2.0,
            "{left} {right}"
        );
    }

    #[test]
    fn the_selection_opens_its_columns_in_their_order() {
        assert_eq!(drawn(900.0, &wishes(5, &[3, 4])), "c0 s1 s2 c3 c4");
    }

    #[test]
    fn a_pinned_column_never_closes() {
        let mut wishes = wishes(5, &[0, 1, 3, 4]);
        wishes[2].pinned = true;
        assert_eq!(drawn(900.0, &wishes), "c0 c1 c2 s3 s4");
    }

    #[test]
    fn many_without_a_part_are_one_bundle() {
        assert_eq!(drawn(1300.0, &wishes(20, &[7, 9])), "c0 c1 c2 c7 c9 b15");
        let three = [1, 2, 3, 4, 5, 6, 7];
        assert_eq!(
            drawn(800.0, &wishes(20, &three)),
            "c1 c2 s3 s4 s5 s6 s7 b13"
        );
    }

    #[test]
    fn no_room_is_still_one_column() {
        assert_eq!(drawn(200.0, &wishes(1, &[])), "c0");
    }
}

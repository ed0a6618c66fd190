//! Brings columns level: where one column stands when another is scrolled.
//!
//! Two columns share anchors, heights at which the same words stand. Between two anchors the one
//! runs as fast as its stretch is long:
//!
//! ```text
//! a  0 ─────── 40 ──────── 80        b at 20 when a is at 40
//! b  0 ── 20 ───────────── 100       b at 60 when a is at 60
//! ```
//! Anchors that cross others are left out, the fewest first.

/// A height of one column and the height of the other that stands beside it.
pub type Anchor = (f32, f32);

/// The most anchors that ascend in both columns, in order. `kept` is one that must be among them:
/// what crosses it goes.
pub fn ascending(mut anchors: Vec<Anchor>, kept: Option<Anchor>) -> Vec<Anchor> {
    if let Some(kept) = kept {
        anchors.retain(|it| {
            *it == kept || (it.0 < kept.0 && it.1 < kept.1) || (it.0 > kept.0 && it.1 > kept.1)
        });
    }
    anchors.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    // Longest ascending chain, by the chain that ends at each anchor.
    let mut best: Vec<(usize, Option<usize>)> = Vec::with_capacity(anchors.len());
    for (at, anchor) in anchors.iter().enumerate() {
        let before = (0..at)
            .filter(|it| anchors[*it].0 < anchor.0 && anchors[*it].1 < anchor.1)
            .max_by_key(|it| (best[*it].0, std::cmp::Reverse(*it)));
        best.push((before.map_or(1, |it| best[it].0 + 1), before));
    }
    let mut next = (0..anchors.len()).max_by_key(|it| (best[*it].0, std::cmp::Reverse(*it)));
    let mut res = Vec::new();
    while let Some(at) = next {
        res.push(anchors[at]);
        next = best[at].1;
    }
    res.reverse();
    res
}

/// The height of the second column beside `height` of the first. `anchors` ascend in both.
pub fn beside(anchors: &[Anchor], height: f32) -> f32 {
    let after = anchors.partition_point(|it| it.0 <= height);
    match (
        after.checked_sub(1).map(|it| anchors[it]),
        anchors.get(after),
    ) {
        (Some(low), Some(high)) => {
            let share = (height - low.0) / (high.0 - low.0);
            low.1 + share * (high.1 - low.1)
        }
        (Some(low), None) => low.1 + height - low.0,
        (None, Some(high)) => high.1 + height - high.0,
        (None, None) => height,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_run_in_proportion_between_anchors() {
        let anchors = [(0.0, 0.0), (40.0, 20.0), (80.0, 100.0)];
        assert_eq!(beside(&anchors, 20.0), 10.0);
        assert_eq!(beside(&anchors, 40.0), 20.0);
        assert_eq!(beside(&anchors, 60.0), 60.0);
        assert_eq!(beside(&anchors, 90.0), 110.0);
        assert_eq!(beside(&[], 7.0), 7.0);
    }

    #[test]
    fn crossing_anchors_are_left_out() {
        let anchors = vec![(10.0, 10.0), (20.0, 90.0), (30.0, 30.0), (40.0, 40.0)];
        let straight = vec![(10.0, 10.0), (30.0, 30.0), (40.0, 40.0)];
        assert_eq!(ascending(anchors.clone(), None), straight);
        let kept = Some((20.0, 90.0));
        assert_eq!(ascending(anchors, kept), vec![(10.0, 10.0), (20.0, 90.0)]);
    }
}

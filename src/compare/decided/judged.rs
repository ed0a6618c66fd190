//! Findings that the reader accepted or rejected.

use super::Decided;
use crate::anchor::Found;
use crate::model::{Decision, Finding, FindingAnchor, Judgment, Loss, Place, Standing};

/// Findings parted by what the reader thinks of them.
#[derive(Debug, Default)]
pub struct Judged {
    pub findings: Vec<Finding>,
    /// Indices into `findings`, ascending.
    pub accepted: Vec<usize>,
    pub rejected: Vec<Finding>,
}

impl Decided<'_> {
    /// By finding what the reader thinks of it.
    pub fn judgments(&mut self, findings: &[Finding]) -> Vec<Judgment> {
        let mut res = vec![Judgment::Open; findings.len()];
        self.replay(|decided, decision| {
            let Decision::JudgeFinding { finding, judgment } = decision else {
                return None;
            };
            let found = decided.finding(findings, finding);
            Some(found.map_or_else(
                |it| it,
                |at| {
                    res[at] = *judgment;
                    Standing::Applied
                },
            ))
        });
        res
    }

    /// The one finding of the kind that most of the words that are here prove, half of them at least.
    pub fn finding(&self, findings: &[Finding], wanted: &FindingAnchor) -> Found<usize> {
        let here = self.places(&wanted.places)?;
        let of_kind = |it: &Finding| it.kind == wanted.kind;
        let candidates = findings.iter().map(|it| {
            if of_kind(it) {
                it.places.as_slice()
            } else {
                &[]
            }
        });
        most_shared(&here, candidates)
    }
}

/// Which candidate has most of `here` and, of two, the fewest places besides in the same articles.
/// Half must be there: an edit told from another witness shares one place of two.
pub fn most_shared<'p>(
    here: &[Place],
    candidates: impl Iterator<Item = &'p [Place]>,
) -> Found<usize> {
    let meet = |a: &Place, b: &Place| a.article == b.article && a.span.overlaps(b.span);
    let mut ranked: Vec<((usize, std::cmp::Reverse<usize>), usize)> = Vec::new();
    for (at, places) in candidates.enumerate() {
        let shared = here
            .iter()
            .filter(|it| places.iter().any(|other| meet(it, other)));
        let shared = shared.count();
        let beside = places.iter().filter(|it| {
            let is_near = here.iter().any(|other| other.article == it.article);
            is_near && !here.iter().any(|other| meet(it, other))
        });
        if shared > 0 && 2 * shared >= here.len() {
            ranked.push(((shared, std::cmp::Reverse(beside.count())), at));
        }
    }
    ranked.sort_unstable_by(|a, b| b.cmp(a));
    match ranked.as_slice() {
        [] => Err(Standing::Lost(Loss::Nothing)),
        [first, second, ..] if first.0 == second.0 => Err(Standing::Lost(Loss::Ambiguous)),
        [first, ..] => Ok(first.1),
    }
}

/// Parts the findings by judgment.
pub fn parted(findings: Vec<Finding>, judgments: &[Judgment]) -> Judged {
    let mut res = Judged::default();
    for (finding, judgment) in findings.into_iter().zip(judgments) {
        match judgment {
            Judgment::Rejected => res.rejected.push(finding),
            Judgment::Accepted => {
                res.accepted.push(res.findings.len());
                res.findings.push(finding);
            }
            Judgment::Open => res.findings.push(finding),
        }
    }
    res
}

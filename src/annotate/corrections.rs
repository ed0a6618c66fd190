//! What the reader decided about one article, replayed.

use crate::anchor;
use crate::model::{
    Article, Block, BlockKind, Correction, Decision, FurnitureKind, OutletBasis, Published, Span,
    Standing,
};

/// The article as the reader corrected it: its outlet, its date, what its lines are. The text stays.
///
/// `decisions` are those about this article.
pub fn corrected(article: &Article, decisions: &[Decision]) -> Article {
    let mut res = article.clone();
    for decision in decisions {
        match decision {
            Decision::RenameOutlet { name, .. } => {
                res.outlet.name.clone_from(name);
                res.outlet.basis = OutletBasis::User;
                res.outlet.span = None;
            }
            Decision::SetDate { date, .. } => {
                res.published = date.map(|date| Published { date, span: None });
            }
            Decision::SetFurniture { words, kind } => {
                if let Ok(span) = anchor::find(words, article) {
                    let kind = kind.map_or(BlockKind::Prose, BlockKind::Furniture);
                    res.blocks = with_kind(&res, span, kind);
                }
            }
            Decision::SetHeadline { words } => {
                if let Ok(span) = anchor::find(words, article) {
                    for block in &mut res.blocks {
                        match (block.kind, block.span.overlaps(span)) {
                            (_, true) => block.kind = BlockKind::Headline,
                            // What was taken for it is a line of the page.
                            (BlockKind::Headline, false) => {
                                block.kind = BlockKind::Furniture(FurnitureKind::Other);
                            }
                            (_, false) => {}
                        }
                    }
                }
            }
            Decision::SetSources { .. }
            | Decision::SetQuotation { .. }
            | Decision::NoQuotation { .. }
            | Decision::JudgeFinding { .. }
            | Decision::MergeUtterances { .. }
            | Decision::SplitUtterance { .. }
            | Decision::MergePeople { .. }
            | Decision::Note { .. }
            | Decision::Tag { .. }
            | Decision::Untag { .. } => {}
        }
    }
    res
}

/// The blocks with `span` of this kind; one that reaches out of it is cut in two.
fn with_kind(article: &Article, span: Span, kind: BlockKind) -> Vec<Block> {
    let text = article.text.as_str();
    let mut res = Vec::new();
    for block in &article.blocks {
        let (start, end) = (block.span.start(), block.span.end());
        let inside = span.start().clamp(start, end)..span.end().clamp(start, end);
        let parts = [
            (start..inside.start, block.kind),
            (inside.clone(), kind),
            (inside.end..end, block.kind),
        ];
        if !block.span.overlaps(span) {
            res.push(*block);
            continue;
        }
        for (range, kind) in parts {
            let part = Span::new(text, range).map(|it| it.trimmed(text));
            res.extend(
                part.filter(|it| !it.is_empty())
                    .map(|span| Block { span, kind }),
            );
        }
    }
    res
}

/// What of the article those decisions set that hold.
pub fn kinds(decisions: &[Decision], standings: &[Standing]) -> Vec<Correction> {
    let pairs = decisions.iter().zip(standings);
    let holding = pairs.filter(|it| *it.1 == Standing::Applied);
    let mut res: Vec<Correction> = holding.filter_map(|it| kind(it.0)).collect();
    res.sort_unstable();
    res.dedup();
    res
}

fn kind(decision: &Decision) -> Option<Correction> {
    match decision {
        Decision::RenameOutlet { .. } => Some(Correction::Outlet),
        Decision::SetDate { .. } => Some(Correction::Date),
        Decision::SetHeadline { .. } => Some(Correction::Headline),
        Decision::SetFurniture { .. } => Some(Correction::Furniture),
        Decision::SetSources { .. }
        | Decision::SetQuotation { .. }
        | Decision::NoQuotation { .. }
        | Decision::JudgeFinding { .. }
        | Decision::MergeUtterances { .. }
        | Decision::SplitUtterance { .. }
        | Decision::MergePeople { .. }
        | Decision::Note { .. }
        | Decision::Tag { .. }
        | Decision::Untag { .. } => None,
    }
}

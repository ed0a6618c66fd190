//! What the reader decided about one article, replayed.

use crate::anchor;
use crate::model::{
    Article, Block, BlockKind, Decision, FurnitureKind, OutletBasis, Published, Span,
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

//! A decision as a set's file and the exported log have it.

use serde::{Deserialize, Serialize};

use super::shapes::{FurnitureShape, date, hex, mirrored, number};
use crate::model::{
    Anchor, ArticleKey, ArticleRef, Decision, Entry, FindingAnchor, FindingKind, Judgment,
    QuotationKind, Target,
};

mirrored!(QuotationShape, QuotationKind, Direct Mixed Scare Reported);
mirrored!(
    FindingShape,
    FindingKind,
    Attribution Edit Fact Evidence Response Naming OnlyHere Origin
);
mirrored!(JudgmentShape, Judgment, Open Accepted Rejected);

#[derive(Debug, Serialize, Deserialize)]
pub struct EntryShape {
    /// Seconds since 1970 in UTC.
    pub at: i64,
    #[serde(flatten)]
    pub decision: DecisionShape,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct ArticleRefShape {
    pub key: String,
    pub file: String,
    pub sketch: String,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct AnchorShape {
    pub article: ArticleRefShape,
    pub exact: String,
    pub prefix: String,
    pub suffix: String,
    /// Byte of the UTF-8 text.
    pub start: usize,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct FindingAnchorShape {
    pub kind: FindingShape,
    pub places: Vec<AnchorShape>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TargetShape {
    Finding(FindingAnchorShape),
    Utterance(Vec<AnchorShape>),
    Quotation(AnchorShape),
    Article(ArticleRefShape),
    Words(AnchorShape),
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum DecisionShape {
    JudgeFinding {
        finding: FindingAnchorShape,
        judgment: JudgmentShape,
    },
    SetSources {
        quotation: AnchorShape,
        sources: Vec<AnchorShape>,
    },
    SetQuotation {
        quotation: AnchorShape,
        bounds: AnchorShape,
        kind: QuotationShape,
    },
    NoQuotation {
        quotation: AnchorShape,
    },
    MergeUtterances {
        one: AnchorShape,
        other: AnchorShape,
    },
    SplitUtterance {
        witnesses: Vec<AnchorShape>,
    },
    SetFurniture {
        words: AnchorShape,
        kind: Option<FurnitureShape>,
    },
    RenameOutlet {
        article: ArticleRefShape,
        name: String,
    },
    SetDate {
        article: ArticleRefShape,
        date: Option<String>,
    },
    SetHeadline {
        words: AnchorShape,
    },
    MergePeople {
        one: AnchorShape,
        other: AnchorShape,
    },
    Note {
        on: TargetShape,
        text: String,
    },
    Tag {
        on: TargetShape,
        tag: String,
    },
    Untag {
        on: TargetShape,
        tag: String,
    },
}

impl From<&Entry> for EntryShape {
    fn from(it: &Entry) -> Self {
        Self {
            at: it.at,
            decision: (&it.decision).into(),
        }
    }
}

impl EntryShape {
    /// `None` if a number, a day or a name in it is none.
    pub fn entry(self) -> Option<Entry> {
        Some(Entry {
            at: self.at,
            decision: self.decision.decision()?,
        })
    }
}

impl From<&ArticleRef> for ArticleRefShape {
    fn from(it: &ArticleRef) -> Self {
        Self {
            key: hex(it.key.0),
            file: it.file.clone(),
            sketch: hex(it.sketch),
        }
    }
}

impl ArticleRefShape {
    fn article(self) -> Option<ArticleRef> {
        Some(ArticleRef {
            key: ArticleKey(number(&self.key)?),
            file: self.file,
            sketch: number(&self.sketch)?,
        })
    }
}

impl From<&Anchor> for AnchorShape {
    fn from(it: &Anchor) -> Self {
        Self {
            article: (&it.article).into(),
            exact: it.exact.clone(),
            prefix: it.prefix.clone(),
            suffix: it.suffix.clone(),
            start: it.start,
        }
    }
}

impl AnchorShape {
    fn anchor(self) -> Option<Anchor> {
        Some(Anchor {
            article: self.article.article()?,
            exact: self.exact,
            prefix: self.prefix,
            suffix: self.suffix,
            start: self.start,
        })
    }
}

fn shapes(anchors: &[Anchor]) -> Vec<AnchorShape> {
    anchors.iter().map(AnchorShape::from).collect()
}

fn anchors(shapes: Vec<AnchorShape>) -> Option<Vec<Anchor>> {
    shapes.into_iter().map(AnchorShape::anchor).collect()
}

impl From<&FindingAnchor> for FindingAnchorShape {
    fn from(it: &FindingAnchor) -> Self {
        Self {
            kind: it.kind.into(),
            places: shapes(&it.places),
        }
    }
}

impl FindingAnchorShape {
    fn finding(self) -> Option<FindingAnchor> {
        Some(FindingAnchor {
            kind: self.kind.into(),
            places: anchors(self.places)?,
        })
    }
}

impl From<&Target> for TargetShape {
    fn from(it: &Target) -> Self {
        match it {
            Target::Finding(it) => Self::Finding(it.into()),
            Target::Utterance(it) => Self::Utterance(shapes(it)),
            Target::Quotation(it) => Self::Quotation(it.into()),
            Target::Article(it) => Self::Article(it.into()),
            Target::Words(it) => Self::Words(it.into()),
        }
    }
}

impl TargetShape {
    fn target(self) -> Option<Target> {
        Some(match self {
            Self::Finding(it) => Target::Finding(it.finding()?),
            Self::Utterance(it) => Target::Utterance(anchors(it)?),
            Self::Quotation(it) => Target::Quotation(it.anchor()?),
            Self::Article(it) => Target::Article(it.article()?),
            Self::Words(it) => Target::Words(it.anchor()?),
        })
    }
}

impl From<&Decision> for DecisionShape {
    fn from(it: &Decision) -> Self {
        match it {
            Decision::JudgeFinding { finding, judgment } => Self::JudgeFinding {
                finding: finding.into(),
                judgment: (*judgment).into(),
            },
            Decision::SetSources { quotation, sources } => Self::SetSources {
                quotation: quotation.into(),
                sources: shapes(sources),
            },
            Decision::SetQuotation {
                quotation,
                bounds,
                kind,
            } => Self::SetQuotation {
                quotation: quotation.into(),
                bounds: bounds.into(),
                kind: (*kind).into(),
            },
            Decision::NoQuotation { quotation } => Self::NoQuotation {
                quotation: quotation.into(),
            },
            Decision::MergeUtterances { one, other } => Self::MergeUtterances {
                one: one.into(),
                other: other.into(),
            },
            Decision::SplitUtterance { witnesses } => Self::SplitUtterance {
                witnesses: shapes(witnesses),
            },
            Decision::SetFurniture { words, kind } => Self::SetFurniture {
                words: words.into(),
                kind: kind.map(FurnitureShape::from),
            },
            Decision::RenameOutlet { article, name } => Self::RenameOutlet {
                article: article.into(),
                name: name.clone(),
            },
            Decision::SetDate { article, date } => Self::SetDate {
                article: article.into(),
                date: date.map(|it| it.to_string()),
            },
            Decision::SetHeadline { words } => Self::SetHeadline {
                words: words.into(),
            },
            Decision::MergePeople { one, other } => Self::MergePeople {
                one: one.into(),
                other: other.into(),
            },
            Decision::Note { on, text } => Self::Note {
                on: on.into(),
                text: text.clone(),
            },
            Decision::Tag { on, tag } => Self::Tag {
                on: on.into(),
                tag: tag.clone(),
            },
            Decision::Untag { on, tag } => Self::Untag {
                on: on.into(),
                tag: tag.clone(),
            },
        }
    }
}

impl DecisionShape {
    fn decision(self) -> Option<Decision> {
        Some(match self {
            Self::JudgeFinding { finding, judgment } => Decision::JudgeFinding {
                finding: finding.finding()?,
                judgment: judgment.into(),
            },
            Self::SetSources { quotation, sources } => Decision::SetSources {
                quotation: quotation.anchor()?,
                sources: anchors(sources)?,
            },
            Self::SetQuotation {
                quotation,
                bounds,
                kind,
            } => Decision::SetQuotation {
                quotation: quotation.anchor()?,
                bounds: bounds.anchor()?,
                kind: kind.into(),
            },
            Self::NoQuotation { quotation } => Decision::NoQuotation {
                quotation: quotation.anchor()?,
            },
            Self::MergeUtterances { one, other } => Decision::MergeUtterances {
                one: one.anchor()?,
                other: other.anchor()?,
            },
            Self::SplitUtterance { witnesses } => Decision::SplitUtterance {
                witnesses: anchors(witnesses)?,
            },
            Self::SetFurniture { words, kind } => Decision::SetFurniture {
                words: words.anchor()?,
                kind: kind.map(Into::into),
            },
            Self::RenameOutlet { article, name } => Decision::RenameOutlet {
                article: article.article()?,
                name: Some(name).filter(|it| !it.trim().is_empty())?,
            },
            Self::SetDate { article, date: day } => Decision::SetDate {
                article: article.article()?,
                date: match day {
                    Some(it) => Some(date(&it)?),
                    None => None,
                },
            },
            Self::SetHeadline { words } => Decision::SetHeadline {
                words: words.anchor()?,
            },
            Self::MergePeople { one, other } => Decision::MergePeople {
                one: one.anchor()?,
                other: other.anchor()?,
            },
            Self::Note { on, text } => Decision::Note {
                on: on.target()?,
                text,
            },
            Self::Tag { on, tag } => Decision::Tag {
                on: on.target()?,
                tag,
            },
            Self::Untag { on, tag } => Decision::Untag {
                on: on.target()?,
                tag,
            },
        })
    }
}

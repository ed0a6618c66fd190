//! What the reader corrected, judged and noted: inputs that are replayed, never patches on results.
//!
//! Each says what it is about by the words themselves, never by a number of the last comparison, so
//! that it outlives other articles and small edits of the text. `anchor` makes and finds them.

use super::{ArticleIdx, ArticleKey, Date, FindingKind, FurnitureKind, Place, QuotationKind};

/// An article, known again when its text was edited a little.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleRef {
    pub key: ArticleKey,
    pub file: String,
    /// Close to that of a text with most of the same words, far from any other: a hash by
    /// similarity.
    pub sketch: u64,
}

/// Some words of an article with what stands around them: the text quote of W3C Web Annotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchor {
    pub article: ArticleRef,
    pub exact: String,
    pub prefix: String,
    pub suffix: String,
    /// Byte at which the words begin, in the text that has the key of `article`.
    pub start: usize,
}

/// A finding by what it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingAnchor {
    pub kind: FindingKind,
    /// The words that prove it.
    pub places: Vec<Anchor>,
}

/// What a note or a tag hangs on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    Finding(FindingAnchor),
    /// By its witnesses.
    Utterance(Vec<Anchor>),
    Quotation(Anchor),
    Article(ArticleRef),
    Words(Anchor),
}

/// One thing that the reader decided. Of two about the same thing the later one holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// The finding is accepted, rejected, or open again.
    JudgeFinding {
        finding: FindingAnchor,
        judgment: Judgment,
    },
    /// Who said it, by words of the same article that name them; none: nobody is named.
    SetSources {
        quotation: Anchor,
        sources: Vec<Anchor>,
    },
    /// What is quoted has these bounds and is of this kind; where no quotation was, there is one.
    SetQuotation {
        quotation: Anchor,
        bounds: Anchor,
        kind: QuotationKind,
    },
    /// These words are quoted from nobody.
    NoQuotation {
        quotation: Anchor,
    },
    /// A witness of one utterance and a witness of another say the same.
    MergeUtterances {
        one: Anchor,
        other: Anchor,
    },
    /// These witnesses say something else than the others of their utterance.
    SplitUtterance {
        witnesses: Vec<Anchor>,
    },
    /// Page furniture of this kind; `None`: prose of the article.
    SetFurniture {
        words: Anchor,
        kind: Option<FurnitureKind>,
    },
    /// Which outlet an article is from.
    RenameOutlet {
        article: ArticleRef,
        name: String,
    },
    /// The day of publication; `None`: unknown.
    SetDate {
        article: ArticleRef,
        date: Option<Date>,
    },
    /// The line with these words is the headline.
    SetHeadline {
        words: Anchor,
    },
    /// Two names of sources are of one person or body.
    MergePeople {
        one: Anchor,
        other: Anchor,
    },
    /// A note; an empty one takes back what was noted.
    Note {
        on: Target,
        text: String,
    },
    Tag {
        on: Target,
        tag: String,
    },
    Untag {
        on: Target,
        tag: String,
    },
}

impl Decision {
    /// The article that the decision is about, if it is about one alone and changes how it is read:
    /// replayed by `annotate`. The others are about the story.
    pub fn article(&self) -> Option<&ArticleRef> {
        match self {
            Self::SetSources { quotation, .. }
            | Self::SetQuotation { quotation, .. }
            | Self::NoQuotation { quotation } => Some(&quotation.article),
            Self::SetFurniture { words, .. } | Self::SetHeadline { words } => Some(&words.article),
            Self::RenameOutlet { article, .. } | Self::SetDate { article, .. } => Some(article),
            Self::JudgeFinding { .. }
            | Self::MergeUtterances { .. }
            | Self::SplitUtterance { .. }
            | Self::MergePeople { .. }
            | Self::Note { .. }
            | Self::Tag { .. }
            | Self::Untag { .. } => None,
        }
    }
}

/// What the reader thinks of a finding.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Judgment {
    #[default]
    Open,
    Accepted,
    Rejected,
}

/// What became of a decision when it was replayed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Applied,
    /// What it is about is not found any more. It moves to nothing that only looks alike.
    Lost(Loss),
    /// An article that it is about is not in the set.
    NotHere,
}

impl Standing {
    pub fn name(self) -> &'static str {
        match self {
            Self::Applied => "applied",
            Self::Lost(_) => "lost",
            Self::NotHere => "not here",
        }
    }

    /// Why it is lost, for a person.
    pub fn reason(self) -> Option<&'static str> {
        match self {
            Self::Lost(loss) => Some(loss.reason()),
            Self::Applied | Self::NotHere => None,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loss {
    /// The words do not stand in the text any more.
    Words,
    /// More than one place fits equally well.
    Ambiguous,
    /// The words are there, but no quotation, utterance, source or finding of them.
    Nothing,
}

impl Loss {
    /// Why, for a person.
    pub fn reason(self) -> &'static str {
        match self {
            Self::Words => "its words are not in the text any more",
            Self::Ambiguous => "its words fit more than one place equally well",
            Self::Nothing => "its words are there, but nothing is found on them to decide on",
        }
    }
}

/// What a note or tag hangs on, found again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Noted {
    Article(ArticleIdx),
    /// (article, index into its quotations)
    Quotation(ArticleIdx, usize),
    Words(Place),
    /// Index into the comparison's utterances.
    Utterance(usize),
    /// Index into the comparison's findings.
    Finding(usize),
    /// Index into the comparison's rejected findings.
    Rejected(usize),
}

/// What the reader wrote beside something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    pub on: Noted,
    /// Empty: only tagged.
    pub text: String,
    /// In alphabetical order.
    pub tags: Vec<String>,
}

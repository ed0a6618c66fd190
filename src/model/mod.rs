//! The nouns: what is read, annotated, compared and shown. No algorithm, no file, no serde, no egui.

mod annotations;
mod article;
mod claim;
mod clause;
mod comparison;
pub mod day;
mod decision;
mod duplicate;
mod emphasis;
mod log;
mod naming;
mod origin;
mod problem;
mod span;
mod story;
mod wording;

pub use annotations::{
    Annotations, Correction, Cue, Evidence, EvidenceKind, Flags, Name, Person, Quantity, Quotation,
    QuotationKind, Source, SourceRule, Token, TokenKind, Unsourced, Voice,
};
pub use article::{
    Article, ArticleKey, Block, BlockKind, Date, FurnitureKind, Outlet, OutletBasis, Published,
};
pub use claim::{Claim, ClaimCell, Stance};
pub use clause::{Circumstance, CircumstanceKind, Clause, Modality, Phrase, Time, TimeBound};
pub use comparison::{
    Attribution, CollationColumn, Comparison, Confidence, Edit, EditFlags, EditKind, FactCell,
    FactKind, FactRow, Finding, FindingKind, Passage, PassageKind, Presence, Speaker, Subject,
    Summary, Utterance, Verdict, Witness,
};
pub use decision::{
    Anchor, ArticleRef, Decision, FindingAnchor, Judgment, Loss, Note, Noted, Standing, Target,
};
pub use duplicate::{Change, Duplicate, Version};
pub use emphasis::{Emphasis, Reached, Room};
pub use log::{Entry, Log};
pub use naming::{Naming, NamingCell};
pub use origin::{Origin, OriginKind};
pub use problem::Problem;
pub use span::Span;
pub use story::{ArticleIdx, Place, Story, outlet_names};
pub use wording::{Wording, WordingCategory};

//! What is found in one article alone.

use super::{Clause, Span, Standing, Wording};

/// All that is found in one article without looking at the others.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Annotations {
    /// There are no word lists of its language: people, sources, reported speech, quantities,
    /// evidence and wording were not looked for.
    pub only_marks: bool,
    /// Words, numbers and marks of headline, dek and prose, ascending.
    pub tokens: Vec<Token>,
    /// A flat partition of the prose, headline and dek left out.
    pub sentences: Vec<Span>,
    pub people: Vec<Person>,
    /// In reading order: marked ones and reported speech together.
    pub quotations: Vec<Quotation>,
    /// By sentence, headline and dek first, then by verb.
    pub clauses: Vec<Clause>,
    pub quantities: Vec<Quantity>,
    pub evidence: Vec<Evidence>,
    /// Expressions that take a side, in reading order.
    pub wording: Vec<Wording>,
    /// What became of each decision about this article, in order.
    pub standings: Vec<Standing>,
    /// What the reader set of the article itself, ascending, without repeats.
    pub corrected: Vec<Correction>,
}

/// Something of an article that the reader set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Correction {
    Outlet,
    Date,
    Headline,
    Furniture,
}

impl Correction {
    pub fn name(self) -> &'static str {
        match self {
            Self::Outlet => "outlet",
            Self::Date => "date",
            Self::Headline => "headline",
            Self::Furniture => "page furniture",
        }
    }
}

/// One word, number or mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    pub span: Span,
    /// Equal for words that count as the same when witnesses are compared (case, marks, spelling
    /// and accents folded): a hash with a fixed seed.
    pub key: u64,
    /// The same of its lemma.
    pub lemma: u64,
    pub kind: TokenKind,
    /// Stands inside square brackets: the editor's word, not the speaker's.
    pub bracketed: bool,
    /// Carries meaning of its own (no article, preposition, auxiliary or pronoun).
    pub content: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    Word,
    Number,
    /// `…` or `...`: the outlet shows that it cut.
    Ellipsis,
    Mark,
}

/// A person of one article, under all the names it gives.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    /// The fullest form, without title: given name and surname where the article has both.
    pub name: Span,
    /// What stands before or after the name: `State Department spokesman`.
    pub roles: Vec<Span>,
    /// Every mention by name, ascending; pronouns are not listed.
    pub mentions: Vec<Span>,
}

/// Who is named as the source: a person of the article's table, or words that stand for a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Name {
    /// Index into [`Annotations::people`].
    Person(usize),
    /// A body or an unnamed group as the article names it: `US officials`.
    Words(Span),
}

/// Words that somebody else is said to have said.
#[derive(Clone, Debug, PartialEq)]
pub struct Quotation {
    /// Between the marks, without them, final punctuation included; of reported speech the clause
    /// with source and cue.
    pub span: Span,
    pub kind: QuotationKind,
    /// More than one where the article credits several (`according to X and Y`).
    pub sources: Vec<Source>,
    /// Why there is no source; `None` where there is one, and of scare quotations.
    pub unsourced: Option<Unsourced>,
    pub cue: Option<Cue>,
    /// What is attributed, quoted or not, without source and cue; ascending.
    pub content: Vec<Span>,
    pub flags: Flags,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuotationKind {
    /// A sentence of the speaker, or a fragment that stands alone under a cue.
    Direct,
    /// Quoted words as a part of the writer's clause.
    Mixed,
    /// A nickname or a word held at a distance; nobody is said to have said it.
    Scare,
    /// No marks: the writer tells what was said.
    Reported,
}

/// Who said it, where the article says so, and by which rule we know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    pub name: Name,
    /// The words beside the cue (`Mr Ruiz`, `he`); `None` if the rule looked elsewhere.
    pub mention: Option<Span>,
    pub rule: SourceRule,
}

/// The sieve that named a source, most certain first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SourceRule {
    /// Subject of the cue, `according to`, or a name before a colon.
    Named,
    /// A pronoun or role beside the cue, resolved in the article.
    Pronoun,
    /// The other half of an interrupted quotation names it.
    Interrupted,
    /// The sentence around or before the quotation has one speaker.
    SameSentence,
    /// A paragraph with a quotation and no cue, after one whose source is known.
    Continued,
    /// The reader said so.
    Reader,
}

/// Why nobody is known to have said it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unsourced {
    /// No word beside it says that somebody spoke.
    NoCue,
    /// The cue names nobody: `is believed to`.
    NoSubject,
    /// A pronoun, and nobody before whom it can mean.
    NoAntecedent,
    /// A pronoun that fits two people equally.
    TwoCandidates,
}

impl Unsourced {
    /// What a reader is told.
    pub fn words(self) -> &'static str {
        match self {
            Self::NoCue => "no word beside it says who spoke",
            Self::NoSubject => "the text names nobody",
            Self::NoAntecedent => "a pronoun, and nobody before whom it can mean",
            Self::TwoCandidates => "a pronoun that fits two people",
        }
    }
}

/// The word that says that somebody spoke.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cue {
    pub span: Span,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flags {
    /// No closing mark: it ends with its paragraph, or before the writer's own cue.
    pub unclosed: bool,
    /// The next paragraph goes on with it.
    pub continues: bool,
    /// It goes on from the paragraph before.
    pub resumed: bool,
    /// Opened with one kind of mark, closed with another.
    pub mixed_marks: bool,
    /// The source is not named beside it.
    pub inferred_source: bool,
    /// Its bounds or its kind are the reader's.
    pub by_reader: bool,
}

/// A number of things, or a word for one.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// Hedge, numeral and counted noun.
    pub span: Span,
    pub low: Option<f64>,
    /// `None`: open upwards.
    pub high: Option<f64>,
    /// `about`, `at least`, `a relatively small number`.
    pub hedge: Option<Span>,
    /// Class of what is counted, a lemma: `drone`.
    pub unit: Option<String>,
    /// Who does what the predicate says.
    pub subject: Option<Span>,
    /// Lemma of the verb that takes the counted things: `receive`.
    pub predicate: Option<String>,
    pub voice: Voice,
    /// Says that no number is given.
    pub declined: bool,
}

/// Whose words these are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    Writer,
    Quoted,
}

/// A statement about what is known and how.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// The clause that says it.
    pub span: Span,
    pub kind: EvidenceKind,
    /// The words that make it one: `did not respond`.
    pub cue: Span,
    pub voice: Voice,
    /// What it is about: its object clause, if it has one.
    pub about: Option<Span>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EvidenceKind {
    AssertsEvidence,
    NoEvidenceGiven,
    Assessment,
    CredibleInformation,
    Hedge,
    Denial,
    CounterAccusation,
    NoResponse,
    Unverified,
}

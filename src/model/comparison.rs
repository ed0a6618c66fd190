//! What is found between the articles of a story.

use super::{ArticleIdx, Claim, Duplicate, Emphasis, Naming, Note, Origin, Place, Span, Standing};

/// All that is found between the articles. Every list is in a stated order that does not depend on
/// the order in which the files were given.
#[derive(Clone, Debug, Default)]
pub struct Comparison {
    /// Articles that are mostly one text, by the later of the two.
    pub duplicates: Vec<Duplicate>,
    /// Everybody who is a source, most quoted words first.
    pub speakers: Vec<Speaker>,
    /// By the place of their base witness.
    pub utterances: Vec<Utterance>,
    /// Aligned narration, by the place of the first member.
    pub passages: Vec<Passage>,
    pub facts: Vec<FactRow>,
    /// Those of most outlets first.
    pub claims: Vec<Claim>,
    /// One for each article, in the order of the story.
    pub summaries: Vec<Summary>,
    /// One for each article, in the order of the story.
    pub emphasis: Vec<Emphasis>,
    /// By the place of the first mention.
    pub naming: Vec<Naming>,
    /// Speakers first, those behind most outlets first.
    pub origins: Vec<Origin>,
    /// Best first; without those that the reader rejected.
    pub findings: Vec<Finding>,
    /// Indices into the findings that the reader accepted, ascending.
    pub accepted: Vec<usize>,
    /// What the reader rejected, best first.
    pub rejected: Vec<Finding>,
    /// What the reader wrote beside things, in the order of what it hangs on.
    pub notes: Vec<Note>,
    /// What became of each decision, in the order in which they were given.
    pub standings: Vec<Standing>,
}

/// One source of the story: the same person under all names, or a body or group.
#[derive(Clone, Debug, PartialEq)]
pub struct Speaker {
    /// The fullest form that the story prints.
    pub name: Place,
    /// (article, index into its quotations), in story order.
    pub quotations: Vec<(ArticleIdx, usize)>,
    /// Words in quotation marks by article, in the order of the story.
    pub quoted_words: Vec<usize>,
    /// The reader said that two of its names are one.
    pub by_reader: bool,
}

/// One thing said, with the places that carry it.
#[derive(Clone, Debug, PartialEq)]
pub struct Utterance {
    /// In story order. Quoted ones, and reported ones that tell the same.
    pub witnesses: Vec<Witness>,
    /// Index of the fullest quoted witness, from which edits are told.
    pub base: usize,
    pub attribution: Attribution,
    /// Indices into [`Comparison::speakers`], ascending, without repeats.
    pub speakers: Vec<usize>,
    /// From the base to each other witness, by witness, then by place in the base.
    pub edits: Vec<Edit>,
    /// The fullest text in these articles: stretches in order, from the base, and from the witness
    /// that has what the base lacks. Never “what was said”.
    pub fullest: Vec<Place>,
    /// The quoted witnesses word under word, left to right.
    pub collation: Vec<CollationColumn>,
    /// The reader put its witnesses together, or apart from others.
    pub by_reader: bool,
}

/// A quotation, or the part of one, that carries an utterance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Witness {
    pub place: Place,
    /// Index into the article's quotations.
    pub quotation: usize,
    /// Index into [`Comparison::speakers`], if the source is known.
    pub speaker: Option<usize>,
    /// Told in the writer's words, not quoted: a weaker link.
    pub reported: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attribution {
    /// One person, or one and the body that he speaks for.
    Agrees,
    /// Two different people are named.
    Differs,
    /// Fewer than two witnesses have a known source.
    Unattributed,
    /// Two sources, one of them not surely the one that is meant.
    Open,
}

/// How one witness differs from the base.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Index of the base in [`Utterance::witnesses`].
    pub from: usize,
    /// Index of the witness that differs.
    pub to: usize,
    pub kind: EditKind,
    /// Words of the base; `None`: nothing there.
    pub from_span: Option<Span>,
    /// Words of the witness; `None`: nothing there.
    pub to_span: Option<Span>,
    /// The outlet shows that it changed the words (ellipsis, bracket).
    pub marked: bool,
    pub flags: EditFlags,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EditKind {
    Bracket,
    Ellipsis,
    /// Begins later or ends sooner.
    Cut,
    /// Begins earlier or ends later.
    Extension,
    /// Two places of the base stand as one.
    Splice,
    /// One sentence of the base stands as two.
    Split,
    Moved,
    Wording,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct EditFlags {
    /// The changed words hold a hedge or an evidential.
    pub hedge: bool,
    /// Begins in mid-sentence with a capital letter.
    pub recapitalised: bool,
    /// The words now belong to another sentence.
    pub sentence_boundary: bool,
}

/// Sentences outside quotations that tell the same, one an article.
#[derive(Clone, Debug, PartialEq)]
pub struct Passage {
    pub kind: PassageKind,
    /// How much the members share on average, 0 to 1.
    pub score: f32,
    /// In story order.
    pub members: Vec<Place>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PassageKind {
    /// Most word groups of one stand in the other.
    Reused,
    /// The same in other words.
    Paraphrase,
}

/// One column of a collation: what each quoted witness has at this point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CollationColumn {
    /// One for each witness of the utterance, reported ones always `None`.
    pub cells: Vec<Option<Span>>,
    /// All quoted witnesses have the same words here.
    pub same: bool,
}

/// One thing that can be counted or named, and what each outlet says of it.
#[derive(Clone, Debug, PartialEq)]
pub struct FactRow {
    pub kind: FactKind,
    /// Names the slot: `drones received by Russia`.
    pub label: String,
    pub verdict: Verdict,
    /// In story order; outlets without a cell have no match, unless they are `open`.
    pub cells: Vec<FactCell>,
    /// Outlets without a cell that tell something so near that nobody is told they have no match.
    pub open: Vec<ArticleIdx>,
    /// Of outlets without a cell the sentence that comes nearest, if one does; in story order.
    pub nearest: Vec<Place>,
    pub rule: &'static str,
}

impl FactRow {
    /// The outlet has a cell, or may tell it in other words.
    pub fn may_tell(&self, article: ArticleIdx) -> bool {
        self.open.contains(&article) || self.cells.iter().any(|it| it.article == article)
    }

    /// The words of all cells, in story order.
    pub fn places(&self) -> impl Iterator<Item = Place> {
        self.cells.iter().flat_map(|cell| {
            let article = cell.article;
            cell.spans.iter().map(move |span| Place {
                article,
                span: *span,
            })
        })
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FactKind {
    Quantity,
    Time,
    Place,
    /// Who does something.
    Actor,
    /// What somebody is called: office, rank.
    Title,
    Attribution,
    Response,
    Other,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    OnlyOne,
    Agrees,
    /// One is more precise and compatible.
    Refines,
    Differs,
}

#[derive(Clone, Debug, PartialEq)]
pub struct FactCell {
    pub article: ArticleIdx,
    /// The words that give the value: the first of `spans`.
    pub spans: Vec<Span>,
}

/// What one outlet tells, in its own sentences.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Summary {
    /// Whole sentences, in reading order.
    pub sentences: Vec<Span>,
    /// What no other article has.
    pub only_here: Vec<Span>,
    /// Indices of utterances that two or more others share and this article does not have.
    pub no_match: Vec<usize>,
    /// Indices into the article's evidence statements, those worth a line of a card.
    pub evidence: Vec<usize>,
    /// Words that set the outlet apart, most telling first: where they stand first, how often.
    pub distinctive: Vec<(Span, usize)>,
}

/// What a reader is shown first.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    pub kind: FindingKind,
    /// From a template and verbatim words.
    pub title: String,
    /// The words that prove it, tight; in story order.
    pub places: Vec<Place>,
    /// What the finding is about, for those who want more than its places.
    pub subject: Subject,
    /// One sign for each article, in the order of the story.
    pub presence: Vec<Presence>,
    /// A difference to look at; what merely completes, refines or rewords is none.
    pub alert: bool,
    pub confidence: Confidence,
    /// One sentence: what was found and how.
    pub rule: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FindingKind {
    Attribution,
    Edit,
    Fact,
    Evidence,
    Response,
    Naming,
    OnlyHere,
    Origin,
}

impl FindingKind {
    /// What a reader is told that it is.
    pub fn name(self) -> &'static str {
        match self {
            Self::Attribution => "Attribution",
            Self::Edit => "Edit",
            Self::Fact => "Fact",
            Self::Evidence => "Evidence",
            Self::Response => "Response",
            Self::Naming => "Naming",
            Self::OnlyHere => "Only here",
            Self::Origin => "Origin",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// Index into [`Comparison::utterances`].
    Utterance(usize),
    /// Index into [`Comparison::facts`].
    Fact(usize),
    /// Statements beside one another; the places are all there is.
    Places,
}

/// What an article has of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Presence {
    Same,
    Edited,
    OtherSpeaker,
    Reported,
    /// Another value or statement.
    Differs,
    OnlyHere,
    /// May tell it in other words; not compared.
    Open,
    NoMatch,
}

impl Presence {
    /// The article has something else than others have.
    pub fn stands_out(self) -> bool {
        match self {
            Self::Edited | Self::OtherSpeaker | Self::Differs | Self::OnlyHere => true,
            Self::Same | Self::Reported | Self::Open | Self::NoMatch => false,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    Certain,
    Likely,
    Possible,
}

//! One outlet's report as it was read: the unchanged text and what its parts are.

use super::Span;

/// Names an article for as long as the set lives: a hash of its file name and text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArticleKey(pub u64);

/// One outlet's report. `text` is the decoded file, unchanged, where the file is plain text; of any
/// other format it is the text that was taken out. Everything else is spans on it.
#[derive(Clone, Debug, PartialEq)]
pub struct Article {
    pub key: ArticleKey,
    /// File name without folder, or the name given to a pasted text.
    pub file: String,
    pub text: String,
    pub outlet: Outlet,
    pub published: Option<Published>,
    /// When the file says that it was last changed.
    pub modified: Option<Date>,
    /// Where the file says that it is on the web.
    pub address: Option<String>,
    /// ISO 639-1 (`en`); `None` where the text is too short or too mixed to tell.
    pub language: Option<String>,
    /// Ascending, not overlapping; what lies between two blocks is white space.
    pub blocks: Vec<Block>,
}

impl Article {
    /// The day of its last change, else of publication.
    pub fn latest(&self) -> Option<Date> {
        self.modified.or(self.published.map(|it| it.date))
    }

    pub fn headline(&self) -> Option<Span> {
        self.first(BlockKind::Headline)
    }

    pub fn dek(&self) -> Option<Span> {
        self.first(BlockKind::Dek)
    }

    pub fn byline(&self) -> Option<Span> {
        self.first(BlockKind::Byline)
    }

    /// The paragraphs of prose, in reading order.
    pub fn paragraphs(&self) -> impl Iterator<Item = Span> {
        self.of_kind(BlockKind::is_prose)
    }

    /// What a person is meant to read: headline, dek, subheads and prose, in reading order.
    pub fn readable(&self) -> impl Iterator<Item = Span> {
        self.of_kind(|it| {
            it.is_prose()
                || matches!(
                    it,
                    BlockKind::Headline | BlockKind::Dek | BlockKind::Subhead
                )
        })
    }

    fn first(&self, kind: BlockKind) -> Option<Span> {
        self.of_kind(move |it| it == kind).next()
    }

    fn of_kind(&self, wanted: impl Fn(BlockKind) -> bool) -> impl Iterator<Item = Span> {
        self.blocks
            .iter()
            .filter(move |it| wanted(it.kind))
            .map(|it| it.span)
    }
}

/// A line of the file, or a part of one where a line holds two things (a dateline and the lead).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    pub span: Span,
    pub kind: BlockKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    Headline,
    Dek,
    Byline,
    Prose,
    /// A title inside the prose.
    Subhead,
    /// A point of a list; prose.
    ListItem,
    /// A text of someone else, set apart: a document, a post of a network; prose.
    Quote,
    Furniture(FurnitureKind),
}

impl BlockKind {
    /// Sentences of the article, in whatever form they are set.
    pub fn is_prose(self) -> bool {
        match self {
            Self::Prose | Self::ListItem | Self::Quote => true,
            Self::Headline | Self::Dek | Self::Byline | Self::Subhead | Self::Furniture(_) => false,
        }
    }
}

/// Page text that is not the article: shown in grey, never prose, fact or quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FurnitureKind {
    Caption,
    Credit,
    Navigation,
    Bio,
    Related,
    Duplicate,
    Dateline,
    Timestamp,
    Other,
}

/// Who published the article, and how we know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outlet {
    pub name: String,
    /// Where the text shows the name.
    pub span: Option<Span>,
    pub basis: OutletBasis,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutletBasis {
    Dateline,
    Meta,
    Credit,
    /// The reader named it.
    User,
    /// The text names no outlet; the file's name without its ending stands in.
    FileName,
}

/// The day of publication, as the text or the file's own description states it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Published {
    pub date: Date,
    /// Where the text shows it.
    pub span: Option<Span>,
}

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    pub year: i32,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

impl Date {
    /// `None` if the calendar has no such day.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let n_days = match month {
            2 => 28 + u8::from(is_leap),
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => return None,
        };
        let is_day = (1..=n_days).contains(&day);
        is_day.then_some(Self { year, month, day })
    }
}

impl std::fmt::Display for Date {
    /// ISO 8601, `2031-04-09`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_of_the_calendar_are_days() {
        for (year, month, day) in [(2028, 2, 29), (2000, 2, 29), (2031, 12, 31), (2031, 4, 30)] {
            assert!(
                Date::new(year, month, day).is_some(),
                "{year}-{month}-{day}"
            );
        }
        for (year, month, day) in [
            (2031, 2, 29),
            (2100, 2, 29),
            (2031, 4, 31),
            (2031, 13, 1),
            (2031, 0, 1),
            (2031, 1, 0),
        ] {
            assert_eq!(Date::new(year, month, day), None);
        }
    }
}

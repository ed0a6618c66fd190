//! An article as a set's file has it. Spans are Unicode code points, as in all our JSON.

use serde::{Deserialize, Serialize};

use crate::model::{
    Article, ArticleKey, Block, BlockKind, Date, FurnitureKind, Outlet, OutletBasis, Published,
    Span,
};

/// An enum of the model under the names that a file has for it.
macro_rules! mirrored {
    ($shape:ident, $model:ty, $($name:ident)+) => {
        #[derive(Clone, Copy, Debug, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum $shape {
            $($name),+
        }

        impl From<$model> for $shape {
            fn from(it: $model) -> Self {
                match it {
                    $(<$model>::$name => Self::$name),+
                }
            }
        }

        impl From<$shape> for $model {
            fn from(it: $shape) -> Self {
                match it {
                    $($shape::$name => Self::$name),+
                }
            }
        }
    };
}
pub(super) use mirrored;

mirrored!(
    FurnitureShape,
    FurnitureKind,
    Caption Credit Navigation Bio Related Duplicate Dateline Timestamp Other
);
mirrored!(BasisShape, OutletBasis, Dateline Meta Credit User FileName);

#[derive(Debug, Serialize, Deserialize)]
pub struct ArticleShape {
    pub key: String,
    pub file: String,
    outlet: OutletShape,
    published: Option<PublishedShape>,
    modified: Option<String>,
    address: Option<String>,
    language: Option<String>,
    blocks: Vec<BlockShape>,
    text: String,
}

#[derive(Debug, Serialize, Deserialize)]
struct OutletShape {
    name: String,
    basis: BasisShape,
    span: Option<[usize; 2]>,
}

#[derive(Debug, Serialize, Deserialize)]
struct PublishedShape {
    date: String,
    span: Option<[usize; 2]>,
}

#[derive(Debug, Serialize, Deserialize)]
struct BlockShape {
    kind: KindShape,
    span: [usize; 2],
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum KindShape {
    Headline,
    Dek,
    Byline,
    Prose,
    Subhead,
    ListItem,
    Quote,
    Furniture(FurnitureShape),
}

impl From<&Article> for ArticleShape {
    fn from(it: &Article) -> Self {
        let points = Points::new(&it.text);
        Self {
            key: hex(it.key.0),
            file: it.file.clone(),
            outlet: OutletShape {
                name: it.outlet.name.clone(),
                basis: it.outlet.basis.into(),
                span: it.outlet.span.map(|it| points.pair(it)),
            },
            published: it.published.map(|it| PublishedShape {
                date: it.date.to_string(),
                span: it.span.map(|it| points.pair(it)),
            }),
            modified: it.modified.map(|it| it.to_string()),
            address: it.address.clone(),
            language: it.language.clone(),
            blocks: it
                .blocks
                .iter()
                .map(|it| BlockShape {
                    kind: it.kind.into(),
                    span: points.pair(it.span),
                })
                .collect(),
            text: it.text.clone(),
        }
    }
}

impl ArticleShape {
    /// `None` if its parts do not fit its text, or its outlet has no name.
    pub fn article(self) -> Option<Article> {
        if self.outlet.name.trim().is_empty() {
            return None;
        }
        let points = Points::new(&self.text);
        let mut blocks: Vec<Block> = Vec::new();
        for block in &self.blocks {
            let span = points.span(&self.text, block.span)?;
            let follows = blocks.last().is_none_or(|it| it.span.end() <= span.start());
            if span.is_empty() || !follows {
                return None;
            }
            blocks.push(Block {
                span,
                kind: block.kind.into(),
            });
        }
        let span = |pair: Option<[usize; 2]>| match pair {
            Some(pair) => points.span(&self.text, pair).map(Some),
            None => Some(None),
        };
        let outlet = Outlet {
            span: span(self.outlet.span)?,
            name: self.outlet.name,
            basis: self.outlet.basis.into(),
        };
        let published = match self.published {
            Some(it) => Some(Published {
                date: date(&it.date)?,
                span: span(it.span)?,
            }),
            None => None,
        };
        let modified = match self.modified {
            Some(it) => Some(date(&it)?),
            None => None,
        };
        Some(Article {
            key: ArticleKey(number(&self.key)?),
            file: self.file,
            outlet,
            published,
            modified,
            address: self.address,
            language: self.language,
            blocks,
            text: self.text,
        })
    }
}

impl From<BlockKind> for KindShape {
    fn from(it: BlockKind) -> Self {
        match it {
            BlockKind::Headline => Self::Headline,
            BlockKind::Dek => Self::Dek,
            BlockKind::Byline => Self::Byline,
            BlockKind::Prose => Self::Prose,
            BlockKind::Subhead => Self::Subhead,
            BlockKind::ListItem => Self::ListItem,
            BlockKind::Quote => Self::Quote,
            BlockKind::Furniture(kind) => Self::Furniture(kind.into()),
        }
    }
}

impl From<KindShape> for BlockKind {
    fn from(it: KindShape) -> Self {
        match it {
            KindShape::Headline => Self::Headline,
            KindShape::Dek => Self::Dek,
            KindShape::Byline => Self::Byline,
            KindShape::Prose => Self::Prose,
            KindShape::Subhead => Self::Subhead,
            KindShape::ListItem => Self::ListItem,
            KindShape::Quote => Self::Quote,
            KindShape::Furniture(kind) => Self::Furniture(kind.into()),
        }
    }
}

pub fn hex(bits: u64) -> String {
    format!("{bits:016x}")
}

pub fn number(hex: &str) -> Option<u64> {
    u64::from_str_radix(hex, 16).ok()
}

/// `2031-04-09`
pub fn date(text: &str) -> Option<Date> {
    let (rest, day) = text.rsplit_once('-')?;
    let (year, month) = rest.rsplit_once('-')?;
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// Where each letter of a text begins.
struct Points {
    /// Bytes, the text's length last; none if each letter is one byte.
    bytes: Vec<usize>,
}

impl Points {
    fn new(text: &str) -> Self {
        let bytes = if text.is_ascii() {
            Vec::new()
        } else {
            let starts = text.char_indices().map(|it| it.0);
            starts.chain([text.len()]).collect()
        };
        Self { bytes }
    }

    fn pair(&self, span: Span) -> [usize; 2] {
        [span.start(), span.end()].map(|byte| {
            if self.bytes.is_empty() {
                byte
            } else {
                self.bytes.partition_point(|it| *it < byte)
            }
        })
    }

    fn span(&self, text: &str, [start, end]: [usize; 2]) -> Option<Span> {
        let byte = |point: usize| {
            if self.bytes.is_empty() {
                Some(point)
            } else {
                self.bytes.get(point).copied()
            }
        };
        Span::new(text, byte(start)?..byte(end)?)
    }
}

//! What a reader of one format gives: the text, its blocks, and what the file says of itself.

use std::collections::HashMap;

use crate::model::{Block, BlockKind, Date, Span};

/// What a file states about its article, beside the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meta {
    pub outlet: Option<String>,
    pub headline: Option<String>,
    pub byline: Option<String>,
    pub published: Option<Date>,
    pub modified: Option<Date>,
    /// The address of the page on the web.
    pub address: Option<String>,
    /// ISO 639-1, `en`.
    pub language: Option<String>,
}

impl Meta {
    /// What `self` does not state is taken from `other`.
    pub fn or(self, other: Self) -> Self {
        Self {
            outlet: self.outlet.or(other.outlet),
            headline: self.headline.or(other.headline),
            byline: self.byline.or(other.byline),
            published: self.published.or(other.published),
            modified: self.modified.or(other.modified),
            address: self.address.or(other.address),
            language: self.language.or(other.language),
        }
    }
}

/// An article before its outlet, date and language are settled.
#[derive(Debug, Default)]
pub struct Draft {
    pub text: String,
    /// Ascending, not overlapping.
    pub blocks: Vec<Block>,
    /// The agency that the dateline shows.
    pub agency: Option<Span>,
    pub meta: Meta,
}

impl Draft {
    /// A text whose lines have no kinds yet: they are found as in a plain text.
    pub fn plain(text: String, meta: Meta) -> Self {
        let (blocks, agency) = super::blocks::blocks(&text);
        Self {
            text,
            blocks,
            agency,
            meta,
        }
    }

    /// Paragraphs of which some have a kind by their style; the others are told as in a plain text.
    pub fn of_paragraphs(paragraphs: Vec<(Option<BlockKind>, String)>, meta: Meta) -> Self {
        let words: Vec<&str> = paragraphs.iter().map(|it| it.1.as_str()).collect();
        let text = words.join("\n\n");
        let title = paragraphs
            .iter()
            .position(|it| it.0 == Some(BlockKind::Headline));
        let over: usize = words[..title.unwrap_or(0)]
            .iter()
            .map(|it| it.len() + 2)
            .sum();
        let title = title.and_then(|at| Span::new(&text, over..over + words[at].len()));
        let (blocks, agency) = super::blocks::under_title(&text, title);
        let mut res = Self {
            text,
            blocks,
            agency,
            meta,
        };
        let mut styles: HashMap<&str, Option<BlockKind>> = HashMap::new();
        for (style, words) in &paragraphs {
            styles.entry(words).or_insert(*style);
        }
        for block in &mut res.blocks {
            let styled = styles.get(block.span.of(&res.text)).copied().flatten();
            block.kind = match (styled, block.kind) {
                (Some(kind), _) => kind,
                (None, BlockKind::Headline) if title.is_some() => BlockKind::Prose,
                (None, kind) => kind,
            };
        }
        res
    }

    /// Appends a block on a line of its own; lines that are not prose have no empty line between.
    pub fn push(&mut self, kind: BlockKind, words: &str) {
        let words = words.trim();
        if words.is_empty() {
            return;
        }
        if let Some(last) = self.blocks.last() {
            let furniture = |it| matches!(it, BlockKind::Furniture(_));
            let tight = furniture(last.kind) && furniture(kind);
            self.text.push_str(if tight { "\n" } else { "\n\n" });
        }
        let start = self.text.len();
        self.text.push_str(words);
        let span = Span::new(&self.text, start..self.text.len());
        self.blocks.extend(span.map(|span| Block { span, kind }));
    }

    /// Takes the dateline off the first paragraph.
    pub fn split_dateline(&mut self) {
        let prose = |it: &Block| it.kind == BlockKind::Prose;
        if let Some(first) = self.blocks.iter().position(prose) {
            let span = self.blocks[first].span;
            if let Some((dateline, lead, agency)) = super::blocks::dateline(&self.text, span) {
                self.agency = agency;
                self.blocks.splice(first..=first, [dateline, lead]);
            }
        }
    }
}

/// A plain text with what was stated of it. A headline or byline that the text does not show is
/// set before it, so that it can be seen and pointed at.
pub fn stated(meta: Meta, body: &str) -> Draft {
    let plain = Draft::plain(body.to_owned(), Meta::default());
    let shown = |words: &Option<String>| {
        let words = words.as_deref()?;
        plain
            .blocks
            .iter()
            .position(|it| it.span.of(&plain.text) == words)
    };
    let mut kinds = Vec::new();
    let mut unseen = Vec::new();
    for (kind, words) in [
        (BlockKind::Headline, &meta.headline),
        (BlockKind::Byline, &meta.byline),
    ] {
        match (shown(words), words) {
            (Some(at), _) => kinds.push((at, kind)),
            (None, Some(words)) => unseen.push((kind, words.clone())),
            (None, None) => {}
        }
    }
    let mut res = Draft::default();
    for (kind, words) in &unseen {
        res.push(*kind, words);
    }
    let offset = if unseen.is_empty() {
        0
    } else {
        res.text.push_str("\n\n");
        res.text.len()
    };
    res.text.push_str(&plain.text);
    let moved = |it: Span| Span::new(&res.text, it.start() + offset..it.end() + offset);
    for (at, block) in plain.blocks.iter().enumerate() {
        let said = kinds.iter().find(|it| it.0 == at).map(|it| it.1);
        let known =
            |kind| unseen.iter().any(|it| it.0 == kind) || kinds.iter().any(|it| it.1 == kind);
        let kind = match (said, block.kind) {
            (Some(kind), _) => kind,
            // What was taken for the headline is the dek or the lead.
            (None, BlockKind::Headline) if known(BlockKind::Headline) => BlockKind::Dek,
            (None, BlockKind::Dek) if known(BlockKind::Headline) => BlockKind::Prose,
            (None, kind) => kind,
        };
        res.blocks
            .extend(moved(block.span).map(|span| Block { span, kind }));
    }
    res.agency = plain.agency.and_then(moved);
    res.meta = meta;
    res
}

//! One article as set text: the galley of its column and where its words stand in it.
//!
//! The galley's text is made of the article's blocks in their order, so a span of the article maps
//! to characters of the galley and to rectangles. Layouts are kept until text, setting or theme
//! change; a column that nobody sees is never laid out. Furniture is folded to a line that says how
//! much it hides, until the reader opens it; so is, if the reader asks, what all articles share.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use eframe::egui::text::{CCursor, CharIndex, LayoutJob};
use eframe::egui::{self, Color32, Galley, Rect, Vec2, pos2};

use super::theme::{Face, Look, Theme};
use crate::model::{Article, ArticleKey, Block, BlockKind, Span};

/// A laid-out article.
pub struct Layout {
    pub galley: Arc<Galley>,
    /// Ascending in both: a block's place in the article and its first character in the galley.
    segments: Vec<(Span, usize)>,
    /// Characters of the lines that stand for what is folded.
    folds: Vec<(Fold, Range<usize>)>,
    /// First character of each paragraph of prose, with its place in the article.
    paragraphs: Vec<(Span, usize)>,
}

/// What a folded line stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fold {
    Furniture,
    /// A paragraph that all articles share.
    Shared,
}

/// How an article is set.
#[derive(Clone, Debug, PartialEq)]
pub struct Setting {
    pub style: Style,
    pub width: f32,
    /// How much larger than drawn the words are.
    pub zoom: f32,
    pub furniture_open: bool,
    /// Paragraphs of which only the first words stand.
    pub folded: Vec<Span>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// One of several columns.
    Column,
    /// The one article of the Annotated view.
    Reference,
}

/// Layouts by article, made when first asked for.
#[derive(Default)]
pub struct Layouts {
    kept: HashMap<ArticleKey, (LayoutKey, Arc<Layout>)>,
}

#[derive(Clone, PartialEq)]
struct LayoutKey {
    setting: Setting,
    look: Look,
    pixels_per_point: f32,
}

impl Layouts {
    /// The layout of an article, set like this.
    pub fn get(
        &mut self,
        ctx: &egui::Context,
        theme: &Theme,
        article: &Article,
        setting: Setting,
    ) -> Arc<Layout> {
        let key = LayoutKey {
            setting: setting.clone(),
            look: theme.look,
            pixels_per_point: ctx.pixels_per_point(),
        };
        if let Some((known, layout)) = self.kept.get(&article.key)
            && *known == key
        {
            return Arc::clone(layout);
        }
        let layout = Arc::new(Setter::new(theme, article, setting).layout(ctx));
        self.kept.insert(article.key, (key, Arc::clone(&layout)));
        layout
    }

    /// The layout that was last made, however it was set.
    pub fn last(&self, article: ArticleKey) -> Option<Arc<Layout>> {
        self.kept.get(&article).map(|it| Arc::clone(&it.1))
    }
}

/// Space between two paragraphs, in points.
const PARAGRAPH_SPACE: f32 = 10.0;

/// Puts the blocks of an article one after another.
struct Setter<'a> {
    theme: &'a Theme,
    article: &'a Article,
    setting: Setting,
    job: LayoutJob,
    n_chars: usize,
    segments: Vec<(Span, usize)>,
    folds: Vec<(Fold, Range<usize>)>,
    paragraphs: Vec<(Span, usize)>,
}

impl<'a> Setter<'a> {
    fn new(theme: &'a Theme, article: &'a Article, setting: Setting) -> Self {
        let mut job = LayoutJob::default();
        job.wrap.max_width = setting.width;
        job.break_on_newline = true;
        Self {
            theme,
            article,
            setting,
            job,
            n_chars: 0,
            segments: Vec::new(),
            folds: Vec::new(),
            paragraphs: Vec::new(),
        }
    }

    fn layout(mut self, ctx: &egui::Context) -> Layout {
        if self.article.headline().is_none() {
            // Ours, so in sans: nothing is invented to fill the place.
            self.append("No headline in this file", Face::CAPTION, self.theme.ink3);
            self.break_line();
        }
        let blocks = &self.article.blocks;
        let mut at = 0;
        while let Some(block) = blocks.get(at) {
            let n_folded = self.n_folded(at);
            if n_folded > 0 {
                self.fold_furniture(n_folded);
                at += n_folded;
            } else if self.setting.folded.contains(&block.span) {
                self.fold_paragraph(*block);
                at += 1;
            } else {
                self.block(*block);
                at += 1;
            }
            if let Some(next) = blocks.get(at) {
                if self.joins(blocks[at - 1].span, next.span) {
                    self.append(" ", self.reading(), self.theme.ink);
                } else {
                    self.break_line();
                }
            }
        }
        Layout {
            galley: ctx.fonts_mut(|fonts| fonts.layout_job(self.job)),
            segments: self.segments,
            folds: self.folds,
            paragraphs: self.paragraphs,
        }
    }

    fn reading(&self) -> Face {
        match self.setting.style {
            Style::Column => Face::reading(self.setting.width),
            Style::Reference => Face::READ_LARGE,
        }
    }

    fn block(&mut self, block: Block) {
        let theme = self.theme;
        let head = match self.setting.style {
            Style::Column => Face::heading(self.setting.width),
            Style::Reference => Face::REFERENCE_HEAD,
        };
        let (face, color) = match block.kind {
            BlockKind::Headline => (head, theme.ink),
            BlockKind::Dek => (self.reading(), theme.ink2),
            BlockKind::Byline => (Face::SMALL_PRINT, theme.ink2),
            BlockKind::Subhead => (self.reading(), theme.ink2),
            BlockKind::Prose | BlockKind::ListItem | BlockKind::Quote => {
                (self.reading(), theme.ink)
            }
            BlockKind::Furniture(_) => (Face::SMALL_PRINT, theme.ink3),
        };
        self.segments.push((block.span, self.n_chars));
        if block.kind.is_prose() {
            self.paragraphs.push((block.span, self.n_chars));
        }
        self.append(block.span.of(&self.article.text), face, color);
    }

    /// How many blocks from here on are furniture that stands on lines of its own and is folded.
    fn n_folded(&self, at: usize) -> usize {
        let blocks = &self.article.blocks;
        let is_furniture = |it: usize| {
            let alone = |a: usize, b: usize| !self.joins(blocks[a].span, blocks[b].span);
            matches!(blocks[it].kind, BlockKind::Furniture(_))
                && (it == 0 || alone(it - 1, it))
                && (it + 1 == blocks.len() || alone(it, it + 1))
        };
        if self.setting.furniture_open {
            return 0;
        }
        (at..blocks.len())
            .take_while(|it| is_furniture(*it))
            .count()
    }

    fn fold_furniture(&mut self, n_blocks: usize) {
        let start = self.n_chars;
        let lines = if n_blocks == 1 { "line" } else { "lines" };
        let words = format!("›  {n_blocks} {lines} of page furniture");
        self.append(&words, Face::CAPTION, self.theme.ink3);
        self.folds.push((Fold::Furniture, start..self.n_chars));
    }

    /// The first words of a paragraph, on one line.
    fn fold_paragraph(&mut self, block: Block) {
        const MOST_WORDS: usize = 5;
        let start = self.n_chars;
        self.paragraphs.push((block.span, start));
        let words = block.span.of(&self.article.text).split_whitespace();
        let first: Vec<&str> = words.take(MOST_WORDS).collect();
        let ours = Face::CAPTION;
        self.append("›  all share  ", ours, self.theme.ink3);
        self.append(&first.join(" "), Face::SMALL_PRINT, self.theme.ink2);
        self.append(" ›", ours, self.theme.ink3);
        self.folds.push((Fold::Shared, start..self.n_chars));
    }

    /// Both stand on one line of the file.
    fn joins(&self, a: Span, b: Span) -> bool {
        let between = self.article.text.get(a.end()..b.start());
        between.is_some_and(|it| !it.contains(['\n', '\r']))
    }

    fn append(&mut self, words: &str, face: Face, color: Color32) {
        let format = face.zoomed(self.setting.zoom).format(color);
        self.job.append(words, 0.0, format);
        self.n_chars += words.chars().count();
    }

    /// A new line, and an empty one that is lower than one of text.
    fn break_line(&mut self) {
        self.append("\n", self.reading(), self.theme.ink);
        let mut format = Face::MICRO.format(self.theme.ink);
        format.line_height = Some(PARAGRAPH_SPACE * self.setting.zoom);
        format.font_id.size = 4.0;
        self.job.append("\n", 0.0, format);
        self.n_chars += 1;
    }
}

impl Layout {
    /// Where the lines stand that stand for what is folded, relative to the galley.
    pub fn folds(&self) -> impl Iterator<Item = (Fold, Rect)> {
        self.folds.iter().filter_map(|(fold, chars)| {
            let rects = self.char_rects(chars.start, chars.end);
            Some((*fold, rects.into_iter().reduce(Rect::union)?))
        })
    }

    /// The paragraphs of prose with the heights of their first lines, relative to the galley.
    pub fn paragraphs(&self) -> impl Iterator<Item = (Span, f32)> {
        self.paragraphs.iter().filter_map(|(span, first)| {
            let rects = self.char_rects(*first, first + 1);
            Some((*span, rects.first()?.top()))
        })
    }

    /// One rectangle for each row that the words take, relative to the galley. None if they are
    /// folded.
    pub fn rects(&self, text: &str, span: Span) -> Vec<Rect> {
        match (
            self.cursor(text, span.start()),
            self.cursor(text, span.end()),
        ) {
            (Some(from), Some(to)) => self.char_rects(from, to),
            _ => Vec::new(),
        }
    }

    fn char_rects(&self, from: usize, to: usize) -> Vec<Rect> {
        if from >= to {
            return Vec::new();
        }
        let first = self.galley.layout_from_cursor(CCursor {
            index: CharIndex(from),
            prefer_next_row: true,
        });
        let last = self.galley.layout_from_cursor(CCursor {
            index: CharIndex(to),
            prefer_next_row: false,
        });
        (first.row..=last.row)
            .filter_map(|at| {
                let row = self.galley.rows.get(at)?;
                let start = if at == first.row {
                    row.row.x_offset(first.column)
                } else {
                    0.0
                };
                let end = if at == last.row {
                    row.row.x_offset(last.column)
                } else {
                    let n_chars = row.row.char_count_excluding_newline();
                    row.row.x_offset(CharIndex(n_chars.0))
                };
                let rect = row.rect();
                let rect = Rect::from_min_max(
                    pos2(rect.min.x + start, rect.min.y),
                    pos2(rect.min.x + end, rect.max.y),
                );
                (rect.width() > 0.5).then_some(rect)
            })
            .collect()
    }

    /// First and last height of the words, relative to the galley.
    pub fn extent(&self, text: &str, span: Span) -> Option<(f32, f32)> {
        let rects = self.rects(text, span);
        Some((rects.first()?.min.y, rects.last()?.max.y))
    }

    /// The byte of the article at a point of the galley, if its text stands there.
    pub fn byte_at(&self, text: &str, at: Vec2) -> Option<usize> {
        let char = self.galley.cursor_from_pos(at).index.0;
        let before = self.segments.partition_point(|it| it.1 <= char);
        let (span, first) = *self.segments.get(before.checked_sub(1)?)?;
        let words = span.of(text);
        let (at, _) = words.char_indices().nth(char - first)?;
        Some(span.start() + at)
    }

    pub fn height(&self) -> f32 {
        self.galley.rect.height()
    }

    /// The galley's character before which a byte of the article stands.
    fn cursor(&self, text: &str, at: usize) -> Option<usize> {
        let segment = self
            .segments
            .partition_point(|it| it.0.start() <= at)
            .checked_sub(1)?;
        let (span, first) = self.segments[segment];
        // Between two segments: folded, or white space.
        let at = at.min(span.end());
        Some(first + text.get(span.start()..at)?.chars().count())
    }
}

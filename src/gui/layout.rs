//! One article as set text: the galley of its column and where its words stand in it.
//!
//! The galley's text is made of the article's blocks in their order, so a span of the article maps
//! to characters of the galley and to rectangles. Layouts are kept until text, width or theme
//! change; a column that nobody sees is never laid out.

use std::collections::HashMap;
use std::sync::Arc;

use eframe::egui::text::{CCursor, CharIndex, LayoutJob};
use eframe::egui::{self, Galley, Rect, pos2};

use super::theme::{Face, Theme};
use crate::model::{Article, ArticleKey, BlockKind, Span};

/// A laid-out article.
pub struct Layout {
    pub galley: Arc<Galley>,
    /// Ascending in both: a block's place in the article and its first character in the galley.
    segments: Vec<(Span, usize)>,
}

/// Layouts by article, made when first asked for.
#[derive(Default)]
pub struct Layouts {
    kept: HashMap<ArticleKey, (LayoutKey, Arc<Layout>)>,
}

#[derive(Clone, Copy, PartialEq)]
struct LayoutKey {
    width: f32,
    is_dark: bool,
    pixels_per_point: f32,
}

impl Layouts {
    /// The layout of an article at this width.
    pub fn get(
        &mut self,
        ctx: &egui::Context,
        theme: &Theme,
        article: &Article,
        width: f32,
    ) -> Arc<Layout> {
        let key = LayoutKey {
            width,
            is_dark: theme.is_dark,
            pixels_per_point: ctx.pixels_per_point(),
        };
        if let Some((known, layout)) = self.kept.get(&article.key)
            && *known == key
        {
            return Arc::clone(layout);
        }
        let layout = Arc::new(Layout::new(ctx, theme, article, width));
        self.kept.insert(article.key, (key, Arc::clone(&layout)));
        layout
    }

    /// The layout that was last made, whatever its width.
    pub fn last(&self, article: ArticleKey) -> Option<Arc<Layout>> {
        self.kept.get(&article).map(|it| Arc::clone(&it.1))
    }
}

/// Space between two paragraphs, in points.
const PARAGRAPH_SPACE: f32 = 10.0;

impl Layout {
    fn new(ctx: &egui::Context, theme: &Theme, article: &Article, width: f32) -> Self {
        let mut job = LayoutJob::default();
        job.wrap.max_width = width;
        job.break_on_newline = true;
        let reading = Face::reading(width);
        let mut segments = Vec::new();
        let mut n_chars = 0;
        let mut last_end = None;
        if article.headline().is_none() {
            // Ours, so in sans: nothing is invented to fill the place.
            let note = "No headline in this file\n";
            job.append(note, 0.0, Face::CAPTION.format(theme.ink3));
            n_chars += note.chars().count();
            n_chars += gap(&mut job, theme);
        }
        for block in &article.blocks {
            let joins = last_end.is_some_and(|end: usize| {
                !article.text[end..block.span.start()].contains(['\n', '\r'])
            });
            if joins {
                job.append(" ", 0.0, reading.format(theme.ink));
                n_chars += 1;
            } else if last_end.is_some() {
                job.append("\n", 0.0, reading.format(theme.ink));
                n_chars += 1 + gap(&mut job, theme);
            }
            let format = match block.kind {
                BlockKind::Headline => Face::COLUMN_HEAD.format(theme.ink),
                BlockKind::Dek => reading.format(theme.ink2),
                BlockKind::Byline => Face::SMALL_PRINT.format(theme.ink2),
                BlockKind::Prose => reading.format(theme.ink),
                BlockKind::Furniture(_) => Face::SMALL_PRINT.format(theme.ink3),
            };
            let words = block.span.of(&article.text);
            segments.push((block.span, n_chars));
            job.append(words, 0.0, format);
            n_chars += words.chars().count();
            last_end = Some(block.span.end());
        }
        Self {
            galley: ctx.fonts_mut(|fonts| fonts.layout_job(job)),
            segments,
        }
    }

    /// One rectangle for each row that the words take, relative to the galley.
    pub fn rects(&self, text: &str, span: Span) -> Vec<Rect> {
        let (Some(from), Some(to)) = (
            self.cursor(text, span.start()),
            self.cursor(text, span.end()),
        ) else {
            return Vec::new();
        };
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
        let at = at.min(span.end());
        Some(first + text.get(span.start()..at)?.chars().count())
    }
}

/// An empty line that is lower than one of text. Returns its characters.
fn gap(job: &mut LayoutJob, theme: &Theme) -> usize {
    let mut format = Face::MICRO.format(theme.ink);
    format.line_height = Some(PARAGRAPH_SPACE);
    format.font_id.size = 4.0;
    job.append("\n", 0.0, format);
    1
}

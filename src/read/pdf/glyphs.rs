//! The letters of a PDF with their places, gathered into lines.

use std::time::{Duration, Instant};

use pdf_extract::{MediaBox, OutputDev, OutputError, Transform};

/// One line of a column.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub page: u32,
    /// Points from the left and from the top of the page.
    pub left: f64,
    pub right: f64,
    pub top: f64,
    /// Height of the letters.
    pub size: f64,
    /// Share of the page's height above the line.
    pub height_share: f64,
    pub text: String,
}

/// No article has more letters, or takes longer.
const MOST_LETTERS: usize = 3_000_000;
const LONGEST: Duration = Duration::from_secs(10);

/// Takes the letters from the parser.
pub struct Glyphs {
    lines: Vec<Line>,
    n_letters: usize,
    page: u32,
    page_top: f64,
    page_height: f64,
    started: Instant,
}

impl Glyphs {
    pub fn new() -> Self {
        Self {
            lines: Vec::new(),
            n_letters: 0,
            page: 0,
            page_top: 0.0,
            page_height: 1.0,
            started: Instant::now(),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// The lines in the order of the file, which is the order of reading in nearly all.
    pub fn into_lines(self) -> Vec<Line> {
        let mut res = self.lines;
        for line in &mut res {
            line.text = line.text.split_whitespace().collect::<Vec<_>>().join(" ");
        }
        res.retain(|it| it.text.chars().any(char::is_alphanumeric));
        res
    }
}

impl OutputDev for Glyphs {
    fn begin_page(
        &mut self,
        page: u32,
        media_box: &MediaBox,
        _: Option<(f64, f64, f64, f64)>,
    ) -> Result<(), OutputError> {
        self.page = page;
        self.page_top = media_box.ury;
        self.page_height = (media_box.ury - media_box.lly).abs().max(1.0);
        Ok(())
    }

    fn output_character(
        &mut self,
        place: &Transform,
        width: f64,
        _: f64,
        font_size: f64,
        letters: &str,
    ) -> Result<(), OutputError> {
        self.n_letters += 1;
        let late = self.n_letters.is_multiple_of(1000) && self.started.elapsed() > LONGEST;
        if self.n_letters > MOST_LETTERS || late {
            return Err(OutputError::FormatError(std::fmt::Error));
        }
        let scale = (place.m11 * place.m22 - place.m12 * place.m21).abs().sqrt();
        let size = font_size * if scale > 0.0 { scale } else { 1.0 };
        let left = place.m31;
        let top = self.page_top - place.m32;
        let right = left + width * size;
        if !(left.is_finite() && top.is_finite() && size.is_finite() && right.is_finite()) {
            return Ok(());
        }
        let page = self.page;
        let goes_on = self.lines.last_mut().filter(|it| {
            let near = (it.top - top).abs() < size.max(it.size) * 0.5;
            // A gap wider than two letters is another column or cell.
            let beside = left > it.right - size * 1.5 && left < it.right + size * 2.5;
            it.page == page && near && beside
        });
        match goes_on {
            Some(line) => {
                if left > line.right + size * 0.12 && !line.text.ends_with(' ') {
                    line.text.push(' ');
                }
                line.text.push_str(letters);
                line.right = line.right.max(right);
            }
            None => self.lines.push(Line {
                page,
                left,
                right,
                top,
                size,
                height_share: top / self.page_height,
                text: letters.to_owned(),
            }),
        }
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}

//! Sets text in lines of at most 100 columns, without losing a letter of it.
//!
//! ```text
//! hang ─────┐
//! coast     “The wall holds,” the port said in a statement that runs on to the end of the line
//!           and goes on under itself ¶ 3
//! ```
//! Breaks only at white space, which a line break replaces; a word longer than a line is cut. A
//! no-break space holds. Control characters would move the cursor and are shown as signs.

use unicode_normalization::char::is_combining_mark;

/// Width of the page, in columns of a terminal.
const COLUMNS: usize = 100;
/// No text is set narrower, however long the label before it.
const NARROWEST: usize = 40;

/// A report while it is written.
#[derive(Default)]
pub struct Page {
    res: String,
}

impl Page {
    /// A heading with a line to the right edge, where the number of its rows stands.
    pub fn section(&mut self, title: &str, n_rows: usize) {
        self.blank();
        let n_rows = n_rows.to_string();
        let line = "─".repeat(COLUMNS.saturating_sub(columns(title) + n_rows.len() + 2));
        self.res.push_str(&format!("{title} {line} {n_rows}"));
        self.end_line();
        self.blank();
    }

    /// An empty line, unless there is one or nothing yet.
    pub fn blank(&mut self) {
        if !self.res.is_empty() && !self.res.ends_with("\n\n") {
            self.res.push('\n');
        }
    }

    pub fn text(&mut self, indent: usize, text: &str) {
        self.labeled(indent, "", 0, text);
    }

    /// `label` in a column of `width`, `text` beside it and then under itself.
    pub fn labeled(&mut self, indent: usize, label: &str, width: usize, text: &str) {
        let gap = if width == 0 { 0 } else { 2 };
        let hang = (indent + width + gap).min(COLUMNS - NARROWEST);
        self.res.push_str(&" ".repeat(indent));
        self.res.extend(label.chars().map(visible));
        let mut at = indent + columns(label);
        let mut is_full = !label.is_empty() && at >= hang;
        for line in text.split([
            '\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}',
        ]) {
            let line = line.trim_matches(is_gap);
            if line.is_empty() {
                continue;
            }
            if is_full {
                self.end_line();
                at = 0;
            }
            self.res.push_str(&" ".repeat(hang - at));
            self.fill(hang, line);
            is_full = true;
        }
        self.end_line();
    }

    pub fn finish(mut self) -> String {
        self.res.truncate(self.res.trim_end().len());
        self.res.push('\n');
        self.res
    }

    /// Sets one paragraph from column `hang` on.
    fn fill(&mut self, hang: usize, line: &str) {
        let mut at = hang;
        let mut rest = line;
        while !rest.is_empty() {
            let gap_len = rest.find(|c| !is_gap(c)).unwrap_or(rest.len());
            let (gap, after) = rest.split_at(gap_len);
            let word_len = after.find(is_gap).unwrap_or(after.len());
            let (word, after) = after.split_at(word_len);
            rest = after;
            if at > hang && at + columns(gap) + columns(word) > COLUMNS {
                self.turn(hang);
                at = hang;
            } else {
                self.res.extend(gap.chars().map(visible));
                at += columns(gap);
            }
            at = self.word(hang, at, word);
        }
    }

    /// Returns the column after the word.
    fn word(&mut self, hang: usize, mut at: usize, word: &str) -> usize {
        for c in word.chars() {
            if at + width(c) > COLUMNS {
                self.turn(hang);
                at = hang;
            }
            self.res.push(visible(c));
            at += width(c);
        }
        at
    }

    fn turn(&mut self, hang: usize) {
        self.end_line();
        self.res.push_str(&" ".repeat(hang));
    }

    fn end_line(&mut self) {
        self.res
            .truncate(self.res.trim_end_matches([' ', '\t']).len());
        self.res.push('\n');
    }
}

/// Columns that `text` takes in a terminal.
pub fn columns(text: &str) -> usize {
    text.chars().map(width).sum()
}

/// `text`, or as much of its start as goes into `most` columns, with the sign of our cut.
pub fn cut(text: &str, most: usize) -> String {
    if columns(text) <= most {
        return text.to_owned();
    }
    let mut used = 1;
    let kept: String = text
        .chars()
        .take_while(|it| {
            used += width(*it);
            used <= most
        })
        .collect();
    format!("{}›", kept.trim_end())
}

/// Ideographs, kana, Hangul, full-width forms and pictographs take two columns.
fn width(c: char) -> usize {
    match c {
        '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' => 0,
        '\u{1100}'..='\u{115f}'
        | '\u{2e80}'..='\u{a4cf}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe6f}'
        | '\u{ff00}'..='\u{ff60}'
        | '\u{ffe0}'..='\u{ffe6}'
        | '\u{1f300}'..='\u{1faff}'
        | '\u{20000}'..='\u{3fffd}' => 2,
        _ if is_combining_mark(c) => 0,
        _ => 1,
    }
}

/// White space where a line may end.
fn is_gap(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}' | '\u{2007}')
}

/// An escape sequence in an article must not reach the terminal, nor what turns its line around.
pub fn visible(c: char) -> char {
    match c {
        '\t' => ' ',
        '\u{7f}' => '␡',
        _ if c.is_ascii_control() => char::from_u32(0x2400 + u32::from(c)).unwrap_or('␀'),
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => char::REPLACEMENT_CHARACTER,
        _ if c.is_control() => char::REPLACEMENT_CHARACTER,
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(label: &str, text: &str, expected: &str) {
        let mut page = Page::default();
        page.labeled(2, label, 5, text);
        let res = page.finish();
        assert_eq!(res, expected);
        assert!(res.lines().all(|it| columns(it) <= COLUMNS), "{res}");
    }

    #[test]
    fn text_goes_on_under_itself() {
        let words = "rain ".repeat(19);
        check(
            "coast",
            &words,
            &format!(
                "  coast  {}\n         rain\n",
                "rain ".repeat(18).trim_end()
            ),
        );
    }

    #[test]
    fn double_and_no_break_spaces_stay() {
        check(
            "",
            "It holds.  So\u{a0}far.",
            "         It holds.  So\u{a0}far.\n",
        );
    }

    #[test]
    fn a_paragraph_break_is_a_line_break() {
        check("a", "One.\r\n\r\nTwo.", "  a      One.\n         Two.\n");
    }

    #[test]
    fn a_word_longer_than_a_line_is_cut() {
        let words = "海".repeat(50);
        let expected = format!(
            "  a      {}\n         {}\n",
            "海".repeat(45),
            "海".repeat(5)
        );
        check("a", &words, &expected);
    }

    #[test]
    fn a_long_label_has_its_own_line() {
        check("coastal", "rain", "  coastal\n         rain\n");
    }

    #[test]
    fn an_escape_sequence_is_only_shown() {
        check("", "\u{1b}[31mred\u{9b}", "         ␛[31mred\u{fffd}\n");
    }

    #[test]
    fn our_cut_has_its_sign() {
        assert_eq!(cut("Harbor Post", 11), "Harbor Post");
        assert_eq!(cut("Harbor Post", 8), "Harbor›");
    }
}

//! Lines of pages to paragraphs.
//!
//! ```text
//! Harbor Wire, p. 1         stands on every page at the same height: apart
//! The wall failed on Mon-   the next line begins small: one word
//! day, the port said.       much room below, or an indent: the paragraph ends
//! ```

use std::collections::HashMap;

use super::glyphs::Line;
use crate::model::BlockKind;

/// Paragraphs with the kind that their letters give, and running heads with page numbers.
pub fn paragraphs(lines: Vec<Line>) -> (Vec<(Option<BlockKind>, String)>, Vec<String>) {
    let body_size = body_size(&lines);
    let heads = running_heads(&lines);
    let mut furniture: Vec<String> = Vec::new();
    let mut flow = Vec::new();
    for (line, is_head) in by_columns(lines, &heads) {
        if !is_head {
            flow.push(line);
        } else if !furniture.contains(&line.text) {
            furniture.push(line.text);
        }
    }
    let leading = leading(&flow);
    let mut res: Vec<(Option<BlockKind>, String)> = Vec::new();
    let mut seen_body = false;
    for at in 0..flow.len() {
        let line = &flow[at];
        if at > 0 && goes_on(&flow, at, leading) {
            if let Some((_, text)) = res.last_mut() {
                join(text, &line.text);
            }
            continue;
        }
        let large = line.size > body_size * 1.25;
        let first_title = large && !seen_body && res.iter().all(|it| it.0.is_none());
        seen_body |= !large && line.text.split_whitespace().count() > 6;
        let kind = match (large, first_title) {
            (true, true) => Some(BlockKind::Headline),
            (true, false) if seen_body => Some(BlockKind::Subhead),
            (true, false) | (false, _) => None,
        };
        res.push((kind, line.text.clone()));
    }
    (res, furniture)
}

/// The size that most letters have.
fn body_size(lines: &[Line]) -> f64 {
    let mut sums: Vec<(i64, usize)> = Vec::new();
    for line in lines {
        let tenths = (line.size * 10.0).round() as i64;
        match sums.iter_mut().find(|it| it.0 == tenths) {
            Some(sum) => sum.1 += line.text.len(),
            None => sums.push((tenths, line.text.len())),
        }
    }
    sums.iter()
        .max_by_key(|it| it.1)
        .map_or(1.0, |it| it.0 as f64 / 10.0)
}

/// For each line, whether it is a running head or foot: near the edge, and alike on other pages, or
/// a page number.
fn running_heads(lines: &[Line]) -> Vec<bool> {
    let edge = |it: &Line| it.height_share < 0.1 || it.height_share > 0.9;
    let mut pages: HashMap<String, Vec<u32>> = HashMap::new();
    for line in lines.iter().filter(|it| edge(it)) {
        let pages = pages.entry(without_numbers(&line.text)).or_default();
        if !pages.contains(&line.page) {
            pages.push(line.page);
        }
    }
    lines
        .iter()
        .map(|line| {
            let bare = without_numbers(&line.text);
            let repeated = pages.get(&bare).is_some_and(|it| it.len() > 1);
            edge(line) && (repeated || is_page_number(&line.text))
        })
        .collect()
}

fn without_numbers(text: &str) -> String {
    text.chars()
        .filter(|it| !it.is_numeric() && !it.is_whitespace())
        .collect()
}

/// `3`, `3/5`, `Page 3 of 5`, `- 3 -`.
fn is_page_number(text: &str) -> bool {
    let words = text
        .split(|it: char| !it.is_alphanumeric())
        .filter(|it| !it.is_empty());
    let mut n_numbers = 0;
    for word in words {
        if word.bytes().all(|it| it.is_ascii_digit()) && word.len() < 4 {
            n_numbers += 1;
        } else if !["page", "p", "of", "seite", "von"].contains(&word.to_lowercase().as_str()) {
            return false;
        }
    }
    (1..=2).contains(&n_numbers)
}

/// The lines in the order of reading. Files that are written across the columns, line by line, are
/// told by steps to the right at the same height, and sorted by column.
fn by_columns(lines: Vec<Line>, heads: &[bool]) -> Vec<(Line, bool)> {
    let across = |pair: &[Line]| {
        pair[0].page == pair[1].page
            && (pair[0].top - pair[1].top).abs() < 2.0
            && pair[1].left > pair[0].right
    };
    let n_across = lines.windows(2).filter(|it| across(it)).count();
    let by_rows = n_across * 4 > lines.len();
    let middle = |page: u32| {
        let on_page = || lines.iter().filter(|it| it.page == page);
        let left = on_page().map(|it| it.left).fold(f64::MAX, f64::min);
        let right = on_page().map(|it| it.right).fold(f64::MIN, f64::max);
        f64::midpoint(left, right)
    };
    let mut middles: HashMap<u32, f64> = HashMap::new();
    for line in &lines {
        middles
            .entry(line.page)
            .or_insert_with(|| middle(line.page));
    }
    let mut res: Vec<(Line, bool)> = lines.into_iter().zip(heads.iter().copied()).collect();
    if by_rows {
        // What crosses the middle stays above both columns.
        let column = |it: &Line| match middles.get(&it.page) {
            Some(middle) if it.left > *middle - it.size => 2,
            Some(middle) if it.right < *middle + it.size => 1,
            _ => 0,
        };
        res.sort_by_key(|it| (it.0.page, column(&it.0)));
    }
    res
}

/// The usual distance from line to line, in letter heights.
fn leading(lines: &[Line]) -> f64 {
    let mut all: Vec<f64> = lines
        .windows(2)
        .filter(|it| it[0].page == it[1].page && it[1].top > it[0].top)
        .map(|it| (it[1].top - it[0].top) / it[1].size.max(1.0))
        .filter(|it| (0.5..3.0).contains(it))
        .collect();
    all.sort_by(f64::total_cmp);
    all.get(all.len() / 3).copied().unwrap_or(1.2)
}

/// The line continues the paragraph of the line before.
fn goes_on(lines: &[Line], at: usize, leading: f64) -> bool {
    let (before, line) = (&lines[at - 1], &lines[at]);
    let same_size = (before.size - line.size).abs() < line.size * 0.12;
    if !same_size {
        return false;
    }
    let ends = before
        .text
        .trim_end_matches(['”', '"', '’', '\'', ')', '»'])
        .ends_with(['.', '!', '?', ':']);
    let small = line.text.chars().next().is_some_and(char::is_lowercase);
    let hyphen = before.text.ends_with(['-', '\u{ad}', '\u{2010}']);
    let below = line.page == before.page && line.top > before.top;
    if !below {
        // The next column or page.
        return small || hyphen || !ends;
    }
    let distance = (line.top - before.top) / line.size.max(1.0);
    if distance > leading * 1.3 + 0.1 {
        return false;
    }
    let indent = line.left - before.left;
    let width = lines[at.saturating_sub(3)..=at]
        .iter()
        .map(|it| it.right - it.left)
        .fold(0.0, f64::max);
    let indented = indent > line.size * 0.8 && indent < line.size * 5.0 && ends;
    let short = before.right - before.left < width * 0.75 && ends && !small;
    !indented && !short
}

/// A word that was cut at the end of the line is one again.
fn join(text: &mut String, next: &str) {
    let small = next.chars().next().is_some_and(char::is_lowercase);
    if text.ends_with('\u{ad}') || text.ends_with(['-', '\u{2010}']) && small {
        let after_letter = text.chars().rev().nth(1).is_some_and(char::is_alphabetic);
        if after_letter {
            text.pop();
            text.push_str(next);
            return;
        }
    }
    text.push(' ');
    text.push_str(next);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows of page, left, top, size and text, each 200 points wide unless it ends with `.`.
    fn lines(rows: &[(u32, f64, f64, f64, &str)]) -> Vec<Line> {
        rows.iter()
            .map(|(page, left, top, size, text)| Line {
                page: *page,
                left: *left,
                right: left + if text.ends_with('.') { 90.0 } else { 200.0 },
                top: *top,
                size: *size,
                height_share: top / 800.0,
                text: (*text).to_owned(),
            })
            .collect()
    }

    fn words(rows: &[(u32, f64, f64, f64, &str)]) -> Vec<String> {
        let (found, _) = paragraphs(lines(rows));
        found.into_iter().map(|it| it.1).collect()
    }

    #[test]
    fn wrapped_lines_are_one_paragraph() {
        let found = words(&[
            (
                1,
                50.0,
                200.0,
                10.0,
                "The sea wall at Merry Bay failed on Mon-",
            ),
            (1, 50.0, 212.0, 10.0, "day, the port said, and twenty-"),
            (1, 50.0, 224.0, 10.0, "Two cranes sank with it."),
            (1, 50.0, 250.0, 10.0, "Nobody was hurt."),
        ]);
        let expected = [
            "The sea wall at Merry Bay failed on Monday, the port said, and twenty- Two cranes sank with it.",
            "Nobody was hurt.",
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn heads_and_numbers_of_pages_stand_apart() {
        let (found, furniture) = paragraphs(lines(&[
            (1, 50.0, 20.0, 8.0, "Harbor Wire 1"),
            (
                1,
                50.0,
                200.0,
                10.0,
                "The sea wall at Merry Bay failed and the",
            ),
            (1, 50.0, 790.0, 8.0, "Page 1 of 2"),
            (2, 50.0, 20.0, 8.0, "Harbor Wire 2"),
            (
                2,
                50.0,
                200.0,
                10.0,
                "quay sank with it in the storm of Monday.",
            ),
            (2, 50.0, 790.0, 8.0, "Page 2 of 2"),
        ]));
        assert_eq!(found.len(), 1);
        assert!(
            found[0]
                .1
                .ends_with("and the quay sank with it in the storm of Monday.")
        );
        assert_eq!(furniture.len(), 4);
    }

    #[test]
    fn columns_written_line_by_line_are_read_down() {
        let found = words(&[
            (1, 50.0, 200.0, 10.0, "The sea wall at Merry Bay"),
            (1, 300.0, 200.0, 10.0, "had been warned in spring"),
            (1, 50.0, 212.0, 10.0, "failed, and the port"),
            (1, 300.0, 212.0, 10.0, "by two engineers."),
        ]);
        assert_eq!(
            found,
            [
                "The sea wall at Merry Bay failed, and the port had been warned in spring by two engineers."
            ]
        );
    }

    #[test]
    fn large_letters_are_the_headline() {
        let (found, _) = paragraphs(lines(&[
            (1, 50.0, 100.0, 20.0, "Sea wall fails"),
            (
                1,
                50.0,
                140.0,
                10.0,
                "The sea wall at Merry Bay failed on Monday.",
            ),
        ]));
        assert_eq!(found[0].0, Some(BlockKind::Headline));
        assert_eq!(found[1].0, None);
    }
}

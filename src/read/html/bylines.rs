//! The line that names the authors, and what of it is the byline.
//!
//! ```text
//! By Ada Ruiz | April 9, 2031 8:30 pm   ->   byline "By Ada Ruiz", time stamp "April 9, 2031 8:30 pm"
//! ```

use std::sync::LazyLock;

use regex::Regex;

use super::body::{Page, ends_sentence};
use super::dom::NodeIdx;
use super::head::{self, plain};
use super::parts;
use super::stamps::NEAR;
use crate::model::{BlockKind, Date, FurnitureKind};
use crate::read::dates::{self, Of};

/// The line with the stated name, or that begins with `By`: under the headline, else over it; else
/// one under it whose element says that it is the byline.
pub fn find(
    page: &Page<'_>,
    kinds: &[BlockKind],
    stated: Option<&str>,
    start: usize,
    story: usize,
) -> Option<usize> {
    let end = (story + 3).min(kinds.len());
    let free = |at: &usize| {
        let prose = matches!(kinds[*at], BlockKind::Prose | BlockKind::Subhead);
        let caption = BlockKind::Furniture(FurnitureKind::Caption);
        let furniture = matches!(kinds[*at], BlockKind::Furniture(_)) && kinds[*at] != caption;
        let short = page.lines[*at].n_words() <= 16;
        short && (furniture || prose && page.weights[*at] == 0.0)
    };
    let first_name = stated
        .and_then(|it| it.split([',', ';', '|']).next())
        .map(|it| plain(it.trim_start_matches("By ").trim_start_matches("by ")))
        .filter(|it| it.len() > 3);
    let names = |at: &usize| {
        let name = first_name.as_deref();
        name.is_some_and(|it| plain(&page.lines[*at].text).contains(it))
    };
    let says_by = |at: &usize| {
        let line = &page.lines[*at];
        let by = BY.find(&line.text).is_some_and(|it| it.start() == 0);
        let mut pieces = pieces(&line.text, None, None).into_iter();
        let byline = pieces.find(|it| it.0 == BlockKind::Byline);
        by && byline.is_some_and(|it| !ends_sentence(it.1))
    };
    let says_so = |at: &usize| {
        let line = &page.lines[*at];
        let name = line.text.starts_with(char::is_uppercase) && line.n_words() > 1;
        let in_line = |it: &NodeIdx| line.text.contains(&page.dom.words(*it));
        let inner = page.dom.below(line.block).take(NEAR).filter(in_line);
        let around = std::iter::once(line.block).chain(page.dom.ancestors(line.block).take(1));
        let mut all = around.chain(inner);
        let author = |it| parts::is_byline(page.dom, it) && !parts::in_comments(page.dom, it);
        name && !ends_sentence(&line.text) && all.any(author)
    };
    let above = (start.saturating_sub(head::NEAR)..start).rev();
    let below = || head::below(start, end).filter(free);
    below()
        .find(names)
        .or_else(|| below().find(says_by))
        .or_else(|| above.filter(free).find(|it| names(it) || says_by(it)))
        .or_else(|| below().find(says_so))
}

/// `By`, and the first letter of a name.
static BY: LazyLock<Regex> = LazyLock::new(|| by(r"\p{Lu}"));

/// The same behind a date, where a name in small letters is one too.
static AFTER_BY: LazyLock<Regex> = LazyLock::new(|| by(r"\p{L}"));

fn by(letter: &str) -> Regex {
    let words = words("by");
    Regex::new(&format!(r"\b(?i:{words}):?\s+{letter}")).expect("a valid pattern")
}

/// The pattern of this name in the list.
fn words(name: &str) -> &'static str {
    let list = include_str!("../../../assets/lexicons/byline_words.tsv");
    let mut rows = list.lines().filter_map(|it| it.split_once('\t'));
    let row = rows.find(|it| it.0 == name);
    row.expect("the list has the row").1
}

/// The byline of a line, and what else it holds: dates and times, numbers of comments, addresses.
/// `day` is the day of the article, `stated` its stated byline.
pub fn pieces<'a>(
    line: &'a str,
    day: Option<Date>,
    stated: Option<&str>,
) -> Vec<(BlockKind, &'a str)> {
    static OTHER: LazyLock<Regex> = LazyLock::new(|| {
        let count = words("count");
        Regex::new(&format!(
            r"(?i)\b\d{{1,4}}[/.-]\d{{1,2}}[/.-]\d{{2,4}}|\b\d{{1,2}}:\d{{2}}|\b\d+\s+(?:{count})\b|\S+@\S+\.\w|\s@\w",
        ))
        .expect("a valid pattern")
    });
    let date = dates::shown(line, day).first().map(|it| it.at.start);
    let other = OTHER.find(line).map(|it| it.start());
    let Some(end) = date.into_iter().chain(other).min() else {
        return vec![(BlockKind::Byline, line.trim_end_matches(is_mark))];
    };
    let byline = match without_labels(&line[..end]).len() {
        0 => AFTER_BY
            .find_at(line, end)
            .map(|it| it.start()..line.len())
            .or_else(|| {
                let start = line.find(stated?)?;
                Some(start..start + stated?.len())
            })
            .unwrap_or(0..line.len()),
        end => 0..end,
    };
    let rest = |words: &'a str| {
        let is_time = !dates::shown(words, day).is_empty();
        let kind = if is_time {
            FurnitureKind::Timestamp
        } else {
            FurnitureKind::Other
        };
        (BlockKind::Furniture(kind), words.trim_matches(is_mark))
    };
    let (before, after) = (&line[..byline.start], &line[byline.end..]);
    vec![
        rest(before),
        (BlockKind::Byline, &line[byline]),
        rest(after),
    ]
}

fn is_mark(letter: char) -> bool {
    letter.is_whitespace()
        || matches!(
            letter,
            '|' | ',' | ';' | ':' | '-' | '–' | '—' | '•' | '·' | '/' | '('
        )
}

/// Without the words at the end that belong to a date after it: `Ada Ruiz, posted on Wed.,`.
fn without_labels(words: &str) -> &str {
    let mut res = words.trim_end_matches(is_mark);
    loop {
        let last = res.rsplit(is_mark).next().unwrap_or_default();
        let small = last.len() <= 2 && last.chars().all(char::is_lowercase);
        let label = small || matches!(last, "On" | "At") || dates::of(last) != Of::Unsaid;
        if last.is_empty() || !(label || dates::is_calendar(last)) {
            return res;
        }
        res = res[..res.len() - last.len()].trim_end_matches(is_mark);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `marked` has the byline between brackets.
    #[track_caller]
    fn check(marked: &str) {
        let line = marked.replace(['[', ']'], "");
        let pieces = pieces(&line, dates::stated("2031-04-09"), Some("Tom Ode"));
        let byline = pieces.iter().find(|it| it.0 == BlockKind::Byline);
        let expected = marked.split(['[', ']']).nth(1);
        assert_eq!(byline.map(|it| it.1), expected);
        let letters = |it: &str| it.chars().filter(|it| it.is_alphanumeric()).count();
        let kept: usize = pieces.iter().map(|it| letters(it.1)).sum();
        assert_eq!(kept, letters(&line));
    }

    #[test]
    fn a_byline_ends_where_a_date_begins() {
        check("[By Ada Ruiz and Tom Ode]");
        check("[Harbor Wire] April 9, 2031 11:03 PM");
        check("[By Ada Ruiz] | Updated on Wed., 9 April 2031");
        check("[By Ada Ruiz], published Apr 9, 8:19 PM");
        check("[By Ada Ruiz] - 04/09/31 07:40 AM EST");
        check("[By Ada Ruiz] On 04/09/31 at 4:00 PM");
        check("[Von Ada Ruiz] publiziert am 9.4.2031");
        check("[By Ada Ruiz] 3 Comments");
        check("[By Ada Ruiz] ada@harbor.example (509) 4711");
        check("[By Ada Ruiz] @adaruiz");
        check("27/04/2031 [Tom Ode] Harbors, walls");
        check("[By Channel 5 Staff]");
        check("April 9, 2031 / 0 Comments / [by Ada Ruiz]");
        check("April 9, 2031/in Harbor /[by adaruiz]");
        check("[9 April 2031, the harbor desk]");
    }
}

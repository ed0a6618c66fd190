//! What each line of the file is: headline, dek, byline, prose or furniture.
//!
//! ```text
//! Sea wall at Ostrava Bay fails          headline: before the prose, no full stop
//! Engineers had warned the port          dek: the next such line
//! By Ada Ruiz                            byline
//! PORT MERRY, Oct. 3 (HNS) -- The wall   dateline, then prose
//! More sea walls, in pictures            furniture: a title inside the prose
//! ```
//! Headline and dek are looked for only before the first prose. What is not plain stays prose: to
//! grey out a sentence is worse than to show a caption.

use std::collections::HashMap;
use std::sync::LazyLock;

use regex::Regex;

use super::{dates, furniture};
use crate::model::{Block, BlockKind, FurnitureKind, Span};

/// The agency in the dateline, `(HNS)`.
static DATELINE: LazyLock<Regex> = LazyLock::new(|| {
    let month = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?";
    let dash = r"\s*(?:--|—|–|-)\s+";
    let place = r"[A-Z][A-Z.'’ -]{2,30}(?:, [A-Z][A-Za-z.]+){0,2}";
    Regex::new(&format!(
        r"^(?:(?:{place},?\s+)?(?:{month}\s+\d{{1,2}}(?:,\s*\d{{4}})?\s*)?\((?P<agency>[A-Z][A-Za-z .]{{1,30}})\){dash}|{place}(?:,?\s+{month}\s+\d{{1,2}}(?:,\s*\d{{4}})?)?{dash})"
    ))
    .expect("a valid pattern")
});

/// Blocks of a text and the agency of its dateline, if one is shown.
pub fn blocks(text: &str) -> (Vec<Block>, Option<Span>) {
    under_title(text, None)
}

/// The same, where the headline is known by its style.
pub fn under_title(text: &str, title: Option<Span>) -> (Vec<Block>, Option<Span>) {
    let lines = lines(text);
    let title = title.and_then(|title| lines.iter().position(|it| title.covers(*it)));
    let top = title.unwrap_or(0);
    let mut kinds: Vec<Option<BlockKind>> = lines.iter().map(|it| by_words(text, *it)).collect();
    if lines.len() == 1 {
        kinds[0] = Some(BlockKind::Prose);
    }
    for (line, kind) in lines.iter().zip(&mut kinds).take(top) {
        // No line over the headline is a headline.
        let is_page = !ends_sentence(line.of(text));
        let of_page = BlockKind::Furniture(FurnitureKind::Navigation);
        *kind = kind.or(is_page.then_some(of_page));
    }
    let first_prose = (top..lines.len())
        .find(|at| kinds[*at].is_none() && is_prose(text, &lines, &kinds, *at))
        .unwrap_or(lines.len());
    head(text, &lines, &mut kinds, first_prose);
    body(text, &lines, &mut kinds, first_prose);
    keep_some_prose(&mut kinds);
    let mut res = Vec::new();
    let mut agency = None;
    let mut seen_prose = false;
    for (span, kind) in lines.iter().zip(kinds) {
        let kind = kind.unwrap_or(BlockKind::Prose);
        if kind == BlockKind::Prose && !seen_prose {
            seen_prose = true;
            if let Some((dateline, lead, found)) = dateline(text, *span) {
                agency = found;
                res.extend([dateline, lead]);
                continue;
            }
        }
        res.push(Block { span: *span, kind });
    }
    (res, agency)
}

/// Words before a colon that name no place.
const LABELS: [&str; 9] = [
    "ANALYSIS",
    "BREAKING",
    "CORRECTION",
    "EDITOR",
    "EXCLUSIVE",
    "LIVE",
    "UPDATE",
    "UPDATED",
    "WATCH",
];

/// The dateline before a lead, the lead without it, and the agency that it names.
pub fn dateline(text: &str, lead: Span) -> Option<(Block, Block, Option<Span>)> {
    static COLON: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^[A-Z][A-Z.'’ -]{2,30}(?:, [A-Z][A-Za-z.]+)?:\s+").expect("a valid pattern")
    });
    let words = lead.of(text);
    let is_label = words
        .split([':', ' '])
        .next()
        .is_some_and(|it| LABELS.contains(&it));
    // In a transcript it is who speaks.
    let n_colons = || text.lines().filter(|it| COLON.is_match(it)).count();
    let colon = || {
        COLON
            .captures(words)
            .filter(|_| !is_label && n_colons() == 1)
    };
    let found = DATELINE.captures(words).or_else(colon)?;
    let whole = found.get(0).filter(|it| it.end() < lead.len())?;
    let at = |range: std::ops::Range<usize>| {
        Span::new(text, lead.start() + range.start..lead.start() + range.end)
    };
    let dateline = Block {
        span: at(whole.range())?.trimmed(text),
        kind: BlockKind::Furniture(FurnitureKind::Dateline),
    };
    let lead = Block {
        span: at(whole.end()..lead.len())?,
        kind: BlockKind::Prose,
    };
    let agency = found.name("agency").and_then(|it| at(it.range()));
    Some((dateline, lead, agency))
}

/// Lines that hold something, without white space; a Markdown heading without its marks.
fn lines(text: &str) -> Vec<Span> {
    let mut at = 0;
    let mut res = Vec::new();
    for line in text.split_inclusive(['\n', '\r', '\u{2028}', '\u{2029}']) {
        if let Some(span) = Span::new(text, at..at + line.len()) {
            let span = span.trimmed(text);
            let marks = span.of(text).chars().take_while(|it| *it == '#').count();
            let bare = Span::new(text, span.start() + marks..span.end())
                .filter(|it| (1..=6).contains(&marks) && it.of(text).starts_with(' '))
                .unwrap_or(span)
                .trimmed(text);
            if bare.of(text).chars().any(char::is_alphanumeric) {
                res.push(bare);
            }
        }
        at += line.len();
    }
    res
}

fn by_words(text: &str, line: Span) -> Option<BlockKind> {
    let words = line.of(text);
    if words.starts_with("By ") && n_words(words) <= 12 && !ends_sentence(words) {
        return Some(BlockKind::Byline);
    }
    let of_line = || dates::is_stamp(words).then_some(FurnitureKind::Timestamp);
    let kind = furniture::of_line(words).or_else(of_line);
    kind.map(BlockKind::Furniture)
}

fn n_words(words: &str) -> usize {
    words.split_whitespace().count()
}

fn ends_sentence(words: &str) -> bool {
    words
        .trim_end_matches(['”', '"', '’', '\'', ')', '»'])
        .ends_with(['.', '!', '?', '…', ':'])
}

/// Most words of a headline or another title.
const LONGEST_TITLE: usize = 26;

/// Short, and without the full stop of a sentence.
fn is_title(words: &str) -> bool {
    let question = words.ends_with(['?', '!']) && n_words(words) <= 16;
    n_words(words) <= LONGEST_TITLE
        && (question || !ends_sentence(words))
        && !words.ends_with([',', ';'])
}

fn is_prose(text: &str, lines: &[Span], kinds: &[Option<BlockKind>], at: usize) -> bool {
    let words = lines[at].of(text);
    if DATELINE.is_match(words) {
        return true;
    }
    if is_title(words) || is_name(words) {
        return false;
    }
    // A full sentence between a headline and page text is a dek.
    let headline_before = at > 0 && kinds[at - 1].is_none() && is_title(lines[at - 1].of(text));
    let furniture_after = matches!(
        kinds.get(at + 1),
        Some(Some(BlockKind::Furniture(_) | BlockKind::Byline))
    );
    !(headline_before && furniture_after && n_words(words) <= 40)
}

/// Two to four capitalized words and nothing else.
fn is_name(words: &str) -> bool {
    (2..=4).contains(&n_words(words))
        && words.split_whitespace().all(|it| {
            it.chars().next().is_some_and(char::is_uppercase)
                && it.chars().all(|c| c.is_alphabetic() || "-.’'".contains(c))
                && it.chars().any(char::is_lowercase)
        })
}

/// Headline, dek and byline among the lines before the prose.
fn head(text: &str, lines: &[Span], kinds: &mut [Option<BlockKind>], first_prose: usize) {
    let mut headline: Option<&str> = None;
    let mut dek = false;
    let byline = kinds.contains(&Some(BlockKind::Byline));
    for at in 0..first_prose {
        let words = lines[at].of(text);
        let repeats = headline.is_some_and(|it| it.eq_ignore_ascii_case(words));
        if kinds[at].is_some() {
            if repeats {
                kinds[at] = Some(BlockKind::Furniture(FurnitureKind::Duplicate));
            }
            continue;
        }
        kinds[at] = Some(match headline {
            None => {
                headline = Some(words);
                BlockKind::Headline
            }
            Some(_) if repeats => BlockKind::Furniture(FurnitureKind::Duplicate),
            Some(_) if is_name(words) && !byline && !known(kinds, BlockKind::Byline) => {
                BlockKind::Byline
            }
            Some(_) if !dek && !is_name(words) && !repeated(text, lines, at) => {
                dek = true;
                BlockKind::Dek
            }
            Some(_) if ends_sentence(words) => BlockKind::Prose,
            Some(_) => BlockKind::Furniture(FurnitureKind::Related),
        });
    }
}

fn known(kinds: &[Option<BlockKind>], kind: BlockKind) -> bool {
    kinds.contains(&Some(kind))
}

fn repeated(text: &str, lines: &[Span], at: usize) -> bool {
    lines
        .iter()
        .enumerate()
        .any(|(other, it)| other != at && it.of(text) == lines[at].of(text))
}

/// Fewest words of a line that is prose although it ends without a full stop.
const LONG_LINE: usize = 18;

fn body(text: &str, lines: &[Span], kinds: &mut [Option<BlockKind>], first_prose: usize) {
    let mut seen: HashMap<&str, usize> = HashMap::new();
    for line in lines {
        *seen.entry(line.of(text)).or_default() += 1;
    }
    let last_prose = (first_prose..lines.len())
        .rev()
        .find(|at| kinds[*at].is_none() && ends_sentence(lines[*at].of(text)));
    for at in first_prose..lines.len() {
        if kinds[at].is_some() {
            continue;
        }
        let words = lines[at].of(text);
        let again = seen.get(words).is_some_and(|it| *it > 1);
        let title = is_title(words) && !words.ends_with(['?', '!']) && n_words(words) < LONG_LINE;
        let list = words.starts_with(['•', '*', '-', '–', '·']);
        let after = last_prose.is_none_or(|it| at > it);
        kinds[at] = Some(if again && (title || is_name(words)) {
            BlockKind::Furniture(FurnitureKind::Duplicate)
        } else if is_name(words) && after {
            BlockKind::Furniture(FurnitureKind::Bio)
        } else if title && has_mark(text, lines[at]) {
            BlockKind::Subhead
        } else if title && !list && last_prose.is_some() {
            BlockKind::Furniture(FurnitureKind::Related)
        } else {
            BlockKind::Prose
        });
    }
}

/// The line is a heading of Markdown; its marks stand before it.
fn has_mark(text: &str, line: Span) -> bool {
    let before = &text[..line.start()];
    before.trim_end_matches([' ', '\t']).ends_with('#')
}

/// Any text is an article: if all would be title and furniture, the plain lines are its prose.
fn keep_some_prose(kinds: &mut [Option<BlockKind>]) {
    let is_prose = |it: &Option<BlockKind>| matches!(it, None | Some(BlockKind::Prose));
    if kinds.iter().any(is_prose) {
        return;
    }
    let mut n_titles = 0;
    for kind in kinds.iter_mut() {
        let title = match kind {
            Some(BlockKind::Headline) => {
                n_titles += 1;
                n_titles > 1
            }
            Some(BlockKind::Dek | BlockKind::Byline) => true,
            Some(BlockKind::Furniture(FurnitureKind::Related | FurnitureKind::Bio)) => true,
            Some(
                BlockKind::Furniture(_)
                | BlockKind::Prose
                | BlockKind::Subhead
                | BlockKind::ListItem
                | BlockKind::Quote,
            )
            | None => false,
        };
        if title {
            *kind = Some(BlockKind::Prose);
        }
    }
    if !kinds.iter().any(is_prose) {
        for kind in kinds.iter_mut() {
            *kind = Some(BlockKind::Prose);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each line begins with the kind that it should have, and a bar.
    #[track_caller]
    fn check(shown: &str) {
        let text: String = shown
            .lines()
            .map(|it| it.split_once('|').map_or(it, |it| it.1).to_owned() + "\n")
            .collect();
        let (found, _) = blocks(&text);
        let shown_lines: Vec<&str> = shown.lines().filter(|it| it.contains('|')).collect();
        let found_lines: Vec<String> = found
            .iter()
            .filter(|it| it.kind != BlockKind::Furniture(FurnitureKind::Dateline))
            .map(|it| {
                let name = match it.kind {
                    BlockKind::Headline => "head",
                    BlockKind::Dek => "dek",
                    BlockKind::Byline => "by",
                    BlockKind::Prose | BlockKind::ListItem | BlockKind::Quote => "",
                    BlockKind::Subhead => "sub",
                    BlockKind::Furniture(_) => "x",
                };
                format!("{name}|{}", it.span.of(&text))
            })
            .collect();
        assert_eq!(found_lines, shown_lines);
    }

    #[test]
    fn head_and_body() {
        check(
            "head|Sea wall fails at Merry Bay\n\
             x|Sea wall fails at Merry Bay\n\
             dek|Engineers had warned the port in spring\n\
             by|By Ada Ruiz\n\
             x|A view of the wall. Photo by Tom Ode\n\
             |The sea wall at Merry Bay failed on Monday, the port said.\n\
             x|Storms at Merry Bay — in pictures\n\
             |Nobody was hurt.\n\
             x|Harbor News contributed to this report.\n\
             x|Ada Ruiz\n",
        );
    }

    #[test]
    fn under_a_known_headline_the_head_is_told_as_ever() {
        let text = "Home World Sport\n\nSea wall fails at Merry Bay\n\nEngineers had warned the port\n\n\
                    The sea wall at Merry Bay failed on Monday, the port said.\n";
        let at = text.find("Sea wall").expect("the headline");
        let title = Span::new(text, at..at + "Sea wall fails at Merry Bay".len());
        let kinds = |title| -> Vec<BlockKind> {
            let found = under_title(text, title).0;
            found.iter().map(|it| it.kind).collect()
        };
        assert_eq!(
            kinds(title),
            [
                BlockKind::Furniture(FurnitureKind::Navigation),
                BlockKind::Headline,
                BlockKind::Dek,
                BlockKind::Prose
            ]
        );
    }

    #[test]
    fn a_lead_is_no_headline() {
        check(
            "|The sea wall at Merry Bay failed on Monday, the port said in a statement to the press.\n\
             |Nobody was hurt.\n",
        );
    }

    #[test]
    fn an_only_line_is_prose() {
        check("|Sea wall fails\n");
    }

    #[test]
    fn a_dateline_is_taken_off_the_lead() {
        for text in [
            "MERRY BAY, Oct. 3 (HNS) -- The wall failed.",
            "MERRY BAY — The wall failed.",
            "Oct. 3 (HNS) — The wall failed.",
        ] {
            let (found, _) = blocks(text);
            assert_eq!(found[0].kind, BlockKind::Furniture(FurnitureKind::Dateline));
            assert_eq!(found[1].span.of(text), "The wall failed.");
        }
        let text = "MERRY BAY: The wall failed.";
        assert_eq!(blocks(text).0[1].span.of(text), "The wall failed.");
        let text = "UPDATE: The wall failed.";
        assert_eq!(blocks(text).0[0].span.of(text), text);
        let transcript = "ADA RUIZ: The wall failed.\nTOM ODE: Nobody was hurt.";
        assert_eq!(
            blocks(transcript).0[0].span.of(transcript),
            "ADA RUIZ: The wall failed."
        );
        let text = "Oct. 3 (HNS) -- The wall failed.";
        let agency = blocks(text).1.expect("an agency");
        assert_eq!(agency.of(text), "HNS");
    }

    #[test]
    fn a_markdown_heading_has_no_marks() {
        check(
            "head|Sea wall fails at Merry Bay\n|The wall at Merry Bay failed on Monday, the port said.\n",
        );
        let text = "# Sea wall fails at Merry Bay\n\nThe wall at Merry Bay failed on Monday, it said.\n\n## What fell\n\nTwo cranes fell.";
        assert_eq!(blocks(text).0[2].kind, BlockKind::Subhead);
        assert_eq!(
            blocks(text).0[0].span.of(text),
            "Sea wall fails at Merry Bay"
        );
    }
}

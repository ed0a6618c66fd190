//! Pairs quotation marks, one paragraph at a time.
//!
//! ```text
//! He said “we are ready” and then “we wait⏎      -> [we are ready] [we wait], unclosed
//! The 6" pipe 'held', she said, "for now."       -> [for now.]
//! ```
//! Pairing starts anew in each paragraph, so that one forgotten mark cannot turn the rest of the
//! article inside out. Only the outer quotation is returned; marks within it are the speaker's.
//! Single marks count where a paragraph has no double ones, or where they stand around those
//! (`singles.rs`).

use super::singles::{self, is_single};
use crate::model::{Flags, Span};

/// A quotation as its marks show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marked {
    /// With the marks.
    pub outer: Span,
    /// Between the marks; the same where there are none.
    pub inner: Span,
    /// The name of the account, if it is a post.
    pub by: Option<Span>,
    pub flags: Flags,
}

/// Quotations of the paragraphs of one article, in reading order.
///
/// `ends_early` finds the byte at which an unclosed quotation stops because the writer's own cue
/// follows; it is given what stands after the mark.
pub fn pair(
    text: &str,
    paragraphs: &[Span],
    ends_early: impl Fn(Span) -> Option<usize>,
) -> Vec<Marked> {
    let mut res: Vec<Marked> = Vec::new();
    let mut open = None;
    for (at, paragraph) in paragraphs.iter().enumerate() {
        let next = paragraphs.get(at + 1).map_or("", |it| it.of(text));
        let (mut marked, style) = in_paragraph(text, *paragraph, open, next);
        if open.is_some()
            && let Some(first) = marked.first_mut()
        {
            first.flags.resumed |= first.outer.start() == paragraph.start();
        }
        open = None;
        if let Some(last) = marked.last_mut().filter(|it| it.flags.unclosed) {
            let early = match style {
                Style::Double => ends_early(last.inner),
                Style::Single => None,
            };
            if let Some(early) = early.and_then(|it| Span::new(text, last.inner.start()..it)) {
                last.inner = early;
                last.outer = Span::new(text, last.outer.start()..early.end()).unwrap_or(early);
            } else if goes_on(next, style) {
                last.flags.unclosed = false;
                last.flags.continues = true;
                open = Some(style);
            }
        }
        res.extend(marked);
    }
    res
}

/// Which marks stand around a quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    Double,
    Single,
}

/// The paragraph takes up a quotation that the one before left open: it opens with a mark, or its
/// first mark closes one.
fn goes_on(paragraph: &str, style: Style) -> bool {
    match style {
        Style::Double => paragraph.starts_with(is_double) || closes_first(paragraph),
        Style::Single => singles::opens(paragraph) || singles::closes_first(paragraph),
    }
}

fn is_double(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»')
}

/// The first mark of a paragraph ends what the paragraph before began: `and left," Ruiz said`.
fn closes_first(paragraph: &str) -> bool {
    let Some(at) = paragraph.find(is_double) else {
        return false;
    };
    let before = paragraph[..at].chars().next_back();
    let after = paragraph[at..].chars().nth(1);
    before.is_some_and(|it| ",.!?".contains(it)) && after.is_none_or(char::is_whitespace)
}

/// A mark with what stands beside it.
#[derive(Clone, Copy)]
pub struct Mark {
    pub at: usize,
    pub len: usize,
    pub sign: char,
    pub before: Option<char>,
    pub after: Option<char>,
}

impl Mark {
    pub fn opens_by_place(&self) -> bool {
        let free = self
            .before
            .is_none_or(|it| it.is_whitespace() || "(—–-[/:".contains(it) || is_single(it));
        free && self.after.is_some_and(|it| !it.is_whitespace())
    }

    pub fn closes_by_place(&self) -> bool {
        self.before.is_some_and(|it| !it.is_whitespace())
            && self.after.is_none_or(|it| !it.is_alphanumeric())
    }
}

/// The quotations of a paragraph, and the style of the last one. `open` is what the paragraph
/// before left open.
fn in_paragraph(
    text: &str,
    paragraph: Span,
    open: Option<Style>,
    next: &str,
) -> (Vec<Marked>, Style) {
    let resumes = open == Some(Style::Double);
    let mut double = paired(text, paragraph, &doubles(text, paragraph), resumes);
    let continues = goes_on(next, Style::Single);
    let resumes = open == Some(Style::Single);
    let mut single = singles::singles(text, paragraph, resumes, continues);
    if double.is_empty() {
        return (single, Style::Single);
    }
    let holds = |it: &Marked, inner: &Marked| it.inner.covers(inner.outer);
    single.retain(|it| double.iter().any(|inner| holds(it, inner)));
    double.retain(|inner| !single.iter().any(|it| holds(it, inner)));
    let last_of = |it: &[Marked]| it.last().map(|it| it.outer.start());
    let style = if last_of(&single) > last_of(&double) {
        Style::Single
    } else {
        Style::Double
    };
    double.extend(single);
    double.sort_by_key(|it| it.outer.start());
    (double, style)
}

/// Double marks, `''` and double backquotes among them.
fn doubles(text: &str, paragraph: Span) -> Vec<Mark> {
    let words = paragraph.of(text);
    let mut marks = Vec::new();
    let mut skip_until = 0;
    for (at, sign) in words.char_indices() {
        if at < skip_until {
            continue;
        }
        let rest = &words[at..];
        let len = if is_double(sign) {
            sign.len_utf8()
        } else if rest.starts_with("''") || rest.starts_with("``") {
            2
        } else {
            continue;
        };
        skip_until = at + len;
        marks.push(Mark {
            at: paragraph.start() + at,
            len,
            sign,
            before: words[..at].chars().next_back(),
            after: words[at + len..].chars().next(),
        });
    }
    marks
}

fn paired(text: &str, paragraph: Span, marks: &[Mark], resumes: bool) -> Vec<Marked> {
    let mut res = Vec::new();
    let mut open: Option<&Mark> = None;
    let mut in_attribute = false;
    let partners = partners(marks);
    // The closing marks of the open quotation, and of what was quoted inside it.
    let mut closes_at = None;
    let mut inside_until = None;
    for (idx, mark) in marks.iter().enumerate() {
        if inside_until.is_some_and(|it| idx <= it) {
            continue;
        }
        let inches = mark.sign == '"'
            && open.is_none()
            && mark.before.is_some_and(|it| it.is_ascii_digit())
            && !mark.after.is_some_and(char::is_alphanumeric);
        // `id="6"`: what is left of a page's markup, up to the next mark.
        let attribute = mark.sign == '"' && open.is_none() && mark.before == Some('=');
        if inches || in_attribute || attribute {
            in_attribute = attribute;
            continue;
        }
        let opening = match mark.sign {
            '“' | '„' => !(open.is_some() && mark.closes_by_place() && !mark.opens_by_place()),
            '«' => open.is_none() || mark.opens_by_place(),
            '»' if open.is_none() => mark.opens_by_place(),
            '”' if open.is_none() => mark.opens_by_place(),
            '»' | '”' => false,
            _ if open.is_none() => !mark.closes_by_place() || mark.opens_by_place(),
            // A straight mark inside a quotation opens another one only if it cannot close this one.
            _ => mark.opens_by_place() && !mark.closes_by_place(),
        };
        match (opening, open) {
            (true, None) => {
                open = Some(mark);
                closes_at = partners[idx];
            }
            (true, Some(_)) if partners[idx].is_some() && partners[idx] < closes_at => {
                inside_until = partners[idx];
            }
            (true, Some(first)) => {
                res.extend(left_open(text, first, mark.at));
                open = Some(mark);
                closes_at = partners[idx];
            }
            (false, Some(first)) => {
                res.extend(quotation(text, first, mark.at, mark.len, false));
                if let Some(last) = res.last_mut() {
                    last.flags.mixed_marks = (first.sign == '"') != (mark.sign == '"');
                }
                open = None;
            }
            // A closing mark alone: the paragraph before was left open.
            (false, None) if resumes && res.is_empty() && mark.at > paragraph.start() => {
                res.extend(resumed(text, paragraph, mark.at, mark.len));
            }
            (false, None) => {}
        }
    }
    if let Some(first) = open {
        res.extend(left_open(text, first, paragraph.end()));
    }
    res
}

/// What stands before a closing mark alone, of the `len` bytes at `at`: its paragraph goes on with
/// a quotation that the one before left open.
pub fn resumed(text: &str, paragraph: Span, at: usize, len: usize) -> Option<Marked> {
    Some(Marked {
        outer: Span::new(text, paragraph.start()..at + len)?,
        inner: Span::new(text, paragraph.start()..at)?,
        by: None,
        flags: Flags {
            resumed: true,
            ..Flags::default()
        },
    })
}

/// For each opening mark the closing one, where each opening mark waits for its own.
fn partners(marks: &[Mark]) -> Vec<Option<usize>> {
    let mut res = vec![None; marks.len()];
    let mut waiting = Vec::new();
    for (idx, mark) in marks.iter().enumerate() {
        let opens = match mark.sign {
            '“' | '„' | '«' => mark.opens_by_place() || !mark.closes_by_place(),
            '”' | '»' => false,
            _ => mark.opens_by_place() && !mark.closes_by_place(),
        };
        if opens {
            waiting.push(idx);
        } else if let Some(first) = waiting.pop() {
            res[first] = Some(idx);
        }
    }
    res
}

/// A quotation without its closing mark, up to `end` or to a single mark set in its place:
/// `“We go.’ Ruiz left.`
fn left_open(text: &str, open: &Mark, end: usize) -> Option<Marked> {
    let inner = Span::new(text, open.at + open.len..end)?;
    let Some(close) = singles::closing_alone(text, inner) else {
        return quotation(text, open, end, 0, true);
    };
    let mut res = quotation(text, open, close.at, close.len, false)?;
    res.flags.mixed_marks = true;
    Some(res)
}

pub fn quotation(
    text: &str,
    open: &Mark,
    end: usize,
    mark_len: usize,
    unclosed: bool,
) -> Option<Marked> {
    let inner = Span::new(text, open.at + open.len..end)?.trimmed(text);
    if inner.is_empty() {
        return None;
    }
    let outer_end = if unclosed {
        inner.end()
    } else {
        end + mark_len
    };
    let flags = Flags {
        unclosed,
        ..Flags::default()
    };
    Some(Marked {
        outer: Span::new(text, open.at..outer_end)?,
        inner,
        by: None,
        flags,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `⟨…⟩` shows what should be found between marks; `|` stands at an end without a mark.
    #[track_caller]
    fn check(shown: &str) {
        let text = shown.replace(['⟨', '⟩'], "");
        let mut at = 0;
        let paragraphs: Vec<Span> = text
            .split('\n')
            .map(|line| {
                let span = Span::new(&text, at..at + line.len()).expect("a line");
                at += line.len() + 1;
                span
            })
            .collect();
        let early = |rest: Span| {
            let at = rest.of(&text).find(", the mayor said")?;
            Some(rest.start() + at + 1)
        };
        let mut found = text.clone();
        for it in pair(&text, &paragraphs, early).iter().rev() {
            found.insert(it.inner.end(), '⟩');
            found.insert(it.inner.start(), '⟨');
        }
        assert_eq!(found, shown);
    }

    #[test]
    fn curly_straight_and_mixed_marks_pair() {
        check("He said “⟨we are ready.⟩” Then \"⟨go⟩\" and “⟨stay,⟩\" he said.");
    }

    #[test]
    fn unclosed_quotation_ends_with_its_paragraph() {
        check("He said “⟨we are ready⟩” and then “⟨we wait⟩\nThe rain went on. “⟨Yes,⟩” he said.");
    }

    #[test]
    fn unclosed_quotation_ends_before_the_writers_cue() {
        check("The wall is “⟨quite safe for now,⟩ the mayor said.\n“⟨It holds,⟩” he said.");
    }

    #[test]
    fn quotation_over_two_paragraphs_continues() {
        check("“⟨The wall holds.⟩\n“⟨It will hold,⟩” she said.");
        let text = "“One.\n“Two.”";
        let paragraphs = [0..7, 8..text.len()].map(|it| Span::new(text, it).expect("a line"));
        let found = pair(text, &paragraphs, |_| None);
        assert!(found[0].flags.continues && !found[0].flags.unclosed);
        assert!(found[1].flags.resumed);
    }

    #[test]
    fn quotation_closed_in_the_next_paragraph_goes_on_there() {
        check("\"⟨The wall holds.⟩\n⟨It will hold,⟩\" she said. \"⟨Yes.⟩\"");
        check("\"⟨The wall holds.⟩\nThe 6\" pipe burst.");
    }

    #[test]
    fn a_paragraph_that_begins_with_a_closing_mark_resumes_nothing() {
        check("“⟨The wall holds.⟩\n” said the mayor.");
    }

    #[test]
    fn inches_are_no_marks() {
        check("The 6\" pipe and the 12\" pipe burst, “⟨twice,⟩” he said.");
    }

    #[test]
    fn attributes_of_markup_are_no_quotations() {
        check("<tweet id=\"12\" by=\"ode\"> He said “⟨we go⟩” at noon.");
    }

    #[test]
    fn dialogue_behind_dashes_is_left_alone() {
        check("— We go, she said. — When? — At noon.");
    }

    #[test]
    fn a_second_opening_mark_ends_the_first() {
        check("She said “⟨never again.⟩ “⟨Never,⟩” he said.");
    }

    #[test]
    fn other_marks() {
        check("«⟨Le mur tient⟩», said he. „⟨Es hält⟩“, said she.");
        check("He said ``⟨we go⟩'' at noon.");
    }

    #[test]
    fn single_marks_stand_where_there_are_no_double_ones() {
        check("The clerk’s ‘⟨workers’ charter⟩’ isn’t law.");
        check("It's the mayor's '⟨grand plan⟩', they say.");
        check("It's the mayor's plan, and the dogs' too.");
        check("He said “⟨the ‘grand plan’ is dead⟩” today.");
    }

    #[test]
    fn an_apostrophe_closes_no_single_mark() {
        check("The ‘⟨grand plans⟩’ of the workers’ union failed.");
        check("‘⟨The workers’ plan is dead. It’s over,⟩’ he said.");
        check("‘⟨It is for the workers’ dogs⟩’, he said. The dogs’ reply was short.");
        check("They got 'em all, and the dogs' home stayed shut.");
    }

    #[test]
    fn single_marks_around_double_ones_are_the_outer_ones() {
        check("‘⟨They told us “go home” twice,⟩’ she said. The gate is shut.");
        check("'⟨They told us \"go home\" twice,⟩' she said.");
    }

    #[test]
    fn a_quotation_in_single_marks_goes_on_in_the_next_paragraph() {
        check("‘⟨The workers’ wall holds.⟩\n‘⟨It will hold,⟩’ she said.");
        check("He spoke: ‘⟨The wall isn’t done.⟩\n⟨It will hold,⟩’ she said. ‘⟨Yes.⟩’");
        check("The dogs’ home is ‘open.\nThe rain went on.");
    }

    #[test]
    fn double_marks_inside_double_ones_end_nothing() {
        check("“⟨The claim that it “holds for a hundred years” is wrong,⟩” she said.");
        check("\"⟨The claim that it \"holds for years\" is wrong,⟩\" she said. \"⟨Yes.⟩\"");
        check("She said “⟨never.⟩ “⟨Never,⟩” he said, “⟨or “soon.”⟩”");
    }

    #[test]
    fn a_single_mark_may_close_a_double_one() {
        check("She wrote: “⟨We go. It’s ‘late.’ We stay.⟩’ Ruiz built the gate and left.");
    }
}

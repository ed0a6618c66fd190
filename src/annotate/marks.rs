//! Pairs quotation marks, one paragraph at a time.
//!
//! ```text
//! He said “we are ready” and then “we wait⏎      -> [we are ready] [we wait], unclosed
//! The 6" pipe 'held', she said, "for now."       -> [for now.]
//! ```
//! Pairing starts anew in each paragraph, so that one forgotten mark cannot turn the rest of the
//! article inside out. Only the outer quotation is returned; marks within it are the speaker's.
//! Single marks count where a paragraph has no double ones.

use crate::model::{Flags, Span};

/// A quotation as its marks show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marked {
    /// With the marks.
    pub outer: Span,
    /// Between the marks.
    pub inner: Span,
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
    let mut open_before = false;
    for (at, paragraph) in paragraphs.iter().enumerate() {
        let next_opens = paragraphs
            .get(at + 1)
            .is_some_and(|it| it.of(text).starts_with(is_double) || closes_first(it.of(text)));
        let mut marked = in_paragraph(text, *paragraph, open_before);
        if open_before && let Some(first) = marked.first_mut() {
            first.flags.resumed |= first.outer.start() == paragraph.start();
        }
        open_before = false;
        if let Some(last) = marked.last_mut().filter(|it| it.flags.unclosed) {
            let early =
                ends_early(last.inner).and_then(|end| Span::new(text, last.inner.start()..end));
            if let Some(early) = early {
                last.inner = early;
                last.outer = Span::new(text, last.outer.start()..early.end()).unwrap_or(early);
            } else if next_opens {
                last.flags.unclosed = false;
                last.flags.continues = true;
                open_before = true;
            }
        }
        res.extend(marked);
    }
    res
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

fn is_single(c: char) -> bool {
    matches!(c, '\'' | '‘' | '’')
}

/// A mark with what stands beside it.
struct Mark {
    at: usize,
    len: usize,
    sign: char,
    before: Option<char>,
    after: Option<char>,
}

impl Mark {
    fn opens_by_place(&self) -> bool {
        let free = self
            .before
            .is_none_or(|it| it.is_whitespace() || "(—–-[/:".contains(it) || is_single(it));
        free && self.after.is_some_and(|it| !it.is_whitespace())
    }

    fn closes_by_place(&self) -> bool {
        self.before.is_some_and(|it| !it.is_whitespace())
            && self.after.is_none_or(|it| !it.is_alphanumeric())
    }
}

fn in_paragraph(text: &str, paragraph: Span, resumes: bool) -> Vec<Marked> {
    let double = paired(text, paragraph, &doubles(text, paragraph), resumes);
    if double.is_empty() {
        singles(text, paragraph)
    } else {
        double
    }
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
    for mark in marks {
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
            (true, None) => open = Some(mark),
            (true, Some(first)) => {
                res.extend(quotation(text, first, mark.at, 0, true));
                open = Some(mark);
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
                let whole = Span::new(text, paragraph.start()..mark.at + mark.len);
                let inner = Span::new(text, paragraph.start()..mark.at);
                if let (Some(outer), Some(inner)) = (whole, inner) {
                    let flags = Flags {
                        resumed: true,
                        ..Flags::default()
                    };
                    res.push(Marked {
                        outer,
                        inner,
                        flags,
                    });
                }
            }
            (false, None) => {}
        }
    }
    if let Some(first) = open {
        res.extend(quotation(text, first, paragraph.end(), 0, true));
    }
    res
}

fn quotation(
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
        flags,
    })
}

/// Single marks as outer marks. An apostrophe is told from a closing mark by its place; where two
/// could close, one after `s` (`the workers’ rights`) gives way to the next.
fn singles(text: &str, paragraph: Span) -> Vec<Marked> {
    let words = paragraph.of(text);
    let marks: Vec<Mark> = words
        .char_indices()
        .filter(|(_, sign)| is_single(*sign))
        .map(|(at, sign)| Mark {
            at: paragraph.start() + at,
            len: sign.len_utf8(),
            sign,
            before: words[..at].chars().next_back(),
            after: words[at + sign.len_utf8()..].chars().next(),
        })
        .collect();
    let opens = |it: &Mark| {
        it.sign != '’' && it.opens_by_place() && it.after.is_some_and(char::is_alphabetic)
    };
    let closes = |it: &Mark| it.sign != '‘' && it.closes_by_place();
    let mut res = Vec::new();
    let mut at = 0;
    while let Some(first) = marks.get(at) {
        at += 1;
        if !opens(first) {
            continue;
        }
        let rest = &marks[at..];
        let reach = rest.iter().position(&opens).unwrap_or(rest.len());
        let mut closers = (0..reach).filter(|idx| closes(&rest[*idx]));
        let Some(mut close) = closers.next() else {
            continue;
        };
        while rest[close].before == Some('s')
            && let Some(next) = closers.next()
        {
            close = next;
        }
        let short_of_sense = rest[close].at - first.at < 3;
        if !short_of_sense {
            res.extend(quotation(
                text,
                first,
                rest[close].at,
                rest[close].len,
                false,
            ));
        }
        at += close + 1;
    }
    res
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
}

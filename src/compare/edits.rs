//! What one witness does to the words of the base: the first kind that fits.
//!
//! ```text
//! base    We assess that the [gate] was shut by hand. It will stay open, Ruiz said.
//! other                  The  door  was shut … It will stay open
//!         cut            bracket             ellipsis            (and nothing for `The`)
//! ```
//! bracket, ellipsis, moved, splice (a sentence between two others gone without a mark), cut and
//! extension at the ends, wording; and a sentence made two (split) or two made one (splice).
//! Changes of case, marks and spelling alone are none: they are not in the stream.

use std::ops::Range;

use super::align::Unit;
use super::collation::{Reading, matches};
use super::moves::{self, Quoted};
use crate::lexicon::Lexicons;
use crate::model::{ArticleIdx, Edit, EditFlags, EditKind, Span, Story};

/// Both sides of a comparison, with their indices among the witnesses.
pub struct Pair<'a> {
    pub base: Reading<'a>,
    pub from: usize,
    pub other: Reading<'a>,
    pub to: usize,
}

/// What edits are looked up in.
pub struct Material<'a> {
    pub story: &'a Story,
    pub lexicons: &'a Lexicons,
    pub quoted: &'a Quoted<'a>,
}

/// An edit with the units that it stands for; both ranges are empty where a sentence only ends.
#[derive(Clone, Debug)]
pub struct Change {
    pub edit: Edit,
    pub base: Range<usize>,
    pub other: Range<usize>,
}

/// The changes from base to witness, in the order of the base.
pub fn changes(material: &Material<'_>, pair: &Pair<'_>) -> Vec<Change> {
    let matches = matches(&pair.base, &pair.other);
    let mut res = Vec::new();
    let (mut base_at, mut other_at) = (0, 0);
    for (at, matched) in matches.iter().enumerate() {
        let Some(matched) = *matched else { continue };
        for (base, other) in parts(pair, base_at..at, other_at..matched) {
            res.extend(change(material, pair, base, other));
        }
        if at > 0 && base_at == at && other_at == matched {
            res.extend(boundary(pair, at, matched));
        }
        (base_at, other_at) = (at + 1, matched + 1);
    }
    let rest = parts(pair, base_at..pair.base.len(), other_at..pair.other.len());
    for (base, other) in rest {
        res.extend(change(material, pair, base, other));
    }
    moves::join_boundaries(pair, &mut res);
    moves::join_within(material, pair, &mut res);
    res
}

/// One run, or two where an editor's word and a change of small words stand together.
fn parts(
    pair: &Pair<'_>,
    base: Range<usize>,
    other: Range<usize>,
) -> Vec<(Range<usize>, Range<usize>)> {
    let (left, right) = (units(&pair.base, &base), units(&pair.other, &other));
    let all = |it: &[Unit]| !it.is_empty() && it.iter().all(|it| it.bracketed);
    let n_light = |it: &[Unit]| it.iter().rev().take_while(|it| !it.content).count();
    let (of_base, of_other) = (n_light(left), n_light(right));
    if all(left) && (1..right.len()).contains(&of_other) {
        let at = other.end - of_other;
        return vec![
            (base.clone(), other.start..at),
            (base.end..base.end, at..other.end),
        ];
    }
    if all(right) && (1..left.len()).contains(&of_base) {
        let at = base.end - of_base;
        return vec![
            (base.start..at, other.clone()),
            (at..base.end, other.end..other.end),
        ];
    }
    vec![(base, other)]
}

fn change(
    material: &Material<'_>,
    pair: &Pair<'_>,
    base: Range<usize>,
    other: Range<usize>,
) -> Option<Change> {
    let from_span = pair.base.span(base.start, base.end);
    let to_span = pair.other.span(other.start, other.end);
    if from_span.is_none() && to_span.is_none() {
        return None;
    }
    if is_contraction(material, pair, from_span, to_span) {
        return None;
    }
    if to_span.is_none() && moves::is_interrupted(material, pair, &base) {
        return None;
    }
    let at_start = base.start == 0 || other.start == 0;
    let at_end = base.end == pair.base.len() || other.end == pair.other.len();
    let mut edit = Edit {
        from: pair.from,
        to: pair.to,
        kind: EditKind::Wording,
        from_span,
        to_span,
        marked: false,
        flags: EditFlags {
            hedge: [(&pair.base, &base), (&pair.other, &other)]
                .into_iter()
                .any(|(reading, run)| is_hedged(material, reading, run)),
            ..EditFlags::default()
        },
    };
    let (left, right) = (units(&pair.base, &base), units(&pair.other, &other));
    let is_bracket = if left.is_empty() || right.is_empty() {
        // A cut sentence with a bracket in it is a cut.
        left.iter().chain(right).all(|it| it.bracketed)
    } else {
        left.iter().chain(right).any(|it| it.bracketed)
    };
    let shows_cut = |reading: &Reading<'_>, at: usize| {
        let at = reading.start + at;
        reading.strand.ellipses.binary_search(&at).is_ok()
    };
    if is_bracket {
        (edit.kind, edit.marked) = (EditKind::Bracket, true);
    } else if right.is_empty() && shows_cut(&pair.other, other.start) {
        (edit.kind, edit.marked) = (EditKind::Ellipsis, true);
    } else if left.is_empty() && shows_cut(&pair.base, base.start) {
        // The base is the one that cut; the words were there.
        (edit.kind, edit.marked) = (EditKind::Ellipsis, true);
    } else if right.is_empty()
        && let Some(there) = moves::elsewhere(material, pair, &base)
    {
        edit.kind = EditKind::Moved;
        edit.to_span = Some(there);
        edit.flags.sentence_boundary = true;
    } else if right.is_empty() && (at_start || at_end) {
        edit.kind = EditKind::Cut;
        edit.flags.recapitalised = at_start && recapitalised(material.story, pair, &base, &other);
    } else if left.is_empty() && (at_start || at_end) {
        edit.kind = EditKind::Extension;
    } else if is_sentence(&pair.base, &base, right) || is_sentence(&pair.other, &other, left) {
        edit.kind = EditKind::Splice;
        edit.flags.sentence_boundary = true;
    }
    Some(Change { edit, base, other })
}

/// `’s` for `is` or `has`: the key of a possessive is its own, so that the stream differs.
fn is_contraction(
    material: &Material<'_>,
    pair: &Pair<'_>,
    from: Option<Span>,
    to: Option<Span>,
) -> bool {
    let words = |reading: &Reading<'_>, span: Option<Span>| {
        let text = &material.story.article(reading.strand.article).text;
        span.map_or("", |it| it.of(text))
            .to_lowercase()
            .replace('’', "'")
    };
    let (from, to) = (words(&pair.base, from), words(&pair.other, to));
    let is = |short: &str, long: &str| short == "'s" && matches!(long, "is" | "has" | "us");
    is(&from, &to) || is(&to, &from)
}

fn units<'a>(reading: &Reading<'a>, run: &Range<usize>) -> &'a [Unit] {
    &reading.strand.units[reading.start + run.start..reading.start + run.end]
}

/// The run holds words of meaning and the end of a sentence, and nothing stands against it.
fn is_sentence(reading: &Reading<'_>, run: &Range<usize>, against: &[Unit]) -> bool {
    against.is_empty()
        && run.clone().any(|at| reading.content(at))
        && (run.start..=run.end).any(|at| ends_sentence(reading, at))
}

/// A sentence ends before unit `at`, and no words are shown to be cut there.
fn ends_sentence(reading: &Reading<'_>, at: usize) -> bool {
    let at = reading.start + at;
    reading.strand.has_break(at) && reading.strand.ellipses.binary_search(&at).is_err()
}

/// The witness begins with a capital where the base is in mid-sentence.
fn recapitalised(
    story: &Story,
    pair: &Pair<'_>,
    base: &Range<usize>,
    other: &Range<usize>,
) -> bool {
    let first_letter = |reading: &Reading<'_>, at: usize| {
        let text = &story.article(reading.strand.article).text;
        let span = reading.span(at, at + 1)?;
        span.of(text).chars().next()
    };
    base.end < pair.base.len()
        && other.end < pair.other.len()
        && first_letter(&pair.base, base.end).is_some_and(char::is_lowercase)
        && first_letter(&pair.other, other.end).is_some_and(char::is_uppercase)
}

/// Longest run that is read for a hedge as a whole.
const LONGEST_HEDGE: usize = 8;
/// Of a longer run before words that stay: the last words, which govern them.
const GOVERNING: usize = 4;

/// The run holds a word that makes what stays less certain: one anywhere in a short run, or at the
/// end of a long one that runs up to words that stay.
fn is_hedged(material: &Material<'_>, reading: &Reading<'_>, run: &Range<usize>) -> bool {
    let start = if run.len() <= LONGEST_HEDGE {
        run.start
    } else if run.end < reading.len() {
        run.end - GOVERNING
    } else {
        return false;
    };
    let span = reading.span(start, run.end);
    span.is_some_and(|it| holds_hedge(material, reading.strand.article, it))
}

fn holds_hedge(material: &Material<'_>, article: ArticleIdx, span: Span) -> bool {
    let words = span.of(&material.story.article(article).text).split(' ');
    // The month.
    let words = words.filter(|it| !it.starts_with("May"));
    let words = words.collect::<Vec<_>>().join(" ").to_lowercase();
    material.lexicons.hedges_in(&words).next().is_some()
}

/// A sentence ends between two matching words of one side only.
fn boundary(pair: &Pair<'_>, base_at: usize, other_at: usize) -> Option<Change> {
    let has_break = |reading: &Reading<'_>, at: usize| reading.strand.has_break(reading.start + at);
    let in_base = ends_sentence(&pair.base, base_at);
    let in_other = ends_sentence(&pair.other, other_at);
    let kind = match (in_base, in_other) {
        (false, true) if !has_break(&pair.base, base_at) => EditKind::Split,
        (true, false) if !has_break(&pair.other, other_at) => EditKind::Splice,
        (true | false, true | false) => return None,
    };
    Some(Change {
        edit: Edit {
            from: pair.from,
            to: pair.to,
            kind,
            from_span: pair.base.span(base_at - 1, base_at + 1),
            to_span: pair.other.span(other_at - 1, other_at + 1),
            marked: false,
            flags: EditFlags {
                sentence_boundary: true,
                ..EditFlags::default()
            },
        },
        base: base_at..base_at,
        other: other_at..other_at,
    })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::compare::pieces::Piece;
    use crate::compare::strands::Strand;
    use crate::model::{
        Annotations, Article, ArticleKey, Outlet, OutletBasis, Quotation, QuotationKind,
    };

    /// A word, in small letters; `.` after it ends a sentence.
    const WORDS: [&str; 24] = [
        "gate", "harbor", "pump", "wall", "storm", "engine", "winter", "barge", "the", "of", "and",
        "anchor", "crew", "signal", "morning", "bridge", "cargo", "to", "island", "lantern",
        "rudder", "canvas", "pilot", "in",
    ];

    fn strand(article: usize, text: &str) -> Strand {
        let mut res = Strand {
            article: ArticleIdx(article),
            quotation: 0,
            units: Vec::new(),
            spans: Vec::new(),
            breaks: Vec::new(),
            ellipses: Vec::new(),
        };
        let mut start = 0;
        for word in text.split(' ') {
            let bare = word.trim_end_matches('.');
            let key = bare.bytes().fold(7_u64, |res, it| {
                res.wrapping_mul(131).wrapping_add(u64::from(it))
            });
            res.units.push(Unit {
                key,
                content: bare.len() > 3,
                bracketed: false,
            });
            let span = Span::new(text, start..start + bare.len());
            res.spans.push(span.expect("a word of the text"));
            if word.ends_with('.') {
                res.breaks.push(res.units.len());
            }
            start += word.len() + 1;
        }
        res
    }

    fn story(texts: [&str; 2]) -> Story {
        let articles = texts.map(|text| {
            let whole = Span::new(text, 0..text.len()).expect("all of the text");
            let article = Article {
                key: ArticleKey(0),
                file: String::new(),
                text: text.to_owned(),
                outlet: Outlet {
                    name: String::new(),
                    span: None,
                    basis: OutletBasis::FileName,
                },
                published: None,
                modified: None,
                address: None,
                language: None,
                blocks: Vec::new(),
            };
            let quotation = Quotation {
                unsourced: None,
                span: whole,
                kind: QuotationKind::Direct,
                sources: Vec::new(),
                cue: None,
                content: vec![whole],
                flags: crate::model::Flags::default(),
            };
            let annotations = Annotations {
                quotations: vec![quotation],
                ..Annotations::default()
            };
            (Arc::new(article), Arc::new(annotations))
        });
        Story {
            articles: articles.to_vec(),
            ..Story::default()
        }
    }

    /// The changes between two texts with the keys of both.
    fn compared(base: &str, other: &str) -> (Vec<Change>, [Vec<u64>; 2]) {
        let story = story([base, other]);
        let strands = [strand(0, base), strand(1, other)];
        let whole = |strand: usize| Piece {
            strand,
            start: 0,
            end: strands[strand].units.len(),
        };
        let group = [whole(0), whole(1)];
        let quoted = Quoted::new(&strands, std::iter::once(group.as_slice()));
        let reading = |idx: usize| Reading {
            strand: &strands[idx],
            start: 0,
            end: strands[idx].units.len(),
        };
        let pair = Pair {
            base: reading(0),
            from: 0,
            other: reading(1),
            to: 1,
        };
        let material = Material {
            story: &story,
            lexicons: Lexicons::english(),
            quoted: &quoted,
        };
        let keys = [pair.base.keys(), pair.other.keys()];
        (changes(&material, &pair), keys)
    }

    /// Texts of a few words, one made from the other by up to three random edits.
    fn generated(seed: u64) -> (String, String) {
        let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
        let mut below = |n: usize| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            usize::try_from(state % 1_000_003).unwrap_or(0) % n
        };
        let base: Vec<String> = (0..8 + below(12))
            .map(|_| {
                let dot = if below(6) == 0 { "." } else { "" };
                format!("{}{dot}", WORDS[below(WORDS.len())])
            })
            .collect();
        let mut other = base.clone();
        for _ in 0..below(4) {
            let at = below(other.len());
            match below(3) {
                0 if other.len() > 4 => {
                    let n = 1 + below(3.min(other.len() - at));
                    other.drain(at..at + n);
                }
                1 => other.insert(at, WORDS[below(WORDS.len())].to_owned()),
                _ => WORDS[below(WORDS.len())].clone_into(&mut other[at]),
            }
        }
        (base.join(" "), other.join(" "))
    }

    #[test]
    fn without_what_changed_both_streams_are_equal() {
        for seed in 1..3000 {
            let (base, other) = generated(seed);
            let (changes, [base_keys, other_keys]) = compared(&base, &other);
            let rest = |keys: &[u64], range: &dyn Fn(&Change) -> Range<usize>| -> Vec<u64> {
                let kept =
                    (0..keys.len()).filter(|at| !changes.iter().any(|it| range(it).contains(at)));
                kept.map(|at| keys[at]).collect()
            };
            let left = rest(&base_keys, &|it| it.base.clone());
            let right = rest(&other_keys, &|it| it.other.clone());
            assert_eq!(left, right, "{base} | {other}");
        }
    }

    #[test]
    fn a_text_against_itself_has_no_edit() {
        for seed in 1..500 {
            let (base, _) = generated(seed);
            assert!(compared(&base, &base).0.is_empty(), "{base}");
        }
    }

    /// Kinds with the sides exchanged: a cut is an extension, a split a splice.
    #[test]
    fn exchanged_sides_exchange_cut_and_extension() {
        let kinds = |a: &str, b: &str| -> Vec<EditKind> {
            compared(a, b).0.iter().map(|it| it.edit.kind).collect()
        };
        let full = "at dawn the harbor pump failed. and the wall held until winter came";
        for (other, there, back) in [
            (
                "the harbor pump failed. and the wall held until winter came",
                EditKind::Cut,
                EditKind::Extension,
            ),
            (
                "at dawn the harbor pump failed. and the wall held",
                EditKind::Cut,
                EditKind::Extension,
            ),
            (
                "at dawn the harbor engine failed. and the wall held until winter came",
                EditKind::Wording,
                EditKind::Wording,
            ),
            (
                "at dawn the harbor pump failed and the wall held until winter came",
                EditKind::Splice,
                EditKind::Split,
            ),
        ] {
            assert_eq!(kinds(full, other), [there], "{other}");
            assert_eq!(kinds(other, full), [back], "{other}");
        }
    }
}

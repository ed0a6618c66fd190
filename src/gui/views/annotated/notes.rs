//! What stands in the margin of the reference: for each shared thing, what the others have,
//! equal variants on one line, most support first, `no match found` last.

use crate::gui::command::Command;
use crate::gui::layer::Layer;
use crate::gui::state::Selection;
use crate::gui::views::ViewContext;
use crate::gui::widgets::text::first_words;
use crate::model::{ArticleIdx, FindingKind, Place, Span, Subject};

pub struct Note {
    /// The words of the reference that it is about.
    pub anchor: Span,
    pub layer: Layer,
    pub lines: Vec<Line>,
    pub selected: bool,
    pub command: Command,
    /// For screen readers.
    pub name: String,
}

pub struct Line {
    /// Codes of the outlets that have this.
    pub sigla: Vec<String>,
    pub says: Says,
}

/// What a line says, and who says it.
#[derive(Clone, Debug, PartialEq)]
pub enum Says {
    /// The outlets' words: in serif.
    Theirs(String),
    /// Crossread's: in sans.
    Ours(String),
    NoMatch,
}

impl Says {
    /// The same, marks and capitals aside.
    fn is_like(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Theirs(a), Self::Theirs(b)) => bare(a) == bare(b),
            _ => self == other,
        }
    }
}

/// Most words of another outlet in a line.
const MOST_WORDS: usize = 14;
/// Most variants that are named of one witness.
const MOST_VARIANTS: usize = 4;

/// The notes on an article, in the order of its words.
pub fn notes(cx: &ViewContext<'_>, idx: ArticleIdx) -> Vec<Note> {
    let comparison = &cx.state.comparison;
    let mut res: Vec<Note> = Vec::new();
    for at in 0..comparison.utterances.len() {
        res.extend(utterance_note(cx, idx, at));
    }
    for (at, finding) in comparison.findings.iter().enumerate() {
        let of_utterance = matches!(finding.subject, Subject::Utterance(_));
        let quoted_edit = finding.kind == FindingKind::Edit;
        if !of_utterance && !quoted_edit {
            res.extend(finding_note(cx, idx, at));
        }
    }
    res.sort_by_key(|it| (it.anchor, it.name.clone()));
    res
}

/// Outlets grouped by what they have; most first, those without a match last.
fn grouped(cx: &ViewContext<'_>, said: Vec<(ArticleIdx, Vec<Says>)>) -> Vec<Line> {
    let mut res: Vec<Line> = Vec::new();
    for (article, says) in said {
        for says in says {
            let code = cx.code(article).to_owned();
            match res.iter_mut().find(|it| it.says.is_like(&says)) {
                Some(line) if line.sigla.contains(&code) => {}
                Some(line) => line.sigla.push(code),
                None => res.push(Line {
                    sigla: vec![code],
                    says,
                }),
            }
        }
    }
    res.sort_by_key(|it| (it.says == Says::NoMatch, std::cmp::Reverse(it.sigla.len())));
    res
}

fn utterance_note(cx: &ViewContext<'_>, idx: ArticleIdx, at: usize) -> Option<Note> {
    let comparison = &cx.state.comparison;
    let utterance = &comparison.utterances[at];
    let mine = utterance
        .witnesses
        .iter()
        .position(|it| it.place.article == idx)?;
    let others = cx.order.iter().copied().filter(|it| *it != idx);
    let said = others
        .map(|it| (it, witness_says(cx, at, mine, it)))
        .collect();
    let finding = comparison
        .findings
        .iter()
        .find(|it| it.subject == Subject::Utterance(at));
    let place = utterance.witnesses[mine].place;
    let words = first_words(cx.state.story.words(place));
    Some(Note {
        anchor: place.span,
        layer: finding.map_or(Layer::Shared, |it| Layer::of(it.kind)),
        lines: grouped(cx, said),
        selected: cx.state.selected_utterance() == Some(at),
        command: Command::SelectUtterance(at),
        name: format!("Note on {words}"),
    })
}

/// What another outlet has where the reference has its witness `mine`.
fn witness_says(cx: &ViewContext<'_>, at: usize, mine: usize, other: ArticleIdx) -> Vec<Says> {
    let comparison = &cx.state.comparison;
    let utterance = &comparison.utterances[at];
    let mut witnesses = utterance.witnesses.iter();
    let Some(theirs) = witnesses.position(|it| it.place.article == other) else {
        return vec![Says::NoMatch];
    };
    let speaker = |it: usize| utterance.witnesses[it].speaker;
    let name = |it: usize| {
        let name = comparison.speakers[it].name;
        cx.state.story.words(name).to_owned()
    };
    let mut res = Vec::new();
    if utterance.witnesses[theirs].reported {
        let by = speaker(theirs).map_or_else(String::new, |it| format!(", by {}", name(it)));
        return vec![Says::Ours(format!("reported{by}"))];
    }
    if let Some(speaker) = speaker(theirs).filter(|it| Some(*it) != speaker(mine)) {
        res.push(Says::Ours(format!("said by {}", name(speaker))));
    }
    let text = cx.text(other);
    let own = cx.text(utterance.witnesses[mine].place.article);
    let mut run: Option<Span> = None;
    let mut variants = Vec::new();
    for column in &utterance.collation {
        let (mine, theirs) = (column.cells[mine], column.cells[theirs]);
        let differs = match (mine, theirs) {
            (Some(mine), Some(theirs)) => bare(mine.of(own)) != bare(theirs.of(text)),
            (None, Some(_)) => true,
            (_, None) => false,
        };
        match (differs, theirs, run) {
            (true, Some(span), Some(before)) => run = Some(before.to(span)),
            (true, Some(span), None) => run = Some(span),
            _ => variants.extend(run.take()),
        }
    }
    variants.extend(run);
    let n_variants = variants.len();
    for span in variants.into_iter().take(MOST_VARIANTS) {
        res.push(Says::Theirs(cut(span.of(text))));
    }
    if n_variants > MOST_VARIANTS {
        let more = match n_variants - MOST_VARIANTS {
            1 => "and one more".to_owned(),
            more => format!("and {more} more"),
        };
        res.push(Says::Ours(more));
    }
    let mut lacking = utterance
        .collation
        .iter()
        .filter(|it| it.cells[theirs].is_none())
        .filter_map(|it| it.cells[mine]);
    if let Some(first) = lacking.next() {
        let more = if lacking.next().is_some() {
            " and more"
        } else {
            ""
        };
        res.push(Says::Ours(format!(
            "without “{}”{more}",
            cut(first.of(own))
        )));
    }
    if res.is_empty() {
        res.push(Says::Ours("the same words".to_owned()));
    }
    res
}

fn bare(words: &str) -> String {
    let letters = words.chars().filter(|it| it.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

fn finding_note(cx: &ViewContext<'_>, idx: ArticleIdx, at: usize) -> Option<Note> {
    let finding = &cx.state.comparison.findings[at];
    let anchor = finding.places.iter().find(|it| it.article == idx)?.span;
    let others = cx.order.iter().copied().filter(|it| *it != idx);
    let said: Vec<(ArticleIdx, Vec<Says>)> = others
        .map(|other| {
            let places = finding.places.iter().filter(|it| it.article == other);
            let says: Vec<Says> = places.map(|it| Says::Theirs(quoted(cx, *it))).collect();
            let says = if says.is_empty() {
                vec![Says::NoMatch]
            } else {
                says
            };
            (other, says)
        })
        .collect();
    let only_here = finding.places.iter().all(|it| it.article == idx);
    let lines = if only_here {
        vec![Line {
            sigla: vec![cx.code(idx).to_owned()],
            says: Says::Ours("only here".to_owned()),
        }]
    } else {
        grouped(cx, said)
    };
    Some(Note {
        anchor,
        layer: Layer::of(finding.kind),
        lines,
        selected: cx.state.selection == Some(Selection::Finding(at)),
        command: Command::SelectFinding(at),
        name: format!("Note, {}", finding.title),
    })
}

fn quoted(cx: &ViewContext<'_>, place: Place) -> String {
    cut(cx.state.story.words(place))
}

/// Words on one line, cut with our own sign.
fn cut(words: &str) -> String {
    let all: Vec<&str> = words.split_whitespace().collect();
    let shown = all[..all.len().min(MOST_WORDS)].join(" ");
    if all.len() > MOST_WORDS {
        format!("{shown} ›")
    } else {
        shown
    }
}

//! What stands in the margin of the reference: for each shared thing, what the others have,
//! equal variants on one line, most support first, `no match found` last.

use super::changes;
use crate::gui::command::Command;
use crate::gui::layer::Layer;
use crate::gui::state::Selection;
use crate::gui::views::ViewContext;
use crate::gui::widgets::text::first_words;
use crate::model::{ArticleIdx, FindingKind, Place, Span, Subject};

pub struct Note {
    /// The words of the reference that it is about, or near which it would have what it is about.
    pub anchor: Span,
    pub leads: Leads,
    pub layer: Layer,
    /// What the selected finding is called, over its lines.
    pub title: Option<String>,
    pub lines: Vec<Line>,
    pub selected: bool,
    pub command: Command,
    /// For screen readers.
    pub name: String,
}

/// How a note hangs on the words of the reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leads {
    /// It is about them.
    There,
    /// The others have what it is about near what is like them.
    Near,
    /// Not at all.
    Nowhere,
}

pub struct Line {
    /// Codes of the outlets that have this.
    pub sigla: Vec<String>,
    pub says: Says,
}

/// What a line says: a whole statement.
#[derive(Clone, Debug, PartialEq)]
pub enum Says {
    Statement(Vec<Part>),
    NoMatch,
}

/// A part of a statement, by whose words it is.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// An outlet's: in serif.
    Theirs(String),
    /// Crossread's: in sans.
    Ours(String),
}

impl Part {
    pub fn words(&self) -> &str {
        match self {
            Self::Theirs(words) | Self::Ours(words) => words,
        }
    }
}

impl Says {
    fn ours(words: &str) -> Self {
        Self::Statement(vec![Part::Ours(words.to_owned())])
    }

    /// The same, marks and capitals aside.
    fn is_like(&self, other: &Self) -> bool {
        let same = |(a, b): (&Part, &Part)| match (a, b) {
            (Part::Theirs(a), Part::Theirs(b)) => bare(a) == bare(b),
            _ => a == b,
        };
        match (self, other) {
            (Self::Statement(a), Self::Statement(b)) => {
                a.len() == b.len() && a.iter().zip(b).all(same)
            }
            _ => self == other,
        }
    }
}

/// Most words of another outlet in a line, and of those that it edited.
const MOST_WORDS: usize = 14;
pub(super) const MOST_EDITED: usize = 7;

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
    if !res.iter().any(|it| it.selected) {
        res.extend(absent_note(cx, idx));
    }
    res.sort_by_key(|it| (it.anchor, it.name.clone()));
    res
}

/// The note on what is selected and has no words in the reference: that no match was found, what
/// the others have, and where.
fn absent_note(cx: &ViewContext<'_>, idx: ArticleIdx) -> Option<Note> {
    let near = cx.state.nearest_in(idx)?;
    let places = match cx.state.selected_utterance() {
        Some(at) => {
            let witnesses = cx.state.comparison.utterances[at].witnesses.iter();
            witnesses.map(|it| it.place).collect()
        }
        None => cx.state.selected_words(),
    };
    let told = match near.beside {
        Some(beside) => format!(
            "no match found; {} has it near these words",
            cx.code(beside)
        ),
        None => "no match found, nor of what stands around it".to_owned(),
    };
    let mut lines = vec![Line {
        sigla: vec![cx.code(idx).to_owned()],
        says: Says::ours(&told),
    }];
    lines.extend(grouped(cx, printed(cx, idx, &places)));
    let (title, command) = match cx.state.selection? {
        Selection::Finding(at) => {
            let title = &cx.state.comparison.findings[at].title;
            (title.clone(), Command::SelectFinding(at))
        }
        Selection::Utterance(at) => ("One quotation".to_owned(), Command::SelectUtterance(at)),
        Selection::Fact(at) => {
            let label = &cx.state.comparison.facts[at].label;
            (label.clone(), Command::SelectFact(at))
        }
    };
    Some(Note {
        anchor: near.span,
        leads: near.beside.map_or(Leads::Nowhere, |_| Leads::Near),
        layer: cx.state.selected_layer(),
        name: format!("Note, {title}: {}", spoken(&lines)),
        title: Some(title),
        lines,
        selected: true,
        command,
    })
}

/// What each other article has, in its own words.
fn printed(
    cx: &ViewContext<'_>,
    idx: ArticleIdx,
    places: &[Place],
) -> Vec<(ArticleIdx, Vec<Says>)> {
    let others = cx.order.iter().copied().filter(|it| *it != idx);
    let said = others.map(|other| {
        let theirs = places.iter().filter(|it| it.article == other);
        let words = theirs.map(|it| cut(cx.state.story.words(*it), MOST_WORDS));
        let mut says: Vec<Says> = words
            .map(|it| Says::Statement(vec![Part::Theirs(it)]))
            .collect();
        if says.is_empty() {
            says.push(Says::NoMatch);
        }
        (other, says)
    });
    said.collect()
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

/// The lines as a screen reader says them: `coast: cut: ends before “at noon”`.
fn spoken(lines: &[Line]) -> String {
    let lines = lines.iter().map(|line| {
        let says: String = match &line.says {
            Says::NoMatch => "no match found".to_owned(),
            Says::Statement(parts) => parts.iter().map(Part::words).collect(),
        };
        format!("{}: {says}", line.sigla.join(", "))
    });
    lines.collect::<Vec<_>>().join(". ")
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
    let selected = cx.state.selected_utterance() == Some(at);
    let title = cx.state.selected_finding().filter(|_| selected);
    let words = first_words(cx.state.story.words(place));
    let lines = grouped(cx, said);
    Some(Note {
        anchor: place.span,
        leads: Leads::There,
        layer: finding.map_or(Layer::Shared, |it| Layer::of(it.kind)),
        title: title.map(|it| it.title.clone()),
        selected,
        command: Command::SelectUtterance(at),
        name: format!("Note on {words}: {}", spoken(&lines)),
        lines,
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
    let credits = &cx.state.derived.credits[at];
    let credited = &credits[theirs].speakers;
    let names = || cx.state.credited(at, theirs);
    if utterance.witnesses[theirs].reported {
        return vec![Says::ours(&match credited.is_empty() {
            true => "reported".to_owned(),
            false => format!("reported, by {}", names()),
        })];
    }
    let mut res = Vec::new();
    let here = &credits[mine].speakers;
    if !credited.is_empty() && credited != here {
        let is_other = !credited.iter().any(|it| here.contains(it));
        let how = if is_other {
            "other speaker:"
        } else {
            "said by"
        };
        res.push(Says::ours(&format!("{how} {}", names())));
    }
    let own = cx.text(utterance.witnesses[mine].place.article);
    let changes = changes::changes(&utterance.collation, (mine, own), (theirs, cx.text(other)));
    res.extend(changes::told(&changes).map(Says::Statement));
    if res.is_empty() {
        res.push(Says::ours("as here"));
    }
    res
}

/// Words without marks and capitals.
pub(super) fn bare(words: &str) -> String {
    let letters = words.chars().filter(|it| it.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

fn finding_note(cx: &ViewContext<'_>, idx: ArticleIdx, at: usize) -> Option<Note> {
    let finding = &cx.state.comparison.findings[at];
    let anchor = finding.places.iter().find(|it| it.article == idx)?.span;
    let only_here = finding.places.iter().all(|it| it.article == idx);
    let lines = if only_here {
        vec![Line {
            sigla: vec![cx.code(idx).to_owned()],
            says: Says::ours("only here"),
        }]
    } else {
        grouped(cx, printed(cx, idx, &finding.places))
    };
    let selected = cx.state.selection == Some(Selection::Finding(at));
    Some(Note {
        anchor,
        leads: Leads::There,
        layer: Layer::of(finding.kind),
        title: selected.then(|| finding.title.clone()),
        selected,
        command: Command::SelectFinding(at),
        name: format!("Note, {}: {}", finding.title, spoken(&lines)),
        lines,
    })
}

/// Words on one line, cut with our own sign.
pub(super) fn cut(words: &str, most: usize) -> String {
    let all: Vec<&str> = words.split_whitespace().collect();
    let shown = all[..all.len().min(most)].join(" ");
    if all.len() > most {
        format!("{shown} ›")
    } else {
        shown
    }
}

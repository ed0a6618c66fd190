//! What is marked in the articles, and how a place is linked to.
//!
//! Marks may cross, elements may not: where they do, the later one is closed and opened again.
//!
//! ```text
//! marks      [a      [b   ]a    ]b
//! elements   <a>     <b></b></a><b></b>
//! ```

use std::collections::{BTreeMap, BTreeSet};

use maud::{Markup, PreEscaped, html};

use crate::model::{Article, ArticleIdx, FindingKind, Place, Span, Voice, Witness};
use crate::report::edition::Edition;

/// What a mark says of its words. The outermost element first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Layer {
    Shared,
    Reported,
    Attribution,
    Fact,
    Evidence,
    Wording,
    Edit,
}

impl Layer {
    pub fn of(kind: FindingKind) -> Self {
        match kind {
            FindingKind::Attribution => Self::Attribution,
            FindingKind::Edit => Self::Edit,
            FindingKind::Naming => Self::Wording,
            FindingKind::Fact | FindingKind::OnlyHere | FindingKind::Origin => Self::Fact,
            FindingKind::Evidence | FindingKind::Response => Self::Evidence,
        }
    }

    /// The class of the style sheet.
    pub fn class(self) -> &'static str {
        match self {
            Self::Shared => "quote",
            Self::Reported => "reported",
            Self::Attribution => "attribution",
            Self::Fact => "fact",
            Self::Evidence => "evidence",
            Self::Wording => "wording",
            Self::Edit => "edit",
        }
    }
}

/// The number behind marked words, which leads to what is said of them.
#[derive(Clone)]
struct Reference {
    layer: Layer,
    /// `N4`, `U2`, as the JSON calls them; findings are shown by their rank alone.
    id: String,
}

#[derive(Default)]
struct Mark {
    layers: BTreeSet<Layer>,
    references: Vec<Reference>,
}

/// All marks of the story, by article.
pub struct Marks {
    of_article: Vec<BTreeMap<Span, Mark>>,
}

impl Marks {
    pub fn new(edition: &Edition<'_>) -> Self {
        let mut res = Self {
            of_article: edition.story.indices().map(|_| BTreeMap::new()).collect(),
        };
        let comparison = edition.comparison;
        for (utterance, number) in comparison.utterances.iter().zip(1..) {
            for witness in &utterance.witnesses {
                res.add(witness.place, layer(witness), Some(format!("U{number}")));
            }
        }
        for (finding, rank) in comparison.findings.iter().zip(1..) {
            for place in &finding.places {
                res.add(*place, Layer::of(finding.kind), Some(format!("N{rank}")));
            }
        }
        for cell in comparison.facts.iter().flat_map(|it| &it.cells) {
            let article = cell.article;
            for span in &cell.spans {
                let span = *span;
                res.add(Place { article, span }, Layer::Fact, None);
            }
        }
        for article in edition.story.indices() {
            let annotations = edition.story.annotations(article);
            for it in &annotations.evidence {
                let span = it.span;
                res.add(Place { article, span }, Layer::Evidence, None);
            }
            for it in annotations
                .wording
                .iter()
                .filter(|it| it.voice == Voice::Writer)
            {
                let span = it.span;
                res.add(Place { article, span }, Layer::Wording, None);
            }
        }
        res
    }

    fn add(&mut self, place: Place, layer: Layer, id: Option<String>) {
        let mark = self.of_article[place.article.0]
            .entry(place.span)
            .or_default();
        mark.layers.insert(layer);
        if let Some(id) = id.filter(|id| mark.references.iter().all(|it| it.id != *id)) {
            mark.references.push(Reference { layer, id });
        }
    }

    /// Where a link to the place leads: its mark, else its paragraph.
    pub fn target(&self, article: &Article, place: Place) -> String {
        if self.of_article[place.article.0].contains_key(&place.span) {
            return format!("#{}", mark_id(place.article, place.span));
        }
        let block = article
            .blocks
            .iter()
            .position(|it| it.span.overlaps(place.span));
        format!("#{}", block_id(place.article, block.unwrap_or_default()))
    }

    /// The words of a block with their marks.
    pub fn marked(&self, article: ArticleIdx, text: &str, block: Span) -> Markup {
        let marks = self.of_article[article.0].iter();
        let marks: Vec<(Span, &Mark)> = marks
            .filter(|(span, _)| span.overlaps(block))
            .map(|(span, mark)| (*span, mark))
            .collect();
        Weaver {
            article,
            text,
            block,
            marks,
        }
        .woven()
    }
}

fn layer(witness: &Witness) -> Layer {
    if witness.reported {
        Layer::Reported
    } else {
        Layer::Shared
    }
}

fn mark_id(article: ArticleIdx, span: Span) -> String {
    format!("a{}-{}-{}", article.0 + 1, span.start(), span.end())
}

pub fn block_id(article: ArticleIdx, block: usize) -> String {
    format!("a{}-{}", article.0 + 1, block + 1)
}

/// Puts the elements of crossing marks into one another.
struct Weaver<'a> {
    article: ArticleIdx,
    text: &'a str,
    block: Span,
    /// By start, the shorter first of those that start together.
    marks: Vec<(Span, &'a Mark)>,
}

impl Weaver<'_> {
    fn woven(&self) -> Markup {
        let mut ends: BTreeSet<usize> = BTreeSet::from([self.block.start(), self.block.end()]);
        for (span, _) in &self.marks {
            ends.extend([span.start(), span.end()].map(|it| self.within(it)));
        }
        let ends: Vec<usize> = ends.into_iter().collect();
        let mut res = String::new();
        let mut open: Vec<usize> = Vec::new();
        for (at, end) in ends.iter().enumerate() {
            self.close(&mut open, *end, &mut res);
            let Some(next) = ends.get(at + 1) else { break };
            self.open(&mut open, *end, &mut res);
            let words = self.text.get(*end..*next).unwrap_or_default();
            res.push_str(&html! { (words) }.into_string());
        }
        PreEscaped(res)
    }

    fn within(&self, at: usize) -> usize {
        at.clamp(self.block.start(), self.block.end())
    }

    /// Closes what ends at `at`, opens again what was in its way, and puts the numbers.
    fn close(&self, open: &mut Vec<usize>, at: usize, res: &mut String) {
        let ends = |it: &usize| self.within(self.marks[*it].0.end()) == at;
        let Some(first) = open.iter().position(ends) else {
            return;
        };
        let closed = open.split_off(first);
        for mark in closed.iter().rev() {
            res.push_str(&"</span>".repeat(self.marks[*mark].1.layers.len()));
        }
        for mark in &closed {
            let (span, it) = self.marks[*mark];
            if !ends(mark) {
                self.push(*mark, None, res);
                open.push(*mark);
            } else if span.end() == at {
                for reference in &it.references {
                    res.push_str(&number(reference).into_string());
                }
            }
        }
    }

    fn open(&self, open: &mut Vec<usize>, at: usize, res: &mut String) {
        let starts = |it: &usize| self.within(self.marks[*it].0.start()) == at;
        for mark in (0..self.marks.len()).filter(starts).rev() {
            let span = self.marks[mark].0;
            let id = (span.start() == at).then(|| mark_id(self.article, span));
            self.push(mark, id, res);
            open.push(mark);
        }
    }

    fn push(&self, mark: usize, id: Option<String>, res: &mut String) {
        let mut id = id.map_or_else(String::new, |it| format!(" id=\"{it}\""));
        for layer in &self.marks[mark].1.layers {
            res.push_str(&format!("<span class=\"{}\"{id}>", layer.class()));
            id.clear();
        }
    }
}

fn number(reference: &Reference) -> Markup {
    let class = format!("ref {}", reference.layer.class());
    let shown = reference.id.trim_start_matches('N');
    let name = if shown == reference.id {
        "shared quotation"
    } else {
        "finding"
    };
    html! {
        a class=(class) href={ "#" (reference.id) } aria-label={ (name) " " (shown) } { (shown) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(marks: &[(usize, usize, Layer)], expected: &str) {
        let text = "abcdef";
        let mut of_article: BTreeMap<Span, Mark> = BTreeMap::new();
        for (start, end, layer) in marks {
            let span = Span::new(text, *start..*end).expect("in the text");
            of_article.entry(span).or_default().layers.insert(*layer);
        }
        let marks = Marks {
            of_article: vec![of_article],
        };
        let block = Span::new(text, 1..5).expect("in the text");
        let found = marks.marked(ArticleIdx(0), text, block).into_string();
        let mut bare = String::new();
        // What is of no interest here.
        for part in found.split('"') {
            bare.push_str(match part {
                "quote" => "q",
                "fact" => "f",
                other => other,
            });
        }
        assert_eq!(
            bare.replace("<span class=", "<").replace("</span>", "</>"),
            expected
        );
    }

    #[test]
    fn elements_of_crossing_marks_do_not_cross() {
        check(&[], "bcde");
        check(&[(2, 4, Layer::Shared)], "b<q id=a1-2-4>cd</>e");
        check(
            &[(1, 3, Layer::Shared), (2, 5, Layer::Fact)],
            "<q id=a1-1-3>b<f id=a1-2-5>c</></><f>de</>",
        );
        check(
            &[(1, 5, Layer::Shared), (1, 2, Layer::Fact)],
            "<q id=a1-1-5><f id=a1-1-2>b</>cde</>",
        );
        check(
            &[(2, 3, Layer::Shared), (2, 3, Layer::Fact)],
            "b<q id=a1-2-3><f>c</></>de",
        );
    }

    #[test]
    fn a_mark_over_two_blocks_has_its_id_in_the_first() {
        check(&[(0, 3, Layer::Shared)], "<q>bc</>de");
        check(&[(3, 6, Layer::Shared)], "bc<q id=a1-3-6>de</>");
    }
}

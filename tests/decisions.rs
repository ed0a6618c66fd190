//! What the reader decides is replayed: each decision shows in the results, outlives other articles
//! and small edits, and is lost rather than moved.

#[path = "common/laws.rs"]
mod laws;
#[path = "common/texts.rs"]
mod texts;

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use crossread::anchor;
use crossread::model::{
    Anchor, Article, ArticleIdx, Attribution, BlockKind, Comparison, Date, Decision, FindingKind,
    FurnitureKind, Judgment, Log, Loss, Noted, OutletBasis, Quotation, QuotationKind, SourceRule,
    Span, Standing, Story, Target,
};
use crossread::pipeline::{self, Cache, Watch};
use crossread::report::{self, Contents, Format, Material};
use texts::inputs;

const NORTH: (&str, &str) = (
    "north.txt",
    "The lock gate at Halvane stood open all night\n\n\
     “We opened the second gate at noon because the pumps had failed,” harbor master Josef Brandt \
     said on Tuesday.\n\n\
     Water rose in the lower town until the evening. Shops in the old street sold candles.\n\n\
     “Nobody told us that the ferry was already under way,” Mayor Ada Ruiz told reporters. She \
     called the lapse “quite extraordinary.”\n",
);

const COAST: (&str, &str) = (
    "coast.txt",
    "Pumps had failed before the flood, harbor says\n\n\
     “We opened the second gate at noon because the pumps had failed,” company director Tomas \
     Quill said.\n\n\
     “Nobody told us that the ferry was already under way,” said Ada Ruiz, the mayor, on the \
     steps of the town hall.\n\n\
     Sign up for our letter about the harbor\n",
);

const DAILY: (&str, &str) = (
    "daily.txt",
    "Ferry was under way when the gate opened\n\n\
     Ruiz, the mayor, was angry. “Nobody told us that the ferry was already under way,” she said.\n\n\
     “We opened the second gate at noon because the pumps had failed,” the harbor master, Josef \
     Brandt, said.\n",
);

const OPENED: &str = "We opened the second gate at noon because the pumps had failed,";
const NOBODY: &str = "Nobody told us that the ferry was already under way,";

/// Texts, what was decided on them, and what is found then.
struct Set {
    articles: Vec<Arc<Article>>,
    log: Log,
    story: Story,
    comparison: Comparison,
}

impl Set {
    fn new(texts: &[(&str, &str)]) -> Self {
        Self::with(texts, Log::default())
    }

    fn with(texts: &[(&str, &str)], log: Log) -> Self {
        let (articles, problems) = pipeline::read(&inputs(texts), &[]);
        assert_eq!(problems, []);
        let mut res = Self {
            articles,
            log,
            story: Story::default(),
            comparison: Comparison::default(),
        };
        res.compare(&Cache::default());
        res
    }

    fn compare(&mut self, cache: &Cache) {
        let watch = Watch {
            progress: &|_| {},
            cancel: &AtomicBool::new(false),
        };
        let decisions = self.log.decisions();
        let found = pipeline::compare(&self.articles, &decisions, cache, &watch);
        (self.story, self.comparison) = found.expect("nobody cancels");
    }

    /// The same decisions on other texts.
    fn on(&self, texts: &[(&str, &str)]) -> Self {
        Self::with(texts, self.log.clone())
    }

    #[track_caller]
    fn decide(&mut self, decision: Decision) {
        self.log.decide(decision, 0);
        self.compare(&Cache::default());
        assert_eq!(self.last(), Standing::Applied);
        let broken = laws::broken(&self.story, &self.comparison);
        assert!(broken.is_empty(), "{}", broken.join("\n"));
    }

    /// What became of the last decision.
    fn last(&self) -> Standing {
        *self.comparison.standings.last().expect("a decision")
    }

    fn idx(&self, file: &str) -> ArticleIdx {
        let mut all = self.story.indices();
        let idx = all.find(|it| self.story.article(*it).file == file);
        idx.expect("in the set")
    }

    fn article(&self, file: &str) -> &Article {
        self.story.article(self.idx(file))
    }

    fn words(&self, file: &str, exact: &str) -> Anchor {
        let article = self.article(file);
        let at = article.text.find(exact).expect("in the text");
        let span = Span::new(&article.text, at..at + exact.len()).expect("whole letters");
        anchor::words(&anchor::article(article), &article.text, span)
    }

    fn quotation(&self, file: &str, content: &str) -> Option<&Quotation> {
        let text = &self.article(file).text;
        let quotations = &self.story.annotations(self.idx(file)).quotations;
        quotations.iter().find(|it| it.span.of(text) == content)
    }

    /// Names of the sources of a quotation.
    fn sources(&self, file: &str, content: &str) -> Vec<String> {
        let idx = self.idx(file);
        let quotations = &self.story.annotations(idx).quotations;
        let at = quotations
            .iter()
            .position(|it| it.span.of(&self.article(file).text) == content);
        let at = at.expect("a quotation");
        let speakers = self.comparison.speakers.iter();
        let of = speakers.filter(|it| it.quotations.contains(&(idx, at)));
        of.map(|it| self.story.words(it.name).to_owned()).collect()
    }

    /// By utterance, files with the words of its witnesses.
    fn utterances(&self) -> Vec<Vec<(String, String)>> {
        let told = |it: &crossread::model::Witness| {
            let file = self.story.article(it.place.article).file.clone();
            (file, self.story.words(it.place).to_owned())
        };
        let utterances = self.comparison.utterances.iter();
        utterances
            .map(|it| it.witnesses.iter().map(told).collect())
            .collect()
    }

    fn finding(&self, kind: FindingKind) -> Option<&crossread::model::Finding> {
        self.comparison.findings.iter().find(|it| it.kind == kind)
    }

    fn json(&self) -> String {
        report::json::comparison(&self.story, &self.comparison, &[])
    }

    fn page(&self, format: Format) -> String {
        let material = Material {
            story: &self.story,
            comparison: &self.comparison,
            problems: &[],
        };
        match report::contents(format, &material, None) {
            Contents::Page(page) => page,
            Contents::Pages(_) => panic!("one page"),
        }
    }
}

fn reject(set: &Set, kind: FindingKind) -> Decision {
    Decision::JudgeFinding {
        finding: anchor::finding(&set.story, set.finding(kind).expect("a finding")),
        judgment: Judgment::Rejected,
    }
}

#[test]
fn a_rejected_finding_leaves_the_list_and_comes_back() {
    let mut set = Set::new(&[NORTH, COAST, DAILY]);
    let before = set.comparison.findings.len();
    let rejected = reject(&set, FindingKind::Attribution);
    set.decide(rejected.clone());
    assert_eq!(set.comparison.findings.len(), before - 1);
    assert_eq!(set.comparison.rejected.len(), 1);
    assert_eq!(set.finding(FindingKind::Attribution), None);
    for format in [Format::Text, Format::Html, Format::Markdown] {
        assert!(set.page(format).contains("Rejected by the reader"));
    }
    assert!(set.json().contains("\"id\": \"R1\""));
    let Decision::JudgeFinding { finding, .. } = rejected else {
        unreachable!("as it was made")
    };
    let judgment = Judgment::Open;
    set.decide(Decision::JudgeFinding { finding, judgment });
    assert_eq!(set.comparison.findings.len(), before);
    assert_eq!(set.comparison.rejected, []);
}

#[test]
fn an_accepted_finding_is_marked() {
    let mut set = Set::new(&[NORTH, COAST]);
    let finding = set
        .finding(FindingKind::Attribution)
        .expect("a finding")
        .clone();
    set.decide(Decision::JudgeFinding {
        finding: anchor::finding(&set.story, &finding),
        judgment: Judgment::Accepted,
    });
    let [at] = set.comparison.accepted[..] else {
        panic!("{:?}", set.comparison.accepted)
    };
    assert_eq!(set.comparison.findings[at], finding);
    for format in [Format::Text, Format::Html, Format::Markdown] {
        assert!(set.page(format).contains("accepted by the reader"));
    }
    assert!(set.json().contains("\"accepted\": true"));
}

#[test]
fn a_judgment_outlives_other_articles() {
    let mut set = Set::new(&[NORTH, COAST]);
    let decision = reject(&set, FindingKind::Attribution);
    set.decide(decision);
    let more = set.on(&[NORTH, COAST, DAILY]);
    assert_eq!(more.last(), Standing::Applied);
    assert_eq!(more.comparison.rejected.len(), 1);
    let fewer = set.on(&[NORTH, DAILY]);
    assert_eq!(fewer.comparison.rejected, []);
    let none = set.on(&[DAILY]);
    assert_eq!(none.last(), Standing::NotHere);
}

#[test]
fn a_source_is_the_readers() {
    let mut set = Set::new(&[NORTH, COAST]);
    assert_eq!(
        set.comparison.utterances[0].attribution,
        Attribution::Differs
    );
    set.decide(Decision::SetSources {
        quotation: set.words("coast.txt", OPENED),
        sources: vec![set.words("coast.txt", "Ada Ruiz")],
    });
    let said = set.quotation("coast.txt", OPENED).expect("a quotation");
    assert_eq!(said.sources[0].rule, SourceRule::Reader);
    assert_eq!(set.sources("coast.txt", OPENED), ["Ada Ruiz"]);
    assert!(
        set.page(Format::Text)
            .contains("Ada Ruiz (set by the reader)"),
        "{}",
        set.page(Format::Text)
    );
    assert!(set.json().contains("\"rule\": \"reader\""));
    set.decide(Decision::SetSources {
        quotation: set.words("coast.txt", OPENED),
        sources: Vec::new(),
    });
    assert_eq!(set.sources("coast.txt", OPENED), [""; 0]);
}

#[test]
fn a_source_may_be_words_that_name_no_person() {
    let mut set = Set::new(&[NORTH, COAST]);
    set.decide(Decision::SetSources {
        quotation: set.words("coast.txt", OPENED),
        sources: vec![set.words("coast.txt", "the town hall")],
    });
    assert_eq!(set.sources("coast.txt", OPENED), ["the town hall"]);
}

#[test]
fn bounds_and_kind_are_the_readers() {
    let mut set = Set::new(&[NORTH]);
    let extraordinary = "quite extraordinary.";
    set.decide(Decision::SetQuotation {
        quotation: set.words("north.txt", extraordinary),
        bounds: set.words("north.txt", "extraordinary"),
        kind: QuotationKind::Scare,
    });
    assert_eq!(set.quotation("north.txt", extraordinary), None);
    let said = set
        .quotation("north.txt", "extraordinary")
        .expect("a quotation");
    assert_eq!(
        (said.kind, said.flags.by_reader),
        (QuotationKind::Scare, true)
    );
    // Back to where it was, by where it stands now.
    set.decide(Decision::SetQuotation {
        quotation: set.words("north.txt", "extraordinary"),
        bounds: set.words("north.txt", extraordinary),
        kind: QuotationKind::Mixed,
    });
    let said = set
        .quotation("north.txt", extraordinary)
        .expect("a quotation");
    assert_eq!(said.kind, QuotationKind::Mixed);
    assert_eq!(set.sources("north.txt", extraordinary), ["Ada Ruiz"]);
}

#[test]
fn a_quotation_without_marks_is_made_one() {
    let mut set = Set::new(&[NORTH]);
    let words = set.words(
        "north.txt",
        "Water rose in the lower town until the evening.",
    );
    set.decide(Decision::SetQuotation {
        quotation: words.clone(),
        bounds: words.clone(),
        kind: QuotationKind::Direct,
    });
    let sources = vec![set.words("north.txt", "Josef Brandt")];
    set.decide(Decision::SetSources {
        quotation: words,
        sources,
    });
    let said = "Water rose in the lower town until the evening.";
    assert_eq!(set.sources("north.txt", said), ["Josef Brandt"]);
}

#[test]
fn what_is_no_quotation_is_none_until_it_is_one_again() {
    let mut set = Set::new(&[NORTH, COAST]);
    let before = set.json();
    let quotation = set.words("north.txt", OPENED);
    set.decide(Decision::NoQuotation {
        quotation: quotation.clone(),
    });
    assert_eq!(set.quotation("north.txt", OPENED), None);
    assert_eq!(set.utterances().len(), 1);
    set.decide(Decision::SetQuotation {
        bounds: quotation.clone(),
        quotation,
        kind: QuotationKind::Direct,
    });
    assert_eq!(set.utterances().len(), 2);
    set.log.undo();
    set.log.undo();
    set.compare(&Cache::default());
    assert_eq!(set.json(), before);
}

#[test]
fn utterances_are_put_apart_and_together() {
    let mut set = Set::new(&[NORTH, COAST, DAILY]);
    let before = set.utterances();
    assert_eq!(before.len(), 2);
    set.decide(Decision::SplitUtterance {
        witnesses: vec![set.words("coast.txt", OPENED)],
    });
    let files = |set: &Set, said: &str| {
        let mut all = set.utterances().into_iter();
        let of = all.find(|it| it[0].1 == said).unwrap_or_default();
        of.into_iter().map(|it| it.0).collect::<Vec<_>>()
    };
    assert_eq!(files(&set, OPENED), ["daily.txt", "north.txt"]);
    set.decide(Decision::MergeUtterances {
        one: set.words("coast.txt", OPENED),
        other: set.words("daily.txt", OPENED),
    });
    assert_eq!(files(&set, OPENED), ["coast.txt", "daily.txt", "north.txt"]);
    let by_reader: Vec<bool> = set
        .comparison
        .utterances
        .iter()
        .map(|it| it.by_reader)
        .collect();
    assert_eq!(by_reader.iter().filter(|it| **it).count(), 1);
    // Two things said, which the reader takes for one.
    set.decide(Decision::MergeUtterances {
        one: set.words("coast.txt", OPENED),
        other: set.words("north.txt", NOBODY),
    });
    assert_eq!(set.utterances().len(), 1);
    assert_eq!(set.utterances()[0].len(), 6);
}

#[test]
fn two_names_are_one_person() {
    let mut set = Set::new(&[NORTH, COAST]);
    assert_eq!(
        set.comparison.utterances[0].attribution,
        Attribution::Differs
    );
    set.decide(Decision::MergePeople {
        one: set.words("north.txt", "Josef Brandt"),
        other: set.words("coast.txt", "Tomas Quill"),
    });
    assert_eq!(
        set.comparison.utterances[0].attribution,
        Attribution::Agrees
    );
    let joined: Vec<_> = set
        .comparison
        .speakers
        .iter()
        .filter(|it| it.by_reader)
        .collect();
    assert_eq!(joined.len(), 1);
    assert_eq!(joined[0].quotations.len(), 2);
}

#[test]
fn furniture_is_marked_and_unmarked() {
    let mut set = Set::new(&[NORTH, COAST]);
    let words = set.words("north.txt", "Shops in the old street sold candles.");
    let span = Span::new(
        &set.article("north.txt").text,
        words.start..words.start + words.exact.len(),
    );
    let span = span.expect("in the text");
    let kind = |set: &Set| {
        let blocks = set.article("north.txt").blocks.iter();
        blocks
            .filter(|it| it.span.overlaps(span))
            .map(|it| it.kind)
            .collect::<Vec<_>>()
    };
    assert_eq!(kind(&set), [BlockKind::Prose]);
    let sentences = |set: &Set| set.story.annotations(set.idx("north.txt")).sentences.len();
    let before = sentences(&set);
    set.decide(Decision::SetFurniture {
        words: words.clone(),
        kind: Some(FurnitureKind::Related),
    });
    assert_eq!(kind(&set), [BlockKind::Furniture(FurnitureKind::Related)]);
    assert_eq!(sentences(&set), before - 1);
    set.decide(Decision::SetFurniture { words, kind: None });
    assert_eq!(kind(&set), [BlockKind::Prose]);
}

#[test]
fn outlet_date_and_headline_are_the_readers() {
    let mut set = Set::new(&[NORTH, COAST]);
    let article = anchor::article(set.article("north.txt"));
    let date = Date {
        year: 2031,
        month: 4,
        day: 9,
    };
    set.decide(Decision::RenameOutlet {
        article: article.clone(),
        name: "Northern Post".to_owned(),
    });
    set.decide(Decision::SetDate {
        article,
        date: Some(date),
    });
    let line =
        "Water rose in the lower town until the evening. Shops in the old street sold candles.";
    set.decide(Decision::SetHeadline {
        words: set.words("north.txt", "Water rose"),
    });
    let article = set.article("north.txt");
    assert_eq!(article.outlet.name, "Northern Post");
    assert_eq!(article.outlet.basis, OutletBasis::User);
    assert_eq!(article.published.map(|it| it.date), Some(date));
    assert_eq!(
        article.headline().map(|it| it.of(&article.text)),
        Some(line)
    );
    let told = "outlet, date, headline set by the reader";
    let text = set.page(Format::Text);
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains(told), "{text}");
    // The file is as it was read.
    let read = set.articles.iter().find(|it| it.file == "north.txt");
    assert_eq!(read.map(|it| it.outlet.name.as_str()), Some("north"));
}

#[test]
fn notes_and_tags_hang_on_anything() {
    let mut set = Set::new(&[NORTH, COAST]);
    let finding = set.finding(FindingKind::Attribution).expect("a finding");
    let targets = [
        Target::Finding(anchor::finding(&set.story, finding)),
        Target::Utterance(anchor::utterance(&set.story, &set.comparison.utterances[1])),
        Target::Quotation(set.words("north.txt", "quite extraordinary.")),
        Target::Article(anchor::article(set.article("coast.txt"))),
        Target::Words(set.words("north.txt", "sold candles")),
    ];
    for on in &targets {
        set.decide(Decision::Note {
            on: on.clone(),
            text: "first".to_owned(),
        });
        set.decide(Decision::Note {
            on: on.clone(),
            text: "ask the harbor".to_owned(),
        });
        for tag in ["b", "a", "c"] {
            let (on, tag) = (on.clone(), tag.to_owned());
            set.decide(Decision::Tag { on, tag });
        }
        set.decide(Decision::Untag {
            on: on.clone(),
            tag: "c".to_owned(),
        });
    }
    let notes = &set.comparison.notes;
    assert_eq!(notes.len(), targets.len());
    for note in notes {
        assert_eq!(
            (note.text.as_str(), &note.tags[..]),
            ("ask the harbor", &["a".to_owned(), "b".to_owned()][..])
        );
    }
    let rejected = reject(&set, FindingKind::Attribution);
    set.decide(rejected);
    for format in [Format::Text, Format::Html, Format::Markdown] {
        let page = set.page(format).replace('\\', "");
        let told = page.matches("ask the harbor").count();
        assert_eq!(told, targets.len(), "{page}");
        assert_eq!(page.matches("#a #b").count(), targets.len());
        for link in page.split("href=\"#").skip(1) {
            let id = link.split('"').next().unwrap_or_default();
            assert!(page.contains(&format!("id=\"{id}\"")), "{id}");
        }
    }
    assert_eq!(
        set.comparison.notes.last().map(|it| it.on),
        Some(Noted::Rejected(0))
    );
    set.decide(Decision::Note {
        on: targets[4].clone(),
        text: String::new(),
    });
    assert_eq!(set.comparison.notes.len(), targets.len());
    for tag in ["a", "b"] {
        let (on, tag) = (targets[4].clone(), tag.to_owned());
        set.decide(Decision::Untag { on, tag });
    }
    assert_eq!(set.comparison.notes.len(), targets.len() - 1);
}

#[test]
fn decisions_outlive_small_edits_of_the_text() {
    let mut set = Set::new(&[NORTH, COAST]);
    set.decide(Decision::SetSources {
        quotation: set.words("coast.txt", OPENED),
        sources: vec![set.words("coast.txt", "Ada Ruiz")],
    });
    let article = anchor::article(set.article("coast.txt"));
    set.decide(Decision::RenameOutlet {
        article,
        name: "The Coast".to_owned(),
    });
    let edited = COAST
        .1
        .replace("company director", "the director of the company,");
    let edited = edited.replace("at noon because the", "at noon, because all the");
    let after = set.on(&[NORTH, (COAST.0, &edited)]);
    assert_eq!(after.comparison.standings, [Standing::Applied; 2]);
    assert_eq!(after.article("coast.txt").outlet.name, "The Coast");
    let said = "We opened the second gate at noon, because all the pumps had failed,";
    assert_eq!(after.sources("coast.txt", said), ["Ada Ruiz"]);
}

#[test]
fn a_lost_anchor_is_lost_and_moves_nowhere() {
    // The same words stand in it three times, each time beside others.
    let long = format!("{}\n\n{}\n\n{}", COAST.1, NORTH.1, DAILY.1);
    let long = (COAST.0, long.as_str());
    let mut set = Set::new(&[NORTH, long]);
    let quotation = set.words("coast.txt", OPENED);
    set.decide(Decision::NoQuotation { quotation });
    let paragraph = COAST.1.lines().nth(2).expect("a paragraph");
    let without = long
        .1
        .replace(paragraph, "The company director was not to be reached.");
    let after = set.on(&[NORTH, (COAST.0, without.as_str())]);
    assert_eq!(after.last(), Standing::Lost(Loss::Words));
    assert!(after.quotation("coast.txt", OPENED).is_some());
    assert!(after.quotation("north.txt", OPENED).is_some());
    // A file of the same name with another article in it.
    let mut set = Set::new(&[NORTH, COAST]);
    let quotation = set.words("coast.txt", OPENED);
    set.decide(Decision::NoQuotation { quotation });
    let other = set.on(&[NORTH, (COAST.0, DAILY.1)]);
    assert_eq!(other.last(), Standing::NotHere);
    assert!(other.quotation("coast.txt", OPENED).is_some());
    // No quotation where a source was to be set.
    let mut set = Set::new(&[NORTH]);
    let decision = Decision::SetSources {
        quotation: set.words("north.txt", "sold candles"),
        sources: Vec::new(),
    };
    set.log.decide(decision, 0);
    set.compare(&Cache::default());
    assert_eq!(set.last(), Standing::Lost(Loss::Nothing));
}

#[test]
fn annotations_are_cached_by_what_was_decided() {
    let cache = Cache::default();
    let mut set = Set::new(&[NORTH, COAST]);
    set.compare(&cache);
    let (before, json) = (set.story.clone(), set.json());
    let quotation = set.words("coast.txt", OPENED);
    set.log.decide(Decision::NoQuotation { quotation }, 0);
    set.compare(&cache);
    assert!(set.quotation("coast.txt", OPENED).is_none());
    let is_kept = |idx: usize| Arc::ptr_eq(&before.articles[idx].1, &set.story.articles[idx].1);
    assert_eq!((is_kept(0), is_kept(1)), (false, true));
    set.log.undo();
    set.compare(&cache);
    assert_eq!(set.json(), json);
}

/// What a decision is drawn from: which kind, which articles and words, by chance.
#[derive(Clone, Debug)]
struct Draw {
    kind: usize,
    article: usize,
    range: (usize, usize),
    other: (usize, usize),
    pick: usize,
}

fn draw() -> impl Strategy<Value = Draw> {
    let range = || (0..600_usize, 1..120_usize);
    (0..14_usize, 0..3_usize, range(), range(), 0..5_usize).prop_map(
        |(kind, article, range, other, pick)| Draw {
            kind,
            article,
            range,
            other,
            pick,
        },
    )
}

fn drawn(set: &Set, draw: &Draw) -> Option<Decision> {
    let idx = ArticleIdx(draw.article);
    let words = |idx: ArticleIdx, (start, len): (usize, usize)| {
        let article = set.story.article(idx);
        let start = start % article.text.len();
        let span = Span::new(&article.text, start..start + len)?;
        Some(anchor::words(
            &anchor::article(article),
            &article.text,
            span,
        ))
    };
    let one = words(idx, draw.range)?;
    let other = words(idx, draw.other)?;
    let next = words(ArticleIdx((draw.article + 1) % 3), draw.other)?;
    let quotations = &set.story.annotations(idx).quotations;
    let quotation = match quotations.get(draw.pick) {
        Some(it) => words(idx, (it.span.start(), it.span.len()))?,
        None => one.clone(),
    };
    let kind = [
        QuotationKind::Direct,
        QuotationKind::Mixed,
        QuotationKind::Scare,
        QuotationKind::Reported,
    ][draw.pick % 4];
    let article = anchor::article(set.story.article(idx));
    let finding = set.comparison.findings.get(draw.pick);
    let finding = finding.map(|it| anchor::finding(&set.story, it));
    Some(match draw.kind {
        0 => Decision::JudgeFinding {
            finding: finding?,
            judgment: [Judgment::Open, Judgment::Accepted, Judgment::Rejected][draw.pick % 3],
        },
        1 => Decision::SetSources {
            quotation,
            sources: vec![other],
        },
        2 => Decision::SetQuotation {
            quotation,
            bounds: other,
            kind,
        },
        3 => Decision::SetQuotation {
            quotation: one.clone(),
            bounds: one,
            kind,
        },
        4 => Decision::NoQuotation { quotation },
        5 => Decision::MergeUtterances {
            one: quotation,
            other: next,
        },
        6 => Decision::SplitUtterance {
            witnesses: vec![quotation, next],
        },
        7 => Decision::SetFurniture {
            words: one,
            kind: (draw.pick > 1).then_some(FurnitureKind::Related),
        },
        8 => Decision::RenameOutlet {
            article,
            name: format!("Outlet {}", draw.pick),
        },
        9 => Decision::SetDate {
            article,
            date: None,
        },
        10 => Decision::SetHeadline { words: one },
        11 => Decision::MergePeople {
            one: quotation,
            other: next,
        },
        12 => Decision::Note {
            on: Target::Quotation(quotation),
            text: "why".to_owned(),
        },
        _ => Decision::Tag {
            on: Target::Finding(finding?),
            tag: "t".to_owned(),
        },
    })
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 48,
        rng_seed: RngSeed::Fixed(2031),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    /// Any decisions at all keep what is promised of every comparison; undone they leave what was
    /// there before, redone what was there after.
    #[test]
    fn any_decisions_undone_and_redone(draws in prop::collection::vec(draw(), 1..8)) {
        let mut set = Set::new(&[NORTH, COAST, DAILY]);
        let (first, first_log) = (set.json(), set.log.clone());
        for draw in &draws {
            if let Some(decision) = drawn(&set, draw) {
                set.log.decide(decision, 1);
                set.compare(&Cache::default());
                let broken = laws::broken(&set.story, &set.comparison);
                prop_assert!(broken.is_empty(), "{}", broken.join("\n"));
                prop_assert_eq!(set.comparison.standings.len(), set.log.done().len());
            }
        }
        let (last, last_log) = (set.json(), set.log.clone());
        while set.log.undo().is_some() {}
        set.compare(&Cache::default());
        prop_assert_eq!(set.json(), first);
        prop_assert_eq!(set.log.done(), first_log.done());
        while set.log.redo().is_some() {}
        set.compare(&Cache::default());
        prop_assert_eq!(set.json(), last);
        prop_assert_eq!(set.log, last_log);
    }
}

//! The bundled sample as a list of what is planted in it: each plant must come out, and nothing
//! false may stand beside it. The first thing that a new user sees is this comparison.

use std::sync::LazyLock;
use std::sync::atomic::AtomicBool;

use crossread::model::{
    ArticleIdx, Attribution, BlockKind, Comparison, Edit, EditKind, Evidence, EvidenceKind,
    FactKind, FactRow, FindingKind, FurnitureKind, Name, OutletBasis, Place, Quotation,
    QuotationKind, SourceRule, Span, Story, Utterance, Verdict, Voice,
};
use crossread::pipeline::{self, Cache, Watch};

const FLARE: ArticleIdx = ArticleIdx(0);
const WIRE: ArticleIdx = ArticleIdx(1);
const LEAD_LINE: ArticleIdx = ArticleIdx(2);
const LEDGER: ArticleIdx = ArticleIdx(3);
const NORTHLIGHT: ArticleIdx = ArticleIdx(4);

static SAMPLE: LazyLock<Sample> = LazyLock::new(|| {
    let (articles, problems) = pipeline::read(&pipeline::sample(), &[]);
    assert_eq!(problems, []);
    let watch = Watch {
        progress: &|_| {},
        cancel: &AtomicBool::new(false),
    };
    let (story, comparison) =
        pipeline::compare(&articles, &[], &Cache::default(), &watch).expect("nobody cancels");
    Sample { story, comparison }
});

struct Sample {
    story: Story,
    comparison: Comparison,
}

impl Sample {
    fn words(&self, article: ArticleIdx, span: Span) -> &str {
        self.story.words(Place { article, span })
    }

    /// The quotation of `article` that begins with `words`.
    #[track_caller]
    fn quotation(&self, article: ArticleIdx, words: &str) -> &Quotation {
        let quotations = &self.story.annotations(article).quotations;
        quotations
            .iter()
            .find(|it| self.words(article, it.span).starts_with(words))
            .unwrap_or_else(|| panic!("no quotation “{words}”"))
    }

    fn source(&self, article: ArticleIdx, quotation: &Quotation) -> Option<&str> {
        let span = match quotation.sources.first()?.name {
            Name::Person(idx) => self.story.annotations(article).people[idx].name,
            Name::Words(span) => span,
        };
        Some(self.words(article, span))
    }

    /// The utterance with a witness that begins with `words`.
    #[track_caller]
    fn utterance(&self, words: &str) -> &Utterance {
        self.comparison
            .utterances
            .iter()
            .find(|it| {
                it.witnesses
                    .iter()
                    .any(|it| self.story.words(it.place).starts_with(words))
            })
            .unwrap_or_else(|| panic!("no utterance “{words}”"))
    }

    /// What is done to an utterance in `article`, as `kind: words of the base -> words there`.
    fn edits(&self, utterance: &Utterance, article: ArticleIdx) -> Vec<String> {
        let shown = |witness: usize, span: Option<Span>| {
            span.map_or("", |it| {
                self.words(utterance.witnesses[witness].place.article, it)
            })
        };
        utterance
            .edits
            .iter()
            .filter(|it| utterance.witnesses[it.to].place.article == article)
            .map(|it| {
                let (from, to) = (shown(it.from, it.from_span), shown(it.to, it.to_span));
                format!("{:?}: {from} -> {to}", it.kind)
            })
            .collect()
    }

    /// The one edit of that kind in `article`.
    #[track_caller]
    fn edit<'a>(&self, utterance: &'a Utterance, article: ArticleIdx, kind: EditKind) -> &'a Edit {
        utterance
            .edits
            .iter()
            .find(|it| utterance.witnesses[it.to].place.article == article && it.kind == kind)
            .unwrap_or_else(|| panic!("no {kind:?}: {:?}", self.edits(utterance, article)))
    }

    fn row(&self, words: &str) -> Option<&FactRow> {
        self.comparison.facts.iter().find(|row| {
            row.cells.iter().any(|cell| {
                cell.spans
                    .iter()
                    .any(|it| self.words(cell.article, *it) == words)
            })
        })
    }

    fn evidence(&self, article: ArticleIdx, kind: EvidenceKind) -> Vec<(&str, Voice)> {
        let shown = |it: &Evidence| (self.words(article, it.span), it.voice);
        let found = self.story.annotations(article).evidence.iter();
        found.filter(|it| it.kind == kind).map(shown).collect()
    }
}

/// `article` has an edit of that kind in the utterance that begins with `words`.
#[track_caller]
fn check_edit(words: &str, article: ArticleIdx, expected: &str) {
    let utterance = SAMPLE.utterance(words);
    let found = SAMPLE.edits(utterance, article);
    assert!(found.iter().any(|it| it == expected), "{found:#?}");
}

#[track_caller]
fn check_source(article: ArticleIdx, words: &str, source: &str, rule: SourceRule) {
    let quotation = SAMPLE.quotation(article, words);
    assert_eq!(SAMPLE.source(article, quotation), Some(source));
    assert_eq!(quotation.sources[0].rule, rule);
}

#[test]
fn each_article_has_300_to_700_words_of_prose() {
    for idx in SAMPLE.story.indices() {
        let article = SAMPLE.story.article(idx);
        let n_words: usize = article
            .paragraphs()
            .map(|it| it.of(&article.text).split_whitespace().count())
            .sum();
        assert!(
            (300..=700).contains(&n_words),
            "{}: {n_words}",
            article.file
        );
    }
}

#[test]
fn each_article_has_a_summary_and_most_have_something_of_their_own() {
    let summaries = &SAMPLE.comparison.summaries;
    for (idx, summary) in SAMPLE.story.indices().zip(summaries) {
        let file = &SAMPLE.story.article(idx).file;
        assert!(summary.sentences.len() > 1, "{file}");
    }
    let with_own = summaries.iter().filter(|it| !it.only_here.is_empty());
    assert_eq!(with_own.count(), 4);
}

#[test]
fn two_files_name_their_outlet() {
    let shown: Vec<_> = SAMPLE
        .story
        .indices()
        .map(|it| SAMPLE.story.article(it))
        .map(|it| (it.outlet.name.as_str(), it.outlet.basis))
        .collect();
    assert_eq!(
        shown,
        [
            ("Daily Flare", OutletBasis::FileName),
            ("Harbor Wire", OutletBasis::Dateline),
            ("Lead Line", OutletBasis::FileName),
            ("Merrowport Ledger", OutletBasis::Dateline),
            ("Northlight News", OutletBasis::FileName),
        ]
    );
}

#[test]
fn heads_are_read_and_what_is_not_shown_stays_empty() {
    let head = |idx: ArticleIdx| {
        let article = SAMPLE.story.article(idx);
        let words = |it: Option<Span>| it.map(|it| it.of(&article.text));
        [
            words(article.headline()),
            words(article.dek()),
            words(article.byline()),
        ]
    };
    assert_eq!(head(WIRE), [None; 3]);
    assert_eq!(
        head(LEAD_LINE),
        [
            Some("Two briefings, one password and not a sheet of paper"),
            Some(
                "Officials say that a stranger closed the gate at Merrowport, and nobody has \
                 shown how they know"
            ),
            Some("Silas Wray"),
        ]
    );
    for idx in [FLARE, LEDGER, NORTHLIGHT] {
        assert!(head(idx).iter().all(Option::is_some), "{:?}", head(idx));
    }
    let published: Vec<Option<String>> = SAMPLE
        .story
        .indices()
        .map(|it| SAMPLE.story.article(it).published)
        .map(|it| it.map(|it| it.date.to_string()))
        .collect();
    assert_eq!(
        published,
        [None, None, None, None, Some("2031-11-05".to_owned())]
    );
}

#[test]
fn furniture_of_every_kind_is_found() {
    let found: Vec<(FurnitureKind, &str)> = SAMPLE
        .story
        .indices()
        .map(|it| SAMPLE.story.article(it))
        .flat_map(|article| {
            article.blocks.iter().filter_map(|it| match it.kind {
                BlockKind::Furniture(kind) => Some((kind, it.span.of(&article.text))),
                BlockKind::Headline
                | BlockKind::Dek
                | BlockKind::Byline
                | BlockKind::Prose
                | BlockKind::Subhead
                | BlockKind::ListItem
                | BlockKind::Quote => None,
            })
        })
        .collect();
    for (kind, start) in [
        (FurnitureKind::Caption, "1 of 2 | The Evening Tern"),
        (FurnitureKind::Caption, "STRICKEN: the Evening Tern"),
        (FurnitureKind::Caption, "Ledger photo: passengers"),
        (FurnitureKind::Credit, "Reporting by Ada Lorne"),
        (FurnitureKind::Credit, "Harbor Wire contributed"),
        (FurnitureKind::Navigation, "Skip to main content"),
        (FurnitureKind::Navigation, "Latest headlines"),
        (FurnitureKind::Related, "Seal pup moves into"),
        (FurnitureKind::Related, "The storm gate, day by day"),
        (FurnitureKind::Bio, "Silas Wray is a contributing editor"),
        (FurnitureKind::Duplicate, "Gate built to keep out the sea"),
        (FurnitureKind::Dateline, "MERROWPORT, Nov. 5 (Harbor Wire)"),
        (FurnitureKind::Timestamp, "Updated: November 5, 2031"),
        (FurnitureKind::Timestamp, "6 min read"),
        (FurnitureKind::Other, "Powered by automated narration"),
    ] {
        let shown = found
            .iter()
            .any(|it| it.0 == kind && it.1.starts_with(start));
        assert!(shown, "{kind:?} {start}: {found:#?}");
    }
}

#[test]
fn furniture_is_never_a_quotation_a_quantity_or_evidence() {
    for idx in SAMPLE.story.indices() {
        let article = SAMPLE.story.article(idx);
        let annotations = SAMPLE.story.annotations(idx);
        let quotations = annotations.quotations.iter().map(|it| it.span);
        let quantities = annotations.quantities.iter().map(|it| it.span);
        let evidence = annotations.evidence.iter().map(|it| it.span);
        for span in quotations.chain(quantities).chain(evidence) {
            let readable = article.readable().any(|it| it.covers(span));
            assert!(readable, "{}", span.of(&article.text));
        }
    }
}

#[test]
fn one_sentence_is_attributed_to_two_officials() {
    let utterance = SAMPLE.utterance("The gate did exactly what it was told to do");
    assert_eq!(utterance.attribution, Attribution::Differs);
    let mut who: Vec<&str> = utterance
        .speakers
        .iter()
        .map(|it| SAMPLE.story.words(SAMPLE.comparison.speakers[*it].name))
        .collect();
    who.sort_unstable();
    assert_eq!(who, ["Conrad Pell", "Helena Torvane"]);
    let others = SAMPLE
        .comparison
        .utterances
        .iter()
        .filter(|it| it.attribution == Attribution::Differs);
    assert_eq!(others.count(), 1);
    assert_eq!(SAMPLE.comparison.findings[0].kind, FindingKind::Attribution);
}

#[test]
fn a_hedge_is_cut_off_the_beginning() {
    let words = "Someone signed in to the control system";
    check_edit(words, FLARE, "Cut: We assess that -> ");
    let edit = SAMPLE.edit(SAMPLE.utterance(words), FLARE, EditKind::Cut);
    assert!(edit.flags.hedge && edit.flags.recapitalised && !edit.marked);
}

#[test]
fn an_either_or_becomes_one_cause() {
    let words = "The alarm itself had failed";
    check_edit(
        words,
        NORTHLIGHT,
        "Cut: Either the alarm was switched off for repairs and nobody switched it on again, or -> ",
    );
    let edit = SAMPLE.edit(SAMPLE.utterance(words), NORTHLIGHT, EditKind::Cut);
    assert!(edit.flags.recapitalised && !edit.marked);
}

#[test]
fn words_are_cut_off_the_end() {
    let words = "We have taken the gate off the network";
    check_edit(words, FLARE, "Cut: what happened to it -> ");
}

#[test]
fn an_ellipsis_marks_a_cut() {
    let words = "He reversed his engines";
    check_edit(
        words,
        LEDGER,
        "Ellipsis: He reversed his engines, he sounded the horn -> ",
    );
    let edit = SAMPLE.edit(SAMPLE.utterance(words), LEDGER, EditKind::Ellipsis);
    assert!(edit.marked);
}

#[test]
fn a_bracket_names_the_contractor() {
    check_edit(
        "It is quite extraordinary",
        LEDGER,
        "Bracket: a contractor -> Tidewright",
    );
}

#[test]
fn a_quotation_begins_earlier_elsewhere() {
    check_edit(
        "You are right to ask",
        LEDGER,
        "Extension:  -> You are right to ask, and",
    );
}

#[test]
fn two_sentences_become_one_and_one_becomes_two() {
    check_edit(
        "We have taken the gate off the network",
        FLARE,
        "Splice: network. It -> network, it",
    );
    check_edit(
        "There was no bang",
        NORTHLIGHT,
        "Split: bang, there -> bang. There",
    );
}

#[test]
fn a_time_moves_to_another_sentence() {
    check_edit(
        "We can confirm that no order",
        LEDGER,
        "Moved: after nine that evening -> After nine that evening",
    );
}

#[test]
fn a_word_changes() {
    check_edit("Either the alarm", WIRE, "Wording: ought to -> should");
}

#[test]
fn a_fragment_is_found_in_the_full_quotation() {
    let utterance = SAMPLE.utterance("long iron groan");
    let articles: Vec<ArticleIdx> = utterance
        .witnesses
        .iter()
        .map(|it| it.place.article)
        .collect();
    assert_eq!(articles, [FLARE, LEAD_LINE, NORTHLIGHT]);
    assert_eq!(utterance.attribution, Attribution::Agrees);
}

#[test]
fn a_quotation_is_told_without_marks_elsewhere() {
    check_source(
        NORTHLIGHT,
        "She said that the gate had been cut off",
        "Helena Torvane",
        SourceRule::Pronoun,
    );
    check_source(
        FLARE,
        "Spokeswoman Helena Torvane admitted that the alarm was switched off",
        "Helena Torvane",
        SourceRule::Named,
    );
}

#[test]
fn sources_are_found_by_every_rule() {
    let (named, interrupted) = (SourceRule::Named, SourceRule::Interrupted);
    check_source(WIRE, "The gate did exactly", "Helena Torvane", named);
    check_source(
        NORTHLIGHT,
        "We assess that",
        "Conrad Pell",
        SourceRule::Pronoun,
    );
    check_source(
        LEAD_LINE,
        "Before I looked for a clever man",
        "Marcus Thole",
        SourceRule::Pronoun,
    );
    check_source(WIRE, "Nobody at the desk", "Helena Torvane", interrupted);
    check_source(FLARE, "He likes herring.", "Tomas Reik", interrupted);
    check_source(
        LEDGER,
        "We wrote again in June.",
        "Dorothea Finch",
        SourceRule::Continued,
    );
}

#[test]
fn a_quotation_goes_on_over_a_paragraph() {
    let first = SAMPLE.quotation(LEDGER, "We said that there was one password");
    let second = SAMPLE.quotation(LEDGER, "We wrote again in June.");
    assert!(first.flags.continues && !first.flags.unclosed);
    assert!(second.flags.resumed);
}

#[test]
fn the_unclosed_mark_is_flagged_and_ends_before_the_cue() {
    let quotation = SAMPLE.quotation(FLARE, "There was no bang");
    assert!(quotation.flags.unclosed);
    assert!(SAMPLE.words(FLARE, quotation.span).ends_with("to close,"));
    assert_eq!(SAMPLE.source(FLARE, quotation), Some("Agnes Bellow"));
    let unclosed = SAMPLE
        .story
        .indices()
        .flat_map(|it| &SAMPLE.story.annotations(it).quotations)
        .filter(|it| it.flags.unclosed);
    assert_eq!(unclosed.count(), 1);
}

#[test]
fn a_nested_quotation_stays_inside() {
    let quotation = SAMPLE.quotation(NORTHLIGHT, "The steward kept saying");
    assert_eq!(
        SAMPLE.words(NORTHLIGHT, quotation.span),
        "The steward kept saying, ‘Walk, don’t run, and leave the bags,’ and so we walked."
    );
}

#[test]
fn straight_and_curly_marks_stand_in_one_file() {
    for words in ["The gate did exactly", "You are right to ask"] {
        let quotation = SAMPLE.quotation(LEDGER, words);
        assert_eq!(quotation.kind, QuotationKind::Direct);
        assert_eq!(SAMPLE.source(LEDGER, quotation), Some("Helena Torvane"));
    }
}

#[test]
fn every_quotation_but_a_scare_quotation_has_a_source() {
    for idx in SAMPLE.story.indices() {
        for quotation in &SAMPLE.story.annotations(idx).quotations {
            let words = SAMPLE.words(idx, quotation.span);
            let scare = quotation.kind == QuotationKind::Scare;
            assert_eq!(scare, quotation.sources.is_empty(), "{words}");
            assert_eq!(scare, words == "assess,", "{words}");
        }
    }
}

#[test]
fn the_count_of_the_injured_differs() {
    let row = SAMPLE.row("Nine people").expect("a row of the injured");
    assert_eq!(row.verdict, Verdict::Differs);
    let cells: Vec<(ArticleIdx, &str)> = row
        .cells
        .iter()
        .map(|it| (it.article, SAMPLE.words(it.article, it.spans[0])))
        .collect();
    assert_eq!(
        cells,
        [
            (FLARE, "Fourteen people"),
            (WIRE, "Nine people"),
            (NORTHLIGHT, "At least nine people"),
        ]
    );
}

#[test]
fn the_rescued_the_booked_and_the_treated_do_not_conflict() {
    let rescued = SAMPLE
        .row("dozens of passengers")
        .expect("a row of the rescued");
    assert_eq!(rescued.verdict, Verdict::Refines);
    let treated = SAMPLE.row("14 people").expect("a row of the treated");
    assert_eq!(treated.verdict, Verdict::OnlyOne);
    let booked = SAMPLE.row("About 400 people");
    assert!(booked.is_none_or(|it| it.verdict == Verdict::OnlyOne));
    let differing = SAMPLE
        .comparison
        .facts
        .iter()
        .filter(|it| it.kind == FactKind::Quantity && it.verdict == Verdict::Differs);
    assert_eq!(differing.count(), 1);
}

#[test]
fn evidence_is_asserted_and_was_not_given() {
    let asserted = EvidenceKind::AssertsEvidence;
    assert_eq!(
        SAMPLE.evidence(NORTHLIGHT, asserted),
        [(
            "The government has evidence that an unauthorized user closed the gate from a distance",
            Voice::Writer
        )]
    );
    assert_eq!(
        SAMPLE.evidence(LEAD_LINE, EvidenceKind::NoEvidenceGiven),
        [("Pell did not give any evidence of that", Voice::Writer)]
    );
    let beside = SAMPLE.comparison.findings.iter().any(|it| {
        let has = |article| it.places.iter().any(|place| place.article == article);
        it.kind == FindingKind::Evidence && it.alert && has(NORTHLIGHT) && has(LEAD_LINE)
    });
    assert!(beside);
}

#[test]
fn confirmed_stands_beside_assess() {
    let confirmed = SAMPLE.evidence(FLARE, EvidenceKind::AssertsEvidence);
    assert!(confirmed.contains(&("the government confirmed last night", Voice::Writer)));
    for article in [WIRE, NORTHLIGHT] {
        let assessed = SAMPLE.evidence(article, EvidenceKind::Assessment);
        assert!(assessed[0].0.starts_with("We assess that") && assessed[0].1 == Voice::Quoted);
    }
}

#[test]
fn one_outlet_has_a_denial_and_another_no_response() {
    assert_eq!(
        SAMPLE.evidence(LEDGER, EvidenceKind::Denial),
        [(
            "denied that any of its staff had used the password",
            Voice::Writer
        )]
    );
    for article in [WIRE, LEAD_LINE] {
        let silence = SAMPLE.evidence(article, EvidenceKind::NoResponse);
        assert_eq!(silence.len(), 1, "{silence:?}");
    }
}

#[test]
fn alerts_are_the_planted_differences_alone() {
    let mut alerts: Vec<FindingKind> = SAMPLE
        .comparison
        .findings
        .iter()
        .filter(|it| it.alert)
        .map(|it| it.kind)
        .collect();
    alerts.dedup();
    assert_eq!(
        alerts,
        [
            FindingKind::Attribution,
            FindingKind::Evidence,
            FindingKind::Response,
            FindingKind::Fact,
            FindingKind::Edit,
        ]
    );
    let edits = SAMPLE
        .comparison
        .findings
        .iter()
        .filter(|it| it.alert && it.kind == FindingKind::Edit);
    // The hedge, the either/or, and the time that moved: told at both of its sentences.
    assert!(edits.count() <= 4);
}

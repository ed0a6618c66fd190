//! What holds for every comparison, whatever was read. Broken laws are returned as sentences.

use crossread::model::{
    Article, ArticleIdx, BlockKind, Comparison, Place, QuotationKind, Span, Story,
};
use crossread::report;
use serde_json::Value;

/// Limits of a finding, as the schema promises them.
const MOST_PLACES: usize = 12;
const MOST_OF_ARTICLE: usize = 3;
const LONGEST_PLACE: usize = 400;
/// Width of the report as text.
const COLUMNS: usize = 100;

/// Everything that is against a promise, one sentence each.
pub fn broken(story: &Story, comparison: &Comparison) -> Vec<String> {
    let mut broken = Vec::new();
    for article in story.indices() {
        check_article(story, article, &mut broken);
    }
    check_utterances(story, comparison, &mut broken);
    check_findings(story, comparison, &mut broken);
    check_reports(story, comparison, &mut broken);
    broken
}

fn check_article(story: &Story, idx: ArticleIdx, broken: &mut Vec<String>) {
    let (article, annotations) = (story.article(idx), story.annotations(idx));
    let file = &article.file;
    let mut law = |holds: bool, what: &str, span: Span| {
        if !holds {
            broken.push(format!(
                "{file}: {what} at {:?}: {:?}",
                span,
                span.of(&article.text)
            ));
        }
    };
    let blocks: Vec<Span> = article.blocks.iter().map(|it| it.span).collect();
    let tokens: Vec<Span> = annotations.tokens.iter().map(|it| it.span).collect();
    for (name, spans) in [
        ("block", &blocks),
        ("token", &tokens),
        ("sentence", &annotations.sentences),
    ] {
        for span in spans {
            law(
                is_of(article, *span),
                &format!("a {name} cuts a letter"),
                *span,
            );
            law(!span.is_empty(), &format!("an empty {name}"), *span);
        }
        for pair in spans.windows(2) {
            let apart = pair[0].end() <= pair[1].start();
            law(apart, &format!("two of a kind overlap: {name}"), pair[1]);
        }
    }
    for span in &annotations.sentences {
        law(
            is_prose(article, *span),
            "a sentence outside the prose",
            *span,
        );
    }
    for quotation in &annotations.quotations {
        let mentions = quotation.sources.iter().filter_map(|it| it.mention);
        let cue = quotation.cue.map(|it| it.span);
        let spans = [quotation.span]
            .into_iter()
            .chain(quotation.content.iter().copied());
        for span in spans.chain(mentions).chain(cue) {
            law(is_of(article, span), "a quotation cuts a letter", span);
            law(
                is_read(article, span),
                "a quotation in page furniture",
                span,
            );
        }
        law(
            !quotation.span.is_empty(),
            "an empty quotation",
            quotation.span,
        );
    }
    let quantities = annotations.quantities.iter().map(|it| it.span);
    for span in quantities.chain(annotations.evidence.iter().map(|it| it.span)) {
        law(
            is_of(article, span),
            "a count or statement cuts a letter",
            span,
        );
        law(
            is_read(article, span),
            "a count or statement in page furniture",
            span,
        );
    }
}

fn is_of(article: &Article, span: Span) -> bool {
    article.text.get(span.range()).is_some()
}

fn is_prose(article: &Article, span: Span) -> bool {
    article.paragraphs().any(|it| it.covers(span))
}

fn is_read(article: &Article, span: Span) -> bool {
    article
        .blocks
        .iter()
        .all(|it| !matches!(it.kind, BlockKind::Furniture(_)) || !it.span.overlaps(span))
}

fn check_utterances(story: &Story, comparison: &Comparison, broken: &mut Vec<String>) {
    let mut seen: Vec<(usize, Place)> = Vec::new();
    for (idx, utterance) in comparison.utterances.iter().enumerate() {
        let mut law = |holds: bool, what: &str| {
            if !holds {
                broken.push(format!("utterance {idx}: {what}: {utterance:?}"));
            }
        };
        law(utterance.witnesses.len() > 1, "fewer than two witnesses");
        law(utterance.base < utterance.witnesses.len(), "no base");
        for witness in &utterance.witnesses {
            let place = witness.place;
            let quotation = &story.annotations(place.article).quotations[witness.quotation];
            law(
                is_of(story.article(place.article), place.span),
                "a witness cuts a letter",
            );
            law(
                quotation.span.covers(place.span),
                "a witness leaves its quotation",
            );
            law(
                quotation.kind != QuotationKind::Scare,
                "a scare quotation shared",
            );
            let is_taken = seen.iter().any(|(other, it)| {
                *other != idx && it.article == place.article && it.span.overlaps(place.span)
            });
            law(!is_taken, "words of another utterance");
            seen.push((idx, place));
        }
        for edit in &utterance.edits {
            law(
                edit.from == utterance.base,
                "an edit from another than the base",
            );
            law(edit.from != edit.to, "an edit against itself");
            law(
                edit.from_span.or(edit.to_span).is_some(),
                "an edit of nothing",
            );
            for (side, span) in [(edit.from, edit.from_span), (edit.to, edit.to_span)] {
                let article = story.article(utterance.witnesses[side].place.article);
                law(
                    span.is_none_or(|it| is_of(article, it)),
                    "an edit cuts a letter",
                );
            }
        }
        for column in &utterance.collation {
            let n_cells = column.cells.len();
            law(
                n_cells == utterance.witnesses.len(),
                "a column lacks a cell",
            );
        }
    }
}

fn check_findings(story: &Story, comparison: &Comparison, broken: &mut Vec<String>) {
    for finding in &comparison.findings {
        let mut law = |holds: bool, what: &str| {
            if !holds {
                broken.push(format!("{}: {what}: {:?}", finding.title, finding.places));
            }
        };
        law(!finding.places.is_empty(), "a finding without a passage");
        law(finding.places.len() <= MOST_PLACES, "too many places");
        law(finding.places.is_sorted(), "places out of order");
        law(!finding.rule.is_empty(), "no rule");
        law(
            finding.presence.len() == story.articles.len(),
            "an article without a sign",
        );
        law(
            !finding.alert || finding.places.len() > 1,
            "an alert with one place",
        );
        for place in &finding.places {
            let article = story.article(place.article);
            let of_article = finding
                .places
                .iter()
                .filter(|it| it.article == place.article);
            law(
                of_article.count() <= MOST_OF_ARTICLE,
                "too many places of one article",
            );
            law(is_of(article, place.span), "a place cuts a letter");
            law(
                story.words(*place).chars().count() <= LONGEST_PLACE,
                "a place too long",
            );
            let mut blocks = article.blocks.iter();
            law(
                blocks.any(|it| it.span.covers(place.span)),
                "a place over two paragraphs",
            );
        }
    }
    for row in &comparison.facts {
        let articles: Vec<ArticleIdx> = row.cells.iter().map(|it| it.article).collect();
        if !articles.is_sorted_by(|a, b| a < b) || row.cells.iter().any(|it| it.spans.is_empty()) {
            broken.push(format!("a row out of order or empty: {row:?}"));
        }
    }
    if comparison.summaries.len() != story.articles.len() {
        broken.push("an article without a summary".to_owned());
    }
}

fn check_reports(story: &Story, comparison: &Comparison, broken: &mut Vec<String>) {
    let text = report::text::comparison(story, comparison, &[]);
    // Wide and combining letters are tried by the page's own tests.
    let is_narrow = |c: char| c < '\u{300}' || ('\u{2010}'..'\u{2600}').contains(&c);
    let lines = text.lines().filter(|it| it.chars().all(is_narrow));
    for line in lines.filter(|it| it.chars().count() > COLUMNS) {
        broken.push(format!("a line is too long: {line}"));
    }
    // A line break may stand for white space, or cut a word that is longer than a line.
    let dense = |it: &str| it.split_whitespace().collect::<String>();
    let printed = dense(&text);
    let witnesses = comparison.utterances.iter().flat_map(|it| &it.witnesses);
    let places = comparison.findings.iter().flat_map(|it| &it.places);
    for place in witnesses.map(|it| &it.place).chain(places) {
        let words = story.words(*place);
        if !words.contains(|c: char| c.is_control() && !c.is_whitespace())
            && !printed.contains(&dense(words))
        {
            broken.push(format!("not printed as it stands: {words:?}"));
        }
    }
    let json = report::json::comparison(story, comparison, &[]);
    let json: Value = serde_json::from_str(&json).expect("what was written is JSON");
    check_offsets(&json, &json, "", broken);
}

/// Every `text` is the words between `start` and `end` of its article, in code points.
fn check_offsets(json: &Value, value: &Value, article: &str, broken: &mut Vec<String>) {
    match value {
        Value::Array(values) => {
            for value in values {
                check_offsets(json, value, article, broken);
            }
        }
        Value::Object(object) => {
            let is_article = object.contains_key("file");
            let key = if is_article { "id" } else { "article" };
            let article = object.get(key).and_then(Value::as_str).unwrap_or(article);
            let at = |key| usize::try_from(object.get(key)?.as_u64()?).ok();
            if let (Some(start), Some(end)) = (at("start"), at("end"))
                && !is_article
            {
                let found = words(json, article, start, end);
                let told = ["text", "words"]
                    .iter()
                    .find_map(|it| object.get(*it)?.as_str());
                if found.is_none() || told.is_some_and(|it| found.as_deref() != Some(it)) {
                    broken.push(format!("{article} {start}..{end}: {told:?} is {found:?}"));
                }
            }
            for value in object.values() {
                check_offsets(json, value, article, broken);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn words(json: &Value, article: &str, start: usize, end: usize) -> Option<String> {
    let articles = json["articles"].as_array()?;
    let text = articles.iter().find(|it| it["id"] == article)?["text"].as_str()?;
    let len = end.checked_sub(start)?;
    let words: String = text.chars().skip(start).take(len).collect();
    (words.chars().count() == len).then_some(words)
}

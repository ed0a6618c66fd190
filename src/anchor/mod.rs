//! Words to an anchor, and an anchor to its words again, in the same text or an edited one.
//!
//! ```text
//! exact   the gate was open        prefix  …Ruiz said that      suffix   at noon, and…
//! same text           where it stood
//! edited elsewhere    prefix, exact and suffix stand together in one place
//! edited close by     “Ruiz said that the gate was wide open at noon”: word by word, like a misprint
//! ```
//! After the anchors of Hypothesis (text quote with context, exact before fuzzy). It differs in one
//! thing: where two places fit equally well, or the context is gone, the anchor is lost. Hypothesis
//! takes the best place that there is; a decision about other words would be a false one.

mod edited;

use crate::model::{
    Anchor, Article, ArticleIdx, ArticleRef, Finding, FindingAnchor, Loss, Span, Standing, Story,
    Utterance,
};

/// What was looked for, or what becomes of a decision about it.
pub type Found<T> = Result<T, Standing>;

/// Letters of context kept on each side, as Hypothesis keeps.
const CONTEXT: usize = 32;
/// Bits in which the sketches of an article and of its edited version may differ. Of 5,050 pairs of
/// articles, many on one event, the nearest differed in 18; without one of its paragraphs an article
/// differs from itself in fewer, but for one in a thousand paragraphs.
const MOST_BITS: u32 = 16;
/// Words of a shingle of the sketch.
const SHINGLE: usize = 2;

pub fn article(article: &Article) -> ArticleRef {
    ArticleRef {
        key: article.key,
        file: article.file.clone(),
        sketch: sketch(&article.text),
    }
}

/// An anchor on words of `at`'s text. For many anchors on one article `at` is made once.
pub fn words(at: &ArticleRef, text: &str, span: Span) -> Anchor {
    let before = text.get(..span.start()).unwrap_or_default();
    let after = text.get(span.end()..).unwrap_or_default();
    let from = before.char_indices().rev().nth(CONTEXT - 1);
    let to = after.char_indices().nth(CONTEXT);
    Anchor {
        article: at.clone(),
        exact: span.of(text).to_owned(),
        prefix: before[from.map_or(0, |it| it.0)..].to_owned(),
        suffix: after[..to.map_or(after.len(), |it| it.0)].to_owned(),
        start: span.start(),
    }
}

/// Anchors on a finding's places.
pub fn finding(story: &Story, finding: &Finding) -> FindingAnchor {
    let places = finding.places.iter().map(|it| (it.article, it.span));
    FindingAnchor {
        kind: finding.kind,
        places: all(story, places),
    }
}

/// Anchors on an utterance's witnesses.
pub fn utterance(story: &Story, utterance: &Utterance) -> Vec<Anchor> {
    let places = utterance.witnesses.iter().map(|it| it.place);
    all(story, places.map(|it| (it.article, it.span)))
}

fn all(story: &Story, places: impl Iterator<Item = (ArticleIdx, Span)>) -> Vec<Anchor> {
    let mut known: Option<(ArticleIdx, ArticleRef)> = None;
    let mut res = Vec::new();
    for (idx, span) in places {
        let of_story = story.article(idx);
        let at = match known.take() {
            Some((last, at)) if last == idx => at,
            Some(_) | None => article(of_story),
        };
        res.push(words(&at, &of_story.text, span));
        known = Some((idx, at));
    }
    res
}

/// Which of `articles` is meant: the same text, or else the only edited version of it.
pub fn position<'a>(
    wanted: &ArticleRef,
    articles: impl Iterator<Item = &'a Article> + Clone,
) -> Option<usize> {
    let same = articles.clone().position(|it| it.key == wanted.key);
    same.or_else(|| {
        let edited = |it: &Article| {
            it.file == wanted.file && (sketch(&it.text) ^ wanted.sketch).count_ones() <= MOST_BITS
        };
        let mut found = articles.enumerate().filter(|it| edited(it.1));
        let first = found.next()?.0;
        found.next().is_none().then_some(first)
    })
}

/// Where the words stand in `article`.
///
/// # Errors
/// If they are gone, or more than one place fits equally well.
pub fn find(anchor: &Anchor, article: &Article) -> Found<Span> {
    span(anchor, article).map_err(Standing::Lost)
}

fn span(anchor: &Anchor, article: &Article) -> Result<Span, Loss> {
    let text = article.text.as_str();
    let there = anchor.start..anchor.start.saturating_add(anchor.exact.len());
    if article.key == anchor.article.key
        && let Some(span) = Span::new(text, there).filter(|it| it.of(text) == anchor.exact)
    {
        return Ok(span);
    }
    let whole = format!("{}{}{}", anchor.prefix, anchor.exact, anchor.suffix);
    if whole.is_empty() {
        return Err(Loss::Words);
    }
    let mut places = text.match_indices(&whole);
    match (places.next(), places.next()) {
        (Some((at, _)), None) => {
            let start = at + anchor.prefix.len();
            Span::new(text, start..start + anchor.exact.len()).ok_or(Loss::Words)
        }
        (Some(_), Some(_)) => Err(Loss::Ambiguous),
        (None, _) => edited::find(anchor, text),
    }
}

/// One bit of each of 64 least hashes of the text's shingles (Li & König 2010): two texts that
/// share a part `p` of their shingles differ in (1 - p) / 2 of the bits.
fn sketch(text: &str) -> u64 {
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|it| !it.is_empty())
        .map(str::to_lowercase)
        .collect();
    let mut least = [u64::MAX; u64::BITS as usize];
    for shingle in words.windows(SHINGLE.min(words.len().max(1))) {
        let hash = hash(shingle);
        for (seed, least) in (1..).zip(&mut least) {
            *least = mixed(hash ^ mixed(seed)).min(*least);
        }
    }
    let bits = least.iter().map(|it| it & 1);
    bits.fold(0, |res, bit| res << 1 | bit)
}

/// FNV-1a, with a byte between words that no text has.
fn hash(words: &[String]) -> u64 {
    let bytes = words.iter().flat_map(|it| it.bytes().chain([0xff]));
    bytes.fold(0xcbf2_9ce4_8422_2325, |res, byte| {
        (res ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// The finalizer of MurmurHash3: each bit depends on all.
fn mixed(bits: u64) -> u64 {
    let factors = [0xff51_afd7_ed55_8ccd_u64, 0xc4ce_b9fe_1a85_ec53];
    let res = factors
        .iter()
        .fold(bits, |res, factor| (res ^ res >> 33).wrapping_mul(*factor));
    res ^ res >> 33
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ArticleKey, Outlet, OutletBasis};

    const TEXT: &str = "The gate of the harbor stood open on Monday.\n\n“It was open at noon,” Mara \
        Lind said, and the watchmen had gone home. She added that nobody had called.\n\nThe \
        company said that it was open to questions. “It was open at night,” Karl Ode said, and \
        the watchmen had gone away. A lamp was found in the mud, and a boot beside it.\n";

    fn of(file: &str, text: &str) -> Article {
        Article {
            key: ArticleKey(hash(&[file.to_owned(), text.to_owned()])),
            file: file.to_owned(),
            text: text.to_owned(),
            outlet: Outlet {
                name: file.to_owned(),
                span: None,
                basis: OutletBasis::FileName,
            },
            published: None,
            modified: None,
            address: None,
            language: None,
            blocks: Vec::new(),
        }
    }

    fn on(article: &Article, exact: &str) -> Anchor {
        let at = article.text.find(exact).expect("in the text");
        let span = Span::new(&article.text, at..at + exact.len()).expect("whole letters");
        words(&super::article(article), &article.text, span)
    }

    /// Where the anchor on `exact` is found once `from` was edited to `to`.
    fn found(exact: &str, from: &str, to: &str) -> Result<String, Loss> {
        let before = of("a.txt", TEXT);
        let anchor = on(&before, exact);
        let after = of("a.txt", &TEXT.replace(from, to));
        assert_ne!(before.text, after.text);
        super::span(&anchor, &after).map(|it| it.of(&after.text).to_owned())
    }

    #[test]
    fn the_same_text_has_the_words_where_they_stood() {
        let article = of(
            "a.txt",
            "“No.” “No.” “No.” “No.” “No.” “No.” “No.” “No.” “No.”",
        );
        let at = super::article(&article);
        for (start, _) in article.text.match_indices("No") {
            let span = Span::new(&article.text, start..start + 2).expect("in text");
            assert_eq!(
                super::span(&words(&at, &article.text, span), &article),
                Ok(span)
            );
        }
    }

    #[test]
    fn words_are_found_after_edits_elsewhere_and_close_by() {
        let noon = "It was open at noon,";
        assert_eq!(
            found(noon, "Monday", "Tuesday morning"),
            Ok(noon.to_owned())
        );
        assert_eq!(found(noon, "Mara Lind", "Ms Lind"), Ok(noon.to_owned()));
        assert_eq!(found(noon, "“", "\""), Ok(noon.to_owned()));
        let edited = found(noon, "open at noon", "wide open at noon");
        assert_eq!(edited, Ok("It was wide open at noon,".to_owned()));
    }

    #[test]
    fn words_that_are_gone_are_not_found_in_others() {
        let noon = "It was open at noon,";
        let paragraph = "“It was open at noon,” Mara Lind said, and the watchmen had gone home. ";
        assert_eq!(found(noon, paragraph, ""), Err(Loss::Words));
        assert_eq!(found("noon", "noon", "dusk"), Err(Loss::Words));
        // Others with nearly the same words, or the same ones, stand on in another place.
        assert_eq!(
            found("was open", "“It was open at noon,” ", "“No,” "),
            Err(Loss::Words)
        );
        let long = "Mara Lind said, and the watchmen had gone home";
        assert_eq!(found(long, long, "she said"), Err(Loss::Words));
    }

    #[test]
    fn of_two_places_that_fit_equally_none_is_taken() {
        let said = "The lamp of the old pier was lit again. “We saw nothing at all,” the pilot of the ferry said on Friday.\n";
        let before = of("a.txt", &format!("Night.\n{said}"));
        let anchor = on(&before, "We saw nothing at all,");
        let twice = of("a.txt", &format!("Night.\n{said}{said}"));
        assert_eq!(super::span(&anchor, &twice), Err(Loss::Ambiguous));
        let edited = said.replace("pilot of", "old pilot of");
        let twice = of("a.txt", &format!("Night.\n{edited}{edited}"));
        assert_eq!(super::span(&anchor, &twice), Err(Loss::Ambiguous));
    }

    #[test]
    fn an_article_is_known_when_it_was_edited_and_not_by_its_name_alone() {
        let before = of("a.txt", TEXT);
        let edited = of("a.txt", &TEXT.replace("on Monday", "early on Monday"));
        let other = of(
            "a.txt",
            "Divers searched the basin with lamps. “The harbor gate does not close,” Mara Lind \
             said on Monday, while Karl Ode said that the company was open to questions about it.",
        );
        let renamed = of("b.txt", TEXT);
        let at = super::article(&before);
        let position = |articles: &[&Article]| super::position(&at, articles.iter().copied());
        assert_eq!(position(&[&other, &edited, &before]), Some(2));
        assert_eq!(position(&[&other, &edited]), Some(1));
        assert_eq!(position(&[&other, &renamed]), None);
        // Two versions: which is meant nobody can tell.
        let again = of("a.txt", &TEXT.replace("on Monday", "late on Monday"));
        assert_eq!(position(&[&edited, &again]), None);
    }

    #[test]
    fn odd_texts_are_no_trouble() {
        for text in ["", " ", "海", "海海海海", "né\u{301}e “", "a b c"] {
            let article = of("a.txt", text);
            let all = Span::new(text, 0..text.len()).expect("all of it");
            let anchor = words(&super::article(&article), text, all);
            assert_eq!(super::span(&anchor, &article), Ok(all));
            assert!(super::span(&anchor, &of("a.txt", TEXT)).is_err());
        }
    }
}

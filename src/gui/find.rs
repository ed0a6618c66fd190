//! Find in all articles.

use regex::RegexBuilder;

use crate::model::{ArticleIdx, Place, Span, Story};

/// What is looked for, and where it stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Find {
    pub query: String,
    /// The query is a regular expression, not words.
    pub is_pattern: bool,
    /// In the order of the columns, then of the text.
    pub hits: Vec<Place>,
    /// Index of the hit that is shown.
    pub at: Option<usize>,
    /// Why the pattern cannot be read.
    pub error: Option<String>,
}

/// More hits than a person goes through.
const MOST_HITS: usize = 5000;
/// Bytes that a compiled pattern may take: an odd one fails, it does not eat the memory.
const MOST_PATTERN_BYTES: usize = 1 << 20;

impl Find {
    /// Looks anew, in articles in this order.
    pub fn search(&mut self, story: &Story, order: &[ArticleIdx]) {
        self.hits.clear();
        self.at = None;
        self.error = None;
        if self.query.is_empty() {
            return;
        }
        let pattern = if self.is_pattern {
            self.query.clone()
        } else {
            regex::escape(&self.query)
        };
        let built = RegexBuilder::new(&pattern)
            .case_insensitive(true)
            .multi_line(true)
            .size_limit(MOST_PATTERN_BYTES)
            .build();
        let Ok(regex) = built else {
            self.error = Some("This pattern cannot be read".to_owned());
            return;
        };
        for article in order {
            let text = &story.article(*article).text;
            let spans = regex
                .find_iter(text)
                .filter(|it| !it.is_empty())
                .filter_map(|it| Span::new(text, it.range()));
            let places = spans.map(|span| Place {
                article: *article,
                span,
            });
            self.hits.extend(places.take(MOST_HITS - self.hits.len()));
        }
    }

    /// Goes `step` hits on, round the end.
    pub fn go(&mut self, step: isize) -> Option<Place> {
        let n = isize::try_from(self.hits.len()).ok().filter(|it| *it > 0)?;
        let now = match self.at {
            Some(at) => isize::try_from(at).ok()?,
            None if step > 0 => -1,
            None => 0,
        };
        self.at = usize::try_from((now + step).rem_euclid(n)).ok();
        self.hits.get(self.at?).copied()
    }

    pub fn count(&self, article: ArticleIdx) -> usize {
        self.hits.iter().filter(|it| it.article == article).count()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::model::Annotations;
    use crate::read;

    fn story(text: &str) -> Story {
        let article = read::text("a.txt", text.to_owned()).expect("words");
        Story {
            articles: vec![(Arc::new(article), Arc::new(Annotations::default()))],
            ..Story::default()
        }
    }

    fn found(text: &str, query: &str, is_pattern: bool) -> Vec<String> {
        let story = story(text);
        let mut find = Find {
            query: query.to_owned(),
            is_pattern,
            ..Find::default()
        };
        find.search(&story, &[ArticleIdx(0)]);
        find.hits
            .iter()
            .map(|it| story.words(*it).to_owned())
            .collect()
    }

    #[test]
    fn words_are_found_in_any_case_and_their_marks_are_no_pattern() {
        assert_eq!(found("Nine. NINE? nine!", "nine", false).len(), 3);
        assert_eq!(found("Nine. Nine?", "nine.", false), ["Nine."]);
    }

    #[test]
    fn a_pattern_is_one_when_asked_for() {
        assert_eq!(found("9 of 12 boats", r"\d+", true), ["9", "12"]);
        assert!(found("9 of 12 boats", r"(\d", true).is_empty());
    }

    #[test]
    fn hits_go_round() {
        let story = story("a b a b a");
        let mut find = Find {
            query: "b".to_owned(),
            ..Find::default()
        };
        find.search(&story, &[ArticleIdx(0)]);
        let starts: Vec<_> = (0..3)
            .filter_map(|_| find.go(1))
            .map(|it| it.span.start())
            .collect();
        assert_eq!(starts, [2, 6, 2]);
        assert_eq!(find.go(-1).map(|it| it.span.start()), Some(6));
    }
}

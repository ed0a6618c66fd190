//! Lines that are page text and not the article, by the patterns of `furniture.tsv`.

use std::sync::LazyLock;

use regex::{RegexSet, RegexSetBuilder};

use crate::model::FurnitureKind;

/// Longer lines are prose, whatever words they hold.
const LONGEST: usize = 600;

struct Patterns {
    set: RegexSet,
    kinds: Vec<FurnitureKind>,
}

static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| {
    let list = include_str!("../../assets/lexicons/en/furniture.tsv");
    let rows: Vec<(FurnitureKind, &str)> = list
        .lines()
        .filter(|it| !it.starts_with('#'))
        .filter_map(|it| it.split_once('\t'))
        .filter_map(|(name, pattern)| Some((kind(name)?, pattern)))
        .collect();
    let set = RegexSetBuilder::new(rows.iter().map(|it| it.1))
        .case_insensitive(true)
        .build()
        .unwrap_or_else(|_| RegexSet::empty());
    Patterns {
        set,
        kinds: rows.into_iter().map(|it| it.0).collect(),
    }
});

pub fn kind(name: &str) -> Option<FurnitureKind> {
    Some(match name {
        "caption" => FurnitureKind::Caption,
        "credit" => FurnitureKind::Credit,
        "navigation" => FurnitureKind::Navigation,
        "related" => FurnitureKind::Related,
        "bio" => FurnitureKind::Bio,
        "timestamp" => FurnitureKind::Timestamp,
        "other" => FurnitureKind::Other,
        _ => return None,
    })
}

/// The kind of furniture that a line is by its words alone.
pub fn of_line(line: &str) -> Option<FurnitureKind> {
    if line.len() > LONGEST {
        return None;
    }
    let first = PATTERNS.set.matches(line).iter().next()?;
    PATTERNS.kinds.get(first).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn furniture_is_known_by_its_words() {
        use FurnitureKind::{Bio, Caption, Credit, Navigation, Other, Timestamp};
        for (line, kind) in [
            (
                "The sea wall at Ostrava Bay on Monday. Photo by Ada Ruiz",
                Caption,
            ),
            ("2 of 9 | A crane on the quay", Caption),
            ("This page is not supported by your old browser", Navigation),
            ("Read more: How the wall was built", Navigation),
            ("Home | Harbor | Weather | Sign in", Navigation),
            ("Updated: October 21, 2031, 9:49 AM", Timestamp),
            ("Harbor News Service contributed to this report.", Credit),
            ("Two issues for one. Click here for more.", Navigation),
            ("Tell us what you think…", Navigation),
            ("With Harbor Post wires", Credit),
            ("With wire services.", Credit),
            ("Like this story? Show it to your friends!", Navigation),
            ("Do your neighbors care? Share this story!", Navigation),
            ("Ada Ruiz is a senior reporter who covers ports.", Bio),
            ("Powered by automated translation", Other),
        ] {
            assert_eq!(of_line(line), Some(kind), "{line}");
        }
    }

    #[test]
    fn prose_is_not_furniture() {
        for line in [
            "Ferry aground | Kelden | Harbor News",
            "The photographer said he saw the wall break on Monday.",
            "Officials updated the count after dawn, and two of nine cranes stood.",
            "“Share the risk,” she said.",
            "Press this and click here to see it, she told the court on Monday.",
            "With bare wires all over the quay, nobody could pass.",
            "Who likes this story, Ms. Ruiz asked the reporters.",
            "The reporter was asked to leave the quay by the police on Tuesday.",
        ] {
            assert_eq!(of_line(line), None, "{line}");
        }
    }

    #[test]
    fn every_pattern_of_the_list_is_valid() {
        let list = include_str!("../../assets/lexicons/en/furniture.tsv");
        let n_rows = list.lines().filter(|it| !it.starts_with('#')).count();
        assert_eq!((PATTERNS.kinds.len(), PATTERNS.set.len()), (n_rows, n_rows));
    }
}

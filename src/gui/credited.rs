//! Who is credited with a witness: one speaker, or several together (“A and B said”).

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Attribution, Comparison, Utterance};

/// Of one witness.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Credit {
    /// Indices into the comparison's speakers, the first named first.
    pub speakers: Vec<usize>,
    /// Fewer witnesses credit them than another: they are lit.
    pub is_lit: bool,
}

/// By utterance, then by witness.
pub fn credits(comparison: &Comparison) -> Vec<Vec<Credit>> {
    let mut of_quotation: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for (idx, speaker) in comparison.speakers.iter().enumerate() {
        for quotation in &speaker.quotations {
            of_quotation.entry(*quotation).or_default().push(idx);
        }
    }
    let utterances = comparison.utterances.iter();
    let of_witnesses = |it: &Utterance| {
        let witnesses = it.witnesses.iter();
        let speakers = witnesses.map(|it| {
            let all = of_quotation.get(&(it.place.article, it.quotation));
            let others = all.into_iter().flatten().copied();
            let others = others.filter(|other| Some(*other) != it.speaker);
            it.speaker.into_iter().chain(others).collect()
        });
        lit(it, speakers.collect())
    };
    utterances.map(of_witnesses).collect()
}

/// Lights the speakers whom fewer witnesses name than another; all, if none has more than the
/// others. Who is credited together with one of the others is not lit.
fn lit(utterance: &Utterance, speakers: Vec<Vec<usize>>) -> Vec<Credit> {
    let count = |speaker: &usize| {
        let witnesses = utterance.witnesses.iter().zip(&speakers);
        let quoted = witnesses.filter(|it| !it.0.reported);
        quoted.filter(|it| it.1.contains(speaker)).count()
    };
    let all: BTreeSet<usize> = speakers.iter().flatten().copied().collect();
    let most = all.iter().map(count).max();
    let n_leading = all.iter().filter(|it| Some(count(it)) == most).count();
    let is_few = |it: &usize| n_leading > 1 || Some(count(it)) != most;
    let differs = utterance.attribution == Attribution::Differs;
    speakers
        .iter()
        .map(|it| Credit {
            is_lit: differs && !it.is_empty() && it.iter().all(is_few),
            speakers: it.clone(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ArticleIdx, Place, Span, Speaker, Witness};

    const KORD: usize = 0;
    const VASK: usize = 1;

    /// An utterance with one witness an article, each credited to these.
    fn credited(credits: &[&[usize]]) -> Vec<Credit> {
        let place = |article| Place {
            article: ArticleIdx(article),
            span: Span::new("word", 0..4).expect("inside"),
        };
        let witnesses = credits.iter().enumerate().map(|(article, it)| Witness {
            place: place(article),
            quotation: 0,
            speaker: it.first().copied(),
            reported: false,
        });
        let speaker = |speaker: usize| Speaker {
            name: place(0),
            quotations: (0..credits.len())
                .filter(|it| credits[*it].contains(&speaker))
                .map(|it| (ArticleIdx(it), 0))
                .collect(),
            quoted_words: vec![0; credits.len()],
            by_reader: false,
        };
        let comparison = Comparison {
            utterances: vec![Utterance {
                witnesses: witnesses.collect(),
                base: 0,
                attribution: Attribution::Differs,
                speakers: vec![KORD, VASK],
                edits: Vec::new(),
                fullest: Vec::new(),
                collation: Vec::new(),
                by_reader: false,
            }],
            speakers: vec![speaker(KORD), speaker(VASK)],
            ..Comparison::default()
        };
        credits_of(&comparison)
    }

    fn credits_of(comparison: &Comparison) -> Vec<Credit> {
        credits(comparison).remove(0)
    }

    #[test]
    fn both_who_are_credited_together_are_named() {
        let credits = credited(&[&[VASK, KORD], &[KORD], &[VASK]]);
        assert_eq!(credits[0].speakers, [VASK, KORD]);
        assert_eq!(credits[1].speakers, [KORD]);
    }

    #[test]
    fn who_stands_alone_is_lit_but_not_beside_another() {
        let is_lit =
            |it: &[&[usize]]| -> Vec<bool> { credited(it).iter().map(|it| it.is_lit).collect() };
        assert_eq!(is_lit(&[&[KORD], &[KORD], &[VASK]]), [false, false, true]);
        assert_eq!(is_lit(&[&[KORD], &[VASK]]), [true, true]);
        let together: [&[usize]; 3] = [&[KORD], &[KORD], &[KORD, VASK]];
        assert_eq!(is_lit(&together), [false, false, false]);
    }
}

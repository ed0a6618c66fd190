//! How many original sources stand behind the outlets.
//!
//! ```text
//! coast   Ruiz told reporters on Monday …      one briefing of Ruiz: coast, north
//! north   … Ruiz said at a news conference
//! south   “…,” Ruiz said in a statement        her statement: south alone, no row
//!         Wire Service contributed             an agency: south
//! ```
//! Key = (speaker, occasion class, day); words that two outlets quote of one speaker are of one
//! occasion whatever they call it (a row without an occasion if they call it differently), and a
//! quotation without a venue belongs to the one before it of the same speaker; a post on the web
//! stands by itself. Where nobody tells
//! the occasion the speaker alone is the key, so the count of rows is a lower bound. It does not
//! judge who copied whom.

mod media;
pub mod occasions;

use std::collections::{BTreeMap, BTreeSet};

use self::occasions::Occasion;
use super::people::{Relation, Speakers};
use crate::lexicon::Lexicons;
use crate::model::{
    ArticleIdx, Origin, OriginKind, Place, QuotationKind, Span, Story, Utterance, Witness,
};

/// Witnesses of an utterance that each is held against.
const MOST_HELD: usize = 8;
/// Longest words shown for who said it, in bytes.
const LONGEST_SHOWN: usize = 80;

/// What origins are found by.
pub struct Material<'a> {
    pub story: &'a Story,
    pub lexicons: &'a Lexicons,
    pub speakers: &'a Speakers,
    pub utterances: &'a [Utterance],
}

/// One quotation whose speaker is known.
struct Said {
    article: ArticleIdx,
    quotation: usize,
    speaker: usize,
    occasion: Option<Occasion>,
}

/// Speakers behind two outlets or more, then agencies and papers that are named; those behind most
/// outlets first.
pub fn origins(material: &Material<'_>) -> Vec<Origin> {
    let said = said(material);
    let mut res: Vec<Origin> = groups(material, &said)
        .iter()
        .filter_map(|it| origin(material, &said, it))
        .collect();
    res.extend(media::origins(material));
    res.sort_by_key(|it| {
        (
            it.kind,
            std::cmp::Reverse((it.outlets.len(), it.utterances.len())),
            it.name,
        )
    });
    res
}

fn said(material: &Material<'_>) -> Vec<Said> {
    let mut res: Vec<Said> = Vec::new();
    for article in material.story.indices() {
        let start = res.len();
        let quotations = &material.story.annotations(article).quotations;
        for (quotation, it) in quotations.iter().enumerate() {
            let speaker = material.speakers.of(article, quotation).first();
            let Some(speaker) = speaker.filter(|_| it.kind != QuotationKind::Scare) else {
                continue;
            };
            let own = occasions::of(material, article, it);
            let before = res[start..].iter().rev().find(|it| it.speaker == *speaker);
            let goes_on = before.and_then(|it| it.occasion);
            let occasion = own.or_else(|| goes_on.filter(|it| it.class != occasions::POST));
            res.push(Said {
                article,
                quotation,
                speaker: *speaker,
                occasion,
            });
        }
    }
    res
}

/// Class of an occasion, and the day where the class alone does not tell.
type Key = (&'static str, Option<u64>);

/// What is of one origin.
#[derive(Default)]
struct Group {
    /// Indices into the quotations whose speaker is known, ascending.
    said: Vec<usize>,
    /// Indices into the utterances, ascending: those that two of its outlets carry.
    utterances: Vec<usize>,
}

fn groups(material: &Material<'_>, said: &[Said]) -> Vec<Group> {
    let mut roots: Vec<usize> = (0..said.len()).collect();
    let days = days(said);
    let mut first_of: BTreeMap<(usize, Option<Key>), usize> = BTreeMap::new();
    for (at, it) in said.iter().enumerate() {
        let occasion = it.occasion.map(|occasion| {
            let n_days = days
                .get(&(it.speaker, occasion.class))
                .map_or(0, BTreeSet::len);
            (occasion.class, occasion.day.filter(|_| n_days > 1))
        });
        // People post every day: two posts are one only where outlets share their words.
        if occasion.is_none_or(|it| it.0 != occasions::POST) {
            let first = *first_of.entry((it.speaker, occasion)).or_insert(at);
            join(&mut roots, first, at);
        }
    }
    let place_of: BTreeMap<(ArticleIdx, usize), usize> = said
        .iter()
        .enumerate()
        .map(|(at, it)| ((it.article, it.quotation), at))
        .collect();
    let carriers = |utterance: &Utterance| -> Vec<usize> {
        let witnesses = utterance.witnesses.iter();
        let at = |it: &Witness| place_of.get(&(it.place.article, it.quotation)).copied();
        witnesses.filter_map(at).collect()
    };
    for utterance in material.utterances {
        let carriers = carriers(utterance);
        for (n, one) in carriers.iter().enumerate() {
            // Held against few: of many witnesses of one speaker the first stands for all.
            for other in carriers[..n].iter().take(MOST_HELD) {
                let (a, b) = (said[*one].speaker, said[*other].speaker);
                match material.speakers.relation(&[a], &[b]) {
                    Relation::Same | Relation::Level => join(&mut roots, *one, *other),
                    Relation::Unknown | Relation::Other => {}
                }
            }
        }
    }
    let mut res: BTreeMap<usize, Group> = BTreeMap::new();
    for at in 0..said.len() {
        res.entry(root(&mut roots, at)).or_default().said.push(at);
    }
    for (idx, utterance) in material.utterances.iter().enumerate() {
        let mut articles: BTreeMap<usize, BTreeSet<ArticleIdx>> = BTreeMap::new();
        for at in carriers(utterance) {
            let of = articles.entry(root(&mut roots, at)).or_default();
            of.insert(said[at].article);
        }
        for (root, articles) in articles {
            if articles.len() > 1 {
                res.entry(root).or_default().utterances.push(idx);
            }
        }
    }
    res.into_values().collect()
}

/// By speaker and class of occasion: the days that are named.
fn days(said: &[Said]) -> BTreeMap<(usize, &'static str), BTreeSet<u64>> {
    let mut res: BTreeMap<(usize, &'static str), BTreeSet<u64>> = BTreeMap::new();
    for it in said {
        if let Some(occasion) = it.occasion {
            let days = res.entry((it.speaker, occasion.class)).or_default();
            days.extend(occasion.day);
        }
    }
    res
}

/// The least member of the set that `at` is in.
fn root(roots: &mut [usize], mut at: usize) -> usize {
    while roots[at] != at {
        roots[at] = roots[roots[at]];
        at = roots[at];
    }
    at
}

fn join(roots: &mut [usize], one: usize, other: usize) {
    let (one, other) = (root(roots, one), root(roots, other));
    roots[one.max(other)] = one.min(other);
}

/// `None` if one outlet alone has it, or if nothing shows that they share more than a name.
fn origin(material: &Material<'_>, said: &[Said], group: &Group) -> Option<Origin> {
    let of_group = || group.said.iter().map(|at| &said[*at]);
    // Of a person and the body that it speaks for the one with more quotations, then the first.
    let mut n_of: BTreeMap<usize, usize> = BTreeMap::new();
    for one in of_group() {
        *n_of.entry(one.speaker).or_default() += 1;
    }
    let most = n_of
        .iter()
        .max_by_key(|it| (it.1, std::cmp::Reverse(it.0)))?;
    let name = material.speakers.list.get(*most.0)?.name;
    // What is shared shows it best, then words that tell the occasion; a headline quotes without
    // telling whom.
    let shared: BTreeSet<(ArticleIdx, usize)> = group
        .utterances
        .iter()
        .flat_map(|it| &material.utterances[*it].witnesses)
        .map(|it| (it.place.article, it.quotation))
        .collect();
    let mut by_proof: Vec<&Said> = of_group().collect();
    by_proof.sort_by_key(|it| {
        (
            is_bare_head(material, it),
            !shared.contains(&(it.article, it.quotation)),
            it.occasion.is_none(),
            it.speaker != *most.0,
        )
    });
    let mut outlets: BTreeMap<ArticleIdx, Span> = BTreeMap::new();
    for one in by_proof {
        let occasion = one.occasion.map(|it| it.span);
        let span = occasion.or_else(|| shown(material, one))?;
        outlets.entry(one.article).or_insert(span);
    }
    let occasion = occasion(of_group());
    let is_shared = occasion.is_some() || !group.utterances.is_empty();
    // What a paper reports is told as such.
    let is_medium = material
        .lexicons
        .is_medium(&media::bare(&material.story.words(name).to_lowercase()));
    if outlets.len() < 2 || !is_shared || is_medium {
        return None;
    }
    Some(Origin {
        kind: OriginKind::Speaker,
        name,
        occasion,
        outlets: outlets.into_iter().collect(),
        utterances: group.utterances.clone(),
    })
}

/// The first words that tell the occasion that more outlets name than name any others: what one
/// has from a post and another from a briefing is of no one occasion.
fn occasion<'a>(group: impl Iterator<Item = &'a Said>) -> Option<Place> {
    let mut of_class: BTreeMap<&str, BTreeMap<ArticleIdx, Span>> = BTreeMap::new();
    for said in group {
        if let Some(occasion) = said.occasion {
            let outlets = of_class.entry(occasion.class).or_default();
            outlets.entry(said.article).or_insert(occasion.span);
        }
    }
    let n_all: usize = of_class.values().map(BTreeMap::len).sum();
    let most = of_class.values().find(|it| 2 * it.len() > n_all)?;
    let (article, span) = most.first_key_value()?;
    Some(Place {
        article: *article,
        span: *span,
    })
}

fn is_bare_head(material: &Material<'_>, said: &Said) -> bool {
    let article = material.story.article(said.article);
    let quotation = &material.story.annotations(said.article).quotations[said.quotation];
    let mut heads = article.headline().into_iter().chain(article.dek());
    quotation.cue.is_none() && heads.any(|it| it.covers(quotation.span))
}

/// The words beside the quotation that name its source, else its cue, else itself.
fn shown(material: &Material<'_>, said: &Said) -> Option<Span> {
    let annotations = material.story.annotations(said.article);
    let quotation = annotations.quotations.get(said.quotation)?;
    let mention = quotation.sources.first().and_then(|it| it.mention);
    let cue = quotation.cue.map(|it| it.span);
    Some(match (mention, cue) {
        (Some(mention), Some(cue)) if mention.to(cue).len() < LONGEST_SHOWN && mention < cue => {
            mention.to(cue)
        }
        (Some(span), _) | (None, Some(span)) => span,
        (None, None) => quotation.span,
    })
}

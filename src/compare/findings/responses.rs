//! Denials side by side, and silence in one outlet beside an answer in another.
//!
//! ```text
//! coast   The supplier, Tidewright, had not responded by Wednesday.     silent: Tidewright
//! north   Tidewright denied that its staff had used the password.      answers: Tidewright
//! ```

use std::collections::BTreeSet;

use super::evidence::sides;
use super::parties::{self, Party};
use super::statements::{self, Told};
use super::{Material, RESPONSE, places, score, unanswered};
use crate::compare::strands::tokens_in;
use crate::lexicon::Tag;
use crate::model::{
    ArticleIdx, Confidence, EvidenceKind, Finding, FindingKind, Name, Place, Presence, Quotation,
    QuotationKind, Subject, Token, Voice,
};

/// Lemmas that two denials must share to be of one matter.
const MIN_SHARED_DENIAL: usize = 2;
/// Words that are no names that the objects of two denials must share to be one matter.
const MIN_THINGS: usize = 2;
/// Longest words that name a speaker and say that he spoke, in bytes.
const LONGEST_CREDIT: usize = 120;

pub fn findings(material: &Material<'_>) -> Vec<(f32, Finding)> {
    let mut res = unanswered::findings(material);
    // Of one denial the finding that names who lacks it is told.
    let is_told = |it: &(f32, Finding)| {
        let mut places = res.iter().flat_map(|found| &found.1.places);
        places.any(|place| it.1.places.contains(place))
    };
    let denied = denied(material).filter(|it| !is_told(it));
    res.extend(denied);
    res.extend(silent(material));
    res
}

/// One thing is denied in several outlets, each in its own words.
fn denied(material: &Material<'_>) -> Option<(f32, Finding)> {
    let denials = statements::of_kind(material, EvidenceKind::Denial);
    let (shared, _) = statements::meeting(&denials, &denials, |a, b| {
        statements::shared(material, a, b).0 >= MIN_SHARED_DENIAL
    });
    let first = shared.first()?.place;
    let telling: BTreeSet<ArticleIdx> = shared.iter().map(|it| it.place.article).collect();
    let denying: BTreeSet<ArticleIdx> = denials.iter().map(|it| it.place.article).collect();
    let without: Vec<ArticleIdx> = material
        .story
        .indices()
        .filter(|it| !denying.contains(it) && tells(material, *it, &shared))
        .collect();
    let mut title = format!(
        "Denied in {}: {}",
        material.outlets(telling.iter().copied()),
        material.quoted(first)
    );
    if !without.is_empty() {
        let outlets = material.outlets(without.iter().copied());
        title.push_str(&format!("; no denial found in {outlets}"));
    }
    // Who is not named may deny it in other words.
    let mut presence = sides(material, &shared, &[]);
    for (article, it) in material.story.indices().zip(&mut presence) {
        if *it == Presence::NoMatch && !without.contains(&article) {
            *it = Presence::Open;
        }
    }
    let finding = Finding {
        kind: FindingKind::Response,
        title,
        places: places(shared.iter().map(|it| it.place)),
        subject: Subject::Places,
        presence,
        alert: !without.is_empty(),
        confidence: Confidence::Likely,
        rule:
            "These outlets tell that something is denied, of a matter that shares words. An outlet \
               named as having no denial tells of the same matter and has no word for a denial."
                .to_owned(),
    };
    Some((score(RESPONSE, 1.0, &finding.presence), finding))
}

/// The article tells what is denied: it has every word that the objects of two denials share, two
/// of them no names, and says nowhere that it is not so.
fn tells(material: &Material<'_>, article: ArticleIdx, denials: &[&Told]) -> bool {
    denials.iter().enumerate().any(|(at, one)| {
        let mut others = denials.iter().skip(at + 1);
        others.any(|other| {
            let common: BTreeSet<u64> = one.object.intersection(&other.object).copied().collect();
            one.place.article != other.place.article && has_all(material, article, one, &common)
        })
    })
}

fn has_all(
    material: &Material<'_>,
    article: ArticleIdx,
    denial: &Told,
    common: &BTreeSet<u64>,
) -> bool {
    let tokens_of = |it: ArticleIdx| &material.story.annotations(it).tokens;
    let is_name = |lemma: u64| {
        let text = &material.story.article(denial.place.article).text;
        let mut tokens = tokens_in(tokens_of(denial.place.article), denial.place.span).iter();
        let capital = |it: &Token| it.span.of(text).starts_with(char::is_uppercase);
        tokens.any(|it| it.lemma == lemma && capital(it))
    };
    let n_articles = |lemma: u64| {
        let articles = material.story.indices();
        let has = |it: &ArticleIdx| tokens_of(*it).iter().any(|it| it.lemma == lemma);
        articles.filter(has).count()
    };
    let things: Vec<u64> = common.iter().copied().filter(|it| !is_name(*it)).collect();
    let rarest = things.iter().copied().min_by_key(|it| n_articles(*it));
    let own: BTreeSet<u64> = tokens_of(article).iter().map(|it| it.lemma).collect();
    things.len() >= MIN_THINGS
        && common.is_subset(&own)
        && rarest.is_some_and(|it| !takes_back(material, article, it))
}

/// A sentence of the article has the word and a negation.
fn takes_back(material: &Material<'_>, article: ArticleIdx, lemma: u64) -> bool {
    let annotations = material.story.annotations(article);
    let text = &material.story.article(article).text;
    annotations.sentences.iter().any(|it| {
        let tokens = tokens_in(&annotations.tokens, *it);
        let is_negated = tokens.iter().any(|it| {
            let lower = it.span.of(text).to_lowercase().replace('’', "'");
            material.lexicons.is_negation(&lower)
        });
        is_negated && tokens.iter().any(|it| it.lemma == lemma)
    })
}

/// Words of a party: a quotation, or that it denies or accuses.
struct Answer {
    place: Place,
    party: Party,
    /// The words that name the party.
    name: Option<Place>,
}

/// Each party that is silent in one outlet and heard in another.
fn silent(material: &Material<'_>) -> Vec<(f32, Finding)> {
    let silences: Vec<Told> = statements::told(material, |_, it| {
        it.kind == EvidenceKind::NoResponse && it.voice == Voice::Writer
    });
    let answers = answers(material);
    // One party's silence in several outlets is one finding.
    let mut groups: Vec<Vec<&Told>> = Vec::new();
    for told in silences.iter().filter(|it| it.party.is_known()) {
        let is_one = |it: &&mut Vec<&Told>| it[0].party.is(&told.party);
        match groups.iter_mut().find(is_one) {
            Some(group) => group.push(told),
            None => groups.push(vec![told]),
        }
    }
    groups
        .iter()
        .filter_map(|it| heard_elsewhere(material, it, &answers))
        .collect()
}

fn heard_elsewhere(
    material: &Material<'_>,
    silences: &[&Told],
    answers: &[Answer],
) -> Option<(f32, Finding)> {
    let party = &silences[0].party;
    let asked = asked(material, silences);
    let of_matter = |it: &&Answer| {
        asked.is_empty()
            || it
                .name
                .is_some_and(|it| shares_word(material, party.named, it))
            || speaks_of(material, it.place, &asked)
    };
    let heard: Vec<&Answer> = answers
        .iter()
        .filter(|it| party.is(&it.party))
        .filter(of_matter)
        .collect();
    let is_heard = |article: ArticleIdx| heard.iter().any(|it| it.place.article == article);
    // An outlet that has the party's words says only that it did not say more.
    let silences: Vec<&&Told> = silences
        .iter()
        .filter(|it| !is_heard(it.place.article))
        .collect();
    let first = silences.first()?;
    let silent: BTreeSet<ArticleIdx> = silences.iter().map(|it| it.place.article).collect();
    let answering: BTreeSet<ArticleIdx> = heard.iter().map(|it| it.place.article).collect();
    let name = heard.first()?.name?;
    let finding = Finding {
        kind: FindingKind::Response,
        title: format!(
            "No answer from {} in {}, words of {} in {}",
            material.quoted(first.party.named?),
            material.outlets(silent.iter().copied()),
            material.story.words(name),
            material.outlets(answering.iter().copied()),
        ),
        places: places(silences.iter().map(|it| it.shown).chain(few(&heard))),
        subject: Subject::Places,
        presence: material.presence(|it| {
            if silent.contains(&it) {
                Some(Presence::Differs)
            } else {
                answering.contains(&it).then_some(Presence::Same)
            }
        }),
        alert: true,
        confidence: Confidence::Likely,
        rule: "One outlet says that a party did not answer, another has words of a party of that \
               name. They may have been said at another hour or of another matter: read both."
            .to_owned(),
    };
    let substance = 1.15;
    Some((score(RESPONSE, substance, &finding.presence), finding))
}

/// Both have a capitalized word.
fn shares_word(material: &Material<'_>, one: Option<Place>, other: Place) -> bool {
    let capital = |it: &&str| it.starts_with(char::is_uppercase);
    let words = |it: Place| material.story.words(it).split_whitespace().filter(capital);
    one.is_some_and(|one| words(one).any(|it| words(other).any(|word| word == it)))
}

/// Lemmas of what a party was asked about, where an outlet tells it: a house whose people speak of
/// many things was silent on one.
fn asked(material: &Material<'_>, silences: &[&Told]) -> BTreeSet<u64> {
    const OF_ASKING: [&str; 9] = [
        "call",
        "comment",
        "email",
        "inquiry",
        "interview",
        "message",
        "query",
        "question",
        "request",
    ];
    let with_object = silences.iter().filter(|it| it.has_object);
    let lemmas = with_object.flat_map(|it| {
        let annotations = material.story.annotations(it.place.article);
        let text = &material.story.article(it.place.article).text;
        let tokens = annotations.tokens.iter();
        tokens.filter(move |token| {
            let shown = token.span.of(text);
            let noun = material.lexicons.lemma(shown, Tag::Noun);
            let verb = material.lexicons.lemma(shown, Tag::Verb);
            it.object.contains(&token.lemma)
                && shown.starts_with(char::is_lowercase)
                && !OF_ASKING.contains(&noun.as_str())
                && material.lexicons.reporting_verb(&verb).is_none()
        })
    });
    lemmas.map(|it| it.lemma).collect()
}

/// The sentence of the words, or one beside it, has one of the lemmas.
fn speaks_of(material: &Material<'_>, place: Place, lemmas: &BTreeSet<u64>) -> bool {
    let annotations = material.story.annotations(place.article);
    let at = annotations
        .sentences
        .iter()
        .position(|it| it.overlaps(place.span));
    at.is_none_or(|at| {
        let beside =
            &annotations.sentences[at.saturating_sub(1)..annotations.sentences.len().min(at + 2)];
        let mut tokens = beside
            .iter()
            .flat_map(|it| tokens_in(&annotations.tokens, *it));
        tokens.any(|it| lemmas.contains(&it.lemma))
    })
}

/// The first place of each article, then the second.
fn few(answers: &[&Answer]) -> Vec<Place> {
    const MOST_OF_ARTICLE: usize = 2;
    let mut res: Vec<Place> = Vec::new();
    for answer in answers {
        let of_article = res.iter().filter(|it| it.article == answer.place.article);
        if of_article.count() < MOST_OF_ARTICLE {
            res.push(answer.place);
        }
    }
    res
}

fn answers(material: &Material<'_>) -> Vec<Answer> {
    let mut res: Vec<Answer> = Vec::new();
    for article in material.story.indices() {
        for quotation in &material.story.annotations(article).quotations {
            let party = parties::of_sources(material, article, quotation);
            // What a company says of its goods is no answer, nor what its rules say.
            let is_of_goods =
                quotation.kind == QuotationKind::Reported && party.own_name().is_none();
            if is_of_goods || !speaks(material, article, quotation) {
                continue;
            }
            res.extend(credit(material, article, quotation).map(|place| {
                let mention = quotation.sources.first().and_then(|it| it.mention);
                Answer {
                    place,
                    name: party
                        .own_name()
                        .or(mention.map(|span| Place { article, span })),
                    party,
                }
            }));
        }
    }
    let spoken = statements::told(material, |place, it| {
        it.voice == Voice::Writer && parties::answers(material, place, it)
    });
    res.extend(spoken.into_iter().map(|it| Answer {
        place: it.shown,
        name: it.party.named,
        party: it.party,
    }));
    res.sort_by_key(|it| it.place);
    res
}

/// A source is somebody: a name, a body, a post; not `the line’s rules`.
fn speaks(material: &Material<'_>, article: ArticleIdx, quotation: &Quotation) -> bool {
    quotation.sources.iter().any(|it| match it.name {
        Name::Person(_) => true,
        Name::Words(span) => {
            let words = material.story.words(Place { article, span });
            let last = words.split_whitespace().next_back().unwrap_or_default();
            let noun = material.lexicons.lemma(&last.to_lowercase(), Tag::Noun);
            last.starts_with(char::is_uppercase)
                || material.lexicons.is_organization(&noun)
                || material.lexicons.speaks_for(&noun)
                || material.lexicons.role(&noun).is_some()
                || material.lexicons.title(&noun).is_some()
        }
    })
}

/// The words that name a source and say that it spoke.
fn credit(material: &Material<'_>, article: ArticleIdx, quotation: &Quotation) -> Option<Place> {
    let cue = quotation.cue.map(|it| Place {
        article,
        span: it.span,
    });
    let is_told = match quotation.kind {
        QuotationKind::Direct | QuotationKind::Mixed => true,
        QuotationKind::Reported => cue.is_some_and(|it| says(material, it)),
        QuotationKind::Scare => false,
    };
    if !is_told {
        return None;
    }
    let mention = quotation.sources.first()?.mention?;
    let text = &material.story.article(article).text;
    let said = quotation.cue.map_or(mention, |cue| {
        let (first, last) = (mention.min(cue.span), mention.max(cue.span));
        first.to(last)
    });
    let is_short = said.len() <= LONGEST_CREDIT && !said.of(text).contains(['“', '"', '\n']);
    let span = if is_short { said } else { mention };
    Some(Place { article, span })
}

/// `said`, `told reporters`; `ignored` is no answer.
fn says(material: &Material<'_>, cue: Place) -> bool {
    let words = material.story.words(cue).to_lowercase();
    let last = words.split_whitespace().next_back().unwrap_or_default();
    let first = words.split_whitespace().next().unwrap_or_default();
    [first, last].into_iter().any(|it| {
        let verb = material.lexicons.lemma(it, Tag::Verb);
        let verb = material.lexicons.reporting_verb(&verb);
        verb.is_some_and(|it| it.stance == "neutral" && it.beside_quotation())
    })
}

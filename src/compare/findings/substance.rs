//! How much an edit changes, and whether it can change the sense.

use super::Material;
use super::dropped::{changes_modal, is_cut_told, limits, stands_against};
use super::exchanged::{
    Exchange, MIN_EQUAL, are_mostly_one, are_otherwise_one, both_begin, exchange, n_changed,
    n_equal,
};
use crate::compare::strands::tokens_in;
use crate::lexicon::Tag;
use crate::model::{Edit, EditKind, Place, QuotationKind, Span, Story, Utterance, Witness};

/// Words up to which a witness is a fragment, whatever its kind.
const LONGEST_FRAGMENT: usize = 4;
/// Of longer words, those that a cut must have to be more than a trim.
const FEW_WORDS: usize = 3;
/// Words of an opening that is no finding by itself.
const LONGEST_OPENING: usize = 6;
/// Words of meaning that, gone from the middle of a quotation without a mark, change it.
const MANY_GONE: usize = 3;
/// Classes of occasions on which somebody writes.
const WRITTEN: [&str; 4] = ["filing", "letter", "post", "statement"];
/// Words for a view of one's own, not for how sure it is that something is so.
const OPINIONS: [&str; 8] = [
    "think", "thought", "seem", "seems", "seemed", "feel", "felt", "guess",
];

/// A few words in the writer's sentence: it never set out to give the whole.
fn is_of_fragment(story: &Story, witness: &Witness) -> bool {
    let quotation = &story.annotations(witness.place.article).quotations[witness.quotation];
    quotation.kind == QuotationKind::Mixed
        || story.words(witness.place).split_whitespace().count() <= LONGEST_FRAGMENT
}

/// A few words at the start are cut that limit nothing: `With today’s ruling`.
pub fn is_mere_opening(material: &Material<'_>, utterance: &Utterance, edit: &Edit) -> bool {
    let place = utterance.witnesses[edit.from].place;
    let is_short = edit.from_span.is_some_and(|span| {
        let words = material.story.words(Place { span, ..place });
        words.split_whitespace().count() <= LONGEST_OPENING
    });
    edit.kind == EditKind::Cut && begins(utterance, edit) && !edit.flags.hedge && is_short
}

/// How much an edit changes, 0 to about 1.6.
pub fn substance(material: &Material<'_>, utterance: &Utterance, edit: &Edit) -> f32 {
    let story = material.story;
    let is_limited = limits(material, utterance, edit) && is_statement(story, utterance, edit);
    let is_fragment = is_of_fragment(story, &utterance.witnesses[edit.to]);
    if edit.kind != EditKind::Wording && is_fragment && !is_limited {
        return 0.0;
    }
    let n_words = |witness: usize, span: Option<Span>| {
        span.map_or(0, |span| {
            span.of(&story
                .article(utterance.witnesses[witness].place.article)
                .text)
                .split_whitespace()
                .filter(|it| it.len() > 3)
                .count()
        })
    };
    let words = n_words(edit.from, edit.from_span).max(n_words(edit.to, edit.to_span));
    let length = f32::from(u8::try_from(words.min(10)).unwrap_or(10)) * 0.05;
    let kind = match edit.kind {
        EditKind::Bracket => 0.05,
        EditKind::Split => 0.1,
        EditKind::Splice => 0.3,
        EditKind::Wording | EditKind::Extension => 0.2,
        EditKind::Ellipsis => 0.4,
        EditKind::Cut if words < FEW_WORDS => 0.15,
        EditKind::Cut => 0.45,
        EditKind::Moved => 0.55,
    };
    let hedge = if edit.flags.hedge { 0.3 } else { 0.0 };
    let capital = if edit.flags.recapitalised && words >= FEW_WORDS {
        0.15
    } else {
        0.0
    };
    let turn = if is_limited { 0.3 } else { 0.0 };
    let exchange = match exchange(material, utterance, edit) {
        Exchange::OtherWords => 0.3,
        Exchange::OtherSentence => return 0.0,
        Exchange::No if contradicts(material, utterance, edit) => 0.6,
        Exchange::No if both_begin(utterance, edit) => return 0.0,
        Exchange::No if is_altered(material, utterance, edit) => 0.15,
        Exchange::No => 0.0,
    };
    kind + length + hedge + capital + turn + exchange
}

/// An edit that can change the sense: a negation, number, name or opposite; or, gone without a mark,
/// what limits it, many words, half of a sentence or the `but` that follows.
pub fn changes_sense(
    material: &Material<'_>,
    utterance: &Utterance,
    edit: &Edit,
    substance: f32,
) -> bool {
    let is_fragment = is_of_fragment(material.story, &utterance.witnesses[edit.to]);
    match edit.kind {
        EditKind::Wording if contradicts(material, utterance, edit) => true,
        EditKind::Wording if edit.from_span.is_some() && edit.to_span.is_some() => {
            is_of_fact(material, utterance, edit)
        }
        EditKind::Wording | EditKind::Splice
            if edit.to_span.is_none() || edit.from_span.is_none() =>
        {
            let limits = edit.flags.hedge && !is_opinion(material, utterance, edit);
            let n_gone = n_gone_inside(material, utterance, edit);
            is_altered(material, utterance, edit)
                && !is_reworded(material, utterance, edit)
                && (limits && edit.to_span.is_none()
                    || n_gone >= MANY_GONE && !is_fragment
                    || is_of_things(material, utterance, edit)
                        && are_written(material, utterance, edit))
        }
        EditKind::Cut if limits(material, utterance, edit) => {
            is_statement(material.story, utterance, edit)
        }
        EditKind::Cut if is_fragment || is_cut_told(material, utterance, edit) => false,
        EditKind::Cut => {
            edit.flags.hedge && !is_opinion(material, utterance, edit)
                || stands_against(material, utterance, edit)
                || edit.flags.recapitalised && substance > 0.8 && governs(material, utterance, edit)
        }
        EditKind::Moved => edit.flags.sentence_boundary && substance > 0.6 && !is_fragment,
        EditKind::Bracket
        | EditKind::Ellipsis
        | EditKind::Extension
        | EditKind::Splice
        | EditKind::Split
        | EditKind::Wording => false,
    }
}

/// Both cannot have been said: yes and no, must and can, one number and another.
pub fn contradicts(material: &Material<'_>, utterance: &Utterance, edit: &Edit) -> bool {
    is_turned(material, utterance, edit)
        || requires_otherwise(material, utterance, edit)
        || counts_otherwise(material, utterance, edit)
}

/// Inside a quotation, without a mark, words of meaning are gone or others stand.
fn is_altered(material: &Material<'_>, utterance: &Utterance, edit: &Edit) -> bool {
    let (gone, new) = n_changed(material, utterance, edit);
    gone + new > 0 && is_inside(material, utterance, edit)
}

/// It stands inside a quotation that is otherwise the same, without a mark.
fn is_inside(material: &Material<'_>, utterance: &Utterance, edit: &Edit) -> bool {
    let [base, witness] = [edit.from, edit.to].map(|it| &utterance.witnesses[it]);
    matches!(edit.kind, EditKind::Wording | EditKind::Splice)
        && !both_begin(utterance, edit)
        && !edit.marked
        && !base.reported
        && !witness.reported
        && are_otherwise_one(material, utterance, edit)
}

/// Another place between the two is put in other words: two sentences that share a half.
fn is_reworded(material: &Material<'_>, utterance: &Utterance, edit: &Edit) -> bool {
    let mut edits = inside(utterance, edit);
    edits.any(|it| {
        it.from_span.is_some() && it.to_span.is_some() && n_changed(material, utterance, it).1 > 0
    })
}

/// Words of meaning that are gone from all places inside the quotation.
fn n_gone_inside(material: &Material<'_>, utterance: &Utterance, edit: &Edit) -> usize {
    let n_gone = |it: &Edit| n_changed(material, utterance, it).0;
    inside(utterance, edit).map(n_gone).sum()
}

/// What is put otherwise between the two that the edit stands between.
fn inside<'a>(utterance: &'a Utterance, edit: &'a Edit) -> impl Iterator<Item = &'a Edit> {
    utterance
        .edits
        .iter()
        .filter(move |it| it.kind == EditKind::Wording && (it.from, it.to) == (edit.from, edit.to))
}

/// More than a name that one outlet gives in full.
fn is_of_things(material: &Material<'_>, utterance: &Utterance, edit: &Edit) -> bool {
    let sides = [(edit.from, edit.from_span), (edit.to, edit.to_span)];
    sides.iter().any(|(at, span)| {
        let mut words = words(material, &utterance.witnesses[*at], *span);
        words.any(|(word, is_content)| is_content && word.starts_with(char::is_lowercase))
    })
}

/// Both quote a letter or a post: what is written nobody can mishear.
fn are_written(material: &Material<'_>, utterance: &Utterance, edit: &Edit) -> bool {
    [edit.from, edit.to].iter().all(|it| {
        let witness = &utterance.witnesses[*it];
        let article = witness.place.article;
        let annotations = material.story.annotations(article);
        let text = &material.story.article(article).text;
        let own = annotations.quotations[witness.quotation].span;
        let mut around = annotations.sentences.iter().filter(|it| it.overlaps(own));
        around.any(|sentence| {
            let words = tokens_in(&annotations.tokens, *sentence).iter();
            let told = words.filter(|it| !own.overlaps(it.span));
            told.map(|it| it.span.of(text).to_lowercase()).any(|it| {
                let noun = material.lexicons.lemma(&it, Tag::Noun);
                let mut named = material.lexicons.occasions(&noun).iter();
                named.any(|(words, class)| words.len() == 1 && WRITTEN.contains(class))
            })
        })
    })
}

/// One outlet quotes that something must be, the other that it can or will.
fn requires_otherwise(material: &Material<'_>, utterance: &Utterance, edit: &Edit) -> bool {
    let [base, witness] = [edit.from, edit.to].map(|it| &utterance.witnesses[it]);
    !base.reported
        && !witness.reported
        && changes_modal(material, utterance, edit)
        && n_equal(material, base.place, witness.place) >= MIN_EQUAL
}

/// The quotation says something by itself: words of the speaker alone, or more than a few.
fn is_statement(story: &Story, utterance: &Utterance, edit: &Edit) -> bool {
    let witness = &utterance.witnesses[edit.to];
    let quotation = &story.annotations(witness.place.article).quotations[witness.quotation];
    let n_words = story.words(witness.place).split_whitespace().count();
    quotation.kind == QuotationKind::Direct && n_words >= FEW_WORDS || n_words > LONGEST_FRAGMENT
}

/// A number or a name against another, or two words of opposite sense: no matter of taste.
fn is_of_fact(material: &Material<'_>, utterance: &Utterance, edit: &Edit) -> bool {
    let words = |at: usize, span: Option<Span>| -> Vec<(&str, bool)> {
        words(material, &utterance.witnesses[at], span).collect()
    };
    let sides = [
        words(edit.from, edit.from_span),
        words(edit.to, edit.to_span),
    ];
    let is_name = |(word, is_content): &(&str, bool)| {
        let tag = material.lexicons.tag(&word.to_lowercase());
        let is_capital = word.starts_with(char::is_uppercase);
        *is_content && is_capital && tag.is_none_or(|it| it == Tag::Propn)
    };
    let lemmas = |words: &[(&str, bool)]| -> Vec<String> {
        let all = words.iter().flat_map(|(word, _)| {
            let lower = word.to_lowercase();
            [Tag::Noun, Tag::Verb, Tag::Adj].map(|tag| material.lexicons.lemma(&lower, tag))
        });
        all.collect()
    };
    let others = lemmas(&sides[1]);
    let is_opposite = || {
        lemmas(&sides[0]).iter().any(|it| {
            let mut opposites = material.lexicons.opposites(it).iter();
            opposites.any(|it| others.iter().any(|other| other == it))
        })
    };
    let are_names = || sides.iter().all(|it| it.iter().any(is_name));
    exchange(material, utterance, edit) == Exchange::OtherWords && are_names()
        || is_opposite() && is_inside(material, utterance, edit)
}

/// The words of a part of a witness, and whether each carries meaning.
fn words<'a>(
    material: &'a Material<'_>,
    witness: &Witness,
    span: Option<Span>,
) -> impl Iterator<Item = (&'a str, bool)> {
    let article = witness.place.article;
    let text = &material.story.article(article).text;
    let tokens = &material.story.annotations(article).tokens;
    let tokens = span.map_or(&[][..], |it| tokens_in(tokens, it)).iter();
    tokens.map(|it| (it.span.of(text), it.content))
}

/// One number stands where another outlet quotes another.
fn counts_otherwise(material: &Material<'_>, utterance: &Utterance, edit: &Edit) -> bool {
    let [base, witness] = [edit.from, edit.to].map(|it| &utterance.witnesses[it]);
    let numbers = |witness: &Witness, span: Option<Span>| -> Vec<f64> {
        let value = |(word, _): (&str, bool)| {
            let is_digits = word.starts_with(|c: char| c.is_ascii_digit());
            let digits = is_digits.then(|| word.replace(',', "").parse().ok());
            let lower = word.to_lowercase();
            let named = || material.lexicons.number(&lower).map(|it| it.0);
            digits.flatten().or_else(named)
        };
        words(material, witness, span).filter_map(value).collect()
    };
    let (from, to) = (
        numbers(base, edit.from_span),
        numbers(witness, edit.to_span),
    );
    let is_quoted = !base.reported && !witness.reported && !edit.marked;
    edit.kind == EditKind::Wording
        && is_quoted
        && !from.is_empty()
        && !to.is_empty()
        && from != to
        && n_equal(material, base.place, witness.place) >= MIN_EQUAL
}

/// The one says what the other denies: a negation more on one side.
pub fn is_turned(material: &Material<'_>, utterance: &Utterance, edit: &Edit) -> bool {
    let [base, witness] = [edit.from, edit.to].map(|it| &utterance.witnesses[it]);
    let is_negated = |witness: &Witness, span: Option<Span>| {
        let words = words(material, witness, span);
        let lower = words.map(|it| it.0.to_lowercase().replace('’', "'"));
        let negations = lower.filter(|it| material.lexicons.is_negation(it));
        negations.count() % 2 == 1
    };
    edit.kind == EditKind::Wording
        && !base.reported
        && !witness.reported
        && is_negated(base, edit.from_span) != is_negated(witness, edit.to_span)
        && n_equal(material, base.place, witness.place) >= MIN_EQUAL
}

/// Where the base has what is cut from a sentence the witness goes on with other words: each quotes
/// a sentence of its own.
pub fn goes_on_otherwise(material: &Material<'_>, utterance: &Utterance, edit: &Edit) -> bool {
    let Some(cut) = edit.from_span.filter(|_| edit.kind == EditKind::Cut) else {
        return false;
    };
    let story = material.story;
    let [base, witness] = [edit.from, edit.to].map(|it| &utterance.witnesses[it]);
    let of = |it: &Witness| {
        let quotation = &story.annotations(it.place.article).quotations[it.quotation];
        (&story.article(it.place.article).text, quotation.span)
    };
    let ((base_text, base_span), (text, whole)) = (of(base), of(witness));
    let place = witness.place.span;
    let (joint, rest) = if begins(utterance, edit) {
        (cut.end(), whole.start()..place.start())
    } else {
        (cut.start(), place.end()..whole.end())
    };
    let around = base_text.get(..joint).unwrap_or_default().trim_end();
    let ends_sentence = |it: &str| it.ends_with(['.', '!', '?']);
    let follows = base_text.get(joint..).unwrap_or_default().chars().next();
    let is_between = ends_sentence(around) || follows.is_some_and(|it| ".!?".contains(it));
    let whole = Place {
        span: base_span,
        ..base.place
    };
    let rest = Span::new(text, rest).map(|span| Place {
        span,
        ..witness.place
    });
    !is_between
        && rest.is_some_and(|it| has_words(material, it) && !are_mostly_one(material, it, whole))
}

fn has_words(material: &Material<'_>, place: Place) -> bool {
    let tokens = &material.story.annotations(place.article).tokens;
    tokens_in(tokens, place.span).iter().any(|it| it.content)
}

/// The half of a sentence that is cut is no statement beside what is left: `Although it is late,`,
/// not `It is late and`, nor `I think`.
fn governs(material: &Material<'_>, utterance: &Utterance, edit: &Edit) -> bool {
    let base = utterance.witnesses[edit.from].place;
    let Some(span) = edit.from_span else {
        return false;
    };
    let words = material.story.words(Place { span, ..base }).to_lowercase();
    let mut last = words
        .split_whitespace()
        .rev()
        .skip_while(|it| matches!(*it, "i" | "we" | "that") || OPINIONS.contains(it));
    let last = last.next();
    last.is_some_and(|it| !matches!(it, "and" | "but" | "so" | "why"))
}

/// `I think`, `it seems to me`: whose view it is, not how sure it is that it is so.
fn is_opinion(material: &Material<'_>, utterance: &Utterance, edit: &Edit) -> bool {
    let base = utterance.witnesses[edit.from].place;
    let Some(span) = edit.from_span else {
        return false;
    };
    let words = material.story.words(Place { span, ..base }).to_lowercase();
    let mut hedges = material.lexicons.hedges_in(&words);
    hedges.all(is_of_opinion)
}

/// `think`, `seems`: a view of one's own.
pub fn is_of_opinion(hedge: &str) -> bool {
    OPINIONS.contains(&hedge)
}

/// The cut is at the start of the base, not at its end.
pub fn begins(utterance: &Utterance, edit: &Edit) -> bool {
    let base = utterance.witnesses[edit.from].place.span;
    edit.from_span.is_some_and(|it| {
        it.start().saturating_sub(base.start()) <= base.end().saturating_sub(it.end())
    })
}

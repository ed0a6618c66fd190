//! What all sections are built from: outlets by mark and name, signs, links to a place.

use std::collections::BTreeMap;

use maud::{Markup, PreEscaped, html};

use super::marks::Marks;
use crate::model::{ArticleIdx, Place, Presence};
use crate::report::edition::Edition;

/// How many outlets have a mark of their own before the marks repeat.
const MARKS: usize = 8;

/// More outlets than this are counted.
const MOST_SIGNS: usize = 8;

/// The drawings that [`who`] and [`sign`] refer to.
pub fn drawings() -> Markup {
    PreEscaped(include_str!("../../../assets/report/signs.svg").to_owned())
}

/// The mark of an outlet and its name.
pub fn who(edition: &Edition<'_>, article: ArticleIdx) -> Markup {
    html! {
        span.who { (outlet_mark(article)) (edition.label(article)) }
    }
}

pub fn outlet_mark(article: ArticleIdx) -> Markup {
    let nth = article.0 % MARKS + 1;
    html! {
        svg class={ "mark o" (nth) } aria-hidden="true" { use href={ "#mark-" (nth) }; }
    }
}

/// What each outlet has of a finding, a sign each; of many outlets, how many have what.
pub fn signs(edition: &Edition<'_>, presence: &[Presence]) -> Markup {
    if presence.len() > MOST_SIGNS {
        return counted_signs(presence);
    }
    let outlets = edition.story.indices().zip(presence);
    html! {
        ul.signs aria-label="By outlet" {
            @for (article, presence) in outlets {
                @let (id, name) = sign(*presence);
                @let title = format!("{}: {name}", edition.label(article));
                li title=(title) {
                    svg class={ "sign " (id) } aria-hidden="true" { use href={ "#sign-" (id) }; }
                    span.unseen { (title) }
                }
            }
        }
    }
}

fn counted_signs(presence: &[Presence]) -> Markup {
    let mut n_of: BTreeMap<Presence, usize> = BTreeMap::new();
    for it in presence {
        *n_of.entry(*it).or_default() += 1;
    }
    html! {
        ul.signs aria-label="Outlets" {
            @for (presence, n) in n_of {
                @let (id, name) = sign(presence);
                li title=(name) {
                    svg class={ "sign " (id) } aria-hidden="true" { use href={ "#sign-" (id) }; }
                    span.unseen { (name) ": " } (n)
                }
            }
        }
    }
}

/// Its drawing, and its name.
pub fn sign(presence: Presence) -> (&'static str, &'static str) {
    match presence {
        Presence::Same => ("same", "same"),
        Presence::Edited => ("edited", "edited"),
        Presence::OtherSpeaker => ("speaker", "other speaker"),
        Presence::Reported => ("told", "reported"),
        Presence::Differs => ("differs", "differs"),
        Presence::OnlyHere => ("only", "only here"),
        Presence::Open => ("open", "may tell it in other words"),
        Presence::NoMatch => ("none", "no match found"),
    }
}

/// The words of a place in quotation marks, and the link to it.
pub fn cited(edition: &Edition<'_>, marks: &Marks, place: Place) -> Markup {
    let article = edition.story.article(place.article);
    html! {
        span.words lang=[article.language.as_deref()] dir="auto" { (edition.quoted(place)) } " "
        (at(edition, marks, place))
    }
}

/// The paragraph of a place, which leads there.
pub fn at(edition: &Edition<'_>, marks: &Marks, place: Place) -> Markup {
    let target = marks.target(edition.story.article(place.article), place);
    html! { a.at href=(target) { (edition.paragraph(place)) } }
}

//! Who does what to whom, when and where: the clauses of an article, by a finite-state search.
//!
//! ```text
//! On Monday the gate was opened by two engineers to free the boats.
//!   predicate open · agent two engineers · patient the gate · time On Monday · purpose free the boats
//! ```
//! One clause for each verb. A role that is not plain to see is not said: whoever reads a clause
//! takes a missing role as unknown, never as nothing. About four in five are right.

mod circumstances;
mod roles;
mod times;
mod under;
mod verbs;

use std::ops::Range;

use self::circumstances::Told;
use self::roles::Found;
use self::under::Contents;
use self::verbs::{Form, Verb};
use super::names;
use super::outer::Item;
use super::sentence::Sentence;
use super::words::{Tag, Word};
use crate::lexicon::{ClauseWord, Lexicons};
use crate::model::{
    Circumstance, CircumstanceKind, Clause, Date, Modality, Phrase, Quotation, QuotationKind, Span,
    Voice,
};

/// What the clauses are read from.
pub struct Material<'a> {
    pub text: &'a str,
    pub words: &'a [Word<'a>],
    /// Headline, dek and sentences of the prose.
    pub sentences: &'a [Span],
    pub quotations: &'a [Quotation],
    pub published: Option<Date>,
    pub lexicons: &'a Lexicons,
}

/// All clauses, by sentence, then by verb.
pub fn clauses(material: &Material<'_>) -> Vec<Clause> {
    let mut res = Vec::new();
    let contents = Contents::new(material.quotations);
    for span in material.sentences {
        let from = material
            .words
            .partition_point(|it| it.span.start() < span.start());
        let to = material
            .words
            .partition_point(|it| it.span.end() <= span.end());
        let items: Vec<Item> = (from..to)
            .filter(|it| !is_quotation_mark(material.words[*it].text))
            .map(Item::Word)
            .collect();
        let sentence = Sentence {
            text: material.text,
            items: &items,
            words: material.words,
            marked: &[],
            lexicons: material.lexicons,
        };
        let reader = Reader {
            material,
            contents: &contents,
            sentence: &sentence,
        };
        let mut begins = 0;
        let mut before = roles::Before::default();
        for at in 0..sentence.len() {
            if let Some(mut verb) = verbs::verb(&sentence, at) {
                // `will continue to buy` is still to come.
                if let Some(last) = before.verb.filter(|it| it.head + 1 == verb.first)
                    && verb.form == Form::Infinitive
                {
                    verb.modality = verb.modality.max(last.modality);
                }
                let subject = roles::subject(&sentence, &verb, &before);
                res.extend(reader.clause(&verb, begins, subject.clone()));
                begins = at + 1;
                if verb.form == Form::Finite {
                    before.finite.clone_from(&subject);
                }
                before.last = subject;
                before.verb = Some(verb);
            }
        }
    }
    res
}

fn is_quotation_mark(text: &str) -> bool {
    matches!(
        text,
        "“" | "”" | "\"" | "‘" | "[" | "]" | "''" | "``" | "„" | "«" | "»"
    )
}

struct Reader<'s, 'a> {
    material: &'s Material<'a>,
    contents: &'s Contents<'a>,
    sentence: &'s Sentence<'s>,
}

impl Reader<'_, '_> {
    /// The clause of a verb with its subject; `begins` is past the verb before.
    fn clause(&self, verb: &Verb, begins: usize, subject: Option<Found>) -> Option<Clause> {
        let sentence = self.sentence;
        let (object, after) = roles::object(sentence, verb);
        let times = times::Reader {
            sentence,
            published: self.material.published,
            is_future: verb.modality != Modality::Done,
        };
        let (mut told, by, end) = circumstances::read(&times, after..sentence.len(), verb.passive);
        let opening = self.opening(&times, verb, begins);
        let first = opening
            .first()
            .map(|it| it.items.start)
            .into_iter()
            .chain(subject.as_ref().map(|it| it.items.start))
            .filter(|it| *it >= begins || verb.form == Form::Finite)
            .min()
            .unwrap_or(verb.first)
            .min(verb.first);
        let last = end.max(after).max(verb.head + 1);
        told.splice(0..0, opening);
        let undergoes = object.is_none()
            && sentence.word(verb.head).is_some_and(|it| {
                let lexicons = self.material.lexicons;
                lexicons.is_clause_word(ClauseWord::Moves, &it.lemma)
            });
        let (agent, patient) = if verb.passive {
            (by, subject)
        } else if undergoes {
            (None, subject)
        } else {
            (subject, object)
        };
        let (predicate, patient) = self.act(verb, patient, &told);
        let verb_span = self.span(&(verb.first..verb.head + 1))?;
        let span = self.span(&(first..last))?;
        Some(Clause {
            span,
            verb: verb_span,
            predicate,
            negated: verb.negated,
            modality: verb.modality,
            agent: agent.and_then(|it| self.phrase(&it)),
            patient: patient.and_then(|it| self.phrase(&it)),
            circumstances: told.iter().filter_map(|it| self.circumstance(it)).collect(),
            voice: self.voice(verb_span),
            under: self.contents.around(verb_span),
        })
    }

    /// What stands before the subject, and between subject and verb.
    fn opening(&self, times: &times::Reader<'_, '_>, verb: &Verb, begins: usize) -> Vec<Told> {
        if verb.form != Form::Finite {
            return Vec::new();
        }
        let mut res = Vec::new();
        let mut at = begins;
        while at < verb.first {
            let opens = at == 0 || at > begins || begins == 0;
            match times.time(at).filter(|it| it.end <= verb.first && opens) {
                Some(found) => {
                    res.push(Told {
                        kind: CircumstanceKind::Time,
                        items: at..found.end,
                        inner: found.inner..found.end,
                        time: Some(found.time),
                    });
                    at = found.end;
                }
                None => match circumstances::cause(self.sentence, at)
                    .filter(|it| opens && it.items.end <= verb.first)
                {
                    Some(told) => {
                        at = told.items.end;
                        res.push(told);
                    }
                    None => at += 1,
                },
            }
        }
        res
    }

    /// The act and what it is done to: of `imposed a ban on boats` the ban, and the boats.
    fn act(&self, verb: &Verb, patient: Option<Found>, told: &[Told]) -> (String, Option<Found>) {
        let lemma = self
            .sentence
            .word(verb.head)
            .map_or_else(String::new, |it| it.lemma.clone());
        let lexicons = self.material.lexicons;
        // `supplied the town with barges`: who gets them stands first.
        let given = || {
            let mut means = told.iter().filter(|it| it.kind == CircumstanceKind::Means);
            let with = means.find(|it| self.sentence.is(it.items.start, "with"))?;
            roles::phrase(self.sentence, with.inner.clone())
        };
        if lexicons.predicate(&lemma) == "supply"
            && patient.is_some()
            && let Some(given) = given()
        {
            return (lemma, Some(given));
        }
        let noun = patient
            .as_ref()
            .and_then(|it| self.sentence.word(it.head.end - 1));
        let Some(noun) = noun.filter(|it| {
            it.tag == Tag::Noun
                && lexicons.is_clause_word(ClauseWord::Light, &lemma)
                && lexicons.is_listed_act(&it.lemma)
        }) else {
            return (lemma, patient);
        };
        let target = told
            .iter()
            .find(|it| it.kind == CircumstanceKind::Target)
            .and_then(|it| roles::phrase(self.sentence, it.inner.clone()));
        (noun.lemma.clone(), target)
    }

    fn span(&self, items: &Range<usize>) -> Option<Span> {
        let words = self.sentence.words_of(items)?;
        Some(names::span(self.material.text, self.material.words, &words))
    }

    fn phrase(&self, found: &Found) -> Option<Phrase> {
        Some(Phrase {
            span: self.span(&found.items)?,
            head: self.span(&found.head)?,
        })
    }

    fn circumstance(&self, told: &Told) -> Option<Circumstance> {
        Some(Circumstance {
            kind: told.kind,
            span: self.span(&told.items)?,
            inner: self.span(&told.inner)?,
            time: told.time,
        })
    }

    fn voice(&self, verb: Span) -> Voice {
        let quoted = self
            .material
            .quotations
            .iter()
            .any(|it| it.kind != QuotationKind::Reported && it.span.covers(verb));
        if quoted { Voice::Quoted } else { Voice::Writer }
    }
}

#[cfg(test)]
mod tests {
    use crate::annotate::{self, tests::written};
    use crate::lexicon::Lexicons;
    use crate::model::{Clause, Date, Modality, Phrase, Published, Time};

    /// Clauses of a text published on Friday, 11 April 2031.
    fn clauses(shown: &str) -> (String, Vec<Clause>) {
        let mut article = written(shown);
        let date = Date {
            year: 2031,
            month: 4,
            day: 11,
        };
        article.published = Some(Published { date, span: None });
        let found = annotate::article(&article, &[], Lexicons::english());
        (article.text, found.clauses)
    }

    /// Each clause as `act | agent | patient | circumstances`, unknown ones `-`.
    #[track_caller]
    fn check(shown: &str, wanted: &[&str]) {
        let (text, clauses) = clauses(shown);
        let words = |phrase: Option<Phrase>| phrase.map_or("-", |it| it.span.of(&text));
        let told: Vec<String> = clauses
            .iter()
            .map(|it| {
                let circumstances: Vec<String> = it
                    .circumstances
                    .iter()
                    .map(|it| format!("{:?} {}", it.kind, it.span.of(&text)))
                    .collect();
                let negation = if it.negated { "not " } else { "" };
                let modality = match it.modality {
                    Modality::Done => String::new(),
                    other => format!(" {other:?}"),
                };
                format!(
                    "{negation}{}{modality} | {} | {} | {}",
                    it.predicate,
                    words(it.agent),
                    words(it.patient),
                    circumstances.join(", ")
                )
            })
            .collect();
        assert_eq!(told, wanted);
    }

    #[test]
    fn who_does_what_to_whom() {
        check(
            "The port bought 40 barges.",
            &["buy | The port | 40 barges | "],
        );
        check(
            "Forty barges were bought by the port.",
            &["buy | the port | Forty barges | "],
        );
        check(
            "The town welcomed barges bought by the port.",
            &[
                "welcome | The town | barges | ",
                "buy | the port | barges | ",
            ],
        );
        check(
            "Engineers opened the gate and freed two boats.",
            &[
                "open | Engineers | the gate | ",
                "free | Engineers | two boats | ",
            ],
        );
        check(
            "The workers that are based in Halvane have opened the gate.",
            &[
                "base | - | The workers | Place in Halvane",
                "open | The workers | the gate | ",
            ],
        );
        check(
            "Ada Ruiz, Karl Ode opened the gate.",
            &["open | Ada Ruiz, Karl Ode | the gate | "],
        );
        check("Two sailors died.", &["die | - | Two sailors | "]);
    }

    #[test]
    fn polarity_and_modality() {
        check(
            "The port did not buy barges.",
            &["not buy | The port | barges | "],
        );
        check("The gate is not open.", &["not be | The gate | - | "]);
        check(
            "The port will buy barges.",
            &["buy Planned | The port | barges | "],
        );
        check(
            "The port may have bought barges.",
            &["buy Possible | The port | barges | "],
        );
        check(
            "The port should sell barges.",
            &["sell Asked | The port | barges | "],
        );
        check(
            "The port planned to buy barges.",
            &[
                "plan | The port | - | ",
                "buy Planned | The port | barges | ",
            ],
        );
        check(
            "The port continued to buy barges.",
            &["continue | The port | - | ", "buy | The port | barges | "],
        );
    }

    #[test]
    fn what_stands_beside_the_verb() {
        check(
            "On Monday the port bought barges in Halvane.",
            &["buy | the port | barges | Time On Monday, Place in Halvane"],
        );
        check(
            "The port on Monday bought barges from Skarne Lines.",
            &["buy | The port | barges | Time on Monday, Origin from Skarne Lines"],
        );
        check(
            "The port closed the gate because of the storm.",
            &["close | The port | the gate | Cause because of the storm"],
        );
        check(
            "The port bought barges to carry grain.",
            &[
                "buy | The port | barges | Purpose to carry grain",
                "carry Planned | - | grain | ",
            ],
        );
        check(
            "The thief opened the gate with a crowbar.",
            &["open | The thief | the gate | Means with a crowbar"],
        );
        check(
            "The port gave barges to the town.",
            &["give | The port | barges | Place to the town"],
        );
        check(
            "The port supplied the town with barges.",
            &["supply | The port | barges | Means with barges"],
        );
        check(
            "The town published its most recent two years of lists on Monday.",
            &["publish | The town | two years of lists | Time on Monday"],
        );
        check(
            "The town imposed a ban on barges on Monday.",
            &["ban | The town | barges | Target on barges, Time on Monday"],
        );
    }

    #[test]
    fn a_clause_ends_where_the_next_begins() {
        check(
            "The port bought barges, while the town sold boats in May.",
            &[
                "buy | The port | barges | ",
                "sell | the town | boats | Time in May",
            ],
        );
        check(
            "Ruiz left because the gate was open.",
            &["leave | Ruiz | - | ", "be | the gate | - | "],
        );
    }

    #[track_caller]
    fn check_time(words: &str, wanted: &str) {
        let (_, clauses) = clauses(&format!("The port bought barges {words}."));
        let time = clauses[0].circumstances.iter().find_map(|it| it.time);
        let shown = time.map(|it: Time| {
            let part = |field: Option<i32>| field.map_or("?".to_owned(), |it| it.to_string());
            let date = [it.year, it.month.map(i32::from), it.day.map(i32::from)].map(part);
            format!("{} {:?}", date.join("-"), it.bound)
        });
        assert_eq!(shown.as_deref(), Some(wanted), "{words}");
    }

    #[test]
    fn times_are_resolved_as_far_as_the_text_allows() {
        check_time("on Thursday", "2031-4-10 At");
        check_time("on Friday", "2031-4-11 At");
        check_time("on Saturday", "2031-4-5 At");
        check_time("yesterday", "2031-4-10 At");
        check_time("last month", "2031-3-? At");
        check_time("last year", "2030-?-? At");
        check_time("since July", "2030-7-? Since");
        check_time("in March", "2031-3-? At");
        check_time("on 9 April 2029", "2029-4-9 At");
        check_time("on April 9, 2029", "2029-4-9 At");
        check_time("at the end of August", "2030-8-? At");
        check_time("two days ago", "2031-4-9 At");
        check_time("in 2014", "2014-?-? At");
        check_time("until 2030", "2030-?-? Until");
        check_time("in recent weeks", "?-?-? At");
        check_time("at 7 p.m. on Tuesday", "2031-4-8 At");
    }

    /// `on Thursday` of what is still to come may be the next one.
    #[test]
    fn times_to_come_are_not_resolved() {
        let (_, clauses) = clauses("The port will buy barges on Thursday.");
        let time = clauses[0].circumstances[0].time.expect("a time");
        assert_eq!((time.day, time.weekday), (None, Some(3)));
    }

    #[test]
    fn a_clause_knows_in_whose_words_it_stands() {
        let (_, clauses) = clauses("Ada Ruiz said the port bought barges. The town slept.");
        let under: Vec<bool> = clauses.iter().map(|it| it.under.is_some()).collect();
        assert_eq!(under, [false, true, false]);
    }
}

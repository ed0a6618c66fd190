//! What the program writes is as `assets/schema/crossread-1.schema.json` says, and the schema says
//! nothing that is not written.
//!
//! A crate that checks schemas brings more crates than the rest of the core has; the few keywords
//! that ours uses are checked here, and any other fails.

mod common;
#[path = "common/texts.rs"]
mod texts;

use std::collections::BTreeSet;
use std::fs;
use std::sync::atomic::AtomicBool;

use crossread::model::{
    Anchor, Comparison, Decision, Judgment, Loss, Problem, Standing, Story, Target,
};
use crossread::pipeline::{Cache, Watch};
use crossread::{anchor, pipeline, report};
use regex::Regex;
use serde_json::{Map, Value, json};

use common::compared;
use texts::inputs;

fn schema() -> Value {
    let text = fs::read_to_string("assets/schema/crossread-1.schema.json").expect("the schema");
    serde_json::from_str(&text).expect("JSON")
}

/// Holds a value against the schema.
struct Checker<'a> {
    schema: &'a Value,
    against: Vec<String>,
    /// Fields that were met, as `article.outlet.basis`.
    met: BTreeSet<String>,
}

impl<'a> Checker<'a> {
    fn new(schema: &'a Value) -> Self {
        Self {
            schema,
            against: Vec::new(),
            met: BTreeSet::new(),
        }
    }

    fn check(&mut self, value: &Value, schema: &Value, at: &str) {
        for (keyword, asked) in schema.as_object().expect("a schema is an object") {
            let holds = match keyword.as_str() {
                "$schema" | "$id" | "$defs" | "title" | "description" | "format" => true,
                "$ref" => {
                    let name = asked.as_str().and_then(|it| it.strip_prefix("#/$defs/"));
                    let name = name.expect("a definition of ours");
                    let schema = &self.schema["$defs"][name];
                    assert!(schema.is_object(), "{name} is not defined");
                    self.check(value, schema, name);
                    true
                }
                "type" => match asked {
                    Value::Array(names) => names.iter().any(|it| is_of_type(value, it)),
                    name => is_of_type(value, name),
                },
                "const" => value == asked,
                "enum" => asked.as_array().expect("a list").contains(value),
                "pattern" => value.as_str().is_none_or(|it| {
                    let pattern = Regex::new(asked.as_str().expect("a pattern"));
                    pattern.expect("a pattern").is_match(it)
                }),
                "minimum" => value.as_f64().is_none_or(|it| Some(it) >= asked.as_f64()),
                "maximum" => value.as_f64().is_none_or(|it| Some(it) <= asked.as_f64()),
                "minItems" => length(value).is_none_or(|it| Some(it) >= asked.as_u64()),
                "maxItems" => length(value).is_none_or(|it| Some(it) <= asked.as_u64()),
                "items" => {
                    for it in value.as_array().into_iter().flatten() {
                        self.check(it, asked, &format!("{at}[]"));
                    }
                    true
                }
                "prefixItems" => {
                    let values = value.as_array().into_iter().flatten();
                    for (it, asked) in values.zip(asked.as_array().expect("a list")) {
                        self.check(it, asked, at);
                    }
                    true
                }
                "anyOf" => {
                    // The one that the value is of; of two wrong ones the first tells more.
                    let choices = asked.as_array().expect("a list");
                    let choice = choices.iter().find(|it| {
                        let mut alone = Checker::new(self.schema);
                        alone.check(value, it, at);
                        alone.against.is_empty()
                    });
                    self.check(value, choice.unwrap_or(&choices[0]), at);
                    true
                }
                "required" => has_all(value, asked),
                "dependentRequired" => {
                    let asked = asked.as_object().expect("an object");
                    let mut met = asked.iter().filter(|it| value.get(it.0).is_some());
                    met.all(|it| has_all(value, it.1))
                }
                "properties" => {
                    self.check_fields(value, asked.as_object().expect("an object"), at);
                    true
                }
                other => panic!("{other}: no keyword that this test knows"),
            };
            if !holds {
                self.against
                    .push(format!("{at}: {keyword} {asked}, not {value}"));
            }
        }
    }

    fn check_fields(&mut self, value: &Value, fields: &Map<String, Value>, at: &str) {
        for (name, value) in value.as_object().into_iter().flatten() {
            let at = format!("{at}.{name}");
            match fields.get(name) {
                Some(schema) => self.check(value, schema, &at),
                None => self.against.push(format!("{at}: not described")),
            }
            self.met.insert(at);
        }
    }
}

fn is_of_type(value: &Value, name: &Value) -> bool {
    match name.as_str().expect("a type") {
        "array" => value.is_array(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_u64() || value.is_i64(),
        "null" => value.is_null(),
        "number" => value.is_number(),
        "object" => value.is_object(),
        "string" => value.is_string(),
        other => panic!("{other} is no type"),
    }
}

fn length(value: &Value) -> Option<u64> {
    value.as_array().map(|it| it.len() as u64)
}

fn has_all(value: &Value, names: &Value) -> bool {
    let mut names = names.as_array().expect("a list").iter();
    names.all(|it| value.get(it.as_str().expect("a name")).is_some())
}

/// All fields that the schema describes, as `Checker::met` names them.
fn described(schema: &Value, at: &str, res: &mut BTreeSet<String>) {
    for (name, field) in schema["properties"].as_object().into_iter().flatten() {
        let at = format!("{at}.{name}");
        described(field, &at, res);
        res.insert(at);
    }
    if schema["items"].is_object() {
        described(&schema["items"], &format!("{at}[]"), res);
    }
}

/// What is written of stories that have everything.
fn written() -> Vec<Value> {
    let rescue = "Lifeboats rescued sixty passengers from the stern deck before the ferry sank";
    let one = format!("Skarnian troops came on Monday night.\n\n{rescue} on Tuesday night.\n");
    let other = format!("The mayor met Skarnian trainers.\n\n{rescue}, police say.\n");
    let names = [("a.txt", one.as_str()), ("b.txt", other.as_str())];
    let wall = "The wall at Kelden held all night, the port said on Monday. Lifeboats took 12 sailors \
                from the basin before the tide turned over the bar.\n";
    let again = wall.replace("12", "14");
    let coast = |text: &str| format!("outlet: Coast Wire\n\n{text}");
    let problem = Problem {
        file: "lost.txt".to_owned(),
        message: "cannot be opened".to_owned(),
    };
    let stories = [
        pipeline::sample(),
        inputs(&names),
        inputs(&[("a.txt", wall), ("b.txt", &again)]),
        inputs(&[("a.txt", &coast(wall)), ("b.txt", &coast(&again))]),
        Vec::new(),
    ];
    let mut res = Vec::new();
    for inputs in stories {
        let (story, comparison) = compared(&inputs);
        let problems = std::slice::from_ref(&problem);
        let pages = [
            report::json::comparison(&story, &comparison, problems),
            report::json::articles(&story, problems),
        ];
        res.extend(pages.map(|it| serde_json::from_str::<Value>(&it).expect("JSON")));
    }
    let (story, comparison) = decided();
    let page = report::json::comparison(&story, &comparison, &[]);
    res.push(serde_json::from_str(&page).expect("JSON"));
    res
}

/// The sample with something decided about everything.
fn decided() -> (Story, Comparison) {
    let (articles, _) = pipeline::read(&pipeline::sample(), &[]);
    let (story, comparison) = compared(&pipeline::sample());
    // The last are of single words: what else is decided leaves them.
    let judge = |from_last: usize, judgment| {
        let at = comparison.findings.len() - from_last;
        let finding = anchor::finding(&story, &comparison.findings[at]);
        Decision::JudgeFinding { finding, judgment }
    };
    let witnesses = anchor::utterance(&story, &comparison.utterances[0]);
    let words = witnesses[0].clone();
    let names: Vec<Anchor> = comparison.speakers[..2]
        .iter()
        .map(|it| {
            let article = story.article(it.name.article);
            anchor::words(&anchor::article(article), &article.text, it.name.span)
        })
        .collect();
    let note = |on| Decision::Note {
        on,
        text: "ask again".to_owned(),
    };
    let decisions = [
        judge(1, Judgment::Rejected),
        judge(2, Judgment::Accepted),
        Decision::MergeUtterances {
            one: words.clone(),
            other: anchor::utterance(&story, &comparison.utterances[1])[0].clone(),
        },
        Decision::MergePeople {
            one: names[0].clone(),
            other: names[1].clone(),
        },
        note(Target::Words(words.clone())),
        note(Target::Words(Anchor {
            exact: "words that nobody wrote".to_owned(),
            start: 0,
            prefix: "never ".to_owned(),
            ..words.clone()
        })),
        note(Target::Article(words.article.clone())),
        Decision::SetDate {
            article: words.article.clone(),
            date: None,
        },
        Decision::Tag {
            on: Target::Quotation(words),
            tag: "gate".to_owned(),
        },
    ];
    let watch = Watch {
        progress: &|_| {},
        cancel: &AtomicBool::new(false),
    };
    let found = pipeline::compare(&articles, &decisions, &Cache::default(), &watch);
    let (story, comparison) = found.expect("nobody cancels");
    let lost = comparison.standings.iter();
    let lost = lost.filter(|it| **it != Standing::Applied);
    assert_eq!(lost.collect::<Vec<_>>(), [&Standing::Lost(Loss::Words)]);
    (story, comparison)
}

#[test]
fn what_is_written_is_as_the_schema_says() {
    let schema = schema();
    let mut checker = Checker::new(&schema);
    for value in written() {
        checker.check(&value, &schema, "");
    }
    assert!(
        checker.against.is_empty(),
        "\n{}",
        checker.against.join("\n")
    );
    let mut fields = BTreeSet::new();
    described(&schema, "", &mut fields);
    for (name, definition) in schema["$defs"].as_object().expect("definitions") {
        described(definition, name, &mut fields);
    }
    let missing: Vec<&String> = fields.difference(&checker.met).collect();
    assert!(
        missing.is_empty(),
        "described and never written: {missing:?}"
    );
}

#[test]
fn every_field_is_described_in_words() {
    fn check(schema: &Value, at: &str) {
        for (name, field) in schema["properties"].as_object().into_iter().flatten() {
            let words = field["description"].as_str().unwrap_or_default();
            assert!(
                words.len() > 5 && words.ends_with('.'),
                "{at}.{name}: {words}"
            );
            check(field, name);
            check(&field["items"], name);
        }
    }
    let schema = schema();
    check(&schema, "");
    for (name, definition) in schema["$defs"].as_object().expect("definitions") {
        check(definition, name);
    }
}

#[test]
fn the_checker_finds_what_is_wrong() {
    let schema = schema();
    let good = json!({ "schema": "crossread/1", "version": "1", "problems": [], "articles": [] });
    let against = |change: &dyn Fn(&mut Value)| {
        let mut value = good.clone();
        change(&mut value);
        let mut checker = Checker::new(&schema);
        checker.check(&value, &schema, "");
        checker.against.len()
    };
    assert_eq!(against(&|_| {}), 0);
    assert_eq!(against(&|it| it["schema"] = json!("crossread/2")), 1);
    assert_eq!(against(&|it| it["version"] = json!(1)), 1);
    assert_eq!(against(&|it| it["new"] = json!(1)), 1);
    assert_eq!(against(&|it| it["problems"] = json!([{ "file": "a" }])), 1);
    assert_eq!(against(&|it| it["findings"] = json!([])), 1);
}

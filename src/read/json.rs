//! Articles in JSON: schema.org (also inside of pages), and what extraction tools write.
//!
//! news-please, newspaper4k and trafilatura name the same things differently; each name that one of
//! them uses is tried. A list, or an object with a list, gives several articles.

use serde_json::{Map, Value};

use super::dates;
use super::draft::{Draft, Meta};
use crate::model::{BlockKind, Date};

type Object = Map<String, Value>;

/// Objects that stand deeper are not looked at.
const DEEPEST: usize = 12;

/// The articles of a JSON file; `None` if it is no JSON.
pub fn drafts(text: &str) -> Option<Vec<Draft>> {
    let mut objects = Vec::new();
    let whole = serde_json::from_str::<Value>(text);
    let values = match whole {
        Ok(value) => vec![value],
        // One object a line, as crawlers write them.
        Err(_) => text
            .lines()
            .filter(|it| !it.trim().is_empty())
            .map(|it| serde_json::from_str(it).ok())
            .collect::<Option<Vec<Value>>>()?,
    };
    for value in &values {
        let wanted = |it: &Object| is_article(it) || body(it).is_some();
        collect(value, DEEPEST, wanted, &mut objects);
    }
    Some(objects.into_iter().filter_map(draft).collect())
}

/// What the JSON-LD of a page says of its article; where no article is in it, of the page.
pub fn meta_of_page(scripts: &[String]) -> Meta {
    let values: Vec<Value> = scripts.iter().flat_map(|it| json_ld(it)).collect();
    let all = |wanted: fn(&Object) -> bool| {
        let mut res = Vec::new();
        for value in &values {
            collect(value, DEEPEST, wanted, &mut res);
        }
        res.into_iter().map(meta)
    };
    let article = all(is_article).fold(Meta::default(), Meta::or);
    all(is_page).fold(article, |res, page| {
        res.or(Meta {
            published: page.published,
            modified: page.modified,
            language: page.language,
            ..Meta::default()
        })
    })
}

/// The values of a script, up to one that is no JSON; what is around them is markup.
fn json_ld(script: &str) -> Vec<Value> {
    // Line breaks inside strings are not allowed in JSON and common in pages.
    let clean: String = script
        .chars()
        .map(|it| if it.is_control() { ' ' } else { it })
        .collect();
    let Some(first) = clean.find('{') else {
        return Vec::new();
    };
    let before = clean[..first].trim_end();
    let is_list = before.ends_with('[') && !before.ends_with("CDATA[");
    let start = if is_list { before.len() - 1 } else { first };
    let values = serde_json::Deserializer::from_str(&clean[start..]).into_iter();
    values.map_while(Result::ok).collect()
}

fn collect<'a>(
    value: &'a Value,
    depth: usize,
    wanted: fn(&Object) -> bool,
    res: &mut Vec<&'a Object>,
) {
    if depth == 0 {
        return;
    }
    match value {
        Value::Array(values) => {
            for value in values {
                collect(value, depth - 1, wanted, res);
            }
        }
        Value::Object(object) => {
            if wanted(object) {
                res.push(object);
                return;
            }
            for value in object.values() {
                collect(value, depth - 1, wanted, res);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// schema.org knows many kinds of articles; all their names end alike.
fn is_article(object: &Object) -> bool {
    is_named(object, &["Article", "BlogPosting"])
}

fn is_page(object: &Object) -> bool {
    is_named(object, &["WebPage"])
}

/// The type of the object ends with one of these.
fn is_named(object: &Object, ends: &[&str]) -> bool {
    let named = |it: &Value| {
        it.as_str()
            .is_some_and(|it| ends.iter().any(|end| it.ends_with(end)))
    };
    match object.get("@type") {
        Some(Value::Array(names)) => names.iter().any(named),
        Some(name) => named(name),
        None => false,
    }
}

fn body(object: &Object) -> Option<&str> {
    first(
        object,
        &[
            "articleBody",
            "maintext",
            "text",
            "body",
            "content",
            "raw_text",
        ],
    )
    .filter(|it| it.split_whitespace().count() > 3)
}

fn draft(object: &Object) -> Option<Draft> {
    let text = body(object)?;
    let meta = meta(object);
    let mut res = Draft::default();
    if let Some(headline) = &meta.headline {
        res.push(BlockKind::Headline, headline);
    }
    if let Some(byline) = &meta.byline {
        res.push(BlockKind::Byline, byline);
    }
    let plain = Draft::plain(text.to_owned(), Meta::default());
    for block in &plain.blocks {
        let words = block.span.of(&plain.text);
        let repeats = |it: &Option<String>| it.as_deref() == Some(words);
        let kind = match block.kind {
            BlockKind::Headline | BlockKind::Dek | BlockKind::Byline
                if repeats(&meta.headline) || repeats(&meta.byline) =>
            {
                continue;
            }
            // The body begins with its first line, unless it repeats the headline.
            BlockKind::Headline | BlockKind::Dek => BlockKind::Prose,
            kind => kind,
        };
        res.push(kind, words);
    }
    res.split_dateline();
    res.meta = meta;
    Some(res)
}

fn meta(object: &Object) -> Meta {
    Meta {
        outlet: names(
            object,
            &[
                "publisher",
                "sitename",
                "source_name",
                "outlet",
                "site_name",
            ],
        )
        .or_else(|| host(object)),
        headline: first(object, &["headline", "title", "name"]).map(words),
        byline: names(object, &["author", "authors", "creator", "byline"]),
        published: date(
            object,
            &[
                "datePublished",
                "date_publish",
                "publish_date",
                "published",
                "date",
                "dateCreated",
            ],
        ),
        modified: date(
            object,
            &["dateModified", "date_modify", "modified", "updated"],
        ),
        address: first(
            object,
            &["url", "mainEntityOfPage", "source", "source_url", "@id"],
        )
        .filter(|it| it.starts_with("http"))
        .map(str::to_owned),
        language: first(object, &["inLanguage", "language", "meta_lang"])
            .and_then(|it| it.get(..2))
            .map(str::to_lowercase),
    }
}

fn host(object: &Object) -> Option<String> {
    let host = first(object, &["source_domain", "hostname", "domain"])?;
    Some(host.trim_start_matches("www.").to_owned())
}

fn first<'a>(object: &'a Object, names: &[&str]) -> Option<&'a str> {
    names.iter().find_map(|name| match object.get(*name)? {
        Value::String(text) if !text.trim().is_empty() => Some(text.trim()),
        Value::Object(inner) => inner
            .get("@id")
            .or_else(|| inner.get("url"))
            .and_then(Value::as_str),
        _ => None,
    })
}

/// One name or several, as strings or as objects with a name.
fn names(object: &Object, keys: &[&str]) -> Option<String> {
    fn push(value: &Value, res: &mut Vec<String>) {
        match value {
            Value::String(name) if !name.trim().is_empty() && !name.contains("://") => {
                let name = words(name);
                if !res.contains(&name) {
                    res.push(name);
                }
            }
            Value::Array(values) => {
                for value in values {
                    if !value.is_array() {
                        push(value, res);
                    }
                }
            }
            Value::Object(inner) => {
                if let Some(name @ Value::String(_)) = inner.get("name") {
                    push(name, res);
                }
            }
            _ => {}
        }
    }

    keys.iter().find_map(|key| {
        let mut res = Vec::new();
        push(object.get(*key)?, &mut res);
        (!res.is_empty()).then(|| res.join(", "))
    })
}

fn date(object: &Object, names: &[&str]) -> Option<Date> {
    names
        .iter()
        .filter_map(|it| object.get(*it)?.as_str())
        .find_map(dates::stated)
}

/// Markup and entities in a title are no words.
fn words(text: &str) -> String {
    let text = text
        .replace("&amp;", "&")
        .replace("&#039;", "'")
        .replace("&#39;", "'");
    let text = text.replace("&quot;", "\"").replace("&nbsp;", " ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

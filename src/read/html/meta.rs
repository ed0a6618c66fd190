//! What the page says of itself: JSON-LD, then `<meta>`, then what its elements are marked as.

use super::dom::{Dom, NodeIdx};
use super::{outlet, parts, stamps};
use crate::model::Date;
use crate::read::dates::{self, Of};
use crate::read::draft::Meta;
use crate::read::json;

/// All that is stated; the title may still carry the outlet's name.
pub fn meta(dom: &Dom, page: &str) -> Meta {
    let head = Head::new(dom);
    let address = head
        .json_ld
        .address
        .clone()
        .or_else(|| head.address.clone());
    let address = address.or_else(|| saved_from(page));
    let names = [
        "og:site_name",
        "application-name",
        "dc.publisher",
        "publisher",
    ];
    let mut outlets = vec![head.json_ld.outlet.clone()];
    outlets.extend(names.iter().map(|it| head.named(&[*it])));
    // A publisher that stands in for the author is no byline, unless the page shows it as one.
    let publisher = head.json_ld.outlet.as_ref();
    let byline = head.json_ld.byline.clone();
    let stated = Meta {
        outlet: outlet::outlet(&outlets, head.title.as_deref(), address.as_deref()),
        byline: byline.filter(|it| publisher.is_none_or(|name| !outlet::same(name, it))),
        ..head.json_ld.clone()
    };
    stated.or(Meta {
        outlet: None,
        headline: head
            .named(&["og:title", "twitter:title", "dc.title", "headline", "title"])
            .or_else(|| head.title.clone()),
        byline: head.byline(dom),
        published: head
            .date(&[
                "article:published_time",
                "og:published_time",
                "datepublished",
                "date",
                "pubdate",
                "publishdate",
                "publish-date",
                "publish_date",
                "dc.date",
                "dc.date.issued",
                "dcterms.created",
                "parsely-pub-date",
                "sailthru.date",
                "article.published",
                "originalpublicationdate",
                "displaydate",
            ])
            .or_else(|| marked_date(dom, &["datePublished", "dateCreated"]))
            .or_else(|| first_time(dom)),
        modified: head
            .date(&[
                "article:modified_time",
                "og:updated_time",
                "datemodified",
                "lastmod",
                "last-modified",
                "article.updated",
            ])
            .or_else(|| marked_date(dom, &["dateModified"])),
        address,
        language: head.language.clone(),
    })
}

/// The parts of `<head>`, and of what stands in `<body>` though it belongs there.
struct Head {
    json_ld: Meta,
    /// Names and contents of the `<meta>` elements, names in lower case.
    named: Vec<(String, String)>,
    title: Option<String>,
    address: Option<String>,
    language: Option<String>,
}

impl Head {
    fn new(dom: &Dom) -> Self {
        let mut scripts: Vec<String> = Vec::new();
        let mut res = Self {
            json_ld: Meta::default(),
            named: Vec::new(),
            title: None,
            address: None,
            language: None,
        };
        for node in dom.below(Dom::DOCUMENT) {
            let attribute = |name| dom.attribute(node, name);
            match dom.name(node) {
                "script" if attribute("type").is_some_and(|it| it.contains("ld+json")) => {
                    let texts = dom.children(node).iter();
                    scripts.push(texts.filter_map(|it| dom.text(*it)).collect());
                }
                "meta" => {
                    let names = ["property", "name", "itemprop", "http-equiv"];
                    let name = names.iter().find_map(|it| attribute(it));
                    if let (Some(name), Some(content)) = (name, attribute("content"))
                        && !content.trim().is_empty()
                    {
                        res.named
                            .push((name.trim().to_lowercase(), content.trim().to_owned()));
                    }
                }
                "title" if res.title.is_none() => {
                    res.title = Some(dom.words(node)).filter(|it| !it.is_empty());
                }
                "link" if attribute("rel") == Some("canonical") => {
                    let found = attribute("href").filter(|it| it.starts_with("http"));
                    res.address = found.map(str::to_owned).or(res.address);
                }
                "html" => res.language = attribute("lang").and_then(language),
                _ => {}
            }
        }
        res.json_ld = json::meta_of_page(&scripts);
        let named = res.named(&["og:url"]).filter(|it| it.starts_with("http"));
        res.address = res.address.or(named);
        let named = res.named(&["og:locale", "content-language", "language", "dc.language"]);
        res.language = res.language.or_else(|| named.and_then(|it| language(&it)));
        res
    }

    fn named(&self, names: &[&str]) -> Option<String> {
        names.iter().find_map(|name| {
            let mut all = self.named.iter();
            all.find(|it| it.0 == *name).map(|it| it.1.clone())
        })
    }

    fn date(&self, names: &[&str]) -> Option<Date> {
        names.iter().find_map(|name| {
            let mut all = self.named.iter().filter(|it| it.0 == *name);
            all.find_map(|it| dates::stated(&it.1))
        })
    }

    fn byline(&self, dom: &Dom) -> Option<String> {
        let is_name = |it: &String| !it.contains("://") && it.split_whitespace().count() <= 12;
        let names = [
            "author",
            "article:author",
            "dc.creator",
            "parsely-author",
            "sailthru.author",
            "byl",
            "byline",
        ];
        let stated = names
            .iter()
            .find_map(|it| self.named(&[*it]).filter(is_name));
        let marked = || {
            let says = |it: NodeIdx, name| {
                let said = dom.attribute(it, name).unwrap_or_default();
                said.split_whitespace().any(|it| it == "author")
            };
            let marked = |it: &NodeIdx| {
                (says(*it, "rel") || says(*it, "itemprop")) && !parts::in_comments(dom, *it)
            };
            let mut found: Vec<String> = Vec::new();
            for node in dom
                .below(Dom::DOCUMENT)
                .filter(|it| marked(it) && dom.name(*it) != "link")
            {
                let words = dom.words(node);
                if is_name(&words)
                    && words.chars().any(char::is_alphabetic)
                    && !found.contains(&words)
                {
                    found.push(words);
                }
            }
            (1..=4).contains(&found.len()).then(|| found.join(", "))
        };
        stated.or_else(marked)
    }
}

fn language(tag: &str) -> Option<String> {
    let tag = tag.trim().split(['-', '_', ',']).next()?;
    (tag.len() == 2).then(|| tag.to_lowercase())
}

/// A date in an element with one of these `itemprop`s.
fn marked_date(dom: &Dom, properties: &[&str]) -> Option<Date> {
    let is_marked = |it: &NodeIdx| {
        let said = dom.attribute(*it, "itemprop").unwrap_or_default();
        said.split_whitespace().any(|it| properties.contains(&it))
    };
    dom.below(Dom::DOCUMENT)
        .filter(is_marked)
        .find_map(|it| date_of(dom, it))
}

/// The first `<time>` of the page that holds a whole date, and is not of a change.
fn first_time(dom: &Dom) -> Option<Date> {
    let is_time = |it: &NodeIdx| dom.name(*it) == "time";
    let times = dom.below(Dom::DOCUMENT).filter(is_time);
    let mut dates = times.filter_map(|it| Some((it, date_of(dom, it)?)));
    let first = dates.next()?;
    let changed = |it: &(NodeIdx, Date)| stamps::of_element(dom, it.0) == Of::Change;
    let mut all = std::iter::once(first).chain(dates);
    all.find(|it| !changed(it)).or(Some(first)).map(|it| it.1)
}

fn date_of(dom: &Dom, node: NodeIdx) -> Option<Date> {
    let stated = ["datetime", "content", "data-datetime", "title"];
    stated
        .iter()
        .filter_map(|it| dom.attribute(node, it))
        .find_map(dates::stated)
        .or_else(|| dates::stated(&dom.words(node)))
}

/// The comment that browsers leave in a page that they saved.
fn saved_from(page: &str) -> Option<String> {
    let head: String = page.chars().take(3000).collect();
    let after = head
        .split_once("saved from url=(")
        .and_then(|it| it.1.split_once(')'))
        .map(|it| it.1)
        .or_else(|| {
            let single_file = head.split_once("Page saved with SingleFile")?;
            single_file.1.split_once("url:").map(|it| it.1.trim_start())
        })?;
    let address = after.split_whitespace().next()?;
    address.starts_with("http").then(|| address.to_owned())
}

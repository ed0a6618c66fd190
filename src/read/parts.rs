//! A text file of several articles, and what stands before an article about it.
//!
//! ```text
//! ---                      front matter: what a person states, it wins over what is found
//! outlet: Harbor Wire
//! date: 2031-04-09
//! ---
//! The wall failed …
//! ===                      the next article; a second front matter begins one too
//! ```
//! The marks `---` may be left out where the first line is such a field and an empty line follows
//! the last.

use super::dates;
use super::draft::Meta;

/// The articles of a text with what is stated of each; empty ones are left out.
pub fn parts(text: &str) -> Vec<(Meta, &str)> {
    let mut res = Vec::new();
    for part in split(text) {
        let (meta, body) = front_matter(part);
        if body.chars().any(char::is_alphanumeric) {
            res.push((meta, body));
        }
    }
    if res.is_empty() {
        res.push((Meta::default(), text));
    }
    res
}

/// Where lines of `===`, or a fenced front matter after an empty line, cut the text.
fn split(text: &str) -> Vec<&str> {
    let mut res = Vec::new();
    let mut start = 0;
    let mut at = 0;
    let mut after_empty = true;
    let mut in_front = false;
    for line in text.split_inclusive('\n') {
        let words = line.trim();
        let bar = words.len() >= 3 && words.bytes().all(|it| it == b'=');
        if bar && !underlines(&text[start..at]) {
            res.push(&text[start..at]);
            start = at + line.len();
            in_front = false;
        } else if words == "---" {
            if in_front {
                in_front = false;
            } else if after_empty && fenced(&text[at..]).is_some() {
                if text[start..at].chars().any(char::is_alphanumeric) {
                    res.push(&text[start..at]);
                    start = at;
                }
                in_front = true;
            }
        }
        after_empty = words.is_empty() || bar;
        at += line.len();
    }
    res.push(&text[start..]);
    res
}

/// `===` of Markdown underlines a title: the only line so far, right above, no sentence.
fn underlines(above: &str) -> bool {
    const ENDS: [char; 8] = ['.', '!', '?', '”', '"', '…', ':', ')'];
    let mut lines = above.lines().rev();
    let title = lines.next().unwrap_or_default().trim();
    !title.is_empty() && !title.ends_with(ENDS) && lines.all(|it| it.trim().is_empty())
}

/// The front matter of one article, and the rest.
fn front_matter(part: &str) -> (Meta, &str) {
    let start = part.trim_start_matches(['\u{feff}', '\n', '\r', ' ', '\t']);
    if let Some((fields, rest)) = fenced(start) {
        return (meta(fields), rest);
    }
    let mut at = 0;
    for line in start.split_inclusive('\n') {
        if line.trim().is_empty() {
            break;
        }
        if field(line).is_none() {
            // A line that is no field: the first lines are the article, whatever they look like.
            return (Meta::default(), part);
        }
        at += line.len();
    }
    let fields = &start[..at];
    let has_body = start.len() > at;
    let found = meta(fields);
    if found == Meta::default() || !has_body {
        return (Meta::default(), part);
    }
    (found, &start[at..])
}

/// The lines between `---` and `---`, if they are fields, and what follows.
fn fenced(text: &str) -> Option<(&str, &str)> {
    let inner_at = text.strip_prefix("---")?.find('\n')? + 4;
    if !text[3..inner_at].trim().is_empty() {
        return None;
    }
    let mut at = inner_at;
    let mut n_fields = 0;
    for line in text[inner_at..].split_inclusive('\n') {
        if line.trim() == "---" {
            let rest = &text[at + line.len()..];
            return (n_fields > 0).then_some((&text[inner_at..at], rest));
        }
        // YAML may go on with indented lines and lists.
        let goes_on = line.starts_with([' ', '\t', '-', '#']) || line.trim().is_empty();
        if field(line).is_some() {
            n_fields += 1;
        } else if !goes_on && !line.contains(':') {
            return None;
        }
        at += line.len();
    }
    None
}

fn meta(fields: &str) -> Meta {
    let mut res = Meta::default();
    for (name, value) in fields.lines().filter_map(field) {
        let text = Some(value.to_owned());
        match name.as_str() {
            "outlet" | "publisher" | "publication" | "source" | "site" => res.outlet = text,
            "headline" | "title" => res.headline = text,
            "byline" | "author" | "authors" => res.byline = text,
            "date" | "published" => res.published = dates::stated(value),
            "modified" | "updated" => res.modified = dates::stated(value),
            "url" | "address" | "link" => res.address = text,
            "language" | "lang" => res.language = value.get(..2).map(str::to_lowercase),
            _ => {}
        }
    }
    res
}

/// `Outlet: "Harbor Wire"` as `outlet` and `Harbor Wire`; only of names that are known.
fn field(line: &str) -> Option<(String, &str)> {
    const NAMES: [&str; 19] = [
        "address",
        "author",
        "authors",
        "byline",
        "date",
        "headline",
        "lang",
        "language",
        "link",
        "modified",
        "outlet",
        "publication",
        "published",
        "publisher",
        "site",
        "source",
        "title",
        "updated",
        "url",
    ];
    let (name, value) = line.split_once(':')?;
    let name = name.trim().to_lowercase();
    let value = value.trim().trim_matches(['"', '\'']).trim();
    (NAMES.contains(&name.as_str()) && !value.is_empty()).then_some((name, value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(Option<&str>, &str)]) {
        let found = parts(text);
        let found: Vec<_> = found
            .iter()
            .map(|(meta, body)| (meta.outlet.as_deref(), body.trim()))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn front_matter_is_taken_off() {
        let text = "---\noutlet: Harbor Wire\ndate: 2031-04-09\n---\n\nThe wall failed.\n";
        check(text, &[(Some("Harbor Wire"), "The wall failed.")]);
        let date = parts(text)[0].0.published.map(|it| it.to_string());
        assert_eq!(date.as_deref(), Some("2031-04-09"));
        check(
            "Outlet: \"Harbor Wire\"\r\nurl: https://example.org/a\r\n\r\nThe wall failed.",
            &[(Some("Harbor Wire"), "The wall failed.")],
        );
    }

    #[test]
    fn an_article_that_looks_like_front_matter_stays() {
        for text in [
            "Title: the wall\nThe wall failed.",
            "Warning: the wall fails\n\nIt failed.",
            "---\n\nThe wall failed.\n\n---\n\nIt did.",
            "outlet: Harbor Wire\n",
        ] {
            check(text, &[(None, text.trim())]);
        }
    }

    #[test]
    fn bars_and_front_matter_part_articles() {
        check(
            "The wall failed.\n\n===\n\nThe gate held.\n=====\nThe quay sank.",
            &[
                (None, "The wall failed."),
                (None, "The gate held."),
                (None, "The quay sank."),
            ],
        );
        check(
            "---\noutlet: A\n---\nThe wall failed.\n\n---\noutlet: B\n---\nThe gate held.",
            &[
                (Some("A"), "The wall failed."),
                (Some("B"), "The gate held."),
            ],
        );
    }

    #[test]
    fn a_title_of_markdown_is_no_bar() {
        let text = "The wall fails\n==============\n\nIt failed on Monday.";
        check(text, &[(None, text)]);
    }
}

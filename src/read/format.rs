//! Which kind of file it is: by its first bytes, by its ending only where they leave it open.

/// What a file is read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Text,
    Page,
    /// A message, or a page that a browser saved as one.
    Mail,
    Json,
    Pdf,
    /// DOCX, ODT or an archive of articles.
    Zip,
}

/// Endings of what is read when a folder is opened.
pub const ENDINGS: [&str; 16] = [
    "docx", "eml", "htm", "html", "json", "jsonl", "markdown", "md", "mht", "mhtml", "odt", "pdf",
    "text", "txt", "xhtml", "zip",
];

/// A file with this name is read when its folder is opened.
pub fn is_read(name: &str) -> bool {
    let ending = name.rsplit_once('.').map_or("", |it| it.1).to_lowercase();
    ENDINGS.contains(&ending.as_str())
}

/// The ending of a saved set, without the dot.
const SET: &str = "crossread";
/// Bytes from which a saved set is known.
pub const START: usize = 300;

/// The name is one of a saved set.
pub fn is_set(name: &str) -> bool {
    let ending = name.rsplit_once('.').map_or("", |it| it.1);
    ending.eq_ignore_ascii_case(SET)
}

/// These bytes begin a saved set.
pub fn holds_set(bytes: &[u8]) -> bool {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(START)]);
    let start = start.trim_start_matches('\u{feff}').trim_start();
    start.starts_with('{') && start.contains("\"crossread-project/")
}

/// The format of a file with this name and these bytes.
pub fn of(name: &str, bytes: &[u8]) -> Format {
    let start = &bytes[..bytes.len().min(1024)];
    if start.starts_with(b"PK\x03\x04") || start.starts_with(b"PK\x05\x06") {
        return Format::Zip;
    }
    if start.windows(5).any(|it| it == b"%PDF-") {
        return Format::Pdf;
    }
    let ending = name.rsplit_once('.').map_or("", |it| it.1).to_lowercase();
    match ending.as_str() {
        "html" | "htm" | "xhtml" => Format::Page,
        "mht" | "mhtml" | "eml" => Format::Mail,
        "json" | "jsonl" => Format::Json,
        _ => of_words(&String::from_utf8_lossy(start)),
    }
}

/// The format of a text that has no telling name: pasted, or a page saved as `.txt`.
pub fn of_words(text: &str) -> Format {
    let start: String = text
        .trim_start_matches('\u{feff}')
        .trim_start()
        .chars()
        .take(600)
        .collect();
    let small = start.to_lowercase();
    let tag = [
        "<!doctype html",
        "<html",
        "<?xml",
        "<head",
        "<body",
        "<!-- saved from",
    ];
    if tag.iter().any(|it| small.starts_with(it)) {
        return Format::Page;
    }
    let header = small.lines().next().is_some_and(|it| {
        [
            "mime-version:",
            "return-path:",
            "received:",
            "delivered-to:",
            "from: <saved by",
        ]
        .iter()
        .any(|name| it.starts_with(name))
    });
    if header { Format::Mail } else { Format::Text }
}

/// A pasted text that begins with a tag is a piece of a page.
pub fn is_markup(text: &str) -> bool {
    let mut letters = text.trim_start().chars();
    letters.next() == Some('<')
        && letters
            .next()
            .is_some_and(|it| it.is_ascii_alphabetic() || it == '!')
        && text.contains('>')
}

/// The text is one web address and nothing else.
pub fn is_address(text: &str) -> bool {
    let text = text.trim();
    let starts = ["http://", "https://", "www."].iter().any(|it| {
        text.get(..it.len())
            .is_some_and(|front| front.eq_ignore_ascii_case(it))
    });
    starts && !text.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_go_before_the_ending() {
        assert_eq!(of("a.txt", b"PK\x03\x04"), Format::Zip);
        assert_eq!(of("a.txt", b"%PDF-1.7"), Format::Pdf);
        assert_eq!(of("a.txt", b"<!DOCTYPE html><p>A wall"), Format::Page);
        assert_eq!(of("a", b"MIME-Version: 1.0\r\n"), Format::Mail);
        assert_eq!(of("a.htm", b"A wall"), Format::Page);
        assert_eq!(of("a.txt", b"<p> is a tag of HTML."), Format::Text);
        assert_eq!(of("a.md", b"Received wisdom: none."), Format::Text);
    }

    #[test]
    fn an_address_stands_alone() {
        assert!(is_address(" https://example.org/a?b=c \n"));
        assert!(!is_address("See https://example.org/a"));
        assert!(!is_address("httpd failed"));
    }

    #[test]
    fn markup_begins_with_a_tag() {
        assert!(is_markup("  <div class=\"a\">Wall</div>"));
        assert!(!is_markup("< 5 percent > 3"));
        assert!(!is_markup("The <b>wall</b>"));
    }
}

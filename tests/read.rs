//! Every format that is read, from files made here of our own text.

#![expect(
    clippy::unwrap_used,
    reason = "a file that cannot be made must fail the test"
)]

use std::fs;
use std::io::{Cursor, Write as _};
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

use crossread::model::{Article, BlockKind, FurnitureKind, OutletBasis};
use crossread::read::{self, ReadError};
use zip::write::SimpleFileOptions;

const HEADLINE: &str = "Sea wall fails at Merry Bay";
const LEAD: &str =
    "The sea wall at Merry Bay failed on Monday morning, and the port said that nobody was hurt.";
const SPEECH: &str =
    "“We had warned the harbor in spring,” said Ada Ruiz, who leads the engineers of the bay.";
const LAST: &str = "The port will close for at least three weeks while divers look at the foundations of the wall.";

/// A new folder: two tests at a time may ask for one of the same name.
fn folder(name: &str) -> PathBuf {
    static NTH: AtomicUsize = AtomicUsize::new(0);
    let (process, nth) = (std::process::id(), NTH.fetch_add(1, Ordering::Relaxed));
    let path = std::env::temp_dir().join(format!("crossread-read-{process}-{nth}-{name}"));
    fs::create_dir_all(&path).unwrap();
    path
}

fn found(name: &str, bytes: &[u8]) -> Vec<Result<Article, ReadError>> {
    let folder = folder(&name.replace('.', "-"));
    let path = folder.join(name);
    fs::write(&path, bytes).unwrap();
    let res = read::articles(&path);
    fs::remove_dir_all(folder).ok();
    res
}

#[track_caller]
fn one(name: &str, bytes: &[u8]) -> Article {
    let mut all = found(name, bytes);
    assert_eq!(all.len(), 1, "{all:?}");
    all.remove(0).unwrap()
}

#[track_caller]
fn error(name: &str, bytes: &[u8]) -> String {
    let mut all = found(name, bytes);
    assert_eq!(all.len(), 1, "{all:?}");
    all.remove(0).unwrap_err().to_string()
}

fn words(article: &Article, kind: BlockKind) -> Vec<&str> {
    let all = article.blocks.iter().filter(|it| it.kind == kind);
    all.map(|it| it.span.of(&article.text)).collect()
}

#[track_caller]
fn holds_the_story(article: &Article) {
    let prose: Vec<&str> = article
        .paragraphs()
        .map(|it| it.of(&article.text))
        .collect();
    assert_eq!(prose, [LEAD, SPEECH, LAST], "{article:#?}");
    let headline = article.headline().map(|it| it.of(&article.text));
    assert_eq!(headline, Some(HEADLINE));
    assert_eq!(article.language.as_deref(), Some("en"));
}

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        archive
            .start_file(*name, SimpleFileOptions::default())
            .unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn page() -> String {
    format!(
        r#"<!DOCTYPE html><html lang="en-GB"><head><title>{HEADLINE} | Harbor Wire</title>
<meta property="og:site_name" content="Harbor Wire">
<link rel="canonical" href="https://harborwire.example/2031/04/09/wall">
<script type="application/ld+json">{{"@graph":[{{"@type":"NewsArticle","headline":"{HEADLINE}",
"author":[{{"name":"Tom Ode"}}],"datePublished":"2031-04-09T08:00:00+02:00","dateModified":"2031-04-10"}}]}}</script>
</head><body>
<nav><a href="/">Home</a> <a href="/w">Weather</a></nav>
<article><h1>{HEADLINE}</h1><p class="standfirst">Engineers had warned the port in the spring of the year</p>
<div class="byline">By <a rel="author" href="/o">Tom Ode</a></div>
<figure><img src="a.png"><figcaption>The wall on Monday</figcaption></figure>
<div class="article-body"><p>{LEAD}</p><p>{SPEECH}</p>
<div class="newsletter-signup"><p>Get all the news of the harbor into your inbox each morning.</p></div>
<p>{LAST}</p>
<ul class="more"><li><a href="/b">How the wall was built</a></li><li><a href="/c">All storms</a></li></ul></div>
<section class="comments"><p>I always said that this wall would fail one day, and now it did.</p></section></article>
<footer>About us</footer></body></html>"#
    )
}

#[test]
fn a_saved_page_gives_its_article_and_keeps_the_rest_as_furniture() {
    let article = one("wall.html", page().as_bytes());
    holds_the_story(&article);
    assert_eq!(words(&article, BlockKind::Byline), ["By Tom Ode"]);
    assert_eq!(
        words(&article, BlockKind::Dek),
        ["Engineers had warned the port in the spring of the year"]
    );
    let caption = BlockKind::Furniture(FurnitureKind::Caption);
    assert_eq!(words(&article, caption), ["The wall on Monday"]);
    for kept in [
        "Home Weather",
        "inbox",
        "How the wall was built",
        "I always said",
        "About us",
    ] {
        assert!(article.text.contains(kept), "{kept} is lost");
    }
    assert_eq!(article.outlet.name, "Harbor Wire");
    assert_eq!(article.outlet.basis, OutletBasis::Meta);
    let day = |it: Option<crossread::model::Date>| it.map(|it| it.to_string());
    assert_eq!(
        day(article.published.map(|it| it.date)).as_deref(),
        Some("2031-04-09")
    );
    assert_eq!(day(article.modified).as_deref(), Some("2031-04-10"));
    assert_eq!(
        article.address.as_deref(),
        Some("https://harborwire.example/2031/04/09/wall")
    );
}

#[test]
fn lists_quotes_and_subheads_of_a_page_have_their_kinds() {
    let page = format!(
        "<h1>{HEADLINE}</h1><div><p>{LEAD}</p><h2>What fell</h2><ul><li>Two cranes of the old quay</li>\
         <li>One lamp</li></ul><blockquote><p>{SPEECH}</p></blockquote><p>{LAST}</p></div>"
    );
    let article = one("wall.htm", page.as_bytes());
    assert_eq!(words(&article, BlockKind::Subhead), ["What fell"]);
    let points = ["Two cranes of the old quay", "One lamp"];
    assert_eq!(words(&article, BlockKind::ListItem), points);
    assert_eq!(words(&article, BlockKind::Quote), [SPEECH]);
}

#[test]
fn a_page_that_hides_its_article_until_a_click_is_read() {
    let page = format!(
        "<h1>{HEADLINE}</h1><p>Please wait</p><div style=\"display: none\"><p>{LEAD}</p><p>{SPEECH}</p><p>{LAST}</p></div>"
    );
    assert!(one("hidden.html", page.as_bytes()).text.contains(SPEECH));
    let menu = format!("<h1>{HEADLINE}</h1><p>{LEAD}</p><div hidden><p>{LAST}</p></div>");
    assert!(!one("menu.html", menu.as_bytes()).text.contains(LAST));
}

#[test]
fn broken_and_deep_pages_do_not_stop_the_reading() {
    let deep = format!("{}<p>{LEAD}</p>", "<div>".repeat(5000));
    assert!(one("deep.html", deep.as_bytes()).text.contains(LEAD));
    let broken = format!("<html><body><p>{LEAD}<p>{SPEECH}</div></table><p>{LAST}<!-- <");
    assert_eq!(
        one("broken.html", broken.as_bytes()).paragraphs().count(),
        3
    );
    assert!(error("empty.html", b"<html><body></body></html>").contains("no words"));
}

#[test]
fn a_page_saved_as_mhtml_is_its_page() {
    let encoded = page()
        .replace('=', "=3D")
        .replace('“', "=E2=80=9C")
        .replace('”', "=E2=80=9D");
    let wrapped: Vec<String> = encoded.lines().map(|it| format!("{it}\r\n")).collect();
    let file = format!(
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://harborwire.example/a\r\n\
         Subject: Something else\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; \
         boundary=\"--b--\"\r\n\r\n----b--\r\nContent-Type: text/html; charset=utf-8\r\n\
         Content-Transfer-Encoding: quoted-printable\r\nContent-Location: https://harborwire.example/a\r\n\r\n\
         {}\r\n----b----\r\n",
        wrapped.concat()
    );
    let article = one("wall.mhtml", file.as_bytes());
    holds_the_story(&article);
    assert_eq!(article.outlet.name, "Harbor Wire");
}

#[test]
fn a_message_is_read_with_its_headers() {
    let file = format!(
        "From: Harbor Wire <desk@harborwire.example>\r\nTo: you@example.org\r\nSubject: {HEADLINE}\r\n\
         Date: Wed, 9 Apr 2031 08:00:00 +0200\r\nMIME-Version: 1.0\r\n\
         Content-Type: text/plain; charset=utf-8\r\n\r\n{LEAD}\r\n\r\n{SPEECH}\r\n\r\n{LAST}\r\n"
    );
    let article = one("wall.eml", file.as_bytes());
    holds_the_story(&article);
    assert_eq!(article.outlet.name, "Harbor Wire");
    let date = article.published.map(|it| it.date.to_string());
    assert_eq!(date.as_deref(), Some("2031-04-09"));
}

fn docx() -> Vec<u8> {
    let paragraph = |style: &str, text: &str| {
        format!(
            r#"<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"#
        )
    };
    let (half, rest) = SPEECH.split_at(SPEECH.find("the harbor").unwrap());
    let document = format!(
        r#"<?xml version="1.0"?><w:document xmlns:w="w"><w:body>{}{}<w:p><w:r><w:t xml:space="preserve">{half}</w:t></w:r><w:del><w:r><w:t>not </w:t></w:r></w:del><w:r><w:t>{rest}</w:t></w:r></w:p>{}</w:body></w:document>"#,
        paragraph("Heading1", HEADLINE),
        paragraph("Normal", LEAD),
        paragraph("Normal", LAST)
    );
    zipped(&[
        ("word/document.xml", document.as_bytes()),
        ("docProps/core.xml", b"<a/>"),
    ])
}

#[test]
fn word_processor_files_are_read() {
    holds_the_story(&one("wall.docx", &docx()));
    let content = format!(
        r#"<office:document-content><office:body><office:text><text:h text:outline-level="1">{HEADLINE}</text:h><text:p>{LEAD}</text:p><text:p>{SPEECH}</text:p><text:p>{LAST}</text:p></office:text></office:body></office:document-content>"#
    );
    let files: [(&str, &[u8]); 2] = [
        ("content.xml", content.as_bytes()),
        ("META-INF/manifest.xml", b"<m/>"),
    ];
    holds_the_story(&one("wall.odt", &zipped(&files)));
    let locked: [(&str, &[u8]); 2] = [
        ("content.xml", b"x"),
        ("META-INF/manifest.xml", b"<encryption-data/>"),
    ];
    assert!(error("locked.odt", &zipped(&locked)).contains("password"));
    let cut: [(&str, &[u8]); 1] = [("word/document.xml", b"<w:document><w:p></w:q>")];
    assert!(error("cut.docx", &zipped(&cut)).contains("damaged"));
}

#[test]
fn json_of_the_known_tools_is_read() {
    let body = format!("{LEAD}\\n\\n{SPEECH}\\n\\n{LAST}");
    for json in [
        format!(
            r#"{{"@type":"NewsArticle","headline":"{HEADLINE}","articleBody":"{body}","publisher":{{"name":"Harbor Wire"}},"datePublished":"2031-04-09"}}"#
        ),
        format!(
            r#"{{"title":"{HEADLINE}","maintext":"{body}","source_domain":"Harbor Wire","date_publish":"2031-04-09 08:00:00"}}"#
        ),
        format!(
            r#"{{"title":"{HEADLINE}","text":"{body}","sitename":"Harbor Wire","date":"2031-04-09"}}"#
        ),
        format!(
            r#"[{{"title":"{HEADLINE}","text":"{body}","source_url":"https://a.example","publisher":"Harbor Wire","publish_date":"2031-04-09T00:00:00"}}]"#
        ),
    ] {
        let article = one("wall.json", json.as_bytes());
        holds_the_story(&article);
        assert_eq!(article.outlet.name, "Harbor Wire");
        let date = article.published.map(|it| it.date.to_string());
        assert_eq!(date.as_deref(), Some("2031-04-09"), "{json}");
    }
    assert!(error("a.json", b"{").contains("damaged"));
    assert!(error("b.json", b"{\"a\": 1}").contains("no words"));
}

#[test]
fn front_matter_wins_and_bars_part_articles() {
    let file = format!(
        "---\noutlet: Harbor Wire\nheadline: {HEADLINE}\ndate: 2031-04-09\nurl: https://a.example/w\n---\n\
         Oct. 3 (HNS) -- {LEAD}\n\n{SPEECH}\n\n{LAST}\n\n===\n\n{LEAD}\n\n{LAST}\n"
    );
    let all = found("set.md", file.as_bytes());
    let all: Vec<Article> = all.into_iter().map(Result::unwrap).collect();
    assert_eq!(all.len(), 2);
    holds_the_story(&all[0]);
    assert_eq!(all[0].outlet.name, "Harbor Wire");
    assert_eq!(all[0].address.as_deref(), Some("https://a.example/w"));
    assert!(!all[0].text.contains("outlet:"));
    assert_eq!(all[1].outlet.basis, OutletBasis::FileName);
    assert_eq!(all[1].paragraphs().count(), 2);
}

#[test]
fn a_bad_file_in_an_archive_does_not_hide_the_good_ones() {
    let page = page();
    let docx = docx();
    let files: [(&str, &[u8]); 6] = [
        ("a/wall.html", page.as_bytes()),
        ("b.docx", &docx),
        ("broken.docx", b"PK\x03\x04 no more"),
        ("__MACOSX/._b.docx", b"x"),
        ("notes.xyz", b"x"),
        ("set.zip", b"PK\x05\x06"),
    ];
    let all = found("all.zip", &zipped(&files));
    let good: Vec<&str> = all.iter().flatten().map(|it| it.file.as_str()).collect();
    assert_eq!(good, ["wall.html", "b.docx"]);
    let bad: Vec<String> = all
        .iter()
        .filter_map(|it| Some(it.as_ref().err()?.to_string()))
        .collect();
    assert_eq!(bad.len(), 1);
    assert!(
        bad[0].contains("damaged") && bad[0].contains("broken.docx"),
        "{bad:?}"
    );
    assert!(error("none.zip", &zipped(&[("a.xyz", b"x")])).contains("no file that can be read"));
    assert!(error("cut.zip", b"PK\x03\x04 no more").contains("damaged"));
}

#[test]
fn an_archive_that_unpacks_to_very_much_is_refused() {
    let zeros = vec![b' '; 30 * 1024 * 1024];
    let bombs = ["b.txt", "d.txt", "e.txt", "f.txt", "g.txt", "h.txt"];
    let mut files: Vec<(&str, &[u8])> = bombs.iter().map(|it| (*it, zeros.as_slice())).collect();
    files.push(("a.txt", b"The wall fell at noon."));
    files.push(("c.txt", b"The wall fell at night."));
    files.push(("i.txt", b"The wall fell at last."));
    let all = found("bomb.zip", &zipped(&files));
    let good: Vec<&str> = all.iter().flatten().map(|it| it.file.as_str()).collect();
    assert_eq!(good, ["a.txt", "c.txt"]);
    assert!(matches!(all[1], Err(ReadError::TooLarge { .. })));
    assert!(matches!(all.last(), Some(Err(ReadError::Bomb { .. }))));
    let names: Vec<String> = (0..501).map(|it| format!("{it}.txt")).collect();
    let many: Vec<(&str, &[u8])> = names
        .iter()
        .map(|it| (it.as_str(), b"x".as_slice()))
        .collect();
    let all = found("many.zip", &zipped(&many));
    assert_eq!(all.iter().flatten().count(), 500);
    let told = all[500].as_ref().unwrap_err().to_string();
    assert!(told.contains("500 files"), "{told}");
}

#[test]
fn a_file_that_leads_out_of_an_archive_is_told() {
    let files: [(&str, &[u8]); 2] = [
        ("../out.txt", b"The wall fell at night."),
        ("in.txt", b"The wall fell at noon."),
    ];
    let all = found("all.zip", &zipped(&files));
    assert!(matches!(all[0], Err(ReadError::Outside { .. })));
    assert_eq!(all[1].as_ref().unwrap().file, "in.txt");
}

#[test]
fn what_is_pasted_may_be_text_markup_or_an_address() {
    let all = read::pasted("pasted", &format!("<div><p>{LEAD}</p><p>{LAST}</p></div>"));
    assert_eq!(all[0].as_ref().unwrap().paragraphs().count(), 2);
    let all = read::pasted("pasted", &format!("{LEAD}\n\n{LAST}"));
    assert_eq!(all[0].as_ref().unwrap().paragraphs().count(), 2);
    let all = read::pasted("pasted", "https://harborwire.example/a\n");
    let told = all[0].as_ref().unwrap_err().to_string();
    assert!(told.contains("never goes to the network") && told.contains("save the page"));
}

#[test]
fn languages_are_detected() {
    let german =
        "Die Mauer am Hafen von Merry Bay ist am Montag gebrochen, sagte der Sprecher der Stadt.";
    assert_eq!(
        one("mauer.txt", german.as_bytes()).language.as_deref(),
        Some("de")
    );
}

/// Nothing that can speak to a network is in the tree of the program, whatever its features. What
/// hangs on `wasm-bindgen` alone is for browsers, for which Crossread is not built.
#[test]
fn no_network_crate_is_in_the_tree() {
    const NETWORK: [&str; 20] = [
        "async-std",
        "attohttpc",
        "curl",
        "curl-sys",
        "h2",
        "hickory-resolver",
        "hyper",
        "isahc",
        "minreq",
        "native-tls",
        "openssl",
        "openssl-sys",
        "quinn",
        "reqwest",
        "rustls",
        "socket2",
        "surf",
        "tokio",
        "tungstenite",
        "ureq",
    ];
    let lock = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.lock")).unwrap();
    let needs = |name: &str| -> Vec<String> {
        let start = format!("name = \"{name}\"\n");
        let packages = lock.split("[[package]]").filter(|it| it.contains(&start));
        let lines = packages.flat_map(|it| it.lines().skip_while(|it| *it != "dependencies = ["));
        let quoted = lines.filter_map(|it| it.trim().strip_prefix('"')?.split([' ', '"']).next());
        quoted.map(str::to_owned).collect()
    };
    let mut seen = vec!["crossread".to_owned()];
    let mut at = 0;
    while let Some(name) = seen.get(at).cloned() {
        at += 1;
        if name.starts_with("wasm-bindgen") {
            continue;
        }
        for need in needs(&name) {
            if !seen.contains(&need) {
                seen.push(need);
            }
        }
    }
    assert!(seen.len() > 100 && seen.iter().any(|it| it == "html5ever"));
    let found: Vec<&String> = seen
        .iter()
        .filter(|it| NETWORK.contains(&it.as_str()))
        .collect();
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn a_book_is_no_article_and_hides_none() {
    let book = "The wall fell at noon, and nobody saw it. ".repeat(30_000);
    let all = found(
        "books.txt",
        format!("The gate held.\n\n===\n\n{book}").as_bytes(),
    );
    assert_eq!(all.len(), 2);
    assert_eq!(all[0].as_ref().unwrap().text.trim(), "The gate held.");
    assert!(matches!(all[1], Err(ReadError::TooLong { .. })));
}

#[test]
fn a_saved_page_that_breaks_off_is_damaged() {
    let whole = fs::read("tests/fixtures/mhtml/daily-flare.mhtml").unwrap();
    let all = found("cut.mhtml", &whole[..whole.len() / 2]);
    assert!(matches!(all[..], [Err(ReadError::Damaged { .. })]));
    assert!(found("whole.mhtml", &whole)[0].is_ok());
}

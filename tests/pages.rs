//! What a saved page says of its article: days, names, titles, and the parts around the prose.
//! Each page is made here of our own text.

use crossread::model::{Article, BlockKind, FurnitureKind};
use crossread::read;

const HEADLINE: &str = "Sea wall fails at Merry Bay";
const BODY: &str = "<div class=article-body>\
    <p>The sea wall at Merry Bay failed on Monday morning, and the port said that nobody was hurt.</p>\
    <p>“We had warned the harbor in spring,” said Ada Ruiz, who leads the engineers of the bay.</p>\
    <p>The port will close for at least three weeks while divers look at the foundations of the wall.</p></div>";

#[track_caller]
fn read(page: &str) -> Article {
    let mut all = read::pasted("page.html", page);
    assert_eq!(all.len(), 1, "{all:?}");
    let article = all.remove(0);
    article.unwrap_or_else(|error| panic!("{error}"))
}

/// A page of the Merry Post with this in its `<head>`, over its headline and under it.
#[track_caller]
fn page(head: &str, over: &str, under: &str) -> Article {
    read(&format!(
        "<!doctype html><html lang=en><head><title>{HEADLINE}</title>\
         <link rel=canonical href=https://www.merrypost.example/wall>{head}</head>\
         <body><article>{over}<h1>{HEADLINE}</h1>{under}{BODY}</article></body></html>"
    ))
}

fn words(article: &Article, kind: BlockKind) -> Vec<&str> {
    let all = article.blocks.iter().filter(|it| it.kind == kind);
    all.map(|it| it.span.of(&article.text)).collect()
}

fn stated(day: &str) -> String {
    format!("<meta property=article:published_time content={day}>")
}

fn published(article: &Article) -> Option<String> {
    article.published.map(|it| it.date.to_string())
}

#[track_caller]
fn check_day(stated_day: &str, over: &str, under: &str, expected: Option<&str>) {
    let head = match stated_day {
        "" => String::new(),
        day => stated(day),
    };
    let article = page(&head, over, under);
    assert_eq!(published(&article).as_deref(), expected, "{article:#?}");
}

#[test]
fn the_day_of_a_change_is_not_the_day_of_publication() {
    let under = "<div>Updated: 10 Apr 2031 9:38 pm</div><div>Posted: 9 Apr 2031 8:11 pm</div>";
    check_day("2031-04-09T20:11:06Z", "", under, Some("2031-04-09"));
    check_day("", "", under, Some("2031-04-09"));
    let glued = "<div><span><time>Updated Apr 10, 7:40 AM;</time></span><span><time>Posted Apr 8, 9:05 PM</time></span></div>";
    check_day("2031-04-09T01:19:34Z", "", glued, Some("2031-04-08"));
    let named =
        "<p><time class=updated>Apr 10, 2031</time> <time class=entry-date>Apr 9, 2031</time></p>";
    check_day("", "", named, Some("2031-04-09"));
    let both =
        "<p><time class='published updated'>Apr 9, 2031</time> <span>Apr 10, 2031</span></p>";
    check_day("", "", both, Some("2031-04-09"));
    let only = "<p>Last updated on April 10, 2031</p>";
    check_day("", "", only, Some("2031-04-10"));
    check_day("2031-04-09", "", only, Some("2031-04-09"));
    // What was changed on a day was out by then: the stated day is in universal time.
    let evening = "<p>Updated 9:30 pm, April 8, 2031</p>";
    check_day("2031-04-09T02:10:00Z", "", evening, Some("2031-04-08"));
}

#[test]
fn a_time_that_is_marked_is_not_taken_for_the_day_if_it_is_of_a_change() {
    let times = "<p>Updated <time datetime=2031-04-10>a day ago</time></p>\
                 <p>Posted <time datetime=2031-04-09>two days ago</time></p>";
    check_day("", "", times, Some("2031-04-09"));
    let marked = "<span itemprop='datePublished dateCreated' content=2031-04-09>Wednesday</span>";
    check_day("", "", marked, Some("2031-04-09"));
}

#[test]
fn a_day_without_a_year_is_the_one_beside_the_stated_day() {
    let under = "<div><time>Posted Apr 8, 9:05 PM</time></div>";
    check_day("2031-04-09T01:19:34Z", "", under, Some("2031-04-08"));
    check_day("2031-04-19T01:19:34Z", "", under, Some("2031-04-19"));
    check_day("", "", under, None);
}

#[test]
fn a_date_in_pieces_is_one() {
    let lines = "<div class=date><div>April 9</div><div><b>15:23</b> <b>2031</b></div></div>";
    check_day("", "", lines, Some("2031-04-09"));
    let three = "<div>April 9</div><div>15:23</div><div>2031</div>";
    check_day("", "", three, Some("2031-04-09"));
    check_day("", "", "<div>April 9 15:23 2031</div>", Some("2031-04-09"));
}

#[test]
fn a_date_under_the_headline_is_nearer_than_one_over_it() {
    let (today, own) = ("<div>April 20, 2031</div>", "<div>April 9, 2031</div>");
    check_day("", today, own, Some("2031-04-09"));
    check_day("", own, "", Some("2031-04-09"));
    let caption = "<figure><figcaption>The wall on May 2, 2029</figcaption></figure>";
    check_day("", own, caption, Some("2031-04-09"));
}

#[test]
fn the_text_shows_the_day_that_was_chosen() {
    let under = "<div>Updated: 10 Apr 2031</div><div>Posted: 9 Apr 2031</div>";
    let article = page("", "", under);
    let shown = article.published.and_then(|it| it.span);
    assert_eq!(shown.map(|it| it.of(&article.text)), Some("9 Apr 2031"));
    let time = BlockKind::Furniture(FurnitureKind::Timestamp);
    assert_eq!(words(&article, time), ["Posted: 9 Apr 2031"]);
}

#[track_caller]
fn check_byline(over: &str, under: &str, expected: &[&str]) {
    let article = page("", over, under);
    assert_eq!(words(&article, BlockKind::Byline), expected, "{article:#?}");
}

#[test]
fn a_byline_is_found_over_the_headline_too() {
    let over = "<p class=about><span>By</span> <a href=/x>Ada Ruiz</a> <span>published April 9, 2031</span></p>";
    check_byline(over, "", &["By Ada Ruiz"]);
    check_byline(over, "<p>By Tom Ode</p>", &["By Tom Ode"]);
    check_byline(
        "<div>Harbor</div>",
        "<div class=author-name>Ada Ruiz</div>",
        &["Ada Ruiz"],
    );
    check_byline(
        "",
        "<p>Written by Ada Ruiz, PhD on April 9, 2031</p>",
        &["Written by Ada Ruiz, PhD"],
    );
    check_byline(
        "",
        "<p>By Ada Ruiz on April 9, 2031 at 10:30 a.m.</p>",
        &["By Ada Ruiz"],
    );
    check_byline("", "<p>Reviewed by Ada Ruiz</p>", &[]);
    check_byline("", "<div class=place>Merry Bay</div>", &[]);
}

#[test]
fn a_byline_has_neither_the_date_nor_the_next_label_in_it() {
    let line = "<p>By <a rel=author href=/x>Ada Ruiz</a><span>April 9, 2031 11:03 PM</span></p>";
    check_byline("", line, &["By Ada Ruiz"]);
    let glued = "<p>By <a rel=author href=/x>Ada Ruiz</a><span>Staff Writer</span></p>";
    check_byline("", glued, &["By Ada Ruiz Staff Writer"]);
    let word = "<p>By <a rel=author href=/x>Ada <span>Mc</span><span>ruiz</span></a></p>";
    check_byline("", word, &["By Ada Mcruiz"]);
}

#[test]
fn a_reader_who_comments_is_no_author() {
    let by = |author: &str| {
        let comments = "<ul class=comments><li itemprop=comment><span itemprop=author>Guest of the bay</span><p>Good.</p></ul>";
        format!("<span itemprop='{author}'>Ada Ruiz</span>{comments}")
    };
    check_byline("", &by("author creator"), &["Ada Ruiz"]);
    check_byline("", &by("name"), &[]);
}

#[test]
fn a_publisher_that_stands_for_the_author_is_no_byline() {
    let head = r#"<script type="application/ld+json">{"@type":"NewsArticle","author":{"name":"Merry Post"},
        "publisher":{"name":"The Merry Post"}}</script>"#;
    assert_eq!(words(&page(head, "", ""), BlockKind::Byline), [""; 0]);
    let shown = page(head, "", "<div>By Merry Post</div>");
    assert_eq!(words(&shown, BlockKind::Byline), ["By Merry Post"]);
}

#[test]
fn a_short_heading_is_the_headline_if_the_title_holds_it() {
    let titled = |title: &str, heading: &str| {
        let article = read(&format!(
            "<!doctype html><html lang=en><head><title>{title}</title><link rel=canonical \
             href=https://www.merrypost.example/a></head><body><h1>{heading}</h1>{BODY}</body></html>"
        ));
        let headline = article.headline().map(|it| it.of(&article.text).to_owned());
        headline.unwrap_or_default()
    };
    assert_eq!(
        titled("On walls – Halvane Lantern Society", "On walls"),
        "On walls"
    );
    assert_eq!(titled("Halvane Lantern Society | Walls", "Walls"), "Walls");
    assert_eq!(
        titled("The sea wall fails at night | Merry Post", "Merry Post"),
        "The sea wall fails at night"
    );
}

#[test]
fn two_names_of_the_outlet_go_before_an_agency() {
    let head = r#"<title>Sea wall fails - Kelden News</title><meta property=og:site_name content="Kelden News">
        <script type="application/ld+json">{"@type":"NewsArticle","publisher":{"name":"Harbor Wire"}}</script>"#;
    let article = read(&format!(
        "<!doctype html><html><head>{head}</head><body><h1>Sea wall fails</h1>{BODY}</body></html>"
    ));
    assert_eq!(article.outlet.name, "Kelden News");
}

#[test]
fn what_a_page_says_of_itself_stands_in_for_an_article() {
    let web_page = r#"<script type="application/ld+json">{"@graph":[{"@type":"Organization","name":"Bay"},
        {"@type":"WebPage","name":"Bay","datePublished":"2031-04-09","dateModified":"2031-04-12"}]}</script>"#;
    let article = page(web_page, "", "");
    assert_eq!(published(&article).as_deref(), Some("2031-04-09"));
    assert_eq!(
        article.modified.map(|it| it.to_string()).as_deref(),
        Some("2031-04-12")
    );
    let news = r#"<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2031-04-08"}</script>"#;
    let both = page(&format!("{web_page}{news}"), "", "");
    assert_eq!(published(&both).as_deref(), Some("2031-04-08"));
}

#[test]
fn a_script_that_is_no_json_hides_no_other() {
    for head in [
        r#"<script type="application/ld+json">{"@type":"NewsArticle",}</script><script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2031-04-08"}</script>"#,
        r#"<script type="application/ld+json">//<![CDATA[
            {"@type":"NewsArticle","datePublished":"2031-04-08"} //]]></script>"#,
        r#"<script type="application/ld+json">[{"@type":"NewsArticle","datePublished":"2031-04-08"}];</script>"#,
        r#"<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2031-04-08"} {"@type":</script>"#,
    ] {
        assert_eq!(
            published(&page(head, "", "")).as_deref(),
            Some("2031-04-08"),
            "{head}"
        );
    }
}

#[track_caller]
fn check_dek(under: &str, expected: &[&str]) {
    let article = page("", "", under);
    assert_eq!(words(&article, BlockKind::Dek), expected, "{article:#?}");
    assert_eq!(article.paragraphs().count(), 3);
}

#[test]
fn the_dek_is_known_by_its_element_or_its_place() {
    let dek = "Engineers had warned the port of the bay in the spring.";
    for named in [
        "<h2 class=sub-head>{}</h2>",
        "<div class=articleHero><div class='articleDek dekSummary___x'>{}</div></div>",
        "<h2>{}</h2>",
        "<div class=social>By Tom Ode</div><aside class=post-info><h2 class=subtitle>{}</h2></aside>",
    ] {
        check_dek(&named.replace("{}", dek), &[dek]);
    }
    check_dek(
        "<p class=newsletter>Get the best stories of the harbor each morning.</p>",
        &[],
    );
    check_dek(
        "<figure><figcaption class=subtitle>A crane of the port in the spring</figcaption></figure>",
        &[],
    );
}

#[test]
fn a_dek_in_the_body_is_no_paragraph() {
    let dek = "Engineers had warned the port of the bay in the spring.";
    let body = BODY.replace(
        "article-body>",
        &format!("article-body><h2 class=sub-head>{dek}</h2>"),
    );
    let article = read(&format!(
        "<!doctype html><html><body><h1>{HEADLINE}</h1>{body}</body></html>"
    ));
    assert_eq!(words(&article, BlockKind::Dek), [dek]);
    assert_eq!(article.paragraphs().count(), 3);
    let only = format!(
        "<!doctype html><html><body><h1>{HEADLINE}</h1><p class=sub-head>{dek}</p></body></html>"
    );
    assert_eq!(read(&only).paragraphs().count(), 1);
}

#[test]
fn a_caption_is_one_in_a_footer_or_a_gallery() {
    let caption = BlockKind::Furniture(FurnitureKind::Caption);
    for shown in [
        "<div class='media'><div class='media__footer'><span>A crane of the port</span></div></div>",
        "<div class=gallery><div class=caption>A crane of the port</div></div>",
        "<div class=story-footer><figcaption>A crane of the port</figcaption></div>",
    ] {
        assert_eq!(
            words(&page("", "", shown), caption),
            ["A crane of the port"],
            "{shown}"
        );
    }
}

#[test]
fn a_question_that_is_only_a_link_is_no_prose() {
    let body = BODY.replacen(
        "</p>",
        "</p><p><a href=/x>Who will pay for the new wall of the bay?</a></p><p>Who knew?</p>",
        1,
    );
    let article = read(&format!(
        "<!doctype html><html><body><h1>{HEADLINE}</h1>{body}</body></html>"
    ));
    assert_eq!(article.paragraphs().count(), 4, "{article:#?}");
}

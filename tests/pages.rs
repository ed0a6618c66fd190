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
    let glued = "<div><span><time>Updated Apr 10, 6:55 AM;</time></span><span><time>Posted Apr 8, 8:19 PM</time></span></div>";
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
    let under = "<div><time>Posted Apr 8, 8:19 PM</time></div>";
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

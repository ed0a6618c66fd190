//! A message (`.eml`), and a page that a browser saved as one (MHTML).
//!
//! Both are parts with headers. Of a page the first HTML is the page; of a message the HTML or the
//! text is the article, its subject the headline and its sender the outlet.

use std::path::Path;

use mail_parser::{Message, MessageParser, MimeHeaders as _};

use super::draft::{self, Draft, Meta};
use super::error::ReadError;
use super::html;
use crate::model::Date;

/// The article of a message.
///
/// # Errors
/// If it is no message, or holds no text.
pub fn draft(path: &Path, bytes: &[u8]) -> Result<Draft, ReadError> {
    let message = MessageParser::default()
        .parse(bytes)
        .filter(|it| !it.headers().is_empty())
        .ok_or_else(|| ReadError::Damaged {
            path: path.to_owned(),
        })?;
    let page = message.html_bodies().find(|it| it.is_text_html());
    let page_text = page.and_then(|it| it.text_contents());
    let page_text = page_text.filter(|it| !it.trim().is_empty());
    let saved = header(&message, "Snapshot-Content-Location");
    if let (Some(text), true) = (page_text, is_saved_page(&message)) {
        let mut res = html::draft(text);
        let location = page.and_then(|it| it.content_location()).map(str::to_owned);
        let stated = Meta {
            address: saved.or(location).filter(|it| it.starts_with("http")),
            ..Meta::default()
        };
        res.meta = std::mem::take(&mut res.meta).or(stated);
        return Ok(res);
    }
    let meta = of_headers(&message);
    if let Some(text) = page_text {
        let mut res = html::draft(text);
        res.meta = meta.or(std::mem::take(&mut res.meta));
        return Ok(res);
    }
    let text = message.body_text(0);
    match text.filter(|it| !it.trim().is_empty()) {
        Some(text) => Ok(draft::stated(meta, &text.replace("\r\n", "\n"))),
        None if is_cut(&message, bytes) => Err(ReadError::Damaged {
            path: path.to_owned(),
        }),
        None => Err(ReadError::NoText {
            path: path.to_owned(),
        }),
    }
}

/// The line is missing that ends the last part.
fn is_cut(message: &Message<'_>, bytes: &[u8]) -> bool {
    let boundary = message
        .content_type()
        .and_then(|it| it.attribute("boundary"));
    boundary.is_some_and(|it| {
        let end = format!("--{it}--");
        !bytes.windows(end.len()).any(|it| it == end.as_bytes())
    })
}

fn is_saved_page(message: &Message<'_>) -> bool {
    let from = header(message, "From").unwrap_or_default();
    let related = message
        .content_type()
        .is_some_and(|it| it.subtype() == Some("related"));
    from.to_lowercase().contains("saved by") || related && message.to().is_none()
}

fn header(message: &Message<'_>, name: &'static str) -> Option<String> {
    let raw = message.header_raw(name)?;
    Some(raw.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn of_headers(message: &Message<'_>) -> Meta {
    let date = message.date().map(|it| Date {
        year: i32::from(it.year),
        month: it.month,
        day: it.day,
    });
    let sender = message.from().and_then(|it| it.first());
    let name = sender.and_then(|it| it.name().or_else(|| it.address()));
    Meta {
        outlet: name.map(str::to_owned),
        headline: message
            .subject()
            .map(|it| it.trim().to_owned())
            .filter(|it| !it.is_empty()),
        published: date.filter(|it| (1..=12).contains(&it.month) && (1..=31).contains(&it.day)),
        ..Meta::default()
    }
}

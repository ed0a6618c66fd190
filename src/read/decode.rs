//! Bytes to text: byte order mark, UTF-8, UTF-16 without a mark, else the likeliest older encoding.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};

/// The text of a file; `None` if the bytes are no text.
pub fn decode(bytes: &[u8]) -> Option<String> {
    if let Some((encoding, mark_len)) = Encoding::for_bom(bytes) {
        return with(encoding, &bytes[mark_len..]);
    }
    if let Some(encoding) = utf_16_without_mark(bytes) {
        return with(encoding, bytes);
    }
    if looks_binary(bytes) {
        return None;
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Some(text.to_owned());
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    with(detector.guess(None, Utf8Detection::Deny), bytes)
}

/// The text of a page: as [`decode`], but what is no UTF-8 is believed to be what the page says.
pub fn page(bytes: &[u8]) -> Option<String> {
    let marked = Encoding::for_bom(bytes).is_some() || utf_16_without_mark(bytes).is_some();
    if !marked
        && std::str::from_utf8(bytes).is_err()
        && let Some(encoding) = said(bytes)
    {
        return with(encoding, bytes);
    }
    // A page with a few stray bytes is still a page.
    decode(bytes).or_else(|| {
        let text = String::from_utf8_lossy(bytes).replace('\0', " ");
        let n_broken = text.matches('\u{fffd}').count();
        (text.contains("<p") && n_broken * 20 < text.len()).then_some(text)
    })
}

/// `charset=windows-1251` among the first bytes.
fn said(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]).to_lowercase();
    let (_, after) = head
        .split_once("charset=")
        .or_else(|| head.split_once("encoding="))?;
    let label = after.trim_start_matches(['"', '\'']);
    let end = label
        .find(['"', '\'', ' ', ';', '>', '/', '?'])
        .unwrap_or(label.len());
    Encoding::for_label(&label.as_bytes()[..end])
}

fn with(encoding: &'static Encoding, bytes: &[u8]) -> Option<String> {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let n_chars = text.chars().count();
    let n_broken = text
        .chars()
        .filter(|it| *it == '\u{fffd}' || *it == '\0')
        .count();
    (n_broken * 20 <= n_chars).then(|| text.into_owned())
}

/// Latin text in UTF-16 has a zero in every other byte.
fn utf_16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(4096) & !1];
    if head.len() < 8 || !bytes.len().is_multiple_of(2) {
        return None;
    }
    let zeros = |offset: usize| {
        head.iter()
            .skip(offset)
            .step_by(2)
            .filter(|it| **it == 0)
            .count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    let most = head.len() / 2 * 6 / 10;
    match () {
        () if odd > most && even == 0 => Some(UTF_16LE),
        () if even > most && odd == 0 => Some(UTF_16BE),
        () => None,
    }
}

/// Control characters that no text file has.
fn looks_binary(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(65536)];
    let n_control = head
        .iter()
        .filter(|it| matches!(**it, 0..=8 | 14..=26 | 28..=31 | 127))
        .count();
    head.contains(&0) || n_control * 50 > head.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_encoding_of_a_newsroom_is_read() {
        let text = "“Né en été,” she said — twice.";
        let utf_16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let (windows, _, _) = encoding_rs::WINDOWS_1252.encode(text);
        assert_eq!(decode(text.as_bytes()).as_deref(), Some(text));
        assert_eq!(
            decode(&[b"\xef\xbb\xbf", text.as_bytes()].concat()).as_deref(),
            Some(text)
        );
        assert_eq!(
            decode(&[b"\xff\xfe".as_slice(), &utf_16].concat()).as_deref(),
            Some(text)
        );
        assert_eq!(decode(&windows).as_deref(), Some(text));
    }

    #[test]
    fn a_page_says_its_encoding() {
        let text = "<meta charset=windows-1251><p>Стена порта рухнула.";
        let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode(text);
        assert_eq!(page(&bytes).as_deref(), Some(text));
        assert_eq!(page(text.as_bytes()).as_deref(), Some(text));
    }

    #[test]
    fn utf_16_needs_no_mark() {
        let text = "The wall holds, the port says.";
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(decode(&big).as_deref(), Some(text));
    }

    #[test]
    fn binary_is_no_text() {
        assert_eq!(decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0"), None);
        assert_eq!(decode(&[0, 1, 2, 3, 4, 250, 0, 9, 0, 0, 0]), None);
    }
}

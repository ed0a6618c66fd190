//! Widths of letters, written so that `pdf-extract` 0.12 reads them right.
//!
//! ```text
//! /W [3 17 250]    glyphs 3 to 17 are 250 wide       it takes 3 for the last glyph and the width
//! /W [3 [250 …]]   the same, a width for each        read right
//! ```
//! Chromium writes the first form for the space and the marks, so that words were cut where a line
//! of letters is set anew, and full stops were lost.

use pdf_extract::{Dictionary, Document, Object, ObjectId};

/// A glyph has two bytes.
const MOST_GLYPHS: i64 = 65_536;

/// Writes each width of each font by itself.
pub fn list_all(document: &mut Document) {
    let mut apart: Vec<ObjectId> = Vec::new();
    for object in document.objects.values_mut() {
        let Object::Dictionary(font) = object else {
            continue;
        };
        if !is_composite(font) {
            continue;
        }
        match font.get_mut(b"W") {
            Ok(Object::Array(widths)) => *widths = listed(widths),
            Ok(Object::Reference(id)) => apart.push(*id),
            Ok(_) | Err(_) => {}
        }
    }
    apart.sort_unstable();
    apart.dedup();
    for id in apart {
        if let Some(Object::Array(widths)) = document.objects.get_mut(&id) {
            *widths = listed(widths);
        }
    }
}

fn is_composite(font: &Dictionary) -> bool {
    let subtype = font.get(b"Subtype").and_then(Object::as_name);
    subtype.is_ok_and(|it| it.starts_with(b"CIDFont"))
}

fn listed(widths: &[Object]) -> Vec<Object> {
    let mut res = Vec::new();
    let mut rest = widths;
    loop {
        match rest {
            [first, of_each @ Object::Array(_), others @ ..] => {
                res.extend([first.clone(), of_each.clone()]);
                rest = others;
            }
            [first, last, width, others @ ..] => {
                if let (Ok(from), Ok(to)) = (first.as_i64(), last.as_i64()) {
                    let n_glyphs = to.saturating_sub(from).saturating_add(1);
                    let n_glyphs = usize::try_from(n_glyphs.clamp(0, MOST_GLYPHS));
                    let all = vec![width.clone(); n_glyphs.unwrap_or_default()];
                    res.extend([first.clone(), Object::Array(all)]);
                }
                rest = others;
            }
            _ => return res,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_has_a_width_for_each() {
        let [three, five, wide] = [3, 5, 250].map(Object::Integer);
        let each = Object::Array(vec![wide.clone()]);
        let found = listed(&[
            five.clone(),
            each.clone(),
            three.clone(),
            five.clone(),
            wide.clone(),
        ]);
        let all = Object::Array(vec![wide; 3]);
        assert_eq!(found, [five.clone(), each, three, all]);
        // Glyphs backwards, and a list that breaks off.
        let odd = [five.clone(), Object::Integer(1), five.clone(), five.clone()];
        assert_eq!(listed(&odd), [five, Object::Array(Vec::new())]);
    }
}

//! PDF, from files made here of our own text.
#![cfg(feature = "pdf")]
#![expect(
    clippy::unwrap_used,
    reason = "a file that cannot be made must fail the test"
)]

use std::fmt::Write as _;
use std::fs;

use crossread::model::Article;
use crossread::read::{self, ReadError};

/// A PDF of pages of lines: points from the left and the foot, size, text in Latin letters.
fn pdf(pages: &[&[(u32, u32, u32, &str)]], trailer: &str) -> Vec<u8> {
    let mut objects = vec!["<< /Type /Catalog /Pages 2 0 R >>".to_owned()];
    let kids: Vec<String> = (0..pages.len())
        .map(|it| format!("{} 0 R", 4 + it * 2))
        .collect();
    objects.push(format!(
        "<< /Type /Pages /Kids [{}] /Count {} >>",
        kids.join(" "),
        pages.len()
    ));
    objects.push(
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
            .to_owned(),
    );
    for (at, lines) in pages.iter().enumerate() {
        let mut content = String::new();
        for (left, foot, size, text) in *lines {
            writeln!(
                content,
                "BT /F1 {size} Tf 1 0 0 1 {left} {foot} Tm ({text}) Tj ET"
            )
            .unwrap();
        }
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {} 0 R /Resources << /Font << /F1 3 0 R >> >> >>",
            5 + at * 2
        ));
        objects.push(format!(
            "<< /Length {} >>\nstream\n{content}\nendstream",
            content.len()
        ));
    }
    let mut res = String::from("%PDF-1.4\n");
    let mut offsets = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        offsets.push(res.len());
        write!(res, "{} 0 obj\n{object}\nendobj\n", at + 1).unwrap();
    }
    let table = res.len();
    write!(res, "xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).unwrap();
    for offset in offsets {
        writeln!(res, "{offset:010} 00000 n ").unwrap();
    }
    let size = objects.len() + 1;
    write!(
        res,
        "trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\nstartxref\n{table}\n%%EOF"
    )
    .unwrap();
    res.into_bytes()
}

fn read_pdf(name: &str, bytes: &[u8]) -> Result<Article, ReadError> {
    let path = std::env::temp_dir().join(format!("crossread-{}-{name}.pdf", std::process::id()));
    fs::write(&path, bytes).unwrap();
    let mut res = read::articles(&path);
    fs::remove_file(path).ok();
    assert_eq!(res.len(), 1);
    res.remove(0)
}

#[test]
fn lines_become_paragraphs_and_heads_stand_apart() {
    let bytes = pdf(
        &[
            &[
                (50, 770, 8, "Harbor Wire, page 1"),
                (50, 700, 20, "Sea wall fails at Merry Bay"),
                (50, 660, 10, "The sea wall at Merry Bay failed on Mon-"),
                (50, 648, 10, "day morning, and the port said that nobody"),
                (50, 636, 10, "was hurt by it."),
                (50, 612, 10, "The port will close for at least three"),
            ],
            &[
                (50, 770, 8, "Harbor Wire, page 2"),
                (50, 700, 10, "weeks while divers look at the wall."),
            ],
        ],
        "",
    );
    let article = read_pdf("wall", &bytes).unwrap();
    let prose: Vec<&str> = article
        .paragraphs()
        .map(|it| it.of(&article.text))
        .collect();
    let expected = [
        "The sea wall at Merry Bay failed on Monday morning, and the port said that nobody was hurt by it.",
        "The port will close for at least three weeks while divers look at the wall.",
    ];
    assert_eq!(prose, expected, "{}", article.text);
    let headline = article.headline().map(|it| it.of(&article.text));
    assert_eq!(headline, Some("Sea wall fails at Merry Bay"));
    assert!(article.text.contains("Harbor Wire, page 1"));
}

#[test]
fn two_columns_are_read_one_after_the_other() {
    let bytes = pdf(
        &[&[
            (50, 600, 10, "The sea wall at Merry Bay failed on"),
            (50, 588, 10, "Monday morning, and the port said"),
            (320, 600, 10, "that nobody was hurt by the fall of"),
            (320, 588, 10, "the wall or of the two cranes."),
        ]],
        "",
    );
    let article = read_pdf("columns", &bytes).unwrap();
    let whole = "The sea wall at Merry Bay failed on Monday morning, and the port said that nobody was hurt by the fall of the wall or of the two cranes.";
    assert_eq!(article.text, whole);
}

#[test]
fn what_cannot_be_read_is_told() {
    let empty = read_pdf("pictures", &pdf(&[&[]], ""));
    assert!(
        matches!(empty, Err(ReadError::Pictures { .. })),
        "{empty:?}"
    );
    let whole = pdf(&[&[(50, 600, 10, "The sea wall failed on Monday.")]], "");
    for cut in [20, 200, whole.len() / 2] {
        let res = read_pdf("cut", &whole[..cut]);
        assert!(matches!(res, Err(ReadError::Damaged { .. })), "{res:?}");
    }
    let locked = "/Encrypt << /Filter /Standard /V 1 /R 2 /O (aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa) /U (bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb) /P -44 >> /ID [(a) (a)]";
    let res = read_pdf(
        "locked",
        &pdf(&[&[(50, 600, 10, "The sea wall failed.")]], locked),
    );
    assert!(matches!(res, Err(ReadError::Protected { .. })), "{res:?}");
}

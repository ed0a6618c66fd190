//! What the reader decided, when, and what became of it: the log for people and for spreadsheets.
//! Who decided is not recorded.

use super::csv::Rows;
use super::names::{furniture, quotation_kind};
use super::text::visible;
use crate::model::{Anchor, ArticleRef, Decision, Entry, Judgment, Standing, Target};

/// Most words of a text that are shown in a line.
const MOST_WORDS: usize = 12;

/// One decision in words.
struct Told<'a> {
    what: &'static str,
    /// Files of the articles that it is about.
    files: Vec<&'a str>,
    /// Words of theirs.
    words: Vec<&'a str>,
    /// What was set or written.
    value: String,
}

/// A decision a line, with a second one under what was lost.
pub fn text(entries: &[Entry], standings: &[Standing]) -> String {
    let mut res = String::new();
    for (at, entry) in entries.iter().enumerate() {
        let told = told(&entry.decision);
        let words = told.words.iter().map(|it| format!("“{}”", cut(it)));
        let words: Vec<String> = words.collect();
        let value = cut(&told.value);
        let parts = [
            told.what.to_owned(),
            told.files.join(", "),
            words.join(" · "),
            value,
        ];
        let parts: Vec<String> = parts.into_iter().filter(|it| !it.is_empty()).collect();
        res += &format!("{}  {}\n", entry.time(), visible(&parts.join(" · ")));
        if let Some(why) = standings.get(at).and_then(|it| why(*it)) {
            res += &format!("{:22}{why}\n", "");
        }
    }
    res
}

/// The log as a table.
pub fn csv(entries: &[Entry], standings: &[Standing]) -> String {
    let columns = ["time", "what", "files", "words", "value", "standing"];
    let mut rows = Rows::new(&[&columns]);
    for (at, entry) in entries.iter().enumerate() {
        let told = told(&entry.decision);
        let standing = standings
            .get(at)
            .map(|it| why(*it).unwrap_or_else(|| "applied".to_owned()));
        rows.push(vec![
            entry.time(),
            told.what.to_owned(),
            told.files.join("; "),
            told.words.join(" / "),
            told.value,
            standing.unwrap_or_default(),
        ]);
    }
    rows.finish()
}

/// Why a decision does not hold; `None` if it does.
pub fn why(standing: Standing) -> Option<String> {
    match standing {
        Standing::Applied => None,
        Standing::Lost(loss) => Some(format!("lost: {}", loss.reason())),
        Standing::NotHere => Some("waits: its article is not in the set".to_owned()),
    }
}

/// White space as one space, and the first words alone.
fn cut(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let shown = words[..words.len().min(MOST_WORDS)].join(" ");
    if words.len() > MOST_WORDS {
        shown + " ›"
    } else {
        shown
    }
}

fn told(decision: &Decision) -> Told<'_> {
    match decision {
        Decision::JudgeFinding { finding, judgment } => {
            let what = match judgment {
                Judgment::Open => "Finding open again",
                Judgment::Accepted => "Finding accepted",
                Judgment::Rejected => "Finding rejected",
            };
            Told::of(what, &finding.places, finding.kind.name())
        }
        Decision::SetSources { quotation, sources } => {
            let names: Vec<&str> = sources.iter().map(|it| it.exact.as_str()).collect();
            let value = match names.as_slice() {
                [] => "nobody is named".to_owned(),
                names => names.join(", "),
            };
            Told::of("Source set", [quotation], &value)
        }
        Decision::SetQuotation {
            quotation,
            bounds,
            kind,
        } => {
            let anchors = [quotation, bounds].into_iter();
            let n = if quotation == bounds { 1 } else { 2 };
            Told::of("Quotation set", anchors.take(n), quotation_kind(*kind))
        }
        Decision::NoQuotation { quotation } => Told::of("No quotation", [quotation], ""),
        Decision::MergeUtterances { one, other } => {
            Told::of("Quotations put together", [one, other], "")
        }
        Decision::SplitUtterance { witnesses } => Told::of("Quotations put apart", witnesses, ""),
        Decision::SetFurniture { words, kind } => match kind {
            Some(kind) => Told::of("Page furniture", [words], furniture(*kind)),
            None => Told::of("Part of the article", [words], ""),
        },
        Decision::SetHeadline { words } => Told::of("Headline set", [words], ""),
        Decision::MergePeople { one, other } => Told::of("One person", [one, other], ""),
        Decision::RenameOutlet { article, name } => {
            Told::of_article("Outlet renamed", article, name)
        }
        Decision::SetDate { article, date } => {
            let value = date.map_or_else(|| "unknown".to_owned(), |it| it.to_string());
            Told::of_article("Date set", article, &value)
        }
        Decision::Note { on, text } if text.is_empty() => Told::on("Note taken off", on, ""),
        Decision::Note { on, text } => Told::on("Note", on, text),
        Decision::Tag { on, tag } => Told::on("Tag", on, tag),
        Decision::Untag { on, tag } => Told::on("Tag taken off", on, tag),
    }
}

impl<'a> Told<'a> {
    fn of(what: &'static str, anchors: impl IntoIterator<Item = &'a Anchor>, value: &str) -> Self {
        let mut res = Self {
            what,
            files: Vec::new(),
            words: Vec::new(),
            value: value.to_owned(),
        };
        for anchor in anchors {
            let file = anchor.article.file.as_str();
            if !res.files.contains(&file) {
                res.files.push(file);
            }
            res.words.push(&anchor.exact);
        }
        res
    }

    fn of_article(what: &'static str, article: &'a ArticleRef, value: &str) -> Self {
        Self {
            files: vec![&article.file],
            ..Self::of(what, [], value)
        }
    }

    fn on(what: &'static str, target: &'a Target, value: &str) -> Self {
        match target {
            Target::Finding(finding) => Self::of(what, &finding.places, value),
            Target::Utterance(witnesses) => Self::of(what, witnesses, value),
            Target::Quotation(words) | Target::Words(words) => Self::of(what, [words], value),
            Target::Article(article) => Self::of_article(what, article, value),
        }
    }
}

//! What is kept from start to start: how the reader likes to see, and the sets last opened. Never
//! an article's text, never a result.
//!
//! One line of text a setting, so that a person can read the file. What cannot be understood is
//! left at its default.

use std::collections::BTreeMap;
use std::path::PathBuf;

use eframe::Storage;

use super::choices::Choices;
use super::command::View;
use super::layer::Layer;
use super::theme::Look;
use crate::model::ArticleKey;

/// Most sets that are remembered.
const MOST_RECENT: usize = 6;

/// A set of articles that was open: its files and folders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recent {
    pub paths: Vec<PathBuf>,
}

impl Recent {
    /// The folder that all files share, or the first file.
    pub fn name(&self) -> String {
        let mut folders = self.paths.iter().map(|it| {
            if self.paths.len() == 1 {
                Some(it.as_path())
            } else {
                it.parent()
            }
        });
        let first = folders.next().flatten();
        let same = folders.all(|it| it == first);
        let path = first
            .filter(|_| same)
            .or(self.paths.first().map(PathBuf::as_path));
        let name = path.and_then(|it| it.file_name());
        let name = name.map_or_else(String::new, |it| it.to_string_lossy().into_owned());
        match (same, self.paths.len()) {
            (true, _) | (false, 0..=1) => name,
            (false, n) => format!("{name} and {} more", n - 1),
        }
    }
}

/// Puts a set in front of those that are remembered.
pub fn remember(recent: &mut Vec<Recent>, paths: Vec<PathBuf>) {
    if paths.is_empty() {
        return;
    }
    let new = Recent { paths };
    recent.retain(|it| *it != new);
    recent.insert(0, new);
    recent.truncate(MOST_RECENT);
}

pub fn save(storage: &mut dyn Storage, choices: &Choices, recent: &[Recent]) {
    let view = if choices.view_chosen {
        choices.view.name()
    } else {
        ""
    };
    let hidden: Vec<&str> = choices.hidden_layers.iter().map(|it| it.name()).collect();
    let recent: Vec<String> = recent
        .iter()
        .map(|it| {
            let paths = it.paths.iter().map(|it| it.to_string_lossy());
            paths.collect::<Vec<_>>().join("\t")
        })
        .collect();
    for (key, value) in [
        ("theme", choices.look.name().to_owned()),
        ("view", view.to_owned()),
        ("hidden layers", hidden.join("\n")),
        ("reading size", choices.reading_steps.to_string()),
        ("window size", choices.window_steps.to_string()),
        ("recent", recent.join("\n")),
    ] {
        storage.set_string(key, value);
    }
}

/// Takes what was saved; the sets last opened are returned.
pub fn restore(storage: &dyn Storage, choices: &mut Choices) -> Vec<Recent> {
    let get = |key: &str| storage.get_string(key);
    if let Some(name) = get("theme") {
        let look = Look::ALL.into_iter().find(|it| it.name() == name);
        choices.look = look.unwrap_or(choices.look);
    }
    let view = get("view").and_then(|name| View::ALL.into_iter().find(|it| it.name() == name));
    if let Some(view) = view {
        (choices.view, choices.view_chosen) = (view, true);
    }
    if let Some(names) = get("hidden layers") {
        let is_hidden = |it: &Layer| names.lines().any(|name| name == it.name());
        choices.hidden_layers = Layer::ALL.into_iter().filter(is_hidden).collect();
    }
    let steps = |key: &str| get(key).and_then(|it| it.parse::<i32>().ok()).unwrap_or(0);
    choices.reading_steps = steps("reading size").clamp(-4, 10);
    choices.window_steps = steps("window size").clamp(-4, 8);
    let recent = get("recent").unwrap_or_default();
    recent
        .lines()
        .map(|line| Recent {
            paths: line.split('\t').map(PathBuf::from).collect(),
        })
        .take(MOST_RECENT)
        .collect()
}

/// What a set's file keeps of the choices: what is about its articles.
pub fn of_set(choices: &Choices) -> BTreeMap<String, String> {
    let keys = |all: &mut dyn Iterator<Item = &ArticleKey>| {
        let keys: Vec<String> = all.map(|it| format!("{:016x}", it.0)).collect();
        keys.join(" ")
    };
    let entries = [
        ("view", choices.view.name().to_owned()),
        ("reference", keys(&mut choices.reference.iter())),
        ("hidden", keys(&mut choices.hidden.iter())),
        ("pinned", keys(&mut choices.pinned.iter())),
    ];
    let told = entries.into_iter().filter(|it| !it.1.is_empty());
    told.map(|(name, value)| (name.to_owned(), value)).collect()
}

/// Takes what a set's file kept.
pub fn apply_set(kept: &BTreeMap<String, String>, choices: &mut Choices) {
    let keys = |name: &str| {
        let words = kept.get(name).map_or("", String::as_str).split(' ');
        words
            .filter_map(|it| u64::from_str_radix(it, 16).ok())
            .map(ArticleKey)
    };
    let name = kept.get("view");
    if let Some(view) = View::ALL
        .into_iter()
        .find(|it| name.is_some_and(|n| n == it.name()))
    {
        (choices.view, choices.view_chosen) = (view, true);
    }
    choices.reference = keys("reference").next();
    choices.hidden = keys("hidden").collect();
    choices.pinned = keys("pinned").collect();
    choices.solo = None;
    choices.brush = None;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Default)]
    struct Memory(BTreeMap<String, String>);

    impl Storage for Memory {
        fn get_string(&self, key: &str) -> Option<String> {
            self.0.get(key).cloned()
        }

        fn set_string(&mut self, key: &str, value: String) {
            self.0.insert(key.to_owned(), value);
        }

        fn remove_string(&mut self, key: &str) {
            self.0.remove(key);
        }

        fn flush(&mut self) {}
    }

    #[test]
    fn what_is_saved_comes_back() {
        let mut storage = Memory::default();
        let mut recent = Vec::new();
        remember(&mut recent, vec!["/news/storm".into()]);
        remember(
            &mut recent,
            vec!["/a/north.txt".into(), "/a/coast.txt".into()],
        );
        let choices = Choices {
            look: Look::Contrast,
            view: View::Grid,
            view_chosen: true,
            hidden_layers: vec![Layer::Edits],
            reading_steps: 2,
            ..Choices::default()
        };
        save(&mut storage, &choices, &recent);
        let mut back = Choices::default();
        assert_eq!(restore(&storage, &mut back), recent);
        assert_eq!((back.look, back.view), (Look::Contrast, View::Grid));
        assert_eq!(back.hidden_layers, [Layer::Edits]);
        assert_eq!((back.reading_steps, back.window_steps), (2, 0));
    }

    #[test]
    fn a_set_keeps_what_is_about_its_articles() {
        let key = ArticleKey(0xfeed);
        let choices = Choices {
            view: View::Grid,
            reference: Some(key),
            pinned: [key].into(),
            ..Choices::default()
        };
        let mut back = Choices::default();
        apply_set(&of_set(&choices), &mut back);
        assert_eq!((back.view, back.reference), (View::Grid, Some(key)));
        assert_eq!(back.hidden, choices.hidden);
        assert_eq!(back.pinned, choices.pinned);
        apply_set(
            &BTreeMap::from([("view".to_owned(), "?".to_owned())]),
            &mut back,
        );
        assert_eq!(back.view, View::Grid);
    }

    #[test]
    fn damaged_settings_are_defaults() {
        let mut storage = Memory::default();
        for key in [
            "theme",
            "view",
            "hidden layers",
            "reading size",
            "window size",
        ] {
            storage.set_string(key, "\u{0}?".to_owned());
        }
        let mut back = Choices::default();
        restore(&storage, &mut back);
        assert_eq!((back.look, back.view), (Look::Light, View::Columns));
        assert_eq!((back.reading_steps, back.window_steps), (0, 0));
    }

    #[test]
    fn a_set_is_named_by_its_folder() {
        let named = |paths: &[&str]| {
            let paths = paths.iter().map(PathBuf::from).collect();
            Recent { paths }.name()
        };
        assert_eq!(named(&["/news/storm/a.txt", "/news/storm/b.txt"]), "storm");
        assert_eq!(named(&["/news/storm"]), "storm");
        assert_eq!(named(&["/x/a.txt", "/y/b.txt"]), "a.txt and 1 more");
    }

    #[test]
    fn the_last_set_is_the_first_and_stands_once() {
        let mut recent = Vec::new();
        for path in ["/a", "/b", "/a", "/c", "/d", "/e", "/f", "/g"] {
            remember(&mut recent, vec![path.into()]);
        }
        assert_eq!(recent.len(), MOST_RECENT);
        assert_eq!(recent[0].paths, [PathBuf::from("/g")]);
        assert_eq!(recent.iter().filter(|it| it.name() == "a").count(), 1);
    }
}

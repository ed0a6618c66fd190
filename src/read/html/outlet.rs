//! Whose page it is: of the names that a page gives, the one that its address bears out.
//!
//! ```text
//! site_name "U.S.", title "Oil falls - Merry Post", address merrypost.com   ->   "Merry Post"
//! ```

/// `stated` in the order of trust; `title` is the page's `<title>` with names after bars and dashes.
pub fn outlet(
    stated: &[Option<String>],
    title: Option<&str>,
    address: Option<&str>,
) -> Option<String> {
    let host = address.map(host).unwrap_or_default();
    let title_parts = title.into_iter().flat_map(|it| parts(it).skip(1));
    let mut names: Vec<String> = stated
        .iter()
        .flatten()
        .filter_map(|it| parts(it).next())
        .filter(|it| !it.contains("://"))
        .map(str::to_owned)
        .collect();
    let n_stated = names.len();
    names.extend(title_parts.map(str::to_owned));
    let borne_out = names.iter().find(|it| fits(it, &host));
    let first = names.iter().take(n_stated).find(|it| !it.is_empty());
    let domain = || (!host.is_empty()).then(|| host.clone());
    borne_out.or(first).cloned().or_else(domain)
}

fn parts(title: &str) -> impl Iterator<Item = &str> {
    title
        .split(['|', '•', '»'])
        .flat_map(|it| it.split(" - "))
        .flat_map(|it| it.split(" — "))
        .flat_map(|it| it.split(" – "))
        .map(str::trim)
        .filter(|it| !it.is_empty())
}

/// `https://www.merrypost.co.uk/a` as `merrypost.co.uk`.
pub fn host(address: &str) -> String {
    let rest = address.split_once("://").map_or(address, |it| it.1);
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let host = host.to_lowercase();
    let mut bare = host.as_str();
    for front in ["www.", "m.", "amp.", "mobile.", "edition."] {
        bare = bare.strip_prefix(front).unwrap_or(bare);
    }
    bare.to_owned()
}

/// The host holds the name, or its first letters.
fn fits(name: &str, host: &str) -> bool {
    let words: Vec<String> = name
        .to_lowercase()
        .split(|it: char| !it.is_alphanumeric())
        .filter(|it| !it.is_empty() && *it != "the")
        .map(str::to_owned)
        .collect();
    let letters = words.concat();
    let initials: String = words.iter().filter_map(|it| it.chars().next()).collect();
    let domain: String = host.chars().filter(|it| it.is_alphanumeric()).collect();
    let mut labels = host.split('.');
    letters.len() > 2 && domain.contains(&letters)
        || initials.len() > 1 && labels.any(|it| it == initials)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(stated: &[&str], title: &str, address: &str, expected: &str) {
        let stated: Vec<_> = stated.iter().map(|it| Some((*it).to_owned())).collect();
        let found = outlet(&stated, Some(title), Some(address));
        assert_eq!(found.as_deref(), Some(expected));
    }

    #[test]
    fn the_address_bears_out_a_name() {
        check(
            &["U.S."],
            "Oil falls - Merry Post",
            "https://www.merrypost.com/a",
            "Merry Post",
        );
        check(
            &["Merry Bay Journal"],
            "Oil falls - MBJ",
            "https://mbj.com/a",
            "Merry Bay Journal",
        );
        check(
            &["Ostrava Wire"],
            "Oil falls | News",
            "https://example.org/a",
            "Ostrava Wire",
        );
    }

    #[test]
    fn without_a_name_the_host_stands_in() {
        check(
            &[],
            "Oil falls",
            "https://www.merrypost.co.uk/a",
            "merrypost.co.uk",
        );
        assert_eq!(outlet(&[], None, None), None);
    }
}

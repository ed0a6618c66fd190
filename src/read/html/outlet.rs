//! Whose page it is: of the names that a page gives, the one that its address bears out, or that
//! two of its parts give.
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
        .filter_map(|it| parts(it.trim_start_matches('@')).next())
        .filter(|it| !it.contains("://"))
        .map(str::to_owned)
        .collect();
    let n_stated = names.len();
    names.extend(title_parts.map(str::to_owned));
    let borne_out = names.iter().find(|it| fits(it, &host));
    let twice = (0..n_stated).find(|at| names[at + 1..].iter().any(|it| same(it, &names[*at])));
    let first = twice.unwrap_or(0)..n_stated;
    let first = names.get(first).and_then(<[String]>::first);
    let domain = || (!host.is_empty()).then(|| host.clone());
    borne_out.or(first).cloned().or_else(domain)
}

/// What stands before, between and after the bars and dashes of a title.
pub fn parts(title: &str) -> impl Iterator<Item = &str> {
    title
        .split(['|', '•', '»'])
        .flat_map(|it| it.split(" - "))
        .flat_map(|it| it.split(" — "))
        .flat_map(|it| it.split(" – "))
        .map(str::trim)
        .filter(|it| !it.is_empty())
}

/// What stands in the title after the headline, if it is short as a name.
pub fn after<'a>(title: &'a str, headline: &str) -> Option<&'a str> {
    let name = parts(title).last().filter(|it| words(it).len() <= 5)?;
    let front = title.trim_end().strip_suffix(name)?;
    same(front, headline).then_some(name)
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

/// The names have the same words.
pub fn same(one: &str, other: &str) -> bool {
    words(one) == words(other)
}

/// The host holds the name, or a label of it is the first letters of its words, of which the last
/// may be whole: `mbjournal`.
pub fn fits(name: &str, host: &str) -> bool {
    let words = words(name);
    let letters = words.concat();
    let domain: String = host.chars().filter(|it| it.is_alphanumeric()).collect();
    let short = |n_initials: usize| {
        let (front, whole) = words.split_at(n_initials);
        let initials = front.iter().filter_map(|it| it.chars().next());
        initials.collect::<String>() + &whole.concat()
    };
    let mut shorts = (1..=words.len()).map(short).filter(|it| it.len() > 1);
    letters.len() > 2 && domain.contains(&letters)
        || words.len() > 1 && shorts.any(|it| host.split('.').any(|label| label == it))
}

fn words(name: &str) -> Vec<String> {
    name.to_lowercase()
        .split(|it: char| !it.is_alphanumeric())
        .filter(|it| !it.is_empty() && *it != "the")
        .map(str::to_owned)
        .collect()
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
            &["@merrypost"],
            "Oil falls",
            "https://merrypost.com/a",
            "merrypost",
        );
        check(
            &["Merry Bay Journal"],
            "Oil falls - MBJ",
            "https://mbj.com/a",
            "Merry Bay Journal",
        );
        check(
            &[],
            "Oil falls - The Merry Bay Journal",
            "https://www.mbjournal.com/a",
            "The Merry Bay Journal",
        );
        check(
            &[],
            "Oil falls - Journal of the Merry Bay",
            "https://www.mbjournal.com/a",
            "mbjournal.com",
        );
        check(
            &["Ostrava Wire"],
            "Oil falls | News",
            "https://example.org/a",
            "Ostrava Wire",
        );
    }

    #[test]
    fn what_two_say_goes_before_what_one_says() {
        check(
            &["Ostrava Wire", "Merry Post"],
            "Oil falls - The Merry Post",
            "https://example.org/a",
            "Merry Post",
        );
        check(
            &["Ostrava Wire", "Merry Post"],
            "Oil falls - Kelden News",
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

    #[test]
    fn without_an_address_the_end_of_the_title_is_a_name() {
        let found = |title| after(title, "Oil falls - and stocks rise");
        assert_eq!(
            found("Oil falls - and stocks rise | Merry Post"),
            Some("Merry Post")
        );
        assert_eq!(found("Oil falls - and stocks rise"), None);
        assert_eq!(found("Stocks rise | Merry Post"), None);
    }
}

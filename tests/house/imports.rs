//! Who may import whom, as the table of `ARCHITECTURE.md` says, which is read here.

use crate::scan::{File, covers};

/// One folder of the table with what it may import.
pub struct Row {
    who: String,
    may: Vec<String>,
}

/// The table under "Who may import whom": words in backticks of its first two columns.
pub fn table(architecture: &str) -> Vec<Row> {
    let mut res = Vec::new();
    let section = architecture.split("## Who may import whom").nth(1);
    let lines = section.unwrap_or_default().lines();
    let rows = lines.skip_while(|it| !it.starts_with('|'));
    for line in rows.take_while(|it| it.starts_with('|')) {
        let mut columns = line.split('|').skip(1).map(names);
        let (Some(who), Some(may)) = (columns.next(), columns.next()) else {
            continue;
        };
        for who in who {
            res.push(Row {
                who,
                may: may.clone(),
            });
        }
    }
    res
}

fn names(cell: &str) -> Vec<String> {
    let quoted = cell.split('`').skip(1).step_by(2);
    quoted.map(str::to_owned).collect()
}

/// What `file` imports against the table. `modules` are all modules of the crate.
pub fn against(table: &[Row], modules: &[String], file: &File) -> Vec<(usize, String)> {
    let module = file.module();
    let rows = table.iter().filter(|it| covers(&it.who, module));
    let Some(row) = rows.max_by_key(|it| it.who.len()) else {
        let unknown = format!("`{module}` is not in the table of ARCHITECTURE.md");
        return if module.is_empty() {
            Vec::new()
        } else {
            vec![(1, unknown)]
        };
    };
    let mut res = Vec::new();
    for (line, path) in &file.paths {
        let Some(target) = target(module, path) else {
            continue;
        };
        let own = covers(&row.who, &target) && !is_other_view(modules, module, &target);
        if !own && !row.may.iter().any(|it| covers(it, &target)) {
            res.push((*line, format!("`{}` may not import `{target}`", row.who)));
        }
    }
    res
}

/// The path from the crate's root, with `/`; `None` for paths of other crates.
fn target(module: &str, path: &[String]) -> Option<String> {
    let mut base: Vec<&str> = module.split('/').collect();
    let mut rest = path;
    match path.first()?.as_str() {
        "crate" | "crossread" => {
            base.clear();
            rest = &path[1..];
        }
        "super" => {
            while rest.first().is_some_and(|it| it == "super") {
                base.pop();
                rest = &rest[1..];
            }
        }
        _ => return None,
    }
    base.extend(rest.iter().map(String::as_str));
    Some(base.join("/"))
}

/// A view may use what `views/mod.rs` offers to all, and nothing of its siblings.
fn is_other_view(modules: &[String], module: &str, target: &str) -> bool {
    let in_views = |it: &str| it.strip_prefix("gui/views/").map(str::to_owned);
    let (Some(own), Some(wanted)) = (in_views(module), in_views(target)) else {
        return false;
    };
    let (first, inside) = wanted.split_once('/').unwrap_or((&wanted, ""));
    let is_file = modules.contains(&format!("gui/views/{first}"))
        || !inside.is_empty() && first.starts_with(char::is_lowercase);
    is_file && Some(first) != own.split('/').next()
}

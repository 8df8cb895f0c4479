//! No circle among files: what imports each other in a ring can only be understood all at once. A folder's own file may use
//! what lies in the folder, and the other way round: they are one thing in several files.
use super::{Finding, Source};
use std::collections::{BTreeMap, BTreeSet};

/// The files of a crate, by module: `command::team` for `src/command/team/mod.rs`.
type Modules<'s> = BTreeMap<Vec<String>, &'s Source>;

/// Finds the circles of every crate in the tree.
pub fn check(sources: &[Source], found: &mut Vec<Finding>) {
    let mut crates: BTreeMap<&str, Modules<'_>> = BTreeMap::new();
    for source in sources.iter().filter(|source| source.is(&["rs"])) {
        if let Some((krate, file)) = source.path.split_once("/src/") {
            crates.entry(krate).or_default().insert(module(file), source);
        }
    }
    crates.values().for_each(|modules| check_crate(modules, found));
}

fn check_crate(modules: &Modules<'_>, found: &mut Vec<Finding>) {
    let imports: BTreeMap<&Vec<String>, BTreeSet<&Vec<String>>> =
        modules.iter().map(|(module, source)| (module, imports(module, source, modules))).collect();
    let mut told: BTreeSet<&Vec<String>> = BTreeSet::new();
    for module in modules.keys() {
        let Some(ring) = ring(module, &imports).filter(|ring| !ring.iter().any(|module| told.contains(module))) else {
            continue;
        };
        told.extend(&ring);
        let paths: Vec<&str> = ring.iter().filter_map(|module| Some(modules.get(*module)?.path.as_str())).collect();
        if let Some(source) = modules.get(module) {
            found.push(Finding::new(source, 1, format!("imports in a circle: {}", paths.join(" → "))));
        }
    }
}

/// The shortest way along imports from a module back to itself.
fn ring<'m>(
    start: &'m Vec<String>,
    imports: &BTreeMap<&'m Vec<String>, BTreeSet<&'m Vec<String>>>,
) -> Option<Vec<&'m Vec<String>>> {
    let mut ways = vec![vec![start]];
    let mut seen = BTreeSet::new();
    while !ways.is_empty() {
        let mut longer = Vec::new();
        for way in ways {
            for next in way.last().and_then(|last| imports.get(*last)).into_iter().flatten() {
                if *next == start {
                    return Some(way);
                }
                if seen.insert(*next) {
                    longer.push(way.iter().copied().chain([*next]).collect());
                }
            }
        }
        ways = longer;
    }
    None
}

/// The modules that a file imports from, but for those above and below it.
fn imports<'m>(from: &[String], source: &Source, modules: &'m Modules<'_>) -> BTreeSet<&'m Vec<String>> {
    let aims = uses(&source.code).into_iter().filter_map(|path| aim(&path, from, modules));
    aims.filter(|aim| !from.starts_with(aim) && !aim.starts_with(from)).collect()
}

/// The module that a path leads to, through what modules hand on.
fn aim<'m>(path: &[String], from: &[String], modules: &'m Modules<'_>) -> Option<&'m Vec<String>> {
    let path = absolute(path, from)?;
    let depth = (0..=path.len()).rev().find(|depth| modules.contains_key(path.get(..*depth).unwrap_or_default()))?;
    let (module, rest) = path.split_at(depth);
    let (module, source) = modules.get_key_value(module)?;
    let Some(item) = rest.first() else { return Some(module) };
    for handed in uses(&source.code).iter().filter(|handed| handed.len() > 1 && handed.last() == Some(item)) {
        let onward = absolute(handed, module)?;
        let child = onward.get(..=module.len()).and_then(|child| modules.get_key_value(child));
        // Only downwards, so this ends.
        if child.is_some_and(|(child, _)| child.starts_with(module)) {
            let below: Vec<String> = ["crate".to_owned()].into_iter().chain(onward).collect();
            return aim(&below, from, modules);
        }
    }
    Some(module)
}

/// A path from the root of the crate; none when it leads out of the crate.
fn absolute(path: &[String], from: &[String]) -> Option<Vec<String>> {
    let ups = path.iter().take_while(|part| *part == "super").count();
    let (base, rest) = match path.first().map(String::as_str)? {
        "crate" => (&[][..], path.get(1..)?),
        "self" => (from, path.get(1..)?),
        "super" => (from.get(..from.len().checked_sub(ups)?)?, path.get(ups..)?),
        // A child, where there is one; else another crate.
        _ => (from, path),
    };
    Some(base.iter().chain(rest).cloned().collect())
}

/// The module of a file below `src`.
fn module(file: &str) -> Vec<String> {
    let parts = file.trim_end_matches(".rs").split('/').map(str::to_owned);
    let mut parts: Vec<String> = parts.collect();
    if matches!(parts.last().map(String::as_str), Some("mod" | "lib" | "main")) {
        parts.pop();
    }
    parts
}

/// Every path that a file's own `use` lines name; those of tests inside it stand further right.
fn uses(code: &str) -> Vec<Vec<String>> {
    let mut paths = Vec::new();
    let mut rest = code;
    let mut begins = true;
    while !rest.is_empty() {
        let line = rest.lines().next().unwrap_or_default();
        let plain = line.strip_prefix("pub ").or_else(|| line.strip_prefix("pub(crate) ")).unwrap_or(line);
        if let (true, Some(_)) = (begins, plain.strip_prefix("use ")) {
            let end = rest.find(';').unwrap_or(rest.len());
            let tree = rest.get(..end).and_then(|text| text.split_once("use ")).map(|(_, tree)| tree);
            branches(tree.unwrap_or_default(), &[], &mut paths);
            rest = rest.get(end..).unwrap_or_default();
            begins = false;
        } else {
            rest = rest.find('\n').and_then(|end| rest.get(end + 1..)).unwrap_or_default();
            begins = true;
        }
    }
    paths
}

/// The paths of a tree such as `a::{b, c::{self, d}}`.
fn branches(tree: &str, above: &[String], paths: &mut Vec<Vec<String>>) {
    let mut depth = 0_usize;
    let parts = tree.split(|c| {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        c == ',' && depth == 0
    });
    for part in parts.map(str::trim).filter(|part| !part.is_empty()) {
        let (stem, inner) = match part.split_once('{') {
            Some((stem, inner)) => (stem, Some(inner.trim_end().trim_end_matches('}'))),
            None => (part, None),
        };
        let stem = stem.split_once(" as ").map_or(stem, |(stem, _)| stem);
        let names = stem.split("::").map(str::trim).filter(|name| !matches!(*name, "" | "*"));
        let mut path: Vec<String> = above.iter().cloned().chain(names.map(str::to_owned)).collect();
        match inner {
            Some(inner) => branches(close(part, inner), &path, paths),
            None => {
                if path.len() > 1 && path.last().is_some_and(|last| last == "self") {
                    path.pop();
                }
                paths.push(path);
            }
        }
    }
}

/// What stands between the outermost braces of a part.
fn close<'t>(part: &'t str, inner: &'t str) -> &'t str {
    match (part.find('{'), part.rfind('}')) {
        (Some(open), Some(end)) => part.get(open + 1..end).unwrap_or(inner),
        _ => inner,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn circles(files: &[(&str, &str)]) -> Vec<String> {
        let sources: Vec<Source> = files.iter().map(|(path, text)| Source::new(path, (*text).to_owned())).collect();
        let mut found = Vec::new();
        check(&sources, &mut found);
        found.into_iter().map(|finding| finding.message).collect()
    }

    #[test]
    fn paths_of_a_tree() {
        let code = "pub use a::{b, c::{self, d as e}, f::*};\nuse super::super::g;\n    use crate::tests;\n";
        let paths: Vec<String> = uses(code).iter().map(|path| path.join("::")).collect();
        assert_eq!(paths, ["a::b", "a::c", "a::c::d", "a::f", "super::super::g"]);
    }

    #[test]
    fn a_ring_is_named_once() {
        let ring = circles(&[
            ("x/src/lib.rs", "mod a;\n"),
            ("x/src/a.rs", "use crate::b::{One,\n Two};\n"),
            ("x/src/b.rs", "use super::c::Three;\n"),
            ("x/src/c.rs", "use crate::{a::Four, d};\n"),
            ("x/src/d.rs", "use std::fmt;\n"),
        ]);
        assert_eq!(ring, ["imports in a circle: x/src/a.rs → x/src/b.rs → x/src/c.rs"]);
    }

    /// `a` takes from the folder what one of its files defines, and that file takes from `a`.
    #[test]
    fn what_a_folder_hands_on_is_its_files() {
        let ring = circles(&[
            ("x/src/a.rs", "use crate::folder::Thing;\n"),
            ("x/src/folder/mod.rs", "mod thing;\nmod other;\npub use thing::Thing;\n"),
            ("x/src/folder/thing.rs", "use crate::a::Part;\nuse super::Whole;\n"),
            ("x/src/folder/other.rs", "use crate::a::Part;\n"),
        ]);
        assert_eq!(ring, ["imports in a circle: x/src/a.rs → x/src/folder/thing.rs"]);
    }

    #[test]
    fn other_crates_and_own_folders_are_no_circles() {
        let files =
            [("x/src/a/mod.rs", "use b::One;\nuse serde::de;\n"), ("x/src/a/b.rs", "use super::{Two, c::Three};\n")];
        assert_eq!(circles(&files), [""; 0]);
    }
}

//! No circle among files: what imports each other in a ring can only be understood all at once. A folder's own file may use
//! what lies in the folder, and the other way round: they are one thing in several files.
use super::{Finding, Source};
use std::collections::{BTreeMap, BTreeSet};

/// The files of a crate, by module: `command::team` for `src/command/team/mod.rs`.
type Modules<'s> = BTreeMap<Vec<String>, File<'s>>;

/// A file, and what it uses.
struct File<'s> {
    source: &'s Source,
    uses: Vec<Use>,
}

/// A path that a `use` names, and by what name its end is known then; by all of its own where it ends in a star.
#[derive(Debug, PartialEq, Eq)]
struct Use {
    path: Vec<String>,
    name: Option<String>,
}

/// Finds the circles of every crate in the tree.
pub fn check(sources: &[Source], found: &mut Vec<Finding>) {
    let mut crates: BTreeMap<&str, Modules<'_>> = BTreeMap::new();
    for source in sources.iter().filter(|source| source.is(&["rs"])) {
        if let Some((krate, file)) = source.path.split_once("/src/") {
            let uses = uses(&source.code);
            crates.entry(krate).or_default().insert(module(file), File { source, uses });
        }
    }
    crates.values().for_each(|modules| check_crate(modules, found));
}

fn check_crate(modules: &Modules<'_>, found: &mut Vec<Finding>) {
    let imports: BTreeMap<&Vec<String>, BTreeSet<&Vec<String>>> =
        modules.iter().map(|(module, file)| (module, imports(module, file, modules))).collect();
    let mut told: BTreeSet<&Vec<String>> = BTreeSet::new();
    for (module, file) in modules {
        let Some(ring) = ring(module, &imports).filter(|ring| !ring.iter().any(|module| told.contains(module))) else {
            continue;
        };
        told.extend(&ring);
        let paths: Vec<&str> =
            ring.iter().filter_map(|module| Some(modules.get(*module)?.source.path.as_str())).collect();
        found.push(Finding::new(file.source, 1, format!("imports in a circle: {}", paths.join(" → "))));
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
fn imports<'m>(from: &[String], file: &File<'_>, modules: &'m Modules<'_>) -> BTreeSet<&'m Vec<String>> {
    let absolute = file.uses.iter().filter_map(|used| absolute(&used.path, from));
    let aims = absolute.filter_map(|path| aim(&path, modules, &mut BTreeSet::new()));
    aims.filter(|aim| !from.starts_with(aim) && !aim.starts_with(from)).collect()
}

/// The module that a path from the root leads to, through what modules hand on, wherever that is and whatever they call it.
fn aim<'m>(
    path: &[String],
    modules: &'m Modules<'_>,
    passed: &mut BTreeSet<(&'m Vec<String>, String)>,
) -> Option<&'m Vec<String>> {
    let (module, file, rest) = longest(path, modules)?;
    let Some((item, below)) = rest.split_first() else { return Some(module) };
    // Names that are handed on in a ring lead nowhere else.
    if !passed.insert((module, item.clone())) {
        return Some(module);
    }
    let named = file.uses.iter().filter(|used| used.name.as_ref() == Some(item));
    let by_star = file.uses.iter().filter(|used| used.name.is_none());
    for used in named.chain(by_star) {
        let Some(mut onward) = absolute(&used.path, module) else { continue };
        let Some((reached, there, left)) = longest(&onward, modules) else { continue };
        // Another crate's, or its own.
        if reached == module || (used.name.is_none() && !(left.is_empty() && has(there, item))) {
            continue;
        }
        onward.extend(used.name.is_none().then(|| item.clone()));
        onward.extend(below.iter().cloned());
        return aim(&onward, modules, passed);
    }
    Some(module)
}

/// The deepest module on a path, and what is left of the path.
fn longest<'m, 'p>(
    path: &'p [String],
    modules: &'m Modules<'_>,
) -> Option<(&'m Vec<String>, &'m File<'m>, &'p [String])> {
    let depth = (0..=path.len()).rev().find(|depth| modules.contains_key(path.get(..*depth).unwrap_or_default()))?;
    let (module, rest) = path.split_at(depth);
    let (module, file) = modules.get_key_value(module)?;
    Some((module, file, rest))
}

/// Whether a file defines something of this name, or hands it on.
fn has(file: &File<'_>, item: &str) -> bool {
    const KINDS: [&str; 9] = ["struct", "enum", "fn", "trait", "type", "const", "static", "mod", "union"];
    let defines = |line: &str| {
        let words: Vec<&str> = line.split(|c: char| !(c.is_alphanumeric() || c == '_')).collect();
        words.windows(2).any(|pair| KINDS.iter().any(|kind| pair == [*kind, item]))
    };
    file.uses.iter().any(|used| used.name.as_deref() == Some(item))
        || file.source.code.lines().any(|line| !line.starts_with(' ') && defines(line))
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
fn uses(code: &str) -> Vec<Use> {
    let mut paths = Vec::new();
    let mut rest = code;
    let mut begins = true;
    while !rest.is_empty() {
        let line = rest.lines().next().unwrap_or_default();
        if begins && private(line).starts_with("use ") {
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

/// A line without who may see what it says: `pub`, `pub(super)`, `pub(in crate::command)`.
fn private(line: &str) -> &str {
    match line.strip_prefix("pub") {
        Some(rest) if rest.starts_with('(') => rest.split_once(')').map_or(line, |(_, rest)| rest.trim_start()),
        Some(rest) if rest.starts_with(' ') => rest.trim_start(),
        _ => line,
    }
}

/// The paths of a tree such as `a::{b, c::{self, d}}`.
fn branches(tree: &str, above: &[String], paths: &mut Vec<Use>) {
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
        let (stem, called) = match stem.split_once(" as ") {
            Some((stem, called)) => (stem, Some(called.trim().to_owned())),
            None => (stem, None),
        };
        let names: Vec<&str> = stem.split("::").map(str::trim).filter(|name| !name.is_empty()).collect();
        let star = names.last() == Some(&"*");
        let named = names.into_iter().filter(|name| *name != "*").map(str::to_owned);
        let mut path: Vec<String> = above.iter().cloned().chain(named).collect();
        match inner {
            Some(inner) => branches(close(part, inner), &path, paths),
            None => {
                if path.len() > 1 && path.last().is_some_and(|last| last == "self") {
                    path.pop();
                }
                let name = if star { None } else { called.or_else(|| path.last().cloned()) };
                paths.push(Use { path, name });
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
        let code = "pub use a::{b, c::{self, d as e}, f::*};\nuse super::super::g;\n    use crate::tests;\n\
            pub(super) use h::i;\npub(in crate::k) use j;\n";
        let told = |used: &Use| format!("{} {}", used.path.join("::"), used.name.as_deref().unwrap_or("*"));
        let paths: Vec<String> = uses(code).iter().map(told).collect();
        assert_eq!(paths, ["a::b b", "a::c c", "a::c::d e", "a::f *", "super::super::g g", "h::i i", "j j"]);
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

    /// Whatever it is called on the way, wherever that leads, and whoever may see it.
    #[test]
    fn what_is_handed_on_is_whose_it_is() {
        for hands_on in [
            "pub use crate::c::Thing;\n",
            "pub(super) use super::c::Other as Thing;\n",
            "pub(in crate::a) use crate::c::*;\n",
            "use crate::c::Thing;\n",
        ] {
            let ring = circles(&[
                ("x/src/a.rs", "use crate::b::Thing;\n"),
                ("x/src/b.rs", hands_on),
                ("x/src/c.rs", "use crate::a::Part;\npub struct Thing;\n"),
            ]);
            assert_eq!(ring, ["imports in a circle: x/src/a.rs → x/src/c.rs"], "{hands_on}");
        }
        // A star hands on what its module has, and nothing else.
        let none = circles(&[
            ("x/src/a.rs", "use crate::b::Own;\n"),
            ("x/src/b.rs", "pub use crate::c::*;\npub struct Own;\n"),
            ("x/src/c.rs", "use crate::a::Part;\n"),
        ]);
        assert_eq!(none, ["imports in a circle: x/src/a.rs → x/src/b.rs → x/src/c.rs"]);
        let ring = circles(&[("x/src/a.rs", "use crate::b::T;\n"), ("x/src/b.rs", "pub use crate::b::T;\n")]);
        assert_eq!(ring, [""; 0], "a name in a ring leads nowhere, and ends");
    }

    #[test]
    fn other_crates_and_own_folders_are_no_circles() {
        let files =
            [("x/src/a/mod.rs", "use b::One;\nuse serde::de;\n"), ("x/src/a/b.rs", "use super::{Two, c::Three};\n")];
        assert_eq!(circles(&files), [""; 0]);
    }
}

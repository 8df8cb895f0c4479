//! No path of one person's machine: what works only there works for nobody else.
use super::{Finding, Source};

/// Folders that lie on some machine and not on others. Put together here so that this file does not find itself.
const FOLDERS: [&str; 5] =
    [concat!("/ro", "ot/"), concat!("/wo", "rk/"), concat!("/ho", "me/"), concat!("/Us", "ers/"), concat!("C:", "\\")];

pub fn check(source: &Source, found: &mut Vec<Finding>) {
    for (number, line) in (1..).zip(source.text.lines()) {
        for folder in FOLDERS {
            if line.match_indices(folder).any(|(at, _)| begins_a_path(line, at)) {
                found.push(Finding::new(
                    source,
                    number,
                    format!("`{folder}` is a path of one machine: name it relative to the tree, or ask for it"),
                ));
            }
        }
    }
}

/// Whether what stands there is absolute, not the middle of a longer path or URL.
fn begins_a_path(line: &str, at: usize) -> bool {
    let before = line.get(..at).and_then(|line| line.chars().next_back());
    before.is_none_or(|before| !before.is_alphanumeric() && !matches!(before, '_' | '-' | '.' | '/' | '}' | '$' | '*'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::said;

    #[test]
    fn absolute_paths_are_found_and_relative_ones_not() {
        let path = format!("let a = \"{}x\";\n", FOLDERS[0]);
        assert_eq!(said(check, "a.rs", &path).len(), 1);
        let inside = format!("get(\"api{}x\")\n", FOLDERS[1]);
        assert!(said(check, "a.rs", &inside).is_empty());
    }
}

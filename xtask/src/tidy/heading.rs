//! Every file says at its top what it is: a reader should not have to guess why it exists.
use super::{Finding, Source};

pub fn check(source: &Source, found: &mut Vec<Finding>) {
    let first = source.text.lines().find(|line| !line.starts_with("#!") && !line.trim().is_empty());
    let first = first.unwrap_or_default();
    let (wanted, fine) = if source.is(&["rs"]) {
        ("//!", says_something(first, &["//!"]))
    } else if source.is(&["css"]) {
        ("/*", first.starts_with("/*"))
    } else if source.is(&["mjs", "js", "ts"]) {
        ("//", says_something(first, &["//"]) || first.starts_with("/*"))
    } else {
        return;
    };
    if !fine {
        found.push(Finding::new(
            source,
            1,
            format!("begin with a `{wanted}` comment that says what this file is and why"),
        ));
    }
}

fn says_something(line: &str, starts: &[&str]) -> bool {
    starts.iter().any(|start| line.strip_prefix(start).is_some_and(|rest| rest.trim().len() > 3))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::said;

    #[test]
    fn headings_by_kind() {
        assert!(said(check, "a.rs", "//! What it is.\n").is_empty());
        assert!(said(check, "a.css", "/* What it is. */\n").is_empty());
        assert!(said(check, "a.mjs", "#!/usr/bin/env node\n// What it is.\n").is_empty());
        assert_eq!(said(check, "a.rs", "// Not a doc comment.\n").len(), 1);
        assert_eq!(said(check, "a.rs", "//!\nfn a() {}\n").len(), 1);
        assert_eq!(said(check, "a.css", "a { }\n").len(), 1);
        assert!(said(check, "a.toml", "x = 1\n").is_empty());
    }
}

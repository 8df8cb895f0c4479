//! Files stay short enough to be read in one go: about 200 lines, 500 at most.
use super::{Finding, Source};

const MOST: usize = 500;

pub fn check(source: &Source, found: &mut Vec<Finding>) {
    let lines = source.text.lines().count();
    if source.is(&["rs", "css", "mjs", "js", "ts"]) && lines > MOST {
        found.push(Finding::new(source, MOST + 1, format!("{lines} lines, {MOST} at most: split it by what it does")));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::said;

    #[test]
    fn the_last_line_allowed_is_allowed() {
        assert!(said(check, "a.rs", &"x\n".repeat(500)).is_empty());
        assert!(said(check, "a.md", &"x\n".repeat(501)).is_empty());
        assert!(said(check, "a.rs", &"x\n".repeat(501))[0].starts_with("501: 501 lines"));
    }
}

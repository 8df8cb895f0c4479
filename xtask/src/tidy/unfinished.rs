//! Nothing half-done goes in: no gap to be filled later, no test that is left out or that says nothing.
use super::{Finding, Source, code};

const RUST: [&str; 4] = ["todo!", "unimplemented!", "#[ignore", "assert!(true)"];
const JS: [&str; 6] = [".only(", ".skip(", ".todo(", "only: true", "skip: true", "assert.ok(true)"];

pub fn check(source: &Source, found: &mut Vec<Finding>) {
    if source.is(&["rs"]) {
        source.forbid_words(&RUST, "is unfinished or says nothing: finish it or leave it out", found);
    }
    if !source.is(&["mjs", "js", "ts"]) {
        return;
    }
    for (number, line) in (1..).zip(source.code.lines()) {
        for word in JS {
            if code::has_word(line, word) {
                found.push(Finding::new(source, number, format!("`{word}` leaves a test out or says nothing")));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::said;

    #[test]
    fn gaps_and_left_out_tests_are_found() {
        assert_eq!(said(check, "a.rs", "fn a() { todo!() }\n#[ignore = \"slow\"]\n").len(), 2);
        assert!(said(check, "a.rs", "// todo! is banned\n").is_empty());
        assert_eq!(said(check, "a.test.mjs", "test.only('a', () => {});\n").len(), 1);
        assert!(said(check, "a.test.mjs", "rows.skipped(1);\n").is_empty());
    }
}

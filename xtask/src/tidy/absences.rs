//! The core's absences: it waits for nothing, reads nothing, knows no time and draws no lots, so it runs the same anywhere.
use super::{Finding, Source, code};

const CODE: &str = "core/src";
const MANIFEST: &str = "core/Cargo.toml";
const WHY: &str = "has no place in the core: it is pure, and gets what it needs in Context or in the command";

const WORDS: [&str; 17] = [
    "async",
    "await",
    "std::fs",
    "std::net",
    "std::env",
    "std::process",
    "std::thread",
    "thread",
    "SystemTime",
    "Instant",
    "rand",
    "getrandom",
    "tokio",
    "sqlx",
    "wasm_bindgen",
    "js_sys",
    "web_sys",
];
const CRATES: [&str; 10] =
    ["rand", "getrandom", "tokio", "futures", "sqlx", "wasm-bindgen", "js-sys", "web-sys", "chrono", "reqwest"];

pub fn check(source: &Source, found: &mut Vec<Finding>) {
    if source.lies_in(CODE) && source.is(&["rs"]) {
        source.forbid_words(&WORDS, WHY, found);
    }
    if source.path == MANIFEST {
        manifest(source, found);
    }
}

/// Only what the core ships with; its tests may draw lots.
fn manifest(source: &Source, found: &mut Vec<Finding>) {
    let mut section = "";
    for (number, line) in (1..).zip(source.text.lines()) {
        let line = line.trim();
        if line.starts_with('[') {
            section = line;
        }
        if !section.contains("dependencies") || section.contains("dev-dependencies") {
            continue;
        }
        let name = line.split(['.', '=', ' ']).next().unwrap_or_default();
        let in_header =
            section == line && CRATES.iter().any(|name| code::has_word(line, &format!("dependencies.{name}")));
        if CRATES.contains(&name) || in_header {
            found.push(Finding::new(source, number, format!("`{line}` {WHY}")));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::said;

    #[test]
    fn impure_words_are_found_in_code_only() {
        let text = "// async is for others\nlet a = \"thread\";\nasync fn b() {}\nuse std::fs::read;\n";
        let said = said(check, "core/src/a.rs", text);
        assert_eq!(said.len(), 2, "{said:?}");
        assert!(said[0].starts_with("3: `async`") && said[1].starts_with("4: `std::fs`"));
    }

    #[test]
    fn others_may_be_impure() {
        assert!(said(check, "server/src/a.rs", "async fn b() {}\n").is_empty());
    }

    #[test]
    fn the_manifest_is_read_by_section() {
        let text = "[dependencies]\nserde = \"1\"\nrand.workspace = true\n[dev-dependencies]\nrand = \"1\"\n";
        let said = said(check, "core/Cargo.toml", text);
        assert!(said.len() == 1 && said[0].starts_with("3: `rand.workspace"), "{said:?}");
    }
}

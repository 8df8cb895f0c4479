//! The core's absences: it waits for nothing, reads nothing, knows no time and draws no lots, so it runs the same anywhere.
//! And that of `web/view`: it knows no browser.
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

/// What the page's screens show is worked out without a browser.
const VIEW: &str = "web/view";
const VIEW_WHY: &str = "has no place in web/view: its tests run natively; web/app binds it to the browser";
const BROWSER: [&str; 7] = ["leptos", "web_sys", "web-sys", "js_sys", "js-sys", "wasm_bindgen", "wasm-bindgen"];

/// JS hosts' values are read by the places of fields and variants in serde's lists, where an alias takes a place of its own.
const ALIAS: [&str; 1] = ["alias"];
const ALIAS_WHY: &str = "would shift the fields after it: web/js/src/read.rs reads them by their places";

pub fn check(source: &Source, found: &mut Vec<Finding>) {
    if source.lies_in(CODE) && source.is(&["rs"]) {
        source.forbid_words(&WORDS, WHY, found);
        source.forbid_words(&ALIAS, ALIAS_WHY, found);
    }
    if source.path == MANIFEST {
        manifest(source, &CRATES, WHY, found);
    }
    if source.lies_in(VIEW) && source.is(&["rs"]) {
        source.forbid_words(&BROWSER, VIEW_WHY, found);
    }
    if source.lies_in(VIEW) && source.is(&["toml"]) {
        manifest(source, &BROWSER, VIEW_WHY, found);
    }
}

/// Only what a crate ships with; tests of the core may draw lots.
fn manifest(source: &Source, crates: &[&str], why: &str, found: &mut Vec<Finding>) {
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
            section == line && crates.iter().any(|name| code::has_word(line, &format!("dependencies.{name}")));
        if crates.contains(&name) || in_header {
            found.push(Finding::new(source, number, format!("`{line}` {why}")));
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
    fn no_field_has_two_names() {
        let found = said(check, "core/src/a.rs", "    #[serde(default, alias = \"old\")]\n");
        assert!(found.len() == 1 && found[0].starts_with("1: `alias` would shift"), "{found:?}");
    }

    #[test]
    fn what_screens_show_needs_no_browser() {
        let found = said(check, "web/view/src/a.rs", "use leptos::prelude::*;\n// leptos draws\nuse std::fmt;\n");
        assert!(found.len() == 1 && found[0].starts_with("1: `leptos` has no place in web/view"), "{found:?}");
        let found = said(check, "web/view/Cargo.toml", "[dependencies]\nweb-sys.workspace = true\nserde = \"1\"\n");
        assert!(found.len() == 1 && found[0].starts_with("2: `web-sys.workspace"), "{found:?}");
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

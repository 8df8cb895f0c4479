//! What people type is compared in one form, which the core knows: a server that makes its own has two counters for one name.
use super::{Finding, Source};

const SERVER: &str = "server/src";
/// Words in passwords, which nobody is found by.
const EXEMPT: &str = "server/src/identity/strength.rs";
const WHY: &str = "is no way to compare what people typed: ask the core for the folded form";

pub fn check(source: &Source, found: &mut Vec<Finding>) {
    if source.is(&["rs"]) && source.lies_in(SERVER) && source.path != EXEMPT {
        source.forbid_words(&["to_lowercase"], WHY, found);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::said;

    #[test]
    fn the_server_folds_nothing_itself() {
        let text = "let name = typed.to_lowercase();\n";
        assert!(said(check, EXEMPT, text).is_empty() && said(check, "web/app/src/a.rs", text).is_empty());
        assert!(said(check, "server/src/http/a.rs", text)[0].starts_with("1: `to_lowercase` is no way"));
        assert!(said(check, "server/src/http/a.rs", "slug.to_ascii_lowercase()\n").is_empty());
    }
}

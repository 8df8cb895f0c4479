//! No database outside the store: no rule, route or job may depend on which database runs.
use super::{Finding, Source};

const STORE: &str = "server/src/store";
/// Measures what the databases do by themselves, beside the server.
const LIMIT: &str = "tests/examples/server_parts/limit.rs";
/// Damages what the store wrote, as a failing disk does.
const DAMAGE: &str = "server/tests/it/damage.rs";
const WHY: &str = "belongs under server/src/store/ only: ask the Store";

pub fn check(source: &Source, found: &mut Vec<Finding>) {
    if source.is(&["rs"]) && !source.lies_in(STORE) && ![LIMIT, DAMAGE].contains(&source.path.as_str()) {
        source.forbid_words(&["sqlx"], WHY, found);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::said;

    #[test]
    fn the_store_alone_knows_the_database() {
        let text = "use sqlx::Pool;\n";
        assert!(said(check, "server/src/store/sqlite.rs", text).is_empty());
        assert!(said(check, LIMIT, text).is_empty());
        assert!(said(check, "server/src/http/users.rs", text)[0].starts_with("1: `sqlx` belongs"));
    }
}

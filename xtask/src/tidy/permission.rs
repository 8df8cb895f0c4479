//! Pages and routes hold no permission logic: they ask the core, which asks everyone the same questions.
use super::{Finding, Source};

/// Where nobody decides.
const FOLDERS: [&str; 4] = ["web/app/src", "web/view/src", "web/client/src", "server/src/http"];
/// What rules are made of. They have no name there, so nothing can be asked of them: they can only be handed on.
const TYPES: [&str; 3] = ["Permission", "Permissions", "Holding"];

pub fn check(source: &Source, found: &mut Vec<Finding>) {
    if source.is(&["rs"]) && FOLDERS.iter().any(|folder| source.lies_in(folder)) {
        source.forbid_words(&TYPES, "is what rules are made of: ask a query of the core", found);
        source.forbid_words(&["access::*"], "brings in what rules are made of: name what is meant", found);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::said;

    #[test]
    fn pages_and_routes_ask_queries() {
        let page = "web/app/src/screen/users/mod.rs";
        assert!(said(check, page, "let may = query::offers(directory, &context, &Key::User(id));\n").is_empty());
        assert!(said(check, page, "let said = name::permission(*right);\n").is_empty());
        assert_eq!(said(check, page, "use rollcall_core::access::{self, Permission};\n").len(), 1);
        assert_eq!(said(check, page, "use rollcall_core::access::*;\n").len(), 1);
        assert_eq!(said(check, "server/src/http/audit.rs", "fn may(holding: &Holding) -> bool {\n").len(), 1);
        assert!(
            said(check, "core/src/access/may.rs", "if role == Role::OWNER && holding.has(Permission::X) {\n")
                .is_empty()
        );
    }
}

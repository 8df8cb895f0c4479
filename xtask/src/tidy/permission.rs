//! Pages and routes hold no permission logic: they ask the core, which asks everyone the same questions.
use super::{Finding, Source, code};

/// Where nobody decides.
const FOLDERS: [&str; 2] = ["web/app/src", "server/src/http"];
/// Asking a grant directly, instead of a query of the core.
const ASKS: [&str; 3] = ["has_permission(", "has_role(", "permissions.contains("];
/// Names that are fine to pass along and not to compare with.
const NAMES: [&str; 4] = ["Role::", "Permission::", "RoleId::", "role_id::"];
const COMPARES: [&str; 4] = ["==", "!=", "matches!(", "=>"];

pub fn check(source: &Source, found: &mut Vec<Finding>) {
    if !source.is(&["rs"]) || !FOLDERS.iter().any(|folder| source.lies_in(folder)) {
        return;
    }
    source.forbid_words(&ASKS, "decides here who may do what: ask a query of the core", found);
    for (number, line) in (1..).zip(source.code.lines()) {
        let named = NAMES.iter().find(|name| code::has_word(line, name));
        let compared = COMPARES.iter().any(|compare| line.contains(compare));
        if let (Some(name), true) = (named, compared) {
            let message = format!("compares with `{name}…` here: pass it to a query of the core, which decides");
            found.push(Finding::new(source, number, message));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::said;

    #[test]
    fn a_page_passes_permissions_on_and_compares_none() {
        let page = "web/app/src/page/users.rs";
        assert!(said(check, page, "let may = query::may(actor, Permission::InviteUsers);\n").is_empty());
        assert_eq!(said(check, page, "if role == Role::OWNER {\n").len(), 1);
        assert_eq!(said(check, page, "if actor.has_permission(p) {\n").len(), 1);
        assert!(said(check, "core/src/access/may.rs", "role == Role::OWNER\n").is_empty());
    }
}

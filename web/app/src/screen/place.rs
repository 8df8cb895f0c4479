//! Where a role is to hold, among the scopes in which it can be given: its holder alone, a team, the whole organisation.

use crate::{language::t, ui::select::Choice};
use rollcall_core::model::{RoleScope, RoleScopes, Scope};

const OWN: &str = "own";
const EVERYWHERE: &str = "organisation";

/// Whether somebody has to choose: a role that is given in one way only, and in no team, leaves nothing to.
pub fn asks_place(scopes: RoleScopes) -> bool {
    scopes.has(RoleScope::Team) || scopes.only().is_none()
}

/// The choices besides teams.
pub fn wide_choices(scopes: RoleScopes) -> Vec<Choice> {
    let wide = [(RoleScope::Own, OWN, t!(scope_own)), (RoleScope::Organisation, EVERYWHERE, t!(scope_organisation))];
    wide.into_iter()
        .filter(|(scope, ..)| scopes.has(*scope))
        .map(|(_, value, label)| Choice::new(value, label))
        .collect()
}

/// The scope of what was chosen: a team's id, or one of the others.
pub fn scope(scopes: RoleScopes, chosen: &str) -> Option<Scope> {
    match scopes.only() {
        Some(RoleScope::Own) => Some(Scope::Own),
        Some(RoleScope::Organisation) => Some(Scope::Organisation),
        _ => match chosen {
            OWN => Some(Scope::Own),
            EVERYWHERE => Some(Scope::Organisation),
            team => team.parse().ok().map(Scope::Team).filter(|_| scopes.has(RoleScope::Team)),
        },
    }
}

/// What stands for the scope among the choices besides teams; nothing for a team.
pub fn place_of(scope: Scope) -> String {
    match scope {
        Scope::Own => OWN.to_owned(),
        Scope::Team(_) => String::new(),
        Scope::Organisation => EVERYWHERE.to_owned(),
    }
}

//! The built-in roles (domain.md, section 5). They are code, not records: nobody can edit them (invariant 9), and they
//! are found by id, never by name.

use super::{Permission as P, Permissions};
use crate::{
    id::RoleId,
    model::{Role, RoleScope, RoleScopes},
    value::RoleName,
};
use std::sync::OnceLock;

/// Holds all permissions; protected (S1.12). Every organisation keeps at least one active holder (invariant 2).
pub const OWNER: RoleId = role_id(1);
/// All but billing.
pub const ADMIN: RoleId = role_id(2);
/// Runs a team: invites, edits, suspends, gives roles and licences inside it.
pub const MANAGER: RoleId = role_id(3);
/// Watches a team: its users, calls and queues (S3.11).
pub const SUPERVISOR: RoleId = role_id(4);
/// Call Center Agent: signs in and out of queues (S4.8).
pub const AGENT: RoleId = role_id(5);
/// An editable copy of Basic, made with each organisation (S4.7).
pub const ADVANCED: RoleId = role_id(6);
/// May open the portal (S4.6).
pub const BASIC: RoleId = role_id(7);
/// May not open the portal, and still has a phone (S4.5).
pub const SIMPLE: RoleId = role_id(8);

const fn role_id(n: u128) -> RoleId {
    RoleId::fixed(0x0000_0000_0000_7000_8000_0000_0000_0000 | n)
}

const SIMPLE_SET: Permissions = Permissions::NONE;
const BASIC_SET: Permissions =
    Permissions::of(&[P::PortalLogin, P::ProfileSelf, P::CallhandlingSelf, P::DirectoryRead, P::CallsRead]);
const AGENT_SET: Permissions = BASIC_SET.and(Permissions::of(&[P::QueuePresence]));
const SUPERVISOR_SET: Permissions =
    AGENT_SET.and(Permissions::of(&[P::UserRead, P::TeamRead, P::QueueSupervise, P::CallsRead]));
const MANAGER_SET: Permissions = SUPERVISOR_SET.and(Permissions::of(&[
    P::UserInvite,
    P::UserEdit,
    P::UserSuspend,
    P::UserExport,
    P::RoleAssign,
    P::TeamMembers,
    P::ChannelManage,
    P::LicenceAssign,
    P::NumberAssign,
    P::DeviceManage,
    P::CallhandlingManage,
]));
const ADMIN_SET: Permissions = Permissions::all().without(Permissions::of(&[P::BillingManage]));

/// What means something where it holds for its holder alone; all else is about others, the organisation, or what it owns.
pub(crate) const FOR_ONESELF: Permissions = AGENT_SET;

const WHOLE: RoleScopes = RoleScopes::NONE.with(RoleScope::Organisation);
const OWN: RoleScopes = RoleScopes::NONE.with(RoleScope::Own);

/// Every built-in role, most powerful first.
pub fn built_in_roles() -> &'static [Role] {
    static ROLES: OnceLock<Vec<Role>> = OnceLock::new();
    ROLES.get_or_init(|| {
        [
            (OWNER, "Owner", Permissions::all(), WHOLE),
            (ADMIN, "Admin", ADMIN_SET, WHOLE),
            (MANAGER, "Manager", MANAGER_SET, WHOLE.with(RoleScope::Team)),
            (SUPERVISOR, "Supervisor", SUPERVISOR_SET, WHOLE.with(RoleScope::Team)),
            (AGENT, "Agent", AGENT_SET, OWN),
            (BASIC, "Basic", BASIC_SET, OWN),
            (SIMPLE, "Simple", SIMPLE_SET, OWN),
        ]
        .into_iter()
        .filter_map(|(id, name, permissions, scopes)| role(id, name, permissions, scopes))
        .collect()
    })
}

/// The built-in role with this id.
pub fn built_in(id: RoleId) -> Option<&'static Role> {
    built_in_roles().iter().find(|role| role.id == id)
}

/// The role as it is kept: of a built-in one only which teams its holders belong to, all else is code (invariant 9).
pub(crate) fn as_built_in(role: Role) -> Role {
    match built_in(role.id) {
        Some(code) => Role { teams: role.teams, ..code.clone() },
        None => role,
    }
}

/// Whether teams may choose that all holders of a role belong to them: not of those whose place is the whole organisation.
pub(crate) fn brings_teams(role: &Role) -> bool {
    built_in(role.id).is_none() || role.scopes.iter().any(|scope| scope != RoleScope::Organisation)
}

/// The editable role Advanced, as each organisation gets it when it is founded.
pub fn advanced() -> Option<Role> {
    role(ADVANCED, "Advanced", BASIC_SET, OWN)
}

fn role(id: RoleId, name: &str, permissions: Permissions, scopes: RoleScopes) -> Option<Role> {
    Some(Role::new(id, RoleName::parse(name).ok()?, permissions, scopes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seven_built_in_roles_and_one_editable() {
        assert_eq!(built_in_roles().len(), 7);
        assert!(advanced().is_some() && built_in(ADVANCED).is_none());
        assert!(!ADMIN_SET.has(P::BillingManage) && ADMIN_SET.has(P::UserInvite));
        assert!(SIMPLE_SET.is_empty());
    }
}

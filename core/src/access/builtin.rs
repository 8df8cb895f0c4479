//! The built-in roles (domain.md, section 5). They are code, not records: nobody can edit them (invariant 9), and they
//! are found by id, never by name.

use super::{Permission as P, Permissions};
use crate::{
    id::RoleId,
    model::{Role, RoleScope},
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

/// Every built-in role, most powerful first.
pub fn built_in_roles() -> &'static [Role] {
    static ROLES: OnceLock<Vec<Role>> = OnceLock::new();
    ROLES.get_or_init(|| {
        [
            (OWNER, "Owner", Permissions::all(), RoleScope::Organisation),
            (ADMIN, "Admin", ADMIN_SET, RoleScope::Organisation),
            (MANAGER, "Manager", MANAGER_SET, RoleScope::Team),
            (SUPERVISOR, "Supervisor", SUPERVISOR_SET, RoleScope::Team),
            (AGENT, "Agent", AGENT_SET, RoleScope::Own),
            (BASIC, "Basic", BASIC_SET, RoleScope::Own),
            (SIMPLE, "Simple", SIMPLE_SET, RoleScope::Own),
        ]
        .into_iter()
        .filter_map(|(id, name, permissions, scope)| role(id, name, permissions, scope))
        .collect()
    })
}

/// The built-in role with this id.
pub fn built_in(id: RoleId) -> Option<&'static Role> {
    built_in_roles().iter().find(|role| role.id == id)
}

/// The editable role Advanced, as each organisation gets it when it is founded.
pub fn advanced() -> Option<Role> {
    role(ADVANCED, "Advanced", BASIC_SET, RoleScope::Own)
}

fn role(id: RoleId, name: &str, permissions: Permissions, scope: RoleScope) -> Option<Role> {
    Some(Role::new(id, RoleName::parse(name).ok()?, permissions, scope))
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

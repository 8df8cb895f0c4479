//! Delete a role (S2.22): its grants and the memberships it brought go with it.

use crate::command::{
    Decision, Intent, Standing, Start, bring,
    draft::{Draft, unless},
    guard, size,
};
use crate::{
    access::{Permission, built_in},
    change::Key,
    context::Context,
    directory::Directory,
    id::{RoleId, UserId},
    refusal::{Refusal, Refusals, Subject},
};
use serde::{Deserialize, Serialize};

/// Remove a custom role. Teams left with no member and no role are disabled (domain.md, 2.2). Needs `role.manage`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DeleteRole {
    pub role: RoleId,
}

impl Intent for DeleteRole {
    const STANDING: Standing = Standing::Pending;

    fn user(&self) -> Option<UserId> {
        None
    }

    fn needs(&self) -> Vec<Key> {
        vec![Key::Role(self.role)]
    }

    fn offered(_directory: &Directory, _context: &Context, about: &Key) -> Option<Start> {
        let Key::Role(role) = *about else { return None };
        Some(Start::ready(Self { role }))
    }

    fn erased(self, _user: UserId, _held: bool) -> Self {
        self
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        let holding = guard::everywhere(directory, context, Permission::RoleManage)?;
        let Some(role) = directory.role(self.role) else {
            return Err(Refusal::Unknown(Subject::Role).into());
        };
        let mut refusals = Vec::new();
        if built_in(role.id).is_some() {
            refusals.push(Refusal::BuiltInRole);
        }
        if let Some(permission) = guard::given(role).without(holding.everywhere).iter().next() {
            refusals.push(Refusal::PermissionNotHeld { permission });
        }
        let follow = size::following(directory, role.id, &role.teams, &[]);
        let grants = size::count(directory.holders(role.id));
        // The teams may be left with nobody, and are disabled then.
        refusals.extend(size::too_many(1 + grants + follow + role.teams.len()));
        unless(refusals, || {
            let mut draft = Draft::new(directory);
            directory.holders(role.id).for_each(|grant| draft.remove(Key::Grant(grant.key)));
            bring::follow(&mut draft, directory, role.id, &role.teams, &[]);
            bring::disable_empty(&mut draft, directory, &role.teams, role.id);
            draft.remove(Key::Role(role.id));
            draft.done()
        })
    }
}

//! Take a role or a single permission from a user.

use crate::command::{
    Command, Decision, GiveGrant, Intent, Standing, bring,
    draft::{Draft, unless},
    guard, ids, size,
};
use crate::{
    access::{OWNER, Permission},
    change::Key,
    context::Context,
    directory::Directory,
    id::UserId,
    model::{GrantKey, Granted},
    refusal::{Refusal, Refusals, Subject},
};
use serde::{Deserialize, Serialize};

/// Remove a grant, and the memberships that it brought. Needs what giving it needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct TakeGrant {
    pub grant: GrantKey,
}

impl Intent for TakeGrant {
    const STANDING: Standing = Standing::Pending;

    fn user(&self) -> Option<UserId> {
        Some(self.grant.user)
    }

    fn makes(&self) -> Option<Key> {
        None
    }

    fn needs(&self) -> Vec<Key> {
        ids::grant(&self.grant)
    }

    fn undo(&self, directory: &Directory) -> Option<Command> {
        Some(GiveGrant { grant: self.grant, until: directory.grant(&self.grant)?.until }.into())
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        let permission = match self.grant.what {
            Granted::Role(_) => Permission::RoleAssign,
            Granted::Permission(_) => Permission::PermissionGrant,
        };
        let (user, holding) = guard::manage(directory, context, self.grant.user, permission)?;
        let held = holding.within(self.grant.scope, holding.over(directory, user.id));
        if !held.has(permission) {
            return Err(vec![Refusal::NotAllowed { permission }]);
        }
        if directory.grant(&self.grant).is_none() {
            return Err(vec![Refusal::Unknown(Subject::Grant)]);
        }
        let mut refusals = Refusals::new();
        if self.grant.what == Granted::Role(OWNER) && !guard::owner_remains(directory, user) {
            refusals.push(Refusal::LastOwner);
        }
        let brought = match self.grant.what {
            Granted::Role(id) => directory.role(id).map_or(0, |role| role.teams.len()),
            Granted::Permission(_) => 0,
        };
        refusals.extend(size::too_many(1 + brought));
        unless(refusals, || {
            let mut draft = Draft::new(directory);
            draft.remove(Key::Grant(self.grant));
            if let Granted::Role(id) = self.grant.what
                && let Some(role) = directory.role(id)
                && !bring::held_elsewhere(directory, user.id, id, self.grant.scope)
            {
                role.teams.iter().for_each(|team| bring::leave(&mut draft, *team, user.id, id));
            }
            draft.done()
        })
    }
}

//! Let go what the clock has ended: grants with the memberships they brought, and deleted users past their recycle days
//! (domain.md, 2.3). The server asks for it by itself before it decides or answers anything, so nobody sees what is over.

use super::{
    Decision, bring,
    draft::{Draft, unless},
    guard,
};
use crate::{
    access::Permission,
    change::Key,
    context::Context,
    directory::Directory,
    id::{RoleId, UserId},
    model::Granted,
    refusal::{Refusal, Refusals},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Remove whatever is over at this moment. Needs `tenant.settings` in the organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Expire {}

impl Expire {
    pub(super) fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        guard::everywhere(directory, context, Permission::TenantSettings)?;
        let due: Vec<Key> = directory.due(context.now).collect();
        let nothing = due.is_empty().then_some(Refusal::NothingToChange);
        unless(nothing.into_iter().collect(), || {
            let mut draft = Draft::new(directory);
            let mut ended = BTreeSet::new();
            for key in due {
                draft.remove(key);
                match key {
                    Key::Grant(grant) => {
                        if let Granted::Role(role) = grant.what {
                            ended.insert((grant.user, role));
                        }
                    }
                    Key::Removed(user) => draft.remove(Key::RemovedLines(user)),
                    _ => {}
                }
            }
            ended.into_iter().for_each(|(user, role)| leave(&mut draft, directory, user, role));
            draft.done()
        })
    }
}

/// The user leaves the teams of the role, unless another of its grants goes on.
fn leave(draft: &mut Draft<'_>, directory: &Directory, user: UserId, role: RoleId) {
    let goes_on = directory
        .grants_of(user)
        .any(|grant| grant.key.what == Granted::Role(role) && draft.get(&Key::Grant(grant.key)).is_some());
    if let Some(role) = directory.role(role).filter(|_| !goes_on) {
        role.teams.iter().for_each(|team| bring::leave(draft, *team, user, role.id));
    }
}

//! Restore a deleted user while its recycle days run (domain.md, 2.3).

use super::{
    Decision,
    draft::{Draft, unless},
    guard,
};
use crate::{
    access::{Holding, Permissions},
    change::{Key, Record},
    context::Context,
    directory::Directory,
    id::UserId,
    model::{Grant, Granted, User, UserKind, UserState},
    refusal::{Refusal, Refusals, Subject},
};
use serde::{Deserialize, Serialize};

/// Deleted → prepared, or active for what is no person; credentials stay gone. Needs all permissions, as an owner has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct RestoreUser {
    pub user: UserId,
}

impl RestoreUser {
    pub(super) fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        let organisation = guard::organisation(directory)?;
        let holding = Holding::of_actor(directory, context).map_err(|refusal| vec![refusal])?;
        if let Some(permission) = Permissions::all().without(holding.everywhere).iter().next() {
            return Err(vec![Refusal::NotAllowed { permission }]);
        }
        let removed = directory.removed_user(self.user).ok_or_else(|| vec![Refusal::Unknown(Subject::User)])?;
        let user = &removed.user;
        let mut refusals = Refusals::new();
        if removed.until <= context.now {
            refusals.push(Refusal::NotRestorable);
        }
        refusals.extend(guard::identifiers_free(directory, organisation, &user.identifiers, user.id));
        refusals.extend(guard::licences(directory, user.licence, &user.add_ons, &[]));
        if let Some(line) = &user.line {
            refusals.extend(guard::extension_free(directory, organisation, &line.extension));
        }
        unless(refusals, || {
            let mut draft = Draft::new(directory);
            let state = if user.kind == UserKind::Person { UserState::Prepared } else { UserState::Active };
            draft.put(Record::User(User { state, invitation: None, ..user.clone() }));
            let known = |grant: &&Grant| match grant.key.what {
                Granted::Role(role) => directory.role(role).is_some(),
                Granted::Permission(_) => true,
            };
            removed.grants.iter().filter(known).for_each(|grant| draft.put(Record::Grant(*grant)));
            for membership in removed.memberships.iter().filter(|m| directory.team(m.team).is_some()) {
                draft.put(Record::Membership(membership.clone()));
            }
            removed.handling.iter().for_each(|handling| draft.put(Record::CallHandling(handling.clone())));
            removed.avatar.iter().for_each(|avatar| draft.put(Record::Avatar(avatar.clone())));
            user.line.iter().for_each(|line| draft.put(Record::Phone(guard::phone_of_line(user.id, line))));
            draft.remove(Key::Removed(user.id));
            draft.done()
        })
    }
}

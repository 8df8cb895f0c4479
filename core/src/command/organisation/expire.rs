//! Let go what the clock has ended: grants with the memberships they brought, and deleted users past their recycle days
//! (domain.md, 2.3). The server asks for it by itself before it decides or answers anything, so nobody sees what is over.

use crate::command::{
    Decision, Intent, Standing, Start, bring,
    draft::{Draft, unless},
    guard, size,
};
use crate::{
    access::Permission,
    change::Key,
    context::Context,
    directory::Directory,
    id::UserId,
    model::{GrantKey, Granted},
    refusal::{Refusal, Refusals},
    time::Timestamp,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Remove what is over at this moment, longest ago first, as much as one command may change; the rest is still due
/// afterwards. Needs `tenant.settings` in the organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Expire {}

impl Expire {
    /// Whether one command removes all that is over at this moment.
    pub fn suffices(directory: &Directory, now: Timestamp) -> bool {
        directory.due(now).map(|key| changes_of(directory, &key)).sum::<usize>() <= size::MAX_CHANGES
    }
}

impl Intent for Expire {
    const STANDING: Standing = Standing::Pending;

    fn user(&self) -> Option<UserId> {
        None
    }

    fn offered(_directory: &Directory, _context: &Context, _about: &Key) -> Option<Start> {
        // The server does it when it is due.
        None
    }

    fn erased(self, _user: UserId, _held: bool) -> Self {
        self
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        guard::everywhere(directory, context, Permission::TenantSettings)?;
        let mut room = size::MAX_CHANGES;
        let fits = |key: &Key| {
            let left = room.checked_sub(changes_of(directory, key));
            room = left.unwrap_or(room);
            left.is_some()
        };
        let due: Vec<Key> = directory.due(context.now).take_while(fits).collect();
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
            ended.into_iter().for_each(|(user, role)| bring::ended(&mut draft, directory, user, role));
            draft.done()
        })
    }
}

/// How much goes with what is over: memberships with a grant of a role, lines with a deleted user.
fn changes_of(directory: &Directory, key: &Key) -> usize {
    match key {
        Key::Grant(GrantKey { what: Granted::Role(role), .. }) => {
            1 + directory.role(*role).map_or(0, |role| role.teams.len())
        }
        Key::Removed(_) => 2,
        _ => 1,
    }
}

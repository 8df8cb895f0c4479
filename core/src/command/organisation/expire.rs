//! Let go what the clock has ended: grants with the memberships they brought, deleted users past their recycle days
//! (domain.md, 2.3), calls that are old (domain.md, 2.21). The server asks for it by itself before it decides or answers anything, so nobody sees what is over.

use crate::command::{
    Decision, Intent, Standing, Start, bring,
    draft::{Draft, unless},
    guard,
    size::Size,
};
use crate::{
    access::Permission,
    change::{Key, Record},
    context::Context,
    directory::Directory,
    id::{TeamId, UserId},
    model::{Call, GrantKey, Granted},
    record::{self, kib},
    refusal::{Refusal, Refusals},
    time::Timestamp,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The bytes by which a record's stored form, before and after, is longer than that of what it holds, at most.
const ENUM: usize = 4;

/// Remove what is over at this moment, longest ago first, as much as one command may change; the rest is still due
/// afterwards. Needs `tenant.settings` in the organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Expire {}

impl Expire {
    /// Whether one command removes all that is over at this moment.
    pub fn suffices(directory: &Directory, now: Timestamp) -> bool {
        first(directory, now).1
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
        let (due, _) = first(directory, context.now);
        let nothing = due.is_empty().then_some(Refusal::NothingToChange);
        unless(nothing.into_iter().collect(), || {
            let mut draft = Draft::new(directory);
            let mut ended = BTreeSet::new();
            let kept = directory.call_policy().kept_since(context.now);
            for key in due {
                if let Some(call) = archived(directory, key, kept) {
                    draft.put(Record::Call(call));
                    continue;
                }
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

/// The call that goes from devices and is kept on the server, if it is one.
fn archived(directory: &Directory, key: Key, kept: Timestamp) -> Option<Call> {
    let Key::Call(id) = key else { return None };
    let call = directory.call(id).filter(|call| call.started >= kept)?;
    Some(Call { archived: true, ..*call })
}

/// What one command removes, and whether that is all. What alone is more than a command may change (nobody can make it so) is
/// passed over: it keeps nothing from going that was over later.
fn first(directory: &Directory, now: Timestamp) -> (Vec<Key>, bool) {
    let (mut together, mut due) = (Size::default(), Vec::new());
    for key in directory.due(now) {
        let size = size_of(directory, &key);
        if size.is_too_much() {
            continue;
        }
        together = together.and(size);
        if together.is_too_much() {
            return (due, false);
        }
        due.push(key);
    }
    (due, true)
}

/// How much goes at most with what is over: memberships with a grant of a role, lines with a deleted user.
fn size_of(directory: &Directory, key: &Key) -> Size {
    // Nothing less than a whole KiB of each is left out: what is taken must not turn out to be too much.
    let whole = |kib: usize| Size { changes: 1, kib: kib.saturating_add(1) };
    let small = Size { changes: 1, kib: 0 };
    match key {
        Key::Grant(GrantKey { user, what: Granted::Role(role), .. }) => {
            let teams = directory.role(*role).map_or(&[][..], |role| role.teams.as_slice());
            let membership = |team: &TeamId| {
                // As it was and as it becomes.
                let bytes = || directory.membership(*team, *user).map_or(0, record::size).saturating_mul(2);
                Size { changes: 1, kib: kib(|| bytes().saturating_add(ENUM)) }
            };
            teams.iter().map(membership).fold(small, Size::and)
        }
        Key::Removed(user) => {
            let removed = kib(|| directory.removed_user(*user).map_or(0, record::size));
            let lines = kib(|| directory.removed_lines(*user).map_or(0, record::size));
            whole(removed).and(whole(lines))
        }
        _ => small,
    }
}

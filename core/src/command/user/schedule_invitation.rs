//! Order that an invitation is sent at a moment (S2.13): to whom was prepared, by the server when it is due (`carry_out`).

use crate::command::{
    Command, Decision, Intent, Standing, Start,
    draft::{Draft, unless},
    guard,
    merge::Merger,
};
use crate::{
    access::Permission,
    change::{Key, Record},
    context::Context,
    directory::Directory,
    id::UserId,
    model::{Scheduled, Task, UserKind, UserState},
    refusal::{Field, Refusal, Refusals},
    time::Timestamp,
};
use serde::{Deserialize, Serialize};

/// Set the moment, another one, or none. Needs `user.invite` over the user. Whether it has a plan and an address is asked when the
/// invitation is sent: both may be given until then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ScheduleInvitation {
    pub user: UserId,
    /// None: not until somebody sends it.
    pub at: Option<Timestamp>,
}

impl Intent for ScheduleInvitation {
    const STANDING: Standing = Standing::Pending;

    fn user(&self) -> Option<UserId> {
        Some(self.user)
    }

    fn undo(&self, directory: &Directory) -> Option<Command> {
        Self::stands(directory, &Key::User(self.user)).map(Command::from)
    }

    fn edits(&self) -> Option<Key> {
        Some(Key::User(self.user))
    }

    fn stands(directory: &Directory, about: &Key) -> Option<Self> {
        let Key::User(user) = *about else { return None };
        Some(Self { user, at: directory.scheduled(user).and_then(Scheduled::invitation) })
    }

    fn merge(&mut self, seen: &Self, now: &Self, merger: &mut Merger<'_>) {
        merger.field(&mut self.at, &seen.at, &now.at, Field::InviteAt);
    }

    fn offered(directory: &Directory, _context: &Context, about: &Key) -> Option<Start> {
        let Key::User(user) = *about else { return None };
        let prepared = directory.user(user)?.state == UserState::Prepared;
        prepared.then(|| Self::stands(directory, about).map(Start::form))?
    }

    fn erased(self, _user: UserId, _held: bool) -> Self {
        self
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        let state = UserState::Prepared;
        let (user, mut refusals) = guard::in_state(directory, context, self.user, Permission::UserInvite, state)?;
        if user.kind != UserKind::Person {
            refusals.push(Refusal::NotAPerson);
        }
        let before = directory.scheduled(user.id);
        // At the same moment again: what was put off is tried again.
        let again = before.and_then(Scheduled::invitation) == self.at;
        if again && before.is_none_or(|before| before.put_off.is_none()) {
            refusals.push(Refusal::NothingToChange);
        }
        if !again && self.at.is_some_and(|at| at <= context.now) {
            refusals.push(Refusal::MomentOver);
        }
        unless(refusals, || {
            let mut draft = Draft::new(directory);
            match self.at {
                Some(at) => {
                    let (by, what) = (context.actor.person(), Task::Invitation { at });
                    let scheduled = Scheduled { user: user.id, by, at: context.now, what, put_off: None };
                    draft.put(Record::Scheduled(Box::new(scheduled)));
                }
                None => draft.remove(Key::Scheduled(user.id)),
            }
            draft.done()
        })
    }
}

//! Do what is due to a user: the next step of its off-boarding, its invitation. The server asks for it by itself before it decides or
//! answers anything, one command a user: each is judged on what the one before left, and stands in the log by itself.

use super::{leave, send_invitation};
use crate::command::{Decision, DeleteUser, Intent, Standing, Start, draft::Draft, guard};
use crate::{
    access::{Holding, Permission},
    change::{Key, Record},
    context::Context,
    directory::Directory,
    id::UserId,
    model::{Leaving, Scheduled, Task, User, UserState},
    refusal::{Refusal, Refusals, Subject},
    time::Timestamp,
};
use serde::{Deserialize, Serialize};

/// Carry out what is due, as somebody ordered it. What can't be done as things stand is put off, with the reason. Needs
/// `tenant.settings` in the organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CarryOut {
    pub user: UserId,
    /// Who ordered it, for the log.
    pub by: Option<UserId>,
}

impl CarryOut {
    /// What is due at this moment, longest ago first.
    pub fn due(directory: &Directory, now: Timestamp) -> impl Iterator<Item = Self> {
        let due = directory.scheduled_by(now).filter_map(|user| directory.scheduled(user));
        due.map(|scheduled| Self { user: scheduled.user, by: scheduled.by })
    }
}

impl Intent for CarryOut {
    const STANDING: Standing = Standing::Pending;

    fn user(&self) -> Option<UserId> {
        Some(self.user)
    }

    fn needs(&self) -> Vec<Key> {
        self.by.into_iter().map(Key::User).chain([Key::User(self.user)]).collect()
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
        let due = |scheduled: &&Scheduled| scheduled.due().is_some_and(|due| due <= context.now);
        // Somebody may have ordered it otherwise, and then it is not in this one's name.
        let scheduled = directory.scheduled(self.user).filter(due).filter(|scheduled| scheduled.by == self.by);
        let scheduled = scheduled.ok_or(Refusal::NothingToChange)?;
        let user = directory.user(self.user).ok_or(Refusal::Unknown(Subject::User))?;
        // Whoever ordered it was allowed to; from here on the organisation does it.
        let context = &Context { actor: crate::Actor::System, ..*context };
        let decided = match &scheduled.what {
            Task::OffBoarding(leaving) => risen(directory, context, leaving, user)
                .map_or(Ok(()), |refusal| Err(refusal.into()))
                .and_then(|()| match leaving.done {
                    None => suspend(directory, context, scheduled, leaving, user),
                    Some(_) => delete(directory, context, scheduled),
                }),
            Task::Invitation { .. } => {
                send_invitation::send(directory, context, user.id, UserState::Prepared).map(|mut decision| {
                    sent_by(&mut decision, scheduled.by);
                    decision
                })
            }
        };
        decided.or_else(|refusals| {
            let mut draft = Draft::new(directory);
            let put_off = scheduled.clone().put_off(refusals.first().clone(), context.now);
            draft.put(Record::Scheduled(Box::new(put_off)));
            draft.done()
        })
    }
}

/// What the user holds over others by now, and did not when its off-boarding was ordered: an order given to a subordinate does not
/// bring down a superior (invariant 7).
fn risen(directory: &Directory, context: &Context, leaving: &Leaving, user: &User) -> Option<Refusal> {
    let (everywhere, teams) = (leaving.everywhere, leaving.in_teams.clone());
    let judged = Holding { everywhere, teams, ..Holding::default() };
    let missing = judged.lacks_of(&Holding::of(directory, user.id, context.now))?;
    Some(Refusal::OutranksActor { missing })
}

fn suspend(
    directory: &Directory,
    context: &Context,
    scheduled: &Scheduled,
    leaving: &Leaving,
    user: &User,
) -> Result<Decision, Refusals> {
    Refusals::none(leave::refusals(directory, context, user, &leaving.order))?;
    let mut draft = Draft::new(directory);
    leave::done(&mut draft, directory, context, scheduled.clone(), leaving.clone());
    draft.done()
}

fn delete(directory: &Directory, context: &Context, scheduled: &Scheduled) -> Result<Decision, Refusals> {
    let mut decision = DeleteUser { user: scheduled.user }.decide(directory, context)?;
    for change in &mut decision.changes.0 {
        if let Some(Record::Removed(removed)) = &mut change.after {
            removed.by = scheduled.by;
        }
    }
    Ok(decision)
}

/// The invitation is of who ordered it.
fn sent_by(decision: &mut Decision, by: Option<UserId>) {
    for change in &mut decision.changes.0 {
        if let Some(Record::User(User { invitation: Some(invitation), .. })) = &mut change.after {
            invitation.by = by;
        }
    }
}

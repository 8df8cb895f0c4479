//! Delete a user for good (S1.8, S2.14): its seats, grants and memberships go with it.

use crate::command::{
    Decision, Effect, Intent, Standing, Start,
    draft::{Draft, unless},
    guard, size,
};
use crate::{
    access::{OWNER, Permission},
    change::{Key, Record},
    context::Context,
    directory::Directory,
    id::UserId,
    model::{Action, AvatarOf, Number, Phone, Removed, RemovedLines, Target, Task, User},
    refusal::{Refusal, Refusals},
    time::Span,
};
use serde::{Deserialize, Serialize};

/// Remove a user and all that hangs on it. Needs `user.delete` over the user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DeleteUser {
    pub user: UserId,
}

impl Intent for DeleteUser {
    const STANDING: Standing = Standing::Pending;

    fn user(&self) -> Option<UserId> {
        Some(self.user)
    }

    fn offered(_directory: &Directory, _context: &Context, about: &Key) -> Option<Start> {
        let Key::User(user) = *about else { return None };
        Some(Start::ready(Self { user }))
    }

    fn erased(self, _user: UserId, _held: bool) -> Self {
        self
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        let organisation = guard::organisation(directory)?;
        let permission = guard::telephony(directory, self.user, Permission::UserDelete);
        let (user, mut refusals) = guard::another(directory, context, self.user, permission)?;
        if directory.holds(self.user, OWNER) {
            refusals.push(Refusal::ProtectedRole { role: OWNER });
        }
        if directory.on_call(self.user, context.now) {
            refusals.push(Refusal::LiveCall);
        }
        let hanging = directory.keys_of(user.id).into_iter().filter(|key| !matches!(key, Key::Call(_))).count();
        let routes = size::count(directory.routed_to(Target::User(user.id)));
        // The user itself, and what it may be restored from.
        refusals.extend(size::too_many(3 + hanging + routes));
        unless(refusals, || {
            let mut draft = Draft::new(directory);
            let policy = &organisation.policy;
            if policy.recycle_days > 0 {
                draft.put(Record::Removed(Box::new(recycled(directory, context, user, policy.recycle_days))));
                let numbers: Vec<Number> = directory.numbers_of(user.id).cloned().collect();
                let phones: Vec<Phone> = directory.phones_of(user.id).cloned().collect();
                if !numbers.is_empty() || !phones.is_empty() {
                    let lines = RemovedLines { user: user.id, numbers, phones };
                    draft.put(Record::RemovedLines(Box::new(lines)));
                }
            }
            for number in directory.numbers_of(user.id) {
                draft.put(Record::Number(number.given_back(policy.quarantine_days, context.now)));
            }
            for key in directory.keys_of(user.id) {
                if !matches!(key, Key::Number(_) | Key::Call(_)) {
                    draft.remove(key);
                }
            }
            let routes: Vec<Key> = directory.routed_to(Target::User(user.id)).collect();
            routes.into_iter().for_each(|key| unroute(&mut draft, key, user.id));
            draft.remove(Key::User(user.id));
            draft.effect(Effect::EndInvitation { user: user.id });
            draft.effect(Effect::EndSessions { user: user.id });
            draft.effect(Effect::ForgetSecrets { user: user.id });
            draft.done()
        })
    }
}

/// What an owner may restore it from.
fn recycled(directory: &Directory, context: &Context, user: &User, days: u16) -> Removed {
    Removed {
        user: user.clone(),
        grants: directory.grants_of(user.id).copied().collect(),
        memberships: directory.teams_of(user.id).filter_map(|t| directory.membership(t, user.id).cloned()).collect(),
        handling: directory.handling(user.id).cloned(),
        avatar: directory.avatar(AvatarOf::User(user.id)).cloned(),
        at: context.now,
        by: context.actor.person(),
        until: context.now.after(Span::days(i64::from(days))),
    }
}

/// Calls that were sent to the user are sent nowhere from now on.
fn unroute(draft: &mut Draft, key: Key, user: UserId) {
    let gone = |target: &Target| target.reached() == Target::User(user);
    match draft.get(&key) {
        Some(Record::Number(number)) => {
            draft.put(Record::Number(Number { target: number.target.filter(|target| !gone(target)), ..number }));
        }
        Some(Record::User(other)) => {
            draft.put(Record::User(User { target: other.target.filter(|target| !gone(target)), ..other }));
        }
        Some(Record::Team(mut team)) => {
            if let Some(routing) = &mut team.routing {
                routing.overflow = routing.overflow.filter(|target| !gone(target));
            }
            draft.put(Record::Team(team));
        }
        Some(Record::CallHandling(mut handling)) => {
            handling.rules.retain(|rule| !matches!(&rule.action, Action::Forward(target) if gone(target)));
            draft.put(Record::CallHandling(handling));
        }
        // One that is still to come keeps its order: it is put off with the reason, and somebody says who comes instead.
        Some(Record::Scheduled(mut scheduled)) => {
            if let Task::OffBoarding(leaving) = &mut scheduled.what
                && leaving.done.is_some()
            {
                leaving.order.calls = leaving.order.calls.filter(|target| !gone(target));
                if leaving.order.delete_after.is_none() {
                    return draft.remove(key);
                }
                draft.put(Record::Scheduled(scheduled));
            }
        }
        _ => {}
    }
}

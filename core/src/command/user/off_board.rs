//! Order how somebody leaves: suspended now or at a moment, its numbers, calls and teams handed over, deleted days later. What is
//! due at once is done at once; the rest does the server when it is due (`carry_out`).

use super::leave;
use crate::command::{
    AddMember, Command, Decision, Intent, RemoveMember, Standing, Start,
    draft::{Draft, unless},
    guard, ids,
    merge::Merger,
};
use crate::{
    access::{Holding, OWNER, Permission},
    change::{Key, Record},
    context::Context,
    directory::Directory,
    id::{TeamId, UserId},
    model::{Leaving, OffBoarding, Scheduled, Target, Task, User, UserKind, UserState},
    refusal::{Field, Refusal, Refusals, Subject},
    value::ValueError,
};
use serde::{Deserialize, Serialize};
use std::iter::once;

/// Order the off-boarding of a person, order it otherwise, or call it off. Needs `user.suspend` over the person, and what each
/// step of it needs; it is judged when it is ordered, and stands whatever becomes of who ordered it. What was carried out
/// already is not taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OffBoard {
    pub user: UserId,
    /// None calls it off.
    pub order: Option<OffBoarding>,
}

impl Intent for OffBoard {
    const STANDING: Standing = Standing::Pending;

    fn user(&self) -> Option<UserId> {
        Some(self.user)
    }

    fn needs(&self) -> Vec<Key> {
        let order = self.order.iter();
        let named = order.flat_map(|order| {
            let targets = order.numbers.iter().chain(&order.calls).filter_map(ids::target);
            targets.chain(order.teams.map(Key::User)).collect::<Vec<_>>()
        });
        once(Key::User(self.user)).chain(named).collect()
    }

    fn undo(&self, directory: &Directory) -> Option<Command> {
        // What was done at once does not come back by calling it off.
        if self.order.is_some() {
            return None;
        }
        Self::stands(directory, &Key::User(self.user)).map(Command::from)
    }

    fn edits(&self) -> Option<Key> {
        Some(Key::User(self.user))
    }

    fn stands(directory: &Directory, about: &Key) -> Option<Self> {
        let Key::User(user) = *about else { return None };
        let leaving = directory.scheduled(user).and_then(Scheduled::leaving);
        Some(Self { user, order: leaving.map(|leaving| leaving.order) })
    }

    fn merge(&mut self, seen: &Self, now: &Self, merger: &mut Merger<'_>) {
        let (Some(mine), Some(seen), Some(now)) = (&mut self.order, &seen.order, &now.order) else {
            merger.field(&mut self.order, &seen.order, &now.order, Field::OffBoarding);
            return;
        };
        merger.field(&mut mine.suspend_at, &seen.suspend_at, &now.suspend_at, Field::SuspendAt);
        merger.field(&mut mine.numbers, &seen.numbers, &now.numbers, Field::Number);
        merger.field(&mut mine.calls, &seen.calls, &now.calls, Field::Target);
        merger.field(&mut mine.teams, &seen.teams, &now.teams, Field::Team);
        merger.field(&mut mine.keep_licences, &seen.keep_licences, &now.keep_licences, Field::Licence);
        merger.field(&mut mine.delete_after, &seen.delete_after, &now.delete_after, Field::DeleteAfter);
    }

    fn offered(directory: &Directory, _context: &Context, about: &Key) -> Option<Start> {
        let Key::User(user) = *about else { return None };
        let record = directory.user(user)?;
        let leaves = matches!(record.state, UserState::Active | UserState::Suspended);
        (record.kind == UserKind::Person && leaves).then(|| Self::stands(directory, about).map(Start::form))?
    }

    fn erased(self, user: UserId, _held: bool) -> Self {
        if self.user != user {
            return self;
        }
        Self { order: self.order.map(OffBoarding::erased), ..self }
    }

    fn decide(&self, directory: &Directory, context: &Context) -> Result<Decision, Refusals> {
        let (user, oneself) = guard::another(directory, context, self.user, Permission::UserSuspend)?;
        // Nobody finds out whether it is to leave itself: what is ordered already changes nothing in the answer.
        if let Some(oneself) = oneself.into_iter().next() {
            return Err(oneself.into());
        }
        let mut refusals = Vec::new();
        let before = directory.scheduled(user.id);
        let leaving = before.and_then(Scheduled::leaving);
        let Some(order) = self.order else {
            if leaving.is_none() {
                refusals.push(Refusal::NothingToChange);
            }
            return unless(refusals, || {
                let mut draft = Draft::new(directory);
                draft.remove(Key::Scheduled(user.id));
                draft.done()
            });
        };
        if user.kind != UserKind::Person {
            return Err(Refusal::NotAPerson.into());
        }
        let teams = allowed(directory, context, user, &order)?;
        let order = without_licences(directory, context, user, order);
        if let Some(error) =
            order.delete_after.filter(|days| !(1..=OffBoarding::MAX_DAYS).contains(days)).map(|_| OUT_OF_RANGE)
        {
            refusals.push(Refusal::Invalid { field: Field::DeleteAfter, error });
        }
        if order.delete_after.is_some() && directory.holds(user.id, OWNER) {
            refusals.push(Refusal::ProtectedRole { role: OWNER });
        }
        refusals.extend(leave::refusals(directory, context, user, &order));
        // Ordered again as it is: what was put off is tried again.
        let again = leaving.is_some_and(|leaving| leaving.order == order);
        if again && before.is_some_and(|before| before.put_off.is_none()) {
            refusals.push(Refusal::NothingToChange);
        }
        unless(refusals, || {
            let Holding { everywhere, teams: in_teams, .. } = Holding::of(directory, user.id, context.now);
            let done = leaving.and_then(|leaving| leaving.done);
            let leaving = Leaving { order, teams, everywhere, in_teams, done };
            let what = Task::OffBoarding(leaving.clone());
            let (by, at) = (context.actor.person(), context.now);
            let scheduled = Scheduled { user: user.id, by, at, what, put_off: None };
            let mut draft = Draft::new(directory);
            if done.is_some() || order.suspend_at <= context.now {
                leave::done(&mut draft, directory, context, scheduled, leaving);
            } else {
                draft.put(Record::Scheduled(Box::new(scheduled)));
            }
            let decision = draft.done()?;
            // It has left, and nothing is handed over or to come.
            if decision.changes.is_empty() { Err(Refusal::NothingToChange.into()) } else { Ok(decision) }
        })
    }
}

const OUT_OF_RANGE: ValueError = ValueError::OutOfRange { min: 1, max: OffBoarding::MAX_DAYS as u32 };

/// The order, as far as licences go that the user may get before it leaves: whoever may not take them orders that they stay.
fn without_licences(directory: &Directory, context: &Context, user: &User, order: OffBoarding) -> OffBoarding {
    let may = guard::manage(directory, context, user.id, Permission::LicenceAssign).is_ok();
    OffBoarding { keep_licences: order.keep_licences || !may, ..order }
}

/// Whether the actor may order each step by itself; and the teams in which the user hands over its place.
fn allowed(
    directory: &Directory,
    context: &Context,
    user: &User,
    order: &OffBoarding,
) -> Result<Vec<TeamId>, Refusals> {
    let over = |user, permission| guard::manage(directory, context, user, permission).map(drop);
    if order.delete_after.is_some() {
        over(user.id, Permission::UserDelete)?;
    }
    if !order.keep_licences && user.licences().next().is_some() {
        over(user.id, Permission::LicenceAssign)?;
    }
    if let Some(to) = order.numbers {
        over(user.id, Permission::NumberAssign)?;
        match to {
            Target::User(heir) => over(heir, guard::telephony(directory, heir, Permission::NumberAssign))?,
            // They are nobody's then, and the organisation's to route.
            _ => drop(guard::everywhere(directory, context, Permission::NumberAssign)?),
        }
    }
    if let Some(to) = order.calls {
        over(user.id, Permission::CallhandlingManage)?;
        if let Some(key @ Key::User(_)) = ids::target(&to) {
            guard::seen(directory, context, key, Subject::User)?;
        }
    }
    let Some(heir) = order.teams else { return Ok(Vec::new()) };
    let by_hand = |team: &TeamId| directory.membership(*team, user.id).is_some_and(|place| place.by_hand);
    let teams: Vec<TeamId> = directory.teams_of(user.id).filter(by_hand).collect();
    for team in &teams {
        RemoveMember { team: *team, user: user.id }.decide(directory, context)?;
        match (AddMember { team: *team, user: heir }).decide(directory, context) {
            Err(refusals) if *refusals.first() != (Refusal::AlreadyMember { team: *team }) => return Err(refusals),
            _ => {}
        }
    }
    if teams.is_empty() {
        guard::seen(directory, context, Key::User(heir), Subject::User)?;
    }
    Ok(teams)
}

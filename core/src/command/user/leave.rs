//! The first step of an off-boarding: the user is suspended, and hands over its numbers, its calls and its place in teams.

use crate::command::{Effect, draft::Draft, guard};
use crate::{
    change::{Key, Record},
    context::Context,
    directory::Directory,
    id::UserId,
    model::{Leaving, Membership, Number, OffBoarding, Scheduled, Target, Task, User, UserState},
    refusal::Refusal,
    value::PhoneNumber,
};

/// Why it can't be done as things stand, whoever orders it.
pub(in crate::command) fn refusals(
    directory: &Directory,
    context: &Context,
    user: &User,
    order: &OffBoarding,
) -> Vec<Refusal> {
    let mut refusals = Vec::new();
    match user.state {
        UserState::Active if !guard::owner_remains(directory, user) => refusals.push(Refusal::LastOwner),
        UserState::Active | UserState::Suspended => {}
        state @ (UserState::Prepared | UserState::Invited) => refusals.push(Refusal::WrongState { state }),
    }
    let of = user.id;
    let loops = |from: Target, to: Target| guard::loops(directory, from, to).then_some(Refusal::TargetLoops);
    if let Some(to) = order.numbers {
        refusals.extend(successor(directory, context, of, to));
        if !matches!(to, Target::User(_)) {
            refusals.extend(directory.numbers_of(of).filter_map(|number| loops(Target::Number(number.number), to)));
        }
    }
    if let Some(to) = order.calls {
        refusals.extend(successor(directory, context, of, to));
        refusals.extend(loops(Target::User(of), to));
    }
    refusals.extend(order.teams.and_then(|heir| successor(directory, context, of, Target::User(heir))));
    refusals
}

/// Why nothing is handed over there.
fn successor(directory: &Directory, context: &Context, of: UserId, to: Target) -> Option<Refusal> {
    match to.reached() {
        Target::User(user) | Target::Voicemail(user) if user == of => Some(Refusal::TargetLoops),
        Target::User(user) | Target::Voicemail(user) => {
            let active = directory.user(user).is_some_and(|user| user.state == UserState::Active);
            (!active).then_some(Refusal::SuccessorNotActive { user })
        }
        Target::Team(_) | Target::Number(_) => guard::target(directory, context, to),
    }
}

/// Does it. What is left to do, or goes on, stays scheduled.
pub(in crate::command) fn done(
    draft: &mut Draft<'_>,
    directory: &Directory,
    context: &Context,
    scheduled: Scheduled,
    leaving: Leaving,
) {
    let Some(user) = directory.user(scheduled.user) else { return };
    let order = leaving.order;
    let mut after = user.clone();
    if user.state == UserState::Active {
        after.state = UserState::Suspended;
        draft.effect(Effect::EndSessions { user: user.id });
    }
    if !order.keep_licences {
        after.licence = None;
        after.add_ons.clear();
    }
    if let Some(to) = order.numbers {
        for number in directory.numbers_of(user.id) {
            after.display_numbers.retain(|shown| *shown != number.number);
            draft.put(Record::Number(handed(number, to)));
        }
    }
    draft.put(Record::User(after));
    if let Some(heir) = order.teams {
        leaving.teams.iter().for_each(|team| {
            let Some(place) = directory.membership(*team, user.id).filter(|place| place.by_hand) else { return };
            if place.through.is_empty() {
                draft.remove(Key::Membership(*team, user.id));
            } else {
                draft.put(Record::Membership(Membership { by_hand: false, ..place.clone() }));
            }
            let through = directory.membership(*team, heir).map(|place| place.through.clone()).unwrap_or_default();
            draft.put(Record::Membership(Membership { team: *team, user: heir, by_hand: true, through }));
        });
    }
    if order.delete_after.is_none() && order.calls.is_none() {
        draft.remove(Key::Scheduled(user.id));
    } else {
        let done = Some(leaving.done.unwrap_or(context.now));
        let what = Task::OffBoarding(Leaving { done, ..leaving });
        draft.put(Record::Scheduled(Box::new(Scheduled { what, put_off: None, ..scheduled })));
    }
}

/// The number as its new holder has it, or as it sends its calls. It does not rest: that callers reach the successor is what
/// is wanted.
fn handed(number: &Number, to: Target) -> Number {
    let (holder, target) = match to {
        Target::User(heir) => (Some(heir), None),
        to => (None, Some(to)),
    };
    Number {
        holder,
        target,
        last_holder: number.holder,
        quarantine_until: None,
        linked_mobile: None,
        link_off: false,
        ..number.clone()
    }
}

impl OffBoarding {
    /// The same without a number outside, which may tell who somebody is.
    #[must_use]
    pub(crate) fn erased(self) -> Self {
        let nobodys = |target| match target {
            Target::Number(_) => Target::Number(PhoneNumber::NOBODYS),
            target => target,
        };
        Self { numbers: self.numbers.map(nobodys), calls: self.calls.map(nobodys), ..self }
    }
}

//! Questions about extensions, numbers, phones, channels and where calls go.

use super::{super::draft::Draft, everywhere, manage, seen, sees_team};
use crate::{
    access::{Holding, Permission},
    change::{Key, Record},
    context::Context,
    directory::Directory,
    id::{PhoneId, UserId},
    model::{
        Action, AnsweringRule, CallHandling, Channel, Contact, Line, Number, Organisation, Phone, Target, Team, User,
        UserKind, Voicemail, When,
    },
    refusal::{Field, Refusal, Refusals, Subject},
    time::Timestamp,
    value::{PhoneNumber, ValueError},
};

/// Why calls can't be sent there. A disabled team is unknown to whoever may not see it (invariant 10).
pub(in crate::command) fn target(directory: &Directory, context: &Context, target: Target) -> Option<Refusal> {
    match target {
        Target::User(user) | Target::Voicemail(user) if directory.user(user).is_none() => {
            Some(Refusal::Unknown(Subject::User))
        }
        Target::Team(id) => match directory.team(id) {
            Some(Team { disabled: false, .. }) => None,
            Some(_) if Holding::of_actor(directory, context).is_ok_and(|held| sees_team(directory, &held, id)) => {
                Some(Refusal::TeamDisabled)
            }
            _ => Some(Refusal::Unknown(Subject::Team)),
        },
        _ => None,
    }
}

/// Why the calls of a number can't be sent there: only what nobody holds sends them anywhere, and what rests only to whoever had
/// it, so that old callers reach no stranger.
pub(in crate::command) fn routable(
    directory: &Directory,
    context: &Context,
    number: &Number,
    to: Option<Target>,
) -> Vec<Refusal> {
    let mut refusals = Vec::new();
    let had = |to: Target| matches!(to.reached(), Target::User(user) if number.last_holder == Some(user));
    if let (Some(to), Some(until)) = (to, number.quarantine_until)
        && number.rests(context.now)
        && !had(to)
    {
        refusals.push(Refusal::NumberInQuarantine { until });
    }
    if number.holder.is_some() {
        refusals.push(Refusal::NumberTaken);
    }
    refusals.extend(to.and_then(|to| target(directory, context, to)));
    if to.is_some_and(|to| loops(directory, Target::Number(number.number), to)) {
        refusals.push(Refusal::TargetLoops);
    }
    refusals
}

/// The permission that managing this user's telephony needs: another one when it is no person.
pub(in crate::command) fn telephony(directory: &Directory, user: UserId, person: Permission) -> Permission {
    match directory.user(user) {
        Some(user) if user.kind != UserKind::Person => Permission::SystemUserManage,
        _ => person,
    }
}

/// Why a user can't be reached at this extension (S1.6).
pub(in crate::command) fn line_free(
    directory: &Directory,
    organisation: &Organisation,
    user: UserId,
    line: &Line,
) -> Option<Refusal> {
    if let Some(user) = directory.user_at(&line.extension) {
        return Some(Refusal::ExtensionTaken { user });
    }
    let out = organisation.policy.extensions.as_ref().is_some_and(|range| !range.contains(&line.extension));
    // The phone that comes with it must be the user's own: nobody prepares one, and keeps its secret, for another.
    let foreign = directory.phone(phone_id(user)).is_some_and(|phone| phone.user != user);
    if out { Some(Refusal::ExtensionOutOfRange) } else { foreign.then_some(Refusal::IdInUse) }
}

/// Why a number can't be given to this user.
pub(in crate::command) fn number_free(
    directory: &Directory,
    number: PhoneNumber,
    user: UserId,
    now: Timestamp,
) -> Option<Refusal> {
    match directory.number(number) {
        None => Some(Refusal::Unknown(Subject::Number)),
        Some(record) if record.free_for(user, now) => None,
        Some(record) => Some(match record.quarantine_until {
            Some(until) if record.holder.is_none() && record.target.is_none() => Refusal::NumberInQuarantine { until },
            _ => Refusal::NumberTaken,
        }),
    }
}

/// The number of the inventory, when the actor may say what it is: over its holder, or in the organisation when nobody has it.
pub(in crate::command) fn assignable<'d>(
    directory: &'d Directory,
    context: &Context,
    number: PhoneNumber,
) -> Result<&'d Number, Refusals> {
    seen(directory, context, Key::Number(number), Subject::Number)?;
    let number = directory.number(number).ok_or(Refusal::Unknown(Subject::Number))?;
    match number.holder {
        Some(holder) => {
            drop(manage(directory, context, holder, telephony(directory, holder, Permission::NumberAssign))?);
        }
        None => drop(everywhere(directory, context, Permission::NumberAssign)?),
    }
    Ok(number)
}

/// The phone that an extension brings with it (S4.9); one that is there already keeps what was said of it.
pub(in crate::command) fn phone_of_line(directory: &Directory, user: UserId, line: &Line) -> Phone {
    let id = phone_id(user);
    let there = directory.phone(id).filter(|phone| phone.user == user).cloned();
    let phone = there.unwrap_or(Phone { id, user, model: None, mac: None, line: None });
    Phone { line: Some(line.extension.clone()), ..phone }
}

/// The id of the phone that an extension brings: it follows from the user's, so that it needs none of its own.
fn phone_id(user: UserId) -> PhoneId {
    PhoneId::new(user.uuid())
}

/// Whether calls to this target could come back to where they are sent from. Only what passes on every call counts: two
/// colleagues may stand in for each other when busy, and the call is cut when it comes round (query/routing.rs).
pub(in crate::command) fn loops(directory: &Directory, from: Target, target: Target) -> bool {
    let mut seen = vec![from];
    let mut next = Some(target);
    while let Some(at) = next {
        if seen.contains(&at) {
            return true;
        }
        seen.push(at);
        next = match at {
            Target::Team(team) => directory.team(team).and_then(Team::overflow),
            Target::User(user) => directory.user(user).and_then(|user| {
                let handling = directory.handling(user.id).filter(|_| user.kind == UserKind::Person);
                let stands_in = user.target.or_else(|| directory.passes_on(user.id));
                stands_in.or_else(|| handling.and_then(CallHandling::forwards_all))
            }),
            Target::Number(number) => {
                let number = directory.number(number);
                number.and_then(|number| number.holder.map(Target::User).or(number.target))
            }
            Target::Voicemail(_) => None,
        };
    }
    false
}

/// The user stops showing a number that it gives back or that is no longer there.
pub(in crate::command) fn stop_showing(draft: &mut Draft<'_>, user: UserId, number: PhoneNumber) {
    if let Some(Record::User(mut user)) = draft.get(&Key::User(user))
        && user.display_numbers.contains(&number)
    {
        user.display_numbers.retain(|shown| *shown != number);
        draft.put(Record::User(user));
    }
}

/// Why a phone can't be as described.
pub(in crate::command) fn phone(directory: &Directory, phone: &Phone) -> Vec<Refusal> {
    let mut refusals = Vec::new();
    let of_another = UserId::new(phone.id.uuid());
    if of_another != phone.user && directory.user(of_another).is_some() {
        refusals.push(Refusal::IdInUse);
    }
    if phone.mac.as_ref().is_some_and(|mac| directory.phones_at(mac).any(|other| other != phone.id)) {
        refusals.push(Refusal::MacTaken);
    }
    let line = directory.user(phone.user).and_then(User::extension);
    if phone.line.is_some() && phone.line.as_ref() != line {
        refusals.push(Refusal::NoExtension);
    }
    refusals
}

/// Why a channel can't have its name: names are unique in a team. What it is called it may keep, though another bears the name:
/// an earlier version told the two apart.
pub(in crate::command) fn channel_name(directory: &Directory, channel: &Channel) -> Vec<Refusal> {
    let folded = channel.name.folded();
    let kept = directory.channel(channel.id).is_some_and(|before| before.name.folded() == folded);
    let mut others = directory.channels_of(channel.team);
    let taken = (!kept && others.any(|other| other.name.folded() == folded)).then_some(Refusal::NameTaken);
    taken.into_iter().collect()
}

/// Why a contact can't be kept so.
pub(in crate::command) fn contact(contact: &Contact) -> Vec<Refusal> {
    let many = (contact.numbers.len() > 10).then_some(Refusal::TooMany { max: 10 });
    many.into_iter().collect()
}

/// The user and how its calls are handled, when the actor may change that.
pub(in crate::command) fn call_handling<'d>(
    directory: &'d Directory,
    context: &Context,
    user: UserId,
) -> Result<(&'d User, CallHandling), Refusals> {
    let own = context.actor.acts_for(user);
    let person = if own { Permission::CallhandlingSelf } else { Permission::CallhandlingManage };
    let (user, _) = manage(directory, context, user, telephony(directory, user, person))?;
    let default = || CallHandling { user: user.id, rules: Vec::new(), voicemail: Voicemail::default() };
    Ok((user, directory.handling(user.id).cloned().unwrap_or_else(default)))
}

/// Why an answering rule can't stand.
pub(in crate::command) fn answering_rule(
    directory: &Directory,
    context: &Context,
    user: UserId,
    rule: &AnsweringRule,
) -> Vec<Refusal> {
    let mut refusals = Vec::new();
    if let When::Hours(hours) = &rule.when
        && (!hours.well_formed() || hours.0.is_empty())
    {
        refusals.push(Refusal::Invalid { field: Field::Hours, error: ValueError::NotARange });
    }
    match rule.action {
        Action::Ring { seconds } if !(5..=120).contains(&seconds) => {
            refusals.push(Refusal::Invalid { field: Field::Rules, error: ValueError::OutOfRange { min: 5, max: 120 } });
        }
        Action::Forward(Target::User(to)) if to == user => refusals.push(Refusal::TargetLoops),
        Action::Forward(to) => refusals.extend(target(directory, context, to)),
        Action::Ring { .. } | Action::Voicemail | Action::Reject => {}
    }
    refusals
}

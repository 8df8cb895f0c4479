//! Questions about extensions, numbers, phones, channels and where calls go.

use super::manage;
use crate::{
    access::Permission,
    context::{Actor, Context},
    directory::Directory,
    id::{PhoneId, TeamId, UserId},
    model::{
        Action, AnsweringRule, CallHandling, Channel, Contact, Line, Organisation, Phone, Target, User, UserKind,
        Voicemail, When,
    },
    refusal::{Field, Refusal, Refusals, Subject},
    time::Timestamp,
    value::{Extension, PhoneNumber, ValueError},
};

/// Why calls can't be sent there.
pub(in crate::command) fn target(directory: &Directory, target: Target) -> Option<Refusal> {
    match target {
        Target::User(user) | Target::Voicemail(user) if directory.user(user).is_none() => {
            Some(Refusal::Unknown(Subject::User))
        }
        Target::Team(team) if directory.team(team).is_none() => Some(Refusal::Unknown(Subject::Team)),
        _ => None,
    }
}

/// The permission that managing this user's telephony needs: another one when it is no person.
pub(in crate::command) fn telephony(directory: &Directory, user: UserId, person: Permission) -> Permission {
    match directory.user(user) {
        Some(user) if user.kind != UserKind::Person => Permission::SystemUserManage,
        _ => person,
    }
}

/// Why an extension can't be given (S1.6).
pub(in crate::command) fn extension_free(
    directory: &Directory,
    organisation: &Organisation,
    extension: &Extension,
) -> Option<Refusal> {
    if let Some(user) = directory.user_at(extension) {
        return Some(Refusal::ExtensionTaken { user });
    }
    let out = organisation.policy.extensions.as_ref().is_some_and(|range| !range.contains(extension));
    out.then_some(Refusal::ExtensionOutOfRange)
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
        Some(record) => Some(match (record.holder, record.quarantine_until) {
            (None, Some(until)) => Refusal::NumberInQuarantine { until },
            _ => Refusal::NumberTaken,
        }),
    }
}

/// The phone that an extension brings with it (S4.9). Its id follows from the user's, so that it needs none of its own.
pub(in crate::command) fn phone_of_line(user: UserId, line: &Line) -> Phone {
    let id = PhoneId::new(user.uuid());
    Phone { id, user, model: None, mac: None, line: Some(line.extension.clone()) }
}

/// Whether calls that overflow from a team to this target could come back to the team.
pub(in crate::command) fn loops(directory: &Directory, team: TeamId, target: Target) -> bool {
    let mut seen = vec![team];
    let mut next = Some(target);
    while let Some(Target::Team(id)) = next {
        if seen.contains(&id) {
            return true;
        }
        seen.push(id);
        next = directory.team(id).and_then(|team| team.routing.as_ref()).and_then(|routing| routing.overflow);
    }
    false
}

/// Why a phone can't be as described.
pub(in crate::command) fn phone(directory: &Directory, phone: &Phone) -> Refusals {
    let mut refusals = Refusals::new();
    let same_mac = |other: &Phone| other.id != phone.id && other.mac == phone.mac;
    if phone.mac.is_some() && directory.phones().any(same_mac) {
        refusals.push(Refusal::MacTaken);
    }
    let line = directory.user(phone.user).and_then(User::extension);
    if phone.line.is_some() && phone.line.as_ref() != line {
        refusals.push(Refusal::NoExtension);
    }
    refusals
}

/// Why a channel can't have its name: names are unique in a team.
pub(in crate::command) fn channel_name(directory: &Directory, channel: &Channel) -> Refusals {
    let folded = channel.name.folded();
    let same = |other: &Channel| other.id != channel.id && other.name.folded() == folded;
    let taken = directory.channels_of(channel.team).any(same).then_some(Refusal::NameTaken);
    taken.into_iter().collect()
}

/// Why a contact can't be kept so.
pub(in crate::command) fn contact(contact: &Contact) -> Refusals {
    let many = (contact.numbers.len() > 10).then_some(Refusal::TooMany { max: 10 });
    many.into_iter().collect()
}

/// The user and how its calls are handled, when the actor may change that.
pub(in crate::command) fn call_handling<'d>(
    directory: &'d Directory,
    context: &Context,
    user: UserId,
) -> Result<(&'d User, CallHandling), Refusals> {
    let own = context.actor == Actor::User(user);
    let person = if own { Permission::CallhandlingSelf } else { Permission::CallhandlingManage };
    let (user, _) = manage(directory, context, user, telephony(directory, user, person))?;
    let default = || CallHandling { user: user.id, rules: Vec::new(), voicemail: Voicemail::default() };
    Ok((user, directory.handling(user.id).cloned().unwrap_or_else(default)))
}

/// Why an answering rule can't stand.
pub(in crate::command) fn answering_rule(directory: &Directory, user: UserId, rule: &AnsweringRule) -> Refusals {
    let mut refusals = Refusals::new();
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
        Action::Forward(to) => refusals.extend(target(directory, to)),
        Action::Ring { .. } | Action::Voicemail | Action::Reject => {}
    }
    refusals
}

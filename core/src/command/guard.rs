//! The questions that many verbs ask: may the actor do this to that user, is a seat left, is the value free.

use crate::{
    access::{Holding, OWNER, Permission},
    context::{Actor, Context},
    directory::Directory,
    id::{LicenceId, PhoneId, UserId},
    model::{Identifier, LicenceKind, Line, Organisation, Phone, User, UserState},
    refusal::{Refusal, Refusals, Subject},
    time::Timestamp,
    value::{Extension, PhoneNumber},
};

/// The user, and what the actor holds, when the actor may use the permission on that user.
///
/// # Errors
/// A single refusal, so that an actor who isn't allowed learns nothing else. A user over whom the actor holds nothing
/// and who isn't itself is unknown to it.
pub(super) fn manage<'d>(
    directory: &'d Directory,
    context: &Context,
    user: UserId,
    permission: Permission,
) -> Result<(&'d User, Holding), Refusals> {
    let holding = Holding::of_actor(directory, context).map_err(|r| vec![r])?;
    let unknown = || vec![Refusal::Unknown(Subject::User)];
    let record = directory.user(user).ok_or_else(unknown)?;
    let over = holding.over(directory, user);
    if !over.has(permission) {
        return Err(if over.is_empty() && !holding.at_all(Permission::DirectoryRead) {
            unknown()
        } else {
            vec![Refusal::NotAllowed { permission }]
        });
    }
    if context.actor != Actor::User(user)
        && let Some(missing) = holding.lacks_of(&Holding::of(directory, user, context.now))
    {
        return Err(vec![Refusal::OutranksActor { missing }]);
    }
    Ok((record, holding))
}

/// What the actor holds, when it holds the permission in the whole organisation.
pub(super) fn everywhere(
    directory: &Directory,
    context: &Context,
    permission: Permission,
) -> Result<Holding, Refusals> {
    let holding = Holding::of_actor(directory, context).map_err(|r| vec![r])?;
    if holding.everywhere(permission) { Ok(holding) } else { Err(vec![Refusal::NotAllowed { permission }]) }
}

/// The organisation, which every verb but the founding needs.
pub(super) fn organisation(directory: &Directory) -> Result<&Organisation, Refusals> {
    directory.organisation().ok_or_else(|| vec![Refusal::Unknown(Subject::Organisation)])
}

/// Why the licences can't be given to somebody who takes seats of `already`.
pub(super) fn licences(
    directory: &Directory,
    plan: Option<LicenceId>,
    add_ons: &[LicenceId],
    already: &[LicenceId],
) -> Refusals {
    let mut refusals = Refusals::new();
    let plan = plan.iter().map(|id| (*id, LicenceKind::Plan));
    for (id, kind) in plan.chain(add_ons.iter().map(|id| (*id, LicenceKind::AddOn))) {
        match directory.licence(id) {
            None => refusals.push(Refusal::Unknown(Subject::Licence)),
            Some(licence) if licence.kind != kind => refusals.push(Refusal::WrongLicenceKind { licence: id }),
            Some(licence) => {
                if let Some(seats) = licence.seats
                    && !already.contains(&id)
                    && directory.seats_taken(id) >= seats
                {
                    refusals.push(Refusal::NoSeatLeft { licence: id, seats });
                }
            }
        }
    }
    refusals
}

/// Why a user can't be identified by these.
pub(super) fn identifiers_free(
    directory: &Directory,
    organisation: &Organisation,
    identifiers: &[Identifier],
    by: UserId,
) -> Refusals {
    let mut refusals = Refusals::new();
    for identifier in identifiers {
        let (kind, folded) = identifier.folded();
        if let Some(user) = directory.user_identified(kind, &folded)
            && user != by
        {
            refusals.push(Refusal::AlreadyAUser { user, kind });
        }
        let domains = &organisation.policy.email_domains;
        if let Identifier::Email(email) = identifier
            && !domains.is_empty()
            && !domains.iter().any(|domain| domain.as_str() == email.domain())
        {
            refusals.push(Refusal::DomainNotAllowed);
        }
    }
    refusals
}

/// Why an extension can't be given (S1.6).
pub(super) fn extension_free(
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
pub(super) fn number_free(directory: &Directory, number: PhoneNumber, user: UserId, now: Timestamp) -> Option<Refusal> {
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
pub(super) fn phone_of_line(user: UserId, line: &Line) -> Phone {
    let id = PhoneId::new(user.uuid());
    Phone { id, user, model: None, mac: None, line: Some(line.extension.clone()) }
}

/// Whether the organisation keeps an active owner when this user stops being one (invariant 2).
pub(super) fn owner_remains(directory: &Directory, without: &User) -> bool {
    without.state != UserState::Active || !directory.holds(without.id, OWNER) || directory.active_holders(OWNER) > 1
}

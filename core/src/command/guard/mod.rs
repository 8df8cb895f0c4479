//! The questions that many verbs ask: may the actor do this to that user, is a seat left, is the value free.

mod roles;
mod telephony;
mod user;

pub(super) use roles::{given, grantable, may_give, role, sees_team, too_many_teams};
pub(super) use telephony::{
    answering_rule, assignable, call_handling, channel_name, contact, line_free, loops, number_free, phone,
    phone_of_line, routable, stop_showing, target, telephony,
};
pub(super) use user::{another, credentials, in_state, numbered, self_or};

use crate::{
    access::{Holding, OWNER, Permission, visible},
    change::{Key, Record},
    context::{Actor, Context},
    directory::Directory,
    id::{LicenceId, TeamId, UserId},
    model::{Identifier, IdentifierKind, LicenceKind, Organisation, Team, User},
    refusal::{Field, Refusal, Refusals, Subject},
    value::ValueError,
};
use std::ops::RangeInclusive;

/// The user, and what the actor holds, when the actor may use the permission on that user.
///
/// # Errors
/// A single refusal, so that an actor who isn't allowed learns nothing else. A user over whom the actor holds nothing
/// and who isn't itself is unknown to it.
pub(in crate::command) fn manage<'d>(
    directory: &'d Directory,
    context: &Context,
    user: UserId,
    permission: Permission,
) -> Result<(&'d User, Holding), Refusals> {
    let holding = Holding::of_actor(directory, context)?;
    let unknown = || Refusal::Unknown(Subject::User);
    let record = directory.user(user).ok_or_else(unknown)?;
    let over = holding.over(directory, user);
    if !over.has(permission) {
        let hidden = over.is_empty() && !holding.at_all(Permission::DirectoryRead) && !context.actor.acts_for(user);
        return Err(if hidden { unknown() } else { Refusal::NotAllowed { permission } }.into());
    }
    // Not even its maker is managed by a service that holds less: a key in other hands would be worth more than it was given.
    if context.actor != Actor::User(user)
        && let Some(missing) = holding.lacks_of(&Holding::of(directory, user, context.now))
    {
        return Err(Refusal::OutranksActor { missing }.into());
    }
    Ok((record, holding))
}

/// The user, when the actor sees it, and holds all that the user holds over others (invariant 7).
///
/// # Errors
/// A single refusal; whom the actor doesn't see is unknown to it.
pub(in crate::command) fn equal<'d>(
    directory: &'d Directory,
    context: &Context,
    user: UserId,
) -> Result<&'d User, Refusals> {
    seen(directory, context, Key::User(user), Subject::User)?;
    let holding = Holding::of_actor(directory, context)?;
    if context.actor != Actor::User(user)
        && let Some(missing) = holding.lacks_of(&Holding::of(directory, user, context.now))
    {
        return Err(Refusal::OutranksActor { missing }.into());
    }
    directory.user(user).ok_or_else(|| Refusal::Unknown(Subject::User).into())
}

/// What the actor holds, when it holds the permission in the whole organisation.
pub(in crate::command) fn everywhere(
    directory: &Directory,
    context: &Context,
    permission: Permission,
) -> Result<Holding, Refusals> {
    let holding = Holding::of_actor(directory, context)?;
    if holding.everywhere(permission) { Ok(holding) } else { Err(Refusal::NotAllowed { permission }.into()) }
}

/// What the actor holds, when it holds the permission anywhere beyond itself: for forms in which the place is chosen later.
pub(in crate::command) fn somewhere(
    directory: &Directory,
    context: &Context,
    permission: Permission,
) -> Result<Holding, Refusals> {
    let holding = Holding::of_actor(directory, context)?;
    if holding.somewhere(permission) { Ok(holding) } else { Err(Refusal::NotAllowed { permission }.into()) }
}

/// The team, and what the actor holds, when the actor may use the permission in that team.
///
/// # Errors
/// A single refusal; a team that the actor doesn't see is unknown to it.
pub(in crate::command) fn in_team<'d>(
    directory: &'d Directory,
    context: &Context,
    team: TeamId,
    permission: Permission,
) -> Result<(&'d Team, Holding), Refusals> {
    let holding = Holding::of_actor(directory, context)?;
    let record = directory.team(team).ok_or(Refusal::Unknown(Subject::Team))?;
    // Grants scoped to a disabled team rest, and only who manages teams everywhere sees it (invariant 10).
    if !sees_team(directory, &holding, team) {
        return Err(Refusal::Unknown(Subject::Team).into());
    }
    if holding.in_team(team).has(permission) {
        Ok((record, holding))
    } else {
        Err(Refusal::NotAllowed { permission }.into())
    }
}

/// The record, when the actor sees it: what it doesn't see is unknown to it.
///
/// # Errors
/// A single refusal.
pub(in crate::command) fn seen(
    directory: &Directory,
    context: &Context,
    key: Key,
    subject: Subject,
) -> Result<Record, Refusals> {
    let holding = Holding::of_actor(directory, context)?;
    let record = directory.get(&key).filter(|record| visible(directory, &holding, record).is_some());
    record.ok_or_else(|| Refusal::Unknown(subject).into())
}

/// Why a setting can't have this value: it lies outside of what is sensible.
pub(in crate::command) fn outside(field: Field, value: u16, range: &RangeInclusive<u16>) -> Option<Refusal> {
    let error = ValueError::OutOfRange { min: u32::from(*range.start()), max: u32::from(*range.end()) };
    (!range.contains(&value)).then_some(Refusal::Invalid { field, error })
}

/// The organisation, which every verb but the founding needs.
pub(in crate::command) fn organisation(directory: &Directory) -> Result<&Organisation, Refusals> {
    directory.organisation().ok_or_else(|| Refusal::Unknown(Subject::Organisation).into())
}

/// Why the licences can't be given to somebody who takes seats of `already`.
pub(in crate::command) fn licences(
    directory: &Directory,
    plan: Option<LicenceId>,
    add_ons: &[LicenceId],
    already: &[LicenceId],
) -> Vec<Refusal> {
    let mut refusals = Vec::new();
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

/// Why nobody is invited with this plan, or none (S0.2): a pool of plans says that people need one.
pub(in crate::command) fn plan(
    directory: &Directory,
    organisation: &Organisation,
    plan: Option<LicenceId>,
) -> Option<Refusal> {
    let free = plan.is_some() || organisation.policy.invite_without_plan;
    let needed = !free && directory.licences().any(|licence| licence.kind == LicenceKind::Plan);
    needed.then_some(Refusal::NoPlan)
}

/// Why a user can't be identified by these.
pub(in crate::command) fn identifiers_free(
    directory: &Directory,
    organisation: &Organisation,
    identifiers: &[Identifier],
    by: UserId,
) -> Vec<Refusal> {
    let mut refusals = Vec::new();
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

/// Whether an owner can still sign in with identifiers of these kinds, when one user has others than before: an owner
/// that nobody can be is none (invariant 2).
pub(in crate::command) fn owner_signs_in(
    directory: &Directory,
    kinds: &[IdentifierKind],
    changed: Option<(UserId, &[Identifier])>,
) -> bool {
    let identifiers = |owner: UserId| match changed {
        Some((user, identifiers)) if user == owner => identifiers,
        _ => directory.user(owner).map_or(&[][..], |user| &user.identifiers),
    };
    let mut owners = directory.lasting_holders(OWNER);
    owners.any(|owner| identifiers(owner).iter().any(|identifier| kinds.contains(&identifier.folded().0)))
}

/// Whether the organisation keeps an active owner when this user stops being one (invariant 2).
pub(in crate::command) fn owner_remains(directory: &Directory, without: &User) -> bool {
    let (mut counts, mut other) = (false, false);
    for owner in directory.lasting_holders(OWNER) {
        counts |= owner == without.id;
        other |= owner != without.id;
    }
    other || !counts
}

//! The questions that many verbs ask: may the actor do this to that user, is a seat left, is the value free.

use crate::{
    access::{Holding, OWNER, Permission},
    context::{Actor, Context},
    directory::Directory,
    id::{LicenceId, UserId},
    model::{LicenceKind, Organisation, User, UserState},
    refusal::{Refusal, Refusals, Subject},
    value::Email,
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

/// Why a new user can't have this address.
pub(super) fn email_free(directory: &Directory, organisation: &Organisation, email: &Email) -> Refusals {
    let mut refusals = Refusals::new();
    if let Some(user) = directory.user_identified(crate::model::IdentifierKind::Email, &email.folded()) {
        refusals.push(Refusal::AlreadyAUser { user });
    }
    let domains = &organisation.policy.email_domains;
    if !domains.is_empty() && !domains.iter().any(|d| d.as_str() == email.domain()) {
        refusals.push(Refusal::DomainNotAllowed);
    }
    refusals
}

/// Whether the organisation keeps an active owner when this user stops being one (invariant 2).
pub(super) fn owner_remains(directory: &Directory, without: &User) -> bool {
    without.state != UserState::Active || !directory.holds(without.id, OWNER) || directory.active_holders(OWNER) > 1
}

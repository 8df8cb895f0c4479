//! How verbs about a user begin: may the actor, on itself or on another, and does the user stand where it must.

use super::{manage, organisation, telephony};
use crate::{
    access::Permission,
    context::Context,
    directory::Directory,
    id::UserId,
    model::{Organisation, User, UserKind, UserState},
    refusal::{Refusal, Refusals},
};

/// The user, when the actor may use one permission on itself, or another one on somebody else. A service is its maker here.
pub(in crate::command) fn self_or<'d>(
    directory: &'d Directory,
    context: &Context,
    user: UserId,
    own: Permission,
    others: Permission,
) -> Result<&'d User, Refusals> {
    let permission = if context.actor.acts_for(user) { own } else { others };
    manage(directory, context, user, permission).map(|(user, _)| user)
}

/// The user, when the actor may use the permission on it; and a refusal when it is the actor, or whoever made it
/// (invariant 3).
pub(in crate::command) fn another<'d>(
    directory: &'d Directory,
    context: &Context,
    user: UserId,
    permission: Permission,
) -> Result<(&'d User, Vec<Refusal>), Refusals> {
    let oneself = context.actor.acts_for(user).then_some(Refusal::Oneself);
    let (user, _) = manage(directory, context, user, permission)?;
    Ok((user, oneself.into_iter().collect()))
}

/// The user, when the actor may use the permission on it; and a refusal when it is in another state.
pub(in crate::command) fn in_state<'d>(
    directory: &'d Directory,
    context: &Context,
    user: UserId,
    permission: Permission,
    state: UserState,
) -> Result<(&'d User, Vec<Refusal>), Refusals> {
    let (user, _) = manage(directory, context, user, permission)?;
    let other = (user.state != state).then_some(Refusal::WrongState { state: user.state });
    Ok((user, other.into_iter().collect()))
}

/// The user whose credentials the actor may see to; and the refusals when it is no active person.
pub(in crate::command) fn credentials<'d>(
    directory: &'d Directory,
    context: &Context,
    user: UserId,
) -> Result<(&'d User, Vec<Refusal>), Refusals> {
    let permission = Permission::UserResetCredentials;
    let (user, mut refusals) = in_state(directory, context, user, permission, UserState::Active)?;
    if user.kind != UserKind::Person {
        refusals.push(Refusal::NotAPerson);
    }
    Ok((user, refusals))
}

/// The user whose numbers and extension the actor may see to.
pub(in crate::command) fn numbered<'d>(
    directory: &'d Directory,
    context: &Context,
    user: UserId,
) -> Result<(&'d Organisation, &'d User), Refusals> {
    let organisation = organisation(directory)?;
    let permission = telephony(directory, user, Permission::NumberAssign);
    manage(directory, context, user, permission).map(|(user, _)| (organisation, user))
}

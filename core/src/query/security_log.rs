//! Who may read the organisation's security log: its owners. It tells where people were when they signed in.

use crate::{
    access::{Holding, OWNER, Permission},
    context::{Actor, Context},
    directory::Directory,
    model::{Granted, Scope},
    refusal::Refusal,
};

/// Whether the actor may read the security log.
///
/// # Errors
/// Why not.
pub fn security_log(directory: &Directory, context: &Context) -> Result<(), Refusal> {
    Holding::of_signed_in(directory, context)?;
    let Actor::User(user) = context.actor else { return Err(Refusal::ActorNotActive) };
    let mut grants = directory.grants_of(user);
    let owns = grants.any(|grant| {
        grant.key.what == Granted::Role(OWNER)
            && grant.key.scope == Scope::Organisation
            && grant.until.is_none_or(|until| until > context.now)
    });
    if owns { Ok(()) } else { Err(Refusal::NotAllowed { permission: Permission::AuditRead }) }
}

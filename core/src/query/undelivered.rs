//! Which mails that were not delivered an actor is shown: those about users whom it may invite, as long as the mail still
//! matters.

use crate::{
    access::{Holding, Permission},
    api::{MailKind, Undelivered},
    context::Context,
    directory::Directory,
    model::UserState,
    refusal::Refusal,
};

/// The mails that the actor is shown.
///
/// # Errors
/// The actor isn't active, or may invite nobody.
pub fn undelivered(
    directory: &Directory,
    context: &Context,
    mails: Vec<Undelivered>,
) -> Result<Vec<Undelivered>, Refusal> {
    let holding = Holding::of_actor(directory, context)?;
    let permission = Permission::UserInvite;
    if !holding.somewhere(permission) {
        return Err(Refusal::NotAllowed { permission });
    }
    let matters = |mail: &Undelivered| {
        directory.user(mail.user).is_some_and(|user| match mail.what {
            MailKind::Invitation => user.state == UserState::Invited,
            MailKind::Password | MailKind::Address => user.state == UserState::Active,
        })
    };
    let shown = |mail: &Undelivered| matters(mail) && holding.over(directory, mail.user).has(permission);
    Ok(mails.into_iter().filter(shown).collect())
}

//! Sending: the job that makes a code and a link, stores their digests and mails the two.

use super::{Invitations, code};
use crate::{
    account::Token,
    mail::{self, MailError},
    store::StoredInvitation,
    tenant::TenantError,
};
use rollcall_core::{
    api::{MailFailure, MailedPage},
    id::{TenantId, UserId},
    model::UserState,
};

/// Why a mail was not sent this time.
#[derive(Debug, thiserror::Error)]
pub enum SendError {
    #[error(transparent)]
    Tenant(#[from] TenantError),
    #[error(transparent)]
    Mail(#[from] MailError),
}

impl SendError {
    /// What is shown of it to the organisation's administrators.
    pub fn failure(&self) -> MailFailure {
        match self {
            Self::Mail(error) => error.failure(),
            // Whatever the server lacks itself comes back.
            Self::Tenant(_) => MailFailure::Unavailable,
        }
    }
}

impl Invitations {
    /// Sends one round of a user's invitation; does nothing when the round is no longer the current one. Doing it twice
    /// ends the first code: whoever reads the later mail has the one that works.
    ///
    /// # Errors
    /// The store or the mail server failed; to be tried again.
    pub async fn send(&self, tenant: TenantId, user: UserId, round: u32) -> Result<(), SendError> {
        let asking = self.tenants.tenant(tenant);
        let asked = asking.read(move |directory| {
            let user = directory.user(user).filter(|user| user.state == UserState::Invited)?;
            let invitation = user.invitation.filter(|invitation| invitation.round == round)?;
            let inviter = invitation.by.and_then(|by| directory.user(by)).map(|by| by.display_name().to_owned());
            let organisation = directory.organisation()?;
            let zone = organisation.time_zone.clone();
            let full_name = user.profile.full_name.clone();
            Some((organisation.name.clone(), zone, user.email()?.clone(), full_name, inviter, invitation.expires))
        });
        let now = self.clock.now();
        let Some((organisation, zone, email, full_name, inviter, expires)) = asked.await? else { return Ok(()) };
        if expires <= now {
            return Ok(());
        }
        let (token, code) = (Token::random(self.clock.random(), 20), code::random(self.clock.random()));
        let stored = StoredInvitation {
            token: token.digest(),
            tenant,
            user,
            email: Some(email.clone()),
            code: code::digest(&token, &code),
            round,
            created: now,
            expires,
            tries: 0,
            ending: None,
        };
        self.store.put_invitation(&stored).await.map_err(TenantError::from)?;
        let link = MailedPage::Invitation.link(&self.page, token.expose());
        let letter = mail::invitation(
            &organisation,
            inviter.as_deref(),
            &email,
            full_name.as_ref(),
            &code,
            &link,
            (expires, &zone),
        );
        Ok(self.mailer.send(tenant, &letter, now).await?)
    }
}

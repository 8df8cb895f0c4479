//! Sending: the job that makes a code and a link, stores their digests and mails the two.

use super::{Invitations, code};
use crate::{
    identity::Token,
    outbound::mail::{self, MailError},
    store::StoredInvitation,
    tenant::TenantError,
};
use rollcall_core::{
    api::{MailFailure, MailedPage},
    id::{TenantId, UserId},
    model::UserState,
    time::Timestamp,
    value::{Email, FullName, Language, OrganisationName, TimeZone},
};
use rollcall_words::embedded::Spoken;

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

/// What a mail says, as the directory has it.
struct Asked {
    organisation: OrganisationName,
    zone: TimeZone,
    language: Language,
    email: Email,
    name: Option<FullName>,
    inviter: Option<String>,
    expires: Timestamp,
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
            let inviter = invitation.by.and_then(|by| directory.user(by)).map(|by| by.display_name().into_owned());
            let organisation = directory.organisation()?;
            Some(Asked {
                organisation: organisation.name.clone(),
                zone: organisation.time_zone.clone(),
                language: directory.language_of(user.id)?.clone(),
                email: user.email()?.clone(),
                name: user.profile.full_name.clone(),
                inviter,
                expires: invitation.expires,
            })
        });
        let now = self.clock.now();
        let Some(Asked { organisation, zone, language, email, name, inviter, expires }) = asked.await? else {
            return Ok(());
        };
        if expires <= now {
            return Ok(());
        }
        let (token, code) = (Token::random(self.clock.random(), 20), code::random(self.clock.random()));
        let stored = StoredInvitation {
            token: token.digest(),
            tenant,
            user,
            email: Some(email.clone()),
            handed: false,
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
            Spoken::first([language.as_str()]),
            &email,
            &mail::Invitation {
                organisation: &organisation,
                inviter: inviter.as_deref(),
                name: name.as_ref(),
                code: &code,
                link: &link,
                expires,
                zone: &zone,
            },
        );
        Ok(self.mailer.send(tenant, &letter, now).await?)
    }
}

//! New passwords: a link is mailed to the account's own address, and whoever opens it within a day chooses one (S4.12,
//! S4.13). It serves for a welcome, and when an administrator asks for a new password.

use super::{PasswordError, Passwords, Token};
use crate::{
    clock::Clock,
    invitation::SendError,
    mail::{self, Mailer},
    store::{NewAccount, PasswordLink, Store, StoreError},
    tenant::{TenantError, Tenants},
};
use rollcall_core::{
    api::{LinkPurpose, PasswordView},
    id::{TenantId, UserId},
    model::UserState,
    time::Span,
    value::{Email, OrganisationName, ValueError},
};
use std::sync::Arc;

/// How long a link lives.
const LIFETIME: Span = Span::hours(24);

/// Everything that new passwords need.
#[derive(Clone)]
pub struct Renewals {
    pub store: Arc<dyn Store>,
    pub tenants: Tenants,
    pub clock: Clock,
    pub passwords: Passwords,
    pub mailer: Mailer,
    /// Links in mails begin with it.
    pub page: String,
}

/// Why no password was set.
#[derive(Debug, thiserror::Error)]
pub enum NotRenewed {
    #[error("the link is unknown, was used, or has run out")]
    Over,
    #[error("the new password {0}")]
    Password(ValueError),
    #[error(transparent)]
    Tenant(#[from] TenantError),
    #[error(transparent)]
    Hashing(#[from] PasswordError),
}

impl From<StoreError> for NotRenewed {
    fn from(error: StoreError) -> Self {
        Self::Tenant(error.into())
    }
}

impl Renewals {
    /// Mails a link to a user; does nothing when the user is no longer active.
    ///
    /// # Errors
    /// The store or the mail server failed; to be tried again.
    pub async fn send(&self, tenant: TenantId, user: UserId, forced: bool) -> Result<(), SendError> {
        let Some((email, organisation)) = self.whom(tenant, user).await? else { return Ok(()) };
        let (token, now) = (Token::random(20), self.clock.now());
        let expires = now.after(LIFETIME);
        let link = PasswordLink { token: token.digest(), tenant, user, created: now, expires, used: false };
        self.store.put_password_link(&link).await.map_err(TenantError::from)?;
        let address = format!("{}/password/{}", self.page, token.expose());
        let letter = mail::new_password(&organisation, &email, &address, forced);
        Ok(self.mailer.send(tenant, &letter, now).await?)
    }

    /// What a link is for; none when it is over.
    ///
    /// # Errors
    /// The store failed.
    pub async fn view(&self, token: &Token) -> Result<Option<PasswordView>, TenantError> {
        let Some(link) = self.open(token).await? else { return Ok(None) };
        let whom = self.whom(link.tenant, link.user).await?;
        Ok(whom.map(|(email, organisation)| PasswordView {
            purpose: LinkPurpose::Welcome,
            email,
            organisation: Some(organisation),
            expires: link.expires,
            sets_pin: false,
        }))
    }

    /// Sets the password. Every session of the account ends. Gives the account's address.
    ///
    /// # Errors
    /// Nothing was changed.
    pub async fn set(&self, token: &Token, password: String) -> Result<Email, NotRenewed> {
        super::check_length(&password).map_err(NotRenewed::Password)?;
        let link = self.open(token).await?.ok_or(NotRenewed::Over)?;
        let (email, _) = self.whom(link.tenant, link.user).await?.ok_or(NotRenewed::Over)?;
        let (id, created) = (self.clock.id(), self.clock.now());
        let password = self.passwords.hash(password).await?;
        let account = NewAccount { id, email: email.clone(), password, created };
        if self.store.use_password_link(&link, &account).await? { Ok(email) } else { Err(NotRenewed::Over) }
    }

    async fn open(&self, token: &Token) -> Result<Option<PasswordLink>, StoreError> {
        let link = self.store.password_link(&token.digest()).await?;
        let now = self.clock.now();
        Ok(link.filter(|link| !link.used && link.expires > now))
    }

    /// The address of the account that the user is: an organisation can't have another's account changed by writing
    /// another address into its directory. A user without an account gets one with its address.
    async fn whom(&self, tenant: TenantId, user: UserId) -> Result<Option<(Email, OrganisationName)>, TenantError> {
        let asking = self.tenants.tenant(tenant);
        let asked = asking.read(move |directory| {
            let active = directory.user(user).filter(|user| user.state == UserState::Active)?;
            Some((active.email().cloned(), directory.organisation()?.name.clone()))
        });
        let Some((email, organisation)) = asked.await? else { return Ok(None) };
        let account = self.store.account_of(tenant, user).await?;
        Ok(account.map(|account| account.email).or(email).map(|email| (email, organisation)))
    }
}

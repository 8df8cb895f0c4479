//! Mailed links that set a password: a welcome, a reset that an administrator asks for, a password that was forgotten, a
//! recovery by the operator; or with which the person of an account confirms that it is a user (S4.12, S4.13).
//!
//! INVARIANT: a link carries the account that it is for, or the very address it was mailed to for an account still to be
//! made. Using it changes that and nothing else; whoever could not read that mailbox gains nothing. A link whose account is
//! gone or has another address, whose user is no longer active or was reset, or that a newer one followed, is over.

use super::{Mailbox, SecurityLog, language, own_words};
use crate::{
    clock::Clock,
    identity::{Asker, NotTaken, PasswordError, Passwords, Throttle, Token, TooMany, invitation::SendError},
    network::household,
    outbound::mail::{self, Mailer},
    store::{Account, LinkUse, NO_TENANT, NewAccount, PasswordLink, Store, StoreError, Whereabouts},
    tenant::{TenantError, Tenants},
};
use rollcall_core::{
    Directory,
    api::{LinkPurpose, MailedPage, PasswordView, SecurityKind},
    id::{TenantId, UserId},
    model::UserState,
    time::Span,
    value::{Email, Language, OrganisationName, ValueError, VoicemailPin},
};
use rollcall_words::embedded::Spoken;
use std::{net::IpAddr, sync::Arc};
use uuid::Uuid;

/// How long a link lives.
const LIFETIME: Span = Span::hours(24);

/// Everything that mailed links need.
#[derive(Clone)]
pub struct Links {
    pub store: Arc<dyn Store>,
    pub tenants: Tenants,
    pub clock: Clock,
    pub passwords: Passwords,
    pub throttle: Throttle,
    pub security: SecurityLog,
    pub mailer: Mailer,
    /// Links in mails begin with it.
    pub page: String,
}

/// Why a link did nothing.
#[derive(Debug, thiserror::Error)]
pub enum NotUsed {
    #[error("the link is unknown, was used, or has run out")]
    Over,
    #[error("the new password {0}")]
    Password(ValueError),
    #[error("the voicemail PIN {0}")]
    Pin(ValueError),
    #[error("the account's password is wrong")]
    WrongPassword,
    #[error("the account's password is temporary")]
    Temporary,
    #[error("too many tries")]
    TooMany(TooMany),
    #[error(transparent)]
    Tenant(#[from] TenantError),
    #[error(transparent)]
    Hashing(#[from] PasswordError),
}

impl From<NotTaken> for NotUsed {
    fn from(error: NotTaken) -> Self {
        match error {
            NotTaken::Weak(error) => Self::Password(error),
            NotTaken::Hashing(error) => Self::Hashing(error),
        }
    }
}

impl From<StoreError> for NotUsed {
    fn from(error: StoreError) -> Self {
        Self::Tenant(error.into())
    }
}

/// What a user's directory says of it, for a link.
struct Person {
    email: Option<Email>,
    name: String,
    organisation: OrganisationName,
    language: Language,
}

fn person(directory: &Directory, user: UserId) -> Option<Person> {
    let active = directory.user(user).filter(|user| user.state == UserState::Active)?;
    Some(Person {
        email: active.email().cloned(),
        name: active.display_name().into_owned(),
        organisation: directory.organisation()?.name.clone(),
        language: directory.language_of(user)?.clone(),
    })
}

impl Links {
    /// Mails a link to a user, to the address of the account that it is, wherever the directory says it can be reached.
    /// Does nothing when the user is no longer active.
    ///
    /// # Errors
    /// The store or the mail server failed; to be tried again.
    pub async fn send(&self, place: (TenantId, UserId), purpose: LinkPurpose) -> Result<(), SendError> {
        let (tenant, user) = place;
        let asking = self.tenants.tenant(tenant);
        let Some(person) = asking.read(move |directory| person(directory, user)).await? else { return Ok(()) };
        let listed = person.email.as_ref().map(Email::folded);
        let (email, account, purpose) = match self.store.account_of(tenant, user).await.map_err(TenantError::from)? {
            Some(Account { id, email: Some(email), .. }) => (email, Some(id), purpose),
            // Handed over: there is no mailbox but the one that the directory names.
            Some(account) => {
                let Some(email) = person.email else { return Ok(()) };
                (email, Some(account.id), purpose)
            }
            None => {
                let Some(email) = person.email else { return Ok(()) };
                match Mailbox::of(&*self.store, &email, place).await.map_err(TenantError::from)? {
                    // Nobody's administrator sets somebody's password: its person says that it is this user.
                    Mailbox::Of(account) => (account.email.unwrap_or(email), Some(account.id), LinkPurpose::Join),
                    _ if purpose == LinkPurpose::Join => (email, None, LinkPurpose::Welcome),
                    _ => (email, None, purpose),
                }
            }
        };
        // By which address an account is signed in to is no organisation's to read in its outbox, unless it has that itself.
        let outbox = if listed == Some(email.folded()) { tenant } else { NO_TENANT };
        let to = PasswordLinkTo { purpose, place: Some(place), account, email };
        self.mail(outbox, to, Some(&person.organisation), Spoken::first([person.language.as_str()])).await
    }

    /// Mails a link to the account that a person who forgot its password means, if it means one.
    ///
    /// # Errors
    /// The store or the mail server failed; to be tried again.
    pub async fn send_forgotten(&self, account: Account) -> Result<(), SendError> {
        // Nobody proved a mailbox: an administrator hands over another password.
        let Some(email) = account.email else { return Ok(()) };
        let links = self.store.links(account.id).await.map_err(TenantError::from)?;
        let to = PasswordLinkTo { purpose: LinkPurpose::Forgotten, place: None, account: Some(account.id), email };
        self.mail(NO_TENANT, to, None, language::of_account(&self.tenants, &links).await).await
    }

    async fn mail(
        &self,
        tenant: TenantId,
        to: PasswordLinkTo,
        organisation: Option<&OrganisationName>,
        spoken: &Spoken,
    ) -> Result<(), SendError> {
        let PasswordLinkTo { purpose, place, account, email } = to;
        let (token, now) = (Token::random(self.clock.random(), 20), self.clock.now());
        let expires = now.after(LIFETIME);
        let link = PasswordLink {
            token: token.digest(),
            purpose,
            place,
            account,
            email: email.clone(),
            created: now,
            expires,
            over: false,
        };
        self.store.put_password_link(&link).await.map_err(TenantError::from)?;
        let address = MailedPage::Password.link(&self.page, token.expose());
        let letter = mail::password_link(spoken, organisation, &email, &address, purpose);
        self.mailer.send(tenant, &letter, now).await?;
        self.security.note_at(SecurityKind::LinkMailed, account, place, &Whereabouts::default()).await;
        Ok(())
    }

    /// What a link is for; none when it is over.
    ///
    /// # Errors
    /// The store failed.
    pub async fn view(&self, token: &Token) -> Result<Option<PasswordView>, TenantError> {
        let Some((link, person)) = self.open(token).await? else { return Ok(None) };
        Ok(Some(PasswordView {
            purpose: link.purpose,
            email: link.email,
            organisation: person.map(|person| person.organisation),
            expires: link.expires,
            sets_pin: link.place.is_some() && link.purpose != LinkPurpose::Join,
        }))
    }

    /// Does what the link is for. Gives the account.
    ///
    /// # Errors
    /// Nothing was changed.
    pub async fn apply(
        &self,
        token: &Token,
        password: String,
        pin: Option<&str>,
        from: IpAddr,
        at: &Whereabouts,
    ) -> Result<Account, NotUsed> {
        let (link, person) = self.open(token).await?.ok_or(NotUsed::Over)?;
        let pin = match pin.map(str::trim).filter(|pin| !pin.is_empty()) {
            Some(pin) => Some(VoicemailPin::parse(pin).map_err(NotUsed::Pin)?),
            None => None,
        };
        let now = self.clock.now();
        // Without an account yet, it is somebody with a mailbox there.
        let asker = link.account.map_or(Asker::Stranger(household(from)), Asker::Known);
        let mut made = None;
        let using = if link.purpose == LinkPurpose::Join {
            let account = self.account_of(&link).await?.ok_or(NotUsed::Over)?;
            self.verify(&account, password, from).await?;
            LinkUse::Join { verified: account.password }
        } else {
            let mut forbidden = vec![link.email.as_str().to_owned()];
            if let Some(person) = &person {
                forbidden.extend([person.name.clone(), person.organisation.as_str().to_owned()]);
            }
            if let Some(account) = self.account_of(&link).await? {
                forbidden.extend(own_words::of_account(&*self.store, &self.tenants, &account).await?);
            }
            let hash = self.passwords.choose(password, forbidden, asker).await?;
            match link.account {
                Some(_) => LinkUse::SetPassword { hash },
                None => {
                    let id = self.clock.id();
                    made = Some(id);
                    let place = link.place.ok_or(NotUsed::Over)?;
                    let mailbox = Mailbox::of(&*self.store, &link.email, place).await?;
                    let email = mailbox.proven(link.email.clone());
                    LinkUse::Open(NewAccount { id, email, password: hash, created: now })
                }
            }
        };
        let pin = match pin.filter(|_| link.place.is_some()) {
            Some(pin) => Some(self.passwords.hash(pin.expose().to_owned(), asker).await?),
            None => None,
        };
        if !self.store.use_password_link(&link, &using, pin.as_deref(), now).await? {
            return Err(NotUsed::Over);
        }
        let account = link.account.or(made).ok_or(NotUsed::Over)?;
        match using {
            // The password is the account's, wherever it is somebody.
            LinkUse::SetPassword { .. } => self.security.note(SecurityKind::PasswordSet, account, at).await,
            LinkUse::Open(_) | LinkUse::Join { .. } => {
                self.security.note_at(SecurityKind::Joined, Some(account), link.place, at).await;
            }
        }
        self.store.account(account).await?.ok_or(NotUsed::Over)
    }

    async fn verify(&self, account: &Account, password: String, from: IpAddr) -> Result<(), NotUsed> {
        let counted = self.throttle.count(from, &account.key()).await?.map_err(NotUsed::TooMany)?;
        if !self.passwords.verify(password, Some(account.password.clone()), Asker::Known(account.id)).await? {
            return Err(NotUsed::WrongPassword);
        }
        counted.pardon().await?;
        // Whoever handed it over knows it too.
        if account.must_change { Err(NotUsed::Temporary) } else { Ok(()) }
    }

    /// A link that is good, and its user if it has one.
    async fn open(&self, token: &Token) -> Result<Option<(PasswordLink, Option<Person>)>, TenantError> {
        let Some(link) = self.store.password_link(&token.digest()).await? else { return Ok(None) };
        if link.over || link.expires <= self.clock.now() {
            return Ok(None);
        }
        let account = self.account_of(&link).await?;
        if link.account.is_some() && account.is_none() {
            return Ok(None);
        }
        let Some((tenant, user)) = link.place else { return Ok(Some((link, None))) };
        let asking = self.tenants.tenant(tenant);
        let Some(person) = asking.read(move |directory| person(directory, user)).await? else { return Ok(None) };
        // One that is not the account yet must still have the address: else the link went to somebody else.
        let proven = account.is_some_and(|account| account.email.is_some());
        let joins = !proven || link.purpose == LinkPurpose::Join;
        let same = person.email.as_ref().is_some_and(|email| email.folded() == link.email.folded());
        Ok((!joins || same).then_some((link, Some(person))))
    }

    /// The link's account, if it still has the address that the link was mailed to, or never had one.
    async fn account_of(&self, link: &PasswordLink) -> Result<Option<Account>, StoreError> {
        let Some(id) = link.account else { return Ok(None) };
        let account = self.store.account(id).await?;
        let same = |email: &Email| email.folded() == link.email.folded();
        Ok(account.filter(|account| account.email.as_ref().map_or(link.place.is_some(), same)))
    }
}

/// A link to be made.
struct PasswordLinkTo {
    purpose: LinkPurpose,
    place: Option<(TenantId, UserId)>,
    account: Option<Uuid>,
    email: Email,
}

//! Changes of the address that an account signs in by. Nobody gets an address unproven: the new one holds once a link that
//! was mailed to it was opened, and the old one is told, and can stop it or take it back for a day.

use super::{SecurityLog, language};
use crate::{
    clock::Clock,
    identity::{Token, invitation::SendError},
    outbound::mail::{self, AskedBy, Mailer},
    store::{Account, AddressChange, AddressState, Digest, NO_TENANT, Store, StoreError, Whereabouts},
    tenant::{TenantError, Tenants},
};
use rollcall_core::{
    api::{AddressStep, AddressView, MailedPage, PendingAddress, SecurityKind},
    id::{TenantId, UserId},
    model::UserState,
    value::{Email, OrganisationName},
};
use std::sync::Arc;
use uuid::Uuid;

/// Everything that changes of address need.
#[derive(Clone)]
pub struct Addresses {
    pub store: Arc<dyn Store>,
    pub tenants: Tenants,
    pub clock: Clock,
    pub security: SecurityLog,
    pub mailer: Mailer,
    /// Links in mails begin with it.
    pub page: String,
}

impl Addresses {
    /// An administrator gave a user another address: its account may follow, if it is nobody in another organisation.
    ///
    /// # Errors
    /// The store or the mail server failed; to be tried again.
    pub async fn follow(&self, tenant: TenantId, user: UserId) -> Result<(), SendError> {
        let Some((account, after)) = self.asked_for(tenant, user).await? else { return Ok(()) };
        let links = self.store.links(account.id).await.map_err(TenantError::from)?;
        if links.iter().any(|link| link.tenant != tenant) {
            return Ok(());
        }
        self.ask(account, after, tenant, Some(tenant)).await
    }

    /// The operator says that an owner has another mailbox: its account follows wherever it is a user, once that mailbox
    /// confirms. The old one is told, and has the last word for a day. No when there is no account, or it has the address.
    /// Nothing goes anywhere when the directory has another address by now, for which the operator did not vouch.
    ///
    /// # Errors
    /// The store or the mail server failed; to be tried again.
    pub async fn move_owner(&self, tenant: TenantId, user: UserId, to: &Email) -> Result<bool, SendError> {
        let asking = self.tenants.tenant(tenant);
        let has = asking.read(move |directory| directory.user(user)?.email().map(Email::folded)).await?;
        if has.is_none_or(|has| has != to.folded()) {
            tracing::warn!(%tenant, %user, "an owner to recover was given another address meanwhile");
            return Ok(true);
        }
        let Some(account) = self.store.account_of(tenant, user).await.map_err(TenantError::from)? else {
            return Ok(false);
        };
        let after = to.clone();
        if after.folded() == account.key() {
            return Ok(false);
        }
        self.ask(account, after, tenant, None).await?;
        Ok(true)
    }

    /// The account that a user is, and the address that the directory has.
    async fn asked_for(&self, tenant: TenantId, user: UserId) -> Result<Option<(Account, Email)>, SendError> {
        let asking = self.tenants.tenant(tenant);
        let asked = asking.read(move |directory| directory.user(user)?.email().cloned());
        let Some(after) = asked.await? else { return Ok(None) };
        let account = self.store.account_of(tenant, user).await.map_err(TenantError::from)?;
        Ok(account.map(|account| (account, after)))
    }

    /// The person of an account wants another address.
    ///
    /// # Errors
    /// The store or the mail server failed; to be tried again.
    pub async fn change(&self, account: Uuid, after: Email, verified: Option<Digest>) -> Result<(), SendError> {
        let Some(account) = self.store.account(account).await.map_err(TenantError::from)? else { return Ok(()) };
        // Whoever asked knew a password that has been changed since.
        if verified.is_some_and(|verified| verified != Token::brought(&account.password).digest()) {
            return Ok(());
        }
        self.ask(account, after, NO_TENANT, None).await
    }

    /// Mails the two links. An address that has an account is mailed nothing, and whoever asked sees no difference: it is a
    /// mailbox that has to speak.
    async fn ask(
        &self,
        account: Account,
        after: Email,
        outbox: TenantId,
        asked_by: Option<TenantId>,
    ) -> Result<(), SendError> {
        if after.folded() == account.key() {
            return Ok(());
        }
        let taken = self.store.account_named(&after.folded()).await.map_err(TenantError::from)?.is_some();
        let (random, now) = (self.clock.random(), self.clock.now());
        let (confirm, stop) = (Token::random(random, 20), Token::random(random, 20));
        let change = AddressChange {
            id: self.clock.id(),
            account: account.id,
            before: account.email,
            after,
            confirm: confirm.digest(),
            stop: stop.digest(),
            tenant: asked_by,
            expires: now.after(AddressChange::LIFETIME),
            state: AddressState::Waits,
        };
        self.store.put_address_change(&change).await.map_err(TenantError::from)?;
        let link = |token: &Token| MailedPage::Address.link(&self.page, token.expose());
        let spoken =
            language::of_account(&self.tenants, &self.store.links(change.account).await.map_err(TenantError::from)?)
                .await;
        // The old address first: no change that it could be told of and was not can be confirmed.
        if let Some(before) = &change.before {
            let letter = mail::address_stop(spoken, before, &change.after, &link(&stop));
            // In no organisation's outbox: by which address an account is signed in to is its own affair.
            match self.mailer.send(NO_TENANT, &letter, now).await {
                // Nobody has that mailbox any more: then there is nobody in it to ask, and the change must not wait for ever.
                Err(error) if error.is_nobodys() => {
                    tracing::warn!(account = %change.account, %error, "the old address of an account takes no mail");
                }
                sent => sent?,
            }
        }
        if !taken {
            let organisation = self.organisation(asked_by).await?;
            let asked_by = match &organisation {
                Some(organisation) => AskedBy::Organisation(organisation),
                None => AskedBy::Person { old: change.before.as_ref() },
            };
            let letter = mail::address_confirm(spoken, &asked_by, &change.after, &link(&confirm));
            self.mailer.send(outbox, &letter, now).await?;
        }
        self.security.note(SecurityKind::AddressChangeAsked, change.account, &Whereabouts::default()).await;
        Ok(())
    }

    /// What the organisation is called that asked.
    async fn organisation(&self, asked_by: Option<TenantId>) -> Result<Option<OrganisationName>, SendError> {
        let Some(tenant) = asked_by else { return Ok(None) };
        let asking = self.tenants.tenant(tenant);
        let name = asking.read(move |directory| Some(directory.organisation()?.name.clone())).await?;
        Ok(Some(name.ok_or(TenantError::Unknown)?))
    }

    /// What a link is for; none when it is over.
    ///
    /// # Errors
    /// The store failed.
    pub async fn view(&self, token: &Token) -> Result<Option<AddressView>, TenantError> {
        let found = self.open(&token.digest()).await?;
        Ok(found.map(|(step, AddressChange { before, after: new, expires, tenant, .. })| {
            let old = before.filter(|_| step == AddressStep::Stop || tenant.is_none());
            AddressView { step, old, new, expires }
        }))
    }

    /// Does what a link is for. No when it is over.
    ///
    /// # Errors
    /// The store failed; nothing was changed.
    pub async fn apply(&self, token: &Token, at: &Whereabouts) -> Result<bool, TenantError> {
        let Some((step, change)) = self.open(&token.digest()).await? else { return Ok(false) };
        let (done, kind) = match step {
            AddressStep::Confirm => (self.store.confirm_address(&change).await?, SecurityKind::AddressChanged),
            AddressStep::Stop => (self.store.stop_address(&change).await?, SecurityKind::AddressChangeStopped),
        };
        if done {
            self.security.note(kind, change.account, at).await;
        }
        Ok(done)
    }

    /// The address that an account waits for.
    ///
    /// # Errors
    /// The store failed.
    pub async fn pending(&self, account: Uuid) -> Result<Option<PendingAddress>, StoreError> {
        let change = self.store.pending_address(account, self.clock.now()).await?;
        Ok(change.map(|change| PendingAddress { email: change.after, expires: change.expires }))
    }

    async fn open(&self, token: &Digest) -> Result<Option<(AddressStep, AddressChange)>, TenantError> {
        let Some(change) = self.store.address_change(token).await? else { return Ok(None) };
        let step = if change.confirm == *token { AddressStep::Confirm } else { AddressStep::Stop };
        let good = match step {
            AddressStep::Confirm => change.state == AddressState::Waits,
            AddressStep::Stop => change.state != AddressState::Over,
        };
        if !good || change.expires <= self.clock.now() {
            return Ok(None);
        }
        let wanted = step == AddressStep::Stop || self.still_wanted(&change).await?;
        Ok(wanted.then_some((step, change)))
    }

    /// Whether the directory of the organisation that asked for a change still has the new address.
    async fn still_wanted(&self, change: &AddressChange) -> Result<bool, TenantError> {
        let Some(tenant) = change.tenant else { return Ok(true) };
        let links = self.store.links(change.account).await?;
        let Some(user) = links.into_iter().find(|link| link.tenant == tenant).map(|link| link.user) else {
            return Ok(false);
        };
        let (asking, after) = (self.tenants.tenant(tenant), change.after.folded());
        let asked = asking.read(move |directory| {
            let active = directory.user(user).filter(|user| user.state == UserState::Active);
            active.and_then(|user| user.email()).is_some_and(|email| email.folded() == after)
        });
        asked.await
    }
}

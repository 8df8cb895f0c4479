//! Accounts, links, changes of address and invitations, as one server reaches them.

use super::*;

#[async_trait]
impl AccountStore for Connection {
    async fn account_named(&self, folded: &str) -> Result<Option<Account>> {
        self.way().await?;
        Ok(self.disk.kept().accounts.named(folded).cloned())
    }

    async fn is_an_accounts(&self, email: &Email, now: Timestamp) -> Result<bool> {
        self.way().await?;
        Ok(self.disk.kept().accounts.has_address(email, now))
    }

    async fn account(&self, id: Uuid) -> Result<Option<Account>> {
        self.way().await?;
        Ok(self.disk.kept().accounts.all.get(&id).cloned())
    }

    async fn account_of(&self, tenant: TenantId, user: UserId) -> Result<Option<Account>> {
        self.way().await?;
        Ok(self.disk.kept().accounts.of((tenant, user)).cloned())
    }

    async fn links(&self, account: Uuid) -> Result<Vec<Link>> {
        self.way().await?;
        Ok(self.disk.kept().accounts.links_of(account))
    }
}

#[async_trait]
impl LinkStore for Connection {
    async fn put_password_link(&self, link: &PasswordLink) -> Result<()> {
        self.way().await?;
        self.disk.change(&Cause::Other, |accounts| accounts.put_link(link));
        self.way_back().await
    }

    async fn password_link(&self, token: &Digest) -> Result<Option<PasswordLink>> {
        self.way().await?;
        let link = self.disk.kept().accounts.links.get(token).cloned();
        Ok(link.map(|link| self.looked_up(link)))
    }

    async fn use_password_link(
        &self,
        link: &PasswordLink,
        using: &LinkUse,
        pin: Option<&str>,
        now: Timestamp,
    ) -> Result<bool> {
        self.way().await?;
        let used = |accounts: &mut Accounts| accounts.whole(|all| all.use_link(link, using, pin, now));
        let used = self.disk.change(&Cause::Link(&link.token), used).is_some();
        self.way_back().await?;
        Ok(used)
    }

    async fn change_password(&self, account: Uuid, old: &str, new: &str, keep: &Digest) -> Result<bool> {
        self.way().await?;
        let stale = self.disk.universe.has(Bug::KeepStaleSessions).then(|| self.disk.kept().accounts.sessions.clone());
        let changed = self.disk.change(&Cause::Password { keep }, |accounts| {
            let changed = accounts.change_password(account, old, new, keep).is_some();
            if let Some(stale) = stale {
                accounts.sessions = stale;
            }
            changed
        });
        self.way_back().await?;
        Ok(changed)
    }

    async fn set_pin(&self, account: Uuid, place: (TenantId, UserId), verified: &str, pin: &str) -> Result<bool> {
        self.way().await?;
        let set = self.disk.change(&Cause::Other, |accounts| accounts.set_own_pin(account, place, verified, pin));
        self.way_back().await?;
        Ok(set)
    }
}

#[async_trait]
impl AddressStore for Connection {
    async fn put_address_change(&self, change: &AddressChange) -> Result<()> {
        self.way().await?;
        let unproven = self.disk.universe.has(Bug::ReaddressUnproven);
        self.disk.change(&Cause::Other, |accounts| {
            accounts.put_change(change);
            if unproven {
                accounts.whole(|accounts| accounts.confirm(change));
            }
        });
        self.way_back().await
    }

    async fn address_change(&self, token: &Digest) -> Result<Option<AddressChange>> {
        self.way().await?;
        Ok(self.disk.kept().accounts.change_of(token).cloned())
    }

    async fn pending_address(&self, account: Uuid, now: Timestamp) -> Result<Option<AddressChange>> {
        self.way().await?;
        Ok(self.disk.kept().accounts.pending_address(account, now).cloned())
    }

    async fn confirm_address(&self, change: &AddressChange) -> Result<bool> {
        self.way().await?;
        let confirm = |accounts: &mut Accounts| accounts.whole(|all| all.confirm(change));
        let confirmed = self.disk.change(&Cause::Confirm(change), confirm).is_some();
        self.way_back().await?;
        Ok(confirmed)
    }

    async fn stop_address(&self, change: &AddressChange) -> Result<bool> {
        self.way().await?;
        let stop = |accounts: &mut Accounts| accounts.whole(|all| all.stop(change));
        let stopped = self.disk.change(&Cause::Stop(change), stop).is_some();
        self.way_back().await?;
        Ok(stopped)
    }
}

#[async_trait]
impl InvitationStore for Connection {
    async fn put_invitation(&self, invitation: &StoredInvitation) -> Result<()> {
        self.way().await?;
        self.disk.change(&Cause::Other, |accounts| accounts.put_invitation(invitation));
        self.way_back().await
    }

    async fn invitation(&self, token: &Digest) -> Result<Option<StoredInvitation>> {
        self.way().await?;
        Ok(self.disk.kept().accounts.invitations.get(token).cloned())
    }

    async fn count_try(&self, token: &Digest, max: u32) -> Result<Option<u32>> {
        self.way().await?;
        Ok(self.disk.kept().accounts.count_try(token, max))
    }

    async fn pardon_try(&self, token: &Digest) -> Result<()> {
        self.way().await?;
        self.disk.kept().accounts.pardon_try(token);
        Ok(())
    }
}

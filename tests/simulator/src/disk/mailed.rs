//! What was mailed, on the disk: links that set passwords, changes of address, invitations.

use super::accounts::{Accounts, Place};
use rollcall_core::{time::Timestamp, value::Email};
use rollcall_server::store::{
    AddressChange, AddressState, Digest, Ending, LinkUse, PasswordLink, SecurityNote, StoredInvitation, Verified, key,
};
use uuid::Uuid;

impl Accounts {
    /// Ends the links that were mailed for a user, those of a change of address that its organisation asked for among them.
    pub(super) fn end_links_of_user(&mut self, place: Place) {
        self.links.values_mut().filter(|link| link.place == Some(place)).for_each(|link| link.over = true);
        let account = self.users.get(&place).map(|member| member.account);
        let asked = |change: &&mut AddressChange| change.tenant == Some(place.0) && Some(change.account) == account;
        let waiting = self.changes.values_mut().filter(asked).filter(|change| change.state == AddressState::Waits);
        waiting.for_each(|change| change.state = AddressState::Over);
    }

    /// Ends all links of an account, and the changes of its address that wait.
    pub(super) fn end_links_of_account(&mut self, account: Uuid) {
        self.links.values_mut().filter(|link| link.account == Some(account)).for_each(|link| link.over = true);
        let has = self.all.get(&account).map(|account| account.email.clone());
        let ends = |change: &&mut AddressChange| {
            let own = change.state == AddressState::Superseded && Some(&change.before) == has.as_ref();
            change.account == account && (change.state == AddressState::Waits || own)
        };
        self.changes.values_mut().filter(ends).for_each(|change| change.state = AddressState::Over);
    }

    pub(super) fn end_changes(&mut self, account: Uuid) {
        let own = self.changes.values_mut().filter(|change| change.account == account);
        own.for_each(|change| change.state = AddressState::Over);
    }

    pub fn put_link(&mut self, link: &PasswordLink) {
        match (link.place, link.account) {
            (Some(place), _) => self.end_links_of_user(place),
            (None, Some(account)) => {
                let older = |other: &&mut PasswordLink| other.account == Some(account) && other.place.is_none();
                self.links.values_mut().filter(older).for_each(|link| link.over = true);
            }
            (None, None) => {}
        }
        self.links.insert(link.token, link.clone());
    }

    /// None when it does not fit: the link is over, or its account is gone, has another address, or is somebody else there.
    pub fn use_link(&mut self, link: &PasswordLink, using: &LinkUse, pin: Option<&str>, now: Timestamp) -> Option<()> {
        let stored = self.links.get_mut(&link.token).filter(|stored| !stored.over && stored.expires > now)?;
        stored.over = true;
        let done = match (using, link.account, link.place) {
            (LinkUse::SetPassword { hash }, Some(account), place) => {
                let there = |place| self.users.get(&place).is_some_and(|member| member.account == account);
                if !place.is_none_or(there) {
                    return None;
                }
                let found = self
                    .all
                    .get_mut(&account)
                    .filter(|found| found.email.as_ref().is_none_or(|email| email.folded() == link.email.folded()))?;
                (found.password, found.proven, found.must_change) = (hash.clone(), link.created, false);
                found.temporary_until = None;
                self.end_others(account, None);
                self.end_links_of_account(account);
                self.forget_devices(account);
                Some(())
            }
            (LinkUse::Open(new), None, Some(place)) => {
                self.open(new)?;
                self.link(place, new.id, now, None)
            }
            (LinkUse::Join { verified }, Some(account), Some(place)) => {
                let verified = Verified { folded: link.email.folded(), password: verified.clone() };
                self.link(place, account, now, Some(&verified))
            }
            _ => None,
        };
        if let (Some(()), Some(pin), Some(place)) = (done, pin, link.place) {
            self.set_pin(place, pin);
        }
        done
    }

    /// Sets the PIN of a user that the account is, as long as it has this password.
    pub fn set_own_pin(&mut self, account: Uuid, place: Place, verified: &str, pin: &str) -> bool {
        let fits = self.all.get(&account).is_some_and(|found| found.password == verified)
            && self.users.get(&place).is_some_and(|member| member.account == account);
        if fits {
            self.set_pin(place, pin);
        }
        fits
    }

    /// The addresses that a user was mailed at.
    pub fn addresses_of(&self, place: Place) -> Vec<Email> {
        let links = self.links.values().filter(|link| link.place == Some(place)).map(|link| link.email.clone());
        let of = |invitation: &&StoredInvitation| (invitation.tenant, invitation.user) == place;
        links.chain(self.invitations.values().filter(of).filter_map(|invitation| invitation.email.clone())).collect()
    }

    /// Removes what tells who a user was.
    pub fn erase_traces(&mut self, place: Place) {
        self.invitations.retain(|_, invitation| (invitation.tenant, invitation.user) != place);
        self.links.retain(|_, link| link.place != Some(place));
        self.pins.remove(&place);
        let about = |note: &&mut SecurityNote| note.place == Some(place);
        self.notes.iter_mut().filter(about).for_each(|note| note.account = None);
        let accounts = &self.all;
        self.changes.retain(|_, change| accounts.contains_key(&change.account));
        self.links.retain(|_, link| link.account.is_none_or(|account| accounts.contains_key(&account)));
    }

    // Addresses.

    pub fn put_change(&mut self, change: &AddressChange) {
        let waits = |other: &&mut AddressChange| other.account == change.account && other.state == AddressState::Waits;
        self.changes.values_mut().filter(waits).for_each(|other| other.state = AddressState::Superseded);
        self.changes.insert(change.id, change.clone());
    }

    pub fn change_of(&self, token: &Digest) -> Option<&AddressChange> {
        self.changes.values().find(|change| change.confirm == *token || change.stop == *token)
    }

    pub fn pending_address(&self, account: Uuid, now: Timestamp) -> Option<&AddressChange> {
        let waits = |change: &&AddressChange| change.state == AddressState::Waits && change.expires > now;
        self.changes.values().filter(|change| change.account == account).find(waits)
    }

    /// Moves a change on; none when it stands elsewhere.
    fn move_on(&mut self, change: &AddressChange, from: AddressState, to: AddressState) -> Option<()> {
        let found = self.changes.get_mut(&change.id).filter(|found| found.state == from)?;
        found.state = to;
        Some(())
    }

    fn readdress(&mut self, account: Uuid, to: Option<&Email>) -> Option<()> {
        if to.and_then(|to| self.named(&to.folded())).is_some_and(|taken| taken.id != account) {
            return None;
        }
        self.all.get_mut(&account)?.email = to.cloned();
        Some(())
    }

    pub fn confirm(&mut self, change: &AddressChange) -> Option<()> {
        self.move_on(change, AddressState::Waits, AddressState::Confirmed)?;
        let account = self.all.get(&change.account)?;
        if account.key() != key(account.id, change.before.as_ref()) {
            return None;
        }
        self.readdress(change.account, Some(&change.after))?;
        if let Some(tenant) = change.tenant {
            let links = self.links_of(change.account);
            if links.len() != 1 || links.iter().any(|link| link.tenant != tenant) {
                return None;
            }
        }
        self.end_links_of_account(change.account);
        Some(())
    }

    pub fn has_address(&self, email: &Email, now: Timestamp) -> bool {
        let folded = email.folded();
        let is = |other: &Email| other.folded() == folded;
        let mut running = self.changes.values().filter(|change| change.expires > now);
        self.named(&folded).is_some()
            || running.any(|change| change.before.as_ref().is_some_and(is) || is(&change.after))
    }

    pub fn stop(&mut self, change: &AddressChange) -> Option<()> {
        let account = change.account;
        let superseded = self.move_on(change, AddressState::Superseded, AddressState::Over).is_some();
        let waited = match superseded {
            true => self.all.get(&account).is_some_and(|found| found.key() == key(account, change.before.as_ref())),
            false => self.move_on(change, AddressState::Waits, AddressState::Over).is_some(),
        };
        if !waited {
            if !superseded {
                self.move_on(change, AddressState::Confirmed, AddressState::Over)?;
            }
            self.readdress(account, change.before.as_ref())?;
            self.users.retain(|_, member| member.account != account || member.linked <= change.asked());
        }
        let ends = |other: &&mut AddressChange| {
            other.account == account
                && (other.state == AddressState::Waits || !waited && other.expires >= change.expires)
        };
        self.changes.values_mut().filter(ends).for_each(|other| other.state = AddressState::Over);
        if (change.tenant.is_none() || !waited)
            && let Some(found) = self.all.get_mut(&account)
        {
            found.password = "!".to_owned();
        }
        self.end_others(account, None);
        self.end_links_of_account(account);
        self.forget_devices(account);
        Some(())
    }

    // Invitations.

    pub fn put_invitation(&mut self, invitation: &StoredInvitation) {
        self.end_invitations((invitation.tenant, invitation.user), Ending::Ended);
        self.invitations.insert(invitation.token, invitation.clone());
    }

    pub fn count_try(&mut self, token: &Digest, max: u32) -> Option<u32> {
        let open = |found: &&mut StoredInvitation| found.tries < max && found.ending.is_none();
        let invitation = self.invitations.get_mut(token).filter(open)?;
        invitation.tries += 1;
        Some(invitation.tries)
    }

    pub fn pardon_try(&mut self, token: &Digest) {
        if let Some(invitation) = self.invitations.get_mut(token) {
            invitation.tries = invitation.tries.saturating_sub(1);
        }
    }
}

//! Changes of the address that an account signs in by.

use super::{Digest, Result};
use async_trait::async_trait;
use rollcall_core::{
    id::TenantId,
    time::{Span, Timestamp},
    value::Email,
};
use uuid::Uuid;

/// A change of an account's sign-in address, with the digests of its two links.
#[derive(Clone, Debug)]
pub struct AddressChange {
    pub id: Uuid,
    pub account: Uuid,
    /// None when the account had no mailbox.
    pub before: Option<Email>,
    pub after: Email,
    /// The link that was mailed to the new address.
    pub confirm: Digest,
    /// The link that was mailed to the old one.
    pub stop: Digest,
    /// The organisation whose administrator asked; none when the person did.
    pub tenant: Option<TenantId>,
    pub expires: Timestamp,
    pub state: AddressState,
}

impl AddressChange {
    /// How long both links live.
    pub const LIFETIME: Span = Span::hours(24);

    /// When it was asked for.
    pub fn asked(&self) -> Timestamp {
        Timestamp(self.expires.0.saturating_sub(Self::LIFETIME.0))
    }
}

/// Where a change of address stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressState {
    Waits,
    Confirmed,
    Over,
    /// A later one took its place before it was confirmed. It can't be confirmed any more, but its stop link still speaks for the
    /// old address: it stops, or takes back, what came of the later one.
    Superseded,
}

/// Changes of address.
#[async_trait]
pub trait AddressStore: Send + Sync + 'static {
    /// Stores a change of address, which takes the place of the account's older ones that wait.
    async fn put_address_change(&self, change: &AddressChange) -> Result<()>;
    /// The change of address that one of the two links belongs to.
    async fn address_change(&self, token: &Digest) -> Result<Option<AddressChange>>;
    /// The change of address that waits to be confirmed.
    async fn pending_address(&self, account: Uuid, now: Timestamp) -> Result<Option<AddressChange>>;
    /// The account has the new address from now on. No, and nothing is changed, when the change no longer waits, the account
    /// is gone or has another address, the new address has an account, or an administrator asked and the account is
    /// somebody in another organisation.
    async fn confirm_address(&self, change: &AddressChange) -> Result<bool>;
    /// Stops a change that waits; takes back one that was confirmed; does so with what took the place of one. Ends the account's sessions and links, and its
    /// password too when whoever asked, or had the new address, may know it. No when neither is possible.
    async fn stop_address(&self, change: &AddressChange) -> Result<bool>;
}

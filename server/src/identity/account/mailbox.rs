//! Whose mailbox an address is that an organisation has of its user: nobody's yet, an account's, or that of an account which is another
//! user there, and was signed in by that address before the organisation gave it to somebody else.
//!
//! INVARIANT: nobody is asked for the password of somebody else in the same organisation, and nobody waits for that one to prove its
//! new address. Whoever reads the mailbox by now has an account without one, by which it is called so in this organisation alone
//! (`who.rs`), until the other's account has moved.

use crate::store::{Account, Store, StoreError};
use rollcall_core::{
    id::{TenantId, UserId},
    value::Email,
};

/// Whose mailbox it is.
pub enum Mailbox {
    Nobodys,
    Of(Box<Account>),
    /// The account of somebody else in the organisation has the address still.
    OfAnother,
}

impl Mailbox {
    /// Whose it is, to a user of an organisation.
    pub async fn of(store: &dyn Store, email: &Email, (tenant, user): (TenantId, UserId)) -> Result<Self, StoreError> {
        let Some(account) = store.account_named(&email.folded()).await? else { return Ok(Self::Nobodys) };
        let links = store.links(account.id).await?;
        let another = links.iter().any(|link| link.tenant == tenant && link.user != user);
        Ok(if another { Self::OfAnother } else { Self::Of(Box::new(account)) })
    }

    /// The address of a new account: none where another one has it.
    pub fn proven(&self, email: Email) -> Option<Email> {
        (!matches!(self, Self::OfAnother)).then_some(email)
    }
}

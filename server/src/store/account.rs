//! Accounts, and the users that they are.

use super::Result;
use async_trait::async_trait;
use rollcall_core::{
    id::{TenantId, UserId},
    time::Timestamp,
    value::Email,
};
use uuid::Uuid;

/// A sign-in.
#[derive(Clone)]
pub struct Account {
    pub id: Uuid,
    /// None when it was handed over, and has no mailbox: then it is one user of one organisation.
    pub email: Option<Email>,
    /// The password's hash in the PHC string format.
    pub password: String,
    /// When the link was mailed through which the password was last set.
    pub proven: Timestamp,
    /// The password is temporary: nobody is let in before there is another.
    pub must_change: bool,
    /// Until when it is good, where it was handed over.
    pub temporary_until: Option<Timestamp>,
}

impl Account {
    /// Whether its password was handed over too long ago.
    pub fn is_expired(&self, now: Timestamp) -> bool {
        self.temporary_until.is_some_and(|until| until <= now)
    }

    /// The name under which it is stored once, and its tries are counted.
    pub fn key(&self) -> String {
        key(self.id, self.email.as_ref())
    }
}

/// The name of an account: its folded address; without one, what nobody's address folds to.
pub fn key(account: Uuid, email: Option<&Email>) -> String {
    email.map_or_else(|| format!(" {account}"), Email::folded)
}

/// A sign-in to be made.
#[derive(Clone)]
pub struct NewAccount {
    pub id: Uuid,
    /// None when it is handed over: whose mailbox an address is, nobody proved.
    pub email: Option<Email>,
    /// The password's hash in the PHC string format.
    pub password: String,
    pub created: Timestamp,
}

impl std::fmt::Debug for NewAccount {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "NewAccount({})", self.id)
    }
}

/// An account is a user of a tenant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    pub tenant: TenantId,
    pub user: UserId,
    /// Since when.
    pub linked: Timestamp,
    /// Sessions made at this moment or earlier open nothing here: they were ended.
    pub ended: Timestamp,
    /// The organisation asks for a password set through a link that was mailed at this moment or later; 0: it does not.
    pub renew: Timestamp,
}

impl Link {
    /// Whether the organisation waits for a new password, given when the account's was last set through a mailed link.
    pub fn needs_new_password(&self, proven: Timestamp) -> bool {
        self.renew > Timestamp(0) && proven < self.renew
    }
}

/// Accounts.
#[async_trait]
pub trait AccountStore: Send + Sync + 'static {
    /// The account with this folded e-mail address.
    async fn account_named(&self, folded: &str) -> Result<Option<Account>>;
    /// Whether mails about an account alone may lie at this address: an account has it, or left it or waits for it by a change
    /// that can still be stopped.
    async fn is_an_accounts(&self, email: &Email, now: Timestamp) -> Result<bool>;
    /// The account with this id.
    async fn account(&self, id: Uuid) -> Result<Option<Account>>;
    /// The account that is a user.
    async fn account_of(&self, tenant: TenantId, user: UserId) -> Result<Option<Account>>;
    /// The users that an account is.
    async fn links(&self, account: Uuid) -> Result<Vec<Link>>;
}

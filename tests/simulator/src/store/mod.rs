//! The store as one server has it: the disk behind its [`Connection`].

mod accounts;
mod organisations;
mod sessions;
mod work;

use crate::{
    bug::Bug,
    connection::{Connection, Result},
    disk::{Accounts, Rows},
    oracle::account::Cause,
};
use async_trait::async_trait;
use rollcall_core::{
    Key, Record,
    api::{KnownDevice, MailFailure},
    id::{CommandId, DeviceId, TenantId, UserId},
    sync::Seq,
    time::{Span, Timestamp},
    value::{Email, Slug},
};
use rollcall_server::store::{
    Account, AccountStore, AddressChange, AddressStore, AddressesOf, Batch, Chore, Commit, CommitStore, Digest,
    ErasureStore, FailingJob, GuessStore, Head, HouseStore, InvitationStore, Job, JobCounts, JobFailure, JobStore,
    KnownTo, Link, LinkStore, LinkUse, LogRow, NewJob, NewKnownDevice, NewSession, NotedAccount, NotesOf, Notice,
    PasswordLink, Queue, SecurityNote, SecurityStore, SessionStore, SetUpStore, Since, Step, Store, StoredInvitation,
    StoredSession, StoredVerdict, TenantStore, Whereabouts,
};
use tokio::sync::broadcast;
use uuid::Uuid;

impl Connection {
    /// Asks an organisation's rows; none when there is no such organisation.
    async fn rows<T>(&self, tenant: TenantId, question: impl FnOnce(&Rows) -> T + Send) -> Result<Option<T>> {
        self.way().await?;
        Ok(self.disk.kept().tenants.get(&tenant).map(question))
    }

    /// What a planted bug makes of a link: what the directory says at the time of its use decides whose password it sets.
    fn looked_up(&self, link: PasswordLink) -> PasswordLink {
        let Some((tenant, user)) = link.place.filter(|_| self.disk.universe.has(Bug::LookUpLater)) else { return link };
        let email = self.disk.with_past(tenant, |past| past.now().user(user).and_then(|user| user.email().cloned()));
        let Some(email) = email.flatten() else { return link };
        match self.disk.kept().accounts.named(&email.folded()) {
            Some(account) => PasswordLink { account: Some(account.id), place: None, email, ..link },
            None => link,
        }
    }
}

#[async_trait]
impl Store for Connection {
    async fn close(&self) {}
}

//! The store's SQL, written once in what SQLite and PostgreSQL have in common, and compiled for the database of the
//! module around it (`super::Db`).

mod account;
mod address;
mod commit;
mod erasure;
mod guess;
mod house;
mod invitation;
mod job;
mod link;
mod log;
mod refold;
mod security;
mod session;
mod set_up;
mod tenant;
mod transaction;

use super::{BEGIN_READ, BEGIN_WRITE, Database, Db};
use crate::store::{
    Account, AccountStore, AddressChange, AddressStore, Batch, Chore, Commit, CommitStore, Digest, ErasureStore,
    FailingJob, GuessStore, Head, HouseStore, InvitationStore, Job, JobCounts, JobFailure, JobStore, KnownTo, Link,
    LinkStore, LinkUse, LogRow, NewAccount, NewJob, NewKnownDevice, NewSession, NotedAccount, NotesOf, Notice,
    PasswordLink, Queue, SecurityNote, SecurityStore, SessionStore, SetUpStore, Since, Step, Store, StoreError,
    StoredInvitation, StoredSession, StoredVerdict, TenantStore, Whereabouts, commit::made_at, error::Result,
};
#[cfg(test)]
pub(super) use refold::verify_refolded;
#[cfg(test)]
pub(super) use security::plan as plan_of_security_page;

use async_trait::async_trait;
use rollcall_core::{
    Key, Record,
    id::{CommandId, DeviceId, TenantId, UserId},
    record::Unreadable,
    sync::Seq,
    time::{Span, Timestamp},
    value::Slug,
};
use sqlx::Transaction;
use tokio::sync::broadcast;
use transaction::Tx;
use uuid::Uuid;

impl Database {
    async fn reading(&self) -> Result<Transaction<'static, Db>> {
        Ok(self.read.begin_with(BEGIN_READ).await?)
    }

    async fn writing(&self) -> Result<Tx> {
        let begun = match self.write.begin_with(BEGIN_WRITE).await {
            // A transaction whose end failed, on a full disk for one, leaves a connection that can begin no other.
            Err(sqlx::Error::InvalidSavePointStatement) => {
                self.write.acquire().await?.close().await?;
                self.write.begin_with(BEGIN_WRITE).await?
            }
            begun => begun?,
        };
        Ok(Tx::new(begun, self.ended.clone()))
    }
}

#[async_trait]
impl Store for Database {
    async fn close(&self) {
        self.read.close().await;
        self.long.close().await;
        self.write.close().await;
    }
}

/// An identifier as the sixteen bytes that are stored.
fn bytes(id: Uuid) -> Vec<u8> {
    id.as_bytes().to_vec()
}

/// Reads sixteen bytes back.
fn uuid(bytes: &[u8]) -> Result<Uuid> {
    Uuid::from_slice(bytes).map_err(|_| Unreadable::Damaged.into())
}

fn digest(bytes: Vec<u8>) -> Result<Digest> {
    bytes.try_into().map_err(|_| Unreadable::Damaged.into())
}

/// Databases count with signed numbers; ours never come near the limit.
fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn unsigned(number: i64) -> u64 {
    u64::try_from(number).unwrap_or_default()
}

fn small(number: i64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

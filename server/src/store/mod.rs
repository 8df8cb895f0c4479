//! What the server keeps: tenants, their log, accounts, invitations, jobs. [`Store`] is all that the rest of the server
//! knows of a database: a trait for each concern, in the file with its types. Its SQL is written once, in `sql/`, in the file
//! of the same name, and compiled for each database; what differs between them
//! (connecting, transactions, waking each other) is in `sqlite.rs` and `postgres.rs`.

mod account;
mod address;
mod commit;
mod erasure;
mod error;
mod guess;
mod house;
mod invitation;
mod job;
mod link;
mod postgres;
mod security;
mod session;
mod set_up;
mod sqlite;
mod tenant;

pub use account::{Account, AccountStore, Link, NewAccount, key};
pub use address::{AddressChange, AddressState, AddressStore};
pub use commit::{
    Batch, Clash, Commit, CommitStore, Founding, Head, LogRow, Secret, Since, StoredPut, StoredVerdict, UsedLink,
    Verified,
};
pub use erasure::{AddressesOf, ErasureStore};
pub use error::{Result, StoreError};
pub use guess::{GuessStore, KnownTo, NewKnownDevice};
pub use house::{Chore, HouseStore, NotedAccount, Step};
pub use invitation::{Ending, InvitationStore, StoredInvitation};
pub use job::{FailingJob, Job, JobCounts, JobFailure, JobKind, JobStore, NewJob, Queue};
pub use link::{LinkStore, LinkUse, PasswordLink};
pub use postgres::create_database;
pub use security::{NotesOf, SecurityNote, SecurityStore};
pub use session::{NewSession, SessionStore, StoredSession, Whereabouts};
pub use set_up::SetUpStore;
pub use tenant::TenantStore;

use async_trait::async_trait;
use rollcall_core::id::TenantId;
use std::{path::Path, sync::Arc};
use uuid::Uuid;

/// A digest under which a secret token is kept; the token itself is never stored.
pub type Digest = [u8; 32];

/// In the place of a tenant for what is about an account alone: its jobs, links and mails.
pub const NO_TENANT: TenantId = TenantId::new(Uuid::nil());

/// Another process, or this one, made a new version of a tenant.
pub type Notice = TenantId;

/// Everything durable, by what it is about. A method that answers `Ok` has done what it says; one that answers an error has
/// done nothing, save that a lost connection during a commit leaves open whether it went through.
#[async_trait]
pub trait Store:
    TenantStore
    + SetUpStore
    + CommitStore
    + AccountStore
    + LinkStore
    + AddressStore
    + SessionStore
    + GuessStore
    + SecurityStore
    + InvitationStore
    + JobStore
    + HouseStore
    + ErasureStore
{
    /// Closes all connections.
    async fn close(&self);
}

/// Opens the store that the configuration names, and brings its tables up to date.
///
/// # Errors
/// A sentence that says what is wrong with the database and what to do.
pub async fn open(database: Option<&str>, data: &Path) -> Result<Arc<dyn Store>> {
    match database {
        Some(url) if url.starts_with("postgres://") || url.starts_with("postgresql://") => {
            Ok(Arc::new(postgres::Database::open(url).await?))
        }
        Some(url) => match url.strip_prefix("sqlite:") {
            Some(path) => {
                let path = path.strip_prefix("//").unwrap_or(path);
                Ok(Arc::new(sqlite::Database::open(Path::new(path)).await?))
            }
            None => Err(StoreError::UnknownUrl),
        },
        None => Ok(Arc::new(sqlite::Database::open(&data.join("rollcall.sqlite")).await?)),
    }
}

//! What the server keeps: tenants, their log, accounts, invitations, jobs. [`Store`] is all that the rest of the server
//! knows of a database. Its SQL is written once, in `sql/`, and compiled for each database; what differs between them
//! (connecting, transactions, waking each other) is in `sqlite.rs` and `postgres.rs`.

mod account;
mod commit;
mod error;
mod house;
mod invitation;
mod job;
mod postgres;
mod sqlite;

pub use account::{
    Account, AddressChange, AddressState, KnownTo, Link, LinkUse, NewAccount, NewKnownDevice, NewSession, NotesOf,
    PasswordLink, SecurityNote, StoredSession, Whereabouts,
};
pub use commit::{Batch, Clash, Commit, Founding, Head, LogRow, Secret, Since, StoredPut, StoredVerdict, Verified};
pub use error::{Result, StoreError};
pub use house::{Chore, Step};
pub use invitation::{Ending, StoredInvitation};
pub use job::{FailingJob, Job, JobCounts, JobFailure, JobKind, NewJob, Queue};
pub use postgres::create_database;

use async_trait::async_trait;
use rollcall_core::{
    Key, Record,
    id::{CommandId, DeviceId, TenantId, UserId},
    sync::Seq,
    time::{Span, Timestamp},
    value::{Email, Slug},
};
use std::{path::Path, sync::Arc};
use tokio::sync::broadcast;
use uuid::Uuid;

/// A digest under which a secret token is kept; the token itself is never stored.
pub type Digest = [u8; 32];

/// In the place of a tenant for what is about an account alone: its jobs, links and mails.
pub const NO_TENANT: TenantId = TenantId::new(Uuid::nil());

/// Another process, or this one, made a new version of a tenant.
pub type Notice = TenantId;

/// Everything durable. A method that answers `Ok` has done what it says; one that answers an error has done nothing,
/// save that a lost connection during a commit leaves open whether it went through.
#[async_trait]
pub trait Store: Send + Sync + 'static {
    // Tenants.

    /// Every tenant.
    async fn tenants(&self) -> Result<Vec<TenantId>>;
    /// The tenant with this short name.
    async fn tenant_named(&self, slug: &Slug) -> Result<Option<TenantId>>;
    /// Where a tenant stands; none when there is no such tenant.
    async fn head(&self, tenant: TenantId) -> Result<Option<Head>>;
    /// A tenant's records, all of the version that the head tells.
    async fn load(&self, tenant: TenantId) -> Result<Option<(Head, Vec<Record>)>>;
    /// One record, as it stands.
    async fn record(&self, tenant: TenantId, key: Key) -> Result<Option<Record>>;
    /// Every record that changed after a version, as it stands at the head's version.
    async fn since(&self, tenant: TenantId, version: u64) -> Result<Option<Since>>;
    /// The keys of the records that changed after a version.
    /// None when it is too long ago to tell: removed records have been forgotten since.
    async fn keys_since(&self, tenant: TenantId, version: u64) -> Result<Option<Vec<Key>>>;
    /// The verdicts on one device's commands, of the sequence numbers from `first` to `last`.
    async fn verdicts(
        &self,
        tenant: TenantId,
        user: UserId,
        device: DeviceId,
        first: Seq,
        last: Seq,
    ) -> Result<Vec<StoredVerdict>>;
    /// The highest number under which a device's commands have a verdict.
    async fn highest_seq(&self, tenant: TenantId, user: UserId, device: DeviceId) -> Result<Option<Seq>>;
    /// The highest number of a device of which the verdict was forgotten.
    async fn forgotten_seq(&self, tenant: TenantId, user: UserId, device: DeviceId) -> Result<Option<Seq>>;
    /// The verdicts on these commands, whichever device sent them.
    async fn verdicts_on(&self, tenant: TenantId, user: UserId, commands: &[CommandId]) -> Result<Vec<StoredVerdict>>;
    /// Writes all of a batch in one transaction, or nothing when the tenant has gone on meanwhile, or a command in it
    /// has a verdict already.
    async fn commit(&self, batch: &Batch) -> Result<Commit>;
    /// How many of one user's commands were set apart because their number was used before.
    async fn clashes(&self, tenant: TenantId) -> Result<u64>;
    /// The audit log of a tenant after a version, oldest first, at most `limit` rows.
    async fn log(&self, tenant: TenantId, after: u64, limit: u32) -> Result<Vec<LogRow>>;
    /// Gives every tenant a new log epoch: to be called after a backup was restored.
    async fn renew_log_epochs(&self, epoch: u64) -> Result<()>;
    /// Tells of new versions that other processes made. A lagging or silent channel is no error: the receiver polls too.
    fn notices(&self) -> broadcast::Receiver<Notice>;

    // Accounts and sessions.

    /// The account with this folded e-mail address.
    async fn account_named(&self, folded: &str) -> Result<Option<Account>>;
    /// Whether mails about an account alone may lie at this address: an account has it, or left it or waits for it by a change
    /// that can still be stopped.
    async fn is_an_accounts(&self, email: &Email, now: Timestamp) -> Result<bool>;
    /// The account with this id.
    async fn account(&self, id: Uuid) -> Result<Option<Account>>;
    /// The account that is a user.
    async fn account_of(&self, tenant: TenantId, user: UserId) -> Result<Option<Account>>;
    /// Writes a job that no command asked for.
    async fn put_job(&self, tenant: TenantId, job: &NewJob) -> Result<()>;
    /// Stores a new link and ends the user's older ones.
    async fn put_password_link(&self, link: &PasswordLink) -> Result<()>;
    /// The link with this token.
    async fn password_link(&self, token: &Digest) -> Result<Option<PasswordLink>>;
    /// Uses a link, once: what it is for and nothing else. No, and nothing is changed, when the link is over meanwhile, its
    /// account is gone or has another address, or is nobody or somebody else in the link's place.
    /// With it the voicemail PIN of the link's user is set, given by its hash.
    async fn use_password_link(
        &self,
        link: &PasswordLink,
        using: &LinkUse,
        pin: Option<&str>,
        now: Timestamp,
    ) -> Result<bool>;
    /// Changes an account's password if it still has the old hash, and ends its other sessions and its links. No when it
    /// has not.
    async fn change_password(&self, account: Uuid, old: &str, new: &str, keep: &Digest) -> Result<bool>;
    /// Stores a change of address and ends the account's older ones that wait.
    async fn put_address_change(&self, change: &AddressChange) -> Result<()>;
    /// The change of address that one of the two links belongs to.
    async fn address_change(&self, token: &Digest) -> Result<Option<AddressChange>>;
    /// The change of address that waits to be confirmed.
    async fn pending_address(&self, account: Uuid, now: Timestamp) -> Result<Option<AddressChange>>;
    /// The account has the new address from now on. No, and nothing is changed, when the change no longer waits, the account
    /// is gone or has another address, the new address has an account, or an administrator asked and the account is
    /// somebody in another organisation.
    async fn confirm_address(&self, change: &AddressChange) -> Result<bool>;
    /// Stops a change that waits; takes back one that was confirmed. Ends the account's sessions and links, and its
    /// password too when whoever asked, or had the new address, may know it. No when neither is possible.
    async fn stop_address(&self, change: &AddressChange) -> Result<bool>;
    /// Writes into the security log.
    async fn put_note(&self, note: &SecurityNote) -> Result<()>;
    /// The security log, newest first: at most `limit` notes from before a moment.
    async fn notes(&self, of: NotesOf, before: Timestamp, limit: u32) -> Result<Vec<SecurityNote>>;
    /// The users that an account is.
    async fn links(&self, account: Uuid) -> Result<Vec<Link>>;
    /// Makes a session. No when the account's password is no longer the one that was verified.
    async fn open_session(&self, session: &NewSession) -> Result<bool>;
    /// The session with this token, when it has neither expired nor been ended.
    async fn session(&self, token: &Digest, now: Timestamp) -> Result<Option<StoredSession>>;
    /// Whether the session with this token was ended by somebody else: an administrator, a deletion.
    async fn session_ended(&self, token: &Digest) -> Result<bool>;
    /// A session was used: it lives on, and was seen there.
    async fn touch_session(&self, token: &Digest, seen: Timestamp, expires: Timestamp, at: &Whereabouts) -> Result<()>;
    /// The live sessions of an account, the one used last first.
    async fn sessions_of(&self, account: Uuid, now: Timestamp) -> Result<Vec<StoredSession>>;
    /// Ends one session of an account, by its device; no when there is none.
    async fn end_session(&self, account: Uuid, device: DeviceId) -> Result<bool>;
    /// Ends all sessions of an account but one.
    async fn end_other_sessions(&self, account: Uuid, keep: &Digest) -> Result<()>;
    /// Ends every session and every mailed link of the server: a backup was restored.
    async fn end_everything_open(&self) -> Result<()>;
    /// Ends a session.
    async fn close_session(&self, token: &Digest) -> Result<()>;
    /// Tells of accounts that this process ended sessions of, however that came about. Of what other processes ended it tells
    /// nothing: the receiver looks now and then besides.
    fn ended(&self) -> broadcast::Receiver<Uuid>;
    /// Takes so many numbers for the commands of a session's own device, and gives the first.
    async fn take_seqs(&self, token: &Digest, count: u64) -> Result<Option<Seq>>;
    /// The accounts that a device is known to.
    async fn device_known_to(&self, device: &Digest, now: Timestamp) -> Result<Vec<KnownTo>>;
    /// The key that device cookies are signed with: this one, unless there is one already.
    async fn device_key(&self, fresh: &[u8; 32]) -> Result<[u8; 32]>;
    /// A device is known to an account from now on, in place of the one that was seen longest ago if there are too many.
    async fn know_device(&self, device: &NewKnownDevice) -> Result<()>;
    /// Counts one more event of a kind, and gives how many there were in the running window and when the window ends.
    async fn strike(&self, bucket: &Digest, now: Timestamp, window: Span) -> Result<(u32, Timestamp)>;
    /// Takes back so many events; all of them when `None`.
    async fn pardon(&self, bucket: &Digest, count: Option<u32>) -> Result<()>;

    // Invitations.

    /// Stores a new invitation and ends the user's older ones.
    async fn put_invitation(&self, invitation: &StoredInvitation) -> Result<()>;
    /// The invitation with this link token.
    async fn invitation(&self, token: &Digest) -> Result<Option<StoredInvitation>>;
    /// Counts a try of the code, unless there were `max` already: then none.
    async fn count_try(&self, token: &Digest, max: u32) -> Result<Option<u32>>;
    /// Takes back a try that was right.
    async fn pardon_try(&self, token: &Digest) -> Result<()>;

    // Jobs.

    /// Takes jobs of a queue that are due, so that nobody else takes them until the lease ends. Tenants take turns, and so do the kinds
    /// of mail of a tenant.
    async fn claim_jobs(&self, queue: Queue, now: Timestamp, lease: Timestamp, limit: u32) -> Result<Vec<Job>>;
    /// Removes a job that is done.
    async fn finish_job(&self, id: Uuid) -> Result<()>;
    /// Puts a failed job off, or gives it up when there is no further moment to run it at. One that was over its budget has
    /// not been tried.
    async fn defer_job(&self, id: Uuid, again: Option<Timestamp>, failure: &JobFailure) -> Result<()>;
    /// A tenant's jobs that failed and are not done, at most `limit`.
    async fn failing_jobs(&self, tenant: TenantId, limit: u32) -> Result<Vec<FailingJob>>;
    /// How many jobs wait, have failed so far, were given up.
    async fn job_counts(&self) -> Result<JobCounts>;

    // Housekeeping.

    /// Takes a chore that is due, so that no other node takes it until the lease ends. One that was never done is due at
    /// `first`.
    async fn take_chore(
        &self,
        chore: Chore,
        first: Timestamp,
        now: Timestamp,
        lease: Timestamp,
        holder: Uuid,
    ) -> Result<bool>;
    /// Goes on with a chore; no when another node has taken it since.
    async fn keep_chore(&self, chore: Chore, holder: Uuid, lease: Timestamp) -> Result<bool>;
    /// Puts a chore down until it is due again.
    async fn end_chore(&self, chore: Chore, holder: Uuid, due: Timestamp) -> Result<()>;
    /// Changes up to a moment are no longer told one by one. No when the floor stays where it is.
    async fn raise_log_floor(&self, tenant: TenantId, before: Timestamp) -> Result<bool>;
    /// Commands from up to a moment, of which no verdict is known, are refused from now on, so that their verdicts can go.
    /// No when there is none that old.
    async fn raise_forgotten(&self, tenant: TenantId, before: Timestamp) -> Result<bool>;
    /// Writes the commands and changes of rows of the audit log again, without what told who somebody was.
    async fn rewrite_log(&self, tenant: TenantId, rows: &[LogRow]) -> Result<()>;
    /// The addresses that a user was mailed at, and those that its account had, has or waits for, as far as that is known:
    /// by the user's own links and notes, or because the account had one of these.
    async fn addresses_of(&self, tenant: TenantId, user: UserId, known: &[Email]) -> Result<Vec<Email>>;
    /// Removes what tells who a user was, apart from the directory and the audit log. The user has no account any more.
    async fn erase_traces(&self, tenant: TenantId, user: UserId) -> Result<()>;
    /// Takes one step through what is older than a moment, and gives how many rows it took: at most so many.
    async fn clean(&self, step: Step, before: Timestamp, rows: u32) -> Result<u64>;
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

//! SQLite: the embedded default. One file, one writer at a time, many readers.

use super::{
    Notice,
    error::{Result, StoreError},
};
use rollcall_core::id::TenantId;
use sqlx::{
    Pool,
    sqlite::{SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};
use std::{path::Path, time::Duration};
use tokio::sync::broadcast;
use uuid::Uuid;

#[path = "sql/mod.rs"]
#[expect(clippy::duplicate_mod, reason = "one text of SQL, compiled for each database")]
mod sql;

type Db = sqlx::Sqlite;

/// A snapshot for reading, that no writer disturbs.
const BEGIN_READ: &str = "BEGIN";
/// Takes the write lock at once: a transaction that read first could not get it later.
const BEGIN_WRITE: &str = "BEGIN IMMEDIATE";

/// Joins a table so that it is looked up for each row of the one before.
fn for_each(table: &str, name: &str, condition: &str) -> String {
    format!("CROSS JOIN {table} AS {name} ON {condition}")
}

/// A database file.
pub struct Database {
    read: Pool<Db>,
    /// For what takes long to read: nobody who signs in or syncs waits for it.
    long: Pool<Db>,
    write: Pool<Db>,
    notices: broadcast::Sender<Notice>,
    ended: broadcast::Sender<Uuid>,
}

impl Database {
    /// Opens the file, making it when it is not there.
    pub async fn open(path: &Path) -> Result<Self> {
        let told = |error: sqlx::Error| describe(error, path);
        // SQLite gives what it makes beside the file the file's own rights.
        crate::private::file(path)
            .map_err(|error| StoreError::NotWritable(path.display().to_string(), error.to_string()))?;
        for beside in ["-wal", "-shm"] {
            let mut name = path.as_os_str().to_owned();
            name.push(beside);
            crate::private::keep(Path::new(&name), 0o600);
        }
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            // An acknowledged command survives a loss of power.
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(10));
        let write = SqlitePoolOptions::new().max_connections(1).connect_with(options.clone()).await.map_err(told)?;
        sqlx::migrate!("src/store/migrations/sqlite").run(&write).await.map_err(|error| match error {
            sqlx::migrate::MigrateError::VersionMissing(_) | sqlx::migrate::MigrateError::VersionTooNew(..) => {
                StoreError::Newer
            }
            sqlx::migrate::MigrateError::Execute(error) => describe(error, path),
            other => StoreError::Other(sqlx::Error::Migrate(Box::new(other))),
        })?;
        let read = SqlitePoolOptions::new().max_connections(4).connect_with(options.clone()).await.map_err(told)?;
        let long = SqlitePoolOptions::new().max_connections(2).connect_with(options).await.map_err(told)?;
        let database =
            Self { read, long, write, notices: broadcast::Sender::new(16), ended: broadcast::Sender::new(256) };
        database.refold_accounts().await?;
        Ok(database)
    }

    /// Other processes on the same file find out by polling.
    async fn notify(_: &mut SqliteConnection, _: TenantId) -> Result<()> {
        Ok(())
    }
}

fn describe(error: sqlx::Error, path: &Path) -> StoreError {
    let message = error.to_string();
    let code = error.as_database_error().and_then(|e| e.code()).map(|code| code.into_owned());
    match code.as_deref() {
        // SQLITE_NOTADB, SQLITE_CORRUPT; a table of the same name that somebody else made.
        Some("26" | "11") => StoreError::NotADatabase(path.display().to_string()),
        Some("1") if message.contains("already exists") => StoreError::NotADatabase(path.display().to_string()),
        Some("8" | "14" | "1032" | "776") => StoreError::NotWritable(path.display().to_string(), message),
        _ => error.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Store;

    #[tokio::test]
    async fn every_connection_waits_for_the_disk() {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::open(&folder.path().join("rollcall.sqlite")).await.unwrap();
        for pool in [&database.read, &database.long, &database.write] {
            let (synchronous,): (i64,) = sqlx::query_as("PRAGMA synchronous").fetch_one(pool).await.unwrap();
            assert_eq!(synchronous, 2, "FULL");
        }
    }

    #[tokio::test]
    async fn a_database_of_a_later_version_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("rollcall.sqlite");
        let database = Database::open(&path).await.unwrap();
        let later = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) \
                     VALUES (9999, 'later', TRUE, x'00', 0)";
        sqlx::query(later).execute(&database.write).await.unwrap();
        database.close().await;
        assert!(matches!(Database::open(&path).await, Err(StoreError::Newer)));
    }

    #[tokio::test]
    async fn addresses_that_were_stored_before_are_found() {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::open(&folder.path().join("rollcall.sqlite")).await.unwrap();
        sql::verify_refolded(&database).await;
    }

    /// No index is read but by the tenant's own members.
    #[tokio::test]
    async fn an_owners_security_page_reads_no_notes_of_strangers() {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::open(&folder.path().join("rollcall.sqlite")).await.unwrap();
        let plan = sql::plan_of_security_page(&database, "EXPLAIN QUERY PLAN").await;
        let steps: Vec<&str> = plan.lines().collect();
        assert!(steps.iter().any(|step| step.starts_with("SEARCH l") && step.contains("(tenant=?")), "{plan}");
        let own = "SEARCH e USING INDEX security_events_by_account (account=? AND at>? AND at<?)";
        assert!(steps.contains(&own), "{plan}");
        assert!(!plan.contains("SCAN"), "{plan}");
    }

    /// A welcome's PIN is set with its password, or not at all.
    #[tokio::test]
    async fn a_pin_is_set_with_the_use_of_its_link() {
        use crate::store::{LinkStore, LinkUse, NewAccount, PasswordLink};
        use rollcall_core::{Timestamp, api::LinkPurpose, id::UserId, value::Email};
        let folder = tempfile::tempdir().unwrap();
        let database = Database::open(&folder.path().join("rollcall.sqlite")).await.unwrap();
        let id = uuid::Uuid::from_u128;
        let email = Email::parse("ann@x.io").unwrap();
        let link = PasswordLink {
            token: [1; 32],
            purpose: LinkPurpose::Welcome,
            place: Some((TenantId::new(id(1)), UserId::new(id(2)))),
            account: None,
            email: email.clone(),
            created: Timestamp(1),
            expires: Timestamp(9),
            over: false,
        };
        database.put_password_link(&link).await.unwrap();
        let open = LinkUse::Open(NewAccount {
            id: id(3),
            email: Some(email),
            password: "$hash".into(),
            created: Timestamp(1),
        });
        let pins = async || {
            let query = sqlx::query_as::<_, (String,)>("SELECT pin FROM pins").fetch_all(&database.read);
            query.await.unwrap().into_iter().map(|(pin,)| pin).collect::<Vec<_>>()
        };
        let set = LinkUse::SetPassword { hash: "$other".into() };
        assert!(!database.use_password_link(&link, &set, Some("$1"), Timestamp(2)).await.unwrap());
        assert_eq!(pins().await, [""; 0], "the link did nothing");
        assert!(database.use_password_link(&link, &open, Some("$2"), Timestamp(2)).await.unwrap());
        assert!(!database.use_password_link(&link, &open, Some("$3"), Timestamp(2)).await.unwrap());
        assert_eq!(pins().await, ["$2"], "once");
        // By whoever is signed in: the account is the user, and has the password that was verified.
        let (place, elsewhere) =
            ((TenantId::new(id(1)), UserId::new(id(2))), (TenantId::new(id(1)), UserId::new(id(4))));
        assert!(!database.set_pin(id(3), place, "$other", "$4").await.unwrap(), "the password was changed since");
        assert!(!database.set_pin(id(3), elsewhere, "$hash", "$4").await.unwrap(), "somebody else's");
        assert!(!database.set_pin(id(5), place, "$hash", "$4").await.unwrap(), "another account");
        assert_eq!(pins().await, ["$2"]);
        assert!(database.set_pin(id(3), place, "$hash", "$4").await.unwrap());
        assert_eq!(pins().await, ["$4"]);
    }
}

//! PostgreSQL: several processes on one database. They wake each other with NOTIFY, and poll besides.

use super::{
    Notice,
    error::{Result, StoreError},
};
use rollcall_core::id::TenantId;
use sqlx::{
    AssertSqlSafe, Connection, Pool,
    postgres::{PgConnectOptions, PgConnection, PgListener, PgPoolOptions},
};
use std::{str::FromStr, time::Duration};
use tokio::sync::broadcast;
use uuid::Uuid;

#[path = "sql/mod.rs"]
#[expect(clippy::duplicate_mod, reason = "one text of SQL, compiled for each database")]
mod sql;

type Db = sqlx::Postgres;

/// All statements of the transaction see the same snapshot.
const BEGIN_READ: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
/// The row of the tenant is the lock.
const BEGIN_WRITE: &str = "BEGIN ISOLATION LEVEL READ COMMITTED";
/// On which processes tell each other that a tenant has a new version.
const CHANNEL: &str = "rollcall";

/// Joins a table so that it is looked up for each row of the one before.
fn for_each(table: &str, name: &str, condition: &str) -> String {
    // An offset keeps the planner from making another join of it.
    format!("CROSS JOIN LATERAL (SELECT * FROM {table} AS {name} WHERE {condition} OFFSET 0) AS {name}")
}

/// A database on a server.
pub struct Database {
    read: Pool<Db>,
    /// For what takes long to read: nobody who signs in or syncs waits for it.
    long: Pool<Db>,
    write: Pool<Db>,
    notices: broadcast::Sender<Notice>,
    ended: broadcast::Sender<Uuid>,
}

impl Database {
    /// Connects, and listens for what other processes do.
    pub async fn open(url: &str) -> Result<Self> {
        let options = PgConnectOptions::from_str(url).map_err(|_| StoreError::UnknownUrl)?;
        // An acknowledged command survives a loss of power, whatever the default of the role or the database is.
        let options = options.application_name("rollcall").options([("synchronous_commit", "on")]);
        let connected = async |connections| {
            let pool = PgPoolOptions::new().max_connections(connections).acquire_timeout(Duration::from_secs(10));
            let connected = pool.connect_with(options.clone()).await;
            connected.map_err(|error| StoreError::Unreachable(error.to_string()))
        };
        let (pool, long) = (connected(16).await?, connected(2).await?);
        sqlx::migrate!("src/store/migrations/postgres").run(&pool).await.map_err(|error| match error {
            sqlx::migrate::MigrateError::VersionMissing(_) | sqlx::migrate::MigrateError::VersionTooNew(..) => {
                StoreError::Newer
            }
            other => StoreError::Other(sqlx::Error::Migrate(Box::new(other))),
        })?;
        let notices = broadcast::Sender::new(256);
        let mut listener = PgListener::connect_with(&pool).await?;
        listener.listen(CHANNEL).await?;
        let tell = notices.clone();
        tokio::spawn(async move {
            // The listener connects again by itself; only a closed pool ends it.
            while let Ok(notification) = listener.recv().await {
                if let Ok(tenant) = notification.payload().parse::<TenantId>() {
                    let _ = tell.send(tenant);
                }
            }
        });
        let database = Self { read: pool.clone(), long, write: pool, notices, ended: broadcast::Sender::new(256) };
        database.refold_accounts().await?;
        Ok(database)
    }

    async fn notify(connection: &mut PgConnection, tenant: TenantId) -> Result<()> {
        let notify = sqlx::query("SELECT pg_notify($1, $2)").bind(CHANNEL).bind(tenant.to_string());
        notify.execute(connection).await?;
        Ok(())
    }
}

/// Makes an empty database on a server and gives its address: for set-up scripts, and for tests that need one each.
///
/// # Errors
/// When the server can't be reached, or the name is in use.
pub async fn create_database(server: &str, name: &str) -> Result<String> {
    let mut connection = PgConnection::connect(server).await?;
    let quoted = name.replace('"', "\"\"");
    let create = AssertSqlSafe(format!("CREATE DATABASE \"{quoted}\""));
    sqlx::raw_sql(create).execute(&mut connection).await?;
    let (address, _) = server.rsplit_once('/').ok_or(StoreError::UnknownUrl)?;
    Ok(format!("{address}/{name}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Store;

    #[tokio::test]
    async fn every_connection_waits_for_the_disk() {
        let server = std::env::var("ROLLCALL_TEST_POSTGRES").expect("ROLLCALL_TEST_POSTGRES is not set");
        let name = format!("rollcall_{}", crate::clock::Clock::default().id().simple());
        let url = create_database(&server, &name).await.unwrap();
        let mut other = PgConnection::connect(&url).await.unwrap();
        let off = AssertSqlSafe(format!("ALTER DATABASE \"{name}\" SET synchronous_commit = off"));
        sqlx::raw_sql(off).execute(&mut other).await.unwrap();
        let show = "SHOW synchronous_commit";
        let mut other = PgConnection::connect(&url).await.unwrap();
        assert_eq!(sqlx::query_as::<_, (String,)>(show).fetch_one(&mut other).await.unwrap().0, "off");
        let database = Database::open(&url).await.unwrap();
        assert_eq!(sqlx::query_as::<_, (String,)>(show).fetch_one(&database.write).await.unwrap().0, "on");
        database.close().await;
    }

    /// No index is read but by the tenant's own members.
    #[tokio::test]
    async fn an_owners_security_page_reads_no_notes_of_strangers() {
        let server = std::env::var("ROLLCALL_TEST_POSTGRES").expect("ROLLCALL_TEST_POSTGRES is not set");
        let name = format!("rollcall_{}", crate::clock::Clock::default().id().simple());
        let database = Database::open(&create_database(&server, &name).await.unwrap()).await.unwrap();
        // A table as small as a test's is read as a whole otherwise.
        let off = AssertSqlSafe(format!("ALTER DATABASE \"{name}\" SET enable_seqscan = off"));
        sqlx::raw_sql(off).execute(&database.write).await.unwrap();
        database.close().await;
        let (address, _) = server.rsplit_once('/').unwrap();
        let database = Database::open(&format!("{address}/{name}")).await.unwrap();
        let plan = sql::plan_of_security_page(&database, "EXPLAIN").await;
        assert!(plan.contains("security_events_by_account"), "{plan}");
        assert!(!plan.contains("security_events_by_t") && !plan.contains("Seq Scan"), "{plan}");
        database.close().await;
    }

    #[tokio::test]
    async fn addresses_that_were_stored_before_are_found() {
        let server = std::env::var("ROLLCALL_TEST_POSTGRES").expect("ROLLCALL_TEST_POSTGRES is not set");
        let name = format!("rollcall_{}", crate::clock::Clock::default().id().simple());
        let database = Database::open(&create_database(&server, &name).await.unwrap()).await.unwrap();
        sql::verify_refolded(&database).await;
        database.close().await;
    }
}

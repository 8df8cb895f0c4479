//! What the databases themselves do: rows committed one by one with nothing of ours between, the limit beside the
//! server's figures. The transaction is the least that a command takes: a user, a change, a version.

use sqlx::{
    PgPool, SqlitePool,
    postgres::PgPoolOptions,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};
use std::{path::Path, time::Instant};

/// Transactions that are measured.
const COUNT: usize = 4_000;
/// A user's record.
const RECORD: [u8; 200] = [7; 200];

/// Transactions a second on SQLite with full durability: one writer, one user a transaction.
pub async fn sqlite(folder: &Path) -> f64 {
    let options = SqliteConnectOptions::new()
        .filename(folder.join("limit.sqlite"))
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full);
    let pool: SqlitePool = SqlitePoolOptions::new().max_connections(1).connect_with(options).await.expect("a database");
    sqlx::query("CREATE TABLE users (id INTEGER PRIMARY KEY, record BLOB)").execute(&pool).await.expect("a table");
    let start = Instant::now();
    for n in 0..COUNT {
        let insert = sqlx::query("INSERT INTO users VALUES ($1, $2)");
        insert.bind(n as i64).bind(RECORD.as_slice()).execute(&pool).await.expect("a row");
    }
    COUNT as f64 / start.elapsed().as_secs_f64()
}

/// Transactions a second on PostgreSQL for so many clients over so many organisations; each locks its organisation's
/// version.
pub async fn postgres(url: &str, clients: usize, organisations: usize) -> f64 {
    let pool: PgPool = PgPoolOptions::new().max_connections(clients as u32).connect(url).await.expect("a database");
    for statement in [
        "DROP TABLE IF EXISTS limit_versions, limit_users, limit_changes",
        "CREATE TABLE limit_versions (tenant BIGINT PRIMARY KEY, version BIGINT NOT NULL)",
        "CREATE TABLE limit_users (tenant BIGINT, id BIGINT, record BYTEA, PRIMARY KEY (tenant, id))",
        "CREATE TABLE limit_changes (tenant BIGINT, version BIGINT, record BYTEA, PRIMARY KEY (tenant, version))",
    ] {
        sqlx::query(statement).execute(&pool).await.expect("a table");
    }
    for tenant in 0..organisations {
        let insert = sqlx::query("INSERT INTO limit_versions VALUES ($1, 0)");
        insert.bind(tenant as i64).execute(&pool).await.expect("a row");
    }
    let start = Instant::now();
    let tasks = (0..clients).map(|client| tokio::spawn(transactions(pool.clone(), client, clients, organisations)));
    for task in tasks.collect::<Vec<_>>() {
        task.await.expect("a client");
    }
    (COUNT / clients * clients) as f64 / start.elapsed().as_secs_f64()
}

async fn transactions(pool: PgPool, client: usize, clients: usize, organisations: usize) {
    for n in 0..COUNT / clients {
        let (tenant, id) = (((client + n) % organisations) as i64, (client * COUNT + n) as i64);
        let mut tx = pool.begin().await.expect("a transaction");
        let next =
            sqlx::query_as("UPDATE limit_versions SET version = version + 1 WHERE tenant = $1 RETURNING version");
        let (version,): (i64,) = next.bind(tenant).fetch_one(&mut *tx).await.expect("a version");
        for (into, key) in [
            ("INSERT INTO limit_users VALUES ($1, $2, $3)", id),
            ("INSERT INTO limit_changes VALUES ($1, $2, $3)", version),
        ] {
            let insert = sqlx::query(into).bind(tenant).bind(key).bind(RECORD.as_slice());
            insert.execute(&mut *tx).await.expect("a row");
        }
        tx.commit().await.expect("a commit");
    }
}

//! Damages what the store wrote, as a failing disk does: behind its back.

use crate::database::Database;
use rollcall_core::{Key, id::TenantId, record::encode};
use sqlx::{Connection, PgConnection, SqliteConnection, sqlite::SqliteConnectOptions};

/// No record of an organisation can be read any more, save the one that names it.
const STATEMENT: &str = "UPDATE records SET body = $3 WHERE tenant = $1 AND record <> $2";

/// Damages every record of an organisation, save the one that names it.
pub async fn damage(database: &Database, tenant: TenantId) {
    let (tenant, kept, body) = (tenant.uuid().as_bytes().to_vec(), encode(&Key::Organisation), vec![0xFF; 3]);
    if let Some(url) = &database.url {
        let mut connection = PgConnection::connect(url).await.unwrap();
        sqlx::query(STATEMENT).bind(tenant).bind(kept).bind(body).execute(&mut connection).await.unwrap();
        return;
    }
    let options = SqliteConnectOptions::new().filename(database.folder.path().join("rollcall.sqlite"));
    let mut connection = SqliteConnection::connect_with(&options).await.unwrap();
    sqlx::query(STATEMENT).bind(tenant).bind(kept).bind(body).execute(&mut connection).await.unwrap();
}

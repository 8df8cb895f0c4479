//! Changes what the store wrote, behind its back: as a failing disk does, or an older version of the server did.

use crate::database::Database;
use rollcall_core::{Key, id::TenantId, record::encode};
use sqlx::{Connection, PgConnection, SqliteConnection, sqlite::SqliteConnectOptions};

/// No record of an organisation can be read any more, save the one that names it.
const STATEMENT: &str = "UPDATE records SET body = $3 WHERE tenant = $1 AND record <> $2";

/// Verdicts are as an older version wrote them: without the moment from which they age.
pub async fn undate_verdicts(database: &Database) {
    let statement = "UPDATE verdicts SET ages_from = NULL";
    if let Some(url) = &database.url {
        sqlx::query(statement).execute(&mut PgConnection::connect(url).await.unwrap()).await.unwrap();
    } else {
        sqlx::query(statement).execute(&mut file(database).await).await.unwrap();
    }
}

/// Damages every record of an organisation, save the one that names it.
pub async fn damage(database: &Database, tenant: TenantId) {
    let (tenant, kept, body) = (tenant.uuid().as_bytes().to_vec(), encode(&Key::Organisation), vec![0xFF; 3]);
    if let Some(url) = &database.url {
        let mut connection = PgConnection::connect(url).await.unwrap();
        sqlx::query(STATEMENT).bind(tenant).bind(kept).bind(body).execute(&mut connection).await.unwrap();
        return;
    }
    sqlx::query(STATEMENT).bind(tenant).bind(kept).bind(body).execute(&mut file(database).await).await.unwrap();
}

async fn file(database: &Database) -> SqliteConnection {
    let options = SqliteConnectOptions::new().filename(database.folder.path().join("rollcall.sqlite"));
    SqliteConnection::connect_with(&options).await.unwrap()
}
